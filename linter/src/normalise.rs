//! Normalisation: what is compared is written one way, and every character knows where it came from.
//!
//! NFKC with exceptions that keep labels readable (①, ㈠, …), one kind of space, no spaces that a typesetter put
//! between the characters of a word, no invisible characters, one wave dash and one minus. Words are not changed:
//! 及び and および stay what they are.

mod spaces;

pub(crate) use spaces::is_japanese;

use crate::document::Origin;
use crate::read::raw::Line;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::canonical_combining_class;

/// A character with its origin.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Glyph {
    /// After normalisation.
    pub(crate) character: char,
    /// Before it.
    pub(crate) origin: Origin,
}

/// Normalises a word or a sentence exactly as documents are normalised, for comparing against them.
///
/// ```
/// assert_eq!(linter::normalise::normalise("第　１０　条（目　的）"), "第10条(目的)");
/// ```
pub fn normalise(text: &str) -> String {
    let origin = Origin::Bytes { byte: 0 };
    let glyphs = text.chars().map(|character| Glyph { character, origin }).collect();
    normalise_glyphs(glyphs).into_iter().map(|glyph| glyph.character).collect()
}

/// Normalises the text of a line.
pub(crate) fn normalise_line(line: &Line) -> Vec<Glyph> {
    let mut glyphs = Vec::new();
    for piece in &line.pieces {
        let mut origin = piece.origin;
        for character in piece.text.chars() {
            glyphs.push(Glyph { character, origin });
            origin = piece.pace.step(origin, character);
        }
    }
    normalise_glyphs(glyphs)
}

fn normalise_glyphs(glyphs: Vec<Glyph>) -> Vec<Glyph> {
    spaces::tidy(&fold(&glyphs))
}

/// Folds characters, cluster by cluster: a base with the marks that follow it has one origin.
fn fold(glyphs: &[Glyph]) -> Vec<Glyph> {
    let mut folded = Vec::with_capacity(glyphs.len());
    let mut rest = glyphs.iter().filter(|glyph| !is_invisible(glyph.character)).peekable();
    while let Some(base) = rest.next() {
        let mut cluster = String::from(base.character);
        while let Some(mark) = rest.next_if(|glyph| is_mark(glyph.character)) {
            cluster.push(mark.character);
        }
        fold_cluster(&cluster, base.origin, &mut folded);
    }
    folded
}

fn fold_cluster(cluster: &str, origin: Origin, folded: &mut Vec<Glyph>) {
    let mut chars = cluster.chars();
    let alone = chars.next().filter(|_| chars.next().is_none());
    if let Some(simple) = alone.and_then(fold_alone) {
        folded.push(Glyph { character: simple, origin });
        return;
    }
    folded.extend(cluster.nfkc().map(|character| Glyph { character: fold_dash(character), origin }));
}

/// Characters that need no table, and those that NFKC would make unreadable.
fn fold_alone(character: char) -> Option<char> {
    match character {
        ' '..='~' => Some(character),
        '\t' | '\u{a0}' | '\u{3000}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' => Some(' '),
        '\u{ff5e}' | '\u{301c}' => Some('~'),
        '…' | '‥' => Some(character),
        _ if is_kept_label(character) => Some(character),
        // Kana and the kanji block are fixed points of NFKC.
        '\u{3041}'..='\u{3096}' | '\u{30a1}'..='\u{30fc}' | '\u{4e00}'..='\u{9fff}' => Some(character),
        _ => None,
    }
}

fn fold_dash(character: char) -> char {
    match character {
        '\u{2212}' | '\u{2010}' | '\u{2011}' => '-',
        '\u{301c}' => '~',
        _ => character,
    }
}

/// ①…㊿, ㈠…㈩, ㊀…㊉, ⓐ…, ㋐…: one character is one label.
fn is_kept_label(character: char) -> bool {
    matches!(character,
        '\u{2460}'..='\u{2473}' | '\u{3251}'..='\u{325f}' | '\u{32b1}'..='\u{32bf}' | '\u{3220}'..='\u{3229}'
        | '\u{3280}'..='\u{3289}' | '\u{24b6}'..='\u{24ea}' | '\u{32d0}'..='\u{32fe}')
}

fn is_mark(character: char) -> bool {
    matches!(character, '\u{ff9e}' | '\u{ff9f}')
        || (!character.is_ascii() && canonical_combining_class(character) != 0)
}

fn is_invisible(character: char) -> bool {
    matches!(character,
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{feff}'
        | '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}')
        || (character.is_control() && character != '\t')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::raw::{Pace, Piece, Widths};

    #[test]
    fn widths_and_spaces_are_folded() {
        for (printed, wanted) in [
            ("（目　的）", "(目的)"),
            ("第１０条　この規程は、", "第10条 この規程は、"),
            ("第 1 条の 2 この規程は", "第1条の2 この規程は"),
            ("個 人 情 報 保 護 規 程", "個人情報保護規程"),
            ("( １ ) 協議会 名寄市", "(1) 協議会 名寄市"),
            ("令和 6 年 1 月 15 日 改正", "令和6年1月15日 改正"),
            ("ア　個人情報", "ア 個人情報"),
            ("① 甲は", "① 甲は"),
            ("⑴ 病院", "(1) 病院"),
            ("ｶﾞｲﾄﾞﾗｲﾝ㈱", "ガイドライン(株)"),
            ("10〜20～30−40", "10~20~30-40"),
            ("I C T を活用", "ICT を活用"),
            ("情\u{200b}報\u{ad}", "情報"),
            ("２　前項の規定は、", "2 前項の規定は、"),
            ("十分な 配慮を 心がける", "十分な配慮を心がける"),
        ] {
            assert_eq!(normalise(printed), wanted, "{printed}");
        }
    }

    #[test]
    fn folding_twice_changes_nothing() {
        for text in ["( 運 用 制 限 ) 第 ５ 条　労 働 基 準 局 は", "（１）　ｱ ﾞ イ", "第１章　総　則"]
        {
            let once = normalise(text);
            assert_eq!(normalise(&once), once, "{text}");
        }
    }

    #[test]
    fn origins_survive() {
        let piece = Piece {
            text: "（１）ｶﾞ".to_owned(),
            origin: Origin::Bytes { byte: 7 },
            pace: Pace::Bytes(Widths::Utf8),
        };
        let glyphs = normalise_line(&Line { pieces: vec![piece], ..Line::default() });
        let at: Vec<_> = glyphs.iter().map(|glyph| (glyph.character, glyph.origin)).collect();
        let byte = |byte| Origin::Bytes { byte };
        assert_eq!(at, [('(', byte(7)), ('1', byte(10)), (')', byte(13)), ('ガ', byte(16))]);
    }
}
