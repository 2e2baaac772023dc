//! What people type for clauses → the table of phrases.

use std::collections::{BTreeMap, BTreeSet};

use crate::phrases::{Phrases, pairs};

/// The bytes of the table.
///
/// # Errors
/// More phrases or clauses than the table can number.
pub(crate) fn packed(asked: &BTreeMap<String, Vec<String>>) -> Result<Vec<u8>, Box<dyn std::error::Error>> {
    let mut phrases: BTreeMap<&str, Vec<u16>> = BTreeMap::new();
    for (clause, words) in asked.values().enumerate() {
        for word in words {
            phrases.entry(word).or_default().push(u16::try_from(clause)?);
        }
    }
    let pairs_of: Vec<BTreeSet<String>> = phrases.keys().map(|phrase| pairs(phrase)).collect();
    let mut having: BTreeMap<&str, Vec<u16>> = BTreeMap::new();
    for (phrase, pairs) in pairs_of.iter().enumerate() {
        for pair in pairs {
            having.entry(pair).or_default().push(u16::try_from(phrase)?);
        }
    }
    let rarity = |count: usize| ((phrases.len() as f32 + 1.0) / (count as f32 + 0.5)).ln();
    let counts = |pair: &String| having.get(pair.as_str()).map_or(0.0, |having| rarity(having.len()));
    let wholes = pairs_of.iter().map(|pairs| pairs.iter().map(counts).sum());
    Ok(postcard::to_stdvec(&Phrases {
        phrases: wholes.zip(phrases.values().cloned()).collect(),
        pairs: having.iter().map(|(pair, having)| (*pair, rarity(having.len()), having.clone())).collect(),
        unknown: rarity(0),
        clauses: asked.keys().map(String::as_str).collect(),
    })?)
}
