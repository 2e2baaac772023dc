//! Which entries are looked at, by what they are rather than what they say.

use crate::entry::Entry;
use crate::fold::normalise;
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
    /// Carried out by.
    pub owner: Option<Owner>,
    /// `technical`, `operational`, `organisational` or `both`.
    pub nature: Option<String>,
    /// How strongly it is asked for.
    pub strength: Option<Strength>,
    /// Taken from the document or form with this id.
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
            && self.owner.is_none_or(|owner| owner_of(entry) == Some(owner))
            && self.strength.is_none_or(|strength| strength_of(entry) == Some(strength))
            && self.nature.as_deref().is_none_or(|nature| nature_of(entry) == Some(nature))
            && self.document.as_deref().is_none_or(|document| is_from(entry, document))
    }
}

fn has_part(entry: Entry<'_>, part: Part) -> bool {
    match entry.data() {
        EntryData::Clause { chapter, .. } => chapter.part == part,
        data => data.head().links.iter().any(|link| of_part(&link.to, part)),
    }
}

/// Whether an id is that of a clause, section or chapter of the part.
fn of_part(id: &str, part: Part) -> bool {
    let rest = id.strip_prefix(part.letter()).and_then(|rest| rest.strip_prefix('-'));
    rest.is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
}

fn has_type(entry: Entry<'_>, wanted: SystemType) -> bool {
    match entry.data() {
        EntryData::Audience(audience) => audience.types.contains(&wanted),
        data => match entry.as_clause() {
            Some(clause) => clause.applies_to().contains(&wanted),
            None => data.head().links.iter().any(|link| {
                entry.kb().clause(&link.to).is_some_and(|clause| clause.applies_to().contains(&wanted))
            }),
        },
    }
}

fn has_actor(entry: Entry<'_>, wanted: &str) -> bool {
    let holds = |name: &str| normalise(name).contains(&normalise(wanted));
    match entry.data() {
        EntryData::Clause { clause, .. } => holds(&clause.actor),
        EntryData::Audience(audience) => holds(&audience.role),
        EntryData::Practice { practice, .. } => practice.audience.iter().any(|name| holds(name)),
        EntryData::Form(form) => holds(&form.audience),
        _ => false,
    }
}

fn owner_of(entry: Entry<'_>) -> Option<Owner> {
    match entry.data() {
        EntryData::Control(control) => Some(control.owner),
        EntryData::Practice { practice, .. } => practice.owner,
        _ => None,
    }
}

fn strength_of(entry: Entry<'_>) -> Option<Strength> {
    match entry.data() {
        EntryData::Control(control) => Some(control.strength),
        EntryData::Clause { clause, .. } => clause.strength,
        _ => None,
    }
}

fn nature_of(entry: Entry<'_>) -> Option<&'static str> {
    match entry.data() {
        EntryData::Control(control) => Some(control.nature.as_str()),
        EntryData::Clause { clause, .. } => clause.nature.map(|nature| nature.as_str()),
        _ => None,
    }
}

fn is_from(entry: Entry<'_>, wanted: &str) -> bool {
    let fits = |id: &str| id.eq_ignore_ascii_case(wanted);
    let form = match entry.data() {
        EntryData::Checklist(item) => Some(item.form.as_str()),
        EntryData::Agreement(item) => Some(item.form.as_str()),
        _ => None,
    };
    entry.data().head().document.is_some_and(fits) || form.is_some_and(fits)
}
