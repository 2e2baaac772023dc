//! What became of the items of one edition in another: `sekisho kb diff`.

use schemars::JsonSchema;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

use crate::entry::{ClauseEntry, Entry};
use crate::error::KbError;
use crate::knowledge::Kb;
use crate::model::{Change, EntryData, EntryKind, Step, Transition};

/// Everything the data know about the way from one edition to another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diff<'a> {
    /// The older edition.
    pub from: &'a str,
    /// The newer edition.
    pub to: &'a str,
    /// The transitions on the way, one after the other; one where the editions follow each other.
    pub legs: Vec<Leg<'a>>,
}

/// One transition of a [`Diff`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Leg<'a> {
    /// Its file: editions and what is not known.
    pub transition: &'a Transition,
    /// Its changes, in the order of the file.
    pub changes: Vec<Entry<'a>>,
    /// Clauses of the base edition that no change of this leg names.
    pub unnamed: Vec<ClauseEntry<'a>>,
}

/// A [`Diff`] as `kb diff --format json` prints it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct DiffView {
    /// The older edition.
    pub from: String,
    /// The newer edition.
    pub to: String,
    /// The transitions on the way.
    pub legs: Vec<LegView>,
}

/// A leg inside [`DiffView`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct LegView {
    /// The older edition.
    pub from: String,
    /// The newer edition.
    pub to: String,
    /// What is and is not known.
    pub note: Option<String>,
    /// How many changes there are of each sort.
    pub counts: BTreeMap<Step, usize>,
    /// The changes.
    pub changes: Vec<ChangeView>,
    /// Clauses of the base edition that no change names: nothing is known to have become of them.
    pub unnamed: Vec<String>,
}

/// A change inside [`LegView`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ChangeView {
    /// Whether 未確認 may be left out.
    pub confirmed: bool,
    /// Everything in the data file.
    #[serde(flatten)]
    pub change: Change,
}

impl Kb {
    /// The way from one edition to another, through those between them.
    ///
    /// # Errors
    ///
    /// [`KbError::UnknownEdition`] for an edition that is not listed, [`KbError::NoTransition`] when no data lead from the
    /// one to the other.
    pub fn diff<'a>(&'a self, from: &str, to: &str) -> Result<Diff<'a>, KbError> {
        let from = self.edition(from)?;
        let to = self.edition(to)?;
        let way = self.way(from, to).ok_or_else(|| KbError::NoTransition {
            from: from.to_owned(),
            to: to.to_owned(),
            known: self
                .transitions()
                .map(|transition| format!("{} {}", transition.from, transition.to))
                .collect::<Vec<_>>()
                .join(", "),
        })?;
        Ok(Diff { from, to, legs: way.into_iter().map(|transition| self.leg(transition)).collect() })
    }

    fn edition(&self, id: &str) -> Result<&str, KbError> {
        let wanted = id.trim().trim_start_matches('第').trim_end_matches('版');
        let is_meant = |known: &&str| *known == wanted || known.strip_suffix(".0") == Some(wanted);
        self.editions().map(|edition| edition.id.as_str()).find(is_meant).ok_or_else(|| {
            KbError::UnknownEdition {
                edition: id.to_owned(),
                known: self.editions().map(|edition| edition.id.as_str()).collect::<Vec<_>>().join(", "),
            }
        })
    }

    /// The shortest chain of transitions.
    fn way(&self, from: &str, to: &str) -> Option<Vec<&Transition>> {
        let mut ways: Vec<(&str, Vec<&Transition>)> = vec![(from, Vec::new())];
        let mut seen = BTreeSet::from([from]);
        while !ways.is_empty() {
            let mut next = Vec::new();
            for (at, way) in ways {
                for transition in self.transitions().filter(|transition| transition.from == at) {
                    let mut longer = way.clone();
                    longer.push(transition);
                    if transition.to == to {
                        return Some(longer);
                    }
                    if seen.insert(&transition.to) {
                        next.push((transition.to.as_str(), longer));
                    }
                }
            }
            ways = next;
        }
        None
    }

    fn leg<'a>(&'a self, transition: &'a Transition) -> Leg<'a> {
        let of_this = |entry: &Entry<'a>| match entry.data() {
            EntryData::Change { transition: other, .. } => std::ptr::eq(transition, other),
            _ => false,
        };
        let mut named: BTreeSet<&str> = BTreeSet::new();
        for change in &transition.changes {
            if transition.from == self.base() {
                named.extend(change.before.iter().map(String::as_str));
            }
            if transition.to == self.base() {
                named.extend(change.after.iter().map(String::as_str));
            }
        }
        let touches_base = transition.from == self.base() || transition.to == self.base();
        let unnamed = self.clauses().filter(|clause| touches_base && !named.contains(clause.id()));
        Leg {
            transition,
            changes: self.entries_of(EntryKind::Change).filter(of_this).collect(),
            unnamed: unnamed.collect(),
        }
    }
}

impl<'a> ClauseEntry<'a> {
    /// The transitions from or to the base edition that do not name this clause: nothing is known to have become of it there.
    pub fn silent_transitions(&self) -> Vec<&'a Transition> {
        let (kb, id) = (self.kb(), self.id());
        let silent = |transition: &&Transition| {
            let before = transition.from == kb.base();
            let after = transition.to == kb.base();
            let names = |items: &[String]| items.iter().any(|item| item == id);
            let named = |change: &Change| before && names(&change.before) || after && names(&change.after);
            (before || after) && !transition.changes.iter().any(named)
        };
        kb.transitions().filter(silent).collect()
    }
}

impl Leg<'_> {
    /// How many changes there are of each sort.
    pub fn counts(&self) -> BTreeMap<Step, usize> {
        let mut counts = BTreeMap::new();
        for change in &self.transition.changes {
            *counts.entry(change.relation).or_default() += 1;
        }
        counts
    }
}

impl Diff<'_> {
    /// Everything as one value for JSON.
    pub fn view(&self) -> DiffView {
        DiffView {
            from: self.from.to_owned(),
            to: self.to.to_owned(),
            legs: self.legs.iter().map(LegView::of).collect(),
        }
    }
}

impl LegView {
    fn of(leg: &Leg<'_>) -> Self {
        let changes = leg.changes.iter().filter_map(|entry| match entry.data() {
            EntryData::Change { change, .. } => {
                Some(ChangeView { confirmed: entry.is_confirmed(), change: change.clone() })
            }
            _ => None,
        });
        Self {
            from: leg.transition.from.clone(),
            to: leg.transition.to.clone(),
            note: leg.transition.note.clone(),
            counts: leg.counts(),
            changes: changes.collect(),
            unnamed: leg.unnamed.iter().map(|clause| clause.id().to_owned()).collect(),
        }
    }
}
