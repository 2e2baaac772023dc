//! From the outcomes of rules to a verdict on a topic: what documents are compared with the labels of readers by.

use crate::outcome::Status;
use crate::report::{OutcomeView, RequirementKindView, SeverityView};

/// How far a topic is settled in a document. Ordered from worst to best.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// Nothing that a reader could rely on.
    Absent,
    /// Something, but weak, only a part, settled elsewhere, or taken back.
    Partial,
    /// A reader could rely on it.
    Present,
}

impl Level {
    /// The name in labels.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Absent => "absent",
            Self::Partial => "partial",
            Self::Present => "present",
        }
    }
}

/// The outcomes of the rules that name a topic.
pub fn outcomes_of<'a>(topic: &str, outcomes: &'a [OutcomeView]) -> Vec<&'a OutcomeView> {
    outcomes.iter().filter(|outcome| outcome.topic.as_deref() == Some(topic)).collect()
}

/// The best verdict of the rules that name a topic; one that finds the contrary keeps it at partial.
pub fn level(rules: &[&OutcomeView]) -> Level {
    let best = rules.iter().map(|rule| level_of(rule)).max().unwrap_or(Level::Absent);
    let contrary = rules.iter().any(|rule| rule.status == Status::Conflicting);
    if contrary { best.min(Level::Partial) } else { best }
}

/// Present where all that is required at error level is there; partial where some of what is required is.
fn level_of(rule: &OutcomeView) -> Level {
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
