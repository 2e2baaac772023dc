//! Values of a TOML table, each either of the sort that was asked for or a mistake with its place.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::error::{ConfigError, ConfigErrorKind};
use crate::day;

/// A value with its place.
pub(crate) type Placed<'a> = Spanned<DeValue<'a>>;

/// How the values of the keys are written.
pub(crate) const FORM_FLAG: &str = "true | false";
pub(crate) const FORM_NUMBER: &str = "120";
pub(crate) const FORM_TEXT: &str = "\"…\"";
pub(crate) const FORM_TEXTS: &str = "[\"…\", \"…\"]";
pub(crate) const FORM_TABLE: &str = "[…]";
pub(crate) const FORM_DAY: &str = "2027-03-31";

/// The outermost table of a text.
///
/// # Errors
/// The text is no TOML.
pub(crate) fn table_of(text: &str) -> Result<Spanned<DeTable<'_>>, ConfigError> {
    DeTable::parse(text).map_err(|error| ConfigError {
        span: error.span().unwrap_or(0..0),
        kind: ConfigErrorKind::Syntax {
            detail: error.message().split_whitespace().collect::<Vec<_>>().join(" "),
        },
    })
}

pub(crate) fn text(key: &str, value: &DeValue<'_>, span: Range<usize>) -> Result<String, ConfigError> {
    match value {
        DeValue::String(text) => Ok(text.to_string()),
        _ => Err(wrong(key, FORM_TEXT, span)),
    }
}

/// A text that says something.
pub(crate) fn words(key: &str, value: &DeValue<'_>, span: Range<usize>) -> Result<String, ConfigError> {
    let found = text(key, value, span.clone())?;
    let found = found.trim();
    if found.is_empty() { Err(wrong(key, FORM_TEXT, span)) } else { Ok(found.to_owned()) }
}

pub(crate) fn texts(key: &str, value: &DeValue<'_>, span: Range<usize>) -> Result<Vec<String>, ConfigError> {
    let DeValue::Array(list) = value else { return Err(wrong(key, FORM_TEXTS, span)) };
    list.iter().map(|entry| words(key, entry.get_ref(), entry.span())).collect()
}

pub(crate) fn number(key: &str, value: &DeValue<'_>, span: Range<usize>) -> Result<u32, ConfigError> {
    let number = match value {
        DeValue::Integer(number) => number.as_str().parse().ok(),
        _ => None,
    };
    number.ok_or_else(|| wrong(key, FORM_NUMBER, span))
}

/// A day, with or without quotes.
pub(crate) fn day(key: &str, value: &DeValue<'_>, span: Range<usize>) -> Result<String, ConfigError> {
    let written = match value {
        DeValue::String(text) => text.to_string(),
        DeValue::Datetime(day) => day.to_string(),
        _ => String::new(),
    };
    if day::is_day(&written) { Ok(written) } else { Err(wrong(key, FORM_DAY, span)) }
}

/// One of a few names.
pub(crate) fn choice<T>(
    key: &str,
    value: &DeValue<'_>,
    span: Range<usize>,
    form: &'static str,
    of: impl Fn(&str) -> Option<T>,
) -> Result<T, ConfigError> {
    let found = match value {
        DeValue::String(text) => of(text),
        _ => None,
    };
    found.ok_or_else(|| wrong(key, form, span))
}

pub(crate) fn wrong(key: &str, form: &'static str, span: Range<usize>) -> ConfigError {
    ConfigError { span, kind: ConfigErrorKind::WrongValue { key: key.to_owned(), form } }
}

pub(crate) fn unknown<'k>(
    key: &str,
    span: Range<usize>,
    known: impl Iterator<Item = &'k str>,
) -> ConfigError {
    let near = dsl::nearest(key, known);
    ConfigError { span, kind: ConfigErrorKind::UnknownKey { key: key.to_owned(), near } }
}
