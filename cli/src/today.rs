//! The day a report speaks of: given, or that of `SOURCE_DATE_EPOCH` (reproducible builds), or today in Japan.

use std::time::{SystemTime, UNIX_EPOCH};

use crate::failure::Failure;

const DAY: u64 = 24 * 60 * 60;
/// Japan is nine hours ahead of UTC and has no summer time.
const JAPAN: u64 = 9 * 60 * 60;

/// The day as YYYY-MM-DD.
///
/// # Errors
/// A text that is no day of the calendar.
pub(crate) fn day(given: Option<&str>) -> Result<String, Failure> {
    match given {
        Some(text) if is_day(text) => Ok(text.to_owned()),
        Some(text) => Err(Failure::new("cli-invalid-date", &[]).with("value", text)),
        None => {
            let now = || SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |elapsed| elapsed.as_secs());
            Ok(civil((fixed_seconds().unwrap_or_else(now) + JAPAN) / DAY))
        }
    }
}

/// Years beyond what the calendar of a report can show are no time of a build.
const LATEST: u64 = 253_402_300_799;

/// The time that whoever wants the same bytes again has set.
fn fixed_seconds() -> Option<u64> {
    std::env::var("SOURCE_DATE_EPOCH").ok()?.trim().parse().ok().filter(|seconds| *seconds <= LATEST)
}

fn is_day(text: &str) -> bool {
    let shape = text.len() == 10
        && text
            .bytes()
            .enumerate()
            .all(|(at, byte)| if matches!(at, 4 | 7) { byte == b'-' } else { byte.is_ascii_digit() });
    let mut numbers = text.split('-').filter_map(|part| part.parse::<u64>().ok());
    let (Some(year), Some(month), Some(day)) = (numbers.next(), numbers.next(), numbers.next()) else {
        return false;
    };
    shape && (1..=12).contains(&month) && (1..=days_of(year, month)).contains(&day)
}

fn is_leap(year: u64) -> bool {
    year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400))
}

fn days_of(year: u64, month: u64) -> u64 {
    match month {
        2 if is_leap(year) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// The day after so many days since 1970-01-01.
fn civil(mut days: u64) -> String {
    let mut year = 1970;
    while days >= 365 + u64::from(is_leap(year)) {
        days -= 365 + u64::from(is_leap(year));
        year += 1;
    }
    let mut month = 1;
    while days >= days_of(year, month) {
        days -= days_of(year, month);
        month += 1;
    }
    format!("{year:04}-{month:02}-{:02}", days + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_of_the_calendar() {
        assert_eq!(civil(0), "1970-01-01");
        assert_eq!(civil(20_779), "2026-11-22");
        assert_eq!(civil(11_016), "2000-02-29");
        for good in ["2026-11-22", "2024-02-29"] {
            assert!(is_day(good), "{good}");
        }
        for bad in ["2026-02-29", "2026-13-01", "2026-11-31", "26-1-1", "2026/11/22", "", "2026-11-2２"] {
            assert!(!is_day(bad), "{bad}");
        }
    }
}
