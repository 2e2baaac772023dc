//! Lets somebody watch the engine: what it looks at, and at which test a sentence failed. Watching changes no verdict.

use std::ops::Range;

use super::{Extent, Verdict};

/// Is told what the engine does. `enter` and `leave` come in pairs, nested as the predicates are; what an `act` tries
/// comes between its two.
pub trait Probe {
    /// A requirement is not asked at all, because the document holds nothing that it asks about.
    fn asleep(&self);
    /// A predicate is asked about these units.
    fn enter(&self, extent: &Extent);
    /// The answer to the predicate entered last.
    fn leave(&self, verdict: &Verdict);
    /// A unit in which a literal of the action stands is looked at; `passages` are the matches of the action.
    fn unit(&self, unit: u32, passages: &[Range<usize>]);
    /// One match of the action was held against one predicate of that unit.
    fn tried(&self, clause: usize, passage: &Range<usize>, answer: &Answer);
    /// What the words are worth where they are no predicate at all.
    fn mentioned(&self, verdict: &Verdict);
    /// The answer to the unit looked at last.
    fn judged(&self, verdict: &Verdict);
}

/// What one match of an action is worth in one predicate, and which test decided it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// How far it is met.
    pub verdict: Verdict,
    /// The test that decided.
    pub test: Test,
    /// Where the object was found: none where none is asked for, else the place, if there is one.
    pub object: Option<Option<Near>>,
    /// The same for the occasion.
    pub occasion: Option<Option<Near>>,
    /// The unit that takes it back.
    pub against: Option<u32>,
}

impl Answer {
    /// An answer before the object was looked for.
    pub(super) fn early(verdict: Verdict, test: Test) -> Self {
        Self { verdict, test, object: None, occasion: None, against: None }
    }
}

/// The tests that a match of an action has to pass, in the order in which they are made.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, schemars::JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Test {
    /// It is the head of the predicate, not a word near it.
    Head,
    /// The object asked for is there.
    Object,
    /// The occasion asked for is there.
    Occasion,
    /// The sentence settles the matter itself.
    Elsewhere,
    /// It binds as strongly as is asked for.
    Strength,
    /// It binds the party asked for.
    Party,
    /// It is not one of two ways.
    Choice,
    /// It is not at the discretion of the bound party.
    Discretion,
    /// Nothing behind it takes it back.
    Exception,
    /// The time is short enough.
    Time,
    /// All tests are passed.
    Passed,
}

impl Test {
    /// All tests, in their order.
    pub const ALL: &'static [Self] = &[
        Self::Head,
        Self::Object,
        Self::Occasion,
        Self::Elsewhere,
        Self::Strength,
        Self::Party,
        Self::Choice,
        Self::Discretion,
        Self::Exception,
        Self::Time,
        Self::Passed,
    ];

    /// The name in JSON and the message catalogue.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Head => "head",
            Self::Object => "object",
            Self::Occasion => "occasion",
            Self::Elsewhere => "elsewhere",
            Self::Strength => "strength",
            Self::Party => "party",
            Self::Choice => "choice",
            Self::Discretion => "discretion",
            Self::Exception => "exception",
            Self::Time => "time",
            Self::Passed => "passed",
        }
    }
}

/// Where an object or occasion stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Near {
    /// The unit that holds it.
    pub unit: u32,
    /// How that unit is connected with the one looked at.
    pub link: Link,
}

/// How a unit is connected with the one that is judged.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, schemars::JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Link {
    /// It is the same.
    Own,
    /// It is the caption of its article.
    Caption,
    /// It applies the provision to something else (準用).
    Applied,
    /// It defines a term that is used there (本件データとは…をいう).
    Term,
    /// It stands before it and is referred back to (これら, 前項 …).
    Before,
}

impl Link {
    /// All links.
    pub const ALL: &'static [Self] = &[Self::Own, Self::Caption, Self::Applied, Self::Term, Self::Before];

    /// The name in JSON and the message catalogue.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Own => "own",
            Self::Caption => "caption",
            Self::Applied => "applied",
            Self::Term => "term",
            Self::Before => "before",
        }
    }
}
