//! Entries by words: the same index, the same order as `sekisho search`.

use kb::search::{Filter, SearchOptions, only_excludes};
use kb::{EntryKind, Kb, Part};

use crate::answer::{CallError, Outcome, of};

/// So many hits where nobody says how many.
const LIMIT: usize = 10;
/// More than a page shows.
const MOST: usize = 100;

/// Searches; an empty query has no hits.
pub(crate) fn search(query: &str, kinds: &[String], part: Option<&str>, limit: Option<usize>) -> Outcome {
    let kinds: Option<Vec<EntryKind>> = kinds.iter().map(|kind| EntryKind::from_name(kind)).collect();
    let Some(kinds) = kinds else { return Err(CallError::question("unknown kind")) };
    let part = part.map(|name| {
        Part::ALL
            .into_iter()
            .find(|part| part.letter().to_string() == name)
            .ok_or_else(|| CallError::question("unknown part"))
    });
    let filter = Filter { kinds, part: part.transpose()?, ..Filter::default() };
    let options = SearchOptions { filter, limit: limit.unwrap_or(LIMIT).min(MOST) };
    if query.trim().is_empty() || only_excludes(query) {
        return Ok((serde_json::json!({ "query": query, "hits": [] }), None));
    }
    let kb = Kb::embedded().map_err(CallError::internal)?;
    of(&kb.search(query, &options).map_err(CallError::internal)?)
}
