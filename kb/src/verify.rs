//! `sekisho kb verify`: checks the embedded data once more and counts what has been confirmed.

use std::collections::BTreeMap;

use crate::knowledge::Kb;
use crate::load::{LoadError, SourceFile};
use crate::model::{ContentStatus, Part};
use crate::validate;

/// The result of [`Kb::verify`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verified {
    /// Mistakes; empty in a sound build.
    pub problems: Vec<LoadError>,
    /// Counts, one line for each part.
    pub census: Vec<PartCensus>,
}

/// How many clauses a part has, and how well they are known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PartCensus {
    /// The part.
    pub part: Part,
    /// All clauses.
    pub clauses: usize,
    /// Those for which 未確認 may be left out.
    pub confirmed: usize,
    /// By how well the wording is known.
    pub by_content: BTreeMap<ContentStatus, usize>,
}

impl Kb {
    /// Checks ids, links, applicability and verification of the embedded data and counts the clauses.
    ///
    /// The places in the problems are empty: the texts of the files are not part of the binary.
    pub fn verify(&self) -> Verified {
        let paths: Vec<String> = self
            .chapters()
            .iter()
            .map(|chapter| format!("{}/{:02}", chapter.part.as_str(), chapter.chapter))
            .collect();
        let files: Vec<_> = paths
            .iter()
            .zip(self.chapters())
            .map(|(path, chapter)| (SourceFile { path, text: "" }, chapter.clone()))
            .collect();
        let census = Part::ALL.into_iter().map(|part| self.census(part)).collect();
        Verified { problems: validate::check(&files, true), census }
    }

    fn census(&self, part: Part) -> PartCensus {
        let mut census = PartCensus { part, clauses: 0, confirmed: 0, by_content: BTreeMap::new() };
        for entry in self.entries().filter(|entry| entry.chapter().part == part) {
            census.clauses += 1;
            census.confirmed += usize::from(entry.is_confirmed());
            *census.by_content.entry(entry.verification().content).or_default() += 1;
        }
        census
    }
}
