//! Cells that speak: 「施錠する」, 「利用者は端末を持ち出さない」 say what is to be done, in the context of their row.

use std::ops::Range;

use super::Builder;
use crate::document::TextSpan;
use crate::language::clauses::{Clause, Inherited, analyse};
use crate::language::sentences::{mask_brackets, split_sentences};
use crate::language::strength::{Force, read_tail};
use crate::meaning::parties::Actor;

/// Columns that tell what is or may be, not what is to be done.
const TELLING: &[&str] = &[
    "定義",
    "意味",
    "意義",
    "例",
    "脅威",
    "リスク",
    "事象",
    "現状",
    "課題",
    "問題",
    "背景",
    "理由",
    "根拠",
    "経緯",
    "原因",
    "影響",
    "条件",
    "発生",
    "改定",
    "改訂",
    "変更内容",
];
/// What a line begins with that is no continuation of the one before.
const BULLETS: &[char] =
    &['・', '-', '●', '○', '■', '□', '◆', '※', '(', '①', '②', '③', '④', '⑤', '⑥', '⑦', '⑧', '⑨'];

/// Folded text of a cell, where it comes from, and the lines it was made of.
pub(super) struct CellText {
    pub(super) text: String,
    pub(super) origin: Vec<u32>,
    pub(super) lines: Vec<TextSpan>,
}

/// Whether cells under these headings may say what is to be done.
pub(super) fn may_bind(heading: &str, headings: &[&str]) -> bool {
    !TELLING.iter().any(|word| heading.contains(word)) && !headings.iter().any(|other| other.contains("用語"))
}

impl Builder<'_> {
    /// The predicates of a cell, as ranges of its text; none where it holds mere nouns.
    pub(super) fn cell_clauses(&self, cell: &CellText, actor: Actor) -> Vec<Clause> {
        let mut clauses = Vec::new();
        for range in sentences_of(cell) {
            let text = cell.text.get(range.clone()).unwrap_or_default();
            if !says_something(text) {
                continue;
            }
            let inherited = Inherited { actor, force: Force::Unmarked };
            let said = analyse(text, self.parties, inherited);
            clauses.extend(said.into_iter().filter(|clause| clause.force != Force::Unmarked).map(
                |mut clause| {
                    super::shift(&mut clause, range.start);
                    clause
                },
            ));
        }
        clauses
    }
}

fn says_something(text: &str) -> bool {
    read_tail(&mask_brackets(text)).force != Force::Unmarked
}

/// The sentences of a cell: a line ends one where it says something itself, or where a bullet follows.
fn sentences_of(cell: &CellText) -> Vec<Range<usize>> {
    let text = cell.text.as_str();
    let mut breaks = Vec::new();
    let mut start = 0;
    for line in cell.lines.iter().skip(1) {
        let at = cell.origin.partition_point(|origin| *origin < line.start);
        let Some((before, after)) = text.split_at_checked(at) else { continue };
        let said = before.get(start..).unwrap_or_default();
        if at > start && (says_something(said) || after.starts_with(BULLETS)) {
            breaks.push(start..at);
            start = at;
        }
    }
    breaks.push(start..text.len());
    let inside = |part: Range<usize>| {
        let own = text.get(part.clone()).unwrap_or_default();
        let sentences = split_sentences(own);
        sentences.into_iter().map(move |found| found.start + part.start..found.end + part.start)
    };
    breaks.into_iter().flat_map(inside).collect()
}
