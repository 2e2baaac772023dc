//! Asks a document about the requirements of a rule: predicate trees in, verdicts with evidence out.

mod act;
mod scopes;
mod verdict;

use dsl::checked::{Expr, Measure, Party, Pattern, Quantity, Scope};

pub use verdict::{Reason, RequirementStatus, Verdict, Witness};

use crate::document::Document;
use crate::language::quantity::{self, Value};
use crate::language::units::Units;
use crate::meaning::parties::{Actor, Parties};
use crate::scan::Hits;

/// Everything that a predicate may look at.
pub struct Scene<'a> {
    /// The document.
    pub document: &'a Document,
    /// Its units.
    pub units: &'a Units,
    /// Its parties.
    pub parties: &'a Parties,
    /// Where the literals of the rules stand.
    pub hits: &'a Hits<'a>,
    /// The part of the document that each unit lies in.
    places: scopes::Places,
}

/// A run of units in which a predicate is evaluated: first and one past the last.
pub type Extent = std::ops::Range<u32>;

impl<'a> Scene<'a> {
    /// Brings the parts of a read document together.
    pub fn new(document: &'a Document, units: &'a Units, parties: &'a Parties, hits: &'a Hits<'a>) -> Self {
        Self { document, units, parties, hits, places: scopes::Places::new(document, units) }
    }

    /// The verdict of a predicate over the whole document.
    pub fn evaluate(&self, expr: &Expr) -> Verdict {
        self.eval(expr, 0..self.units.list.len() as u32, false)
    }

    fn eval(&self, expr: &Expr, extent: Extent, alternatives: bool) -> Verdict {
        match expr {
            Expr::And(parts) => {
                Verdict::all(parts.iter().map(|part| self.eval(part, extent.clone(), alternatives)))
            }
            Expr::Or(parts) => {
                Verdict::any(parts.iter().map(|part| self.eval(part, extent.clone(), alternatives)))
            }
            Expr::OneOf(parts) => {
                Verdict::any(parts.iter().map(|part| self.eval(part, extent.clone(), true)))
            }
            Expr::Not(part) => self.eval(part, extent, alternatives).negated(),
            Expr::Scope(scope, part) => self.in_each(*scope, part, &extent, alternatives),
            Expr::Act(act) => self.act(act, extent, alternatives),
            Expr::By(party) => self.by(*party, extent),
            Expr::Quantity(quantity) => self.quantity(quantity, extent),
            Expr::Pattern(pattern) => self.pattern(pattern, extent),
        }
    }

    /// The best verdict over all parts of that kind.
    fn in_each(&self, scope: Scope, part: &Expr, extent: &Extent, alternatives: bool) -> Verdict {
        let mut best = Verdict::missing(Reason::NotFound);
        for inner in self.places.extents(scope, extent) {
            let verdict = self.eval(part, inner, alternatives);
            best = best.or(verdict);
            if best.status == RequirementStatus::Satisfied {
                break;
            }
        }
        best
    }

    fn pattern(&self, pattern: &Pattern, extent: Extent) -> Verdict {
        for unit in self.hits.candidates(pattern) {
            if extent.contains(&unit)
                && let Some(found) = self.hits.matches(pattern, unit).first()
            {
                return Verdict::satisfied(self.witness(unit, found.clone()));
            }
        }
        Verdict::missing(Reason::NotFound)
    }

    fn by(&self, party: Party, extent: Extent) -> Verdict {
        for index in extent {
            let Some(unit) = self.units.get(index) else { continue };
            if let Some(clause) = unit.clauses.iter().find(|clause| names(party, clause.actor)) {
                return Verdict::satisfied(self.witness(index, clause.range.clone()));
            }
        }
        Verdict::missing(Reason::NotFound)
    }

    fn quantity(&self, wanted: &Quantity, extent: Extent) -> Verdict {
        for index in extent {
            let Some(unit) = self.units.get(index) else { continue };
            for found in quantity::find(&unit.text) {
                let value = match (&wanted.measure, &found.value) {
                    (Measure::Number(unit_word), Value::Count { unit, count }) if unit_word == unit => *count,
                    (Measure::Duration, Value::Time { seconds }) => *seconds,
                    (Measure::Period, Value::Time { seconds }) => seconds / quantity::DAY,
                    _ => continue,
                };
                if quantity::compare(value, wanted.comparison, wanted.value) {
                    return Verdict::satisfied(self.witness(index, found.range));
                }
            }
        }
        Verdict::missing(Reason::NotFound)
    }

    /// Evidence: the passage and the sentence it stands in.
    fn witness(&self, unit: u32, range: std::ops::Range<usize>) -> Witness {
        let (sentence, passage) =
            self.units.get(unit).map_or_else(Default::default, |found| (found.own_span, found.span(range)));
        let passage = if sentence.contains(passage) { passage } else { sentence };
        Witness { unit, sentence, passage }
    }
}

/// Whether an actor is the party asked for.
fn names(party: Party, actor: Actor) -> bool {
    match party {
        Party::Vendor => matches!(actor, Actor::Vendor | Actor::Both),
        Party::Hospital => matches!(actor, Actor::Hospital | Actor::Both),
        Party::Both => actor == Actor::Both,
        Party::Any => true,
    }
}
