//! Typed links between entries, as data files write them down.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::EntryKind;

/// What ties the entry that names the link to the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Relation {
    /// A clause beside a clause; written as `related` in a chapter.
    Related,
    /// A measure carries out a clause, wholly or in part.
    Implements,
    /// A question checks a clause, or settles who carries it out.
    AsksFor,
    /// The entry is about the other.
    Concerns,
    /// A law or document stands behind a clause.
    Grounds,
    /// An operational measure stands in where a technical one is hard.
    Compensates,
    /// The same thing in a later form, document or edition.
    Continues,
    /// Two documents say different things.
    Contrasts,
    /// Further reading.
    See,
    /// An item of the older edition that a change starts from; written as `before`.
    Before,
    /// An item of the newer edition that a change leads to; written as `after`.
    After,
}

impl Relation {
    /// Every relation, in the order in which listings show them.
    pub const ALL: [Self; 11] = [
        Self::Related,
        Self::Implements,
        Self::AsksFor,
        Self::Concerns,
        Self::Grounds,
        Self::Compensates,
        Self::Continues,
        Self::Contrasts,
        Self::See,
        Self::Before,
        Self::After,
    ];

    /// The name used in data files and JSON.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Related => "related",
            Self::Implements => "implements",
            Self::AsksFor => "asks_for",
            Self::Concerns => "concerns",
            Self::Grounds => "grounds",
            Self::Compensates => "compensates",
            Self::Continues => "continues",
            Self::Contrasts => "contrasts",
            Self::See => "see",
            Self::Before => "before",
            Self::After => "after",
        }
    }

    /// Whether an entry of kind `from` may name such a link to one of kind `to`; `None` is a chapter or section.
    pub fn joins(self, from: EntryKind, to: Option<EntryKind>) -> bool {
        let to_clause = matches!(to, None | Some(EntryKind::Clause));
        match self {
            Self::Implements => from == EntryKind::Control && to_clause,
            Self::AsksFor => matches!(from, EntryKind::Checklist | EntryKind::Agreement) && to_clause,
            Self::Grounds => from == EntryKind::Reference && to_clause,
            Self::Compensates => from == EntryKind::Control && to == Some(EntryKind::Control),
            Self::Concerns | Self::Continues | Self::Contrasts | Self::See => from != EntryKind::Clause,
            Self::Related | Self::Before | Self::After => false,
        }
    }
}

/// How sure it is that two entries belong together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Tie {
    /// A source ties them.
    Stated,
    /// Our judgement: the contents are the same thing.
    High,
    /// Our judgement: one is part of the other, or the clause is not verified.
    Medium,
    /// Our judgement: they touch.
    Low,
}

impl Tie {
    /// The name used in data files and JSON.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Stated => "stated",
            Self::High => "high",
            Self::Medium => "medium",
            Self::Low => "low",
        }
    }
}

/// A link as it is written on the entry that names it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct LinkData {
    /// Id of an entry, or a chapter (`C-12`) or section (`C-8.2`) of the guideline.
    pub to: String,
    /// What ties them.
    pub relation: Relation,
    /// How sure that is.
    pub confidence: Tie,
    /// What to know about it.
    #[serde(default)]
    pub note: Option<String>,
}
