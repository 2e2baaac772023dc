//! Patterns: what a piece of text must look like.
//!
//! `pattern := alternative ("|" alternative)*`, `alternative := sequence ["except" primary]`,
//! `sequence := primary (gap primary)*`. The `…_from` functions go on after a primary that was read already, which lets
//! a predicate in parentheses turn out to be the beginning of a pattern without reading it twice.

use nom::Parser;
use nom::branch::alt;
use nom::combinator::{cut, map, opt};
use nom::multi::many0;
use nom::sequence::{delimited, preceded};

use super::input::{Parsed, Tokens};
use super::primitives::{closing, free_name, gap, keyword, labelled, select, symbol, text};
use super::recovery::nested;
use crate::ast::Pattern;
use crate::error::Expectation;
use crate::span::{Span, Spanned};
use crate::token::{Token, TokenKind};

/// A pattern with all its alternatives.
pub(super) fn pattern(input: Tokens<'_>) -> Parsed<'_, Pattern> {
    map(alternatives, |(pattern, _)| pattern).parse(input)
}

/// A pattern, and the place of its first `|`.
pub(super) fn alternatives(input: Tokens<'_>) -> Parsed<'_, (Pattern, Option<Span>)> {
    let (rest, first) = primary(input)?;
    alternatives_from(first, rest)
}

/// The rest of a pattern whose first primary was read already.
pub(super) fn alternatives_from(first: Pattern, input: Tokens<'_>) -> Parsed<'_, (Pattern, Option<Span>)> {
    let (rest, first) = alternative_from(first, input)?;
    let (rest, others) = many0((symbol("|"), cut(alternative))).parse(rest)?;
    let bar = others.first().map(|(bar, _)| *bar);
    if bar.is_none() {
        return Ok((rest, (first, None)));
    }
    let all = std::iter::once(first).chain(others.into_iter().map(|(_, other)| other)).collect();
    Ok((rest, (Pattern::Any(all), bar)))
}

fn alternative(input: Tokens<'_>) -> Parsed<'_, Pattern> {
    let (rest, first) = primary(input)?;
    alternative_from(first, rest)
}

fn alternative_from(first: Pattern, input: Tokens<'_>) -> Parsed<'_, Pattern> {
    let (rest, others) = many0((gap, cut(primary))).parse(input)?;
    let sequence = if others.is_empty() { first } else { Pattern::Sequence(Box::new(first), others) };
    let (rest, exception) = opt(preceded(keyword("except"), cut(primary))).parse(rest)?;
    let alternative = match exception {
        Some(exception) => Pattern::Except(Box::new(sequence), Box::new(exception)),
        None => sequence,
    };
    Ok((rest, alternative))
}

fn primary(input: Tokens<'_>) -> Parsed<'_, Pattern> {
    let parentheses = delimited(symbol("("), cut(nested(pattern)), cut(closing(")")));
    labelled(Expectation::Pattern, alt((simple, parentheses))).parse(input)
}

/// A primary without parentheses.
pub(super) fn simple(input: Tokens<'_>) -> Parsed<'_, Pattern> {
    alt((
        map(text, Pattern::Literal),
        map(preceded(keyword("word"), cut(text)), Pattern::Word),
        map(regex, Pattern::Regex),
        map(free_name, Pattern::Concept),
    ))
    .parse(input)
}

fn regex(input: Tokens<'_>) -> Parsed<'_, Spanned<String>> {
    let source_of = |token: &Token| match &token.kind {
        TokenKind::Regex(source) => Some(Spanned::new(source.clone(), token.span)),
        _ => None,
    };
    select(Expectation::Pattern, source_of).parse(input)
}
