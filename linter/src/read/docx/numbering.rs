//! Automatic numbers: the labels that Word computes and never stores.
//!
//! Counters belong to the abstract list, so that two lists on the same abstract one go on counting. A level restarts
//! when a higher one counts, unless `w:lvlRestart` says otherwise.

use super::styles::{NumberReference, Styles};
use crate::read::ReadError;
use crate::read::xml::{Element, Step, Walker};
use crate::source::Limits;
use crate::structure::number::{AIUEO, IROHA, to_kanji, to_roman};
use std::collections::{BTreeMap, BTreeSet};

/// Levels of a list.
const LEVELS: usize = 9;

#[derive(Debug, Clone, PartialEq, Eq, Default)]
struct Level {
    start: Option<u32>,
    format: String,
    text: String,
    suffix: String,
    restart: Option<usize>,
    legal: bool,
    style: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Default)]
struct AbstractList {
    levels: BTreeMap<usize, Level>,
    /// The levels are those of this numbering style.
    style: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Default)]
struct List {
    base: String,
    starts: BTreeMap<usize, u32>,
    levels: BTreeMap<usize, Level>,
}

/// All lists of a document with their counters.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Numbering {
    bases: BTreeMap<String, AbstractList>,
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
        let mut found = Self::default();
        let mut walker = Walker::new(xml, "numbering.xml", limits);
        let mut place = Place::default();
        loop {
            match walker.step()? {
                Step::Open(element) => found.take(&element, &mut place),
                Step::End => break,
                _ => {}
            }
        }
        found.resolve_styles(styles);
        Ok(found)
    }

    fn take(&mut self, element: &Element<'_>, place: &mut Place) {
        match element.name().as_str() {
            "abstractNum" => {
                let id = element.attribute("abstractNumId").unwrap_or_default();
                self.bases.insert(id.clone(), AbstractList::default());
                *place = Place { base: Some(id), ..Place::default() };
            }
            "num" => {
                let id = element.attribute("numId").unwrap_or_default();
                self.lists.insert(id.clone(), List::default());
                *place = Place { list: Some(id), ..Place::default() };
            }
            "abstractNumId" => {
                if let Some(list) = place.list.as_ref().and_then(|id| self.lists.get_mut(id)) {
                    list.base = element.attribute("val").unwrap_or_default();
                }
            }
            "numStyleLink" => {
                if let Some(base) = place.base.as_ref().and_then(|id| self.bases.get_mut(id)) {
                    base.style = element.attribute("val");
                }
            }
            "lvlOverride" => place.level = level_of(element),
            "startOverride" => {
                let list = place.list.as_ref().and_then(|id| self.lists.get_mut(id));
                if let (Some(list), Some(level), Some(start)) = (list, place.level, element.number()) {
                    list.starts.insert(level, start);
                }
            }
            "lvl" => place.level = level_of(element),
            name => {
                if let Some(level) = self.level_mut(place) {
                    set_property(level, name, element);
                }
            }
        }
    }

    fn level_mut(&mut self, place: &Place) -> Option<&mut Level> {
        let level = place.level?;
        match (&place.base, &place.list) {
            (Some(base), _) => Some(self.bases.get_mut(base)?.levels.entry(level).or_default()),
            (None, Some(list)) => Some(self.lists.get_mut(list)?.levels.entry(level).or_default()),
            _ => None,
        }
    }

    /// Copies the levels of lists that are defined by a numbering style.
    fn resolve_styles(&mut self, styles: &Styles) {
        let linked: Vec<(String, BTreeMap<usize, Level>)> = self
            .bases
            .iter()
            .filter_map(|(id, base)| {
                let list = self.lists.get(styles.list_of(base.style.as_deref()?)?)?;
                Some((id.clone(), self.bases.get(&list.base)?.levels.clone()))
            })
            .collect();
        for (id, levels) in linked {
            if let Some(base) = self.bases.get_mut(&id) {
                base.levels = levels;
            }
        }
    }

    /// Counts one paragraph and gives its label; `None` without a list.
    pub(super) fn next(&mut self, reference: &NumberReference, style: Option<&str>) -> Option<ComputedLabel> {
        let id = reference.list.clone().filter(|id| id != "0")?;
        let list = self.lists.get(&id)?.clone();
        let base = self.bases.get(&list.base)?;
        let linked =
            || base.levels.iter().find(|(_, level)| level.style.is_some() && level.style.as_deref() == style);
        let index = reference.level.or_else(|| linked().map(|(index, _)| *index)).unwrap_or(0);
        if index >= LEVELS {
            return None;
        }
        let levels: Vec<Level> =
            (0..LEVELS).map(|at| merged(base.levels.get(&at), list.levels.get(&at))).collect();
        let level = levels.get(index)?;
        let counts = self.counters.entry(list.base.clone()).or_default();
        if let Some(start) = list.starts.get(&index).filter(|_| self.started.insert((id.clone(), index))) {
            if let Some(count) = counts.get_mut(index) {
                *count = start.checked_sub(1);
            }
            count_up(counts, &levels, index, *start);
        } else {
            count_up(counts, &levels, index, level.start.unwrap_or(1));
        }
        let ambiguous = levels.iter().filter(|other| signature(other) == signature(level)).count() > 1;
        let label = render(&levels, index, counts);
        Some(ComputedLabel {
            text: label,
            level: ambiguous.then(|| u8::try_from(index).unwrap_or(u8::MAX)),
            bullet: level.format == "bullet",
        })
    }
}

/// Where the walk stands.
#[derive(Default)]
struct Place {
    base: Option<String>,
    list: Option<String>,
    level: Option<usize>,
}

fn level_of(element: &Element<'_>) -> Option<usize> {
    element.attribute("ilvl")?.parse().ok()
}

fn set_property(level: &mut Level, name: &str, element: &Element<'_>) {
    match name {
        "start" => level.start = element.number(),
        "numFmt" => {
            level.format =
                element.attribute("format").or_else(|| element.attribute("val")).unwrap_or_default()
        }
        "lvlText" => level.text = element.attribute("val").unwrap_or_default(),
        "suff" => level.suffix = element.attribute("val").unwrap_or_default(),
        "lvlRestart" => level.restart = element.number().map(|after| after as usize),
        "isLgl" => level.legal = element.is_on(),
        "pStyle" => level.style = element.attribute("val"),
        _ => {}
    }
}

fn merged(base: Option<&Level>, over: Option<&Level>) -> Level {
    over.filter(|level| !level.format.is_empty()).or(base).cloned().unwrap_or_default()
}

/// What a label looks like without its number.
fn signature(level: &Level) -> (String, &str) {
    (level.text.chars().filter(|c| !c.is_ascii_digit()).collect(), level.format.as_str())
}

fn count_up(counts: &mut [Option<u32>; LEVELS], levels: &[Level], index: usize, start: u32) {
    for (at, count) in counts.iter_mut().enumerate() {
        let level = levels.get(at);
        if at < index {
            // A level that was never printed counts as its start.
            count.get_or_insert(level.and_then(|level| level.start).unwrap_or(1));
        } else if at == index {
            *count = Some(count.map_or(start, |value| value.saturating_add(1)));
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

fn render(levels: &[Level], index: usize, counts: &[Option<u32>; LEVELS]) -> String {
    let Some(level) = levels.get(index) else { return String::new() };
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
                text.push_str(&format_number(counts.get(at).copied().flatten().unwrap_or(1), format));
            }
            None => text.push(character),
        }
    }
    if text.trim().is_empty() { String::new() } else { format!("{text}{suffix}") }
}

/// A number in one of the formats of Word (`ST_NumberFormat`).
fn format_number(value: u32, format: &str) -> String {
    match format {
        "none" => String::new(),
        "decimalZero" => format!("{value:02}"),
        "decimalFullWidth" | "decimalFullWidth2" => {
            value.to_string().chars().map(|c| char::from_u32(c as u32 + 0xfee0).unwrap_or(c)).collect()
        }
        "decimalEnclosedCircle" | "decimalEnclosedCircleChinese" => circled(value),
        "decimalEnclosedParen" => format!("({value})"),
        "decimalEnclosedFullstop" => format!("{value}."),
        "aiueo" | "aiueoFullWidth" => cyclic(AIUEO, value),
        "iroha" | "irohaFullWidth" => cyclic(IROHA, value),
        "japaneseCounting"
        | "chineseCounting"
        | "taiwaneseCounting"
        | "japaneseLegal"
        | "chineseCountingThousand" => to_kanji(value),
        "ideographDigital" | "japaneseDigitalTenThousand" | "koreanDigital2" => value
            .to_string()
            .chars()
            .filter_map(|c| "〇一二三四五六七八九".chars().nth(c.to_digit(10)? as usize))
            .collect(),
        "lowerLetter" => letters(value),
        "upperLetter" => letters(value).to_uppercase(),
        "lowerRoman" => to_roman(value),
        "upperRoman" => to_roman(value).to_uppercase(),
        _ => value.to_string(),
    }
}

fn circled(value: u32) -> String {
    let base = match value {
        1..=20 => 0x2460 - 1,
        21..=35 => 0x3251 - 21,
        36..=50 => 0x32b1 - 36,
        _ => return value.to_string(),
    };
    char::from_u32(base + value).map_or_else(|| value.to_string(), String::from)
}

fn cyclic(order: &str, value: u32) -> String {
    let length = u32::try_from(order.chars().count()).unwrap_or(1).max(1);
    let place = value.saturating_sub(1) % length;
    order.chars().nth(place as usize).map(String::from).unwrap_or_default()
}

/// a … z, aa, bb, … as Word counts them.
fn letters(value: u32) -> String {
    let place = value.saturating_sub(1);
    let letter = char::from_u32('a' as u32 + place % 26).unwrap_or('a');
    letter.to_string().repeat((place / 26 + 1).min(10) as usize)
}

#[cfg(test)]
mod tests {
    use super::*;

    const LIST: &str = r#"<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
      <w:abstractNum w:abstractNumId="1">
        <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimalFullWidth"/><w:lvlText w:val="第%1条"/></w:lvl>
        <w:lvl w:ilvl="1"><w:start w:val="2"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%2"/></w:lvl>
        <w:lvl w:ilvl="2"><w:numFmt w:val="aiueo"/><w:lvlText w:val="(%3)"/><w:suff w:val="nothing"/></w:lvl>
      </w:abstractNum>
      <w:num w:numId="5"><w:abstractNumId w:val="1"/></w:num>
      <w:num w:numId="6"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride></w:num>
    </w:numbering>"#;

    #[test]
    fn lists_count_restart_and_share_counters() {
        let mut numbering = Numbering::parse(LIST, &Styles::default(), &Limits::default()).unwrap();
        let mut label = |list: &str, level: usize| {
            let reference = NumberReference { list: Some(list.to_owned()), level: Some(level) };
            numbering.next(&reference, None).unwrap().text
        };
        let seen = [
            label("5", 0),
            label("5", 1),
            label("5", 1),
            label("5", 2),
            label("5", 0),
            label("5", 1),
            label("5", 2),
            label("6", 0),
            label("6", 0),
            label("5", 0),
        ];
        assert_eq!(
            seen,
            ["第１条 ", "2 ", "3 ", "(ア)", "第２条 ", "2 ", "(ア)", "第７条 ", "第８条 ", "第９条 "]
        );
    }

    #[test]
    fn formats() {
        for (value, format, wanted) in [
            (12, "decimalFullWidth", "１２"),
            (21, "decimalEnclosedCircle", "㉑"),
            (12, "japaneseCounting", "十二"),
            (10, "ideographDigital", "一〇"),
            (2, "iroha", "ロ"),
            (46, "aiueo", "ン"),
            (27, "lowerLetter", "aa"),
            (4, "upperRoman", "IV"),
        ] {
            assert_eq!(format_number(value, format), wanted);
        }
    }
}
