//! The token list as a nom input, and the error that combinators pass around.

use std::iter::Enumerate;

use nom::error::{ErrorKind, ParseError};
use nom::{Err, IResult, Input, Needed};

use crate::error::{DslErrorKind, Expectation, NameKind};
use crate::keyword;
use crate::names::unknown;
use crate::sink::ErrorSink;
use crate::span::Span;
use crate::token::Token;

/// What all parsers of one file share.
#[derive(Debug)]
pub(super) struct Context<'a> {
    sink: &'a ErrorSink,
    end: Span,
}

impl<'a> Context<'a> {
    pub(super) fn new(sink: &'a ErrorSink, tokens: &[Token]) -> Self {
        let end = tokens.last().map_or(0, |token| token.span.end);
        Self { sink, end: Span::new(end, end) }
    }
}

/// The tokens still to be read, and how deeply nested they are.
#[derive(Debug, Clone, Copy)]
pub(super) struct Tokens<'a> {
    rest: &'a [Token],
    context: &'a Context<'a>,
    /// Levels of parentheses, braces and `not` around this place.
    pub(super) depth: u32,
}

/// The result of a parser.
pub(super) type Parsed<'a, O> = IResult<Tokens<'a>, O, Mistake<'a>>;

impl<'a> Tokens<'a> {
    pub(super) fn new(rest: &'a [Token], context: &'a Context<'a>) -> Self {
        Self { rest, context, depth: 0 }
    }

    /// The next token.
    pub(super) fn peek(self) -> Option<&'a Token> {
        self.rest.first()
    }

    /// The place of the next token; empty at the end of the file.
    pub(super) fn first_span(self) -> Span {
        self.peek().map_or(self.context.end, |token| token.span)
    }

    /// From the first token of `self` to the last one before `rest`, which must be a later state of the same input.
    pub(super) fn span_until(self, rest: Self) -> Span {
        let consumed = self.rest.len().saturating_sub(rest.rest.len());
        let last = consumed.checked_sub(1).and_then(|index| self.rest.get(index));
        last.map_or(Span::new(self.first_span().start, self.first_span().start), |token| {
            self.first_span().to(token.span)
        })
    }

    /// True of a state that has fewer tokens left.
    pub(super) fn is_after(self, other: Self) -> bool {
        self.rest.len() < other.rest.len()
    }

    /// The same place at another nesting level.
    pub(super) fn at_depth(self, depth: u32) -> Self {
        Self { depth, ..self }
    }

    /// Notes a mistake and lets the caller go on.
    pub(super) fn report(self, kind: DslErrorKind, span: Span) {
        self.context.sink.report(kind, span);
    }

    /// The list of mistakes.
    pub(super) fn sink(self) -> &'a ErrorSink {
        self.context.sink
    }
}

impl<'a> Input for Tokens<'a> {
    type Item = &'a Token;
    type Iter = std::slice::Iter<'a, Token>;
    type IterIndices = Enumerate<Self::Iter>;

    fn input_len(&self) -> usize {
        self.rest.len()
    }

    fn take(&self, index: usize) -> Self {
        Self { rest: self.rest.get(..index).unwrap_or(self.rest), ..*self }
    }

    fn take_from(&self, index: usize) -> Self {
        Self { rest: self.rest.get(index..).unwrap_or_default(), ..*self }
    }

    fn take_split(&self, index: usize) -> (Self, Self) {
        (self.take_from(index), self.take(index))
    }

    fn position<P: Fn(Self::Item) -> bool>(&self, predicate: P) -> Option<usize> {
        self.rest.iter().position(predicate)
    }

    fn iter_elements(&self) -> Self::Iter {
        self.rest.iter()
    }

    fn iter_indices(&self) -> Self::IterIndices {
        self.rest.iter().enumerate()
    }

    fn slice_index(&self, count: usize) -> Result<usize, Needed> {
        if count <= self.rest.len() { Ok(count) } else { Err(Needed::new(count - self.rest.len())) }
    }
}

/// Why a parser did not succeed.
#[derive(Debug, Clone, Copy)]
pub(super) struct Mistake<'a> {
    /// Where.
    pub(super) at: Tokens<'a>,
    /// What belongs there; `None` when the mistake is in the sink already.
    expected: Option<Expectation>,
}

impl<'a> Mistake<'a> {
    /// Something else stands where this belongs: another alternative may be tried.
    pub(super) fn expected(at: Tokens<'a>, expected: Expectation) -> Err<Self> {
        Err::Error(Self { at, expected: Some(expected) })
    }

    /// A mistake that is in the sink already: no alternative is tried.
    pub(super) fn reported(at: Tokens<'a>) -> Err<Self> {
        Err::Failure(Self { at, expected: None })
    }

    /// The same mistake in the words of the construct that begins at `start`, if nothing of that was read.
    pub(super) fn labelled(self, start: Tokens<'a>, expected: Expectation) -> Self {
        if self.at.is_after(start) || self.expected.is_none() {
            return self;
        }
        Self { at: start, expected: Some(expected) }
    }

    /// Puts the mistake into the sink.
    pub(super) fn note(self) {
        if let Some(expected) = self.expected {
            self.at.report(kind_of(expected, self.at.peek()), self.at.first_span());
        }
    }
}

/// A word where an item or member begins is a misspelt keyword; all else is something unexpected.
fn kind_of(expected: Expectation, found: Option<&Token>) -> DslErrorKind {
    let Some(found) = found else { return DslErrorKind::UnexpectedEnd { expected } };
    let word = found.word().filter(|word| !keyword::is_structural(word));
    match (expected, word) {
        (Expectation::Item, Some(word)) => unknown(NameKind::Item, word, keyword::ITEMS.iter().copied()),
        (Expectation::Member, Some(word)) => {
            unknown(NameKind::Member, word, keyword::MEMBERS.iter().copied())
        }
        _ => DslErrorKind::Expected { expected, found: found.shown() },
    }
}

impl<'a> ParseError<Tokens<'a>> for Mistake<'a> {
    fn from_error_kind(at: Tokens<'a>, _: ErrorKind) -> Self {
        Self { at, expected: Some(Expectation::Item) }
    }

    fn append(_: Tokens<'a>, _: ErrorKind, other: Self) -> Self {
        other
    }

    /// Of two alternatives, the one that read further tells more.
    fn or(self, other: Self) -> Self {
        if other.at.is_after(self.at) { other } else { self }
    }
}
