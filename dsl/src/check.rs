//! Trees → checked rules: names resolved, values known, nothing missing.
//!
//! All files are checked together, because a concept of one file may be used in any other. A rule with a mistake, or with
//! a concept that has one, is left out; everything else is there.

mod concepts;
mod doubts;
mod examples;
mod expressions;
mod order;
mod patterns;
mod properties;
mod quantities;
mod regexes;
mod requirements;
mod rules;
pub(crate) mod text;

use std::collections::BTreeSet;

use self::concepts::Concepts;
use crate::ast::{File, Item};
use crate::checked::{Place, RuleSet};
use crate::error::{DslError, DslErrorKind, NameKind};
use crate::names::unknown;
use crate::sink::ErrorSink;
use crate::span::{Span, Spanned};
use crate::vocabulary::Vocabulary;

/// The longest text that every match of a regular expression contains; the engine runs it only where that stands.
/// `None`: the expression cannot be used.
pub fn required_literal(source: &str) -> Option<String> {
    regexes::required_literal(source).ok()
}

/// The rules without a mistake, and all mistakes.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Checked {
    /// Concepts and rules that can be used.
    pub rules: RuleSet,
    /// Each with the index of its file, in the order of files and of their text.
    pub errors: Vec<(u32, DslError)>,
}

/// Checks trees against each other and against the vocabulary.
pub(crate) fn check(files: &[&File], vocabulary: &Vocabulary<'_>) -> Checked {
    let sinks: Vec<ErrorSink> = files.iter().map(|_| ErrorSink::default()).collect();
    let items = || {
        files.iter().zip(&sinks).enumerate().flat_map(|(index, (file, errors))| {
            let site = Site { file: u32::try_from(index).unwrap_or(u32::MAX), errors };
            file.items.iter().map(move |item| (site, item))
        })
    };
    let concepts = Concepts::collect(items());
    let context = Context::new(vocabulary, &concepts);
    let rules = rules::all(items(), &context);
    // What has a mistake may be what uses a concept: the warning waits until all is well.
    let all_read = !files.iter().any(|file| file.broken)
        && !items().any(|(_, item)| matches!(item, Item::Rule(rule) if rule.broken));
    if all_read && concepts.all_usable() && sinks.iter().all(|sink| sink.reported() == 0) {
        concepts.report_unused();
    }
    for (site, item) in items() {
        doubts::report(item, site);
    }
    let rules = RuleSet { concepts: concepts.into_checked(), rules };
    Checked { rules, errors: in_order(sinks) }
}

fn in_order(sinks: Vec<ErrorSink>) -> Vec<(u32, DslError)> {
    let numbered = (0..).zip(sinks);
    numbered.flat_map(|(file, sink)| sink.into_sorted().into_iter().map(move |error| (file, error))).collect()
}

/// The file being checked, and where its mistakes go.
#[derive(Debug, Clone, Copy)]
struct Site<'a> {
    file: u32,
    errors: &'a ErrorSink,
}

impl Site<'_> {
    fn report(self, kind: DslErrorKind, span: Span) {
        self.errors.report(kind, span);
    }

    fn place(self, span: Span) -> Place {
        Place { file: self.file, span }
    }

    /// Reports a text without any letters, and tells whether it did.
    fn is_empty_text(self, text: &Spanned<String>) -> bool {
        let empty = text.node.trim().is_empty();
        if empty {
            self.report(DslErrorKind::EmptyText, text.span);
        }
        empty
    }
}

/// Everything against which rules are checked.
struct Context<'a> {
    vocabulary: &'a Vocabulary<'a>,
    basis: Option<BTreeSet<&'a str>>,
    concepts: &'a Concepts<'a>,
}

impl<'a> Context<'a> {
    fn new(vocabulary: &'a Vocabulary<'a>, concepts: &'a Concepts<'a>) -> Self {
        let basis = vocabulary.basis.map(|ids| ids.iter().map(String::as_str).collect());
        Self { vocabulary, basis, concepts }
    }
}

/// The name, if the list holds it; else an error with the nearest one. Without a list any name will do.
fn listed_name(
    what: NameKind,
    name: &Spanned<String>,
    known: Option<&[&str]>,
    site: Site<'_>,
) -> Option<String> {
    match known {
        Some(known) => known_name(what, name, known.iter().copied(), site),
        None => Some(name.node.clone()),
    }
}

/// The name, if the list holds it; else an error with the nearest one.
fn known_name<'a>(
    what: NameKind,
    name: &Spanned<String>,
    known: impl Iterator<Item = &'a str> + Clone,
    site: Site<'_>,
) -> Option<String> {
    if known.clone().any(|candidate| candidate == name.node) {
        return Some(name.node.clone());
    }
    report_unknown(what, name, known, site);
    None
}

fn report_unknown<'a>(
    what: NameKind,
    name: &Spanned<String>,
    known: impl Iterator<Item = &'a str> + Clone,
    site: Site<'_>,
) {
    // The nearest of many names takes a while to find.
    let known = known.take(if site.errors.is_full() { 0 } else { usize::MAX });
    site.report(unknown(what, &name.node, known), name.span);
}

/// The value of a name of the language's own lists.
fn known_value<T: Copy>(
    what: NameKind,
    name: &Spanned<String>,
    all: &'static [(&'static str, T)],
    site: Site<'_>,
) -> Option<T> {
    let found = all.iter().find(|(candidate, _)| *candidate == name.node).map(|(_, value)| *value);
    if found.is_none() {
        report_unknown(what, name, all.iter().map(|(candidate, _)| *candidate), site);
    }
    found
}

/// All parts, or nothing when one is missing. Every part is looked at, so that all mistakes are found.
fn all_or_none<T>(parts: impl Iterator<Item = Option<T>>) -> Option<Vec<T>> {
    let parts: Vec<Option<T>> = parts.collect();
    parts.into_iter().collect()
}
