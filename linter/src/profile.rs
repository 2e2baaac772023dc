//! What is known about the institution: its pattern, and facts that decide which rules speak, in three-valued logic.

mod parse;

use std::collections::BTreeMap;

use dsl::checked::FactExpr;
use kb::SystemType;

use crate::config::error::ConfigError;
use crate::meaning::kind::Kind;

pub(crate) use parse::table;

/// All facts that rules may ask for. The question for each is in the message catalogue under `fact-…`.
pub const FACTS: &[&str] = &[
    "outsourcing.cloud",
    "outsourcing.maintenance",
    "outsourcing.storage",
    "remote.maintenance",
    "remote.staff",
    "remote.patients",
    "network.wireless",
    "devices.byod",
    "devices.iot",
    "scanning",
    "signature.electronic",
    "provision.third_party",
];

/// What is known of an institution. All of it may be unknown.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Profile {
    /// Its name.
    pub name: Option<String>,
    /// Its pattern (Ⅰ–Ⅳ): staff of its own or not, systems on the premises or in the cloud.
    pub pattern: Option<SystemType>,
    /// Its beds; 0 for a clinic without.
    pub beds: Option<u32>,
    /// Its systems.
    pub systems: Vec<System>,
    /// What else is known.
    pub facts: Facts,
}

/// A system of an institution.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct System {
    /// Its name: 電子カルテ.
    pub name: String,
    /// Where it runs; none where that is not known.
    pub hosting: Option<Hosting>,
}

/// Where a system runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hosting {
    /// A cloud service.
    Cloud,
    /// On the premises of the institution.
    OnPremises,
}

impl Hosting {
    /// The value of a name in a profile.
    pub fn from_name(name: &str) -> Option<Self> {
        match name {
            "cloud" => Some(Self::Cloud),
            "on_premises" => Some(Self::OnPremises),
            _ => None,
        }
    }
}

impl Profile {
    /// Reads a profile from TOML.
    ///
    /// # Errors
    /// The first mistake: no TOML, an unknown key, a value of another sort.
    pub fn parse(text: &str) -> Result<Self, ConfigError> {
        parse::parse(text)
    }

    /// What the systems and the pattern tell of the facts that were not stated.
    fn infer(&mut self) {
        const CLOUD: &str = "outsourcing.cloud";
        let in_cloud = self.systems.iter().any(|system| system.hosting == Some(Hosting::Cloud))
            || matches!(self.pattern, Some(SystemType::StaffCloud | SystemType::NoStaffCloud));
        let all_known =
            !self.systems.is_empty() && self.systems.iter().all(|system| system.hosting.is_some());
        if !self.facts.known.contains_key(CLOUD) && (in_cloud || all_known) {
            self.facts.state(CLOUD, in_cloud);
        }
    }

    /// States the pattern, and what it tells.
    pub fn state_pattern(&mut self, pattern: SystemType) {
        self.pattern = Some(pattern);
        self.infer();
    }
}

/// Facts that are known; all others are unknown.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Facts {
    known: BTreeMap<String, bool>,
}

impl Facts {
    /// What the kind of a document alone tells: a SaaS contract is about the cloud.
    pub fn of_kind(kind: Kind) -> Self {
        let told: &[(&str, bool)] = match kind {
            Kind::ContractSaas => &[("outsourcing.cloud", true), ("outsourcing.storage", true)],
            Kind::ContractMaintenance => &[("outsourcing.maintenance", true)],
            _ => &[],
        };
        Self { known: told.iter().map(|(name, value)| ((*name).to_owned(), *value)).collect() }
    }

    /// Adds a fact; what is stated outweighs what was inferred.
    pub fn state(&mut self, name: &str, value: bool) {
        self.known.insert(name.to_owned(), value);
    }

    /// The facts that are known, sorted by name.
    pub fn known(&self) -> &BTreeMap<String, bool> {
        &self.known
    }

    /// The value of a condition, none where it depends on an unknown fact; the unknown facts are added to `missing`.
    pub fn evaluate(&self, condition: &FactExpr, missing: &mut Vec<String>) -> Option<bool> {
        match condition {
            FactExpr::Fact(name) => {
                let value = self.known.get(name).copied();
                if value.is_none() && !missing.contains(name) {
                    missing.push(name.clone());
                }
                value
            }
            FactExpr::Not(part) => self.evaluate(part, missing).map(|value| !value),
            FactExpr::And(parts) => self.join(parts, false, missing),
            FactExpr::Or(parts) => self.join(parts, true, missing),
        }
    }

    /// Kleene's and/or: `decisive` settles it whatever else is unknown.
    fn join(&self, parts: &[FactExpr], decisive: bool, missing: &mut Vec<String>) -> Option<bool> {
        let mut asked = Vec::new();
        let values: Vec<_> = parts.iter().map(|part| self.evaluate(part, &mut asked)).collect();
        if values.contains(&Some(decisive)) {
            return Some(decisive);
        }
        if values.contains(&None) {
            missing.extend(asked.into_iter().filter(|name| !missing.contains(name)).collect::<Vec<_>>());
            return None;
        }
        Some(!decisive)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn unknown_facts_become_questions_only_where_they_decide() {
        let facts = Facts::of_kind(Kind::ContractSaas);
        let fact = |name: &str| FactExpr::Fact(name.to_owned());
        let mut missing = Vec::new();
        let either = FactExpr::Or(vec![fact("devices.byod"), fact("outsourcing.cloud")]);
        assert_eq!(facts.evaluate(&either, &mut missing), Some(true));
        assert!(missing.is_empty());
        let both = FactExpr::And(vec![fact("devices.byod"), fact("outsourcing.cloud")]);
        assert_eq!(facts.evaluate(&both, &mut missing), None);
        assert_eq!(missing, ["devices.byod"]);
    }
}
