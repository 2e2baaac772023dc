//! What the content of a page leaves behind: characters, ruling lines, pictures.

use super::geometry::{Area, Direction, Size};

/// A character on a page as it is shown.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Glyph {
    /// Its characters: several for a ligature.
    pub(super) text: String,
    /// Its box.
    pub(super) area: Area,
    /// Font size on the page, in points.
    pub(super) size: f64,
    /// Which way its line runs; none for text that stands askew.
    pub(super) direction: Option<Direction>,
    /// Marked as a header, footer or page number by the producer.
    pub(super) artifact: bool,
}

/// A drawn straight line, along an edge of the page.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Rule {
    /// A box of nearly no width or height.
    pub(super) area: Area,
}

/// A page after its content was run.
#[derive(Debug, Default)]
pub(super) struct Sheet {
    /// 1-based number.
    pub(super) number: u32,
    /// The page as it is shown.
    pub(super) size: Size,
    /// In the order they were drawn.
    pub(super) glyphs: Vec<Glyph>,
    /// Ruling lines.
    pub(super) rules: Vec<Rule>,
    /// Painted shapes.
    pub(super) drawings: u32,
    /// Part of the page that the largest picture covers, 0 to 1.
    pub(super) picture: f64,
    /// Something of the content could not be read.
    pub(super) broken: bool,
}

/// Fewest characters of a column that is set one by one.
const COLUMN: usize = 4;

/// Some producers set vertical writing with a horizontal font, each character under the one before: such characters run
/// down.
pub(super) fn stand_upright(glyphs: &mut [Glyph]) {
    let mut start = 0;
    for index in 1..=glyphs.len() {
        let goes_on = match (glyphs.get(index - 1), glyphs.get(index)) {
            (Some(above), Some(below)) => stands_under(above, below),
            _ => false,
        };
        if goes_on {
            continue;
        }
        if index - start >= COLUMN {
            for glyph in glyphs.get_mut(start..index).unwrap_or_default() {
                glyph.direction = Some(Direction::Down);
            }
        }
        start = index;
    }
}

fn stands_under(above: &Glyph, below: &Glyph) -> bool {
    let size = above.size;
    let step = below.area.top - above.area.top;
    above.direction == Some(Direction::Right)
        && below.direction == Some(Direction::Right)
        && (below.size - size).abs() < size * 0.1
        && (below.area.left - above.area.left).abs() < size * 0.25
        && (size * 0.8..size * 1.25).contains(&step)
        && [above, below].iter().all(|glyph| glyph.area.width() > size * 0.8)
}
