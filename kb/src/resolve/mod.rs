//! Finding an entry by whatever people write for its number: `C-8-5`, 「運用8⑤」, 「企画管理編7.⑥」, `c8.5@6.0`.
//!
//! [`reference`] reads the spelling, this module looks up what it can mean. When a spelling can mean two things
//! (`C8.5` is item ⑤ of chapter 8 and also section 8.5), both are listed, the likelier first.

mod reference;

use crate::entry::{ClauseEntry, Entry};
use crate::error::KbError;
use crate::fold::normalise;
use crate::knowledge::Kb;
use crate::model::{Chapter, EntryData, EntryKind, Part, Section};
use crate::number::{circled_value, clause_id};
use reference::{Joint, Reference};

/// One meaning of what was typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Match<'a> {
    /// An entry.
    Entry {
        /// The entry.
        entry: Entry<'a>,
        /// Whether it was found by an id it no longer has.
        by_alias: bool,
    },
    /// A heading, with the clauses that stand under it.
    Section {
        /// Its chapter.
        chapter: &'a Chapter,
        /// The heading.
        section: &'a Section,
        /// Its 遵守事項; empty where they belong to the chapter as a whole.
        clauses: Vec<ClauseEntry<'a>>,
    },
    /// A chapter with all its clauses.
    Chapter {
        /// The chapter.
        chapter: &'a Chapter,
        /// Its 遵守事項.
        clauses: Vec<ClauseEntry<'a>>,
    },
}

impl Match<'_> {
    /// A short name: the id of an entry, `C-8` for a chapter, `C-8.5` for a section.
    pub fn name(&self) -> String {
        match self {
            Self::Entry { entry, .. } => entry.id().to_owned(),
            Self::Section { chapter, section, .. } => format!("{}-{}", chapter.part.letter(), section.number),
            Self::Chapter { chapter, .. } => format!("{}-{}", chapter.part.letter(), chapter.chapter),
        }
    }
}

/// How many ids an error suggests.
const SUGGESTIONS: usize = 3;
/// How many letters a suggestion may differ from what was typed.
const FAR: usize = 3;
/// How much longer or shorter a suggestion of the same sort may be.
const FAR_IN_SORT: usize = 9;

impl Kb {
    /// Everything that `query` can mean, the likeliest first; never an empty list.
    ///
    /// Without the name of a part all three parts are tried. Width, case, spaces and the kind of hyphen do not matter.
    ///
    /// # Errors
    ///
    /// [`KbError::EmptyId`], [`KbError::UnknownEdition`], or [`KbError::UnknownId`] with the ids that look like it.
    pub fn resolve(&self, query: &str) -> Result<Vec<Match<'_>>, KbError> {
        let (id, edition) = reference::split_edition(query);
        if id.is_empty() {
            return Err(KbError::EmptyId);
        }
        let base = self.base().to_owned();
        let edition = edition.unwrap_or(base);
        if edition != self.base() {
            return self.resolve_in(&id, &edition);
        }
        if let Some(found) = self.by_key(&id) {
            return Ok(vec![found]);
        }
        let read = Reference::read(&id);
        let mut matches = read.as_ref().map(|reference| self.meanings(reference)).unwrap_or_default();
        if matches.is_empty() {
            matches = self.by_label(&id, None);
        }
        if matches.is_empty() {
            return Err(KbError::UnknownId {
                query: query.trim().to_owned(),
                nearest: self.nearest(&id, read.as_ref()),
            });
        }
        Ok(matches)
    }

    /// The entries that `query` names by their numbers, or by that of their chapter; none where it names none, and no time spent on what looks like it.
    #[cfg(feature = "search")]
    pub(crate) fn numbered(&self, query: &str) -> Vec<Entry<'_>> {
        let (id, edition) = reference::split_edition(query);
        let matches = match edition.filter(|edition| edition != self.base()) {
            Some(edition) => self.resolve_in(&id, &edition).unwrap_or_default(),
            None => match self.by_key(&id) {
                Some(found) => vec![found],
                None => Reference::read(&id).map(|reference| self.meanings(&reference)).unwrap_or_default(),
            },
        };
        let has_part = Reference::read(&id)
            .is_some_and(|reference| reference.part.is_some() && !reference.numbers.is_empty());
        let entries = |found| match found {
            Match::Entry { entry, .. } => vec![entry],
            // A bare number may be anything; with the name of the part it is a place.
            Match::Section { clauses, .. } | Match::Chapter { clauses, .. } if has_part => {
                clauses.iter().map(|clause| clause.entry()).collect()
            }
            Match::Section { .. } | Match::Chapter { .. } => Vec::new(),
        };
        matches.into_iter().flat_map(entries).collect()
    }

    /// A key as it is, upper and lower case alike; keys of clauses are read by [`Reference`].
    fn by_key(&self, id: &str) -> Option<Match<'_>> {
        let is_record = |entry: &Entry<'_>| entry.as_clause().is_none();
        let now = self.ids().find(|known| known.eq_ignore_ascii_case(id)).and_then(|known| self.get(known));
        if let Some(entry) = now {
            return is_record(&entry).then_some(Match::Entry { entry, by_alias: false });
        }
        let entry = self.formerly_any_case(id).into_iter().find(is_record)?;
        Some(Match::Entry { entry, by_alias: true })
    }

    /// The changes that start from or lead to this label of an edition that is not held: `6.5 C.13` of 5.2.
    fn by_label(&self, label: &str, edition: Option<&str>) -> Vec<Match<'_>> {
        let folded = |text: &str| normalise(text).split_whitespace().collect::<String>();
        let wanted = folded(label);
        let is_meant = |entry: &Entry<'_>| {
            let EntryData::Change { change, transition } = entry.data() else { return false };
            let sides = [(&transition.from, &change.before), (&transition.to, &change.after)];
            sides.into_iter().any(|(of, items)| {
                edition.is_none_or(|edition| edition == of) && items.iter().any(|item| folded(item) == wanted)
            })
        };
        let changes = self.entries_of(EntryKind::Change).filter(is_meant);
        changes.map(|entry| Match::Entry { entry, by_alias: false }).collect()
    }

    /// A clause of an edition beside the base, or the reason why there is none.
    fn resolve_in(&self, id: &str, edition: &str) -> Result<Vec<Match<'_>>, KbError> {
        let known = || self.editions().map(|edition| edition.id.as_str()).collect::<Vec<_>>().join(", ");
        if !self.editions().any(|known| known.id == edition) {
            return Err(KbError::UnknownEdition { edition: edition.to_owned(), known: known() });
        }
        if self.chapters_of_edition(edition).next().is_none() {
            let changes = self.by_label(id, Some(edition));
            if !changes.is_empty() {
                return Ok(changes);
            }
            return Err(KbError::EditionNotHeld {
                edition: edition.to_owned(),
                base: self.base().to_owned(),
            });
        }
        let read = Reference::read(id);
        let keys = read.iter().flat_map(|read| Part::ALL.map(|part| read.canonical(part)));
        let found: Vec<Match<'_>> = keys
            .filter_map(|key| self.get(&format!("{key}@{edition}")))
            .map(|entry| Match::Entry { entry, by_alias: false })
            .collect();
        if found.is_empty() {
            return Err(KbError::UnknownId { query: format!("{id}@{edition}"), nearest: Vec::new() });
        }
        Ok(found)
    }

    fn meanings(&self, reference: &Reference) -> Vec<Match<'_>> {
        let mut matches = Vec::new();
        for part in Part::ALL {
            if reference.part.is_none_or(|wanted| wanted == part) {
                self.meanings_in(part, reference, &mut matches);
            }
        }
        matches
    }

    fn meanings_in<'a>(&'a self, part: Part, reference: &Reference, matches: &mut Vec<Match<'a>>) {
        if let Some(item) = reference.circled {
            self.official(part, &reference.section(), item, &reference.group, matches);
        } else if reference.numbers.is_empty() {
            let chapters = self.chapters().filter(|chapter| chapter.part == part);
            matches.extend(chapters.map(|chapter| self.chapter_match(chapter)));
        } else if !reference.group.is_empty() {
            self.whole_group(part, reference, matches);
        } else if let [number] = reference.numbers.as_slice() {
            matches.extend(self.chapter(part, *number).map(|chapter| self.chapter_match(chapter)));
        } else {
            self.item_or_section(part, reference, matches);
        }
    }

    /// `8⑤`, `1.2.1管理責任②`: by the number as printed, which may stand in several groups.
    fn official<'a>(
        &'a self,
        part: Part,
        section: &str,
        item: u16,
        group: &str,
        matches: &mut Vec<Match<'a>>,
    ) {
        let entries = self.clauses_of(part, section).into_iter().filter(|entry| {
            let clause = entry.clause();
            clause.official_number.chars().next().and_then(circled_value) == Some(item)
                && is_group(clause.group.as_deref(), group)
        });
        matches.extend(entries.map(|clause| Match::Entry { entry: clause.entry(), by_alias: false }));
        if group.is_empty() {
            self.former(&clause_id(part, section, item), matches);
        }
    }

    fn whole_group<'a>(&'a self, part: Part, reference: &Reference, matches: &mut Vec<Match<'a>>) {
        let entries = self.clauses_of(part, &reference.section());
        let in_group =
            entries.into_iter().filter(|entry| is_group(entry.clause().group.as_deref(), &reference.group));
        matches.extend(in_group.map(|clause| Match::Entry { entry: clause.entry(), by_alias: false }));
    }

    /// `C-8-5` is an item; `C8.5` an item and a section; `G1.2.1` a section first.
    fn item_or_section<'a>(&'a self, part: Part, reference: &Reference, matches: &mut Vec<Match<'a>>) {
        let mut items = Vec::new();
        if let Some((section, item)) = reference.section_and_item() {
            let id = clause_id(part, &section, item);
            items.extend(self.get(&id).map(|entry| Match::Entry { entry, by_alias: false }));
            self.former(&id, &mut items);
        }
        let section = self.section_match(part, &reference.section());
        match reference.last_joint() {
            Joint::Dash if !items.is_empty() => matches.extend(items),
            Joint::Dash => matches.extend(section),
            Joint::Dot if reference.says_section => matches.extend(section),
            Joint::Dot if part == Part::Governance => matches.extend(section.into_iter().chain(items)),
            Joint::Dot => matches.extend(items.into_iter().chain(section)),
        }
    }

    fn former<'a>(&'a self, id: &str, matches: &mut Vec<Match<'a>>) {
        matches.extend(self.formerly(id).into_iter().map(|entry| Match::Entry { entry, by_alias: true }));
    }

    fn clauses_of(&self, part: Part, section: &str) -> Vec<ClauseEntry<'_>> {
        self.clauses()
            .filter(|entry| entry.chapter().part == part && entry.clause().section == section)
            .collect()
    }

    fn chapter_match<'a>(&'a self, chapter: &'a Chapter) -> Match<'a> {
        let inside = |entry: &ClauseEntry<'_>| {
            entry.chapter().part == chapter.part && entry.chapter().chapter == chapter.chapter
        };
        Match::Chapter { chapter, clauses: self.clauses().filter(inside).collect() }
    }

    fn section_match<'a>(&'a self, part: Part, number: &str) -> Option<Match<'a>> {
        let mut chapters = self.chapters().filter(|chapter| chapter.part == part);
        let (chapter, section) = chapters.find_map(|chapter| Some((chapter, chapter.section(number)?)))?;
        Some(Match::Section { chapter, section, clauses: self.clauses_of(part, number) })
    }

    /// The ids closest to what was typed.
    fn nearest(&self, id: &str, read: Option<&Reference>) -> Vec<String> {
        let mut ranked: Vec<(usize, usize, &str)> = match read {
            Some(reference) => self.nearest_clauses(reference),
            None => self.nearest_records(&id.to_uppercase()),
        };
        ranked.sort_unstable();
        ranked.into_iter().take(SUGGESTIONS).map(|(_, _, known)| known.to_owned()).collect()
    }

    /// The clauses by how far their numbers are from what was typed, those of the same section first.
    fn nearest_clauses(&self, reference: &Reference) -> Vec<(usize, usize, &str)> {
        let parts = reference.part.map_or_else(|| Part::ALL.to_vec(), |part| vec![part]);
        let typed: Vec<String> = parts.iter().map(|part| reference.canonical(*part)).collect();
        let rank = |known| {
            let distance = typed.iter().map(|typed| strsim::damerau_levenshtein(typed, known)).min()?;
            let elsewhere = typed.iter().all(|typed| section_of(typed) != section_of(known));
            Some((0, distance * 2 + usize::from(elsewhere), known))
        };
        self.ids().filter(|known| self.clause(known).is_some()).filter_map(rank).collect()
    }

    /// The keys that go on where `typed` ends (JAHIS), those of the same sort (CL-1), those that differ by a few letters.
    fn nearest_records(&self, typed: &str) -> Vec<(usize, usize, &str)> {
        let rank = |known: &str| {
            let upper = known.to_uppercase();
            // Each letter too many or too few is a mistake: what differs more in length cannot be near.
            let longer = typed.chars().count().abs_diff(upper.chars().count());
            let same_sort = typed.contains('-') && sort_of(&upper) == sort_of(typed);
            let distance = || strsim::damerau_levenshtein(typed, &upper);
            match longer {
                _ if upper.starts_with(typed) => Some((0, distance())),
                // Of the same sort the one that agrees longest.
                ..=FAR_IN_SORT if same_sort => {
                    let agreeing = typed.chars().zip(upper.chars()).take_while(|(a, b)| a == b).count();
                    Some((usize::MAX - agreeing, distance()))
                }
                ..=FAR => Some((usize::MAX, distance())).filter(|(_, distance)| *distance <= FAR),
                _ => None,
            }
        };
        self.ids().filter_map(|known| rank(known).map(|(apart, distance)| (apart, distance, known))).collect()
    }
}

/// What stands before the first hyphen of a key.
fn sort_of(id: &str) -> &str {
    id.split_once('-').map_or(id, |(sort, _)| sort)
}

fn section_of(id: &str) -> &str {
    id.rsplit_once('-').map_or(id, |(section, _)| section)
}

/// Whether `typed` names the group: its characters occur in the name, in this order (見直し改善 does in
/// 定期的な見直し、必要に応じて改善を行う責任).
fn is_group(group: Option<&str>, typed: &str) -> bool {
    let mut name = group.unwrap_or_default().chars();
    typed.chars().all(|wanted| name.any(|c| c == wanted))
}
