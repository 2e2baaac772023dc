//! The opened indexes, one for each kind of entry, and how an entry's score is added up.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use tantivy::query::{EnableScoring, Query};
use tantivy::{Index, ReloadPolicy, Searcher};

use super::analyse::Unit;
use super::directory::StaticDirectory;
use super::plan;
use crate::error::KbError;
use crate::fields::{WeightedField, weighted_fields};
use crate::model::EntryKind;
use crate::phrases::Phrases;
use crate::synonyms::{Closeness, Lexicon};
use crate::words::is_hiragana;

pub(super) static INDEX: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/index.bin"));
static PHRASES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/phrases.bin"));
static LEXICON: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/lexicon.bin"));

/// What two characters of a word add, wherever they stand together.
const RESEMBLANCE: f32 = 0.03;
/// What a word adds that occurs at all, however often.
const PRESENCE: f32 = 0.3;
/// What a pair of characters of a longer word counts.
const PARTIAL: f32 = 0.75;
/// How surely the word is there where only a pair of its characters is.
const PARTIAL_MET: f32 = 0.7;
/// Other words for one that is used count at most this much of it.
const OTHERS_LIMIT: f32 = 0.9;
/// Other words for one that nobody uses count at most this, about as much as a rare word in a title.
const UNKNOWN_LIMIT: f32 = 6.0;
/// What words of tied entries count beside an entry's own.
const LENT: f32 = 0.4;
/// What a word adds that a tied entry has.
const LENT_PRESENCE: f32 = 0.68;
/// How surely an entry meets a word that a tied entry has.
const LENT_MET: f32 = 0.5;
/// What another name, and what any other word counts among lent words.
const LENT_NAME: f32 = 0.2;
const LENT_OTHER: f32 = 0.2;

type Files = Vec<(&'static str, &'static [u8])>;

/// The indexes and the tables of words and phrases.
#[derive(Debug)]
pub(crate) struct Engine {
    parts: Vec<Part>,
    pub(super) lexicon: Lexicon<'static>,
    pub(super) phrases: Phrases<'static>,
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
    /// Where words are looked for: what the entries say, and last what people type for them.
    fields: Vec<WeightedField>,
    /// How many of these hold what the entries say.
    stated: usize,
    lent: Option<WeightedField>,
    count: usize,
}

/// For each entry of a kind what it gets, 0 for nothing.
pub(super) type Scores = Vec<f32>;

/// What a query, or a part of one, gives.
#[derive(Debug, Clone, Default)]
pub(super) struct Tally {
    /// The score of each entry.
    pub(super) scores: Scores,
    /// Where each of the words is.
    pub(super) words: Vec<Word>,
}

/// Where one word of a query is, for each entry from 0 to 1.
#[derive(Debug, Clone, Default)]
pub(super) struct Word {
    /// How much it says.
    pub(super) weight: f32,
    /// Among the entry's own words.
    pub(super) own: Scores,
    /// Among its own or lent ones.
    pub(super) met: Scores,
}

impl Engine {
    pub(super) fn open() -> Result<Self, KbError> {
        let parts: Vec<(EntryKind, usize, Files)> = postcard::from_bytes(INDEX).map_err(broken)?;
        let lexicon = postcard::from_bytes(LEXICON).map_err(broken)?;
        let phrases = postcard::from_bytes(PHRASES).map_err(broken)?;
        let part = |(kind, first, files)| Part { kind, first, files, opened: OnceLock::new() };
        Ok(Self { parts: parts.into_iter().map(part).collect(), lexicon, phrases })
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
        let (fields, stated, lent) = weighted_fields(kind, &index.schema());
        let reader = index.reader_builder().reload_policy(ReloadPolicy::Manual).try_into().map_err(broken)?;
        let searcher = reader.searcher();
        let count = usize::try_from(searcher.num_docs()).unwrap_or_default();
        Ok(Self { searcher, fields, stated, lent, count })
    }

    pub(super) fn nothing(&self) -> Scores {
        vec![0.0; self.count]
    }

    /// Where exactly these one or two characters stand.
    pub(super) fn gram(&self, gram: &str) -> Result<Scores, KbError> {
        self.ask(&*plan::exact(gram, self.stated()))
    }

    /// Where a word stands in the text of an entry.
    pub(super) fn says(&self, text: &str) -> Result<Scores, KbError> {
        self.ask(&*plan::whole(text, self.stated()))
    }

    fn stated(&self) -> &[WeightedField] {
        self.fields.get(..self.stated).unwrap_or_default()
    }

    /// Where a word stands in the text of an entry, or among what people type for it.
    fn own(&self, text: &str) -> Result<Scores, KbError> {
        self.ask(&*plan::whole(text, &self.fields))
    }

    /// Adds up the words: an entry with more of them comes before one that repeats a single word.
    pub(super) fn tally(&self, units: &[Unit]) -> Result<Tally, KbError> {
        let mut tally = Tally { scores: self.nothing(), words: Vec::with_capacity(units.len()) };
        let mut asked: BTreeMap<String, Scores> = BTreeMap::new();
        for unit in units {
            let (scores, own) = self.unit(unit, &mut asked)?;
            let lent = self.lent(unit)?;
            let mut met = own.clone();
            let found = scores.iter().zip(&own).zip(&lent);
            for ((total, met), ((score, own), lent)) in tally.scores.iter_mut().zip(&mut met).zip(found) {
                *total += unit.weight * (PRESENCE * own + score);
                if *lent > 0.0 {
                    *total += unit.weight * (LENT * lent + LENT_PRESENCE * (1.0 - own).max(0.0));
                    *met = met.max(LENT_MET);
                }
            }
            tally.words.push(Word { weight: unit.weight, own, met });
        }
        if self.lent.is_some() {
            self.resemble(units, &mut tally.scores)?;
        }
        Ok(tally)
    }

    /// Adds a little for every two characters of the words that stand together: 監査証跡 is near 証跡監査.
    fn resemble(&self, units: &[Unit], scores: &mut Scores) -> Result<(), KbError> {
        let spelled = |unit: &&Unit| unit.alternatives.iter().all(|(_, close)| *close != Closeness::Spelling);
        let pairs: BTreeSet<String> =
            units.iter().filter(spelled).flat_map(|unit| plan::pairs(&unit.text)).collect();
        for pair in pairs.iter().filter(|pair| !pair.contains(is_hiragana)) {
            let found = self.own(pair)?;
            scores.iter_mut().zip(found).for_each(|(score, more)| *score += RESEMBLANCE * more);
        }
        Ok(())
    }

    /// Where a word or another for it stands among the words lent from tied entries.
    fn lent(&self, unit: &Unit) -> Result<Scores, KbError> {
        let Some(field) = self.lent else { return Ok(self.nothing()) };
        let mut best = self.ask(&*plan::whole(&unit.text, &[field]))?;
        for (text, closeness) in &unit.alternatives {
            let weight = match closeness {
                Closeness::Spelling => 1.0,
                Closeness::Same | Closeness::Typo => LENT_NAME,
                Closeness::Colloquial | Closeness::Hint => LENT_OTHER,
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
        let own = self.remembered(&unit.text, asked)?;
        let highest = own.iter().copied().fold(0.0, f32::max);
        let unknown = highest == 0.0;
        let limit = if unknown { UNKNOWN_LIMIT } else { highest * OTHERS_LIMIT };
        let mut add = |found: &Scores, (weight, sure): (f32, f32), limit: f32| {
            let top = weight * found.iter().copied().fold(0.0, f32::max);
            let weight = if top > limit { weight * limit / top } else { weight };
            let slots = best.iter_mut().zip(&mut present);
            for ((best, present), score) in slots.zip(found) {
                if *score > 0.0 {
                    *best = best.max(score * weight);
                    *present = present.max(sure);
                }
            }
        };
        add(&own, (1.0, 1.0), f32::MAX);
        for (text, closeness) in &unit.alternatives {
            // Another way to write it is the word itself.
            let limit = if *closeness == Closeness::Spelling { f32::MAX } else { limit };
            add(&self.remembered(text, asked)?, trust(*closeness, unknown), limit);
        }
        if unit.partial {
            let limit = if unknown { f32::MAX } else { highest };
            add(&self.ask(&*plan::pieces(&unit.text, &self.fields))?, (PARTIAL, PARTIAL_MET), limit);
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
        (Closeness::Same, false) => (0.7, 1.0),
        (Closeness::Typo, _) => (0.7, 0.9),
        (Closeness::Colloquial, true) => (0.7, 0.75),
        (Closeness::Colloquial, false) => (0.45, 0.7),
        (Closeness::Hint, true) => (0.6, 0.8),
        (Closeness::Hint, false) => (0.5, 0.45),
    }
}

fn broken(error: impl std::fmt::Display) -> KbError {
    KbError::Search { detail: error.to_string() }
}
