//! From byte offsets to the lines and columns that a person reads.

/// A line and a column, both counted from 1; the column counts characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Position {
    /// The line.
    pub line: u32,
    /// The column, in characters.
    pub column: u32,
}

/// Where the lines of one source begin.
#[derive(Debug, Clone)]
pub struct LineIndex<'a> {
    source: &'a str,
    starts: Vec<u32>,
}

impl<'a> LineIndex<'a> {
    /// Finds the line breaks of a source; `\n` and `\r\n` end a line.
    pub fn new(source: &'a str) -> Self {
        let after_breaks = source.match_indices('\n').filter_map(|(at, _)| u32::try_from(at + 1).ok());
        Self { source, starts: std::iter::once(0).chain(after_breaks).collect() }
    }

    /// The line and column of a byte offset. An offset beyond the end counts as the end; one inside a character counts
    /// as the beginning of that character.
    ///
    /// ```
    /// let index = dsl::LineIndex::new("一行目\n二行目");
    /// let position = index.position(13);
    /// assert_eq!((position.line, position.column), (2, 2));
    /// ```
    pub fn position(&self, offset: u32) -> Position {
        let line = self.starts.partition_point(|&start| start <= offset).max(1);
        let start = self.starts.get(line - 1).map_or(0, |&start| start as usize);
        let end = self.source.floor_char_boundary((offset as usize).min(self.source.len()));
        let column = self.source.get(start..end).map_or(0, |text| text.chars().count());
        Position { line: count(line), column: count(column + 1) }
    }

    /// The text of a line counted from 1, without its line break; `None` when there is no such line.
    pub fn line_text(&self, line: u32) -> Option<&'a str> {
        let index = (line as usize).checked_sub(1)?;
        let start = *self.starts.get(index)? as usize;
        let end = self.starts.get(index + 1).map_or(self.source.len(), |&next| next as usize);
        Some(self.source.get(start..end)?.trim_end_matches(['\n', '\r']))
    }
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters() {
        let index = LineIndex::new("seki 1\r\nconcept 返却 = \"返\"\n");
        assert_eq!(index.position(0), Position { line: 1, column: 1 });
        assert_eq!(index.position(22), Position { line: 2, column: 11 }, "after two kanji");
        assert_eq!(index.position(9999), Position { line: 3, column: 1 }, "past the end");
        assert_eq!(index.line_text(1), Some("seki 1"));
        assert_eq!(index.line_text(4), None);
    }

    #[test]
    fn an_offset_inside_a_character_is_its_beginning() {
        assert_eq!(LineIndex::new("返却").position(4), Position { line: 1, column: 2 });
    }
}
