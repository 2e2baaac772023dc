//! The comments of a source, tied to the tokens of the canonical text.
//!
//! The canonical tokens are those of the source without parentheses and commas that nothing needs, and with `within`
//! before every scope. So the two lists can be walked side by side.

use super::pieces::Piece;
use super::spelling;
use crate::lexer::Read;
use crate::span::Span;
use crate::token::{Token, TokenKind};

/// What the source has beside the tokens: for each canonical token, by its number.
#[derive(Debug, Default)]
pub(super) struct Notes {
    notes: Vec<Note>,
}

/// What stands around one token.
#[derive(Debug, Default, Clone)]
pub(super) struct Note {
    /// Comments on lines of their own before it.
    pub(super) before: Vec<Comment>,
    /// A comment behind it on its line.
    pub(super) behind: Option<String>,
    /// A blank line stands before it, behind the comments.
    pub(super) blank_line: bool,
}

/// A comment with its slashes.
#[derive(Debug, Clone)]
pub(super) struct Comment {
    pub(super) text: String,
    /// A blank line stands before it.
    pub(super) blank_line: bool,
}

impl Notes {
    /// What stands around the token of this number, if anything does.
    pub(super) fn of(&self, number: usize) -> Option<&Note> {
        self.notes.get(number)
    }
}

/// Ties comments and blank lines to the tokens among `pieces`, of which the last is the end of the file.
pub(super) fn notes(source: &str, read: &Read, pieces: &[Piece]) -> Notes {
    let canonical: Vec<&Piece> =
        pieces.iter().filter(|piece| matches!(piece, Piece::Token(_) | Piece::Block(_))).collect();
    let mut walk = Walk { source, canonical, notes: Vec::new(), waiting: Vec::new(), next: 0, end: 0 };
    walk.notes.resize(walk.canonical.len(), Note::default());
    let mut comments = read.comments.iter().copied().peekable();
    for token in &read.tokens {
        while let Some(comment) = comments.next_if(|comment| comment.start < token.span.start) {
            walk.comment(comment);
        }
        walk.token(token);
    }
    comments.for_each(|comment| walk.comment(comment));
    walk.finish();
    walk.behind_commas();
    Notes { notes: walk.notes }
}

/// A walk along the source and the canonical tokens.
struct Walk<'a> {
    source: &'a str,
    canonical: Vec<&'a Piece>,
    notes: Vec<Note>,
    /// Comments since the last token that both lists have.
    waiting: Vec<Comment>,
    /// The number of the canonical token that comes next.
    next: usize,
    /// Where the last token or comment of the source ends.
    end: u32,
}

impl Walk<'_> {
    /// What lies between the last token or comment and this place: only blanks, and tokens that are not listed.
    fn since(&self, start: u32) -> &str {
        self.source.get(self.end as usize..start as usize).unwrap_or_default()
    }

    fn has_blank_line(&self, start: u32) -> bool {
        self.since(start).matches('\n').nth(1).is_some()
    }

    fn comment(&mut self, span: Span) {
        let text = self.source.get(span.range()).unwrap_or_default().trim_end().to_owned();
        let begins_line = self.since(span.start).contains('\n');
        let blank_line = self.has_blank_line(span.start);
        self.end = span.end;
        let last = self.next.checked_sub(1).and_then(|last| self.notes.get_mut(last));
        let behind = !begins_line && self.waiting.is_empty();
        match last.filter(|note| behind && note.behind.is_none()) {
            Some(note) => note.behind = Some(text),
            None => self.waiting.push(Comment { text, blank_line }),
        }
    }

    fn token(&mut self, token: &Token) {
        let blank_line = self.has_blank_line(token.span.start);
        self.end = token.span.end;
        let Some(place) = self.place(token) else { return };
        if let Some(note) = self.notes.get_mut(self.next) {
            note.before = std::mem::take(&mut self.waiting);
            note.blank_line = blank_line;
        }
        self.next = place + 1;
    }

    /// The number of the canonical token that is this one. Only `within` can stand before it.
    fn place(&self, token: &Token) -> Option<usize> {
        let matches = |at: usize| self.canonical.get(at).is_some_and(|piece| is_same(piece, token));
        let added = self.canonical.get(self.next).is_some_and(|piece| is_word(piece, "within"));
        match self.next {
            at if matches(at) => Some(at),
            at if added && matches(at + 1) => Some(at + 1),
            _ => None,
        }
    }

    /// What is left stands at the end.
    fn finish(&mut self) {
        if let Some(note) = self.notes.last_mut() {
            note.before.append(&mut self.waiting);
        }
    }

    /// A comment before a comma goes behind it: no line begins with a comma.
    fn behind_commas(&mut self) {
        for at in 1..self.notes.len() {
            let is_comma = self.canonical.get(at).is_some_and(|piece| is_word(piece, ","));
            let is_free = |note: &Note| note.before.is_empty() && note.behind.is_none();
            if is_comma && self.notes.get(at).is_some_and(is_free) {
                let moved = self.notes.get_mut(at - 1).and_then(|note| note.behind.take());
                if let Some(note) = self.notes.get_mut(at) {
                    note.behind = moved;
                }
            }
        }
    }
}

fn is_word(piece: &Piece, word: &str) -> bool {
    matches!(piece, Piece::Token(text) if text == word)
}

fn is_same(piece: &Piece, token: &Token) -> bool {
    match piece {
        Piece::Token(text) => *text == spelling::of(&token.kind),
        // An advice may have been written between single quotes.
        Piece::Block(_) => matches!(token.kind, TokenKind::Block(_) | TokenKind::Text(_)),
        _ => false,
    }
}
