//! Paragraph styles: which of them are headings, titles, or numbered.

use crate::read::ReadError;
use crate::read::xml::{Step, Walker};
use crate::source::Limits;
use std::collections::BTreeMap;

/// Bound on the chain of styles that are based on each other.
const MAX_CHAIN: usize = 20;

/// A list and a level in it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct NumberReference {
    /// `w:numId`; `0` takes a number away.
    pub(super) list: Option<String>,
    /// `w:ilvl`, from 0.
    pub(super) level: Option<usize>,
}

#[derive(Debug, Clone, PartialEq, Eq, Default)]
struct Style {
    name: String,
    based_on: Option<String>,
    outline: Option<u8>,
    number: NumberReference,
}

/// All paragraph styles of a document.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Styles {
    styles: BTreeMap<String, Style>,
    default: Option<String>,
}

/// What a style makes of a paragraph.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct StyleFacts {
    /// Heading level from 1.
    pub(super) heading: Option<u8>,
    /// The title of the document.
    pub(super) title: bool,
    /// A line of a table of contents.
    pub(super) toc: bool,
    /// Numbering.
    pub(super) number: NumberReference,
}

impl Styles {
    /// Reads `styles.xml`; an empty text gives no styles.
    pub(super) fn parse(xml: &str, limits: &Limits) -> Result<Self, ReadError> {
        let mut found = Self::default();
        let mut walker = Walker::new(xml, "styles.xml", limits);
        let mut current: Option<(String, Style)> = None;
        loop {
            let element = match walker.step()? {
                Step::Open(element) => element,
                Step::End => break,
                _ => continue,
            };
            if element.name() == "style" {
                if let Some((id, style)) = current.take() {
                    found.styles.insert(id, style);
                }
                if element.attribute("type").is_none_or(|kind| kind == "paragraph") {
                    let id = element.attribute("styleId").unwrap_or_default();
                    if element.attribute("default").is_some_and(|value| value == "1" || value == "true") {
                        found.default = Some(id.clone());
                    }
                    current = Some((id, Style::default()));
                }
                continue;
            }
            let Some((_, style)) = &mut current else { continue };
            match element.name().as_str() {
                "name" => style.name = element.attribute("val").unwrap_or_default().to_lowercase(),
                "basedOn" => style.based_on = element.attribute("val"),
                "outlineLvl" => style.outline = element.number().and_then(|level| u8::try_from(level).ok()),
                "numId" => style.number.list = element.attribute("val"),
                "ilvl" => style.number.level = element.number().map(|level| level as usize),
                _ => {}
            }
        }
        if let Some((id, style)) = current {
            found.styles.insert(id, style);
        }
        Ok(found)
    }

    /// What the style, with those it is based on, says. No id is the default style.
    pub(super) fn facts(&self, id: Option<&str>) -> StyleFacts {
        let mut facts = StyleFacts::default();
        let mut next = id.or(self.default.as_deref());
        for _ in 0..MAX_CHAIN {
            let Some(style) = next.and_then(|id| self.styles.get(id)) else { break };
            facts.heading = facts.heading.or(style.outline.filter(|level| *level < 9).map(|level| level + 1));
            facts.heading = facts.heading.or(named_level(&style.name));
            facts.title |= matches!(style.name.as_str(), "title" | "表題");
            facts.toc |= style.name.starts_with("toc ") || style.name.starts_with("目次 ");
            facts.number.list = facts.number.list.or_else(|| style.number.list.clone());
            facts.number.level = facts.number.level.or(style.number.level);
            next = style.based_on.as_deref();
        }
        facts
    }

    /// The list that a numbering style (`w:styleLink`) stands for.
    pub(super) fn list_of(&self, style: &str) -> Option<&str> {
        self.styles.get(style)?.number.list.as_deref()
    }
}

/// `heading 2`, `見出し 2`.
fn named_level(name: &str) -> Option<u8> {
    let rest = name.strip_prefix("heading").or_else(|| name.strip_prefix("見出し"))?;
    rest.trim().parse().ok().filter(|level| (1..=9).contains(level))
}
