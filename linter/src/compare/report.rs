//! What `sekisho diff --format json` prints, and what every renderer is fed with.

use schemars::JsonSchema;
use serde::Serialize;

use super::verdicts::{self, ClauseChange, ClauseMove};
use super::{Comparison, compare};
use crate::document::{Document, ReadIssue};
use crate::meaning::kind::Kind;
use crate::report::{DocumentReport, SeverityView, Tool};

/// Two versions of a document: what was said differently, and what that did to the verdicts.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct DiffReport {
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
    /// The kind that both were judged as.
    pub kind: Kind,
    /// The old document.
    pub old: SideView,
    /// The new document.
    pub new: SideView,
    /// Their sections.
    #[serde(flatten)]
    pub comparison: Comparison,
    /// The rules that speak of either document, gravest change first.
    pub clauses: Vec<ClauseChange>,
    /// Those counted by what became of them.
    pub clause_summary: ClauseSummary,
}

/// One of the two documents.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct SideView {
    /// The path as given.
    pub path: String,
    /// SHA-256 of the bytes, hexadecimal.
    pub sha256: String,
    /// Its title.
    pub title: Option<String>,
    /// Number of articles found.
    pub articles: usize,
    /// What could not be read.
    pub unread: Vec<ReadIssue>,
}

/// Rules by what became of their verdicts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, JsonSchema)]
#[expect(missing_docs, reason = "each field counts the change it is named after")]
pub struct ClauseSummary {
    pub lost: usize,
    pub weakened: usize,
    pub unclear: usize,
    pub gained: usize,
    pub strengthened: usize,
    pub reworded: usize,
    pub unchanged: usize,
}

impl ClauseSummary {
    fn of(clauses: &[ClauseChange]) -> Self {
        let mut summary = Self::default();
        for clause in clauses {
            *summary.slot(clause.change) += 1;
        }
        summary
    }

    /// The count of one change.
    pub fn get(mut self, change: ClauseMove) -> usize {
        *self.slot(change)
    }

    fn slot(&mut self, change: ClauseMove) -> &mut usize {
        match change {
            ClauseMove::Lost => &mut self.lost,
            ClauseMove::Weakened => &mut self.weakened,
            ClauseMove::Unclear => &mut self.unclear,
            ClauseMove::Gained => &mut self.gained,
            ClauseMove::Strengthened => &mut self.strengthened,
            ClauseMove::Reworded => &mut self.reworded,
            ClauseMove::Unchanged => &mut self.unchanged,
        }
    }
}

/// A document with what the rules say of it.
#[derive(Debug, Clone, Copy)]
pub struct Judged<'a> {
    /// What was read.
    pub document: &'a Document,
    /// What the rules say.
    pub report: &'a DocumentReport,
}

/// What stands at the head of a report and does not come from the documents.
#[derive(Debug, Clone)]
pub struct Head {
    /// The program.
    pub tool: Tool,
    /// Hash of the rules.
    pub rules_hash: String,
    /// The day the report speaks of, YYYY-MM-DD.
    pub date: String,
}

/// Compares two documents that were judged by the same rules and options.
pub fn report(old: Judged<'_>, new: Judged<'_>, head: Head) -> DiffReport {
    let clauses = verdicts::compare(old.report, new.report);
    DiffReport {
        tool: head.tool,
        guideline: kb::EDITION.to_owned(),
        kb_version: kb::KB_VERSION.to_owned(),
        rules_hash: head.rules_hash,
        date: head.date,
        kind: new.report.kind,
        old: side(old.report),
        new: side(new.report),
        comparison: compare(old.document, new.document),
        clause_summary: ClauseSummary::of(&clauses),
        clauses,
    }
}

fn side(report: &DocumentReport) -> SideView {
    SideView {
        path: report.path.clone(),
        sha256: report.sha256.clone(),
        title: report.title.clone(),
        articles: report.articles,
        unread: report.unread.clone(),
    }
}

impl DiffReport {
    /// The title to put over it: of the new document, else of the old one, else the name of the file.
    pub fn title(&self) -> &str {
        let named = self.new.title.as_deref().or(self.old.title.as_deref());
        named.unwrap_or_else(|| self.new.path.rsplit(['/', '\\']).next().unwrap_or(&self.new.path))
    }

    /// The gravest loss that no exception covers.
    pub fn gravest_loss(&self) -> Option<SeverityView> {
        let losses = self.clauses.iter().filter(|clause| clause.counts_as_loss());
        losses.filter_map(|clause| clause.severity).max()
    }
}

/// The JSON Schema of [`DiffReport`].
pub fn schema() -> schemars::Schema {
    schemars::schema_for!(DiffReport)
}
