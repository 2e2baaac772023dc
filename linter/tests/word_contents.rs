//! What stands in a Word file beside plain text, in both readings of tracked changes, as two producers write it.

#![expect(clippy::unwrap_used, reason = "a test may fail loudly")]

use linter::document::{AsideKind, Document, DocxPart, NodeType, Origin};
use linter::read::{ReadOptions, Revisions, read_document};
use linter::tree_view::outline;
use std::path::Path;

fn read(name: &str, revisions: Option<Revisions>) -> Document {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/fixtures/docx");
    let bytes = std::fs::read(folder.join(format!("{name}.docx"))).unwrap();
    read_document(&bytes, "a.docx", &ReadOptions { revisions, ..ReadOptions::default() }).unwrap()
}

#[test]
fn both_readings_of_tracked_changes() {
    for (name, reading) in [("original", Revisions::Original), ("final", Revisions::Final)] {
        insta::assert_snapshot!(format!("revisions-{name}"), outline(&read("revisions", Some(reading)), 60));
    }
}

#[test]
fn a_reading_that_nobody_chose_is_told() {
    let issues = |revisions| read("revisions", revisions).issues;
    let told = issues(None);
    let issue = told.iter().find(|issue| issue.code == "read-tracked-changes").unwrap();
    let count = |name: &str| issue.args.get(name).unwrap().parse::<u32>().unwrap();
    assert!(!issue.text_lost && count("insertions") > 0 && count("deletions") > 0);
    for chosen in [Revisions::Original, Revisions::Final] {
        let told = issues(Some(chosen)).iter().any(|issue| issue.code == "read-tracked-changes");
        assert!(!told, "{chosen:?}");
    }
    assert!(read("numbering", None).issues.is_empty());
}

#[test]
fn an_index_means_the_same_in_both_readings() {
    let places = |revisions| {
        let document = read("revisions", Some(revisions));
        let start = document.text.find("受領する").unwrap() as u32;
        document.source_map.locate(&document.text, start).unwrap()
    };
    assert_eq!(places(Revisions::Original), places(Revisions::Final));
}

#[test]
fn fields_controls_symbols() {
    insta::assert_snapshot!("contents", outline(&read("contents", None), 80));
}

#[test]
fn headers_footers_and_comments_stand_beside_the_text() {
    let document = read("margins", None);
    insta::assert_snapshot!("margins", outline(&document, 60));
    for aside in &document.asides {
        assert!(!document.text.contains(&aside.text), "{}", aside.text);
        let Some(Origin::Docx { part, .. }) = aside.origin else { panic!("{aside:?}") };
        assert_eq!(part.is_main(), aside.kind == AsideKind::Comment, "{aside:?}");
    }
    // A comment is found where its range begins.
    let comment = document.asides.iter().find(|aside| aside.text.starts_with("十年")).unwrap();
    let start = document.text.find("画像を三年間").unwrap() as u32;
    assert_eq!(comment.origin, document.source_map.locate(&document.text, start));
}

#[test]
fn notes_have_places_of_their_own() {
    let document = read("notes", None);
    let start = document.text.find("個人情報保護法").unwrap() as u32;
    let origin = document.source_map.locate(&document.text, start).unwrap();
    assert!(
        matches!(origin, Origin::Docx { part: DocxPart::Footnotes, paragraph: 1, run: Some(1), .. }),
        "{origin:?}"
    );
    assert!(document.nodes.iter().any(|node| node.node_type == NodeType::Note));
}

/// LibreOffice writes the same documents in its own XML: they say the same. What it does not write back (headers of first
/// pages, numberings that a change took away, texts of its own fields) is left out of the comparison.
#[test]
fn another_producer_says_the_same() {
    for name in ["lists", "margins", "layout-two-columns"] {
        let said = |name: &str| {
            let outline = outline(&read(name, Some(Revisions::Final)), 60);
            let margin = |line: &&str| line.starts_with("+ ヘッダー") || line.starts_with("+ フッター");
            outline.lines().filter(|line| !margin(line)).collect::<Vec<_>>().join("\n")
        };
        assert_eq!(said(&format!("foreign/{name}")), said(name), "{name}");
    }
    for (name, reading) in [("original", Revisions::Original), ("final", Revisions::Final)] {
        let again = outline(&read("foreign/revisions", Some(reading)), 60);
        insta::assert_snapshot!(format!("revisions-libreoffice-{name}"), again);
    }
    insta::assert_snapshot!("contents-libreoffice", outline(&read("foreign/contents", None), 80));
}
