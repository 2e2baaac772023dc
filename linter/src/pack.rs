//! The rules that ship with the program, and how further ones are checked: `.seki` sources joined with the
//! knowledge base.

mod layers;

use dsl::Vocabulary;
use dsl::checked::{BasisRef, Rule, RuleSet};
use kb::{ContentStatus, EntryKind, SystemType};

use crate::digest;
use crate::inspect;
use crate::meaning::kind::{ANY_CONTRACT, Kind};
use crate::outcome::Status;
use crate::profile::FACTS;
use crate::scan::Matcher;

pub use layers::{concepts_beneath, redefined, rules_beneath};

include!(concat!(env!("OUT_DIR"), "/shipped_rules.rs"));

/// Editions that a rule may hold for.
pub const EDITIONS: &[&str] = &["6.0", "7.0"];

/// The 23 topics that documents are scored by.
pub const TOPICS: &[&str] = &[
    "responsibility_boundary",
    "emergency_roles",
    "incident_notification",
    "subcontracting",
    "confidentiality",
    "purpose_limitation",
    "data_return_and_deletion",
    "deletion_certificate",
    "security_measures",
    "personnel_supervision_training",
    "access_log",
    "backup_recovery",
    "remote_maintenance",
    "audit_right",
    "sla_availability",
    "data_location_domestic_law",
    "liability",
    "change_notice_migration",
    "management_structure",
    "authentication_accounts",
    "takeout_media_disposal",
    "bcp",
    "review_revision",
];

/// A rule file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// Its path inside its pack, or as given.
    pub path: String,
    /// Its text.
    pub text: String,
}

/// Rules ready for use.
pub struct RulePack {
    /// The checked rules.
    pub rules: RuleSet,
    /// Their literals.
    pub matcher: Matcher,
    /// The files they come from, in the order of `Place::file`.
    pub sources: Vec<Source>,
    /// Hash over all sources.
    pub hash: String,
}

/// A mistake in a rule file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PackError {
    /// Index of the file in the sources given.
    pub file: usize,
    /// What is wrong there.
    pub error: dsl::DslError,
}

/// Sources and the mistakes found in them.
pub struct Checked {
    /// Rules without mistakes, also where others have some.
    pub pack: RulePack,
    /// All mistakes of all files, warnings included.
    pub errors: Vec<PackError>,
}

/// The sources of the rules that ship with the program, sorted by path.
pub fn shipped_sources() -> Vec<Source> {
    SHIPPED.iter().map(|(path, text)| Source { path: (*path).to_owned(), text: (*text).to_owned() }).collect()
}

/// The rules that ship with the program, parsed when it was built.
const PARSED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/shipped_rules.bin"));

/// The rules that ship with the program, to look up; a lint needs [`shipped`].
pub fn shipped_rules() -> RuleSet {
    postcard::from_bytes(PARSED).unwrap_or_else(|_| load(shipped_sources()).pack.rules)
}

/// The rules that ship with the program, ready for use and without their examples: what a lint needs.
pub fn shipped() -> RulePack {
    let sources = shipped_sources();
    match postcard::from_bytes::<RuleSet>(PARSED) {
        Ok(rules) => {
            let matcher = Matcher::compile(&rules);
            RulePack { rules, matcher, sources, hash: SHIPPED_HASH.to_owned() }
        }
        // A rule file has a mistake; the tests say which.
        Err(_) => load(sources).pack,
    }
}

/// Parses and checks rule files together and compiles the matcher.
pub fn load(sources: Vec<Source>) -> Checked {
    let parsed: Vec<_> = sources.iter().map(|source| dsl::parse(&source.text)).collect();
    let files: Vec<&dsl::ast::File> = parsed.iter().map(|parsed| &parsed.file).collect();
    let mut errors: Vec<PackError> = parsed
        .iter()
        .enumerate()
        .flat_map(|(file, parsed)| {
            parsed.errors.iter().map(move |error| PackError { file, error: error.clone() })
        })
        .collect();
    let kinds: Vec<&str> =
        std::iter::once(ANY_CONTRACT).chain(Kind::ALL.iter().map(|kind| kind.name())).collect();
    let statuses: Vec<&str> = Status::ALL.iter().map(|status| status.name()).collect();
    let basis = known_basis();
    let vocabulary = Vocabulary {
        kinds: Some(&kinds),
        facts: Some(FACTS),
        topics: Some(TOPICS),
        editions: Some(EDITIONS),
        defects: Some(&crate::defects::NAMES),
        statuses: Some(&statuses),
        basis: basis.as_deref(),
    };
    let checked = dsl::check(&files, &vocabulary);
    errors.extend(checked.errors.into_iter().map(|(file, error)| PackError { file: file as usize, error }));
    let hash = hash_of(&sources);
    let matcher = Matcher::compile(&checked.rules);
    let mut pack = RulePack { rules: checked.rules, matcher, sources, hash };
    let trees = parsed.into_iter().map(|parsed| parsed.file).collect();
    let unfilled = inspect::advice(&pack, trees);
    if !unfilled.is_empty() {
        let holds = |rule: &Rule, error: &PackError| {
            let span = error.error.span;
            rule.place.file as usize == error.file
                && rule.place.span.start <= span.start
                && span.end <= rule.place.span.end
        };
        pack.rules.rules.retain(|rule| !unfilled.iter().any(|error| holds(rule, error)));
        pack.matcher = Matcher::compile(&pack.rules);
        errors.extend(unfilled);
    }
    errors.sort_by_key(|error| (error.file, error.error.span));
    Checked { pack, errors }
}

impl RulePack {
    /// A rule by its id.
    pub fn rule(&self, id: &str) -> Option<&dsl::checked::Rule> {
        self.rules.rules.iter().find(|rule| rule.id == id)
    }

    /// Whether a clause is confirmed against the final text of its edition; 未確認 is shown otherwise.
    pub fn is_confirmed(&self, id: &str) -> bool {
        kb::Kb::embedded().is_ok_and(|kb| kb.get(entry_id(id)).is_some_and(|entry| entry.is_confirmed()))
    }
}

/// The id of the entry that a basis names: `M-8-11@6.0` speaks of `M-8-11`.
pub fn entry_id(basis: &str) -> &str {
    basis.split_once('@').map_or(basis, |(id, _)| id)
}

/// Whether a rule, or a requirement of it, rests on the entry with this id.
pub fn rests_on(rule: &dsl::checked::Rule, id: &str) -> bool {
    let requirements = rule.requirements.iter().flat_map(|requirement| &requirement.basis);
    rule.basis.iter().chain(requirements).any(|basis| entry_id(&basis.id) == id)
}

/// The kinds of entries that a rule may rest on: what somebody official asks, says or changed.
const BASES: &[EntryKind] = &[
    EntryKind::Clause,
    EntryKind::Checklist,
    EntryKind::Agreement,
    EntryKind::Comment,
    EntryKind::Change,
    EntryKind::Reference,
];

/// The ids that `basis` may name: entries whose text was obtained. A clause known by number only carries no rule.
fn known_basis() -> Option<Vec<String>> {
    let kb = kb::Kb::embedded().ok()?;
    let entries = BASES.iter().flat_map(|kind| kb.entries_of(*kind));
    let obtained = entries.filter(|entry| entry.verification().content != ContentStatus::None);
    Some(obtained.map(|entry| entry.id().to_owned()).collect())
}

/// Whether what rests on these entries concerns institutions of a pattern: one clause that applies to it is enough, and so
/// is anything that is no clause.
pub fn concerns(basis: &[BasisRef], pattern: SystemType) -> bool {
    let Ok(kb) = kb::Kb::embedded() else { return true };
    let applies = |basis: &BasisRef| {
        kb.clause(entry_id(&basis.id)).is_none_or(|clause| clause.applies_to().contains(&pattern))
    };
    basis.is_empty() || basis.iter().any(applies)
}

fn hash_of(sources: &[Source]) -> String {
    digest::of_files(sources.iter().map(|source| (source.path.as_str(), source.text.as_str())))
}
