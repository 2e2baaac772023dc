//! Reads a profile from TOML, with a place and a hint for every mistake.

use std::ops::Range;

use kb::SystemType;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::{FACTS, Hosting, Profile, System};

/// Why a profile cannot be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProfileError {
    /// What is wrong.
    pub kind: ProfileErrorKind,
    /// Where, in bytes of the text.
    pub span: Range<usize>,
}

/// What is wrong with a profile.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ProfileErrorKind {
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
}

impl ProfileError {
    /// The code of its message.
    pub const fn code(&self) -> &'static str {
        match self.kind {
            ProfileErrorKind::Syntax { .. } => "profile-syntax",
            ProfileErrorKind::UnknownKey { near: None, .. } => "profile-unknown-key",
            ProfileErrorKind::UnknownKey { near: Some(_), .. } => "profile-unknown-key-near",
            ProfileErrorKind::WrongValue { .. } => "profile-wrong-value",
        }
    }

    /// The arguments of its message.
    pub fn args(&self) -> Vec<(&'static str, String)> {
        match &self.kind {
            ProfileErrorKind::Syntax { detail } => vec![("detail", detail.clone())],
            ProfileErrorKind::UnknownKey { key, near } => {
                vec![("key", key.clone()), ("near", near.clone().unwrap_or_default())]
            }
            ProfileErrorKind::WrongValue { key, form } => {
                vec![("key", key.clone()), ("form", (*form).to_owned())]
            }
        }
    }

    /// Line and column of its place, counted from 1, the column in characters.
    pub fn place(&self, text: &str) -> (usize, usize) {
        let before = text.get(..self.span.start).unwrap_or(text);
        let line = before.matches('\n').count() + 1;
        let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
        (line, column)
    }
}

/// How the values of the keys are written.
const FORM_FLAG: &str = "true | false";
const FORM_TYPE: &str = "\"Ⅰ\" | \"Ⅱ\" | \"Ⅲ\" | \"Ⅳ\"";
const FORM_NUMBER: &str = "120";
const FORM_TEXT: &str = "\"…\"";
const FORM_HOSTING: &str = "\"cloud\" | \"on_premises\"";
const FORM_TABLE: &str = "[…]";
const FORM_SYSTEMS: &str = "[[system]]";
/// The keys that are no facts.
const OTHER_KEYS: &[&str] = &["name", "type", "beds", "system"];

/// Reads a profile: the keys stand at the top, or in a table `profile` beside others that are left alone.
///
/// # Errors
/// The first mistake in the order of the text.
pub(super) fn parse(text: &str) -> Result<Profile, ProfileError> {
    let root = DeTable::parse(text).map_err(|error| ProfileError {
        span: error.span().unwrap_or(0..0),
        kind: ProfileErrorKind::Syntax {
            detail: error.message().split_whitespace().collect::<Vec<_>>().join(" "),
        },
    })?;
    let root = root.get_ref();
    match root.get("profile").map(|value| (value.span(), value.get_ref())) {
        None => Reader::default().table("", root),
        Some((_, DeValue::Table(table))) => Reader::default().table("", table),
        Some((span, _)) => Err(wrong("profile", FORM_TABLE, span)),
    }
}

#[derive(Default)]
struct Reader {
    profile: Profile,
}

impl Reader {
    fn table(mut self, above: &str, table: &DeTable<'_>) -> Result<Profile, ProfileError> {
        self.keys(above, table)?;
        self.profile.infer();
        Ok(self.profile)
    }

    fn keys(&mut self, above: &str, table: &DeTable<'_>) -> Result<(), ProfileError> {
        for (key, value) in table {
            let path = format!("{above}{}", key.get_ref());
            self.key(&path, key.span(), value)?;
        }
        Ok(())
    }

    fn key(
        &mut self,
        path: &str,
        place: Range<usize>,
        value: &Spanned<DeValue<'_>>,
    ) -> Result<(), ProfileError> {
        let span = value.span();
        let value = value.get_ref();
        match (path, value) {
            ("name", value) => self.profile.name = Some(text(path, value, span)?),
            ("type", value) => self.profile.pattern = Some(pattern(path, value, span)?),
            ("beds", value) => self.profile.beds = Some(number(path, value, span)?),
            ("system", value) => self.systems(value, span)?,
            (path, DeValue::Boolean(known)) if FACTS.contains(&path) => {
                self.profile.facts.state(path, *known)
            }
            (path, _) if FACTS.contains(&path) => return Err(wrong(path, FORM_FLAG, span)),
            (path, DeValue::Table(inner)) if is_table_of_facts(path) => {
                self.keys(&format!("{path}."), inner)?
            }
            (path, _) => return Err(unknown(path, place)),
        }
        Ok(())
    }

    fn systems(&mut self, value: &DeValue<'_>, span: Range<usize>) -> Result<(), ProfileError> {
        let DeValue::Array(list) = value else { return Err(wrong("system", FORM_SYSTEMS, span)) };
        for entry in list {
            let DeValue::Table(table) = entry.get_ref() else {
                return Err(wrong("system", FORM_SYSTEMS, entry.span()));
            };
            let mut system = System { name: String::new(), hosting: None };
            for (key, value) in table {
                let span = value.span();
                match key.get_ref().as_ref() {
                    "name" => system.name = text("system.name", value.get_ref(), span)?,
                    "hosting" => system.hosting = Some(hosting(value.get_ref(), span)?),
                    other => return Err(unknown(&format!("system.{other}"), key.span())),
                }
            }
            self.profile.systems.push(system);
        }
        Ok(())
    }
}

fn is_table_of_facts(path: &str) -> bool {
    FACTS.iter().any(|fact| fact.strip_prefix(path).is_some_and(|rest| rest.starts_with('.')))
}

fn text(key: &str, value: &DeValue<'_>, span: Range<usize>) -> Result<String, ProfileError> {
    match value {
        DeValue::String(text) => Ok(text.to_string()),
        _ => Err(wrong(key, FORM_TEXT, span)),
    }
}

fn number(key: &str, value: &DeValue<'_>, span: Range<usize>) -> Result<u32, ProfileError> {
    let number = match value {
        DeValue::Integer(number) => number.as_str().parse().ok(),
        _ => None,
    };
    number.ok_or_else(|| wrong(key, FORM_NUMBER, span))
}

/// A pattern: `"Ⅱ"`, `"II"`, `"2"` or `2`.
fn pattern(key: &str, value: &DeValue<'_>, span: Range<usize>) -> Result<SystemType, ProfileError> {
    let name = match value {
        DeValue::String(text) => text.to_string(),
        DeValue::Integer(number) => number.as_str().to_owned(),
        _ => String::new(),
    };
    SystemType::from_name(&name).ok_or_else(|| wrong(key, FORM_TYPE, span))
}

fn hosting(value: &DeValue<'_>, span: Range<usize>) -> Result<Hosting, ProfileError> {
    let found = match value {
        DeValue::String(text) => Hosting::from_name(text),
        _ => None,
    };
    found.ok_or_else(|| wrong("system.hosting", FORM_HOSTING, span))
}

fn wrong(key: &str, form: &'static str, span: Range<usize>) -> ProfileError {
    ProfileError { span, kind: ProfileErrorKind::WrongValue { key: key.to_owned(), form } }
}

fn unknown(key: &str, span: Range<usize>) -> ProfileError {
    let near = dsl::nearest(key, FACTS.iter().chain(OTHER_KEYS).copied());
    ProfileError { span, kind: ProfileErrorKind::UnknownKey { key: key.to_owned(), near } }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_stand_at_the_top_or_in_a_table_of_their_own() {
        let top = parse("type = \"Ⅱ\"\nbeds = 120\nscanning = false\n[outsourcing]\ncloud = true\n").unwrap();
        assert_eq!((top.pattern, top.beds), (Some(SystemType::StaffCloud), Some(120)));
        assert_eq!(top.facts.known().get("scanning"), Some(&false));
        let inside = parse(
            "other = 1\n[profile]\ntype = 2\nbeds = 120\nscanning = false\n[profile.outsourcing]\ncloud = true\n",
        );
        assert_eq!(inside.unwrap(), top);
    }

    #[test]
    fn systems_tell_whether_the_cloud_is_used() {
        let profile = parse("[[system]]\nname = \"電子カルテ\"\nhosting = \"cloud\"\n").unwrap();
        assert_eq!(profile.facts.known().get("outsourcing.cloud"), Some(&true));
        let stated =
            parse("[outsourcing]\ncloud = false\n[[system]]\nname = \"予約\"\nhosting = \"cloud\"\n")
                .unwrap();
        assert_eq!(stated.facts.known().get("outsourcing.cloud"), Some(&false), "what is stated outweighs");
    }

    #[test]
    fn mistakes_have_a_place_and_a_hint() {
        for (text, code, place) in [
            ("type = \"Ⅴ\"\n", "profile-wrong-value", (1, 8)),
            ("beds = 1\nscaning = true\n", "profile-unknown-key-near", (2, 1)),
            ("[network]\nwireless = \"はい\"\n", "profile-wrong-value", (2, 12)),
            ("完全 = 1\n", "profile-syntax", (1, 1)),
            ("whatever_else = 1\n", "profile-unknown-key", (1, 1)),
            ("profile = 1\n", "profile-wrong-value", (1, 11)),
        ] {
            let error = parse(text).unwrap_err();
            assert_eq!((error.code(), error.place(text)), (code, place), "{text}");
        }
    }
}
