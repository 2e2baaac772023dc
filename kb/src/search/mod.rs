//! Finding entries by words: [`Kb::search`].
//!
//! The index is built by the build script and read in place. What a query means is worked out in `analyse`, how it is asked
//! in `plan`; this module runs it and shows the hits. The engine does not appear in the interface.

mod analyse;
mod directory;
mod plan;
mod snippet;

use std::cmp::Ordering;
use std::collections::BTreeMap;

use schemars::{JsonSchema, Schema, schema_for};
use serde::Serialize;
use tantivy::collector::TopDocs;
use tantivy::query::Query;
use tantivy::{Index, ReloadPolicy, Searcher};

use crate::entry::Entry;
use crate::error::KbError;
use crate::fields::{WeightedField, weighted_fields};
use crate::knowledge::Kb;
use crate::model::{ContentStatus, EntryKind};
use crate::resolve::Match;
use crate::synonyms::{Closeness, Synonyms};
use crate::words::fold_kana;
use analyse::{Analysis, Unit, analyse};
use directory::StaticDirectory;

static INDEX: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/index.bin"));
static SYNONYMS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/synonyms.bin"));

/// The score of an entry whose number was typed.
const NUMBER_SCORE: f32 = 1000.0;
/// What a word adds that occurs at all, however often.
const PRESENCE: f32 = 1.5;
/// What is left of the score of an entry whose text is not known.
const UNKNOWN_CONTENT: f32 = 0.8;

/// What to search for besides the words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SearchOptions {
    /// Only entries of this kind.
    pub kind: Option<EntryKind>,
    /// At most this many hits.
    pub limit: usize,
}

impl Default for SearchOptions {
    fn default() -> Self {
        Self { kind: None, limit: 10 }
    }
}

/// One entry that was found.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Hit {
    /// Id of the entry.
    pub id: String,
    /// What it is.
    pub kind: EntryKind,
    /// Its short label.
    pub title: String,
    /// The higher the better; comparable within one result only.
    pub score: f32,
    /// The stretch of the gist that fits best.
    pub snippet: String,
}

/// A query with its hits, as `search --format json` prints it.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct SearchResult {
    /// As typed.
    pub query: String,
    /// Best first.
    pub hits: Vec<Hit>,
}

/// The schema of [`SearchResult`].
pub fn search_schema() -> Schema {
    schema_for!(SearchResult)
}

impl Kb {
    /// The entries that fit `query` best, best first; entries of equal score in the order of the guideline.
    ///
    /// Words may be separated by spaces or run on as in a Japanese sentence. Entries with more of the words come first. One or
    /// two characters are looked up exactly. A number (`8⑤`, `C-8-5`) puts its entry on top. Never fails on account of the
    /// query; a query without letters or digits finds nothing.
    ///
    /// # Errors
    ///
    /// [`KbError::Search`] when the embedded index cannot be read, which means a broken build.
    pub fn search(&self, query: &str, options: &SearchOptions) -> Result<Vec<Hit>, KbError> {
        let engine = self.searcher.get_or_init(Engine::open).as_ref().map_err(Clone::clone)?;
        let analysis = analyse(query, &engine.synonyms);
        let mut found: Vec<(f32, Entry<'_>)> =
            self.by_number(query).into_iter().map(|entry| (NUMBER_SCORE, entry)).collect();
        for (score, ordinal) in engine.run(&analysis)? {
            if let Some(entry) =
                self.entry(ordinal).filter(|entry| found.iter().all(|(_, known)| known != entry))
            {
                found.push((score * certainty(entry), entry));
            }
        }
        found.retain(|(_, entry)| options.kind.is_none_or(|kind| entry.kind() == kind));
        found.sort_by(|(a, _), (b, _)| b.total_cmp(a));
        found.truncate(options.limit);
        let needles = needles(&analysis);
        Ok(found.into_iter().map(|(score, entry)| hit(entry, score, &needles)).collect())
    }

    fn by_number(&self, query: &str) -> Vec<Entry<'_>> {
        let matches = self.resolve(query).unwrap_or_default();
        matches
            .into_iter()
            .filter_map(|found| if let Match::Entry { entry, .. } = found { Some(entry) } else { None })
            .collect()
    }
}

fn certainty(entry: Entry<'_>) -> f32 {
    if entry.verification().content == ContentStatus::None { UNKNOWN_CONTENT } else { 1.0 }
}

fn hit(entry: Entry<'_>, score: f32, needles: &[(String, f32)]) -> Hit {
    Hit {
        id: entry.id().to_owned(),
        kind: entry.kind(),
        title: entry.title().to_owned(),
        score,
        snippet: snippet::snippet(entry.gist(), needles),
    }
}

/// What the snippet should show.
fn needles(analysis: &Analysis) -> Vec<(String, f32)> {
    match analysis {
        Analysis::Empty => Vec::new(),
        Analysis::Gram(gram) => vec![(fold_kana(gram), 1.0)],
        Analysis::Units(units) => units.iter().flat_map(needles_of_unit).collect(),
    }
}

fn needles_of_unit(unit: &Unit) -> Vec<(String, f32)> {
    let share = |closeness: &Closeness| if *closeness == Closeness::Same { 0.8 } else { 0.4 };
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

/// The opened index.
#[derive(Debug)]
pub(crate) struct Engine {
    searcher: Searcher,
    fields: [WeightedField; 5],
    synonyms: Synonyms,
}

impl Engine {
    fn open() -> Result<Self, KbError> {
        let files: Vec<(&'static str, &'static [u8])> = postcard::from_bytes(INDEX).map_err(broken)?;
        let synonyms = postcard::from_bytes(SYNONYMS).map_err(broken)?;
        let index = Index::open(StaticDirectory::new(files)).map_err(broken)?;
        let fields = weighted_fields(&index.schema()).map_err(broken)?;
        let reader = index.reader_builder().reload_policy(ReloadPolicy::Manual).try_into().map_err(broken)?;
        Ok(Self { searcher: reader.searcher(), fields, synonyms })
    }

    /// Scores and ordinals, best first.
    fn run(&self, analysis: &Analysis) -> Result<Vec<(f32, usize)>, KbError> {
        match analysis {
            Analysis::Empty => Ok(Vec::new()),
            Analysis::Units(units) => self.run_units(units),
            Analysis::Gram(gram) => {
                let found = self.ask(&*plan::exact(gram, &self.fields))?;
                let folded = fold_kana(gram);
                if found.is_empty() && !folded.is_empty() && folded != *gram {
                    return self.ask(&*plan::exact(&folded, &self.fields));
                }
                Ok(found)
            }
        }
    }

    /// Adds up the words: an entry with more of them comes before one that repeats a single word.
    fn run_units(&self, units: &[Unit]) -> Result<Vec<(f32, usize)>, KbError> {
        let mut totals: BTreeMap<usize, f32> = BTreeMap::new();
        for unit in units {
            for (score, ordinal) in self.ask(&*plan::spellings(unit, &self.fields))? {
                *totals.entry(ordinal).or_default() += unit.weight * (PRESENCE + score);
            }
        }
        let mut found: Vec<(f32, usize)> =
            totals.into_iter().map(|(ordinal, score)| (score, ordinal)).collect();
        found.sort_by(best_first);
        Ok(found)
    }

    fn ask(&self, query: &dyn Query) -> Result<Vec<(f32, usize)>, KbError> {
        let all = usize::try_from(self.searcher.num_docs()).unwrap_or(usize::MAX).max(1);
        let found =
            self.searcher.search(query, &TopDocs::with_limit(all).order_by_score()).map_err(broken)?;
        // One segment, filled in the order of the guideline: the number of a document is its ordinal.
        let ordinal = |address: tantivy::DocAddress| usize::try_from(address.doc_id).unwrap_or(usize::MAX);
        let mut found: Vec<(f32, usize)> =
            found.into_iter().map(|(score, address)| (score, ordinal(address))).collect();
        found.sort_by(best_first);
        Ok(found)
    }
}

fn best_first((a, x): &(f32, usize), (b, y): &(f32, usize)) -> Ordering {
    b.total_cmp(a).then(x.cmp(y))
}

fn broken(error: impl std::fmt::Display) -> KbError {
    KbError::Search { detail: error.to_string() }
}

#[cfg(test)]
#[path = "../../build/index.rs"]
mod build_index;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn building_again_gives_the_same_bytes() {
        let kb = Kb::embedded().unwrap();
        let again = build_index::build(&kb.catalogue).unwrap();
        assert!(postcard::to_stdvec(&again).unwrap() == INDEX);
    }
}
