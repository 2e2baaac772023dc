//! Pieces → lines.

use unicode_width::UnicodeWidthStr as _;

use super::comments::{Note, Notes};
use super::pieces::{Gap, Piece};
use super::spelling::QUOTES;

/// Columns of a line; a wide character has two.
const WIDTH: usize = 100;

/// Columns by which one level stands further in than the next.
const LEVEL: usize = 2;

/// Lays out all pieces, with the comments and blank lines of the source.
pub(super) fn lay_out(pieces: &[Piece], notes: &Notes) -> String {
    let mut page = Page {
        pieces,
        notes,
        text: String::new(),
        line: 0,
        column: 0,
        levels: Vec::new(),
        next: Next::default(),
        number: 0,
        behind_comment: false,
        behind_opening: false,
    };
    for (at, piece) in pieces.iter().enumerate() {
        page.lay(at, piece);
    }
    page.text.truncate(page.text.trim_end().len());
    page.text + "\n"
}

/// Pieces that are open.
#[derive(Debug, Clone, Copy, Default)]
struct Level {
    indent: usize,
    flat: bool,
    /// The line on which the pieces behind the last gap that fills begin.
    since: Option<usize>,
}

/// What comes before the next token.
#[derive(Debug, Clone, Copy, Default)]
struct Next {
    /// Blanks, or `None` for a line break.
    blanks: Option<usize>,
    blank_line: bool,
    kept_blank_line: bool,
    /// Columns at which a line begins there.
    indent: usize,
}

struct Page<'a> {
    pieces: &'a [Piece],
    notes: &'a Notes,
    text: String,
    /// The number of the last line, and its columns.
    line: usize,
    column: usize,
    levels: Vec<Level>,
    next: Next,
    /// The number of the next token.
    number: usize,
    /// A comment ends the last line: the next token must begin another.
    behind_comment: bool,
    /// The last token was an opening brace or parenthesis, or there was none.
    behind_opening: bool,
}

impl Page<'_> {
    fn lay(&mut self, at: usize, piece: &Piece) {
        match piece {
            Piece::Open(indent) => {
                let level = self.level();
                let flat = level.flat || self.fits(at, self.column_of_next());
                self.levels.push(Level { indent: level.indent + indent, flat, since: None });
            }
            Piece::Nest(indent) => {
                let level = self.level();
                self.levels.push(Level { indent: level.indent + indent, since: None, ..level });
            }
            Piece::Close => {
                self.levels.pop();
            }
            Piece::Gap(gap) => self.next = self.resolved(*gap, at),
            Piece::Token(text) => self.token(text, |page| page.write(text)),
            Piece::Block(lines) => self.token(QUOTES, |page| page.write_block(lines)),
        }
    }

    fn level(&self) -> Level {
        self.levels.last().copied().unwrap_or_default()
    }

    fn note(&self) -> Option<&Note> {
        self.notes.of(self.number)
    }

    /// True when comments allow the next token on no line but its own.
    fn must_break(&self) -> bool {
        self.behind_comment || self.note().is_some_and(|note| !note.before.is_empty())
    }

    /// The column at which the next token begins.
    fn column_of_next(&self) -> usize {
        match self.next.blanks {
            Some(blanks) if !self.must_break() => self.column + blanks,
            _ => self.next.indent,
        }
    }

    fn resolved(&mut self, gap: Gap, at: usize) -> Next {
        let Level { indent, flat, since } = self.level();
        if let Some(level) = self.levels.last_mut() {
            level.since = None;
        }
        // What stands on several lines has the last of them for itself.
        let behind_lines = since.is_some_and(|line| line != self.line);
        let behind_blank = self.column + gap.width();
        let breaks = gap.always_breaks()
            || self.must_break()
            || !flat
                && match gap {
                    Gap::Line | Gap::Edge => true,
                    Gap::Fill => behind_lines || !self.fits(at + 1, behind_blank),
                    Gap::FillIfItFits => {
                        behind_lines || !self.fits(at + 1, behind_blank) && self.fits(at + 1, indent)
                    }
                    _ => false,
                };
        Next {
            blanks: (!breaks).then_some(gap.width()),
            blank_line: gap == Gap::BlankLine,
            kept_blank_line: gap == Gap::KeptBlankLine,
            indent,
        }
    }

    /// Whether all that follows up to the next place where a line can break has room, from this column on. What is
    /// opened on the way has to stay on the line.
    fn fits(&self, from: usize, column: usize) -> bool {
        let mut line = Line { column, number: self.number, first: true, behind_comment: false };
        let mut flat: Vec<bool> = self.levels.iter().map(|level| level.flat).collect();
        for piece in self.pieces.get(from..).unwrap_or_default() {
            match piece {
                Piece::Open(_) => flat.push(true),
                Piece::Nest(_) => flat.push(flat.last().is_some_and(|flat| *flat)),
                Piece::Close => {
                    flat.pop();
                }
                Piece::Gap(gap) => {
                    let can_break = !matches!(gap, Gap::Blanks(_));
                    if can_break && flat.last().is_none_or(|flat| !flat) {
                        return true;
                    }
                    if gap.always_breaks() || line.behind_comment {
                        return false;
                    }
                    line.column += gap.width();
                }
                Piece::Token(text) => {
                    if !line.takes(text, self.notes) {
                        return false;
                    }
                }
                Piece::Block(_) => return line.takes(QUOTES, self.notes),
            }
        }
        true
    }

    /// Writes what stands before a token, the token, and the comment behind it.
    fn token(&mut self, text: &str, write: impl FnOnce(&mut Self)) {
        let notes = self.notes;
        let note = notes.of(self.number);
        self.before(text, note);
        self.behind_opening = matches!(text, "{" | "(");
        for level in &mut self.levels {
            level.since.get_or_insert(self.line);
        }
        write(self);
        self.behind_comment = false;
        if let Some(comment) = note.and_then(|note| note.behind.as_ref()) {
            self.write(" ");
            self.write(comment);
            self.behind_comment = true;
        }
        self.number += 1;
        self.next = Next { blanks: Some(0), indent: self.level().indent, ..Next::default() };
    }

    fn before(&mut self, text: &str, note: Option<&Note>) {
        let next = self.next;
        let closes = matches!(text, "}" | ")");
        let comments = note.map_or(&[][..], |note| note.before.as_slice());
        let kept = |page: &Self, blank_line: bool| blank_line && !page.behind_opening;
        if comments.is_empty() {
            match next.blanks {
                Some(blanks) if !self.behind_comment => self.write(&" ".repeat(blanks)),
                _ => {
                    let writers = next.kept_blank_line && note.is_some_and(|note| note.blank_line);
                    self.break_line(next.blank_line || kept(self, writers), next.indent);
                }
            }
            return;
        }
        // Before what closes a block, comments stand with its content.
        let indent = if closes { next.indent + LEVEL } else { next.indent };
        for (index, comment) in comments.iter().enumerate() {
            let blank_line = kept(self, comment.blank_line) || (index == 0 && next.blank_line);
            self.break_line(blank_line, indent);
            self.write(&comment.text);
            self.behind_opening = false;
        }
        self.break_line(note.is_some_and(|note| note.blank_line) && !closes, next.indent);
    }

    fn write(&mut self, text: &str) {
        self.text.push_str(text);
        self.column += text.width();
    }

    /// Begins a line. The first line of the file has begun already.
    fn break_line(&mut self, blank_line: bool, indent: usize) {
        if !self.text.is_empty() {
            self.text.push_str(if blank_line { "\n\n" } else { "\n" });
        }
        self.line += 1;
        self.column = 0;
        self.write(&" ".repeat(indent));
    }

    fn write_block(&mut self, lines: &[String]) {
        let indent = self.level().indent;
        self.write(QUOTES);
        for line in lines {
            self.break_line(false, if line.is_empty() { 0 } else { indent + LEVEL });
            self.write(line);
        }
        self.break_line(false, indent);
        self.write(QUOTES);
    }
}

/// A line that is tried out.
struct Line {
    column: usize,
    /// The number of its next token.
    number: usize,
    /// No token stands on it yet.
    first: bool,
    behind_comment: bool,
}

impl Line {
    /// Puts a token on the line; false if it has no room, or a comment stands between.
    fn takes(&mut self, text: &str, notes: &Notes) -> bool {
        let note = notes.of(self.number);
        let between = self.behind_comment || !self.first && note.is_some_and(|note| !note.before.is_empty());
        self.column += text.width();
        self.number += 1;
        self.first = false;
        self.behind_comment = note.is_some_and(|note| note.behind.is_some());
        !between && self.column <= WIDTH
    }
}
