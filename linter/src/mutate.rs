//! Mutation testing of rules: a rule is weakened in many small ways, and its own examples must notice.
//!
//! A change that no example notices is a hole in the examples: the rule could lose that part without anybody seeing.
//! [`mutants`] makes the changes, [`is_noticed`] runs the examples. Words of concepts are dropped one at a time only for
//! concepts that stand in the rule's own file; shared concepts belong to all rules and to no one's examples.

mod changes;

use dsl::ast::{self, Item, RequirementKind};
use dsl::checked::{ConceptId, Expr, Pattern, Requirement, Rule};
use dsl::{LineIndex, Span};
use schemars::JsonSchema;
use serde::Serialize;

use crate::examples::{self, ExampleResult};
use crate::message::Lang;
use crate::notation::Notation;
use crate::pack::RulePack;
use crate::reached;
use changes::Changes;

/// What was done to a rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ChangeKind {
    /// The requirement holds whatever the text says; what is forbidden is never found.
    Requirement,
    /// A part of an `and` is left out.
    Conjunct,
    /// A part of an `or` or `one_of` is left out.
    Alternative,
    /// A `not` is left out.
    Negation,
    /// A scope is widened to the whole document.
    Scope,
    /// `one_of` becomes `or`.
    OneOf,
    /// The strength of an act is lowered.
    Strength,
    /// The party of an act becomes `any`.
    Party,
    /// The `of` of an act is left out.
    Object,
    /// The `when` of an act is left out.
    Occasion,
    /// The `within` of an act is left out.
    Time,
    /// A comparison is turned round.
    Comparison,
    /// An `except` is left out.
    Except,
    /// A gap becomes `..*`.
    Gap,
    /// `word` is left out.
    Word,
    /// One of several wordings in the rule is left out.
    Wording,
    /// One of several wordings of a concept in the rule's file is left out.
    ConceptWording,
}

impl ChangeKind {
    /// All kinds.
    pub const ALL: &'static [Self] = &[
        Self::Requirement,
        Self::Conjunct,
        Self::Alternative,
        Self::Negation,
        Self::Scope,
        Self::OneOf,
        Self::Strength,
        Self::Party,
        Self::Object,
        Self::Occasion,
        Self::Time,
        Self::Comparison,
        Self::Except,
        Self::Gap,
        Self::Word,
        Self::Wording,
        Self::ConceptWording,
    ];

    /// The name in the message catalogue, behind `mutate-`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Requirement => "requirement",
            Self::Conjunct => "conjunct",
            Self::Alternative => "alternative",
            Self::Negation => "negation",
            Self::Scope => "scope",
            Self::OneOf => "one-of",
            Self::Strength => "strength",
            Self::Party => "party",
            Self::Object => "object",
            Self::Occasion => "occasion",
            Self::Time => "time",
            Self::Comparison => "comparison",
            Self::Except => "except",
            Self::Gap => "gap",
            Self::Word => "word",
            Self::Wording => "wording",
            Self::ConceptWording => "concept-wording",
        }
    }

    /// Whether only the vocabulary is touched, not what the rule asks.
    pub const fn is_wording(self) -> bool {
        matches!(self, Self::Wording | Self::ConceptWording)
    }
}

/// A change to a rule, in words that a message can be made of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Change {
    /// What was done.
    pub kind: ChangeKind,
    /// The part as it was, in the notation of rules.
    pub before: String,
    /// As it is now; empty where it was left out.
    pub after: String,
    /// The requirement, or the concept, that was changed.
    pub inside: String,
    /// Line of the rule file, from 1.
    pub line: u32,
    /// The sort of example that would notice.
    pub noticed_by: Sort,
}

/// A sort of example.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Sort {
    /// One that meets the rule.
    Pass,
    /// One that does not.
    Fail,
}

impl Sort {
    /// The keyword of the language.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Pass => "pass",
            Self::Fail => "fail",
        }
    }

    /// What is asked more loosely shows in what fails; of what is forbidden, in what passes.
    const fn noticing(looser: bool, kind: RequirementKind) -> Self {
        let forbidden = matches!(kind, RequirementKind::Forbid);
        if looser == forbidden { Self::Pass } else { Self::Fail }
    }
}

/// A weakened rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mutant {
    /// What was done.
    pub change: Change,
    target: Target,
}

/// How many changes the examples noticed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, JsonSchema)]
pub struct Share {
    /// Changes made.
    pub mutants: usize,
    /// Changes noticed.
    pub noticed: usize,
}

impl Share {
    /// One more change.
    pub fn add(&mut self, noticed: bool) {
        self.mutants += 1;
        self.noticed += usize::from(noticed);
    }

    /// Both together.
    pub fn plus(self, other: Self) -> Self {
        Self { mutants: self.mutants + other.mutants, noticed: self.noticed + other.noticed }
    }

    /// Whole percent, rounded down; 100 where nothing was changed.
    pub fn percent(self) -> usize {
        (self.noticed * 100).checked_div(self.mutants).unwrap_or(100)
    }
}

/// What came of the changes to one rule.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct RuleMutation {
    /// The rule.
    pub rule: String,
    /// Its file.
    pub path: String,
    /// Whether all its examples come out as they say; nothing was changed otherwise.
    pub is_sound: bool,
    /// Changes to what the rule asks.
    pub logic: Share,
    /// Single wordings left out.
    pub wordings: Share,
    /// Changes that no example noticed, in the order of the file.
    pub survivors: Vec<Change>,
}

impl RuleMutation {
    /// Adds up what came of each change, in the order of [`mutants`].
    pub fn of(pack: &RulePack, rule: &Rule, results: &[(Mutant, bool)], is_sound: bool) -> Self {
        let path = pack.sources.get(rule.place.file as usize).map(|source| source.path.clone());
        let (mut logic, mut wordings) = (Share::default(), Share::default());
        for (mutant, noticed) in results {
            let share = if mutant.change.kind.is_wording() { &mut wordings } else { &mut logic };
            share.add(*noticed);
        }
        let survivors = results.iter().filter(|(_, noticed)| !noticed);
        Self {
            rule: rule.id.clone(),
            path: path.unwrap_or_default(),
            is_sound,
            logic,
            wordings,
            survivors: survivors.map(|(mutant, _)| mutant.change.clone()).collect(),
        }
    }
}

/// What takes the place of a part of the rule set.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Target {
    Requirement(usize, Expr),
    Concept(ConceptId, Pattern),
}

/// A change, where it is made, and what comes of it.
struct Made<T> {
    kind: ChangeKind,
    before: String,
    after: String,
    span: Span,
    /// Whether more texts meet the part than before.
    looser: bool,
    value: T,
}

impl<T> Made<T> {
    /// The same with the changed part put into what surrounds it.
    fn inside<U>(self, put: impl FnOnce(T) -> U) -> Made<U> {
        let Self { kind, before, after, span, looser, value } = self;
        Made { kind, before, after, span, looser, value: put(value) }
    }

    /// The same inside a `not` or an `except`.
    fn turned(self) -> Self {
        Self { looser: !self.looser, ..self }
    }
}

/// All changes to one rule of the pack, in the order of its text.
pub fn mutants(pack: &RulePack, rule: &Rule) -> Vec<Mutant> {
    let source = pack.sources.get(rule.place.file as usize);
    let text = source.map(|source| source.text.as_str()).unwrap_or_default();
    let file = dsl::parse(text).file;
    let lines = LineIndex::new(text);
    let changes = Changes { notation: Notation::new(&pack.rules.concepts) };
    let mut found: Vec<(Span, Mutant)> = Vec::new();
    let mut add = |inside: &str, of: RequirementKind, made: Made<Target>| {
        let Made { kind, before, after, span, looser, value } = made;
        let line = lines.position(span.start).line;
        let noticed_by = Sort::noticing(looser, of);
        let change = Change { kind, before, after, inside: inside.to_owned(), line, noticed_by };
        found.push((span, Mutant { change, target: value }));
    };
    for (index, requirement) in rule.requirements.iter().enumerate() {
        let (name, kind) = (&requirement.name, requirement.kind);
        let tree = tree_of(&file, &rule.id, name);
        add(name, RequirementKind::Require, without_requirement(requirement, index));
        for made in changes.expr(&requirement.expr, tree, requirement.place.span) {
            add(name, kind, made.inside(|expr| Target::Requirement(index, expr)));
        }
    }
    for id in own_concepts(pack, rule) {
        let Some(concept) = pack.rules.concepts.get(id.0 as usize) else { continue };
        let tree = file.items.iter().find_map(|item| match item {
            Item::Concept(tree) if tree.name.node == concept.name => Some(&tree.pattern),
            _ => None,
        });
        for made in changes.pattern(&concept.pattern, tree, concept.place.span) {
            let kind = if made.kind == ChangeKind::Wording { ChangeKind::ConceptWording } else { made.kind };
            let made = Made { kind, ..made };
            add(&concept.name, user_kind(rule), made.inside(|pattern| Target::Concept(id, pattern)));
        }
    }
    found.sort_by_key(|(span, _)| span.start);
    found.into_iter().map(|(_, mutant)| mutant).collect()
}

/// The requirement holds whatever the text says; what is forbidden is never found.
fn without_requirement(requirement: &Requirement, index: usize) -> Made<Target> {
    let whole = match requirement.kind {
        RequirementKind::Forbid => Expr::Or(Vec::new()),
        RequirementKind::Require | RequirementKind::Recommend => Expr::And(Vec::new()),
    };
    Made {
        kind: ChangeKind::Requirement,
        before: requirement.title.clone(),
        after: String::new(),
        span: requirement.place.span,
        looser: true,
        value: Target::Requirement(index, whole),
    }
}

/// Concepts of a rule that only forbids serve what is forbidden.
fn user_kind(rule: &Rule) -> RequirementKind {
    let forbids = |requirement: &Requirement| requirement.kind == RequirementKind::Forbid;
    if rule.requirements.iter().all(forbids) { RequirementKind::Forbid } else { RequirementKind::Require }
}

/// Whether an example of the rule comes out otherwise than it says once the change is made.
pub fn is_noticed(pack: &RulePack, rule: &Rule, mutant: &Mutant) -> bool {
    let mut rule = rule.clone();
    let mut concepts = pack.rules.concepts.clone();
    match &mutant.target {
        Target::Requirement(index, expr) => {
            if let Some(requirement) = rule.requirements.get_mut(*index) {
                requirement.expr = expr.clone();
            }
        }
        Target::Concept(id, pattern) => {
            if let Some(concept) = concepts.get_mut(id.0 as usize) {
                concept.pattern = pattern.clone();
            }
        }
    }
    !are_as_expected(&examples::run_over(&concepts, &rule, Lang::Ja))
}

/// Whether all examples of the rule come out as they say. Mutants tell nothing of a rule that fails already.
pub fn passes(pack: &RulePack, rule: &Rule) -> bool {
    are_as_expected(&examples::run(pack, rule, Lang::Ja))
}

fn are_as_expected(results: &[ExampleResult]) -> bool {
    results.iter().all(ExampleResult::is_as_expected)
}

/// The requirement as it was written.
fn tree_of<'a>(file: &'a ast::File, rule: &str, requirement: &str) -> Option<&'a ast::Expr> {
    let members = file.items.iter().find_map(|item| match item {
        Item::Rule(tree) if tree.id.node == rule => Some(&tree.members),
        _ => None,
    })?;
    members.iter().find_map(|member| match member {
        ast::Member::Requirement(tree) if tree.name.node == requirement => tree.expr.as_ref(),
        _ => None,
    })
}

/// Concepts that the rule uses and that stand in its own file.
fn own_concepts(pack: &RulePack, rule: &Rule) -> Vec<ConceptId> {
    let is_own = |id: &ConceptId| {
        pack.rules.concepts.get(id.0 as usize).is_some_and(|concept| concept.place.file == rule.place.file)
    };
    reached::by_requirements(&pack.rules.concepts, rule).into_iter().filter(is_own).collect()
}
