//! [`Kb`]: the decoded knowledge base with its tables for lookup.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use crate::entry::{Entry, EntryData};
use crate::error::KbError;
use crate::load::Catalogue;
use crate::model::{Chapter, Clause, EntryKind, Part};

static CATALOGUE: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/catalogue.bin"));

/// A short hash of the data files. Reports carry it, so that a result can be traced to the data it was made with.
pub const KB_VERSION: &str = env!("KB_VERSION");

/// The edition of the guideline in this knowledge base.
pub const EDITION: &str = "6.0";

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
    pub(crate) catalogue: Catalogue,
    order: Vec<Position>,
    by_id: BTreeMap<String, usize>,
    by_alias: BTreeMap<String, Vec<usize>>,
    /// For each entry, who points to it: ordinal and whether the link is only inferred.
    incoming: Vec<Vec<(usize, bool)>>,
    #[cfg(feature = "search")]
    pub(crate) searcher: OnceLock<Result<crate::search::Engine, KbError>>,
}

#[derive(Debug, Clone, Copy)]
struct Position {
    chapter: usize,
    clause: usize,
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

    fn decode(bytes: &[u8]) -> Result<Self, KbError> {
        let catalogue =
            postcard::from_bytes(bytes).map_err(|error| KbError::Embedded { detail: error.to_string() })?;
        Ok(Self::new(catalogue))
    }

    /// Builds the lookup tables over a catalogue that [`crate::load`] has checked.
    pub(crate) fn new(catalogue: Catalogue) -> Self {
        let order: Vec<Position> = catalogue
            .chapters
            .iter()
            .enumerate()
            .flat_map(|(chapter, content)| {
                (0..content.clauses.len()).map(move |clause| Position { chapter, clause })
            })
            .collect();
        let clauses: Vec<&Clause> = catalogue.chapters.iter().flat_map(|chapter| &chapter.clauses).collect();
        let by_id: BTreeMap<String, usize> =
            clauses.iter().enumerate().map(|(ordinal, clause)| (clause.id.clone(), ordinal)).collect();
        let mut by_alias: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (ordinal, clause) in clauses.iter().enumerate() {
            for alias in &clause.aliases {
                by_alias.entry(alias.clone()).or_default().push(ordinal);
            }
        }
        let incoming = incoming_links(&clauses, &by_id);
        Self {
            order,
            by_id,
            by_alias,
            incoming,
            catalogue,
            #[cfg(feature = "search")]
            searcher: OnceLock::new(),
        }
    }

    /// All entries, in the order of the guideline.
    pub fn entries(&self) -> impl Iterator<Item = Entry<'_>> {
        (0..self.order.len()).filter_map(|ordinal| self.entry(ordinal))
    }

    /// The entries of one kind.
    pub fn entries_of(&self, kind: EntryKind) -> impl Iterator<Item = Entry<'_>> {
        self.entries().filter(move |entry| entry.kind() == kind)
    }

    /// The entry with exactly this id. For what people type there is [`Kb::resolve`].
    pub fn get(&self, id: &str) -> Option<Entry<'_>> {
        self.by_id.get(id).and_then(|ordinal| self.entry(*ordinal))
    }

    /// The entries that had this id before their number was corrected.
    pub fn formerly(&self, id: &str) -> Vec<Entry<'_>> {
        let ordinals = self.by_alias.get(id).map(Vec::as_slice).unwrap_or_default();
        ordinals.iter().filter_map(|ordinal| self.entry(*ordinal)).collect()
    }

    /// All ids, in order of their spelling.
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        self.by_id.keys().map(String::as_str)
    }

    /// All chapters, in the order of the guideline.
    pub fn chapters(&self) -> &[Chapter] {
        &self.catalogue.chapters
    }

    /// One chapter.
    pub fn chapter(&self, part: Part, number: u16) -> Option<&Chapter> {
        self.chapters().iter().find(|chapter| chapter.part == part && chapter.chapter == number)
    }

    /// The entry at a place in the order of the guideline.
    pub(crate) fn entry(&self, ordinal: usize) -> Option<Entry<'_>> {
        let position = self.order.get(ordinal)?;
        let chapter = self.catalogue.chapters.get(position.chapter)?;
        let clause = chapter.clauses.get(position.clause)?;
        Some(Entry::new(self, ordinal, EntryData::Clause { clause, chapter }))
    }

    pub(crate) fn incoming(&self, ordinal: usize) -> &[(usize, bool)] {
        self.incoming.get(ordinal).map(Vec::as_slice).unwrap_or_default()
    }
}

fn incoming_links(clauses: &[&Clause], by_id: &BTreeMap<String, usize>) -> Vec<Vec<(usize, bool)>> {
    let mut incoming = vec![Vec::new(); clauses.len()];
    for (from, clause) in clauses.iter().enumerate() {
        let stated = clause.related.iter().map(|id| (id, false));
        let inferred = clause.related_inferred.iter().map(|id| (id, true));
        for (id, is_inferred) in stated.chain(inferred) {
            if let Some(links) = by_id.get(id).and_then(|to| incoming.get_mut(*to)) {
                links.push((from, is_inferred));
            }
        }
    }
    incoming
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::resolve::Match;

    /// What happens when a source shows that item ⑤ is really item ⑨: the clause gets the new id, the old one is an alias.
    fn renumbered() -> Kb {
        let mut catalogue = Kb::embedded().unwrap().catalogue.clone();
        let clauses = catalogue.chapters.iter_mut().flat_map(|chapter| &mut chapter.clauses);
        let clause = clauses.into_iter().find(|clause| clause.id == "C-8-5").unwrap();
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
        assert_eq!(kb.formerly("C-8-5").first().map(Entry::id), Some("C-8-9"));
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
