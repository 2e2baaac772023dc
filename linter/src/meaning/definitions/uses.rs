//! Where defined terms are used.

use std::collections::{BTreeMap, BTreeSet};

use daachorse::{CharwiseDoubleArrayAhoCorasickBuilder, MatchKind};

use super::Definition;
use crate::document::{Document, TextSpan};

/// For each definition, the places where its term stands in the text other than in the definition itself.
///
/// Of two terms that begin at the same place the longer one is meant. A term inside a longer word of the same script
/// (障害 in 障害者) is not used there.
pub fn uses(document: &Document, definitions: &[Definition]) -> Vec<Vec<TextSpan>> {
    let mut uses = vec![Vec::new(); definitions.len()];
    let mut patterns: BTreeMap<&str, u32> = BTreeMap::new();
    for (index, definition) in definitions.iter().enumerate().filter(|(_, one)| !one.term.is_empty()) {
        patterns.entry(&definition.term).or_insert(index as u32);
    }
    let built = CharwiseDoubleArrayAhoCorasickBuilder::new()
        .match_kind(MatchKind::LeftmostLongest)
        .build_with_values(patterns);
    let Ok(automaton) = built else { return uses };
    let defining: BTreeSet<TextSpan> = definitions.iter().map(|one| one.term_span).collect();
    for hit in automaton.leftmost_find_iter(&document.text) {
        let span = TextSpan::new(hit.start() as u32, hit.end() as u32);
        if is_word(&document.text, hit.start(), hit.end())
            && !defining.contains(&span)
            && let Some(list) = uses.get_mut(hit.value() as usize)
        {
            list.push(span);
        }
    }
    uses
}

/// A term of katakana or letters must not go on; one of kanji may be part of a compound on its right only by 者.
fn is_word(text: &str, start: usize, end: usize) -> bool {
    let before = text.get(..start).and_then(|head| head.chars().next_back());
    let after = text.get(end..).and_then(|rest| rest.chars().next());
    let first = text.get(start..end).and_then(|word| word.chars().next());
    let last = text.get(start..end).and_then(|word| word.chars().next_back());
    let run = |a: Option<char>, b: Option<char>| match (a, b) {
        (Some(a), Some(b)) => {
            let katakana = |c: char| matches!(c, 'ァ'..='ヺ' | 'ー');
            (katakana(a) && katakana(b)) || (a.is_ascii_alphanumeric() && b.is_ascii_alphanumeric())
        }
        _ => false,
    };
    let person = last.is_some_and(|c| matches!(c, '\u{4E00}'..='\u{9FFF}')) && after == Some('者');
    !run(before, first) && !run(last, after) && !person
}
