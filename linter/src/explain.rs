//! Everything there is to say about a rule, as one value: what it looks for in plain words, on which clauses it rests,
//! what the engine makes of its examples. `sekisho explain` and the pages of the rules are made of it.

use dsl::checked::{BasisRef, Rule};
use kb::Kb;
use schemars::JsonSchema;
use serde::Serialize;

use crate::advice::{self, AdviceError};
use crate::examples::{self, ExampleResult};
use crate::meaning::kind::Kind;
use crate::message::Lang;
use crate::outcome::Status;
use crate::pack::{RulePack, entry_id};
use crate::report::{OutcomeView, SeverityView};
use crate::verbalise::{self, ConceptWords, RequirementWords, Sentence};

/// A rule explained.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Explanation {
    /// `contract/data-return`.
    pub rule: String,
    /// Its title.
    pub title: String,
    /// What is asked, and why: Markdown.
    pub doc: String,
    /// The file it stands in.
    pub file: String,
    /// The topic that documents are scored by, if it decides one.
    pub topic: Option<String>,
    /// The theme it belongs to otherwise.
    pub theme: Option<String>,
    /// Editions of the guideline it holds for.
    pub editions: Vec<String>,
    /// How grave a requirement is that says nothing of it.
    pub severity: SeverityView,
    /// Which documents it speaks about, and under which conditions.
    pub applies: Vec<Sentence>,
    /// What it looks for.
    pub requirements: Vec<RequirementExplained>,
    /// Every concept that the sentences name.
    pub concepts: Vec<ConceptWords>,
    /// How words of the sentences are meant.
    pub notes: Vec<String>,
    /// What the rule rests on outside the guideline.
    pub reference: Option<String>,
    /// Clauses of the rule and of its requirements, each once, in the order written.
    pub clauses: Vec<ClauseView>,
    /// Examples with what the engine makes of them.
    pub examples: Vec<ExampleView>,
    /// The clause to paste, filled in as 第1条 with 甲 and 乙.
    pub advice: String,
}

/// A requirement with what it rests on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct RequirementExplained {
    /// What it looks for.
    #[serde(flatten)]
    pub words: RequirementWords,
    /// Ids of the clauses it rests on, its own or those of the rule.
    pub basis: Vec<String>,
    /// What it rests on outside the guideline, its own or that of the rule.
    pub reference: Option<String>,
}

/// A clause of the guideline that a rule rests on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ClauseView {
    /// Its id.
    pub id: String,
    /// Own short label; none where the knowledge base does not hold it.
    pub title: Option<String>,
    /// Where it stands, as people cite it.
    pub citation: Option<String>,
    /// What it asks, in own words.
    pub gist: Option<String>,
    /// Whether 未確認 may be left out.
    pub confirmed: bool,
}

/// An example and its real result.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct ExampleView {
    /// Its title.
    pub title: String,
    /// Requirements that must not be met; empty for a passing example.
    pub fails: Vec<String>,
    /// The status that the example states.
    pub status: Option<Status>,
    /// Its text.
    pub text: String,
    /// The kind of document it is judged as.
    pub kind: Kind,
    /// Whether the result is what the example says.
    pub as_expected: bool,
    /// What the engine found; none where the text cannot be read.
    pub outcome: Option<OutcomeView>,
}

/// Explains a rule of a pack.
///
/// # Errors
/// The advice is not a template that can be filled.
pub fn explain(pack: &RulePack, rule: &Rule, lang: Lang) -> Result<Explanation, AdviceError> {
    let words = verbalise::rule(&pack.rules, rule, lang);
    let requirements = words.requirements.into_iter().zip(&rule.requirements);
    let file = pack.sources.get(rule.place.file as usize).map(|source| source.path.clone());
    let results = examples::run(pack, rule, lang);
    Ok(Explanation {
        rule: rule.id.clone(),
        title: rule.title.clone(),
        doc: rule.doc.trim().to_owned(),
        file: file.unwrap_or_default(),
        topic: rule.topic.clone(),
        theme: rule.theme.clone(),
        editions: rule.editions.clone(),
        severity: rule.severity.into(),
        applies: words.applies,
        requirements: requirements
            .map(|(words, requirement)| RequirementExplained {
                words,
                basis: ids(&requirement.basis),
                reference: requirement.reference.clone(),
            })
            .collect(),
        concepts: words.concepts,
        notes: words.notes,
        reference: rule.reference.clone(),
        clauses: clauses(rule),
        examples: results.iter().zip(&rule.examples).map(|(result, own)| example(result, own)).collect(),
        advice: advice::fill(rule, &advice::Names::usual())?.trim_matches('\n').to_owned(),
    })
}

/// The JSON Schema of [`Explanation`].
pub fn schema() -> schemars::Schema {
    schemars::schema_for!(Explanation)
}

fn ids(basis: &[BasisRef]) -> Vec<String> {
    basis.iter().map(|basis| entry_id(&basis.id).to_owned()).collect()
}

fn clauses(rule: &Rule) -> Vec<ClauseView> {
    let kb = Kb::embedded().ok();
    let own = rule.requirements.iter().flat_map(|requirement| &requirement.basis);
    let mut clauses: Vec<ClauseView> = Vec::new();
    for basis in rule.basis.iter().chain(own) {
        let id = entry_id(&basis.id);
        if clauses.iter().any(|known| known.id == id) {
            continue;
        }
        let entry = kb.and_then(|kb| kb.get(id));
        clauses.push(ClauseView {
            id: id.to_owned(),
            title: entry.map(|entry| entry.title().to_owned()),
            citation: entry.map(|entry| entry.citation()),
            gist: entry.map(|entry| entry.gist().to_owned()),
            confirmed: entry.is_some_and(|entry| entry.is_confirmed()),
        });
    }
    clauses
}

fn example(result: &ExampleResult, own: &dsl::checked::Example) -> ExampleView {
    let stated = own.status.as_deref();
    ExampleView {
        title: result.title.clone(),
        fails: result.fails.clone(),
        status: Status::ALL.iter().copied().find(|status| Some(status.name()) == stated),
        text: result.text.clone(),
        kind: result.kind,
        as_expected: result.is_as_expected(),
        outcome: result.outcome().cloned(),
    }
}
