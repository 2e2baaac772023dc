//! The matrix as a table with a row for each clause and document, as spreadsheets open it.

use ::csv::{Terminator, WriterBuilder};

use super::words::Words;
use super::{Cell, Matrix, MatrixClause};
use crate::export::ExportError;
use crate::export::csv::{BYTE_ORDER_MARK, harmless};
use crate::message::{self, Lang};

/// Codes of the headings, in order.
const COLUMNS: [&str; 14] = [
    "part",
    "id",
    "citation",
    "title",
    "confirmed",
    "types",
    "targets",
    "document",
    "status",
    "article",
    "quote",
    "rule",
    "note",
    "open",
];

/// The table.
///
/// # Errors
/// The library that writes it fails, which memory does not.
pub fn table(matrix: &Matrix, lang: Lang) -> Result<String, ExportError> {
    let mut writer = WriterBuilder::new().terminator(Terminator::CRLF).from_writer(Vec::new());
    let heading = |name: &str| message::text(lang, &format!("matrix-column-{name}"), &[]);
    writer.write_record(COLUMNS.map(heading)).map_err(ExportError::new)?;
    for row in rows(matrix, lang) {
        writer.write_record(COLUMNS.map(|name| harmless(row.get(name)))).map_err(ExportError::new)?;
    }
    let bytes = writer.into_inner().map_err(ExportError::new)?;
    Ok(BYTE_ORDER_MARK.to_owned() + &String::from_utf8(bytes).map_err(ExportError::new)?)
}

/// A clause and a document in words.
pub(super) struct Row([String; COLUMNS.len()]);

impl Row {
    /// The cell of a column.
    pub(super) fn get(&self, column: &str) -> &str {
        let found = COLUMNS.iter().zip(&self.0).find(|(name, _)| **name == column);
        found.map_or("", |(_, cell)| cell)
    }
}

/// A row for each clause and document; one for a clause on which no rule rests.
pub(super) fn rows(matrix: &Matrix, lang: Lang) -> Vec<Row> {
    let words = Words { lang };
    let mut rows = Vec::new();
    for clause in &matrix.clauses {
        if clause.cells.is_empty() {
            rows.push(row(words, matrix, clause, None));
        }
        rows.extend(clause.cells.iter().map(|cell| row(words, matrix, clause, Some(cell))));
    }
    rows
}

fn row(words: Words, matrix: &Matrix, clause: &MatrixClause, cell: Option<&Cell>) -> Row {
    let document = cell.map_or(matrix.documents.first(), |cell| matrix.documents.get(cell.document));
    let path = document.map(|document| document.path.as_str()).unwrap_or_default();
    let of = |words: &dyn Fn(&Cell) -> String| cell.map(words).unwrap_or_default();
    Row([
        words.part(clause.part).to_owned(),
        clause.id.clone(),
        clause.citation.clone(),
        clause.title.clone(),
        words.confirmation(clause),
        words.types(&clause.applies_to),
        words.targets(clause),
        of(&|_| path.to_owned()),
        cell.map_or_else(|| words.say("matrix-no-verdict"), |cell| words.cell(cell)),
        of(&|cell| words.list(&words.articles(&cell.passages, path))),
        of(&|cell| words.quotes(&cell.passages, path)),
        cell.map_or_else(
            || clause.rules.iter().map(|named| named.rule.clone()).collect::<Vec<_>>().join("\n"),
            |cell| words.rules(cell).join("\n"),
        ),
        cell.map_or_else(|| words.reason(clause, document), |cell| words.note(clause, cell, document)),
        of(&|cell| if cell.open { words.say("matrix-yes") } else { String::new() }),
    ])
}
