//! Words: keywords, names in any script, ids, numbers and durations.

use nom::Parser;
use nom::bytes::complete::take_while1;
use nom::character::complete::one_of;
use nom::combinator::recognize;
use nom::multi::many0_count;
use nom::sequence::pair;

use super::{Input, Lexed, span_between};
use crate::error::DslErrorKind;
use crate::token::{TokenKind, shortened};

/// Signs that join two parts of a word, half-width and full-width, and the dashes that word processors put for `-`.
const JOINTS: &str = "-./@－．／＠–—‐‑−―";

/// The distance between a full-width ASCII character and its half-width form.
const FULL_WIDTH_OFFSET: u32 = 0xFEE0;

/// True of letters and digits of any script, `_` and `・`.
pub(super) fn is_word_char(char: char) -> bool {
    char.is_alphanumeric() || matches!(char, '_' | '・')
}

/// A word. Full-width letters and digits are an error, read as half-width ones: two concepts must not differ by them.
pub(super) fn word(start: Input<'_>) -> Lexed<'_, TokenKind> {
    let part = || take_while1(is_word_char);
    let (rest, text) = recognize(pair(part(), many0_count(pair(one_of(JOINTS), part())))).parse(start)?;
    let text = text.into_fragment();
    let half: String = text.chars().map(half_width).collect();
    if half != text {
        let kind = DslErrorKind::FullWidth { found: shortened(text), half: shortened(&half) };
        start.extra.report(kind, span_between(&start, &rest));
    }
    Ok((rest, TokenKind::Word(half)))
}

fn half_width(full: char) -> char {
    match full {
        '！'..='～' => char::from_u32(u32::from(full) - FULL_WIDTH_OFFSET).unwrap_or(full),
        '–' | '—' | '‐' | '‑' | '−' | '―' => '-',
        _ => full,
    }
}
