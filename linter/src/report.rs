//! The report: what `lint --format json` prints, and what every renderer is fed with.
//!
//! The shape is a contract: fields may be added, never renamed. Its JSON Schema comes from [`schema`].

#[cfg(test)]
mod fixture;
pub mod github;
pub mod html;
pub mod jsonl;
pub mod junit;
pub mod lines;
pub(crate) mod notes;
mod order;
pub(crate) mod place;
pub mod sarif;
pub mod text;
pub mod trace;
pub(crate) mod view;
mod words;

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;

use crate::document::{Origin, ReadIssue};
use crate::evaluate::Reason;
use crate::meaning::case::MainReason;
use crate::meaning::kind::{Kind, KindReason, RunnerUp};
use crate::meaning::parties::Actor;
use crate::outcome::Status;
use crate::pack::RulePack;
use crate::report::lines::LineView;
use crate::report::place::TextPlace;

/// One run over one or more documents.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Report {
    /// The program.
    pub tool: Tool,
    /// Edition of the guideline the verdicts speak of.
    pub guideline: String,
    /// Hash of the knowledge base.
    pub kb_version: String,
    /// Hash of the rules.
    pub rules_hash: String,
    /// The day the report speaks of, YYYY-MM-DD.
    pub date: String,
    /// Documents in the order given.
    pub documents: Vec<DocumentReport>,
    /// Files that could not be used.
    pub errors: Vec<FileError>,
    /// Outcomes counted by status, over all documents.
    pub summary: Summary,
}

impl Report {
    /// A report of this program on documents that were judged by the rules of a pack, on a day (YYYY-MM-DD); `edition` as in
    /// [`Options`](crate::lint::Options).
    pub fn new(
        pack: &RulePack,
        edition: Option<&str>,
        date: String,
        documents: Vec<DocumentReport>,
        errors: Vec<FileError>,
    ) -> Self {
        Self {
            tool: Tool { name: "sekisho".to_owned(), version: env!("CARGO_PKG_VERSION").to_owned() },
            guideline: edition.unwrap_or(kb::EDITION).to_owned(),
            kb_version: kb::KB_VERSION.to_owned(),
            rules_hash: pack.hash.clone(),
            date,
            summary: Summary::of(&documents),
            documents,
            errors,
        }
    }

    /// What `lint --format json` prints.
    ///
    /// # Errors
    /// A value that has no form in JSON, which none of ours is.
    pub fn json(&self) -> Result<String, serde_json::Error> {
        serde_json::to_string_pretty(self).map(|json| json + "\n")
    }
}

/// The program that made the report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Tool {
    /// Always `sekisho`.
    pub name: String,
    /// Its version.
    pub version: String,
}

/// A file that could not be used, with the reason.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct FileError {
    /// The path as given.
    pub path: String,
    /// A code of the message catalogue.
    pub code: String,
    /// The rendered message.
    pub message: String,
    /// What to do, rendered.
    pub help: Option<String>,
}

/// The outcomes for one document.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct DocumentReport {
    /// The path as given.
    pub path: String,
    /// SHA-256 of the bytes, hexadecimal.
    pub sha256: String,
    /// The kind it was judged as.
    pub kind: Kind,
    /// True where the kind was recognised, false where it was stated.
    pub kind_recognised: bool,
    /// The words that speak for the recognised kind, strongest first.
    pub kind_reasons: Vec<KindReason>,
    /// The kind that came second.
    pub kind_runner_up: Option<RunnerUp>,
    /// The documents it was judged together with, if it was.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub case: Option<CaseView>,
    /// The older version that its findings are told apart from (`--since`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub since: Option<SinceView>,
    /// Its title.
    pub title: Option<String>,
    /// What the document calls its parties.
    pub parties: PartiesView,
    /// Facts that were known.
    pub profile: BTreeMap<String, bool>,
    /// The pattern of the institution (Ⅰ–Ⅳ), where it was stated.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub institution_type: Option<kb::SystemType>,
    /// One for each rule that was considered, gravest first.
    pub outcomes: Vec<OutcomeView>,
    /// What could not be read.
    pub unread: Vec<ReadIssue>,
    /// What was noticed while reading and is no finding: references to articles that the document does not have.
    pub notes: Vec<ReadIssue>,
    /// Number of articles found.
    pub articles: usize,
    /// The normalised text; kept for renderers, not part of the JSON.
    #[serde(skip)]
    #[schemars(skip)]
    pub text: String,
    /// Its lines and how they are set on a page; kept for renderers, not part of the JSON.
    #[serde(skip)]
    #[schemars(skip)]
    pub lines: Vec<LineView>,
}

/// A document's place among those that were judged together (`--case`).
///
/// The outcomes of a case stand with its main document; the others have none of their own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct CaseView {
    /// Whether it is the main document.
    pub role: CaseRole,
    /// The path of the main document.
    pub main: String,
    /// Why that one is the main document.
    pub reason: MainReason,
    /// False where a document of the case could not be read: nothing is claimed to be missing then.
    pub complete: bool,
}

/// What a document is to its case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum CaseRole {
    /// The document that the others belong to.
    Main,
    /// 別紙, SLA, 特記事項 …
    Part,
}

/// The older version of a document: only findings that come from its changes are open, all others are `in_baseline`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct SinceView {
    /// Its path as given.
    pub path: String,
    /// SHA-256 of its bytes, hexadecimal.
    pub sha256: String,
    /// Articles and other sections whose words differ.
    pub changed: usize,
    /// Findings that were there before.
    pub hidden: usize,
}

/// Names of the parties in the document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct PartiesView {
    /// The medical institution: 甲, お客様 …
    pub hospital: String,
    /// The provider: 乙, 当社 …
    pub vendor: String,
}

/// The outcome of one rule.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct OutcomeView {
    /// Rule id.
    pub rule: String,
    /// Its title.
    pub title: String,
    /// The topic it decides, if any.
    pub topic: Option<String>,
    /// The theme it belongs to otherwise.
    pub theme: Option<String>,
    /// The verdict.
    pub status: Status,
    /// `error`, `warning`, `info`; null when there is nothing to do.
    pub severity: Option<SeverityView>,
    /// One sentence.
    pub message: String,
    /// Clauses it rests on.
    pub basis: Vec<String>,
    /// Those of them whose text or number is not confirmed against the final edition (未確認).
    pub basis_unverified: Vec<String>,
    /// Unknown facts that were taken to hold.
    pub assumed: Vec<String>,
    /// The question that would settle them.
    pub question: Option<String>,
    /// The exception that covers it: somebody has decided to live with the finding until a day.
    pub waiver: Option<WaiverView>,
    /// True where the finding stood in the baseline: it was there before, and only new ones count.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub in_baseline: bool,
    /// The rule, the status and the words that decided: the same where articles are moved, renumbered or set in another
    /// way. It says nothing of the document: a finding is named by this together with the document's path.
    pub fingerprint: String,
    /// One for each requirement.
    pub requirements: Vec<RequirementView>,
    /// Passages, in document order.
    pub evidence: Vec<EvidenceView>,
    /// The article after which a missing clause would belong, if one comes near.
    pub insert_after: Option<String>,
    /// A clause to paste.
    pub advice: Option<String>,
}

impl OutcomeView {
    /// Whether somebody has to act: a finding that no waiver covers and no baseline knows, or one whose waiver has lapsed.
    pub const fn is_open(&self) -> bool {
        let is_excused = match &self.waiver {
            Some(waiver) => waiver.lapsed.is_none(),
            None => self.in_baseline,
        };
        self.status.is_finding() && !is_excused
    }
}

/// An exception that somebody has approved.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct WaiverView {
    /// Why the finding is accepted, in the words of who accepted it.
    pub reason: String,
    /// Who approved it.
    pub approver: String,
    /// The last day it holds, YYYY-MM-DD.
    pub expires: String,
    /// Where it is written: a line of `sekisho.toml`, a comment of the document.
    pub source: String,
    /// Why it does not cover the finding any more.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lapsed: Option<Lapse>,
}

/// Why a waiver does not cover its finding any more.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Lapse {
    /// Its last day has passed.
    Expired,
    /// The words were changed after it was approved.
    Reworded,
}

/// How grave a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum SeverityView {
    /// Worth knowing.
    Info,
    /// Should be mended.
    Warning,
    /// Must be mended or decided by a person.
    Error,
}

impl From<dsl::checked::Severity> for SeverityView {
    fn from(severity: dsl::checked::Severity) -> Self {
        match severity {
            dsl::checked::Severity::Info => Self::Info,
            dsl::checked::Severity::Warning => Self::Warning,
            dsl::checked::Severity::Error => Self::Error,
        }
    }
}

impl SeverityView {
    /// The value of a name.
    pub fn from_name(name: &str) -> Option<Self> {
        [Self::Info, Self::Warning, Self::Error].into_iter().find(|severity| severity.name() == name)
    }

    /// The name in JSON and the message catalogue.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Info => "info",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

/// The outcome of one requirement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct RequirementView {
    /// Its name in the rule.
    pub name: String,
    /// Its title.
    pub title: String,
    /// `require`, `forbid` or `recommend`.
    pub kind: RequirementKindView,
    /// Its status.
    pub status: Status,
    /// Severity if it is not met.
    pub severity: SeverityView,
    /// Why it is not met.
    pub reason: Option<Reason>,
    /// Clauses it rests on.
    pub basis: Vec<String>,
}

/// What a requirement wants.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum RequirementKindView {
    /// The text must say it.
    Require,
    /// The text must not say it.
    Forbid,
    /// The text had better say it.
    Recommend,
}

/// A passage of the document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct EvidenceView {
    /// The requirement it speaks for.
    pub requirement: String,
    /// What it is to the verdict.
    pub role: EvidenceRole,
    /// The path of the document it stands in.
    pub document: String,
    /// Its place: 第12条第2項.
    pub article: String,
    /// The sentence, in the document's own words.
    pub quote: String,
    /// The sentence in Unicode scalars of the normalised text, half-open.
    pub span: CharSpan,
    /// The passage that matched, likewise.
    pub passage: CharSpan,
    /// Where it is in the original.
    pub origin: Option<Origin>,
    /// Lines and columns of the passage, in a text file.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub place: Option<TextPlace>,
    /// Who acts in it, as far as the sentence says so; for renderers.
    #[serde(skip)]
    #[schemars(skip)]
    pub actor: Option<Actor>,
    /// Bytes of the normalised text, for renderers.
    #[serde(skip)]
    #[schemars(skip)]
    pub bytes: std::ops::Range<usize>,
    /// Bytes of the passage, for renderers.
    #[serde(skip)]
    #[schemars(skip)]
    pub passage_bytes: std::ops::Range<usize>,
}

/// What a passage is to the verdict.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum EvidenceRole {
    /// It meets the requirement.
    Meets,
    /// It meets it weakly, or leaves it to another document.
    Weakens,
    /// It says what is forbidden.
    Conflicts,
    /// It comes near without meeting it.
    LookedHere,
}

/// A half-open range of Unicode scalars.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
pub struct CharSpan {
    /// First character.
    pub start: usize,
    /// One past the last character.
    pub end: usize,
}

/// Outcomes by status.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, JsonSchema)]
#[expect(missing_docs, reason = "each field counts the status it is named after")]
pub struct Summary {
    pub satisfied: usize,
    pub weak: usize,
    pub partial: usize,
    pub missing: usize,
    pub conflicting: usize,
    pub delegated: usize,
    pub not_applicable: usize,
    pub unknown: usize,
}

impl Summary {
    /// Counts the outcomes of documents.
    pub fn of<'a>(documents: impl IntoIterator<Item = &'a DocumentReport>) -> Self {
        let outcomes = documents.into_iter().flat_map(|document| &document.outcomes);
        Self::of_statuses(outcomes.map(|outcome| outcome.status))
    }

    /// Counts statuses.
    pub fn of_statuses(statuses: impl Iterator<Item = Status>) -> Self {
        let mut summary = Self::default();
        statuses.for_each(|status| *summary.slot(status) += 1);
        summary
    }

    /// The count of one status.
    pub fn get(mut self, status: Status) -> usize {
        *self.slot(status)
    }

    fn slot(&mut self, status: Status) -> &mut usize {
        match status {
            Status::Satisfied => &mut self.satisfied,
            Status::Weak => &mut self.weak,
            Status::Partial => &mut self.partial,
            Status::Missing => &mut self.missing,
            Status::Conflicting => &mut self.conflicting,
            Status::Delegated => &mut self.delegated,
            Status::NotApplicable => &mut self.not_applicable,
            Status::Unknown => &mut self.unknown,
        }
    }
}

/// The JSON Schema of [`Report`].
pub fn schema() -> schemars::Schema {
    schemars::schema_for!(Report)
}
