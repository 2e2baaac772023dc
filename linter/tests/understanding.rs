//! How documents are understood: units with their predicates, as a person would check them. One snapshot per document.

#![expect(clippy::string_slice, reason = "a test may fail loudly")]

use std::fmt::Write as _;

use linter::language::units::{Unit, split};
use linter::lint::understand;
use linter::read::read_document;

#[test]
fn units_and_predicates() {
    insta::glob!("understanding/*.*", |path| {
        if path.extension().is_some_and(|extension| extension == "snap") {
            return;
        }
        let bytes = std::fs::read(path).expect("the case is readable");
        let document = read_document(&bytes, "case", &Default::default()).expect("the case is a document");
        let understood = understand(&document, None);
        let mut shown = format!(
            "kind {:?}, hospital {}, vendor {}\n",
            understood.kind, understood.parties.hospital, understood.parties.vendor
        );
        for unit in split(&document, &understood.parties).list {
            show(&unit, &mut shown);
        }
        insta::assert_snapshot!(shown);
    });
}

fn show(unit: &Unit, shown: &mut String) {
    let (lead, own) = unit.text.split_at(unit.own_start);
    let case = if unit.is_case { " (case)" } else { "" };
    let lead = if lead.is_empty() { String::new() } else { "… ".to_owned() };
    let _ = writeln!(shown, "{:?}{case}: {lead}{own}", unit.kind);
    for clause in &unit.clauses {
        let heads: Vec<&str> = clause.heads.iter().map(|head| &unit.text[head.clone()]).collect();
        let demanded: Vec<&str> = clause.demanded.iter().map(|head| &unit.text[head.clone()]).collect();
        let demanded =
            if demanded.is_empty() { String::new() } else { format!(" demands {}", demanded.join("|")) };
        let alternative = if clause.alternative { " (alternative)" } else { "" };
        let _ = writeln!(
            shown,
            "    {:?} {:?}{alternative}: {}{demanded}",
            clause.actor,
            clause.force,
            heads.join("|")
        );
    }
}
