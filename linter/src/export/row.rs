//! An entry as a row of a table: the same facts as `sekisho show`, each in its own cell.

use kb::{Direction, Entry, Link};

use crate::entry::{self, Fact};
use crate::message::{self, Lang};

/// Facts that have cells of their own in every table, by their codes.
const OWN_CELLS: &[&str] = &[
    "entry-fact-nature",
    "entry-fact-owner",
    "entry-fact-strength",
    "cli-show-applies",
    "entry-fact-types",
    "entry-fact-document",
    "cli-show-verification",
    "cli-show-sources",
    "cli-show-note",
];

/// An entry, every fact in words.
pub(super) struct Row<'a> {
    pub(super) entry: Entry<'a>,
    pub(super) kind: String,
    pub(super) citation: String,
    /// 【未確認】, 【自作】, both, or nothing.
    pub(super) mark: String,
    pub(super) verification: String,
    pub(super) nature: String,
    pub(super) owner: String,
    pub(super) strength: String,
    pub(super) applies: String,
    pub(super) document: String,
    pub(super) note: String,
    /// Facts that only its kind has.
    pub(super) more: Vec<Fact>,
    /// `relation:id(confidence)`, links that others name with an arrow before them.
    pub(super) links: Vec<String>,
}

impl<'a> Row<'a> {
    pub(super) fn of(entry: Entry<'a>, lang: Lang) -> Self {
        let facts = entry::facts(entry, lang);
        let fact = |codes: &[&str]| {
            let found = facts.iter().filter(|fact| codes.contains(&fact.code));
            found.flat_map(|fact| fact.values.clone()).collect::<Vec<_>>().join("\n")
        };
        Self {
            entry,
            kind: entry::kind(entry.kind(), lang),
            citation: entry.citation(),
            mark: entry::mark(entry, lang),
            verification: fact(&["cli-show-verification"]),
            nature: fact(&["entry-fact-nature"]),
            owner: fact(&["entry-fact-owner"]),
            strength: fact(&["entry-fact-strength"]),
            applies: fact(&["cli-show-applies", "entry-fact-types"]),
            document: fact(&["entry-fact-document"]),
            note: fact(&["cli-show-note"]),
            more: facts.iter().filter(|fact| !OWN_CELLS.contains(&fact.code)).cloned().collect(),
            links: entry.links().iter().map(link).collect(),
        }
    }
}

/// `implements:C-8-1(high)`; `←implements:K-C-8-1-1(high)` where the other entry names the link.
pub(super) fn link(link: &Link<'_>) -> String {
    let arrow = if link.direction == Direction::Incoming { "←" } else { "" };
    format!("{arrow}{}:{}({})", link.relation.as_str(), link.target.id(), link.tie.as_str())
}

/// The heading of a column that every table has.
pub(super) fn heading(name: &str, lang: Lang) -> String {
    message::text(lang, &format!("export-column-{name}"), &[])
}
