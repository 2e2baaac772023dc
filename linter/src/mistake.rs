//! What a mistake in a rule file is called and what to do about it.
//!
//! The language knows only its own lists. Here the choices get their meanings, and a Japanese word in the place of a
//! keyword (乙, 警告, 運用8⑤) leads to the keyword or clause that it speaks of.

use dsl::DslErrorKind;
use dsl::error::NameKind;
use kb::model::ContentStatus;

use crate::editor::places::Role;
use crate::editor::words;
use crate::language::quantity::COUNT_UNITS;
use crate::message::{self, Arg, Lang};

/// A mistake as a person reads it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Words {
    /// What is wrong.
    pub message: String,
    /// What to do about it.
    pub help: Option<String>,
}

/// The words for a mistake.
pub fn words(kind: &DslErrorKind, lang: Lang) -> Words {
    let args = args(kind, lang);
    let args: Vec<Arg<'_>> = args.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let code = kind.code();
    Words { message: message::text(lang, code, &args), help: message::help(lang, code, &args) }
}

/// The name that belongs where an unknown one stands: the nearest, or the one of which the word speaks.
pub fn replacement(kind: &DslErrorKind) -> Option<String> {
    match kind {
        DslErrorKind::Unknown { closest: Some(closest), .. } => Some(closest.clone()),
        DslErrorKind::Unknown { what, name, .. } => meant(*what, name),
        _ => None,
    }
}

fn args(kind: &DslErrorKind, lang: Lang) -> Vec<(&'static str, String)> {
    let mut args = kind.args();
    match kind {
        DslErrorKind::Unknown { what, name, closest, .. } => {
            if let Some(role) = role(*what) {
                args.iter_mut()
                    .filter(|(arg, _)| *arg == "choices")
                    .for_each(|(_, choices)| *choices = with_meanings(role, choices, lang));
            }
            if let (None, Some(meant)) = (closest, meant(*what, name)) {
                args.retain(|(arg, _)| *arg != "suggest");
                args.extend([("closest", meant), ("suggest", "meant".to_owned())]);
            }
        }
        DslErrorKind::MeasureForm { .. } => {
            let separator = message::text(lang, "report-comma", &[]);
            args.push(("units", COUNT_UNITS.join(&separator)));
        }
        _ => {}
    }
    args
}

/// The short lists whose words have a meaning in the catalogue.
fn role(what: NameKind) -> Option<Role> {
    match what {
        NameKind::Party => Some(Role::Party),
        NameKind::Severity => Some(Role::Severity),
        NameKind::Status => Some(Role::Status),
        NameKind::Strength => Some(Role::Strength),
        NameKind::DocumentKind => Some(Role::Kind),
        NameKind::Scope => Some(Role::Scope),
        NameKind::Measure => Some(Role::Measure),
        NameKind::Defect => Some(Role::Defect),
        _ => None,
    }
}

/// One choice a line, each with what it means.
fn with_meanings(role: Role, choices: &str, lang: Lang) -> String {
    let line = |choice: &str| match words::meaning(role, choice, lang) {
        Some(meaning) => format!("\n  {choice}  {meaning}"),
        None => format!("\n  {choice}"),
    };
    choices.split(", ").map(line).collect()
}

fn meant(what: NameKind, name: &str) -> Option<String> {
    match what {
        NameKind::Basis => clause(name),
        // The words for parts of a document stand in each other: 条, 条の見出し.
        NameKind::Scope | NameKind::Measure => None,
        _ if name.is_ascii() => None,
        _ => keyword(role(what)?, name),
    }
}

/// The one clause that a number in other words (運用8⑤) names, if rules may rest on it.
fn clause(name: &str) -> Option<String> {
    let found = kb::Kb::embedded().ok()?.resolve(name).ok()?;
    match found.as_slice() {
        [kb::Match::Entry { entry, .. }] if entry.verification().content != ContentStatus::None => {
            Some(entry.id().to_owned())
        }
        _ => None,
    }
}

/// How a Japanese word may speak of a keyword, the surest first. Each compares it with a text of the catalogue.
const WAYS: &[fn(&str, &str) -> bool] = &[
    |text, name| text == name,
    |text, name| text.starts_with(name),
    |text, name| text.contains(name),
    |text, name| name.contains(text),
];

/// The one keyword of whose Japanese name or meaning the word is a part, or the other way round.
fn keyword(role: Role, name: &str) -> Option<String> {
    WAYS.iter().find_map(|fits| {
        let all = words::all(role);
        let mut fitting = all.iter().filter(|word| texts(role, word).iter().any(|text| fits(text, name)));
        match (fitting.next(), fitting.next()) {
            (Some(word), None) => Some((*word).to_owned()),
            _ => None,
        }
    })
}

/// What the catalogue calls a word, and what it says of it.
fn texts(role: Role, word: &str) -> Vec<String> {
    let label = (role == Role::Status).then(|| format!("status-{}", word.replace('_', "-")));
    let label = label.map(|code| message::text(Lang::Ja, &code, &[]));
    label.into_iter().chain(words::meaning(role, word, Lang::Ja)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn japanese_words_lead_to_keywords() {
        let cases = [
            (NameKind::Party, "乙", "vendor"),
            (NameKind::Party, "事業者", "vendor"),
            (NameKind::Party, "甲", "hospital"),
            (NameKind::Party, "医療機関", "hospital"),
            (NameKind::Party, "双方", "both"),
            (NameKind::Severity, "警告", "warning"),
            (NameKind::Severity, "エラー", "error"),
            (NameKind::Strength, "義務", "must"),
            (NameKind::Strength, "努力義務", "should"),
            (NameKind::Strength, "禁止", "must_not"),
            (NameKind::Status, "弱い", "weak"),
            (NameKind::DocumentKind, "契約書", "contract"),
            (NameKind::DocumentKind, "秘密保持契約", "nda"),
            (NameKind::Basis, "運用8⑤", "C-8-5"),
        ];
        for (what, name, word) in cases {
            assert_eq!(meant(what, name).as_deref(), Some(word), "{name}");
        }
    }

    #[test]
    fn other_words_lead_nowhere() {
        for (what, name) in [
            (NameKind::Party, "第三者"),
            (NameKind::Severity, "重大"),
            (NameKind::Basis, "C-17-99"),
            (NameKind::Basis, "附則"),
            (NameKind::Scope, "条"),
            (NameKind::Concept, "契約"),
        ] {
            assert_eq!(meant(what, name), None, "{name}");
        }
    }

    #[test]
    fn choices_are_shown_with_their_meanings() {
        let choices = Some("vendor, hospital".to_owned());
        let kind =
            DslErrorKind::Unknown { what: NameKind::Party, name: "x".to_owned(), closest: None, choices };
        let help = words(&kind, Lang::Ja).help.unwrap_or_default();
        let meaning = words::meaning(Role::Party, "vendor", Lang::Ja).unwrap_or_default();
        assert!(help.contains(&format!("vendor  {meaning}")), "{help}");
    }
}
