//! The text of a part: paragraphs, runs, tables, text boxes, with tracked changes accepted.
//!
//! The walk is a loop over steps with an explicit stack, so that no nesting can exhaust the real one.

use super::frames::{Paragraph, Table};
use super::numbering::Numbering;
use super::styles::Styles;
use crate::document::{DocxPart, Origin, ReadIssue};
use crate::read::ReadError;
use crate::read::raw::{Block, Hints, issue};
use crate::read::xml::{Element, Step, Walker};
use crate::source::Limits;

/// Subtrees without text of the document.
const SKIPPED: [&str; 21] = [
    "del",
    "moveFrom",
    "mc:Fallback",
    "rt",
    "instrText",
    "delText",
    "delInstrText",
    "pPrChange",
    "rPrChange",
    "sectPrChange",
    "tblPrChange",
    "trPrChange",
    "tcPrChange",
    "numberingChange",
    "sdtPr",
    "sectPr",
    "ffData",
    "tblPr",
    "tblGrid",
    "rubyPr",
    "tblPrExChange",
];

/// A note that the text refers to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct NoteReference {
    /// `footnote` or `endnote`.
    pub(super) kind: &'static str,
    /// Its id in the part of notes.
    pub(super) id: String,
    /// Where it is referred to.
    pub(super) origin: Origin,
}

enum Frame {
    Paragraph(Paragraph),
    Table(Table),
}

/// The text of a part while it is read.
pub(super) struct Body<'a> {
    /// Finished lines and tables.
    pub(super) blocks: Vec<Block>,
    /// What could not be read.
    pub(super) issues: Vec<ReadIssue>,
    /// Notes in the order of their references.
    pub(super) references: Vec<NoteReference>,
    styles: &'a Styles,
    numbering: Numbering,
    frames: Vec<Frame>,
    paragraphs: u32,
    /// Names of the open elements.
    path: Vec<String>,
    /// A paragraph whose mark is deleted: the next one goes on with it.
    run_on: Option<Paragraph>,
}

impl<'a> Body<'a> {
    /// Nothing read yet.
    pub(super) fn new(styles: &'a Styles, numbering: Numbering) -> Self {
        Self {
            blocks: Vec::new(),
            issues: Vec::new(),
            references: Vec::new(),
            styles,
            numbering,
            frames: Vec::new(),
            paragraphs: 0,
            path: Vec::new(),
            run_on: None,
        }
    }

    /// Reads a whole part.
    pub(super) fn walk(&mut self, xml: &str, part: &str, limits: &Limits) -> Result<(), ReadError> {
        let mut walker = Walker::new(xml, part, limits);
        loop {
            match walker.step()? {
                Step::Open(element) => self.open(&element, &mut walker)?,
                Step::Close => self.close(limits)?,
                Step::Text(text) => self.text(&text),
                Step::End => break,
            }
        }
        if let Some(rest) = self.run_on.take() {
            self.finish_paragraph(rest, limits)?;
        }
        Ok(())
    }

    /// Reads the inside of one note.
    pub(super) fn walk_fragment(&mut self, fragment: &str, limits: &Limits) -> Result<(), ReadError> {
        self.walk(fragment, "footnotes.xml", limits)
    }

    fn open(&mut self, element: &Element<'_>, walker: &mut Walker<'_>) -> Result<(), ReadError> {
        let name = element.name();
        if self.is_skipped(&name) {
            // The index of a paragraph counts skipped ones too.
            self.paragraphs += self.skip_counting(walker)?;
            return Ok(());
        }
        match name.as_str() {
            "p" => self.open_paragraph(),
            "tbl" => self.frames.push(Frame::Table(Table::default())),
            "tr" => self.with_table(Table::row),
            "tc" => self.with_table(Table::cell),
            "r" => self.with_paragraph(|paragraph| {
                paragraph.runs += 1;
                paragraph.offset = 0;
                paragraph.bold = false;
                paragraph.hidden = false;
            }),
            _ => self.property(&name, element),
        }
        self.path.push(name);
        Ok(())
    }

    /// `w:del` inside properties marks the paragraph or the row itself.
    fn is_skipped(&self, name: &str) -> bool {
        let parent = self.path.last().map(String::as_str);
        SKIPPED.contains(&name)
            && !(matches!(name, "del" | "moveFrom") && matches!(parent, Some("rPr" | "trPr")))
    }

    fn skip_counting(&mut self, walker: &mut Walker<'_>) -> Result<u32, ReadError> {
        let (mut depth, mut paragraphs) = (1_u32, 0);
        while depth > 0 {
            match walker.step()? {
                Step::Open(element) => {
                    depth += 1;
                    paragraphs += u32::from(element.name() == "p");
                }
                Step::Close => depth -= 1,
                Step::Text(_) => {}
                Step::End => break,
            }
        }
        Ok(paragraphs)
    }

    fn open_paragraph(&mut self) {
        let mut paragraph = self.run_on.take().unwrap_or_default();
        // INVARIANT: joined pieces keep their own origins; the merged paragraph has the properties of the last one.
        paragraph.restart(self.paragraphs);
        self.paragraphs += 1;
        self.frames.push(Frame::Paragraph(paragraph));
    }

    fn property(&mut self, name: &str, element: &Element<'_>) {
        let parent = self.path.last().cloned().unwrap_or_default();
        match (parent.as_str(), name) {
            ("pPr", "pStyle") => self.with_paragraph(|p| p.style = element.attribute("val")),
            ("pPr", "outlineLvl") => {
                self.with_paragraph(|p| {
                    p.outline = element.number().and_then(|level| u8::try_from(level).ok())
                });
            }
            ("numPr", "numId") => self.with_paragraph(|p| p.number.list = element.attribute("val")),
            ("numPr", "ilvl") => {
                self.with_paragraph(|p| p.number.level = element.number().map(|level| level as usize))
            }
            ("rPr", "del" | "moveFrom")
                if self.path.iter().rev().nth(1).is_some_and(|outer| outer == "pPr") =>
            {
                self.with_paragraph(|p| p.runs_on = true);
            }
            ("trPr", "del") => self.with_table(|table| table.deleted_row = true),
            ("tcPr", "gridSpan") => self.with_table(|table| table.span = element.number().unwrap_or(1)),
            ("rPr", "b") if self.in_run_properties() => self.with_paragraph(|p| p.bold = element.is_on()),
            ("rPr", "vanish") if self.in_run_properties() => {
                self.with_paragraph(|p| p.hidden = element.is_on())
            }
            ("r", "tab" | "ptab") => self.with_paragraph(|p| p.push("\t")),
            ("r", "br" | "cr") => self.with_paragraph(Paragraph::break_line),
            ("r", "noBreakHyphen") => self.with_paragraph(|p| p.push("-")),
            ("r", "footnoteReference") => self.refer("footnote", element),
            ("r", "endnoteReference") => self.refer("endnote", element),
            _ => self.picture(name),
        }
    }

    fn in_run_properties(&self) -> bool {
        self.path.iter().rev().nth(1).is_some_and(|outer| outer == "r")
    }

    fn picture(&mut self, name: &str) {
        match name {
            "a:blip" | "v:imagedata" => self.report("read-image", false),
            "object" | "dgm:relIds" => self.report("read-embedded-object", false),
            "altChunk" => self.report("read-embedded-object", true),
            _ => {}
        }
    }

    fn report(&mut self, code: &str, text_lost: bool) {
        let origin = Origin::Docx {
            part: DocxPart::Document,
            paragraph: self.paragraphs.saturating_sub(1),
            run: None,
            offset: 0,
        };
        self.issues.push(issue(code, Some(origin), text_lost));
    }

    fn refer(&mut self, kind: &'static str, element: &Element<'_>) {
        let Some(id) = element.attribute("id") else { return };
        let Some(Frame::Paragraph(paragraph)) = self.frames.last() else { return };
        let run = Some(paragraph.runs.saturating_sub(1));
        let origin = Origin::Docx {
            part: DocxPart::Document,
            paragraph: paragraph.index,
            run,
            offset: paragraph.offset,
        };
        self.references.push(NoteReference { kind, id, origin });
    }

    fn text(&mut self, text: &str) {
        if self.path.last().is_some_and(|name| name == "t" || name == "m:t") {
            self.with_paragraph(|paragraph| paragraph.push(text));
        }
    }

    fn close(&mut self, limits: &Limits) -> Result<(), ReadError> {
        match self.path.pop().as_deref() {
            Some("p") => {
                if let Some(Frame::Paragraph(paragraph)) = self.frames.pop() {
                    if paragraph.runs_on {
                        self.run_on = Some(paragraph);
                    } else {
                        self.finish_paragraph(paragraph, limits)?;
                    }
                }
            }
            Some("tbl") => {
                if let Some(Frame::Table(table)) = self.frames.pop() {
                    for block in table.finish() {
                        self.emit(block);
                    }
                }
            }
            Some("tr") => self.with_table(Table::end_row),
            Some("tc") => self.with_table(Table::end_cell),
            _ => {}
        }
        Ok(())
    }

    fn finish_paragraph(&mut self, paragraph: Paragraph, limits: &Limits) -> Result<(), ReadError> {
        let length: u64 =
            paragraph.lines.iter().flat_map(|line| &line.pieces).map(|piece| piece.text.len() as u64).sum();
        if length > limits.max_line_bytes {
            let line = u64::from(paragraph.index) + 1;
            return Err(ReadError::LineTooLong { line, limit: limits.max_line_bytes });
        }
        let facts = self.styles.facts(paragraph.style.as_deref());
        let mut number = paragraph.number.clone();
        number.list = number.list.or(facts.number.list);
        number.level = number.level.or(facts.number.level);
        let empty = paragraph.lines.iter().all(crate::read::raw::Line::is_blank);
        let label =
            self.numbering.next(&number, paragraph.style.as_deref()).filter(|label| !(empty && label.bullet));
        let own = paragraph.outline.filter(|level| *level < 9).map(|level| level + 1);
        let hints =
            Hints { heading: own.or(facts.heading), title: facts.title, toc: facts.toc, ..Hints::default() };
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

    fn with_paragraph(&mut self, change: impl FnOnce(&mut Paragraph)) {
        if let Some(Frame::Paragraph(paragraph)) = self.frames.last_mut() {
            change(paragraph);
        }
    }

    fn with_table(&mut self, change: impl FnOnce(&mut Table)) {
        if let Some(Frame::Table(table)) = self.frames.last_mut() {
            change(table);
        }
    }
}

/// The notes of a part: id and inner XML. Separators are no notes.
pub(super) fn note_fragments(
    xml: &str,
    kind: &str,
    limits: &Limits,
) -> Result<Vec<(String, String)>, ReadError> {
    let mut found = Vec::new();
    let mut walker = Walker::new(xml, "footnotes.xml", limits);
    loop {
        let element = match walker.step()? {
            Step::Open(element) => element,
            Step::End => return Ok(found),
            _ => continue,
        };
        if element.name() != kind {
            continue;
        }
        let (id, special) =
            (element.attribute("id"), element.attribute("type").is_some_and(|kind| kind != "normal"));
        let start = walker.position();
        walker.skip()?;
        let inner = xml
            .get(start..walker.position())
            .and_then(|inner| inner.rfind("</").and_then(|end| inner.get(..end)));
        if let (Some(id), Some(inner), false) = (id, inner, special) {
            found.push((id, inner.to_owned()));
        }
    }
}
