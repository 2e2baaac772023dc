//! The verdict on a topic with what led to it.

use linter::outcome::Status;
use linter::report::{EvidenceRole, OutcomeView};
use linter::topic::{self, Level};

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

/// The verdict of the rules that name the topic.
pub(super) fn of(topic: &str, outcomes: &[OutcomeView]) -> Verdict {
    let rules = topic::outcomes_of(topic, outcomes);
    let silent = rules.iter().all(|rule| matches!(rule.status, Status::NotApplicable | Status::Unknown));
    Verdict {
        level: topic::level(&rules),
        silent,
        places: rules.iter().flat_map(|rule| places(rule)).collect(),
        reasons: rules.iter().flat_map(|rule| reasons(rule)).collect(),
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
