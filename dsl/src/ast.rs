//! The tree of a rule file as it was written: names unresolved, every node with its span.
//!
//! The parser makes it, the checker reads it and turns it into [`crate::checked`]. A part that could not be read has an
//! error beside the tree. In the tree it is absent, or, where something must stand, an empty [`Pattern::Any`]: a hole.

use crate::span::{Span, Spanned};

/// One `.seki` file.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct File {
    /// `seki 1`: the language version, first line of the file.
    pub version: Option<Spanned<u32>>,
    /// Everything else, in the order written.
    pub items: Vec<Item>,
    /// Something could not be read as it is written: what stands there may be missing from `items`.
    pub broken: bool,
}

/// A top-level item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Item {
    /// `concept 名 = …`
    Concept(Concept),
    /// `extend concept 名 = …`: further alternatives for a concept defined elsewhere.
    Extend(Concept),
    /// `rule pack/name "題名" { … }`
    Rule(Rule),
}

impl Item {
    /// The name of the concept or the id of the rule.
    pub fn name(&self) -> &Spanned<String> {
        match self {
            Self::Concept(concept) | Self::Extend(concept) => &concept.name,
            Self::Rule(rule) => &rule.id,
        }
    }
}

/// A named pattern.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Concept {
    /// The `///` lines before it, joined by line breaks.
    pub doc: Option<String>,
    /// Its name.
    pub name: Spanned<String>,
    /// What it matches.
    pub pattern: Pattern,
}

/// A rule with everything that belongs to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rule {
    /// The `///` lines before it: what the rule asks and why, in Markdown.
    pub doc: Option<String>,
    /// `contract/data-return`.
    pub id: Spanned<String>,
    /// The Japanese title.
    pub title: Option<Spanned<String>>,
    /// Properties, requirements and examples, in the order written.
    pub members: Vec<Member>,
    /// From the keyword to the closing brace.
    pub span: Span,
    /// Something inside could not be read: the checker leaves the rule out, and does not ask for missing parts.
    pub broken: bool,
}

/// A line or block inside a rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Member {
    /// `topic data_return_and_deletion`
    Topic(Spanned<String>),
    /// `theme hygiene`
    Theme(Spanned<String>),
    /// `editions 6.0, 7.0`
    Editions(Vec<Spanned<String>>),
    /// `applies contract, nda when FACTS`
    Applies(Applies),
    /// `severity error`
    Severity(Spanned<String>),
    /// `basis M-8-11, C-7-11`
    Basis(Vec<Spanned<String>>),
    /// `reference "提供事業者GL"`
    Reference(Spanned<String>),
    /// `require | forbid | recommend NAME "題名" … { … }`
    Requirement(Requirement),
    /// `advice """…"""`
    Advice(Spanned<String>),
    /// `pass "題名" """…"""` or `fail NAME "題名" """…"""`
    Example(Example),
}

/// The kinds of document a rule speaks about, and the facts under which it does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Applies {
    /// Names of document kinds.
    pub kinds: Vec<Spanned<String>>,
    /// The condition after `when`; it covers all kinds of this line.
    pub when: Option<FactExpr>,
}

/// A condition over profile facts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FactExpr {
    /// A fact by its dotted name: `outsourcing.cloud`.
    Fact(Spanned<String>),
    /// `not …`
    Not(Box<FactExpr>),
    /// `… and …`
    And(Vec<FactExpr>),
    /// `… or …`
    Or(Vec<FactExpr>),
}

/// What a requirement wants.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
pub enum RequirementKind {
    /// The text must say it.
    Require,
    /// The text must not say it.
    Forbid,
    /// The text had better say it; never more than `info`.
    Recommend,
}

/// One thing the text must, must not or should say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Requirement {
    /// require, forbid or recommend.
    pub kind: RequirementKind,
    /// Its short name inside the rule.
    pub name: Spanned<String>,
    /// Its Japanese title.
    pub title: Option<Spanned<String>>,
    /// Its own basis clauses, if it names any.
    pub basis: Vec<Spanned<String>>,
    /// Its own reference outside the guideline.
    pub reference: Option<Spanned<String>>,
    /// `at warning`: its own severity.
    pub severity: Option<Spanned<String>>,
    /// The predicate between the braces.
    pub expr: Option<Expr>,
    /// From the keyword to the closing brace.
    pub span: Span,
}

/// A passing or failing example.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Example {
    /// Empty for `pass`; the requirements that must not be satisfied for `fail`.
    pub fails: Vec<Spanned<String>>,
    /// `as weak`: the status those requirements must have.
    pub status: Option<Spanned<String>>,
    /// Its title.
    pub title: Option<Spanned<String>>,
    /// The document text.
    pub text: Spanned<String>,
    /// From the keyword to the closing quotes.
    pub span: Span,
}

/// A predicate over the document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Expr {
    /// `a and b`
    And(Vec<Expr>),
    /// `a or b`
    Or(Vec<Expr>),
    /// `not a`
    Not(Box<Expr>, Span),
    /// `one_of { a, b }`: also met by 「A又はB」.
    OneOf(Vec<Expr>, Span),
    /// `within article { … }`, `unit { … }`, `caption { … }`
    Scope(Spanned<String>, Box<Expr>),
    /// `within column("担当") { … }`: the cells of a table under that heading.
    Column(Pattern, Box<Expr>, Span),
    /// `act must(vendor) 返却 of 預託情報 when 契約終了 within 30d`
    Act(Box<Act>),
    /// `by(vendor)`
    By(Spanned<String>),
    /// `number("文字") >= 13`, `duration <= 24h`, `period >= 5y`
    Quantity(Quantity),
    /// `count(再委託) >= 2`: in so many sentences, items or rows.
    Count(Box<Count>),
    /// `defines 預託情報`: a term is defined whose name or meaning is this.
    Defines(Pattern, Span),
    /// `refers "別紙"`: something of this name is referred to.
    Refers(Pattern, Span),
    /// `defect dangling_reference`: the document has such a defect.
    Defect(Spanned<String>),
    /// `disagree duration { … }`: the sentences of which the predicate is true differ in it.
    Disagree(Box<Disagree>),
    /// A bare pattern: the scope contains it.
    Pattern(Pattern),
}

/// Sentences that say the same thing with different values.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Disagree {
    /// In what: number, duration, period or party.
    pub measure: Spanned<String>,
    /// The unit in brackets, for `number("世代")`.
    pub unit: Option<Spanned<String>>,
    /// Of which sentences.
    pub among: Expr,
    /// From `disagree` to the closing brace.
    pub span: Span,
}

/// The central predicate: somebody must, may or must not do something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Act {
    /// must, should, may, must_not, any.
    pub strength: Spanned<String>,
    /// vendor, hospital, both, any.
    pub party: Option<Spanned<String>>,
    /// What is done.
    pub action: Pattern,
    /// `of`: to what.
    pub object: Option<Pattern>,
    /// `when`: on which occasion.
    pub condition: Option<Pattern>,
    /// `within`: the time allowed.
    pub within: Option<Spanned<String>>,
    /// From `act` to the end of the last part.
    pub span: Span,
}

/// A comparison with a quantity in the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quantity {
    /// number, duration or period.
    pub measure: Spanned<String>,
    /// The unit in brackets, for `number("文字")`.
    pub unit: Option<Spanned<String>>,
    /// `<=`, `>=`, `<`, `>`, `==`.
    pub comparison: Spanned<String>,
    /// `13`, `24h`, `5y`.
    pub value: Spanned<String>,
}

/// A comparison with the number of sentences, items and rows that a pattern matches in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Count {
    /// What is counted.
    pub pattern: Pattern,
    /// `<=`, `>=`, `<`, `>`, `==`.
    pub comparison: Spanned<String>,
    /// `2`
    pub value: Spanned<String>,
    /// From `count` to the value.
    pub span: Span,
}

/// What a piece of text must look like.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Pattern {
    /// `"契約終了"`
    Literal(Spanned<String>),
    /// `word "データ"`: not inside a longer run of the same script.
    Word(Spanned<String>),
    /// `/正規表現/`
    Regex(Spanned<String>),
    /// A concept by name.
    Concept(Spanned<String>),
    /// `a | b`
    Any(Vec<Pattern>),
    /// `a ..6 b ..* c`
    Sequence(Box<Pattern>, Vec<(Gap, Pattern)>),
    /// `a except b`
    Except(Box<Pattern>, Box<Pattern>),
}

impl Pattern {
    /// What stands in the tree where a pattern could not be read.
    pub const HOLE: Self = Self::Any(Vec::new());
}

/// The distance allowed between two parts of a sequence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum Gap {
    /// `..6`: at most so many characters between.
    Within(u32),
    /// `..*`: anywhere later in the same unit.
    Anywhere,
}
