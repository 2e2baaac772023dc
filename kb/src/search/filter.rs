//! Which entries are looked at, by what they are rather than what they say.

use crate::entry::Entry;
use crate::fold::normalise;
use crate::link::Target;
use crate::model::{EntryData, EntryKind, Owner, Part, Strength, SystemType};

/// What the entries have to be. Every field that is set must fit; the kinds are alternatives.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// Of one of these kinds; of any where empty.
    pub kinds: Vec<EntryKind>,
    /// Of this part of the guideline, or tied to a clause of it.
    pub part: Option<Part>,
    /// For institutions of this pattern, or tied to a clause for them.
    pub system_type: Option<SystemType>,
    /// For somebody whose name holds this (`企画管理者`).
    pub actor: Option<String>,
    /// Carried out by; what both carry out is found for each.
    pub owner: Option<Owner>,
    /// `technical`, `operational`, `organisational` or `both`.
    pub nature: Option<String>,
    /// How strongly it is asked for.
    pub strength: Option<Strength>,
    /// Taken from the document or form with this id, or a point of the set with this name.
    pub document: Option<String>,
    /// Only what is confirmed.
    pub confirmed: bool,
}

impl Filter {
    /// Whether nothing is asked of the entries, or only their kind.
    pub fn is_open(&self) -> bool {
        *self == Self { kinds: self.kinds.clone(), ..Self::default() }
    }

    /// Whether an entry is one of those.
    pub fn admits(&self, entry: Entry<'_>) -> bool {
        (self.kinds.is_empty() || self.kinds.contains(&entry.kind()))
            && (!self.confirmed || entry.is_confirmed())
            && self.part.is_none_or(|part| has_part(entry, part))
            && self.system_type.is_none_or(|wanted| has_type(entry, wanted))
            && self.actor.as_deref().is_none_or(|actor| has_actor(entry, actor))
            && self.owner.is_none_or(|owner| has_owner(entry, owner))
            && self.strength.is_none_or(|strength| entry.strength() == Some(strength))
            && self.nature.as_deref().is_none_or(|nature| entry.nature() == Some(nature))
            && self.document.as_deref().is_none_or(|document| is_from(entry, document))
    }
}

/// What an entry is, or what it is tied to: clauses, chapters and sections of the base edition.
fn tied(entry: Entry<'_>) -> Vec<Target<'_>> {
    if entry.as_clause().is_some() {
        return vec![Target::Entry(entry)];
    }
    entry.links().into_iter().map(|link| link.target).collect()
}

fn has_part(entry: Entry<'_>, part: Part) -> bool {
    tied(entry).iter().any(|target| match target {
        Target::Entry(other) => other.as_clause().is_some_and(|clause| clause.chapter().part == part),
        Target::Place(place) => place.chapter.part == part,
    })
}

fn has_type(entry: Entry<'_>, wanted: SystemType) -> bool {
    if let EntryData::Audience(audience) = entry.data() {
        return audience.types.contains(&wanted);
    }
    tied(entry).iter().any(|target| match target {
        Target::Entry(other) => other.as_clause().is_some_and(|clause| clause.applies_to().contains(&wanted)),
        Target::Place(place) => place.chapter.applies_to.contains(&wanted),
    })
}

/// Who acts, reads or answers; for what says nothing of that, who acts by the clauses it is tied to.
fn has_actor(entry: Entry<'_>, wanted: &str) -> bool {
    let holds = |name: &str| normalise(name).contains(&normalise(wanted));
    match entry.data() {
        EntryData::Audience(audience) => holds(&audience.role),
        EntryData::Practice { practice, .. } if !practice.audience.is_empty() => {
            practice.audience.iter().any(|name| holds(name))
        }
        EntryData::Form(form) => holds(&form.audience),
        _ => tied(entry).iter().any(|target| {
            target.entry().and_then(Entry::as_clause).is_some_and(|clause| holds(clause.actor()))
        }),
    }
}

/// What both carry out, each of them carries out.
fn has_owner(entry: Entry<'_>, wanted: Owner) -> bool {
    entry.owner().is_some_and(|owner| owner == wanted || owner == Owner::Both)
}

fn is_from(entry: Entry<'_>, wanted: &str) -> bool {
    let fits = |id: &str| id.eq_ignore_ascii_case(wanted);
    let set = match entry.data() {
        EntryData::Practice { set, .. } => Some(set.set.as_str()),
        _ => None,
    };
    [entry.data().head().document, entry.form(), set].into_iter().flatten().any(fits)
}
