//! References: 前項, 第5条から第7条まで, 別紙2, 附則第2項, 基本契約第5条, 個人情報保護法第27条 …, and where they lead.
//!
//! [`read`] finds them in the units of one document and resolves them in its own tree. What names another document is
//! left [`Target::Outside`] with its name; [`crate::meaning::case`] looks for it among the documents that belong
//! together.

mod names;
mod parse;
mod provisions;
mod resolve;
mod scan;

pub use parse::{Path, Step};
pub use provisions::Provisions;
pub use resolve::from_outside;

use std::ops::Range;

use crate::document::{Document, NodeId, TextSpan};
use crate::language::units::Units;

/// A reference to a provision or to another document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reference {
    /// Where it stands in the document's text.
    pub span: TextSpan,
    /// The node whose text it stands in.
    pub node: NodeId,
    /// The unit it stands in.
    pub unit: u32,
    /// Bytes of the unit's folded text.
    pub range: Range<usize>,
    /// What it points at.
    pub form: ReferenceForm,
    /// What the sentence does with it.
    pub mode: ReferenceMode,
    /// The words of another document's name that stand before it, if any.
    pub name: Option<String>,
    /// What of that document, or of this one, is meant.
    pub path: Path,
    /// Where it leads.
    pub target: Target,
}

/// What a reference points at, by its words.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, schemars::JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum ReferenceForm {
    /// 第5条, 前条, 同条, 本条
    Article,
    /// 前項, 第2項
    Paragraph,
    /// 前号, 各号, 第3号
    Item,
    /// 本章, 第2章 and sections
    Chapter,
    /// 附則, 附則第2項
    Supplementary,
    /// 別紙1, 別表第2, 様式第1号
    Appendix,
    /// Another document by name: 基本契約, 仕様書, SLA
    Document,
    /// A law, an ordinance, a guideline
    Law,
}

/// What a sentence does with a reference.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, schemars::JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum ReferenceMode {
    /// Mentions it.
    Mentions,
    /// Leaves the matter to it: 別紙1に定めるところによる.
    Settles,
    /// Applies it to something else: 第5条の規定を準用する.
    Applies,
    /// Says how it is to be read: 「甲」とあるのは「乙」と読み替える.
    Replaces,
    /// Sets it aside: 前項の規定にかかわらず.
    Overrides,
}

/// Where a reference leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// To nodes of the same document, in document order.
    Inside(Vec<NodeId>),
    /// To another document of the case: its index, and the nodes meant there; none for the document as a whole.
    InCase(usize, Vec<NodeId>),
    /// Out of what was read: the name of a law or a document.
    Outside(String),
    /// To an article that the document does not have.
    Dangling,
    /// To something that the tree does not show: a paragraph before the first, say.
    Unresolved,
}

impl Reference {
    /// Whether what it points at was read.
    pub const fn is_at_hand(&self) -> bool {
        matches!(self.target, Target::Inside(_) | Target::InCase(..))
    }
}

/// References beyond so many are not collected.
const MOST_REFERENCES: usize = 5_000;
/// A reference to more nodes (第1条から第999条まで) is cut.
const MOST_NODES: usize = 300;

/// All references of a document, in the order of its units, each place once.
pub fn read(document: &Document, units: &Units) -> Vec<Reference> {
    let provisions = Provisions::new(document);
    let mut found = Vec::new();
    let mut seen = std::collections::BTreeSet::new();
    for (index, unit) in units.list.iter().enumerate() {
        let mut last = None;
        for mut reference in scan::references(document, unit, index as u32) {
            if !seen.insert(reference.span) {
                continue;
            }
            reference.target = resolve::target(document, &provisions, &reference, &mut last);
            found.push(reference);
        }
        if found.len() >= MOST_REFERENCES {
            break;
        }
    }
    found
}
