//! Plain text: one [`Line`] a line, drawn tables, reStructuredText underlines and quotes in mail understood.

use crate::document::{Aside, AsideKind, Origin};
use crate::read::ReadError;
use crate::read::decode::Decoded;
use crate::read::pipes::{PipeLine, pipe_line};
use crate::read::raw::{Block, Line, Pace, Piece, RawDocument, RawTable, issue};
use crate::source::{Limits, is_underline};
use std::ops::Range;

/// Reads a text file into lines and drawn tables.
pub(super) fn read(decoded: &Decoded, _limits: &Limits) -> Result<RawDocument, ReadError> {
    let lines = split_lines(&decoded.text);
    let quotes: Vec<usize> =
        lines.iter().map(|line| quote_marks(decoded.text.get(line.clone()).unwrap_or_default())).collect();
    let lines: Vec<Range<usize>> =
        lines.iter().zip(&quotes).map(|(line, marks)| line.start + marks..line.end).collect();
    let texts: Vec<&str> =
        lines.iter().map(|line| decoded.text.get(line.clone()).unwrap_or_default()).collect();
    let mut reader = TextReader {
        decoded,
        document: RawDocument { wraps: true, ..RawDocument::default() },
        marks: Vec::new(),
        blank: false,
        quote: false,
        directives: texts.iter().any(|text| text.starts_with(".. ") && text.contains("::")),
        in_directive: false,
        joinable: None,
    };
    let mut index = 0;
    while let (Some(range), Some(text)) = (lines.get(index), texts.get(index)) {
        if let Some(signature) = signature(&texts, index) {
            let origin = Some(Origin::Bytes { byte: decoded.file_offset(range.start) });
            let kind = AsideKind::Footer;
            reader.document.asides.push(Aside { kind, text: signature, author: None, origin });
            break;
        }
        let below = texts.get(index + 1).copied().unwrap_or_default();
        reader.quote = quotes.get(index).is_some_and(|marks| *marks > 0);
        index += reader.take(range, text, below);
    }
    let mut document = reader.document;
    if let Some(origin) = decoded.replaced {
        document.issues.push(issue("read-replacement-character", Some(origin), true));
    }
    Ok(document)
}

/// What stands behind the `-- ` of a mail at its end: the sender, not the text.
fn signature(texts: &[&str], index: usize) -> Option<String> {
    let rest = texts.get(index + 1..).unwrap_or_default();
    let short = rest.len() <= 10 && !rest.iter().any(|line| line.contains('。'));
    (texts.get(index) == Some(&"-- ") && short).then(|| rest.join("\n").trim().to_owned())
}

/// Bytes of the marks in front of a line that a mail quotes: `> `, `>> `, `> > `.
fn quote_marks(line: &str) -> usize {
    let rest = line.trim_start_matches(['>', ' ']);
    if line.starts_with('>') { line.len() - rest.len() } else { 0 }
}

/// Byte ranges of the lines, without their ends. Form feeds and the Unicode separators end a line too.
fn split_lines(text: &str) -> Vec<Range<usize>> {
    let mut lines = Vec::new();
    let mut start = 0;
    let mut previous = ' ';
    for (at, character) in text.char_indices() {
        if matches!(character, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}') {
            if !(character == '\n' && previous == '\r') {
                lines.push(start..at);
            }
            start = at + character.len_utf8();
        }
        previous = character;
    }
    if start < text.len() {
        lines.push(start..text.len());
    }
    lines
}

struct TextReader<'a> {
    decoded: &'a Decoded,
    document: RawDocument,
    /// Underline marks in the order of their first use: their place is the heading level.
    marks: Vec<char>,
    blank: bool,
    /// The line is quoted.
    quote: bool,
    /// reStructuredText: lines run on until an empty one, and indentation nests lists.
    directives: bool,
    in_directive: bool,
    /// Columns of space in front of the last line, if a line may be joined to it.
    joinable: Option<usize>,
}

impl TextReader<'_> {
    /// Takes one line; returns how many lines were used up.
    fn take(&mut self, range: &Range<usize>, text: &str, below: &str) -> usize {
        if text.trim().is_empty() {
            self.blank = true;
            return 1;
        }
        if self.directives && self.is_directive(text) {
            self.blank = true;
            return 1;
        }
        match pipe_line(text) {
            Some(PipeLine::Rule) => return 1,
            Some(PipeLine::Single(cells)) => {
                self.push_line(&cells, range.start, None);
                return 1;
            }
            Some(PipeLine::Row(cells)) => {
                self.push_row(&cells, range.start);
                return 1;
            }
            None => {}
        }
        if is_underline(text.trim()) && text.trim().len() >= 8 {
            return 1;
        }
        let level = self.underline_level(text, below);
        let indent = text.len() - text.trim_start_matches([' ', '\t']).len();
        let listed = self.directives && is_list_item(text);
        if level.is_none() && !listed && !self.blank && self.joinable.is_some_and(|above| above == indent) {
            self.append(range.start, text, indent);
            return 1;
        }
        self.push_line(std::slice::from_ref(&(0..text.len())), range.start, level);
        if let Some(Block::Line(line)) = self.document.blocks.last_mut() {
            line.hints.indent = u8::try_from(columns_before(text)).unwrap_or(u8::MAX);
            line.hints.list_level = listed.then(|| u8::try_from(indent / 2).unwrap_or(u8::MAX));
        }
        let text_column = indent + if listed { 2 } else { 0 };
        self.joinable = (self.directives && level.is_none()).then_some(text_column);
        if level.is_some() { 2 } else { 1 }
    }

    /// `.. name::` with its indented body is markup, not text of the document.
    fn is_directive(&mut self, text: &str) -> bool {
        if text.starts_with(".. ") || text.trim() == ".." {
            self.in_directive = true;
            return true;
        }
        self.in_directive &= text.starts_with([' ', '\t']);
        self.in_directive
    }

    fn underline_level(&mut self, text: &str, below: &str) -> Option<u8> {
        let rule = below.trim_end();
        let mark = rule.chars().next()?;
        let width: usize = text.trim().chars().map(|c| if c.is_ascii() { 1 } else { 2 }).sum();
        if !is_underline(rule)
            || text.starts_with([' ', '\t'])
            || rule.len() * 2 < width
            || text.contains('。')
        {
            return None;
        }
        let place = self.marks.iter().position(|known| *known == mark).unwrap_or_else(|| {
            self.marks.push(mark);
            self.marks.len() - 1
        });
        u8::try_from(place + 1).ok()
    }

    fn line(&self, cells: &[Range<usize>], base: usize) -> Line {
        let mut line = Line::default();
        for cell in cells {
            if !line.pieces.is_empty() {
                let origin = Origin::Bytes { byte: self.decoded.file_offset(base + cell.start) };
                line.pieces.push(Piece { text: " ".to_owned(), origin, pace: Pace::Still });
            }
            line.pieces.extend(self.decoded.pieces(base + cell.start..base + cell.end));
        }
        line
    }

    fn push_line(&mut self, cells: &[Range<usize>], base: usize, heading: Option<u8>) {
        let mut line = self.line(cells, base);
        line.hints.heading = heading;
        line.hints.quote = self.quote;
        line.hints.blank_before = std::mem::take(&mut self.blank);
        self.document.blocks.push(Block::Line(line));
    }

    /// Goes on with the line above.
    fn append(&mut self, base: usize, text: &str, indent: usize) {
        let origin = Origin::Bytes { byte: self.decoded.file_offset(base + indent) };
        if let Some(Block::Line(line)) = self.document.blocks.last_mut() {
            line.pieces.push(Piece { text: " ".to_owned(), origin, pace: Pace::Still });
            line.pieces.extend(self.decoded.pieces(base + indent..base + text.len()));
        }
    }

    fn push_row(&mut self, cells: &[Range<usize>], base: usize) {
        let row: Vec<Vec<Line>> =
            cells.iter().map(|cell| vec![self.line(std::slice::from_ref(cell), base)]).collect();
        self.blank = false;
        self.joinable = None;
        match self.document.blocks.last_mut() {
            Some(Block::Table(table)) => table.rows.push(row),
            _ => self.document.blocks.push(Block::Table(RawTable { rows: vec![row] })),
        }
    }
}

/// Columns of space at the start of a line; an ideographic space is two wide.
fn columns_before(text: &str) -> usize {
    text.chars().take_while(|c| c.is_whitespace()).map(|c| if c == '\u{3000}' { 2 } else { 1 }).sum()
}

/// `* `, `- `, `#. ` or `1. ` behind any indentation.
fn is_list_item(text: &str) -> bool {
    let text = text.trim_start();
    let digits = text.trim_start_matches(|c: char| c.is_ascii_digit());
    ["* ", "- ", "+ ", "#. "].iter().any(|mark| text.starts_with(mark))
        || digits.len() < text.len() && digits.starts_with(". ")
}
