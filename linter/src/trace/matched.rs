//! Which words of a rule stand behind a match, and why words that occur do not match. The matches themselves are always
//! asked of [`Hits`]: parts of a pattern are patterns.

use std::ops::Range;

use dsl::checked::{Concept, Pattern};
use schemars::JsonSchema;
use serde::Serialize;

use crate::language::units::Unit;
use crate::notation::Notation;
use crate::scan::Hits;

/// A passage and the words of the rule that it matches.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Match {
    /// The passage, in the document's spelling after folding.
    pub text: String,
    /// Names of the concepts that lead to it, outermost first; empty where the rule itself has the words.
    pub concepts: Vec<String>,
    /// The words, in the notation of rules.
    pub words: String,
}

/// Words of a pattern that occur without matching.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Cut {
    /// The words that occur, in the notation of rules.
    pub words: String,
    /// Why they do not match.
    pub why: CutReason,
    /// What cuts them: the exception that matches there, the part of the sequence that is not in reach.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by: Option<String>,
}

/// Why words that occur do not match.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum CutReason {
    /// An `except` matches there.
    Except,
    /// `word`: it is a part of a longer run of the same script.
    LongerWord,
    /// A later part of the sequence does not follow, or not near enough.
    Gap,
    /// The text around the regular expression's literal has another form.
    Form,
}

impl CutReason {
    /// All reasons.
    pub const ALL: &'static [Self] = &[Self::Except, Self::LongerWord, Self::Gap, Self::Form];

    /// The name in JSON and, with hyphens, in the message catalogue.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Except => "except",
            Self::LongerWord => "longer-word",
            Self::Gap => "gap",
            Self::Form => "form",
        }
    }
}

/// Asks which part of a pattern matched.
#[derive(Clone, Copy)]
pub(super) struct Origins<'a> {
    pub(super) hits: &'a Hits<'a>,
    pub(super) concepts: &'a [Concept],
}

impl Origins<'_> {
    /// The words of the rule behind a match.
    pub(super) fn of(&self, pattern: &Pattern, index: u32, unit: &Unit, range: &Range<usize>) -> Match {
        let mut concepts = Vec::new();
        let leaf = self.leaf(pattern, index, range, &mut concepts).unwrap_or(pattern);
        Match {
            text: unit.text.get(range.clone()).unwrap_or_default().to_owned(),
            concepts,
            words: Notation::new(self.concepts).pattern(leaf),
        }
    }

    fn leaf<'p>(
        &'p self,
        pattern: &'p Pattern,
        unit: u32,
        range: &Range<usize>,
        concepts: &mut Vec<String>,
    ) -> Option<&'p Pattern> {
        match pattern {
            Pattern::Concept(id) => {
                let concept = self.concepts.get(id.0 as usize)?;
                concepts.push(concept.name.clone());
                let found = self.leaf(&concept.pattern, unit, range, concepts);
                if found.is_none() {
                    concepts.pop();
                }
                found
            }
            Pattern::Any(parts) => parts.iter().find_map(|part| self.leaf(part, unit, range, concepts)),
            Pattern::Except(base, _) => self.leaf(base, unit, range, concepts),
            _ => self.hits.matches(pattern, unit).contains(range).then_some(pattern),
        }
    }

    /// The words of the pattern that occur in a unit without matching there, each once.
    pub(super) fn cuts(&self, pattern: &Pattern, unit: u32) -> Vec<Cut> {
        let mut cuts = Vec::new();
        self.collect_cuts(pattern, unit, &mut cuts);
        cuts.dedup();
        cuts
    }

    fn collect_cuts(&self, pattern: &Pattern, unit: u32, cuts: &mut Vec<Cut>) {
        let notation = Notation::new(self.concepts);
        let is_silent = || self.hits.matches(pattern, unit).is_empty();
        let mut cut = |why, by| cuts.push(Cut { words: notation.pattern(pattern), why, by });
        match pattern {
            Pattern::Literal(_) => {}
            Pattern::Word(text) => {
                let occurs = !self.hits.matches(&Pattern::Literal(text.clone()), unit).is_empty();
                if occurs && is_silent() {
                    cut(CutReason::LongerWord, None);
                }
            }
            Pattern::Regex { literal, .. } => {
                let occurs = !self.hits.matches(&Pattern::Literal(literal.clone()), unit).is_empty();
                if occurs && is_silent() {
                    cut(CutReason::Form, None);
                }
            }
            Pattern::Concept(id) => {
                if let Some(concept) = self.concepts.get(id.0 as usize) {
                    self.collect_cuts(&concept.pattern, unit, cuts);
                }
            }
            Pattern::Any(parts) => parts.iter().for_each(|part| self.collect_cuts(part, unit, cuts)),
            Pattern::Except(base, exception) => {
                let kept = self.hits.matches(pattern, unit);
                let lost = self.hits.matches(base, unit).into_iter().find(|range| !kept.contains(range));
                if let Some(lost) = lost {
                    let over = |cut: &Range<usize>| cut.start < lost.end && lost.start < cut.end;
                    let by = self.hits.matches(exception, unit).into_iter().find(over);
                    let name = |pattern, range: &Range<usize>| {
                        let leaf = self.leaf(pattern, unit, range, &mut Vec::new()).unwrap_or(pattern);
                        notation.pattern(leaf)
                    };
                    let by = by.map(|range| name(exception, &range));
                    cuts.push(Cut { words: name(base, &lost), why: CutReason::Except, by });
                }
                self.collect_cuts(base, unit, cuts);
            }
            Pattern::Sequence(first, rest) => {
                if is_silent() && !self.hits.matches(first, unit).is_empty() {
                    let absent = rest.iter().find(|(_, part)| self.hits.matches(part, unit).is_empty());
                    let by = absent
                        .or(rest.first())
                        .map(|(gap, part)| format!("{} {}", notation.gap(*gap), notation.pattern(part)));
                    cut(CutReason::Gap, by);
                }
            }
        }
    }
}
