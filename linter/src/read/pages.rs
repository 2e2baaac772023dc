//! [`pages`]: a PDF as paragraphs with the pages they stand on, for what is cited by page and not by 条.

#[cfg(feature = "pdf")]
use super::ReadError;
#[cfg(feature = "pdf")]
use super::pdf::Frame;
#[cfg(feature = "pdf")]
use super::raw::{Block, Line, Piece, RawCell};
#[cfg(feature = "pdf")]
use crate::document::Origin;
#[cfg(feature = "pdf")]
use crate::source::{Container, Limits, sniff_container};

/// A paragraph on a page, as printed: nothing is normalised.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PageLine {
    /// 1-based number of the page in the file on which it begins.
    pub page: u32,
    /// Its text.
    pub text: String,
    /// The left edge of its first character, in tenths of a point.
    pub left: u32,
    /// Whether more than a line's distance lies before it.
    pub blank_before: bool,
    /// Whether it stands in a drawn frame.
    pub framed: bool,
    /// Whether it is a row of a drawn table.
    pub tabular: bool,
}

/// A PDF as paragraphs.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Pages {
    /// The paragraphs in reading order; headers, footers and page numbers are left out.
    pub lines: Vec<PageLine>,
    /// Headers and footers, each once.
    pub margins: Vec<String>,
    /// Pages that show something of which no text could be read.
    pub unread: Vec<u32>,
}

/// Reads a PDF as paragraphs with their pages.
///
/// # Errors
/// As [`super::read_document`]; [`ReadError::PdfBroken`] for what is no PDF.
#[cfg(feature = "pdf")]
pub fn pages(bytes: &[u8], limits: &Limits) -> Result<Pages, ReadError> {
    if sniff_container(bytes, "", limits)? != Container::Pdf {
        return Err(ReadError::PdfBroken);
    }
    let (document, frames) = super::pdf::read_framed(bytes, limits)?;
    document.check(limits)?;
    let mut lines = Vec::new();
    for block in &document.blocks {
        match block {
            Block::Line(line) => lines.extend(stretches(line, &frames)),
            Block::Table(table) => lines.extend(table.rows.iter().filter_map(|row| table_row(row))),
        }
    }
    let unread = document.issues.iter().filter(|issue| issue.text_lost).filter_map(|issue| {
        if let Some(Origin::Pdf { page, .. }) = issue.origin { Some(page) } else { None }
    });
    let margins = document.asides.iter().map(|aside| aside.text.clone());
    Ok(Pages { lines, margins: margins.collect(), unread: unread.collect() })
}

/// The paragraph, in parts where it runs into a frame or out of one: a full line before a frame looks as if it went on.
#[cfg(feature = "pdf")]
fn stretches(line: &Line, frames: &[Frame]) -> Vec<PageLine> {
    let framed = |piece: &Piece| frames.iter().any(|frame| frame.holds(piece.origin));
    let parts = line.pieces.chunk_by(|left, right| framed(left) == framed(right));
    let mut blank_before = line.hints.blank_before;
    parts
        .filter_map(|pieces| {
            let text: String = pieces.iter().map(|piece| piece.text.as_str()).collect();
            let inside = pieces.first().is_some_and(framed);
            page_line(pieces, &text, std::mem::take(&mut blank_before), inside, false)
        })
        .collect()
}

#[cfg(feature = "pdf")]
fn page_line(
    pieces: &[Piece],
    text: &str,
    blank_before: bool,
    framed: bool,
    tabular: bool,
) -> Option<PageLine> {
    let origin = pieces.iter().find(|piece| !piece.text.trim().is_empty()).map(|piece| piece.origin);
    let Some(Origin::Pdf { page, left, .. }) = origin else { return None };
    Some(PageLine { page, text: text.trim().to_owned(), left, blank_before, framed, tabular })
}

/// A row of a table as one line, its cells separated by spaces.
#[cfg(feature = "pdf")]
fn table_row(row: &[RawCell]) -> Option<PageLine> {
    let text: Vec<String> = row.iter().flatten().map(Line::text).collect();
    let first = row.iter().flatten().find(|line| !line.is_blank())?;
    page_line(&first.pieces, &text.join(" "), false, true, true)
}
