//! From the outcomes of rules to a verdict on a topic.

use linter::outcome::Status;
use linter::report::{EvidenceRole, OutcomeView, RequirementKindView, SeverityView};

/// How far a topic is settled in a document. Ordered from worst to best.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Level {
    Absent,
    Partial,
    Present,
}

impl Level {
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Absent => "absent",
            Self::Partial => "partial",
            Self::Present => "present",
        }
    }
}

/// The verdict on one topic, with what led to it.
#[derive(Debug, Clone)]
pub(super) struct Verdict {
    pub(super) level: Level,
    pub(super) places: Vec<String>,
    pub(super) reasons: Vec<String>,
    pub(super) silent: bool,
}

impl Verdict {
    /// Nothing could be said.
    pub(super) fn silent() -> Self {
        Self { level: Level::Absent, places: Vec::new(), reasons: Vec::new(), silent: true }
    }
}

/// The best verdict of the rules that name the topic; one that finds the contrary keeps it at partial.
pub(super) fn of(topic: &str, outcomes: &[OutcomeView]) -> Verdict {
    let rules: Vec<&OutcomeView> =
        outcomes.iter().filter(|outcome| outcome.topic.as_deref() == Some(topic)).collect();
    let mut level = rules.iter().map(|rule| level(rule)).max().unwrap_or(Level::Absent);
    if rules.iter().any(|rule| rule.status == Status::Conflicting) {
        level = level.min(Level::Partial);
    }
    let silent = rules.iter().all(|rule| matches!(rule.status, Status::NotApplicable | Status::Unknown));
    Verdict {
        level,
        silent,
        places: rules.iter().flat_map(|rule| places(rule)).collect(),
        reasons: rules.iter().flat_map(|rule| reasons(rule)).collect(),
    }
}

fn level(rule: &OutcomeView) -> Level {
    let required: Vec<_> =
        rule.requirements.iter().filter(|found| found.kind == RequirementKindView::Require).collect();
    let of_error_level: Vec<_> =
        required.iter().filter(|found| found.severity == SeverityView::Error).collect();
    let some = |found: Status| matches!(found, Status::Satisfied | Status::Weak | Status::Delegated);
    if !of_error_level.is_empty() && of_error_level.iter().all(|found| found.status == Status::Satisfied) {
        Level::Present
    } else if required.iter().any(|found| some(found.status)) {
        Level::Partial
    } else {
        Level::Absent
    }
}

fn places(rule: &OutcomeView) -> Vec<String> {
    let mut places: Vec<String> = Vec::new();
    for passage in &rule.evidence {
        let role = match passage.role {
            EvidenceRole::Meets => "meets",
            EvidenceRole::Weakens => "weakens",
            EvidenceRole::Conflicts => "conflicts",
            EvidenceRole::LookedHere => "near",
        };
        let quote: String = passage.quote.chars().take(60).collect();
        places.push(format!("{} {role} {}: {quote}", passage.requirement, passage.article));
    }
    places
}

fn reasons(rule: &OutcomeView) -> Vec<String> {
    rule.requirements
        .iter()
        .map(|found| {
            let reason = found.reason.map(|reason| format!(" ({})", reason.name()));
            format!("{} {}{}", found.name, found.status.name(), reason.unwrap_or_default())
        })
        .collect()
}
