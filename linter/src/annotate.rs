//! What a report says, put into the Word file itself: comments at the passages, proposed articles as tracked insertions.
//!
//! The file stays what it was. All parts but the main one, the comments, their relationship and their type are copied as
//! they are packed; in the main part no byte is taken away or moved before another, marks only come in between
//! (`splice`). So the text, the layout, other people's comments and changes are those of the original, and the same input
//! gives the same bytes: the date of a comment is the day of the report.
//!
//! - `notes`: which comments, where, in which words. A finding has its comment at the passage that decides; what is missing
//!   is collected where it belongs ([`crate::mend`]), one comment for each place and severity.
//! - `anchors`: from a place of the text to one between bytes.
//! - `insert`: the articles of a plan as paragraphs that look like their neighbours. Why nothing is struck out and how
//!   numbers are chosen stands in [`crate::mend`].
//! - [`replies`]: what people answered, read back.

mod anchors;
mod container;
mod insert;
mod notes;
mod parts;
pub mod replies;
mod splice;

use std::collections::BTreeMap;

use sha2::{Digest, Sha256};

use crate::digest::hex;
use crate::document::{Document, Origin};
use crate::mend::{Plan, plan};
use crate::message::Lang;
use crate::read::docx::anatomy::{Anatomy, MARK};
use crate::read::{ReadError, ReadOptions};
use crate::report::DocumentReport;
use anchors::Anchors;
use insert::{Hand, Inserter};
use splice::{Names, Splice};

/// The author of everything that is put in.
pub const AUTHOR: &str = "Sekisho";
/// The initials that Word shows.
const INITIALS: &str = "関";

/// Why a file cannot be annotated or mended.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum AnnotateError {
    /// It is no Word file.
    #[error("not a Word file")]
    NotWord,
    /// It cannot be read, or its main part is not in UTF-8.
    #[error(transparent)]
    Read(#[from] ReadError),
    /// A part that has to take something in is no sound XML.
    #[error("part `{part}` cannot take anything in")]
    Part {
        /// Its name.
        part: String,
    },
    /// The file is not the one that the report speaks of.
    #[error("the file has changed since it was judged")]
    Changed,
    /// The zip cannot be copied.
    #[error("the container cannot be copied: {detail}")]
    Container {
        /// The library's words.
        detail: String,
    },
}

impl AnnotateError {
    /// The codes of the message catalogue that are used here; reading has its own.
    pub const CODES: &'static [&'static str] =
        &["annotate-not-word", "annotate-part", "annotate-changed", "annotate-container"];

    /// The code of the message.
    pub fn code(&self) -> &'static str {
        match self {
            Self::NotWord => "annotate-not-word",
            Self::Read(error) => error.code(),
            Self::Part { .. } => "annotate-part",
            Self::Changed => "annotate-changed",
            Self::Container { .. } => "annotate-container",
        }
    }

    /// Its arguments.
    pub fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::NotWord | Self::Changed => Vec::new(),
            Self::Read(error) => error.args(),
            Self::Part { part } => vec![("part", part.clone())],
            Self::Container { detail } => vec![("detail", detail.clone())],
        }
    }
}

/// A Word file that was judged.
#[derive(Debug, Clone, Copy)]
pub struct Subject<'a> {
    /// The file.
    pub bytes: &'a [u8],
    /// What was read from it.
    pub document: &'a Document,
    /// What is said of it.
    pub report: &'a DocumentReport,
    /// The report of the main document, where this one was judged as a part of a case: what is said of it stands there.
    pub main: Option<&'a DocumentReport>,
}

/// What the caller decides.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Options<'a> {
    /// The day of the report, YYYY-MM-DD.
    pub date: &'a str,
    /// The language of the comments.
    pub lang: Lang,
    /// Findings that somebody has accepted get a comment, too.
    pub accepted: bool,
    /// The proposed articles are inserted as tracked changes.
    pub suggest: bool,
    /// How the file was read.
    pub reading: ReadOptions,
}

/// A copy of the file with a comment for each finding, and with the proposed articles as tracked insertions where
/// `options.suggest` asks for them. Everything else of the file stays, byte for byte.
///
/// # Errors
/// The file is no Word file, or one that cannot be copied without changing it.
pub fn annotate(subject: &Subject<'_>, options: &Options<'_>) -> Result<Vec<u8>, AnnotateError> {
    let anatomy = open(subject.bytes, subject.document, &options.reading)?;
    if hex(&Sha256::digest(subject.bytes)) != subject.report.sha256 {
        return Err(AnnotateError::Changed);
    }
    let mut ids = parts::Ids::of(&anatomy.xml);
    let mut comments = parts::Comments::open(subject.bytes, &anatomy, &options.reading)?;
    ids.heed(comments.existing());
    let plan = options.suggest.then(|| {
        let inserter = Inserter::new(&anatomy, subject.document);
        inserter.possible(plan(subject.document, subject.report))
    });
    let anchors = Anchors { anatomy: &anatomy, document: subject.document };
    let mut splice = Splice::new(&anatomy);
    for note in notes::all(subject, &anchors, plan.as_ref(), options) {
        let id = ids.next();
        splice.comment(id, note.anchor);
        comments.add(id, options.date, &note.lines);
    }
    if let Some(plan) = &plan {
        let hand = Hand::Tracked { date: options.date };
        Inserter::new(&anatomy, subject.document).insert(plan, hand, &mut ids, &mut splice);
    }
    let mut changed = comments.finish()?;
    changed.insert(anatomy.main.clone(), main_part(&anatomy, splice));
    container::with_parts(subject.bytes, changed)
}

/// What a plan can do to this Word file: articles that stand in tables are left.
///
/// # Errors
/// As [`annotate`].
pub fn mendable(
    bytes: &[u8],
    document: &Document,
    plan: Plan,
    reading: &ReadOptions,
) -> Result<Plan, AnnotateError> {
    let anatomy = open(bytes, document, reading)?;
    Ok(Inserter::new(&anatomy, document).possible(plan))
}

/// A copy of the file with the articles of a plan as ordinary text: what [`annotate`] suggests, accepted.
///
/// # Errors
/// As [`annotate`].
pub fn mend(
    bytes: &[u8],
    document: &Document,
    plan: &Plan,
    reading: &ReadOptions,
) -> Result<Vec<u8>, AnnotateError> {
    let anatomy = open(bytes, document, reading)?;
    let mut splice = Splice::new(&anatomy);
    let mut ids = parts::Ids::of(&anatomy.xml);
    Inserter::new(&anatomy, document).insert(plan, Hand::Plain, &mut ids, &mut splice);
    container::with_parts(bytes, BTreeMap::from([(anatomy.main.clone(), main_part(&anatomy, splice))]))
}

fn open(bytes: &[u8], document: &Document, reading: &ReadOptions) -> Result<Anatomy, AnnotateError> {
    let segments = document.source_map.segments.iter();
    let is_word = segments.clone().next().is_none_or(|one| matches!(one.origin, Origin::Docx { .. }));
    let is_zip = bytes.starts_with(b"PK");
    if !is_word || !is_zip {
        return Err(AnnotateError::NotWord);
    }
    Ok(Anatomy::open(bytes, reading)?)
}

fn main_part(anatomy: &Anatomy, splice: Splice<'_>) -> Vec<u8> {
    let mark = if anatomy.marked { MARK.to_string() } else { String::new() };
    format!("{mark}{}", splice.finish()).into_bytes()
}

/// A tracked insertion's or a comment's author and day as attributes.
fn signed(names: Names<'_>, id: u32, date: &str, initials: bool) -> String {
    let (id, date) = (id.to_string(), format!("{date}T00:00:00Z"));
    let mut attributes = vec![("id", id.as_str()), ("author", AUTHOR), ("date", date.as_str())];
    if initials {
        attributes.push(("initials", INITIALS));
    }
    names.attributes(&attributes)
}
