//! Tables: a grid of cells while it is read, and whether it was a table or only the layout of a page.

use super::lines::Linked;
use super::tokens::StartTag;
use crate::document::AsideKind;
use crate::normalise::normalise;
use crate::read::raw::{Block, Line, Piece, RawCell, RawTable};
use crate::structure::{is_label, is_labelled};
use std::collections::BTreeMap;

/// Widest cell that is taken at its word.
const MAX_COLUMNS: usize = 100;
/// A cell with this many characters in this many lines is a page, not a cell.
const PAGE: (usize, usize) = (200, 4);

/// A block of the page with what is needed to tell text from furniture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Entry {
    /// Its text.
    pub(super) block: Block,
    /// It stands in `main`.
    pub(super) main: bool,
    /// It stands beside the text.
    pub(super) aside: Option<AsideKind>,
    /// It is one link.
    pub(super) linked: Option<Linked>,
}

/// An open table.
#[derive(Debug, Default)]
pub(super) struct Table {
    rows: Vec<Vec<Vec<Entry>>>,
    /// Columns that a cell of a row above reaches down into, with the row where it ends.
    carried: BTreeMap<usize, usize>,
    span: (usize, usize),
    in_row: bool,
    in_cell: bool,
    /// Cells so far, those that only fill the grid included.
    pub(super) cells: u64,
    /// It says itself that it is a table: header cells, a caption.
    data: bool,
    /// Lines are drawn around the cells.
    ruled: bool,
    /// It says itself that it is none.
    layout: bool,
    main: bool,
}

impl Table {
    /// The table that the tag opens.
    pub(super) fn new(tag: &StartTag, main: bool) -> Self {
        let layout = matches!(tag.attribute("role"), Some("presentation" | "none"));
        let ruled = tag.attribute("border").is_some_and(|border| border.trim() != "0");
        Self { layout, ruled, main, ..Self::default() }
    }

    /// Whether text goes into a cell now.
    pub(super) fn is_in_cell(&self) -> bool {
        self.in_cell
    }

    /// Its header cells or its caption say that it is a table.
    pub(super) fn declare_data(&mut self) {
        self.data = true;
    }

    /// Opens a row.
    pub(super) fn open_row(&mut self) {
        self.close_row();
        self.rows.push(Vec::new());
        self.in_row = true;
    }

    /// Closes the row: cells that reach down into it at its end are filled in.
    pub(super) fn close_row(&mut self) {
        self.close_cell();
        if std::mem::take(&mut self.in_row) {
            self.fill();
        }
    }

    /// Opens a cell.
    pub(super) fn open_cell(&mut self, tag: &StartTag) {
        if !self.in_row {
            self.open_row();
        }
        self.close_cell();
        let number = |name: &str| tag.attribute(name).and_then(|value| value.trim().parse::<usize>().ok());
        self.span = (
            number("colspan").unwrap_or(1).clamp(1, MAX_COLUMNS),
            number("rowspan").map_or(1, |rows| if rows == 0 { usize::MAX } else { rows }),
        );
        self.data |= tag.name == "th";
        self.fill();
        self.add_cell();
        self.in_cell = true;
    }

    /// Closes the cell: a wide one is followed by empty ones, so that columns stay in line.
    pub(super) fn close_cell(&mut self) {
        if !std::mem::take(&mut self.in_cell) {
            return;
        }
        let (columns, rows) = self.span;
        let first = self.rows.last().map_or(0, Vec::len).saturating_sub(1);
        for _ in 1..columns {
            self.add_cell();
        }
        if rows > 1 {
            let end = self.rows.len().saturating_sub(1).saturating_add(rows);
            self.carried.extend((first..first + columns).map(|column| (column, end)));
        }
    }

    /// Fills the columns that are taken from above.
    fn fill(&mut self) {
        let row = self.rows.len().saturating_sub(1);
        let mut column = self.rows.last().map_or(0, Vec::len);
        while self.carried.get(&column).is_some_and(|end| *end > row) {
            self.add_cell();
            column += 1;
        }
    }

    fn add_cell(&mut self) {
        self.cells += 1;
        if let Some(row) = self.rows.last_mut() {
            row.push(Vec::new());
        }
    }

    /// Adds to the open cell.
    pub(super) fn push(&mut self, entry: Entry) {
        if let Some(cell) = self.rows.last_mut().and_then(|row| row.last_mut()) {
            cell.push(entry);
        }
    }

    /// What the table is for the text: itself, or the lines of its cells.
    pub(super) fn finish(mut self) -> Vec<Entry> {
        self.close_row();
        self.rows.retain(|row| row.iter().any(|cell| !cell.is_empty()));
        if self.rows.is_empty() {
            return Vec::new();
        }
        if self.is_layout() {
            return self.rows.into_iter().flat_map(unroll).collect();
        }
        let rows = self.rows.into_iter().map(|row| row.into_iter().map(lines_of).collect()).collect();
        let block = Block::Table(RawTable { rows });
        vec![Entry { block, main: self.main, aside: None, linked: None }]
    }

    fn is_layout(&self) -> bool {
        let cells = || self.rows.iter().flatten().filter(|cell| !cell.is_empty());
        let narrow = self.rows.iter().all(|row| row.iter().filter(|cell| !cell.is_empty()).count() <= 1);
        if self.layout || narrow {
            return true;
        }
        let holds = |wanted: fn(&Block) -> bool| cells().flatten().any(|entry| wanted(&entry.block));
        let nested = holds(|block| matches!(block, Block::Table(_)));
        let headed = holds(|block| matches!(block, Block::Line(line) if line.hints.heading.is_some()));
        let running = cells().any(|cell| is_page(cell));
        let numbered = self.rows.iter().all(|row| numbered_row(row));
        !self.data && (nested || running || numbered || (headed && !self.ruled))
    }
}

/// Whether a cell holds a page of running text rather than an entry.
fn is_page(cell: &[Entry]) -> bool {
    let lines: Vec<String> = cell.iter().filter_map(line).map(Line::text).collect();
    let characters: usize = lines.iter().map(|line| line.chars().count()).sum();
    let articles = lines.iter().filter(|line| is_labelled(&normalise(line))).count();
    let sentences = lines.iter().filter(|line| line.contains('。')).count();
    (characters >= PAGE.0 && lines.len() >= PAGE.1 && sentences * 2 >= lines.len())
        || (articles >= 2 && sentences >= 2 && lines.len() >= PAGE.1)
}

fn line(entry: &Entry) -> Option<&Line> {
    if let Block::Line(line) = &entry.block { Some(line) } else { None }
}

/// A number in a cell of its own with its text beside it.
fn numbered_row(row: &[Vec<Entry>]) -> bool {
    let filled: Vec<&Vec<Entry>> = row.iter().filter(|cell| !cell.is_empty()).collect();
    match filled.as_slice() {
        [_] => true,
        [first, _] => lone_label(first),
        _ => false,
    }
}

fn lone_label(cell: &[Entry]) -> bool {
    matches!(cell, [entry] if line(entry).is_some_and(|line| is_label(&normalise(&line.text()))))
}

/// The lines of a row in reading order; a number joins the text beside it.
fn unroll(row: Vec<Vec<Entry>>) -> Vec<Entry> {
    let mut entries: Vec<Entry> = Vec::new();
    let mut label: Option<Entry> = None;
    for cell in row.into_iter().filter(|cell| !cell.is_empty()) {
        let alone = lone_label(&cell);
        for mut entry in cell {
            if let Some(Entry { block: Block::Line(number), .. }) = label.take() {
                match &mut entry.block {
                    Block::Line(line) => prepend(line, number),
                    Block::Table(_) => entries.push(Entry { block: Block::Line(number), ..entry.clone() }),
                }
            }
            if alone { label = Some(entry) } else { entries.push(entry) }
        }
    }
    entries.extend(label);
    entries
}

fn prepend(line: &mut Line, label: Line) {
    let Some(origin) = line.pieces.first().map(|first| first.origin) else { return };
    let space = Piece { text: " ".to_owned(), origin, pace: crate::read::raw::Pace::Still };
    line.pieces.splice(0..0, label.pieces.into_iter().chain([space]));
    line.hints.bold &= label.hints.bold;
}

/// The lines of a cell; tables inside are flattened.
fn lines_of(cell: Vec<Entry>) -> RawCell {
    let mut lines = Vec::new();
    for entry in cell {
        match entry.block {
            Block::Line(line) => lines.push(line),
            Block::Table(table) => lines.extend(table.rows.into_iter().flatten().flatten()),
        }
    }
    lines
}
