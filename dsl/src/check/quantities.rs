//! Numbers, durations and periods: that the unit fits, and the value in one unit.
//!
//! A month counts as 30 days and a year as 365: rules compare with limits in contracts, not with calendars.

use super::{Site, report_unknown};
use crate::ast;
use crate::checked::{Comparison, Measure, Quantity};
use crate::error::{DslErrorKind, NameKind};
use crate::span::Spanned;
use crate::vocabulary::MEASURES;

const DAY: u64 = 24 * 60 * 60;

/// Units of a duration, in seconds.
const DURATION_UNITS: &[(&str, u64)] =
    &[("m", 60), ("h", 60 * 60), ("d", DAY), ("w", 7 * DAY), ("mo", 30 * DAY), ("y", 365 * DAY)];

/// Units of a period, in days.
const PERIOD_UNITS: &[(&str, u64)] = &[("d", 1), ("w", 7), ("mo", 30), ("y", 365)];

/// A number has no unit of its own: it stands in the brackets.
const NUMBER_UNITS: &[(&str, u64)] = &[("", 1)];

const DURATION_FORMS: &str = "10m, 24h, 30d, 2w, 6mo, 1y";

/// A duration in seconds; reports a value that is none.
pub(super) fn duration(value: &Spanned<String>, site: Site<'_>) -> Option<u64> {
    in_units(value, "duration", DURATION_UNITS, DURATION_FORMS, site)
}

/// Resolves a comparison with a quantity.
pub(super) fn resolve(quantity: &ast::Quantity, site: Site<'_>) -> Option<Quantity> {
    // The lexer makes no others.
    let comparison = Comparison::from_name(&quantity.comparison.node);
    let value = &quantity.value;
    let (measure, value) = match quantity.measure.node.as_str() {
        "number" => (
            number_unit(quantity, site).map(Measure::Number),
            in_units(value, "number", NUMBER_UNITS, "13", site),
        ),
        "duration" => (without_unit(quantity, "duration", Measure::Duration, site), duration(value, site)),
        "period" => (
            without_unit(quantity, "period", Measure::Period, site),
            in_units(value, "period", PERIOD_UNITS, "30d, 2w, 6mo, 5y", site),
        ),
        _ => {
            report_unknown(NameKind::Measure, &quantity.measure, MEASURES.iter().copied(), site);
            return None;
        }
    };
    Some(Quantity { measure: measure?, comparison: comparison?, value: value? })
}

fn number_unit(quantity: &ast::Quantity, site: Site<'_>) -> Option<String> {
    match &quantity.unit {
        Some(unit) => (!site.is_empty_text(unit)).then(|| unit.node.clone()),
        None => {
            let kind = DslErrorKind::MeasureForm { measure: "number", form: "number(\"文字\")" };
            site.report(kind, quantity.measure.span);
            None
        }
    }
}

fn without_unit(
    quantity: &ast::Quantity,
    name: &'static str,
    measure: Measure,
    site: Site<'_>,
) -> Option<Measure> {
    match &quantity.unit {
        None => Some(measure),
        Some(unit) => {
            site.report(DslErrorKind::MeasureForm { measure: name, form: name }, unit.span);
            None
        }
    }
}

fn in_units(
    value: &Spanned<String>,
    measure: &'static str,
    units: &[(&str, u64)],
    forms: &'static str,
    site: Site<'_>,
) -> Option<u64> {
    let amount = amount(&value.node, units);
    if amount.is_none() {
        let kind = DslErrorKind::InvalidValue { value: value.node.clone(), measure, forms };
        site.report(kind, value.span);
    }
    amount
}

fn amount(value: &str, units: &[(&str, u64)]) -> Option<u64> {
    let digits = value.find(|char: char| !char.is_ascii_digit()).unwrap_or(value.len());
    let (number, unit) = value.split_at_checked(digits)?;
    let (_, size) = units.iter().find(|(name, _)| *name == unit)?;
    number.parse::<u64>().ok()?.checked_mul(*size)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_are_converted() {
        assert_eq!(amount("24h", DURATION_UNITS), Some(DAY));
        assert_eq!(amount("10m", DURATION_UNITS), Some(600));
        assert_eq!(amount("6mo", PERIOD_UNITS), Some(180));
        assert_eq!(amount("13", NUMBER_UNITS), Some(13));
    }

    #[test]
    fn what_does_not_fit_is_refused() {
        for value in ["24", "h", "24s", "1.5h", "24文字", "99999999999999999999y", "999999999999999999y"] {
            assert_eq!(amount(value, DURATION_UNITS), None, "{value}");
        }
        assert_eq!(amount("24h", PERIOD_UNITS), None);
    }
}
