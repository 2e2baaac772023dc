//! Word files that nobody means well with: one clear error or a sound reading, never a panic.

#![expect(clippy::unwrap_used, reason = "a test may fail loudly")]

use linter::read::{Limits, ReadError, ReadOptions, read_document};
use std::io::{Cursor, Write as _};
use zip::write::SimpleFileOptions;

const W: &str = r#"xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main""#;
const TYPES: &str = r#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>"#;
const TEXT: &str = "<w:p><w:r><w:t>第１条　乙は、甲に報告する。</w:t></w:r></w:p>";

/// Names and contents of the parts of a package.
type Parts<'a> = Vec<(&'a str, String)>;

fn zip(parts: &[(&str, String)]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        writer.start_file(*name, SimpleFileOptions::default()).unwrap();
        writer.write_all(content.as_bytes()).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

fn document(inner: &str) -> (&'static str, String) {
    ("word/document.xml", format!("<w:document {W}><w:body>{inner}</w:body></w:document>"))
}

fn styles(inner: &str) -> (&'static str, String) {
    ("word/styles.xml", format!("<w:styles {W}>{inner}</w:styles>"))
}

fn numbering(inner: &str) -> (&'static str, String) {
    ("word/numbering.xml", format!("<w:numbering {W}>{inner}</w:numbering>"))
}

fn relations(name: &'static str, inner: &str) -> (&'static str, String) {
    let kind = "http://schemas.openxmlformats.org/package/2006/relationships";
    (name, format!(r#"<Relationships xmlns="{kind}">{inner}</Relationships>"#))
}

fn relation(kind: &str, target: &str, more: &str) -> String {
    let types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    format!(r#"<Relationship Id="r1" Type="{types}/{kind}" Target="{target}" {more}/>"#)
}

fn read(parts: &[(&str, String)], limits: Limits) -> Result<String, ReadError> {
    let mut all = vec![("[Content_Types].xml", TYPES.to_owned())];
    all.extend(parts.iter().map(|(name, content)| (*name, content.clone())));
    read_document(&zip(&all), "a.docx", &limits.into()).map(|document| document.text)
}

#[test]
fn what_cannot_be_trusted_is_one_error() {
    let limits = Limits::default();
    let small = Limits { max_entry_bytes: 100_000, ..limits };
    let entities = (0..40).map(|at| format!(r#"<!ENTITY e{} "&e{at};&e{at};">"#, at + 1)).collect::<String>();
    let bomb =
        format!(r#"<!DOCTYPE w:document [<!ENTITY e0 "あ">{entities}]><w:document {W}>&e40;</w:document>"#);
    let outside = r#"<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>"#.to_owned();
    let tables = "<w:tbl><w:tr><w:tc>".repeat(100_000) + &"</w:tc></w:tr></w:tbl>".repeat(100_000);
    let empty_part = ("word/other.xml", String::new());
    type Case<'a> = (&'a str, Parts<'a>, Limits, &'a str);
    let cases: Vec<Case<'_>> = vec![
        ("zip bomb", vec![document(&" ".repeat(200_000))], small, "read-zip-too-large"),
        (
            "zip bomb in the styles",
            vec![document(TEXT), styles(&" ".repeat(200_000))],
            small,
            "read-zip-too-large",
        ),
        ("entities that grow", vec![("word/document.xml", bomb)], limits, "read-xml-doctype"),
        ("an entity from outside", vec![("word/document.xml", outside)], limits, "read-xml-doctype"),
        ("tables in tables", vec![document(&tables)], limits, "read-xml-depth"),
        ("no main part", vec![empty_part], limits, "read-zip-unknown"),
        (
            "no end",
            vec![("word/document.xml", format!("<w:document {W}><w:body><w:p>"))],
            limits,
            "read-xml-broken",
        ),
        (
            "ends crossed",
            vec![("word/document.xml", format!("<w:document {W}></w:body>"))],
            limits,
            "read-xml-broken",
        ),
        ("an empty main part", vec![("word/document.xml", String::new())], limits, "read-empty"),
        (
            "the main part outside",
            vec![
                relations("_rels/.rels", &relation("officeDocument", "../../etc/passwd", "")),
                ("word/a.xml", String::new()),
            ],
            limits,
            "read-zip-unknown",
        ),
        (
            "one paragraph as long as a book",
            vec![document(&format!("<w:p><w:r><w:t>{}</w:t></w:r></w:p>", "あ".repeat(500_000)))],
            limits,
            "read-line-too-long",
        ),
        (
            "cells without end",
            vec![document(&format!(
                "<w:tbl><w:tr>{}</w:tr></w:tbl>",
                r#"<w:tc><w:tcPr><w:gridSpan w:val="4000000000"/></w:tcPr></w:tc>"#.repeat(200)
            ))],
            Limits { max_table_cells: 10_000, ..limits },
            "read-table-too-large",
        ),
    ];
    for (name, parts, limits, wanted) in cases {
        match read(&parts, limits) {
            Err(error) => assert_eq!(error.code(), wanted, "{name}"),
            Ok(text) => panic!("{name} was read: {}", text.chars().take(100).collect::<String>()),
        }
    }
}

#[test]
fn what_is_only_odd_is_read() {
    let based = |id: &str, on: &str| {
        format!(
            r#"<w:style w:type="paragraph" w:styleId="{id}"><w:basedOn w:val="{on}"/><w:link w:val="{on}"/></w:style>"#
        )
    };
    let chain: String = (0..5_000).map(|at| based(&format!("s{at}"), &format!("s{}", at + 1))).collect();
    let styled = |id: &str| {
        format!(
            r#"<w:p><w:pPr><w:pStyle w:val="{id}"/></w:pPr><w:r><w:t>第１条　乙は、甲に報告する。</w:t></w:r></w:p>"#
        )
    };
    let listed = |list: &str, level: &str| {
        format!(
            r#"<w:p><w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list}"/></w:numPr></w:pPr>
            <w:r><w:t>第１条　乙は、甲に報告する。</w:t></w:r></w:p>"#
        )
    };
    let level = |more: &str| {
        format!(
            r#"<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0">{more}</w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>"#
        )
    };
    let circle = r#"<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="a"/></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>"#;
    let numbering_style = r#"<w:style w:type="numbering" w:styleId="a"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>"#;
    let long = "長".repeat(100_000);
    let begin = r#"<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>REF</w:instrText></w:r>"#;
    let deep = 60;
    let tables =
        format!("{}{TEXT}{}", "<w:tbl><w:tr><w:tc>".repeat(deep), "</w:tc></w:tr></w:tbl>".repeat(deep));
    let header = |target: &str, more: &str| {
        relations("word/_rels/document.xml.rels", &relation("header", target, more))
    };
    let section = r#"<w:sectPr xmlns:r="a"><w:headerReference r:id="r1"/></w:sectPr>"#;
    let cases: Vec<(&str, Parts<'_>)> = vec![
        ("styles in a circle", vec![document(&styled("a")), styles(&(based("a", "b") + &based("b", "a")))]),
        ("a style on itself", vec![document(&styled("a")), styles(&based("a", "a"))]),
        ("five thousand styles in a row", vec![document(&styled("s0")), styles(&chain)]),
        (
            "a list that is its own style",
            vec![document(&listed("1", "0")), numbering(circle), styles(numbering_style)],
        ),
        ("a level that is none", vec![document(&listed("1", "77")), numbering(&level(""))]),
        ("a list that is not there", vec![document(&listed("9", "0")), numbering(&level(""))]),
        (
            "a start at the end of numbers",
            vec![
                document(&listed("1", "0").repeat(3)),
                numbering(&level(
                    r#"<w:start w:val="4294967295"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1"/>"#,
                )),
            ],
        ),
        (
            "a label of a hundred thousand characters",
            vec![
                document(&listed("1", "0").repeat(200)),
                numbering(&level(&format!(r#"<w:numFmt w:val="decimal"/><w:lvlText w:val="{long}%1"/>"#))),
            ],
        ),
        ("fields that never end", vec![document(&format!("<w:p>{}</w:p>{TEXT}", begin.repeat(50_000)))]),
        ("tables sixty deep", vec![document(&tables)]),
        ("broken styles", vec![document(TEXT), ("word/styles.xml", "<w:styles><".to_owned())]),
        ("broken numbers", vec![document(TEXT), ("word/numbering.xml", "<".to_owned())]),
        ("broken notes", vec![document(TEXT), ("word/footnotes.xml", "<a><b></a>".to_owned())]),
        ("broken comments", vec![document(TEXT), ("word/comments.xml", "<a".to_owned())]),
        (
            "broken relationships",
            vec![document(TEXT), ("word/_rels/document.xml.rels", "<Relationships><".to_owned())],
        ),
        (
            "a header outside",
            vec![
                document(&(TEXT.to_owned() + section)),
                header("file:///etc/passwd", r#"TargetMode="External""#),
            ],
        ),
        (
            "a header further up",
            vec![document(&(TEXT.to_owned() + section)), header("../../../etc/passwd", "")],
        ),
        (
            "a header that is the document",
            vec![document(&(TEXT.to_owned() + section)), header("document.xml", "")],
        ),
        (
            "a header that is not there",
            vec![document(&(TEXT.to_owned() + section)), header("header1.xml", "")],
        ),
        (
            "elements in the wrong place",
            vec![document(&format!(
                "<w:tc><w:tr><w:r><w:t>x</w:t></w:r></w:tr></w:tc>{TEXT}<w:tbl>{TEXT}</w:tbl>"
            ))],
        ),
        ("names in capitals", vec![("WORD/Document.XML", document(TEXT).1)]),
    ];
    for (name, parts) in cases {
        match read(&parts, Limits::default()) {
            Ok(text) => assert!(text.contains("乙は、甲に報告する。"), "{name}: {text}"),
            Err(error) => panic!("{name}: {error}"),
        }
    }
}

/// Sizes in the directory of a zip are claims. Whatever they say, what is read is bounded by what is there.
#[test]
fn sizes_that_lie() {
    let honest = zip(&[("[Content_Types].xml", TYPES.to_owned()), document(&TEXT.repeat(50))]);
    let options = ReadOptions::from(Limits { max_entry_bytes: 100_000, ..Limits::default() });
    let whole = read_document(&honest, "a.docx", &options).unwrap().text;
    // Offset of the expanded size in the headers of an entry, and in those of the directory.
    let places = |mark: &[u8], offset: usize| -> Vec<usize> {
        (0..honest.len() - 4).filter(|at| honest[*at..].starts_with(mark)).map(|at| at + offset).collect()
    };
    for (mark, offset) in [(b"PK\x03\x04", 18), (b"PK\x03\x04", 22), (b"PK\x01\x02", 20), (b"PK\x01\x02", 24)]
    {
        for claimed in [0_u32, 1, 1000, u32::MAX - 1] {
            for place in places(mark, offset) {
                let mut bytes = honest.clone();
                bytes[place..place + 4].copy_from_slice(&claimed.to_le_bytes());
                match read_document(&bytes, "a.docx", &options) {
                    Ok(document) => assert_eq!(document.text, whole),
                    Err(error) => assert!(
                        matches!(
                            error.code(),
                            "read-zip-broken" | "read-zip-too-large" | "read-xml-broken" | "read-zip-unknown"
                        ),
                        "{error}"
                    ),
                }
            }
        }
    }
}
