//! One line on what a word of the language means, from the message catalogue.

use dsl::checked::{Party, Scope, Severity, Strength};
use dsl::keyword;
use dsl::vocabulary::{MEASURES, PARTY};

use super::places::Role;
use crate::meaning::kind::{ANY_CONTRACT, Kind};
use crate::message::{self, Lang};
use crate::outcome::Status;
use crate::pack::{EDITIONS, TOPICS};
use crate::profile::FACTS;

/// The words that may stand in a role of a closed list; empty for names that people make up.
pub fn all(role: Role) -> Vec<&'static str> {
    match role {
        Role::Keyword => [keyword::ITEMS, keyword::MEMBERS, keyword::OPERATORS].concat(),
        Role::Topic => TOPICS.to_vec(),
        Role::Edition => EDITIONS.to_vec(),
        Role::Kind => std::iter::once(ANY_CONTRACT).chain(Kind::ALL.iter().map(|kind| kind.name())).collect(),
        Role::Fact => FACTS.to_vec(),
        Role::Severity => Severity::ALL.iter().map(|(name, _)| *name).collect(),
        Role::Status => Status::ALL.iter().map(|status| status.name()).collect(),
        Role::Scope => Scope::ALL.iter().map(|(name, _)| *name).collect(),
        Role::Strength => Strength::ALL.iter().map(|(name, _)| *name).collect(),
        Role::Party => Party::ALL.iter().map(|(name, _)| *name).collect(),
        Role::Measure => MEASURES.iter().copied().chain([PARTY]).collect(),
        Role::Defect => crate::defects::NAMES.to_vec(),
        _ => Vec::new(),
    }
}

/// The code of the message that says what a word means in its role.
pub fn code(role: Role, word: &str) -> Option<String> {
    let word = word.replace(['_', '.'], "-");
    let code = match role {
        Role::Keyword => format!("editor-word-{word}"),
        Role::Topic => format!("editor-topic-{word}"),
        Role::Edition => "editor-edition".to_owned(),
        Role::Kind => format!("kind-{word}"),
        Role::Fact => format!("fact-{word}"),
        Role::Severity => format!("editor-severity-{word}"),
        Role::Status => format!("status-{word}-meaning"),
        Role::Scope => format!("editor-scope-{word}"),
        Role::Strength => format!("editor-strength-{word}"),
        Role::Party => format!("editor-party-{word}"),
        Role::Measure => format!("editor-measure-{word}"),
        Role::Defect => format!("defect-{word}"),
        _ => return None,
    };
    Some(code)
}

/// What a word means in its role; none for words that the language does not know.
pub fn meaning(role: Role, word: &str, lang: Lang) -> Option<String> {
    let code = code(role, word)?;
    message::is_known(lang, &code).then(|| message::text(lang, &code, &[("name", word)]))
}
