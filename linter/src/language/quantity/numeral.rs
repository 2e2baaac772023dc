//! Numerals in folded text: 24, 1、000, 99.9, 二〇, 三十, 一万.

/// A numeral at the beginning of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Numeral {
    /// Its value in thousandths; none where it is too large or mixed.
    pub(super) thousandths: Option<u64>,
    /// Its bytes.
    pub(super) length: usize,
}

const DIGITS: &str = "〇一二三四五六七八九";

/// The numeral that a text begins with.
pub(super) fn at_start(text: &str) -> Option<Numeral> {
    let digits = digits(text);
    if digits > 0 {
        return Some(arabic(text, digits));
    }
    let length: usize = text.chars().take_while(|char| is_numeral(*char)).map(char::len_utf8).sum();
    let thousandths = || read(text.get(..length)?)?.checked_mul(1000);
    (length > 0).then(|| Numeral { thousandths: thousandths(), length })
}

fn digits(text: &str) -> usize {
    text.bytes().take_while(u8::is_ascii_digit).count()
}

/// Digits with groups of three (folding turns the comma into 、), a decimal part, or kanji behind (5千, 3万).
fn arabic(text: &str, digits: usize) -> Numeral {
    let mut length = digits;
    let mut number: String = text.get(..digits).unwrap_or_default().to_owned();
    while let Some(group) = group(text.get(length..).unwrap_or_default()).filter(|_| digits <= 3) {
        number.push_str(group);
        length += '、'.len_utf8() + group.len();
    }
    let rest = text.get(length..).unwrap_or_default();
    if let Some(part) = rest.strip_prefix('.').map(self::digits).filter(|digits| *digits > 0) {
        let decimals: String = rest.chars().skip(1).take(part).take(3).collect();
        let thousandths = format!("{number}{decimals:0<3}").parse().ok();
        return Numeral { thousandths, length: length + 1 + part };
    }
    let behind: usize = rest.chars().take_while(|char| is_numeral(*char)).map(char::len_utf8).sum();
    let whole = rest.get(..behind).and_then(|kanji| read(&format!("{number}{kanji}")));
    Numeral { thousandths: whole.and_then(|whole| whole.checked_mul(1000)), length: length + behind }
}

/// The digits of 「、000」.
fn group(text: &str) -> Option<&str> {
    let rest = text.strip_prefix('、')?;
    (digits(rest) == 3).then(|| rest.get(..3)).flatten()
}

fn is_numeral(character: char) -> bool {
    character.is_ascii_digit() || DIGITS.contains(character) || "十百千万億".contains(character)
}

/// Digits, positional kanji (二〇) and kanji with 十百千万億; none where it is too large.
fn read(text: &str) -> Option<u64> {
    let (mut total, mut group, mut digit): (u64, u64, Option<u64>) = (0, 0, None);
    for character in text.chars() {
        let value = DIGITS.chars().position(|kanji| kanji == character).map(|at| at as u64);
        if let Some(value) = value.or(character.to_digit(10).map(u64::from)) {
            digit = Some(digit.unwrap_or(0).checked_mul(10)?.checked_add(value)?);
            continue;
        }
        let power = match character {
            '十' => 10,
            '百' => 100,
            '千' => 1_000,
            _ => {
                let unit = if character == '億' { 100_000_000 } else { 10_000 };
                let count = group.checked_add(digit.take().unwrap_or(0))?;
                total = total.checked_add(count.checked_mul(unit)?)?;
                group = 0;
                continue;
            }
        };
        group = group.checked_add(digit.take().unwrap_or(1).checked_mul(power)?)?;
    }
    total.checked_add(group)?.checked_add(digit.unwrap_or(0))
}
