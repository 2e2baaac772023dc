//! What single elements mean for the paragraph, run or table that is open: properties, breaks, fields, references.

use super::body::{Body, Frame, NoteReference};
use super::fields::Field;
use super::frames::{Paragraph, Run};
use super::numbering::original_label;
use super::revisions::takes_away;
use super::styles::NumberReference;
use super::symbols::{UNKNOWN, is_symbol_font, symbol};
use crate::document::Origin;
use crate::read::xml::Element;
use crate::source::Revisions;

/// Fields inside each other that are kept apart.
const MAX_FIELDS: usize = 64;

impl Body<'_> {
    /// An element that opens nothing of its own.
    pub(super) fn property(&mut self, name: &'static str, element: &Element<'_>) {
        let parent = self.ancestor(0);
        match (parent, name) {
            ("", "") => {}
            ("pPr", _) => self.of_paragraph(name, element),
            ("numPr", _) => self.of_number(name, element),
            ("rPr", _) => self.of_run(name, element),
            ("tcPr" | "trPr", _) => self.of_table(name, element),
            ("r", _) => self.in_run(name, element),
            ("ffData" | "checkBox" | "ddList", _) => {
                if let Some(field) = self.fields.last_mut() {
                    field.form(parent, name, element.attribute("val"));
                }
            }
            (_, "commentRangeStart") => self.comment_starts(element),
            (_, "w16se:symEx") => self.symbol_element(element),
            ("sectPr", "headerReference" | "footerReference") => self.margins.extend(element.attribute("id")),
            _ => self.picture(name),
        }
    }

    fn of_paragraph(&mut self, name: &str, element: &Element<'_>) {
        match name {
            "pStyle" => self.with_paragraph(|p| p.style = element.attribute("val")),
            "outlineLvl" => self
                .with_paragraph(|p| p.outline = element.number().and_then(|level| u8::try_from(level).ok())),
            // Only the reading of what was there before comes here: what follows are the former properties.
            "pPrChange" => self.with_paragraph(|p| {
                p.style = None;
                p.outline = None;
                p.number = NumberReference::default();
            }),
            _ => {}
        }
    }

    fn of_number(&mut self, name: &str, element: &Element<'_>) {
        let original = self.context.reading == Revisions::Original;
        match name {
            "numId" => self.with_paragraph(|p| p.number.list = element.attribute("val")),
            "ilvl" => self.with_paragraph(|p| p.number.level = element.number().map(|level| level as usize)),
            "ins" if original => self.with_paragraph(|p| p.number.list = Some("0".to_owned())),
            "numberingChange" => self.with_paragraph(|p| {
                p.label = element.attribute("original").map(|written| original_label(&written));
            }),
            _ => {}
        }
    }

    fn of_run(&mut self, name: &str, element: &Element<'_>) {
        let outer = self.ancestor(1);
        let former = outer == "rPrChange" && self.ancestor(3) == "r";
        match name {
            _ if outer == "pPr" && takes_away(self.context.reading, name) => {
                self.with_paragraph(|p| p.runs_on = true);
            }
            _ if outer != "r" && !former => {}
            "b" => self.with_paragraph(|p| p.run.bold = element.is_on()),
            "vanish" => self.with_paragraph(|p| p.run.hidden = element.is_on()),
            "rFonts" => self.with_paragraph(|p| p.run.font = element.attribute("ascii")),
            "rPrChange" => self.with_paragraph(|p| p.run = Run::default()),
            _ => {}
        }
    }

    fn of_table(&mut self, name: &str, element: &Element<'_>) {
        let gone = takes_away(self.context.reading, name);
        match name {
            "ins" | "del" if gone => self.with_table(|table| table.dropped_row = true),
            "cellIns" | "cellDel" if gone => self.with_table(|table| table.dropped_cell = true),
            "gridSpan" => self.with_table(|table| table.span = element.number().unwrap_or(1)),
            "gridBefore" => self.with_table(|table| table.indent(element.number().unwrap_or(0))),
            "vMerge" | "hMerge" => {
                let starts = element.attribute("val").is_some_and(|value| value == "restart");
                self.with_table(|table| table.merged |= !starts);
            }
            _ => {}
        }
    }

    fn in_run(&mut self, name: &str, element: &Element<'_>) {
        match name {
            "tab" | "ptab" => self.print("\t"),
            "br" | "cr" if self.is_visible() => {
                self.note("\n");
                self.with_paragraph(Paragraph::break_line);
            }
            "noBreakHyphen" => self.print("-"),
            "footnoteReference" => self.refer("footnote", element),
            "endnoteReference" => self.refer("endnote", element),
            "commentReference" => self.comment_starts(element),
            "fldChar" => self.field_mark(element),
            "sym" => self.symbol_element(element),
            _ => self.picture(name),
        }
    }

    fn picture(&mut self, name: &str) {
        match name {
            "a:blip" | "v:imagedata" => self.report("read-image", false, &[]),
            "object" | "dgm:relIds" | "c:chart" => self.report("read-embedded-object", false, &[]),
            "altChunk" | "subDoc" => self.report("read-embedded-object", true, &[]),
            _ => {}
        }
    }

    fn refer(&mut self, kind: &'static str, element: &Element<'_>) {
        self.references.extend(element.attribute("id").map(|id| NoteReference { kind, id }));
    }

    /// A comment belongs to the text that comes next; one without a range to its mark.
    fn comment_starts(&mut self, element: &Element<'_>) {
        let Some(id) = element.attribute("id") else { return };
        let origin = match self.frames.last() {
            Some(Frame::Paragraph(paragraph)) if self.ancestor(0) == "r" => paragraph.here(),
            Some(Frame::Paragraph(paragraph)) => Origin::Docx {
                part: self.part,
                paragraph: paragraph.index,
                run: Some(paragraph.runs),
                offset: 0,
            },
            _ => Origin::Docx { part: self.part, paragraph: self.paragraphs, run: None, offset: 0 },
        };
        self.comments.entry(id).or_insert(origin);
    }

    fn field_mark(&mut self, element: &Element<'_>) {
        match element.attribute("fldCharType").as_deref() {
            Some("begin") if self.fields.len() < MAX_FIELDS => self.fields.push(Field::default()),
            Some("begin") => self.fields_too_deep += 1,
            Some("end") if self.fields_too_deep > 0 => self.fields_too_deep -= 1,
            Some("separate") if self.fields_too_deep == 0 => {
                if let Some(field) = self.fields.last_mut() {
                    field.in_result = true;
                }
            }
            Some("end") => {
                if let Some(field) = self.fields.pop().filter(|field| !field.printed) {
                    self.print(&field.evaluate());
                }
            }
            _ => {}
        }
    }

    /// A field inside the instruction of another prints nothing. What stands in the instruction as text is shown: no
    /// program writes it so, and a mark that got lost must not swallow the rest of the document.
    fn is_visible(&self) -> bool {
        let outer = self.fields.len().saturating_sub(1);
        self.fields.iter().take(outer).all(|field| field.in_result)
    }

    /// Adds text to the open paragraph.
    fn print(&mut self, text: &str) {
        if text.is_empty() || !self.is_visible() {
            return;
        }
        for field in &mut self.fields {
            field.printed |= field.in_result;
        }
        self.note(text);
        self.with_paragraph(|paragraph| paragraph.push(text));
    }

    fn symbol_element(&mut self, element: &Element<'_>) {
        let code = element.attribute("char").and_then(|code| u32::from_str_radix(&code, 16).ok());
        self.symbol(&element.attribute("font").unwrap_or_default(), code.unwrap_or(0));
    }

    fn symbol(&mut self, font: &str, code: u32) {
        let shown = symbol(font, code).unwrap_or_else(|| {
            self.report("read-symbol", false, &[("font", font.to_owned()), ("code", format!("{code:04X}"))]);
            UNKNOWN
        });
        self.print(shown.encode_utf8(&mut [0; 4]));
    }

    /// Text between tags.
    pub(super) fn text(&mut self, text: &str) {
        match self.ancestor(0) {
            "t" | "m:t" | "delText" => self.run_text(text),
            "instrText" => {
                if let Some(field) = self.fields.last_mut().filter(|field| !field.in_result) {
                    field.instruct(text);
                }
            }
            _ => {}
        }
    }

    fn run_text(&mut self, text: &str) {
        let font = match self.frames.last() {
            Some(Frame::Paragraph(paragraph)) => paragraph.run.font.clone().unwrap_or_default(),
            _ => return,
        };
        // Letters of such a font are pictures; characters of other scripts come from another font.
        let pictured = |character: char| matches!(character, '\0'..='\u{ff}' | '\u{f000}'..='\u{f0ff}');
        if !is_symbol_font(&font) || !text.chars().any(pictured) {
            return self.print(text);
        }
        for character in text.chars() {
            if pictured(character) {
                self.symbol(&font, character as u32);
            } else {
                self.print(character.encode_utf8(&mut [0; 4]));
            }
        }
    }
}
