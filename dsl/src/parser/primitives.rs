//! Parsers for one token, and for lists of them.

use nom::Input;
use nom::Parser;
use nom::combinator::{cut, opt};
use nom::multi::many0;
use nom::sequence::preceded;

use super::input::{Mistake, Parsed, Tokens};
use crate::ast::Gap;
use crate::error::{DslErrorKind, Expectation};
use crate::keyword as words;
use crate::span::{Span, Spanned};
use crate::token::{Token, TokenKind};

/// A parser of the token list.
pub(super) trait TokenParser<'a, O>: Parser<Tokens<'a>, Output = O, Error = Mistake<'a>> {}

impl<'a, O, P: Parser<Tokens<'a>, Output = O, Error = Mistake<'a>>> TokenParser<'a, O> for P {}

/// The next token, if `select` makes something of it.
pub(super) fn select<'a, O>(
    expected: Expectation,
    select: impl Fn(&'a Token) -> Option<O>,
) -> impl TokenParser<'a, O> {
    move |input: Tokens<'a>| match input.peek().and_then(&select) {
        Some(output) => Ok((input.take_from(1), output)),
        None => Err(Mistake::expected(input, expected)),
    }
}

/// Gives a mistake at the very beginning of `part` the name of the whole construct.
pub(super) fn labelled<'a, O>(
    expected: Expectation,
    mut part: impl TokenParser<'a, O>,
) -> impl TokenParser<'a, O> {
    move |start: Tokens<'a>| {
        part.parse(start).map_err(|error| error.map(|mistake: Mistake<'a>| mistake.labelled(start, expected)))
    }
}

/// This keyword.
pub(super) fn keyword<'a>(keyword: &'static str) -> impl TokenParser<'a, Span> {
    select(Expectation::Exactly(keyword), move |token| (token.word()? == keyword).then_some(token.span))
}

/// This symbol.
pub(super) fn symbol<'a>(symbol: &'static str) -> impl TokenParser<'a, Span> {
    select(Expectation::Exactly(symbol), move |token| token.is_symbol(symbol).then_some(token.span))
}

/// This closing symbol; if another operand stands there, what is missing is an operator.
pub(super) fn closing<'a>(closing: &'static str) -> impl TokenParser<'a, Span> {
    move |input: Tokens<'a>| {
        let expected = match input.peek() {
            Some(token) if closing == ")" && token.is_symbol(",") => Expectation::Alternative,
            Some(token) if begins_operand(token) => Expectation::Operator,
            _ => Expectation::Exactly(closing),
        };
        labelled(expected, symbol(closing)).parse(input)
    }
}

/// True of what people write for the `|` between alternatives.
pub(super) fn is_no_bar(token: &Token) -> bool {
    token.is_symbol(",") || matches!(token.word(), Some("or" | "又は" | "または" | "若しくは" | "もしくは"))
}

/// True of a token that can begin a pattern or predicate.
pub(super) fn begins_operand(token: &Token) -> bool {
    match &token.kind {
        TokenKind::Text(_) | TokenKind::Regex(_) => true,
        TokenKind::Word(word) => words::begins_operand(word),
        TokenKind::Symbol(symbol) => *symbol == "(",
        _ => false,
    }
}

/// Any word, and its place.
pub(super) fn word(input: Tokens<'_>) -> Parsed<'_, (&str, Span)> {
    select(Expectation::Name, |token| Some((token.word()?, token.span))).parse(input)
}

/// A word that does not begin an item or member.
pub(super) fn name(input: Tokens<'_>) -> Parsed<'_, Spanned<String>> {
    select(Expectation::Name, |token| word_if(token, |word| !words::is_structural(word))).parse(input)
}

/// A word that the language does not keep for itself.
pub(super) fn free_name(input: Tokens<'_>) -> Parsed<'_, Spanned<String>> {
    select(Expectation::Name, |token| word_if(token, |word| !words::is_reserved(word))).parse(input)
}

/// A word that begins with a digit.
pub(super) fn value(input: Tokens<'_>) -> Parsed<'_, Spanned<String>> {
    let begins_with_digit = |word: &str| word.starts_with(|first: char| first.is_ascii_digit());
    select(Expectation::Value, move |token| word_if(token, begins_with_digit)).parse(input)
}

/// The token as a word with its place, if it is a word for which `accept` holds.
pub(super) fn word_if(token: &Token, accept: impl Fn(&str) -> bool) -> Option<Spanned<String>> {
    let word = token.word().filter(|word| accept(word))?;
    Some(Spanned::new(word.to_owned(), token.span))
}

/// `"…"`
pub(super) fn text(input: Tokens<'_>) -> Parsed<'_, Spanned<String>> {
    let text_of = |token: &Token| match &token.kind {
        TokenKind::Text(text) => Some(Spanned::new(text.clone(), token.span)),
        _ => None,
    };
    select(Expectation::Text, text_of).parse(input)
}

/// The title of a rule, requirement or example, if there is one. Bare words where only a title can stand are reported
/// and read as the title.
pub(super) fn title(input: Tokens<'_>) -> Parsed<'_, Option<Spanned<String>>> {
    let bare = input.iter_elements().take_while(|token| is_bare_title(token)).count();
    let ends = |token: &Token| token.is_symbol("{") || matches!(token.kind, TokenKind::Block(_));
    let follows = input.take_from(bare);
    let (Some(first), true) = (input.peek(), bare > 0 && follows.peek().is_some_and(ends)) else {
        return opt(text).parse(input);
    };
    let span = input.span_until(follows);
    input.report(DslErrorKind::Expected { expected: Expectation::Title, found: first.shown() }, span);
    Ok((follows, first.word().map(|word| Spanned::new(word.to_owned(), span))))
}

fn is_bare_title(token: &Token) -> bool {
    token.word().is_some_and(|word| !words::is_reserved(word))
}

/// `"""…"""`
pub(super) fn block(input: Tokens<'_>) -> Parsed<'_, Spanned<String>> {
    let block_of = |token: &Token| match &token.kind {
        TokenKind::Block(text) => Some(Spanned::new(text.clone(), token.span)),
        _ => None,
    };
    select(Expectation::Block, block_of).parse(input)
}

/// `..6`, `..*`
pub(super) fn gap(input: Tokens<'_>) -> Parsed<'_, Gap> {
    let gap_of = |token: &Token| match token.kind {
        TokenKind::Gap(gap) => Some(gap),
        _ => None,
    };
    select(Expectation::Operator, gap_of).parse(input)
}

/// `<=` and its kin.
pub(super) fn comparison(input: Tokens<'_>) -> Parsed<'_, Spanned<String>> {
    let sign_of = |token: &Token| match token.kind {
        TokenKind::Compare(sign) => Some(Spanned::new(sign.to_owned(), token.span)),
        _ => None,
    };
    select(Expectation::Comparison, sign_of).parse(input)
}

/// One part or more, between commas.
pub(super) fn list<'a, O>(part: fn(Tokens<'a>) -> Parsed<'a, O>) -> impl TokenParser<'a, Vec<O>> {
    move |input: Tokens<'a>| {
        let (rest, first) = part(input)?;
        let (rest, mut others) = many0(preceded(symbol(","), cut(part))).parse(rest)?;
        others.insert(0, first);
        Ok((rest, others))
    }
}
