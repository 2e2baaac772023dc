//! Pages → blocks: columns in order, tables between the lines, paragraphs across columns and pages.

use super::columns::{Region, regions};
use super::geometry::Direction;
use super::grid::{Cell, Grid};
use super::margins::Leaf;
use super::paragraphs::{TextLine, bounds, lines_of, paragraphs, right_margin};
use super::rows::{Row, around, rows};
use crate::read::raw::{Block, RawCell, RawTable};
use std::collections::BTreeMap;

/// Something in reading order.
enum Item {
    Column(Column),
    Table(Grid, u32, Direction),
}

/// A region with its lines.
struct Column {
    lines: Vec<TextLine>,
    slot: (usize, usize),
}

/// Lines from which on a column shows its own right margin.
const ENOUGH: usize = 8;

/// The blocks of all pages.
pub(super) fn read(leaves: Vec<Leaf>) -> Vec<Block> {
    let mut items: Vec<Item> = leaves.into_iter().flat_map(items).collect();
    set_margins(&mut items);
    let mut blocks = Vec::new();
    let mut lines = Vec::new();
    let mut table: Option<RawTable> = None;
    for item in items {
        match item {
            Item::Column(column) => {
                blocks.extend(table.take().map(Block::Table));
                lines.extend(column.lines);
            }
            Item::Table(grid, page, direction) => {
                blocks.extend(paragraphs(std::mem::take(&mut lines)).into_iter().map(Block::Line));
                let next = raw_table(grid, page, direction);
                match &mut table {
                    Some(open) => go_on(open, next, &mut blocks),
                    None => table = Some(next),
                }
            }
        }
    }
    blocks.extend(table.map(Block::Table));
    blocks.extend(paragraphs(lines).into_iter().map(Block::Line));
    blocks
}

/// A table right after another, of as many columns, is its continuation; a heading row that is printed again is left out.
fn go_on(open: &mut RawTable, mut next: RawTable, blocks: &mut Vec<Block>) {
    let columns = |table: &RawTable| table.rows.first().map(Vec::len);
    if columns(open) != columns(&next) {
        blocks.push(Block::Table(std::mem::replace(open, next)));
        return;
    }
    let text = |row: &Vec<RawCell>| -> Vec<String> {
        row.iter().map(|cell| cell.iter().map(crate::read::raw::Line::text).collect()).collect()
    };
    let again = open.rows.first().map(text) == next.rows.first().map(text);
    open.rows.extend(next.rows.drain(usize::from(again)..));
}

/// The regions and tables of a leaf.
fn items(leaf: Leaf) -> Vec<Item> {
    let Leaf { number, direction, rows, grids, .. } = leaf;
    let mut items = Vec::new();
    let mut rest = rows;
    let column = |region: Region| {
        Item::Column(Column { lines: lines_of(region.rows, number, direction), slot: region.slot })
    };
    for grid in grids {
        let below = rest.iter().position(|row: &Row| row.area().bottom > grid.area.top + row.size() * 0.5);
        let after = rest.split_off(below.unwrap_or(rest.len()));
        items.extend(regions(std::mem::replace(&mut rest, after)).into_iter().map(column));
        items.push(Item::Table(grid, number, direction));
    }
    items.extend(regions(rest).into_iter().map(column));
    items
}

/// Gives every line the margins of its column: its own where there are lines enough, else those of other pages.
fn set_margins(items: &mut [Item]) {
    let columns =
        || items.iter().filter_map(|item| if let Item::Column(column) = item { Some(column) } else { None });
    let mut widest: BTreeMap<(Option<Direction>, (usize, usize)), f64> = BTreeMap::new();
    for column in columns() {
        let direction = column.lines.first().map(|line| line.direction);
        if let Some(right) = right_margin(&column.lines) {
            let known = widest.entry((direction, column.slot)).or_insert(right);
            *known = known.max(right);
        }
    }
    for item in items {
        let Item::Column(column) = item else { continue };
        let left = bounds(&column.lines).left;
        let direction = column.lines.first().map(|line| line.direction);
        let shared = widest.get(&(direction, column.slot)).copied().unwrap_or_default();
        let own = right_margin(&column.lines).filter(|_| column.lines.len() >= ENOUGH);
        for line in &mut column.lines {
            line.margins = (left, own.unwrap_or(shared));
        }
    }
}

fn raw_table(grid: Grid, page: u32, direction: Direction) -> RawTable {
    let filled = grid.cells.iter().flatten().filter(|cell| !cell.glyphs.is_empty());
    let gaps = filled.map(|cell| around(cell.glyphs.iter().map(|glyph| glyph.area)).left - cell.area.left);
    let padding = gaps.fold(MAX_PADDING, f64::min).max(0.0);
    let cell = |cell: Cell| cell_lines(cell, padding, page, direction);
    let rows = grid.cells.into_iter().map(|row| row.into_iter().map(cell).collect()).collect();
    RawTable { rows }
}

/// Widest room between a ruling line and the text beside it, in points.
const MAX_PADDING: f64 = 10.0;

/// The paragraphs of a cell, with the least room that cells of its table leave on the left as margins.
fn cell_lines(cell: Cell, padding: f64, page: u32, direction: Direction) -> RawCell {
    let area = cell.area;
    let mut lines = lines_of(rows(cell.glyphs), page, direction);
    for line in &mut lines {
        line.margins = (area.left + padding, (area.right - padding).max(line.right()));
    }
    paragraphs(lines)
}
