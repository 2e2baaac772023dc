//! CommonMark with tables: the same lines as plain text, with headings, lists and emphasis as hints.
//!
//! Numbers of ordered lists and bullets stay in the text, where a person sees them. Emphasis marks, links and HTML
//! comments go; marks that CommonMark does not accept beside Japanese brackets (`**…（…）**`) go too.

use crate::document::Origin;
use crate::normalise::is_japanese;
use crate::read::ReadError;
use crate::read::decode::Decoded;
use crate::read::raw::{Block, Hints, Line, Pace, Piece, RawDocument, RawTable, issue};
use crate::source::Limits;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use std::ops::Range;

/// Reads a Markdown file.
pub(super) fn read(decoded: &Decoded, _limits: &Limits) -> Result<RawDocument, ReadError> {
    let start = front_matter_end(&decoded.text);
    let body = decoded.text.get(start..).unwrap_or_default();
    let mut reader = MarkdownReader::new(decoded, start);
    for (event, range) in Parser::new_ext(body, Options::ENABLE_TABLES).into_offset_iter() {
        reader.event(event, start + range.start..start + range.end);
    }
    reader.flush();
    let mut document = reader.document;
    if let Some(origin) = decoded.replaced {
        document.issues.push(issue("read-replacement-character", Some(origin), true));
    }
    Ok(document)
}

/// Where the text starts behind a YAML header: `---`, lines with a key, `---`.
fn front_matter_end(text: &str) -> usize {
    let Some(rest) = text.strip_prefix("---\n").or_else(|| text.strip_prefix("---\r\n")) else { return 0 };
    let mut at = text.len() - rest.len();
    let mut keys = 0;
    for line in rest.split_inclusive('\n').take(200) {
        at += line.len();
        let content = line.trim_end();
        if content == "---" || content == "..." {
            return if keys > 0 { at } else { 0 };
        }
        let key = content.split(':').next().unwrap_or_default();
        let is_key =
            content.contains(':') && key.chars().all(|c| c.is_ascii_alphanumeric() || "_- ".contains(c));
        let continues = content.is_empty() || content.starts_with([' ', '-', '#', ']', '}']);
        if !is_key && !continues {
            return 0;
        }
        keys += usize::from(is_key);
    }
    0
}

/// One open list.
struct List {
    /// Number of the next item, for an ordered list.
    next: Option<u64>,
    /// Number that the source printed last.
    printed: Option<u64>,
}

struct MarkdownReader<'a> {
    decoded: &'a Decoded,
    document: RawDocument,
    line: Line,
    /// Bytes of text in the line, and how many of them are bold.
    weight: (usize, usize),
    lists: Vec<List>,
    label_due: Option<u8>,
    heading: Option<u8>,
    setext: bool,
    strong: usize,
    quotes: usize,
    code: bool,
    image: usize,
    table: Option<RawTable>,
    /// The table that is being read begins its lines with a bar.
    barred: bool,
    comment: bool,
    /// End of the last line that was written, to see empty lines.
    last_end: usize,
}

impl<'a> MarkdownReader<'a> {
    fn new(decoded: &'a Decoded, start: usize) -> Self {
        Self {
            decoded,
            document: RawDocument { wraps: true, ..RawDocument::default() },
            line: Line::default(),
            weight: (0, 0),
            lists: Vec::new(),
            label_due: None,
            heading: None,
            setext: false,
            strong: 0,
            quotes: 0,
            code: false,
            image: 0,
            table: None,
            barred: false,
            comment: false,
            last_end: start,
        }
    }

    fn event(&mut self, event: Event<'_>, range: Range<usize>) {
        match event {
            Event::Start(tag) => self.open(&tag, range),
            Event::End(tag) => self.close(tag),
            Event::Text(text) => self.text(&text, range),
            Event::Code(text) => self.code_span(&text, range),
            Event::SoftBreak | Event::HardBreak => self.flush(),
            Event::Html(html) | Event::InlineHtml(html) => self.html(&html, range),
            _ => {}
        }
    }

    fn open(&mut self, tag: &Tag<'_>, range: Range<usize>) {
        match tag {
            Tag::Heading { level, .. } => {
                self.flush();
                self.heading = Some(*level as u8);
                let source = self.decoded.text.get(range).unwrap_or_default();
                self.setext = !source.trim_start().starts_with('#');
            }
            Tag::List(start) => {
                self.flush();
                self.lists.push(List { next: *start, printed: None });
            }
            Tag::Item => {
                self.flush();
                self.start_item(range);
            }
            Tag::BlockQuote(_) => {
                self.flush();
                self.quotes += 1;
            }
            Tag::CodeBlock(_) => {
                self.flush();
                self.code = true;
            }
            Tag::Strong => self.strong += 1,
            Tag::Image { .. } => {
                self.image += 1;
                let origin = Origin::Bytes { byte: self.decoded.file_offset(range.start) };
                self.document.issues.push(issue("read-image", Some(origin), false));
            }
            Tag::Table(_) => {
                self.flush();
                self.barred = self.begins_with_bar(&range);
                self.table = Some(RawTable::default());
            }
            Tag::TableHead | Tag::TableRow => self.start_row(&range),
            Tag::TableCell => {
                if let Some(row) = self.table.as_mut().and_then(|table| table.rows.last_mut()) {
                    row.push(Vec::new());
                }
            }
            Tag::Paragraph | Tag::HtmlBlock => self.flush(),
            _ => {}
        }
    }

    fn close(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Heading(_) => {
                self.flush();
                self.heading = None;
            }
            TagEnd::List(_) => {
                self.flush();
                self.lists.pop();
                self.label_due = None;
            }
            TagEnd::Item => {
                self.flush();
                self.label_due = None;
            }
            TagEnd::BlockQuote(_) => {
                self.flush();
                self.quotes = self.quotes.saturating_sub(1);
            }
            TagEnd::CodeBlock => {
                self.flush();
                self.code = false;
            }
            TagEnd::Strong => self.strong = self.strong.saturating_sub(1),
            TagEnd::Image => self.image = self.image.saturating_sub(1),
            TagEnd::Table => {
                self.flush();
                self.end_table();
            }
            TagEnd::TableRow if self.table.is_none() => self.flush(),
            TagEnd::Paragraph | TagEnd::TableCell | TagEnd::HtmlBlock => self.flush(),
            _ => {}
        }
    }

    fn begins_with_bar(&self, range: &Range<usize>) -> bool {
        self.decoded.text.get(range.clone()).is_some_and(|source| source.trim_start().starts_with('|'))
    }

    /// A row; a line right behind a table that has no bar is none, though CommonMark takes it for one.
    fn start_row(&mut self, range: &Range<usize>) {
        let source = self.decoded.text.get(range.clone()).unwrap_or_default();
        let is_row = if self.barred { self.begins_with_bar(range) } else { source.contains('|') };
        if !is_row {
            self.flush();
            self.end_table();
            return;
        }
        self.table.get_or_insert_with(RawTable::default).rows.push(Vec::new());
    }

    fn end_table(&mut self) {
        if let Some(table) = self.table.take() {
            self.document.blocks.push(Block::Table(table));
        }
    }

    /// Writes the number of the item in front of its text: the printed one where it goes up, the counted one where
    /// the source repeats `1.`.
    fn start_item(&mut self, range: Range<usize>) {
        // The range of a list that stands further in begins with its indentation.
        let source = self.decoded.text.get(range.clone()).unwrap_or_default().trim_start();
        let mark = source.chars().take_while(|c| !c.is_whitespace()).take(12).collect::<String>();
        let level = u8::try_from(self.lists.len().saturating_sub(1)).unwrap_or(u8::MAX);
        let Some(list) = self.lists.last_mut() else { return };
        let label = match &mut list.next {
            None => mark.chars().next().unwrap_or('-').to_string(),
            Some(next) => {
                let printed = mark.trim_end_matches(['.', ')']).parse::<u64>().unwrap_or(0);
                let repeated = list.printed == Some(printed);
                let number = if repeated { *next } else { printed };
                list.printed = Some(printed);
                *next = number.saturating_add(1);
                format!("{number}{}", if mark.ends_with(')') { ')' } else { '.' })
            }
        };
        self.label_due = Some(level);
        let origin = Origin::Bytes { byte: self.decoded.file_offset(range.start) };
        self.line.pieces.push(Piece { text: format!("{label} "), origin, pace: Pace::Still });
        self.last_end = self.last_end.max(range.start);
    }

    fn text(&mut self, text: &str, range: Range<usize>) {
        let source = self.decoded.text.get(range.clone()).unwrap_or_default();
        if source != text {
            // A character reference: all of it comes from one place.
            let origin = Origin::Bytes { byte: self.decoded.file_offset(range.start) };
            self.push(Piece { text: text.to_owned(), origin, pace: Pace::Still }, range.end);
            return;
        }
        if self.code {
            self.code_lines(range);
            return;
        }
        if text == "*" && self.is_doubled(&range) {
            return;
        }
        let mut start = range.start;
        for part in text.split("**") {
            if !part.is_empty() {
                self.push_source(start..start + part.len(), start + part.len());
            }
            start += part.len() + 2;
        }
    }

    /// Half of a `**` that CommonMark left as text.
    fn is_doubled(&self, range: &Range<usize>) -> bool {
        let text = &self.decoded.text;
        let before = text.get(..range.start).is_some_and(|before| before.ends_with('*'));
        before || text.get(range.end..).is_some_and(|after| after.starts_with('*'))
    }

    fn code_lines(&mut self, range: Range<usize>) {
        let text = self.decoded.text.get(range.clone()).unwrap_or_default();
        let mut start = range.start;
        for line in text.split_inclusive('\n') {
            let content = line.trim_end_matches(['\n', '\r']);
            self.push_source(start..start + content.len(), start + content.len());
            if line.ends_with('\n') {
                self.flush();
            }
            start += line.len();
        }
    }

    fn code_span(&mut self, text: &str, range: Range<usize>) {
        let source = self.decoded.text.get(range.clone()).unwrap_or_default();
        match source.find(text) {
            Some(at) => {
                let start = range.start + at;
                self.push_source(start..start + text.len(), range.end);
            }
            None => {
                let origin = Origin::Bytes { byte: self.decoded.file_offset(range.start) };
                self.push(Piece { text: text.to_owned(), origin, pace: Pace::Still }, range.end);
            }
        }
    }

    /// Keeps the text between tags; a `<br>` ends the line, comments vanish.
    fn html(&mut self, html: &str, range: Range<usize>) {
        let mut start = 0;
        while let Some(rest) = html.get(start..).filter(|rest| !rest.is_empty()) {
            if self.comment {
                let Some(end) = rest.find("-->") else { return };
                self.comment = false;
                start += end + 3;
            } else if rest.starts_with("<!--") {
                self.comment = true;
                start += 4;
            } else if rest.starts_with('<') {
                let length = rest.find('>').map_or(rest.len(), |end| end + 1);
                let tag = rest.get(..length).unwrap_or_default().to_ascii_lowercase();
                if ["<br", "<p", "</p", "<li", "<tr", "</tr", "<div", "</div"]
                    .iter()
                    .any(|t| tag.starts_with(t))
                {
                    self.flush();
                }
                start += length;
            } else {
                let length = rest.find(['<', '\n']).unwrap_or(rest.len());
                if rest.get(..length).is_some_and(|text| !text.trim().is_empty()) {
                    let at = range.start + start;
                    self.push_source(at..at + length, at + length);
                }
                if rest.get(length..).is_some_and(|after| after.starts_with('\n')) {
                    self.flush();
                    start += 1;
                }
                start += length;
            }
        }
    }

    fn push_source(&mut self, range: Range<usize>, end: usize) {
        for piece in self.decoded.pieces(range) {
            self.push(piece, end);
        }
    }

    fn push(&mut self, piece: Piece, end: usize) {
        if self.line.pieces.iter().all(|known| known.pace == Pace::Still) && self.weight.0 == 0 {
            let between = self.decoded.text.get(self.last_end..end.saturating_sub(piece.text.len()));
            self.line.hints.blank_before = between.is_some_and(|gap| gap.matches('\n').count() > 1);
        }
        self.weight.0 += piece.text.len();
        self.weight.1 += if self.strong > 0 { piece.text.len() } else { 0 };
        self.last_end = end;
        self.line.pieces.push(piece);
    }

    /// Ends the line that is being written. A list label without text waits for its text.
    fn flush(&mut self) {
        let visible = self.weight.0 > 0 && !self.line.is_blank();
        if !visible && self.label_due.is_some() && self.weight.0 == 0 {
            return;
        }
        let mut line = std::mem::take(&mut self.line);
        let (all, bold) = std::mem::take(&mut self.weight);
        if !visible {
            return;
        }
        let list_level = self.label_due.take();
        let unspaced =
            if self.heading.is_none() && list_level.is_none() { unspaced_marks(&mut line) } else { None };
        let heading = self.heading.filter(|_| !self.setext || is_heading_text(&line));
        line.hints = Hints {
            heading: heading.or(unspaced),
            list_level,
            bold: all > 0 && bold * 10 >= all * 9,
            quote: self.quotes > 0,
            code: self.code,
            blank_before: line.hints.blank_before,
            ..Hints::default()
        };
        if list_level.is_none() && (line.hints.bold || line.text().starts_with('第')) {
            // A heading that CommonMark takes for a continued item: numbers after it start anew.
            if let Some(list) = self.lists.last_mut() {
                list.printed = None;
            }
        }
        self.store(line);
    }

    fn store(&mut self, line: Line) {
        match &mut self.table {
            Some(table) => {
                if let Some(cell) = table.rows.last_mut().and_then(|row| row.last_mut()) {
                    cell.push(line);
                }
            }
            None => self.document.blocks.push(Block::Line(line)),
        }
    }
}

/// Takes the marks off `##第1章`, which CommonMark reads as text for want of a space; the level they stand for.
fn unspaced_marks(line: &mut Line) -> Option<u8> {
    let piece = line.pieces.first_mut()?;
    let rest = piece.text.trim_start_matches('#');
    let marks = piece.text.len() - rest.len();
    if !(1..=6).contains(&marks) || !rest.starts_with(is_japanese) || rest.contains('。') {
        return None;
    }
    let rest = rest.to_owned();
    for _ in 0..marks {
        piece.origin = piece.pace.step(piece.origin, '#');
    }
    piece.text = rest;
    u8::try_from(marks).ok()
}

/// A sentence above a `---` is a sentence, whatever CommonMark says.
fn is_heading_text(line: &Line) -> bool {
    let text = line.text();
    !text.contains('。') && text.chars().count() <= 60 && !text.contains([':', '：'])
}
