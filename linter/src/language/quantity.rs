//! Numbers with units in folded text: 24時間以内, 三十日, 5年以上, 13文字以上, 10営業日, 99.9%.

mod context;
mod numeral;

use std::ops::Range;

use dsl::checked::{Amount, Comparison, Measure};

use numeral::Numeral;

use crate::language::fold::fold_literal;

/// Seconds of a day.
pub const DAY: u64 = 86_400;

/// Seconds of a month that is no part of a year.
const MONTH: u64 = 30 * DAY;

/// What a number counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// A length of time, in seconds. A month is 30 days; twelve of them are a year of 365.
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
    /// The quantity; of a range (30日から60日) the upper end.
    pub value: Value,
    /// The lower end of a range.
    pub from: Option<Value>,
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
    ("か月", MONTH),
    ("ヶ月", MONTH),
    ("カ月", MONTH),
    ("ケ月", MONTH),
    ("箇月", MONTH),
    ("ヵ月", MONTH),
    ("月間", MONTH),
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
    ("以内に限ら", Bound::AtLeast),
    ("以内とは限ら", Bound::AtLeast),
    ("を経過する日まで", Bound::AtMost),
    ("を経過した日まで", Bound::AtMost),
    ("を経過", Bound::AtLeast),
    ("が経過", Bound::AtLeast),
    ("経過", Bound::AtLeast),
    ("以後", Bound::AtLeast),
    ("以降", Bound::AtLeast),
    ("後まで", Bound::AtMost),
    ("後", Bound::AtLeast),
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

/// Half a unit that stands for itself: 半年, 半日.
const HALVES: &[(&str, u64)] = &[("半年", 6 * MONTH), ("半月", 15 * DAY), ("半日", DAY / 2)];

fn half_at_start(text: &str, at: usize) -> Option<(&'static str, u64)> {
    let (before, rest) = text.split_at_checked(at)?;
    let part_of_word = before.ends_with(super::heads::is_content);
    HALVES.iter().copied().find(|(word, _)| !part_of_word && rest.starts_with(word))
}

/// All quantities of a folded text, in order. Digits and kanji numerals; a number without a known unit is skipped, and so
/// are dates, times of day, ordinals and words that only begin like a quantity (十分な, 一部, 3部門).
pub fn find(text: &str) -> Vec<Found> {
    let mut found: Vec<Found> = Vec::new();
    let mut cursor = 0;
    while cursor < text.len() {
        let rest = text.get(cursor..).unwrap_or_default();
        if let Some((word, seconds)) = half_at_start(text, cursor) {
            let range = cursor..cursor + word.len();
            cursor = range.end;
            found.push(Found { value: Value::Time { seconds }, from: None, bound: Bound::Exactly, range });
            continue;
        }
        let Some(numeral) = numeral::at_start(rest) else {
            cursor += rest.chars().next().map_or(1, char::len_utf8);
            continue;
        };
        let end = cursor + numeral.length;
        let after = text.get(end..).unwrap_or_default();
        cursor = match with_unit(&numeral, after) {
            Some((value, length)) if !context::is_other(text, &(cursor..end), end + length) => {
                let range = cursor..end + length;
                let behind = range.end;
                found.push(Found { value, from: None, bound: Bound::Exactly, range });
                behind
            }
            _ => end,
        };
    }
    context::join(text, &mut found);
    for one in &mut found {
        one.bound = bound(text, &one.range);
    }
    found
}

/// The value of a number with the unit that follows it, and the bytes of the unit.
fn with_unit(numeral: &Numeral, after: &str) -> Option<(Value, usize)> {
    let thousandths = numeral.thousandths?;
    let whole = thousandths / 1000;
    if let Some(unit) = BUSINESS_DAYS.iter().find(|unit| after.starts_with(**unit)) {
        return Some((Value::BusinessDays { days: whole }, unit.len()));
    }
    let time =
        TIME_UNITS.iter().filter(|(unit, _)| after.starts_with(unit)).max_by_key(|(unit, _)| unit.len());
    if let Some((unit, seconds)) = time {
        let half = after.get(unit.len()..).is_some_and(|rest| rest.starts_with('半'));
        let thousandths = thousandths.saturating_add(if half { 500 } else { 0 });
        let length = unit.len() + if half { '半'.len_utf8() } else { 0 };
        return Some((Value::Time { seconds: in_seconds(thousandths, *seconds) }, length));
    }
    let unit = COUNT_UNITS.iter().find(|unit| after.starts_with(**unit))?;
    let name = if *unit == "パーセント" { "%" } else { unit };
    Some((Value::Count { unit: name.to_owned(), thousandths }, unit.len()))
}

/// Twelve months are a year.
fn in_seconds(thousandths: u64, unit: u64) -> u64 {
    let (years, rest) = match unit {
        MONTH => (thousandths / 12_000, thousandths % 12_000),
        _ => (0, thousandths),
    };
    let seconds = u128::from(rest) * u128::from(unit) / 1000 + u128::from(years) * u128::from(365 * DAY);
    seconds.try_into().unwrap_or(u64::MAX)
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

/// Whether a value is of what a rule measures.
pub fn is_of(measure: &Measure, value: &Value) -> bool {
    match (measure, value) {
        (Measure::Number(wanted), Value::Count { unit, .. }) => fold_literal(wanted) == *unit,
        (Measure::Duration | Measure::Period, Value::Time { .. } | Value::BusinessDays { .. }) => true,
        _ => false,
    }
}

/// Whether a quantity of the text meets `comparison wanted`, and is of that sort at all.
///
/// What is `stated` alone is asked for where a rule forbids something: 「8文字以上」 is there although the rule forbids less
/// than 13. Otherwise every value that the text allows must meet it: 「8文字以上」 is not 13 or more, 「20文字以内」 neither.
pub fn meets(found: &Found, comparison: Comparison, wanted: Amount, stated: bool) -> bool {
    let Some((least, most, limit)) = on_one_scale(&found.value, wanted) else { return false };
    let from = found.from.as_ref().and_then(|from| on_one_scale(from, wanted));
    let (low, high, wanted) = (from.map_or(least, |(low, ..)| low), most, limit);
    let (low, high) = match found.bound {
        _ if stated || from.is_some() => (low, high),
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
            ("三十日以内", time(MONTH), Bound::AtMost),
            ("二〇年", time(20 * 365 * DAY), Bound::Exactly),
            ("3か月を超える", time(90 * DAY), Bound::MoreThan),
            ("60か月間", time(5 * 365 * DAY), Bound::Exactly),
            ("1か月半以内", time(45 * DAY), Bound::AtMost),
            ("半年前までに", time(180 * DAY), Bound::AtLeast),
            ("1年6か月以内", time(545 * DAY), Bound::AtMost),
            ("30日を経過した後", time(30 * DAY), Bound::AtLeast),
            ("30日を経過する日まで", time(30 * DAY), Bound::AtMost),
            ("10日後に", time(10 * DAY), Bound::AtLeast),
            ("十分以内", time(600), Bound::AtMost),
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
    }

    #[test]
    fn what_only_looks_like_a_quantity_is_none() {
        let texts = [
            "第3条",
            "十分な安全管理",
            "令和8年4月1日に開始した",
            "2026年に締結した",
            "毎月1日に返却する",
            "午後5時30分までに",
            "24時間365日監視する",
            "数十日以内",
            "業務の一部",
            "3部門に分ける",
            "第3回の会議",
            "1回目",
            "令和7年度の実績",
            "3日本語",
        ];
        for text in texts {
            assert_eq!(find(text), [], "{text}");
        }
    }

    #[test]
    fn ranges_have_two_ends() {
        for text in ["30日から60日以内", "30日〜60日以内", "30日ないし60日"] {
            let found = find(text);
            assert_eq!(found.len(), 1, "{text}: {found:?}");
            let meets =
                |comparison, days: u64| meets(&found[0], comparison, Amount::Seconds(days * DAY), false);
            assert!(!meets(Comparison::LessOrEqual, 30) && meets(Comparison::LessOrEqual, 60), "{text}");
            assert!(
                meets(Comparison::GreaterOrEqual, 30) && !meets(Comparison::GreaterOrEqual, 60),
                "{text}"
            );
        }
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
