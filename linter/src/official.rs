//! The ministry's own documents, read from the files of the user: what they number and entitle, held against the knowledge base.
//!
//! [`crate::read::pages`] gives paragraphs with pages; [`cover`] tells which document they are, [`outline`] finds headings,
//! boxes of 遵守事項 and their items by layout alone, [`compare()`] holds them against the knowledge base, [`import`] does so
//! with all files of a folder, [`report`] is what is said about it, [`store`] the file in which the wording is kept on the
//! user's machine. Nothing of it is shipped; bytes and values in, values out.

pub mod compare;
pub mod cover;
pub mod import;
pub mod marks;
pub mod outline;
pub mod report;
pub mod store;

pub use compare::{Finding, FindingKind, compare};
pub use cover::{Booklet, Refusal, identify};
pub use outline::{Heading, Item, Volume, read};
pub use store::{Store, StoreError, StoredVolume};
