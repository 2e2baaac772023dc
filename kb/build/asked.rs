//! `data/search/asked/` and `concepts.toml`: what people type who look for a clause, in words that the clause does not use.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::load::Catalogue;
use crate::model::EntryData;

/// Clause id → the words, separated.
pub(crate) type Asked = BTreeMap<String, String>;

const FOLDER: &str = "search/asked/";
const CONCEPTS: &str = "search/concepts.toml";

/// Words for one thing and the clauses that somebody wants who types them.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Concept {
    words: Vec<String>,
    clauses: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Concepts {
    concept: Vec<Concept>,
}

/// Reads the files.
///
/// # Errors
/// A file of another shape, or one that names what is no clause of the base edition, with its name and what is wrong.
pub(crate) fn gather(catalogue: &Catalogue, files: &[(String, String)]) -> Result<Asked, String> {
    let mut words: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (path, text) in files {
        let told = |error: toml::de::Error| format!("{path}: {error}");
        let more: Vec<(String, Vec<String>)> = if path.starts_with(FOLDER) {
            toml::from_str::<BTreeMap<String, Vec<String>>>(text).map_err(told)?.into_iter().collect()
        } else if path == CONCEPTS {
            let concepts = toml::from_str::<Concepts>(text).map_err(told)?.concept.into_iter();
            concepts
                .flat_map(|concept| concept.clauses.into_iter().map(move |id| (id, concept.words.clone())))
                .collect()
        } else {
            continue;
        };
        for (clause, more) in more {
            if !is_clause(catalogue, &clause) {
                return Err(format!("{path}: {clause} is no clause"));
            }
            words.entry(clause).or_default().extend(more);
        }
    }
    Ok(words.into_iter().map(|(clause, words)| (clause, without_repeats(words).join("、"))).collect())
}

fn without_repeats(words: Vec<String>) -> Vec<String> {
    let mut kept: Vec<String> = Vec::new();
    for word in words {
        if !kept.contains(&word) {
            kept.push(word);
        }
    }
    kept
}

fn is_clause(catalogue: &Catalogue, id: &str) -> bool {
    let entries = catalogue.order().into_iter().filter_map(|position| catalogue.at(position));
    let mut clauses = entries.filter(|entry| matches!(entry, EntryData::Clause { .. }));
    clauses.any(|clause| clause.head().id == id)
}
