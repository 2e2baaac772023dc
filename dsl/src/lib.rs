//! The rule language of Sekisho: text → tree → checked rules.
//!
//! [`parse`] reads one file into [`ast::File`]; [`check`] takes all files that belong together and makes
//! [`checked::RuleSet`] of them. Neither stops at the first mistake, and neither does any input or output. What the crate
//! does not know (documents, the guideline) is told to it by a [`Vocabulary`].
#![warn(clippy::disallowed_methods, clippy::disallowed_types)]

pub mod ast;
mod check;
pub mod checked;
mod doubt;
pub mod error;
mod error_codes;
mod format;
pub mod keyword;
mod lexer;
pub mod limits;
mod names;
mod parser;
mod sink;
pub mod source;
pub mod span;
#[cfg(test)]
mod tests;
pub mod token;
pub mod vocabulary;

pub use check::{Checked, required_literal};
pub use doubt::Doubt;
pub use error::{DslError, DslErrorKind, Level};
pub use format::{format, print};
pub use names::closest as nearest;
pub use source::{LineIndex, Position};
pub use span::{Span, Spanned};
pub use vocabulary::Vocabulary;

/// A file as far as it could be read, and everything that is wrong with its form.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Parsed {
    /// The tree.
    pub file: ast::File,
    /// The mistakes, in the order of the text.
    pub errors: Vec<DslError>,
}

/// Reads the text of one `.seki` file.
///
/// Never fails: mistakes are listed beside the tree. A text beyond [`limits::SOURCE_BYTES`] is not read at all.
///
/// ```
/// let parsed = dsl::parse("seki 1\nconcept 返却 = \"返却\" | \"返還\"\n");
/// assert!(parsed.errors.is_empty());
/// assert_eq!(parsed.file.items.len(), 1);
/// ```
pub fn parse(source: &str) -> Parsed {
    let sink = sink::ErrorSink::default();
    if source.len() > limits::SOURCE_BYTES {
        sink.report(DslErrorKind::SourceTooLarge { limit: limits::SOURCE_BYTES }, Span::default());
        return Parsed { file: ast::File::default(), errors: sink.into_sorted() };
    }
    let tokens = lexer::tokens(source, &sink);
    let file = parser::file(&tokens, &sink);
    Parsed { file, errors: sink.into_sorted() }
}

/// The tokens of one file, as the parser sees them: for editors, which have to know what stands before a cursor also where
/// the tree has a hole. A text beyond [`limits::SOURCE_BYTES`] has none.
///
/// ```
/// let tokens = dsl::tokens("seki 1 // 版");
/// assert_eq!(tokens[1].word(), Some("1"));
/// ```
pub fn tokens(source: &str) -> Vec<token::Token> {
    if source.len() > limits::SOURCE_BYTES {
        return Vec::new();
    }
    lexer::tokens(source, &sink::ErrorSink::default())
}

/// Checks all files that belong together, of all packs, and makes one rule set of them.
///
/// Concepts are known in every file. A rule with a mistake, or using a concept with one, is absent from the set; the
/// others are there. The number beside each error is the index of its file in `files`. Mistakes of form, which [`parse`]
/// lists, are not repeated, but a rule that has one is left out too.
///
/// ```
/// let parsed = dsl::parse("seki 1\nconcept 返却 = \"返却\" | 返還\n");
/// let checked = dsl::check(&[&parsed.file], &dsl::Vocabulary::default());
/// let (file, error) = &checked.errors[0];
/// assert_eq!((*file, error.kind.code()), (0, "dsl-unknown-concept"));
/// assert_eq!(error.kind.args()[1], ("closest", "返却".to_owned()));
/// ```
pub fn check(files: &[&ast::File], vocabulary: &Vocabulary<'_>) -> Checked {
    check::check(files, vocabulary)
}
