//! Requirements: what they take from their rule, how severe they may be, and what they are about.

use std::collections::BTreeSet;

use super::concepts::is_plain_name;
use super::expressions;
use super::properties::Properties;
use super::rules::RuleChecker;
use crate::ast::{self, RequirementKind};
use crate::checked::{BasisRef, Requirement, Severity};
use crate::error::DslErrorKind;

/// What a requirement takes from its rule when it says nothing itself.
pub(super) struct Defaults<'a> {
    /// `None`: the rule states none.
    pub(super) severity: Option<Severity>,
    pub(super) basis: &'a [BasisRef],
    pub(super) reference: Option<&'a str>,
}

/// True of a requirement whose severity is that of its rule. A recommendation is `info` by itself.
pub(super) fn takes_severity_of_rule(requirement: &ast::Requirement) -> bool {
    requirement.severity.is_none() && requirement.kind != RequirementKind::Recommend
}

/// Resolves all requirements of a rule, of which there must be one. One with a mistake is `None`.
pub(super) fn resolve(
    checker: RuleChecker<'_>,
    properties: &Properties<'_>,
    defaults: &Defaults<'_>,
) -> Vec<Option<Requirement>> {
    if properties.requirements.is_empty() {
        checker.missing("require");
    }
    check_names(checker, properties);
    properties.requirements.iter().map(|requirement| resolve_one(checker, requirement, defaults)).collect()
}

fn check_names(checker: RuleChecker<'_>, properties: &Properties<'_>) {
    let mut names = BTreeSet::new();
    for name in properties.requirements.iter().map(|requirement| &requirement.name) {
        if !is_plain_name(&name.node) {
            checker.site.report(DslErrorKind::InvalidName { name: name.node.clone() }, name.span);
        }
        if !names.insert(&name.node) {
            checker.site.report(DslErrorKind::DuplicateRequirement { name: name.node.clone() }, name.span);
        }
    }
}

fn resolve_one(
    checker: RuleChecker<'_>,
    requirement: &ast::Requirement,
    defaults: &Defaults<'_>,
) -> Option<Requirement> {
    let title = title(checker, requirement);
    let severity = severity(checker, requirement, defaults);
    let basis = match requirement.basis.as_slice() {
        [] => defaults.basis.to_vec(),
        own => checker.basis(own.iter()),
    };
    let own_reference = checker.reference(requirement.reference.as_ref());
    let expr =
        requirement.expr.as_ref().and_then(|expr| expressions::resolve(expr, checker.context, checker.site));
    Some(Requirement {
        kind: requirement.kind,
        name: requirement.name.node.clone(),
        title: title?,
        basis,
        reference: own_reference.or_else(|| defaults.reference.map(str::to_owned)),
        severity: severity?,
        expr: expr?,
        place: checker.site.place(requirement.span),
    })
}

fn title(checker: RuleChecker<'_>, requirement: &ast::Requirement) -> Option<String> {
    match &requirement.title {
        Some(title) => (!checker.site.is_empty_text(title)).then(|| title.node.clone()),
        None => {
            let name = requirement.name.node.clone();
            checker.report_absence(DslErrorKind::MissingRequirementTitle { name }, &requirement.name);
            None
        }
    }
}

fn severity(
    checker: RuleChecker<'_>,
    requirement: &ast::Requirement,
    defaults: &Defaults<'_>,
) -> Option<Severity> {
    let recommended = requirement.kind == RequirementKind::Recommend;
    let Some(name) = &requirement.severity else {
        return if recommended { Some(Severity::Info) } else { defaults.severity };
    };
    let severity = checker.severity_of(name)?;
    if recommended && severity > Severity::Info {
        let kind = DslErrorKind::RecommendTooSevere { severity: name.node.clone() };
        checker.site.report(kind, name.span);
        return None;
    }
    Some(severity)
}
