//! An open box of 遵守事項: which line is an item, which goes on, which opens a group, and where the box ends.
//!
//! A box that is drawn ends with its frame. Of one that is not drawn, a line that starts at the margin after a closed
//! sentence is the explanation behind it.

use super::Item;
use crate::official::marks;
use crate::read::PageLine;

/// Numbers that may be missing between two items, where a line could not be read.
const MOST_LOST: u16 = 3;
/// Lines before the first item of a box.
const MOST_LEADING: u8 = 3;
/// How much further to the right a line stands that belongs to an item, in tenths of a point: more than the indentation of
/// a paragraph, less than the text behind a number.
const INDENT: u32 = 150;
/// How far the numbers of items may stand apart, in tenths of a point.
const ALIGNED: u32 = 20;

/// Whether a line belongs to the box.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Taken {
    /// It does, or it stands between two pages of it.
    Yes,
    /// The box has ended.
    No,
}

/// The box.
#[derive(Debug)]
pub(super) struct Frame {
    section: String,
    /// Whether a frame is drawn around it.
    drawn: bool,
    group: Option<String>,
    /// The last number of the group.
    last: u16,
    /// Whether an item has begun.
    begun: bool,
    /// Lines before the first item.
    leading: u8,
    /// Where items begin.
    left: u32,
    page: u32,
    /// Lines outside of the frame came after it.
    left_frame: bool,
}

impl Frame {
    /// A box with its mark.
    pub(super) fn open(section: String, mark: &PageLine) -> Self {
        Self {
            section,
            drawn: mark.framed,
            group: None,
            last: 0,
            begun: false,
            leading: 0,
            left: mark.left,
            page: mark.page,
            left_frame: false,
        }
    }

    /// Whether a frame is drawn around it.
    pub(super) fn is_drawn(&self) -> bool {
        self.drawn
    }

    /// Puts a line where it belongs.
    pub(super) fn take(&mut self, line: &PageLine, next: Option<&PageLine>, items: &mut Vec<Item>) -> Taken {
        if !self.begun && self.last == 0 && line.framed {
            self.drawn = true;
        }
        let closed = !self.begun || items.last().is_none_or(|item| marks::closes(&item.text));
        if self.drawn && !line.framed {
            self.left_frame = true;
            return Taken::Yes;
        }
        let own = marks::item(&line.text).filter(|(number, _)| self.expects(*number, closed));
        if self.left_frame {
            // Another frame; the same one only where it goes on at the head of the next page.
            let goes_on =
                line.page == self.page + 1 && (own.is_some() || !closed || self.names_group(line, next));
            if !goes_on {
                return Taken::No;
            }
            self.left_frame = false;
        }
        if let Some((number, text)) = own {
            self.begin(number, text, line, items);
            return Taken::Yes;
        }
        if closed && self.names_group(line, next) {
            self.group = marks::group(&line.text);
            self.last = 0;
            return Taken::Yes;
        }
        self.go_on(line, closed, self.goes_on(next), items)
    }

    /// Whether an item with this number may come now.
    fn expects(&self, number: u16, closed: bool) -> bool {
        number == self.last + 1 || closed && number > self.last && number <= self.last + 1 + MOST_LOST
    }

    /// Whether the line is the name of a group: the item behind it is ①.
    fn names_group(&self, line: &PageLine, next: Option<&PageLine>) -> bool {
        let first = next.and_then(|next| marks::item(&next.text)).is_some_and(|(number, _)| number == 1);
        first && marks::item(&line.text).is_none() && marks::group(&line.text).is_some()
    }

    /// Whether the next line is the next item: what stands before it is still inside.
    fn goes_on(&self, next: Option<&PageLine>) -> bool {
        let aligned = |line: &&PageLine| line.left.abs_diff(self.left) <= ALIGNED;
        let number = next.filter(aligned).and_then(|next| marks::item(&next.text)).map(|(number, _)| number);
        number == Some(self.last + 1)
    }

    fn begin(&mut self, number: u16, text: &str, line: &PageLine, items: &mut Vec<Item>) {
        (self.begun, self.last, self.left, self.page) = (true, number, line.left, line.page);
        items.push(Item {
            section: self.section.clone(),
            group: self.group.clone(),
            number,
            text: text.to_owned(),
            page: line.page,
        });
    }

    /// A line that begins nothing: the rest of the item, a particular of it, or the end of the box.
    fn go_on(&mut self, line: &PageLine, closed: bool, before_item: bool, items: &mut [Item]) -> Taken {
        let Some(item) = items.last_mut().filter(|_| self.begun) else {
            self.leading += 1;
            return if self.drawn || self.leading <= MOST_LEADING { Taken::Yes } else { Taken::No };
        };
        let particular = marks::is_particular(&line.text);
        let indented = line.left >= self.left + INDENT && !line.blank_before;
        let inside = indented || particular && line.left >= self.left || before_item || self.drawn;
        if closed && !inside {
            return Taken::No;
        }
        if closed || particular {
            item.text.push('\n');
        } else if needs_space(&item.text, &line.text) {
            item.text.push(' ');
        }
        item.text.push_str(&line.text);
        self.page = line.page;
        Taken::Yes
    }
}

/// Whether two words would grow together.
fn needs_space(before: &str, after: &str) -> bool {
    let letter = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
    letter(before.chars().next_back()) && letter(after.chars().next())
}
