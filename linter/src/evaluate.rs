//! Asks a document about the requirements of a rule: predicate trees in, verdicts with evidence out.

mod act;
mod elsewhere;
mod reach;
mod scenes;
mod scopes;
mod verdict;

use dsl::checked::{Expr, Measure, Party, Pattern, Quantity, Scope};

pub use scenes::Scenes;
pub use verdict::{Reason, RequirementStatus, Verdict, Witness};

use crate::document::{Document, NodeType};
use crate::language::quantity::{self, Value};
use crate::language::sentences::mask_brackets;
use crate::language::units::Units;
use crate::meaning::parties::{Actor, Parties};
use crate::meaning::references::Reference;
use crate::scan::Hits;

/// Everything that a predicate may look at.
pub struct Scene<'a> {
    /// Which of the documents that are judged together.
    pub index: u32,
    /// The document.
    pub document: &'a Document,
    /// Its units.
    pub units: &'a Units,
    /// Its parties.
    pub parties: &'a Parties,
    /// Its references, in the order of its units.
    pub references: &'a [Reference],
    /// Where the literals of the rules stand.
    pub hits: &'a Hits<'a>,
    /// The same for all documents that are judged together, this one included.
    pub peers: &'a [Hits<'a>],
    /// The part of the document that each unit lies in.
    places: scopes::Places,
    /// For each unit, which sides (vendor, hospital) its article names as actors.
    acting: Vec<(bool, bool)>,
    /// Whether 別紙 and 別添 are part of this document.
    has_appendix: bool,
    /// What references bring to its units from elsewhere.
    reach: reach::Reach,
}

/// How a predicate is asked.
#[derive(Debug, Clone, Copy, Default)]
struct Mode {
    /// An alternative offered by the text (A又はB) is accepted.
    alternatives: bool,
    /// The predicate describes something forbidden: leave to do it is enough, a duty with a limit is not meant.
    forbidden: bool,
}

/// A run of units in which a predicate is evaluated: first and one past the last.
pub type Extent = std::ops::Range<u32>;

impl<'a> Scene<'a> {
    /// Brings the parts of a read document together; `index` is its place among those that are
    /// judged together, `peers`; none where it has no place there.
    pub fn new(
        index: u32,
        document: &'a Document,
        units: &'a Units,
        parties: &'a Parties,
        references: &'a [Reference],
        peers: &'a [Hits<'a>],
    ) -> Option<Self> {
        let hits = peers.get(index as usize)?;
        let places = scopes::Places::new(document, units);
        let acting = acting_sides(units, parties, &places);
        let has_appendix = document.nodes().any(|(_, node)| node.node_type == NodeType::Appendix);
        let reach = reach::Reach::within(units, references);
        Some(Self {
            index,
            document,
            units,
            parties,
            references,
            hits,
            peers,
            places,
            acting,
            has_appendix,
            reach,
        })
    }

    /// The verdict of a predicate over the whole document; `forbidden` for what the text must not say.
    pub fn evaluate(&self, expr: &Expr, forbidden: bool) -> Verdict {
        let mode = Mode { alternatives: forbidden, forbidden };
        self.eval(expr, 0..self.units.list.len() as u32, mode)
    }

    fn eval(&self, expr: &Expr, extent: Extent, mode: Mode) -> Verdict {
        match expr {
            Expr::And(parts) => all_of(parts, |part| self.eval(part, extent.clone(), mode)),
            Expr::Or(parts) => Verdict::any(parts.iter().map(|part| self.eval(part, extent.clone(), mode))),
            Expr::OneOf(parts) => Verdict::any(
                parts.iter().map(|part| self.eval(part, extent.clone(), Mode { alternatives: true, ..mode })),
            ),
            Expr::Not(part) => self.eval(part, extent, mode).negated(),
            Expr::Scope(scope, part) => self.in_each(*scope, part, &extent, mode),
            Expr::Act(act) => self.act(act, extent, mode),
            Expr::By(party) => self.by(*party, extent),
            Expr::Quantity(quantity) => self.quantity(quantity, extent),
            Expr::Pattern(pattern) => self.pattern(pattern, extent),
        }
    }

    /// The best verdict over all parts of that kind.
    fn in_each(&self, scope: Scope, part: &Expr, extent: &Extent, mode: Mode) -> Verdict {
        let mut best = Verdict::missing(Reason::NotFound);
        for inner in self.places.extents(scope, extent) {
            let verdict = self.eval(part, inner, mode);
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
        Witness { document: self.index, unit, sentence, passage }
    }
}

/// All parts hold. Where one of them is an act, a bare word that had to stand near it is no evidence of its own.
fn all_of(parts: &[Expr], eval: impl Fn(&Expr) -> Verdict) -> Verdict {
    let has_act = parts.iter().any(|part| !matches!(part, Expr::Pattern(_)));
    Verdict::all(parts.iter().map(|part| {
        let mut verdict = eval(part);
        if has_act && matches!(part, Expr::Pattern(_)) && verdict.status == RequirementStatus::Satisfied {
            verdict.evidence.clear();
        }
        verdict
    }))
}

/// Which sides each article names as actors. A side that only receives something (乙に返却される) is not acting.
fn acting_sides(units: &Units, parties: &Parties, places: &scopes::Places) -> Vec<(bool, bool)> {
    let own: Vec<(bool, bool)> = units
        .list
        .iter()
        .map(|unit| {
            let text = mask_brackets(unit.text.get(unit.own_start..).unwrap_or_default());
            let topics = parties.topics(&text);
            let acts = |wanted| topics.iter().any(|topic| names(wanted, topic.actor));
            (acts(Party::Vendor), acts(Party::Hospital))
        })
        .collect();
    let mut sides = own.clone();
    let mut unit = 0;
    while unit < own.len() as u32 {
        let article = places.article_of(unit);
        let inside = own.get(article.start as usize..article.end as usize).unwrap_or_default();
        let joined = inside.iter().fold((false, false), |seen, side| (seen.0 || side.0, seen.1 || side.1));
        let end = article.end.max(unit + 1);
        for slot in sides.iter_mut().take(end as usize).skip(unit as usize) {
            *slot = joined;
        }
        unit = end;
    }
    sides
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
