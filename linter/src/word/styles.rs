//! The styles of a document: named as Word names them in Japanese, so that they are found in its list.

use std::io::Result;

use super::Style;
use super::xml::Xml;

/// How a style looks.
struct Look {
    style: Style,
    /// As the file names it; built-in styles have English names that Word translates.
    id: &'static str,
    name: &'static str,
    /// Half points.
    size: u32,
    bold: bool,
    gothic: bool,
    align: &'static str,
    /// Twips above and below.
    space: (u32, u32),
    /// Twips: left edge, and how far the first line stands out.
    indent: (u32, u32),
    /// The level in the outline, for headings.
    outline: Option<u8>,
    keep_with_next: bool,
}

const fn look(style: Style, id: &'static str, name: &'static str) -> Look {
    Look {
        style,
        id,
        name,
        size: 21,
        bold: false,
        gothic: false,
        align: "both",
        space: (0, 0),
        indent: (0, 0),
        outline: None,
        keep_with_next: false,
    }
}

const LOOKS: &[Look] = &[
    look(Style::Body, "Normal", "Normal"),
    Look {
        size: 32,
        bold: true,
        gothic: true,
        align: "center",
        space: (0, 160),
        keep_with_next: true,
        ..look(Style::Title, "Title", "Title")
    },
    Look { align: "right", ..look(Style::Subtitle, "Subtitle", "Subtitle") },
    Look {
        size: 26,
        bold: true,
        gothic: true,
        align: "left",
        space: (360, 120),
        outline: Some(0),
        keep_with_next: true,
        ..look(Style::Heading1, "Heading1", "heading 1")
    },
    Look {
        size: 23,
        bold: true,
        gothic: true,
        align: "left",
        space: (240, 80),
        outline: Some(1),
        keep_with_next: true,
        ..look(Style::Heading2, "Heading2", "heading 2")
    },
    Look {
        gothic: true,
        align: "left",
        space: (160, 0),
        keep_with_next: true,
        ..look(Style::Caption, "ArticleCaption", "条見出し")
    },
    Look { indent: (210, 210), ..look(Style::Article, "Article", "条") },
    Look { indent: (210, 210), ..look(Style::Clause, "ArticleParagraph", "項") },
    Look { indent: (630, 420), ..look(Style::Item, "ArticleItem", "号") },
    Look { indent: (1_050, 420), ..look(Style::Subitem, "ArticleSubitem", "号の細目") },
    Look {
        size: 20,
        bold: true,
        gothic: true,
        align: "center",
        ..look(Style::TableHead, "TableHead", "表の見出し")
    },
    Look { size: 20, ..look(Style::TableText, "TableText", "表の本文") },
    Look { size: 18, align: "left", space: (120, 0), ..look(Style::Note, "Note", "注記") },
    Look { size: 18, align: "right", ..look(Style::Header, "Header", "header") },
    Look { size: 18, align: "center", ..look(Style::Footer, "Footer", "footer") },
];

impl Style {
    /// The id of the style in the file.
    pub(super) fn id(self) -> &'static str {
        LOOKS.iter().find(|look| look.style == self).map_or("Normal", |look| look.id)
    }
}

/// The part with all styles.
pub(super) fn part() -> Result<Vec<u8>> {
    let mut xml = Xml::new()?;
    let namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    xml.open("w:styles", &[("xmlns:w", namespace)])?;
    xml.open("w:docDefaults", &[])?;
    xml.open("w:rPrDefault", &[])?;
    xml.open("w:rPr", &[])?;
    fonts(&mut xml, false)?;
    xml.value("w:sz", "21")?;
    xml.value("w:szCs", "21")?;
    xml.empty("w:lang", &[("w:val", "en-US"), ("w:eastAsia", "ja-JP")])?;
    xml.close("w:rPr")?;
    xml.close("w:rPrDefault")?;
    xml.empty("w:pPrDefault", &[])?;
    xml.close("w:docDefaults")?;
    for look in LOOKS {
        paragraph_style(&mut xml, look)?;
    }
    table_style(&mut xml)?;
    xml.close("w:styles")?;
    Ok(xml.into_bytes())
}

fn paragraph_style(xml: &mut Xml, look: &Look) -> Result<()> {
    let mut attributes = vec![("w:type", "paragraph"), ("w:styleId", look.id)];
    let is_default = look.style == Style::Body;
    if is_default {
        attributes.push(("w:default", "1"));
    }
    xml.open("w:style", &attributes)?;
    xml.value("w:name", look.name)?;
    if !is_default {
        xml.value("w:basedOn", "Normal")?;
    }
    xml.empty("w:qFormat", &[])?;
    xml.open("w:pPr", &[])?;
    if look.keep_with_next {
        xml.empty("w:keepNext", &[])?;
    }
    let space = [("w:before", look.space.0.to_string()), ("w:after", look.space.1.to_string())];
    let space: Vec<_> = space.iter().map(|(name, value)| (*name, value.as_str())).collect();
    xml.empty("w:spacing", &space)?;
    if look.indent != (0, 0) {
        let (left, hanging) = (look.indent.0.to_string(), look.indent.1.to_string());
        xml.empty("w:ind", &[("w:left", &left), ("w:hanging", &hanging)])?;
    }
    xml.value("w:jc", look.align)?;
    if let Some(level) = look.outline {
        xml.value("w:outlineLvl", &level.to_string())?;
    }
    xml.close("w:pPr")?;
    xml.open("w:rPr", &[])?;
    fonts(xml, look.gothic)?;
    if look.bold {
        xml.empty("w:b", &[])?;
        xml.empty("w:bCs", &[])?;
    }
    let size = look.size.to_string();
    xml.value("w:sz", &size)?;
    xml.value("w:szCs", &size)?;
    xml.close("w:rPr")?;
    xml.close("w:style")
}

/// Mincho for the text, gothic for headings: both come with Word and with LibreOffice's substitutes.
fn fonts(xml: &mut Xml, gothic: bool) -> Result<()> {
    let font = if gothic { "游ゴシック" } else { "游明朝" };
    xml.empty(
        "w:rFonts",
        &[("w:ascii", font), ("w:hAnsi", font), ("w:eastAsia", font), ("w:cs", "Times New Roman")],
    )
}

fn table_style(xml: &mut Xml) -> Result<()> {
    xml.open("w:style", &[("w:type", "table"), ("w:styleId", "SekishoTable")])?;
    xml.value("w:name", "表(罫線)")?;
    xml.open("w:tblPr", &[])?;
    xml.open("w:tblBorders", &[])?;
    for name in ["w:top", "w:left", "w:bottom", "w:right", "w:insideH", "w:insideV"] {
        let line = [("w:val", "single"), ("w:sz", "4"), ("w:space", "0"), ("w:color", "auto")];
        xml.empty(name, &line)?;
    }
    xml.close("w:tblBorders")?;
    xml.open("w:tblCellMar", &[])?;
    for (name, width) in [("w:top", "40"), ("w:left", "100"), ("w:bottom", "40"), ("w:right", "100")] {
        xml.empty(name, &[("w:w", width), ("w:type", "dxa")])?;
    }
    xml.close("w:tblCellMar")?;
    xml.close("w:tblPr")?;
    xml.close("w:style")
}
