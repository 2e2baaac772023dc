//! Paragraph styles: which of them are headings, titles, or numbered.

use crate::read::ReadError;
use crate::read::xml::{Element, Step, Walker};
use crate::source::Limits;
use std::collections::{BTreeMap, BTreeSet};

/// Styles that are based on each other, one behind the other: Word itself allows fewer.
const MAX_CHAIN: usize = 50;
/// Outline level (from 0) that means running text.
const BODY_TEXT: u8 = 9;

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
    /// A numbering style: what a list can be defined by.
    numbering: bool,
}

/// All paragraph and numbering styles of a document.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Styles {
    styles: BTreeMap<String, Style>,
    facts: BTreeMap<String, StyleFacts>,
    plain: StyleFacts,
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
    /// The style and those it is based on, nearest first.
    pub(super) lineage: Vec<String>,
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
                found.styles.extend(current.take());
                current = found.start(&element);
            } else if let Some((_, style)) = &mut current {
                set_property(style, &element);
            }
        }
        found.styles.extend(current);
        found.facts = found.styles.keys().map(|id| (id.clone(), found.trace(id))).collect();
        found.plain = found.default.as_deref().map(|id| found.trace(id)).unwrap_or_default();
        Ok(found)
    }

    fn start(&mut self, element: &Element<'_>) -> Option<(String, Style)> {
        let kind = element.attribute("type");
        let numbering = kind.as_deref() == Some("numbering");
        if !numbering && kind.is_some_and(|kind| kind != "paragraph") {
            return None;
        }
        let id = element.attribute("styleId").unwrap_or_default();
        let default = element.attribute("default").is_some_and(|value| value == "1" || value == "true");
        if default && !numbering {
            self.default = Some(id.clone());
        }
        Some((id, Style { numbering, ..Style::default() }))
    }

    /// What a style, with those it is based on, says. A style that is based on itself ends its line there.
    fn trace(&self, id: &str) -> StyleFacts {
        let mut facts = StyleFacts::default();
        let mut heading = None;
        let mut seen = BTreeSet::new();
        let mut next = Some(id);
        while let Some((id, style)) = next.and_then(|id| Some((id, self.styles.get(id)?))) {
            if !seen.insert(id) || seen.len() > MAX_CHAIN {
                break;
            }
            facts.lineage.push(id.to_owned());
            heading = heading.or(style.outline).or_else(|| named_level(&style.name));
            facts.title |= matches!(style.name.as_str(), "title" | "表題");
            facts.toc |= style.name.starts_with("toc ") || style.name.starts_with("目次 ");
            facts.number.list = facts.number.list.or_else(|| style.number.list.clone());
            facts.number.level = facts.number.level.or(style.number.level);
            next = style.based_on.as_deref();
        }
        facts.heading = heading.filter(|level| *level < BODY_TEXT).map(|level| level + 1);
        facts
    }

    /// What the style says. No id is the default style.
    pub(super) fn facts(&self, id: Option<&str>) -> &StyleFacts {
        id.and_then(|id| self.facts.get(id)).unwrap_or(&self.plain)
    }

    /// The list that a numbering style (`w:styleLink`) stands for.
    pub(super) fn list_of(&self, style: &str) -> Option<&str> {
        self.styles.get(style).filter(|style| style.numbering)?.number.list.as_deref()
    }
}

fn set_property(style: &mut Style, element: &Element<'_>) {
    match element.name() {
        "name" => style.name = element.attribute("val").unwrap_or_default().to_lowercase(),
        "basedOn" => style.based_on = element.attribute("val"),
        "outlineLvl" => style.outline = element.number().and_then(|level| u8::try_from(level).ok()),
        "numId" => style.number.list = element.attribute("val"),
        "ilvl" => style.number.level = element.number().map(|level| level as usize),
        _ => {}
    }
}

/// `heading 2`, `見出し 2`: the outline level from 0.
fn named_level(name: &str) -> Option<u8> {
    let rest = name.strip_prefix("heading").or_else(|| name.strip_prefix("見出し"))?;
    rest.trim().parse::<u8>().ok().filter(|level| (1..=9).contains(level)).map(|level| level - 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn styles(inner: &str) -> Styles {
        let xml = format!(
            r#"<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">{inner}</w:styles>"#
        );
        Styles::parse(&xml, &Limits::default()).unwrap()
    }

    #[test]
    fn styles_that_are_based_on_each_other_end() {
        let styles = styles(
            r#"<w:style w:type="paragraph" w:styleId="a"><w:name w:val="heading 2"/><w:basedOn w:val="b"/></w:style>
            <w:style w:type="paragraph" w:styleId="b"><w:basedOn w:val="a"/><w:pPr><w:numPr><w:numId w:val="4"/></w:numPr></w:pPr></w:style>
            <w:style w:type="paragraph" w:styleId="c"><w:basedOn w:val="c"/></w:style>"#,
        );
        let facts = styles.facts(Some("a"));
        assert_eq!((facts.heading, facts.number.list.as_deref()), (Some(2), Some("4")));
        assert_eq!(styles.facts(Some("b")).heading, Some(2));
        assert_eq!(styles.facts(Some("c")).lineage, ["c"]);
    }

    #[test]
    fn body_text_takes_a_heading_back() {
        let styles = styles(
            r#"<w:style w:type="paragraph" w:styleId="a"><w:name w:val="heading 1"/></w:style>
            <w:style w:type="paragraph" w:styleId="b"><w:basedOn w:val="a"/><w:pPr><w:outlineLvl w:val="9"/></w:pPr></w:style>"#,
        );
        assert_eq!((styles.facts(Some("a")).heading, styles.facts(Some("b")).heading), (Some(1), None));
    }
}
