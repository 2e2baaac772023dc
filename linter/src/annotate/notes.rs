//! Which comments a file gets: where each stands, and its words.

use std::collections::{BTreeMap, BTreeSet};

use kb::Kb;

use super::anchors::{Anchor, Anchors};
use super::replies::Marker;
use super::{Options, Subject};
use crate::document::NodeId;
use crate::mend::{Places, Plan};
use crate::message::{self, Arg, Lang};
use crate::outcome::Status;
use crate::report::{EvidenceRole, EvidenceView, OutcomeView};

/// A comment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Note {
    pub(super) anchor: Anchor,
    /// Its paragraphs; the first one is its head.
    pub(super) lines: Vec<String>,
}

/// All comments, in the order of the text; those on one passage in the order of the report.
pub(super) fn all(
    subject: &Subject<'_>,
    anchors: &Anchors<'_>,
    plan: Option<&Plan>,
    options: &Options<'_>,
) -> Vec<Note> {
    let words = Words { lang: options.lang, kb: Kb::embedded().ok(), plan };
    let outcomes = &subject.main.unwrap_or(subject.report).outcomes;
    let told: Vec<&OutcomeView> = outcomes
        .iter()
        .filter(|outcome| outcome.status.is_finding() && (outcome.is_open() || options.accepted))
        .collect();
    let mut notes = Vec::new();
    let mut missing: BTreeMap<(Option<NodeId>, usize), Vec<&OutcomeView>> = BTreeMap::new();
    let places = Places::of(subject.document);
    for (index, outcome) in told.iter().enumerate() {
        let passages = deciding(outcome, &subject.report.path);
        let found: BTreeSet<Anchor> =
            passages.iter().filter_map(|passage| anchors.passage(&passage.passage_bytes)).collect();
        for (count, anchor) in found.iter().enumerate() {
            let lines = if count == 0 { words.finding(outcome, None) } else { words.again(outcome) };
            notes.push((*anchor, index, lines));
        }
        if found.is_empty() && subject.main.is_none() {
            let place = places.behind(subject.document, outcome);
            let place = place.filter(|_| outcome.status != Status::Unknown);
            missing.entry((place, rank(outcome))).or_default().push(*outcome);
        }
    }
    for ((place, rank), lacking) in &missing {
        let Some(anchor) = anchor_behind(*place, subject, anchors) else { continue };
        notes.push((anchor, told.len() + rank, words.missing(lacking)));
    }
    notes.sort_by_key(|(anchor, index, _)| (anchor.start.byte(), anchor.end.byte(), *index));
    let mut notes: Vec<Note> = notes.into_iter().map(|(anchor, _, lines)| Note { anchor, lines }).collect();
    let head = subject.document.title.and_then(|title| anchors.line(title.start as usize));
    if let Some(anchor) = head.or_else(|| anchors.first()) {
        notes.insert(0, Note { anchor, lines: words.head(&told, options.date) });
    }
    notes
}

/// Gravest first.
fn rank(outcome: &OutcomeView) -> usize {
    outcome.severity.map_or(3, |severity| 2 - severity as usize)
}

/// The passages at which a finding is commented: what decides, or, where a part is met, the part that is there.
fn deciding<'o>(outcome: &'o OutcomeView, path: &str) -> Vec<&'o EvidenceView> {
    let here = || outcome.evidence.iter().filter(|passage| passage.document == path);
    let decides =
        |passage: &&EvidenceView| matches!(passage.role, EvidenceRole::Weakens | EvidenceRole::Conflicts);
    let found: Vec<&EvidenceView> = here().filter(decides).collect();
    if found.is_empty() && outcome.status == Status::Partial {
        return here().filter(|passage| passage.role == EvidenceRole::Meets).take(1).collect();
    }
    found
}

/// The last paragraph of the article behind which something belongs; the head of a document without articles.
fn anchor_behind(place: Option<NodeId>, subject: &Subject<'_>, anchors: &Anchors<'_>) -> Option<Anchor> {
    let document = subject.document;
    let behind = place.and_then(|place| document.node(place)).and_then(|node| {
        let text = document.slice(node.span).trim_end();
        let (at, _) = text.char_indices().next_back()?;
        anchors.line(node.span.start as usize + at)
    });
    let head = || document.title.and_then(|title| anchors.line(title.start as usize));
    behind.or_else(head).or_else(|| anchors.first())
}

/// Says things in one language.
struct Words<'a> {
    lang: Lang,
    kb: Option<&'a Kb>,
    plan: Option<&'a Plan>,
}

impl Words<'_> {
    fn say(&self, code: &str, args: &[Arg<'_>]) -> String {
        message::text(self.lang, code, args)
    }

    /// What all comments are about, and how to answer them.
    fn head(&self, told: &[&OutcomeView], date: &str) -> Vec<String> {
        let count = told.len().to_string();
        let args: &[Arg<'_>] = &[("count", &count), ("date", date), ("guideline", kb::EDITION)];
        let codes = if told.is_empty() {
            vec!["annotate-head", "annotate-head-none", "report-no-legal-advice"]
        } else {
            vec!["annotate-head", "annotate-head-some", "annotate-head-answer", "report-no-legal-advice"]
        };
        codes.into_iter().map(|code| self.say(code, args)).collect()
    }

    /// A finding in full; `number` where it stands among others.
    fn finding(&self, outcome: &OutcomeView, number: Option<usize>) -> Vec<String> {
        let mut lines = vec![self.title(outcome, number), outcome.message.clone()];
        lines.extend(self.basis(outcome));
        if let Some(waiver) = &outcome.waiver {
            let args: &[Arg<'_>] =
                &[("reason", &waiver.reason), ("approver", &waiver.approver), ("expires", &waiver.expires)];
            lines.push(self.say("annotate-waived", args));
        } else if outcome.in_baseline {
            lines.push(self.say("annotate-baseline", &[]));
        }
        if let Some(question) = &outcome.question {
            lines.push(self.say("report-question", &[("question", question)]));
        }
        lines.extend(self.advice(outcome));
        lines.push(Marker::of(outcome).to_string());
        lines
    }

    /// A further passage of a finding.
    fn again(&self, outcome: &OutcomeView) -> Vec<String> {
        let more = self.say("annotate-again", &[]);
        vec![self.title(outcome, None), outcome.message.clone(), more, Marker::of(outcome).to_string()]
    }

    /// What is missing at one place, one finding below the other.
    fn missing(&self, lacking: &[&OutcomeView]) -> Vec<String> {
        if let [single] = lacking {
            return self.finding(single, None);
        }
        let count = lacking.len().to_string();
        let mut lines = vec![self.say("annotate-missing", &[("count", &count)])];
        for (number, outcome) in (1..).zip(lacking) {
            lines.extend(self.finding(outcome, Some(number)));
        }
        lines
    }

    fn title(&self, outcome: &OutcomeView, number: Option<usize>) -> String {
        let status = self.say(&format!("status-{}", outcome.status.name().replace('_', "-")), &[]);
        let severity =
            outcome.severity.map(|severity| self.say(&format!("severity-{}", severity.name()), &[]));
        let number = number.map(|number| format!("({number})")).unwrap_or_default();
        let severity = severity.unwrap_or_default();
        format!("{number}【{status}】{severity}　{} [{}]", outcome.title, outcome.rule)
    }

    fn basis(&self, outcome: &OutcomeView) -> Vec<String> {
        let label = self.say("report-basis", &[]);
        let lines = outcome.basis.iter().enumerate().map(|(index, id)| {
            let entry = self.kb.and_then(|kb| kb.get(id));
            let words = entry.map(|entry| format!(" {} ({})", entry.title(), entry.citation()));
            let unverified = outcome.basis_unverified.contains(id);
            let mark = if unverified { self.say("unverified", &[]) } else { String::new() };
            let label = if index == 0 { label.as_str() } else { "　　　" };
            format!("{label} {id}{}{mark}", words.unwrap_or_default())
        });
        lines.collect()
    }

    /// The proposed article, or where it was inserted.
    fn advice(&self, outcome: &OutcomeView) -> Vec<String> {
        let inserted = self
            .plan
            .and_then(|plan| plan.insertions.iter().find(|insertion| insertion.rule == outcome.rule));
        if let Some(inserted) = inserted {
            let args: &[Arg<'_>] = &[("place", &inserted.place), ("caption", &inserted.clause.caption)];
            let mut lines = vec![self.say("annotate-inserted", args)];
            if outcome.status == Status::Weak {
                lines.push(self.say("annotate-weak-stays", &[]));
            }
            return lines;
        }
        let Some(advice) = &outcome.advice else { return Vec::new() };
        let mut lines = vec![match &outcome.insert_after {
            Some(article) => self.say("report-advice-after", &[("article", article)]),
            None => self.say("report-advice", &[]),
        }];
        lines.extend(advice.lines().map(|line| format!("　{}", line.trim())));
        if outcome.status == Status::Conflicting {
            lines.push(self.say("annotate-conflict-stays", &[]));
        }
        lines
    }
}
