//! What a query comes to, and which entries of a kind fit it how well.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use super::analyse::{Analysis, Unit, analyse};
use super::engine::{Opened, Part, Scores, Tally, Word};
use super::grammar::{Question, Wanted};
use super::suggest::{self, Mistake};
use crate::error::KbError;
use crate::model::EntryKind;
use crate::synonyms::{Closeness, Lexicon};
use crate::words::{fold_kana, fold_word};

/// How much less an entry is worth that has less of the query: one with all words comes before one with many of one.
const COORDINATION: f32 = 0.8;
const FLOOR: f32 = 0.15;
/// How much more a rare word counts in that.
const RARITY: f32 = 0.5;
/// What a phrase counts beside a plain word.
const PHRASE: f32 = 1.5;

/// A query, understood.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Plan {
    pub(super) needs: Vec<Need>,
    excluded: Vec<String>,
    pub(super) mistakes: Vec<Mistake>,
}

/// One thing that is looked for.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Need {
    /// One or two characters: exactly these.
    Gram(String),
    /// Words, the more of them the better.
    Units(Vec<Unit>),
    /// Has to be there.
    Phrase(String),
    /// At least one of these has to be there.
    AnyOf(Vec<Need>),
}

/// An entry that fits.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Found {
    pub(super) score: f32,
    /// How much of the query the entry has in its own words, from 0 to 1.
    pub(super) covered: f32,
    pub(super) ordinal: usize,
}

impl Plan {
    pub(super) fn new(question: &Question, lexicon: &Lexicon<'_>) -> Self {
        let mut plan = Self::default();
        let alone = question.wanted.len() == 1;
        for wanted in &question.wanted {
            plan.needs.extend(need(wanted, alone, lexicon));
        }
        plan.excluded = question.excluded.iter().map(|text| fold_word(text)).collect();
        plan.excluded.retain(|text| !text.is_empty());
        for wanted in &question.wanted {
            if let Wanted::Words(text) = wanted {
                plan.mend(text, lexicon);
            }
        }
        plan
    }

    /// Adds what was probably meant by words that stand nowhere.
    fn mend(&mut self, text: &str, lexicon: &Lexicon<'_>) {
        for typed in suggest::suspects(text, lexicon) {
            let Some(meant) = suggest::nearest(&typed, lexicon) else { continue };
            let mut alternatives: Vec<(String, Closeness)> = vec![(meant.to_owned(), Closeness::Typo)];
            let names = lexicon.get(meant).unwrap_or_default().into_iter();
            let names = names.filter(|(_, closeness)| *closeness <= Closeness::Same);
            alternatives.extend(names.map(|(name, _)| (name.to_owned(), Closeness::Typo)));
            let unit = Unit { text: typed.clone(), weight: 1.0, partial: false, alternatives };
            self.mistakes.push(Mistake { typed, meant: meant.to_owned() });
            match self.needs.iter_mut().find(|need| matches!(need, Need::Units(_))) {
                Some(Need::Units(units)) => {
                    units.retain(|known| known.text != unit.text);
                    units.push(unit);
                }
                _ => self.needs.push(Need::Units(vec![unit])),
            }
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.needs.is_empty()
    }

    /// Whether some entries are ruled out by what they say.
    pub(super) fn is_strict(&self) -> bool {
        let required = |need: &Need| matches!(need, Need::Phrase(_) | Need::AnyOf(_));
        !self.excluded.is_empty() || self.needs.iter().any(required)
    }

    /// All words with their alternatives.
    pub(super) fn units(&self) -> Vec<&Unit> {
        self.needs.iter().flat_map(Need::units).collect()
    }

    /// What each entry of a kind has of the query.
    pub(super) fn tally(&self, part: &Part) -> Result<Tally, KbError> {
        let opened = part.open()?;
        let mut total = Tally { scores: opened.nothing(), words: Vec::new() };
        let mut required: Vec<Scores> = Vec::new();
        for need in &self.needs {
            let tally = need.tally(opened)?;
            add(&mut total.scores, &tally.scores);
            total.words.extend(tally.words);
            if matches!(need, Need::Phrase(_) | Need::AnyOf(_)) {
                required.push(tally.scores);
            }
        }
        for needed in &required {
            drop_where(&mut total.scores, needed, |score| score <= 0.0);
        }
        for text in &self.excluded {
            drop_where(&mut total.scores, &opened.says(text)?, |score| score > 0.0);
        }
        Ok(total)
    }
}

impl Tally {
    /// How much of the query each entry has in its own words.
    pub(super) fn covered(&self) -> Scores {
        self.share(|word| &word.own)
    }

    fn share(&self, of: impl Fn(&Word) -> &Scores) -> Scores {
        let mut share = vec![0.0; self.scores.len()];
        let weights: Vec<f32> = self.words.iter().map(Word::telling).collect();
        let whole: f32 = weights.iter().sum();
        for (word, weight) in self.words.iter().zip(weights) {
            let weight = weight / whole.max(f32::EPSILON);
            share.iter_mut().zip(of(word)).for_each(|(share, there)| *share += weight * there);
        }
        share
    }

    /// The entries that fit, best first, in the order of the data where they fit equally well; `first` is the ordinal of
    /// the first entry. An entry that meets more of the query comes before one with much of one word.
    pub(super) fn ranked(&self, first: usize) -> Vec<Found> {
        let found = self.scores.iter().zip(self.share(|word| &word.met)).zip(self.covered()).enumerate();
        let mut found: Vec<Found> = found
            .filter(|(_, ((score, _), _))| **score > 0.0)
            .map(|(at, ((score, met), covered))| Found {
                score: score * (FLOOR + (1.0 - FLOOR) * met).powf(COORDINATION),
                covered,
                ordinal: first + at,
            })
            .collect();
        found.sort_by(|a, b| b.score.total_cmp(&a.score));
        found
    }
}

impl Word {
    /// How much it tells that an entry has the word: more of a word that few have.
    fn telling(&self) -> f32 {
        let count = self.own.len() as f32 + 1.0;
        let having = self.own.iter().filter(|own| **own > 0.0).count() as f32 + 0.5;
        self.weight * ((count / having).ln() / count.ln()).max(0.0).powf(RARITY)
    }
}

/// The ranked entries, each kind asked once.
#[derive(Debug)]
pub(super) struct Ranks<'a> {
    pub(super) plan: &'a Plan,
    /// As typed.
    pub(super) query: &'a str,
    known: BTreeMap<EntryKind, Ranked>,
}

/// The entries of a kind, counted and ranked.
#[derive(Debug)]
pub(super) struct Ranked {
    pub(super) tally: Tally,
    pub(super) found: Vec<Found>,
}

impl<'a> Ranks<'a> {
    pub(super) fn new(plan: &'a Plan, query: &'a str) -> Self {
        Self { plan, query, known: BTreeMap::new() }
    }

    /// The entries of a kind that fit, best first.
    pub(super) fn of(&mut self, part: &Part) -> Result<&Ranked, KbError> {
        match self.known.entry(part.kind) {
            Entry::Occupied(known) => Ok(known.into_mut()),
            Entry::Vacant(slot) => {
                let tally = self.plan.tally(part)?;
                let found = tally.ranked(part.first);
                Ok(slot.insert(Ranked { tally, found }))
            }
        }
    }
}

impl Need {
    fn units(&self) -> Vec<&Unit> {
        match self {
            Self::Units(units) => units.iter().collect(),
            Self::AnyOf(branches) => branches.iter().flat_map(Self::units).collect(),
            Self::Gram(_) | Self::Phrase(_) => Vec::new(),
        }
    }

    /// What is shown of it in a snippet.
    pub(super) fn needles(&self) -> Vec<(String, f32)> {
        match self {
            Self::Gram(gram) => vec![(fold_kana(gram), 1.0)],
            Self::Phrase(text) => vec![(text.clone(), 1.5)],
            Self::Units(units) => units.iter().flat_map(needles_of_unit).collect(),
            Self::AnyOf(branches) => branches.iter().flat_map(Self::needles).collect(),
        }
    }

    fn tally(&self, opened: &Opened) -> Result<Tally, KbError> {
        match self {
            Self::Gram(gram) => Ok(certain(exact(gram, opened)?, 1.0)),
            Self::Phrase(text) => Ok(certain(opened.says(text)?, PHRASE)),
            Self::Units(units) => opened.tally(units),
            Self::AnyOf(branches) => {
                let mut best = certain(opened.nothing(), 1.0);
                for branch in branches {
                    let tally = branch.tally(opened)?;
                    let covered = tally.covered();
                    // A branch that only resembles does not count as one of the two.
                    let sure = tally
                        .scores
                        .iter()
                        .zip(&covered)
                        .map(|(score, covered)| if *covered >= 0.5 { *score } else { 0.0 });
                    take_better(&mut best.scores, &sure.collect());
                    for word in &mut best.words {
                        take_better(&mut word.own, &covered);
                        take_better(&mut word.met, &tally.share(|word| &word.met));
                    }
                }
                Ok(best)
            }
        }
    }
}

fn need(wanted: &Wanted, alone: bool, lexicon: &Lexicon<'_>) -> Option<Need> {
    match wanted {
        Wanted::Phrase(text) => {
            Some(Need::Phrase(fold_word(text))).filter(|need| *need != Need::Phrase(String::new()))
        }
        Wanted::AnyOf(branches) => {
            let branches: Vec<Need> =
                branches.iter().filter_map(|branch| need(branch, false, lexicon)).collect();
            (!branches.is_empty()).then_some(Need::AnyOf(branches))
        }
        Wanted::Words(text) => match analyse(text, lexicon) {
            Analysis::Empty => None,
            Analysis::Units(units) => Some(Need::Units(units)),
            Analysis::Gram(gram) if alone => Some(Need::Gram(gram)),
            Analysis::Gram(gram) => Some(Need::Units(vec![Unit {
                text: fold_kana(&gram),
                weight: 1.0,
                partial: false,
                alternatives: Vec::new(),
            }])),
        },
    }
}

/// One or two characters; where they stand nowhere, without marks of long vowels.
fn exact(gram: &str, opened: &Opened) -> Result<Scores, KbError> {
    let found = opened.gram(gram)?;
    let folded = fold_kana(gram);
    if found.iter().all(|score| *score == 0.0) && !folded.is_empty() && folded != *gram {
        return opened.gram(&folded);
    }
    Ok(found)
}

/// Scores of something that is either there or not.
fn certain(scores: Scores, weight: f32) -> Tally {
    let own: Scores = scores.iter().map(|score| if *score > 0.0 { 1.0 } else { 0.0 }).collect();
    let scores = scores.into_iter().map(|score| score * weight).collect();
    Tally { scores, words: vec![Word { weight: 1.0, met: own.clone(), own }] }
}

fn add(total: &mut Scores, more: &Scores) {
    total.iter_mut().zip(more).for_each(|(total, more)| *total += more);
}

fn take_better(best: &mut Scores, other: &Scores) {
    best.iter_mut().zip(other).for_each(|(best, other)| *best = best.max(*other));
}

fn drop_where(scores: &mut Scores, by: &Scores, is_out: impl Fn(f32) -> bool) {
    scores.iter_mut().zip(by).filter(|(_, by)| is_out(**by)).for_each(|(score, _)| *score = 0.0);
}

fn needles_of_unit(unit: &Unit) -> Vec<(String, f32)> {
    let share = |closeness: &Closeness| if *closeness >= Closeness::Colloquial { 0.4 } else { 0.8 };
    let mut needles = vec![(unit.text.clone(), unit.weight)];
    needles.extend(
        unit.alternatives.iter().map(|(text, closeness)| (text.clone(), unit.weight * share(closeness))),
    );
    if unit.partial {
        let chars: Vec<char> = unit.text.chars().collect();
        needles.extend(chars.windows(2).map(|pair| (pair.iter().collect(), unit.weight * 0.3)));
    }
    needles
}
