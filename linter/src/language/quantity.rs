//! Numbers with units in folded text: 24時間, 三十日, 5年, 13文字, 10営業日.

use std::ops::Range;

use dsl::checked::Comparison;

/// Seconds of a day.
pub const DAY: u64 = 86_400;

/// What a number counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// A length of time, in seconds. A month is 30 days, a year 365, a business day one day.
    Time {
        /// Seconds.
        seconds: u64,
    },
    /// Anything else that is counted.
    Count {
        /// The unit word.
        unit: String,
        /// How many.
        count: u64,
    },
}

/// A quantity and where it stands, in bytes of the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// The quantity.
    pub value: Value,
    /// Number and unit.
    pub range: Range<usize>,
}

const TIME_UNITS: &[(&str, u64)] = &[
    ("秒", 1),
    ("分間", 60),
    ("分", 60),
    ("時間", 3_600),
    ("営業日", DAY),
    ("日", DAY),
    ("週間", 7 * DAY),
    ("か月", 30 * DAY),
    ("ヶ月", 30 * DAY),
    ("カ月", 30 * DAY),
    ("ケ月", 30 * DAY),
    ("箇月", 30 * DAY),
    ("ヵ月", 30 * DAY),
    ("月間", 30 * DAY),
    ("年", 365 * DAY),
];
const COUNT_UNITS: &[&str] = &["文字", "世代", "円", "%", "回", "名", "人", "桁", "部", "件"];

/// All quantities of a folded text, in order. Digits and kanji numerals; a number without a known unit is skipped.
pub fn find(text: &str) -> Vec<Found> {
    let mut found = Vec::new();
    let mut cursor = 0;
    while cursor < text.len() {
        let rest = text.get(cursor..).unwrap_or_default();
        let length: usize = rest.chars().take_while(|c| is_numeral(*c)).map(char::len_utf8).sum();
        if length == 0 {
            cursor += rest.chars().next().map_or(1, char::len_utf8);
            continue;
        }
        let end = cursor + length;
        let number = rest.get(..length).and_then(read_number);
        if let Some((value, unit_len)) =
            number.and_then(|number| with_unit(number, text.get(end..).unwrap_or_default()))
        {
            found.push(Found { value, range: cursor..end + unit_len });
        }
        cursor = end;
    }
    found
}

fn with_unit(number: u64, after: &str) -> Option<(Value, usize)> {
    let time =
        TIME_UNITS.iter().filter(|(unit, _)| after.starts_with(unit)).max_by_key(|(unit, _)| unit.len());
    if let Some((unit, seconds)) = time {
        return Some((Value::Time { seconds: number.saturating_mul(*seconds) }, unit.len()));
    }
    let unit = COUNT_UNITS.iter().find(|unit| after.starts_with(**unit))?;
    Some((Value::Count { unit: (*unit).to_owned(), count: number }, unit.len()))
}

fn is_numeral(character: char) -> bool {
    character.is_ascii_digit() || "〇一二三四五六七八九十百千万".contains(character)
}

/// Digits, positional kanji (二〇) and kanji with 十百千万; none where it is too large or mixed.
fn read_number(text: &str) -> Option<u64> {
    if text.chars().all(|c| c.is_ascii_digit()) {
        return text.parse().ok();
    }
    let (mut total, mut group, mut digit): (u64, u64, Option<u64>) = (0, 0, None);
    for character in text.chars() {
        if let Some(value) = "〇一二三四五六七八九"
            .chars()
            .position(|kanji| kanji == character)
            .map(|at| at as u64)
            .or(character.to_digit(10).map(u64::from))
        {
            digit = Some(digit.unwrap_or(0).checked_mul(10)?.checked_add(value)?);
            continue;
        }
        let power = match character {
            '十' => 10,
            '百' => 100,
            '千' => 1_000,
            _ => {
                total = total.checked_add((group + digit.take().unwrap_or(0)).checked_mul(10_000)?)?;
                group = 0;
                continue;
            }
        };
        group = group.checked_add(digit.take().unwrap_or(1).checked_mul(power)?)?;
    }
    total.checked_add(group)?.checked_add(digit.unwrap_or(0))
}

/// `found comparison wanted`.
pub fn compare(found: u64, comparison: Comparison, wanted: u64) -> bool {
    match comparison {
        Comparison::Less => found < wanted,
        Comparison::LessOrEqual => found <= wanted,
        Comparison::Equal => found == wanted,
        Comparison::GreaterOrEqual => found >= wanted,
        Comparison::Greater => found > wanted,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_numbers_with_units() {
        let time = |seconds| Value::Time { seconds };
        let cases = [
            ("24時間以内", time(24 * 3_600)),
            ("三十日以内", time(30 * DAY)),
            ("二〇年", time(20 * 365 * DAY)),
            ("3か月", time(90 * DAY)),
            ("13文字以上", Value::Count { unit: "文字".to_owned(), count: 13 }),
            ("一万円", Value::Count { unit: "円".to_owned(), count: 10_000 }),
        ];
        for (text, value) in cases {
            assert_eq!(find(text).first().map(|found| found.value.clone()), Some(value), "{text}");
        }
        assert!(find("第3条").is_empty());
    }
}
