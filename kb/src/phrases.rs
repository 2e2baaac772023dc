//! What people type for clauses, phrase by phrase, gathered by the build script from `data/search`.
//!
//! A query that is nearly one of these phrases is meant for its clauses, however many other words they go by. Phrases
//! are compared by the pairs of characters that they share, rare pairs counting more.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::words::{fold_words, okurigana};

/// How much the length of a phrase matters beside that of the query: a sentence may hold more than the phrase.
const PHRASE: f32 = 0.8;
/// Phrases that share less with a query are not heard.
const LEAST: f32 = 0.15;

/// The phrases, sorted.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub(crate) struct Phrases<'a> {
    /// Pairs of characters, what they count, and the phrases that have them.
    #[serde(borrow)]
    pub(crate) pairs: Vec<(&'a str, f32, Vec<u16>)>,
    /// What a pair counts that no phrase has.
    pub(crate) unknown: f32,
    /// What all pairs of each phrase count, and its clauses by their place in the table below.
    pub(crate) phrases: Vec<(f32, Vec<u16>)>,
    /// Clause ids.
    #[serde(borrow)]
    pub(crate) clauses: Vec<&'a str>,
}

/// The pairs of neighbouring characters of a text, and words of one character.
pub(crate) fn pairs(text: &str) -> BTreeSet<String> {
    let folded = fold_words(text);
    let of_word = |word: &str| {
        let chars = in_one_spelling(&word.chars().collect::<Vec<char>>());
        match chars.as_slice() {
            [single] => vec![single.to_string()],
            chars => chars.windows(2).map(|pair| pair.iter().collect()).collect(),
        }
    };
    folded.split(' ').filter(|word| !word.is_empty()).flat_map(of_word).collect()
}

/// Verbs of two kanji without the hiragana between these: 持ち出し as 持出し.
fn in_one_spelling(chars: &[char]) -> Vec<char> {
    let mut spelled = Vec::with_capacity(chars.len());
    let mut at = 0;
    while let Some(c) = chars.get(at) {
        let verb = okurigana(chars, at);
        match verb.as_ref().and_then(|verb| Some((verb.length, verb.spellings.get(1)?))) {
            Some((length, spelling)) => {
                spelled.extend(spelling.chars());
                at += length;
            }
            None => {
                spelled.push(*c);
                at += 1;
            }
        }
    }
    spelled
}

impl Phrases<'_> {
    /// How near the nearest phrase of each clause is to a query, up to 1 for the same.
    pub(crate) fn nearness(&self, query: &str) -> BTreeMap<&str, f32> {
        let mut shared = vec![0.0; self.phrases.len()];
        let mut whole = 0.0;
        for pair in pairs(query) {
            let known = self.pairs.binary_search_by(|(known, _, _)| (*known).cmp(pair.as_str()));
            let known = known.ok().and_then(|at| self.pairs.get(at));
            whole += known.map_or(self.unknown, |(_, counts, _)| *counts);
            for (counts, phrase) in
                known.iter().flat_map(|(_, counts, having)| having.iter().map(move |at| (counts, at)))
            {
                if let Some(shared) = shared.get_mut(usize::from(*phrase)) {
                    *shared += counts;
                }
            }
        }
        let mut nearest = BTreeMap::new();
        for ((all, clauses), shared) in self.phrases.iter().zip(shared) {
            let near = shared / (PHRASE * all + (1.0 - PHRASE) * whole).max(f32::EPSILON);
            if near < LEAST {
                continue;
            }
            for clause in clauses.iter().filter_map(|clause| self.clauses.get(usize::from(*clause))) {
                let known = nearest.entry(*clause).or_insert(near);
                *known = near.max(*known);
            }
        }
        nearest
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_a_verb_are_one() {
        assert_eq!(pairs("持ち出しの手順"), pairs("持出しの手順"));
        assert_eq!(pairs("鍵 取り扱い"), ["扱い", "取扱", "鍵"].map(String::from).into());
    }

    #[test]
    fn a_query_is_near_the_phrases_that_it_holds() {
        let phrases = Phrases {
            pairs: vec![("の鍵", 1.0, vec![1]), ("施錠", 2.0, vec![0, 1])],
            unknown: 3.0,
            phrases: vec![(2.0, vec![0]), (3.0, vec![0, 1])],
            clauses: vec!["A", "B"],
        };
        let near = phrases.nearness("施錠");
        assert_eq!(near.get("A"), Some(&1.0));
        assert!(near.get("B").is_some_and(|near| (0.6..0.9).contains(near)));
        assert!(phrases.nearness("停電").is_empty());
    }
}
