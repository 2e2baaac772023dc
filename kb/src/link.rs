//! Links between entries, both ways.

use std::borrow::Cow;
use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;

use crate::entry::Entry;
use crate::knowledge::Kb;
use crate::model::{Chapter, EntryData, Part, Relation, Section, Tie};

/// Which way a link between two entries was written down.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Direction {
    /// This entry names the other.
    Outgoing,
    /// The other names this one.
    Incoming,
    /// Each names the other.
    Both,
}

/// A chapter of the base edition, or a section of it.
#[derive(Debug, Clone, Copy)]
pub struct Place<'a> {
    /// The chapter.
    pub chapter: &'a Chapter,
    /// The number of the section; none for the whole chapter.
    pub number: Option<&'a str>,
}

impl<'a> Place<'a> {
    /// `C-12`, `C-8.2`.
    pub fn id(&self) -> String {
        let letter = self.chapter.part.letter();
        match self.number {
            Some(number) => format!("{letter}-{number}"),
            None => format!("{letter}-{}", self.chapter.chapter),
        }
    }

    /// The heading.
    pub fn title(&self) -> &'a str {
        let section = self.number.and_then(|number| self.chapter.section(number)).and_then(Section::label);
        section.unwrap_or(&self.chapter.title)
    }
}

/// What a link leads to.
#[derive(Debug, Clone, Copy)]
pub enum Target<'a> {
    /// An entry.
    Entry(Entry<'a>),
    /// A chapter or section of the guideline.
    Place(Place<'a>),
}

impl<'a> Target<'a> {
    /// Its key.
    pub fn id(&self) -> Cow<'a, str> {
        match self {
            Self::Entry(entry) => Cow::Borrowed(entry.id()),
            Self::Place(place) => Cow::Owned(place.id()),
        }
    }

    /// Its label.
    pub fn title(&self) -> &'a str {
        match self {
            Self::Entry(entry) => entry.title(),
            Self::Place(place) => place.title(),
        }
    }

    /// The entry, unless it is a chapter or section.
    pub fn entry(&self) -> Option<Entry<'a>> {
        match self {
            Self::Entry(entry) => Some(*entry),
            Self::Place(_) => None,
        }
    }

    /// Entries in their order, places after them.
    fn rank(&self) -> (usize, String) {
        match self {
            Self::Entry(entry) => (entry.ordinal(), String::new()),
            Self::Place(place) => (usize::MAX, place.id()),
        }
    }
}

/// A link to another entry or to a place of the guideline.
#[derive(Debug, Clone, Copy)]
pub struct Link<'a> {
    /// The other end.
    pub target: Target<'a>,
    /// What ties them.
    pub relation: Relation,
    /// Who names whom.
    pub direction: Direction,
    /// How sure that is.
    pub tie: Tie,
    /// What to know about it.
    pub note: Option<&'a str>,
}

impl Link<'_> {
    /// Whether only the content ties them: no source was found that does.
    pub fn is_inferred(&self) -> bool {
        self.tie != Tie::Stated
    }
}

/// A link as an entry names it, whatever field it stands in.
pub(crate) struct Outgoing<'a> {
    pub(crate) to: Cow<'a, str>,
    pub(crate) relation: Relation,
    pub(crate) tie: Tie,
    pub(crate) note: Option<&'a str>,
}

/// All links an entry names.
pub(crate) fn outgoing<'a>(data: EntryData<'a>, base: &str) -> Vec<Outgoing<'a>> {
    let mut links: Vec<Outgoing<'a>> = Vec::new();
    let mut add = |ids: &'a [String], edition: Option<&str>, relation, tie| {
        links.extend(ids.iter().map(|id| {
            let to = match edition {
                Some(edition) => Cow::Owned(format!("{id}@{edition}")),
                None => Cow::Borrowed(id.as_str()),
            };
            Outgoing { to, relation, tie, note: None }
        }));
    };
    match data {
        EntryData::Clause { clause, chapter } => {
            let edition = (chapter.edition != base).then_some(chapter.edition.as_str());
            add(&clause.related, edition, Relation::Related, Tie::Stated);
            add(&clause.related_inferred, edition, Relation::Related, Tie::Medium);
        }
        EntryData::Change { change, transition } => {
            let qualified = |edition: &'a str| (edition != base).then_some(edition);
            add(&change.before, qualified(&transition.from), Relation::Before, Tie::Stated);
            add(&change.after, qualified(&transition.to), Relation::After, Tie::Stated);
        }
        _ => {}
    }
    links.extend(data.head().links.iter().map(|link| Outgoing {
        to: Cow::Borrowed(&link.to),
        relation: link.relation,
        tie: link.confidence,
        note: link.note.as_deref(),
    }));
    links
}

/// A link seen from its other end: who names it, and which of its links it is.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Backlink {
    pub(crate) from: usize,
    pub(crate) nth: usize,
}

/// For each entry and place, who points to it.
#[derive(Debug)]
pub(crate) struct Backlinks {
    entries: Vec<Vec<Backlink>>,
    places: BTreeMap<String, Vec<Backlink>>,
}

impl Backlinks {
    pub(crate) fn gather(kb: &Kb) -> Self {
        let all: Vec<Entry<'_>> = kb.entries().collect();
        let mut backlinks = Self { entries: vec![Vec::new(); all.len()], places: BTreeMap::new() };
        for entry in &all {
            for (nth, link) in outgoing(entry.data(), kb.base()).into_iter().enumerate() {
                let backlink = Backlink { from: entry.ordinal(), nth };
                match kb.ordinal(&link.to).and_then(|to| backlinks.entries.get_mut(to)) {
                    Some(list) => list.push(backlink),
                    None => backlinks.places.entry(link.to.into_owned()).or_default().push(backlink),
                }
            }
        }
        backlinks
    }

    pub(crate) fn of_entry(&self, ordinal: usize) -> &[Backlink] {
        self.entries.get(ordinal).map(Vec::as_slice).unwrap_or_default()
    }

    fn of_place(&self, id: &str) -> &[Backlink] {
        self.places.get(id).map(Vec::as_slice).unwrap_or_default()
    }
}

impl Kb {
    /// What the key of a link names: an entry, or a chapter or section of the base edition.
    pub fn target(&self, id: &str) -> Option<Target<'_>> {
        if let Some(entry) = self.get(id) {
            return Some(Target::Entry(entry));
        }
        self.place(id).map(Target::Place)
    }

    /// The chapter `C-12` or section `C-8.2` of the base edition.
    pub fn place(&self, id: &str) -> Option<Place<'_>> {
        let (letter, number) = id.split_once('-')?;
        let part = Part::ALL.into_iter().find(|part| letter == part.letter().to_string())?;
        let chapter = self.chapter(part, number.split('.').next()?.parse().ok()?)?;
        if !number.contains('.') {
            return Some(Place { chapter, number: None });
        }
        let sections = chapter.sections.iter().map(|section| &section.number);
        let numbers = sections.chain(chapter.clauses.iter().map(|clause| &clause.section));
        let number = numbers.into_iter().find(|known| *known == number)?;
        Some(Place { chapter, number: Some(number) })
    }

    /// The links of all entries that name this chapter or section itself, and not a clause of it.
    pub fn links_of_place(&self, place: Place<'_>) -> Vec<Link<'_>> {
        let mut links: Vec<Link<'_>> =
            self.backlinks().of_place(&place.id()).iter().filter_map(|link| self.incoming(*link)).collect();
        sort(&mut links);
        links
    }

    fn incoming(&self, backlink: Backlink) -> Option<Link<'_>> {
        let from = self.entry(backlink.from)?;
        let link = outgoing(from.data(), self.base()).into_iter().nth(backlink.nth)?;
        Some(Link {
            target: Target::Entry(from),
            relation: link.relation,
            direction: Direction::Incoming,
            tie: link.tie,
            note: link.note,
        })
    }

    /// Links both ways: by relation, surer ones first, then in the order of the entries.
    pub(crate) fn links_of(&self, entry: Entry<'_>) -> Vec<Link<'_>> {
        let Some(entry) = self.entry(entry.ordinal()) else { return Vec::new() };
        let mut links: Vec<Link<'_>> = outgoing(entry.data(), self.base())
            .into_iter()
            .filter_map(|link| {
                Some(Link {
                    target: self.target(&link.to)?,
                    relation: link.relation,
                    direction: Direction::Outgoing,
                    tie: link.tie,
                    note: link.note,
                })
            })
            .collect();
        for backlink in self.backlinks().of_entry(entry.ordinal()) {
            let Some(incoming) = self.incoming(*backlink) else { continue };
            let same = |link: &&mut Link<'_>| {
                link.relation == incoming.relation && link.target.id() == incoming.target.id()
            };
            match links.iter_mut().find(same) {
                Some(link) => {
                    link.direction = Direction::Both;
                    link.tie = link.tie.min(incoming.tie);
                    link.note = link.note.or(incoming.note);
                }
                None => links.push(incoming),
            }
        }
        sort(&mut links);
        links
    }
}

fn sort(links: &mut [Link<'_>]) {
    links.sort_by_cached_key(|link| {
        (link.relation, link.direction == Direction::Incoming, link.tie, link.target.rank())
    });
}
