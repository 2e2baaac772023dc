//! What every form says of itself: which edition, which version of the data, what the marks mean, whom to credit.

use kb::{Edition, KB_VERSION, Kb, KindCensus};

use crate::message::{self, Lang};

/// A day in the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day {
    /// Four digits.
    pub year: u16,
    /// From 1.
    pub month: u8,
    /// From 1.
    pub day: u8,
}

/// The day of forms that want one, where the data name no edition. Nobody can take it for a real one.
const NO_DAY: Day = Day { year: 2000, month: 1, day: 1 };

impl Day {
    /// `2023-05-31`, `2023-05` or `2023`; what is not said is the first.
    fn parse(text: &str) -> Option<Self> {
        let mut pieces = text.split('-');
        let year = pieces.next()?.parse().ok()?;
        let mut piece = || pieces.next().map_or(Some(1), |piece| piece.parse().ok());
        let (month, day) = (piece()?, piece()?);
        ((1..=12).contains(&month) && (1..=31).contains(&day)).then_some(Self { year, month, day })
    }
}

/// The edition the knowledge base is built on, where the data describe it.
pub fn edition(kb: &Kb) -> Option<&Edition> {
    kb.editions().find(|edition| edition.id == kb.base())
}

/// The day the edition was issued: the date of forms that want one, since nothing here has a clock.
pub fn day(kb: &Kb) -> Day {
    edition(kb).and_then(|edition| Day::parse(&edition.issued)).unwrap_or(NO_DAY)
}

/// The kinds that have entries, in the order of listings.
pub fn counts(kb: &Kb) -> Vec<KindCensus> {
    kb.kinds_census().into_iter().filter(|census| census.entries > 0).collect()
}

/// The title of the export.
pub fn title(kb: &Kb, lang: Lang) -> String {
    message::text(lang, "export-title", &[("edition", kb.base())])
}

/// The lines under the title: version of the data, date of the edition.
pub fn facts(kb: &Kb, lang: Lang) -> Vec<String> {
    let mut facts = vec![message::text(lang, "export-version", &[("version", KB_VERSION)])];
    if let Some(edition) = edition(kb) {
        facts.push(message::text(lang, "export-issued", &[("issued", &edition.issued)]));
    }
    facts
}

/// What the marks mean, who is to be credited, what the authority is.
pub fn legend(kb: &Kb, lang: Lang) -> Vec<String> {
    let mut lines: Vec<String> = ["export-unverified", "export-own", "export-ties", "cli-show-authority"]
        .iter()
        .map(|code| message::text(lang, code, &[]))
        .collect();
    lines.push(credit(kb, lang));
    lines
}

/// The words by which whoever passes the data on names its source.
pub fn credit(kb: &Kb, lang: Lang) -> String {
    message::text(lang, "export-credit", &[("edition", kb.base())])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_as_exact_as_they_are_known() {
        let day = |text| Day::parse(text).map(|day| (day.year, day.month, day.day));
        assert_eq!(day("2023-05-31"), Some((2023, 5, 31)));
        assert_eq!(day("2023-05"), Some((2023, 5, 1)));
        assert_eq!(day("2023"), Some((2023, 1, 1)));
        assert_eq!(day("令和5年"), None);
        assert_eq!(day("2023-13"), None);
    }
}
