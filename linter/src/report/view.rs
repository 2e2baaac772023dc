//! From outcomes to what a report says of them: messages, passages in the document's own words, advice, fingerprint.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use dsl::ast::RequirementKind;
use dsl::checked::Rule;
use regex::Regex;
use sha2::{Digest, Sha256};

use crate::advice::{self, Names};
use crate::citation::{article_of, article_path, is_in_main_part};
use crate::digest::hex;
use crate::document::{Document, NodeId};
use crate::evaluate::{Reason, Witness};
use crate::language::fold::fold_literal;
use crate::language::units::{UnitKind, Units};
use crate::meaning::parties::Parties;
use crate::message::{self, Lang};
use crate::outcome::{Outcome, RequirementOutcome, Status};
use crate::pack::RulePack;
use crate::report::{
    CharSpan, EvidenceRole, EvidenceView, OutcomeView, RequirementKindView, RequirementView,
};

/// A document as passages of it are shown.
pub(crate) struct Seen<'a> {
    pub(crate) document: &'a Document,
    pub(crate) units: &'a Units,
    pub(crate) parties: &'a Parties,
    pub(crate) path: &'a str,
}

/// What a view is made from.
pub(crate) struct View<'a> {
    /// The documents that were judged together; witnesses name them by their place.
    pub(crate) seen: &'a [Seen<'a>],
    /// The one that lacks what is missing.
    pub(crate) main: usize,
    pub(crate) pack: &'a RulePack,
    pub(crate) lang: Lang,
    /// The main document's own terms for concepts that some advice asks for.
    pub(crate) terms: BTreeMap<String, String>,
}

/// At most so many passages are shown for one requirement.
const MOST_EVIDENCE: usize = 3;

impl View<'_> {
    /// The outcome of one rule with messages, passages and advice.
    pub(crate) fn outcome(&self, outcome: &Outcome<'_>) -> OutcomeView {
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
            in_baseline: false,
            fingerprint: fingerprint(rule.id.as_str(), outcome.status, &evidence),
            requirements: outcome.requirements.iter().map(|found| self.requirement(outcome, found)).collect(),
            insert_after: if finding { self.insert_after(&evidence) } else { None },
            advice: if finding { self.advice(rule) } else { None },
            evidence,
        }
    }

    fn advice(&self, rule: &Rule) -> Option<String> {
        let main = self.seen.get(self.main)?;
        let names = Names::of(main.document, main.parties, self.terms.clone());
        advice::fill(rule, &names).ok()
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
                    .filter_map(|witness| self.passage(witness, role, name.clone().unwrap_or_default())),
            );
        }
        // The main document first, then the others as they were given.
        let rank = |path: &str| {
            let at = self.seen.iter().position(|seen| seen.path == path);
            (at != Some(self.main), at)
        };
        evidence.sort_by_key(|passage| {
            (rank(&passage.document), passage.bytes.start, passage.requirement.clone())
        });
        evidence.dedup_by(|a, b| {
            a.requirement == b.requirement && a.bytes == b.bytes && a.document == b.document
        });
        evidence
    }

    fn passage(&self, witness: &Witness, role: EvidenceRole, requirement: String) -> Option<EvidenceView> {
        let seen = self.seen.get(witness.document as usize)?;
        let document = seen.document;
        let unit = seen.units.get(witness.unit);
        let node = unit.map_or(NodeId(0), |unit| unit.node);
        let joint = if unit.is_some_and(|unit| unit.kind == UnitKind::Row) { " | " } else { "" };
        let chars = |span| {
            let range = document.char_span(span);
            CharSpan { start: range.start, end: range.end }
        };
        Some(EvidenceView {
            requirement,
            role,
            document: seen.path.to_owned(),
            article: article_path(document, node),
            quote: document.slice(witness.sentence).trim().replace('\n', joint),
            span: chars(witness.sentence),
            passage: chars(witness.passage),
            origin: document.source_map.locate(&document.text, witness.passage.start),
            place: None,
            bytes: witness.sentence.range(),
            passage_bytes: witness.passage.range(),
        })
    }

    /// The article of the main document that comes nearest to what is missing; a clause never belongs into an annex.
    fn insert_after(&self, evidence: &[EvidenceView]) -> Option<String> {
        let main = self.seen.get(self.main)?;
        let near = evidence.iter().rev().filter(|passage| passage.document == main.path);
        let mut articles = near.filter_map(|near| {
            let unit = main.units.list.iter().find(|unit| unit.own_span.range() == near.bytes)?;
            article_of(main.document, unit.node)
        });
        let article = articles.find(|article| is_in_main_part(main.document, *article))?;
        Some(article_path(main.document, article))
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

/// Rule, status and the words of the passages that decided, whatever their order: an article that is moved, renumbered or
/// set in another width keeps it, other words do not. What only comes near does not count: it changes with the rest of
/// the document.
fn fingerprint(rule: &str, status: Status, evidence: &[EvidenceView]) -> String {
    let decided = evidence.iter().filter(|passage| passage.role != EvidenceRole::LookedHere);
    let words: BTreeSet<String> = decided.map(|passage| unnumbered(&passage.quote)).collect();
    let mut hasher = Sha256::new();
    hasher.update(rule);
    hasher.update([0]);
    hasher.update(status.name());
    for words in words {
        hasher.update([0]);
        hasher.update(words);
    }
    hex(&hasher.finalize()).chars().take(16).collect()
}

/// A folded quote without the numbers of the provisions it names, 第12条第2項, and without its own.
fn unnumbered(quote: &str) -> String {
    static NUMBER: OnceLock<Option<Regex>> = OnceLock::new();
    const NUMBERS: &str =
        "第[0-9〇一二三四五六七八九十百]+(編|章|節|条|項|号)(の[0-9〇一二三四五六七八九十百]+)*";
    let folded = fold_literal(quote);
    match NUMBER.get_or_init(|| Regex::new(NUMBERS).ok()) {
        Some(number) => number.replace_all(&folded, "第$1").into_owned(),
        None => folded,
    }
}

#[cfg(test)]
mod tests;
