//! Examples: that they do what they say, that every requirement has one, and that they are not all of one style.

use std::collections::BTreeSet;

use dsl::ast::{self, Member, RequirementKind};
use dsl::checked::Severity;
use dsl::{Doubt, Span};

use super::{Files, Found, WrittenRule};
use crate::examples::{self, ExampleResult, Mismatch};
use crate::message::Lang;

/// What came of the examples of every rule, in the order of [`Files::rules`].
pub(super) fn run(files: &Files<'_>) -> Vec<Vec<ExampleResult>> {
    files.rules().map(|written| examples::run(files.pack, written.rule, Lang::Ja)).collect()
}

/// Examples that come out otherwise than they say.
pub(super) fn unexpected(files: &Files<'_>, results: &[Vec<ExampleResult>], found: &mut Found) {
    for (written, results) in files.rules().zip(results) {
        for (result, span) in results.iter().zip(spans(&written)) {
            for mismatch in &result.mismatches {
                let (how, requirement, expected, seen) = words(mismatch);
                let args = [
                    ("title", result.title.as_str()),
                    ("how", how),
                    ("requirement", requirement),
                    ("expected", expected),
                    ("found", seen),
                ];
                found.add(written.file, span, Doubt::ExampleUnexpected, &args);
            }
        }
    }
}

/// Requirements without a failing example, and examples of one style only.
pub(super) fn habits(files: &Files<'_>, results: &[Vec<ExampleResult>], found: &mut Found) {
    for (written, results) in files.rules().zip(results) {
        let named: BTreeSet<&str> =
            written.rule.examples.iter().flat_map(|example| &example.fails).map(String::as_str).collect();
        for requirement in &written.rule.requirements {
            // The checker refuses a rule whose gravest requirements have none.
            let is_error =
                requirement.kind == RequirementKind::Require && requirement.severity == Severity::Error;
            if !is_error && !named.contains(requirement.name.as_str()) {
                let span = written.requirement(&requirement.name);
                let args = [("name", requirement.name.as_str())];
                found.add(written.file, span, Doubt::RequirementUnexampled, &args);
            }
        }
        alike(&written, results, found);
    }
}

/// All examples call the parties the same.
fn alike(written: &WrittenRule<'_>, results: &[ExampleResult], found: &mut Found) {
    let names: BTreeSet<(&str, &str)> = results
        .iter()
        .filter_map(|result| result.report.as_ref().ok())
        .map(|report| (report.parties.hospital.as_str(), report.parties.vendor.as_str()))
        .collect();
    let (Some((hospital, vendor)), 1) = (names.first(), names.len()) else { return };
    let span = spans(written).next().unwrap_or(written.tree.id.span);
    let args = [("hospital", *hospital), ("vendor", *vendor)];
    found.add(written.file, span, Doubt::ExamplesAlike, &args);
}

/// The titles of the examples, as written, in the order of the checked ones.
fn spans<'a>(written: &WrittenRule<'a>) -> impl Iterator<Item = Span> + use<'a> {
    let examples = written.tree.members.iter().filter_map(|member| match member {
        Member::Example(example) => Some(example),
        _ => None,
    });
    examples.map(|example: &ast::Example| match (&example.title, example.fails.first()) {
        (Some(title), _) => title.span,
        (None, Some(name)) => name.span,
        (None, None) => Span { start: example.span.start, end: example.text.span.start },
    })
}

/// The sort of difference, the requirement, and the statuses in the words of rule files.
fn words(mismatch: &Mismatch) -> (&'static str, &str, &'static str, &'static str) {
    match mismatch {
        Mismatch::Unreadable => ("unreadable", "", "", ""),
        Mismatch::Rule { expected, found } => ("rule", "", expected.name(), found.name()),
        Mismatch::Met { requirement } => ("met", requirement, "", ""),
        Mismatch::Requirement { requirement, expected, found } => {
            ("requirement", requirement, expected.name(), found.name())
        }
    }
}
