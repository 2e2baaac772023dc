//! The tree while it grows: nodes, and the path of open ones.

use crate::document::{Node, NodeId, NodeType, TextSpan};
use crate::structure::label::LabelKind;

/// How nodes nest: a node closes every open one of its own rank or below.
pub(crate) type Rank = u8;

/// 附則, 別表, 目次
pub(crate) const TOP: Rank = 0;
/// 編 … 款: 1 to 4
pub(crate) const PART: Rank = 1;
/// A heading without a number.
pub(crate) const HEADING: Rank = 5;
/// 条
pub(crate) const ARTICLE: Rank = 6;
/// 項
pub(crate) const PARAGRAPH: Rank = 7;
/// A group name above items.
pub(crate) const GROUP: Rank = 8;
/// 号; what is below has one more each
pub(crate) const ITEM: Rank = 9;
/// Notes, tables, running text.
pub(crate) const LEAF: Rank = u8::MAX;

/// An open node.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Open {
    /// The node.
    pub(crate) id: NodeId,
    /// Its type.
    pub(crate) node_type: NodeType,
    /// Its rank.
    pub(crate) rank: Rank,
    /// How its label is written, with the list nesting the format gives.
    pub(crate) key: Option<(LabelKind, Option<u8>)>,
    /// Its place in the sequence.
    pub(crate) value: Option<u32>,
    /// The heading level of the format.
    pub(crate) level: Option<u8>,
    /// Columns of space in front of its label.
    pub(crate) indent: u8,
    /// A 項 was opened right under it.
    pub(crate) has_paragraph: bool,
}

/// What a new node is made of.
#[derive(Debug, Clone, Default)]
pub(crate) struct Parts {
    /// Folded number.
    pub(crate) number: Option<String>,
    /// Printed label.
    pub(crate) label: Option<TextSpan>,
    /// Caption.
    pub(crate) caption: Option<TextSpan>,
    /// First stretch of text.
    pub(crate) text: Option<TextSpan>,
}

/// Nodes in document order, and the path from the root to the last one.
#[derive(Debug, Default)]
pub(crate) struct Tree {
    /// All nodes.
    pub(crate) nodes: Vec<Node>,
    /// Open ones, outermost first.
    pub(crate) open: Vec<Open>,
}

impl Tree {
    /// Closes open nodes from the innermost on, as long as `closes` says so.
    pub(crate) fn close_while(&mut self, closes: impl Fn(&Open) -> bool) {
        while self.open.last().is_some_and(&closes) {
            self.open.pop();
        }
    }

    /// The innermost open node for which `wanted` holds.
    pub(crate) fn innermost(&self, wanted: impl Fn(&Open) -> bool) -> Option<Open> {
        self.open.iter().rev().find(|open| wanted(open)).copied()
    }

    /// Adds a node under the innermost open one and opens it.
    pub(crate) fn push(&mut self, open: Open, parts: Parts) -> NodeId {
        let id = NodeId(self.nodes.len() as u32);
        let parent = self.open.last().map(|open| open.id);
        if let Some(parent) = parent.and_then(|parent| self.nodes.get_mut(parent.0 as usize)) {
            parent.children.push(id);
        }
        self.nodes.push(Node {
            node_type: open.node_type,
            number: parts.number,
            label: parts.label,
            caption: parts.caption.filter(|caption| !caption.is_empty()),
            text: parts.text.filter(|text| !text.is_empty()).into_iter().collect(),
            span: TextSpan::default(),
            parent,
            children: Vec::new(),
        });
        self.open.push(Open { id, ..open });
        id
    }

    /// The node.
    pub(crate) fn node(&self, id: NodeId) -> Option<&Node> {
        self.nodes.get(id.0 as usize)
    }

    /// Adds a stretch of text to an open node and closes what is below it.
    pub(crate) fn add_text(&mut self, id: NodeId, text: TextSpan) {
        self.close_while(|open| open.id != id);
        if let Some(node) = self.nodes.get_mut(id.0 as usize).filter(|_| !text.is_empty()) {
            node.text.push(text);
        }
    }

    /// Makes a 項 with this text out of the item that was opened last, and puts the item below it.
    pub(crate) fn put_lead_above(&mut self, item: Open, lead: TextSpan) {
        self.close_while(|open| open.rank >= item.rank);
        let parent = self.open.last_mut();
        if let Some(parent) = parent {
            parent.has_paragraph = true;
        }
        let Some(node) = self.nodes.get_mut(item.id.0 as usize) else { return };
        let parts = Parts { number: node.number.take(), label: node.label.take(), ..Parts::default() };
        node.node_type = NodeType::Paragraph;
        node.number = Some("1".to_owned());
        node.text.push(lead);
        self.open.push(Open { id: item.id, ..open(NodeType::Paragraph, PARAGRAPH) });
        self.push(item, parts);
    }

    /// Gives a node without a caption one.
    pub(crate) fn set_caption(&mut self, id: NodeId, caption: TextSpan) {
        if let Some(node) = self.nodes.get_mut(id.0 as usize) {
            node.caption = Some(caption);
        }
    }

    /// Gives a line to the node that the line after it went to: the first of those made since there were `known`, as its
    /// caption, else the innermost open one, in front of its last stretch of text.
    pub(crate) fn adopt(&mut self, line: TextSpan, known: usize) {
        let new = known < self.nodes.len();
        let last = self.open.last().map(|open| open.id.0 as usize);
        let Some(node) = (if new { Some(known) } else { last }).and_then(|at| self.nodes.get_mut(at)) else {
            return;
        };
        if new && node.caption.is_none() {
            node.caption = Some(line);
        } else {
            let before = if new { 0 } else { node.text.len().saturating_sub(1) };
            node.text.insert(before, line);
        }
    }

    /// Computes spans from the leaves up and hands the nodes over.
    pub(crate) fn finish(mut self) -> Vec<Node> {
        for index in (0..self.nodes.len()).rev() {
            let Some(node) = self.nodes.get(index) else { continue };
            let children = node
                .children
                .iter()
                .filter_map(|child| self.nodes.get(child.0 as usize))
                .map(|child| child.span);
            let own = node.label.into_iter().chain(node.caption).chain(node.text.iter().copied());
            let span = own
                .chain(children)
                .filter(|span| !span.is_empty())
                .reduce(|a, b| TextSpan::new(a.start.min(b.start), a.end.max(b.end)));
            if let (Some(span), Some(node)) = (span, self.nodes.get_mut(index)) {
                node.span = span;
            }
        }
        self.settle_empty();
        self.nodes
    }

    /// Gives nodes without any text (empty cells) a place behind their last sibling.
    fn settle_empty(&mut self) {
        for index in 0..self.nodes.len() {
            let Some(node) = self.nodes.get(index) else { continue };
            let mut at = node.span.start;
            for child in node.children.clone() {
                let Some(child) = self.nodes.get_mut(child.0 as usize) else { continue };
                if child.span.is_empty() {
                    child.span = TextSpan::new(at, at);
                }
                at = child.span.end;
            }
        }
    }
}

/// A blank open entry of a type and rank.
pub(crate) fn open(node_type: NodeType, rank: Rank) -> Open {
    Open {
        id: NodeId(0),
        node_type,
        rank,
        key: None,
        value: None,
        level: None,
        indent: 0,
        has_paragraph: false,
    }
}
