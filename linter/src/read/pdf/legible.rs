//! Whether the characters of a file are those that a person sees.
//!
//! Fonts without a map to Unicode give other codes, private characters or nothing at all. A few such characters are marked;
//! a page, or a file, that consists of them is not read.

use super::font::UNKNOWN;
use super::glyph::Sheet;
use super::{ReadError, ReadIssue, page_issue};

/// Counts over the pages so far.
#[derive(Debug, Default)]
pub(super) struct Legibility {
    characters: usize,
    bad: usize,
}

/// Of so many characters one may be bad before nothing is believed.
const ONE_OF: usize = 5;

impl Legibility {
    /// Looks at a page. Symbols of bullet fonts become bullets; a page of mojibake loses its text.
    pub(super) fn look(&mut self, sheet: &mut Sheet) -> Option<ReadIssue> {
        let (mut characters, mut bad, mut unknown) = (0, 0, false);
        for glyph in &mut sheet.glyphs {
            if glyph.text.chars().all(is_bullet) && !glyph.text.is_empty() {
                "•".clone_into(&mut glyph.text);
            }
            for character in glyph.text.chars().filter(|character| !character.is_whitespace()) {
                characters += 1;
                bad += usize::from(is_bad(character));
                unknown |= character == UNKNOWN;
            }
        }
        self.characters += characters;
        self.bad += bad;
        if bad * ONE_OF > characters {
            sheet.glyphs.clear();
            return Some(page_issue("read-pdf-page-mojibake", sheet.number, true));
        }
        unknown.then(|| page_issue("read-replacement-character", sheet.number, true))
    }

    /// After the last page.
    pub(super) fn check(&self) -> Result<(), ReadError> {
        if self.bad * ONE_OF > self.characters {
            return Err(ReadError::PdfUnreadable);
        }
        Ok(())
    }
}

fn is_bad(character: char) -> bool {
    character == UNKNOWN
        || character.is_control()
        || matches!(character, '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..='\u{10ffff}')
}

/// The bullets of Symbol and Wingdings, which stand in the private area.
fn is_bullet(character: char) -> bool {
    matches!(
        character,
        '\u{f0b7}' | '\u{f0a7}' | '\u{f06c}' | '\u{f06e}' | '\u{f075}' | '\u{f076}' | '\u{f0d8}' | '\u{f0fc}'
    )
}
