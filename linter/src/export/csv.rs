//! One table with a row for each entry, as spreadsheets open it: UTF-8 with a byte order mark, lines ended as on Windows.

use ::csv::{Terminator, WriterBuilder};
use kb::Kb;

use super::ExportError;
use super::row::{Row, heading};
use crate::message::Lang;

/// Without it spreadsheets take the file for the legacy encoding of the system.
pub(crate) const BYTE_ORDER_MARK: &str = "\u{feff}";
/// A cell that begins so is a formula to a spreadsheet; a tab or a line break before it is dropped on import.
const FORMULA: &[char] = &['=', '+', '-', '@', '\t', '\r', '\n'];
/// Codes of the headings, in order.
const COLUMNS: [&str; 20] = [
    "id",
    "kind",
    "citation",
    "title",
    "mark",
    "gist",
    "details",
    "verification",
    "confirmed",
    "nature",
    "owner",
    "strength",
    "applies",
    "document",
    "sources",
    "links",
    "keywords",
    "more",
    "note",
    "path",
];

/// The table.
///
/// # Errors
/// The library that writes it fails, which memory does not.
pub fn table(kb: &Kb, lang: Lang) -> Result<String, ExportError> {
    let mut writer = WriterBuilder::new().terminator(Terminator::CRLF).from_writer(Vec::new());
    writer.write_record(COLUMNS.map(|name| heading(name, lang))).map_err(ExportError::new)?;
    for entry in kb.entries() {
        let row = cells(&Row::of(entry, lang)).map(|cell| harmless(&cell));
        writer.write_record(row).map_err(ExportError::new)?;
    }
    let bytes = writer.into_inner().map_err(ExportError::new)?;
    Ok(BYTE_ORDER_MARK.to_owned() + &String::from_utf8(bytes).map_err(ExportError::new)?)
}

fn cells(row: &Row<'_>) -> [String; COLUMNS.len()] {
    let entry = row.entry;
    let more = row.more.iter().map(|fact| format!("{}: {}", fact.label, fact.values.join(" / ")));
    [
        entry.id().to_owned(),
        row.kind.clone(),
        row.citation.clone(),
        entry.title().to_owned(),
        row.mark.clone(),
        entry.gist().to_owned(),
        entry.details().join("\n"),
        row.verification.clone(),
        entry.is_confirmed().to_string(),
        row.nature.clone(),
        row.owner.clone(),
        row.strength.clone(),
        row.applies.clone(),
        row.document.clone(),
        entry.sources().join("\n"),
        row.links.join("\n"),
        entry.keywords().join("\n"),
        more.collect::<Vec<_>>().join("\n"),
        row.note.clone(),
        entry.path().to_owned(),
    ]
}

/// A text that no spreadsheet runs: an apostrophe before what would be a formula.
pub(crate) fn harmless(cell: &str) -> String {
    if cell.starts_with(FORMULA) { format!("'{cell}") } else { cell.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_are_texts() {
        for cell in ["=1+1", "+81", "-1", "@SUM(A1)", "\t=1", "\r=1"] {
            assert_eq!(harmless(cell), format!("'{cell}"));
        }
        for cell in ["", "遵守事項", "a=b", "'=1"] {
            assert_eq!(harmless(cell), cell);
        }
    }
}
