//! The lines of a document as a page sets them: how deep they stand, what is a heading, what is a cell of a table.

use std::ops::Range;

use crate::document::{Document, Node, NodeId, NodeType};

/// A line of the normalised text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LineView {
    /// Its bytes, without the line break.
    pub bytes: Range<usize>,
    /// How it is set.
    pub form: LineForm,
}

/// How a line is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LineForm {
    /// The title of the document.
    Title,
    /// 章, 附則, 別紙, a heading.
    Heading,
    /// 第N条(見出し) without a sentence behind it.
    Article,
    /// Running text.
    Text {
        /// 0 for what stands at the margin, 1 for 項, 2 for 号, more for what stands below.
        level: u8,
        /// It begins with a label, which hangs out to the left.
        labelled: bool,
        /// A line that goes on with the sentence of the line before.
        continues: bool,
    },
    /// A cell of a table, or a further line of it.
    Cell {
        /// Tells tables apart.
        table: u32,
        /// Tells rows apart.
        row: u32,
        /// Its place in the row, from 0.
        column: u32,
    },
}

/// Deeper text is set as deep as this.
const DEEPEST: u8 = 6;
/// A shorter line was not broken by the width of a page.
const FULL_LINE: usize = 20;

/// All lines that say anything, in order.
pub(crate) fn of(document: &Document) -> Vec<LineView> {
    let mut stretches: Vec<usize> =
        document.nodes.iter().flat_map(|node| &node.text).map(|span| span.start as usize).collect();
    stretches.sort_unstable();
    let mut found: Vec<LineView> = Vec::new();
    let mut path = Path { document, open: Vec::new(), next: 0 };
    let mut before = None;
    let mut start = 0;
    for line in document.text.split('\n') {
        let bytes = start..start + line.len();
        start = bytes.end + 1;
        if line.trim().is_empty() {
            continue;
        }
        // The bracket in front of a caption belongs to nobody, the one of a label to the node that the rest is in.
        let opening = line.trim_start_matches([' ', '(', '[', '【', '〔', '「']);
        let owner = path.at((bytes.end - opening.len()) as u32);
        let begun = stretches.partition_point(|stretch| *stretch < bytes.start);
        let has_text = stretches.get(begun).is_some_and(|stretch| *stretch < bytes.end);
        let goes_on = owner == before
            && found.last().is_some_and(|above| is_broken(document.text.get(above.bytes.clone())));
        let is_title = document.title.is_some_and(|title| bytes.contains(&(title.start as usize)));
        let form = match owner.and_then(|id| Some((id, document.node(id)?))) {
            _ if is_title => LineForm::Title,
            Some((id, node)) => {
                let labelled = node.label.is_some_and(|label| bytes.contains(&(label.start as usize)));
                form(document, id, node, Seen { has_text, goes_on: goes_on && !labelled, labelled })
            }
            None => LineForm::Text { level: 0, labelled: false, continues: false },
        };
        // 「第1条 甲は、…」: the sentence that goes on is that of the 項 behind the label.
        before = path.at((bytes.start + line.trim_end().len()).saturating_sub(1) as u32);
        found.push(LineView { bytes, form });
    }
    found
}

/// Whether a line ends in the middle of a sentence.
fn is_broken(line: Option<&str>) -> bool {
    let line = line.unwrap_or_default().trim();
    line.chars().count() >= FULL_LINE && !line.ends_with(['。', '」', ')', '.', ':'])
}

/// What a line shows.
#[derive(Clone, Copy)]
struct Seen {
    has_text: bool,
    goes_on: bool,
    labelled: bool,
}

fn form(document: &Document, id: NodeId, node: &Node, seen: Seen) -> LineForm {
    let Seen { has_text, goes_on, labelled } = seen;
    match node.node_type {
        NodeType::Article if !has_text => LineForm::Article,
        NodeType::Part
        | NodeType::Chapter
        | NodeType::Section
        | NodeType::Subsection
        | NodeType::Heading
        | NodeType::Supplementary
        | NodeType::Appendix
            if !has_text =>
        {
            LineForm::Heading
        }
        NodeType::Cell => cell(document, id, node),
        NodeType::Paragraph | NodeType::Item | NodeType::Subitem | NodeType::Preamble => {
            LineForm::Text { level: level(document, node), labelled, continues: goes_on }
        }
        _ => LineForm::Text { level: level(document, node), labelled, continues: false },
    }
}

fn level(document: &Document, node: &Node) -> u8 {
    let mut level = 0;
    let mut next = Some(node);
    while let Some(node) = next {
        let deeper = matches!(node.node_type, NodeType::Paragraph | NodeType::Item | NodeType::Subitem);
        level += u8::from(deeper && level < DEEPEST);
        next = node.parent.and_then(|parent| document.node(parent));
    }
    level
}

fn cell(document: &Document, id: NodeId, node: &Node) -> LineForm {
    let row = node.parent.unwrap_or(id);
    let parent = document.node(row);
    let table = parent.and_then(|row| row.parent).unwrap_or(row);
    let column = parent.and_then(|row| row.children.iter().position(|child| *child == id)).unwrap_or(0);
    LineForm::Cell { table: table.0, row: row.0, column: column as u32 }
}

/// The innermost node at ascending places, in one pass over the nodes.
struct Path<'a> {
    document: &'a Document,
    open: Vec<NodeId>,
    next: u32,
}

impl Path<'_> {
    fn at(&mut self, byte: u32) -> Option<NodeId> {
        while let Some(node) = self.document.node(NodeId(self.next)) {
            if node.span.start > byte {
                break;
            }
            // An empty cell stands nowhere.
            if node.span.end > byte && !node.span.is_empty() {
                self.close(node.span.start);
                self.open.push(NodeId(self.next));
            }
            self.next += 1;
        }
        self.close(byte);
        self.open.last().copied()
    }

    fn close(&mut self, byte: u32) {
        let document = self.document;
        let ends = |id: &NodeId| document.node(*id).is_none_or(|node| node.span.end <= byte);
        while self.open.last().is_some_and(ends) {
            self.open.pop();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::{ReadOptions, read_document};
    use std::fmt::Write as _;

    fn set(text: &str, name: &str) -> String {
        let document = read_document(text.as_bytes(), name, &ReadOptions::default()).unwrap();
        let mut out = String::new();
        for line in of(&document) {
            writeln!(out, "{:?} {}", line.form, document.text.get(line.bytes).unwrap()).unwrap();
        }
        out
    }

    #[test]
    fn a_contract() {
        insta::assert_snapshot!(set(
            "保守契約書\n\n第1章　総則\n\n（目的）\n第1条　この契約は、電子カルテの保守について、甲と乙との間で必要な\n事項を定める。\n\
             第2条（業務）\n1　乙は、次の業務を行う。\n(1)　点検\nア　月次の点検\n2　甲は、対価を払う。\n\n附則\nこの契約は、4月1日から施行する。\n",
            "a.txt",
        ));
    }

    #[test]
    fn a_table() {
        insta::assert_snapshot!(set(
            "# 契約書\n\n第1条 甲と乙は、別表による。\n\n| 作業 | 甲 | 乙 |\n|---|---|---|\n| 点検 |  | ○ |\n| 監視 | ○ | |\n\n以上\n",
            "a.md",
        ));
    }

    #[test]
    fn every_word_is_in_a_line() {
        let text = include_str!("../../../examples/karte-hoshu-keiyaku.md");
        let document = read_document(text.as_bytes(), "a.md", &ReadOptions::default()).unwrap();
        let lines = of(&document);
        let joined: String =
            lines.iter().map(|line| document.text.get(line.bytes.clone()).unwrap()).collect();
        assert_eq!(joined, document.text.replace('\n', ""));
    }
}
