//! Clauses and rules, both ways: which rules rest on a clause, and on which clauses a rule rests.
//!
//! *Covered* means that a rule names the clause as a basis, and no more: neither that the rule asks for all of it, nor
//! anything about a document or an institution. A clause whose text was not obtained stands apart: no rule may rest on it.

mod html;
mod text;

use std::collections::BTreeSet;

use dsl::checked::{BasisRef, Rule};
use kb::{ClauseEntry, ContentStatus, DocumentTarget, Kb, Part};
use schemars::JsonSchema;
use serde::Serialize;

use crate::pack::{RulePack, entry_id};
use crate::report::SeverityView;

pub use html::{RenderError, html};
pub(crate) use html::{environment, failed};
pub(crate) use text::target_word;
pub use text::{TextOptions, text};

/// Which clauses of an edition the rules of a pack rest on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Coverage {
    /// Edition of the guideline.
    pub guideline: String,
    /// Hash of the knowledge base.
    pub kb_version: String,
    /// Hash of the rules.
    pub rules_hash: String,
    /// All clauses.
    pub total: Counts,
    /// Clauses by part, in the order of the guideline.
    pub parts: Vec<PartCoverage>,
    /// Clauses by the kind of document that can show them. A clause with several kinds counts in each.
    pub targets: Vec<TargetCoverage>,
    /// All clauses, in the order of the guideline.
    pub clauses: Vec<ClauseCoverage>,
    /// All rules of the edition, by id.
    pub rules: Vec<RuleCoverage>,
}

/// Clauses by state.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, JsonSchema)]
pub struct Counts {
    /// All of them.
    pub clauses: usize,
    /// Those on which a rule rests.
    pub covered: usize,
    /// Those whose text is known and on which none does.
    pub uncovered: usize,
    /// Those whose text was not obtained.
    pub not_obtained: usize,
}

/// One part of the guideline.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct PartCoverage {
    /// The part.
    pub part: Part,
    /// Its official name.
    pub title: String,
    /// Its clauses.
    pub counts: Counts,
    /// Its chapters.
    pub chapters: Vec<ChapterCoverage>,
}

/// One chapter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ChapterCoverage {
    /// Its number.
    pub chapter: u16,
    /// Its official title.
    pub title: String,
    /// Its clauses.
    pub counts: Counts,
}

/// One kind of document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct TargetCoverage {
    /// The kind; none for the clauses that no document is expected to show.
    pub target: Option<DocumentTarget>,
    /// Its clauses.
    pub counts: Counts,
}

/// What the rules make of a clause.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// A rule names it as a basis.
    Covered,
    /// Its text is known, and no rule names it.
    Uncovered,
    /// Its text was not obtained: no rule may rest on it.
    NotObtained,
}

/// One clause with the rules that rest on it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ClauseCoverage {
    /// Its id.
    pub id: String,
    /// The part it stands in.
    pub part: Part,
    /// The chapter it stands in.
    pub chapter: u16,
    /// Its own short label.
    pub title: String,
    /// Where it stands, as people cite it.
    pub citation: String,
    /// Whether a rule rests on it.
    pub state: State,
    /// How well its wording is known.
    pub content: ContentStatus,
    /// Whether 未確認 may be left out.
    pub confirmed: bool,
    /// Kinds of document that can show it.
    pub document_targets: Vec<DocumentTarget>,
    /// Rules that name it, by id.
    pub rules: Vec<NamedBy>,
}

/// A rule that names a clause.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct NamedBy {
    /// The rule.
    pub rule: String,
    /// Its requirements that rest on the clause; empty where it stands at the head of the rule and each requirement
    /// names others.
    pub requirements: Vec<String>,
}

/// One rule with the clauses it rests on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct RuleCoverage {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Its severity.
    pub severity: SeverityView,
    /// Clauses at its head.
    pub basis: Vec<String>,
    /// Its requirements.
    pub requirements: Vec<RequirementCoverage>,
}

/// One requirement with the clauses it rests on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct RequirementCoverage {
    /// Its name in the rule.
    pub name: String,
    /// Its title.
    pub title: String,
    /// Its own clauses, or those of the rule.
    pub basis: Vec<String>,
}

impl Counts {
    fn of<'a>(clauses: impl Iterator<Item = &'a ClauseCoverage>) -> Self {
        let mut counts = Self::default();
        for clause in clauses {
            counts.clauses += 1;
            match clause.state {
                State::Covered => counts.covered += 1,
                State::Uncovered => counts.uncovered += 1,
                State::NotObtained => counts.not_obtained += 1,
            }
        }
        counts
    }
}

impl RuleCoverage {
    /// All clauses that the rule or one of its requirements names, each once, in the order written.
    pub fn clauses(&self) -> Vec<&str> {
        let mut seen = BTreeSet::new();
        let own = self.requirements.iter().flat_map(|requirement| &requirement.basis);
        self.basis.iter().chain(own).map(String::as_str).filter(|id| seen.insert(*id)).collect()
    }
}

/// The coverage of the guideline by the rules of the first `files` files of the pack, as far as they hold for an edition.
///
/// Further files of a pack only bring concepts.
pub fn coverage(kb: &Kb, pack: &RulePack, files: usize, edition: &str) -> Coverage {
    let given = |rule: &&Rule| (rule.place.file as usize) < files;
    let of_edition = |rule: &&Rule| rule.editions.iter().any(|of| of == edition);
    let rules: Vec<RuleCoverage> =
        pack.rules.rules.iter().filter(given).filter(of_edition).map(of_rule).collect();
    let clauses: Vec<ClauseCoverage> = kb.clauses().map(|entry| of_clause(entry, &rules)).collect();
    Coverage {
        guideline: edition.to_owned(),
        kb_version: kb::KB_VERSION.to_owned(),
        rules_hash: pack.hash.clone(),
        total: Counts::of(clauses.iter()),
        parts: Part::ALL.into_iter().map(|part| of_part(kb, part, &clauses)).collect(),
        targets: by_target(&clauses),
        clauses,
        rules,
    }
}

/// The JSON Schema of [`Coverage`].
pub fn schema() -> schemars::Schema {
    schemars::schema_for!(Coverage)
}

fn of_rule(rule: &Rule) -> RuleCoverage {
    let ids = |basis: &[BasisRef]| basis.iter().map(|basis| entry_id(&basis.id).to_owned()).collect();
    RuleCoverage {
        id: rule.id.clone(),
        title: rule.title.clone(),
        severity: rule.severity.into(),
        basis: ids(&rule.basis),
        requirements: rule
            .requirements
            .iter()
            .map(|requirement| RequirementCoverage {
                name: requirement.name.clone(),
                title: requirement.title.clone(),
                basis: ids(&requirement.basis),
            })
            .collect(),
    }
}

fn of_clause(entry: ClauseEntry<'_>, rules: &[RuleCoverage]) -> ClauseCoverage {
    let names = |basis: &[String]| basis.iter().any(|id| id == entry.id());
    let named = rules.iter().filter_map(|rule| {
        let resting = rule.requirements.iter().filter(|requirement| names(&requirement.basis));
        let requirements: Vec<String> = resting.map(|requirement| requirement.name.clone()).collect();
        let named = names(&rule.basis) || !requirements.is_empty();
        named.then(|| NamedBy { rule: rule.id.clone(), requirements })
    });
    let named: Vec<NamedBy> = named.collect();
    let content = entry.verification().content;
    ClauseCoverage {
        id: entry.id().to_owned(),
        part: entry.chapter().part,
        chapter: entry.chapter().chapter,
        title: entry.title().to_owned(),
        citation: entry.citation(),
        state: match content {
            ContentStatus::None => State::NotObtained,
            _ if named.is_empty() => State::Uncovered,
            _ => State::Covered,
        },
        content,
        confirmed: entry.is_confirmed(),
        document_targets: entry.document_targets().to_vec(),
        rules: named,
    }
}

fn of_part(kb: &Kb, part: Part, clauses: &[ClauseCoverage]) -> PartCoverage {
    let of_part = || clauses.iter().filter(move |clause| clause.part == part);
    let chapters = kb.chapters().filter(|chapter| chapter.part == part);
    PartCoverage {
        part,
        title: part.title().to_owned(),
        counts: Counts::of(of_part()),
        chapters: chapters
            .map(|chapter| ChapterCoverage {
                chapter: chapter.chapter,
                title: chapter.title.clone(),
                counts: Counts::of(of_part().filter(|clause| clause.chapter == chapter.chapter)),
            })
            .collect(),
    }
}

fn by_target(clauses: &[ClauseCoverage]) -> Vec<TargetCoverage> {
    let known = DocumentTarget::ALL.into_iter().map(|target| TargetCoverage {
        target: Some(target),
        counts: Counts::of(clauses.iter().filter(|clause| clause.document_targets.contains(&target))),
    });
    let nowhere = Counts::of(clauses.iter().filter(|clause| clause.document_targets.is_empty()));
    let all = known.chain(std::iter::once(TargetCoverage { target: None, counts: nowhere }));
    all.filter(|target| target.counts.clauses > 0).collect()
}
