//! Runs the examples of a rule through the real reader and the real engine.
//!
//! An example is a small document. It is linted with its rule alone, as the first kind of document that the rule speaks
//! about. A passing example must come out `satisfied`; a failing one must leave the requirements it names unmet, with
//! the status it states, if any. `sekisho rules test` and the pages of the rules are made of the results.

use dsl::checked::{Applies, Concept, ConceptId, Example, Pattern, Rule, RuleSet};

use crate::document::Document;
use crate::lint::{self, Options};
use crate::meaning::kind::Kind;
use crate::message::{self, Arg, Lang};
use crate::outcome::Status;
use crate::pack::RulePack;
use crate::profile::{Facts, Profile};
use crate::reached;
use crate::read::{ReadError, ReadOptions, read_document};
use crate::report::{DocumentReport, OutcomeView};
use crate::scan::Matcher;

/// What came of one example.
#[derive(Debug, Clone, PartialEq)]
pub struct ExampleResult {
    /// Its title.
    pub title: String,
    /// Requirements that must not be met; empty for a passing example.
    pub fails: Vec<String>,
    /// The text of the example.
    pub text: String,
    /// The kind it was judged as.
    pub kind: Kind,
    /// The report on the example, with this rule's outcome alone.
    pub report: Result<DocumentReport, ReadError>,
    /// Where the result is not what the example says; empty where all is well.
    pub mismatches: Vec<Mismatch>,
}

/// A difference between an example and its result.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Mismatch {
    /// The example could not be read as a document.
    Unreadable,
    /// The rule as a whole has another status.
    Rule {
        /// The status it should have.
        expected: Status,
        /// The status it has.
        found: Status,
    },
    /// A requirement that should not be met is met.
    Met {
        /// Its name.
        requirement: String,
    },
    /// A requirement has another status than stated.
    Requirement {
        /// Its name.
        requirement: String,
        /// The status it should have.
        expected: Status,
        /// The status it has.
        found: Status,
    },
}

impl ExampleResult {
    /// Whether the result is what the example says.
    pub fn is_as_expected(&self) -> bool {
        self.mismatches.is_empty()
    }

    /// A difference in words.
    pub fn words(&self, mismatch: &Mismatch, lang: Lang) -> String {
        let say = |code: &str, args: &[Arg<'_>]| message::text(lang, code, args);
        let status = |status: &Status| say(&format!("status-{}", status.name().replace('_', "-")), &[]);
        match mismatch {
            Mismatch::Unreadable => {
                let reason = self.report.as_ref().err().map(|error| {
                    let args = error.args();
                    let args: Vec<Arg<'_>> =
                        args.iter().map(|(name, value)| (*name, value.as_str())).collect();
                    say(error.code(), &args)
                });
                say("cli-rules-unreadable", &[("reason", &reason.unwrap_or_default())])
            }
            Mismatch::Rule { expected, found } => {
                say("cli-rules-mismatch-rule", &[("expected", &status(expected)), ("found", &status(found))])
            }
            Mismatch::Met { requirement } => say("cli-rules-mismatch-met", &[("requirement", requirement)]),
            Mismatch::Requirement { requirement, expected, found } => {
                let (expected, found) = (status(expected), status(found));
                let args =
                    [("requirement", requirement.as_str()), ("expected", &expected), ("found", &found)];
                say("cli-rules-mismatch-requirement", &args)
            }
        }
    }

    /// The outcome of the rule, where the example could be read.
    pub fn outcome(&self) -> Option<&OutcomeView> {
        self.report.as_ref().ok()?.outcomes.first()
    }
}

/// Runs all examples of a rule of the pack, in the order written.
pub fn run(pack: &RulePack, rule: &Rule, lang: Lang) -> Vec<ExampleResult> {
    run_over(&pack.rules.concepts, rule, lang)
}

/// Runs all examples of a rule that uses these concepts.
pub(crate) fn run_over(concepts: &[Concept], rule: &Rule, lang: Lang) -> Vec<ExampleResult> {
    let alone = alone(concepts, rule);
    let kind = kind_for(rule);
    rule.examples.iter().map(|example| run_one(&alone, example, kind, lang)).collect()
}

fn run_one(alone: &RulePack, example: &Example, kind: Kind, lang: Lang) -> ExampleResult {
    let edition = alone.rules.rules.first().and_then(|rule| rule.editions.first()).cloned();
    let options = Options { kind: Some(kind), profile: Profile::default(), lang, edition };
    let bytes = example.text.as_bytes();
    let report = read_document(bytes, "example.txt", &ReadOptions::default())
        .map(as_excerpt)
        .map(|document| lint::lint(&document, bytes, &example.title, alone, &options));
    let outcome = report.as_ref().ok().and_then(|report| report.outcomes.first());
    ExampleResult {
        title: example.title.clone(),
        fails: example.fails.clone(),
        text: example.text.clone(),
        kind,
        mismatches: outcome.map_or_else(|| vec![Mismatch::Unreadable], |outcome| compare(example, outcome)),
        report,
    }
}

/// An example shows the few articles that matter; that there are no others is what it says.
fn as_excerpt(mut document: Document) -> Document {
    document.issues.retain(|issue| !matches!(issue.code.as_str(), "read-extract" | "read-article-gap"));
    document
}

/// A pack with one rule. Concepts that it does not reach stay in the list, because rules point to them by index, but
/// weigh nothing: the matcher is made anew for every rule.
fn alone(concepts: &[Concept], rule: &Rule) -> RulePack {
    let reached = reached::by_rule(concepts, rule);
    let slim = |(concept, index): (&Concept, u32)| {
        let is_reached = reached.binary_search(&ConceptId(index)).is_ok();
        let pattern = if is_reached { concept.pattern.clone() } else { Pattern::Any(Vec::new()) };
        Concept { name: concept.name.clone(), doc: None, pattern, place: concept.place }
    };
    let concepts = concepts.iter().zip(0..).map(slim).collect();
    let rules = RuleSet { concepts, rules: vec![rule.clone()] };
    RulePack { matcher: Matcher::compile(&rules), rules, sources: Vec::new(), hash: String::new() }
}

/// The first kind that the rule speaks about and that leaves none of its conditions false; `contract` is tried as
/// outsourcing, maintenance, cloud.
pub fn kind_for(rule: &Rule) -> Kind {
    let fallback = rule.applies.iter().flat_map(kinds_of).next();
    let open = rule.applies.iter().find_map(|applies| kinds_of(applies).find(|kind| admits(applies, *kind)));
    open.or(fallback).unwrap_or(Kind::ContractOutsourcing)
}

/// The kinds that a rule speaks about.
pub(crate) fn kinds_of_rule(rule: &Rule) -> Vec<Kind> {
    rule.applies.iter().flat_map(kinds_of).collect()
}

/// Whether there is a kind that leaves a condition of the rule open.
pub(crate) fn can_speak(rule: &Rule) -> bool {
    rule.applies.iter().any(|applies| kinds_of(applies).any(|kind| admits(applies, kind)))
}

const CONTRACTS: &[Kind] = &[Kind::ContractOutsourcing, Kind::ContractMaintenance, Kind::ContractSaas];

fn kinds_of(applies: &Applies) -> impl Iterator<Item = Kind> {
    applies.kinds.iter().flat_map(|name| match Kind::from_name(name) {
        Some(kind) => vec![kind],
        None => CONTRACTS.iter().copied().filter(|kind| kind.answers_to(name)).collect(),
    })
}

fn admits(applies: &Applies, kind: Kind) -> bool {
    let facts = Facts::of_kind(kind);
    applies.when.as_ref().is_none_or(|when| facts.evaluate(when, &mut Vec::new()) != Some(false))
}

fn compare(example: &Example, outcome: &OutcomeView) -> Vec<Mismatch> {
    let stated = example.status.as_deref().and_then(status_named);
    if example.fails.is_empty() {
        return rule_mismatch(stated.unwrap_or(Status::Satisfied), outcome.status).into_iter().collect();
    }
    // A requirement is never `partial`: that word speaks about the whole rule.
    if stated == Some(Status::Partial) {
        let whole = rule_mismatch(Status::Partial, outcome.status);
        return whole
            .into_iter()
            .chain(example.fails.iter().filter_map(|name| unmet(outcome, name, None)))
            .collect();
    }
    example.fails.iter().filter_map(|name| unmet(outcome, name, stated)).collect()
}

fn rule_mismatch(expected: Status, found: Status) -> Option<Mismatch> {
    (expected != found).then_some(Mismatch::Rule { expected, found })
}

/// What is wrong with a requirement that must not be met.
fn unmet(outcome: &OutcomeView, name: &str, stated: Option<Status>) -> Option<Mismatch> {
    let requirement = name.to_owned();
    let found = outcome.requirements.iter().find(|found| found.name == name).map(|found| found.status);
    match (found, stated) {
        (None, _) => Some(Mismatch::Rule { expected: Status::Missing, found: outcome.status }),
        (Some(found), Some(expected)) if found != expected => {
            Some(Mismatch::Requirement { requirement, expected, found })
        }
        (Some(found), None) if !found.is_finding() => Some(Mismatch::Met { requirement }),
        _ => None,
    }
}

fn status_named(name: &str) -> Option<Status> {
    Status::ALL.iter().copied().find(|status| status.name() == name)
}
