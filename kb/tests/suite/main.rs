//! Tests of the knowledge base as its users see it: census, lookup, links, broken data files, search.
//!
//! Broken data files are cases under `tests/cases`: adding one adds a line to a snapshot and no code.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test fails by panicking; the allowance of clippy.toml does not reach helper functions"
)]

mod census;
mod data;
mod editions;
mod gaps;
#[cfg(feature = "search")]
mod judged;
mod load_errors;
mod properties;
mod resolve;
#[cfg(feature = "search")]
mod search;
mod show;
