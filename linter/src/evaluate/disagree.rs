//! Sentences that say the same thing and differ: 24時間以内 here, 48時間以内 there; the vendor here, the hospital there.

use dsl::checked::{Disagree, Disputed};

use super::{Extent, MOST_WITNESSES, Mode, Reason, RequirementStatus, Scene, Verdict, Witness};
use crate::document::TextSpan;
use crate::language::quantity::{self, Value};
use crate::language::units::Unit;
use crate::meaning::parties::Actor;

/// What one sentence says on the disputed point.
pub(super) struct Statement {
    /// Its document and the first unit of its article: what stands in one article is meant to go together.
    place: (u32, u32),
    says: Vec<Said>,
    witness: Witness,
}

/// A value on the disputed point.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Said {
    Value(Value),
    Actor(Actor),
}

/// The verdict over all statements: met where two that stand apart have no value in common.
pub(super) fn verdict(statements: &[Statement]) -> Verdict {
    let apart = |one: &Statement, other: &Statement| {
        one.place != other.place
            && one.says.iter().any(|said| other.says.iter().any(|other| comparable(said, other)))
            && !one.says.iter().any(|said| other.says.contains(said))
    };
    let disputed = statements.iter().filter(|one| statements.iter().any(|other| apart(one, other)));
    let mut evidence: Vec<Witness> = disputed.map(|statement| statement.witness).collect();
    if evidence.is_empty() {
        return Verdict::missing(Reason::NotFound);
    }
    evidence.sort();
    evidence.dedup();
    evidence.truncate(MOST_WITNESSES);
    Verdict { status: RequirementStatus::Satisfied, reason: None, evidence }
}

/// Business days and hours are no contradiction that one could be sure of.
fn comparable(one: &Said, other: &Said) -> bool {
    match (one, other) {
        (Said::Value(one), Said::Value(other)) => match (one, other) {
            (Value::Count { unit, .. }, Value::Count { unit: other, .. }) => unit == other,
            (one, other) => std::mem::discriminant(one) == std::mem::discriminant(other),
        },
        (Said::Actor(_), Said::Actor(_)) => true,
        _ => false,
    }
}

impl Scene<'_> {
    /// What the sentences of an extent say on a disputed point.
    pub(super) fn statements(&self, wanted: &Disagree, extent: &Extent, mode: Mode) -> Vec<Statement> {
        let mut found = Vec::new();
        for index in extent.units.clone() {
            let verdict = self.eval(&wanted.among, &Extent::units(index..index + 1), mode);
            if !matches!(verdict.status, RequirementStatus::Satisfied | RequirementStatus::Weak) {
                continue;
            }
            let here = verdict.evidence.into_iter().find(|witness| witness.unit == index);
            let (Some(witness), Some(unit)) = (here, self.units.get(index)) else { continue };
            let says = said(unit, witness.passage, &wanted.on);
            if !says.is_empty() {
                let place = (self.index, self.places.article_of(index).start);
                found.push(Statement { place, says, witness });
            }
        }
        found
    }
}

/// The values in the clause that holds a passage; those of the whole sentence where the clause has none.
fn said(unit: &Unit, passage: TextSpan, on: &Disputed) -> Vec<Said> {
    let clause = unit.clauses.iter().find(|clause| unit.span(clause.range.clone()).contains(passage));
    match on {
        Disputed::Party => clause
            .map(|clause| clause.actor)
            .filter(|actor| matches!(actor, Actor::Vendor | Actor::Hospital | Actor::Both))
            .map(Said::Actor)
            .into_iter()
            .collect(),
        Disputed::Measure(measure) => {
            let found = quantity::find(&unit.text);
            let measured = found.iter().filter(|found| quantity::is_of(measure, &found.value));
            let inside = |range: &std::ops::Range<usize>| {
                clause
                    .is_some_and(|clause| clause.range.start <= range.start && range.end <= clause.range.end)
            };
            let near: Vec<Said> = measured
                .clone()
                .filter(|found| inside(&found.range))
                .map(|found| Said::Value(found.value.clone()))
                .collect();
            if near.is_empty() {
                measured.map(|found| Said::Value(found.value.clone())).collect()
            } else {
                near
            }
        }
    }
}
