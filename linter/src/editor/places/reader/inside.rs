//! Inside a pattern or predicate: what stands before decides what a word is and what may follow.

use dsl::keyword;
use dsl::token::Token;
use dsl::vocabulary::MEASURES;

use super::super::{Expected, Role};
use super::{Phase, Reader};

/// What stands directly before, in a predicate, pattern or condition.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Before {
    /// Something that another operand must follow.
    Operator,
    /// Something that a pattern must follow: `defines`, `column(`.
    Pattern,
    Operand,
    Act,
    Strength,
    By,
    /// The parenthesis of an act (true) or a `by`.
    Party(bool),
    Within,
    /// `defect`
    Defect,
    /// `disagree`
    Disagree,
    /// `word`, `<=`: a text or a number follows.
    Literal,
}

impl Reader {
    pub(super) fn expected_inside(&self, at_line_start: bool) -> Expected {
        let in_concept = self.phase == Phase::Body;
        match self.before {
            Before::Pattern => Expected::Pattern,
            Before::Operator if in_concept || self.in_act => Expected::Pattern,
            Before::Operator => Expected::Predicate,
            Before::Operand if in_concept && at_line_start => Expected::Item,
            Before::Operand => Expected::Operator { in_act: self.in_act, in_concept },
            Before::Act => Expected::Name(Role::Strength),
            Before::Party(_) => Expected::Name(Role::Party),
            Before::Within if !self.in_act => Expected::Name(Role::Scope),
            Before::Defect => Expected::Name(Role::Defect),
            Before::Disagree => Expected::Name(Role::Measure),
            Before::Within | Before::Strength | Before::By | Before::Literal => Expected::Nothing,
        }
    }

    /// A word in a pattern or predicate.
    pub(super) fn inside(&mut self, word: &str, next: Option<&Token>) -> Role {
        let before = std::mem::replace(&mut self.before, Before::Operand);
        let is_value = word.starts_with(|first: char| first.is_ascii_digit());
        match before {
            Before::Act => {
                self.before = Before::Strength;
                return Role::Strength;
            }
            Before::Party(of_act) => {
                self.before = Before::Party(of_act);
                return Role::Party;
            }
            Before::Defect => return Role::Defect,
            Before::Disagree => return Role::Measure,
            _ if is_value => return Role::Value,
            Before::Within if !keyword::is_reserved(word) => return Role::Scope,
            _ => {}
        }
        if MEASURES.contains(&word) {
            return Role::Measure;
        }
        if keyword::is_reserved(word) {
            self.operator(word);
            return Role::Keyword;
        }
        if self.phase == Phase::Predicate && next.is_some_and(|next| next.is_symbol("{")) {
            return Role::Scope;
        }
        Role::Concept
    }

    fn operator(&mut self, word: &str) {
        self.before = match word {
            "act" => Before::Act,
            "by" => Before::By,
            "within" => Before::Within,
            "word" => Before::Literal,
            "column" | "count" | "defines" | "refers" => Before::Pattern,
            "defect" => Before::Defect,
            "disagree" => Before::Disagree,
            _ => Before::Operator,
        };
        match word {
            "act" => self.in_act = true,
            "and" | "or" | "not" => self.in_act = false,
            _ => {}
        }
    }

    pub(super) fn symbol_inside(&mut self, symbol: &str) {
        self.before = match (symbol, self.before) {
            ("(", Before::Strength) => Before::Party(true),
            ("(", Before::By) => Before::Party(false),
            ("(", Before::Pattern) => Before::Pattern,
            (")", Before::Party(true)) => Before::Operator,
            (")" | "}", _) => Before::Operand,
            _ => Before::Operator,
        };
        match symbol {
            "{" => (self.braces, self.in_act) = (self.braces.saturating_add(1), false),
            "}" => {
                (self.braces, self.in_act) = (self.braces.saturating_sub(1), false);
                if self.phase == Phase::Predicate && self.braces == 0 {
                    self.phase = Phase::Lines;
                }
            }
            "," => self.in_act = false,
            _ => {}
        }
    }
}
