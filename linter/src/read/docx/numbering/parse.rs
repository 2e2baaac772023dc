//! `numbering.xml` as it is written: abstract lists, the lists on them, and what those override.

use super::{LEVELS, Level, List, Numbering};
use crate::read::ReadError;
use crate::read::docx::styles::Styles;
use crate::read::xml::{Element, Step, Walker};
use crate::source::Limits;
use std::collections::{BTreeMap, BTreeSet};

#[derive(Debug, Clone, PartialEq, Eq, Default)]
struct AbstractList {
    levels: BTreeMap<usize, Level>,
    /// The levels are those of this numbering style.
    style: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Default)]
struct Instance {
    base: String,
    starts: BTreeMap<usize, u32>,
    levels: BTreeMap<usize, Level>,
}

#[derive(Default)]
struct Written {
    bases: BTreeMap<String, AbstractList>,
    instances: BTreeMap<String, Instance>,
}

/// Lists that are defined by the style of another, one behind the other.
const MAX_CHAIN: usize = 50;
/// Bytes of a label without its numbers; a longer one is cut.
const MAX_LABEL: usize = 256;

/// Where the walk stands.
#[derive(Default)]
struct Place {
    base: Option<String>,
    list: Option<String>,
    level: Option<usize>,
}

/// Reads `numbering.xml`; an empty text gives no lists.
pub(super) fn parse(xml: &str, styles: &Styles, limits: &Limits) -> Result<Numbering, ReadError> {
    let mut written = Written::default();
    let mut walker = Walker::new(xml, "numbering.xml", limits);
    let mut place = Place::default();
    loop {
        match walker.step()? {
            Step::Open(element) => written.take(&element, &mut place),
            Step::End => break,
            _ => {}
        }
    }
    let lists = written.instances.iter().map(|(id, list)| (id.clone(), written.list(list, styles))).collect();
    Ok(Numbering { lists, ..Numbering::default() })
}

impl Written {
    fn take(&mut self, element: &Element<'_>, place: &mut Place) {
        match element.name() {
            "abstractNum" => {
                let id = element.attribute("abstractNumId").unwrap_or_default();
                self.bases.insert(id.clone(), AbstractList::default());
                *place = Place { base: Some(id), ..Place::default() };
            }
            "num" => {
                let id = element.attribute("numId").unwrap_or_default();
                self.instances.insert(id.clone(), Instance::default());
                *place = Place { list: Some(id), ..Place::default() };
            }
            "abstractNumId" => {
                if let Some(list) = self.instance(place) {
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
                let level = place.level;
                if let (Some(list), Some(level), Some(start)) =
                    (self.instance(place), level, element.number())
                {
                    list.starts.insert(level, start);
                }
            }
            "lvl" => {
                place.level = level_of(element);
                if let Some(level) = self.level(place) {
                    *level = Level::default();
                }
            }
            name => {
                if let Some(level) = self.level(place) {
                    set_property(level, name, element);
                }
            }
        }
    }

    fn instance(&mut self, place: &Place) -> Option<&mut Instance> {
        self.instances.get_mut(place.list.as_ref()?)
    }

    fn level(&mut self, place: &Place) -> Option<&mut Level> {
        let level = place.level.filter(|level| *level < LEVELS)?;
        match (&place.base, &place.list) {
            (Some(base), _) => Some(self.bases.get_mut(base)?.levels.entry(level).or_default()),
            (None, Some(list)) => Some(self.instances.get_mut(list)?.levels.entry(level).or_default()),
            _ => None,
        }
    }

    /// The abstract list that counts: behind links to numbering styles, however many there are. A circle ends where it
    /// closes.
    fn root(&self, base: &str, styles: &Styles) -> String {
        let mut seen = BTreeSet::new();
        let mut at = base;
        while seen.len() < MAX_CHAIN && seen.insert(at.to_owned()) {
            let linked = self
                .bases
                .get(at)
                .and_then(|base| base.style.as_deref())
                .and_then(|style| styles.list_of(style))
                .and_then(|list| self.instances.get(list));
            match linked {
                Some(list) => at = &list.base,
                None => break,
            }
        }
        at.to_owned()
    }

    fn list(&self, instance: &Instance, styles: &Styles) -> List {
        let root = self.root(&instance.base, styles);
        let base = self.bases.get(&root);
        let level = |at: usize| {
            let own = instance.levels.get(&at).filter(|level| !level.format.is_empty());
            let mut level = own.or_else(|| base?.levels.get(&at)).cloned().unwrap_or_default();
            level.start = instance.starts.get(&at).copied().or(level.start);
            level.restarts_list = instance.starts.contains_key(&at);
            level
        };
        List { levels: (0..LEVELS).map(level).collect(), root }
    }
}

fn level_of(element: &Element<'_>) -> Option<usize> {
    element.attribute("ilvl")?.parse().ok()
}

/// A value of a length that can be repeated for every paragraph.
fn short(element: &Element<'_>, attribute: &str) -> Option<String> {
    let mut value = element.attribute(attribute)?;
    value.truncate(value.floor_char_boundary(MAX_LABEL));
    Some(value)
}

fn set_property(level: &mut Level, name: &str, element: &Element<'_>) {
    match name {
        "start" => level.start = element.number(),
        // The first one counts: behind it stands what programs use that do not know formats of one's own.
        "numFmt" if level.format.is_empty() => {
            level.format = short(element, "format").or_else(|| short(element, "val")).unwrap_or_default();
        }
        "lvlText" => level.text = short(element, "val").unwrap_or_default(),
        "suff" => level.suffix = short(element, "val").unwrap_or_default(),
        "lvlRestart" => level.restart = element.number().map(|after| after as usize),
        "isLgl" => level.legal = element.is_on(),
        "pStyle" => level.style = short(element, "val"),
        _ => {}
    }
}
