//! Why a rule came to its verdict on a document: every predicate with its answer, every sentence that was looked at with
//! the test at which it failed.
//!
//! The engine is watched while it judges ([`crate::evaluate::Probe`]); nothing is evaluated twice and nothing here
//! decides. The outcome is the one that `lint` gives.

mod build;
mod matched;
mod recorder;

use schemars::JsonSchema;
use serde::Serialize;

pub use matched::{Cut, CutReason, Match};

use crate::document::Document;
use crate::evaluate::probe::{Link, Test};
use crate::evaluate::{Reason, RequirementStatus};
use crate::language::strength::Force;
use crate::lint::{Input, Options, Question, understand};
use crate::meaning::kind::Kind;
use crate::meaning::parties::Actor;
use crate::outcome::Status;
use crate::pack::RulePack;
use crate::report::{CharSpan, OutcomeView, RequirementKindView, place as text_place};
use recorder::Recorder;

/// Why a rule came to its verdict.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Trace {
    /// The path as given.
    pub path: String,
    /// The kind that the document was judged as.
    pub kind: Kind,
    /// What the document calls the provider.
    pub vendor: String,
    /// What it calls the medical institution.
    pub hospital: String,
    /// Sentences and rows of the document.
    pub units: u32,
    /// What `lint` says of this rule.
    pub outcome: OutcomeView,
    /// One for each requirement asked for; none where the rule does not speak about such documents.
    pub requirements: Vec<RequirementTrace>,
}

/// Why a requirement has its status.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct RequirementTrace {
    /// Its short name.
    pub name: String,
    /// Its title.
    pub title: String,
    /// require, forbid or recommend.
    pub kind: RequirementKindView,
    /// The status in the report.
    pub status: Status,
    /// The reason in the report.
    pub reason: Option<Reason>,
    /// Its predicate.
    pub predicate: Node,
}

/// One predicate and its answer.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Node {
    /// `and`, `article`, or a whole `act` in the notation of rules.
    pub words: String,
    /// The answer.
    pub status: RequirementStatus,
    /// Why not, if not.
    pub reason: Option<Reason>,
    /// Whether the answer of the predicate around it rests on this one.
    pub is_decisive: bool,
    /// Predicates inside it. For a scope: those of the part of the document that decided, else of the nearest one.
    pub parts: Vec<Node>,
    /// For a scope: the parts of the document that were looked at.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub extents: Option<Extents>,
    /// For an act: the sentences in which words of its action occur. For other predicates: the sentence that meets it,
    /// or those in which its words occur without matching.
    pub sentences: Vec<Sentence>,
    /// Sentences in which no word of its action or pattern occurs.
    pub silent: u32,
    /// Sentences with such words that were not looked at, because the answer was found before.
    pub skipped: u32,
}

/// The parts of a document that a scope was asked about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Extents {
    /// How many were looked at.
    pub looked: u32,
    /// The place of the one that decided, or came nearest.
    pub place: Option<String>,
    /// Whether it decided.
    pub is_won: bool,
}

/// A sentence that was looked at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Sentence {
    /// Where it stands: 第12条第2項.
    pub article: String,
    /// The sentence in the document's own words.
    pub quote: String,
    /// The same as characters of the normalised text.
    pub span: CharSpan,
    /// Whether it is a caption or title, which binds nobody.
    pub is_heading: bool,
    /// The answer.
    pub status: RequirementStatus,
    /// Why not, if not.
    pub reason: Option<Reason>,
    /// Whether the answer of the predicate rests on it.
    pub is_decisive: bool,
    /// The predicates found in it, for an act.
    pub predicates: Vec<Predicate>,
    /// Each match of the action or pattern, with what came of it.
    pub attempts: Vec<Attempt>,
    /// Words of the action or pattern that occur without matching.
    pub cuts: Vec<Cut>,
}

/// A predicate of a sentence as the engine reads it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Predicate {
    /// Its words after folding.
    pub words: String,
    /// Who acts.
    pub actor: Actor,
    /// How strongly it binds.
    pub force: Force,
    /// Where a match has to end to be the predicate.
    pub heads: Vec<String>,
    /// What is asked of the other side.
    pub demanded: Vec<String>,
    /// Whether it is one of two ways.
    pub is_alternative: bool,
}

/// A match and how far it got.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Attempt {
    /// The passage and the words of the rule.
    pub matched: Match,
    /// The test at which it stopped; none for a bare pattern, which has no tests.
    pub test: Option<Test>,
    /// The answer.
    pub status: RequirementStatus,
    /// Why not, if not.
    pub reason: Option<Reason>,
    /// The predicate that came furthest with it, as an index of the sentence's predicates.
    pub predicate: Option<u32>,
    /// What was looked for beside the action.
    pub beside: Vec<Beside>,
    /// The sentence that takes it back.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub against: Option<Place>,
}

/// An object or occasion that was looked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Beside {
    /// Which of the two.
    pub part: Part,
    /// What was looked for, in the notation of rules.
    pub wanted: String,
    /// What was found.
    pub found: Option<Match>,
    /// How the sentence that holds it is connected with this one.
    pub link: Option<Link>,
    /// The sentence that holds it, if it is another one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub place: Option<Place>,
}

/// Which part of an act.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Part {
    /// `of`
    Object,
    /// `when`
    Occasion,
}

impl Part {
    /// The name in the message catalogue.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Object => "object",
            Self::Occasion => "occasion",
        }
    }
}

/// Another sentence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Place {
    /// Where it stands.
    pub article: String,
    /// Its words.
    pub quote: String,
}

/// Watches one rule of the pack judge one document. `None`: the pack has no such rule.
///
/// `bytes` and `path` as for [`crate::lint::lint`].
pub fn trace(
    document: &Document,
    bytes: &[u8],
    path: &str,
    pack: &RulePack,
    rule: &str,
    options: &Options,
) -> Option<Trace> {
    let place = pack.rules.rules.iter().position(|known| known.id == rule)?;
    let rule = pack.rules.rules.get(place)?;
    let understood = understand(document, options.kind);
    let inputs = [Input { document, bytes, path }];
    let recorder = Recorder::default();
    let question = Question {
        inputs: &inputs,
        understood: std::slice::from_ref(&understood),
        main: 0,
        complete: true,
        pack,
        options,
        probe: Some(&recorder),
    };
    let shape = |units, outcome, requirements| Trace {
        path: path.to_owned(),
        kind: understood.kind,
        vendor: understood.parties.vendor.clone(),
        hospital: understood.parties.hospital.clone(),
        units,
        outcome,
        requirements,
    };
    let (trace, _) = question.put(|asked| {
        let mut outcome = asked.view.outcome(&asked.judge(place, rule));
        text_place::fill(std::slice::from_mut(&mut outcome), question.inputs);
        let seen = asked.view.seen.first()?;
        let builder = build::Builder::new(pack, seen, asked.hits.first()?);
        let requirements = builder.requirements(rule, &outcome, &recorder.take());
        Some(shape(seen.units.list.len() as u32, outcome, requirements))
    });
    trace
}
