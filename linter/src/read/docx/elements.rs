//! A count of what a Word file is made of, so that nothing is passed over unseen.

use crate::read::xml::Element;

/// Elements of a Word file as the reader met them, those that the reading of tracked changes leaves out included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct WordElements {
    /// Paragraphs of the main text, those of tables and text boxes included.
    pub paragraphs: u32,
    /// Cells of its tables.
    pub cells: u32,
    /// Its text boxes.
    pub text_boxes: u32,
    /// Its fields.
    pub fields: u32,
    /// Tracked insertions of the main text and the notes, targets of moves included.
    pub insertions: u32,
    /// Tracked deletions, sources of moves included.
    pub deletions: u32,
    /// Footnotes and endnotes.
    pub notes: u32,
    /// Comments.
    pub comments: u32,
    /// Headers and footers that a section uses.
    pub margins: u32,
}

impl WordElements {
    /// Counts an element of the main text or of a note.
    pub(super) fn count(&mut self, name: &str, element: &Element<'_>) {
        match name {
            "p" => self.paragraphs += 1,
            "tc" => self.cells += 1,
            "txbxContent" => self.text_boxes += 1,
            "fldSimple" => self.fields += 1,
            "fldChar" if element.attribute("fldCharType").as_deref() == Some("begin") => self.fields += 1,
            "ins" | "moveTo" | "cellIns" => self.insertions += 1,
            "del" | "moveFrom" | "cellDel" => self.deletions += 1,
            _ => {}
        }
    }

    /// Adds the notes of a part: how many, and their tracked changes.
    pub(super) fn add_notes(&mut self, count: usize, inside: Self) {
        self.notes += u32::try_from(count).unwrap_or(u32::MAX);
        self.insertions += inside.insertions;
        self.deletions += inside.deletions;
    }

    /// Whether there are tracked changes.
    pub(super) fn is_changed(&self) -> bool {
        self.insertions + self.deletions > 0
    }
}
