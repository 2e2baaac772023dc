//! Finding entries by words: [`Kb::search`].
//!
//! The indexes, one for each kind of entry, are built by the build script and read in place. `grammar` reads the signs of a
//! query, `analyse` what its words mean, `plan` and `engine` ask, `fuse` hears what is tied to a
//! clause, `suggest` mends typing mistakes, `filter` keeps
//! what was asked for, `answer` shows it. The engine does not appear in the interface.

mod analyse;
mod answer;
mod directory;
mod engine;
mod filter;
mod fuse;
mod grammar;
mod plan;
mod rank;
mod snippet;
mod suggest;

use schemars::{JsonSchema, Schema, schema_for};
use serde::Serialize;

use crate::error::KbError;
use crate::knowledge::Kb;
use crate::model::EntryKind;

pub(crate) use engine::Engine;
pub use filter::Filter;

/// What to search for besides the words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SearchOptions {
    /// Only entries that fit.
    pub filter: Filter,
    /// At most this many hits.
    pub limit: usize,
}

impl Default for SearchOptions {
    fn default() -> Self {
        Self { filter: Filter::default(), limit: 10 }
    }
}

impl SearchOptions {
    /// At most `limit` entries of one kind.
    pub fn of_kind(kind: EntryKind, limit: usize) -> Self {
        Self { filter: Filter { kinds: vec![kind], ..Filter::default() }, limit }
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
    /// The higher the better; comparable among hits of one kind in one result only.
    pub score: f32,
    /// The stretch of the gist that fits best.
    pub snippet: String,
    /// Stretches of the snippet that were looked for: first character and the one after the last.
    pub highlights: Vec<[usize; 2]>,
    /// Where it stands, as people cite it.
    pub citation: String,
    /// Whether 未確認 may be left out.
    pub confirmed: bool,
}

/// Entries of a kind that fit but are not among the hits.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Other {
    /// What they are.
    pub kind: EntryKind,
    /// How many fit well.
    pub count: usize,
    /// The one that fits best.
    pub best: Hit,
}

/// A word of the query with the words it was taken to stand for, too.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Expanded {
    /// As it was understood.
    pub word: String,
    /// Other words for it.
    pub means: Vec<String>,
}

/// A query with its hits, as `search --format json` prints it.
#[derive(Debug, Clone, Default, PartialEq, Serialize, JsonSchema)]
pub struct SearchResult {
    /// As typed.
    pub query: String,
    /// Best first; where no kind was asked for, clauses before other kinds.
    pub hits: Vec<Hit>,
    /// How many entries the filter admits, where they are listed without words.
    pub total: Option<usize>,
    /// What there is of other kinds, where no kind was asked for.
    pub others: Vec<Other>,
    /// The entry of the glossary whose name the query is.
    pub term: Option<Hit>,
    /// Words that were taken to stand for others.
    pub expanded: Vec<Expanded>,
    /// The query as it may have been meant, where a word of it stands nowhere.
    pub suggestions: Vec<String>,
}

/// Whether a query only says what must not occur, which finds nothing.
pub fn only_excludes(query: &str) -> bool {
    let question = grammar::parse(query);
    question.wanted.is_empty() && !question.excluded.is_empty()
}

/// The schema of [`SearchResult`].
pub fn search_schema() -> Schema {
    schema_for!(SearchResult)
}

impl Kb {
    /// The entries that fit `query` best, best first; entries of equal score in the order of the guideline.
    ///
    /// Words may be separated by spaces or run on as in a Japanese sentence. Entries with more of the words come first. One or
    /// two characters are looked up exactly. A number (`8⑤`, `C-8-5`) puts its entry on top. `"…"` asks for exactly that,
    /// `-word` or `NOT word` for entries without it, `OR` between two words for one of them. Never fails on account of the
    /// query, and finds nothing where [`only_excludes`]. Without words, the entries that the filter admits are listed in their order, if it is set.
    ///
    /// # Errors
    ///
    /// [`KbError::Search`] when the embedded index cannot be read, which means a broken build.
    pub fn search(&self, query: &str, options: &SearchOptions) -> Result<SearchResult, KbError> {
        let engine = self.searcher.get_or_init(Engine::open).as_ref().map_err(Clone::clone)?;
        answer::answer(self, engine, query, options)
    }
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
        let asked = postcard::from_bytes(include_bytes!(concat!(env!("OUT_DIR"), "/asked.bin"))).unwrap();
        let again = build_index::build(&kb.catalogue(), &asked).unwrap();
        assert!(postcard::to_stdvec(&again).unwrap() == engine::INDEX);
    }
}
