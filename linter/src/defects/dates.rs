//! Periods that end before they begin.

use std::sync::OnceLock;

use regex::Regex;

use super::{Fault, Looked};
use crate::document::TextSpan;

/// 「令和7年4月1日から令和6年3月31日まで」.
pub(super) fn reversed(looked: Looked<'_>) -> Vec<Fault> {
    let text = looked.document.text.as_str();
    let mut faults = Vec::new();
    for found in period().into_iter().flat_map(|regex| regex.captures_iter(text)) {
        let date = |first: usize| -> Option<(u32, u32, u32)> {
            let part = |index: usize| found.get(index).map(|part| part.as_str());
            let year = year_of(part(first).unwrap_or_default(), part(first + 1)?)?;
            Some((year, part(first + 2)?.parse().ok()?, part(first + 3)?.parse().ok()?))
        };
        let (Some(from), Some(to), Some(whole)) = (date(1), date(5), found.get(0)) else { continue };
        if to < from {
            faults.push(looked.fault(TextSpan::new(whole.start() as u32, whole.end() as u32)));
        }
    }
    faults
}

/// The year of the common era. 元年 is the first year of an era.
fn year_of(era: &str, year: &str) -> Option<u32> {
    let year: u32 = if year == "元" { 1 } else { year.parse().ok()? };
    let before_first = match era {
        "令和" => 2018,
        "平成" => 1988,
        "昭和" => 1925,
        _ => 0,
    };
    year.checked_add(before_first)
}

fn period() -> Option<&'static Regex> {
    const DATE: &str = "(令和|平成|昭和|西暦)?([0-9]{1,4}|元)年([0-9]{1,2})月([0-9]{1,2})日";
    static REGEX: OnceLock<Option<Regex>> = OnceLock::new();
    REGEX.get_or_init(|| Regex::new(&format!("{DATE}(?:から|より|[~〜～-])、?{DATE}")).ok()).as_ref()
}
