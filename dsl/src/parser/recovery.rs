//! How reading goes on after a mistake.
//!
//! There are four recovery points: the next item (`concept`, `extend`, `rule` or the `///` before it), the next line of a
//! rule, the next `{` of a head, and the `}` that closes a block. Every one of them lies after the mistake or at it, and
//! every repetition asserts that it got on.

use nom::{Err, Input, Parser};

use super::input::{Mistake, Parsed, Tokens};
use super::primitives::{TokenParser, closing, symbol};
use crate::error::{DslErrorKind, Expectation};
use crate::keyword;
use crate::limits;
use crate::token::{Token, TokenKind};

/// True of the first token of an item.
pub(super) fn begins_item(token: &Token) -> bool {
    matches!(token.kind, TokenKind::Doc(_)) || token.word().is_some_and(keyword::is_item)
}

/// True of the first token of an item or of a line of a rule.
fn begins_structure(token: &Token) -> bool {
    begins_item(token) || token.word().is_some_and(keyword::is_member)
}

/// The next item, or the end.
pub(super) fn next_item(at: Tokens<'_>) -> Tokens<'_> {
    skip_until(at, |token, _| begins_item(token))
}

/// The next line of the rule, its closing brace, or the next item.
///
/// `basis` and `reference` also stand in the head of a requirement, and count only at the beginning of a line.
pub(super) fn next_member(at: Tokens<'_>) -> Tokens<'_> {
    skip_until(at, |token, level| {
        let in_head = matches!(token.word(), Some("basis" | "reference"));
        closes(token, level) || (begins_structure(token) && (token.first_on_line || !in_head))
    })
}

fn closes(token: &Token, level: u32) -> bool {
    level == 0 && token.is_symbol("}")
}

/// The first place where `stop` is true of the token and of the number of braces opened since `at`.
fn skip_until<'a>(at: Tokens<'a>, stop: impl Fn(&Token, u32) -> bool) -> Tokens<'a> {
    let mut level: u32 = 0;
    let place = at.iter_elements().position(|token| {
        if stop(token, level) {
            return true;
        }
        if token.is_symbol("{") {
            level = level.saturating_add(1);
        } else if token.is_symbol("}") {
            level = level.saturating_sub(1);
        }
        false
    });
    at.take_from(place.unwrap_or_else(|| at.input_len()))
}

/// Notes what went wrong and tells where.
fn note<'a>(error: Err<Mistake<'a>>, start: Tokens<'a>) -> Tokens<'a> {
    match error {
        Err::Error(mistake) | Err::Failure(mistake) => {
            mistake.note();
            mistake.at
        }
        // The token list is complete: no parser asks for more.
        Err::Incomplete(_) => start,
    }
}

/// For repetitions: a part that cannot be read is noted and passed over. Fails only at the end of the file.
pub(super) fn or_skip<'a, O>(
    mut part: impl TokenParser<'a, O>,
    next: fn(Tokens<'a>) -> Tokens<'a>,
) -> impl TokenParser<'a, Option<O>> {
    move |start: Tokens<'a>| {
        if start.peek().is_none() {
            return Err(Mistake::expected(start, Expectation::Item));
        }
        part.parse(start).map(|(rest, output)| (rest, Some(output))).or_else(|error| {
            let rest = next(note(error, start));
            debug_assert!(rest.is_after(start), "recovery stands still at {:?}", start.peek());
            let rest = if rest.is_after(start) { rest } else { start.take_from(1) };
            Ok((rest.at_depth(start.depth), None))
        })
    }
}

/// Reads a part, or notes that it is missing and goes on at the same place.
pub(super) fn or_note<'a, O>(mut part: impl TokenParser<'a, O>) -> impl TokenParser<'a, Option<O>> {
    move |start: Tokens<'a>| {
        part.parse(start).map(|(rest, output)| (rest, Some(output))).or_else(|error| {
            note(error, start);
            Ok((start, None))
        })
    }
}

/// Reads a part to its very end; else notes the mistake, goes to `next`, and hands back `None`.
pub(super) fn or_go_on<'a, O>(
    mut part: impl TokenParser<'a, O>,
    next: fn(Tokens<'a>) -> Tokens<'a>,
) -> impl TokenParser<'a, Option<O>> {
    move |start: Tokens<'a>| {
        part.parse(start).map(|(rest, output)| (rest, Some(output))).or_else(|error| {
            let rest = next(note(error, start));
            Ok((rest.at_depth(start.depth), None))
        })
    }
}

/// One level further inside; refuses what is nested too deeply.
pub(super) fn nested<'a, O>(mut part: impl TokenParser<'a, O>) -> impl TokenParser<'a, O> {
    move |start: Tokens<'a>| {
        if start.depth >= limits::DEPTH {
            start.report(DslErrorKind::TooDeep { limit: limits::DEPTH }, start.first_span());
            return Err(Mistake::reported(start));
        }
        let (rest, output) = part.parse(start.at_depth(start.depth + 1))?;
        Ok((rest.at_depth(start.depth), output))
    }
}

/// `{`. What stands before it and does not belong there is noted once and passed over.
pub(super) fn open_brace(start: Tokens<'_>) -> Parsed<'_, ()> {
    let (rest, found) = or_note(symbol("{")).parse(start)?;
    if found.is_some() {
        return Ok((rest, ()));
    }
    let place =
        skip_until(rest, |token, _| token.is_symbol("{") || token.is_symbol("}") || begins_structure(token));
    symbol("{").map(|_| ()).parse(place).map_err(|_| Mistake::reported(place))
}

/// `{ part }`. A mistake inside is noted, and reading goes on after the closing brace with `None` in hand.
pub(super) fn braced<'a, O>(mut part: impl TokenParser<'a, O>) -> impl TokenParser<'a, Option<O>> {
    move |start: Tokens<'a>| {
        let (body, ()) = open_brace(start)?;
        let whole = nested(|inside| {
            let (rest, output) = part.parse(inside)?;
            let (rest, _) = closing("}").parse(rest)?;
            Ok((rest, output))
        });
        // Braces are counted from the beginning of the block: the mistake may lie inside an inner one.
        whole_or_after(whole, body)
    }
}

fn whole_or_after<'a, O>(mut whole: impl TokenParser<'a, O>, body: Tokens<'a>) -> Parsed<'a, Option<O>> {
    match whole.parse(body) {
        Ok((rest, output)) => Ok((rest, Some(output))),
        Err(error) => {
            note(error, body);
            let end = skip_until(body, |token, level| closes(token, level) || begins_structure(token));
            let after =
                if end.peek().is_some_and(|token| token.is_symbol("}")) { end.take_from(1) } else { end };
            Ok((after, None))
        }
    }
}
