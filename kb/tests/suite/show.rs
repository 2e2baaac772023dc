//! Everything `sekisho show` needs, for three entries that differ in what they have.

use std::fmt::Write as _;

use kb::{ClauseEntry, EntryKind, Kb};

fn show(entry: ClauseEntry<'_>) -> String {
    let mut out = String::new();
    let mark = if entry.is_confirmed() { "" } else { " [未確認]" };
    writeln!(out, "{} {}{mark}\n{}", entry.id(), entry.title(), entry.citation()).unwrap();
    let heading = entry.section().and_then(|section| section.label()).unwrap_or(&entry.chapter().title);
    writeln!(out, "{heading}\n{}", entry.gist()).unwrap();
    for detail in entry.details() {
        writeln!(out, "- {detail}").unwrap();
    }
    writeln!(out, "{} -> {:?}", entry.actor(), entry.counterpart()).unwrap();
    let types: String = entry.applies_to().iter().map(|pattern| pattern.numeral()).collect();
    writeln!(out, "{types}{}", if entry.has_own_applicability() { " (own)" } else { "" }).unwrap();
    if let Some(simplification) = entry.simplification() {
        writeln!(out, "simplified: {}", simplification.condition).unwrap();
    }
    for link in entry.links() {
        let (relation, target) = (link.relation.as_str(), link.target);
        writeln!(
            out,
            "{:?} {relation} {} {} ({})",
            link.direction,
            target.id(),
            target.title(),
            link.tie.as_str()
        )
        .unwrap();
    }
    writeln!(out, "{:?}\n{:?}\n{:?}", entry.verification(), entry.sources(), entry.note()).unwrap();
    out
}

#[test]
fn three_entries() {
    let kb = Kb::embedded().unwrap();
    for id in ["G-1.2.1-4", "M-15-2", "C-12-6"] {
        insta::assert_snapshot!(id, show(kb.clause(id).unwrap()));
    }
}

#[test]
fn export_holds_everything() {
    let export = Kb::embedded().unwrap().export();
    assert_eq!(export.entries.iter().filter(|entry| entry.kind == EntryKind::Clause).count(), 231);
    assert_eq!(export.kb_version, kb::KB_VERSION);
    let json = serde_json::to_value(&export.entries[0]).unwrap();
    insta::assert_json_snapshot!(json);
}
