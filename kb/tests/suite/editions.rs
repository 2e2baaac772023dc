//! Editions: what became of a clause, the way between two editions, and an edition that is added as data alone.

use std::collections::BTreeMap;

use kb::{Direction, Kb, KbError, Match, Relation};

use crate::data::{file, kb_of, shipped};

/// An edition that does not exist, as somebody would add it: an entry in the list, a chapter, what changed.
fn with_a_new_edition() -> Kb {
    let mut files = shipped();
    let list = files.iter_mut().find(|(path, _)| path == "editions.toml").unwrap();
    list.1.push_str(
        r#"
[[edition]]
id = "9.9"
title = "試しの版"
gist = "試験のために作った版。"
issued = "2099-01"
status = "later"
sources = ["試験"]
verification = { content = "recall", numbering = "inferred" }
"#,
    );
    files.push(file(
        "guideline-9.9/control/01-basics.toml",
        r#"
edition = "9.9"
part = "control"
chapter = 1
title = "試しの章"
applies_to = ["Ⅰ"]
verification = { title = "recall", applies_to = "inferred" }
[[clause]]
id = "C-1-1"
section = "1"
item = 1
official_number = "①"
title = "試しの条項"
gist = "試験のための条項。"
actor = "システム運用担当者"
related = ["C-1-2"]
verification = { content = "recall", numbering = "inferred" }
[[clause]]
id = "C-1-2"
section = "1"
item = 2
official_number = "②"
title = "加わった条項"
gist = "試験のために加わった条項。"
actor = "システム運用担当者"
verification = { content = "recall", numbering = "inferred" }
"#,
    ));
    files.push(file(
        "transitions/7.0-9.9.toml",
        r#"
from = "7.0"
to = "9.9"
[[change]]
id = "V99-1"
title = "条項が加わった"
gist = "試験のための変更。"
relation = "added"
after = ["C-1-2"]
sources = ["試験"]
verification = { content = "recall", numbering = "inferred" }
"#,
    ));
    kb_of(&files).unwrap()
}

#[test]
fn an_edition_is_added_without_code() {
    let kb = with_a_new_edition();
    assert_eq!(kb.base(), kb::EDITION);
    assert_eq!(kb.clauses_of_edition("9.9").count(), 2);
    assert_eq!(kb.clauses().count(), Kb::embedded().unwrap().clauses().count());
    let clause = kb.get("C-1-1@9.9").unwrap();
    assert_eq!((clause.title(), clause.edition()), ("試しの条項", Some("9.9")));
    assert_eq!(clause.links()[0].target.id(), "C-1-2@9.9");
    assert_eq!(kb.get("C-1-1").unwrap().edition(), Some(kb::EDITION));
    for query in ["C-1-1@9.9", "第9.9版 運用1①", "c1.1@9.9"] {
        let matches = kb.resolve(query).unwrap();
        assert!(
            matches!(&matches[..], [Match::Entry { entry, .. }] if *entry == clause),
            "{query}: {matches:?}"
        );
    }
    let added = kb.get("C-1-2@9.9").unwrap().links();
    assert!(added.iter().any(|link| link.relation == Relation::After && link.target.id() == "V99-1"));
}

#[test]
fn the_way_between_editions_goes_through_those_between() {
    let kb = with_a_new_edition();
    let legs = |from, to| {
        let diff = kb.diff(from, to).unwrap();
        diff.legs
            .iter()
            .map(|leg| format!("{} {}", leg.transition.from, leg.transition.to))
            .collect::<Vec<_>>()
    };
    assert_eq!(legs("5.2", "6.0"), ["5.2 6.0"]);
    assert_eq!(legs("第5.2版", "9.9"), ["5.2 6.0", "6.0 7.0", "7.0 9.9"]);
    assert!(matches!(kb.diff("6.0", "5.2"), Err(KbError::NoTransition { .. })));
    assert!(matches!(kb.diff("6.0", "6.0"), Err(KbError::NoTransition { .. })));
    assert!(matches!(kb.diff("4.1", "6.0"), Err(KbError::UnknownEdition { .. })));
}

#[test]
fn every_clause_knows_its_origin_and_its_fate_or_says_that_it_does_not() {
    let kb = Kb::embedded().unwrap();
    for clause in kb.clauses() {
        let links = clause.links();
        let known = |relation| {
            links.iter().any(|link| link.relation == relation && link.direction == Direction::Incoming)
        };
        let silent: BTreeMap<&str, &str> = clause
            .silent_transitions()
            .iter()
            .map(|transition| (transition.from.as_str(), transition.to.as_str()))
            .collect();
        assert_eq!(known(Relation::After), !silent.contains_key("5.2"), "{}", clause.id());
        assert_eq!(known(Relation::Before), !silent.contains_key("6.0"), "{}", clause.id());
    }
}

#[test]
fn a_leg_names_every_clause_or_lists_it_as_unnamed() {
    let kb = Kb::embedded().unwrap();
    for (from, to) in [("5.2", "6.0"), ("6.0", "7.0")] {
        let diff = kb.diff(from, to).unwrap();
        let leg = &diff.legs[0];
        let changes: usize = leg.counts().values().sum();
        assert_eq!(changes, leg.changes.len());
        for clause in kb.clauses() {
            let silent = clause.silent_transitions().iter().any(|transition| transition.to == to);
            assert_eq!(leg.unnamed.contains(&clause), silent, "{}", clause.id());
        }
    }
}
