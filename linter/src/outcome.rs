//! The outcome of one rule for one document: status, requirements, evidence, advice.

use dsl::ast::RequirementKind;
use dsl::checked::{Rule, Severity};
use kb::SystemType;

use crate::evaluate::{Reason, RequirementStatus, Scenes, Verdict, Witness};
use crate::meaning::kind::Kind;
use crate::pack::concerns;
use crate::profile::Facts;

/// What a rule found in a document.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, schemars::JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// The text says what the rule forbids.
    Conflicting,
    /// Nothing of what is required is there.
    Missing,
    /// A part of what is required is there.
    Partial,
    /// All of it is there, but not so that one could rely on it.
    Weak,
    /// The text leaves it to another document.
    Delegated,
    /// The text could not be read completely.
    Unknown,
    /// Everything required is there.
    Satisfied,
    /// The rule does not speak about this document.
    NotApplicable,
}

impl Status {
    /// All statuses, gravest first: the order of reports.
    pub const ALL: &'static [Self] = &[
        Self::Conflicting,
        Self::Missing,
        Self::Partial,
        Self::Weak,
        Self::Delegated,
        Self::Unknown,
        Self::Satisfied,
        Self::NotApplicable,
    ];

    /// The name in JSON, rules and the message catalogue.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Satisfied => "satisfied",
            Self::Weak => "weak",
            Self::Partial => "partial",
            Self::Missing => "missing",
            Self::Conflicting => "conflicting",
            Self::Delegated => "delegated",
            Self::NotApplicable => "not_applicable",
            Self::Unknown => "unknown",
        }
    }

    /// Whether a person has something to do.
    pub const fn is_finding(self) -> bool {
        !matches!(self, Self::Satisfied | Self::NotApplicable)
    }
}

/// The outcome for one requirement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RequirementOutcome {
    /// Index in the rule.
    pub index: usize,
    /// Status in the words of the report; `conflicting` for a forbidden thing that is there.
    pub status: Status,
    /// Severity if not met.
    pub severity: Severity,
    /// Why it is not met.
    pub reason: Option<Reason>,
    /// Passages.
    pub evidence: Vec<Witness>,
}

/// The outcome of one rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outcome<'r> {
    /// The rule.
    pub rule: &'r Rule,
    /// The verdict as a whole.
    pub status: Status,
    /// The highest severity of what is not met.
    pub severity: Option<Severity>,
    /// Facts that were unknown and taken to hold.
    pub assumed: Vec<String>,
    /// One for each requirement of the rule.
    pub requirements: Vec<RequirementOutcome>,
}

/// What decides whether a rule speaks about a case.
#[derive(Debug, Clone, Copy)]
pub struct Applicability<'a> {
    /// The kinds that the case is judged as.
    pub kinds: &'a [Kind],
    /// What is known of the institution.
    pub facts: &'a Facts,
    /// Its pattern, if known.
    pub pattern: Option<SystemType>,
}

/// Asks the documents of a case about a rule, of which `place` is the index in its rule set.
pub fn judge<'r>(
    place: usize,
    rule: &'r Rule,
    applicability: &Applicability<'_>,
    scenes: &Scenes<'_>,
) -> Outcome<'r> {
    let mut assumed = Vec::new();
    let concerned = concerned(rule, applicability.pattern);
    if concerned.is_empty() || !speaks(rule, applicability, &mut assumed) {
        let requirements = Vec::new();
        return Outcome {
            rule,
            status: Status::NotApplicable,
            severity: None,
            assumed: Vec::new(),
            requirements,
        };
    }
    let text_lost = scenes.text_lost();
    let requirements: Vec<_> = rule
        .requirements
        .iter()
        .enumerate()
        .filter(|(index, _)| concerned.contains(index))
        .map(|(index, requirement)| {
            let verdict = if scenes.is_awake(place, index) {
                scenes.evaluate(&requirement.expr, requirement.kind == RequirementKind::Forbid)
            } else {
                scenes.asleep()
            };
            let (status, reason) = status_of(requirement.kind, &verdict, text_lost);
            // A forbidden thing that is not there has no passage to show.
            let silent = requirement.kind == RequirementKind::Forbid && status != Status::Conflicting;
            let evidence = if silent { Vec::new() } else { verdict.evidence };
            RequirementOutcome { index, status, severity: requirement.severity, reason, evidence }
        })
        .collect();
    let status = joined(rule, &requirements);
    let unmet = requirements.iter().filter(|requirement| requirement.status.is_finding());
    let severity =
        if status == Status::Satisfied { None } else { unmet.map(|requirement| requirement.severity).max() };
    Outcome { rule, status, severity, assumed, requirements }
}

/// The requirements that an institution of a pattern has to meet: those that rest on no clause, or on one that applies to
/// it. Where all that is required falls away, nothing of the rule is left.
fn concerned(rule: &Rule, pattern: Option<SystemType>) -> Vec<usize> {
    let all = 0..rule.requirements.len();
    let Some(pattern) = pattern else { return all.collect() };
    let applies = |index: &usize| {
        rule.requirements.get(*index).is_some_and(|requirement| concerns(&requirement.basis, pattern))
    };
    let left: Vec<usize> = all.filter(applies).collect();
    let is_demand = |index: &usize| {
        rule.requirements
            .get(*index)
            .is_some_and(|requirement| requirement.kind != RequirementKind::Recommend)
    };
    let demanded = (0..rule.requirements.len()).any(|index| is_demand(&index));
    if demanded && !left.iter().any(is_demand) { Vec::new() } else { left }
}

/// Whether the rule speaks about such a document; unknown facts are taken to hold and noted.
fn speaks(rule: &Rule, asked: &Applicability<'_>, assumed: &mut Vec<String>) -> bool {
    let Applicability { kinds, facts, .. } = *asked;
    let named = |name: &String| kinds.iter().any(|kind| kind.answers_to(name));
    rule.applies.iter().filter(|applies| applies.kinds.iter().any(named)).any(|applies| {
        let mut missing = Vec::new();
        let holds =
            applies.when.as_ref().is_none_or(|when| facts.evaluate(when, &mut missing) != Some(false));
        if holds {
            assumed.append(&mut missing);
        }
        holds
    })
}

fn status_of(kind: RequirementKind, verdict: &Verdict, text_lost: bool) -> (Status, Option<Reason>) {
    if kind == RequirementKind::Forbid {
        return match verdict.status {
            RequirementStatus::Satisfied => (Status::Conflicting, None),
            RequirementStatus::Weak if verdict.reason == Some(Reason::ActorUnstated) => {
                (Status::Conflicting, verdict.reason)
            }
            _ if text_lost => (Status::Unknown, Some(Reason::TextLost)),
            _ => (Status::Satisfied, None),
        };
    }
    match verdict.status {
        RequirementStatus::Satisfied => (Status::Satisfied, None),
        RequirementStatus::Weak => (Status::Weak, verdict.reason),
        RequirementStatus::Delegated => (Status::Delegated, verdict.reason),
        RequirementStatus::Missing if text_lost => (Status::Unknown, Some(Reason::TextLost)),
        RequirementStatus::Missing => (Status::Missing, verdict.reason),
    }
}

/// The verdict of the rule from those of its requirements. A recommendation that is not followed leaves it as it is.
fn joined(rule: &Rule, requirements: &[RequirementOutcome]) -> Status {
    let pairs: Vec<(RequirementKind, Status)> = requirements
        .iter()
        .filter_map(|outcome| Some((rule.requirements.get(outcome.index)?.kind, outcome.status)))
        .collect();
    join(&pairs)
}

/// Requirements taken together. Recommendations do not count.
pub(crate) fn join(requirements: &[(RequirementKind, Status)]) -> Status {
    let of = |wanted: RequirementKind| -> Vec<Status> {
        requirements.iter().filter(|(kind, _)| *kind == wanted).map(|(_, status)| *status).collect()
    };
    if of(RequirementKind::Forbid).contains(&Status::Conflicting) {
        return Status::Conflicting;
    }
    let required = of(RequirementKind::Require);
    let unread = of(RequirementKind::Forbid).contains(&Status::Unknown);
    let all = |accepted: &[Status]| required.iter().all(|status| accepted.contains(status));
    if all(&[Status::Satisfied]) {
        // What the rule forbids may stand in the part that was not read.
        if unread { Status::Unknown } else { Status::Satisfied }
    } else if all(&[Status::Satisfied, Status::Weak]) {
        Status::Weak
    } else if all(&[Status::Missing]) {
        Status::Missing
    } else if all(&[Status::Missing, Status::Unknown]) {
        Status::Unknown
    } else if required.contains(&Status::Delegated)
        && all(&[Status::Missing, Status::Delegated, Status::Unknown])
    {
        Status::Delegated
    } else {
        Status::Partial
    }
}
