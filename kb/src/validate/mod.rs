//! What must hold in the data beyond its shape: ids, links, applicability, verification.

mod chapter;
mod records;

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use crate::load::{LoadError, LoadErrorKind as Kind, SourceFile, Step, error_at};
use crate::model::{Chapter, Content, DataFile, EditionStatus, EntryData, EntryKind, Part, Verification};

/// All mistakes in `files`. Links are looked at only if `complete`, so that one unreadable file does not
/// make every link to it a mistake.
pub(crate) fn check(files: &[(SourceFile<'_>, DataFile)], base: &str, complete: bool) -> Vec<LoadError> {
    let mut errors = Vec::new();
    check_chapters_are_unique(files, &mut errors);
    check_editions(files, &mut errors);
    let ids = Ids::gather(files, base, &mut errors);
    let targets = complete.then_some(&ids);
    for (file, data) in files {
        match &data.content {
            Content::Chapter(chapter) => chapter::check(file, chapter, targets, &mut errors),
            content => records::check(file, content, targets, &mut errors),
        }
    }
    errors
}

/// Everything a link can point to.
pub(super) struct Ids<'a> {
    base: &'a str,
    entries: BTreeMap<Cow<'a, str>, EntryData<'a>>,
    /// Chapters and sections of the base.
    places: BTreeSet<String>,
    editions: BTreeSet<&'a str>,
}

impl<'a> Ids<'a> {
    /// Collects them and reports what is used twice.
    fn gather(files: &'a [(SourceFile<'_>, DataFile)], base: &'a str, errors: &mut Vec<LoadError>) -> Self {
        let mut ids =
            Self { base, entries: BTreeMap::new(), places: BTreeSet::new(), editions: BTreeSet::new() };
        let mut first: BTreeMap<Cow<'_, str>, &str> = BTreeMap::new();
        for (file, data) in files {
            if let Content::Chapter(chapter) = &data.content
                && chapter.edition == base
            {
                ids.places.extend(places(chapter));
            }
            if let Content::Editions(file) = &data.content {
                ids.editions.extend(file.editions.iter().map(|edition| edition.id.as_str()));
            }
            for placed in data.content.entries() {
                let key = placed.data.key(base);
                if let Some(first) = first.insert(key.clone(), file.path) {
                    let place = [Step::Key(placed.array), Step::At(placed.index), Step::Key("id")];
                    let kind = Kind::DuplicateId { id: key.into_owned(), first: first.to_owned() };
                    errors.push(error_at(file, &place, kind));
                } else {
                    ids.entries.insert(key, placed.data);
                }
            }
        }
        ids
    }

    /// The entry with this key.
    pub(super) fn get(&self, key: &str) -> Option<EntryData<'a>> {
        self.entries.get(key).copied()
    }

    /// The kind of what `id` names: an entry, or a place (`None`). `Err` when it names nothing.
    pub(super) fn kind(&self, id: &str) -> Result<Option<EntryKind>, ()> {
        match self.entries.get(id) {
            Some(data) => Ok(Some(data.kind())),
            None if self.places.contains(id) => Ok(None),
            None => Err(()),
        }
    }

    /// Whether this edition has a clause with this id.
    pub(super) fn has_clause(&self, edition: &str, id: &str) -> bool {
        let key =
            if edition == self.base { Cow::Borrowed(id) } else { Cow::Owned(format!("{id}@{edition}")) };
        self.entries.get(key.as_ref()).is_some_and(|data| data.kind() == EntryKind::Clause)
    }

    /// Whether clauses of this edition are in the data.
    pub(super) fn holds(&self, edition: &str) -> bool {
        edition == self.base
    }
}

/// `C-8`, `C-8.5` …: what a link to more than one clause may name.
pub(crate) fn places(chapter: &Chapter) -> Vec<String> {
    let letter = chapter.part.letter();
    let sections = chapter.sections.iter().map(|section| &section.number);
    let numbered = sections.chain(chapter.clauses.iter().map(|clause| &clause.section));
    let mut places = vec![format!("{letter}-{}", chapter.chapter)];
    places.extend(numbered.map(|number| format!("{letter}-{number}")));
    places
}

fn check_chapters_are_unique(files: &[(SourceFile<'_>, DataFile)], errors: &mut Vec<LoadError>) {
    let mut chapters: BTreeMap<(&str, Part, u16), &str> = BTreeMap::new();
    for (file, data) in files {
        let Content::Chapter(chapter) = &data.content else { continue };
        let number = (chapter.edition.as_str(), chapter.part, chapter.chapter);
        if let Some(first) = chapters.insert(number, file.path) {
            let name = format!("{}-{}", chapter.part.letter(), chapter.chapter);
            let kind = Kind::DuplicateChapter { chapter: name, first: first.to_owned() };
            errors.push(error_at(file, &[Step::Key("chapter")], kind));
        }
    }
}

/// Editions that are named are listed, and one of them is the base.
fn check_editions(files: &[(SourceFile<'_>, DataFile)], errors: &mut Vec<LoadError>) {
    let lists: Vec<_> = files
        .iter()
        .filter_map(|(file, data)| match &data.content {
            Content::Editions(list) => Some((file, list)),
            _ => None,
        })
        .collect();
    let Some((list_file, _)) = lists.first() else { return };
    let editions: Vec<_> = lists.iter().flat_map(|(_, list)| &list.editions).collect();
    let bases: Vec<_> = editions.iter().filter(|edition| edition.status == EditionStatus::Base).collect();
    if bases.len() != 1 {
        let edition = bases.iter().map(|edition| edition.id.as_str()).collect::<Vec<_>>().join(", ");
        errors.push(error_at(list_file, &[Step::Key("edition")], Kind::UnknownEdition { edition }));
    }
    let is_listed = |id: &str| editions.iter().any(|edition| edition.id == id);
    for (file, data) in files {
        let named: Vec<(&'static str, &str)> = match &data.content {
            Content::Chapter(chapter) => vec![("edition", &chapter.edition)],
            Content::Transition(transition) => vec![("from", &transition.from), ("to", &transition.to)],
            _ => Vec::new(),
        };
        for (field, edition) in named.into_iter().filter(|(_, edition)| !is_listed(edition)) {
            let kind = Kind::UnknownEdition { edition: edition.to_owned() };
            errors.push(error_at(file, &[Step::Key(field)], kind));
        }
    }
}

/// What was read needs a place where it was seen; what was not read has none.
pub(super) fn check_verification(
    file: &SourceFile<'_>,
    verification: &Verification,
    place: &[Step],
    errors: &mut Vec<LoadError>,
) {
    let needs = verification.content.was_read();
    if needs != verification.seen_in.is_some() {
        let problem = if needs { "needs" } else { "excludes" };
        errors.push(error_at(
            file,
            place,
            Kind::Verification { content: verification.content.as_str().to_owned(), problem },
        ));
    }
}
