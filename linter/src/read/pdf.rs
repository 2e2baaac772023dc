//! PDF: pages → characters with their places → lines, columns, tables and paragraphs.
//!
//! A PDF says where each character stands and nothing about lines or paragraphs. Objects, filters and encryption are
//! read by `lopdf`, the predefined CMaps of Japanese fonts come from `hayro-cmap`; the text layer is here, since no library
//! gives every character with its box, also for fonts that are named and not embedded.
//!
//! The way of a page: [`content`] runs its instructions, [`rows`] makes lines of what was drawn, [`grid`] takes out the drawn
//! tables, [`margins`] the headers and footers, [`columns`] finds the order, [`paragraphs`] joins broken lines.

mod budget;
mod codes;
mod columns;
mod content;
mod file;
mod font;
mod geometry;
mod glyph;
mod grid;
mod legible;
mod lexer;
mod margins;
mod names;
mod paragraphs;
mod path;
mod reading;
mod rows;

use crate::document::{Aside, AsideKind, Origin, ReadIssue};
use crate::read::ReadError;
use crate::read::raw::{RawDocument, issue};
use crate::source::Limits;
use budget::Budget;
use content::{Fonts, Runner};
use file::File;
use geometry::Direction;
use glyph::Sheet;
use legible::Legibility;
use margins::{Leaf, take_margins};

/// A picture that covers this part of a page with hardly any text is a scanned page.
const SCANNED: f64 = 0.5;
/// Characters that a scanner or a stamp adds to a scanned page at most.
const STAMP: usize = 30;
/// Painted shapes from which on a page without text is taken for text in outlines.
const OUTLINES: u32 = 40;

/// A drawn frame around text, on its page.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Frame {
    page: u32,
    area: geometry::Area,
}

impl Frame {
    /// Whether a character stands in it. Frames are found in text that runs level, where places need no turning.
    pub(super) fn holds(&self, origin: Origin) -> bool {
        let Origin::Pdf { page, left, top, right, bottom } = origin else { return false };
        let x = f64::from(left + right) / 20.0;
        let y = f64::from(top + bottom) / 20.0;
        let area = self.area;
        page == self.page && area.left <= x && x <= area.right && area.top <= y && y <= area.bottom
    }
}

/// Reads a PDF into lines and tables.
pub(super) fn read(bytes: &[u8], limits: &Limits) -> Result<RawDocument, ReadError> {
    Ok(read_framed(bytes, limits)?.0)
}

/// The same, and the frames that are drawn around text.
pub(super) fn read_framed(bytes: &[u8], limits: &Limits) -> Result<(RawDocument, Vec<Frame>), ReadError> {
    let mut budget = Budget::new(limits);
    let file = File::open(bytes, limits, &budget)?;
    let pages = file.pages(limits, &mut budget)?;
    if pages.is_empty() {
        return Err(ReadError::PdfBroken);
    }
    let mut fonts = Fonts::new();
    let mut leaves = Vec::new();
    let mut facts = Vec::new();
    let mut legibility = Legibility::default();
    let mut document = RawDocument::default();
    let mut frames = Vec::new();
    for (page, number) in pages.iter().zip(1_u32..) {
        let mut sheet = Runner::run(&file, &mut fonts, &mut budget, page, number)?;
        if let Some(issue) = legibility.look(&mut sheet) {
            document.issues.push(issue);
        }
        document.asides.extend(askew(&sheet));
        frames.extend(grid::frames(&sheet.rules, sheet.size).map(|area| Frame { page: number, area }));
        facts.push(Facts { number, picture: sheet.picture, drawings: sheet.drawings, broken: sheet.broken });
        leaves.extend(sheet_leaves(sheet, &mut budget)?);
    }
    legibility.check()?;
    document.asides.extend(take_margins(&mut leaves, pages.len()));
    let unread: Vec<ReadIssue> = facts.iter().filter_map(|facts| facts.issue(&leaves)).collect();
    document.blocks = reading::read(leaves);
    if document.blocks.is_empty() && !unread.is_empty() {
        return Err(ReadError::PdfNoText { pages: pages.len() as u64 });
    }
    document.issues.extend(unread);
    document.issues.sort_by_key(|issue| page_of(issue.origin));
    Ok((document, frames))
}

/// What is kept of a page beside its text.
struct Facts {
    number: u32,
    picture: f64,
    drawings: u32,
    broken: bool,
}

impl Facts {
    /// That the page was not read, if it shows something and has no text, or that it has a picture.
    fn issue(&self, leaves: &[Leaf]) -> Option<ReadIssue> {
        let own = || leaves.iter().filter(|leaf| leaf.number == self.number);
        let characters: usize = own().map(Leaf::characters).sum();
        let shows = self.picture > 0.0 || self.drawings >= OUTLINES;
        let lost = self.broken || characters == 0 && shows || self.picture >= SCANNED && characters < STAMP;
        if lost {
            return Some(page_issue("read-pdf-page-unread", self.number, true));
        }
        (self.picture > 0.0).then(|| page_issue("read-image", self.number, false))
    }
}

/// An issue of a whole page: a place without a box.
fn page_issue(code: &str, page: u32, text_lost: bool) -> ReadIssue {
    let origin = Origin::Pdf { page, left: 0, top: 0, right: 0, bottom: 0 };
    let mut issue = issue(code, Some(origin), text_lost);
    issue.args.insert("page".to_owned(), page.to_string());
    issue
}

fn page_of(origin: Option<Origin>) -> u32 {
    if let Some(Origin::Pdf { page, .. }) = origin { page } else { 0 }
}

/// Text that stands askew is a watermark or a stamp.
fn askew(sheet: &Sheet) -> Option<Aside> {
    let mut glyphs = sheet.glyphs.iter().filter(|glyph| glyph.direction.is_none()).peekable();
    let origin =
        glyphs.peek().map(|_| Origin::Pdf { page: sheet.number, left: 0, top: 0, right: 0, bottom: 0 });
    let text: String = glyphs.map(|glyph| glyph.text.as_str()).collect();
    (!text.trim().is_empty()).then_some(Aside { kind: AsideKind::Header, text, author: None, origin })
}

/// The text of a page by the direction it runs in, that of most characters first.
fn sheet_leaves(mut sheet: Sheet, budget: &mut Budget) -> Result<Vec<Leaf>, ReadError> {
    glyph::stand_upright(&mut sheet.glyphs);
    let count = |direction| sheet.glyphs.iter().filter(|glyph| glyph.direction == Some(direction)).count();
    let mut directions: Vec<(usize, Direction)> =
        Direction::ALL.into_iter().map(|direction| (count(direction), direction)).collect();
    directions.retain(|(count, _)| *count > 0);
    directions.sort_by_key(|direction| std::cmp::Reverse(direction.0));
    let mut leaves = Vec::new();
    for (index, (_, direction)) in directions.into_iter().enumerate() {
        let size = direction.level_size(sheet.size);
        let mut placed = rows::place(&sheet.glyphs, direction, sheet.size, sheet.number);
        // Lines are drawn around the text of the main direction.
        let rules = if index == 0 { sheet.rules.as_slice() } else { &[] };
        let grids = grid::take_grids(rules, direction, sheet.size, &mut placed, budget)?;
        let mut rows = rows::rows(placed);
        rows::take_ruby(&mut rows);
        leaves.push(Leaf { number: sheet.number, direction, size, rows, grids });
    }
    Ok(leaves)
}
