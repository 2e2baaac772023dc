//! Tests of the whole: documents in, reports out; the command line; the rules that ship; the message catalogue.
//!
//! One binary. `harness` hides how the program is found and run; each other module tests one thing a person sees.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test stops at what it did not expect; clippy.toml allows this only inside test functions"
)]

mod adversarial;
mod annotate;
mod cases;
mod checklists;
mod cli;
mod coverage;
mod diff;
mod documents;
mod evidence;
mod explain;
mod exports;
mod formats;
mod formatting;
mod fuzzing;
mod harness;
mod inputs;
mod knowledge;
mod lsp;
mod matrix;
mod messages;
mod mistakes;
mod model;
mod official;
mod reference;
mod reports;
mod rules;
mod settings;
mod skeletons;
mod topics;
mod vscode;
mod wordings;
