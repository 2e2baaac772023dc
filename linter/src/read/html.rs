//! Web pages: 例規 pages, terms of service, exported Word files, pages of the nineties.
//!
//! [`tokens`] reads HTML5 with byte positions, [`page`] walks over the elements and writes lines and tables, [`chrome`]
//! tells the text from menus and margins. No style sheet is read and no class name of one system is known: a page says
//! what it is by its elements, by its own `style` attributes and by what its lines look like.

mod chrome;
mod elements;
mod lines;
mod lists;
mod page;
mod tables;
mod tokens;

use crate::read::ReadError;
use crate::read::decode::Decoded;
use crate::read::raw::{Block, Line, RawDocument, issue};
use crate::source::ReadOptions;

/// Reads a web page.
///
/// # Errors
/// `read-html-script` for a page that a script fills in, and the limits on nesting, elements and cells.
pub(super) fn read(decoded: &Decoded, options: &ReadOptions) -> Result<RawDocument, ReadError> {
    let found = page::walk(decoded, options)?;
    let scripted = found.scripts > 0;
    let mut document = chrome::settle(found, &options.limits);
    if document.blocks.is_empty() && document.issues.is_empty() && scripted {
        return Err(ReadError::HtmlScript);
    }
    check_lines(&document, options.limits.max_line_bytes)?;
    if let Some(origin) = decoded.replaced {
        document.issues.push(issue("read-replacement-character", Some(origin), true));
    }
    Ok(document)
}

/// Lines of a page have nothing to do with those of its source.
fn check_lines(document: &RawDocument, limit: u64) -> Result<(), ReadError> {
    let length = |line: &Line| line.pieces.iter().map(|piece| piece.text.len() as u64).sum::<u64>();
    for (index, block) in document.blocks.iter().enumerate() {
        let longest = match block {
            Block::Line(line) => length(line),
            Block::Table(table) => table.rows.iter().flatten().flatten().map(length).max().unwrap_or(0),
        };
        if longest > limit {
            return Err(ReadError::LineTooLong { line: index as u64 + 1, limit });
        }
    }
    Ok(())
}
