//! What is tied to a clause says for it.
//!
//! People type concrete words (USBメモリ, 辞めた人), clauses speak in general ones. A measure or a term that fits a query well
//! lifts the clauses it is tied to, a clause that fits lifts a little those beside it in the other parts, and a phrase that
//! people type for a clause lifts it where the query is nearly that phrase.

use std::collections::BTreeMap;

use super::engine::{Engine, Part, Tally};
use super::rank::{Found, Need, Ranked, Ranks};
use crate::entry::ClauseEntry;
use crate::error::KbError;
use crate::knowledge::Kb;
use crate::model::{EntryKind, Tie};

/// The kinds that are heard, and how much of its score an entry hands to a clause it is tied to. Others add nothing: what is
/// tied to a clause also lends it its words.
const SHARES: [(EntryKind, f32); 2] = [(EntryKind::Control, 0.5), (EntryKind::Term, 0.5)];
/// The best entries of a kind that are heard.
const HEARD: usize = 16;
/// How much of the query they must have.
const COVERED: f32 = 0.1;
/// How much less counts what has less of the query.
const COVERED_POWER: f32 = 0.35;
/// What a weaker voice adds to the strongest.
const SECOND: f32 = 0.18;
/// How much a clause hands to those it is related to, and how many clauses do.
const RELATED: f32 = 0.06;
const RELATING: usize = 5;

/// What a phrase that people type for a clause adds where it is the query, beside what the best clause has. Half of a phrase
/// may mean something else and adds a quarter.
const NEAR: f32 = 0.9;

/// How surely a clause meets a word that a tied entry has.
const TIED_MET: f32 = 0.5;

/// Clauses with what is added to them.
type Lifts = BTreeMap<usize, f32>;

/// The clauses, with what is tied to them heard.
pub(super) fn clauses(
    kb: &Kb,
    engine: &Engine,
    part: &Part,
    ranks: &mut Ranks<'_>,
) -> Result<Vec<Found>, KbError> {
    let plan = ranks.plan;
    let own = ranks.of(part)?;
    if matches!(plan.needs.as_slice(), [Need::Gram(_)]) || plan.is_strict() {
        return Ok(own.found.clone());
    }
    let mut tally = own.tally.clone();
    let related = relate(kb, &own.found);
    hear(kb, engine, ranks, part.first, &mut tally)?;
    let mut found = tally.ranked(part.first);
    let highest = found.first().map_or(1.0, |found| found.score.max(1.0));
    let near = engine.phrases.nearness(ranks.query).into_iter();
    let near = near.filter_map(|(id, near)| Some((kb.clause(id)?.ordinal(), NEAR * highest * near * near)));
    for (ordinal, lift) in related.into_iter().chain(near) {
        match found.iter_mut().find(|found| found.ordinal == ordinal) {
            Some(found) => found.score += lift,
            None => found.push(Found { score: lift, covered: 0.0, ordinal }),
        }
    }
    Ok(found)
}

/// Adds to the clauses what is tied to them: to the score what it says, to the words met those that it has.
fn hear(
    kb: &Kb,
    engine: &Engine,
    ranks: &mut Ranks<'_>,
    first: usize,
    clauses: &mut Tally,
) -> Result<(), KbError> {
    let mut lifts = Lifts::new();
    for part in engine.parts() {
        let Some((_, share)) = SHARES.iter().find(|(kind, _)| *kind == part.kind) else { continue };
        let Ranked { tally, found } = ranks.of(part)?;
        for found in found.iter().take(HEARD).filter(|found| found.covered >= COVERED) {
            let voice = share * found.score * found.covered.powf(COVERED_POWER);
            let Some(entry) = kb.entry(found.ordinal) else { continue };
            for link in entry.data().head().links {
                let clause = kb.clause(&link.to).and_then(|clause| clause.ordinal().checked_sub(first));
                let Some(clause) = clause else { continue };
                let sure = weight(link.confidence);
                let (voice, slot) = (voice * sure, lifts.entry(clause).or_default());
                *slot = slot.max(voice) + SECOND * slot.min(voice);
                for (word, tied) in clauses.words.iter_mut().zip(&tally.words) {
                    let place = found.ordinal.checked_sub(part.first);
                    let there = place.and_then(|place| tied.own.get(place)).copied().unwrap_or_default();
                    if let Some(met) = word.met.get_mut(clause) {
                        *met = met.max(there * sure * TIED_MET);
                    }
                }
            }
        }
    }
    for (clause, lift) in lifts {
        if let Some(score) = clauses.scores.get_mut(clause) {
            *score += lift;
        }
    }
    Ok(())
}

fn weight(tie: Tie) -> f32 {
    match tie {
        Tie::Stated | Tie::High => 1.0,
        Tie::Medium => 0.96,
        Tie::Low => 0.35,
    }
}

/// What the best clauses hand to those beside them.
fn relate(kb: &Kb, found: &[Found]) -> Lifts {
    let mut related = Lifts::new();
    for found in found.iter().take(RELATING) {
        let Some(entry) = kb.entry(found.ordinal) else { continue };
        let Some(clause) = entry.as_clause() else { continue };
        let names = |from: &ClauseEntry<'_>, to: &str| from.clause().related.iter().any(|id| id == to);
        let beside = |other: &ClauseEntry<'_>| names(&clause, other.id()) || names(other, clause.id());
        for other in kb.clauses().filter(beside) {
            let slot = related.entry(other.ordinal()).or_default();
            *slot = slot.max(found.score * RELATED);
        }
    }
    related
}
