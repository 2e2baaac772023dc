//! The files of the knowledge base, each decoded when it is first asked for.
//!
//! Most commands look at a few clauses: the many measures, comments and points stay packed. What has to be known of every
//! entry, its place and its keys, is packed beside the files.

use std::borrow::Cow;
use std::sync::OnceLock;

use serde::{Deserialize, Serialize};

use crate::load::{Catalogue, Position};
use crate::model::{Content, DataFile, EntryData};

/// The form that the build script writes.
#[derive(Debug, Serialize, Deserialize)]
struct Packed<'a> {
    base: &'a str,
    #[serde(borrow)]
    files: Vec<(&'a str, Sort, &'a [u8])>,
    #[serde(borrow)]
    places: Vec<Place<'a>>,
}

/// What files are asked for that are not found by an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Sort {
    Chapter,
    Editions,
    Transition,
    Other,
}

/// Where an entry stands and what it goes by.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Place<'a> {
    pub(crate) position: Position,
    #[serde(borrow)]
    pub(crate) key: Cow<'a, str>,
    /// Whether the key is more than the id.
    pub(crate) qualified: bool,
    /// What it was called before.
    pub(crate) aliases: Vec<String>,
}

/// The form for `include_bytes!`.
///
/// # Errors
/// Never for what the loader has read.
pub(crate) fn pack(catalogue: &Catalogue) -> postcard::Result<Vec<u8>> {
    let contents: Vec<Vec<u8>> =
        catalogue.files.iter().map(|file| postcard::to_stdvec(&file.content)).collect::<Result<_, _>>()?;
    let files = catalogue.files.iter().zip(&contents);
    postcard::to_stdvec(&Packed {
        base: &catalogue.base,
        files: files
            .map(|(file, bytes)| (file.path.as_str(), sort(&file.content), bytes.as_slice()))
            .collect(),
        places: places(catalogue),
    })
}

fn places(catalogue: &Catalogue) -> Vec<Place<'_>> {
    let order = catalogue.order().into_iter();
    let placed = order.filter_map(|position| Some((position, catalogue.at(position)?)));
    let place = |(position, data): (Position, EntryData<'_>)| {
        let key = data.key(&catalogue.base).into_owned();
        let head = data.head();
        Place { position, qualified: key != head.id, key: Cow::Owned(key), aliases: head.aliases.to_vec() }
    };
    placed.map(place).collect()
}

fn sort(content: &Content) -> Sort {
    match content {
        Content::Chapter(_) => Sort::Chapter,
        Content::Editions(_) => Sort::Editions,
        Content::Transition(_) => Sort::Transition,
        _ => Sort::Other,
    }
}

/// All files.
#[derive(Debug)]
pub(crate) struct Shelf {
    pub(crate) base: Cow<'static, str>,
    files: Vec<Shelved>,
}

#[derive(Debug)]
struct Shelved {
    path: Cow<'static, str>,
    sort: Sort,
    packed: &'static [u8],
    /// `None` for bytes that cannot be decoded, which a test rules out.
    content: OnceLock<Option<Content>>,
}

impl Shelf {
    /// Files that [`pack`] packed, with the places of their entries in order.
    pub(crate) fn packed(bytes: &'static [u8]) -> postcard::Result<(Self, Vec<Place<'static>>)> {
        let packed: Packed<'static> = postcard::from_bytes(bytes)?;
        let file = |(path, sort, packed): (&'static str, Sort, &'static [u8])| Shelved {
            path: Cow::Borrowed(path),
            sort,
            packed,
            content: OnceLock::new(),
        };
        let files = packed.files.into_iter().map(file).collect();
        Ok((Self { base: Cow::Borrowed(packed.base), files }, packed.places))
    }

    /// Files that are loaded, with the places of their entries in order.
    pub(crate) fn of(catalogue: Catalogue) -> (Self, Vec<Place<'static>>) {
        let own = |place: Place<'_>| Place { key: Cow::Owned(place.key.into_owned()), ..place };
        let places = places(&catalogue).into_iter().map(own).collect();
        let file = |file: DataFile| Shelved {
            path: Cow::Owned(file.path),
            sort: sort(&file.content),
            packed: &[],
            content: OnceLock::from(Some(file.content)),
        };
        let files = catalogue.files.into_iter().map(file).collect();
        (Self { base: Cow::Owned(catalogue.base), files }, places)
    }

    /// The entry at a place.
    pub(crate) fn at(&self, position: Position) -> Option<EntryData<'_>> {
        self.files.get(position.file)?.content()?.entry(position.kind, position.index)
    }

    /// The files of one sort.
    pub(crate) fn sorted(&self, sort: Sort) -> impl Iterator<Item = &Content> {
        self.files.iter().filter(move |file| file.sort == sort).filter_map(Shelved::content)
    }

    /// The path of a file.
    pub(crate) fn path(&self, file: usize) -> Option<&str> {
        self.files.get(file).map(|file| file.path.as_ref())
    }

    /// Everything, decoded.
    pub(crate) fn catalogue(&self) -> Catalogue {
        let file = |file: &Shelved| {
            Some(DataFile { path: file.path.clone().into_owned(), content: file.content()?.clone() })
        };
        Catalogue {
            base: self.base.clone().into_owned(),
            files: self.files.iter().filter_map(file).collect(),
        }
    }
}

impl Shelved {
    fn content(&self) -> Option<&Content> {
        self.content.get_or_init(|| postcard::from_bytes(self.packed).ok()).as_ref()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Kb;

    #[test]
    fn what_was_packed_comes_out() {
        let catalogue = Kb::embedded().unwrap().catalogue();
        let bytes = pack(&catalogue).unwrap().leak();
        let (shelf, places) = Shelf::packed(bytes).unwrap();
        assert_eq!(shelf.catalogue(), catalogue);
        assert_eq!(places.len(), catalogue.order().len());
        assert!(shelf.files.len() > 100);
        assert!(shelf.files.iter().all(|file| file.content().is_some()));
    }
}
