//! What people type for a number, and what they get.

use std::fmt::Write as _;

use kb::{Kb, KbError, Match};

fn answer(query: &str) -> String {
    match Kb::embedded().unwrap().resolve(query) {
        Ok(matches) => matches.iter().map(describe).collect::<Vec<_>>().join(", "),
        Err(error) => {
            let args: Vec<String> =
                error.args().iter().map(|(name, value)| format!("{name}={value}")).collect();
            format!("{} [{}]", error.code(), args.join("; "))
        }
    }
}

fn describe(found: &Match<'_>) -> String {
    match found {
        Match::Entry { by_alias: false, .. } => found.name(),
        Match::Entry { by_alias: true, .. } => format!("{} (formerly)", found.name()),
        Match::Section { section, clauses, .. } => {
            format!("section {} {} ({})", found.name(), section.label().unwrap_or("-"), clauses.len())
        }
        Match::Chapter { clauses, .. } => format!("chapter {} ({})", found.name(), clauses.len()),
    }
}

#[test]
fn spellings() {
    let queries = [
        "C-8-5",
        "c8.5",
        "c-8-5",
        "C 8 5",
        "C8-5",
        "C8⑤",
        "運用8⑤",
        "運用編8.⑤",
        "システム運用編8.⑤",
        "シス8⑤",
        "システム運用編 8章⑤",
        "第6.0版 システム運用編 第8章 第⑤条",
        "Ｃ－８－５",
        "ｼｽﾃﾑ運用編８．⑤",
        "C‐8‐5",
        "C−8−5",
        "企画7⑥",
        "企画管理編7.⑥",
        "企7章第⑥条",
        "M-7-6",
        "m7.6",
        "Management 7 6",
        "8の5",
        "7⑥",
        "8.5",
        "8.5節",
        "C8.5",
        "経営1.2.1①",
        "経営1.2.1説明責任①",
        "経営管理編 1.2.1 管理責任②",
        "経営1.2.1見直し改善①",
        "経営1.2.2善後策③",
        "G-1.2.1-1",
        "G-1.2.1",
        "G1.2.1",
        "G1.1.1",
        "G-1-1-1",
        "G1.1①",
        "経営1.2.1説明責任",
        "C-8",
        "運用編8章",
        "企画16章",
        "8章",
        "C",
        "経営管理編",
        "C-14-8@6.0",
        "c14⑧＠６.０",
        "C-14-8@7.0",
        "C-8-9",
        "C-99-1",
        "M-7-66",
        "運用8⑳",
        "",
        "  ",
        "@6.0",
        "ほげ",
        "C-8-x",
        "C-８５",
        "C-8-5-1-1-1",
        "C-99999999999",
        "①",
        "⑤⑤",
        "C⑤8",
        "CC-8-5",
        "G-3.4.1-2",
    ];
    let mut table = String::new();
    for query in queries {
        writeln!(table, "{query:<24} -> {}", answer(query)).unwrap();
    }
    insta::assert_snapshot!(table);
}

#[test]
fn an_error_says_what_was_typed() {
    let error = Kb::embedded().unwrap().resolve(" C-8-50 ").unwrap_err();
    let KbError::UnknownId { query, nearest } = error else { panic!("{error}") };
    assert_eq!(query, "C-8-50");
    assert!(nearest.contains(&"C-8-5".to_owned()), "{nearest:?}");
}

#[test]
fn a_key_that_is_not_whole_leads_to_those_of_its_sort() {
    for (typed, sort) in [("JAHIS", "JAHIS-"), ("CL-1", "CL-R"), ("inv", "INV-"), ("REF-appl", "REF-app")] {
        let error = Kb::embedded().unwrap().resolve(typed).unwrap_err();
        let KbError::UnknownId { nearest, .. } = error else { panic!("{error}") };
        assert_eq!(nearest.len(), 3, "{typed}");
        assert!(nearest[0].starts_with(sort), "{typed}: {nearest:?}");
    }
}

#[test]
fn every_former_id_leads_to_its_entry() {
    let kb = Kb::embedded().unwrap();
    let mut count = 0;
    for entry in kb.entries() {
        for alias in entry.aliases() {
            for spelling in [alias.clone(), alias.to_lowercase()] {
                let matches = kb.resolve(&spelling).unwrap_or_else(|error| panic!("{spelling}: {error}"));
                let found = |found: &Match<'_>| matches!(found, Match::Entry { entry: found, by_alias: true } if *found == entry);
                assert!(matches.iter().any(found), "{spelling}: {matches:?}");
            }
            count += 1;
        }
    }
    assert!(count > 0);
}

#[test]
fn items_of_an_edition_that_is_not_held_lead_to_their_change() {
    let kb = Kb::embedded().unwrap();
    for query in ["6.5 C.13@5.2", "第5.2版 6.5 C.13", "６．５Ｃ．１３@5.2"] {
        let matches = kb.resolve(query).unwrap_or_else(|error| panic!("{query}: {error}"));
        let ids: Vec<_> = matches.iter().map(Match::name).collect();
        assert_eq!(ids, ["V52-6.5-C-13"], "{query}");
    }
}
