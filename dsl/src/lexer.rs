//! Text → tokens. Never fails: what cannot be read is noted and passed over.
//!
//! Blanks (U+3000 among them) and comments are decided here once, and so are full-width brackets, commas and quotes:
//! each gets an error that names the half-width form, and is then read as if it were that. What a word means (keyword,
//! name, number) is left to the parser.

mod quoted;
mod word;

use nom::branch::alt;
use nom::bytes::complete::{tag, take_till, take_while};
use nom::character::complete::{anychar, char, digit1, one_of};
use nom::combinator::{map, map_opt, not, opt, recognize, verify};
use nom::multi::many0;
use nom::sequence::{pair, preceded, terminated};
use nom::{IResult, Parser};
use nom_locate::LocatedSpan;

use crate::checked::Gap;
use crate::error::DslErrorKind;
use crate::keyword;
use crate::sink::ErrorSink;
use crate::span::Span;
use crate::token::{Token, TokenKind, shortened, visible};

/// The text still to be read, its place, and where mistakes go.
type Input<'a> = LocatedSpan<&'a str, &'a ErrorSink>;
type Lexed<'a, O> = IResult<Input<'a>, O>;
type LexError<'a> = nom::Err<nom::error::Error<Input<'a>>>;

/// Full-width and mathematical signs and the symbols they stand for; of two with the same beginning, the longer first.
const FULL_WIDTH: &[(&str, &str)] = &[
    ("（", "("),
    ("）", ")"),
    ("｛", "{"),
    ("｝", "}"),
    ("，", ","),
    ("、", ","),
    ("｜", "|"),
    ("＜＝", "<="),
    ("＞＝", ">="),
    ("＝＝", "=="),
    ("＝＜", "<="),
    ("＝＞", ">="),
    ("＝", "="),
    ("＜", "<"),
    ("＞", ">"),
    ("≦", "<="),
    ("≤", "<="),
    ("≧", ">="),
    ("≥", ">="),
    ("=<", "<="),
    ("=>", ">="),
];

/// A source as it was read.
#[derive(Debug, Default)]
pub(crate) struct Read {
    pub(crate) tokens: Vec<Token>,
    /// The comments, without their line breaks. The parser does not need them.
    pub(crate) comments: Vec<Span>,
}

/// Reads a whole source; mistakes go to the sink.
pub(crate) fn read(source: &str, sink: &ErrorSink) -> Read {
    let start = LocatedSpan::new_extra(source, sink);
    let pieces = many0(preceded(blanks, piece)).parse(start).map_or_else(|_| Vec::new(), |(_, found)| found);
    let mut read = Read::default();
    let mut previous = 0;
    for piece in pieces {
        match piece {
            Piece::Token(kind, span, line) => {
                read.tokens.push(Token { kind, span, first_on_line: line != previous });
                previous = line;
            }
            Piece::Comment(span) => read.comments.push(span),
            Piece::Unreadable => {}
        }
    }
    read.keep_docs_of_items();
    read
}

/// The tokens of a whole source; mistakes go to the sink.
pub(crate) fn tokens(source: &str, sink: &ErrorSink) -> Vec<Token> {
    read(source, sink).tokens
}

/// What the text is made of, between blanks.
#[derive(Debug)]
enum Piece {
    /// A token with the line it begins on.
    Token(TokenKind, Span, u32),
    Comment(Span),
    Unreadable,
}

impl Read {
    /// `///` lines that stand before anything but an item are comments.
    fn keep_docs_of_items(&mut self) {
        let mut before_item = false;
        let mut kept = Vec::with_capacity(self.tokens.len());
        for token in std::mem::take(&mut self.tokens).into_iter().rev() {
            if !matches!(token.kind, TokenKind::Doc(_)) {
                before_item = token.word().is_some_and(keyword::is_item);
            } else if !before_item {
                self.comments.push(token.span);
                continue;
            }
            kept.push(token);
        }
        kept.reverse();
        self.tokens = kept;
        self.comments.sort_unstable();
    }
}

/// A token, a comment, or a run of characters that are neither.
fn piece(start: Input<'_>) -> Lexed<'_, Piece> {
    let (rest, found) = opt(comment).parse(start)?;
    if found.is_some() {
        return Ok((rest, Piece::Comment(span_between(&start, &rest))));
    }
    let (rest, hashes) = opt(hash_comment).parse(start)?;
    if hashes.is_some() {
        start.extra.report(DslErrorKind::HashComment, span_between(&start, &rest));
        return Ok((rest, Piece::Unreadable));
    }
    let mut any_token = alt((
        map(doc, Some),
        map(quoted::block, Some),
        map(quoted::text, Some),
        map(quoted::full_width_text, Some),
        map(quoted::regex, Some),
        map(gap, Some),
        map(full_width_symbol, Some),
        map(compare, Some),
        map(symbol, Some),
        map(word::word, Some),
        map(unknown, |()| None),
    ));
    let line = start.location_line();
    let (rest, kind) = any_token.parse(start)?;
    let span = span_between(&start, &rest);
    Ok((rest, kind.map_or(Piece::Unreadable, |kind| Piece::Token(kind, span, line))))
}

fn span_between(start: &Input<'_>, rest: &Input<'_>) -> Span {
    let offset = |at: &Input<'_>| u32::try_from(at.location_offset()).unwrap_or(u32::MAX);
    Span::new(offset(start), offset(rest))
}

fn is_blank(char: char) -> bool {
    char.is_whitespace() || char == '\u{feff}'
}

fn blanks(input: Input<'_>) -> Lexed<'_, Input<'_>> {
    take_while(is_blank).parse(input)
}

/// `//` and `////`, but not `///`.
fn comment(input: Input<'_>) -> Lexed<'_, Input<'_>> {
    let start = alt((tag("////"), terminated(tag("//"), not(char('/')))));
    recognize(pair(start, take_till(|char| char == '\n'))).parse(input)
}

/// `#` begins nothing in the language: the rest of the line is meant as a comment or description.
fn hash_comment(input: Input<'_>) -> Lexed<'_, Input<'_>> {
    recognize(pair(one_of("#＃"), take_till(|char| char == '\n' || char == '\r'))).parse(input)
}

fn doc(input: Input<'_>) -> Lexed<'_, TokenKind> {
    let line = preceded(tag("///"), take_till(|char| char == '\n'));
    map(line, |text: Input<'_>| {
        let text = text.into_fragment();
        TokenKind::Doc(text.strip_prefix(' ').unwrap_or(text).trim_end().to_owned())
    })
    .parse(input)
}

fn gap(start: Input<'_>) -> Lexed<'_, TokenKind> {
    let (rest, _) = tag("..").parse(start)?;
    let (rest, gap) = alt((map(char('*'), |_| Some(Gap::Anywhere)), opt(gap_length))).parse(rest)?;
    let gap = gap.unwrap_or_else(|| {
        start.extra.report(DslErrorKind::GapWithoutLength, span_between(&start, &rest));
        Gap::Anywhere
    });
    Ok((rest, TokenKind::Gap(gap)))
}

fn gap_length(start: Input<'_>) -> Lexed<'_, Gap> {
    let (rest, digits) = digit1(start)?;
    let length = digits.fragment().parse().unwrap_or_else(|_| {
        let found = shortened(digits.fragment());
        start.extra.report(DslErrorKind::InvalidNumber { found }, span_between(&start, &rest));
        u32::MAX
    });
    Ok((rest, Gap::Within(length)))
}

fn compare(input: Input<'_>) -> Lexed<'_, TokenKind> {
    let sign = |sign: &'static str| map(tag(sign), move |_| TokenKind::Compare(sign));
    alt((sign("<="), sign(">="), sign("=="), sign("<"), sign(">"))).parse(input)
}

fn symbol(input: Input<'_>) -> Lexed<'_, TokenKind> {
    map_opt(anychar, |char| {
        let symbol = match char {
            '{' => "{",
            '}' => "}",
            '(' => "(",
            ')' => ")",
            ',' => ",",
            '|' => "|",
            '=' => "=",
            _ => return None,
        };
        Some(TokenKind::Symbol(symbol))
    })
    .parse(input)
}

fn full_width_symbol(start: Input<'_>) -> Lexed<'_, TokenKind> {
    let (found, half) =
        FULL_WIDTH.iter().find(|(full, _)| start.fragment().starts_with(full)).copied().unwrap_or_default();
    let (rest, _) = verify(tag(found), |read: &Input<'_>| !read.fragment().is_empty()).parse(start)?;
    let kind = DslErrorKind::FullWidth { found: found.to_owned(), half: half.to_owned() };
    start.extra.report(kind, span_between(&start, &rest));
    let token = if half.contains(['<', '>']) || half == "==" {
        TokenKind::Compare(half)
    } else {
        TokenKind::Symbol(half)
    };
    Ok((rest, token))
}

/// A run of characters that begin nothing.
fn unknown(start: Input<'_>) -> Lexed<'_, ()> {
    let (rest, run) = recognize(pair(anychar, take_while(begins_nothing))).parse(start)?;
    let kind = DslErrorKind::UnknownCharacter { found: visible(run.fragment()) };
    start.extra.report(kind, span_between(&start, &rest));
    Ok((rest, ()))
}

fn begins_nothing(char: char) -> bool {
    let full_width =
        FULL_WIDTH.iter().any(|(full, _)| full.starts_with(char)) || quoted::opens_full_width(char);
    !(full_width || is_blank(char) || word::is_word_char(char) || "./\"{}(),|=<>#＃".contains(char))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(source: &str) -> (Vec<TokenKind>, Vec<&'static str>) {
        let sink = ErrorSink::default();
        let kinds = tokens(source, &sink).into_iter().map(|token| token.kind).collect();
        (kinds, sink.into_sorted().iter().map(|error| error.kind.code()).collect())
    }

    fn word(text: &str) -> TokenKind {
        TokenKind::Word(text.to_owned())
    }

    #[test]
    fn words_hold_ids_facts_editions_and_durations() {
        let words =
            "contract/data-return outsourcing.cloud 6.0 M-8-11 G-1.2.1-1 C-14-8@6.0 24h サーバー must_not";
        let (kinds, errors) = read(words);
        assert_eq!(kinds, words.split(' ').map(word).collect::<Vec<_>>());
        assert_eq!(errors, [""; 0]);
    }

    #[test]
    fn a_gap_ends_a_word() {
        let gap = |length| TokenKind::Gap(Gap::Within(length));
        assert_eq!(read("契約..6終了").0, [word("契約"), gap(6), word("終了")]);
        assert_eq!(read("a ..* b ..").1, ["dsl-gap-without-length"]);
    }

    #[test]
    fn a_slash_begins_a_regex_or_joins_an_id() {
        let regex = |source: &str| TokenKind::Regex(source.to_owned());
        assert_eq!(read("a/b /c\\/d\\d/ // e").0, [word("a/b"), regex("c/d\\d")]);
        assert_eq!(read("/a\nb").1, ["dsl-unterminated-regex"]);
    }

    #[test]
    fn full_width_signs_are_named_and_read_on() {
        let text = |text: &str| TokenKind::Text(text.to_owned());
        let symbol = TokenKind::Symbol;
        let (kinds, errors) = read("（「返却」、“消去”）\u{3000}ＳＬＡ");
        assert_eq!(kinds, [symbol("("), text("返却"), symbol(","), text("消去"), symbol(")"), word("SLA")]);
        assert_eq!(errors, ["dsl-full-width"; 6]);
    }

    #[test]
    fn quotes_and_comparisons_of_a_word_processor_are_read_on() {
        let text = |text: &str| TokenKind::Text(text.to_owned());
        for source in ["”返却”", "“返却”", "“返却“", "‟返却”", "〝返却〟", "『返却』"]
        {
            assert_eq!(read(source), (vec![text("返却")], vec!["dsl-full-width"]), "{source}");
        }
        for (source, sign) in [("≦", "<="), ("=<", "<="), ("＜＝", "<="), ("≥", ">="), ("＝＝", "==")]
        {
            assert_eq!(read(source), (vec![TokenKind::Compare(sign)], vec!["dsl-full-width"]), "{source}");
        }
    }

    #[test]
    fn dashes_of_a_word_processor_are_hyphens() {
        for source in ["C–8–5", "C—8—5", "C‐8‐5", "C−8−5", "C―8－5"] {
            assert_eq!(read(source), (vec![word("C-8-5")], vec!["dsl-full-width"]), "{source}");
        }
        assert_eq!(read("サーバー").1, [""; 0], "a long vowel is a letter");
    }

    #[test]
    fn a_line_after_a_hash_is_one_error() {
        assert_eq!(read("# 説明。続き\nconcept"), (vec![word("concept")], vec!["dsl-hash-comment"]));
    }

    #[test]
    fn docs_belong_to_items_only() {
        let (kinds, _) = read("/// 契約\nrule a/b { /// note\n topic x }");
        assert_eq!(kinds.iter().filter(|kind| matches!(kind, TokenKind::Doc(_))).count(), 1);
    }

    #[test]
    fn an_open_block_ends_before_a_brace_at_the_beginning_of_a_line() {
        let (kinds, errors) = read("advice \"\"\"\n  第1条\n}\n");
        assert_eq!(errors, ["dsl-unterminated-block"]);
        assert_eq!(kinds.last(), Some(&TokenKind::Symbol("}")));
    }

    #[test]
    fn an_open_block_ends_before_the_next_block() {
        let (kinds, errors) = read("advice \"\"\"\n  第1条\n  pass \"例\" \"\"\" 第2条 \"\"\"");
        assert_eq!(errors, ["dsl-unterminated-block"]);
        assert_eq!(kinds.last(), Some(&TokenKind::Block(" 第2条 ".to_owned())));
    }

    #[test]
    fn unknown_characters_are_one_error_a_run() {
        assert_eq!(read("a ??? ; b").1, ["dsl-unknown-character", "dsl-unknown-character"]);
    }
}
