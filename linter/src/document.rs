//! The document as it was read: one normalised text, a tree of 章・条・項・号 over it, and the way back to the original.
//!
//! Readers and [`crate::structure`] make it; everything later only reads it. Parties, definitions and the kind of the
//! document are found by [`crate::meaning`] and filled in there.

use std::ops::Range;

/// A half-open byte range in [`Document::text`]; both ends lie on character boundaries.
///
/// Reports print Unicode scalars instead: [`Document::char_span`] converts, in one place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct TextSpan {
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl TextSpan {
    /// The range `[start, end)`, in bytes of the normalised text.
    pub const fn new(start: u32, end: u32) -> Self {
        Self { start, end }
    }

    /// As a `usize` range, for `str::get`.
    pub fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    /// True for a span without characters.
    pub const fn is_empty(self) -> bool {
        self.start >= self.end
    }

    /// True where `other` lies inside.
    pub const fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }
}

/// The index of a node in [`Document::nodes`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NodeId(pub u32);

/// What a node of the tree is. Names are those of the Standard Law XML schema where it has one.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, schemars::JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum NodeType {
    /// 編
    Part,
    /// 章
    Chapter,
    /// 節
    Section,
    /// 款
    Subsection,
    /// 条, or a numbered provision that stands for one where a document has no 条
    Article,
    /// 項
    Paragraph,
    /// 号
    Item,
    /// ア, イ, ①, a … below 号; nested ones are children of each other
    Subitem,
    /// A heading that is none of the above
    Heading,
    /// 前文: running text before the first numbered provision
    Preamble,
    /// 附則
    Supplementary,
    /// 別表, 別紙, 様式
    Appendix,
    /// 目次
    Toc,
    /// A note, amendment note or quotation that is not part of a provision
    Note,
    /// A table
    Table,
    /// A row of a table
    Row,
    /// A cell of a row
    Cell,
    /// Running text that belongs to no numbered provision
    Text,
}

/// One node of the tree.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Node {
    /// What it is.
    pub node_type: NodeType,
    /// The printed number folded to `5`, `3の2`, `ア`, `1.2`; none if it has none. An unnumbered first 項 is `1`.
    pub number: Option<String>,
    /// Where the printed label stands (`第5条`, `(2)`), if it stands in the text. Labels that Word computes stand
    /// in the text too: the reader writes them in front of the paragraph, with an origin of their own.
    pub label: Option<TextSpan>,
    /// The caption without its brackets (見出し), or the heading text for chapter-like nodes.
    pub caption: Option<TextSpan>,
    /// Its own text without label, caption and children; possibly several stretches (lines that were joined touch).
    pub text: Vec<TextSpan>,
    /// Everything from its label or caption to the end of its last child.
    pub span: TextSpan,
    /// Parent, none at the top.
    pub parent: Option<NodeId>,
    /// Children in document order.
    pub children: Vec<NodeId>,
}

/// Where a stretch of normalised text came from.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, schemars::JsonSchema,
)]
#[serde(untagged)]
pub enum Origin {
    /// A text file.
    Bytes {
        /// Byte offset in the original file, in its own encoding.
        byte: u32,
    },
    /// A Word file.
    Docx {
        /// The part of the package; left out in JSON where it is the main text.
        #[serde(skip_serializing_if = "DocxPart::is_main", default)]
        part: DocxPart,
        /// 0-based index of the `w:p` in document order of the part, tables and text boxes included.
        paragraph: u32,
        /// 0-based index of the run inside the paragraph; none for a label that Word computes.
        run: Option<u32>,
        /// Characters from the start of the run's text.
        offset: u32,
    },
    /// A page of a PDF, and the box of the character on it: tenths of a point (1/720 inch) from the top left corner of
    /// the page as it is shown. Reports say only the page where the box is empty.
    Pdf {
        /// 1-based number of the page in the file; a printed page number may differ.
        page: u32,
        /// Left edge.
        left: u32,
        /// Top edge.
        top: u32,
        /// Right edge.
        right: u32,
        /// Bottom edge.
        bottom: u32,
    },
    /// A cell of a workbook.
    Sheet {
        /// 1-based index of the sheet in the workbook's order.
        sheet: u32,
        /// 1-based row, as spreadsheets print it.
        row: u32,
        /// 1-based column: A is 1.
        column: u32,
        /// Characters from the start of the cell's text.
        offset: u32,
    },
}

/// A part of a Word package that holds text.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Default,
    serde::Serialize,
    serde::Deserialize,
    schemars::JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum DocxPart {
    /// The main text.
    #[default]
    Document,
    /// Footnotes.
    Footnotes,
    /// Endnotes.
    Endnotes,
    /// Comments.
    Comments,
    /// A header or a footer, by its number in the package.
    Margin(u32),
}

impl DocxPart {
    /// Whether it is the main text.
    pub const fn is_main(&self) -> bool {
        matches!(self, Self::Document)
    }
}

/// Text that stands in the file beside the running text: rules do not look at it, but nothing of it is lost.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, schemars::JsonSchema)]
pub struct Aside {
    /// What it is.
    pub kind: AsideKind,
    /// Its text as printed, lines separated by `\n`.
    pub text: String,
    /// Who wrote it, where the file says so.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub author: Option<String>,
    /// The place in the running text that it belongs to, or its own where it belongs to none.
    pub origin: Option<Origin>,
}

/// Kinds of text beside the running text.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, schemars::JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum AsideKind {
    /// At the head of pages.
    Header,
    /// At the foot of pages, page numbers included.
    Footer,
    /// A comment that somebody attached to the text.
    Comment,
}

/// From normalised text back to the original, as segments in ascending order of `text_start`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SourceMap {
    /// Each segment holds from its `text_start` to that of the next one.
    pub segments: Vec<SourceSegment>,
}

/// A stretch of normalised text that comes from one place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SourceSegment {
    /// First byte in the normalised text.
    pub text_start: u32,
    /// The origin of that byte. Inside a segment origins advance with the characters.
    pub origin: Origin,
}

impl SourceMap {
    /// The origin of this very byte of `text`, the normalised text: that of its segment, moved on by the characters
    /// between. Text that stands in UTF-8 as it was printed moves byte by byte; where normalisation changed the length
    /// of a character, a segment starts.
    pub fn locate(&self, text: &str, text_byte: u32) -> Option<Origin> {
        let after = self.segments.partition_point(|segment| segment.text_start <= text_byte);
        let segment = self.segments.get(after.checked_sub(1)?)?;
        let between = text.get(segment.text_start as usize..text_byte as usize).unwrap_or_default();
        Some(match segment.origin {
            Origin::Bytes { byte } => Origin::Bytes { byte: byte.saturating_add(between.len() as u32) },
            Origin::Docx { run: None, .. } | Origin::Pdf { .. } => segment.origin,
            Origin::Docx { part, paragraph, run, offset } => {
                let characters = between.chars().count() as u32;
                Origin::Docx { part, paragraph, run, offset: offset.saturating_add(characters) }
            }
            Origin::Sheet { sheet, row, column, offset } => {
                let characters = between.chars().count() as u32;
                Origin::Sheet { sheet, row, column, offset: offset.saturating_add(characters) }
            }
        })
    }
}

/// Something that could not be read, with its place: absence must not be claimed for it.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, schemars::JsonSchema)]
pub struct ReadIssue {
    /// A message code of the catalogue, for example `read-image-only`.
    pub code: String,
    /// Its arguments.
    pub args: std::collections::BTreeMap<String, String>,
    /// Where, if it has a place in the text.
    pub origin: Option<Origin>,
    /// True where text is missing from what was read: verdicts of absence become `unknown`.
    pub text_lost: bool,
}

/// A document ready for the rules.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Document {
    /// The normalised text: lines joined by `\n`. All spans point into it.
    pub text: String,
    /// The title, if one was found.
    pub title: Option<TextSpan>,
    /// All nodes in document order; children come after their parent.
    pub nodes: Vec<Node>,
    /// Way back to the original.
    pub source_map: SourceMap,
    /// Headers, footers and comments.
    pub asides: Vec<Aside>,
    /// What could not be read.
    pub issues: Vec<ReadIssue>,
}

impl Document {
    /// The node, if the id belongs to this document.
    pub fn node(&self, id: NodeId) -> Option<&Node> {
        self.nodes.get(id.0 as usize)
    }

    /// Nodes with their ids, in document order.
    pub fn nodes(&self) -> impl Iterator<Item = (NodeId, &Node)> + Clone {
        self.nodes.iter().enumerate().map(|(index, node)| (NodeId(index as u32), node))
    }

    /// Nodes without a parent, in document order.
    pub fn roots(&self) -> impl Iterator<Item = NodeId> + '_ {
        self.nodes().filter(|(_, node)| node.parent.is_none()).map(|(id, _)| id)
    }

    /// The text under a span; empty where the span does not lie on character boundaries.
    pub fn slice(&self, span: TextSpan) -> &str {
        self.text.get(span.range()).unwrap_or_default()
    }

    /// The same range in Unicode scalars, as reports print it.
    pub fn char_span(&self, span: TextSpan) -> Range<usize> {
        let count = |end: u32| self.text.get(..end as usize).map_or(0, |head| head.chars().count());
        let start = count(span.start);
        start..start + self.slice(span).chars().count()
    }

    /// Whether text is missing from what was read.
    pub fn text_lost(&self) -> bool {
        self.issues.iter().any(|issue| issue.text_lost)
    }
}
