//! What the data files hold: chapters of the guideline, their sections and clauses.
//!
//! The same types are read from TOML, packed into the binary and printed as JSON. They hold facts only: lookup, links and
//! texts for people are built on top by [`crate::Kb`]. A new kind of entry gets a variant of [`EntryKind`], a file type
//! beside [`Chapter`] and a data folder of its own.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

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
}

impl EntryKind {
    /// Every kind, in the order in which listings show them.
    pub const ALL: &'static [Self] = &[Self::Clause];

    /// The name used on the command line and in JSON.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Clause => "clause",
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

/// How well a number or an attribution is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Confidence {
    /// Read in a source.
    Seen,
    /// Worked out from the position or from neighbouring facts.
    Inferred,
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
    /// Whether 未確認 may be left out: content and number were seen in the final text.
    pub fn is_confirmed(&self) -> bool {
        self.content == ContentStatus::Seen
            && self.numbering == Confidence::Seen
            && self.seen_in == Some(SeenIn::Final)
    }
}

/// How far the head of a chapter has been checked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ChapterVerification {
    /// The title of the chapter.
    pub title: ContentStatus,
    /// The patterns it applies to.
    pub applies_to: Confidence,
}

/// A stretch of a chapter that some institutions may handle in a simpler way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Simplification {
    /// For whom.
    pub applies_to: Vec<SystemType>,
    /// Sections it covers.
    #[serde(default)]
    pub sections: Vec<String>,
    /// Items (遵守事項) of the chapter it covers.
    #[serde(default)]
    pub items: Vec<u16>,
    /// Under which condition, in own words.
    pub condition: String,
    /// Citations.
    pub sources: Vec<String>,
    /// How far this was checked.
    pub verification: Verification,
}

/// A numbered heading inside a chapter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Section {
    /// `8.5`, `1.2.1`.
    pub number: String,
    /// The official heading, where it is known.
    #[serde(default)]
    pub title: Option<String>,
    /// What the section is known to be about, in own words, where the heading is not known.
    #[serde(default)]
    pub topic: Option<String>,
    /// How well the heading is known.
    pub verification: ContentStatus,
}

impl Section {
    /// The heading, or else the topic.
    pub fn label(&self) -> Option<&str> {
        self.title.as_deref().or(self.topic.as_deref())
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

/// One 遵守事項: a short own-words summary with its links and sources.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Clause {
    /// Permanent key: part letter, section, item (`C-8-5`, `G-1.2.1-1`).
    pub id: String,
    /// Ids this clause had before its number was corrected.
    #[serde(default)]
    pub aliases: Vec<String>,
    /// Number of the chapter or section whose 遵守事項 it is (`8`, `1.2.1`).
    pub section: String,
    /// Running number inside the section.
    pub item: u16,
    /// The number as printed (`⑤`); it starts again at ① in every group.
    pub official_number: String,
    /// The group of responsibilities it stands under, where the section is divided.
    #[serde(default)]
    pub group: Option<String>,
    /// Own short label.
    pub title: String,
    /// What the clause asks, in own words, in one or two sentences.
    pub gist: String,
    /// Particulars, in own words.
    #[serde(default)]
    pub details: Vec<String>,
    /// Who has to act.
    pub actor: String,
    /// Towards whom or with whom.
    #[serde(default)]
    pub counterpart: Vec<String>,
    /// Words people look for.
    #[serde(default)]
    pub keywords: Vec<String>,
    /// Where a trace of it is expected.
    #[serde(default)]
    pub document_targets: Vec<DocumentTarget>,
    /// Only where it differs from the chapter.
    #[serde(default)]
    pub applies_to: Option<Vec<SystemType>>,
    /// Items of edition 5.2 it came from.
    #[serde(default)]
    pub legacy_5_2: Vec<String>,
    /// Clauses a source ties it to.
    #[serde(default)]
    pub related: Vec<String>,
    /// Clauses tied to it by their content only.
    #[serde(default)]
    pub related_inferred: Vec<String>,
    /// Citations: document, page or item. May be missing only where nothing was seen.
    #[serde(default)]
    pub sources: Vec<String>,
    /// A remark on what is and is not known.
    #[serde(default)]
    pub note: Option<String>,
    /// How far it was checked.
    pub verification: Verification,
}

/// One data file: a chapter with its sections and clauses.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Chapter {
    /// Edition of the guideline (`6.0`).
    pub edition: String,
    /// The part it belongs to.
    pub part: Part,
    /// Its number.
    pub chapter: u16,
    /// Its official title.
    pub title: String,
    /// The patterns that have to read it.
    pub applies_to: Vec<SystemType>,
    /// How far title and applicability were checked.
    pub verification: ChapterVerification,
    /// What may be handled in a simpler way, and by whom.
    #[serde(default)]
    pub simplification: Option<Simplification>,
    /// Known headings.
    #[serde(default, rename = "section")]
    pub sections: Vec<Section>,
    /// The 遵守事項, in order.
    #[serde(default, rename = "clause")]
    pub clauses: Vec<Clause>,
}

impl Chapter {
    /// The heading numbered `number`.
    pub fn section(&self, number: &str) -> Option<&Section> {
        self.sections.iter().find(|section| section.number == number)
    }
}
