//! Paragraphs with pages → headings, boxes of 遵守事項, items. By layout alone: no word of the document decides but the
//! mark of the box.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::marks;
use crate::read::PageLine;

mod contents;
mod frame;

use contents::Contents;
use frame::{Frame, Taken};

/// A numbered heading.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Heading {
    /// `8`, `1.2.1`.
    pub number: String,
    /// As printed, without the patterns behind it.
    pub title: String,
    /// 1-based page of the file.
    pub page: u32,
}

/// An item of a box of 遵守事項.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Item {
    /// The heading under which its box stands.
    pub section: String,
    /// The group inside the box, where it has groups.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub group: Option<String>,
    /// The circled number, as printed.
    pub number: u16,
    /// The wording as printed; particulars begin on lines of their own.
    pub text: String,
    /// 1-based page of the file on which it begins.
    pub page: u32,
}

/// What was found in a booklet.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
pub struct Volume {
    /// In order.
    pub headings: Vec<Heading>,
    /// In order.
    pub items: Vec<Item>,
}

impl Item {
    /// `説明責任②`, `⑬`.
    pub fn label(&self) -> String {
        label(self.group.as_deref(), self.number)
    }
}

/// A number as the guideline prints it, with its group.
pub fn label(group: Option<&str>, number: u16) -> String {
    let circle = kb::circled(number).map_or_else(|| format!("({number})"), String::from);
    format!("{}{circle}", group.unwrap_or_default())
}

impl Volume {
    /// The item with this number. Groups are compared without their marks; where only one side has groups, by number alone
    /// when that leaves no choice.
    pub fn item(&self, section: &str, group: Option<&str>, number: u16) -> Option<&Item> {
        let in_section = || self.items.iter().filter(|item| item.section == section);
        let same = |item: &&Item| item.number == number && same_group(item.group.as_deref(), group);
        in_section().find(same).or_else(|| {
            let mut left = in_section().filter(|item| item.number == number);
            let only = left.next().filter(|_| left.next().is_none())?;
            (only.group.is_none() != group.is_none()).then_some(only)
        })
    }
}

/// Whether two groups are one: the same name, or one is the other with something added.
fn same_group(left: Option<&str>, right: Option<&str>) -> bool {
    match (left, right) {
        (None, None) => true,
        (Some(left), Some(right)) => {
            let (left, right) = (marks::folded(left), marks::folded(right));
            left == right || left.contains(&right) || right.contains(&left)
        }
        _ => false,
    }
}

/// Finds the headings and items of a booklet.
pub fn read(lines: &[PageLine]) -> Volume {
    let contents = Contents::of(lines);
    let mut reader = Reader { volume: Volume::default(), frame: None, rest: None };
    for (index, line) in lines.iter().enumerate() {
        if contents.holds(index) {
            continue;
        }
        let next = lines.get(index + 1);
        match split_mark(line) {
            Some([before, mark]) => {
                reader.line(&before, Some(&mark), &contents);
                reader.line(&mark, next, &contents);
            }
            None => reader.line(line, next, &contents),
        }
    }
    reader.volume
}

/// A full line with the mark of a box behind it: a heading and the line below.
fn split_mark(line: &PageLine) -> Option<[PageLine; 2]> {
    let (before, mark) = line.text.split_at_checked(line.text.rfind(['【', '〔', '［'])?)?;
    let part = |text: &str| PageLine { text: text.trim().to_owned(), ..line.clone() };
    (!before.trim().is_empty() && marks::is_box(mark)).then(|| [part(before), part(mark)])
}

struct Reader {
    volume: Volume,
    /// The box that is open.
    frame: Option<Frame>,
    /// What is still to come of the title of the last heading, as the 目次 has it.
    rest: Option<String>,
}

impl Reader {
    fn line(&mut self, line: &PageLine, next: Option<&PageLine>, contents: &Contents) {
        if self.goes_on(line) {
            return;
        }
        if marks::is_box(&line.text) {
            let section = self.volume.headings.last().map(|heading| heading.number.clone());
            self.frame = section.map(|section| Frame::open(section, line));
            return;
        }
        if !self.is_inside(line)
            && let Some(heading) = self.heading(line, contents)
        {
            self.frame = None;
            self.rest = contents.rest(&heading);
            self.volume.headings.push(heading);
            return;
        }
        if let Some(frame) = &mut self.frame
            && frame.take(line, next, &mut self.volume.items) == Taken::No
        {
            self.frame = None;
        }
    }

    /// Whether the line stands inside the drawn frame of the box that is open.
    fn is_inside(&self, line: &PageLine) -> bool {
        line.tabular || line.framed && self.frame.as_ref().is_some_and(Frame::is_drawn)
    }

    /// Whether the line is the rest of a heading that was broken.
    fn goes_on(&mut self, line: &PageLine) -> bool {
        let Some(rest) = self.rest.take() else { return false };
        let Some(heading) = self.volume.headings.last_mut() else { return false };
        let text = marks::without_patterns(&line.text);
        let fits = marks::folded(&text) == rest;
        if fits {
            heading.title.push_str(text.trim());
        }
        fits
    }

    /// The heading, if the line is one and comes in its turn.
    fn heading(&self, line: &PageLine, contents: &Contents) -> Option<Heading> {
        let (number, title) = marks::heading(&line.text)?;
        let last = self.volume.headings.last().map(|heading| heading.number.as_str()).unwrap_or_default();
        let (last, own) = (numbers(last), numbers(&number));
        let known = contents.knows(&number, &title);
        let fits =
            own > last && known.unwrap_or_else(|| follows(&last, &own) && !contents.reaches(own.len()));
        fits.then_some(Heading { number, title, page: line.page })
    }
}

fn numbers(number: &str) -> Vec<u16> {
    number.split('.').filter_map(|piece| piece.parse().ok()).collect()
}

/// Sections that may be missing between two headings, where one could not be read.
const MOST_LOST: u16 = 3;

/// Whether a number comes next: the next chapter, or a section a little further on some level of the same chapter.
fn follows(last: &[u16], own: &[u16]) -> bool {
    let shared = last.iter().zip(own).take_while(|(last, own)| last == own).count();
    let before = last.get(shared).copied().unwrap_or_default();
    let lost = if shared == 0 { 0 } else { MOST_LOST };
    matches!(own.get(shared..), Some([next]) if (before + 1..=before + 1 + lost).contains(next))
}

#[cfg(test)]
mod tests;
