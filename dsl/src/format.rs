//! The canonical text of rule files.
//!
//! Three steps: the tree becomes a list of tokens with the places where a line may break ([`pieces`], written by
//! `items`, `members`, `expressions` and `patterns`); the comments of the source are tied to those tokens ([`comments`]);
//! and the lines are laid out ([`layout`]). Nothing is decided by the layout that the source had, but for single blank
//! lines between requirements, between examples and around comments.

mod comments;
mod expressions;
mod facts;
mod items;
mod layout;
mod members;
mod patterns;
mod pieces;
mod spelling;
#[cfg(test)]
mod tests;

use crate::ast::File;
use crate::error::DslError;
use crate::sink::ErrorSink;
use crate::{lexer, parse};

/// The canonical text of a tree, with line breaks of one byte (`\n`) and one at its end.
///
/// The text of a tree without holes, whose strings a source can spell, parses to the same tree, spans apart. A text
/// block keeps what it says, not its indentation.
///
/// ```
/// let parsed = dsl::parse("seki 1 concept 返却 = (\"返却\")|(\"返還\")");
/// assert_eq!(dsl::print(&parsed.file), "seki 1\n\nconcept 返却 = \"返却\" | \"返還\"\n");
/// ```
pub fn print(file: &File) -> String {
    layout::lay_out(&items::file(file), &comments::Notes::default())
}

/// The canonical text of a source, with its comments. Lines end as the first line of the source does; a byte order
/// mark goes.
///
/// # Errors
/// All mistakes of form, when there are any: what could not be read cannot be written again.
///
/// ```
/// let source = "seki 1\n// 返す\nconcept 返却=\"返却\" // 還付を除く\n";
/// let formatted = dsl::format(source).unwrap();
/// assert_eq!(formatted, "seki 1\n\n// 返す\nconcept 返却 = \"返却\" // 還付を除く\n");
/// ```
pub fn format(source: &str) -> Result<String, Vec<DslError>> {
    let parsed = parse(source);
    if !parsed.errors.is_empty() {
        return Err(parsed.errors);
    }
    let read = lexer::read(source, &ErrorSink::default());
    let pieces = items::file(&parsed.file);
    let text = layout::lay_out(&pieces, &comments::notes(source, &read, &pieces));
    Ok(if ends_lines_with_return(source) { text.replace('\n', "\r\n") } else { text })
}

fn ends_lines_with_return(source: &str) -> bool {
    source.split_once('\n').is_some_and(|(first, _)| first.ends_with('\r'))
}
