//! The opened indexes, one for each kind of entry, and how an entry's score is added up.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use tantivy::query::{EnableScoring, Query};
use tantivy::{Index, ReloadPolicy, Searcher};

use super::analyse::Unit;
use super::directory::StaticDirectory;
use super::plan;
use crate::error::KbError;
use crate::fields::{WeightedField, weighted_fields};
use crate::model::EntryKind;
use crate::synonyms::{Closeness, Lexicon};

pub(super) static INDEX: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/index.bin"));
static LEXICON: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/lexicon.bin"));

/// What a word adds that occurs at all, however often.
const PRESENCE: f32 = 0.7;
/// What a pair of characters of a longer word counts.
const PARTIAL: f32 = 0.7;
/// What words of tied entries count beside an entry's own.
const LENT: f32 = 0.35;
/// What a word adds that a tied entry has.
const LENT_PRESENCE: f32 = 0.96;

/// What another name, and what a hint counts among lent words.
const LENT_NAME: f32 = 0.3;
const LENT_HINT: f32 = 0.12;

type Files = Vec<(&'static str, &'static [u8])>;

/// The indexes and the table of words.
#[derive(Debug)]
pub(crate) struct Engine {
    parts: Vec<Part>,
    pub(super) lexicon: Lexicon<'static>,
}

/// The entries of one kind.
#[derive(Debug)]
pub(super) struct Part {
    pub(super) kind: EntryKind,
    pub(super) first: usize,
    files: Files,
    opened: OnceLock<Result<Opened, KbError>>,
}

/// The index of one kind.
#[derive(Debug)]
pub(super) struct Opened {
    searcher: Searcher,
    fields: Vec<WeightedField>,
    lent: Option<WeightedField>,
    count: usize,
}

/// For each entry of a kind what it gets, 0 for nothing.
pub(super) type Scores = Vec<f32>;

/// What a part of a query gives.
#[derive(Debug, Clone, Default)]
pub(super) struct Tally {
    /// The score of each entry.
    pub(super) scores: Scores,
    /// How much of the query each entry has in its own words.
    pub(super) covered: Scores,
    /// How much there is to have.
    pub(super) whole: f32,
}

impl Engine {
    pub(super) fn open() -> Result<Self, KbError> {
        let parts: Vec<(EntryKind, usize, Files)> = postcard::from_bytes(INDEX).map_err(broken)?;
        let lexicon = postcard::from_bytes(LEXICON).map_err(broken)?;
        let part = |(kind, first, files)| Part { kind, first, files, opened: OnceLock::new() };
        Ok(Self { parts: parts.into_iter().map(part).collect(), lexicon })
    }

    pub(super) fn parts(&self) -> impl Iterator<Item = &Part> {
        self.parts.iter()
    }
}

impl Part {
    pub(super) fn open(&self) -> Result<&Opened, KbError> {
        self.opened.get_or_init(|| Opened::new(self.kind, self.files.clone())).as_ref().map_err(Clone::clone)
    }
}

impl Opened {
    fn new(kind: EntryKind, files: Files) -> Result<Self, KbError> {
        let index = Index::open(StaticDirectory::new(files)).map_err(broken)?;
        let (fields, lent) = weighted_fields(kind, &index.schema());
        let reader = index.reader_builder().reload_policy(ReloadPolicy::Manual).try_into().map_err(broken)?;
        let searcher = reader.searcher();
        let count = usize::try_from(searcher.num_docs()).unwrap_or_default();
        Ok(Self { searcher, fields, lent, count })
    }

    pub(super) fn nothing(&self) -> Scores {
        vec![0.0; self.count]
    }

    /// Where exactly these one or two characters stand.
    pub(super) fn gram(&self, gram: &str) -> Result<Scores, KbError> {
        self.ask(&*plan::exact(gram, &self.fields))
    }

    /// Where a word stands among an entry's own.
    pub(super) fn own(&self, text: &str) -> Result<Scores, KbError> {
        self.ask(&*plan::whole(text, &self.fields))
    }

    /// Adds up the words: an entry with more of them comes before one that repeats a single word.
    pub(super) fn tally(&self, units: &[Unit]) -> Result<Tally, KbError> {
        let mut tally = Tally { scores: self.nothing(), covered: self.nothing(), whole: 0.0 };
        let mut asked: BTreeMap<String, Scores> = BTreeMap::new();
        for unit in units {
            let (scores, present) = self.unit(unit, &mut asked)?;
            let lent = self.lent(unit)?;
            tally.whole += unit.weight;
            let entries = tally.scores.iter_mut().zip(&mut tally.covered);
            let found = scores.iter().zip(&present).zip(&lent);
            for ((total, covered), ((score, present), lent)) in entries.zip(found) {
                *total += unit.weight * (PRESENCE * present + score);
                *covered += unit.weight * present;
                if *lent > 0.0 {
                    *total += unit.weight * (LENT * lent + LENT_PRESENCE * (1.0 - present).max(0.0));
                }
            }
        }
        Ok(tally)
    }

    /// Where a word or another for it stands among the words lent from tied entries.
    fn lent(&self, unit: &Unit) -> Result<Scores, KbError> {
        let Some(field) = self.lent else { return Ok(self.nothing()) };
        let mut best = self.ask(&*plan::whole(&unit.text, &[field]))?;
        for (text, closeness) in &unit.alternatives {
            let weight = match closeness {
                Closeness::Spelling => 1.0,
                Closeness::Same | Closeness::Typo => LENT_NAME,
                Closeness::Hint => LENT_HINT,
            };
            for (best, other) in best.iter_mut().zip(self.ask(&*plan::whole(text, &[field]))?) {
                *best = best.max(other * weight);
            }
        }
        Ok(best)
    }

    /// One word in the best of its spellings, and how surely it is there.
    fn unit(&self, unit: &Unit, asked: &mut BTreeMap<String, Scores>) -> Result<(Scores, Scores), KbError> {
        let (mut best, mut present) = (self.nothing(), self.nothing());
        let mut add = |found: &Scores, weight: f32, sure: f32| {
            let slots = best.iter_mut().zip(&mut present);
            for ((best, present), score) in slots.zip(found) {
                if *score > 0.0 {
                    *best = best.max(score * weight);
                    *present = present.max(sure);
                }
            }
        };
        let own = self.remembered(&unit.text, asked)?;
        let unknown = own.iter().all(|score| *score == 0.0);
        add(&own, 1.0, 1.0);
        for (text, closeness) in &unit.alternatives {
            let (weight, sure) = trust(*closeness, unknown);
            add(&self.remembered(text, asked)?, weight, sure);
        }
        if unit.partial {
            add(&self.ask(&*plan::pieces(&unit.text, &self.fields))?, PARTIAL, PARTIAL);
        }
        Ok((best, present))
    }

    fn remembered(&self, text: &str, asked: &mut BTreeMap<String, Scores>) -> Result<Scores, KbError> {
        if let Some(known) = asked.get(text) {
            return Ok(known.clone());
        }
        let scores = self.own(text)?;
        asked.insert(text.to_owned(), scores.clone());
        Ok(scores)
    }

    fn ask(&self, query: &dyn Query) -> Result<Scores, KbError> {
        let mut scores = self.nothing();
        let weight = query.weight(EnableScoring::enabled_from_searcher(&self.searcher)).map_err(broken)?;
        // One segment, filled in the order of the data.
        for segment in self.searcher.segment_readers() {
            let mut note = |document: u32, score: f32| {
                if let Some(slot) = usize::try_from(document).ok().and_then(|at| scores.get_mut(at)) {
                    *slot = score;
                }
            };
            weight.for_each(segment, &mut note).map_err(broken)?;
        }
        Ok(scores)
    }
}

/// What another word counts beside the one that was typed; more where nobody uses that one.
fn trust(closeness: Closeness, unknown: bool) -> (f32, f32) {
    match (closeness, unknown) {
        (Closeness::Spelling, _) | (Closeness::Same, true) => (1.0, 1.0),
        (Closeness::Same, false) => (0.8, 1.0),
        (Closeness::Typo, _) => (0.7, 0.9),
        (Closeness::Hint, true) => (0.7, 0.9),
        (Closeness::Hint, false) => (0.45, 0.7),
    }
}

fn broken(error: impl std::fmt::Display) -> KbError {
    KbError::Search { detail: error.to_string() }
}
