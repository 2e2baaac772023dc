//! Duties that nobody bears, and duties that nobody could be held to.

use super::roles::names_somebody;
use super::{Fault, Looked};
use crate::citation::article_of;
use crate::document::NodeId;
use crate::language::sentences::mask_brackets;
use crate::language::strength::Force;
use crate::language::units::Unit;

/// Words that leave to the bound side what is to be done.
const VAGUE: &[&str] = &[
    "適切に",
    "適正に",
    "適宜",
    "必要に応じて",
    "必要に応じ",
    "十分に",
    "十分な",
    "合理的な範囲",
    "可能な範囲",
    "しかるべき",
];

/// Only what is spelt out as a duty counts here: 「更新を続けること。」 without a lead may be a mere note.
const SAYS_DUTY: &[&str] =
    &["なければならない", "なければなりません", "ものとする", "ものとします", "べきである", "義務を負う"];

/// Duties in articles that name nobody: neither the sentence, nor its lead, nor what stands before it in the article.
pub(super) fn unowned(looked: Looked<'_>) -> Vec<Fault> {
    let mut faults = Vec::new();
    let mut owner_of: Option<NodeId> = None;
    for (index, unit) in looked.sentences() {
        let article = article_of(looked.document, unit.node);
        if names_somebody(&mask_brackets(&unit.text).replace('\u{1}', "")) {
            owner_of = article;
            continue;
        }
        if owner_of == article && article.is_some() {
            continue;
        }
        if unit.text.contains("用語") || !SAYS_DUTY.iter().any(|words| unit.text.contains(words)) {
            continue;
        }
        if let Some(clause) = unit.clauses.iter().find(|clause| clause.force == Force::Duty) {
            faults.push(Fault { unit: index, passage: unit.span(clause.range.clone()) });
        }
    }
    faults
}

/// Duties whose measure is a vague word, where the article says nothing more exact.
pub(super) fn vague(looked: Looked<'_>) -> Vec<Fault> {
    let mut faults = Vec::new();
    for (index, unit) in looked.sentences() {
        if !unit.clauses.iter().any(|clause| is_binding(clause.force)) || is_explained(looked, unit) {
            continue;
        }
        let own = unit.text.get(unit.own_start..).unwrap_or_default();
        let found = VAGUE.iter().filter_map(|word| own.find(word).map(|at| (at, *word))).min();
        if let Some((at, word)) = found {
            let start = unit.own_start + at;
            faults.push(Fault { unit: index, passage: unit.span(start..start + word.len()) });
        }
    }
    faults
}

const fn is_binding(force: Force) -> bool {
    matches!(force, Force::Duty | Force::Statement)
}

/// Whether items below it, a number in it, or another provision that it names say what is meant.
fn is_explained(looked: Looked<'_>, unit: &Unit) -> bool {
    let has_items = looked.document.node(unit.node).is_some_and(|node| !node.children.is_empty());
    let says_number = unit.text.contains(|c: char| c.is_ascii_digit());
    let says_where = ["次の", "別に定め", "別表", "別紙", "各号", "手順書", "以下の"]
        .iter()
        .any(|word| unit.text.contains(word));
    has_items || says_number || says_where
}
