//! Columns in reading order. Running text stands in columns where rows are full up to a gutter; what is short on the
//! left of it is a list or a table without lines, and is read row by row.

use super::rows::{Row, Run};

/// A stretch of the page that is read from top to bottom.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Region {
    pub(super) rows: Vec<Row>,
    /// Which column of how many; regions of the same slot have the same margins.
    pub(super) slot: (usize, usize),
}

/// Fewest rows on either side of a gutter.
const FEWEST: usize = 4;
/// Narrowest column, in sizes.
const NARROW: f64 = 8.0;
/// Places that are tried for a gutter.
const TRIES: usize = 8;
/// Columns inside columns.
const DEPTH: usize = 5;

/// A gutter: rows `from..to` are cut at `at`.
struct Gutter {
    from: usize,
    to: usize,
    at: f64,
}

/// Cuts the rows of a page into regions in reading order.
pub(super) fn regions(rows: Vec<Row>) -> Vec<Region> {
    cut(rows, (0, 1), DEPTH)
}

fn cut(mut rows: Vec<Row>, slot: (usize, usize), depth: usize) -> Vec<Region> {
    let found = if depth > 0 { gutter(&rows) } else { None };
    let Some(Gutter { from, to, at }) = found else {
        return if rows.is_empty() { Vec::new() } else { vec![Region { rows, slot }] };
    };
    let after = rows.split_off(to);
    let band = rows.split_off(from);
    let (mut left, mut right) = (Vec::new(), Vec::new());
    for row in band {
        let (here, there): (Vec<Run>, Vec<Run>) = row.runs.into_iter().partition(|run| run.area().left < at);
        left.extend((!here.is_empty()).then_some(Row { runs: here }));
        right.extend((!there.is_empty()).then_some(Row { runs: there }));
    }
    let columns = slot.1 + 1;
    let mut regions = cut(rows, slot, depth - 1);
    regions.extend(cut(left, (slot.0, columns), depth - 1));
    regions.extend(cut(right, (slot.0 + 1, columns), depth - 1));
    regions.extend(cut(after, slot, depth - 1));
    regions
}

/// The gutter of most rows.
fn gutter(rows: &[Row]) -> Option<Gutter> {
    let size = median(rows.iter().map(Row::size))?;
    let mut starts: Vec<f64> = rows.iter().flat_map(|row| &row.runs).map(|run| run.area().left).collect();
    starts.sort_by(f64::total_cmp);
    let mut groups: Vec<(usize, f64)> = Vec::new();
    for start in starts {
        match groups.last_mut() {
            Some((count, first)) if start - *first < size * 0.8 => *count += 1,
            _ => groups.push((1, start)),
        }
    }
    groups.retain(|(count, _)| *count >= FEWEST);
    groups.sort_by_key(|group| std::cmp::Reverse(group.0));
    groups.truncate(TRIES);
    let bands = groups.iter().filter_map(|(_, at)| band(rows, *at - size * 0.3, size));
    bands.max_by_key(|gutter| gutter.to - gutter.from)
}

/// The longest stretch of rows that nothing crosses at this place, if it holds two columns.
fn band(rows: &[Row], at: f64, size: f64) -> Option<Gutter> {
    let crosses = |row: &Row| {
        row.runs.iter().any(|run| {
            let area = run.area();
            area.left < at && area.right > at - size * 0.4
        })
    };
    let mut best: Option<Gutter> = None;
    let mut from = 0;
    for to in 0..=rows.len() {
        if rows.get(to).is_some_and(|row| !crosses(row)) {
            continue;
        }
        let longer = best.as_ref().is_none_or(|best| to - from > best.to - best.from);
        if longer && rows.get(from..to).is_some_and(|rows| has_columns(rows, at, size)) {
            best = Some(Gutter { from, to, at });
        }
        from = to + 1;
    }
    best
}

fn has_columns(rows: &[Row], at: f64, size: f64) -> bool {
    let runs = || rows.iter().flat_map(|row| &row.runs).map(Run::area);
    let left: Vec<_> = runs().filter(|area| area.left < at).collect();
    let right: Vec<_> = runs().filter(|area| area.left >= at).collect();
    if left.len() < FEWEST || right.len() < FEWEST {
        return false;
    }
    let wide = |areas: &[super::geometry::Area]| {
        median(areas.iter().map(|area| area.width())).is_some_and(|width| width >= size * NARROW)
    };
    let edge = left.iter().map(|area| area.right).fold(f64::MIN, f64::max);
    let full = left.iter().filter(|area| area.right > edge - size * 1.8).count();
    wide(&left) && wide(&right) && full * 5 >= left.len() * 2
}

/// The middle value.
pub(super) fn median(values: impl Iterator<Item = f64>) -> Option<f64> {
    let mut values: Vec<f64> = values.collect();
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied()
}
