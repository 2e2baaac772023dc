//! Tables that hold provisions, as lines: a contract laid out as a table reads like the same contract in paragraphs.
//!
//! A table is unrolled where one of its columns carries the labels of articles that stand nowhere else in the document and
//! the cells beside them carry the sentences; where it is a list with its numbers in a column of their own; or where it is
//! nothing but a box. Tables of comparison, of responsibility and forms stay tables: what their cells mean depends on the
//! heads of the columns.

use crate::normalise::normalise_line;
use crate::read::raw::{Block, Line, Pace, Piece, RawTable};
use crate::structure::label::{Label, LabelKind, scan};
use std::collections::BTreeSet;

/// Cells with text that a row of provisions has at most: label, caption, body.
const MAX_CELLS: usize = 3;
/// Characters of a cell that may stand in front of the label of an article.
const MAX_CAPTION: usize = 30;

/// Replaces the tables that hold provisions by their lines.
pub(crate) fn unroll(blocks: Vec<Block>) -> Vec<Block> {
    let printed = articles_in_lines(&blocks);
    let mut out = Vec::with_capacity(blocks.len());
    for block in blocks {
        match block {
            Block::Table(table) if holds_provisions(&table, &printed) => {
                out.extend(table.rows.into_iter().flat_map(row_lines).map(Block::Line));
            }
            other => out.push(other),
        }
    }
    out
}

fn normalised(line: &Line) -> String {
    normalise_line(line).iter().map(|glyph| glyph.character).collect()
}

/// The number of the article that a line opens; `第5条関係` only points to one.
fn article(text: &str) -> Option<String> {
    let label = scan(text).filter(|label| label.kind == LabelKind::Article)?;
    let points = text.get(label.rest..).is_some_and(|rest| rest.starts_with("関係"));
    label.number.filter(|_| !points)
}

/// Numbers of the articles that stand outside of tables.
fn articles_in_lines(blocks: &[Block]) -> BTreeSet<String> {
    if !blocks.iter().any(|block| matches!(block, Block::Table(_))) {
        return BTreeSet::new();
    }
    let lines =
        blocks.iter().filter_map(|block| if let Block::Line(line) = block { Some(line) } else { None });
    lines.filter_map(|line| article(&normalised(line))).collect()
}

/// A cell with text.
struct Cell {
    lines: Vec<String>,
}

impl Cell {
    fn has_sentence(&self) -> bool {
        self.lines.iter().any(|line| line.contains('。'))
    }

    /// The numbers of its articles.
    fn articles(&self) -> impl Iterator<Item = String> + '_ {
        self.lines.iter().filter_map(|line| article(line))
    }

    /// The label, if the cell holds nothing else.
    fn label(&self) -> Option<Label> {
        let [line] = self.lines.as_slice() else { return None };
        bare_label(line)
    }

    fn characters(&self) -> usize {
        self.lines.iter().map(|line| line.chars().count()).sum()
    }
}

/// The label of a line that is nothing but a label.
fn bare_label(line: &str) -> Option<Label> {
    // Some writings are labels only where text follows.
    let followed = format!("{line} あ");
    scan(&followed).filter(|label| label.kind != LabelKind::Bullet && label.end >= line.trim_end().len())
}

/// Rows of the cells that have text; rows without any are left out.
fn filled(table: &RawTable) -> Vec<Vec<Cell>> {
    let cell = |lines: &Vec<Line>| Cell {
        lines: lines.iter().map(normalised).filter(|line| !line.is_empty()).collect(),
    };
    let rows = table.rows.iter();
    let rows = rows.map(|row| row.iter().map(cell).filter(|cell| !cell.lines.is_empty()).collect::<Vec<_>>());
    rows.filter(|row| !row.is_empty()).collect()
}

fn holds_provisions(table: &RawTable, printed: &BTreeSet<String>) -> bool {
    let rows = filled(table);
    let boxed = rows.iter().all(|row| row.len() == 1)
        && rows.iter().flatten().any(|cell| cell.has_sentence() || cell.articles().next().is_some());
    boxed || holds_articles(&rows, printed) || holds_list(&rows)
}

/// Articles in one column, in ascending order, with sentences in or beside them and no second column of sentences.
fn holds_articles(rows: &[Vec<Cell>], printed: &BTreeSet<String>) -> bool {
    let (mut labelled, mut spoken, mut crowded, mut last) = (0, 0, 0, 0);
    for row in rows {
        let sentences = row.iter().filter(|cell| cell.has_sentence()).count();
        spoken += usize::from(sentences > 0);
        crowded += usize::from(sentences > 1 || row.len() > MAX_CELLS);
        let mut with_article = row.iter().enumerate().filter(|(_, cell)| cell.articles().next().is_some());
        let Some((at, opening)) = with_article.next() else { continue };
        let before = row.iter().take(at);
        if with_article.next().is_some()
            || before.into_iter().any(|cell| cell.has_sentence() || cell.characters() > MAX_CAPTION)
            || opening.articles().any(|number| printed.contains(&number))
        {
            return false;
        }
        labelled += 1;
        for number in opening.articles().filter_map(|number| leading(&number)) {
            if number < last {
                return false;
            }
            last = number;
        }
    }
    labelled > 0 && spoken * 2 >= labelled && crowded * 2 < rows.len()
}

/// 5 of 5の2.
fn leading(number: &str) -> Option<u32> {
    number.split('の').next()?.parse().ok()
}

/// A number in a column of its own, counting from one, and a sentence beside it.
fn holds_list(rows: &[Vec<Cell>]) -> bool {
    let mut kind = None;
    let mut spoken = 0;
    for (wanted, row) in (1..).zip(rows) {
        let [first, second] = row.as_slice() else { return false };
        let Some(label) = first.label().filter(|label| label.value == Some(wanted)) else { return false };
        if *kind.get_or_insert(label.kind) != label.kind || label.kind <= LabelKind::Article {
            return false;
        }
        spoken += usize::from(second.has_sentence());
    }
    rows.len() >= 2 && spoken * 2 > rows.len()
}

/// The lines of a row, cell by cell. A label that stands alone goes in front of the line that follows.
fn row_lines(row: Vec<Vec<Line>>) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    for line in row.into_iter().flatten().filter(|line| !line.is_blank()) {
        match lines.last_mut().filter(|last| joins(last, &line)) {
            Some(label) => {
                let at = line.pieces.first().map(|piece| piece.origin);
                label.pieces.extend(at.map(|origin| Piece {
                    text: " ".to_owned(),
                    origin,
                    pace: Pace::Still,
                }));
                label.hints.list_level = label.hints.list_level.or(line.hints.list_level);
                label.pieces.extend(line.pieces);
            }
            None => lines.push(line),
        }
    }
    lines
}

fn joins(label: &Line, line: &Line) -> bool {
    bare_label(&normalised(label)).is_some() && scan(&normalised(line)).is_none()
}
