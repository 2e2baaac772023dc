//! Which requirements a document can say anything about: a bit for each, set by the first literal that concerns it.
//!
//! A predicate that needs words is `missing` where none of them occurs; to know that takes one look at one bit. So the
//! rules of a large pack that a document does not touch cost nothing but their outcome.

use std::collections::BTreeSet;

use dsl::checked::{Comparison, Concept, Count, Expr, Pattern, RuleSet};

/// A set of small numbers.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Bits(Vec<u64>);

impl Bits {
    pub(super) fn with_room_for(count: usize) -> Self {
        Self(vec![0; count.div_ceil(64)])
    }

    /// Adds a number; tells whether it was not there. One beyond the room is never there.
    pub(super) fn insert(&mut self, number: u32) -> bool {
        let Some(word) = self.0.get_mut(number as usize / 64) else { return false };
        let bit = 1 << (number % 64);
        let is_new = *word & bit == 0;
        *word |= bit;
        is_new
    }

    pub(super) fn contains(&self, number: u32) -> bool {
        self.0.get(number as usize / 64).is_some_and(|word| word & (1 << (number % 64)) != 0)
    }
}

/// The requirements of a rule set, numbered in the order of rules and requirements.
#[derive(Debug, Clone, Default)]
pub(super) struct Wakers {
    /// For each literal, the requirements that it wakes.
    by_literal: Vec<Vec<u32>>,
    /// Those that can be met, or be read otherwise than as missing, without any literal.
    always: Bits,
    /// For each rule, the number of its first requirement.
    first: Vec<u32>,
}

impl Wakers {
    /// Numbers the requirements. `id` gives the number of a literal, of which there are `literals`.
    pub(super) fn new(rules: &RuleSet, literals: usize, id: impl Fn(&str) -> Option<u32>) -> Self {
        let count = rules.rules.iter().map(|rule| rule.requirements.len()).sum();
        let mut wakers = Self {
            by_literal: vec![Vec::new(); literals],
            always: Bits::with_room_for(count),
            first: Vec::with_capacity(rules.rules.len()),
        };
        let needs = Needs { concepts: &rules.concepts, id };
        let mut number = 0;
        for rule in &rules.rules {
            wakers.first.push(number);
            for requirement in &rule.requirements {
                wakers.add(number, needs.of(&requirement.expr));
                number += 1;
            }
        }
        wakers
    }

    fn add(&mut self, number: u32, needs: Option<BTreeSet<u32>>) {
        let Some(literals) = needs else {
            self.always.insert(number);
            return;
        };
        for literal in literals {
            if let Some(list) = self.by_literal.get_mut(literal as usize) {
                list.push(number);
            }
        }
    }

    /// The bits before any text was read.
    pub(super) fn asleep(&self) -> Bits {
        self.always.clone()
    }

    /// Wakes the requirements that a literal concerns.
    pub(super) fn wake(&self, literal: u32, awake: &mut Bits) {
        for number in self.by_literal.get(literal as usize).into_iter().flatten() {
            awake.insert(*number);
        }
    }

    /// The number of a requirement, by the places of its rule and of itself in that.
    pub(super) fn number(&self, rule: usize, requirement: usize) -> Option<u32> {
        Some(self.first.get(rule)? + u32::try_from(requirement).ok()?)
    }
}

/// What predicates need.
struct Needs<'a, F> {
    concepts: &'a [Concept],
    id: F,
}

impl<F: Fn(&str) -> Option<u32>> Needs<'_, F> {
    /// Literals of which one must occur before a predicate can be anything but missing; none where it may be without.
    fn of(&self, expr: &Expr) -> Option<BTreeSet<u32>> {
        match expr {
            // Nothing at all is asked, and so it holds.
            Expr::And(parts) if parts.is_empty() => None,
            Expr::And(parts) | Expr::Or(parts) | Expr::OneOf(parts) => {
                parts.iter().try_fold(BTreeSet::new(), |mut all, part| {
                    all.extend(self.of(part)?);
                    Some(all)
                })
            }
            Expr::Scope(_, part) => self.of(part),
            Expr::Disagree(parts) => self.of(&parts.among),
            Expr::Column(pattern, _)
            | Expr::Defines(pattern)
            | Expr::Refers(pattern)
            | Expr::Pattern(pattern) => Some(self.of_pattern(pattern)),
            Expr::Act(act) => Some(self.of_pattern(&act.action)),
            Expr::Count(count) => (!may_be_none(count)).then(|| self.of_pattern(&count.pattern)),
            Expr::Not(_) | Expr::By(_) | Expr::Quantity(_) | Expr::Defect(_) => None,
        }
    }

    fn of_pattern(&self, pattern: &Pattern) -> BTreeSet<u32> {
        let mut literals = BTreeSet::new();
        self.collect(pattern, &mut literals);
        literals
    }

    /// As [`super::Hits::candidates`] looks for units: the first part of a sequence, what an exception is taken from.
    fn collect(&self, pattern: &Pattern, literals: &mut BTreeSet<u32>) {
        match pattern {
            Pattern::Literal(text) | Pattern::Word(text) | Pattern::Regex { literal: text, .. } => {
                literals.extend((self.id)(text));
            }
            Pattern::Concept(id) => {
                if let Some(concept) = self.concepts.get(id.0 as usize) {
                    self.collect(&concept.pattern, literals);
                }
            }
            Pattern::Any(parts) => parts.iter().for_each(|part| self.collect(part, literals)),
            Pattern::Sequence(first, _) => self.collect(first, literals),
            Pattern::Except(base, _) => self.collect(base, literals),
        }
    }
}

/// Whether a count is met where nothing is found.
fn may_be_none(count: &Count) -> bool {
    match count.comparison {
        Comparison::Less | Comparison::LessOrEqual => true,
        Comparison::Equal | Comparison::GreaterOrEqual => count.value == 0,
        Comparison::Greater => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bits_are_set_once() {
        let mut bits = Bits::with_room_for(65);
        assert!(bits.insert(64) && !bits.insert(64) && bits.contains(64) && !bits.contains(0));
        assert!(!bits.insert(128) && !bits.contains(128), "beyond the room");
    }
}
