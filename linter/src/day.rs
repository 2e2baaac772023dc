//! Days as people write them into a cell: 2027-03-31, 2027/3/31, 令和9年3月31日, R9.3.31.

use std::sync::OnceLock;

use regex::Regex;
use unicode_normalization::UnicodeNormalization as _;

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
    is_day(year, month, day).then(|| format!("{year:04}-{month:02}-{day:02}"))
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

fn is_day(year: u32, month: u32, day: u32) -> bool {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    let days = match month {
        2 => 28 + u32::from(leap),
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => 0,
    };
    (1..=days).contains(&day)
}

#[cfg(test)]
mod tests {
    use super::*;

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
