//! Paragraphs that are open while the walk goes on, and what becomes of them.

use super::numbering::ComputedLabel;
use super::styles::NumberReference;
use crate::document::{DocxPart, Origin};
use crate::read::raw::{Block, Hints, Line, Pace, Piece};

/// An open paragraph.
#[derive(Debug, Default)]
pub(super) struct Paragraph {
    /// The part it stands in.
    pub(super) part: DocxPart,
    /// Its index in the part.
    pub(super) index: u32,
    /// Runs that were met in it, left out or not.
    pub(super) runs: u32,
    /// Characters of the current run.
    pub(super) offset: u32,
    /// Style id.
    pub(super) style: Option<String>,
    /// Numbering of its own.
    pub(super) number: NumberReference,
    /// The label that a tracked change replaced, where the reading wants it.
    pub(super) label: Option<String>,
    /// Outline level of its own, from 0.
    pub(super) outline: Option<u8>,
    /// Its mark is not there in the reading: it runs on into the next paragraph.
    pub(super) runs_on: bool,
    /// The current run.
    pub(super) run: Run,
    /// The first line takes the computed label.
    pub(super) lines: Vec<Line>,
    weight: (usize, usize),
    /// What text boxes in it hold.
    pub(super) after: Vec<Block>,
}

/// What the properties of a run say.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Run {
    /// Bold.
    pub(super) bold: bool,
    /// Hidden: never printed.
    pub(super) hidden: bool,
    /// Font of its Latin letters.
    pub(super) font: Option<String>,
}

impl Paragraph {
    /// Starts anew at another place; lines that are there stay.
    pub(super) fn restart(&mut self, part: DocxPart, index: u32) {
        *self = Self {
            part,
            index,
            lines: std::mem::take(&mut self.lines),
            after: std::mem::take(&mut self.after),
            weight: self.weight,
            ..Self::default()
        };
    }

    /// Opens a run.
    pub(super) fn open_run(&mut self) {
        self.runs += 1;
        self.offset = 0;
        self.run = Run::default();
    }

    /// The place where the next character of the current run comes from.
    pub(super) fn here(&self) -> Origin {
        let run = Some(self.runs.saturating_sub(1));
        Origin::Docx { part: self.part, paragraph: self.index, run, offset: self.offset }
    }

    /// The place of the paragraph itself.
    pub(super) fn itself(&self) -> Origin {
        Origin::Docx { part: self.part, paragraph: self.index, run: None, offset: 0 }
    }

    /// Adds text of the current run.
    pub(super) fn push(&mut self, text: &str) {
        let origin = self.here();
        let count = text.chars().count();
        self.offset = self.offset.saturating_add(u32::try_from(count).unwrap_or(u32::MAX));
        if self.run.hidden {
            return;
        }
        self.weight.0 += count;
        self.weight.1 += if self.run.bold { count } else { 0 };
        if self.lines.is_empty() {
            self.lines.push(Line::default());
        }
        if let Some(line) = self.lines.last_mut() {
            line.pieces.push(Piece { text: text.to_owned(), origin, pace: Pace::Characters });
        }
    }

    /// Ends the line: a manual break.
    pub(super) fn break_line(&mut self) {
        self.offset = self.offset.saturating_add(1);
        self.lines.push(Line::default());
    }

    /// Without a visible character, text boxes left aside.
    pub(super) fn is_blank(&self) -> bool {
        self.lines.iter().all(Line::is_blank)
    }

    /// Bytes of all its lines.
    pub(super) fn bytes(&self) -> u64 {
        self.lines.iter().flat_map(|line| &line.pieces).map(|piece| piece.text.len() as u64).sum()
    }

    /// The lines of the finished paragraph with the computed label in front.
    pub(super) fn finish(
        mut self,
        label: Option<ComputedLabel>,
        mut hints: Hints,
    ) -> (Vec<Line>, Vec<Block>) {
        hints.bold = self.weight.0 > 0 && self.weight.1 * 10 >= self.weight.0 * 9;
        let origin = self.itself();
        self.lines.retain(|line| !line.is_blank());
        if let Some(label) =
            label.filter(|label| !label.text.is_empty() && (!label.bullet || !self.lines.is_empty()))
        {
            if self.lines.is_empty() {
                self.lines.push(Line::default());
            }
            hints.list_level = label.level;
            if let Some(first) = self.lines.first_mut() {
                first.pieces.insert(0, Piece { text: label.text, origin, pace: Pace::Still });
            }
        }
        for (index, line) in self.lines.iter_mut().enumerate() {
            line.hints = if index == 0 {
                hints
            } else {
                Hints { heading: None, title: false, list_level: None, ..hints }
            };
        }
        (self.lines, self.after)
    }
}
