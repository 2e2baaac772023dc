//! Paragraphs and tables.

use std::io::Result;

use super::xml::Xml;
use super::{Block, Cell, Field, File, Join, Page, Paragraph, Row, Run, Table};

const NAMESPACES: &[(&str, &str)] = &[
    ("xmlns:w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
    ("xmlns:r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships"),
];

/// The main part.
pub(super) fn document(file: &File) -> Result<Vec<u8>> {
    let mut xml = Xml::new()?;
    xml.open("w:document", NAMESPACES)?;
    xml.open("w:body", &[])?;
    for (index, block) in file.body.iter().enumerate() {
        match block {
            Block::Paragraph(one) => paragraph(&mut xml, one)?,
            Block::Table(one) => {
                table(&mut xml, one)?;
                // Word wants a paragraph behind a table that ends the text or stands before another one.
                if !matches!(file.body.get(index + 1), Some(Block::Paragraph(_))) {
                    xml.empty("w:p", &[])?;
                }
            }
        }
    }
    section(&mut xml, &file.page)?;
    xml.close("w:body")?;
    xml.close("w:document")?;
    Ok(xml.into_bytes())
}

/// A header or a footer: `w:hdr` or `w:ftr`.
pub(super) fn margin(name: &str, paragraphs: &[Paragraph]) -> Result<Vec<u8>> {
    let mut xml = Xml::new()?;
    xml.open(name, NAMESPACES)?;
    if paragraphs.is_empty() {
        xml.empty("w:p", &[])?;
    }
    for one in paragraphs {
        paragraph(&mut xml, one)?;
    }
    xml.close(name)?;
    Ok(xml.into_bytes())
}

fn section(xml: &mut Xml, page: &Page) -> Result<()> {
    let (width, height) = if page.landscape { (page.long, page.short) } else { (page.short, page.long) };
    let (width, height, margin) = (width.to_string(), height.to_string(), page.margin.to_string());
    let edge = (page.margin / 2).to_string();
    xml.open("w:sectPr", &[])?;
    xml.empty("w:headerReference", &[("w:type", "default"), ("r:id", "rIdHeader")])?;
    xml.empty("w:footerReference", &[("w:type", "default"), ("r:id", "rIdFooter")])?;
    let mut size = vec![("w:w", width.as_str()), ("w:h", &height)];
    if page.landscape {
        size.push(("w:orient", "landscape"));
    }
    xml.empty("w:pgSz", &size)?;
    let margins = [
        ("w:top", margin.as_str()),
        ("w:right", &margin),
        ("w:bottom", &margin),
        ("w:left", &margin),
        ("w:header", &edge),
        ("w:footer", &edge),
        ("w:gutter", "0"),
    ];
    xml.empty("w:pgMar", &margins)?;
    xml.close("w:sectPr")
}

fn paragraph(xml: &mut Xml, paragraph: &Paragraph) -> Result<()> {
    xml.open("w:p", &[])?;
    xml.open("w:pPr", &[])?;
    xml.value("w:pStyle", paragraph.style.id())?;
    if paragraph.keeps_next {
        xml.empty("w:keepNext", &[])?;
    }
    if let Some((list, level)) = paragraph.number {
        xml.open("w:numPr", &[])?;
        xml.value("w:ilvl", &level.min(8).to_string())?;
        xml.value("w:numId", &(list + 1).to_string())?;
        xml.close("w:numPr")?;
    }
    if paragraph.indent > 0 {
        xml.empty("w:ind", &[("w:left", &paragraph.indent.to_string())])?;
    }
    xml.close("w:pPr")?;
    for one in &paragraph.runs {
        run(xml, one)?;
    }
    xml.close("w:p")
}

fn run(xml: &mut Xml, run: &Run) -> Result<()> {
    match run.field {
        None => plain_run(xml, run),
        Some(field) => {
            let code = match field {
                Field::Page => " PAGE ",
                Field::Pages => " NUMPAGES ",
            };
            xml.open("w:fldSimple", &[("w:instr", code)])?;
            plain_run(xml, run)?;
            xml.close("w:fldSimple")
        }
    }
}

fn plain_run(xml: &mut Xml, run: &Run) -> Result<()> {
    xml.open("w:r", &[])?;
    if run.bold || run.underline {
        xml.open("w:rPr", &[])?;
        if run.bold {
            xml.empty("w:b", &[])?;
            xml.empty("w:bCs", &[])?;
        }
        if run.underline {
            xml.value("w:u", "single")?;
        }
        xml.close("w:rPr")?;
    }
    let mut first_line = true;
    for line in run.text.split('\n') {
        if !std::mem::take(&mut first_line) {
            xml.empty("w:br", &[])?;
        }
        let mut first_part = true;
        for part in line.split('\t') {
            if !std::mem::take(&mut first_part) {
                xml.empty("w:tab", &[])?;
            }
            if !part.is_empty() {
                xml.leaf("w:t", &[("xml:space", "preserve")], part)?;
            }
        }
    }
    xml.close("w:r")
}

fn table(xml: &mut Xml, table: &Table) -> Result<()> {
    let width: u32 = table.columns.iter().sum();
    xml.open("w:tbl", &[])?;
    xml.open("w:tblPr", &[])?;
    xml.value("w:tblStyle", "SekishoTable")?;
    xml.empty("w:tblW", &[("w:w", &width.to_string()), ("w:type", "dxa")])?;
    xml.empty("w:tblLayout", &[("w:type", "fixed")])?;
    let look = [("w:val", "0020"), ("w:firstRow", "1"), ("w:noHBand", "1"), ("w:noVBand", "1")];
    xml.empty("w:tblLook", &look)?;
    xml.close("w:tblPr")?;
    xml.open("w:tblGrid", &[])?;
    for column in &table.columns {
        xml.empty("w:gridCol", &[("w:w", &column.to_string())])?;
    }
    xml.close("w:tblGrid")?;
    for one in &table.rows {
        row(xml, one, &table.columns)?;
    }
    xml.close("w:tbl")
}

fn row(xml: &mut Xml, row: &Row, columns: &[u32]) -> Result<()> {
    xml.open("w:tr", &[])?;
    if row.heading || row.whole {
        xml.open("w:trPr", &[])?;
        if row.whole {
            xml.empty("w:cantSplit", &[])?;
        }
        if row.heading {
            xml.empty("w:tblHeader", &[])?;
        }
        xml.close("w:trPr")?;
    }
    for (one, width) in row.cells.iter().zip(columns) {
        cell(xml, one, *width)?;
    }
    xml.close("w:tr")
}

fn cell(xml: &mut Xml, cell: &Cell, width: u32) -> Result<()> {
    xml.open("w:tc", &[])?;
    xml.open("w:tcPr", &[])?;
    xml.empty("w:tcW", &[("w:w", &width.to_string()), ("w:type", "dxa")])?;
    match cell.joins {
        Join::No => {}
        Join::First => xml.value("w:vMerge", "restart")?,
        Join::More => xml.empty("w:vMerge", &[])?,
    }
    if cell.lines != (true, true) {
        xml.open("w:tcBorders", &[])?;
        for (name, shown) in [("w:top", cell.lines.0), ("w:bottom", cell.lines.1)] {
            if !shown {
                xml.value(name, "nil")?;
            }
        }
        xml.close("w:tcBorders")?;
    }
    if let Some(shade) = cell.shade {
        xml.empty("w:shd", &[("w:val", "clear"), ("w:color", "auto"), ("w:fill", shade)])?;
    }
    xml.close("w:tcPr")?;
    if cell.paragraphs.is_empty() {
        paragraph(xml, &Paragraph::new(super::Style::TableText))?;
    }
    for one in &cell.paragraphs {
        paragraph(xml, one)?;
    }
    xml.close("w:tc")
}
