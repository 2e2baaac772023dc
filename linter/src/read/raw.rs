//! What a reader hands over: lines and tables, each stretch of text with its origin.

use crate::document::{Aside, Origin, ReadIssue};
use crate::read::ReadError;
use crate::source::Limits;

/// A document before normalisation.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct RawDocument {
    /// Lines and tables in reading order.
    pub(crate) blocks: Vec<Block>,
    /// Headers, footers and comments.
    pub(crate) asides: Vec<Aside>,
    /// What could not be read.
    pub(crate) issues: Vec<ReadIssue>,
    /// True where a line may be a piece of a paragraph that was cut at a width.
    pub(crate) wraps: bool,
}

/// A piece of the page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Block {
    /// One line of a text file, or one paragraph of a Word file.
    Line(Line),
    /// A table.
    Table(RawTable),
}

/// A table: rows of cells of lines. Tables inside cells are flattened into the lines of the cell.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct RawTable {
    /// Rows from top to bottom.
    pub(crate) rows: Vec<Vec<RawCell>>,
}

/// The lines of a cell.
pub(crate) type RawCell = Vec<Line>;

/// One line with what the format says about it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Line {
    /// Text in stretches of one origin.
    pub(crate) pieces: Vec<Piece>,
    /// What the format says.
    pub(crate) hints: Hints,
}

/// What a format says about a line beyond its text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Hints {
    /// Heading level from 1, if it is marked as a heading.
    pub(crate) heading: Option<u8>,
    /// Marked as the title of the document.
    pub(crate) title: bool,
    /// Nesting of the list whose item starts with this line, from 0.
    pub(crate) list_level: Option<u8>,
    /// All of it is bold.
    pub(crate) bold: bool,
    /// Part of a quotation.
    pub(crate) quote: bool,
    /// A footnote or endnote.
    pub(crate) note: bool,
    /// Verbatim text.
    pub(crate) code: bool,
    /// A line of a table of contents.
    pub(crate) toc: bool,
    /// At least one empty line stands before it.
    pub(crate) blank_before: bool,
    /// Columns of space in front of it, where the format has no lists of its own.
    pub(crate) indent: u8,
}

/// A stretch of text from one place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Piece {
    /// The text, as printed.
    pub(crate) text: String,
    /// Origin of the first character.
    pub(crate) origin: Origin,
    /// How the origin moves from character to character.
    pub(crate) pace: Pace,
}

/// How far one character moves the origin.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Pace {
    /// Not at all: a computed label, or a character reference.
    Still,
    /// One per character.
    Characters,
    /// The length of the character in this encoding.
    Bytes(Widths),
}

/// Encodings, by the length of a character.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Widths {
    /// UTF-8.
    Utf8,
    /// UTF-16, either order.
    Utf16,
    /// Shift_JIS with the Windows extensions.
    ShiftJis,
    /// EUC-JP; a character of JIS X 0212 takes one more.
    EucJp,
    /// ISO-2022-JP; the escapes between the character sets belong to no character.
    Iso2022Jp,
}

impl Widths {
    /// Bytes that the character takes in the file.
    pub(crate) fn of(self, character: char) -> u32 {
        match self {
            Self::Utf8 => character.len_utf8() as u32,
            Self::Utf16 => character.len_utf16() as u32 * 2,
            Self::ShiftJis if character.is_ascii() || ('\u{ff61}'..='\u{ff9f}').contains(&character) => 1,
            Self::EucJp if character.is_ascii() => 1,
            Self::Iso2022Jp
                if character.is_ascii() || matches!(character, '¥' | '‾' | '\u{ff61}'..='\u{ff9f}') =>
            {
                1
            }
            // What takes another number of bytes, the decoder notes as a jump.
            Self::ShiftJis | Self::EucJp | Self::Iso2022Jp => 2,
        }
    }
}

impl Pace {
    /// The origin one character further on.
    pub(crate) fn step(self, origin: Origin, character: char) -> Origin {
        match (self, origin) {
            (Self::Bytes(widths), Origin::Bytes { byte }) => {
                Origin::Bytes { byte: byte.saturating_add(widths.of(character)) }
            }
            (Self::Characters, Origin::Docx { part, paragraph, run, offset }) => {
                Origin::Docx { part, paragraph, run, offset: offset.saturating_add(1) }
            }
            (Self::Characters, Origin::Sheet { sheet, row, column, offset }) => {
                Origin::Sheet { sheet, row, column, offset: offset.saturating_add(1) }
            }
            _ => origin,
        }
    }
}

impl Line {
    /// The text of all pieces.
    pub(crate) fn text(&self) -> String {
        self.pieces.iter().map(|piece| piece.text.as_str()).collect()
    }

    /// True without a visible character.
    pub(crate) fn is_blank(&self) -> bool {
        self.pieces.iter().all(|piece| piece.text.chars().all(char::is_whitespace))
    }
}

impl RawDocument {
    /// Counts lines and cells against the limits.
    pub(crate) fn check(&self, limits: &Limits) -> Result<(), ReadError> {
        let (mut lines, mut cells) = (0_u64, 0_u64);
        for block in &self.blocks {
            match block {
                Block::Line(_) => lines += 1,
                Block::Table(table) => {
                    for cell in table.rows.iter().flatten() {
                        cells += 1;
                        lines += cell.len() as u64;
                    }
                }
            }
        }
        if cells > limits.max_table_cells {
            return Err(ReadError::TableTooLarge { limit: limits.max_table_cells });
        }
        if lines > limits.max_lines {
            return Err(ReadError::TooManyLines { limit: limits.max_lines });
        }
        Ok(())
    }
}

/// An issue without arguments.
pub(crate) fn issue(code: &str, origin: Option<Origin>, text_lost: bool) -> ReadIssue {
    ReadIssue { code: code.to_owned(), args: std::collections::BTreeMap::new(), origin, text_lost }
}
