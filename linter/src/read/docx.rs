//! Word files: the parts of the zip, and the document as it would be printed with all changes accepted.
//!
//! [`styles`] and [`numbering`] know how Word numbers paragraphs, [`body`] walks the text. Headers and footers are not
//! part of the text; comments are not either.

mod body;
mod frames;
mod numbering;
mod styles;

use crate::document::Origin;
use crate::read::ReadError;
use crate::read::package::{Package, sibling};
use crate::read::raw::{Block, Line, Pace, Piece, RawDocument, issue};
use crate::source::Limits;
use body::{Body, NoteReference};
use numbering::Numbering;
use std::collections::BTreeMap;
use styles::Styles;

/// Fewer visible characters than this beside a picture: the text is in the picture.
const ALMOST_NO_TEXT: usize = 50;

/// Reads a Word file.
pub(super) fn read(bytes: &[u8], limits: &Limits) -> Result<RawDocument, ReadError> {
    let mut package = Package::open(bytes, limits)?;
    let main = package.main_part("word/document.xml");
    let mut issues = Vec::new();
    let optional = |package: &mut Package<'_>, name: &str| -> Result<String, ReadError> {
        Ok(package.part(&sibling(&main, name))?.unwrap_or_default())
    };
    let styles_xml = optional(&mut package, "styles.xml")?;
    let numbering_xml = optional(&mut package, "numbering.xml")?;
    let notes = [
        ("footnote", optional(&mut package, "footnotes.xml")?),
        ("endnote", optional(&mut package, "endnotes.xml")?),
    ];
    let styles = Styles::parse(&styles_xml, limits).unwrap_or_else(|_| {
        issues.push(issue("read-part-broken", None, false));
        Styles::default()
    });
    let numbering = Numbering::parse(&numbering_xml, &styles, limits).unwrap_or_else(|_| {
        issues.push(issue("read-part-broken", None, false));
        Numbering::default()
    });
    let text = package.part(&main)?.ok_or(ReadError::ZipUnknown)?;
    let mut body = Body::new(&styles, numbering);
    body.walk(&text, &main, limits)?;
    let mut document = RawDocument { blocks: body.blocks, issues: body.issues, ..RawDocument::default() };
    for (kind, xml) in &notes {
        match read_notes(xml, kind, &styles, limits) {
            Ok(found) => append_notes(&mut document, &body.references, kind, &found),
            Err(_) => issues.push(issue("read-part-broken", None, true)),
        }
    }
    document.issues.extend(issues);
    judge_pictures(&mut document);
    Ok(document)
}

/// The text of the notes of a part, by their id.
fn read_notes(
    xml: &str,
    kind: &str,
    styles: &Styles,
    limits: &Limits,
) -> Result<BTreeMap<String, String>, ReadError> {
    let mut found = BTreeMap::new();
    for (id, fragment) in body::note_fragments(xml, kind, limits)? {
        let mut body = Body::new(styles, Numbering::default());
        body.walk_fragment(&fragment, limits)?;
        let lines = body.blocks.iter().filter_map(|block| match block {
            Block::Line(line) => Some(line.text()),
            Block::Table(_) => None,
        });
        found.insert(id, lines.collect::<Vec<_>>().join(" "));
    }
    Ok(found)
}

/// Notes go behind the text, in the order of their references; they come from where they are referred to.
fn append_notes(
    document: &mut RawDocument,
    references: &[NoteReference],
    kind: &str,
    found: &BTreeMap<String, String>,
) {
    for reference in references.iter().filter(|reference| reference.kind == kind) {
        let Some(text) = found.get(&reference.id).filter(|text| !text.trim().is_empty()) else { continue };
        let piece = Piece { text: text.clone(), origin: reference.origin, pace: Pace::Still };
        let mut line = Line { pieces: vec![piece], ..Line::default() };
        line.hints.note = true;
        document.blocks.push(Block::Line(line));
    }
}

/// A document of pictures has no text that a rule could miss: say so.
fn judge_pictures(document: &mut RawDocument) {
    let visible = |line: &Line| line.text().chars().filter(|c| !c.is_whitespace()).count();
    let characters: usize = document
        .blocks
        .iter()
        .map(|block| match block {
            Block::Line(line) => visible(line),
            Block::Table(table) => table.rows.iter().flatten().flatten().map(visible).sum(),
        })
        .sum();
    let first: Option<Origin> =
        document.issues.iter().find(|issue| issue.code == "read-image").and_then(|i| i.origin);
    if characters < ALMOST_NO_TEXT && first.is_some() {
        document.issues.push(issue("read-image-only", first, true));
    }
}
