//! Automatic numbers: the labels that Word computes and never stores.
//!
//! Counters belong to the abstract list, so that two lists on the same abstract one go on counting. A level restarts
//! when a higher one counts, unless `w:lvlRestart` says otherwise.

mod parse;

use super::styles::{NumberReference, StyleFacts, Styles};
use crate::read::ReadError;
use crate::read::formats::format_number;
use crate::source::Limits;
use std::collections::{BTreeMap, BTreeSet};

/// Levels of a list.
const LEVELS: usize = 9;

#[derive(Debug, Clone, PartialEq, Eq, Default)]
struct Level {
    start: Option<u32>,
    /// The list starts again at this level where it is used for the first time.
    restarts_list: bool,
    format: String,
    text: String,
    suffix: String,
    restart: Option<usize>,
    legal: bool,
    style: Option<String>,
}

/// A list with its levels as they apply, and the abstract list whose counters it shares.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
struct List {
    root: String,
    levels: Vec<Level>,
}

/// All lists of a document with their counters.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Numbering {
    lists: BTreeMap<String, List>,
    counters: BTreeMap<String, [Option<u32>; LEVELS]>,
    started: BTreeSet<(String, usize)>,
}

/// A computed label.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct ComputedLabel {
    /// The label with the space behind it.
    pub(super) text: String,
    /// Nesting, where the writing of the label does not tell it.
    pub(super) level: Option<u8>,
    /// A bullet, not a number.
    pub(super) bullet: bool,
}

impl Numbering {
    /// Reads `numbering.xml`; an empty text gives no lists.
    pub(super) fn parse(xml: &str, styles: &Styles, limits: &Limits) -> Result<Self, ReadError> {
        parse::parse(xml, styles, limits)
    }

    /// Counts one paragraph and gives its label; `None` without a list.
    pub(super) fn next(&mut self, own: &NumberReference, style: &StyleFacts) -> Option<ComputedLabel> {
        let id = own.list.as_ref().or(style.number.list.as_ref()).filter(|id| *id != "0")?;
        let list = self.lists.get(id)?;
        let index = own.level.or_else(|| list.level_of(&style.lineage)).or(style.number.level).unwrap_or(0);
        let level = list.levels.get(index)?;
        let counts = self.counters.entry(list.root.clone()).or_default();
        let restarts = level.restarts_list && self.started.insert((id.clone(), index));
        if let Some(count) = counts.get_mut(index).filter(|_| restarts) {
            *count = None;
        }
        count_up(counts, &list.levels, index);
        let ambiguous = list.levels.iter().filter(|other| signature(other).eq(signature(level))).count() > 1;
        Some(ComputedLabel {
            text: render(&list.levels, level, counts),
            level: ambiguous.then(|| u8::try_from(index).unwrap_or(u8::MAX)),
            bullet: level.format == "bullet",
        })
    }
}

impl List {
    /// The level that belongs to the nearest of these styles.
    fn level_of(&self, lineage: &[String]) -> Option<usize> {
        lineage.iter().find_map(|style| {
            self.levels.iter().position(|level| level.style.as_deref() == Some(style.as_str()))
        })
    }
}

/// What a label looks like without its number.
fn signature(level: &Level) -> impl Iterator<Item = char> + '_ {
    level.text.chars().filter(|c| !c.is_ascii_digit()).chain(level.format.chars())
}

/// A level that names no start begins at zero.
fn start(level: Option<&Level>) -> u32 {
    level.and_then(|level| level.start).unwrap_or(0)
}

fn count_up(counts: &mut [Option<u32>; LEVELS], levels: &[Level], index: usize) {
    for (at, count) in counts.iter_mut().enumerate() {
        let level = levels.get(at);
        if at < index {
            // A level that was never printed counts as its start.
            count.get_or_insert(start(level));
        } else if at == index {
            *count = Some(count.map_or(start(level), |value| value.saturating_add(1)));
        } else {
            let keeps = match level.and_then(|level| level.restart) {
                Some(0) => true,
                Some(after) => index >= after,
                None => false,
            };
            if !keeps {
                *count = None;
            }
        }
    }
}

fn render(levels: &[Level], level: &Level, counts: &[Option<u32>; LEVELS]) -> String {
    let suffix = if level.suffix == "nothing" { "" } else { " " };
    if level.format == "bullet" {
        return format!("・{suffix}");
    }
    let mut text = String::new();
    let mut chars = level.text.chars().peekable();
    while let Some(character) = chars.next() {
        let place = chars.peek().and_then(|c| c.to_digit(10)).filter(|_| character == '%');
        match place {
            Some(place) => {
                chars.next();
                let at = (place as usize).saturating_sub(1);
                let format = levels.get(at).map_or("decimal", |level| level.format.as_str());
                let format = if level.legal { "decimal" } else { format };
                text.push_str(&format_number(counts.get(at).copied().flatten().unwrap_or(0), format));
            }
            None => text.push(character),
        }
    }
    if text.trim().is_empty() { String::new() } else { format!("{text}{suffix}") }
}

/// The label that a tracked change replaced, as `w:numberingChange` keeps it: `第%1:3:0:条` is 第3条.
pub(super) fn original_label(written: &str) -> String {
    let mut text = String::new();
    let mut rest = written;
    while let Some((before, after)) = rest.split_once('%') {
        text.push_str(before);
        let mut parts = after.splitn(4, ':');
        let mut number = || parts.next()?.parse::<u32>().ok();
        let (level, value, code) = (number(), number(), number());
        match (level, value, code, parts.next()) {
            (Some(_), Some(value), Some(code), Some(behind)) => {
                text.push_str(&format_number(value, format_of_code(code)));
                rest = behind;
            }
            _ => rest = after,
        }
    }
    text.push_str(rest);
    if text.trim().is_empty() { String::new() } else { text + " " }
}

/// The codes of number formats that old Office files use (MSONFC).
fn format_of_code(code: u32) -> &'static str {
    match code {
        1 => "upperRoman",
        2 => "lowerRoman",
        3 => "upperLetter",
        4 => "lowerLetter",
        10 => "ideographDigital",
        11 => "japaneseCounting",
        12 | 20 => "aiueo",
        13 | 21 => "iroha",
        14 | 19 => "decimalFullWidth",
        16 => "japaneseLegal",
        17 => "japaneseDigitalTenThousand",
        18 => "decimalEnclosedCircle",
        22 => "decimalZero",
        23 => "none",
        _ => "decimal",
    }
}

#[cfg(test)]
mod tests;
