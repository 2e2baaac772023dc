//! Tables that are drawn with lines: ruling lines → cells, characters → cells.

use super::budget::Budget;
use super::geometry::{Area, Direction, Size};
use super::glyph::Rule;
use super::rows::Placed;
use crate::read::ReadError;

/// Lines nearer than this, in points, are one.
const NEAR: f64 = 3.0;
/// Lines of one direction in one table.
const MAX_LINES: usize = 400;

/// A table with the characters of its cells.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Grid {
    pub(super) area: Area,
    /// Rows of cells; where cells are merged, the first has the characters.
    pub(super) cells: Vec<Vec<Cell>>,
}

/// A cell.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Cell {
    /// Its box, that of all merged ones.
    pub(super) area: Area,
    pub(super) glyphs: Vec<Placed>,
}

/// Finds the tables, and takes the characters in them out of `glyphs`.
pub(super) fn take_grids(
    rules: &[Rule],
    direction: Direction,
    page: Size,
    glyphs: &mut Vec<Placed>,
    budget: &mut Budget,
) -> Result<Vec<Grid>, ReadError> {
    let lines: Vec<Area> = rules.iter().map(|rule| direction.level(rule.area, page)).collect();
    budget.steps(lines.len() * lines.len() / 16)?;
    let mut grids: Vec<Grid> = Vec::new();
    for cluster in clusters(&lines) {
        grids.extend(grid(&cluster, budget)?);
    }
    grids.sort_by(|a, b| a.area.top.total_cmp(&b.area.top));
    for grid in &mut grids {
        budget.steps(grid.cells.iter().map(Vec::len).sum::<usize>() * glyphs.len() / 16)?;
        let (inside, outside) = std::mem::take(glyphs).into_iter().partition(|glyph| grid.holds(glyph));
        *glyphs = outside;
        for glyph in inside {
            grid.put(glyph);
        }
    }
    // A frame around nothing, or around one text, is no table.
    let (tables, frames): (Vec<Grid>, Vec<Grid>) = grids.into_iter().partition(Grid::is_table);
    glyphs.extend(frames.into_iter().flat_map(|grid| grid.cells).flatten().flat_map(|cell| cell.glyphs));
    Ok(tables)
}

/// The boxes of frames that are no grids: two sides with something above or below. A drawing of many lines has none.
pub(super) fn frames(rules: &[Rule], page: Size) -> impl Iterator<Item = Area> {
    let lines: Vec<Area> = rules.iter().map(|rule| Direction::Right.level(rule.area, page)).collect();
    let known = if lines.len() <= MAX_LINES { clusters(&lines) } else { Vec::new() };
    known.into_iter().filter_map(|lines| {
        let (upright, level): (Vec<&Area>, Vec<&Area>) =
            lines.iter().partition(|line| line.height() > line.width());
        let sides = places(upright.iter().map(|line| (line.left + line.right) / 2.0)).len();
        (sides == 2 && !level.is_empty()).then(|| super::rows::around(lines.iter().copied()))
    })
}

/// Lines that touch each other.
fn clusters(lines: &[Area]) -> Vec<Vec<Area>> {
    let mut order: Vec<&Area> = lines.iter().collect();
    order.sort_by(|a, b| a.top.total_cmp(&b.top));
    let mut clusters: Vec<(Area, Vec<Area>)> = Vec::new();
    for line in order {
        let mut own = (*line, vec![*line]);
        let mut rest = Vec::new();
        for cluster in clusters {
            if touches(cluster.0, *line) && cluster.1.iter().any(|known| touches(*known, *line)) {
                own.0 = super::rows::around([own.0, cluster.0].into_iter());
                own.1.extend(cluster.1);
            } else {
                rest.push(cluster);
            }
        }
        rest.push(own);
        clusters = rest;
    }
    clusters.into_iter().map(|(_, lines)| lines).collect()
}

fn touches(a: Area, b: Area) -> bool {
    a.left <= b.right + NEAR
        && b.left <= a.right + NEAR
        && a.top <= b.bottom + NEAR
        && b.top <= a.bottom + NEAR
}

/// The table that lines draw, if they draw more than a frame.
fn grid(lines: &[Area], budget: &mut Budget) -> Result<Option<Grid>, ReadError> {
    let upright: Vec<&Area> = lines.iter().filter(|line| line.height() > line.width()).collect();
    let level: Vec<&Area> = lines.iter().filter(|line| line.height() <= line.width()).collect();
    let columns = places(upright.iter().map(|line| (line.left + line.right) / 2.0));
    let rows = places(level.iter().map(|line| (line.top + line.bottom) / 2.0));
    if columns.len() < 3 || rows.len() < 2 || columns.len() > MAX_LINES || rows.len() > MAX_LINES {
        return Ok(None);
    }
    budget.steps(columns.len() * rows.len() * lines.len() / 16)?;
    let wall = |x: f64, top: f64, bottom: f64| {
        let middle = (top + bottom) / 2.0;
        upright.iter().any(|line| {
            ((line.left + line.right) / 2.0 - x).abs() <= NEAR
                && line.top - NEAR <= middle
                && middle <= line.bottom + NEAR
        })
    };
    let floor = |y: f64, left: f64, right: f64| {
        let middle = (left + right) / 2.0;
        level.iter().any(|line| {
            ((line.top + line.bottom) / 2.0 - y).abs() <= NEAR
                && line.left - NEAR <= middle
                && middle <= line.right + NEAR
        })
    };
    let mut cells: Vec<Vec<Cell>> = Vec::new();
    for (top, bottom) in pairs(&rows) {
        let mut row: Vec<Cell> = Vec::new();
        for (left, right) in pairs(&columns) {
            let area = Area { left, top, right, bottom };
            let column = row.len();
            // A cell without a line to the one before it, or above it, is a part of that one: it keeps no box.
            let open_left = column > 0 && !wall(left, top, bottom);
            let open_above = !cells.is_empty() && !floor(top, left, right);
            if open_left {
                if let Some(first) = row.iter_mut().rev().find(|cell| cell.area.width() > 0.0) {
                    first.area.right = right;
                }
                row.push(Cell::default());
            } else if open_above {
                let above = cells.iter_mut().rev().filter_map(|row| row.get_mut(column));
                if let Some(first) = above.into_iter().find(|cell| cell.area.width() > 0.0) {
                    first.area.bottom = bottom;
                }
                row.push(Cell::default());
            } else {
                row.push(Cell { area, glyphs: Vec::new() });
            }
        }
        cells.push(row);
    }
    let area = super::rows::around(lines.iter().copied());
    Ok(Some(Grid { area, cells }))
}

/// Distinct places, in order.
fn places(values: impl Iterator<Item = f64>) -> Vec<f64> {
    let mut values: Vec<f64> = values.collect();
    values.sort_by(f64::total_cmp);
    let mut places: Vec<f64> = Vec::new();
    for value in values {
        if places.last().is_none_or(|last| value - last > NEAR) {
            places.push(value);
        }
    }
    places
}

fn pairs(places: &[f64]) -> impl Iterator<Item = (f64, f64)> {
    places.iter().copied().zip(places.iter().copied().skip(1))
}

impl Grid {
    fn holds(&self, glyph: &Placed) -> bool {
        let (x, y) = middle(glyph);
        self.area.left <= x && x <= self.area.right && self.area.top <= y && y <= self.area.bottom
    }

    /// Puts a character into its cell, or into the nearest one of the table.
    fn put(&mut self, glyph: Placed) {
        let (x, y) = middle(&glyph);
        let distance = |area: Area| {
            let across = (area.left - x).max(x - area.right).max(0.0);
            let down = (area.top - y).max(y - area.bottom).max(0.0);
            across + down
        };
        let cells = self.cells.iter_mut().flatten().filter(|cell| cell.area.width() > 0.0);
        let nearest = cells.min_by(|a, b| distance(a.area).total_cmp(&distance(b.area)));
        if let Some(cell) = nearest {
            cell.glyphs.push(glyph);
        }
    }

    /// At least two cells with text beside each other, somewhere.
    fn is_table(&self) -> bool {
        self.cells.iter().any(|row| row.iter().filter(|cell| !cell.glyphs.is_empty()).count() >= 2)
    }
}

fn middle(glyph: &Placed) -> (f64, f64) {
    ((glyph.area.left + glyph.area.right) / 2.0, (glyph.area.top + glyph.area.bottom) / 2.0)
}
