//! Serial numbers of a workbook as dates, also in 和暦.

/// A moment as a workbook shows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Moment {
    pub(super) year: i64,
    pub(super) month: u32,
    pub(super) day: u32,
    /// From Sunday, 0.
    pub(super) weekday: usize,
    /// Seconds of the day.
    pub(super) seconds: u32,
}

impl Moment {
    /// The moment behind a serial number; `None` outside the years that a workbook has.
    pub(super) fn of(serial: f64, from_1904: bool) -> Option<Self> {
        if !(0.0..2_958_466.0).contains(&serial) {
            return None;
        }
        // Shown to the second: a fraction that rounds up to a whole day is the next day.
        let whole = (serial * 86_400.0).round() as i64;
        let (days, seconds) = (whole.div_euclid(86_400), whole.rem_euclid(86_400));
        // Day 60 is the 29th of February 1900, which never was; what is before it is shifted by one.
        let since_1900 = if from_1904 { days + 1462 } else { days };
        let since_1970 = since_1900 - 25_569 + i64::from(since_1900 < 60);
        let (year, month, day) = civil(since_1970);
        let weekday = usize::try_from((since_1970 + 4).rem_euclid(7)).unwrap_or(0);
        Some(Self { year, month, day, weekday, seconds: u32::try_from(seconds).unwrap_or(0) })
    }

    /// Name, letter and year of the era: 令和, R, 5.
    pub(super) fn era(&self) -> (&'static str, char, i64) {
        const ERAS: [(i64, u32, u32, &str, char); 5] = [
            (2019, 5, 1, "令和", 'R'),
            (1989, 1, 8, "平成", 'H'),
            (1926, 12, 25, "昭和", 'S'),
            (1912, 7, 30, "大正", 'T'),
            (1868, 1, 25, "明治", 'M'),
        ];
        let day = (self.year, self.month, self.day);
        let era = ERAS.iter().find(|(year, month, first, ..)| day >= (*year, *month, *first));
        era.map_or(("", ' ', self.year), |(first, _, _, name, letter)| (name, *letter, self.year - first + 1))
    }
}

/// Year, month and day of a number of days since 1970 (Howard Hinnant's algorithm).
fn civil(days: i64) -> (i64, u32, u32) {
    let shifted = days + 719_468;
    let (era, day_of_era) = (shifted.div_euclid(146_097), shifted.rem_euclid(146_097));
    let year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month_from_march = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
    let month = if month_from_march < 10 { month_from_march + 3 } else { month_from_march - 9 };
    let year = year_of_era + era * 400 + i64::from(month <= 2);
    (year, u32::try_from(month).unwrap_or(1), u32::try_from(day).unwrap_or(1))
}
