//! Tables that are open while the walk goes on: columns are kept in line, cells that merging or a change takes away
//! are left out.

use crate::read::raw::{Block, Line, RawTable};

/// Widest cell, or widest gap before a row, that is taken at its word.
const MAX_GRID_SPAN: u32 = 100;

/// An open table.
#[derive(Debug, Default)]
pub(super) struct Table {
    rows: Vec<Vec<Vec<Block>>>,
    /// The row is not there in the reading.
    pub(super) dropped_row: bool,
    /// The cell is not there in the reading.
    pub(super) dropped_cell: bool,
    /// The cell goes on with the one above or on the left: it is no cell of its own.
    pub(super) merged: bool,
    /// Columns that the current cell spans.
    pub(super) span: u32,
}

impl Table {
    /// Opens a row.
    pub(super) fn row(&mut self) {
        self.rows.push(Vec::new());
        self.dropped_row = false;
        self.dropped_cell = false;
        self.merged = false;
    }

    /// Leaves columns empty at the beginning of the row.
    pub(super) fn indent(&mut self, columns: u32) {
        if let Some(row) = self.rows.last_mut() {
            row.extend((0..columns.min(MAX_GRID_SPAN)).map(|_| Vec::new()));
        }
    }

    /// Closes the row.
    pub(super) fn end_row(&mut self) {
        if self.dropped_row {
            self.rows.pop();
        }
        self.dropped_row = false;
    }

    /// Opens a cell.
    pub(super) fn cell(&mut self) {
        self.span = 1;
        self.merged = false;
        self.dropped_cell = false;
        if let Some(row) = self.rows.last_mut() {
            row.push(Vec::new());
        }
    }

    /// Closes the cell: a wide one is followed by empty ones, so that columns stay in line.
    pub(super) fn end_cell(&mut self) {
        if let Some(row) = self.rows.last_mut() {
            if self.dropped_cell {
                row.pop();
            } else {
                row.extend((1..self.span.min(MAX_GRID_SPAN)).map(|_| Vec::new()));
            }
        }
        self.merged = false;
        self.dropped_cell = false;
    }

    /// Adds a block to the open cell.
    pub(super) fn push(&mut self, block: Block) {
        if let Some(cell) = self.rows.last_mut().and_then(|row| row.last_mut()) {
            cell.push(block);
        }
    }

    /// The finished table; one of a single column is a box around what it holds.
    pub(super) fn finish(self) -> Vec<Block> {
        if self.rows.iter().all(|row| row.len() <= 1) {
            return self.rows.into_iter().flatten().flatten().collect();
        }
        let rows = self.rows.into_iter();
        let rows = rows.map(|row| row.into_iter().map(|cell| lines(cell).collect()).collect()).collect();
        vec![Block::Table(RawTable { rows })]
    }
}

/// The lines of a cell; tables inside are flattened.
fn lines(cell: Vec<Block>) -> impl Iterator<Item = Line> {
    cell.into_iter().flat_map(|block| match block {
        Block::Line(line) => vec![line],
        Block::Table(table) => table.rows.into_iter().flatten().flatten().collect(),
    })
}
