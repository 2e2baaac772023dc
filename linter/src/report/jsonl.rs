//! JSON Lines: one object a line, for programs that read line by line.

use schemars::JsonSchema;
use serde::Serialize;

use crate::meaning::kind::Kind;
use crate::report::{FileError, OutcomeView, Report};

/// One line.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Line<'a> {
    /// The outcome of one rule for one document.
    Outcome(OutcomeLine<'a>),
    /// A file that could not be used.
    Error(&'a FileError),
}

/// An outcome with the document it is about.
#[derive(Debug, Serialize, JsonSchema)]
pub struct OutcomeLine<'a> {
    /// The path of the document as given; of a case that of its main document.
    pub document: &'a str,
    /// SHA-256 of its bytes, hexadecimal.
    pub sha256: &'a str,
    /// The kind it was judged as.
    pub kind: Kind,
    /// Edition of the guideline.
    pub guideline: &'a str,
    /// The day the report speaks of, YYYY-MM-DD.
    pub date: &'a str,
    /// Whether somebody has to act: a finding that no exception covers and no baseline knows.
    pub open: bool,
    /// The outcome, as in the report.
    #[serde(flatten)]
    pub outcome: &'a OutcomeView,
}

/// All lines, in the order of the report.
pub fn lines(report: &Report) -> impl Iterator<Item = Line<'_>> {
    let outcomes = report.documents.iter().flat_map(|document| {
        document.outcomes.iter().map(|outcome| {
            Line::Outcome(OutcomeLine {
                document: &document.path,
                sha256: &document.sha256,
                kind: document.kind,
                guideline: &report.guideline,
                date: &report.date,
                open: outcome.is_open(),
                outcome,
            })
        })
    });
    outcomes.chain(report.errors.iter().map(Line::Error))
}

/// The JSON Schema of one line.
pub fn schema() -> schemars::Schema {
    schemars::schema_for!(Line<'static>)
}
