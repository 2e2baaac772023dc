//! The lists of a document.

use std::io::Result;

use super::xml::Xml;
use super::{Level, List, NumberFormat};

/// The part with all lists. A paragraph names list `n` by the number `n + 1`.
pub(super) fn part(lists: &[List]) -> Result<Vec<u8>> {
    let mut xml = Xml::new()?;
    let namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    xml.open("w:numbering", &[("xmlns:w", namespace)])?;
    for (index, list) in lists.iter().enumerate() {
        xml.open("w:abstractNum", &[("w:abstractNumId", &index.to_string())])?;
        xml.value("w:multiLevelType", "multilevel")?;
        for (at, level) in list.levels.iter().take(9).enumerate() {
            write_level(&mut xml, at, level)?;
        }
        xml.close("w:abstractNum")?;
    }
    for index in 0..lists.len() {
        xml.open("w:num", &[("w:numId", &(index + 1).to_string())])?;
        xml.value("w:abstractNumId", &index.to_string())?;
        xml.close("w:num")?;
    }
    xml.close("w:numbering")?;
    Ok(xml.into_bytes())
}

fn write_level(xml: &mut Xml, at: usize, level: &Level) -> Result<()> {
    xml.open("w:lvl", &[("w:ilvl", &at.to_string())])?;
    xml.value("w:start", &level.start.to_string())?;
    xml.value("w:numFmt", format(level.format))?;
    if level.continues {
        xml.value("w:lvlRestart", "0")?;
    }
    xml.value("w:suff", "space")?;
    xml.value("w:lvlText", &level.text)?;
    xml.value("w:lvlJc", "left")?;
    xml.open("w:pPr", &[])?;
    xml.empty("w:ind", &[("w:left", &level.indent.to_string()), ("w:hanging", &level.hanging.to_string())])?;
    xml.close("w:pPr")?;
    xml.close("w:lvl")
}

const fn format(format: NumberFormat) -> &'static str {
    match format {
        NumberFormat::Decimal => "decimal",
        NumberFormat::DecimalFullWidth => "decimalFullWidth",
        NumberFormat::Kanji => "japaneseCounting",
        NumberFormat::Aiueo => "aiueoFullWidth",
        NumberFormat::Iroha => "irohaFullWidth",
        NumberFormat::Circled => "decimalEnclosedCircle",
        NumberFormat::Bullet => "bullet",
    }
}
