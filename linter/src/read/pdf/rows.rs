//! Characters of one page and one direction → rows of runs, by their places alone: producers draw in any order.

use super::geometry::{Area, Direction, Size};
use super::glyph::Glyph;
use crate::document::Origin;
use std::collections::BTreeMap;

/// A character in level coordinates: its line runs to the right, lines follow each other downwards.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Placed {
    pub(super) text: String,
    pub(super) area: Area,
    pub(super) size: f64,
    pub(super) artifact: bool,
    /// Its place on the page as it is shown.
    pub(super) origin: Origin,
}

impl Placed {
    fn is_blank(&self) -> bool {
        self.text.chars().all(char::is_whitespace)
    }

    /// Where letters stand.
    fn base(&self) -> f64 {
        self.area.bottom
    }
}

/// Characters that stand close together on one line.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Run {
    pub(super) glyphs: Vec<Placed>,
}

/// Everything on one line of the page, from left to right; a page of columns has several runs in a row.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Row {
    pub(super) runs: Vec<Run>,
}

/// Gap between runs, in sizes: wider than the space behind a number, narrower than one between columns.
const RUN_GAP: f64 = 1.2;
/// Two characters whose lower edges are closer than this, in sizes, stand on one line.
const SAME_LINE: f64 = 0.4;
/// Ruby is at most this part of the size of what it explains.
const RUBY: f64 = 0.62;

impl Run {
    pub(super) fn area(&self) -> Area {
        around(self.glyphs.iter().map(|glyph| glyph.area))
    }

    pub(super) fn size(&self) -> f64 {
        self.glyphs.iter().map(|glyph| glyph.size).fold(0.0, f64::max)
    }

    pub(super) fn text(&self) -> String {
        let mut text = String::new();
        for (index, glyph) in self.glyphs.iter().enumerate() {
            let before = index.checked_sub(1).and_then(|before| self.glyphs.get(before));
            if before.is_some_and(|before| needs_space(before, glyph)) {
                text.push(' ');
            }
            text.push_str(&glyph.text);
        }
        text
    }
}

impl Row {
    pub(super) fn area(&self) -> Area {
        around(self.runs.iter().map(Run::area))
    }

    pub(super) fn size(&self) -> f64 {
        self.runs.iter().map(Run::size).fold(0.0, f64::max)
    }

    pub(super) fn text(&self) -> String {
        self.runs.iter().map(Run::text).collect::<Vec<_>>().join(" ")
    }

    pub(super) fn is_artifact(&self) -> bool {
        self.runs.iter().flat_map(|run| &run.glyphs).all(|glyph| glyph.artifact)
    }

    pub(super) fn origin(&self) -> Option<Origin> {
        self.runs.first()?.glyphs.first().map(|glyph| glyph.origin)
    }
}

/// The box around boxes; empty for none.
pub(super) fn around(areas: impl Iterator<Item = Area>) -> Area {
    areas
        .reduce(|all, area| Area {
            left: all.left.min(area.left),
            top: all.top.min(area.top),
            right: all.right.max(area.right),
            bottom: all.bottom.max(area.bottom),
        })
        .unwrap_or_default()
}

/// Whether the gap between two characters stands for a space: between words of letters a small one, between
/// Japanese characters only one that no justification makes.
pub(super) fn needs_space(before: &Placed, after: &Placed) -> bool {
    if before.text.ends_with(char::is_whitespace) || after.text.starts_with(char::is_whitespace) {
        return false;
    }
    let letters = before.text.ends_with(|c: char| c.is_ascii_alphanumeric())
        && after.text.starts_with(|c: char| c.is_ascii_alphanumeric());
    let gap = after.area.left - before.area.right;
    gap > before.size.max(after.size) * if letters { 0.22 } else { 0.55 }
}

/// The characters of one direction in level coordinates. What is drawn several times at nearly the same place, as
/// shadows and false bold are, is taken once.
pub(super) fn place(glyphs: &[Glyph], direction: Direction, page: Size, number: u32) -> Vec<Placed> {
    let mut placed: Vec<Placed> = Vec::new();
    let mut seen: BTreeMap<(&str, i64, i64), Vec<usize>> = BTreeMap::new();
    for glyph in glyphs.iter().filter(|glyph| glyph.direction == Some(direction)) {
        let area = direction.level(glyph.area, page);
        let near = (glyph.size * 0.3).min(area.width().max(1.0) * 0.6).max(0.1);
        let cell = |value: f64| (value / near.max(1.0)).floor() as i64;
        let (across, down) = (cell(area.left), cell(area.top));
        let neighbours = (-1..=1).flat_map(|x| (-1..=1).map(move |y| (x, y)));
        let again = neighbours
            .filter_map(|(x, y)| seen.get(&(glyph.text.as_str(), across + x, down + y)))
            .flatten()
            .filter_map(|index| placed.get(*index))
            .any(|known| {
                (known.area.left - area.left).abs() < near
                    && (known.area.top - area.top).abs() < near
                    && (known.size - glyph.size).abs() < glyph.size * 0.2
            });
        if again {
            continue;
        }
        seen.entry((glyph.text.as_str(), across, down)).or_default().push(placed.len());
        let origin = origin(glyph.area, number);
        placed.push(Placed {
            text: glyph.text.clone(),
            area,
            size: glyph.size,
            artifact: glyph.artifact,
            origin,
        });
    }
    placed
}

/// A box as documents keep it: tenths of a point.
fn origin(area: Area, page: u32) -> Origin {
    let tenths = |value: f64| (value * 10.0).round().clamp(0.0, f64::from(u32::MAX)) as u32;
    Origin::Pdf {
        page,
        left: tenths(area.left),
        top: tenths(area.top),
        right: tenths(area.right),
        bottom: tenths(area.bottom),
    }
}

/// Rows from top to bottom.
pub(super) fn rows(mut glyphs: Vec<Placed>) -> Vec<Row> {
    glyphs.sort_by(|a, b| a.base().total_cmp(&b.base()));
    let mut lines: Vec<(f64, f64, Vec<Placed>)> = Vec::new();
    for glyph in glyphs {
        match lines.last_mut() {
            Some((base, size, line)) if (glyph.base() - *base).abs() < SAME_LINE * size.max(glyph.size) => {
                *size = size.max(glyph.size);
                line.push(glyph);
            }
            _ => lines.push((glyph.base(), glyph.size, vec![glyph])),
        }
    }
    lines.into_iter().map(|(_, _, line)| row(line)).filter(|row| !row.runs.is_empty()).collect()
}

fn row(mut glyphs: Vec<Placed>) -> Row {
    glyphs.sort_by(|a, b| a.area.left.total_cmp(&b.area.left));
    let mut row = Row::default();
    let mut run: Vec<Placed> = Vec::new();
    for glyph in glyphs {
        let apart = run
            .last()
            .is_some_and(|last| glyph.area.left - last.area.right > RUN_GAP * last.size.max(glyph.size));
        if apart {
            row.runs.extend(trimmed(std::mem::take(&mut run)));
        }
        run.push(glyph);
    }
    row.runs.extend(trimmed(run));
    row
}

/// A run without the blanks at its ends; none if nothing is left.
fn trimmed(mut glyphs: Vec<Placed>) -> Option<Run> {
    while glyphs.last().is_some_and(Placed::is_blank) {
        glyphs.pop();
    }
    let lead = glyphs.iter().take_while(|glyph| glyph.is_blank()).count();
    glyphs.drain(..lead);
    (!glyphs.is_empty()).then_some(Run { glyphs })
}

/// Takes ruby out of the rows: small kana right above what they explain.
pub(super) fn take_ruby(rows: &mut Vec<Row>) {
    let mut index = 0;
    while index < rows.len() {
        let (Some(small), below) = (rows.get(index), rows.get(index + 1)) else { break };
        if below.is_some_and(|below| is_ruby(small, below)) {
            rows.remove(index);
        } else {
            index += 1;
        }
    }
}

fn is_ruby(small: &Row, below: &Row) -> bool {
    let (size, large) = (small.size(), below.size());
    let (area, under) = (small.area(), below.area());
    let kana = |c: char| matches!(c, '\u{3041}'..='\u{30ff}') || c.is_whitespace();
    size > 0.0
        && size <= large * RUBY
        && under.top - area.bottom < size * 0.6
        && area.left >= under.left - large
        && area.right <= under.right + large
        && small.runs.iter().all(|run| run.text().chars().all(kana))
}
