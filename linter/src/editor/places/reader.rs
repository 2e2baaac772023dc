//! The machine that steps over the tokens.

use dsl::keyword;
use dsl::token::{Token, TokenKind};

use super::{Expected, Role};
use inside::Before;

mod inside;

/// Which part of a file is being read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Phase {
    Top,
    Version,
    Extend,
    ConceptName {
        extends: bool,
    },
    Equals,
    Body,
    RuleId,
    RuleHead,
    Lines,
    /// A list of names; `wants`: the next one is to come.
    Names {
        role: Role,
        wants: bool,
    },
    Facts,
    /// One text, as of `reference`.
    Text,
    /// A title, if there is one, and a block of text.
    Example,
    RequirementName,
    Head,
    HeadNames {
        wants: bool,
    },
    HeadSeverity,
    HeadText,
    Predicate,
    Status,
}

/// The machine.
#[derive(Debug, Clone, Copy)]
pub struct Reader {
    phase: Phase,
    before: Before,
    braces: u32,
    in_rule: bool,
    in_act: bool,
    /// How many rules began so far.
    rules: u32,
}

impl Default for Reader {
    fn default() -> Self {
        Self {
            phase: Phase::Top,
            before: Before::Operator,
            braces: 0,
            in_rule: false,
            in_act: false,
            rules: 0,
        }
    }
}

impl Reader {
    /// The number of the rule this place belongs to; 0 outside of rules.
    pub fn rule(&self) -> u32 {
        if self.in_rule { self.rules } else { 0 }
    }

    /// What may come next. `at_line_start`: the cursor stands where a line begins.
    pub fn expected(&self, at_line_start: bool) -> Expected {
        match self.phase {
            Phase::Top => Expected::Item,
            Phase::Extend => Expected::Concept,
            Phase::ConceptName { extends: true } => Expected::Name(Role::ConceptExtension),
            Phase::Lines => Expected::Member,
            Phase::Names { role, wants: true } => Expected::Name(role),
            Phase::Names { role: Role::Kind, wants: false } if !at_line_start => Expected::AfterKinds,
            Phase::Names { role: Role::Requirement, wants: false } => Expected::AfterFails,
            Phase::Names { wants: false, .. } => Expected::Member,
            Phase::Facts if self.before == Before::Operator => Expected::Name(Role::Fact),
            Phase::Facts if at_line_start => Expected::Member,
            Phase::Facts => Expected::AfterFact,
            Phase::Head | Phase::HeadNames { wants: false } => Expected::Head,
            Phase::HeadNames { wants: true } => Expected::Name(Role::Clause),
            Phase::HeadSeverity => Expected::Name(Role::Severity),
            Phase::Status => Expected::Name(Role::Status),
            Phase::Body | Phase::Predicate => self.expected_inside(at_line_start),
            Phase::Version
            | Phase::ConceptName { extends: false }
            | Phase::Equals
            | Phase::RuleId
            | Phase::RuleHead
            | Phase::Text
            | Phase::Example
            | Phase::RequirementName
            | Phase::HeadText => Expected::Nothing,
        }
    }

    /// Goes over one token and tells what it is, if it is a word.
    pub(super) fn step(&mut self, token: &Token, next: Option<&Token>) -> Option<Role> {
        match &token.kind {
            TokenKind::Word(word) => Some(self.word(word, next)),
            TokenKind::Symbol(symbol) => {
                self.symbol(symbol);
                None
            }
            TokenKind::Text(_) | TokenKind::Regex(_) | TokenKind::Block(_) => {
                self.text(matches!(token.kind, TokenKind::Block(_)));
                None
            }
            TokenKind::Gap(_) => {
                self.before = Before::Operator;
                None
            }
            TokenKind::Compare(_) => {
                self.before = Before::Literal;
                None
            }
            TokenKind::Doc(_) => {
                *self = Self { rules: self.rules, ..Self::default() };
                None
            }
        }
    }

    fn word(&mut self, word: &str, next: Option<&Token>) -> Role {
        if keyword::is_item(word) {
            self.item(word);
            return Role::Keyword;
        }
        if keyword::is_member(word) && self.in_rule {
            self.member(word);
            return Role::Keyword;
        }
        match self.phase {
            Phase::Top => {
                self.phase = if word == "seki" { Phase::Version } else { Phase::Top };
                Role::Keyword
            }
            Phase::Version => {
                self.phase = Phase::Top;
                Role::Value
            }
            Phase::ConceptName { extends } => {
                self.phase = Phase::Equals;
                if extends { Role::ConceptExtension } else { Role::ConceptDefinition }
            }
            Phase::RuleId => {
                self.phase = Phase::RuleHead;
                Role::RuleId
            }
            Phase::Names { role: Role::Kind, .. } if word == "when" => {
                (self.phase, self.before) = (Phase::Facts, Before::Operator);
                Role::Keyword
            }
            Phase::Names { role: Role::Requirement, .. } if word == "as" => {
                self.phase = Phase::Status;
                Role::Keyword
            }
            Phase::Names { role, .. } => {
                self.phase = Phase::Names { role, wants: false };
                role
            }
            Phase::Status => {
                self.phase = Phase::Example;
                Role::Status
            }
            Phase::Facts => self.fact(word),
            Phase::RequirementName => {
                self.phase = Phase::Head;
                Role::RequirementDefinition
            }
            Phase::Head | Phase::HeadNames { wants: false } if word == "at" => {
                self.phase = Phase::HeadSeverity;
                Role::Keyword
            }
            Phase::HeadNames { .. } => {
                self.phase = Phase::HeadNames { wants: false };
                Role::Clause
            }
            Phase::HeadSeverity => {
                self.phase = Phase::Head;
                Role::Severity
            }
            Phase::Body | Phase::Predicate => self.inside(word, next),
            Phase::Extend
            | Phase::Equals
            | Phase::RuleHead
            | Phase::Lines
            | Phase::Text
            | Phase::Example
            | Phase::Head
            | Phase::HeadText => Role::Keyword,
        }
    }

    fn item(&mut self, word: &str) {
        let extends = self.phase == Phase::Extend;
        *self = Self { rules: self.rules, ..Self::default() };
        self.phase = match word {
            "extend" => Phase::Extend,
            "rule" => {
                self.in_rule = true;
                self.rules = self.rules.saturating_add(1);
                Phase::RuleId
            }
            _ => Phase::ConceptName { extends },
        };
    }

    /// The beginning of a line of a rule. `basis` and `reference` also stand in the head of a requirement.
    fn member(&mut self, word: &str) {
        let in_head = matches!(self.phase, Phase::Head | Phase::HeadNames { .. });
        (self.braces, self.in_act, self.before) = (0, false, Before::Operator);
        let names = |role| Phase::Names { role, wants: true };
        self.phase = match word {
            "basis" if in_head => Phase::HeadNames { wants: true },
            "reference" if in_head => Phase::HeadText,
            "topic" => names(Role::Topic),
            "theme" => names(Role::Theme),
            "editions" => names(Role::Edition),
            "applies" => names(Role::Kind),
            "severity" => names(Role::Severity),
            "basis" => names(Role::Clause),
            "fail" => names(Role::Requirement),
            "require" | "forbid" | "recommend" => Phase::RequirementName,
            "pass" => Phase::Example,
            _ => Phase::Text,
        };
    }

    fn fact(&mut self, word: &str) -> Role {
        let joins = matches!(word, "and" | "or" | "not");
        self.before = if joins { Before::Operator } else { Before::Operand };
        if joins { Role::Keyword } else { Role::Fact }
    }

    fn symbol(&mut self, symbol: &str) {
        match self.phase {
            Phase::Equals if symbol == "=" => (self.phase, self.before) = (Phase::Body, Before::Operator),
            Phase::RuleId | Phase::RuleHead if symbol == "{" => self.phase = Phase::Lines,
            Phase::RequirementName | Phase::Head | Phase::HeadNames { .. } | Phase::HeadSeverity
                if symbol == "{" =>
            {
                self.phase = Phase::Predicate;
                (self.braces, self.before, self.in_act) = (1, Before::Operator, false);
            }
            Phase::Names { role, .. } if symbol == "," => self.phase = Phase::Names { role, wants: true },
            Phase::HeadNames { .. } if symbol == "," => self.phase = Phase::HeadNames { wants: true },
            Phase::Facts if symbol == ")" => self.before = Before::Operand,
            Phase::Body | Phase::Predicate => self.symbol_inside(symbol),
            _ if symbol == "}" => *self = Self { rules: self.rules, ..Self::default() },
            _ => {}
        }
    }

    fn text(&mut self, is_block: bool) {
        match self.phase {
            Phase::Body | Phase::Predicate => self.before = Before::Operand,
            Phase::Text => self.phase = Phase::Lines,
            Phase::Example if is_block => self.phase = Phase::Lines,
            Phase::HeadText => self.phase = Phase::Head,
            // The title of an example comes before its text.
            Phase::Names { .. } if is_block => self.phase = Phase::Lines,
            Phase::Names { role: Role::Requirement, .. } => self.phase = Phase::Example,
            _ => {}
        }
    }
}
