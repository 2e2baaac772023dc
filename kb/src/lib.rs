//! The knowledge base of Sekisho: 医療情報システムの安全管理に関するガイドライン 第6.0版 as data.
//!
//! People edit the TOML files under `data/`. The build script loads and checks them, packs them into the binary and builds
//! the search index; at run time [`Kb::embedded`] decodes the pack, [`Kb::resolve`] finds an entry by any spelling of its
//! number and `Kb::search` (feature `search`) finds entries by words. Gists are own summaries: the official PDF of the
//! ministry is the authority, and [`model::Verification`] says how far each entry has been compared with it.
//!
//! This crate knows nothing of rules or documents, and it does no I/O: bytes in, values out.
#![warn(clippy::disallowed_methods, clippy::disallowed_types)]

mod entry;
mod error;
#[cfg(feature = "search")]
#[allow(dead_code, reason = "the build script, which compiles this module, too, uses the rest of it")]
mod fields;
mod fold;
mod knowledge;
pub mod load;
pub mod model;
mod number;
mod resolve;
mod schema;
#[cfg(feature = "search")]
pub mod search;
#[cfg(feature = "search")]
mod synonyms;
mod validate;
mod verify;
#[cfg(feature = "search")]
#[allow(dead_code, reason = "the build script, which compiles this module, too, uses the rest of it")]
mod words;

pub use entry::{Direction, Entry, EntryData, EntryView, Link, LinkView};
pub use error::{CODES, KbError};
pub use knowledge::{EDITION, KB_VERSION, Kb};
pub use load::{Catalogue, LoadError, LoadErrorKind, SourceFile, load};
pub use model::{
    Chapter, Clause, Confidence, ContentStatus, DocumentTarget, EntryKind, Part, Section, SeenIn,
    Simplification, SystemType, Verification,
};
pub use number::circled;
pub use resolve::Match;
pub use schema::{Export, export_schema, schema};
pub use schemars::Schema;
pub use verify::{PartCensus, Verified};
