//! What an editor shows of rule files and documents: mistakes, hovers, completions, places of names, findings.
//!
//! Pure functions over texts and byte offsets; the language server of the shell and the browser map them to their own
//! terms. Rule files are looked at through their tokens ([`places`]), because a file that is being written has holes in
//! its tree just where the cursor stands; what a definition consists of is taken from the tree.

pub mod clauses;
pub mod completion;
pub mod diagnostics;
pub mod doubts;
pub mod findings;
pub mod hover;
pub mod navigation;
pub mod places;
pub mod symbols;
pub mod words;
mod workspace;

pub use dsl::Span;
pub use workspace::{Name, Workspace};

/// How grave a diagnostic is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// Must be mended.
    Error,
    /// Should be mended.
    Warning,
    /// Worth knowing.
    Information,
    /// For who looks closely: not listed among the problems.
    Hint,
}

/// Something said about a place of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// The place, in bytes of the text.
    pub span: Span,
    /// How grave it is.
    pub level: Level,
    /// A code of the message catalogue, or the id of a rule.
    pub code: String,
    /// What is said, with what to do about it.
    pub message: String,
    /// Other places of the same text that belong to it, each with its words.
    pub related: Vec<(Span, String)>,
    /// Ways to mend it, the best first.
    pub fixes: Vec<Fix>,
}

/// A change that mends something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fix {
    /// What it does, in a few words.
    pub title: String,
    /// What is replaced; empty to insert.
    pub span: Span,
    /// The new text.
    pub text: String,
}

/// What is shown beside a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hover {
    /// The place it speaks about.
    pub span: Span,
    /// Its words, in Markdown.
    pub markdown: String,
}

/// A span from offsets in a text. Texts are held to less than 4 GiB by the limits of the readers.
fn span(start: usize, end: usize) -> Span {
    let offset = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
    Span::new(offset(start), offset(end.max(start)))
}
