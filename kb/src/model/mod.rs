//! What the data files hold: chapters of the guideline with their clauses, and everything that is tied to them.
//!
//! The same types are read from TOML, packed into the binary and printed as JSON. They hold facts only: lookup, links and
//! texts for people are built on top by [`crate::Kb`]. A new kind of entry gets a variant of [`EntryKind`], a record in
//! [`records`], a file type and a data folder in [`files`].

#[macro_use]
mod record;
pub mod chapter;
pub mod edition;
pub mod files;
pub mod item;
pub mod link;
pub mod records;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

pub use chapter::{Chapter, ChapterVerification, Clause, ClauseNature, Section, Simplification};
pub use edition::{Edition, EditionStatus};
pub use files::{Content, DataFile, PracticeSet, Transition};
pub use item::{EntryData, Placed};
pub use link::{LinkData, Relation, Tie};
pub use record::Head;
pub use records::{
    Agreement, Audience, Change, Checklist, Comment, Control, ControlNature, DocumentType, Extent, Form,
    Outcome, Owner, Practice, PracticeRole, Reading, Reference, Standing, Step, Strength, Term,
};

/// The three parts of the guideline that hold 遵守事項.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Part {
    /// 経営管理編, for those who decide.
    Governance,
    /// 企画管理編, for those who plan and supervise.
    Management,
    /// システム運用編, for those who run the systems.
    Control,
}

impl Part {
    /// All parts, in the order of the guideline.
    pub const ALL: [Self; 3] = [Self::Governance, Self::Management, Self::Control];

    /// The letter that starts an id.
    pub fn letter(self) -> char {
        match self {
            Self::Governance => 'G',
            Self::Management => 'M',
            Self::Control => 'C',
        }
    }

    /// The official Japanese name.
    pub fn title(self) -> &'static str {
        match self {
            Self::Governance => "経営管理編",
            Self::Management => "企画管理編",
            Self::Control => "システム運用編",
        }
    }

    /// The name used in data files and folders.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Governance => "governance",
            Self::Management => "management",
            Self::Control => "control",
        }
    }
}

/// What an entry of the knowledge base is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum EntryKind {
    /// One 遵守事項 of the guideline.
    Clause,
    /// A concrete measure that carries out clauses.
    Control,
    /// A question of a checklist of the ministry.
    Checklist,
    /// An item of the 確認表 about roles in a contract.
    Agreement,
    /// A public comment on the draft, with the ministry's reply.
    Comment,
    /// What became of an item from one edition to the next.
    Change,
    /// A law, guideline, standard or other document.
    Reference,
    /// A word and what it means.
    Term,
    /// Which parts whom concern.
    Audience,
    /// A point of the founding documents: principles, steps, questions, columns of ledgers.
    Practice,
    /// A form: what its questions have in common.
    Form,
}

impl EntryKind {
    /// Every kind, in the order in which listings show them.
    pub const ALL: &'static [Self] = &[
        Self::Clause,
        Self::Control,
        Self::Checklist,
        Self::Agreement,
        Self::Comment,
        Self::Change,
        Self::Reference,
        Self::Term,
        Self::Audience,
        Self::Practice,
        Self::Form,
    ];

    /// The name used on the command line and in JSON.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Clause => "clause",
            Self::Control => "control",
            Self::Checklist => "checklist",
            Self::Agreement => "agreement",
            Self::Comment => "comment",
            Self::Change => "change",
            Self::Reference => "reference",
            Self::Term => "term",
            Self::Audience => "audience",
            Self::Practice => "practice",
            Self::Form => "form",
        }
    }

    /// The kind called `name`; the inverse of [`EntryKind::as_str`].
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.as_str() == name)
    }
}

/// The reader's pattern of the guideline: dedicated staff or not, own systems or cloud.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
pub enum SystemType {
    /// Dedicated staff, systems on the premises.
    #[serde(rename = "Ⅰ")]
    StaffOnPremises,
    /// Dedicated staff, cloud services.
    #[serde(rename = "Ⅱ")]
    StaffCloud,
    /// No dedicated staff, systems on the premises.
    #[serde(rename = "Ⅲ")]
    NoStaffOnPremises,
    /// No dedicated staff, cloud services.
    #[serde(rename = "Ⅳ")]
    NoStaffCloud,
}

impl SystemType {
    /// All four, in order.
    pub const ALL: [Self; 4] =
        [Self::StaffOnPremises, Self::StaffCloud, Self::NoStaffOnPremises, Self::NoStaffCloud];

    /// The pattern that people write as `Ⅳ`, `IV`, `4`, `iv`; `None` for anything else.
    pub fn from_name(name: &str) -> Option<Self> {
        let at = match name.trim().to_uppercase().as_str() {
            "Ⅰ" | "I" | "1" | "１" => 0,
            "Ⅱ" | "II" | "2" | "２" => 1,
            "Ⅲ" | "III" | "3" | "３" => 2,
            "Ⅳ" | "IV" | "4" | "４" => 3,
            _ => return None,
        };
        Self::ALL.get(at).copied()
    }

    /// The Roman numeral the guideline uses.
    pub fn numeral(self) -> &'static str {
        match self {
            Self::StaffOnPremises => "Ⅰ",
            Self::StaffCloud => "Ⅱ",
            Self::NoStaffOnPremises => "Ⅲ",
            Self::NoStaffCloud => "Ⅳ",
        }
    }
}

/// How well the wording behind a gist or a heading is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ContentStatus {
    /// The text itself was read.
    Seen,
    /// A part of it was read, or it was read through another document.
    PartlySeen,
    /// Known from documents of others only.
    Secondary,
    /// From memory and from edition 5.2; nobody has compared it with a source yet.
    Recall,
    /// Not obtained: the entry keeps the number free and must not be cited as a duty.
    None,
}

impl ContentStatus {
    /// All of them, the best known first.
    pub const ALL: [Self; 5] = [Self::Seen, Self::PartlySeen, Self::Secondary, Self::Recall, Self::None];

    /// The name used in data files and JSON.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Seen => "seen",
            Self::PartlySeen => "partly_seen",
            Self::Secondary => "secondary",
            Self::Recall => "recall",
            Self::None => "none",
        }
    }

    /// Whether something was read, by us or by others: it has a place where it was seen.
    pub fn was_read(self) -> bool {
        matches!(self, Self::Seen | Self::PartlySeen | Self::Secondary)
    }
}

/// How well a number or an attribution is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Confidence {
    /// Read in a source.
    Seen,
    /// Worked out from the position or from neighbouring facts.
    Inferred,
}

impl Confidence {
    /// The name used in data files and JSON.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Seen => "seen",
            Self::Inferred => "inferred",
        }
    }
}

/// The best source in which the content was seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum SeenIn {
    /// The final text of May 2023, or an official table that quotes it.
    Final,
    /// A draft of March or May 2023; the final wording may differ.
    Draft,
    /// Q&A, migration tables, manuals and the like.
    Secondary,
}

impl SeenIn {
    /// The name used in data files and JSON.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Final => "final",
            Self::Draft => "draft",
            Self::Secondary => "secondary",
        }
    }
}

/// How far an entry has been checked against sources.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Verification {
    /// How well the wording is known.
    pub content: ContentStatus,
    /// How well the number is known.
    pub numbering: Confidence,
    /// Where the wording was seen; absent when it was not.
    #[serde(default)]
    pub seen_in: Option<SeenIn>,
}

impl Verification {
    /// Nothing is known.
    pub const NOTHING: Self =
        Self { content: ContentStatus::None, numbering: Confidence::Inferred, seen_in: None };

    /// Whether 未確認 may be left out: content and number were seen in the final text.
    pub fn is_confirmed(&self) -> bool {
        self.content == ContentStatus::Seen
            && self.numbering == Confidence::Seen
            && self.seen_in == Some(SeenIn::Final)
    }

    /// What holds for something that rests on both.
    pub fn weaker(self, other: Self) -> Self {
        let content = self.content.max(other.content);
        Self {
            content,
            numbering: self.numbering.max(other.numbering),
            seen_in: if content.was_read() { self.seen_in.max(other.seen_in) } else { None },
        }
    }
}

/// A kind of hospital document in which a clause is expected to leave a trace.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum DocumentTarget {
    /// 運用管理規程 and the rules below it.
    OperatingRules,
    /// Contracts with vendors, annexes, SLA.
    Contract,
    /// 事業継続計画.
    Bcp,
    /// Audit plans and reports.
    Audit,
    /// Training material and records.
    Training,
    /// Check sheets.
    Checklist,
    /// 台帳 of assets and media.
    AssetLedger,
}

impl DocumentTarget {
    /// All of them, in the order of tables.
    pub const ALL: [Self; 7] = [
        Self::OperatingRules,
        Self::Contract,
        Self::Bcp,
        Self::Audit,
        Self::Training,
        Self::Checklist,
        Self::AssetLedger,
    ];

    /// The name used in data files and JSON.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::OperatingRules => "operating_rules",
            Self::Contract => "contract",
            Self::Bcp => "bcp",
            Self::Audit => "audit",
            Self::Training => "training",
            Self::Checklist => "checklist",
            Self::AssetLedger => "asset_ledger",
        }
    }
}
