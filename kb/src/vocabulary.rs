//! The files of `data/search`: words that search reads queries with and that no entry shows.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;
use serde::de::DeserializeOwned;
use toml::Spanned;

use crate::load::{Catalogue, LoadError, LoadErrorKind, SourceFile, syntax_error};
use crate::model::EntryData;

/// The folder, with the `/` behind it.
pub const FOLDER: &str = "search/";

/// What the files of `data/search` say.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Vocabulary {
    /// Ways to write the same word.
    pub same: Vec<Vec<String>>,
    /// What people type, and the words that the guideline has for it.
    pub hints: Vec<Hint>,
    /// Words that say how something is asked rather than what.
    pub weak: Vec<String>,
    /// Clause id → what people type who look for it, without repeats.
    pub asked: BTreeMap<String, Vec<String>>,
}

/// Words of people that lead to words of the guideline.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Hint {
    /// What people type.
    pub words: Vec<String>,
    /// What the guideline is likely to say.
    pub means: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Synonyms {
    #[serde(default)]
    same: Vec<Words>,
    #[serde(default)]
    hint: Vec<Hint>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Words {
    words: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Concepts {
    #[serde(default)]
    concept: Vec<Concept>,
}

/// Words for one thing and the clauses that somebody wants who types them.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Concept {
    words: Vec<String>,
    clauses: Vec<Spanned<String>>,
}

impl Vocabulary {
    /// Reads the files of `data/search` that go with a catalogue.
    ///
    /// # Errors
    ///
    /// Every file of another shape and every id that is no clause of the base edition, in the order of the files.
    pub fn load(catalogue: &Catalogue, files: &[SourceFile<'_>]) -> Result<Self, Vec<LoadError>> {
        let entries = catalogue.order().into_iter().filter_map(|position| catalogue.at(position));
        let clauses = entries.filter(|entry| matches!(entry, EntryData::Clause { .. }));
        let clauses: BTreeSet<&str> = clauses.map(|clause| clause.head().id).collect();
        let (mut vocabulary, mut errors) = (Self::default(), Vec::new());
        for file in files {
            match vocabulary.read(file) {
                Ok(named) => errors.extend(unknown(file, named, &clauses)),
                Err(error) => errors.push(error),
            }
        }
        if errors.is_empty() { Ok(vocabulary) } else { Err(errors) }
    }

    /// Takes up a file; the ids that it names.
    fn read(&mut self, file: &SourceFile<'_>) -> Result<Vec<Spanned<String>>, LoadError> {
        let mut named = Vec::new();
        match file.path.strip_prefix(FOLDER).unwrap_or(file.path) {
            "synonyms.toml" => {
                let synonyms: Synonyms = parsed(file)?;
                self.same.extend(synonyms.same.into_iter().map(|same| same.words));
                self.hints.extend(synonyms.hint);
            }
            "weak.toml" => self.weak.extend(parsed::<Words>(file)?.words),
            "concepts.toml" | "questions.toml" => {
                for Concept { words, clauses } in parsed::<Concepts>(file)?.concept {
                    clauses.iter().for_each(|clause| self.ask(clause.get_ref(), &words));
                    named.extend(clauses);
                }
            }
            path if path.starts_with("asked/") => {
                for (clause, words) in parsed::<BTreeMap<Spanned<String>, Vec<String>>>(file)? {
                    self.ask(clause.get_ref(), &words);
                    named.push(clause);
                }
            }
            path => {
                let kind = LoadErrorKind::UnknownFolder { folder: format!("{FOLDER}{path}") };
                return Err(LoadError { path: file.path.to_owned(), span: 0..0, kind });
            }
        }
        Ok(named)
    }

    fn ask(&mut self, clause: &str, words: &[String]) {
        let known = self.asked.entry(clause.to_owned()).or_default();
        for word in words {
            if !known.contains(word) {
                known.push(word.clone());
            }
        }
    }
}

fn parsed<T: DeserializeOwned>(file: &SourceFile<'_>) -> Result<T, LoadError> {
    toml::from_str(file.text).map_err(|error| syntax_error(file, &error))
}

fn unknown(file: &SourceFile<'_>, named: Vec<Spanned<String>>, clauses: &BTreeSet<&str>) -> Vec<LoadError> {
    let unknown = named.into_iter().filter(|id| !clauses.contains(id.get_ref().as_str()));
    let error = |id: Spanned<String>| LoadError {
        path: file.path.to_owned(),
        span: id.span(),
        kind: LoadErrorKind::UnknownTarget { id: id.into_inner() },
    };
    unknown.map(error).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Kb;

    fn load(path: &str, text: &str) -> Result<Vocabulary, Vec<LoadError>> {
        Vocabulary::load(&Kb::embedded().unwrap().catalogue(), &[SourceFile { path, text }])
    }

    #[test]
    fn words_are_gathered_for_each_clause() {
        let text = "[[concept]]\nwords = [\"停電\", \"停電\"]\nclauses = [\"C-11-1\", \"C-12-1\"]\n";
        let vocabulary = load("search/concepts.toml", text).unwrap();
        assert_eq!(vocabulary.asked["C-12-1"], ["停電"]);
        assert_eq!(vocabulary.asked.len(), 2);
    }

    #[test]
    fn mistakes_are_placed() {
        let errors = load("search/asked/control.toml", "\"C-99-1\" = [\"鍵\"]\n").unwrap_err();
        assert_eq!(errors[0].span, 0..8);
        assert_eq!(errors[0].kind, LoadErrorKind::UnknownTarget { id: String::from("C-99-1") });
        for (path, text) in [("search/weak.toml", "weak = []"), ("search/other.toml", "")] {
            assert_eq!(load(path, text).unwrap_err().len(), 1, "{path}");
        }
    }
}
