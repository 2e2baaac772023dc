//! Examples: that there are enough, that they name what exists, and that every grave requirement has one.

use std::collections::BTreeSet;

use super::properties::Properties;
use super::rules::RuleChecker;
use super::text::dedented;
use super::{known_name, listed_name};
use crate::ast::{self, RequirementKind};
use crate::checked::{Example, Requirement, Severity};
use crate::error::{DslErrorKind, NameKind};
use crate::limits;

/// Resolves all examples of a rule. A requirement with a mistake is `None`.
pub(super) fn resolve(
    checker: RuleChecker<'_>,
    properties: &Properties<'_>,
    requirements: &[Option<Requirement>],
) -> Vec<Example> {
    check_number(checker, properties);
    check_coverage(checker, properties, requirements);
    properties.examples.iter().filter_map(|example| resolve_one(checker, properties, example)).collect()
}

fn check_number(checker: RuleChecker<'_>, properties: &Properties<'_>) {
    let pass = properties.examples.iter().filter(|example| example.fails.is_empty()).count();
    let fail = properties.examples.len() - pass;
    let needed = limits::EXAMPLES;
    for (sort, found) in [("pass", pass), ("fail", fail)] {
        if found < needed {
            let kind = DslErrorKind::TooFewExamples { sort, found, needed };
            checker.report_absence(kind, &checker.rule.id);
        }
    }
}

/// Every `require` of level error is named by a failing example.
fn check_coverage(
    checker: RuleChecker<'_>,
    properties: &Properties<'_>,
    requirements: &[Option<Requirement>],
) {
    let named: BTreeSet<&str> = properties
        .examples
        .iter()
        .flat_map(|example| &example.fails)
        .map(|name| name.node.as_str())
        .collect();
    for (tree, requirement) in properties.requirements.iter().zip(requirements) {
        if requirement.as_ref().is_some_and(needs_example) && !named.contains(tree.name.node.as_str()) {
            let kind = DslErrorKind::UncoveredRequirement { name: tree.name.node.clone() };
            checker.report_absence(kind, &tree.name);
        }
    }
}

fn needs_example(requirement: &Requirement) -> bool {
    requirement.kind == RequirementKind::Require && requirement.severity == Severity::Error
}

fn resolve_one(
    checker: RuleChecker<'_>,
    properties: &Properties<'_>,
    example: &ast::Example,
) -> Option<Example> {
    let site = checker.site;
    let statuses = checker.context.vocabulary.statuses;
    let status = example.status.as_ref().and_then(|name| listed_name(NameKind::Status, name, statuses, site));
    let fails = fails(checker, properties, example);
    let title_is_empty = example.title.as_ref().is_some_and(|title| site.is_empty_text(title));
    if site.is_empty_text(&example.text) || title_is_empty {
        return None;
    }
    Some(Example {
        fails,
        status,
        title: example.title.as_ref().map(|title| title.node.clone()).unwrap_or_default(),
        text: dedented(&example.text.node),
        place: site.place(example.span),
    })
}

fn fails(checker: RuleChecker<'_>, properties: &Properties<'_>, example: &ast::Example) -> Vec<String> {
    if checker.rule.broken {
        // The requirement may be one that could not be read.
        return Vec::new();
    }
    let known = properties.requirements.iter().map(|requirement| requirement.name.node.as_str());
    example
        .fails
        .iter()
        .filter_map(|name| known_name(NameKind::Requirement, name, known.clone(), checker.site))
        .collect()
}
