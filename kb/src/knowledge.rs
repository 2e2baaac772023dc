//! [`Kb`]: the decoded knowledge base with its tables for lookup.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::OnceLock;

use crate::entry::{ClauseEntry, Entry};
use crate::error::KbError;
use crate::link::Backlinks;
use crate::load::{Catalogue, Position};
use crate::model::{Chapter, Content, Edition, EntryKind, Part, Transition};
use crate::shelf::{Place, Shelf, Sort};

static CATALOGUE: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/catalogue.bin"));

/// A short hash of the data files. Reports carry it, so that a result can be traced to the data it was made with.
pub const KB_VERSION: &str = env!("KB_VERSION");

/// The edition of the guideline that this knowledge base is built on.
pub const EDITION: &str = env!("KB_EDITION");

/// The knowledge base: entries, their order and the links between them.
///
/// ```
/// let kb = kb::Kb::embedded()?;
/// let entry = kb.get("C-8-5").ok_or("no such clause")?;
/// assert_eq!(entry.citation(), "システム運用編 8章⑤");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug)]
pub struct Kb {
    shelf: Shelf,
    order: Vec<Position>,
    by_id: BTreeMap<Cow<'static, str>, usize>,
    /// Keys of entries that differ from their ids: clauses of editions beside the base.
    qualified: BTreeMap<usize, Cow<'static, str>>,
    by_alias: BTreeMap<String, Vec<usize>>,
    backlinks: OnceLock<Backlinks>,
    #[cfg(feature = "search")]
    pub(crate) searcher: OnceLock<Result<crate::search::Engine, KbError>>,
}

impl Kb {
    /// The knowledge base inside this binary, decoded on first use.
    ///
    /// # Errors
    ///
    /// [`KbError::Embedded`] when the embedded bytes cannot be decoded, which means a broken build.
    pub fn embedded() -> Result<&'static Self, KbError> {
        static EMBEDDED: OnceLock<Result<Kb, KbError>> = OnceLock::new();
        EMBEDDED.get_or_init(|| Self::decode(CATALOGUE)).as_ref().map_err(Clone::clone)
    }

    fn decode(bytes: &'static [u8]) -> Result<Self, KbError> {
        let packed = Shelf::packed(bytes);
        let (shelf, places) = packed.map_err(|error| KbError::Embedded { detail: error.to_string() })?;
        Ok(Self::with(shelf, places))
    }

    /// Builds the lookup tables over a catalogue that [`crate::load()`] has checked.
    pub fn new(catalogue: Catalogue) -> Self {
        let (shelf, places) = Shelf::of(catalogue);
        Self::with(shelf, places)
    }

    fn with(shelf: Shelf, places: Vec<Place<'static>>) -> Self {
        let mut kb = Self {
            shelf,
            order: Vec::with_capacity(places.len()),
            by_id: BTreeMap::new(),
            qualified: BTreeMap::new(),
            by_alias: BTreeMap::new(),
            backlinks: OnceLock::new(),
            #[cfg(feature = "search")]
            searcher: OnceLock::new(),
        };
        for (ordinal, place) in places.into_iter().enumerate() {
            kb.order.push(place.position);
            if place.qualified {
                kb.qualified.insert(ordinal, place.key.clone());
            }
            kb.by_id.insert(place.key, ordinal);
            for alias in place.aliases {
                kb.by_alias.entry(alias).or_default().push(ordinal);
            }
        }
        kb
    }

    /// Everything, decoded.
    pub(crate) fn catalogue(&self) -> Catalogue {
        self.shelf.catalogue()
    }

    /// All entries: by kind, clauses in the order of the guideline, the rest in the order of the files.
    pub fn entries(&self) -> impl Iterator<Item = Entry<'_>> {
        (0..self.order.len()).filter_map(|ordinal| self.entry(ordinal))
    }

    /// The entries of one kind.
    pub fn entries_of(&self, kind: EntryKind) -> impl Iterator<Item = Entry<'_>> {
        let start = self.order.partition_point(|position| position.kind < kind);
        let end = self.order.partition_point(|position| position.kind <= kind);
        (start..end).filter_map(|ordinal| self.entry(ordinal))
    }

    /// The 遵守事項 of the base edition, in the order of the guideline.
    pub fn clauses(&self) -> impl Iterator<Item = ClauseEntry<'_>> {
        self.clauses_of_edition(&self.shelf.base)
    }

    /// The 遵守事項 of an edition, in the order of the guideline; none where only its changes are known.
    pub fn clauses_of_edition<'a>(&'a self, edition: &'a str) -> impl Iterator<Item = ClauseEntry<'a>> {
        self.entries_of(EntryKind::Clause)
            .filter_map(Entry::as_clause)
            .filter(move |clause| clause.chapter().edition == edition)
    }

    /// The entry with exactly this key. For what people type there is [`Kb::resolve`].
    pub fn get(&self, id: &str) -> Option<Entry<'_>> {
        self.by_id.get(id).and_then(|ordinal| self.entry(*ordinal))
    }

    /// The clause with exactly this key.
    pub fn clause(&self, id: &str) -> Option<ClauseEntry<'_>> {
        self.get(id).and_then(Entry::as_clause)
    }

    /// The entries that had this id before their number was corrected.
    pub fn formerly(&self, id: &str) -> Vec<Entry<'_>> {
        let ordinals = self.by_alias.get(id).map(Vec::as_slice).unwrap_or_default();
        ordinals.iter().filter_map(|ordinal| self.entry(*ordinal)).collect()
    }

    /// The same, whatever the case of the letters.
    pub(crate) fn formerly_any_case(&self, id: &str) -> Vec<Entry<'_>> {
        let known = self.by_alias.keys().find(|known| known.eq_ignore_ascii_case(id));
        known.map(|known| self.formerly(known)).unwrap_or_default()
    }

    /// All keys, in order of their spelling.
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        self.by_id.keys().map(AsRef::as_ref)
    }

    /// All chapters of the base edition, in order.
    pub fn chapters(&self) -> impl Iterator<Item = &Chapter> {
        self.chapters_of_edition(&self.shelf.base)
    }

    /// All chapters of an edition, in order.
    pub fn chapters_of_edition<'a>(&'a self, edition: &'a str) -> impl Iterator<Item = &'a Chapter> {
        self.shelf.sorted(Sort::Chapter).filter_map(move |content| match content {
            Content::Chapter(chapter) if chapter.edition == edition => Some(chapter),
            _ => None,
        })
    }

    /// One chapter of the base edition.
    pub fn chapter(&self, part: Part, number: u16) -> Option<&Chapter> {
        self.chapters().find(|chapter| chapter.part == part && chapter.chapter == number)
    }

    /// The editions the data know of, in order of time.
    pub fn editions(&self) -> impl Iterator<Item = &Edition> {
        self.shelf.sorted(Sort::Editions).flat_map(|content| match content {
            Content::Editions(list) => list.editions.as_slice(),
            _ => &[],
        })
    }

    /// The files that say what became of the items of one edition in the next.
    pub fn transitions(&self) -> impl Iterator<Item = &Transition> {
        self.shelf.sorted(Sort::Transition).filter_map(|content| match content {
            Content::Transition(transition) => Some(transition),
            _ => None,
        })
    }

    /// The edition that links start from; [`EDITION`] in the embedded knowledge base.
    pub fn base(&self) -> &str {
        &self.shelf.base
    }

    /// The data file an entry stands in, relative to the data folder.
    pub(crate) fn path(&self, ordinal: usize) -> Option<&str> {
        let position = self.order.get(ordinal)?;
        self.shelf.path(position.file)
    }

    pub(crate) fn ordinal(&self, id: &str) -> Option<usize> {
        self.by_id.get(id).copied()
    }

    /// The key of the entry at a place in the order, where it is not its id.
    pub(crate) fn qualified(&self, ordinal: usize) -> Option<&str> {
        self.qualified.get(&ordinal).map(AsRef::as_ref)
    }

    /// The entry at a place in the order.
    pub(crate) fn entry(&self, ordinal: usize) -> Option<Entry<'_>> {
        let data = self.shelf.at(*self.order.get(ordinal)?)?;
        Some(Entry::new(self, ordinal, data))
    }

    /// Who points where, gathered on first use.
    pub(crate) fn backlinks(&self) -> &Backlinks {
        self.backlinks.get_or_init(|| Backlinks::gather(self))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::resolve::Match;

    /// What happens when a source shows that item ⑤ is really item ⑨: the clause gets the new id, the old one is an alias.
    fn renumbered() -> Kb {
        let mut catalogue = Kb::embedded().unwrap().catalogue();
        let chapters = catalogue.files.iter_mut().filter_map(|file| match &mut file.content {
            Content::Chapter(chapter) => Some(chapter),
            _ => None,
        });
        let clause =
            chapters.flat_map(|chapter| &mut chapter.clauses).find(|clause| clause.id == "C-8-5").unwrap();
        "C-8-9".clone_into(&mut clause.id);
        clause.item = 9;
        "⑨".clone_into(&mut clause.official_number);
        clause.aliases.push("C-8-5".to_owned());
        Kb::new(catalogue)
    }

    #[test]
    fn an_old_id_still_leads_to_its_clause() {
        let kb = renumbered();
        assert!(kb.get("C-8-5").is_none());
        assert_eq!(kb.formerly("C-8-5").first().map(|entry| entry.id()), Some("C-8-9"));
        for query in ["C-8-5", "運用8⑤", "c8.5"] {
            let matches = kb.resolve(query).unwrap();
            assert!(
                matches!(&matches[0], Match::Entry { entry, by_alias: true } if entry.id() == "C-8-9"),
                "{query}"
            );
        }
        assert!(matches!(&kb.resolve("C-8-9").unwrap()[..], [Match::Entry { by_alias: false, .. }]));
    }
}
