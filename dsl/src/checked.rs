//! Rules as the engine reads them: names resolved, kinds of value known, no holes.
//!
//! Made by [`crate::check`]; the linter compiles these into its automaton.

use serde::{Deserialize, Serialize};

pub use crate::ast::Gap;
use crate::ast::RequirementKind;
use crate::span::Span;

/// All rules of all files that were checked together.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct RuleSet {
    /// Concepts, in the order of [`ConceptId`].
    pub concepts: Vec<Concept>,
    /// Rules, sorted by id.
    pub rules: Vec<Rule>,
}

/// The index of a concept in [`RuleSet::concepts`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct ConceptId(pub u32);

/// A named pattern with its extensions joined. The concepts it uses come before it in the list: no cycles.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Concept {
    /// Its name.
    pub name: String,
    /// The text of its `///` lines.
    pub doc: Option<String>,
    /// What it matches.
    pub pattern: Pattern,
    /// Where it is defined.
    pub place: Place,
}

/// A span and the file it lies in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
pub struct Place {
    /// Index into the list of sources given to the checker.
    pub file: u32,
    /// Bytes in that file.
    pub span: Span,
}

/// A pattern with its concept names resolved.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Pattern {
    /// Exactly this text (after the folding that the linter applies to both sides).
    Literal(String),
    /// This text, not inside a longer run of the same script.
    Word(String),
    /// A regular expression, run only where `literal` occurs.
    Regex {
        /// The expression without its slashes.
        source: String,
        /// A literal of at least two characters that every match contains.
        literal: String,
    },
    /// A concept.
    Concept(ConceptId),
    /// Any of these.
    Any(Vec<Pattern>),
    /// These in order, with the gaps between them.
    Sequence(Box<Pattern>, Vec<(Gap, Pattern)>),
    /// The first, unless the second overlaps it.
    Except(Box<Pattern>, Box<Pattern>),
}

/// A rule without holes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rule {
    /// `contract/data-return`.
    pub id: String,
    /// Japanese title.
    pub title: String,
    /// The text of its `///` lines: what is asked, and why.
    pub doc: String,
    /// One of the topics that documents are scored by, if the rule decides one.
    pub topic: Option<String>,
    /// The chapter or theme it belongs to otherwise.
    pub theme: Option<String>,
    /// Editions of the guideline it holds for; never empty.
    pub editions: Vec<String>,
    /// Which documents it speaks about; never empty.
    pub applies: Vec<Applies>,
    /// Severity of a requirement that names none.
    pub severity: Severity,
    /// Basis of the whole rule, in the order written.
    pub basis: Vec<BasisRef>,
    /// Reference of the whole rule outside the guideline.
    pub reference: Option<String>,
    /// At least one.
    pub requirements: Vec<Requirement>,
    /// A minijinja template.
    pub advice: String,
    /// Passing and failing examples.
    pub examples: Vec<Example>,
    /// The whole rule.
    pub place: Place,
}

/// A reference to an entry of the knowledge base, to be resolved by whoever holds one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BasisRef {
    /// The id as written.
    pub id: String,
    /// Where it is written.
    pub place: Place,
}

/// Document kinds and the facts under which the rule speaks about them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Applies {
    /// Names of kinds, known to the vocabulary.
    pub kinds: Vec<String>,
    /// The condition, if any.
    pub when: Option<FactExpr>,
}

/// A condition over facts of the profile, in three-valued logic.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum FactExpr {
    /// A fact known to the vocabulary.
    Fact(String),
    /// Negation.
    Not(Box<FactExpr>),
    /// All of these.
    And(Vec<FactExpr>),
    /// Any of these.
    Or(Vec<FactExpr>),
}

/// How grave an unmet requirement is. Ordered: info < warning < error.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Severity {
    /// Worth knowing.
    Info,
    /// Should be mended.
    Warning,
    /// Must be mended or decided by a person.
    Error,
}

/// One requirement of a rule.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Requirement {
    /// require, forbid or recommend.
    pub kind: RequirementKind,
    /// Short name, unique in its rule.
    pub name: String,
    /// Japanese title.
    pub title: String,
    /// Its own basis, or that of the rule.
    pub basis: Vec<BasisRef>,
    /// Its own reference outside the guideline, or that of the rule.
    pub reference: Option<String>,
    /// Its own severity, or that of the rule.
    pub severity: Severity,
    /// The predicate.
    pub expr: Expr,
    /// From the keyword to the closing brace.
    pub place: Place,
}

/// An example with the verdict it must get.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Example {
    /// Names of the requirements that must not be satisfied; empty for a passing example.
    pub fails: Vec<String>,
    /// The status they must have, if stated.
    pub status: Option<String>,
    /// Its title.
    pub title: String,
    /// The document text, common indentation removed.
    pub text: String,
    /// Where it stands.
    pub place: Place,
}

/// A predicate.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Expr {
    /// All of these hold.
    And(Vec<Expr>),
    /// Any of these holds.
    Or(Vec<Expr>),
    /// This does not hold.
    Not(Box<Expr>),
    /// Any of these holds; an alternative offered by the text (A又はB) is accepted.
    OneOf(Vec<Expr>),
    /// Evaluate inside one such part of the document at a time.
    Scope(Scope, Box<Expr>),
    /// Evaluate in the cells of one column at a time, whose heading holds the pattern.
    Column(Pattern, Box<Expr>),
    /// Somebody must, may or must not do something.
    Act(Act),
    /// The unit's actor is this party.
    By(Party),
    /// A quantity in the scope satisfies a comparison.
    Quantity(Quantity),
    /// The pattern matches in so many units.
    Count(Count),
    /// The document defines a term whose name holds this, or whose meaning comes down to it.
    Defines(Pattern),
    /// A cross-reference whose words hold this.
    Refers(Pattern),
    /// The document has such a defect; its name is known to the vocabulary.
    Defect(String),
    /// Sentences that say the same thing differ in something.
    Disagree(Box<Disagree>),
    /// The scope contains this.
    Pattern(Pattern),
}

/// Sentences that say the same thing and differ in something.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Disagree {
    /// In what they differ.
    pub on: Disputed,
    /// The sentences: those of which this is true.
    pub among: Expr,
}

/// In what sentences may differ.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Disputed {
    /// In a quantity.
    Measure(Measure),
    /// In who acts.
    Party,
}

/// A part of the document in which a predicate is evaluated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Scope {
    /// One effective sentence.
    Unit,
    /// One 項.
    Paragraph,
    /// One 条, or the section under the nearest heading where a document has no 条.
    Article,
    /// One 章.
    Chapter,
    /// The whole document.
    Document,
    /// The title of the document.
    Title,
    /// The caption of an article or heading.
    Caption,
    /// One table.
    Table,
    /// One row of a table.
    Row,
    /// One cell of a table.
    Cell,
}

/// The central predicate, true of one predicate of one unit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Act {
    /// How strongly.
    pub strength: Strength,
    /// By whom.
    pub party: Party,
    /// What is done; its match must be the predicate itself, not a word near it.
    pub action: Pattern,
    /// To what.
    pub object: Option<Pattern>,
    /// On which occasion.
    pub condition: Option<Pattern>,
    /// The time allowed.
    pub within: Option<Amount>,
}

/// The strength of a predicate. `Must` is also met by a stronger form, a weaker one gives `weak`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Strength {
    /// A duty (しなければならない, ものとする).
    Must,
    /// An effort (努める).
    Should,
    /// A permission (できる).
    May,
    /// A prohibition (してはならない).
    MustNot,
    /// Any of these, also a plain statement.
    Any,
}

/// Who acts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Party {
    /// The provider, contractor, 乙 in most contracts.
    Vendor,
    /// The medical institution.
    Hospital,
    /// Both together.
    Both,
    /// Whoever.
    Any,
}

/// A comparison with a quantity in the text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quantity {
    /// What is measured.
    pub measure: Measure,
    /// The comparison.
    pub comparison: Comparison,
    /// The value.
    pub value: Amount,
}

/// What a quantity is compared with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Amount {
    /// So many of the unit that the measure names, in thousandths: 99.95 % is 99 950.
    Thousandths(u64),
    /// A length of time in seconds. A month is 30 days, a year 365.
    Seconds(u64),
    /// A length of time in business days (営業日).
    BusinessDays(u64),
}

/// A comparison with the number of units in which a pattern matches.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Count {
    /// What is counted.
    pub pattern: Pattern,
    /// The comparison.
    pub comparison: Comparison,
    /// How many.
    pub value: u64,
}

/// What a quantity measures.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Measure {
    /// A count with this unit word after it (文字, 世代 …).
    Number(String),
    /// A time within which something happens, in seconds.
    Duration,
    /// A time during which something is kept, in days.
    Period,
}

/// A comparison.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Comparison {
    /// `<`
    Less,
    /// `<=`
    LessOrEqual,
    /// `==`
    Equal,
    /// `>=`
    GreaterOrEqual,
    /// `>`
    Greater,
}
