//! Brings what was recorded together with the rule and the document.

use std::ops::Range;

use dsl::checked::{Act, Expr, Pattern, Rule};

use super::matched::Origins;
use super::recorder::{Step, UnitStep};
use super::{Attempt, Beside, Extents, Match, Node, Part, Place, Predicate, RequirementTrace, Sentence};
use crate::citation::article_path;
use crate::evaluate::probe::{Answer, Near, Test};
use crate::evaluate::{Extent, Reason, RequirementStatus, Verdict, Witness};
use crate::language::clauses::Clause;
use crate::language::units::{Unit, UnitKind};
use crate::notation::Notation;
use crate::pack::RulePack;
use crate::report::view::Seen;
use crate::report::{CharSpan, OutcomeView};
use crate::scan::Hits;

/// Knows the rule's words and the document's.
pub(super) struct Builder<'a> {
    seen: &'a Seen<'a>,
    hits: &'a Hits<'a>,
    notation: Notation<'a>,
    origins: Origins<'a>,
}

impl<'a> Builder<'a> {
    pub(super) fn new(pack: &'a RulePack, seen: &'a Seen<'a>, hits: &'a Hits<'a>) -> Self {
        let concepts = pack.rules.concepts.as_slice();
        Self { seen, hits, notation: Notation::new(concepts), origins: Origins { hits, concepts } }
    }

    /// Requirements come in the order of the rule, and so do the outermost steps.
    pub(super) fn requirements(
        &self,
        rule: &Rule,
        outcome: &OutcomeView,
        steps: &[Step],
    ) -> Vec<RequirementTrace> {
        let found = rule.requirements.iter().zip(&outcome.requirements).zip(steps);
        found
            .map(|((requirement, view), step)| RequirementTrace {
                name: view.name.clone(),
                title: view.title.clone(),
                kind: view.kind,
                status: view.status,
                reason: view.reason,
                predicate: self.node(&requirement.expr, step, true),
            })
            .collect()
    }

    fn node(&self, expr: &Expr, step: &Step, is_decisive: bool) -> Node {
        let verdict = step.verdict.clone().unwrap_or_else(|| Verdict::missing(Reason::NotFound));
        let mut node = Node {
            words: self.notation.head(expr),
            status: verdict.status,
            reason: verdict.reason,
            is_decisive,
            parts: Vec::new(),
            extents: None,
            sentences: Vec::new(),
            silent: 0,
            skipped: 0,
        };
        if step.is_asleep {
            node.words = self.notation.expr(expr);
            node.silent = self.seen.units.list.len() as u32;
            return node;
        }
        match expr {
            Expr::And(parts) => {
                let worst = first_of_status(step, verdict.status);
                let all = verdict.status == RequirementStatus::Satisfied;
                node.parts = self.parts(parts, step, |index| all || Some(index) == worst);
            }
            Expr::Or(parts) | Expr::OneOf(parts) => {
                let chosen = chosen(step, &verdict);
                node.parts = self.parts(parts, step, |index| Some(index) == chosen);
            }
            Expr::Not(part) => node.parts = self.parts(std::slice::from_ref(part), step, |_| true),
            Expr::Scope(_, part) | Expr::Column(_, part) => self.scope(part, step, &verdict, &mut node),
            Expr::Act(act) => self.act(act, step, &verdict, &mut node),
            Expr::Pattern(pattern) => self.pattern(pattern, &step.extent, &verdict, &mut node),
            Expr::By(_)
            | Expr::Quantity(_)
            | Expr::Count(_)
            | Expr::Defines(_)
            | Expr::Refers(_)
            | Expr::Defect(_)
            | Expr::Disagree(_) => {
                node.silent = size(&step.extent);
                self.witnessed(None, &verdict, &mut node);
            }
        }
        node
    }

    fn parts(&self, parts: &[Expr], step: &Step, decides: impl Fn(usize) -> bool) -> Vec<Node> {
        let pairs = parts.iter().zip(&step.inner).enumerate();
        pairs.map(|(index, (part, step))| self.node(part, step, decides(index))).collect()
    }

    /// The extent that decided; where none did, the one that came nearest.
    fn scope(&self, part: &Expr, step: &Step, verdict: &Verdict, node: &mut Node) {
        let won = chosen(step, verdict).filter(|_| !verdict.evidence.is_empty());
        let nearest = won.and_then(|index| step.inner.get(index)).or_else(|| {
            // Of equally near ones the first.
            step.inner.iter().rev().max_by_key(|step| nearness(step))
        });
        let nearest = nearest.filter(|step| won.is_some() || nearness(step) > (0, 0));
        let place = nearest.and_then(|step| self.place(step.extent.units.start)).map(|place| place.article);
        node.extents = Some(Extents { looked: step.inner.len() as u32, place, is_won: won.is_some() });
        node.parts.extend(nearest.map(|step| self.node(part, step, won.is_some())));
    }

    fn act(&self, act: &Act, step: &Step, verdict: &Verdict, node: &mut Node) {
        let near = !verdict.evidence.is_empty();
        let decisive = step.units.iter().position(|unit| near && unit.verdict.as_ref() == Some(verdict));
        let sentences = step.units.iter().enumerate();
        node.sentences =
            sentences.filter_map(|(index, unit)| self.unit(act, unit, Some(index) == decisive)).collect();
        self.count(&act.action, &step.extent, node);
    }

    fn pattern(&self, pattern: &Pattern, extent: &Extent, verdict: &Verdict, node: &mut Node) {
        self.witnessed(Some(pattern), verdict, node);
        if verdict.evidence.is_empty() {
            let candidates =
                self.hits.candidates(pattern).into_iter().filter(|unit| extent.units.contains(unit));
            node.sentences = candidates.filter_map(|unit| self.unmatched(pattern, unit)).collect();
        }
        self.count(pattern, extent, node);
    }

    /// How many units of the extent have no word of the pattern, and how many were not needed any more.
    fn count(&self, pattern: &Pattern, extent: &Extent, node: &mut Node) {
        let candidates = self.hits.candidates(pattern).into_iter().filter(|unit| extent.units.contains(unit));
        let candidates = candidates.count() as u32;
        node.silent = size(extent).saturating_sub(candidates);
        node.skipped = candidates.saturating_sub(node.sentences.len() as u32);
    }

    /// The sentences that meet a predicate without tests.
    fn witnessed(&self, pattern: Option<&Pattern>, verdict: &Verdict, node: &mut Node) {
        verdict.evidence.iter().for_each(|witness| self.witness(pattern, witness, verdict, node));
    }

    fn witness(&self, pattern: Option<&Pattern>, witness: &Witness, verdict: &Verdict, node: &mut Node) {
        let Some((unit, mut sentence)) = self.sentence(witness.unit, verdict) else { return };
        sentence.is_decisive = true;
        let matched = match pattern {
            Some(pattern) => self
                .hits
                .matches(pattern, witness.unit)
                .first()
                .map(|range| self.origins.of(pattern, witness.unit, unit, range)),
            None => Some(Match {
                text: self.seen.document.slice(witness.passage).trim().replace('\n', " "),
                concepts: Vec::new(),
                words: node.words.clone(),
            }),
        };
        sentence.attempts.extend(matched.map(|matched| bare(matched, verdict)));
        node.silent = node.silent.saturating_sub(1);
        node.sentences.push(sentence);
    }

    fn unmatched(&self, pattern: &Pattern, unit: u32) -> Option<Sentence> {
        let (_, mut sentence) = self.sentence(unit, &Verdict::missing(Reason::NotFound))?;
        sentence.cuts = self.origins.cuts(pattern, unit);
        Some(sentence)
    }

    fn unit(&self, act: &Act, step: &UnitStep, is_decisive: bool) -> Option<Sentence> {
        let verdict = step.verdict.clone().unwrap_or_else(|| Verdict::missing(Reason::NotFound));
        let (unit, mut sentence) = self.sentence(step.unit, &verdict)?;
        sentence.is_decisive = is_decisive;
        sentence.predicates = unit.clauses.iter().map(|clause| predicate(unit, clause)).collect();
        sentence.attempts =
            step.passages.iter().map(|passage| self.attempt(act, unit, step, passage)).collect();
        sentence.cuts = self.origins.cuts(&act.action, step.unit);
        Some(sentence)
    }

    /// The try that came furthest with this match; where none did, what the words are worth as a mention.
    fn attempt(&self, act: &Act, unit: &Unit, step: &UnitStep, passage: &Range<usize>) -> Attempt {
        let tries = step.tries.iter().filter(|(_, tried, _)| tried == passage);
        let mut best: Option<&(usize, Range<usize>, Answer)> = None;
        for one in tries {
            let rank = |one: &(usize, Range<usize>, Answer)| {
                (one.2.verdict.status, one.2.test, one.2.verdict.reason)
            };
            if best.is_none_or(|best| rank(one) > rank(best)) {
                best = Some(one);
            }
        }
        let matched = self.origins.of(&act.action, step.unit, unit, passage);
        let furthest = best.filter(|(_, _, answer)| answer.test > Test::Head);
        let Some((clause, _, answer)) = furthest else {
            return self.mention(step, passage, matched, best.map(|(clause, _, _)| *clause));
        };
        let parts = [
            (Part::Object, act.object.as_ref(), answer.object),
            (Part::Occasion, act.condition.as_ref(), answer.occasion),
        ];
        Attempt {
            matched,
            test: Some(answer.test),
            status: answer.verdict.status,
            reason: answer.verdict.reason,
            predicate: Some(*clause as u32),
            beside: parts
                .into_iter()
                .filter_map(|(part, wanted, found)| Some(self.beside(part, wanted?, found?, step.unit)))
                .collect(),
            against: answer.against.and_then(|unit| self.place(unit)),
        }
    }

    /// Only the first match of a unit is looked at as a mention.
    fn mention(
        &self,
        step: &UnitStep,
        passage: &Range<usize>,
        matched: Match,
        predicate: Option<usize>,
    ) -> Attempt {
        let is_first = step.passages.first() == Some(passage);
        let verdict = step.mentioned.as_ref().filter(|_| is_first);
        let status = verdict.map_or(RequirementStatus::Missing, |verdict| verdict.status);
        let reason = verdict.and_then(|verdict| verdict.reason).or(Some(Reason::NotFound));
        let elsewhere = matches!(reason, Some(Reason::Delegated | Reason::NotThere));
        Attempt {
            matched,
            test: Some(if elsewhere { Test::Elsewhere } else { Test::Head }),
            status,
            reason,
            predicate: predicate.map(|index| index as u32),
            beside: Vec::new(),
            against: None,
        }
    }

    fn beside(&self, part: Part, wanted: &Pattern, found: Option<Near>, home: u32) -> Beside {
        let matched = found.and_then(|near| {
            let unit = self.seen.units.get(near.unit)?;
            let range = self.hits.matches(wanted, near.unit).into_iter().next()?;
            Some(self.origins.of(wanted, near.unit, unit, &range))
        });
        let other = found.filter(|near| near.unit != home);
        Beside {
            part,
            wanted: self.notation.pattern(wanted),
            found: matched,
            link: found.map(|near| near.link),
            place: other.and_then(|near| self.place(near.unit)),
        }
    }

    fn place(&self, unit: u32) -> Option<Place> {
        let unit = self.seen.units.get(unit)?;
        let document = self.seen.document;
        let quote = document.slice(unit.own_span).trim().replace('\n', " ");
        Some(Place { article: article_path(document, unit.node), quote })
    }

    fn sentence(&self, index: u32, verdict: &Verdict) -> Option<(&Unit, Sentence)> {
        let unit = self.seen.units.get(index)?;
        let Place { article, quote } = self.place(index)?;
        let span = self.seen.document.char_span(unit.own_span);
        let sentence = Sentence {
            article,
            quote,
            span: CharSpan { start: span.start, end: span.end },
            is_heading: matches!(unit.kind, UnitKind::Caption | UnitKind::Title),
            status: verdict.status,
            reason: verdict.reason,
            is_decisive: false,
            predicates: Vec::new(),
            attempts: Vec::new(),
            cuts: Vec::new(),
        };
        Some((unit, sentence))
    }
}

/// A match of a pattern that has no tests.
fn bare(matched: Match, verdict: &Verdict) -> Attempt {
    let (status, reason) = (verdict.status, verdict.reason);
    Attempt { matched, test: None, status, reason, predicate: None, beside: Vec::new(), against: None }
}

fn predicate(unit: &Unit, clause: &Clause) -> Predicate {
    let words = |range: &Range<usize>| unit.text.get(range.clone()).unwrap_or_default().to_owned();
    let head = |range: &Range<usize>| words(range).trim_end_matches(['、', '。']).to_owned();
    Predicate {
        words: words(&clause.range),
        actor: clause.actor,
        force: clause.force,
        heads: clause.heads.iter().map(head).collect(),
        demanded: clause.demanded.iter().map(head).collect(),
        is_alternative: clause.alternative,
    }
}

/// Units of an extent.
fn size(extent: &Extent) -> u32 {
    extent.units.end.saturating_sub(extent.units.start)
}

/// The inner step whose answer became the answer.
fn chosen(step: &Step, verdict: &Verdict) -> Option<usize> {
    step.inner.iter().position(|inner| inner.verdict.as_ref() == Some(verdict))
}

fn first_of_status(step: &Step, status: RequirementStatus) -> Option<usize> {
    step.inner.iter().position(|inner| inner.verdict.as_ref().is_some_and(|found| found.status == status))
}

/// Answers inside that are not missing, and sentences that were looked at.
fn nearness(step: &Step) -> (usize, usize) {
    let met = step.verdict.as_ref().is_some_and(|verdict| verdict.status > RequirementStatus::Missing);
    let own = (usize::from(met), step.units.len());
    step.inner.iter().map(nearness).fold(own, |sum, inner| (sum.0 + inner.0, sum.1 + inner.1))
}
