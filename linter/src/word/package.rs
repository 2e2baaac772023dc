//! The parts of a document in one file.

use std::io::{Cursor, Write as _};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::xml::Xml;
use super::{File, WordError, body, numbering, styles};

const TYPES: &str = "http://schemas.openxmlformats.org/package/2006/content-types";
const RELATIONS: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const WORD: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";
const PACKAGE: &str = "application/vnd.openxmlformats-package";

/// The parts behind the main one: the end of their type, their name, the id of their relation.
const PARTS: &[(&str, &str, &str)] = &[
    ("styles", "styles.xml", "rIdStyles"),
    ("numbering", "numbering.xml", "rIdNumbering"),
    ("settings", "settings.xml", "rIdSettings"),
    ("header", "header1.xml", "rIdHeader"),
    ("footer", "footer1.xml", "rIdFooter"),
];

/// Writes the document: the same bytes for the same document.
///
/// # Errors
/// The document is beyond what a package can hold.
pub fn write(file: &File) -> Result<Vec<u8>, WordError> {
    let parts = [
        ("[Content_Types].xml", types()?),
        ("_rels/.rels", relations()?),
        ("docProps/core.xml", properties(file)?),
        ("word/document.xml", body::document(file)?),
        ("word/_rels/document.xml.rels", document_relations()?),
        ("word/styles.xml", styles::part()?),
        ("word/numbering.xml", numbering::part(&file.lists)?),
        ("word/settings.xml", settings()?),
        ("word/header1.xml", body::margin("w:hdr", &file.header)?),
        ("word/footer1.xml", body::margin("w:ftr", &file.footer)?),
    ];
    let mut package = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default());
    for (name, bytes) in parts {
        package.start_file(name, options)?;
        package.write_all(&bytes)?;
    }
    Ok(package.finish()?.into_inner())
}

fn types() -> std::io::Result<Vec<u8>> {
    let mut xml = Xml::new()?;
    xml.open("Types", &[("xmlns", TYPES)])?;
    let relations = format!("{PACKAGE}.relationships+xml");
    xml.empty("Default", &[("Extension", "rels"), ("ContentType", &relations)])?;
    xml.empty("Default", &[("Extension", "xml"), ("ContentType", "application/xml")])?;
    let mut part = |name: &str, content: &str| {
        xml.empty("Override", &[("PartName", &format!("/{name}")), ("ContentType", content)])
    };
    part("docProps/core.xml", &format!("{PACKAGE}.core-properties+xml"))?;
    part("word/document.xml", &format!("{WORD}.document.main+xml"))?;
    for (kind, name, _) in PARTS {
        part(&format!("word/{name}"), &format!("{WORD}.{kind}+xml"))?;
    }
    xml.close("Types")?;
    Ok(xml.into_bytes())
}

fn relations() -> std::io::Result<Vec<u8>> {
    let mut xml = Xml::new()?;
    xml.open("Relationships", &[("xmlns", RELATIONS)])?;
    let document = format!("{OFFICE}/officeDocument");
    let properties = format!("{RELATIONS}/metadata/core-properties");
    for (id, kind, target) in
        [("rId1", &document, "word/document.xml"), ("rId2", &properties, "docProps/core.xml")]
    {
        xml.empty("Relationship", &[("Id", id), ("Type", kind), ("Target", target)])?;
    }
    xml.close("Relationships")?;
    Ok(xml.into_bytes())
}

fn document_relations() -> std::io::Result<Vec<u8>> {
    let mut xml = Xml::new()?;
    xml.open("Relationships", &[("xmlns", RELATIONS)])?;
    for (kind, name, id) in PARTS {
        let kind = format!("{OFFICE}/{kind}");
        xml.empty("Relationship", &[("Id", id), ("Type", &kind), ("Target", name)])?;
    }
    xml.close("Relationships")?;
    Ok(xml.into_bytes())
}

fn properties(file: &File) -> std::io::Result<Vec<u8>> {
    let mut xml = Xml::new()?;
    let namespaces = [
        ("xmlns:cp", "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"),
        ("xmlns:dc", "http://purl.org/dc/elements/1.1/"),
        ("xmlns:dcterms", "http://purl.org/dc/terms/"),
        ("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"),
    ];
    xml.open("cp:coreProperties", &namespaces)?;
    xml.leaf("dc:title", &[], &file.title)?;
    xml.leaf("dc:language", &[], "ja-JP")?;
    if let Some(date) = &file.date {
        let moment = format!("{date}T00:00:00Z");
        for name in ["dcterms:created", "dcterms:modified"] {
            xml.leaf(name, &[("xsi:type", "dcterms:W3CDTF")], &moment)?;
        }
    }
    xml.close("cp:coreProperties")?;
    Ok(xml.into_bytes())
}

fn settings() -> std::io::Result<Vec<u8>> {
    let mut xml = Xml::new()?;
    let namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    xml.open("w:settings", &[("xmlns:w", namespace)])?;
    xml.value("w:characterSpacingControl", "compressPunctuation")?;
    xml.open("w:compat", &[])?;
    // Without it Word opens the file in the mode of an old version.
    let mode = [
        ("w:name", "compatibilityMode"),
        ("w:uri", "http://schemas.microsoft.com/office/word"),
        ("w:val", "15"),
    ];
    xml.empty("w:compatSetting", &mode)?;
    xml.close("w:compat")?;
    xml.empty("w:themeFontLang", &[("w:val", "en-US"), ("w:eastAsia", "ja-JP")])?;
    xml.close("w:settings")?;
    Ok(xml.into_bytes())
}
