//! Cells → lines and tables. A sheet is used for both: a list of targets is a table, an operating rule written into
//! a narrow grid is text.

use super::sheet::Cell;
use crate::document::Origin;
use crate::normalise::normalise;
use crate::read::ReadError;
use crate::read::raw::{Block, Line, Pace, Piece, RawCell, RawTable};
use crate::source::Limits;
use crate::structure::is_label;

/// Cells of one row.
type Row<'a> = Vec<&'a Cell>;

/// The lines and tables of a sheet.
///
/// Empty rows separate blocks. In a block, rows with one cell at its head and its end are lines; what is between is a
/// table, unless every row of it is a number with its text beside it.
pub(super) fn blocks(cells: &[Cell], sheet: u32, limits: &Limits) -> Result<Vec<Block>, ReadError> {
    let rows: Vec<Row<'_>> = cells.chunk_by(|a, b| a.row == b.row).map(|row| row.iter().collect()).collect();
    let mut found = Vec::new();
    for (index, block) in rows.chunk_by(|a, b| next_to(a, b)).enumerate() {
        let start = found.len();
        let wide = |row: &&Row<'_>| row.len() > 1;
        let first = block.iter().position(|row| wide(&row));
        let last = block.iter().rposition(|row| wide(&row));
        let (Some(first), Some(last)) = (first, last) else {
            found.extend(block.iter().flat_map(|row| lines_of_row(row, sheet)));
            mark_blank(&mut found, start, index);
            continue;
        };
        let (head, rest) = block.split_at(first);
        let (middle, tail) = rest.split_at(last + 1 - first);
        found.extend(head.iter().flat_map(|row| lines_of_row(row, sheet)));
        if middle.iter().all(is_text_row) {
            found.extend(middle.iter().flat_map(|row| lines_of_row(row, sheet)));
        } else {
            found.push(Block::Table(table(middle, sheet, limits)?));
        }
        found.extend(tail.iter().flat_map(|row| lines_of_row(row, sheet)));
        mark_blank(&mut found, start, index);
    }
    Ok(found)
}

fn next_to(above: &Row<'_>, below: &Row<'_>) -> bool {
    let row = |cells: &Row<'_>| cells.first().map_or(0, |cell| cell.row);
    row(below).saturating_sub(row(above)) <= 1
}

fn mark_blank(found: &mut [Block], start: usize, index: usize) {
    if let Some(Block::Line(line)) = found.get_mut(start).filter(|_| index > 0) {
        line.hints.blank_before = true;
    }
}

/// One cell, or a number and the text beside it.
fn is_text_row(row: &Row<'_>) -> bool {
    match row.as_slice() {
        [_] => true,
        [number, _] => is_label(&normalise(&number.text)),
        _ => false,
    }
}

/// The lines of a row that is text.
fn lines_of_row(row: &Row<'_>, sheet: u32) -> Vec<Block> {
    let mut lines: Vec<Line> = Vec::new();
    for cell in row {
        let mut own = lines_of(cell, sheet).into_iter();
        // The number opens the first line of the text beside it.
        if let Some(open) = lines.last_mut() {
            let first = own.next().unwrap_or_default();
            open.pieces.push(Piece {
                text: " ".to_owned(),
                origin: origin(cell, sheet, 0),
                pace: Pace::Still,
            });
            open.pieces.extend(first.pieces);
        }
        lines.extend(own);
    }
    lines.into_iter().map(Block::Line).collect()
}

/// A table of the columns that hold anything.
fn table(rows: &[Row<'_>], sheet: u32, limits: &Limits) -> Result<RawTable, ReadError> {
    let mut columns: Vec<u32> = rows.iter().flatten().map(|cell| cell.column).collect();
    columns.sort_unstable();
    columns.dedup();
    if (columns.len() as u64).saturating_mul(rows.len() as u64) > limits.max_table_cells {
        return Err(ReadError::TableTooLarge { limit: limits.max_table_cells });
    }
    let row = |cells: &Row<'_>| -> Vec<RawCell> {
        let mut filled: Vec<RawCell> = vec![Vec::new(); columns.len()];
        for cell in cells {
            if let Some(place) = columns.binary_search(&cell.column).ok().and_then(|at| filled.get_mut(at)) {
                *place = lines_of(cell, sheet);
            }
        }
        filled
    };
    Ok(RawTable { rows: rows.iter().map(row).collect() })
}

/// The lines of a cell.
fn lines_of(cell: &Cell, sheet: u32) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut offset = 0_u32;
    for text in cell.text.split(['\n', '\r']) {
        if !text.trim().is_empty() {
            let piece =
                Piece { text: text.to_owned(), origin: origin(cell, sheet, offset), pace: Pace::Characters };
            lines.push(Line { pieces: vec![piece], ..Line::default() });
        }
        offset =
            offset.saturating_add(u32::try_from(text.chars().count()).unwrap_or(u32::MAX)).saturating_add(1);
    }
    lines
}

fn origin(cell: &Cell, sheet: u32, offset: u32) -> Origin {
    Origin::Sheet { sheet, row: cell.row, column: cell.column, offset }
}
