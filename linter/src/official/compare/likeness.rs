//! Whether our text means an item: the pairs of characters they share, those counting more that few items of the box have.

use std::collections::{BTreeMap, BTreeSet};

use crate::official::marks::folded;

/// Share of an item's pairs from which on a text may mean it, in thousandths.
const ENOUGH: u64 = 150;
/// How many times better another item has to fit.
const CLEARLY: u64 = 2;
/// The weight of a pair that one item alone has.
const WEIGHT: u64 = 1_000;

/// Where a text fits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fit {
    /// At its own number, and nowhere better.
    Here,
    /// Clearly better at another.
    Elsewhere(usize),
    /// The words do not tell.
    Open,
}

/// The items of one box.
pub(super) struct Likeness {
    items: Vec<BTreeSet<(char, char)>>,
    weights: BTreeMap<(char, char), u64>,
}

impl Likeness {
    /// Weighs the pairs of the items.
    pub(super) fn of<'a>(texts: impl Iterator<Item = &'a str>) -> Self {
        let items: Vec<_> = texts.map(pairs).collect();
        let mut counts: BTreeMap<(char, char), u64> = BTreeMap::new();
        for pair in items.iter().flatten() {
            *counts.entry(*pair).or_default() += 1;
        }
        let weights = counts.into_iter().map(|(pair, count)| (pair, WEIGHT / count.max(1))).collect();
        Self { items, weights }
    }

    /// Where a text fits that stands at `own`.
    pub(super) fn fit(&self, text: &str, own: usize) -> Fit {
        let text = pairs(text);
        let scores: Vec<u64> = self.items.iter().map(|item| self.score(item, &text)).collect();
        let here = scores.get(own).copied().unwrap_or_default();
        let others = scores.iter().enumerate().filter(|(index, _)| *index != own);
        let best = others.max_by_key(|(index, score)| (**score, std::cmp::Reverse(*index)));
        match best {
            Some((better, score)) if *score >= ENOUGH && *score >= here * CLEARLY => Fit::Elsewhere(better),
            Some((_, score)) if *score >= here => Fit::Open,
            _ if here >= ENOUGH => Fit::Here,
            _ => Fit::Open,
        }
    }

    /// The share of the item's weight that the text has, in thousandths.
    fn score(&self, item: &BTreeSet<(char, char)>, text: &BTreeSet<(char, char)>) -> u64 {
        let weight = |pair: &(char, char)| self.weights.get(pair).copied().unwrap_or_default();
        let all: u64 = item.iter().map(weight).sum();
        item.intersection(text).map(weight).sum::<u64>() * 1_000 / all.max(1)
    }
}

/// Neighbouring letters, but for pairs of hiragana alone: those are grammar.
fn pairs(text: &str) -> BTreeSet<(char, char)> {
    let grammar = |c: char| ('ぁ'..='ゖ').contains(&c);
    let text = folded(text);
    text.chars()
        .zip(text.chars().skip(1))
        .filter(|(a, b)| a.is_alphanumeric() && b.is_alphanumeric() && !(grammar(*a) && grammar(*b)))
        .collect()
}
