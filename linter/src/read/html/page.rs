//! The walk over a page: open elements, and the text they hold.
//!
//! Elements are closed as browsers close them as far as the text depends on it: `<p>`, `<li>`, cells and rows end where
//! the next one starts, a stray end tag closes nothing outside its cell. There is no recursion.

use super::elements::{Effect, effect, is_block, is_void};
use super::lines::{LineBuilder, Look};
use super::lists::List;
use super::tables::{Entry, Table};
use super::tokens::{StartTag, Token, tokens};
use crate::document::{AsideKind, Origin};
use crate::normalise::normalise;
use crate::read::ReadError;
use crate::read::decode::Decoded;
use crate::read::raw::{Block, Line, Pace, Piece};
use crate::source::{Limits, ReadOptions, Revisions};
use crate::structure::is_labelled;

/// Everything the walk found.
#[derive(Debug, Default)]
pub(super) struct Found {
    /// Lines and tables in order, those beside the text included.
    pub(super) entries: Vec<Entry>,
    /// The text of `title`.
    pub(super) title: Option<Line>,
    /// Pictures that are more than decoration, the first few.
    pub(super) pictures: Vec<Origin>,
    /// Whether there is any picture.
    pub(super) pictured: bool,
    /// Scripts.
    pub(super) scripts: u64,
    /// A page inside the page.
    pub(super) frame: Option<Origin>,
    /// A sentence that nobody sees.
    pub(super) hidden: Option<Origin>,
    /// Lines that a `<br>` or a verbatim block ended.
    pub(super) cut: usize,
}

/// Kinds of elements that end or fence others, as bits.
mod kind {
    pub(super) const P: u16 = 1;
    pub(super) const ITEM: u16 = 2;
    pub(super) const LIST: u16 = 4;
    pub(super) const TERM: u16 = 8;
    pub(super) const TERMS: u16 = 16;
    pub(super) const CELL: u16 = 32;
    pub(super) const ROW: u16 = 64;
    pub(super) const ROWS: u16 = 128;
    pub(super) const TABLE: u16 = 256;
    pub(super) const LINK: u16 = 512;
    pub(super) const BOX: u16 = 1024;
    pub(super) const HEADING: u16 = 2048;

    pub(super) fn of(name: &str) -> u16 {
        match name {
            "p" => P,
            "li" => ITEM,
            "ol" | "ul" | "dir" | "menu" => LIST,
            "dt" | "dd" => TERM,
            "dl" => TERMS,
            "td" | "th" | "caption" => CELL,
            "tr" => ROW,
            "tbody" | "thead" | "tfoot" => ROWS,
            "table" => TABLE,
            "a" => LINK,
            "div" | "blockquote" | "body" => BOX,
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => HEADING,
            _ => 0,
        }
    }
}

/// An open element.
#[derive(Debug)]
struct Open {
    name: String,
    kind: u16,
    effect: Effect,
    sectioned: bool,
}

/// The label of a list item that waits for its text.
#[derive(Debug)]
struct Due {
    label: Option<String>,
    at: usize,
    level: u8,
}

/// How many of the open elements do what.
#[derive(Debug, Default)]
struct State {
    hidden: u32,
    skipped: u32,
    titles: u32,
    verbatim: u32,
    code: u32,
    bold: u32,
    mains: u32,
    quotes: u32,
    notes: u32,
    sections: u32,
    headings: Vec<u8>,
    asides: Vec<AsideKind>,
    links: Vec<bool>,
}

/// Reads the page.
pub(super) fn walk(decoded: &Decoded, options: &ReadOptions) -> Result<Found, ReadError> {
    let mut page = Page {
        decoded,
        limits: options.limits,
        revisions: options.revisions.unwrap_or_default(),
        stack: Vec::new(),
        state: State::default(),
        lists: Vec::new(),
        tables: Vec::new(),
        line: LineBuilder::default(),
        title: LineBuilder::default(),
        due: None,
        blank: false,
        elements: 0,
        cells: 0,
        found: Found::default(),
    };
    for token in tokens(&decoded.text) {
        match token {
            Token::Start(tag) => page.start(&tag)?,
            Token::End(name) => page.end(&name)?,
            Token::Text(range) => page.text(range),
            Token::Reference(text, at) => page.reference(&text, at),
        }
    }
    page.flush();
    page.close_to(0)?;
    page.found.title = page.title.take().map(|(line, _)| line);
    Ok(page.found)
}

struct Page<'a> {
    decoded: &'a Decoded,
    limits: Limits,
    revisions: Revisions,
    stack: Vec<Open>,
    state: State,
    lists: Vec<List>,
    tables: Vec<Table>,
    line: LineBuilder,
    title: LineBuilder,
    due: Option<Due>,
    blank: bool,
    elements: u64,
    cells: u64,
    found: Found,
}

impl Page<'_> {
    fn origin(&self, at: usize) -> Origin {
        Origin::Bytes { byte: self.decoded.file_offset(at) }
    }

    /// Nothing that comes now is text.
    fn is_silent(&self) -> bool {
        self.state.hidden > 0 || self.state.skipped > 0
    }

    fn look(&self) -> Look {
        Look {
            bold: self.state.bold > 0,
            link: self.state.links.last().copied(),
            verbatim: self.state.verbatim > 0,
        }
    }

    fn start(&mut self, tag: &StartTag) -> Result<(), ReadError> {
        self.elements += 1;
        if self.elements > self.limits.max_html_elements {
            return Err(ReadError::TooManyElements { limit: self.limits.max_html_elements });
        }
        if is_void(&tag.name) {
            self.void(tag);
            return Ok(());
        }
        match tag.name.as_str() {
            "script" => self.found.scripts += 1,
            "iframe" => self.frame(tag),
            _ => {}
        }
        self.imply_ends(&tag.name)?;
        let effect = if self.is_silent() { Effect::Inline } else { self.effect(tag) };
        if breaks_line(&tag.name, &effect) {
            self.flush();
        }
        self.open(tag, effect);
        let sectioned = matches!(tag.name.as_str(), "main" | "article" | "section") || effect == Effect::Main;
        self.state.sections += u32::from(sectioned);
        self.stack.push(Open { kind: kind::of(&tag.name), name: tag.name.clone(), effect, sectioned });
        if self.stack.len() as u64 > self.limits.max_html_depth {
            return Err(ReadError::XmlDepth { part: "HTML".to_owned(), limit: self.limits.max_html_depth });
        }
        Ok(())
    }

    fn effect(&self, tag: &StartTag) -> Effect {
        let revision = match self.revisions {
            Revisions::Final => "del",
            Revisions::Original => "ins",
        };
        let name = tag.name.as_str();
        if name == revision {
            return Effect::Skipped;
        }
        // The heading of a panel that opens on a click is a button.
        if name == "button" && !self.state.headings.is_empty() {
            return Effect::Inline;
        }
        match effect(tag, self.state.sections > 0) {
            Effect::Row | Effect::Cell if self.tables.is_empty() => Effect::Block,
            Effect::Code if self.state.verbatim == 0 => Effect::Inline,
            effect => effect,
        }
    }

    fn open(&mut self, tag: &StartTag, effect: Effect) {
        let state = &mut self.state;
        match effect {
            Effect::Inline | Effect::Block => {}
            Effect::Hidden => state.hidden += 1,
            Effect::Skipped => state.skipped += 1,
            Effect::Aside(kind) => state.asides.push(kind),
            Effect::Heading(level) => state.headings.push(level),
            Effect::Verbatim => state.verbatim += 1,
            Effect::Code => state.code += 1,
            Effect::List => self.lists.push(List::new(tag)),
            Effect::Item => self.item(tag),
            Effect::Bold => state.bold += 1,
            Effect::Link(here) => state.links.push(here),
            Effect::Main => state.mains += 1,
            Effect::Quote => state.quotes += 1,
            Effect::Note => state.notes += 1,
            Effect::Title => state.titles += 1,
            Effect::Table => self.tables.push(Table::new(tag, state.mains > 0)),
            Effect::Row => self.with_table(Table::open_row),
            Effect::Cell => self.with_table(|table| table.open_cell(tag)),
        }
        if tag.name == "caption" && effect == Effect::Block {
            self.with_table(Table::declare_data);
        }
    }

    fn close(&mut self, open: &Open) -> Result<(), ReadError> {
        if breaks_line(&open.name, &open.effect) {
            self.flush();
        }
        let state = &mut self.state;
        state.sections = state.sections.saturating_sub(u32::from(open.sectioned));
        match open.effect {
            Effect::Inline | Effect::Block => {}
            Effect::Hidden => state.hidden = state.hidden.saturating_sub(1),
            Effect::Skipped => state.skipped = state.skipped.saturating_sub(1),
            Effect::Aside(_) => drop(state.asides.pop()),
            Effect::Heading(_) => drop(state.headings.pop()),
            Effect::Verbatim => state.verbatim = state.verbatim.saturating_sub(1),
            Effect::Code => state.code = state.code.saturating_sub(1),
            Effect::List => drop(self.lists.pop()),
            Effect::Item => self.due = None,
            Effect::Bold => state.bold = state.bold.saturating_sub(1),
            Effect::Link(_) => drop(state.links.pop()),
            Effect::Main => state.mains = state.mains.saturating_sub(1),
            Effect::Quote => state.quotes = state.quotes.saturating_sub(1),
            Effect::Note => state.notes = state.notes.saturating_sub(1),
            Effect::Title => state.titles = state.titles.saturating_sub(1),
            Effect::Row => self.with_table(Table::close_row),
            Effect::Cell => self.with_table(Table::close_cell),
            Effect::Table => {
                if let Some(table) = self.tables.pop() {
                    self.cells += table.cells;
                    table.finish().into_iter().for_each(|entry| self.emit(entry));
                }
            }
        }
        let open_cells: u64 = self.tables.iter().map(|table| table.cells).sum();
        if matches!(open.effect, Effect::Row | Effect::Cell | Effect::Table)
            && self.cells + open_cells > self.limits.max_table_cells
        {
            return Err(ReadError::TableTooLarge { limit: self.limits.max_table_cells });
        }
        Ok(())
    }

    fn with_table(&mut self, change: impl FnOnce(&mut Table)) {
        if let Some(table) = self.tables.last_mut() {
            change(table);
        }
    }

    fn item(&mut self, tag: &StartTag) {
        let level = u8::try_from(self.lists.len().saturating_sub(1)).unwrap_or(u8::MAX);
        let label = self.lists.last_mut().and_then(|list| list.item(tag));
        self.due = Some(Due { label, at: tag.at, level });
    }

    fn void(&mut self, tag: &StartTag) {
        match tag.name.as_str() {
            "frame" => self.frame(tag),
            _ if self.is_silent() => {}
            // A heading is one line, however it is set.
            "br" if !self.state.headings.is_empty() => self.line.space(tag.at, false),
            "br" if self.state.titles > 0 => self.title.space(tag.at, false),
            "br" => self.break_line(),
            "hr" => {
                self.flush();
                self.blank = true;
            }
            "img" => self.picture(tag),
            _ => {}
        }
    }

    fn break_line(&mut self) {
        self.found.cut += 1;
        self.blank |= self.line.is_empty();
        self.flush();
    }

    fn frame(&mut self, tag: &StartTag) {
        if self.found.frame.is_none() && !self.is_silent() {
            self.found.frame = Some(self.origin(tag.at));
        }
    }

    /// Spacers and icons are no pictures. What a picture says instead of a heading is read.
    fn picture(&mut self, tag: &StartTag) {
        let small = |name: &str| {
            tag.attribute(name)
                .and_then(|size| size.trim().parse::<u32>().ok())
                .is_some_and(|size| size <= 48)
        };
        let alt = tag.attribute("alt").map(str::trim);
        if small("width") || small("height") || !self.state.asides.is_empty() {
            return;
        }
        self.found.pictured = true;
        if let Some(alt) = alt.filter(|alt| !alt.is_empty() && !self.state.headings.is_empty()) {
            let look = self.look();
            self.line.push_still(self.decoded, alt, tag.at, look);
        } else if alt != Some("") && self.found.pictures.len() < 20 {
            let origin = self.origin(tag.at);
            self.found.pictures.push(origin);
        }
    }

    fn text(&mut self, range: std::ops::Range<usize>) {
        if self.is_silent() {
            self.note_hidden(&range);
            return;
        }
        let look = self.look();
        if self.state.titles > 0 {
            self.title.push(self.decoded, range, Look::default());
        } else if look.verbatim {
            self.verbatim(range, look);
        } else {
            self.line.push(self.decoded, range, look);
        }
    }

    fn verbatim(&mut self, range: std::ops::Range<usize>, look: Look) {
        let text = self.decoded.text.get(range.clone()).unwrap_or_default();
        let mut start = range.start;
        for part in text.split_inclusive(['\n', '\r']) {
            let content = part.trim_end_matches(['\n', '\r']);
            self.line.push(self.decoded, start..start + content.len(), look);
            if content.len() < part.len() {
                self.break_line();
            }
            start += part.len();
        }
    }

    fn reference(&mut self, text: &str, at: usize) {
        if self.is_silent() {
            return;
        }
        let look = self.look();
        if self.state.titles > 0 {
            self.title.push_still(self.decoded, text, at, Look::default());
        } else if look.verbatim && matches!(text, "\n" | "\r") {
            self.break_line();
        } else {
            self.line.push_still(self.decoded, text, at, look);
        }
    }

    /// A whole sentence that is hidden may be a provision.
    fn note_hidden(&mut self, range: &std::ops::Range<usize>) {
        if self.state.hidden > 0 && self.found.hidden.is_none() {
            let text = self.decoded.text.get(range.clone()).unwrap_or_default();
            if text.contains('。') {
                self.found.hidden = Some(self.origin(range.start));
            }
        }
    }

    /// Ends the line that is being written.
    fn flush(&mut self) {
        let empty = self.line.is_empty();
        let Some((mut line, linked)) = self.line.take() else {
            // A paragraph of nothing but spaces is an empty line.
            self.blank |= !empty;
            return;
        };
        line.hints.heading = self.state.headings.last().copied();
        line.hints.quote = self.state.quotes > 0;
        line.hints.note = self.state.notes > 0;
        line.hints.code = self.state.code > 0;
        line.hints.blank_before = std::mem::take(&mut self.blank);
        if let Some(due) = self.due.take() {
            line.hints.list_level = Some(due.level);
            // Many documents print the numbers themselves and hide those of the list by a style sheet.
            if let Some(text) = due.label.filter(|_| !is_labelled(&normalise(&line.text()))) {
                line.pieces.insert(0, Piece { text, origin: self.origin(due.at), pace: Pace::Still });
            }
        }
        let aside = self.state.asides.last().copied();
        self.emit(Entry { block: Block::Line(line), main: self.state.mains > 0, aside, linked });
    }

    fn emit(&mut self, entry: Entry) {
        let cell = self.tables.iter_mut().rev().find(|table| table.is_in_cell());
        match cell.filter(|_| entry.aside.is_none()) {
            Some(table) => table.push(entry),
            None => self.found.entries.push(entry),
        }
    }

    /// Closes what cannot hold the element that opens now.
    fn imply_ends(&mut self, name: &str) -> Result<(), ReadError> {
        use kind::{BOX, CELL, HEADING, ITEM, LINK, LIST, P, ROW, ROWS, TABLE, TERM, TERMS};
        if is_block(name) && !matches!(name, "title" | "textarea" | "table") {
            self.close_nearest(P, CELL | TABLE | ITEM | TERM | BOX)?;
        }
        match kind::of(name) {
            ITEM => self.close_nearest(ITEM, LIST | CELL | TABLE),
            TERM => self.close_nearest(TERM, TERMS | CELL | TABLE),
            CELL => self.close_nearest(CELL, ROW | TABLE),
            ROW => self.close_nearest(ROW | CELL, ROWS | TABLE),
            ROWS => self.close_nearest(ROWS | ROW | CELL, TABLE),
            LINK => self.close_nearest(LINK, CELL | TABLE),
            HEADING => match self.stack.last() {
                Some(open) if open.kind == HEADING => self.close_to(self.stack.len() - 1),
                _ => Ok(()),
            },
            _ => Ok(()),
        }
    }

    /// Closes the outermost of these elements that no element of `fences` holds.
    fn close_nearest(&mut self, kinds: u16, fences: u16) -> Result<(), ReadError> {
        let inner = self.stack.iter().rposition(|open| open.kind & fences != 0).map_or(0, |fence| fence + 1);
        let found = self.stack.iter().skip(inner).position(|open| open.kind & kinds != 0);
        match found {
            Some(at) => self.close_to(inner + at),
            None => Ok(()),
        }
    }

    fn close_to(&mut self, length: usize) -> Result<(), ReadError> {
        while self.stack.len() > length {
            let Some(open) = self.stack.pop() else { break };
            self.close(&open)?;
        }
        Ok(())
    }

    fn end(&mut self, name: &str) -> Result<(), ReadError> {
        use kind::{CELL, HEADING, ROW, ROWS, TABLE};
        let ends = kind::of(name);
        let matches = |open: &Open| {
            if ends == HEADING { open.kind == HEADING } else { open.kind == ends && open.name == name }
        };
        let tabular = ends & (TABLE | ROW | ROWS | CELL) != 0 || matches!(name, "body" | "html");
        let fences = if tabular { TABLE } else { TABLE | CELL };
        let found = self.stack.iter().rposition(|open| open.kind & fences != 0 || matches(open));
        let Some(at) = found.filter(|at| self.stack.get(*at).is_some_and(matches)) else {
            if is_block(name) {
                self.flush();
            } else if name == "br" && !self.is_silent() {
                self.break_line();
            }
            return Ok(());
        };
        // Text may follow `</body>`, and often does.
        if matches!(name, "body" | "html") {
            self.flush();
            return Ok(());
        }
        let crosses = !is_block(name) && self.stack.iter().skip(at + 1).any(|open| is_block(&open.name));
        if crosses {
            let open = self.stack.remove(at);
            return self.close(&open);
        }
        self.close_to(at)
    }
}

/// Whether an element of this name and effect stands on lines of its own.
fn breaks_line(name: &str, effect: &Effect) -> bool {
    let inline = matches!(
        effect,
        Effect::Inline | Effect::Bold | Effect::Link(_) | Effect::Code | Effect::Hidden | Effect::Skipped
    );
    is_block(name) || !inline
}
