//! Names a place as lawyers do: 第12条第2項第3号.

use crate::document::{Document, Node, NodeId, NodeType};

/// The legal path of a node: 第12条第2項第3号; a heading by its words where the document prints no 条.
///
/// An only 項 is not named. A table row is named by its table's place and its own number.
pub fn article_path(document: &Document, id: NodeId) -> String {
    let mut parts = Vec::new();
    let mut next = Some(id);
    while let Some(current) = next {
        let Some(node) = document.node(current) else { break };
        if let Some(part) = part(document, current, node) {
            parts.push(part);
        }
        let stop = matches!(node.node_type, NodeType::Article | NodeType::Supplementary | NodeType::Appendix);
        next = if stop { None } else { node.parent };
    }
    if parts.len() > 1 && parts.iter().any(|part| part.starts_with('第')) {
        parts.retain(|part| !part.starts_with('「'));
    }
    parts.reverse();
    // 「別表」 or 「責任分界表」 already says that it is a table.
    parts.dedup_by(|part, before| part == "表" && before.ends_with('表'));
    parts.concat()
}

/// The nearest article (or what stands for one) that holds the node.
pub fn article_of(document: &Document, id: NodeId) -> Option<NodeId> {
    let mut next = Some(id);
    while let Some(current) = next {
        let node = document.node(current)?;
        if matches!(
            node.node_type,
            NodeType::Article | NodeType::Supplementary | NodeType::Appendix | NodeType::Heading
        ) {
            return Some(current);
        }
        next = node.parent;
    }
    None
}

/// Whether a node stands in the main part of a document: not in its supplementary provisions, and in no annex.
pub fn is_in_main_part(document: &Document, id: NodeId) -> bool {
    let mut next = Some(id);
    while let Some(node) = next.and_then(|current| document.node(current)) {
        if matches!(node.node_type, NodeType::Supplementary | NodeType::Appendix) {
            return false;
        }
        next = node.parent;
    }
    true
}

fn part(document: &Document, id: NodeId, node: &Node) -> Option<String> {
    let number = node.number.as_deref();
    match node.node_type {
        NodeType::Article => Some(article(document, node)),
        NodeType::Paragraph => paragraph(document, id, node),
        NodeType::Item | NodeType::Subitem => Some(item(node, number)),
        NodeType::Supplementary => Some("附則".to_owned()),
        NodeType::Appendix => Some(appendix(document, node)),
        NodeType::Preamble => Some("前文".to_owned()),
        NodeType::Heading => heading(document, node).map(|words| format!("「{words}」")),
        NodeType::Table => Some("表".to_owned()),
        NodeType::Row => row(document, id, node),
        _ => None,
    }
}

/// 責任分界表, or 別紙2 where the words behind the label only say whose it is (第3条関係).
fn appendix(document: &Document, node: &Node) -> String {
    let label = node.label.map(|label| document.slice(label).trim()).filter(|label| !label.is_empty());
    heading(document, node)
        .filter(|words| !words.ends_with("関係"))
        .or_else(|| label.map(str::to_owned))
        .unwrap_or_else(|| "別紙".to_owned())
}

fn article(document: &Document, node: &Node) -> String {
    let label = node.label.map(|label| document.slice(label)).unwrap_or_default();
    if label.starts_with('第') && !label.contains('条') {
        return label.trim().to_owned();
    }
    match (node.number.as_deref(), label.contains('条')) {
        (Some(number), true) => match number.split_once('の') {
            Some((base, branch)) => format!("第{base}条の{branch}"),
            None => format!("第{number}条"),
        },
        (Some(number), false) => match heading(document, node) {
            Some(words) => format!("{number}「{words}」"),
            None => number.to_owned(),
        },
        (None, _) => {
            heading(document, node).map_or_else(|| "(無番号)".to_owned(), |words| format!("「{words}」"))
        }
    }
}

fn item(node: &Node, number: Option<&str>) -> String {
    match (node.node_type, number) {
        (NodeType::Item, Some(number)) if number.chars().all(|c| c.is_ascii_digit()) => {
            format!("第{number}号")
        }
        (_, Some(number)) => number.to_owned(),
        (_, None) => "の箇条書き".to_owned(),
    }
}

fn row(document: &Document, id: NodeId, node: &Node) -> Option<String> {
    let table = document.node(node.parent?)?;
    let position = table.children.iter().position(|child| *child == id)?;
    Some(format!("{}行目", position + 1))
}

/// 第2項 by its printed number, else by its place; an only 項 is not named.
fn paragraph(document: &Document, id: NodeId, node: &Node) -> Option<String> {
    let parent = document.node(node.parent?)?;
    let is_paragraph =
        |child: &&NodeId| document.node(**child).is_some_and(|node| node.node_type == NodeType::Paragraph);
    let siblings: Vec<&NodeId> = parent.children.iter().filter(is_paragraph).collect();
    if siblings.len() < 2 {
        return None;
    }
    let place = siblings.iter().position(|sibling| **sibling == id)? + 1;
    Some(format!("第{}項", node.number.clone().unwrap_or_else(|| place.to_string())))
}

fn heading(document: &Document, node: &Node) -> Option<String> {
    let words =
        node.caption.map(|caption| document.slice(caption).trim()).filter(|words| !words.is_empty())?;
    Some(words.chars().take(24).collect())
}
