//! Tracked changes: which elements stand in the text that is read, and how many changes there are.

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

/// Changes that were met, in the order of the file's own elements.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Tally {
    /// Insertions, targets of moves included.
    pub(super) insertions: u32,
    /// Deletions, sources of moves included.
    pub(super) deletions: u32,
}

impl Tally {
    /// Counts an element.
    pub(super) fn count(&mut self, name: &str) {
        match name {
            "ins" | "moveTo" | "cellIns" => self.insertions += 1,
            "del" | "moveFrom" | "cellDel" => self.deletions += 1,
            _ => {}
        }
    }

    /// Adds the changes of another part.
    pub(super) fn add(&mut self, other: Self) {
        self.insertions += other.insertions;
        self.deletions += other.deletions;
    }
}

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
