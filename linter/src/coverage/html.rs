//! The coverage as one page of HTML: no script, nothing to load, readable on paper and in the dark.

use minijinja::syntax::SyntaxConfig;
use minijinja::value::Serde;
use minijinja::{Environment, UndefinedBehavior, context};
use serde::Serialize;

use super::text::{symbol, target_word};
use super::{ClauseCoverage, Coverage, NamedBy, PartCoverage, State};
use crate::message::{self, Lang};

const TEMPLATE: &str = include_str!("../../templates/coverage.html");

/// The page could not be written, which means a broken build.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the page cannot be written: {detail}")]
pub struct RenderError {
    /// The template engine's words.
    pub detail: String,
}

/// A clause as the page shows it.
#[derive(Serialize)]
struct ClauseRow<'a> {
    #[serde(flatten)]
    clause: &'a ClauseCoverage,
    symbol: &'static str,
    /// How deep its colour is: 0 for none, up to 3.
    heat: usize,
    /// What a reader who sees no colour is told of its square.
    label: String,
    targets: Vec<String>,
    named: Vec<NamedRow<'a>>,
}

/// A rule that names a clause, with its title and those of its requirements.
#[derive(Serialize)]
struct NamedRow<'a> {
    rule: &'a str,
    title: &'a str,
    requirements: Vec<&'a str>,
}

#[derive(Serialize)]
struct PartRow<'a> {
    #[serde(flatten)]
    part: &'a PartCoverage,
    clauses: Vec<ClauseRow<'a>>,
}

#[derive(Serialize)]
struct TargetRow<'a> {
    title: String,
    counts: &'a super::Counts,
}

/// Writes the page.
///
/// # Errors
/// The template does not fit the data.
pub fn html(coverage: &Coverage, lang: Lang) -> Result<String, RenderError> {
    let parts: Vec<PartRow<'_>> = coverage
        .parts
        .iter()
        .map(|part| PartRow {
            part,
            clauses: coverage
                .clauses
                .iter()
                .filter(|clause| clause.part == part.part)
                .map(|clause| row(coverage, clause, lang))
                .collect(),
        })
        .collect();
    let targets: Vec<TargetRow<'_>> = coverage
        .targets
        .iter()
        .map(|target| TargetRow { title: target_word(target.target, lang), counts: &target.counts })
        .collect();
    let mut environment = environment(lang)?;
    let title = message::text(lang, "coverage-title", &[("edition", &coverage.guideline)]);
    let values = context! {
        lang => lang.name(),
        title,
        coverage => Serde(coverage),
        parts => Serde(&parts),
        targets => Serde(&targets),
    };
    environment.add_template("coverage.html", TEMPLATE).map_err(failed)?;
    let page = environment.get_template("coverage.html").and_then(|page| page.render(values));
    page.map_err(failed)
}

/// How pages are written: an unknown variable is an error, `say` takes words from the message catalogue.
pub(crate) fn environment(lang: Lang) -> Result<Environment<'static>, RenderError> {
    let mut environment = Environment::new();
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    environment.set_syntax(syntax().map_err(failed)?);
    environment.add_function("say", move |code: &str| message::text(lang, code, &[]));
    Ok(environment)
}

/// Lines that hold only a block leave no empty line behind.
fn syntax() -> Result<SyntaxConfig, minijinja::Error> {
    SyntaxConfig::builder().trim_blocks(true).lstrip_blocks(true).build()
}

pub(crate) fn failed(error: minijinja::Error) -> RenderError {
    RenderError { detail: format!("{error:#}") }
}

fn row<'a>(coverage: &'a Coverage, clause: &'a ClauseCoverage, lang: Lang) -> ClauseRow<'a> {
    let square = match clause.state {
        State::Covered => "coverage-square-covered",
        State::Uncovered => "coverage-square-uncovered",
        State::NotObtained => "coverage-square-not-obtained",
    };
    let count = clause.rules.len().to_string();
    let args = [("id", clause.id.as_str()), ("title", &clause.title), ("count", &count)];
    ClauseRow {
        clause,
        symbol: symbol(clause),
        heat: clause.rules.len().min(3),
        label: message::text(lang, square, &args),
        targets: clause.document_targets.iter().map(|target| target_word(Some(*target), lang)).collect(),
        named: clause.rules.iter().map(|named| named_row(coverage, named)).collect(),
    }
}

fn named_row<'a>(coverage: &'a Coverage, named: &'a NamedBy) -> NamedRow<'a> {
    let rule = coverage.rules.iter().find(|rule| rule.id == named.rule);
    let resting = rule.iter().flat_map(|rule| &rule.requirements);
    NamedRow {
        rule: &named.rule,
        title: rule.map_or("", |rule| &rule.title),
        requirements: resting
            .filter(|requirement| named.requirements.contains(&requirement.name))
            .map(|requirement| requirement.title.as_str())
            .collect(),
    }
}
