//! Counts of one tree, by the rules that a reader follows with a pencil.
//!
//! What stands before the title belongs to the page, not to the rule. 項 and 号 of a 附則 are not counted. An article
//! that opens with its items has one 項 that nobody wrote. A caption that stands for an article without a number is a
//! heading.

use linter::document::{Document, Node, NodeId, NodeType};

/// What a tree holds.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Census {
    /// A title was found.
    pub(super) title: bool,
    /// 編 to 款.
    pub(super) chapters: usize,
    /// Printed numbers of the 条, in order.
    pub(super) articles: Vec<String>,
    /// 項, those of a 附則 left out.
    pub(super) paragraphs: usize,
    /// 号.
    pub(super) items: usize,
    /// What is below 号.
    pub(super) subitems: usize,
    /// Tables.
    pub(super) tables: usize,
    /// 附則.
    pub(super) supplementary: usize,
    /// 別表, 別紙, 様式.
    pub(super) appendices: usize,
    /// A table of contents was found.
    pub(super) toc: bool,
    /// Headings without a number.
    pub(super) headings: usize,
    /// The reader says that text is missing.
    pub(super) incomplete: bool,
}

/// Counts the tree of a document.
pub(super) fn census(document: &Document) -> Census {
    let mut census =
        Census { title: document.title.is_some(), incomplete: document.text_lost(), ..Census::default() };
    let start = document.title.map_or(0, |title| title.start);
    for (id, node) in document.nodes() {
        if node.span.end <= start && start > 0 {
            continue;
        }
        let supplementary = is_below(document, id, NodeType::Supplementary);
        match node.node_type {
            NodeType::Part | NodeType::Chapter | NodeType::Section | NodeType::Subsection => {
                census.chapters += 1;
            }
            NodeType::Article => match &node.number {
                Some(number) => census.articles.push(number.clone()),
                None => census.headings += 1,
            },
            NodeType::Paragraph if !supplementary => census.paragraphs += 1,
            NodeType::Item if !supplementary => census.items += 1,
            NodeType::Subitem if !supplementary => census.subitems += 1,
            NodeType::Table => census.tables += 1,
            NodeType::Supplementary => census.supplementary += 1,
            NodeType::Appendix => census.appendices += 1,
            NodeType::Toc => census.toc = true,
            NodeType::Heading => census.headings += 1,
            _ => {}
        }
        census.paragraphs += usize::from(opens_with_items(document, node));
    }
    census
}

fn is_below(document: &Document, id: NodeId, wanted: NodeType) -> bool {
    let mut at = document.node(id).and_then(|node| node.parent);
    while let Some(node) = at.and_then(|id| document.node(id)) {
        if node.node_type == wanted {
            return true;
        }
        at = node.parent;
    }
    false
}

/// Whether a 条 has items without a 項 around them.
fn opens_with_items(document: &Document, node: &Node) -> bool {
    let children = || node.children.iter().filter_map(|child| document.node(*child));
    let holds = |wanted| children().any(|child| child.node_type == wanted);
    node.node_type == NodeType::Article
        && (holds(NodeType::Item) || holds(NodeType::Heading) && !holds(NodeType::Paragraph))
}
