//! The report as one page of HTML: no script, nothing to load, readable on paper, in the dark and on a telephone.
//!
//! What those who decide need stands first (`overview`), then every clause of the guideline (`map`), then each
//! document with its findings beside its text (`document`, `passages`). The template escapes everything; a policy in
//! the page itself forbids scripts and connections, so that no text of a document can do more than be read.

mod document;
mod map;
mod overview;
mod passages;

use minijinja::context;
use minijinja::value::{Kwargs, Serde, Value};
use serde::Serialize;

use super::words::Words;
use crate::coverage::{RenderError, environment, failed};
use crate::message::{self, Arg, Lang};
use crate::outcome::Status;
use crate::report::{DocumentReport, OutcomeView, Report};

const TEMPLATE: &str = include_str!("../../templates/lint.html");
const STYLE: &str = include_str!("../../templates/lint.css");
const TOKENS: &str = include_str!("../../templates/tokens.css");

/// Writes the page.
///
/// # Errors
/// The template does not fit the data, which means a broken build.
pub fn render(report: &Report, lang: Lang) -> Result<String, RenderError> {
    let words = Words::new(lang);
    let numbered: Vec<Vec<Numbered<'_>>> =
        report.documents.iter().enumerate().map(|(index, document)| numbered(index, document)).collect();
    let page = Page { report, words, numbered: &numbered };
    let mut environment = environment(lang)?;
    for (name, source) in [("lint.html", TEMPLATE), ("lint.css", STYLE), ("tokens.css", TOKENS)] {
        environment.add_template(name, source).map_err(failed)?;
    }
    environment.add_function("say_with", move |code: &str, args: Kwargs| say_with(lang, code, &args));
    let overview = page.overview();
    let legend = page.legend();
    let map = page.map();
    let documents = page.documents();
    let values = context! {
        lang => lang.name(),
        date => report.date.as_str(),
        edition => report.guideline.as_str(),
        made_with => page.made_with(),
        overview => Serde(&overview),
        legend => Serde(&legend),
        waived => Serde(page.waived_mark()),
        map => Serde(&map),
        documents => Serde(&documents),
    };
    environment.get_template("lint.html").and_then(|page| page.render(values)).map_err(failed)
}

/// A message of the catalogue with arguments, for the template.
fn say_with(lang: Lang, code: &str, args: &Kwargs) -> Result<String, minijinja::Error> {
    let mut named = Vec::new();
    for name in args.args() {
        named.push((name, args.get::<Value>(name)?.to_string()));
    }
    let named: Vec<Arg<'_>> = named.iter().map(|(name, value)| (*name, value.as_str())).collect();
    Ok(message::text(lang, code, &named))
}

/// What every part of the page needs.
struct Page<'a> {
    report: &'a Report,
    words: Words,
    /// Of each document the outcomes in the order shown, with their numbers.
    numbered: &'a [Vec<Numbered<'a>>],
}

/// An outcome with its number in the document and its place on the page.
struct Numbered<'a> {
    outcome: &'a OutcomeView,
    number: usize,
    anchor: String,
}

/// Findings first, then what is in order; each has a number, by which the text refers to it.
fn numbered(index: usize, document: &DocumentReport) -> Vec<Numbered<'_>> {
    let groups =
        [document.open(), document.waived(), document.known(), document.of_status(Status::Satisfied)];
    let outcomes = groups.into_iter().flatten().zip(1..);
    outcomes
        .map(|(outcome, number)| Numbered { outcome, number, anchor: format!("d{}-f{number}", index + 1) })
        .collect()
}

/// A status as it is shown: never by its colour alone.
#[derive(Debug, Clone, Serialize)]
struct Mark {
    class: &'static str,
    symbol: &'static str,
    word: String,
}

#[derive(Serialize)]
struct LegendRow {
    mark: Mark,
    meaning: String,
}

impl Page<'_> {
    fn mark(&self, status: Status) -> Mark {
        let (class, symbol) = match status {
            Status::Conflicting => ("bad", "！"),
            Status::Missing => ("bad", "×"),
            Status::Partial => ("part", "△"),
            Status::Weak => ("part", "▽"),
            Status::Delegated => ("part", "→"),
            Status::Unknown => ("unread", "？"),
            Status::Satisfied => ("good", "○"),
            Status::NotApplicable => ("none", "－"),
        };
        Mark { class, symbol, word: self.words.status(status) }
    }

    fn waived_mark(&self) -> Mark {
        Mark { class: "waived", symbol: "◇", word: self.words.say("page-waived") }
    }

    /// The mark of an outcome; what an exception covers is shown as such.
    fn mark_of(&self, outcome: &OutcomeView) -> Mark {
        if outcome.status.is_finding() && outcome.waiver.is_some() {
            self.waived_mark()
        } else {
            self.mark(outcome.status)
        }
    }

    /// All marks of the map with what they mean.
    fn legend(&self) -> Vec<LegendRow> {
        let statuses = Status::ALL.iter().map(|status| LegendRow {
            mark: self.mark(*status),
            meaning: self.words.say(&format!("status-{}-meaning", status.name().replace('_', "-"))),
        });
        let own = [
            (self.waived_mark(), "page-waived-meaning"),
            (self.not_asked_mark(), "page-not-asked-meaning"),
            (self.not_obtained_mark(), "page-not-obtained-meaning"),
        ];
        let own = own.map(|(mark, meaning)| LegendRow { mark, meaning: self.words.say(meaning) });
        statuses.chain(own).collect()
    }

    fn not_asked_mark(&self) -> Mark {
        Mark { class: "none", symbol: "・", word: self.words.say("page-not-asked") }
    }

    fn not_obtained_mark(&self) -> Mark {
        Mark { class: "none", symbol: "＿", word: self.words.say("page-not-obtained") }
    }

    fn made_with(&self) -> String {
        let report = self.report;
        self.words.say_with(
            "report-made-with",
            &[
                ("guideline", report.guideline.as_str()),
                ("date", report.date.as_str()),
                ("version", report.tool.version.as_str()),
                ("rules", report.rules_hash.as_str()),
                ("kb", report.kb_version.as_str()),
            ],
        )
    }
}

/// The last part of a path.
fn file_name(path: &str) -> &str {
    path.rsplit(['/', '\\']).next().unwrap_or(path)
}

/// The inside of a CSS string: every character that is no letter or digit is written as its number, so that no file name
/// can end the string.
fn css_string(text: &str) -> String {
    let mut out = String::new();
    for character in text.chars() {
        if character.is_alphanumeric() {
            out.push(character);
        } else {
            out.push_str(&format!("\\{:06x}", u32::from(character)));
        }
    }
    out
}

#[cfg(test)]
mod tests;
