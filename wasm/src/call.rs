//! One question, one answer.

use serde::Deserialize;

use crate::answer::{Answer, CallError, Outcome};

/// A question, tagged by `call`. Unknown keys are mistakes.
#[derive(Debug, Deserialize)]
#[serde(tag = "call", rename_all = "snake_case", deny_unknown_fields)]
pub(crate) enum Request {
    /// Versions and hashes.
    About {},
    /// Entries by words.
    #[cfg(feature = "search")]
    Search {
        query: String,
        #[serde(default)]
        kinds: Vec<String>,
        part: Option<String>,
        limit: Option<usize>,
    },
    /// An entry by any spelling of its number.
    Show { id: String },
    /// Kinds of documents and facts with their questions, for a form.
    #[cfg(feature = "lint")]
    Facts {
        #[serde(default)]
        lang: crate::lint::LangName,
    },
    /// What a rule asks.
    #[cfg(feature = "lint")]
    Explain {
        rule: String,
        #[serde(default)]
        lang: crate::lint::LangName,
    },
    /// A document through the rules; file 0.
    #[cfg(feature = "lint")]
    Lint(crate::lint::Question),
}

/// Answers a question (JSON) about files.
///
/// ```
/// let answer = wasm::call(r#"{"call":"show","id":"C-8-5"}"#, &[]);
/// assert!(answer.json.starts_with(r#"{"ok":"#));
/// ```
pub fn call(request: &str, files: &[Vec<u8>]) -> Answer {
    answer(request, files).into()
}

fn answer(request: &str, files: &[Vec<u8>]) -> Outcome {
    let request: Request =
        serde_json::from_str(request).map_err(|error| CallError::question(error.to_string()))?;
    #[cfg(not(feature = "lint"))]
    let _ = files;
    match request {
        Request::About {} => crate::answer::of(&serde_json::json!({
            "version": env!("CARGO_PKG_VERSION"),
            "guideline": kb::EDITION,
            "kb_version": kb::KB_VERSION,
        })),
        #[cfg(feature = "search")]
        Request::Search { query, kinds, part, limit } => {
            crate::search::search(&query, &kinds, part.as_deref(), limit)
        }
        Request::Show { id } => show(&id),
        #[cfg(feature = "lint")]
        Request::Facts { lang } => crate::lint::facts(lang.into()),
        #[cfg(feature = "lint")]
        Request::Explain { rule, lang } => crate::lint::explain(&rule, lang.into()),
        #[cfg(feature = "lint")]
        Request::Lint(question) => crate::lint::lint(&question, files),
    }
}

/// The entries that a spelling means; a chapter or section stands before its clauses.
fn show(id: &str) -> Outcome {
    let kb = kb::Kb::embedded().map_err(CallError::internal)?;
    let matches = kb.resolve(id).map_err(|error| CallError {
        code: error.code().to_owned(),
        message: error.to_string(),
        help: None,
    })?;
    let entries: Vec<_> = matches.iter().flat_map(entries).map(|entry| entry.view()).collect();
    crate::answer::of(&entries)
}

fn entries<'a>(found: &kb::Match<'a>) -> Vec<kb::Entry<'a>> {
    match found {
        kb::Match::Entry { entry, .. } => vec![*entry],
        kb::Match::Section { clauses, .. } | kb::Match::Chapter { clauses, .. } => {
            clauses.iter().map(|clause| clause.entry()).collect()
        }
    }
}
