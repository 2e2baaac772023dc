//! Tracked changes: which elements stand in the text that is read.

use crate::source::Revisions;

/// Elements whose content is no text in either reading.
const NO_TEXT: [&str; 13] = [
    "rt",
    "rubyPr",
    "sectPrChange",
    "tblPrChange",
    "tblPrExChange",
    "trPrChange",
    "tcPrChange",
    "tblGridChange",
    "tblPr",
    "tblPrEx",
    "tblGrid",
    "sdtPr",
    "sdtEndPr",
];

/// Whether an element with all it holds stands outside the text of the reading. `parent` tells changes of the content
/// from marks in properties.
pub(super) fn leaves_out(reading: Revisions, parent: &str, name: &str) -> bool {
    let in_properties = matches!(parent, "rPr" | "trPr" | "numPr" | "pPr");
    match name {
        "ins" | "moveTo" => reading == Revisions::Original && !in_properties,
        "del" | "moveFrom" => reading == Revisions::Final && !in_properties,
        "pPrChange" | "rPrChange" | "numberingChange" => reading == Revisions::Final,
        _ => NO_TEXT.contains(&name),
    }
}

/// What a mark in the properties of a paragraph, a row or a cell does to it in the reading: it is not there.
pub(super) fn takes_away(reading: Revisions, name: &str) -> bool {
    match reading {
        Revisions::Final => matches!(name, "del" | "moveFrom" | "cellDel"),
        Revisions::Original => matches!(name, "ins" | "moveTo" | "cellIns"),
    }
}
