//! The findings that were there before: an old document is taken up as it is, and only what is new counts.
//!
//! A baseline is a list of findings by document, rule and fingerprint. It never slides: it changes only where somebody
//! asks for it, and a finding whose words change is a new one.

use std::collections::BTreeSet;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::report::DocumentReport;

/// The version of the file.
const VERSION: u32 = 1;

/// Findings that were there before.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Baseline {
    /// Always 1.
    pub version: u32,
    /// The day it was written, YYYY-MM-DD.
    pub date: String,
    /// Its findings, in the order of document, rule and fingerprint.
    pub findings: BTreeSet<Known>,
}

/// A finding that was there before.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Known {
    /// The document, from the folder of the baseline.
    pub document: String,
    /// The rule.
    pub rule: String,
    /// What the report calls `fingerprint`.
    pub fingerprint: String,
}

/// Why a text is no baseline.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BaselineError {
    /// It is no JSON of this shape.
    #[error("not a baseline: {0}")]
    Shape(String),
    /// It was written by a later version.
    #[error("version {0} is not known")]
    Version(u32),
}

impl BaselineError {
    /// The code of its message.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Shape(_) => "baseline-shape",
            Self::Version(_) => "baseline-version",
        }
    }

    /// The arguments of its message.
    pub fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Shape(detail) => vec![("detail", detail.clone())],
            Self::Version(version) => vec![("version", version.to_string())],
        }
    }
}

impl Baseline {
    /// Reads a baseline.
    ///
    /// # Errors
    /// A text of another shape or of a later version.
    pub fn parse(text: &str) -> Result<Self, BaselineError> {
        let baseline: Self =
            serde_json::from_str(text).map_err(|error| BaselineError::Shape(error.to_string()))?;
        if baseline.version == VERSION { Ok(baseline) } else { Err(BaselineError::Version(baseline.version)) }
    }

    /// All findings of documents that no waiver covers, under the names that the baseline calls the documents by.
    pub fn of(documents: &[DocumentReport], names: &[String], date: &str) -> Self {
        let findings = documents.iter().zip(names).flat_map(|(document, name)| {
            let found = document.outcomes.iter().filter(|outcome| {
                outcome.status.is_finding()
                    && outcome.waiver.as_ref().is_none_or(|waiver| waiver.lapsed.is_some())
            });
            found.map(|outcome| Known {
                document: name.clone(),
                rule: outcome.rule.clone(),
                fingerprint: outcome.fingerprint.clone(),
            })
        });
        Self { version: VERSION, date: date.to_owned(), findings: findings.collect() }
    }

    /// Marks the findings that the baseline knows.
    pub fn mark(&self, documents: &mut [DocumentReport], names: &[String]) {
        for (document, name) in documents.iter_mut().zip(names) {
            for outcome in document.outcomes.iter_mut().filter(|outcome| outcome.status.is_finding()) {
                outcome.in_baseline = self.findings.contains(&Known {
                    document: name.clone(),
                    rule: outcome.rule.clone(),
                    fingerprint: outcome.fingerprint.clone(),
                });
            }
        }
    }
}
