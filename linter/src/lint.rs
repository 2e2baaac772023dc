//! One document through all rules: the function that the shell and the browser call.

use dsl::ast::RequirementKind;
use sha2::{Digest, Sha256};

use crate::advice;
use crate::citation::{article_of, article_path};
use crate::document::{Document, NodeId, NodeType};
use crate::evaluate::{Reason, Scene, Witness};
use crate::language::fold::fold_literal;
use crate::language::units::{self, UnitKind, Units};
use crate::meaning::kind::{Kind, recognise};
use crate::meaning::parties::Parties;
use crate::message::{self, Lang};
use crate::outcome::{Outcome, RequirementOutcome, Status, judge};
use crate::pack::RulePack;
use crate::profile::Facts;
use crate::report::{
    CharSpan, DocumentReport, EvidenceRole, EvidenceView, OutcomeView, PartiesView, RequirementKindView,
    RequirementView,
};

/// What the caller decides.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// The kind, where it is stated; otherwise it is recognised.
    pub kind: Option<Kind>,
    /// Facts of the institution.
    pub facts: Facts,
    /// The language of messages.
    pub lang: Lang,
}

/// A document as far as it can be understood without any rule.
pub struct Understood {
    /// What the document is judged as.
    pub kind: Kind,
    /// Who speaks in it.
    pub parties: Parties,
}

/// Kind and parties of a document.
pub fn understand(document: &Document, stated: Option<Kind>) -> Understood {
    let body = fold_literal(&document.text);
    let title = document.title.map(|title| fold_literal(document.slice(title))).unwrap_or_default();
    Understood { kind: stated.unwrap_or_else(|| recognise(&title, &body)), parties: Parties::read(&body) }
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
    let Understood { kind, parties } = understand(document, options.kind);
    let mut facts = Facts::of_kind(kind);
    options.facts.known().iter().for_each(|(name, value)| facts.state(name, *value));
    let units = units::split(document, &parties);
    let hits = pack.matcher.scan(&units);
    let scene = Scene::new(document, &units, &parties, &hits);
    let view = View { document, units: &units, parties: &parties, pack, lang: options.lang };
    let mut outcomes: Vec<OutcomeView> =
        pack.rules.rules.iter().map(|rule| view.outcome(&judge(rule, kind, &facts, &scene))).collect();
    outcomes.sort_by(|a, b| {
        (a.status, std::cmp::Reverse(a.severity), &a.rule).cmp(&(
            b.status,
            std::cmp::Reverse(b.severity),
            &b.rule,
        ))
    });
    DocumentReport {
        path: path.to_owned(),
        sha256: hex(&Sha256::digest(bytes)),
        kind,
        kind_recognised: options.kind.is_none(),
        title: document.title.map(|title| document.slice(title).to_owned()),
        parties: PartiesView { hospital: parties.hospital.clone(), vendor: parties.vendor.clone() },
        profile: facts.known().clone(),
        outcomes,
        unread: document.issues.clone(),
        articles: count_articles(document),
        text: document.text.clone(),
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

/// Lower-case hexadecimal digits.
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

struct View<'a> {
    document: &'a Document,
    units: &'a Units,
    parties: &'a Parties,
    pack: &'a RulePack,
    lang: Lang,
}

/// At most so many passages are shown for one requirement.
const MOST_EVIDENCE: usize = 3;

impl View<'_> {
    fn outcome(&self, outcome: &Outcome<'_>) -> OutcomeView {
        let rule = outcome.rule;
        let evidence = self.evidence(outcome);
        let mut basis: Vec<String> = rule.basis.iter().map(|basis| basis.id.clone()).collect();
        for id in rule.requirements.iter().flat_map(|requirement| &requirement.basis) {
            if !basis.contains(&id.id) {
                basis.push(id.id.clone());
            }
        }
        let finding = outcome.status.is_finding();
        OutcomeView {
            rule: rule.id.clone(),
            title: rule.title.clone(),
            topic: rule.topic.clone(),
            theme: rule.theme.clone(),
            status: outcome.status,
            severity: outcome.severity.map(Into::into),
            message: self.message(outcome),
            basis_unverified: basis.iter().filter(|id| !self.pack.is_confirmed(id)).cloned().collect(),
            basis,
            assumed: outcome.assumed.clone(),
            question: outcome
                .assumed
                .first()
                .map(|fact| self.say(&format!("fact-{}", fact.replace(['.', '_'], "-")))),
            waiver: None,
            fingerprint: fingerprint(rule.id.as_str(), outcome.status, &evidence),
            requirements: outcome.requirements.iter().map(|found| self.requirement(outcome, found)).collect(),
            insert_after: if finding { self.insert_after(&evidence) } else { None },
            advice: if finding { advice::render(rule, self.document, self.parties).ok() } else { None },
            evidence,
        }
    }

    fn say(&self, code: &str) -> String {
        message::text(self.lang, code, &[])
    }

    /// 「返却: 努力義務にとどまる。消去: 定めがない」
    fn message(&self, outcome: &Outcome<'_>) -> String {
        let unmet: Vec<String> = outcome
            .requirements
            .iter()
            .filter(|found| found.status.is_finding())
            .filter_map(|found| {
                let title = &outcome.rule.requirements.get(found.index)?.title;
                let reason = self.say(&reason_code(found));
                Some(message::text(self.lang, "requirement-unmet", &[("title", title), ("reason", &reason)]))
            })
            .collect();
        if unmet.is_empty() {
            return self.say(&format!("status-{}-sentence", outcome.status.name().replace('_', "-")));
        }
        unmet.join(&self.say("list-separator"))
    }

    fn requirement(&self, outcome: &Outcome<'_>, found: &RequirementOutcome) -> RequirementView {
        let requirement = outcome.rule.requirements.get(found.index);
        let kind = match requirement.map(|requirement| requirement.kind) {
            Some(RequirementKind::Forbid) => RequirementKindView::Forbid,
            Some(RequirementKind::Recommend) => RequirementKindView::Recommend,
            _ => RequirementKindView::Require,
        };
        RequirementView {
            name: requirement.map(|requirement| requirement.name.clone()).unwrap_or_default(),
            title: requirement.map(|requirement| requirement.title.clone()).unwrap_or_default(),
            kind,
            status: found.status,
            severity: found.severity.into(),
            reason: found.reason,
            basis: requirement
                .map(|requirement| requirement.basis.iter().map(|basis| basis.id.clone()).collect())
                .unwrap_or_default(),
        }
    }

    fn evidence(&self, outcome: &Outcome<'_>) -> Vec<EvidenceView> {
        let mut evidence: Vec<EvidenceView> = Vec::new();
        for found in &outcome.requirements {
            let name = outcome.rule.requirements.get(found.index).map(|requirement| requirement.name.clone());
            let role = match found.status {
                Status::Satisfied => EvidenceRole::Meets,
                Status::Conflicting => EvidenceRole::Conflicts,
                Status::Weak | Status::Delegated | Status::Partial => EvidenceRole::Weakens,
                _ => EvidenceRole::LookedHere,
            };
            evidence.extend(
                found
                    .evidence
                    .iter()
                    .take(MOST_EVIDENCE)
                    .map(|witness| self.passage(witness, role, name.clone().unwrap_or_default())),
            );
        }
        evidence.sort_by_key(|passage| (passage.bytes.start, passage.requirement.clone()));
        evidence.dedup_by(|a, b| a.requirement == b.requirement && a.bytes == b.bytes);
        evidence
    }

    fn passage(&self, witness: &Witness, role: EvidenceRole, requirement: String) -> EvidenceView {
        let document = self.document;
        let unit = self.units.get(witness.unit);
        let node = unit.map_or(NodeId(0), |unit| unit.node);
        let joint = if unit.is_some_and(|unit| unit.kind == UnitKind::Row) { " | " } else { "" };
        let chars = |span| {
            let range = document.char_span(span);
            CharSpan { start: range.start, end: range.end }
        };
        EvidenceView {
            requirement,
            role,
            article: article_path(document, node),
            quote: document.slice(witness.sentence).trim().replace('\n', joint),
            span: chars(witness.sentence),
            passage: chars(witness.passage),
            origin: document.source_map.locate(&document.text, witness.passage.start),
            bytes: witness.sentence.range(),
            passage_bytes: witness.passage.range(),
        }
    }

    /// The article that comes nearest to what is missing.
    fn insert_after(&self, evidence: &[EvidenceView]) -> Option<String> {
        let near = evidence.last()?;
        let unit = self.units.list.iter().find(|unit| unit.own_span.range() == near.bytes)?;
        article_of(self.document, unit.node).map(|article| article_path(self.document, article))
    }
}

fn reason_code(found: &RequirementOutcome) -> String {
    let reason = match (found.status, found.reason) {
        (Status::Conflicting, _) => return "reason-conflicting".to_owned(),
        (_, Some(reason)) => reason,
        (_, None) => Reason::NotFound,
    };
    format!("reason-{}", reason.name())
}

/// Rule, status and the words of the evidence: moving an article keeps it, changing its words does not.
fn fingerprint(rule: &str, status: Status, evidence: &[EvidenceView]) -> String {
    let mut hasher = Sha256::new();
    hasher.update(rule);
    hasher.update([0]);
    hasher.update(status.name());
    for passage in evidence.iter().filter(|passage| passage.role != EvidenceRole::LookedHere) {
        hasher.update([0]);
        hasher.update(fold_literal(&passage.quote));
    }
    hex(&hasher.finalize()).chars().take(16).collect()
}
