//! The report as a person reads it in a terminal: a pure function of the report and a few options.
//!
//! For each document a header, then its outcomes gravest first, then what is in order; at the end one table for all
//! documents and the sentence that this is no legal advice. Words come from the message catalogue, colours from
//! [`paint`], columns from [`layout`]. Nothing here decides anything.

mod closing;
mod header;
pub mod layout;
mod outcome;
pub mod paint;
mod snippet;

pub use header::kind_reasons;

use kb::Kb;

use crate::message::{self, Arg, Lang};
use crate::outcome::Status;
use crate::report::{CaseRole, DocumentReport, EvidenceView, OutcomeView, Report};
use paint::Paint;

/// How much a reader wants to see.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Detail {
    /// One line for each finding, nothing else.
    Quiet,
    /// Findings with passages and advice, what is in order in one line each.
    #[default]
    Normal,
    /// Passages also for what is in order, and the rules that do not speak about the document.
    Verbose,
}

/// How the text is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TextOptions {
    /// Language of everything the tool says.
    pub lang: Lang,
    /// Columns of the page.
    pub width: usize,
    /// Whether to write ANSI colours.
    pub color: bool,
    /// How much to show.
    pub detail: Detail,
}

/// Columns where the output is no terminal.
pub const DEFAULT_WIDTH: usize = 100;

impl Default for TextOptions {
    fn default() -> Self {
        Self { lang: Lang::Ja, width: DEFAULT_WIDTH, color: false, detail: Detail::Normal }
    }
}

/// Writes the report. The result ends with a line break unless it is empty.
///
/// ```
/// use linter::report::{Report, Summary, Tool, text};
/// let report = Report {
///     tool: Tool { name: "sekisho".into(), version: "0".into() },
///     guideline: "6.0".into(), kb_version: "0".into(), rules_hash: "0".into(), date: "2026-11-22".into(),
///     documents: vec![], errors: vec![], summary: Summary::default(),
/// };
/// let options = text::TextOptions { detail: text::Detail::Quiet, ..Default::default() };
/// assert_eq!(text::render(&report, &options), "");
/// ```
pub fn render(report: &Report, options: &TextOptions) -> String {
    let page = Page {
        options,
        paint: Paint::new(options.color),
        kb: Kb::embedded().ok(),
        documents: &report.documents,
    };
    let mut out = String::new();
    let is_part =
        |document: &&DocumentReport| document.case.as_ref().is_some_and(|case| case.role == CaseRole::Part);
    // Of a case the main document comes first.
    let (parts, others): (Vec<_>, Vec<_>) = report.documents.iter().partition(is_part);
    for document in others.into_iter().chain(parts) {
        match options.detail {
            Detail::Quiet => page.quiet(document, &mut out),
            _ => page.document(document, &mut out),
        }
    }
    if options.detail != Detail::Quiet {
        page.closing(report, &mut out);
    }
    out
}

/// What every part of the page needs.
struct Page<'a> {
    options: &'a TextOptions,
    paint: Paint,
    kb: Option<&'static Kb>,
    /// All documents of the report: passages of a case stand in any of them.
    documents: &'a [DocumentReport],
}

impl Page<'_> {
    fn say(&self, code: &str) -> String {
        message::text(self.options.lang, code, &[])
    }

    fn say_with(&self, code: &str, args: &[Arg<'_>]) -> String {
        message::text(self.options.lang, code, args)
    }

    fn status_word(&self, status: Status) -> String {
        self.say(&format!("status-{}", status.name().replace('_', "-")))
    }

    fn status_painted(&self, status: Status) -> String {
        self.paint.status(status, &self.status_word(status))
    }

    /// `path: error: 定めなし: title [rule] 第23条第1項: message`
    fn quiet(&self, document: &DocumentReport, out: &mut String) {
        for outcome in findings(document) {
            let severity =
                outcome.severity.map(|severity| self.say(&format!("severity-{}", severity.name())));
            let place = first_place(document, outcome).map(|place| format!(" {place}")).unwrap_or_default();
            out.push_str(&format!(
                "{}: {}: {}: {} [{}]{place}: {}\n",
                document.path,
                severity.unwrap_or_default(),
                self.status_word(outcome.status),
                outcome.title,
                outcome.rule,
                outcome.message,
            ));
        }
    }

    fn document(&self, document: &DocumentReport, out: &mut String) {
        self.header(document, out);
        let mut status = None;
        for outcome in findings(document) {
            if status != Some(outcome.status) {
                status = Some(outcome.status);
                self.group_heading(document, outcome.status, out);
            }
            self.finding(document, outcome, out);
        }
        self.in_order(document, out);
    }

    /// `── 定めなし(3件) ──────`
    fn group_heading(&self, document: &DocumentReport, status: Status, out: &mut String) {
        let count = match status.is_finding() {
            true => findings(document).filter(|outcome| outcome.status == status).count(),
            false => document.outcomes.iter().filter(|outcome| outcome.status == status).count(),
        };
        let word = self.status_word(status);
        let title = self.say_with("report-group", &[("status", &word), ("count", &count.to_string())]);
        out.push_str(&self.paint.status(status, &layout::rule(&title, '─', self.options.width)));
        out.push_str("\n\n");
    }
}

/// Findings that are to be shown: what stood in the older version of `--since` is only counted.
fn findings(document: &DocumentReport) -> impl Iterator<Item = &OutcomeView> {
    let hides = document.since.is_some();
    document
        .outcomes
        .iter()
        .filter(move |outcome| outcome.status.is_finding() && !(hides && outcome.in_baseline))
}

/// The place to look at first: of a passage, else of the neighbour of what is missing.
fn first_place(document: &DocumentReport, outcome: &OutcomeView) -> Option<String> {
    outcome.evidence.iter().map(|passage| place(document, passage)).find(|place| !place.is_empty())
}

/// Where a passage stands; with the file where it is another one than that of the outcome.
fn place(document: &DocumentReport, passage: &EvidenceView) -> String {
    if passage.document == document.path || passage.article.is_empty() {
        return passage.article.clone();
    }
    let file = passage.document.rsplit(['/', '\\']).next().unwrap_or(&passage.document);
    format!("{file} {}", passage.article)
}

#[cfg(test)]
mod tests;
