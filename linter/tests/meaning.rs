//! Kind, definitions and references of documents, as a person would check them. One snapshot per document.

use std::fmt::Write as _;

use linter::lint::understand;
use linter::read::read_document;
use linter::tree_view::{ReferenceView, TargetView, tree_view};

#[test]
fn definitions_and_references() {
    insta::glob!("meaning/*.*", |path| {
        let bytes = std::fs::read(path).expect("the case is readable");
        let name = path.file_name().expect("a file").to_string_lossy();
        let document = read_document(&bytes, &name, &Default::default()).expect("the case is a document");
        let view = tree_view(&document, &understand(&document, None));
        let mut shown = format!("kind {}\n", view.kind);
        for one in &view.definitions {
            let meaning = one.meaning.as_deref().unwrap_or("?");
            let _ = writeln!(
                shown,
                "{:?} {}: {} = {meaning} ({} uses)",
                one.form,
                one.article,
                one.term,
                one.uses.len()
            );
        }
        for one in &view.references {
            let _ = writeln!(
                shown,
                "{}: {} [{:?} {:?}] → {}",
                one.article,
                one.text,
                one.form,
                one.mode,
                target(one)
            );
        }
        insta::assert_snapshot!(shown);
    });
}

fn target(reference: &ReferenceView) -> String {
    match &reference.target {
        TargetView::Inside { places } => {
            places.iter().map(|place| place.article.as_str()).collect::<Vec<_>>().join(", ")
        }
        TargetView::InCase { document } => format!("document {document}"),
        TargetView::Outside { name } => format!("outside: {name}"),
        TargetView::Dangling => "dangling".to_owned(),
        TargetView::Unresolved => "unresolved".to_owned(),
    }
}
