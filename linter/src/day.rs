//! Days of the calendar: as settings and reports write them (YYYY-MM-DD), and as people write them into a cell
//! (2027/3/31, 令和9年3月31日, R9.3.31).
//!
//! They are texts, which compare as the days do.

use std::sync::OnceLock;

use regex::Regex;
use unicode_normalization::UnicodeNormalization as _;

/// Whether a text is a day of the calendar, written YYYY-MM-DD.
///
/// ```
/// assert!(linter::day::is_day("2024-02-29") && !linter::day::is_day("2026-02-29"));
/// ```
pub fn is_day(text: &str) -> bool {
    number_of(text).is_some()
}

/// Days from one day to another; negative where the second is earlier. `None` where one of them is no day.
///
/// ```
/// assert_eq!(linter::day::days_between("2026-12-31", "2027-01-02"), Some(2));
/// ```
pub fn days_between(from: &str, to: &str) -> Option<i64> {
    Some(number_of(to)? - number_of(from)?)
}

/// The day after so many days since 1970-01-01.
pub fn civil(mut days: u64) -> String {
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

/// The day as `2027-03-31`, where the text is one of the calendar. Width and spaces do not matter.
///
/// ```
/// assert_eq!(linter::day::read("令和9年3月31日").as_deref(), Some("2027-03-31"));
/// assert_eq!(linter::day::read("2027-02-29"), None);
/// ```
pub fn read(text: &str) -> Option<String> {
    let plain: String = text.nfkc().filter(|c| !c.is_whitespace()).collect();
    let found = pattern()?.captures(&plain)?;
    let part = |index: usize| found.get(index).map(|part| part.as_str());
    let number = |index: usize| part(index)?.parse::<u32>().ok();
    let year = match (part(1), part(2)?) {
        (Some(era), "元") => first_year(era)?,
        (Some(era), year) => first_year(era)?.checked_add(year.parse::<u32>().ok()?.checked_sub(1)?)?,
        (None, year) if year.len() == 4 => year.parse().ok()?,
        (None, _) => return None,
    };
    let (month, day) = (number(3)?, number(4)?);
    let day = format!("{year:04}-{month:02}-{day:02}");
    is_day(&day).then_some(day)
}

/// Year, month and day of a text like `2027-03-31`.
#[cfg(feature = "xlsx")]
pub(crate) fn parts(text: &str) -> Option<(u16, u8, u8)> {
    let mut pieces = text.splitn(3, '-');
    let (year, month, day) = (pieces.next()?, pieces.next()?, pieces.next()?);
    Some((year.parse().ok()?, month.parse().ok()?, day.parse().ok()?))
}

fn pattern() -> Option<&'static Regex> {
    static REGEX: OnceLock<Option<Regex>> = OnceLock::new();
    // A time of midnight is what some programs add to a day.
    let written = r"^(令和|平成|昭和|[RHS])?([0-9]{1,4}|元)[-/.年]([0-9]{1,2})[-/.月]([0-9]{1,2})日?(?:T?00:00(?::00)?)?$";
    REGEX.get_or_init(|| Regex::new(written).ok()).as_ref()
}

fn first_year(era: &str) -> Option<u32> {
    match era {
        "令和" | "R" => Some(2019),
        "平成" | "H" => Some(1989),
        "昭和" | "S" => Some(1926),
        _ => None,
    }
}

/// Days since the first day of the year 1.
fn number_of(text: &str) -> Option<i64> {
    let is_shape = text.len() == 10
        && text
            .bytes()
            .enumerate()
            .all(|(at, byte)| if matches!(at, 4 | 7) { byte == b'-' } else { byte.is_ascii_digit() });
    let mut numbers = text.split('-').filter_map(|part| part.parse::<u64>().ok());
    let (year, month, day) = (numbers.next()?, numbers.next()?, numbers.next()?);
    let is_real =
        is_shape && year > 0 && (1..=12).contains(&month) && (1..=days_of(year, month)).contains(&day);
    let before = year.saturating_sub(1);
    let years = before * 365 + before / 4 - before / 100 + before / 400;
    let months: u64 = (1..month).map(|month| days_of(year, month)).sum();
    is_real.then(|| i64::try_from(years + months + day).unwrap_or(i64::MAX))
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

    #[test]
    fn days_are_counted_over_years() {
        assert_eq!(days_between("1970-01-01", "2026-11-22"), Some(20_779));
        assert_eq!(days_between("2026-11-22", "2026-11-21"), Some(-1));
        assert_eq!(days_between("2026-11-22", "soon"), None);
    }

    #[test]
    fn days_in_many_spellings() {
        for text in [
            "2027-03-31",
            "2027/3/31",
            "2027.3.31",
            "2027年3月31日",
            "２０２７年３月３１日",
            "令和9年3月31日",
            "令和 9 年 3 月 31 日",
            "R9.3.31",
            "2027-03-31T00:00:00",
            "2027-03-31 00:00:00",
        ] {
            assert_eq!(read(text).as_deref(), Some("2027-03-31"), "{text}");
        }
        assert_eq!(read("令和元年5月1日").as_deref(), Some("2019-05-01"));
        for text in ["", "来年度末", "2027-02-29", "9.3.31", "2027-13-01", "R0.1.1", "2027-03", "令和9年度"]
        {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
