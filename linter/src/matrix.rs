//! Clause × document: what the documents of a report say about each 遵守事項, for people who go through them one by one.
//!
//! Everything comes from a [`Report`](crate::report::Report) and the knowledge base; nothing is judged anew. A clause has a cell for each document
//! that was judged, with the requirements that rest on it, their passages and what is open. A clause without a rule has none
//! and says why. [`xlsx`], [`html`], [`csv`] and [`text`] render the same data; [`decision`] and [`import`] read back what
//! people wrote into the workbook.

mod build;
pub mod csv;
pub mod decision;
mod filter;
mod html;
pub mod import;
mod text;
mod words;
#[cfg(feature = "xlsx")]
pub mod xlsx;

use std::collections::BTreeMap;

use kb::{ContentStatus, DocumentTarget, Part, SystemType};
use schemars::JsonSchema;
use serde::Serialize;

use crate::coverage::{NamedBy, State};
use crate::document::ReadIssue;
use crate::evaluate::Reason;
use crate::meaning::kind::Kind;
use crate::meaning::parties::Actor;
use crate::outcome::Status;
use crate::report::{EvidenceRole, FileError, RequirementKindView, SeverityView, Summary, Tool, WaiverView};

pub use build::matrix;
pub use filter::clauses_named;
pub use html::html;
pub use text::{TextOptions, text};
pub(crate) use words::file_name;
#[cfg(feature = "xlsx")]
pub(crate) use words::shortened;

/// The clauses of the guideline and what the documents of one report say about each.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Matrix {
    /// The program.
    pub tool: Tool,
    /// Edition of the guideline.
    pub guideline: String,
    /// Hash of the knowledge base.
    pub kb_version: String,
    /// Hash of the rules.
    pub rules_hash: String,
    /// The day the report speaks of, YYYY-MM-DD.
    pub date: String,
    /// Documents in the order given.
    pub documents: Vec<MatrixDocument>,
    /// Files that could not be used.
    pub errors: Vec<FileError>,
    /// Clauses counted by part, in the order of the guideline.
    pub parts: Vec<MatrixPart>,
    /// All clauses, in the order of the guideline.
    pub clauses: Vec<MatrixClause>,
    /// Everything somebody has to decide, has decided, or knew before; by document, gravest first.
    pub findings: Vec<MatrixFinding>,
}

/// A document of the report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct MatrixDocument {
    /// The path as given.
    pub path: String,
    /// Its title.
    pub title: Option<String>,
    /// The kind it was judged as.
    pub kind: Kind,
    /// True where the kind was recognised, false where it was stated.
    pub kind_recognised: bool,
    /// SHA-256 of the bytes, hexadecimal.
    pub sha256: String,
    /// Number of articles found.
    pub articles: usize,
    /// Facts that were known.
    pub profile: BTreeMap<String, bool>,
    /// The pattern of the institution, where it was stated.
    pub institution_type: Option<SystemType>,
    /// The main document that it was judged together with; its own path where it is the main one.
    pub case: Option<String>,
    /// Whether verdicts stand with it; those of a case stand with the main document.
    pub judged: bool,
    /// What could not be read.
    pub unread: Vec<ReadIssue>,
}

/// The clauses of one part of the guideline, counted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct MatrixPart {
    /// The part.
    pub part: Part,
    /// Its official name.
    pub title: String,
    /// Its clauses.
    pub clauses: usize,
    /// Those on which no rule rests, though their text is known.
    pub uncovered: usize,
    /// Those whose text was not obtained.
    pub not_obtained: usize,
    /// For each document that was judged, the clauses by status.
    pub documents: Vec<PartDocument>,
}

/// The statuses of the clauses of a part in one document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct PartDocument {
    /// Index in the list of documents.
    pub document: usize,
    /// Clauses by status.
    pub summary: Summary,
}

/// One clause.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct MatrixClause {
    /// Its id.
    pub id: String,
    /// The part it stands in.
    pub part: Part,
    /// Its official number with its place, as people cite it.
    pub citation: String,
    /// Its own short label.
    pub title: String,
    /// What it asks, in own words.
    pub gist: String,
    /// How well its wording is known.
    pub content: ContentStatus,
    /// Whether 未確認 may be left out.
    pub confirmed: bool,
    /// Patterns it applies to.
    pub applies_to: Vec<SystemType>,
    /// Under which condition it may be handled in a simpler way.
    pub simplification: Option<String>,
    /// Kinds of document that can show it.
    pub document_targets: Vec<DocumentTarget>,
    /// Whether a rule rests on it.
    pub state: State,
    /// Rules that name it, by id.
    pub rules: Vec<NamedBy>,
    /// One for each document that was judged; none where no rule rests on it.
    pub cells: Vec<Cell>,
}

/// What a document says about a clause.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Cell {
    /// Index in the list of documents.
    pub document: usize,
    /// The requirements that rest on the clause, taken together. See [`matrix`] for how.
    pub status: Status,
    /// Whether somebody still has to act: a requirement is not met, and neither a waiver nor a baseline covers it.
    pub open: bool,
    /// The requirements that rest on it, in the order of the outcomes.
    pub requirements: Vec<CellRequirement>,
    /// Passages that decide, then those that come near.
    pub passages: Vec<Passage>,
}

/// A requirement that rests on a clause.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct CellRequirement {
    /// The rule it belongs to.
    pub rule: String,
    /// Title of the rule.
    pub rule_title: String,
    /// Its name in the rule; none where only the rule as a whole rests on the clause.
    pub requirement: Option<String>,
    /// Its title.
    pub title: String,
    /// What it wants.
    pub kind: RequirementKindView,
    /// Its status.
    pub status: Status,
    /// Severity if it is not met.
    pub severity: Option<SeverityView>,
    /// Why it is not met.
    pub reason: Option<Reason>,
    /// Of the finding it belongs to.
    pub fingerprint: String,
    /// Whether nobody has to act on the finding: an exception or the baseline covers it.
    pub settled: bool,
}

/// A passage of a document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Passage {
    /// The rule it speaks for.
    pub rule: String,
    /// The requirement of the rule.
    pub requirement: String,
    /// What it is to the verdict.
    pub role: EvidenceRole,
    /// The path of the document it stands in.
    pub document: String,
    /// Its place: 第12条第2項.
    pub article: String,
    /// The sentence, in the document's own words.
    pub quote: String,
    /// Who acts in it, as far as the sentence says so.
    pub actor: Option<Actor>,
}

/// A finding: one rule that one document does not meet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct MatrixFinding {
    /// The path of the document.
    pub document: String,
    /// The rule.
    pub rule: String,
    /// Its title.
    pub title: String,
    /// The verdict.
    pub status: Status,
    /// How grave it is.
    pub severity: Option<SeverityView>,
    /// What was found, in one sentence.
    pub message: String,
    /// Clauses it rests on.
    pub basis: Vec<String>,
    /// Those of them that are 未確認.
    pub basis_unverified: Vec<String>,
    /// The passages, those that decide first.
    pub passages: Vec<Passage>,
    /// A fact that was taken to hold, as a question.
    pub question: Option<String>,
    /// The article after which a missing clause would belong.
    pub insert_after: Option<String>,
    /// A clause to paste.
    pub advice: Option<String>,
    /// Stable across unrelated changes of the document.
    pub fingerprint: String,
    /// Whether somebody has to act: no exception that holds and no baseline covers it.
    pub open: bool,
    /// The exception that covers it, or did.
    pub waiver: Option<WaiverView>,
    /// Whether it stood in the baseline.
    pub in_baseline: bool,
}

impl MatrixFinding {
    /// Whether somebody has to act.
    pub const fn is_open(&self) -> bool {
        self.open
    }
}

/// The sign of a status, so that colour is never the only one.
pub const fn symbol(status: Status) -> &'static str {
    match status {
        Status::Conflicting => "■",
        Status::Missing => "×",
        Status::Partial => "△",
        Status::Weak => "▽",
        Status::Delegated => "→",
        Status::Unknown => "？",
        Status::Satisfied => "○",
        Status::NotApplicable => "－",
    }
}

/// The JSON Schema of [`Matrix`].
pub fn schema() -> schemars::Schema {
    schemars::schema_for!(Matrix)
}
