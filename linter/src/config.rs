//! `sekisho.toml`: what an institution has decided once, so that nobody has to type it again: its profile, its documents,
//! how grave rules are to it, and the findings it lives with.
//!
//! The file is read by a table of keys ([`KEYS`]), which the JSON Schema is made from as well. All mistakes are told
//! together, each with its place. Finding the file, and what its paths mean, is left to the caller.

pub mod error;
mod read;
mod schema;
pub(crate) mod value;

use std::collections::BTreeMap;
use std::ops::Range;

use crate::meaning::kind::Kind;
use crate::outcome::Status;
use crate::pack::RulePack;
use crate::profile::Profile;
use crate::read::Revisions;
use crate::report::{DocumentReport, SeverityView};
use crate::waiver::Waiver;
use error::{ConfigError, ConfigErrorKind};

pub use schema::schema;

/// The name of the file.
pub const FILE_NAME: &str = "sekisho.toml";

/// What an institution has decided.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Config {
    /// What is known of the institution.
    pub profile: Profile,
    /// Its documents.
    pub documents: Vec<Listed>,
    /// What `lint` is asked with where the command line says nothing.
    pub lint: Defaults,
    /// How grave rules are, by rule or pack.
    pub rules: BTreeMap<String, Setting>,
    /// The findings it lives with.
    pub waivers: Vec<Waiver>,
    /// Where each key was written, in bytes of the text, by its dotted name.
    pub places: BTreeMap<String, Range<usize>>,
}

/// A document of the institution.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    /// Its path or a pattern (`contracts/*.docx`), from the folder of the file of settings.
    pub path: String,
    /// Its kind, where it is stated. `contract` is any of the three.
    pub kind: Option<String>,
    /// The name of the case it belongs to: documents of one name are judged together.
    pub case: Option<String>,
}

/// What `lint` is asked with where the command line says nothing.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Defaults {
    /// From which severity findings end the run with 1.
    pub fail_on: Option<FailOn>,
    /// Which text of documents with tracked changes.
    pub revisions: Option<Revisions>,
    /// The file of findings that were there before.
    pub baseline: Option<String>,
    /// Further rules: files or folders.
    pub rules: Vec<String>,
}

/// From which severity findings end a run with 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FailOn {
    /// Such findings, or graver ones.
    Severity(SeverityView),
    /// None ever do.
    Never,
}

impl FailOn {
    /// The value of a name.
    pub fn from_name(name: &str) -> Option<Self> {
        match name {
            "never" => Some(Self::Never),
            name => SeverityView::from_name(name).map(Self::Severity),
        }
    }

    /// Its name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Severity(severity) => severity.name(),
            Self::Never => "never",
        }
    }
}

/// How grave a rule is to the institution.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Setting {
    /// It is not asked.
    Off,
    /// What it finds is as grave as this.
    Severity(SeverityView),
}

impl Setting {
    /// The value of a name.
    pub fn from_name(name: &str) -> Option<Self> {
        match name {
            "off" => Some(Self::Off),
            name => SeverityView::from_name(name).map(Self::Severity),
        }
    }

    /// Its name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Off => "off",
            Self::Severity(severity) => severity.name(),
        }
    }
}

/// What a value is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// Text.
    Text,
    /// A list of texts.
    Texts,
    /// A day of the calendar.
    Day,
    /// One of a few names.
    OneOf(&'static [&'static str]),
    /// The name of a kind of document.
    Kind,
}

/// A key of the file, apart from those of the profile.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Key {
    /// The table it stands in.
    pub table: &'static str,
    /// Its name.
    pub name: &'static str,
    /// What its value is.
    pub form: Form,
    /// Whether each entry of the table must have it.
    pub required: bool,
}

const SEVERITIES: &[&str] = &["error", "warning", "info", "never"];
/// What a rule may be set to.
pub const SETTINGS: &[&str] = &["off", "info", "warning", "error"];
const REVISIONS: &[&str] = &["original", "final"];

/// All keys, apart from those of the profile and of `rules`, whose keys are the names of rules and packs.
pub const KEYS: &[Key] = &[
    key("documents", "path", Form::Text, true),
    key("documents", "kind", Form::Kind, false),
    key("documents", "case", Form::Text, false),
    key("lint", "fail_on", Form::OneOf(SEVERITIES), false),
    key("lint", "revisions", Form::OneOf(REVISIONS), false),
    key("lint", "baseline", Form::Text, false),
    key("lint", "rules", Form::Texts, false),
    key("waivers", "rule", Form::Text, true),
    key("waivers", "document", Form::Text, true),
    key("waivers", "fingerprint", Form::Text, false),
    key("waivers", "reason", Form::Text, true),
    key("waivers", "approver", Form::Text, true),
    key("waivers", "expires", Form::Day, true),
];

/// The tables of the file.
pub const TABLES: &[&str] = &["profile", "documents", "lint", "rules", "waivers"];

const fn key(table: &'static str, name: &'static str, form: Form, required: bool) -> Key {
    Key { table, name, form, required }
}

impl Config {
    /// Reads a file of settings.
    ///
    /// # Errors
    /// All mistakes in the order of the text.
    pub fn parse(text: &str) -> Result<Self, Vec<ConfigError>> {
        read::parse(text)
    }

    /// The settings and waivers that name a rule or a pack which these rules do not have.
    pub fn unknown_rules(&self, pack: &RulePack) -> Vec<ConfigError> {
        let settings = self.rules.keys().map(|name| (name, self.places.get(&format!("rules.{name}"))));
        let waived = self.waivers.iter().map(|waiver| (&waiver.rule, Some(&waiver.place)));
        let is_known = |name: &str| {
            pack.rule(name).is_some() || pack.rules.rules.iter().any(|rule| is_in_pack(&rule.id, name))
        };
        let unknown = settings
            .filter(|(name, _)| !is_known(name))
            .chain(waived.filter(|(name, _)| pack.rule(name).is_none()));
        unknown
            .map(|(name, place)| ConfigError {
                span: place.cloned().unwrap_or(0..0),
                kind: ConfigErrorKind::UnknownRule {
                    rule: name.clone(),
                    near: dsl::nearest(name, pack.rules.rules.iter().map(|rule| rule.id.as_str())),
                },
            })
            .collect()
    }

    /// The setting of a rule: its own, else that of its pack.
    pub fn setting(&self, rule: &str) -> Option<Setting> {
        let of_pack =
            || self.rules.iter().find(|(name, _)| is_in_pack(rule, name)).map(|(_, setting)| setting);
        self.rules.get(rule).or_else(of_pack).copied()
    }

    /// Takes out what was switched off and makes the rest as grave as the institution says.
    pub fn weigh(&self, report: &mut DocumentReport) {
        if self.rules.is_empty() {
            return;
        }
        report.outcomes.retain(|outcome| self.setting(&outcome.rule) != Some(Setting::Off));
        for outcome in &mut report.outcomes {
            let Some(Setting::Severity(severity)) = self.setting(&outcome.rule) else { continue };
            outcome.severity = outcome.severity.map(|_| severity);
            outcome.requirements.iter_mut().for_each(|requirement| requirement.severity = severity);
        }
        let order = |status: Status, severity| (status, std::cmp::Reverse(severity));
        report.outcomes.sort_by(|a, b| {
            (order(a.status, a.severity), &a.rule).cmp(&(order(b.status, b.severity), &b.rule))
        });
    }
}

fn is_in_pack(rule: &str, pack: &str) -> bool {
    rule.split_once('/').is_some_and(|(folder, _)| folder == pack)
}

/// Whether a text names a kind of document.
pub fn is_kind(name: &str) -> bool {
    name == crate::meaning::kind::ANY_CONTRACT || Kind::from_name(name).is_some()
}

#[cfg(test)]
mod tests;
