//! Data files → chapters, with every mistake placed in its file.
//!
//! Takes paths and texts, touches no disk. The build script runs it over `data/`, tests run it over broken files, and
//! `kb verify --data` runs it over a folder of the user.

use std::ops::Range;

use serde::{Deserialize, Serialize};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::model::{Content, DataFile, EditionStatus, EntryData, EntryKind, Part, Placed};
use crate::validate;

/// One file to load. The path is used in messages, and its folder must agree with the part.
#[derive(Debug, Clone, Copy)]
pub struct SourceFile<'a> {
    /// Path relative to the data folder, with `/`.
    pub path: &'a str,
    /// The whole text.
    pub text: &'a str,
}

/// Everything the data files say.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Catalogue {
    /// The edition of the guideline that links start from.
    pub base: String,
    /// Chapters of the base first, by part and number; then the other files by path.
    pub files: Vec<DataFile>,
}

/// Where an entry stands in a [`Catalogue`]. The order is that of all listings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub(crate) struct Position {
    pub(crate) kind: EntryKind,
    pub(crate) file: usize,
    pub(crate) index: usize,
}

impl Catalogue {
    /// The places of all entries, by kind and then in the order of the files.
    pub(crate) fn order(&self) -> Vec<Position> {
        let mut order: Vec<Position> = Vec::new();
        for (file, content) in self.files.iter().enumerate() {
            let place =
                |placed: &Placed<'_>| Position { kind: placed.data.kind(), file, index: placed.index };
            order.extend(content.content.entries().iter().map(place));
        }
        order.sort_unstable();
        order
    }

    /// The entry at a place.
    pub(crate) fn at(&self, position: Position) -> Option<EntryData<'_>> {
        self.files.get(position.file)?.content.entry(position.kind, position.index)
    }
}

/// A mistake in a data file.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{kind}")]
pub struct LoadError {
    /// The file.
    pub path: String,
    /// Byte range in the file.
    pub span: Range<usize>,
    /// What is wrong.
    pub kind: LoadErrorKind,
}

/// What can be wrong in a data file.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum LoadErrorKind {
    /// Not TOML, a field is missing, unknown or of the wrong type.
    #[error("{detail}")]
    Syntax {
        /// The parser's words.
        detail: String,
    },
    /// No file of the knowledge base lies there.
    #[error("folder `{folder}` is not one of the knowledge base")]
    UnknownFolder {
        /// The folder.
        folder: String,
    },
    /// The edition is not listed in `editions.toml`, or more or fewer than one is the base.
    #[error("edition `{edition}` is not listed, or there is not exactly one base")]
    UnknownEdition {
        /// As written.
        edition: String,
    },
    /// The folder says one part, the file another.
    #[error("part `{part}` in a file of folder `{folder}`")]
    WrongFolder {
        /// What the file says.
        part: String,
        /// Where it lies.
        folder: String,
    },
    /// Two files hold the same chapter.
    #[error("chapter `{chapter}` was already read from `{first}`")]
    DuplicateChapter {
        /// Letter and number.
        chapter: String,
        /// The other file.
        first: String,
    },
    /// The id is used twice.
    #[error("id `{id}` is already used in `{first}`")]
    DuplicateId {
        /// The id.
        id: String,
        /// The other file.
        first: String,
    },
    /// The id or alias has not the shape of an id.
    #[error("`{id}` is not a clause id")]
    MalformedId {
        /// As written.
        id: String,
    },
    /// The id does not agree with part, section and item.
    #[error("id `{id}` does not agree with its section and item, which give `{expected}`")]
    IdMismatch {
        /// As written.
        id: String,
        /// As the other fields say.
        expected: String,
    },
    /// The section number does not belong to the chapter, or has no `[[section]]`.
    #[error("section `{section}` is not a heading of this chapter")]
    UnknownSection {
        /// As written.
        section: String,
    },
    /// The section is listed twice.
    #[error("section `{section}` is listed twice")]
    DuplicateSection {
        /// As written.
        section: String,
    },
    /// The official number is not the circled number that belongs here.
    #[error("official number `{number}` does not fit, `{expected}` does")]
    OfficialNumber {
        /// As written.
        number: String,
        /// As counted.
        expected: String,
    },
    /// A link points to nothing.
    #[error("related clause `{id}` does not exist")]
    UnknownRelated {
        /// As written.
        id: String,
    },
    /// A link, document, form or place points to nothing.
    #[error("`{id}` does not exist")]
    UnknownTarget {
        /// As written.
        id: String,
    },
    /// A link points to the entry itself, or is there twice.
    #[error("link to `{id}` is repeated or points to the entry itself")]
    RepeatedLink {
        /// As written.
        id: String,
    },
    /// This relation does not lead from this kind of entry to that.
    #[error("relation `{relation}` cannot lead from a {from} to `{id}`")]
    WrongRelation {
        /// As written.
        relation: String,
        /// The kind of the entry that names it.
        from: String,
        /// The other entry.
        id: String,
    },
    /// A measure or question rests on a clause whose text was not obtained.
    #[error("the text of clause `{id}` was not obtained; nothing may rest on it")]
    WithoutText {
        /// The clause.
        id: String,
    },
    /// A clause is related to itself, or the link is there twice.
    #[error("related clause `{id}` is repeated or is the clause itself")]
    RepeatedRelated {
        /// As written.
        id: String,
    },
    /// The list of patterns is empty, not in order, or repeats what the chapter says.
    #[error("applies_to must name some of Ⅰ to Ⅳ in order, and only where it differs from the chapter")]
    AppliesTo,
    /// The fields of the verification contradict one another.
    #[error("verification contradicts itself: content `{content}` {problem} seen_in")]
    Verification {
        /// The value of `content`.
        content: String,
        /// `needs` or `excludes`.
        problem: &'static str,
    },
    /// A text that must say something is empty.
    #[error("`{field}` is empty")]
    Empty {
        /// The field.
        field: &'static str,
    },
}

/// One step into a TOML document.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Step {
    /// Into a table.
    Key(&'static str),
    /// Into an array.
    At(usize),
}

/// Reads and checks all files. The folder of a file tells what it holds.
///
/// # Errors
///
/// Every mistake found, ordered by file and place. Links are checked only when all files can be read.
pub fn load(files: &[SourceFile<'_>]) -> Result<Catalogue, Vec<LoadError>> {
    let mut errors = Vec::new();
    let mut read: Vec<(SourceFile<'_>, DataFile)> = Vec::new();
    for file in files {
        match read_file(file) {
            Ok(content) => read.push((*file, DataFile { path: file.path.to_owned(), content })),
            Err(error) => errors.push(error),
        }
    }
    let complete = errors.is_empty();
    let base = base_edition(&read);
    read.sort_by(|(_, a), (_, b)| file_order(a, &base).cmp(&file_order(b, &base)));
    errors.extend(validate::check(&read, &base, complete));
    errors.sort_by(|a, b| (&a.path, a.span.start, a.span.end).cmp(&(&b.path, b.span.start, b.span.end)));
    if !errors.is_empty() {
        return Err(errors);
    }
    Ok(Catalogue { base, files: read.into_iter().map(|(_, file)| file).collect() })
}

fn read_file(file: &SourceFile<'_>) -> Result<Content, LoadError> {
    fn read<T: serde::de::DeserializeOwned>(file: &SourceFile<'_>) -> Result<T, LoadError> {
        toml::from_str(file.text).map_err(|error| syntax_error(file, &error))
    }
    let room = file.path.split('/').next().unwrap_or_default();
    let mut content = match room {
        "editions.toml" => Content::Editions(read(file)?),
        "audiences.toml" => Content::Audiences(read(file)?),
        "controls" => Content::Controls(read(file)?),
        "checklists" | "agreement" => Content::Forms(read(file)?),
        "comments" => Content::Comments(read(file)?),
        "transitions" => Content::Transition(read(file)?),
        "references" => Content::References(read(file)?),
        "glossary" => Content::Glossary(read(file)?),
        "practices" => Content::Practices(read(file)?),
        room if room.starts_with("guideline-") => Content::Chapter(read(file)?),
        room => {
            let kind = LoadErrorKind::UnknownFolder { folder: room.to_owned() };
            return Err(LoadError { path: file.path.to_owned(), span: 0..0, kind });
        }
    };
    content.spread_document();
    Ok(content)
}

/// The edition marked as base; without a list of editions that of the first chapter.
fn base_edition(files: &[(SourceFile<'_>, DataFile)]) -> String {
    let editions = files.iter().filter_map(|(_, file)| match &file.content {
        Content::Editions(file) => Some(&file.editions),
        _ => None,
    });
    let base = editions.flatten().find(|edition| edition.status == EditionStatus::Base);
    let chapters = files.iter().filter_map(|(_, file)| match &file.content {
        Content::Chapter(chapter) => Some(&chapter.edition),
        _ => None,
    });
    base.map(|edition| &edition.id).or_else(|| chapters.min()).cloned().unwrap_or_default()
}

/// Chapters of the base, chapters of other editions, then everything else.
fn file_order<'a>(file: &'a DataFile, base: &str) -> (u8, &'a str, Option<(Part, u16)>, &'a str) {
    match &file.content {
        Content::Chapter(chapter) => {
            let rank = u8::from(chapter.edition != base);
            (rank, &chapter.edition, Some((chapter.part, chapter.chapter)), &file.path)
        }
        _ => (2, "", None, &file.path),
    }
}

pub(crate) fn syntax_error(file: &SourceFile<'_>, error: &toml::de::Error) -> LoadError {
    let detail = error.message().split_whitespace().collect::<Vec<_>>().join(" ");
    LoadError {
        path: file.path.to_owned(),
        span: error.span().unwrap_or(0..0),
        kind: LoadErrorKind::Syntax { detail },
    }
}

/// An error at the place that `steps` lead to, or at the closest enclosing place that is written in the file.
pub(crate) fn error_at(file: &SourceFile<'_>, steps: &[Step], kind: LoadErrorKind) -> LoadError {
    LoadError { path: file.path.to_owned(), span: locate(file.text, steps), kind }
}

fn locate(text: &str, steps: &[Step]) -> Range<usize> {
    let Ok(root) = DeTable::parse(text) else { return 0..0 };
    let mut span = 0..0;
    let mut steps = steps.iter();
    let Some(mut value) = steps.next().and_then(|step| into_table(root.get_ref(), *step)) else {
        return span;
    };
    span = value.span();
    for step in steps {
        let Some(next) = into_value(value.get_ref(), *step) else { break };
        value = next;
        span = value.span();
    }
    span
}

fn into_table<'a, 'i>(table: &'a DeTable<'i>, step: Step) -> Option<&'a Spanned<DeValue<'i>>> {
    match step {
        Step::Key(key) => table.get(key),
        Step::At(_) => None,
    }
}

fn into_value<'a, 'i>(value: &'a DeValue<'i>, step: Step) -> Option<&'a Spanned<DeValue<'i>>> {
    match (value, step) {
        (DeValue::Table(table), step) => into_table(table, step),
        (DeValue::Array(array), Step::At(index)) => array.get(index),
        _ => None,
    }
}
