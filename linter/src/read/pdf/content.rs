//! Runs the content of a page: text operators, forms, and the few drawing operators that make ruling lines.

use super::budget::Budget;
use super::file::{File, Page, as_dictionary};
use super::font::Font;
use super::geometry::{Area, Direction, Matrix};
use super::glyph::{Glyph, Sheet};
use super::lexer::{Lexer, Operand};
use super::path::Path;
use crate::read::ReadError;
use lopdf::{Dictionary, Object, ObjectId};
use std::collections::BTreeMap;
use std::rc::Rc;

/// Forms inside forms.
const MAX_FORMS: usize = 12;
/// Saved graphics states.
const MAX_SAVED: usize = 256;

/// Fonts by the object they stand in, for the whole file.
pub(super) type Fonts = BTreeMap<ObjectId, Rc<Font>>;

/// What `q` saves.
#[derive(Clone)]
struct State {
    map: Matrix,
    font: Option<Rc<Font>>,
    size: f64,
    character_space: f64,
    word_space: f64,
    scale: f64,
    leading: f64,
    rise: f64,
}

/// Runs one page.
pub(super) struct Runner<'a> {
    pub(super) file: &'a File,
    pub(super) fonts: &'a mut Fonts,
    pub(super) budget: &'a mut Budget,
    sheet: Sheet,
    state: State,
    saved: Vec<State>,
    text: Matrix,
    line: Matrix,
    path: Path,
    /// Marked content that is open, with whether it is a header, footer or page number.
    marks: Vec<bool>,
    forms: usize,
}

impl<'a> Runner<'a> {
    /// Runs the content of a page.
    pub(super) fn run(
        file: &'a File,
        fonts: &'a mut Fonts,
        budget: &'a mut Budget,
        page: &Page<'_>,
        number: u32,
    ) -> Result<Sheet, ReadError> {
        let state = State {
            map: page.map,
            font: None,
            size: 0.0,
            character_space: 0.0,
            word_space: 0.0,
            scale: 1.0,
            leading: 0.0,
            rise: 0.0,
        };
        let mut runner = Runner {
            file,
            fonts,
            budget,
            sheet: Sheet { number, size: page.size, ..Sheet::default() },
            state,
            saved: Vec::new(),
            text: Matrix::IDENTITY,
            line: Matrix::IDENTITY,
            path: Path::default(),
            marks: Vec::new(),
            forms: 0,
        };
        let content = runner.content(page.dictionary)?;
        runner.stream(&content, page.resources)?;
        Ok(runner.sheet)
    }

    /// The content streams of a page, joined.
    fn content(&mut self, page: &Dictionary) -> Result<Vec<u8>, ReadError> {
        let mut joined = Vec::new();
        let parts: Vec<&Object> = match self.file.get(page, b"Contents") {
            Some(Object::Array(parts)) => parts.iter().filter_map(|part| self.file.resolve(part)).collect(),
            Some(part) => vec![part],
            None => Vec::new(),
        };
        for part in parts {
            self.budget.step()?;
            let Object::Stream(stream) = part else { continue };
            match self.budget.expand(stream)? {
                Some(bytes) => joined.extend(bytes),
                None => self.sheet.broken = true,
            }
            joined.push(b'\n');
        }
        Ok(joined)
    }

    fn stream(&mut self, bytes: &[u8], resources: Option<&Dictionary>) -> Result<(), ReadError> {
        let mut lexer = Lexer::new(bytes);
        let mut operands = Vec::new();
        while let Some(operator) = lexer.next(&mut operands) {
            self.budget.step()?;
            self.instruction(operator, &operands, resources)?;
        }
        Ok(())
    }

    fn instruction(
        &mut self,
        operator: &[u8],
        operands: &[Operand],
        resources: Option<&Dictionary>,
    ) -> Result<(), ReadError> {
        let number = |index: usize| operands.get(index).and_then(Operand::number).unwrap_or(0.0);
        match operator {
            b"q" if self.saved.len() < MAX_SAVED => self.saved.push(self.state.clone()),
            b"Q" => self.state = self.saved.pop().unwrap_or_else(|| self.state.clone()),
            b"cm" => self.state.map = matrix(operands).then(self.state.map),
            b"BT" => {
                self.text = Matrix::IDENTITY;
                self.line = Matrix::IDENTITY;
            }
            b"Tf" => {
                self.state.font = self.font(operands.first().and_then(Operand::name), resources)?;
                self.state.size = number(1);
            }
            b"Tc" => self.state.character_space = number(0),
            b"Tw" => self.state.word_space = number(0),
            b"Tz" => self.state.scale = number(0) / 100.0,
            b"TL" => self.state.leading = number(0),
            b"Ts" => self.state.rise = number(0),
            b"Td" => self.next_line(number(0), number(1)),
            b"TD" => {
                self.state.leading = -number(1);
                self.next_line(number(0), number(1));
            }
            b"Tm" => {
                self.line = matrix(operands);
                self.text = self.line;
            }
            b"T*" => self.next_line(0.0, -self.state.leading),
            b"Tj" => self.show(operands)?,
            b"TJ" => {
                if let Some(Operand::List(list)) = operands.first() {
                    self.show(list)?;
                }
            }
            b"'" => {
                self.next_line(0.0, -self.state.leading);
                self.show(operands)?;
            }
            b"\"" => {
                self.state.word_space = number(0);
                self.state.character_space = number(1);
                self.next_line(0.0, -self.state.leading);
                self.show(operands.get(2..).unwrap_or_default())?;
            }
            b"BMC" | b"BDC" => self.marks.push(is_margin(operands)),
            b"EMC" => {
                self.marks.pop();
            }
            b"Do" => self.object(operands.first().and_then(Operand::name), resources)?,
            b"BI" => self.picture(),
            _ => self.path.instruction(operator, operands, self.state.map, &mut self.sheet),
        }
        Ok(())
    }

    fn next_line(&mut self, x: f64, y: f64) {
        self.line = Matrix::moved(x, y).then(self.line);
        self.text = self.line;
    }

    fn font(
        &mut self,
        name: Option<&[u8]>,
        resources: Option<&Dictionary>,
    ) -> Result<Option<Rc<Font>>, ReadError> {
        let found = resources.and_then(|resources| self.file.dictionary(resources, b"Font")).zip(name);
        let Some((fonts, name)) = found else { return Ok(None) };
        let id = self.file.reference(fonts, name);
        if let Some(known) = id.and_then(|id| self.fonts.get(&id)) {
            return Ok(Some(Rc::clone(known)));
        }
        let Some(dictionary) = self.file.dictionary(fonts, name) else { return Ok(None) };
        let font = Rc::new(Font::read(self.file, dictionary, self.budget)?);
        if let Some(id) = id {
            self.fonts.insert(id, Rc::clone(&font));
        }
        Ok(Some(font))
    }

    /// Strings, and between them distances in thousandths of the font size.
    fn show(&mut self, items: &[Operand]) -> Result<(), ReadError> {
        let Some(font) = self.state.font.clone() else {
            self.sheet.broken |=
                items.iter().any(|item| matches!(item, Operand::String(text) if !text.is_empty()));
            return Ok(());
        };
        for item in items {
            match item {
                Operand::String(bytes) => font.show(bytes, |shown| self.glyph(&font, shown))?,
                Operand::Number(back) if font.vertical => {
                    self.text = Matrix::moved(0.0, -back / 1000.0 * self.state.size).then(self.text);
                }
                Operand::Number(back) => {
                    let x = -back / 1000.0 * self.state.size * self.state.scale;
                    self.text = Matrix::moved(x, 0.0).then(self.text);
                }
                _ => self.budget.step()?,
            }
        }
        Ok(())
    }

    fn glyph(&mut self, font: &Font, shown: super::font::Shown) -> Result<(), ReadError> {
        self.budget.character()?;
        let State { size, scale, rise, character_space, word_space, .. } = self.state;
        let word_space = if shown.is_space { word_space } else { 0.0 };
        let em = Matrix([size * scale, 0.0, 0.0, size, 0.0, rise]);
        let map = em.then(self.text).then(self.state.map);
        let width = shown.width;
        let (body, step) = if font.vertical {
            // The usual origin of vertical glyphs: the middle of the upper edge.
            let body = Area { left: -width / 2.0, right: width / 2.0, top: -1.0, bottom: 0.0 };
            (body, Matrix::moved(0.0, -size + character_space + word_space))
        } else {
            let body = Area { left: 0.0, right: width, top: -0.12, bottom: 0.88 };
            (body, Matrix::moved((width * size + character_space + word_space) * scale, 0.0))
        };
        self.text = step.then(self.text);
        let area = map.bounds(body);
        let page = self.sheet.size;
        let (x, y) = ((area.left + area.right) / 2.0, (area.top + area.bottom) / 2.0);
        let on_page = area.is_finite() && (0.0..=page.width).contains(&x) && (0.0..=page.height).contains(&y);
        if on_page && !shown.text.is_empty() {
            let direction = match map.direction() {
                Some(Direction::Right) if font.vertical => Some(Direction::Down),
                direction => direction,
            };
            let artifact = self.marks.contains(&true);
            let size = map.height();
            self.sheet.glyphs.push(Glyph { text: shown.text, area, size, direction, artifact });
        }
        Ok(())
    }

    fn object(&mut self, name: Option<&[u8]>, resources: Option<&Dictionary>) -> Result<(), ReadError> {
        let objects = resources.and_then(|resources| self.file.dictionary(resources, b"XObject"));
        let found = objects.zip(name).and_then(|(objects, name)| self.file.get(objects, name));
        let Some(Object::Stream(stream)) = found else { return Ok(()) };
        let kind = self.file.get(&stream.dict, b"Subtype").and_then(|kind| kind.as_name().ok());
        if kind != Some(b"Form") {
            self.picture();
            return Ok(());
        }
        if self.forms >= MAX_FORMS {
            self.sheet.broken = true;
            return Ok(());
        }
        let Some(content) = self.budget.expand(stream)? else {
            self.sheet.broken = true;
            return Ok(());
        };
        let state = self.state.clone();
        let (saved, marks) = (std::mem::take(&mut self.saved), self.marks.len());
        let (text, line) = (self.text, self.line);
        if let Some([a, b, c, d, e, f]) = self.file.numbers(&stream.dict, b"Matrix").as_deref() {
            self.state.map = Matrix([*a, *b, *c, *d, *e, *f]).then(self.state.map);
        }
        self.forms += 1;
        let own = self.file.get(&stream.dict, b"Resources").and_then(as_dictionary);
        self.stream(&content, own.or(resources))?;
        self.forms -= 1;
        (self.state, self.saved, self.text, self.line) = (state, saved, text, line);
        self.marks.truncate(marks);
        Ok(())
    }

    /// A picture fills the unit square.
    fn picture(&mut self) {
        let unit = Area { left: 0.0, top: 0.0, right: 1.0, bottom: 1.0 };
        let area = self.state.map.bounds(unit);
        let page = self.sheet.size;
        let across = area.right.min(page.width) - area.left.max(0.0);
        let down = area.bottom.min(page.height) - area.top.max(0.0);
        let part = across.max(0.0) * down.max(0.0) / (page.width * page.height).max(1.0);
        self.sheet.picture = self.sheet.picture.max(part.max(f64::MIN_POSITIVE));
    }
}

fn matrix(operands: &[Operand]) -> Matrix {
    let mut values = Matrix::IDENTITY.0;
    for (slot, operand) in values.iter_mut().zip(operands) {
        *slot = operand.number().unwrap_or(0.0);
    }
    Matrix(values)
}

/// `/Artifact <</Type /Pagination …>> BDC`: what producers mark as no part of the text.
fn is_margin(operands: &[Operand]) -> bool {
    let pagination = |operand: &Operand| match operand {
        Operand::List(list) => list.iter().any(|item| item.name() == Some(b"Pagination")),
        _ => false,
    };
    operands.first().and_then(Operand::name) == Some(b"Artifact") && operands.iter().any(pagination)
}
