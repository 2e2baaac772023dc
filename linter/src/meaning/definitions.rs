//! Terms that a document defines: 「(以下「本システム」という。)」, 「「利用者」とは、…をいう」, and the items and tables of definition
//! articles.

mod listed;
mod sentences;
mod uses;

pub use uses::uses;

use crate::document::{Document, Node, NodeId, TextSpan};

/// A term and what the document says it means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Definition {
    /// The term as printed, without quotes.
    pub term: String,
    /// Where the term stands in its definition.
    pub term_span: TextSpan,
    /// The words that say what it means; none where the place of the term is all that could be made out.
    pub meaning: Option<TextSpan>,
    /// The node that defines it.
    pub node: NodeId,
    /// How it is defined.
    pub form: DefinitionForm,
}

/// How a term is defined.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, schemars::JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum DefinitionForm {
    /// A short name for what stands before it: 以下「甲」という.
    ShortName,
    /// A sentence: 「障害」とは、…をいう.
    Sentence,
    /// An item of a definition article.
    Item,
    /// A row of a definition table.
    Row,
}

/// Definitions beyond so many are not collected.
const MOST_DEFINITIONS: usize = 2_000;
/// A longer stretch is no term.
const LONGEST_TERM: usize = 40;

/// All definitions, in the order of the text. A term that is defined twice stands twice.
///
/// ```
/// use linter::{meaning::definitions, read::{ReadOptions, read_document}};
/// let text = "第1条 株式会社東雲（以下「乙」という。）は、電子カルテ（以下「本システム」という。）を納める。\n";
/// let document = read_document(text.as_bytes(), "a.txt", &ReadOptions::default())?;
/// let found = definitions::read(&document);
/// let shown: Vec<_> = found.iter().map(|one| (one.term.as_str(), one.meaning.map(|span| document.slice(span)))).collect();
/// assert_eq!(shown, [("乙", Some("株式会社東雲")), ("本システム", Some("電子カルテ"))]);
/// # Ok::<(), linter::read::ReadError>(())
/// ```
pub fn read(document: &Document) -> Vec<Definition> {
    let mut found = Vec::new();
    for (id, node) in document.nodes() {
        for run in runs(node) {
            sentences::read(document, id, run, &mut found);
        }
        listed::read(document, id, node, &mut found);
        if found.len() > MOST_DEFINITIONS {
            break;
        }
    }
    found.retain(|one| is_term(&one.term));
    found.sort_by_key(|one| (one.term_span, one.form));
    found.dedup_by_key(|one| one.term_span);
    found.truncate(MOST_DEFINITIONS);
    found
}

/// A word or a short phrase without a verdict of its own.
fn is_term(term: &str) -> bool {
    let length = term.chars().count();
    (1..=LONGEST_TERM).contains(&length) && !term.contains(['。', '\n', '「', '」'])
}

/// The stretches of a node's own text, those that touch joined.
fn runs(node: &Node) -> Vec<TextSpan> {
    let mut runs: Vec<TextSpan> = Vec::new();
    for span in &node.text {
        match runs.last_mut() {
            Some(last) if last.end == span.start => last.end = span.end,
            _ => runs.push(*span),
        }
    }
    runs
}

/// A part of a stretch of text, without the blanks at its ends.
fn trimmed(text: &str, base: u32, range: std::ops::Range<usize>) -> Option<TextSpan> {
    let part = text.get(range.clone())?;
    let start = range.start + part.len() - part.trim_start().len();
    let end = range.end - (part.len() - part.trim_end().len());
    (start < end).then(|| TextSpan::new(base + start as u32, base + end as u32))
}
