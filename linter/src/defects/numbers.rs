//! Numbers of articles, paragraphs and items that skip or repeat.

use super::{Fault, Looked};
use crate::document::{Document, Node, NodeId, NodeType};
use crate::structure::label::deleted_range;

/// Labels whose number does not follow the one before. The first of a list, and one that starts anew at 1, never do.
pub(super) fn gaps(looked: Looked<'_>) -> Vec<Fault> {
    let document = looked.document;
    let articles: Vec<NodeId> = document
        .nodes()
        .filter(|(_, node)| node.node_type == NodeType::Article && node.label.is_some())
        .map(|(id, _)| id)
        .collect();
    let mut found = in_list(looked, &articles);
    for (_, node) in document.nodes() {
        for wanted in [NodeType::Paragraph, NodeType::Item] {
            let is_wanted = |id: &NodeId| document.node(*id).is_some_and(|node| node.node_type == wanted);
            let children: Vec<NodeId> = node.children.iter().copied().filter(is_wanted).collect();
            found.extend(in_list(looked, &children));
        }
    }
    found
}

fn in_list(looked: Looked<'_>, list: &[NodeId]) -> Vec<Fault> {
    let mut faults = Vec::new();
    let mut last: Option<u32> = None;
    for node in list.iter().filter_map(|id| looked.document.node(*id)) {
        let Some((start, end, is_branch)) = numbers(looked.document, node) else {
            last = None;
            continue;
        };
        let follows = match last {
            None => true,
            Some(last) if is_branch => start == last,
            Some(last) => start == last + 1 || start == 1,
        };
        if let (false, Some(label)) = (follows, node.label) {
            faults.push(looked.fault(label));
        }
        last = Some(end);
    }
    faults
}

/// The first and the last number that a label covers (第5条から第8条まで 削除), and whether it is a branch (第3条の2).
fn numbers(document: &Document, node: &Node) -> Option<(u32, u32, bool)> {
    let number = node.number.as_deref()?;
    let is_branch = number.contains('の');
    let start: u32 = number.split('の').next()?.parse().ok()?;
    let label = node.label.map(|label| document.slice(label)).unwrap_or_default();
    let range = label.find('条').and_then(|at| label.get(at + '条'.len_utf8()..)).unwrap_or_default();
    let end = deleted_range(&format!("{range}削除")).map_or(start, |(_, last)| last.max(start));
    Some((start, end, is_branch))
}
