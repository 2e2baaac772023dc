//! What holds for every entry and for any input.

#[cfg(feature = "search")]
use std::collections::{BTreeMap, BTreeSet};

use kb::{ClauseEntry, Direction, Kb, Match};
use proptest::prelude::*;

fn kb() -> &'static Kb {
    Kb::embedded().unwrap()
}

/// Every way of writing the number of an entry that does not lean on its group.
fn spellings(entry: ClauseEntry<'_>) -> Vec<String> {
    let clause = entry.clause();
    let part = entry.chapter().part;
    let (section, item, letter) = (&clause.section, clause.item, part.letter());
    let full_width: String =
        clause.id.chars().map(|c| char::from_u32(u32::from(c) + 0xFEE0).unwrap()).collect();
    let mut spellings = vec![
        clause.id.clone(),
        clause.id.to_lowercase(),
        full_width,
        format!("{letter} {section} {item}"),
        format!("{letter}{section}.{item}"),
        format!("  {}@6.0 ", clause.id),
        format!("{}{section}-{item}", part.title()),
        entry.citation(),
    ];
    let official = &clause.official_number;
    let group = clause.group.as_deref().unwrap_or_default();
    for name in short_names(letter) {
        spellings.push(format!("{name}{section}.{group}{official}"));
        spellings.push(format!("{name}{section}{group}{official}"));
        spellings.push(format!("第6.0版 {name}　{section} {group} {official}"));
    }
    spellings
}

fn short_names(letter: char) -> &'static [&'static str] {
    match letter {
        'G' => &["経営", "経営編", "経営管理編", "経"],
        'M' => &["企画", "企画編", "企画管理編", "企"],
        _ => &["シス", "運用", "運用編", "システム運用編"],
    }
}

#[test]
fn every_id_resolves_to_itself_in_all_spellings() {
    for entry in kb().clauses() {
        for spelling in spellings(entry) {
            let matches = kb().resolve(&spelling).unwrap_or_else(|error| panic!("{spelling}: {error}"));
            let found =
                matches.iter().any(|found| matches!(found, Match::Entry { entry: e, .. } if *e == *entry));
            assert!(found, "{spelling}: {matches:?}");
        }
    }
}

#[test]
fn hyphenated_ids_mean_one_thing() {
    for id in kb().ids() {
        let matches = kb().resolve(id).unwrap();
        assert_eq!(matches.iter().map(Match::name).collect::<Vec<_>>(), [id]);
    }
}

#[test]
fn links_go_both_ways() {
    for entry in kb().entries() {
        for link in entry.links() {
            let Some(target) = link.target.entry() else {
                assert_eq!(link.direction, Direction::Outgoing, "{}", entry.id());
                continue;
            };
            let is_back = |back: &kb::Link<'_>| {
                back.relation == link.relation && back.target.entry().is_some_and(|back| back == entry)
            };
            let back = target.links().into_iter().find(is_back);
            let back = back.unwrap_or_else(|| panic!("{} -> {}", entry.id(), target.id()));
            assert_eq!((back.tie, back.note.is_some()), (link.tie, link.note.is_some()));
        }
    }
}

/// Of the many entries beside clauses, one in twenty.
#[cfg(feature = "search")]
#[test]
fn every_two_characters_of_a_title_find_their_entry() {
    let options = kb::search::SearchOptions { limit: usize::MAX, ..Default::default() };
    let others = kb().entries().filter(|entry| entry.as_clause().is_none()).step_by(20);
    let mut queries: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    for entry in kb().clauses().map(|clause| clause.entry()).chain(others) {
        let characters: Vec<char> = entry.title().chars().collect();
        // A minus before a word says what must not occur.
        let pairs = characters.windows(2).filter(|pair| pair[0] != '-');
        for pair in pairs.filter(|pair| pair.iter().any(|c| c.is_alphanumeric())) {
            queries.entry(pair.iter().collect()).or_default().push(entry.id());
        }
    }
    for (query, ids) in queries {
        let hits = kb().search(&query, &options).unwrap().hits;
        let found: BTreeSet<&str> = hits.iter().map(|hit| hit.id.as_str()).collect();
        let missing: Vec<_> = ids.iter().filter(|id| !found.contains(**id)).collect();
        assert!(missing.is_empty(), "{query}: {missing:?}");
    }
}

proptest! {
    #[test]
    fn resolve_never_panics(query in any::<String>()) {
        let _ = kb().resolve(&query);
    }

    #[test]
    fn resolve_survives_what_looks_like_a_number(query in "[CcGMｃ経営企画運用シス]{0,3}[-.0-9①-⑳ 章節第条@・−]{0,12}") {
        if let Ok(matches) = kb().resolve(&query) {
            prop_assert!(!matches.is_empty());
        }
    }

    #[test]
    fn load_never_panics(text in "(edition|part|chapter|\\[\\[clause\\]\\]|id|=|\"|\n|[a-zⅠ①0-9])*") {
        let _ = kb::load(&[kb::SourceFile { path: "guideline-6.0/control/x.toml", text: &text }]);
    }
}

#[cfg(feature = "search")]
proptest! {
    #[test]
    fn search_never_panics(query in any::<String>()) {
        let _ = kb().search(&query, &kb::search::SearchOptions::default());
    }

    #[test]
    fn search_takes_any_words(query in "[a-zA-Z0-9ぁ-んァ-ヶ一-龠ー、。　 \"*()+:-]{0,60}") {
        let options = kb::search::SearchOptions::of_kind(kb::EntryKind::Clause, 10);
        let hits = kb().search(&query, &options).unwrap().hits;
        prop_assert!(hits.is_sorted_by(|a, b| a.score >= b.score));
    }
}
