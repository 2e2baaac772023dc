//! Mistakes on the command line, told in the language of the user instead of clap's English.

use clap::error::{ContextKind, ContextValue, ErrorKind};
use linter::message::Lang;

use crate::failure::Failure;

/// The failure to tell about; none where clap only wants to print help or the version.
pub(crate) fn failure(error: &clap::Error, lang: Lang) -> Option<Failure> {
    let context = |kind| error.get(kind).map(words).filter(|words| !words.is_empty());
    let code = match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => return None,
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => return None,
        ErrorKind::UnknownArgument => "cli-usage-unknown-argument",
        ErrorKind::InvalidSubcommand => "cli-usage-unknown-command",
        ErrorKind::MissingSubcommand => "cli-usage-missing-command",
        ErrorKind::MissingRequiredArgument => "cli-usage-missing-argument",
        ErrorKind::ArgumentConflict if context(ContextKind::InvalidArg) == context(ContextKind::PriorArg) => {
            "cli-usage-repeated"
        }
        ErrorKind::ArgumentConflict => "cli-usage-conflict",
        ErrorKind::InvalidValue if context(ContextKind::InvalidValue).is_none() => "cli-usage-missing-value",
        ErrorKind::InvalidValue => "cli-usage-invalid-value",
        // Only numbers are parsed; all other values come from lists.
        ErrorKind::ValueValidation => "cli-usage-no-number",
        ErrorKind::TooManyValues | ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues => {
            "cli-usage-number-of-values"
        }
        ErrorKind::InvalidUtf8 => "cli-usage-not-utf8",
        _ => "cli-usage-other",
    };
    let mut failure = Failure::new(code, &[]);
    let named = [
        ("argument", ContextKind::InvalidArg),
        ("value", ContextKind::InvalidValue),
        ("command", ContextKind::InvalidSubcommand),
        ("other", ContextKind::PriorArg),
    ];
    for (name, kind) in named {
        failure = failure.with(name, context(kind).unwrap_or_default());
    }
    let nearest = [ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand, ContextKind::SuggestedValue];
    if let Some(help) = help(nearest.into_iter().find_map(context), context(ContextKind::ValidValue), lang) {
        failure = failure.with("tip", help);
    }
    Some(failure)
}

/// The nearest thing that exists, or everything that does.
fn help(nearest: Option<String>, valid: Option<String>, lang: Lang) -> Option<String> {
    let say = |code, value: &str| linter::message::text(lang, code, &[("value", value)]);
    match (nearest, valid) {
        (Some(nearest), _) => Some(say("cli-usage-nearest", &nearest)),
        (None, Some(valid)) => Some(say("cli-usage-valid", &valid)),
        (None, None) => None,
    }
}

fn words(value: &ContextValue) -> String {
    match value {
        ContextValue::String(text) => text.clone(),
        ContextValue::Strings(texts) => texts.join(", "),
        ContextValue::Number(number) => number.to_string(),
        _ => String::new(),
    }
}
