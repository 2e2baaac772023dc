//! A tree as a list of tokens, and between them the places where a line may break.

/// One piece of the canonical text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Piece {
    /// A token as it is spelt.
    Token(String),
    /// A text block, by its lines without indentation.
    Block(Vec<String>),
    /// What stands between two tokens; without one they touch.
    Gap(Gap),
    /// The beginning of pieces that stand on one line if they fit. Lines that break in them are indented so much further.
    Open(usize),
    /// The same, but broken when the pieces around are.
    Nest(usize),
    /// The end of the innermost `Open` or `Nest`.
    Close,
}

/// What may stand between two tokens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Gap {
    /// So many blanks.
    Blanks(usize),
    /// A blank, or a line break if the pieces do not fit on one line.
    Line,
    /// Nothing, or a line break if the pieces do not fit on one line.
    Edge,
    /// A blank, or a line break where what comes up to the next gap does not fit on the line.
    Fill,
    /// The same, but a line break only if it helps.
    FillIfItFits,
    /// A line break.
    Break,
    /// A line break, and the blank line that the writer put there.
    KeptBlankLine,
    /// A line break and a blank line.
    BlankLine,
}

impl Gap {
    /// One blank.
    pub(super) const BLANK: Self = Self::Blanks(1);

    /// Columns it takes on a line.
    pub(super) fn width(self) -> usize {
        match self {
            Self::Blanks(count) => count,
            Self::Edge => 0,
            _ => 1,
        }
    }

    /// True of a line break in any case.
    pub(super) fn always_breaks(self) -> bool {
        matches!(self, Self::Break | Self::KeptBlankLine | Self::BlankLine)
    }
}

/// Puts pieces one behind the other.
#[derive(Debug, Default)]
pub(super) struct Writer {
    pieces: Vec<Piece>,
}

impl Writer {
    /// All that was written.
    pub(super) fn into_pieces(self) -> Vec<Piece> {
        self.pieces
    }

    pub(super) fn token(&mut self, text: impl Into<String>) {
        self.pieces.push(Piece::Token(text.into()));
    }

    pub(super) fn block(&mut self, text: &str) {
        let lines = if text.is_empty() { Vec::new() } else { text.split('\n').map(str::to_owned).collect() };
        self.pieces.push(Piece::Block(lines));
    }

    pub(super) fn gap(&mut self, gap: Gap) {
        self.pieces.push(Piece::Gap(gap));
    }

    /// A blank.
    pub(super) fn blank(&mut self) {
        self.gap(Gap::BLANK);
    }

    /// A token between blanks that never break.
    pub(super) fn word(&mut self, text: &str) {
        self.token(text);
        self.blank();
    }

    /// Pieces on one line if they fit; else broken, and indented so much further.
    pub(super) fn together(&mut self, indent: usize, write: impl FnOnce(&mut Self)) {
        self.enclosed(Piece::Open(indent), write);
    }

    /// Pieces that break as those around them do, indented so much further.
    pub(super) fn nested(&mut self, indent: usize, write: impl FnOnce(&mut Self)) {
        self.enclosed(Piece::Nest(indent), write);
    }

    fn enclosed(&mut self, open: Piece, write: impl FnOnce(&mut Self)) {
        self.pieces.push(open);
        write(self);
        self.pieces.push(Piece::Close);
    }
}
