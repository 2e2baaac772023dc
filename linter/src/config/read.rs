//! The text of `sekisho.toml` → [`Config`], by the table of keys.

use std::collections::BTreeMap;
use std::ops::Range;

use toml::de::{DeTable, DeValue};

use super::error::{ConfigError, ConfigErrorKind};
use super::value::{self, FORM_TABLE, Placed, table_of, unknown, wrong};
use super::{Config, Defaults, FailOn, Form, KEYS, Key, Listed, SETTINGS, Setting, TABLES, is_kind};
use crate::profile;
use crate::read::Revisions;
use crate::waiver::Waiver;

const FORM_TABLES: &str = "[[…]]";
const FORM_KIND: &str = "\"contract\" | \"operating_rules\" | \"sla\" …";
const FORM_SETTING: &str = "\"off\" | \"info\" | \"warning\" | \"error\"";
const FORM_NAMES: &str = "\"error\" | \"warning\" | \"info\" | \"never\"";
const FORM_REVISIONS: &str = "\"original\" | \"final\"";

/// A value that was read by the form of its key.
enum Read {
    Text(String),
    Texts(Vec<String>),
}

/// One entry of a table: its values by key.
type Entry = BTreeMap<&'static str, Read>;

#[derive(Default)]
struct Reader {
    config: Config,
    errors: Vec<ConfigError>,
}

pub(super) fn parse(text: &str) -> Result<Config, Vec<ConfigError>> {
    let root = table_of(text).map_err(|error| vec![error])?;
    let mut reader = Reader::default();
    for (key, value) in root.get_ref() {
        reader.table(key.get_ref(), key.span(), value);
    }
    if reader.errors.is_empty() {
        return Ok(reader.config);
    }
    reader.errors.sort_by_key(|error| error.span.start);
    Err(reader.errors)
}

impl Reader {
    fn table(&mut self, name: &str, place: Range<usize>, value: &Placed<'_>) {
        match name {
            "profile" => match profile::table(value) {
                Ok(profile) => {
                    self.config.profile = profile;
                    self.places("profile", value);
                }
                Err(error) => self.errors.push(error),
            },
            "rules" => self.rules(value),
            "lint" => {
                if let Some(entry) = self.entry("lint", value) {
                    self.config.lint = defaults(entry);
                }
                self.places("lint", value);
            }
            "documents" => self.entries("documents", value, |config, entry, _| {
                config.documents.extend(listed(entry));
            }),
            "waivers" => self.entries("waivers", value, |config, entry, place| {
                config.waivers.extend(waiver(entry, place));
            }),
            other => self.errors.push(unknown(other, place, TABLES.iter().copied())),
        }
    }

    /// Notes where the keys of a table stand.
    fn places(&mut self, above: &str, value: &Placed<'_>) {
        let DeValue::Table(table) = value.get_ref() else { return };
        for (key, value) in table {
            let path = format!("{above}.{}", key.get_ref());
            self.places(&path, value);
            self.config.places.insert(path, key.span());
        }
    }

    fn rules(&mut self, value: &Placed<'_>) {
        let DeValue::Table(table) = value.get_ref() else {
            self.errors.push(wrong("rules", FORM_TABLE, value.span()));
            return;
        };
        for (key, value) in table {
            let name = key.get_ref().to_string();
            let path = format!("rules.{name}");
            let setting =
                value::choice(&path, value.get_ref(), value.span(), FORM_SETTING, Setting::from_name);
            match setting {
                Ok(setting) => {
                    self.config.places.insert(path, key.span());
                    self.config.rules.insert(name, setting);
                }
                Err(error) => self.errors.push(error),
            }
        }
        debug_assert!(SETTINGS.iter().all(|name| Setting::from_name(name).is_some()));
    }

    fn entries(
        &mut self,
        table: &'static str,
        value: &Placed<'_>,
        mut add: impl FnMut(&mut Config, Entry, Range<usize>),
    ) {
        let DeValue::Array(list) = value.get_ref() else {
            self.errors.push(wrong(table, FORM_TABLES, value.span()));
            return;
        };
        for value in list {
            if let Some(entry) = self.entry(table, value) {
                add(&mut self.config, entry, value.span());
            }
        }
    }

    /// The values of one table; nothing where one of them cannot be used, which is noted then.
    fn entry(&mut self, table: &'static str, value: &Placed<'_>) -> Option<Entry> {
        let DeValue::Table(written) = value.get_ref() else {
            self.errors.push(wrong(table, FORM_TABLE, value.span()));
            return None;
        };
        let before = self.errors.len();
        let keys = || KEYS.iter().filter(|key| key.table == table);
        let mut entry = Entry::new();
        for (name, value) in written {
            let path = format!("{table}.{}", name.get_ref());
            match keys().find(|key| key.name == name.get_ref().as_ref()) {
                Some(key) => match read(key, &path, value) {
                    Ok(read) => {
                        entry.insert(key.name, read);
                    }
                    Err(error) => self.errors.push(error),
                },
                None => {
                    self.errors.push(unknown(&path, name.span(), names(table).iter().map(String::as_str)))
                }
            }
        }
        let missing = keys().filter(|key| key.required && !has(written, key.name));
        self.errors.extend(missing.map(|key| ConfigError {
            span: value.span(),
            kind: ConfigErrorKind::MissingKey { table, key: key.name },
        }));
        (self.errors.len() == before).then_some(entry)
    }
}

fn has(table: &DeTable<'_>, name: &str) -> bool {
    table.iter().any(|(key, _)| key.get_ref().as_ref() == name)
}

fn names(table: &str) -> Vec<String> {
    let keys = KEYS.iter().filter(|key| key.table == table);
    keys.map(|key| format!("{table}.{}", key.name)).collect()
}

fn read(key: &Key, path: &str, value: &Placed<'_>) -> Result<Read, ConfigError> {
    let (found, span) = (value.get_ref(), value.span());
    let named = |form, is_known: &dyn Fn(&str) -> bool| {
        value::choice(path, found, span.clone(), form, |name| is_known(name).then(|| name.to_owned()))
    };
    match key.form {
        Form::Text => value::words(path, found, span).map(Read::Text),
        Form::Texts => value::texts(path, found, span).map(Read::Texts),
        Form::Day => value::day(path, found, span).map(Read::Text),
        Form::Kind => named(FORM_KIND, &is_kind).map(Read::Text),
        Form::OneOf(names) => {
            let form = if key.name == "fail_on" { FORM_NAMES } else { FORM_REVISIONS };
            named(form, &|name| names.contains(&name)).map(Read::Text)
        }
    }
}

fn take(entry: &mut Entry, name: &str) -> Option<String> {
    match entry.remove(name)? {
        Read::Text(text) => Some(text),
        Read::Texts(_) => None,
    }
}

fn listed(mut entry: Entry) -> Option<Listed> {
    Some(Listed {
        path: take(&mut entry, "path")?,
        kind: take(&mut entry, "kind"),
        case: take(&mut entry, "case"),
    })
}

fn defaults(mut entry: Entry) -> Defaults {
    let revisions = take(&mut entry, "revisions").map(|name| match name.as_str() {
        "original" => Revisions::Original,
        _ => Revisions::Final,
    });
    Defaults {
        fail_on: take(&mut entry, "fail_on").and_then(|name| FailOn::from_name(&name)),
        revisions,
        baseline: take(&mut entry, "baseline"),
        rules: match entry.remove("rules") {
            Some(Read::Texts(list)) => list,
            _ => Vec::new(),
        },
    }
}

fn waiver(mut entry: Entry, place: Range<usize>) -> Option<Waiver> {
    Some(Waiver {
        rule: take(&mut entry, "rule")?,
        document: take(&mut entry, "document")?,
        fingerprint: take(&mut entry, "fingerprint"),
        reason: take(&mut entry, "reason")?,
        approver: take(&mut entry, "approver")?,
        expires: take(&mut entry, "expires")?,
        place,
    })
}
