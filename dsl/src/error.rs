//! What can be wrong with a rule file, as data: a code, named arguments, a place.
//!
//! The English sentence of each kind is a fallback. Whoever shows errors to people translates [`DslErrorKind::code`] and
//! [`DslErrorKind::args`]; colours, source pictures and file names are added there as well.

use std::fmt;

use crate::doubt::Doubt;
use crate::span::Span;

/// The half-width form of a pair of full-width quotes, as [`DslErrorKind::FullWidth`] has it.
pub const QUOTE_PAIR: &str = "\"\"";

/// Whether a rule file can still be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// Worth mending; nothing is left out because of it.
    Warning,
    /// The rule or concept is left out.
    Error,
}

/// One mistake in a rule file. The span is in that file.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{kind}")]
pub struct DslError {
    /// What is wrong.
    pub kind: DslErrorKind,
    /// Where; empty at the end of the file when something is missing there.
    pub span: Span,
    /// How bad it is.
    pub level: Level,
}

impl DslError {
    /// A mistake at a place, with the level that belongs to its kind.
    pub fn new(kind: DslErrorKind, span: Span) -> Self {
        let level = kind.level();
        Self { kind, span, level }
    }
}

/// What the parser wanted to see.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Expectation {
    /// `concept`, `extend concept` or `rule`.
    Item,
    /// A line of a rule: `topic`, `require`, `pass` …
    Member,
    /// A name or an id.
    Name,
    /// `"…"`
    Text,
    /// The `"…"` that names a rule, requirement or example.
    Title,
    /// `"""…"""`
    Block,
    /// A string, `word "…"`, regular expression, concept or parenthesised pattern.
    Pattern,
    /// A predicate.
    Expression,
    /// The name of a fact, `not` or `(`.
    Fact,
    /// `<`, `<=`, `==`, `>=` or `>`.
    Comparison,
    /// A number with or without a unit.
    Value,
    /// Something that joins two parts: `..6`, `|`, `and`, `or`.
    Operator,
    /// `|` between the alternatives of a pattern, where a comma or `or` stands.
    Alternative,
    /// `act` before a strength and its party.
    Act,
    /// The next part of an `act`, which has its parts in a fixed order.
    ActOrder,
    /// This very symbol or keyword.
    Exactly(&'static str),
}

impl Expectation {
    /// The value of the `expected` argument: a word for a class of things, or the symbol itself.
    pub fn name(self) -> &'static str {
        match self {
            Self::Item => "item",
            Self::Member => "member",
            Self::Name => "name",
            Self::Text => "text",
            Self::Title => "title",
            Self::Block => "block",
            Self::Pattern => "pattern",
            Self::Expression => "expression",
            Self::Fact => "fact",
            Self::Comparison => "comparison",
            Self::Value => "value",
            Self::Operator => "operator",
            Self::Alternative => "alternative",
            Self::Act => "act",
            Self::ActOrder => "act_order",
            Self::Exactly(symbol) => symbol,
        }
    }
}

impl fmt::Display for Expectation {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Exactly(symbol) => write!(formatter, "`{symbol}`"),
            Self::Block => formatter.write_str("text between `\"\"\"`"),
            Self::Text => formatter.write_str("text between `\"`"),
            Self::Title => formatter.write_str("a title between `\"`"),
            Self::Alternative => formatter.write_str("`|`"),
            Self::Act => formatter.write_str("`act`"),
            Self::ActOrder => formatter.write_str("another part of `act`"),
            Self::Operator => formatter.write_str("`..n`, `|`, `and` or `or`"),
            Self::Expression | Self::Item => write!(formatter, "an {}", self.name()),
            other => write!(formatter, "a {}", other.name()),
        }
    }
}

/// The lists from which names are taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum NameKind {
    /// Concepts of all files.
    Concept,
    /// Topics of the vocabulary.
    Topic,
    /// Document kinds of the vocabulary.
    DocumentKind,
    /// Profile facts of the vocabulary.
    Fact,
    /// Defects of the vocabulary.
    Defect,
    /// Editions of the guideline.
    Edition,
    /// `error`, `warning`, `info`.
    Severity,
    /// Parts of a document.
    Scope,
    /// Strengths of an act.
    Strength,
    /// Actors.
    Party,
    /// `number`, `duration`, `period`.
    Measure,
    /// Statuses of an example.
    Status,
    /// Entries of the knowledge base.
    Basis,
    /// Requirements of the same rule.
    Requirement,
    /// Keywords that begin a top-level item.
    Item,
    /// Keywords that begin a line of a rule.
    Member,
}

impl NameKind {
    /// True of lists that rule writers do not lengthen: it helps to see them whole.
    pub(crate) fn is_closed(self) -> bool {
        !matches!(self, Self::Concept | Self::Basis | Self::Fact)
    }
}

impl fmt::Display for NameKind {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Concept => "concept",
            Self::Topic => "topic",
            Self::DocumentKind => "document kind",
            Self::Fact => "fact",
            Self::Defect => "defect",
            Self::Edition => "edition",
            Self::Severity => "severity",
            Self::Scope => "scope",
            Self::Strength => "strength",
            Self::Party => "party",
            Self::Measure => "measure",
            Self::Status => "status",
            Self::Basis => "basis",
            Self::Requirement => "requirement",
            Self::Item => "item",
            Self::Member => "member",
        })
    }
}

/// What is wrong with a rule file.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum DslErrorKind {
    /// The file is longer than the limit; nothing of it was read.
    #[error("the file is larger than {limit} bytes")]
    SourceTooLarge {
        /// Bytes allowed.
        limit: usize,
    },
    /// Only the first mistakes are listed.
    #[error("more than {limit} mistakes; the rest is not listed")]
    TooManyErrors {
        /// Mistakes listed.
        limit: usize,
    },
    /// Characters that belong to no token.
    #[error("unknown character `{found}`")]
    UnknownCharacter {
        /// The characters.
        found: String,
    },
    /// A full-width character where the language has a half-width one.
    #[error("full-width `{found}` where `{half}` is meant")]
    FullWidth {
        /// As written.
        found: String,
        /// As it should be written.
        half: String,
    },
    /// A line after `#`, which is no comment here.
    #[error("`#` begins no comment; comments begin with `//`, descriptions with `///`")]
    HashComment,
    /// `=` between the keyword of a rule's line and its value.
    #[error("no `=` belongs after `{member}`")]
    SurplusEquals {
        /// The keyword.
        member: &'static str,
    },
    /// A `"` without its partner on the same line.
    #[error("the string is not closed on its line")]
    UnterminatedText,
    /// A `"""` without its partner.
    #[error("the text block is not closed")]
    UnterminatedBlock,
    /// A `/` without its partner on the same line.
    #[error("the regular expression is not closed on its line")]
    UnterminatedRegex,
    /// A backslash before a character that needs none.
    #[error("unknown escape `\\{found}`")]
    UnknownEscape {
        /// The character after the backslash.
        found: String,
    },
    /// `..` without a number or `*`.
    #[error("the gap `..` has no length")]
    GapWithoutLength,
    /// A number too large to be meant.
    #[error("`{found}` is not a usable number")]
    InvalidNumber {
        /// As written.
        found: String,
    },
    /// Something else stands where this belongs.
    #[error("expected {expected}, found `{found}`")]
    Expected {
        /// What belongs there.
        expected: Expectation,
        /// What stands there.
        found: String,
    },
    /// The file ends where this belongs.
    #[error("expected {expected}, found the end of the file")]
    UnexpectedEnd {
        /// What belongs there.
        expected: Expectation,
    },
    /// The file does not begin with `seki 1`.
    #[error("the file does not begin with `seki 1`")]
    MissingVersion,
    /// A version of the language that this checker does not know.
    #[error("language version `{found}` is not supported")]
    UnsupportedVersion {
        /// As written.
        found: String,
    },
    /// Parentheses or braces are nested too deeply.
    #[error("nested more than {limit} levels deep")]
    TooDeep {
        /// Levels allowed.
        limit: u32,
    },
    /// Too many concepts and rules in one file.
    #[error("more than {limit} items in one file")]
    TooManyItems {
        /// Items allowed.
        limit: usize,
    },
    /// `|` beside `and`, `or`, `not` or inside `act` without parentheses.
    #[error("`|` needs parentheses here")]
    BarNeedsParentheses,
    /// A property is given twice.
    #[error("`{member}` is given twice")]
    Repeated {
        /// Its keyword.
        member: &'static str,
    },
    /// A name that its list does not hold.
    #[error("unknown {what} `{name}`")]
    Unknown {
        /// Which list.
        what: NameKind,
        /// The name as written.
        name: String,
        /// The nearest name of the list.
        closest: Option<String>,
        /// All names of a short list.
        choices: Option<String>,
    },
    /// A concept or requirement name that begins with a digit or holds `.` or `/`.
    #[error("`{name}` cannot be a name")]
    InvalidName {
        /// The name.
        name: String,
    },
    /// A concept named like a keyword.
    #[error("`{name}` is a keyword and cannot name a concept")]
    ReservedName {
        /// The name.
        name: String,
    },
    /// A rule id that is not `pack/name` in lower-case ASCII.
    #[error("`{id}` is not a rule id")]
    InvalidRuleId {
        /// The id.
        id: String,
    },
    /// Two concepts of one name.
    #[error("concept `{name}` is defined twice")]
    DuplicateConcept {
        /// The name.
        name: String,
    },
    /// Two rules of one id.
    #[error("rule `{id}` is defined twice")]
    DuplicateRule {
        /// The id.
        id: String,
    },
    /// Two requirements of one name in a rule.
    #[error("requirement `{name}` is defined twice in this rule")]
    DuplicateRequirement {
        /// The name.
        name: String,
    },
    /// Concepts that are made of each other.
    #[error("concept is made of itself: {path}")]
    ConceptCycle {
        /// The way round, joined by arrows.
        path: String,
    },
    /// A concept that nothing uses.
    #[error("concept `{name}` is never used")]
    UnusedConcept {
        /// The name.
        name: String,
    },
    /// A string without any text.
    #[error("the text is empty")]
    EmptyText,
    /// A literal of one character that stands alone.
    #[error("the literal `{literal}` is too short to stand alone")]
    LiteralTooShort {
        /// The literal.
        literal: String,
    },
    /// A regular expression that does not compile.
    #[error("unusable regular expression: {reason}")]
    InvalidRegex {
        /// What the engine says, in English, on one line.
        reason: String,
    },
    /// A regular expression that takes too much room when compiled.
    #[error("the regular expression takes more than {limit} bytes")]
    RegexTooLarge {
        /// Bytes allowed.
        limit: usize,
    },
    /// A regular expression without a literal of two characters in every match.
    #[error("no text of two characters is common to all matches of the regular expression")]
    RegexWithoutLiteral,
    /// A value whose unit does not fit what is measured.
    #[error("`{value}` is no value for `{measure}`")]
    InvalidValue {
        /// As written.
        value: String,
        /// What is measured.
        measure: &'static str,
        /// The forms it can have.
        forms: &'static str,
    },
    /// `number` without its unit, or another measure with one.
    #[error("`{measure}` is written {form}")]
    MeasureForm {
        /// What is measured.
        measure: &'static str,
        /// How it is written.
        form: &'static str,
    },
    /// A part that every rule has.
    #[error("the rule has no {member}")]
    Missing {
        /// Its keyword; `title` and `doc` for the parts without one.
        member: &'static str,
    },
    /// A requirement without a title.
    #[error("requirement `{name}` has no title")]
    MissingRequirementTitle {
        /// Its name.
        name: String,
    },
    /// Both `topic` and `theme`.
    #[error("a rule has a topic or a theme, not both")]
    TopicAndTheme,
    /// A recommendation with a severity above `info`.
    #[error("a recommendation cannot have severity `{severity}`")]
    RecommendTooSevere {
        /// As written.
        severity: String,
    },
    /// Too few examples of one sort.
    #[error("the rule has {found} `{sort}` examples and needs {needed}")]
    TooFewExamples {
        /// `pass` or `fail`.
        sort: &'static str,
        /// How many there are.
        found: usize,
        /// How many there must be.
        needed: usize,
    },
    /// An error-level `require` that no `fail` example names.
    #[error("no `fail` example names requirement `{name}`")]
    UncoveredRequirement {
        /// Its name.
        name: String,
    },
    /// Something that can be used and is hardly meant so: a warning.
    #[error("{}", .doubt.words())]
    Doubtful {
        /// What is doubtful.
        doubt: Doubt,
        /// The named arguments of its message.
        args: Vec<(&'static str, String)>,
    },
}
