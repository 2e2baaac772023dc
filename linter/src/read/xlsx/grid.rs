//! A workbook as plain cells: for those who read back a form that people filled in.

use std::collections::BTreeMap;

use super::sheet::Cell;

/// One sheet.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Grid {
    /// Its name.
    pub name: String,
    cells: BTreeMap<(u32, u32), Cell>,
    merged: Vec<Merged>,
}

/// A range of cells that was made one; the text is that of the first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Merged {
    /// Row and column of the first cell.
    pub(super) first: (u32, u32),
    /// Row and column of the last cell.
    pub(super) last: (u32, u32),
}

impl Grid {
    pub(super) fn new(name: String, cells: Vec<Cell>, merged: Vec<Merged>) -> Self {
        let cells = cells.into_iter().map(|cell| ((cell.row, cell.column), cell)).collect();
        Self { name, cells, merged }
    }

    /// What a cell shows, without spaces around it; rows and columns count from 1.
    pub fn text(&self, row: u32, column: u32) -> &str {
        self.cells.get(&(row, column)).map_or("", |cell| cell.text.trim())
    }

    /// The day in a cell, as `2027-03-31`: a date of the workbook, or a text that is one.
    pub fn day(&self, row: u32, column: u32) -> Option<String> {
        let cell = self.cells.get(&(row, column))?;
        cell.day.clone().or_else(|| crate::day::read(&cell.text))
    }

    /// Rows with text, in order.
    pub fn rows(&self) -> Vec<u32> {
        let mut rows: Vec<u32> = self.cells.keys().map(|(row, _)| *row).collect();
        rows.dedup();
        rows
    }

    /// Columns of a row with text, in order.
    pub fn columns(&self, row: u32) -> impl Iterator<Item = u32> {
        self.cells.range((row, 0)..=(row, u32::MAX)).map(|((_, column), _)| *column)
    }

    /// Whether a cell is covered by another one that it was merged with.
    pub fn is_covered(&self, row: u32, column: u32) -> bool {
        self.merged.iter().any(|merged| {
            let inside = (merged.first.0..=merged.last.0).contains(&row)
                && (merged.first.1..=merged.last.1).contains(&column);
            inside && merged.first != (row, column)
        })
    }
}

/// `F12` for row 12 and column 6.
pub fn cell_name(row: u32, column: u32) -> String {
    let mut letters = Vec::new();
    let mut rest = column;
    while rest > 0 {
        rest -= 1;
        letters.push(char::from(b'A' + u8::try_from(rest % 26).unwrap_or(0)));
        rest /= 26;
    }
    letters.iter().rev().collect::<String>() + &row.to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_cells() {
        for (column, wanted) in [(1, "A1"), (26, "Z1"), (27, "AA1"), (702, "ZZ1"), (703, "AAA1")] {
            assert_eq!(cell_name(1, column), wanted);
        }
    }

    #[test]
    fn merged_cells_are_covered_but_for_the_first() {
        let merged = vec![Merged { first: (2, 1), last: (3, 2) }];
        let grid = Grid::new(String::new(), Vec::new(), merged);
        assert!(!grid.is_covered(2, 1));
        assert!(grid.is_covered(2, 2) && grid.is_covered(3, 1) && grid.is_covered(3, 2));
        assert!(!grid.is_covered(4, 1));
    }
}
