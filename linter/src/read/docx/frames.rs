//! Paragraphs and tables that are open while the walk goes on, and what becomes of them.

use super::numbering::ComputedLabel;
use super::styles::NumberReference;
use crate::document::{DocxPart, Origin};
use crate::read::raw::{Block, Hints, Line, Pace, Piece, RawCell, RawTable};

/// Widest cell that is taken at its word.
const MAX_GRID_SPAN: u32 = 100;

/// An open paragraph.
#[derive(Debug, Default)]
pub(super) struct Paragraph {
    /// Its index in the part.
    pub(super) index: u32,
    /// Runs that were opened in it.
    pub(super) runs: u32,
    /// Characters of the current run.
    pub(super) offset: u32,
    /// Style id.
    pub(super) style: Option<String>,
    /// Numbering of its own.
    pub(super) number: NumberReference,
    /// Outline level of its own, from 0.
    pub(super) outline: Option<u8>,
    /// Its mark is deleted: it runs on into the next paragraph.
    pub(super) runs_on: bool,
    /// Whether the current run is bold, hidden.
    pub(super) bold: bool,
    pub(super) hidden: bool,
    /// The first line takes the computed label.
    pub(super) lines: Vec<Line>,
    weight: (usize, usize),
    /// What text boxes in it hold.
    pub(super) after: Vec<Block>,
}

impl Paragraph {
    /// Starts anew at another index; lines that are there stay.
    pub(super) fn restart(&mut self, index: u32) {
        *self = Self {
            index,
            lines: std::mem::take(&mut self.lines),
            after: std::mem::take(&mut self.after),
            weight: self.weight,
            ..Self::default()
        };
    }

    /// Adds text of the current run.
    pub(super) fn push(&mut self, text: &str) {
        let run = Some(self.runs.saturating_sub(1));
        let origin =
            Origin::Docx { part: DocxPart::Document, paragraph: self.index, run, offset: self.offset };
        let count = text.chars().count();
        self.offset = self.offset.saturating_add(u32::try_from(count).unwrap_or(u32::MAX));
        if self.hidden {
            return;
        }
        self.weight.0 += count;
        self.weight.1 += if self.bold { count } else { 0 };
        if self.lines.is_empty() {
            self.lines.push(Line::default());
        }
        if let Some(line) = self.lines.last_mut() {
            line.pieces.push(Piece { text: text.to_owned(), origin, pace: Pace::Characters });
        }
    }

    /// Ends the line: a manual break.
    pub(super) fn break_line(&mut self) {
        self.offset = self.offset.saturating_add(1);
        self.lines.push(Line::default());
    }

    /// The lines of the finished paragraph with the computed label in front.
    pub(super) fn finish(
        mut self,
        label: Option<ComputedLabel>,
        mut hints: Hints,
    ) -> (Vec<Line>, Vec<Block>) {
        hints.bold = self.weight.0 > 0 && self.weight.1 * 10 >= self.weight.0 * 9;
        self.lines.retain(|line| !line.is_blank());
        if let Some(label) =
            label.filter(|label| !label.text.is_empty() && (!label.bullet || !self.lines.is_empty()))
        {
            if self.lines.is_empty() {
                self.lines.push(Line::default());
            }
            hints.list_level = label.level;
            let origin =
                Origin::Docx { part: DocxPart::Document, paragraph: self.index, run: None, offset: 0 };
            if let Some(first) = self.lines.first_mut() {
                first.pieces.insert(0, Piece { text: label.text, origin, pace: Pace::Still });
            }
        }
        for (index, line) in self.lines.iter_mut().enumerate() {
            line.hints = if index == 0 {
                hints
            } else {
                Hints { heading: None, title: false, list_level: None, ..hints }
            };
        }
        (self.lines, self.after)
    }
}

/// An open table.
#[derive(Debug, Default)]
pub(super) struct Table {
    rows: Vec<Vec<RawCell>>,
    /// The row is deleted by a tracked change.
    pub(super) deleted_row: bool,
    /// Columns that the current cell spans.
    pub(super) span: u32,
}

impl Table {
    /// Opens a row.
    pub(super) fn row(&mut self) {
        self.rows.push(Vec::new());
        self.deleted_row = false;
    }

    /// Closes the row.
    pub(super) fn end_row(&mut self) {
        if self.deleted_row {
            self.rows.pop();
        }
    }

    /// Opens a cell.
    pub(super) fn cell(&mut self) {
        self.span = 1;
        if let Some(row) = self.rows.last_mut() {
            row.push(Vec::new());
        }
    }

    /// Closes the cell: a wide one is followed by empty ones, so that columns stay in line.
    pub(super) fn end_cell(&mut self) {
        if let Some(row) = self.rows.last_mut() {
            row.extend((1..self.span.min(MAX_GRID_SPAN)).map(|_| Vec::new()));
        }
    }

    /// Adds a block to the open cell; tables inside are flattened.
    pub(super) fn push(&mut self, block: Block) {
        let Some(cell) = self.rows.last_mut().and_then(|row| row.last_mut()) else { return };
        match block {
            Block::Line(line) => cell.push(line),
            Block::Table(table) => cell.extend(table.rows.into_iter().flatten().flatten()),
        }
    }

    /// The finished table; one of a single column is a box around lines.
    pub(super) fn finish(self) -> Vec<Block> {
        if self.rows.iter().all(|row| row.len() <= 1) {
            return self.rows.into_iter().flatten().flatten().map(Block::Line).collect();
        }
        vec![Block::Table(RawTable { rows: self.rows })]
    }
}
