//! The line that is being written: white space as a browser shows it, and how much of it is bold or a link.

use crate::document::Origin;
use crate::read::decode::Decoded;
use crate::read::raw::{Line, Pace, Piece};
use std::ops::Range;

/// Where a line leads that is one link from end to end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Linked {
    /// To a place of the same page.
    Here,
    /// To somewhere else.
    Away,
}

/// The look of the text that is written next.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Look {
    /// Bold.
    pub(super) bold: bool,
    /// Inside a link; true for one to the same page.
    pub(super) link: Option<bool>,
    /// Spaces and line breaks stand as they are.
    pub(super) verbatim: bool,
}

/// An open line.
#[derive(Debug, Default)]
pub(super) struct LineBuilder {
    pieces: Vec<Piece>,
    /// Collapsible space since the last character: where it is, and whether it held a line break.
    gap: Option<(usize, bool)>,
    last: Option<char>,
    /// Visible characters: all, bold, in links, in links to the same page.
    all: usize,
    bold: usize,
    linked: usize,
    here: usize,
}

impl LineBuilder {
    /// Whether no text was written yet.
    pub(super) fn is_empty(&self) -> bool {
        self.pieces.is_empty()
    }

    /// Adds a stretch of the source.
    pub(super) fn push(&mut self, decoded: &Decoded, range: Range<usize>, look: Look) {
        let text = decoded.text.get(range.clone()).unwrap_or_default();
        if look.verbatim {
            self.write(decoded, range, look);
            return;
        }
        let mut start = 0;
        let mut rest = text.char_indices().peekable();
        while let Some((at, character)) = rest.next() {
            if !is_space(character) {
                continue;
            }
            let mut end = at + 1;
            let mut broken = is_break(character);
            while let Some((next, more)) = rest.next_if(|(_, more)| is_space(*more)) {
                end = next + 1;
                broken |= is_break(more);
            }
            // One space between two words stays in the piece.
            if character == ' ' && end == at + 1 && at > start && end < text.len() {
                continue;
            }
            self.write(decoded, range.start + start..range.start + at, look);
            self.space(range.start + at, broken);
            start = end;
        }
        self.write(decoded, range.start + start..range.end, look);
    }

    /// Adds what stands for a reference or a picture; it comes from one place as a whole.
    pub(super) fn push_still(&mut self, decoded: &Decoded, text: &str, at: usize, look: Look) {
        if !look.verbatim && text.chars().all(is_space) {
            self.space(at, text.chars().any(is_break));
            return;
        }
        self.close_gap(decoded, text.chars().next());
        self.weigh(text, look);
        let origin = Origin::Bytes { byte: decoded.file_offset(at) };
        self.pieces.push(Piece { text: text.to_owned(), origin, pace: Pace::Still });
    }

    /// Adds collapsible space.
    pub(super) fn space(&mut self, at: usize, broken: bool) {
        let (at, before) = self.gap.unwrap_or((at, true));
        self.gap = Some((at, before && broken));
    }

    fn write(&mut self, decoded: &Decoded, range: Range<usize>, look: Look) {
        let text = decoded.text.get(range.clone()).unwrap_or_default();
        if text.is_empty() {
            return;
        }
        self.close_gap(decoded, text.chars().next());
        self.weigh(text, look);
        self.pieces.extend(decoded.pieces(range));
    }

    /// A line break of the source between two Japanese characters is no space.
    fn close_gap(&mut self, decoded: &Decoded, next: Option<char>) {
        let Some((at, broken)) = self.gap.take() else { return };
        let wide = |character: Option<char>| character.is_some_and(|c| c >= '\u{2e80}');
        if self.pieces.is_empty() || (broken && wide(self.last) && wide(next)) {
            return;
        }
        let origin = Origin::Bytes { byte: decoded.file_offset(at) };
        self.pieces.push(Piece { text: " ".to_owned(), origin, pace: Pace::Still });
    }

    fn weigh(&mut self, text: &str, look: Look) {
        let visible = text.chars().filter(|c| !c.is_whitespace()).count();
        self.last = text.chars().next_back().or(self.last);
        self.all += visible;
        self.bold += if look.bold { visible } else { 0 };
        self.linked += if look.link.is_some() { visible } else { 0 };
        self.here += if look.link == Some(true) { visible } else { 0 };
    }

    /// The finished line, what it links to, and an empty builder; `None` if nothing visible was written.
    pub(super) fn take(&mut self) -> Option<(Line, Option<Linked>)> {
        let done = std::mem::take(self);
        if done.all == 0 {
            return None;
        }
        let mut line = Line { pieces: done.pieces, ..Line::default() };
        line.hints.bold = done.bold * 10 >= done.all * 9;
        let linked = match () {
            () if done.here == done.all => Some(Linked::Here),
            () if done.linked == done.all => Some(Linked::Away),
            () => None,
        };
        Some((line, linked))
    }
}

/// White space that HTML collapses; a full-width space and `&nbsp;` are not.
fn is_space(character: char) -> bool {
    matches!(character, ' ' | '\t' | '\n' | '\r' | '\u{c}')
}

fn is_break(character: char) -> bool {
    matches!(character, '\n' | '\r')
}
