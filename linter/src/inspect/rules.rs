//! Rules on their own: whether they can speak at all, and on what they rest.

use dsl::ast::Member;
use dsl::checked::{Requirement, Rule, Severity};
use dsl::{Doubt, Span};
use kb::{ContentStatus, Kb};

use super::{Files, Found, WrittenRule};
use crate::examples::can_speak;

/// Looks at every rule of the files given.
pub(super) fn look(files: &Files<'_>, found: &mut Found) {
    for written in files.rules() {
        if !can_speak(written.rule) {
            found.add(written.file, applies_of(&written), Doubt::RuleUnreachable, &[]);
        }
        editions(&written, found);
        for requirement in &written.rule.requirements {
            basis(&written, requirement, found);
        }
    }
}

/// The basis of a rule for editions that the knowledge base does not hold cannot be looked up.
fn editions(written: &WrittenRule<'_>, found: &mut Found) {
    let held = |edition: &String| edition == kb::EDITION;
    if written.rule.editions.iter().any(held) {
        return;
    }
    let span = written.tree.members.iter().find_map(|member| match member {
        Member::Editions(names) => names.first().map(|name| name.span),
        _ => None,
    });
    let args = [("editions", written.rule.editions.join(", ")), ("held", kb::EDITION.to_owned())];
    let args = args.each_ref().map(|(name, value)| (*name, value.as_str()));
    found.add(written.file, span.unwrap_or(written.tree.id.span), Doubt::EditionNotHeld, &args);
}

/// A grave requirement needs a clause whose text was seen.
fn basis(written: &WrittenRule<'_>, requirement: &Requirement, found: &mut Found) {
    let Ok(kb) = Kb::embedded() else { return };
    let is_seen = |id: &str| {
        let id = id.split_once('@').map_or(id, |(id, _)| id);
        let content = kb.get(id).map(|entry| entry.verification().content);
        content.is_some_and(|content| !matches!(content, ContentStatus::Recall | ContentStatus::None))
    };
    let is_grave = requirement.severity > Severity::Info;
    if is_grave && !requirement.basis.is_empty() && !requirement.basis.iter().any(|basis| is_seen(&basis.id))
    {
        let span = written.requirement(&requirement.name);
        let args = [("name", requirement.name.as_str()), ("severity", requirement.severity.name())];
        found.add(written.file, span, Doubt::BasisUnverified, &args);
    }
}

/// The kinds of a rule as written.
fn applies_of(written: &WrittenRule<'_>) -> Span {
    let span = written.tree.members.iter().find_map(|member| match member {
        Member::Applies(applies) => applies.kinds.first().map(|kind| kind.span),
        _ => None,
    });
    span.unwrap_or(written.tree.id.span)
}

/// Whether two rules speak about a common kind of document in a common edition.
pub(super) fn share_ground(one: &Rule, other: &Rule) -> bool {
    let kinds = |rule: &Rule| crate::examples::kinds_of_rule(rule);
    let others = kinds(other);
    one.editions.iter().any(|edition| other.editions.contains(edition))
        && kinds(one).iter().any(|kind| others.contains(kind))
}
