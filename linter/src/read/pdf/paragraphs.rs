//! Lines → paragraphs: a line goes on in the next one where it is full, that is, where the next word had no room.
//!
//! A PDF knows widths, so that this is decided by places: the right margin of the column, the left edge of both lines, the
//! distance between them. The words are asked only for what no width tells: a label starts anew.

use super::columns::median;
use super::geometry::{Area, Direction};
use super::rows::{Placed, Row, Run, around, needs_space};
use crate::document::Origin;
use crate::normalise::{is_japanese, normalise};
use crate::read::raw::{Hints, Line, Pace, Piece};
use crate::structure::label::{closing_bracket, scan};

/// A line in its column.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct TextLine {
    pub(super) glyphs: Vec<Placed>,
    /// Normalised.
    text: String,
    area: Area,
    pub(super) size: f64,
    /// Pieces far apart: a row of a table without lines.
    tabular: bool,
    /// Begins with a number of its own.
    labelled: bool,
    pub(super) page: u32,
    pub(super) direction: Direction,
    /// The margins of the column.
    pub(super) margins: (f64, f64),
}

/// A gap that separates cells, in sizes.
const CELL_GAP: f64 = 3.0;

impl TextLine {
    /// Joins the runs of a row.
    pub(super) fn new(row: Row, page: u32, direction: Direction) -> Self {
        let area = row.area();
        let size = row.size();
        let tabular = is_tabular(&row.runs, size);
        let text = normalise(&row.text());
        let glyphs: Vec<Placed> = row.runs.into_iter().flat_map(|run| run.glyphs).collect();
        let labelled = scan(&text).is_some();
        Self {
            glyphs,
            text,
            area,
            size,
            tabular,
            labelled,
            page,
            direction,
            margins: (area.left, area.right),
        }
    }

    pub(super) fn left(&self) -> f64 {
        self.area.left
    }

    /// The right edge without a mark that may hang over the margin.
    pub(super) fn right(&self) -> f64 {
        match self.glyphs.last() {
            Some(last) if matches!(last.text.as_str(), "、" | "。" | "，" | "．") => last.area.left,
            _ => self.area.right,
        }
    }

    /// The width that has to fit at the end of a line for this one not to be broken off before: a word of letters, or
    /// a character with the marks that must not start a line.
    fn first_width(&self) -> f64 {
        let Some(first) = self.glyphs.first() else { return 0.0 };
        let letter = |glyph: &&Placed| glyph.text.chars().all(|c| c.is_ascii_graphic());
        let hangs = |glyph: &&Placed| {
            glyph
                .text
                .chars()
                .all(|c| "、。，．」』）)〕】・ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ".contains(c))
        };
        let opens = |glyph: &&Placed| glyph.text.chars().all(|c| "（「『【〔(".contains(c));
        let lead = self.glyphs.iter().take_while(opens).count();
        let rest = || self.glyphs.iter().skip(lead);
        let word = rest().take_while(letter).count();
        let count = lead + if word > 0 { word } else { 1 + rest().skip(1).take_while(hangs).count() };
        let count = count.min(self.glyphs.len());
        let last = self.glyphs.get(count - 1).unwrap_or(first);
        last.area.right - first.area.left
    }

    fn origin(&self) -> Option<Origin> {
        self.glyphs.first().map(|glyph| glyph.origin)
    }
}

/// Whether a gap separates cells. A number with its text behind a tab is no table.
fn is_tabular(runs: &[Run], size: f64) -> bool {
    runs.iter().zip(runs.iter().skip(1)).any(|(left, right)| {
        let wide = right.area().left - left.area().right > size * CELL_GAP;
        wide && scan(&format!("{} あ", normalise(&left.text()))).is_none()
    })
}

/// The right margin that lines have in common: the farthest edge that two of them reach.
pub(super) fn right_margin(lines: &[TextLine]) -> Option<f64> {
    let mut edges: Vec<(f64, f64)> = lines.iter().map(|line| (line.right(), line.size)).collect();
    edges.sort_by(|a, b| b.0.total_cmp(&a.0));
    let shared = edges.iter().zip(edges.iter().skip(1)).find(|(far, near)| far.0 - near.0 <= far.1 * 0.6);
    shared.map(|(far, _)| far.0).or_else(|| edges.first().map(|edge| edge.0))
}

/// A paragraph under construction.
struct Paragraph {
    lines: Vec<TextLine>,
    blank_before: bool,
}

/// Joins lines in reading order to paragraphs.
pub(super) fn paragraphs(lines: Vec<TextLine>) -> Vec<Line> {
    let pitch = pitch(&lines);
    let mut done = Vec::new();
    let mut open: Option<Paragraph> = None;
    for line in lines {
        let Some(paragraph) = &mut open else {
            open = Some(Paragraph { lines: vec![line], blank_before: false });
            continue;
        };
        if paragraph.goes_on(&line, pitch) {
            paragraph.lines.push(line);
        } else {
            let blank_before = paragraph.lines.last().is_some_and(|last| is_apart(last, &line, pitch));
            done.push(std::mem::replace(paragraph, Paragraph { lines: vec![line], blank_before }).finish());
        }
    }
    done.extend(open.map(Paragraph::finish));
    done
}

/// The usual distance from line to line, in sizes.
fn pitch(lines: &[TextLine]) -> f64 {
    let steps = lines.iter().zip(lines.iter().skip(1)).filter_map(|(above, below)| {
        let step = (below.area.bottom - above.area.bottom) / above.size.max(1.0);
        (above.page == below.page && (0.8..4.0).contains(&step)).then_some(step)
    });
    median(steps).unwrap_or(1.6)
}

/// Whether more than a line's distance lies between two lines of one column.
fn is_apart(above: &TextLine, below: &TextLine, pitch: f64) -> bool {
    let step = below.area.bottom - above.area.bottom;
    above.page == below.page && step > above.size.max(below.size) * (pitch * 1.35).max(pitch + 0.3)
}

impl Paragraph {
    fn goes_on(&self, next: &TextLine, pitch: f64) -> bool {
        let (Some(first), Some(last)) = (self.lines.first(), self.lines.last()) else { return false };
        let same_kind = last.direction == next.direction
            && (last.size - next.size).abs() <= last.size.max(next.size) * 0.15
            && !last.tabular
            && !next.tabular;
        same_kind && !next.labelled && !is_apart(last, next, pitch) && {
            let closes = next.text.starts_with(['、', '。', ')', '」', '』']);
            closes || (is_full(last, next) && self.fits(first, last, next) && !is_caption(next, last))
        }
    }

    /// Whether the next line starts where this paragraph goes on: at its own left edge from the third line on; before,
    /// also to the left of an indented first line, or under the text behind a label.
    fn fits(&self, first: &TextLine, last: &TextLine, next: &TextLine) -> bool {
        if is_centred(last) && is_centred(next) {
            return true;
        }
        let indent = |line: &TextLine| (line.left() - line.margins.0) / line.size.max(1.0);
        let step = indent(next) - indent(last);
        if self.lines.len() > 1 {
            return step.abs() <= 0.7;
        }
        let hang = if first.labelled { 8.0 } else { 0.7 };
        (-4.0..=hang).contains(&step)
    }

    fn finish(self) -> Line {
        let mut pieces: Vec<Piece> = Vec::new();
        for (index, line) in self.lines.iter().enumerate() {
            let before = index.checked_sub(1).and_then(|before| self.lines.get(before));
            let apart = before.is_some_and(|before| is_word_break(before, line));
            if let Some(origin) = line.origin().filter(|_| apart) {
                pieces.push(Piece { text: " ".to_owned(), origin, pace: Pace::Still });
            }
            for (at, glyph) in line.glyphs.iter().enumerate() {
                let before = at.checked_sub(1).and_then(|before| line.glyphs.get(before));
                let spaced = before.is_some_and(|before| needs_space(before, glyph));
                let text = if spaced { format!(" {}", glyph.text) } else { glyph.text.clone() };
                pieces.push(Piece { text, origin: glyph.origin, pace: Pace::Still });
            }
        }
        Line { pieces, hints: Hints { blank_before: self.blank_before, ..Hints::default() } }
    }
}

/// Whether a line stands in the middle between its margins and fills them not.
fn is_centred(line: &TextLine) -> bool {
    let (left, right) = line.margins;
    let (before, after) = (line.left() - left, right - line.area.right);
    before > line.size * 0.3 && (before - after).abs() < line.size * 0.4
}

/// Whether a space was lost at the end of a line: between words of letters. A number may be broken anywhere, and letters
/// of full width stand among Japanese characters.
fn is_word_break(line: &TextLine, next: &TextLine) -> bool {
    let last = line.glyphs.last().and_then(|glyph| glyph.text.chars().next_back());
    let first = next.glyphs.first().and_then(|glyph| glyph.text.chars().next());
    let (Some(last), Some(first)) = (last, first) else { return false };
    first.is_ascii_alphanumeric()
        && (last.is_ascii_alphanumeric() || last == ',')
        && !(last.is_ascii_digit() && first.is_ascii_digit())
}

/// Whether the first word of the next line had no room at the end of this one. Where a sentence ends there, the next
/// line must look like running text: a heading may follow, and nothing is lost where a paragraph falls in two.
fn is_full(line: &TextLine, next: &TextLine) -> bool {
    let (left, right) = line.margins;
    let wide = right - left >= line.size * 6.0;
    let ends = line.text.ends_with(|c: char| {
        is_japanese(c) || c.is_ascii_alphanumeric() || "，,・)」』(「『〕】/-_=&%~".contains(c)
    });
    // A mark that hangs over the margin does not count; one inside does.
    let end = if line.area.right <= right + line.size * 0.3 { line.area.right } else { line.right() };
    let closed = line.text.ends_with('。');
    let slack = if closed { 0.1 } else { 0.6 };
    let runs = next.text.ends_with('。') || next.right() > right - line.size * 1.6;
    wide && ends && right - end < next.first_width() + line.size * slack && (!closed || runs)
}

/// A short line that is one bracket is a heading of its own, unless a sentence is open before it.
fn is_caption(next: &TextLine, last: &TextLine) -> bool {
    let bracketed =
        next.text.strip_prefix('(').is_some_and(|inner| closing_bracket(inner) == Some(inner.len() - 1));
    bracketed && (last.text.ends_with('。') || next.right() < next.margins.1 - next.size * 2.0)
}

/// The lines of the rows of a cell or a column.
pub(super) fn lines_of(rows: Vec<Row>, page: u32, direction: Direction) -> Vec<TextLine> {
    rows.into_iter().map(|row| TextLine::new(row, page, direction)).collect()
}

/// The box around lines.
pub(super) fn bounds(lines: &[TextLine]) -> Area {
    around(lines.iter().map(|line| line.area))
}
