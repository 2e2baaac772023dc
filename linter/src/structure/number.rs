//! Printed numbers as values: Arabic, kanji (positional or not), circled, roman, アイウ, イロハ, branches.
//!
//! What is no number gives `None`, never zero.

use std::fmt;

/// The number of a 条 with its branches: 第十条の二 is `10の2`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct BranchNumber {
    /// 10 of 第十条の二.
    pub(crate) base: u32,
    /// 2 of 第十条の二; 第三条の二の三 has two.
    pub(crate) branches: Vec<u32>,
}

impl fmt::Display for BranchNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.base)?;
        self.branches.iter().try_for_each(|branch| write!(f, "の{branch}"))
    }
}

/// An Arabic or kanji number: `12`, 十二, 一二, 百三, 二〇; 元 is 1.
pub(crate) fn numeral(text: &str) -> Option<u32> {
    if text.is_empty() || text.chars().count() > 7 {
        return None;
    }
    if text.bytes().all(|byte| byte.is_ascii_digit()) {
        return text.parse().ok();
    }
    if text == "元" {
        return Some(1);
    }
    if text.chars().all(|c| kanji_digit(c).is_some()) {
        return text.chars().try_fold(0_u32, |sum, c| sum.checked_mul(10)?.checked_add(kanji_digit(c)?));
    }
    kanji_with_powers(text)
}

fn kanji_digit(c: char) -> Option<u32> {
    "〇一二三四五六七八九".chars().position(|digit| digit == c).and_then(|at| u32::try_from(at).ok())
}

fn kanji_with_powers(text: &str) -> Option<u32> {
    let (mut sum, mut digit, mut limit) = (0_u32, None, 10_000_u32);
    for c in text.chars() {
        if let Some(value) = kanji_digit(c) {
            if digit.replace(value).is_some() {
                return None;
            }
            continue;
        }
        let power = match c {
            '十' => 10,
            '百' => 100,
            '千' => 1000,
            _ => return None,
        };
        if power >= limit {
            return None;
        }
        limit = power;
        sum = sum.checked_add(digit.take().unwrap_or(1).checked_mul(power)?)?;
    }
    sum.checked_add(digit.unwrap_or(0))
}

/// True for a character that may stand in a number.
pub(crate) fn is_numeral(c: char) -> bool {
    c.is_ascii_digit() || "〇一二三四五六七八九十百千元".contains(c)
}

/// ①…㊿, ❶…❿, ㈠…㈩, ㊀…㊉ as a value.
pub(crate) fn circled(c: char) -> Option<u32> {
    let within =
        |first: char, value: u32| (c as u32).checked_sub(first as u32).map(|distance| value + distance);
    match c {
        '①'..='⑳' => within('①', 1),
        '㉑'..='㉟' => within('㉑', 21),
        '㊱'..='㊿' => within('㊱', 36),
        '❶'..='❿' => within('❶', 1),
        '➀'..='➉' => within('➀', 1),
        '➊'..='➓' => within('➊', 1),
        '㈠'..='㈩' => within('㈠', 1),
        '㊀'..='㊉' => within('㊀', 1),
        _ => None,
    }
}

/// i, iv, XII as a value; up to 39.
pub(crate) fn roman(text: &str) -> Option<u32> {
    let lower = text.to_ascii_lowercase();
    if lower != text && text.to_ascii_uppercase() != text {
        return None;
    }
    (1..40).find(|value| roman_text(*value) == lower)
}

fn roman_text(value: u32) -> String {
    const ONES: [&str; 10] = ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"];
    let ones = ONES.get((value % 10) as usize).copied().unwrap_or_default();
    format!("{}{ones}", "x".repeat((value / 10) as usize))
}

/// Kana in the order アイウエオ.
pub(crate) const AIUEO: &str =
    "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン";
/// Kana in the order イロハニホヘト.
pub(crate) const IROHA: &str =
    "イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセス";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numerals_in_every_writing() {
        for (text, value) in [
            ("12", Some(12)),
            ("十", Some(10)),
            ("二十三", Some(23)),
            ("二〇", Some(20)),
            ("一二", Some(12)),
            ("百二", Some(102)),
            ("千五百", Some(1500)),
            ("元", Some(1)),
            ("", None),
            ("別", None),
            ("十百", None),
            ("12345678", None),
        ] {
            assert_eq!(numeral(text), value, "{text}");
        }
        assert_eq!(
            (circled('①'), circled('㉑'), circled('㊿'), circled('A')),
            (Some(1), Some(21), Some(50), None)
        );
        assert_eq!((roman("iv"), roman("XII"), roman("iV"), roman("abc")), (Some(4), Some(12), None, None));
    }
}
