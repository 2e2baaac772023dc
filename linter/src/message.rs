//! Everything the tool says, in Japanese and English, from one catalogue.
//!
//! Errors and findings are data: a code and named arguments. This module renders them. The catalogue is
//! `linter/messages/*.ftl` (Fluent); a message may have a `.help` attribute, which is shown only where all its
//! arguments are there. A test holds both languages to the same set of codes and every crate's codes to the catalogue.

use std::borrow::Cow;
use std::sync::OnceLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};

/// The language of a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Lang {
    /// Japanese, the default.
    #[default]
    Ja,
    /// English.
    En,
}

impl Lang {
    /// `ja` or `en`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Ja => "ja",
            Self::En => "en",
        }
    }
}

type Bundle = FluentBundle<FluentResource>;

const JA: &[&str] = &[
    include_str!("../messages/report.ja.ftl"),
    include_str!("../messages/dsl.ja.ftl"),
    include_str!("../messages/kb.ja.ftl"),
    include_str!("../messages/read.ja.ftl"),
    include_str!("../messages/cli.ja.ftl"),
    include_str!("../messages/verbalise.ja.ftl"),
    include_str!("../messages/coverage.ja.ftl"),
    include_str!("../messages/skeleton.ja.ftl"),
    include_str!("../messages/editor.ja.ftl"),
    include_str!("../messages/entry.ja.ftl"),
    include_str!("../messages/official.ja.ftl"),
    include_str!("../messages/export.ja.ftl"),
    include_str!("../messages/config.ja.ftl"),
    include_str!("../messages/formats.ja.ftl"),
    include_str!("../messages/annotate.ja.ftl"),
    include_str!("../messages/matrix.ja.ftl"),
    include_str!("../messages/checklist.ja.ftl"),
    include_str!("../messages/compare.ja.ftl"),
];
const EN: &[&str] = &[
    include_str!("../messages/report.en.ftl"),
    include_str!("../messages/dsl.en.ftl"),
    include_str!("../messages/kb.en.ftl"),
    include_str!("../messages/read.en.ftl"),
    include_str!("../messages/cli.en.ftl"),
    include_str!("../messages/verbalise.en.ftl"),
    include_str!("../messages/coverage.en.ftl"),
    include_str!("../messages/skeleton.en.ftl"),
    include_str!("../messages/editor.en.ftl"),
    include_str!("../messages/entry.en.ftl"),
    include_str!("../messages/official.en.ftl"),
    include_str!("../messages/export.en.ftl"),
    include_str!("../messages/config.en.ftl"),
    include_str!("../messages/formats.en.ftl"),
    include_str!("../messages/annotate.en.ftl"),
    include_str!("../messages/matrix.en.ftl"),
    include_str!("../messages/checklist.en.ftl"),
    include_str!("../messages/compare.en.ftl"),
];

/// A named argument of a message.
pub type Arg<'a> = (&'a str, &'a str);

/// The text of a message. A code without entry is shown as itself with its arguments; a test keeps that from happening.
pub fn text(lang: Lang, code: &str, args: &[Arg<'_>]) -> String {
    lookup(lang, code, None, args).unwrap_or_else(|| fallback(code, args))
}

/// The help that belongs to a message, if it has one and its arguments are there.
pub fn help(lang: Lang, code: &str, args: &[Arg<'_>]) -> Option<String> {
    lookup(lang, code, Some("help"), args)
}

/// Whether the catalogue has this code.
pub fn is_known(lang: Lang, code: &str) -> bool {
    bundle(lang).has_message(code)
}

fn lookup(lang: Lang, code: &str, attribute: Option<&str>, args: &[Arg<'_>]) -> Option<String> {
    let bundle = bundle(lang);
    let message = bundle.get_message(code)?;
    let pattern = match attribute {
        None => message.value()?,
        Some(name) => message.get_attribute(name)?.value(),
    };
    let mut values = FluentArgs::new();
    for (name, value) in args {
        values.set(*name, printable(value));
    }
    let mut errors = Vec::new();
    let text = bundle.format_pattern(pattern, Some(&values), &mut errors).into_owned();
    (attribute.is_none() || errors.is_empty()).then_some(text)
}

/// What was typed or read, without what would command a terminal.
fn printable(value: &str) -> Cow<'_, str> {
    let commands = |c: char| c.is_control() && c != '\n' && c != '\t';
    if value.contains(commands) {
        Cow::Owned(value.replace(commands, "\u{fffd}"))
    } else {
        Cow::Borrowed(value)
    }
}

fn fallback(code: &str, args: &[Arg<'_>]) -> String {
    let args: Vec<String> = args.iter().map(|(name, value)| format!("{name}={value}")).collect();
    if args.is_empty() { code.to_owned() } else { format!("{code} ({})", args.join(", ")) }
}

fn bundle(lang: Lang) -> &'static Bundle {
    static JAPANESE: OnceLock<Bundle> = OnceLock::new();
    static ENGLISH: OnceLock<Bundle> = OnceLock::new();
    match lang {
        Lang::Ja => JAPANESE.get_or_init(|| build(JA, lang)),
        Lang::En => ENGLISH.get_or_init(|| build(EN, lang)),
    }
}

fn build(sources: &[&str], lang: Lang) -> Bundle {
    let mut bundle = Bundle::new_concurrent(lang.name().parse().into_iter().collect());
    bundle.set_use_isolating(false);
    for source in sources {
        // A broken entry is left out; the test below fails on it.
        let resource = FluentResource::try_new((*source).to_owned()).unwrap_or_else(|(resource, _)| resource);
        let _ = bundle.add_resource(resource);
    }
    bundle
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    fn codes(sources: &[&str]) -> BTreeSet<String> {
        let mut codes = BTreeSet::new();
        for line in sources.iter().flat_map(|source| source.lines()) {
            let Some((name, _)) = line.split_once(" =") else { continue };
            if line.starts_with(|c: char| c.is_ascii_lowercase()) {
                assert!(codes.insert(name.to_owned()), "{name} stands twice");
            }
        }
        codes
    }

    #[test]
    fn both_languages_have_the_same_codes() {
        assert_eq!(codes(JA), codes(EN));
    }

    #[test]
    fn every_entry_parses() {
        for source in JA.iter().chain(EN) {
            let errors =
                FluentResource::try_new((*source).to_owned()).map(|_| ()).map_err(|(_, errors)| errors);
            assert!(errors.is_ok(), "{errors:?}");
        }
        for (lang, sources) in [(Lang::Ja, JA), (Lang::En, EN)] {
            for code in codes(sources) {
                assert!(is_known(lang, &code), "{code} is not a message in {}", lang.name());
            }
        }
    }
}
