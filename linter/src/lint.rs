//! Documents through all rules: the functions that the shell and the browser call.

use std::collections::{BTreeMap, BTreeSet};

use dsl::checked::{ConceptId, Pattern, Rule};
use sha2::{Digest, Sha256};

use crate::advice;
use crate::digest::hex;
use crate::document::{Document, NodeType};
use crate::evaluate::{Probe, Scene, Scenes};
use crate::language::fold::fold_literal;
use crate::language::units;
use crate::meaning::case::{self, MainReason, Member};
use crate::meaning::kind::{Kind, Recognised, recognise};
use crate::meaning::parties::Parties;
use crate::meaning::references::{self, Reference};
use crate::message::Lang;
use crate::outcome::{Applicability, Outcome, Status, judge};
use crate::pack::RulePack;
use crate::profile::{Facts, Profile};
use crate::report::view::{Seen, View};
use crate::report::{CaseRole, CaseView, DocumentReport, OutcomeView, PartiesView};
use crate::report::{lines, notes, place};
use crate::scan::Hits;

/// What the caller decides.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// The kind, where it is stated; otherwise it is recognised. In a case it is that of the main document.
    pub kind: Option<Kind>,
    /// What is known of the institution.
    pub profile: Profile,
    /// The language of messages.
    pub lang: Lang,
}

/// A document to judge.
#[derive(Debug, Clone, Copy)]
pub struct Input<'a> {
    /// What was read.
    pub document: &'a Document,
    /// The original, for its hash.
    pub bytes: &'a [u8],
    /// Quoted, and in a case its file name may say which 別紙 it is.
    pub path: &'a str,
}

/// A document as far as it can be understood without any rule.
pub struct Understood {
    /// What the document is judged as: as stated, else as recognised.
    pub kind: Kind,
    /// Whether the kind was stated.
    pub is_stated: bool,
    /// What its words say it is, also where another kind was stated.
    pub recognised: Recognised,
    /// Who speaks in it.
    pub parties: Parties,
}

/// Kind and parties of a document.
pub fn understand(document: &Document, stated: Option<Kind>) -> Understood {
    let body = fold_literal(&document.text);
    let title = document.title.map(|title| fold_literal(document.slice(title))).unwrap_or_default();
    let recognised = recognise(&title, &body);
    let kind = stated.unwrap_or(recognised.kind);
    Understood { kind, is_stated: stated.is_some(), recognised, parties: Parties::read(&body) }
}

/// Judges one document by all rules of a pack.
///
/// `bytes` is the original, for its hash; `path` is only quoted. Outcomes come gravest first, then by rule id.
pub fn lint(
    document: &Document,
    bytes: &[u8],
    path: &str,
    pack: &RulePack,
    options: &Options,
) -> DocumentReport {
    let input = Input { document, bytes, path };
    let understood = understand(document, options.kind);
    let (outcomes, references) =
        judge_all(&[input], std::slice::from_ref(&understood), 0, true, pack, options);
    let references = references.first().map(Vec::as_slice).unwrap_or_default();
    report_of(input, understood, references, outcomes, options)
}

/// Judges documents that belong together: a contract with its 別紙, SLA and 特記事項. There is one outcome for each rule,
/// and it stands with the main document; the others come with their own head and no outcomes.
///
/// `complete` is false where a document of the case could not be read: nothing is claimed to be missing then. The reports
/// come in the order of the inputs.
pub fn lint_case(
    inputs: &[Input<'_>],
    complete: bool,
    pack: &RulePack,
    options: &Options,
) -> Vec<DocumentReport> {
    let mut understood: Vec<Understood> =
        inputs.iter().map(|input| understand(input.document, None)).collect();
    let main = main_document(inputs, &understood);
    if let (Some(kind), Some(understood)) = (options.kind, understood.get_mut(main.0)) {
        understood.kind = kind;
        understood.is_stated = true;
    }
    let inherited = understood.get(main.0).map(|main| main.parties.clone());
    for (index, (input, understood)) in inputs.iter().zip(&mut understood).enumerate() {
        if let Some(parties) = inherited.as_ref().filter(|_| index != main.0) {
            understood.parties = Parties::read_within(&fold_literal(&input.document.text), parties);
        }
    }
    let (mut outcomes, references) = judge_all(inputs, &understood, main.0, complete, pack, options);
    let main_path = inputs.get(main.0).map(|input| input.path.to_owned()).unwrap_or_default();
    let mut reports = Vec::with_capacity(inputs.len());
    for (index, ((input, understood), references)) in
        inputs.iter().zip(understood).zip(references).enumerate()
    {
        let own = if index == main.0 { std::mem::take(&mut outcomes) } else { Vec::new() };
        let mut report = report_of(*input, understood, &references, own, options);
        report.case = Some(CaseView {
            role: if index == main.0 { CaseRole::Main } else { CaseRole::Part },
            main: main_path.clone(),
            reason: main.1,
            complete,
        });
        reports.push(report);
    }
    reports
}

/// The main document, from what the documents are and whom they refer to.
fn main_document(inputs: &[Input<'_>], understood: &[Understood]) -> (usize, MainReason) {
    let members = members(inputs, understood);
    let references: Vec<Vec<Reference>> = inputs
        .iter()
        .zip(understood)
        .map(|(input, understood)| {
            references::read(input.document, &units::split(input.document, &understood.parties))
        })
        .collect();
    case::main_of(&members, &references)
}

fn members<'a>(inputs: &[Input<'a>], understood: &[Understood]) -> Vec<Member<'a>> {
    let pairs = inputs.iter().zip(understood);
    pairs.map(|(input, understood)| Member::new(input.document, understood.kind, input.path)).collect()
}

/// One outcome for each rule over all documents, gravest first, then by rule id.
fn judge_all(
    inputs: &[Input<'_>],
    understood: &[Understood],
    main: usize,
    complete: bool,
    pack: &RulePack,
    options: &Options,
) -> (Vec<OutcomeView>, Vec<Vec<Reference>>) {
    let question = Question { inputs, understood, main, complete, pack, options, probe: None };
    question.put(|asked| {
        let rules = &pack.rules.rules;
        let mut outcomes: Vec<OutcomeView> = rules
            .iter()
            .enumerate()
            .map(|(place, rule)| asked.judge(place, rule))
            .filter(|outcome| !is_silent(outcome, rules))
            .map(|outcome| asked.view.outcome(&outcome))
            .collect();
        outcomes.sort_by(|a, b| {
            (a.status, std::cmp::Reverse(a.severity), &a.rule).cmp(&(
                b.status,
                std::cmp::Reverse(b.severity),
                &b.rule,
            ))
        });
        place::fill(&mut outcomes, inputs);
        outcomes
    })
}

/// Whether an outcome is no news. A rule by the name of `…-in-part` finds what falls short of what the rules of its topic
/// ask for; where it finds nothing, those tell what is missing. Alone, as in its own examples, it speaks.
fn is_silent(outcome: &Outcome<'_>, rules: &[Rule]) -> bool {
    let rule = outcome.rule;
    let told = || rules.iter().any(|other| other.topic == rule.topic && !is_in_part(other));
    is_in_part(rule) && matches!(outcome.status, Status::Missing | Status::Unknown) && told()
}

fn is_in_part(rule: &Rule) -> bool {
    rule.id.ends_with("-in-part")
}

/// Documents that are to be asked about rules.
pub(crate) struct Question<'a> {
    pub(crate) inputs: &'a [Input<'a>],
    pub(crate) understood: &'a [Understood],
    pub(crate) main: usize,
    pub(crate) complete: bool,
    pub(crate) pack: &'a RulePack,
    pub(crate) options: &'a Options,
    /// Who is told what the engine looks at.
    pub(crate) probe: Option<&'a dyn Probe>,
}

/// Documents ready to be asked.
pub(crate) struct Asked<'a> {
    pub(crate) view: View<'a>,
    pub(crate) scenes: Scenes<'a>,
    pub(crate) hits: &'a [Hits<'a>],
    kinds: Vec<Kind>,
    facts: Facts,
    pattern: Option<kb::SystemType>,
}

impl Asked<'_> {
    /// The outcome of one rule, of which `place` is the index in the rule set.
    pub(crate) fn judge<'r>(&self, place: usize, rule: &'r Rule) -> Outcome<'r> {
        let asked = Applicability { kinds: &self.kinds, facts: &self.facts, pattern: self.pattern };
        judge(place, rule, &asked, &self.scenes)
    }
}

impl Question<'_> {
    /// Makes everything ready and asks; the references of each document come with the answer.
    pub(crate) fn put<T>(&self, ask: impl FnOnce(&Asked<'_>) -> T) -> (T, Vec<Vec<Reference>>) {
        let pairs = || self.inputs.iter().zip(self.understood);
        let mut units = Vec::new();
        let mut references = Vec::new();
        for (input, understood) in pairs() {
            let split = units::split(input.document, &understood.parties);
            references.push(references::read(input.document, &split));
            units.push(split);
        }
        case::link(&members(self.inputs, self.understood), self.main, &mut references);
        let hits: Vec<_> = units.iter().map(|units| self.pack.matcher.scan(units)).collect();
        let mut scenes = Vec::new();
        let mut seen = Vec::new();
        for (index, ((input, understood), units)) in pairs().zip(&units).enumerate() {
            let Some(references) = references.get(index) else { continue };
            let parties = &understood.parties;
            let scene = Scene::new(index as u32, input.document, units, parties, references, &hits);
            scenes.extend(scene.map(|scene| scene.watched(self.probe)));
            seen.push(Seen { document: input.document, units, parties, path: input.path });
        }
        let kinds = kinds_of(self.understood, self.main);
        let facts = facts_for(kinds.first().copied(), self.options);
        let scenes = Scenes::new(scenes, self.main, self.complete);
        let terms = own_terms(self.pack, &scenes);
        let view = View { seen: &seen, main: self.main, pack: self.pack, lang: self.options.lang, terms };
        let answer =
            ask(&Asked { view, scenes, hits: &hits, kinds, facts, pattern: self.options.profile.pattern });
        (answer, references)
    }
}

/// The main document's own terms for the concepts that the advice of some rule asks for.
fn own_terms(pack: &RulePack, scenes: &Scenes<'_>) -> BTreeMap<String, String> {
    let asked: BTreeSet<&str> = pack
        .rules
        .rules
        .iter()
        .flat_map(|rule| advice::concepts_asked_for(&rule.advice))
        .map(|(_, name)| name)
        .collect();
    let concepts = pack.rules.concepts.iter().zip(0..);
    concepts
        .filter(|(concept, _)| asked.contains(concept.name.as_str()))
        .filter_map(|(concept, id)| {
            let term = scenes.own_term(&Pattern::Concept(ConceptId(id)))?;
            Some((concept.name.clone(), term.to_owned()))
        })
        .collect()
}

/// What the kind says of the institution, and what was stated.
fn facts_for(kind: Option<Kind>, options: &Options) -> Facts {
    let mut facts = kind.map(Facts::of_kind).unwrap_or_default();
    options.profile.facts.known().iter().for_each(|(name, value)| facts.state(name, *value));
    facts
}

/// What a case is judged as: the kind of its main document, and SLA and NDA where they belong to it.
fn kinds_of(understood: &[Understood], main: usize) -> Vec<Kind> {
    let mut kinds: Vec<Kind> = understood.get(main).map(|main| main.kind).into_iter().collect();
    let parts = understood.iter().map(|one| one.kind).filter(|kind| matches!(kind, Kind::Sla | Kind::Nda));
    for kind in parts {
        if !kinds.contains(&kind) {
            kinds.push(kind);
        }
    }
    kinds
}

fn report_of(
    input: Input<'_>,
    understood: Understood,
    references: &[Reference],
    outcomes: Vec<OutcomeView>,
    options: &Options,
) -> DocumentReport {
    let Input { document, bytes, path } = input;
    let Understood { kind, is_stated, recognised, parties } = understood;
    DocumentReport {
        path: path.to_owned(),
        sha256: hex(&Sha256::digest(bytes)),
        kind,
        kind_recognised: !is_stated,
        kind_reasons: recognised.reasons,
        kind_runner_up: recognised.runner_up,
        case: None,
        title: document.title.map(|title| document.slice(title).to_owned()),
        parties: PartiesView { hospital: parties.hospital.clone(), vendor: parties.vendor.clone() },
        profile: facts_for(Some(kind), options).known().clone(),
        institution_type: options.profile.pattern,
        outcomes,
        unread: document.issues.clone(),
        notes: notes::of(document, references),
        articles: count_articles(document),
        text: document.text.clone(),
        lines: lines::of(document),
    }
}

/// Articles of a document; headings where it has none.
pub fn count_articles(document: &Document) -> usize {
    let count = |wanted| document.nodes().filter(|(_, node)| node.node_type == wanted).count();
    match count(NodeType::Article) {
        0 => count(NodeType::Heading),
        articles => articles,
    }
}
