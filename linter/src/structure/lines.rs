//! Normalised text from raw blocks: lines joined where a width cut them, split where a page lost its breaks.

use crate::document::{Origin, SourceMap, SourceSegment, TextSpan};
use crate::normalise::{Glyph, normalise_line};
use crate::read::raw::{Block, Hints, Line, RawDocument};
use crate::structure::glued::split_points;
use crate::structure::label::scan;
use crate::structure::shadow::drawn_once;
use crate::structure::title::{ends_like_title, is_title_piece};

/// A line or a table of the normalised text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Element {
    /// A line.
    Line(TextSpan, Hints),
    /// Rows of cells of lines.
    Table(Vec<Vec<Vec<TextSpan>>>),
}

/// The normalised text and what stands where.
#[derive(Debug, Default)]
pub(crate) struct Lines {
    /// All lines, each ended by `\n` but the last.
    pub(crate) text: String,
    /// Way back.
    pub(crate) source_map: SourceMap,
    /// Lines and tables in order.
    pub(crate) elements: Vec<Element>,
    next: Option<(u32, Origin)>,
}

/// Normalises, joins and splits.
pub(crate) fn lay_out(raw: &RawDocument) -> Lines {
    let width = if raw.wraps { wrap_width(&raw.blocks) } else { None };
    let mut lines = Lines::default();
    let mut pending: Option<Pending> = None;
    for block in &raw.blocks {
        match block {
            Block::Line(line) => {
                let glyphs = drawn_once(normalise_line(line));
                if glyphs.is_empty() {
                    continue;
                }
                let next = Pending::new(glyphs, line);
                match &mut pending {
                    Some(open) if titles_on(open, &next) => open.join(next),
                    Some(open) if raw.wraps && continues(open, &next, width) => open.join(next),
                    _ => {
                        if let Some(done) = pending.replace(next) {
                            lines.push_split(&done);
                        }
                    }
                }
            }
            Block::Table(table) => {
                if let Some(done) = pending.take() {
                    lines.push_split(&done);
                }
                let rows = table
                    .rows
                    .iter()
                    .map(|row| row.iter().map(|cell| lines.push_cell(cell)).collect())
                    .collect();
                lines.elements.push(Element::Table(rows));
            }
        }
    }
    if let Some(done) = pending {
        lines.push_split(&done);
    }
    lines
}

/// A line that may still grow.
struct Pending {
    glyphs: Vec<Glyph>,
    text: String,
    hints: Hints,
    /// Columns of the last piece.
    columns: usize,
    labelled: bool,
    /// Printed with a space between all characters, as titles are.
    spaced: bool,
}

impl Pending {
    fn new(glyphs: Vec<Glyph>, line: &Line) -> Self {
        let text: String = glyphs.iter().map(|glyph| glyph.character).collect();
        let labelled = scan(&text).is_some();
        let spaced = is_letter_spaced(line);
        Self { glyphs, text, hints: line.hints, columns: columns(line), labelled, spaced }
    }

    fn join(&mut self, next: Self) {
        let needs_space = self.text.ends_with(|c: char| c.is_ascii_alphanumeric() || c == ',')
            && next.text.starts_with(|c: char| c.is_ascii_alphanumeric());
        if let Some(first) = next.glyphs.first().filter(|_| needs_space) {
            self.glyphs.push(Glyph { character: ' ', origin: first.origin });
            self.text.push(' ');
        }
        self.glyphs.extend(next.glyphs);
        self.text.push_str(&next.text);
        self.columns = next.columns;
    }
}

/// Whether a line is a run of single characters: `運 用 規 程`.
fn is_letter_spaced(line: &Line) -> bool {
    let text = line.text();
    let mut words = 0;
    let single = text.split_whitespace().all(|word| {
        words += 1;
        let mut chars = word.chars();
        chars.next().is_some_and(super::is_japanese) && chars.next().is_none()
    });
    single && words >= 3
}

/// Whether the next line is the rest of a title that was set over two lines.
fn titles_on(open: &Pending, next: &Pending) -> bool {
    let plain = |line: &Pending| {
        let hints = line.hints;
        !line.labelled && !hints.code && !hints.note && hints.list_level.is_none() && line.glyphs.len() <= 40
    };
    if !plain(open) || !plain(next) || open.hints.heading != next.hints.heading {
        return false;
    }
    let ends = ends_like_title(&next.text) && !ends_like_title(&open.text);
    ends && (open.spaced && next.spaced || is_title_piece(&open.text) && !next.text.starts_with(['(', '○']))
}

/// Columns of a printed line: two for everything that is not ASCII or half-width.
fn columns(line: &Line) -> usize {
    let text = line.text();
    text.trim_end()
        .chars()
        .map(|c| if c.is_ascii() || ('\u{ff61}'..='\u{ff9f}').contains(&c) { 1 } else { 2 })
        .sum()
}

/// The width at which a text was cut, if it was: lines that end inside a sentence share it, and hardly any is longer.
fn wrap_width(blocks: &[Block]) -> Option<usize> {
    let mut all = Vec::new();
    let mut broken = Vec::new();
    for block in blocks {
        let Block::Line(line) = block else { continue };
        let width = columns(line);
        if width < 40 || line.hints.code || line.hints.heading.is_some() {
            continue;
        }
        all.push(width);
        if line.text().trim_end().chars().next_back().is_some_and(super::is_japanese)
            && !line.text().trim_end().ends_with('。')
        {
            broken.push(width);
        }
    }
    broken.sort_unstable();
    let width = *broken.get(broken.len() * 3 / 4)?;
    let near = broken.iter().filter(|other| other.abs_diff(width) <= 6).count();
    let longer = all.iter().filter(|other| **other > width + 8).count();
    (broken.len() >= 3 && near * 2 >= broken.len() && longer * 10 <= all.len()).then_some(width)
}

/// Whether the next line goes on where this one was cut.
fn continues(open: &Pending, next: &Pending, width: Option<usize>) -> bool {
    let plain = |hints: Hints| hints.heading.is_none() && !hints.code && !hints.title && !hints.note;
    if !plain(open.hints) || !plain(next.hints) || next.hints.list_level.is_some() || next.labelled {
        return false;
    }
    let (Some(last), Some(first)) = (open.text.chars().next_back(), next.text.chars().next()) else {
        return false;
    };
    // A closing mark never starts a line of its own.
    let unbalanced = || open.text.matches('(').count() > open.text.matches(')').count();
    if matches!(first, '、' | '。' | ')' | '」' | '』') && (last != '。' || (first == ')' && unbalanced()))
    {
        return true;
    }
    if next.hints.blank_before || starts_fresh(&next.text) || matches!(last, '。' | ':' | '.') {
        return false;
    }
    let sentence = open.text.len() > 45;
    if last == '、' && sentence {
        return true;
    }
    // A katakana word that stops at the end of a long line was cut there.
    let cut = open.columns >= 60
        && is_katakana(last)
        && (is_katakana(first) || (last == 'ー' && super::is_japanese(first)));
    if cut && !next.hints.blank_before {
        return true;
    }
    let full = width.is_some_and(|width| open.columns + 8 >= width);
    let goes_on = super::is_japanese(last)
        || matches!(last, '」' | ')' | ',' | '「' | '(')
        || last.is_ascii_alphanumeric();
    full && goes_on
}

fn is_katakana(c: char) -> bool {
    matches!(c, 'ァ'..='ヺ' | 'ー')
}

/// Lines that begin something even without a number.
fn starts_fresh(text: &str) -> bool {
    text.starts_with(['(', '※', '【', '〔', '○', '◎', '■', '◆', '附', '|'])
        || text.starts_with("別表")
        || text.starts_with("別紙")
        || text.starts_with("第") && scan(text).is_some()
}

impl Lines {
    fn push_split(&mut self, line: &Pending) {
        let mut start = 0;
        let points = split_points(&line.text);
        for (count, point) in points.iter().copied().chain([line.glyphs.len()]).enumerate() {
            let mut part = line.glyphs.get(start..point).unwrap_or_default();
            while let [Glyph { character: ' ', .. }, rest @ ..] = part {
                part = rest;
            }
            while let [rest @ .., Glyph { character: ' ', .. }] = part {
                part = rest;
            }
            start = point;
            if part.is_empty() {
                continue;
            }
            let hints = if count == 0 { line.hints } else { Hints::default() };
            let span = self.push_glyphs(part);
            self.elements.push(Element::Line(span, hints));
        }
    }

    fn push_cell(&mut self, cell: &[Line]) -> Vec<TextSpan> {
        let lines: Vec<Vec<Glyph>> =
            cell.iter().map(normalise_line).filter(|glyphs| !glyphs.is_empty()).collect();
        lines.iter().map(|glyphs| self.push_glyphs(glyphs)).collect()
    }

    /// Writes a line; segments start wherever origins do not advance with the text.
    fn push_glyphs(&mut self, glyphs: &[Glyph]) -> TextSpan {
        if !self.text.is_empty() {
            self.text.push('\n');
            self.next = None;
        }
        let start = self.text.len() as u32;
        for glyph in glyphs {
            let at = self.text.len() as u32;
            if self.next != Some((at, glyph.origin)) {
                self.source_map.segments.push(SourceSegment { text_start: at, origin: glyph.origin });
            }
            self.text.push(glyph.character);
            self.next = advance(glyph.origin, glyph.character).map(|origin| (self.text.len() as u32, origin));
        }
        TextSpan::new(start, self.text.len() as u32)
    }
}

/// The origin that the next character has inside a segment.
fn advance(origin: Origin, character: char) -> Option<Origin> {
    match origin {
        Origin::Bytes { byte } => {
            byte.checked_add(character.len_utf8() as u32).map(|byte| Origin::Bytes { byte })
        }
        Origin::Docx { run: None, .. } | Origin::Pdf { .. } => Some(origin),
        Origin::Docx { part, paragraph, run, offset } => {
            offset.checked_add(1).map(|offset| Origin::Docx { part, paragraph, run, offset })
        }
        Origin::Sheet { sheet, row, column, offset } => {
            offset.checked_add(1).map(|offset| Origin::Sheet { sheet, row, column, offset })
        }
    }
}
