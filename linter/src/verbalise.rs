//! Says in plain words what a rule looks for: from the checked rule to sentences, none of them written by hand.
//!
//! A person who reviews contracts and has never seen the rule language must understand from these sentences when the
//! rule is satisfied. Structure is kept as data, so that a terminal indents it and a page nests it. Grammar lives in
//! the message catalogue (`verbalise-…`); this module chooses the sentence and fills its places.

mod amounts;
mod facts;
mod notes;
mod patterns;
mod predicates;

use std::collections::BTreeSet;

use dsl::ast::RequirementKind;
use dsl::checked::{ConceptId, Pattern, Requirement, Rule, RuleSet};
use schemars::JsonSchema;
use serde::Serialize;

use crate::message::{self, Arg, Lang};
use crate::report::{RequirementKindView, SeverityView};

/// A sentence and what is listed below it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Sentence {
    /// The sentence, without a full stop.
    pub text: String,
    /// What it announces: 「次のすべてに当たること」 and then these.
    pub children: Vec<Sentence>,
}

/// A rule in plain words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct RuleWords {
    /// Which documents it speaks about, one for each `applies`.
    pub applies: Vec<Sentence>,
    /// What it looks for, in the order of the rule.
    pub requirements: Vec<RequirementWords>,
    /// Every concept that stands in the sentences, in the order of its first mention.
    pub concepts: Vec<ConceptWords>,
    /// How words such as 義務 and 対象 are meant; only those that the sentences use.
    pub notes: Vec<String>,
}

/// One requirement in plain words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct RequirementWords {
    /// Its name in the rule.
    pub name: String,
    /// Its title.
    pub title: String,
    /// `require`, `forbid` or `recommend`.
    pub kind: RequirementKindView,
    /// How grave it is if it is not met.
    pub severity: SeverityView,
    /// What is done with the sentence: asked for, shown as a contradiction, or suggested.
    pub meaning: String,
    /// What is looked for.
    pub sentence: Sentence,
}

/// A concept with everything that it covers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ConceptWords {
    /// Its name.
    pub name: String,
    /// What its author says of it.
    pub doc: Option<String>,
    /// The words it covers: plain ones in one sentence, each of the others in its own.
    pub members: Vec<Sentence>,
}

impl Sentence {
    fn leaf(text: impl Into<String>) -> Self {
        Self { text: text.into(), children: Vec::new() }
    }

    fn over(text: impl Into<String>, children: Vec<Self>) -> Self {
        Self { text: text.into(), children }
    }
}

/// A rule in plain words. `rules` is the set it was checked in: it holds the concepts.
pub fn rule(rules: &RuleSet, rule: &Rule, lang: Lang) -> RuleWords {
    let mut speaker = Speaker::new(rules, lang);
    let applies = rule.applies.iter().map(|applies| speaker.applies(applies)).collect();
    let requirements = rule.requirements.iter().map(|one| speaker.requirement(one)).collect();
    let concepts = speaker.concepts();
    RuleWords { applies, requirements, concepts, notes: speaker.notes() }
}

/// What is said so far, and in which language.
struct Speaker<'a> {
    rules: &'a RuleSet,
    lang: Lang,
    /// Concepts in the order of their first mention.
    mentioned: Vec<ConceptId>,
    /// Concepts whose first words were already given in the requirement at hand.
    introduced: BTreeSet<ConceptId>,
    /// Codes of the notes that the sentences call for.
    remarks: BTreeSet<&'static str>,
    /// Whether a cell of a table is spoken of, which names a party without any predicate.
    in_cell: bool,
}

impl<'a> Speaker<'a> {
    fn new(rules: &'a RuleSet, lang: Lang) -> Self {
        Self {
            rules,
            lang,
            mentioned: Vec::new(),
            introduced: BTreeSet::new(),
            remarks: BTreeSet::new(),
            in_cell: false,
        }
    }

    fn say(&self, code: &str, args: &[Arg<'_>]) -> String {
        message::text(self.lang, code, args)
    }

    fn requirement(&mut self, requirement: &Requirement) -> RequirementWords {
        self.introduced.clear();
        let (kind, code) = match requirement.kind {
            RequirementKind::Require => (RequirementKindView::Require, "verbalise-require"),
            RequirementKind::Forbid => (RequirementKindView::Forbid, "verbalise-forbid"),
            RequirementKind::Recommend => (RequirementKindView::Recommend, "verbalise-recommend"),
        };
        let severity = SeverityView::from(requirement.severity);
        let word = self.say(&format!("severity-{}", severity.name()), &[]);
        RequirementWords {
            name: requirement.name.clone(),
            title: requirement.title.clone(),
            kind,
            severity,
            meaning: self.say(code, &[("severity", &word)]),
            sentence: self.predicate(&requirement.expr, None),
        }
    }

    /// All concepts that were mentioned, and those that these are made of in turn.
    fn concepts(&mut self) -> Vec<ConceptWords> {
        let rules = self.rules;
        let mut words = Vec::new();
        while let Some(id) = self.mentioned.get(words.len()).copied() {
            // Only names here: each of them has its own entry.
            self.introduced.extend(self.mentioned.iter().copied());
            let concept = rules.concepts.get(id.0 as usize);
            let members = concept.map(|concept| self.members(&concept.pattern)).unwrap_or_default();
            words.push(ConceptWords {
                name: concept.map(|concept| concept.name.clone()).unwrap_or_default(),
                doc: concept.and_then(|concept| concept.doc.clone()),
                members,
            });
        }
        words
    }

    fn concept_pattern(&self, id: ConceptId) -> Option<(&'a str, &'a Pattern)> {
        let concept = self.rules.concepts.get(id.0 as usize)?;
        Some((&concept.name, &concept.pattern))
    }
}
