//! The 目次: which lines belong to it, and which headings it announces.

use std::collections::{BTreeMap, BTreeSet};

use super::{Heading, numbers};
use crate::official::marks::{self, folded};
use crate::read::PageLine;

/// Share of pairs of characters from which on two titles are one that was misprinted, in percent.
const ALIKE: usize = 50;

/// The 目次 of a booklet.
#[derive(Debug, Default)]
pub(super) struct Contents {
    /// Lines by index.
    lines: BTreeSet<usize>,
    /// Folded titles by number.
    titles: BTreeMap<String, String>,
    /// The most levels that a number has.
    depth: usize,
}

impl Contents {
    /// Finds the 目次: lines with a leader and a page anywhere, and below its heading also lines with a page alone.
    pub(super) fn of(lines: &[PageLine]) -> Self {
        let mut contents = Self::default();
        let mut inside = false;
        let mut broken: Option<String> = None;
        for (index, line) in lines.iter().enumerate() {
            if marks::is_contents(&line.text) {
                inside = true;
                contents.lines.insert(index);
                continue;
            }
            let entry = marks::contents_entry(&line.text).or_else(|| bare(&line.text).filter(|_| inside));
            if let Some(entry) = entry {
                let whole = format!("{}{entry}", broken.take().unwrap_or_default());
                contents.add(&whole);
                contents.lines.insert(index);
            } else if inside && broken.is_none() && leads_on(lines.get(index + 1)) {
                // The first line of an entry that was broken: the leader stands on the next one.
                broken = Some(line.text.clone());
                contents.lines.insert(index);
            } else {
                inside = false;
            }
        }
        contents
    }

    fn add(&mut self, entry: &str) {
        if let Some((number, title)) = marks::heading(entry) {
            self.depth = self.depth.max(numbers(&number).len());
            self.titles.entry(number).or_insert_with(|| folded(&title));
        }
    }

    /// Whether the line belongs to the 目次.
    pub(super) fn holds(&self, index: usize) -> bool {
        self.lines.contains(&index)
    }

    /// Whether the 目次 names numbers of so many levels.
    pub(super) fn reaches(&self, levels: usize) -> bool {
        levels <= self.depth
    }

    /// Whether a heading is the announced one; nothing if its number is not announced.
    pub(super) fn knows(&self, number: &str, title: &str) -> Option<bool> {
        let known = self.titles.get(number)?;
        let title = folded(title);
        Some(*known == title || known.starts_with(&title) || alike(known, &title))
    }

    /// What is missing at the end of a heading.
    pub(super) fn rest(&self, heading: &Heading) -> Option<String> {
        let rest = self.titles.get(&heading.number)?.strip_prefix(&folded(&heading.title))?;
        (!rest.is_empty()).then(|| rest.to_owned())
    }
}

/// A line that ends in a page number behind a space.
fn bare(text: &str) -> Option<&str> {
    let (title, page) = text.trim_end().rsplit_once([' ', '\u{3000}', '\t'])?;
    let is_page = !page.is_empty() && page.chars().all(|c| c.is_ascii_digit() || ('０'..='９').contains(&c));
    is_page.then(|| title.trim_end())
}

/// Whether the next line is an entry that has no number of its own.
fn leads_on(next: Option<&PageLine>) -> bool {
    next.and_then(|line| marks::contents_entry(&line.text))
        .is_some_and(|entry| marks::heading(entry).is_none())
}

/// Whether two titles differ in little.
fn alike(left: &str, right: &str) -> bool {
    let pairs = |text: &str| -> BTreeSet<(char, char)> { text.chars().zip(text.chars().skip(1)).collect() };
    let (left, right) = (pairs(left), pairs(right));
    left.intersection(&right).count() * 100 >= left.len().max(right.len()).max(1) * ALIKE
}
