//! Numbers with units in folded text: 24時間以内, 三十日, 5年以上, 13文字以上, 10営業日, 99.9%.

mod numeral;

use std::ops::Range;

use dsl::checked::{Amount, Comparison};

use numeral::Numeral;

/// Seconds of a day.
pub const DAY: u64 = 86_400;

/// What a number counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// A length of time, in seconds. A month is 30 days, a year 365.
    Time {
        /// Seconds.
        seconds: u64,
    },
    /// A length of time in days on which offices are open.
    BusinessDays {
        /// Days.
        days: u64,
    },
    /// Anything else that is counted.
    Count {
        /// The unit word.
        unit: String,
        /// How many, in thousandths.
        thousandths: u64,
    },
}

/// How the words around a number limit it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bound {
    /// Exactly, or about, so much.
    Exactly,
    /// 以上, 少なくとも
    AtLeast,
    /// 超, を超える
    MoreThan,
    /// 以内, 以下, 最大, までに
    AtMost,
    /// 未満
    LessThan,
}

/// A quantity and where it stands, in bytes of the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// The quantity.
    pub value: Value,
    /// How it is limited.
    pub bound: Bound,
    /// Number and unit.
    pub range: Range<usize>,
}

const TIME_UNITS: &[(&str, u64)] = &[
    ("秒", 1),
    ("分間", 60),
    ("分", 60),
    ("時間", 3_600),
    ("日間", DAY),
    ("日", DAY),
    ("週間", 7 * DAY),
    ("週", 7 * DAY),
    ("か月", 30 * DAY),
    ("ヶ月", 30 * DAY),
    ("カ月", 30 * DAY),
    ("ケ月", 30 * DAY),
    ("箇月", 30 * DAY),
    ("ヵ月", 30 * DAY),
    ("月間", 30 * DAY),
    ("か年", 365 * DAY),
    ("ヶ年", 365 * DAY),
    ("カ年", 365 * DAY),
    ("箇年", 365 * DAY),
    ("年間", 365 * DAY),
    ("年", 365 * DAY),
];
const BUSINESS_DAYS: &[&str] = &["営業日", "業務日", "開庁日", "開院日", "就業日"];
/// Unit words of counts.
pub const COUNT_UNITS: &[&str] = &[
    "文字",
    "世代",
    "円",
    "%",
    "パーセント",
    "回",
    "名",
    "人",
    "桁",
    "部",
    "件",
    "箇所",
    "か所",
    "種類",
    "要素",
];

/// Words behind a quantity that limit it. Longer ones stand before those they begin with.
const BEHIND: &[(&str, Bound)] = &[
    ("以上", Bound::AtLeast),
    ("を下回らない", Bound::AtLeast),
    ("を超えない", Bound::AtMost),
    ("を超えて", Bound::MoreThan),
    ("を超え", Bound::MoreThan),
    ("を越えない", Bound::AtMost),
    ("を越え", Bound::MoreThan),
    ("超", Bound::MoreThan),
    ("以内", Bound::AtMost),
    ("以下", Bound::AtMost),
    ("未満", Bound::LessThan),
    ("を下回る", Bound::LessThan),
    ("を上限", Bound::AtMost),
    ("を限度", Bound::AtMost),
    ("を下限", Bound::AtLeast),
    ("前まで", Bound::AtLeast),
    ("まで", Bound::AtMost),
];
/// Words before a quantity that limit it where nothing behind it does.
const BEFORE: &[(&str, Bound)] = &[
    ("少なくとも", Bound::AtLeast),
    ("最低", Bound::AtLeast),
    ("最低でも", Bound::AtLeast),
    ("最短", Bound::AtLeast),
    ("最大", Bound::AtMost),
    ("最長", Bound::AtMost),
    ("遅くとも", Bound::AtMost),
    ("長くとも", Bound::AtMost),
];

/// All quantities of a folded text, in order. Digits and kanji numerals; a number without a known unit is skipped.
pub fn find(text: &str) -> Vec<Found> {
    let mut found = Vec::new();
    let mut cursor = 0;
    while cursor < text.len() {
        let rest = text.get(cursor..).unwrap_or_default();
        let Some(numeral) = numeral::at_start(rest) else {
            cursor += rest.chars().next().map_or(1, char::len_utf8);
            continue;
        };
        let end = cursor + numeral.length;
        let after = text.get(end..).unwrap_or_default();
        if let Some((value, unit_length)) = with_unit(&numeral, after) {
            let range = cursor..end + unit_length;
            let bound = bound(text, &range);
            found.push(Found { value, bound, range });
        }
        cursor = end;
    }
    found
}

fn with_unit(numeral: &Numeral, after: &str) -> Option<(Value, usize)> {
    let thousandths = numeral.thousandths?;
    let whole = thousandths / 1000;
    if let Some(unit) = BUSINESS_DAYS.iter().find(|unit| after.starts_with(**unit)) {
        return Some((Value::BusinessDays { days: whole }, unit.len()));
    }
    let time =
        TIME_UNITS.iter().filter(|(unit, _)| after.starts_with(unit)).max_by_key(|(unit, _)| unit.len());
    if let Some((unit, seconds)) = time {
        let seconds = (u128::from(thousandths) * u128::from(*seconds) / 1000).try_into().unwrap_or(u64::MAX);
        return Some((Value::Time { seconds }, unit.len()));
    }
    let unit = COUNT_UNITS.iter().find(|unit| after.starts_with(**unit))?;
    let name = if *unit == "パーセント" { "%" } else { unit };
    Some((Value::Count { unit: name.to_owned(), thousandths }, unit.len()))
}

/// How the words around a quantity limit it.
fn bound(text: &str, range: &Range<usize>) -> Bound {
    let after = text.get(range.end..).unwrap_or_default();
    // 「30日間以内」, 「24時間の以内」 are written, too.
    let after = after.trim_start_matches(['間', '程']);
    if let Some((_, bound)) = BEHIND.iter().find(|(words, _)| after.starts_with(words)) {
        return *bound;
    }
    let before = text.get(..range.start).unwrap_or_default().trim_end_matches('、');
    BEFORE.iter().find(|(words, _)| before.ends_with(words)).map_or(Bound::Exactly, |(_, bound)| *bound)
}

/// Whether a quantity of the text meets `comparison wanted`, and is of that sort at all.
///
/// What is `stated` alone is asked for where a rule forbids something: 「8文字以上」 is there although the rule forbids less
/// than 13. Otherwise every value that the text allows must meet it: 「8文字以上」 is not 13 or more, 「20文字以内」 neither.
pub fn meets(found: &Found, comparison: Comparison, wanted: Amount, stated: bool) -> bool {
    let Some((low, high, wanted)) = on_one_scale(&found.value, wanted) else { return false };
    let (low, high) = match found.bound {
        _ if stated => (low, high),
        Bound::Exactly => (low, high),
        Bound::AtLeast => (low, u64::MAX),
        Bound::MoreThan => (low.saturating_add(1), u64::MAX),
        Bound::AtMost => (0, high),
        Bound::LessThan => (0, high.saturating_sub(1)),
    };
    compare(low, comparison, wanted) && compare(high, comparison, wanted)
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

/// The least and the most that a value can be, and what is wanted, in one unit. Business days last as many days at
/// least, and weekends more at most; holidays are not known here.
fn on_one_scale(value: &Value, wanted: Amount) -> Option<(u64, u64, u64)> {
    match (value, wanted) {
        (Value::Count { thousandths, .. }, Amount::Thousandths(wanted)) => {
            Some((*thousandths, *thousandths, wanted))
        }
        (Value::Time { seconds }, Amount::Seconds(wanted)) => Some((*seconds, *seconds, wanted)),
        (Value::BusinessDays { days }, Amount::BusinessDays(wanted)) => Some((*days, *days, wanted)),
        (Value::BusinessDays { days }, Amount::Seconds(wanted)) => {
            let most = days.saturating_add(2 * days.div_ceil(5));
            Some((days.saturating_mul(DAY), most.saturating_mul(DAY), wanted))
        }
        (Value::Time { seconds }, Amount::BusinessDays(wanted)) => {
            let wanted = wanted.saturating_add(2 * (wanted / 5));
            Some((*seconds, *seconds, wanted.saturating_mul(DAY)))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_numbers_with_units() {
        let time = |seconds| Value::Time { seconds };
        let count = |unit: &str, thousandths| Value::Count { unit: unit.to_owned(), thousandths };
        let cases = [
            ("24時間以内", time(24 * 3_600), Bound::AtMost),
            ("三十日以内", time(30 * DAY), Bound::AtMost),
            ("二〇年", time(20 * 365 * DAY), Bound::Exactly),
            ("3か月を超える", time(90 * DAY), Bound::MoreThan),
            ("5年間", time(5 * 365 * DAY), Bound::Exactly),
            ("1.5時間", time(5_400), Bound::Exactly),
            ("遅くとも10日", time(10 * DAY), Bound::AtMost),
            ("5営業日以内", Value::BusinessDays { days: 5 }, Bound::AtMost),
            ("13文字以上", count("文字", 13_000), Bound::AtLeast),
            ("少なくとも3世代", count("世代", 3_000), Bound::AtLeast),
            ("一万円を限度", count("円", 10_000_000), Bound::AtMost),
            ("1、000、000円未満", count("円", 1_000_000_000), Bound::LessThan),
            ("99.95%以上", count("%", 99_950), Bound::AtLeast),
            ("99.9パーセント", count("%", 99_900), Bound::Exactly),
        ];
        for (text, value, bound) in cases {
            let found = find(text);
            assert_eq!(found.len(), 1, "{text}: {found:?}");
            assert_eq!((&found[0].value, found[0].bound), (&value, bound), "{text}");
        }
        assert!(find("第3条").is_empty());
    }

    #[test]
    fn every_allowed_value_must_meet_what_is_required() {
        use Comparison::{Equal, GreaterOrEqual, Less, LessOrEqual};
        let (day, thirteen) = (Amount::Seconds(DAY), Amount::Thousandths(13_000));
        let cases = [
            ("24時間以内", LessOrEqual, day, true),
            ("24時間未満", Less, day, true),
            ("24時間以内", Less, day, false),
            ("24時間以上", LessOrEqual, day, false),
            ("48時間以内", LessOrEqual, day, false),
            ("24時間", Equal, day, true),
            ("13文字以上", GreaterOrEqual, thirteen, true),
            ("8文字以上", GreaterOrEqual, thirteen, false),
            ("20文字以内", GreaterOrEqual, thirteen, false),
            ("13文字", GreaterOrEqual, thirteen, true),
            ("13世代", GreaterOrEqual, day, false),
            ("5営業日以内", LessOrEqual, Amount::Seconds(7 * DAY), true),
            ("5営業日以内", LessOrEqual, Amount::Seconds(5 * DAY), false),
            ("5営業日以内", LessOrEqual, Amount::BusinessDays(5), true),
            ("7日以内", LessOrEqual, Amount::BusinessDays(5), true),
            ("8日以内", LessOrEqual, Amount::BusinessDays(5), false),
        ];
        for (text, comparison, wanted, expected) in cases {
            let found = &find(text)[0];
            assert_eq!(meets(found, comparison, wanted, false), expected, "{text} {comparison:?} {wanted:?}");
        }
    }

    #[test]
    fn what_is_stated_is_enough_for_what_is_forbidden() {
        let less = |text: &str| meets(&find(text)[0], Comparison::Less, Amount::Thousandths(13_000), true);
        assert!(less("8文字以上"));
        assert!(!less("13文字以上"));
        assert!(!less("20文字以内"));
    }
}
