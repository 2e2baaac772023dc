//! One word in two spellings: サーバ and サーバー, 及び and および.

use std::collections::BTreeMap;

use super::{Fault, Looked};
use crate::document::TextSpan;
use crate::language::fold::spelling_groups;

/// The first place of each rarer spelling of a word that the document spells in more than one way.
pub(super) fn mixed(looked: Looked<'_>) -> Vec<Fault> {
    let text = looked.document.text.as_str();
    let mut faults = Vec::new();
    for spellings in spelling_groups() {
        let mut counted: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
        let title = looked.document.title.map(|title| title.range()).unwrap_or_default();
        // A title is a name, and stays as it was given.
        let places = longest_places(text, &spellings).into_iter().filter(|(start, _)| !title.contains(start));
        for (start, spelling) in places {
            let entry = counted.entry(spelling).or_insert((0, start));
            entry.0 += 1;
        }
        if counted.len() < 2 {
            continue;
        }
        let most = counted.iter().max_by_key(|(_, (count, start))| (*count, std::cmp::Reverse(*start)));
        let most = most.map(|(spelling, _)| *spelling).unwrap_or_default();
        for (spelling, (_, start)) in counted.iter().filter(|(spelling, _)| **spelling != most) {
            let end = start + spelling.len();
            faults.push(looked.fault(TextSpan::new(*start as u32, end as u32)));
        }
    }
    // What stands in no sentence, a name above the text say, is not for the reader to level.
    let holds = |fault: &Fault| {
        looked.units.get(fault.unit).is_some_and(|unit| unit.own_span.contains(fault.passage))
    };
    faults.retain(holds);
    faults
}

/// Where the spellings stand; of two that begin at one place the longer one is meant.
fn longest_places<'s>(text: &str, spellings: &[&'s str]) -> Vec<(usize, &'s str)> {
    let mut places: BTreeMap<usize, &'s str> = BTreeMap::new();
    for spelling in spellings {
        for (start, _) in text.match_indices(spelling) {
            let held = places.entry(start).or_insert(spelling);
            if held.len() < spelling.len() {
                *held = spelling;
            }
        }
    }
    places.into_iter().collect()
}
