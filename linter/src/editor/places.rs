//! What each word of a rule file is, and what may be written at a place, told from the tokens before it alone.
//!
//! One small machine steps over the tokens. It follows the grammar of `dsl/src/parser` loosely: where the parser reports a
//! mistake, the machine goes on, so that hovers and completions work in a half-written file. A test holds it to the
//! parser's view of all shipped rules.

mod reader;

use dsl::token::Token;

pub use reader::Reader;

/// What a word is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// A word of the language itself.
    Keyword,
    /// The name that a `concept` gets.
    ConceptDefinition,
    /// The name behind `extend concept`.
    ConceptExtension,
    /// A concept that is used.
    Concept,
    /// The id that a `rule` gets.
    RuleId,
    /// The name that a requirement gets.
    RequirementDefinition,
    /// A requirement that a `fail` names.
    Requirement,
    /// `topic`
    Topic,
    /// `theme`, a free word.
    Theme,
    /// `editions`
    Edition,
    /// `applies`
    Kind,
    /// Behind `applies … when`.
    Fact,
    /// `severity`, `at`
    Severity,
    /// `basis`
    Clause,
    /// `as`
    Status,
    /// A part of a document.
    Scope,
    /// `must` of `act must(…)`.
    Strength,
    /// `vendor` of `act must(vendor)` and `by(vendor)`.
    Party,
    /// `number`, `duration`, `period`.
    Measure,
    /// `dangling_reference` behind `defect`.
    Defect,
    /// A number, with or without a unit.
    Value,
}

/// What may be written at a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Expected {
    /// `concept`, `extend concept`, `rule`.
    Item,
    /// `concept` behind `extend`.
    Concept,
    /// A line of a rule, or what ends it.
    Member,
    /// `basis`, `reference`, `at` in the head of a requirement.
    Head,
    /// A name of this sort.
    Name(Role),
    /// The beginning of a predicate.
    Predicate,
    /// The beginning of a pattern.
    Pattern,
    /// What joins or ends; true inside `act`, where `of`, `when` and `within` go on.
    Operator {
        /// Inside an `act`.
        in_act: bool,
        /// In the body of a concept: no `and`, `or`.
        in_concept: bool,
    },
    /// `when` behind the kinds of `applies`, or the next line.
    AfterKinds,
    /// `and`, `or` between facts, or the next line.
    AfterFact,
    /// `as` behind the names of `fail`.
    AfterFails,
    /// Something nobody can foresee: a text, a new name, a number.
    Nothing,
}

/// A word with what it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word<'a> {
    /// The token.
    pub token: &'a Token,
    /// As the lexer reads it.
    pub text: &'a str,
    /// What it is.
    pub role: Role,
    /// The number of the rule it stands in, counted from 1; 0 outside of rules.
    pub rule: u32,
}

/// All words of a file with what they are.
pub fn words(tokens: &[Token]) -> Vec<Word<'_>> {
    let mut reader = Reader::default();
    let mut words = Vec::new();
    for (index, token) in tokens.iter().enumerate() {
        let role = reader.step(token, tokens.get(index + 1));
        if let (Some(text), Some(role)) = (token.word(), role) {
            words.push(Word { token, text, role, rule: reader.rule() });
        }
    }
    words
}

/// The machine after these tokens.
pub fn after(tokens: &[Token]) -> Reader {
    let mut reader = Reader::default();
    for (index, token) in tokens.iter().enumerate() {
        reader.step(token, tokens.get(index + 1));
    }
    reader
}
