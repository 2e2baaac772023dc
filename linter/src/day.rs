//! Days of the calendar as they are written in settings, reports and on the command line: YYYY-MM-DD.
//!
//! They are texts, which compare as the days do.

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
}
