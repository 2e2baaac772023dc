//! Asks a document about the requirements of a rule: predicate trees in, verdicts with evidence out.

mod act;
mod disagree;
mod elsewhere;
mod extent;
pub mod probe;
mod reach;
mod scenes;
mod scopes;
mod terms;
mod verdict;

use std::ops::Range;

use dsl::checked::{Count, Expr, Party, Pattern, Quantity, Scope};

pub use extent::Extent;
pub use probe::Probe;
pub use scenes::Scenes;
pub use verdict::{Reason, RequirementStatus, Verdict, Witness};

use crate::defects::{self, Fault, Looked};
use crate::document::{Document, NodeType, TextSpan};
use crate::language::quantity;
use crate::language::sentences::mask_brackets;
use crate::language::units::{CellRange, Units, is_mark};
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
    /// What it defines.
    terms: terms::Terms,
    /// Who is told what is looked at.
    probe: Option<&'a dyn Probe>,
}

/// How a predicate is asked.
#[derive(Debug, Clone, Copy, Default)]
struct Mode {
    /// An alternative offered by the text (A又はB) is accepted.
    alternatives: bool,
    /// The predicate describes something forbidden: leave to do it is enough, a duty with a limit is not meant.
    forbidden: bool,
}

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
            terms: terms::Terms::read(document, units),
            probe: None,
        })
    }

    /// The same, with somebody who is told what is looked at.
    pub fn watched(self, probe: Option<&'a dyn Probe>) -> Self {
        Self { probe, ..self }
    }

    /// The verdict of a predicate over the whole document; `forbidden` for what the text must not say.
    pub fn evaluate(&self, expr: &Expr, forbidden: bool) -> Verdict {
        self.eval(expr, &self.whole(), Mode { alternatives: forbidden, forbidden })
    }

    /// All units of the document.
    fn whole(&self) -> Extent {
        Extent::units(0..self.units.list.len() as u32)
    }

    fn eval(&self, expr: &Expr, extent: &Extent, mode: Mode) -> Verdict {
        let Some(probe) = self.probe else { return self.answer(expr, extent, mode) };
        probe.enter(extent);
        let verdict = self.answer(expr, extent, mode);
        probe.leave(&verdict);
        verdict
    }

    fn answer(&self, expr: &Expr, extent: &Extent, mode: Mode) -> Verdict {
        match expr {
            Expr::And(parts) => all_of(parts, |part| self.eval(part, extent, mode)),
            Expr::Or(parts) => Verdict::any(parts.iter().map(|part| self.eval(part, extent, mode))),
            Expr::OneOf(parts) => Verdict::any(
                parts.iter().map(|part| self.eval(part, extent, Mode { alternatives: true, ..mode })),
            ),
            Expr::Not(part) => self.eval(part, extent, mode).negated(),
            Expr::Scope(Scope::Row, part) => {
                self.in_rows(self.places.extents(Scope::Row, extent), part, mode)
            }
            Expr::Scope(scope, part) => self.in_each(self.places.extents(*scope, extent), part, mode),
            Expr::Column(heading, part) => self.in_each(self.cells_under(heading, extent), part, mode),
            Expr::Act(act) => self.act(act, extent, mode),
            Expr::By(party) => self.by(*party, extent),
            Expr::Quantity(quantity) => self.quantity(quantity, extent, mode),
            Expr::Count(count) => self.count(count, extent),
            Expr::Defines(pattern) => self.defines(pattern, extent),
            Expr::Refers(pattern) => self.refers(pattern, extent),
            Expr::Defect(name) => self.defect(name, extent),
            Expr::Disagree(wanted) => disagree::verdict(&self.statements(wanted, extent, mode)),
            Expr::Pattern(pattern) => self.pattern(pattern, extent),
        }
    }

    /// The best verdict over all parts of that kind.
    fn in_each(&self, extents: Vec<Extent>, part: &Expr, mode: Mode) -> Verdict {
        let mut best = Verdict::missing(Reason::NotFound);
        for inner in extents {
            let verdict = self.eval(part, &inner, mode);
            best = best.or(verdict);
            if best.status == RequirementStatus::Satisfied {
                break;
            }
        }
        best
    }

    /// The best verdict over rows; the headings of the columns, which are the same for all, do not make one alone.
    fn in_rows(&self, rows: Vec<Extent>, part: &Expr, mode: Mode) -> Verdict {
        let mut best = Verdict::missing(Reason::NotFound);
        for row in rows {
            let verdict = self.eval(part, &row, mode);
            let is_met = verdict.status == RequirementStatus::Satisfied;
            if is_met && self.rests_on_headings(&verdict) {
                continue;
            }
            best = best.or(verdict);
            if is_met {
                break;
            }
        }
        best
    }

    /// Whether all that a verdict shows stands in headings of columns: what is not in the row itself is shown as the row.
    fn rests_on_headings(&self, verdict: &Verdict) -> bool {
        let is_heading = |witness: &Witness| {
            let unit = self.units.get(witness.unit);
            unit.is_some_and(|unit| unit.cells.len() > 1 && witness.passage == unit.own_span)
        };
        !verdict.evidence.is_empty() && verdict.evidence.iter().all(is_heading)
    }

    /// The cells whose column heading holds the pattern.
    fn cells_under(&self, heading: &Pattern, extent: &Extent) -> Vec<Extent> {
        let mut cells = Vec::new();
        for index in self.hits.candidates(heading) {
            let Some(unit) = self.units.get(index).filter(|unit| !unit.cells.is_empty()) else { continue };
            let found = self.hits.matches(heading, index);
            let named = |cell: &&CellRange| {
                found.iter().any(|range| cell.heading.start <= range.start && range.end <= cell.heading.end)
            };
            let inside = unit.cells.iter().filter(named).filter(|cell| extent.holds(index, &cell.value));
            cells.extend(inside.map(|cell| Extent::cell(index, cell.value.clone())));
        }
        cells
    }

    fn pattern(&self, pattern: &Pattern, extent: &Extent) -> Verdict {
        match self.first_in(pattern, extent).next() {
            Some((unit, found)) => Verdict::satisfied(self.witness(unit, found)),
            None => Verdict::missing(Reason::NotFound),
        }
    }

    /// For each unit of an extent that the pattern matches in, the first match.
    fn first_in<'s>(
        &'s self,
        pattern: &'s Pattern,
        extent: &'s Extent,
    ) -> impl Iterator<Item = (u32, Range<usize>)> + 's {
        self.hits.candidates(pattern).into_iter().filter(|unit| extent.units.contains(unit)).filter_map(
            move |unit| {
                let mut found = self.hits.matches(pattern, unit);
                found.retain(|range| extent.holds(unit, range));
                let cells = self.units.get(unit).map(|unit| unit.cells.as_slice()).unwrap_or_default();
                let in_cell = |range: &&Range<usize>| {
                    cells.iter().any(|cell| cell.value.start < range.end && range.start < cell.value.end)
                };
                let best = found.iter().find(in_cell).or(found.first()).cloned();
                best.map(|range| (unit, range))
            },
        )
    }

    /// In a cell, the party that it names; elsewhere, the actor of a predicate.
    fn by(&self, party: Party, extent: &Extent) -> Verdict {
        for index in extent.units.clone() {
            let Some(unit) = self.units.get(index) else { continue };
            let text_of = |cell: &Range<usize>| unit.text.get(cell.clone()).unwrap_or_default();
            let names_side = |cell: &&Range<usize>| is_side(party, self.parties.mentioned(text_of(cell)));
            if let Some(cell) = &extent.cell {
                if names_side(&cell) {
                    return Verdict::satisfied(self.witness(index, cell.clone()));
                }
            } else if let Some(clause) = unit.clauses.iter().find(|clause| names(party, clause.actor)) {
                // In a row the cell that names the side says it, or that with the mark.
                let cells = || unit.cells.iter().map(|cell| &cell.value);
                let cell = cells().find(names_side).or_else(|| cells().find(|cell| is_mark(text_of(cell))));
                return Verdict::satisfied(self.witness(index, cell.unwrap_or(&clause.range).clone()));
            }
        }
        Verdict::missing(Reason::NotFound)
    }

    fn quantity(&self, wanted: &Quantity, extent: &Extent, mode: Mode) -> Verdict {
        for index in extent.units.clone() {
            let Some(unit) = self.units.get(index) else { continue };
            let found = quantity::find(&unit.text).into_iter().find(|found| {
                quantity::is_of(&wanted.measure, &found.value)
                    && extent.holds(index, &found.range)
                    && quantity::meets(found, wanted.comparison, wanted.value, mode.forbidden)
            });
            if let Some(found) = found {
                return Verdict::satisfied(self.witness(index, found.range));
            }
        }
        Verdict::missing(Reason::NotFound)
    }

    /// How many sentences, items and rows hold the pattern. A row's cells are counted with the row.
    fn count(&self, count: &Count, extent: &Extent) -> Verdict {
        let mut witnesses: Vec<Witness> =
            self.first_in(&count.pattern, extent).map(|(unit, range)| self.witness(unit, range)).collect();
        if !quantity::compare(witnesses.len() as u64, count.comparison, count.value) {
            return Verdict::missing(if witnesses.is_empty() { Reason::NotFound } else { Reason::Mentioned });
        }
        witnesses.truncate(MOST_WITNESSES);
        Verdict { status: RequirementStatus::Satisfied, reason: None, evidence: witnesses }
    }

    fn defines(&self, pattern: &Pattern, extent: &Extent) -> Verdict {
        let lies_inside = |(index, passage): &(u32, TextSpan)| match &extent.cell {
            None => extent.units.contains(index),
            Some(cell) => {
                extent.units.contains(index)
                    && self.units.get(*index).is_some_and(|unit| unit.span(cell.clone()).contains(*passage))
            }
        };
        match self.definitions_of(pattern).find(lies_inside) {
            Some((unit, passage)) => {
                let sentence = self.units.get(unit).map(|unit| unit.own_span).unwrap_or(passage);
                Verdict::satisfied(Witness { document: self.index, unit, sentence, passage })
            }
            None => Verdict::missing(Reason::NotFound),
        }
    }

    /// Met by a defect: that a document has it, is what a rule forbids.
    fn defect(&self, name: &str, extent: &Extent) -> Verdict {
        let looked = Looked { document: self.document, units: self.units, references: self.references };
        let inside = |fault: &Fault| extent.units.contains(&fault.unit);
        let faults = defects::find(name, looked).into_iter().filter(inside);
        let evidence: Vec<Witness> = faults.map(|fault| self.at(fault.unit, fault.passage)).collect();
        if evidence.is_empty() {
            return Verdict::missing(Reason::NotFound);
        }
        Verdict { status: RequirementStatus::Satisfied, reason: None, evidence }
    }

    fn refers(&self, pattern: &Pattern, extent: &Extent) -> Verdict {
        for (unit, _) in self.first_in(pattern, extent) {
            let found = self.hits.matches(pattern, unit);
            let named = |reference: &&Reference| {
                let stretch = &reference.range;
                extent.holds(unit, stretch)
                    && found.iter().any(|range| range.start < stretch.end && stretch.start < range.end)
            };
            if let Some(reference) = self.references_of(unit).iter().find(named) {
                return Verdict::satisfied(self.witness(unit, reference.range.clone()));
            }
        }
        Verdict::missing(Reason::NotFound)
    }

    /// Evidence for a passage of the document, which may be a label or a caption that no sentence holds.
    fn at(&self, unit: u32, passage: TextSpan) -> Witness {
        let own = self.units.get(unit).map(|unit| unit.own_span).unwrap_or(passage);
        let sentence = if own.contains(passage) { own } else { passage };
        Witness { document: self.index, unit, sentence, passage }
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

/// Passages shown for a count; more say nothing new.
const MOST_WITNESSES: usize = 10;

/// Whether what a cell names (vendor, hospital) is the party asked for.
fn is_side(party: Party, named: (bool, bool)) -> bool {
    match party {
        Party::Vendor => named.0,
        Party::Hospital => named.1,
        Party::Both => named == (true, true),
        Party::Any => named.0 || named.1,
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
