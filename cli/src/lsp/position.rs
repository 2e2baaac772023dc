//! Bytes of a text ↔ lines and columns of the protocol. Nowhere else is one turned into the other.

use dsl::Span;
use lsp_types::{Position, Range};

/// What a column counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Encoding {
    /// UTF-16 code units: what every client knows.
    #[default]
    Utf16,
    /// Bytes.
    Utf8,
}

/// A text with the places where its lines begin. `\n`, `\r\n` and `\r` end a line.
pub(super) struct Lines<'a> {
    text: &'a str,
    starts: Vec<usize>,
    encoding: Encoding,
}

impl<'a> Lines<'a> {
    pub(super) fn new(text: &'a str, encoding: Encoding) -> Self {
        let bytes = text.as_bytes();
        let ends = |at: &usize| match bytes.get(*at) {
            Some(b'\n') => true,
            Some(b'\r') => bytes.get(at + 1) != Some(&b'\n'),
            _ => false,
        };
        let starts = (0..bytes.len()).filter(ends).map(|at| at + 1);
        Self { text, starts: std::iter::once(0).chain(starts).collect(), encoding }
    }

    /// The byte of a position. What lies beyond the end of a line or of the text counts as that end, a position inside a
    /// character as its beginning.
    pub(super) fn offset(&self, position: Position) -> usize {
        let Some(&start) = self.starts.get(position.line as usize) else { return self.text.len() };
        let next = self.starts.get(position.line as usize + 1).copied().unwrap_or(self.text.len());
        let line = self.text.get(start..next).unwrap_or_default();
        let line = line.strip_suffix('\n').unwrap_or(line);
        let line = line.strip_suffix('\r').unwrap_or(line);
        let wanted = position.character as usize;
        let mut column = 0;
        for (at, char) in line.char_indices() {
            let width = self.width(char);
            if column + width > wanted {
                return start + at;
            }
            column += width;
        }
        start + line.len()
    }

    /// The position of a byte; inside a character that of its beginning, beyond the end that of the end.
    pub(super) fn position(&self, offset: usize) -> Position {
        let offset = self.text.floor_char_boundary(offset.min(self.text.len()));
        let line = self.starts.partition_point(|&start| start <= offset).saturating_sub(1);
        let start = self.starts.get(line).copied().unwrap_or(0);
        let head = self.text.get(start..offset).unwrap_or_default();
        let column: usize = head.chars().map(|char| self.width(char)).sum();
        let number = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
        Position { line: number(line), character: number(column) }
    }

    /// The range of a span.
    pub(super) fn range(&self, span: Span) -> Range {
        let range = span.range();
        Range { start: self.position(range.start), end: self.position(range.end) }
    }

    /// The bytes of a range; turned round where its end comes first.
    pub(super) fn bytes(&self, range: Range) -> std::ops::Range<usize> {
        let (start, end) = (self.offset(range.start), self.offset(range.end));
        start.min(end)..start.max(end)
    }

    fn width(&self, char: char) -> usize {
        match self.encoding {
            Encoding::Utf16 => char.len_utf16(),
            Encoding::Utf8 => char.len_utf8(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// 𠮷 takes two UTF-16 units and four bytes, 返 one and three.
    const TEXT: &str = "a返𠮷b\r\n𠮷\rc\n";

    #[test]
    fn there_and_back() {
        for encoding in [Encoding::Utf16, Encoding::Utf8] {
            let lines = Lines::new(TEXT, encoding);
            let in_the_break = TEXT.find('\n').unwrap();
            for (offset, _) in TEXT.char_indices().filter(|(offset, _)| *offset != in_the_break) {
                assert_eq!(lines.offset(lines.position(offset)), offset, "{encoding:?}");
            }
        }
    }

    #[test]
    fn columns_by_encoding() {
        let at = TEXT.find('b').unwrap();
        assert_eq!(Lines::new(TEXT, Encoding::Utf16).position(at), Position::new(0, 4));
        assert_eq!(Lines::new(TEXT, Encoding::Utf8).position(at), Position::new(0, 8));
    }

    #[test]
    fn what_does_not_exist_is_the_nearest_place_that_does() {
        let lines = Lines::new(TEXT, Encoding::Utf16);
        for (line, character, offset) in [
            (0, 99, TEXT.find('\r').unwrap()),
            (0, 3, TEXT.find('𠮷').unwrap()),
            (1, 99, TEXT.rfind('\r').unwrap()),
            (2, 0, TEXT.find('c').unwrap()),
            (3, 0, TEXT.len()),
            (9, 9, TEXT.len()),
        ] {
            assert_eq!(lines.offset(Position { line, character }), offset, "{line}:{character}");
        }
        assert_eq!(lines.position(999), Position::new(3, 0));
        let turned = Range { start: Position::new(2, 1), end: Position::new(0, 0) };
        assert_eq!(lines.bytes(turned), 0..TEXT.len() - 1);
    }
}
