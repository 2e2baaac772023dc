//! The text of a part: paragraphs, runs, tables, text boxes, in one reading of its tracked changes.
//!
//! The walk is a loop over steps with an explicit stack, so that no nesting can exhaust the real one.

use super::elements::WordElements;
use super::fields::Field;
use super::frames::Paragraph;
use super::names::known;
use super::numbering::Numbering;
use super::revisions::leaves_out;
use super::styles::Styles;
use super::tables::Table;
use crate::document::{DocxPart, Origin, ReadIssue};
use crate::read::ReadError;
use crate::read::raw::{Block, Hints, issue};
use crate::read::xml::{Element, Step, Walker};
use crate::source::{Limits, Revisions};
use std::collections::BTreeMap;
use std::ops::Range;

/// A note that the text refers to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct NoteReference {
    /// `footnote` or `endnote`.
    pub(super) kind: &'static str,
    /// Its id in the part of notes.
    pub(super) id: String,
}

/// A footnote, endnote or comment: a text of its own inside a part.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Entry {
    /// Its id, by which the main text refers to it.
    pub(super) id: String,
    /// Who wrote it.
    pub(super) author: Option<String>,
    /// A line that separates notes, no note.
    pub(super) separator: bool,
    /// Index of its first paragraph.
    pub(super) paragraph: u32,
    /// Its text.
    pub(super) blocks: Vec<Block>,
}

pub(super) enum Frame {
    Paragraph(Paragraph),
    Table(Table),
}

/// What holds for all parts of a document.
#[derive(Clone, Copy)]
pub(super) struct Context<'a> {
    pub(super) styles: &'a Styles,
    pub(super) limits: &'a Limits,
    pub(super) reading: Revisions,
}

/// The text of a part while it is read.
pub(super) struct Body<'a> {
    /// Finished lines and tables.
    pub(super) blocks: Vec<Block>,
    /// Finished notes or comments.
    pub(super) entries: Vec<Entry>,
    /// What could not be read.
    pub(super) issues: Vec<ReadIssue>,
    /// Notes in the order of their references.
    pub(super) references: Vec<NoteReference>,
    /// Where the comments begin, by their id.
    pub(super) comments: BTreeMap<String, Origin>,
    /// Relationships of headers and footers, in the order of their use.
    pub(super) margins: Vec<String>,
    /// What was met.
    pub(super) elements: WordElements,
    pub(super) context: Context<'a>,
    pub(super) part: DocxPart,
    numbering: Numbering,
    pub(super) frames: Vec<Frame>,
    pub(super) fields: Vec<Field>,
    /// Open fields beyond those that are kept apart.
    pub(super) fields_too_deep: u32,
    pub(super) paragraphs: u32,
    /// Names of the open elements.
    pub(super) path: Vec<&'static str>,
    /// For each open choice between drawings: whether one was taken.
    choices: Vec<bool>,
    /// A paragraph whose mark is not there: the next one goes on with it.
    run_on: Option<Paragraph>,
    /// Where the characters stand in the part, where somebody asked for it.
    trail: Option<Vec<Stretch>>,
    /// The bytes of the step at hand.
    at: Range<usize>,
}

/// Characters of a run that stand side by side in the part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Stretch {
    /// Index of the paragraph, as in [`Origin::Docx`].
    pub(crate) paragraph: u32,
    /// Index of the run.
    pub(crate) run: u32,
    /// Offset of the first character.
    pub(crate) offset: u32,
    /// What is printed; `\n` for a break.
    pub(crate) text: String,
    /// The step that prints it: text between tags, or the tag of an element.
    pub(crate) bytes: Range<usize>,
}

impl<'a> Body<'a> {
    /// Reads a whole part.
    pub(super) fn read(
        xml: &str,
        name: &str,
        part: DocxPart,
        context: Context<'a>,
        numbering: Numbering,
    ) -> Result<Self, ReadError> {
        Self::walk(xml, name, part, context, numbering, None)
    }

    /// The same, and where the characters stand in the part.
    pub(super) fn trace(
        xml: &str,
        name: &str,
        context: Context<'a>,
        numbering: Numbering,
    ) -> Result<Vec<Stretch>, ReadError> {
        let body = Self::walk(xml, name, DocxPart::Document, context, numbering, Some(Vec::new()))?;
        Ok(body.trail.unwrap_or_default())
    }

    fn walk(
        xml: &str,
        name: &str,
        part: DocxPart,
        context: Context<'a>,
        numbering: Numbering,
        trail: Option<Vec<Stretch>>,
    ) -> Result<Self, ReadError> {
        let mut body = Self {
            blocks: Vec::new(),
            entries: Vec::new(),
            issues: Vec::new(),
            references: Vec::new(),
            comments: BTreeMap::new(),
            margins: Vec::new(),
            elements: WordElements::default(),
            context,
            part,
            numbering,
            frames: Vec::new(),
            fields: Vec::new(),
            fields_too_deep: 0,
            paragraphs: 0,
            path: Vec::new(),
            choices: Vec::new(),
            run_on: None,
            trail,
            at: 0..0,
        };
        let mut walker = Walker::new(xml, name, context.limits);
        loop {
            let step = walker.step()?;
            body.at = walker.span();
            match step {
                Step::Open(element) => body.open(&element, &mut walker)?,
                Step::Close => body.close()?,
                Step::Text(text) => body.text(&text),
                Step::End => break,
            }
        }
        body.flush()?;
        Ok(body)
    }

    /// The name of the innermost open element but `above`.
    pub(super) fn ancestor(&self, above: usize) -> &'static str {
        self.path.iter().rev().nth(above).copied().unwrap_or_default()
    }

    fn open(&mut self, element: &Element<'_>, walker: &mut Walker<'_>) -> Result<(), ReadError> {
        let name = known(element.name());
        self.elements.count(name, element);
        if self.is_skipped(name) {
            return self.skip(name != "mc:Fallback", walker);
        }
        match name {
            "p" => self.open_paragraph(),
            "tbl" => {
                self.flush()?;
                self.frames.push(Frame::Table(Table::default()));
            }
            "tr" => self.with_table(Table::row),
            "tc" => self.with_table(Table::cell),
            "r" | "m:r" => self.with_paragraph(Paragraph::open_run),
            "mc:AlternateContent" => self.choices.push(false),
            "footnote" | "endnote" | "comment" => self.open_entry(element),
            _ => self.property(name, element),
        }
        self.path.push(name);
        Ok(())
    }

    fn is_skipped(&mut self, name: &str) -> bool {
        match (name, self.choices.last_mut()) {
            ("mc:Choice", Some(taken)) => std::mem::replace(taken, true),
            ("mc:Fallback", Some(taken)) => *taken,
            _ => leaves_out(self.context.reading, self.ancestor(0), name),
        }
    }

    /// Passes over an element. Paragraphs and runs in it count on, so that an index means the same in every reading.
    fn skip(&mut self, counts: bool, walker: &mut Walker<'_>) -> Result<(), ReadError> {
        let (mut depth, mut runs) = (1_u32, 0);
        let mut paragraphs: Vec<u32> = Vec::new();
        while depth > 0 {
            match walker.step()? {
                Step::Open(element) => {
                    depth += 1;
                    let name = element.name();
                    if counts {
                        self.elements.count(name, &element);
                    }
                    if name == "p" {
                        self.paragraphs += 1;
                        paragraphs.push(depth);
                    }
                    runs += u32::from(paragraphs.is_empty() && matches!(name, "r" | "m:r"));
                }
                Step::Close => {
                    paragraphs.pop_if(|opened| *opened == depth);
                    depth -= 1;
                }
                Step::Text(_) => {}
                Step::End => break,
            }
        }
        self.with_paragraph(|paragraph| paragraph.runs += runs);
        Ok(())
    }

    fn open_paragraph(&mut self) {
        let mut paragraph = self.run_on.take().unwrap_or_default();
        // INVARIANT: joined pieces keep their own origins; the merged paragraph has the properties of the last one.
        paragraph.restart(self.part, self.paragraphs);
        self.paragraphs += 1;
        self.frames.push(Frame::Paragraph(paragraph));
    }

    fn open_entry(&mut self, element: &Element<'_>) {
        self.entries.push(Entry {
            id: element.attribute("id").unwrap_or_default(),
            author: element.attribute("author").filter(|author| !author.trim().is_empty()),
            separator: element.attribute("type").is_some_and(|kind| kind != "normal"),
            paragraph: self.paragraphs,
            blocks: Vec::new(),
        });
    }

    /// Adds something that could not be read, with the paragraph it stands in.
    pub(super) fn report(&mut self, code: &str, text_lost: bool, args: &[(&str, String)]) {
        let paragraph = self.paragraphs.saturating_sub(1);
        let origin = Origin::Docx { part: self.part, paragraph, run: None, offset: 0 };
        let mut found = issue(code, Some(origin), text_lost);
        found.args.extend(args.iter().map(|(name, value)| ((*name).to_owned(), value.clone())));
        self.issues.push(found);
    }

    fn close(&mut self) -> Result<(), ReadError> {
        match self.path.pop().unwrap_or_default() {
            "p" => {
                // An instruction ends with its paragraph at the latest: a mark that is lost hides no more than that.
                self.fields.iter_mut().for_each(Field::end_instruction);
                if let Some(Frame::Paragraph(paragraph)) = self.frames.pop() {
                    if paragraph.runs_on {
                        self.run_on = Some(paragraph);
                    } else {
                        self.finish_paragraph(paragraph)?;
                    }
                }
            }
            "tbl" => {
                if let Some(Frame::Table(table)) = self.frames.pop() {
                    for block in table.finish() {
                        self.emit(block);
                    }
                }
            }
            "tr" => self.with_table(Table::end_row),
            "tc" => {
                self.flush()?;
                self.with_table(Table::end_cell);
            }
            "txbxContent" => self.flush()?,
            "mc:AlternateContent" => drop(self.choices.pop()),
            "footnote" | "endnote" | "comment" => {
                self.flush()?;
                if let Some(entry) = self.entries.last_mut() {
                    entry.blocks = std::mem::take(&mut self.blocks);
                }
            }
            _ => {}
        }
        Ok(())
    }

    /// Ends a paragraph that has nothing left to run on into.
    fn flush(&mut self) -> Result<(), ReadError> {
        match self.run_on.take() {
            Some(rest) if !rest.is_blank() || !rest.after.is_empty() => self.finish_paragraph(rest),
            _ => Ok(()),
        }
    }

    fn finish_paragraph(&mut self, mut paragraph: Paragraph) -> Result<(), ReadError> {
        let limit = self.context.limits.max_line_bytes;
        if paragraph.bytes() > limit {
            return Err(ReadError::LineTooLong { line: u64::from(paragraph.index) + 1, limit });
        }
        let tables = || {
            self.frames.iter().filter_map(|frame| if let Frame::Table(t) = frame { Some(t) } else { None })
        };
        let merged = tables().any(|table| table.merged);
        if tables().any(|table| table.dropped_row || table.dropped_cell) || (merged && paragraph.is_blank()) {
            return Ok(());
        }
        let facts = self.context.styles.facts(paragraph.style.as_deref());
        let mut label = self.numbering.next(&paragraph.number, facts);
        if let (Some(label), Some(original)) = (&mut label, paragraph.label.take()) {
            label.text = original;
        }
        let heading = paragraph.outline.map_or(facts.heading, |level| (level < 9).then_some(level + 1));
        let hints = Hints { heading, title: facts.title, toc: facts.toc, ..Hints::default() };
        let (lines, after) = paragraph.finish(label, hints);
        for line in lines {
            self.emit(Block::Line(line));
        }
        for block in after {
            self.emit(block);
        }
        Ok(())
    }

    fn emit(&mut self, block: Block) {
        match self.frames.last_mut() {
            None => self.blocks.push(block),
            Some(Frame::Paragraph(paragraph)) => paragraph.after.push(block),
            Some(Frame::Table(table)) => table.push(block),
        }
    }

    /// Notes where the characters stand that the open paragraph is about to take.
    pub(super) fn note(&mut self, text: &str) {
        let (Some(trail), Some(Frame::Paragraph(paragraph))) = (&mut self.trail, self.frames.last()) else {
            return;
        };
        if let Origin::Docx { paragraph, run: Some(run), offset, .. } = paragraph.here() {
            trail.push(Stretch { paragraph, run, offset, text: text.to_owned(), bytes: self.at.clone() });
        }
    }

    pub(super) fn with_paragraph(&mut self, change: impl FnOnce(&mut Paragraph)) {
        if let Some(Frame::Paragraph(paragraph)) = self.frames.last_mut() {
            change(paragraph);
        }
    }

    pub(super) fn with_table(&mut self, change: impl FnOnce(&mut Table)) {
        if let Some(Frame::Table(table)) = self.frames.last_mut() {
            change(table);
        }
    }
}
