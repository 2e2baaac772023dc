//! What stands around a number with a unit: whether it is a quantity at all, and which ones are parts of one.

use std::ops::Range;

use super::{Found, Value};

/// Words before a number that make it an ordinal, a date or a rough guess.
const BEFORE: &[&str] = &["第", "数", "月", "令和", "平成", "昭和", "西暦", "時", "何"];
/// Characters behind a unit that make it another word.
const GOES_ON: &[(&str, &str)] = &[
    ("部", "門署員長会分品位類局族屋隊"),
    ("回", "目線"),
    ("件", "名"),
    ("名", "義称"),
    ("人", "目称"),
    ("円", "滑"),
    ("日", "本付報常誌曜目"),
    ("年", "度齢次代生号版製目月"),
    ("週", "目"),
    ("分", "類割野析担別離岐布配"),
    ("秒", "針"),
    ("時間", "外帯割"),
];
/// Words that stand between the two ends of a range.
const TO: &[&str] = &["から", "〜", "~", "乃至", "ないし", "-"];
/// The first year that a number before 年 names.
const FIRST_YEAR: u64 = 1_000;

/// Whether a number with a unit is no quantity. `number` is its place, `end` the end of its unit.
pub(super) fn is_other(text: &str, number: &Range<usize>, end: usize) -> bool {
    let before = text.get(..number.start).unwrap_or_default();
    if BEFORE.iter().any(|word| before.ends_with(word)) {
        return true;
    }
    let digits = text.get(number.clone()).unwrap_or_default();
    let unit = text.get(number.end..end).unwrap_or_default();
    let after = text.get(end..).unwrap_or_default();
    let next = after.chars().next();
    let runs_on =
        GOES_ON.iter().any(|(word, more)| unit == *word && next.is_some_and(|next| more.contains(next)));
    let is_year =
        unit == "年" && (digits.parse().is_ok_and(|year: u64| year >= FIRST_YEAR) || begins_month(after));
    // 十分 is a word of its own; ten minutes have a limit or a 前 behind them.
    let is_enough =
        digits == "十" && unit == "分" && !after.starts_with(['以', '未', '前', '後', '超', 'ご', 'お']);
    let is_part = digits == "一" && unit == "部" && !after.starts_with('ず');
    runs_on || is_year || is_enough || is_part
}

/// 「4月」 behind 「8年」: a date.
fn begins_month(after: &str) -> bool {
    let digits =
        after.chars().take_while(|char| char.is_ascii_digit() || "一二三四五六七八九十".contains(*char));
    let length: usize = digits.map(char::len_utf8).sum();
    length > 0 && after.get(length..).is_some_and(|rest| rest.starts_with('月'))
}

/// Joins what belongs together: 1年6か月 is one length of time, 30日から60日 one range; 24時間365日 is always, and no length.
pub(super) fn join(text: &str, found: &mut Vec<Found>) {
    let mut joined: Vec<Found> = Vec::with_capacity(found.len());
    for one in found.drain(..) {
        let Some(last) = joined.last_mut() else {
            joined.push(one);
            continue;
        };
        let between = text.get(last.range.end..one.range.start).unwrap_or_default();
        match (&last.value, &one.value) {
            (Value::Time { seconds: first }, Value::Time { seconds: second }) if between.is_empty() => {
                if first > second {
                    last.value = Value::Time { seconds: first.saturating_add(*second) };
                    last.range.end = one.range.end;
                } else {
                    joined.pop();
                }
            }
            (first, second) if TO.contains(&between) && is_same_sort(first, second) => {
                let range = last.range.start..one.range.end;
                let from = Some(last.value.clone());
                *last = Found { value: one.value, from, bound: one.bound, range };
            }
            _ => joined.push(one),
        }
    }
    *found = joined;
}

fn is_same_sort(first: &Value, second: &Value) -> bool {
    match (first, second) {
        (Value::Count { unit: first, .. }, Value::Count { unit: second, .. }) => first == second,
        (Value::Count { .. }, _) | (_, Value::Count { .. }) => false,
        _ => true,
    }
}
