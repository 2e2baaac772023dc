//! The knowledge base of Sekisho: 医療情報システムの安全管理に関するガイドライン 第6.0版 as data.
//!
//! People edit the TOML files under `data/`. The build script loads and checks them, packs them into the binary and builds
//! the search index; at run time [`Kb::embedded`] decodes the pack, [`Kb::resolve`] finds an entry by any spelling of its
//! number and `Kb::search` (feature `search`) finds entries by words. Gists are own summaries: the official PDF of the
//! ministry is the authority, and [`model::Verification`] says how far each entry has been compared with it.
//!
//! This crate knows nothing of rules or documents, and it does no I/O: bytes in, values out.
#![warn(clippy::disallowed_methods, clippy::disallowed_types)]

pub mod applies;
pub mod diff;
mod entry;
mod error;
#[cfg(feature = "search")]
#[allow(dead_code, reason = "the build script, which compiles this module, too, uses the rest of it")]
mod fields;
mod fold;
mod knowledge;
mod link;
pub mod load;
pub mod model;
mod number;
#[cfg(feature = "search")]
mod phrases;
mod place;
mod resolve;
mod schema;
#[cfg(feature = "search")]
pub mod search;
#[allow(dead_code, reason = "the build script, which compiles this module, too, uses the rest of it")]
mod shelf;
#[cfg(feature = "search")]
#[allow(dead_code, reason = "the build script, which compiles this module, too, uses the rest of it")]
mod synonyms;
#[cfg(all(feature = "search", test))]
mod text;
mod validate;
mod verify;
pub mod vocabulary;
#[cfg(feature = "search")]
#[allow(dead_code, reason = "the build script, which compiles this module, too, uses the rest of it")]
mod words;

pub use entry::{ClauseEntry, Entry, EntryView, LinkView, RecordView};
pub use error::{CODES, KbError};
pub use knowledge::{EDITION, KB_VERSION, Kb};
pub use link::{Direction, Link, Place, Target};
pub use load::{Catalogue, LoadError, LoadErrorKind, SourceFile, load};
pub use model::{
    Agreement, Audience, Change, Chapter, ChapterVerification, Checklist, Clause, ClauseNature, Comment,
    Confidence, Content, ContentStatus, Control, ControlNature, DataFile, DocumentTarget, DocumentType,
    Edition, EditionStatus, EntryData, EntryKind, Extent, Form, LinkData, Outcome, Owner, Part, Practice,
    PracticeRole, PracticeSet, Reading, Reference, Relation, Section, SeenIn, Simplification, Standing, Step,
    Strength, SystemType, Term, Tie, Transition, Verification,
};
pub use number::{circled, circled_value};
pub use place::{PlaceKind, PlaceView};
pub use resolve::Match;
pub use schema::{Export, export_schema, schema};
pub use schemars::Schema;
pub use verify::{Gap, KindCensus, MOST_SHARED_PAIRS, PartCensus, Verified};
