//! From a report to what could be put into the document: the proposed clauses, where each belongs, and under which
//! number. The same plan is written into Word files ([`crate::annotate`]) and into text files ([`text`]).
//!
//! **Nothing is taken away or changed.** A demand that is missing, met in part or met weakly is mended by one more
//! article behind the one that comes nearest; where none does, behind the last article of the main provisions. A weak
//! sentence stays beside the article that replaces it: to strike out words of a contract is for the parties, and a
//! lawyer who reads an insertion sees at once what is new and what it answers. So a passage that says the opposite of
//! what is asked for cannot be mended here; the plan says so ([`Why::Conflicting`]).
//!
//! **Nothing that was printed gets another number.** Behind the last article the count goes on; elsewhere the new article
//! takes a branch number (第16条の2), as amendments do. Where Word counts by itself, it counts the new article, too, unless
//! a sentence of the document names a later article by its number: then the branch number is typed. Articles that are not
//! called 条 have no branches; there, new ones stand behind the last one. No article is put between one that says 前条 and
//! the one it means.

mod clause;
mod gaps;
pub(crate) mod layout;
mod number;
pub mod text;

use serde::Serialize;

use crate::citation::article_path;
use crate::document::{Document, NodeId};
use crate::message::{self, Arg, Lang};
use crate::outcome::Status;
use crate::report::{DocumentReport, OutcomeView, SeverityView};

pub use clause::{Clause, Provision};
use gaps::Gaps;

/// What could be mended, and what could not.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Plan {
    /// New articles, in the order in which they will stand.
    pub insertions: Vec<Insertion>,
    /// Findings that no new article answers, in the order of the report.
    pub left: Vec<Left>,
}

/// A new article.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Insertion {
    /// The rule that proposes it.
    pub rule: String,
    /// The title of the rule.
    pub title: String,
    /// The fingerprint of the finding that it answers.
    pub fingerprint: String,
    /// What the finding was.
    pub status: Status,
    /// How grave it was.
    pub severity: Option<SeverityView>,
    /// The article behind which it stands, as lawyers cite it.
    pub after: String,
    /// The new article, likewise: 第16条の2.
    pub place: String,
    /// What it says.
    pub clause: Clause,
    /// The article behind which it stands.
    #[serde(skip)]
    pub(crate) node: NodeId,
    /// Its number, and who counts.
    #[serde(skip)]
    pub(crate) number: Number,
}

/// Who writes the number of a new article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Number {
    /// The word processor.
    Computed,
    /// We do: `27`, `16の2`.
    Typed(String),
}

/// A finding that the plan leaves alone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Left {
    /// The rule.
    pub rule: String,
    /// Its title.
    pub title: String,
    /// What the finding is.
    pub status: Status,
    /// How grave it is.
    pub severity: Option<SeverityView>,
    /// Why it is left.
    pub why: Why,
}

/// Why a finding cannot be mended by a new article.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Why {
    /// The document says the opposite; that would still be there.
    Conflicting,
    /// The matter is left to another document, which may have it.
    Delegated,
    /// The document could not be read completely.
    Unread,
    /// The rule proposes nothing, or no article.
    NoClause,
    /// The document has no article to stand behind.
    NoArticle,
    /// The article it belongs behind stands in a table or a text box.
    InTable,
    /// Somebody has accepted the finding, or it was there before.
    Accepted,
}

impl Why {
    /// All reasons.
    pub const ALL: &'static [Self] = &[
        Self::Conflicting,
        Self::Delegated,
        Self::Unread,
        Self::NoClause,
        Self::NoArticle,
        Self::InTable,
        Self::Accepted,
    ];

    /// The name in the message catalogue.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Conflicting => "conflicting",
            Self::Delegated => "delegated",
            Self::Unread => "unread",
            Self::NoClause => "no-clause",
            Self::NoArticle => "no-article",
            Self::InTable => "in-table",
            Self::Accepted => "accepted",
        }
    }
}

/// What can be put into a document for the findings of its report.
///
/// `document` is the one that was judged. The result depends on nothing else; the order of the report decides among
/// articles that belong behind the same one, but for one that speaks of 前条, which stands behind the one it is most alike.
pub fn plan(document: &Document, report: &DocumentReport) -> Plan {
    let mut gaps = Gaps::new(document);
    let mut left = Vec::new();
    let mut wanted = Vec::new();
    for outcome in report.outcomes.iter().filter(|outcome| outcome.status.is_finding()) {
        match mendable(outcome, &gaps) {
            Ok(clause) => wanted.push((outcome, clause)),
            Err(why) => left.push(leave(outcome, why)),
        }
    }
    let places: Vec<(usize, &OutcomeView, Clause)> = wanted
        .into_iter()
        .map(|(outcome, clause)| (gaps.wanted(document, outcome.insert_after.as_deref()), outcome, clause))
        .collect();
    let insertions = gaps
        .arrange(document, places)
        .into_iter()
        .map(|arranged| Insertion {
            rule: arranged.outcome.rule.clone(),
            title: arranged.outcome.title.clone(),
            fingerprint: arranged.outcome.fingerprint.clone(),
            status: arranged.outcome.status,
            severity: arranged.outcome.severity,
            after: article_path(document, arranged.node),
            place: arranged.place,
            clause: arranged.clause,
            node: arranged.node,
            number: arranged.number,
        })
        .collect();
    Plan { insertions, left }
}

/// Where articles that a document lacks belong.
pub(crate) struct Places(Gaps);

impl Places {
    pub(crate) fn of(document: &Document) -> Self {
        Self(Gaps::new(document))
    }

    /// The article behind which what a finding misses belongs; none where the document has no articles.
    pub(crate) fn behind(&self, document: &Document, outcome: &OutcomeView) -> Option<NodeId> {
        self.0.article(self.0.wanted(document, outcome.insert_after.as_deref()))
    }
}

fn mendable(outcome: &OutcomeView, gaps: &Gaps) -> Result<Clause, Why> {
    if !outcome.is_open() {
        return Err(Why::Accepted);
    }
    match outcome.status {
        Status::Conflicting => return Err(Why::Conflicting),
        Status::Delegated => return Err(Why::Delegated),
        Status::Unknown => return Err(Why::Unread),
        _ => {}
    }
    let clause = outcome.advice.as_deref().and_then(Clause::parse).ok_or(Why::NoClause)?;
    if gaps.is_empty() { Err(Why::NoArticle) } else { Ok(clause) }
}

fn leave(outcome: &OutcomeView, why: Why) -> Left {
    Left {
        rule: outcome.rule.clone(),
        title: outcome.title.clone(),
        status: outcome.status,
        severity: outcome.severity,
        why,
    }
}

/// 【定めなし】
fn label(lang: Lang, status: Status) -> String {
    let word = message::text(lang, &format!("status-{}", status.name().replace('_', "-")), &[]);
    format!("【{word}】")
}

impl Plan {
    /// The plan in words: what can be put in and where, and what is left and why.
    pub fn words(&self, lang: Lang) -> String {
        if self.insertions.is_empty() && self.left.is_empty() {
            return format!("{}\n", message::text(lang, "mend-nothing", &[]));
        }
        let mut out = String::new();
        let head = |out: &mut String, code: &str, count: usize| {
            out.push_str(&format!("{}\n", message::text(lang, code, &[("count", &count.to_string())])));
        };
        head(&mut out, "mend-insertions", self.insertions.len());
        for one in &self.insertions {
            let args: &[Arg<'_>] =
                &[("place", &one.place), ("caption", &one.clause.caption), ("after", &one.after)];
            let what = message::text(lang, "mend-insertion", args);
            out.push_str(&format!("  {} {} [{}]\n", label(lang, one.status), what, one.rule));
        }
        if self.insertions.iter().any(|one| one.status == Status::Weak) {
            out.push_str(&format!("  {}\n", message::text(lang, "mend-weak-stay", &[])));
        }
        if !self.left.is_empty() {
            head(&mut out, "mend-left", self.left.len());
        }
        for one in &self.left {
            let why = message::text(lang, &format!("mend-why-{}", one.why.name()), &[]);
            out.push_str(&format!("  {} {} [{}]: {why}\n", label(lang, one.status), one.title, one.rule));
        }
        out
    }

    /// Gives up the insertions for which `refused` says why, and lists them among those that are left.
    pub(crate) fn refuse(&mut self, refused: impl Fn(&Insertion) -> Option<Why>) {
        let mut kept = Vec::with_capacity(self.insertions.len());
        for insertion in std::mem::take(&mut self.insertions) {
            match refused(&insertion) {
                None => kept.push(insertion),
                Some(why) => self.left.push(Left {
                    rule: insertion.rule,
                    title: insertion.title,
                    status: insertion.status,
                    severity: insertion.severity,
                    why,
                }),
            }
        }
        self.insertions = kept;
    }
}
