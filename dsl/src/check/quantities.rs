//! Numbers and lengths of time: that the unit fits, and the value in one unit.
//!
//! A month counts as 30 days and a year as 365: rules compare with limits in contracts, not with calendars.

use super::{Site, report_unknown};
use crate::ast;
use crate::checked::{Amount, Comparison, Disputed, Measure, Quantity};
use crate::error::{DslErrorKind, NameKind};
use crate::span::Spanned;
use crate::vocabulary::{BUSINESS_DAYS, MEASURES, PARTY, TIME_UNITS};

const TIME_FORMS: &str = "10m, 24h, 30d, 5bd, 2w, 6mo, 1y";

/// A length of time; reports a value that is none.
pub(super) fn time(value: &Spanned<String>, measure: &'static str, site: Site<'_>) -> Option<Amount> {
    let amount = time_amount(&value.node);
    if amount.is_none() {
        report(value, measure, TIME_FORMS, site);
    }
    amount
}

/// A number without a unit; reports a value that is none.
pub(super) fn count(value: &Spanned<String>, site: Site<'_>) -> Option<u64> {
    let number = plain_number(&value.node);
    if number.is_none() {
        report(value, "count", "2", site);
    }
    number
}

/// What two sentences may differ in: a measure, or the party that acts.
pub(super) fn disputed(disagree: &ast::Disagree, site: Site<'_>) -> Option<Disputed> {
    let (name, unit) = (&disagree.measure, disagree.unit.as_ref());
    match name.node.as_str() {
        "number" => number_unit(name, unit, site).map(Measure::Number),
        "duration" => without_unit(unit, "duration", Measure::Duration, site),
        "period" => without_unit(unit, "period", Measure::Period, site),
        PARTY => return without_unit(unit, PARTY, Disputed::Party, site),
        _ => {
            let known = MEASURES.iter().copied().chain([PARTY]);
            report_unknown(NameKind::Measure, name, known, site);
            return None;
        }
    }
    .map(Disputed::Measure)
}

/// Resolves a comparison with a quantity.
pub(super) fn resolve(quantity: &ast::Quantity, site: Site<'_>) -> Option<Quantity> {
    // The lexer makes no others.
    let comparison = Comparison::from_name(&quantity.comparison.node);
    let (name, unit, value) = (&quantity.measure, quantity.unit.as_ref(), &quantity.value);
    let (measure, value) = match name.node.as_str() {
        "number" => (number_unit(name, unit, site).map(Measure::Number), number(value, site)),
        "duration" => {
            (without_unit(unit, "duration", Measure::Duration, site), time(value, "duration", site))
        }
        "period" => (without_unit(unit, "period", Measure::Period, site), time(value, "period", site)),
        _ => {
            report_unknown(NameKind::Measure, name, MEASURES.iter().copied(), site);
            return None;
        }
    };
    Some(Quantity { measure: measure?, comparison: comparison?, value: value? })
}

/// A number has no unit of its own: it stands in the brackets.
fn number(value: &Spanned<String>, site: Site<'_>) -> Option<Amount> {
    let number = thousandths(&value.node);
    if number.is_none() {
        report(value, "number", "13, 99.95", site);
    }
    number.map(Amount::Thousandths)
}

fn number_unit(name: &Spanned<String>, unit: Option<&Spanned<String>>, site: Site<'_>) -> Option<String> {
    match unit {
        Some(unit) => (!site.is_empty_text(unit)).then(|| unit.node.clone()),
        None => {
            let kind = DslErrorKind::MeasureForm { measure: "number", form: "number(\"文字\")" };
            site.report(kind, name.span);
            None
        }
    }
}

/// The measure, which has no unit of its own.
fn without_unit<T>(
    unit: Option<&Spanned<String>>,
    name: &'static str,
    measure: T,
    site: Site<'_>,
) -> Option<T> {
    match unit {
        None => Some(measure),
        Some(unit) => {
            site.report(DslErrorKind::MeasureForm { measure: name, form: name }, unit.span);
            None
        }
    }
}

fn report(value: &Spanned<String>, measure: &'static str, forms: &'static str, site: Site<'_>) {
    site.report(DslErrorKind::InvalidValue { value: value.node.clone(), measure, forms }, value.span);
}

fn plain_number(value: &str) -> Option<u64> {
    let is_number = !value.is_empty() && value.chars().all(|char| char.is_ascii_digit());
    is_number.then(|| value.parse().ok())?
}

fn thousandths(value: &str) -> Option<u64> {
    let (whole, part) = value.split_once('.').map_or((value, None), |(whole, part)| (whole, Some(part)));
    let part = match part {
        None => 0,
        Some(part) if part.len() > 3 => return None,
        Some(part) => plain_number(part)?.checked_mul(10_u64.pow(3 - part.len() as u32))?,
    };
    plain_number(whole)?.checked_mul(1000)?.checked_add(part)
}

fn time_amount(value: &str) -> Option<Amount> {
    let digits = value.find(|char: char| !char.is_ascii_digit()).unwrap_or(value.len());
    let (number, unit) = value.split_at_checked(digits)?;
    let number = number.parse::<u64>().ok()?;
    if unit == BUSINESS_DAYS {
        return Some(Amount::BusinessDays(number));
    }
    let size = |unit: &str| TIME_UNITS.iter().find(|(name, _)| *name == unit).map(|(_, size)| *size);
    let (years, rest) = if unit == "mo" { (number / 12, number % 12) } else { (0, number) };
    let whole_years = years.checked_mul(size("y")?)?;
    rest.checked_mul(size(unit)?)?.checked_add(whole_years).map(Amount::Seconds)
}

#[cfg(test)]
mod tests {
    use super::*;

    const DAY: u64 = 86_400;

    #[test]
    fn units_are_converted() {
        assert_eq!(time_amount("24h"), Some(Amount::Seconds(DAY)));
        assert_eq!(time_amount("10m"), Some(Amount::Seconds(600)));
        assert_eq!(time_amount("6mo"), Some(Amount::Seconds(180 * DAY)));
        assert_eq!(time_amount("12mo"), time_amount("1y"));
        assert_eq!(time_amount("5bd"), Some(Amount::BusinessDays(5)));
        assert_eq!(plain_number("13"), Some(13));
        assert_eq!(thousandths("13"), Some(13_000));
        assert_eq!(thousandths("99.95"), Some(99_950));
    }

    #[test]
    fn what_does_not_fit_is_refused() {
        for value in
            ["24", "h", "24s", "1.5h", "24文字", "99999999999999999999y", "999999999999999999y", "bd"]
        {
            assert_eq!(time_amount(value), None, "{value}");
        }
        assert_eq!(plain_number("13d"), None);
        assert_eq!(thousandths("99.9999"), None);
        assert_eq!(thousandths("99."), None);
        assert_eq!(plain_number("99999999999999999999"), None);
    }
}
