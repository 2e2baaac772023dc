//! A chapter of the guideline: headings and 遵守事項.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Confidence, ContentStatus, DocumentTarget, Head, Part, Strength, SystemType, Verification};

/// Whether a clause has to be carried out by technical means, by people, or by both.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ClauseNature {
    /// By settings and equipment.
    Technical,
    /// By rules, people and organisation.
    Operational,
    /// By both.
    Both,
}

impl ClauseNature {
    /// The name used in data files and JSON.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Technical => "technical",
            Self::Operational => "operational",
            Self::Both => "both",
        }
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
    /// Whether it has a technical side; absent exactly where the text was not obtained.
    #[serde(default)]
    pub nature: Option<ClauseNature>,
    /// How strongly it asks; absent exactly where the text was not obtained.
    #[serde(default)]
    pub strength: Option<Strength>,
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
    /// Why these patterns and not the others, in own words.
    #[serde(default)]
    pub applies_reason: Option<String>,
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

impl Clause {
    /// What every record has. The links of a clause are its `related` clauses.
    pub fn head(&self) -> Head<'_> {
        Head {
            id: &self.id,
            aliases: &self.aliases,
            title: &self.title,
            gist: &self.gist,
            details: &self.details,
            keywords: &self.keywords,
            links: &[],
            document: None,
            sources: &self.sources,
            note: self.note.as_deref(),
            verification: Some(self.verification),
        }
    }
}
