//! What is wrong with a file of settings, and where.

use std::ops::Range;

/// Why a file of settings cannot be used: one mistake with its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConfigError {
    /// What is wrong.
    pub kind: ConfigErrorKind,
    /// Where, in bytes of the text.
    pub span: Range<usize>,
}

/// What is wrong in a file of settings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ConfigErrorKind {
    /// It is no TOML.
    Syntax {
        /// The words of the parser.
        detail: String,
    },
    /// A key that means nothing.
    UnknownKey {
        /// As written, with the tables it stands in.
        key: String,
        /// The nearest known key, if one is near.
        near: Option<String>,
    },
    /// A value of another sort.
    WrongValue {
        /// The key.
        key: String,
        /// How it is written.
        form: &'static str,
    },
    /// A key that has to be there.
    MissingKey {
        /// The table it belongs to.
        table: &'static str,
        /// The key.
        key: &'static str,
    },
    /// A rule or a pack that the program does not have.
    UnknownRule {
        /// As written.
        rule: String,
        /// The nearest one, if one is near.
        near: Option<String>,
    },
}

impl ConfigError {
    /// The code of its message.
    pub const fn code(&self) -> &'static str {
        match self.kind {
            ConfigErrorKind::Syntax { .. } => "config-syntax",
            ConfigErrorKind::UnknownKey { near: None, .. } => "config-unknown-key",
            ConfigErrorKind::UnknownKey { near: Some(_), .. } => "config-unknown-key-near",
            ConfigErrorKind::WrongValue { .. } => "config-wrong-value",
            ConfigErrorKind::MissingKey { .. } => "config-missing-key",
            ConfigErrorKind::UnknownRule { near: None, .. } => "config-unknown-rule",
            ConfigErrorKind::UnknownRule { near: Some(_), .. } => "config-unknown-rule-near",
        }
    }

    /// The arguments of its message.
    pub fn args(&self) -> Vec<(&'static str, String)> {
        let near_of = |near: &Option<String>| near.clone().unwrap_or_default();
        match &self.kind {
            ConfigErrorKind::Syntax { detail } => vec![("detail", detail.clone())],
            ConfigErrorKind::UnknownKey { key, near } => vec![("key", key.clone()), ("near", near_of(near))],
            ConfigErrorKind::WrongValue { key, form } => {
                vec![("key", key.clone()), ("form", (*form).to_owned())]
            }
            ConfigErrorKind::MissingKey { table, key } => {
                vec![("table", (*table).to_owned()), ("key", (*key).to_owned())]
            }
            ConfigErrorKind::UnknownRule { rule, near } => {
                vec![("rule", rule.clone()), ("near", near_of(near))]
            }
        }
    }

    /// Line and column of its place, counted from 1, the column in characters.
    pub fn place(&self, text: &str) -> (usize, usize) {
        place_of(text, self.span.start)
    }
}

/// Line and column of a byte of a text, counted from 1, the column in characters.
pub fn place_of(text: &str, byte: usize) -> (usize, usize) {
    let before = text.get(..byte).unwrap_or(text);
    let line = before.matches('\n').count() + 1;
    let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
    (line, column)
}
