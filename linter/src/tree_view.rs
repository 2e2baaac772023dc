//! The tree as `sekisho tree` shows it: a serialisable view, and an outline for people.

pub mod meaning;

pub use meaning::{DefinitionView, PlaceView, ReferenceView, TargetView};

use crate::document::{Aside, AsideKind, Document, Node, NodeId, NodeType, ReadIssue, TextSpan};
use crate::lint::Understood;
use crate::meaning::kind::{KindReason, RunnerUp};
use schemars::JsonSchema;
use serde::Serialize;
use std::fmt::Write as _;

/// A party of the document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct PartyView {
    /// What the document calls it: 甲, 受託者, 当院.
    pub name: String,
    /// The role it plays, as the engine names roles.
    pub role: String,
}

/// A half-open range of Unicode scalars in [`TreeView::text`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
pub struct SpanView {
    /// First character.
    pub start: usize,
    /// One past the last character.
    pub end: usize,
}

/// One node with its children.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct NodeView {
    /// What it is.
    #[serde(rename = "type")]
    pub node_type: NodeType,
    /// The printed number, folded.
    pub number: Option<String>,
    /// The caption without brackets, or the heading.
    pub caption: Option<String>,
    /// Its own text without label, caption and children; lines are separated by `\n`.
    pub text: String,
    /// Everything from the label or caption to the end of the last child.
    pub span: SpanView,
    /// Children in document order.
    pub children: Vec<NodeView>,
}

/// The whole document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct TreeView {
    /// The title.
    pub title: Option<String>,
    /// What kind of document it is.
    pub kind: String,
    /// True where the kind was recognised, false where it was stated.
    pub kind_recognised: bool,
    /// The words that speak for the recognised kind, strongest first.
    pub kind_reasons: Vec<KindReason>,
    /// The kind that came second.
    pub kind_runner_up: Option<RunnerUp>,
    /// The parties.
    pub parties: Vec<PartyView>,
    /// Terms that the document defines, with the places where they are used.
    pub definitions: Vec<DefinitionView>,
    /// References to provisions and to other documents.
    pub references: Vec<ReferenceView>,
    /// Nodes without a parent.
    pub nodes: Vec<NodeView>,
    /// Headers, footers and comments: text beside the running text, which rules do not look at.
    pub asides: Vec<Aside>,
    /// What could not be read.
    pub unread: Vec<ReadIssue>,
    /// The normalised text that all spans point into.
    pub text: String,
}

/// The view of a document with what was understood of it.
pub fn tree_view(document: &Document, understood: &Understood) -> TreeView {
    let characters = CharacterIndex::new(&document.text);
    let party = |name: &str, role: &str| PartyView { name: name.to_owned(), role: role.to_owned() };
    TreeView {
        title: document.title.map(|title| document.slice(title).to_owned()),
        kind: understood.kind.name().to_owned(),
        kind_recognised: !understood.is_stated,
        kind_reasons: understood.recognised.reasons.clone(),
        kind_runner_up: understood.recognised.runner_up,
        parties: vec![
            party(&understood.parties.hospital, "hospital"),
            party(&understood.parties.vendor, "vendor"),
        ],
        definitions: meaning::definitions(document, &characters),
        references: meaning::references(document, &understood.parties, &characters),
        nodes: document.roots().filter_map(|id| node_view(document, id, &characters)).collect(),
        asides: document.asides.clone(),
        unread: document.issues.clone(),
        text: document.text.clone(),
    }
}

fn node_view(document: &Document, id: NodeId, characters: &CharacterIndex) -> Option<NodeView> {
    let node = document.node(id)?;
    Some(NodeView {
        node_type: node.node_type,
        number: node.number.clone(),
        caption: node.caption.map(|caption| document.slice(caption).to_owned()),
        text: own_text(document, node),
        span: characters.span(node.span),
        children: node.children.iter().filter_map(|child| node_view(document, *child, characters)).collect(),
    })
}

fn own_text(document: &Document, node: &Node) -> String {
    let stretches: Vec<&str> = node.text.iter().map(|span| document.slice(*span)).collect();
    stretches.join("\n")
}

/// Byte → character, without counting from the start each time.
struct CharacterIndex {
    /// Byte offsets of the characters.
    starts: Vec<u32>,
}

impl CharacterIndex {
    fn new(text: &str) -> Self {
        Self { starts: text.char_indices().map(|(at, _)| at as u32).collect() }
    }

    fn span(&self, span: TextSpan) -> SpanView {
        let at = |byte: u32| self.starts.partition_point(|start| *start < byte);
        SpanView { start: at(span.start), end: at(span.end) }
    }
}

/// An indented outline: type, number, caption and the beginning of the text.
///
/// `width` is the number of characters of text that are shown of each node.
pub fn outline(document: &Document, width: usize) -> String {
    let mut out = String::new();
    let title = document.title.map_or("", |title| document.slice(title));
    // Writing to a String does not fail.
    let _ = writeln!(out, "{title}");
    let mut open: Vec<(NodeId, usize)> = document.roots().map(|root| (root, 1)).collect();
    open.reverse();
    while let Some((id, depth)) = open.pop() {
        let Some(node) = document.node(id) else { continue };
        let _ = writeln!(out, "{}{}", "  ".repeat(depth), outline_line(document, node, width));
        open.extend(node.children.iter().rev().map(|child| (*child, depth + 1)));
    }
    for aside in &document.asides {
        let _ = writeln!(out, "+ {}", aside_line(aside, width));
    }
    for issue in &document.issues {
        let _ = writeln!(out, "! {}", issue.code);
    }
    out
}

fn aside_line(aside: &Aside, width: usize) -> String {
    let name = match aside.kind {
        AsideKind::Header => "ヘッダー",
        AsideKind::Footer => "フッター",
        AsideKind::Comment => "コメント",
    };
    let author = aside.author.as_deref().map(|author| format!("({author})")).unwrap_or_default();
    format!("{name}{author}: {}", cut(&aside.text.replace('\n', " / "), width))
}

/// The beginning of a text.
fn cut(text: &str, width: usize) -> String {
    let mut shown: String = text.chars().take(width).collect();
    if text.chars().count() > width {
        shown.push('…');
    }
    shown
}

fn outline_line(document: &Document, node: &Node, width: usize) -> String {
    let mut line = type_name(node.node_type).to_owned();
    if let Some(number) = &node.number {
        line.push(' ');
        line.push_str(number);
    }
    if let Some(caption) = node.caption {
        line.push_str(&format!("({})", document.slice(caption)));
    }
    let text = own_text(document, node).replace('\n', " / ");
    if !text.is_empty() {
        line.push_str(": ");
        line.push_str(&cut(&text, width));
    }
    line
}

/// The Japanese word for a type of node.
pub fn type_name(node_type: NodeType) -> &'static str {
    match node_type {
        NodeType::Part => "編",
        NodeType::Chapter => "章",
        NodeType::Section => "節",
        NodeType::Subsection => "款",
        NodeType::Article => "条",
        NodeType::Paragraph => "項",
        NodeType::Item => "号",
        NodeType::Subitem => "細目",
        NodeType::Heading => "見出し",
        NodeType::Preamble => "前文",
        NodeType::Supplementary => "附則",
        NodeType::Appendix => "別表",
        NodeType::Toc => "目次",
        NodeType::Note => "注",
        NodeType::Table => "表",
        NodeType::Row => "行",
        NodeType::Cell => "欄",
        NodeType::Text => "文",
    }
}
