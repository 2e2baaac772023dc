//! Definition articles: items 「(1) 利用者 …をいう。」, a term alone with its meaning below, and tables.

use super::sentences::MEANS;
use super::{Definition, DefinitionForm, runs, trimmed};
use crate::document::{Document, Node, NodeId, NodeType, TextSpan};

/// Words of a caption, a lead or a column heading that announce definitions.
const ANNOUNCES: &[&str] = &["用語", "定義", "語句"];
/// Column headings over meanings.
const MEANINGS: &[&str] = &["定義", "意味", "意義", "説明", "内容", "用語"];
/// What follows a term in an item.
const SEPARATORS: &[char] = &[' ', '\t', ':', '…', '-', '='];

/// Adds the definitions that stand in the items or the table below a node.
pub(super) fn read(document: &Document, id: NodeId, node: &Node, found: &mut Vec<Definition>) {
    if node.node_type == NodeType::Table {
        return table(document, id, node, found);
    }
    if !announces(document, node) {
        return;
    }
    for child in &node.children {
        let Some(item) = document.node(*child) else { continue };
        if matches!(item.node_type, NodeType::Item | NodeType::Subitem) {
            found.extend(item_definition(document, *child, item));
        }
    }
}

/// Whether a node or the article above it says that definitions follow.
fn announces(document: &Document, node: &Node) -> bool {
    let caption = |node: &Node| node.caption.map_or("", |caption| document.slice(caption)).to_owned();
    let parent = node.parent.and_then(|id| document.node(id)).map(caption).unwrap_or_default();
    let headed =
        [caption(node), parent].iter().any(|words| ANNOUNCES.iter().any(|word| words.contains(word)));
    let own: String = node.text.iter().map(|span| document.slice(*span)).collect();
    let lead = ANNOUNCES.iter().any(|word| own.contains(word))
        && ["次の", "以下", "下記", "次に", "各号", "ところによる"].iter().any(|word| own.contains(word));
    let is_provision = matches!(
        node.node_type,
        NodeType::Article | NodeType::Paragraph | NodeType::Heading | NodeType::Appendix | NodeType::Section
    );
    is_provision && (headed || lead)
}

fn item_definition(document: &Document, id: NodeId, item: &Node) -> Option<Definition> {
    let lines = runs(item);
    let first = *lines.first().or(item.caption.as_ref())?;
    let text = document.slice(first);
    let (term, rest) = if let Some(quoted) = text.strip_prefix(['「', '『']) {
        let close = quoted.find(['」', '』'])? + '「'.len_utf8();
        ('「'.len_utf8()..close, close + '」'.len_utf8())
    } else {
        let end = text.find(SEPARATORS).or_else(|| text.find('\n')).unwrap_or(text.len());
        (0..end, end)
    };
    let word = text.get(term.clone()).filter(|word| !word.contains(['、', ',', '。']))?;
    let tail = text.get(rest..).unwrap_or_default();
    let skipped = tail.len() - tail.trim_start_matches(SEPARATORS).trim_start_matches('\n').len();
    let bare = text.trim_end_matches('。');
    let said = MEANS.iter().find_map(|ending| bare.strip_suffix(ending)).unwrap_or(bare);
    let here = trimmed(text, first.start, rest + skipped..said.len().max(rest + skipped));
    let below = || {
        let own = lines.get(1).copied();
        own.or_else(|| item.children.first().and_then(|child| document.node(*child)).map(|child| child.span))
    };
    Some(Definition {
        term: word.to_owned(),
        term_span: TextSpan::new(first.start + term.start as u32, first.start + term.end as u32),
        meaning: Some(here.or_else(below)?),
        node: id,
        form: DefinitionForm::Item,
    })
}

/// A table with a column 用語 and a column for its meaning.
fn table(document: &Document, _id: NodeId, table: &Node, found: &mut Vec<Definition>) {
    let cells = |row: &NodeId| -> Vec<NodeId> {
        document.node(*row).map(|row| row.children.clone()).unwrap_or_default()
    };
    let Some(header) = table.children.first().map(cells) else { return };
    let heading = |cell: &NodeId| {
        let words = cell_text(document, *cell).map(|span| document.slice(span)).unwrap_or_default();
        words.replace(' ', "")
    };
    let headings: Vec<String> = header.iter().map(heading).collect();
    let Some(terms) =
        headings.iter().position(|words| matches!(words.as_str(), "用語" | "語句" | "定義語" | "言葉"))
    else {
        return;
    };
    let behind = headings.iter().enumerate().skip(terms + 1);
    let Some((meanings, _)) =
        behind.into_iter().find(|(_, words)| MEANINGS.iter().any(|word| words.contains(word)))
    else {
        return;
    };
    for row in table.children.iter().skip(1) {
        let cells = cells(row);
        let (Some(term), Some(meaning)) = (cells.get(terms), cells.get(meanings)) else { continue };
        let Some(term_span) = cell_text(document, *term) else { continue };
        found.push(Definition {
            term: document.slice(term_span).trim_matches(['「', '」']).to_owned(),
            term_span,
            meaning: cell_text(document, *meaning),
            node: *row,
            form: DefinitionForm::Row,
        });
    }
}

/// The text of a cell, where it has any.
fn cell_text(document: &Document, cell: NodeId) -> Option<TextSpan> {
    let node = document.node(cell)?;
    let text = document.slice(node.span);
    trimmed(text, node.span.start, 0..text.len())
}
