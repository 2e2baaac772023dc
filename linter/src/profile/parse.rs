//! Reads a profile from TOML, with a place and a hint for every mistake.

use std::ops::Range;

use kb::SystemType;
use toml::de::{DeTable, DeValue};

use super::{FACTS, Hosting, Profile, System};
use crate::config::error::ConfigError;
use crate::config::value::{self, FORM_FLAG, FORM_TABLE, Placed, number, text, wrong};

/// How the values of the keys are written.
const FORM_TYPE: &str = "\"Ⅰ\" | \"Ⅱ\" | \"Ⅲ\" | \"Ⅳ\"";
const FORM_HOSTING: &str = "\"cloud\" | \"on_premises\"";
const FORM_SYSTEMS: &str = "[[system]]";
/// The keys that are no facts.
const OTHER_KEYS: &[&str] = &["name", "type", "beds", "system"];

/// Reads a profile: the keys stand at the top, or in a table `profile` beside others that are left alone.
///
/// # Errors
/// The first mistake in the order of the text.
pub(super) fn parse(text: &str) -> Result<Profile, ConfigError> {
    let root = value::table_of(text)?;
    let root = root.get_ref();
    root.get("profile").map_or_else(|| Reader::default().table("", root), table)
}

/// Reads the table `profile` of a file of settings.
///
/// # Errors
/// The first mistake in the order of the text.
pub(crate) fn table(value: &Placed<'_>) -> Result<Profile, ConfigError> {
    match value.get_ref() {
        DeValue::Table(table) => Reader::default().table("", table),
        _ => Err(wrong("profile", FORM_TABLE, value.span())),
    }
}

#[derive(Default)]
struct Reader {
    profile: Profile,
}

impl Reader {
    fn table(mut self, above: &str, table: &DeTable<'_>) -> Result<Profile, ConfigError> {
        self.keys(above, table)?;
        self.profile.infer();
        Ok(self.profile)
    }

    fn keys(&mut self, above: &str, table: &DeTable<'_>) -> Result<(), ConfigError> {
        for (key, value) in table {
            let path = format!("{above}{}", key.get_ref());
            self.key(&path, key.span(), value)?;
        }
        Ok(())
    }

    fn key(&mut self, path: &str, place: Range<usize>, value: &Placed<'_>) -> Result<(), ConfigError> {
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

    fn systems(&mut self, value: &DeValue<'_>, span: Range<usize>) -> Result<(), ConfigError> {
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

/// A pattern: `"Ⅱ"`, `"II"`, `"2"` or `2`.
fn pattern(key: &str, value: &DeValue<'_>, span: Range<usize>) -> Result<SystemType, ConfigError> {
    let name = match value {
        DeValue::String(text) => text.to_string(),
        DeValue::Integer(number) => number.as_str().to_owned(),
        _ => String::new(),
    };
    SystemType::from_name(&name).ok_or_else(|| wrong(key, FORM_TYPE, span))
}

fn hosting(value: &DeValue<'_>, span: Range<usize>) -> Result<Hosting, ConfigError> {
    let found = match value {
        DeValue::String(text) => Hosting::from_name(text),
        _ => None,
    };
    found.ok_or_else(|| wrong("system.hosting", FORM_HOSTING, span))
}

fn unknown(key: &str, span: Range<usize>) -> ConfigError {
    value::unknown(key, span, FACTS.iter().chain(OTHER_KEYS).copied())
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
            ("type = \"Ⅴ\"\n", "config-wrong-value", (1, 8)),
            ("beds = 1\nscaning = true\n", "config-unknown-key-near", (2, 1)),
            ("[network]\nwireless = \"はい\"\n", "config-wrong-value", (2, 12)),
            ("完全 = 1\n", "config-syntax", (1, 1)),
            ("whatever_else = 1\n", "config-unknown-key", (1, 1)),
            ("profile = 1\n", "config-wrong-value", (1, 11)),
        ] {
            let error = parse(text).unwrap_err();
            assert_eq!((error.code(), error.place(text)), (code, place), "{text}");
        }
    }
}
