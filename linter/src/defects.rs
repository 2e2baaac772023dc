//! Defects of a document that no wording shows: references that lead nowhere, blanks, terms nobody uses, numbers that
//! skip. Rules name them (`forbid … { defect dangling_reference }`); what each means to the reader stands in the rule.
//!
//! Every function takes what is already known of the document and gives passages, in the order of the text.

mod blanks;
mod dates;
mod duties;
mod numbers;
mod references;
mod roles;
mod spellings;
mod terms;

use crate::document::{Document, TextSpan};
use crate::language::units::{Unit, UnitKind, Units};
use crate::meaning::references::Reference;

/// Passages of one defect beyond so many say nothing new.
const MOST: usize = 20;

/// What is known of a document.
#[derive(Clone, Copy)]
pub(crate) struct Looked<'a> {
    /// The document.
    pub document: &'a Document,
    /// Its units.
    pub units: &'a Units,
    /// Its references, in the order of its units.
    pub references: &'a [Reference],
}

/// A place where a defect shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Fault {
    /// The unit it stands in, or the first one behind it.
    pub unit: u32,
    /// The passage.
    pub passage: TextSpan,
}

/// Looks for one kind of defect.
type Finder = fn(Looked<'_>) -> Vec<Fault>;

/// All defects by the names that rules use, sorted.
const FINDERS: &[(&str, Finder)] = &[
    ("dangling_reference", references::dangling),
    ("date_order", dates::reversed),
    ("missing_appendix", references::missing_appendices),
    ("mixed_spelling", spellings::mixed),
    ("numbering_gap", numbers::gaps),
    ("placeholder", blanks::placeholders),
    ("unappointed_role", roles::unappointed),
    ("undefined_term", terms::undefined),
    ("unowned_duty", duties::unowned),
    ("unused_term", terms::unused),
    ("vague_duty", duties::vague),
    ("wrong_reference", references::wrong),
];

/// The names of all defects, sorted.
#[expect(clippy::indexing_slicing, reason = "at build time, within the length of the table")]
pub const NAMES: [&str; FINDERS.len()] = {
    let mut names = [""; FINDERS.len()];
    let mut at = 0;
    while at < names.len() {
        names[at] = FINDERS[at].0;
        at += 1;
    }
    names
};

/// The places of a defect, in the order of the text; none for a name that is not known.
pub(crate) fn find(name: &str, looked: Looked<'_>) -> Vec<Fault> {
    let finder = FINDERS.iter().find(|(known, _)| *known == name).map(|(_, finder)| *finder);
    let mut found = finder.map(|find| find(looked)).unwrap_or_default();
    found.sort();
    found.dedup();
    found.truncate(MOST);
    found
}

impl<'a> Looked<'a> {
    /// Sentences and items, with their numbers: what a reader takes for running text.
    fn sentences(self) -> impl Iterator<Item = (u32, &'a Unit)> {
        let running = |unit: &&Unit| matches!(unit.kind, UnitKind::Sentence | UnitKind::Item);
        (0..).zip(&self.units.list).filter(move |(_, unit)| running(unit))
    }

    /// A passage with the unit that holds it, or else the first behind it.
    fn fault(self, passage: TextSpan) -> Fault {
        let list = &self.units.list;
        let holds = |unit: &Unit| unit.own_span.contains(passage);
        let holder = list.iter().position(holds).or_else(|| {
            let behind = list.partition_point(|unit| unit.own_span.end <= passage.start);
            (behind < list.len()).then_some(behind)
        });
        Fault { unit: holder.unwrap_or_else(|| list.len().saturating_sub(1)) as u32, passage }
    }
}
