//! Lines and columns of passages in text files, as editors and other tools name them: `path:12:5`.

use schemars::JsonSchema;
use serde::Serialize;

use crate::document::{Document, Origin};
use crate::lint::Input;
use crate::read;
use crate::report::{EvidenceView, OutcomeView};

/// A stretch of a text file. Lines and columns count from 1, columns in UTF-16 code units; the end is the column behind
/// the last character.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
pub struct TextPlace {
    /// Line of the first character.
    pub line: u32,
    /// Its column.
    pub column: u32,
    /// Line of the last character.
    pub end_line: u32,
    /// The column behind it.
    pub end_column: u32,
}

/// Writes the places of all passages that stand in text files.
pub(crate) fn fill(outcomes: &mut [OutcomeView], inputs: &[Input<'_>]) {
    for input in inputs {
        let of_input = outcomes.iter_mut().flat_map(|outcome| &mut outcome.evidence);
        let mut passages = of_input.filter(|passage| passage.document == input.path).peekable();
        let in_text = |passage: &EvidenceView| matches!(passage.origin, Some(Origin::Bytes { .. }));
        if !passages.peek().is_some_and(|first| in_text(first)) {
            continue;
        }
        let Some(file) = File::of(input) else { continue };
        for passage in passages {
            passage.place = file.place(input.document, passage);
        }
    }
}

/// A text file with the beginnings of its lines.
struct File {
    decoded: read::Decoded,
    /// Bytes of the decoded text at which lines begin, and the same in the file.
    lines: Vec<(usize, u32)>,
}

impl File {
    fn of(input: &Input<'_>) -> Option<Self> {
        let decoded = read::decoded(input.bytes, input.path)?;
        let mut lines = vec![(0, decoded.file_offset(0))];
        let mut rest = decoded.text.char_indices().peekable();
        while let Some((at, character)) = rest.next() {
            let followed = rest.peek().is_some_and(|(_, next)| *next == '\n');
            if character == '\n' || (character == '\r' && !followed) {
                let start = at + character.len_utf8();
                lines.push((start, decoded.file_offset(start)));
            }
        }
        Some(Self { decoded, lines })
    }

    fn place(&self, document: &Document, passage: &EvidenceView) -> Option<TextPlace> {
        let bytes = &passage.passage_bytes;
        let last = document.text.get(bytes.clone())?.char_indices().last()?.0 + bytes.start;
        let byte = |at: usize| match document.source_map.locate(&document.text, at as u32) {
            Some(Origin::Bytes { byte }) => Some(byte),
            _ => None,
        };
        let (line, column, _) = self.position(byte(bytes.start)?)?;
        let (end_line, before_last, width) = self.position(byte(last)?)?;
        Some(TextPlace { line, column, end_line, end_column: before_last + width })
    }

    /// Line and column of the character at a byte of the file, and how wide it is.
    fn position(&self, byte: u32) -> Option<(u32, u32, u32)> {
        let line = self.lines.partition_point(|(_, file)| *file <= byte).checked_sub(1)?;
        let start = self.lines.get(line)?.0;
        let mut column = 1;
        for (at, character) in self.decoded.text.get(start..)?.char_indices() {
            let width = character.len_utf16() as u32;
            // A byte inside a character is that character's: half of a pair, a mark that was joined to its base.
            if self.decoded.file_offset(start + at + character.len_utf8()) > byte {
                return Some((line as u32 + 1, column, width));
            }
            column += width;
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lint::{Options, lint};
    use crate::pack;
    use crate::read::{ReadOptions, read_document};

    /// The words under all places of a text file, with how it was written.
    fn words(text: &str, bytes: &[u8]) -> Vec<(String, String)> {
        let document = read_document(bytes, "a.txt", &ReadOptions::default()).unwrap();
        let report = lint(&document, bytes, "a.txt", &pack::shipped(), &Options::default());
        let lines: Vec<Vec<u16>> = text.split('\n').map(|line| line.encode_utf16().collect()).collect();
        let under = |place: TextPlace| {
            assert_eq!(place.line, place.end_line);
            let line = &lines[place.line as usize - 1];
            String::from_utf16(&line[place.column as usize - 1..place.end_column as usize - 1]).unwrap()
        };
        let passages = report.outcomes.iter().flat_map(|outcome| &outcome.evidence);
        let mut found: Vec<_> = passages
            .filter_map(|passage| {
                let words = document.text.get(passage.passage_bytes.clone()).unwrap().to_owned();
                (!words.contains('\n')).then(|| (under(passage.place.unwrap()), words))
            })
            .collect();
        found.dedup();
        found
    }

    const CONTRACT: &str = "保守契約書\n\n第１条（再委託）\n乙は、ＣＩＯ𠮷田の承諾なく再委託することができる。\n\
        第２条（秘密保持）\n　乙は、業務上知り得た秘密を第三者に漏らしてはならない。\n";

    #[test]
    fn places_are_where_the_words_stand() {
        let found = words(CONTRACT, CONTRACT.as_bytes());
        assert!(found.len() >= 2, "{found:?}");
        for (original, passage) in &found {
            assert_eq!(&crate::normalise::normalise(original), passage);
        }
    }

    #[test]
    fn places_do_not_depend_on_the_encoding() {
        let text = CONTRACT.replace('𠮷', "吉");
        let utf8 = words(&text, text.as_bytes());
        let (shift_jis, _, _) = encoding_rs::SHIFT_JIS.encode(&text);
        let (euc, _, _) = encoding_rs::EUC_JP.encode(&text);
        let utf16: Vec<u8> =
            [0xFF, 0xFE].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect();
        for bytes in [&*shift_jis, &*euc, &utf16] {
            assert_eq!(words(&text, bytes), utf8);
        }
    }
}
