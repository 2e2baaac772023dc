//! Rules beside each other: the same asked twice, the contrary asked, one covered by the other, one topic decided twice.

use dsl::Doubt;
use dsl::ast::RequirementKind;
use dsl::checked::Requirement;

use super::implies::{contradicts, implies};
use super::rules::share_ground;
use super::{Files, Found, WrittenRule};

/// Compares every rule of the files given with those before it, and with itself.
pub(super) fn look(files: &Files<'_>, found: &mut Found) {
    let rules: Vec<WrittenRule<'_>> = files.rules().collect();
    for (index, written) in rules.iter().enumerate() {
        within(written, found);
        for other in rules.iter().take(index) {
            if share_ground(written.rule, other.rule) {
                between(written, other, found);
            }
        }
    }
}

/// Requirements of one rule.
fn within(written: &WrittenRule<'_>, found: &mut Found) {
    let requirements = &written.rule.requirements;
    for (index, one) in requirements.iter().enumerate() {
        for other in requirements.iter().take(index) {
            compare(written, one, written, other, found);
        }
    }
}

fn between(written: &WrittenRule<'_>, other: &WrittenRule<'_>, found: &mut Found) {
    if let (Some(topic), true) = (&written.rule.topic, written.rule.topic == other.rule.topic) {
        let args = [("other", other.rule.id.as_str()), ("topic", topic)];
        found.add(written.file, written.tree.id.span, Doubt::OverlappingRules, &args);
    }
    for one in &written.rule.requirements {
        for two in &other.rule.requirements {
            compare(written, one, other, two, found);
        }
    }
}

/// What two requirements are to each other; told at the later one, or at the one that adds nothing.
fn compare(
    written: &WrittenRule<'_>,
    one: &Requirement,
    other: &WrittenRule<'_>,
    two: &Requirement,
    found: &mut Found,
) {
    use RequirementKind::Forbid;
    let mut tell = |at: &WrittenRule<'_>, requirement: &Requirement, doubt, of: String| {
        let span = at.requirement(&requirement.name);
        found.add(at.file, span, doubt, &[("other", &of)]);
    };
    match (one.kind, two.kind) {
        (Forbid, Forbid) if one.expr == two.expr => {
            tell(written, one, Doubt::DuplicatePredicate, other.named(&two.name));
        }
        (Forbid, Forbid) => {}
        // What must be said would be found among what must not be said.
        (Forbid, _) if contradicts(&two.expr, &one.expr) => {
            tell(written, one, Doubt::Contradiction, other.named(&two.name));
        }
        (_, Forbid) if contradicts(&one.expr, &two.expr) => {
            tell(written, one, Doubt::Contradiction, other.named(&two.name));
        }
        (Forbid, _) | (_, Forbid) => {}
        _ if one.expr == two.expr => {
            tell(written, one, Doubt::DuplicatePredicate, other.named(&two.name));
        }
        // A looser requirement that is graver than the stricter one adds something.
        _ if implies(&one.expr, &two.expr) && one.severity >= two.severity => {
            tell(other, two, Doubt::ImpliedRequirement, written.named(&one.name));
        }
        _ if implies(&two.expr, &one.expr) && two.severity >= one.severity => {
            tell(written, one, Doubt::ImpliedRequirement, other.named(&two.name));
        }
        _ => {}
    }
}
