//! Strings, text blocks and regular expressions: everything between quotes or slashes.

use nom::Parser;
use nom::branch::alt;
use nom::bytes::complete::{is_not, tag, take, take_till, take_until};
use nom::character::complete::{anychar, char, none_of, one_of};
use nom::combinator::{map, map_opt, opt, recognize, value, verify};
use nom::multi::fold_many0;
use nom::sequence::{pair, preceded, terminated};

use super::{Input, LexError, Lexed, span_between};
use crate::error::{DslErrorKind, QUOTE_PAIR};
use crate::token::TokenKind;

const QUOTES: &str = "\"\"\"";

/// Full-width quotes: what opens, and what may close; the usual one first. Word processors set `”` at both ends.
const FULL_WIDTH_QUOTES: &[(char, &str)] = &[
    ('「', "」"),
    ('『', "』"),
    ('“', "”“‟"),
    ('”', "”“"),
    ('‟', "”“‟"),
    ('〝', "〟〞"),
    ('〟', "〟"),
    ('＂', "＂"),
];

/// True of a full-width opening quote.
pub(super) fn opens_full_width(char: char) -> bool {
    FULL_WIDTH_QUOTES.iter().any(|(open, _)| *open == char)
}

/// Words before the quotes that open a block. A block whose last line begins with one was not closed: the quotes that
/// seem to close it open the next.
const BEFORE_BLOCKS: &[&str] = &["advice", "pass", "fail"];

/// `"""…"""`, without escapes.
pub(super) fn block(start: Input<'_>) -> Lexed<'_, TokenKind> {
    let (body, open) = tag(QUOTES).parse(start)?;
    let closed = verify(take_until(QUOTES), |text: &Input<'_>| !runs_into_next(text.fragment()));
    let (rest, text) = terminated(closed, tag(QUOTES)).parse(body).or_else(|_: LexError<'_>| {
        start.extra.report(DslErrorKind::UnterminatedBlock, span_between(&open, &body));
        take(length_of_open_block(body.fragment())).parse(body)
    })?;
    Ok((rest, TokenKind::Block(text.into_fragment().to_owned())))
}

fn runs_into_next(text: &str) -> bool {
    text.rsplit_once('\n').is_some_and(|(_, last)| begins_next(last))
}

fn begins_next(line: &str) -> bool {
    line.split_whitespace().next().is_some_and(|word| BEFORE_BLOCKS.contains(&word))
}

/// How many characters an open block gets: up to the line of the next block, or a line that begins with `}`, or all.
fn length_of_open_block(text: &str) -> usize {
    let ends = |line: &str| line.starts_with('}') || (begins_next(line) && line.contains(QUOTES));
    text.split_inclusive('\n').take_while(|line| !ends(line)).map(|line| line.chars().count()).sum()
}

/// `"…"` on one line.
pub(super) fn text(start: Input<'_>) -> Lexed<'_, TokenKind> {
    let (rest, _) = char('"').parse(start)?;
    let (rest, text) = fold_many0(text_part, String::new, |text, part| text + &part).parse(rest)?;
    let (rest, close) = opt(char('"')).parse(rest)?;
    if close.is_none() {
        start.extra.report(DslErrorKind::UnterminatedText, span_between(&start, &rest));
    }
    Ok((rest, TokenKind::Text(text)))
}

fn text_part(input: Input<'_>) -> Lexed<'_, String> {
    let plain = map(is_not("\"\\\r\n"), |text: Input<'_>| text.into_fragment().to_owned());
    alt((plain, escape)).parse(input)
}

fn escape(start: Input<'_>) -> Lexed<'_, String> {
    let (rest, escaped) = preceded(char('\\'), opt(none_of("\r\n"))).parse(start)?;
    let text = match escaped {
        Some('n') => "\n".to_owned(),
        Some(char @ ('"' | '\\')) => char.to_string(),
        Some(char) => {
            let kind = DslErrorKind::UnknownEscape { found: char.to_string() };
            start.extra.report(kind, span_between(&start, &rest));
            char.to_string()
        }
        None => String::new(),
    };
    Ok((rest, text))
}

/// `「…」` and its kin: an error, read as a string.
pub(super) fn full_width_text(start: Input<'_>) -> Lexed<'_, TokenKind> {
    let close_of = |char| FULL_WIDTH_QUOTES.iter().find(|(open, _)| *open == char).copied();
    let (body, (open, close)) = map_opt(anychar, close_of).parse(start)?;
    let (rest, text) = take_till(|char| close.contains(char) || "\r\n\"".contains(char)).parse(body)?;
    let (rest, closing) = opt(alt((one_of(close), char('"')))).parse(rest)?;
    let partner = closing.filter(|closing| *closing != '"').or_else(|| close.chars().next());
    let found = std::iter::once(open).chain(partner).collect();
    start
        .extra
        .report(DslErrorKind::FullWidth { found, half: QUOTE_PAIR.to_owned() }, span_between(&start, &body));
    if closing.is_none() {
        start.extra.report(DslErrorKind::UnterminatedText, span_between(&start, &rest));
    }
    Ok((rest, TokenKind::Text(text.into_fragment().to_owned())))
}

/// `/…/` on one line; `\/` is a slash.
pub(super) fn regex(start: Input<'_>) -> Lexed<'_, TokenKind> {
    let (rest, _) = char('/').parse(start)?;
    let (rest, source) = fold_many0(regex_part, String::new, |source, part| source + part).parse(rest)?;
    let (rest, close) = opt(char('/')).parse(rest)?;
    if close.is_none() {
        start.extra.report(DslErrorKind::UnterminatedRegex, span_between(&start, &rest));
    }
    Ok((rest, TokenKind::Regex(source)))
}

fn regex_part(input: Input<'_>) -> Lexed<'_, &str> {
    let slash = value("/", tag("\\/"));
    let escaped = recognize(pair(char('\\'), opt(none_of("\r\n"))));
    alt((slash, map(alt((is_not("/\\\r\n"), escaped)), Input::into_fragment))).parse(input)
}
