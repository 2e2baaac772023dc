//! What references bring to a unit from elsewhere: sentences that apply its article to something else (準用), and the party
//! that does what an appendix lists (乙は、別紙1に定める業務を行う).

use std::collections::BTreeMap;

use dsl::checked::Party;

use super::{Scene, names};
use crate::document::{NodeId, NodeType, TextSpan};
use crate::language::sentences::mask_brackets;
use crate::language::strength::Force;
use crate::language::units::Units;
use crate::meaning::parties::Actor;
use crate::meaning::references::{Reference, ReferenceMode, Target};

/// What reaches the units of one document.
#[derive(Debug, Clone, Default)]
pub(super) struct Reach {
    /// For a unit, the units that apply its provision to something else.
    applied: BTreeMap<u32, Vec<u32>>,
    /// For a unit of an appendix or of a document named in another, which sides (vendor, hospital) are to do what it says.
    entrusted: BTreeMap<u32, (bool, bool)>,
}

/// Entries beyond so many are left out: a document may apply every article to every other one.
const MOST_ENTRIES: usize = 50_000;

impl Reach {
    /// What the references inside a document bring.
    pub(super) fn within(units: &Units, references: &[Reference]) -> Self {
        let mut reach = Self::default();
        let mut entries = 0;
        for reference in references.iter().filter(|reference| reference.mode == ReferenceMode::Applies) {
            let Target::Inside(nodes) = &reference.target else { continue };
            for unit in nodes.iter().flat_map(|node| units.of(*node)) {
                entries += 1;
                if entries > MOST_ENTRIES {
                    return reach;
                }
                if unit != reference.unit {
                    reach.applied.entry(unit).or_default().push(reference.unit);
                }
            }
        }
        reach
    }

    fn entrust(&mut self, units: std::ops::Range<u32>, side: (bool, bool)) {
        for unit in units.take(MOST_ENTRIES) {
            let slot = self.entrusted.entry(unit).or_default();
            *slot = (slot.0 || side.0, slot.1 || side.1);
        }
    }
}

impl Scene<'_> {
    /// The references in one unit.
    pub(super) fn references_of(&self, unit: u32) -> &[Reference] {
        let first = self.references.partition_point(|reference| reference.unit < unit);
        let last = self.references.partition_point(|reference| reference.unit <= unit);
        self.references.get(first..last).unwrap_or_default()
    }

    /// Sentences that apply this provision to something else: 「第5条の規定は、個人情報について準用する」.
    pub(super) fn applied_by(&self, unit: u32) -> &[u32] {
        self.reach.applied.get(&unit).map(Vec::as_slice).unwrap_or_default()
    }

    /// A sentence applies this provision to the party asked for, and to no other: 「第5条の規定は、乙について準用する」.
    pub(super) fn applied_to(&self, party: Party, unit: u32) -> bool {
        let Some(by) = self.reach.applied.get(&unit) else { return false };
        by.iter().filter_map(|other| self.units.get(*other)).any(|unit| {
            let own = mask_brackets(unit.text.get(unit.own_start..).unwrap_or_default());
            matches!(
                (party, self.parties.mentioned(&own)),
                (Party::Vendor, (true, false))
                    | (Party::Hospital, (false, true))
                    | (Party::Both, (true, true))
            )
        })
    }

    /// What an appendix lists without saying who does it is done by the one side that is bound to do what it lists.
    pub(super) fn entrusted_to(&self, party: Party, unit: u32) -> bool {
        let side = self.reach.entrusted.get(&unit).copied().unwrap_or_default();
        match party {
            Party::Vendor => side == (true, false),
            Party::Hospital => side == (false, true),
            Party::Both | Party::Any => false,
        }
    }
}

/// Words in the titles of documents that are written to whoever is to do the work.
const ADDRESSED: &[&str] = &["仕様書", "特記事項"];

/// Documents and appendices that are specifications (仕様書): they are written to whoever is to do the work. `None`: all of it.
fn specifications<'s>(scene: &'s Scene<'_>) -> impl Iterator<Item = Option<NodeId>> + 's {
    let document = scene.document;
    let is_one = |title: Option<TextSpan>| {
        title.is_some_and(|title| ADDRESSED.iter().any(|word| document.slice(title).contains(word)))
    };
    let whole = is_one(document.title).then_some(None);
    let appendices = document.nodes().filter(|(_, node)| node.node_type == NodeType::Appendix);
    let parts = appendices.filter(move |(_, node)| is_one(node.caption)).map(|(id, _)| Some(id));
    whole.into_iter().chain(parts)
}

/// Tells the units of appendices, and of documents named in another, who is to do what they list.
pub(super) fn entrust(scenes: &mut [Scene<'_>]) {
    let mut found: Vec<(usize, Option<NodeId>, (bool, bool))> = Vec::new();
    for (index, scene) in scenes.iter().enumerate() {
        found.extend(specifications(scene).map(|node| (index, node, (true, false))));
        for reference in scene.references {
            let Some(side) = bound_side(scene, reference) else { continue };
            match &reference.target {
                Target::InCase(document, nodes) if nodes.is_empty() => found.push((*document, None, side)),
                Target::Inside(nodes) => {
                    let is_appendix = |node: &&NodeId| {
                        scene.document.node(**node).is_some_and(|node| node.node_type == NodeType::Appendix)
                    };
                    found.extend(nodes.iter().filter(is_appendix).map(|node| (index, Some(*node), side)));
                }
                _ => {}
            }
        }
    }
    found.sort();
    found.dedup();
    for (index, node, side) in found {
        let Some(scene) = scenes.get_mut(index) else { continue };
        let all = 0..scene.units.list.len() as u32;
        let units = node.map_or(all, |node| scene.units.of(node));
        scene.reach.entrust(units, side);
    }
}

/// The side that acts in the clause that holds a reference, where it is bound.
fn bound_side(scene: &Scene<'_>, reference: &Reference) -> Option<(bool, bool)> {
    let unit = scene.units.get(reference.unit)?;
    let clause = unit.clauses.iter().find(|clause| reference.range.start < clause.range.end)?;
    if !matches!(clause.force, Force::Duty | Force::Statement) || clause.actor == Actor::Other {
        return None;
    }
    let side = (names(Party::Vendor, clause.actor), names(Party::Hospital, clause.actor));
    (side.0 || side.1).then_some(side)
}
