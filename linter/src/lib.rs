//! Documents and rules → outcomes → reports.
//!
//! The way of a document, each arrow one function: bytes → [`read`] → [`document::Document`] → [`language::units`] →
//! [`scan`] → [`evaluate`] → [`outcome`] → [`report`]. [`pack`] joins the checked rules with the knowledge base,
//! [`message`] renders everything a person reads in Japanese or English. No I/O, no clock, no threads: the browser
//! runs the same code.
#![warn(clippy::disallowed_methods, clippy::disallowed_types)]

pub mod advice;
pub mod annotate;
pub mod baseline;
pub mod checklist;
pub mod citation;
pub mod compare;
pub mod config;
pub mod coverage;
pub mod day;
pub mod defects;
pub mod digest;
pub mod document;
pub mod editor;
pub mod entry;
pub mod evaluate;
pub mod evidence;
pub mod examples;
pub mod explain;
pub mod export;
mod headed;
pub mod inspect;
pub mod language;
pub mod lint;
pub mod matrix;
pub mod meaning;
pub mod mend;
pub mod message;
pub mod mistake;
pub mod mutate;
pub mod normalise;
pub mod notation;
pub mod official;
pub mod outcome;
pub mod pack;
pub mod profile;
mod reached;
pub mod read;
pub mod report;
pub mod scan;
pub mod skeleton;
pub mod source;
pub mod structure;
pub mod topic;
pub mod trace;
pub mod tree_view;
pub mod verbalise;
pub mod waiver;
pub mod word;
#[cfg(feature = "xlsx")]
mod workbook;
