//! Word files: the parts of the zip, and the document as it would be printed in one reading of its tracked changes.
//!
//! [`styles`] and [`numbering`] know how Word numbers paragraphs, [`body`] walks the text. Headers, footers and comments
//! are kept beside the text ([`asides`]).

pub(crate) mod anatomy;
mod asides;
mod body;
mod content;
mod elements;
mod fields;
mod frames;
mod names;
mod notes;
mod numbering;
mod revisions;
mod styles;
mod symbols;
mod tables;

use crate::document::{DocxPart, Origin, ReadIssue};
use crate::read::ReadError;
use crate::read::package::{Package, Relationship, sibling};
use crate::read::raw::{Block, Line, RawDocument, issue};
use crate::source::{ReadOptions, Revisions};
use body::{Body, Context};
pub use elements::WordElements;
use numbering::Numbering;
use styles::Styles;

/// Fewer visible characters than this beside a picture: the text is in the picture.
const ALMOST_NO_TEXT: usize = 50;

/// The parts that belong to the main one.
pub(crate) struct Parts<'a> {
    package: Package<'a>,
    main: String,
    related: Vec<Relationship>,
}

impl Parts<'_> {
    /// The text of the part of a kind; where no relationship names it, of the usual name beside the main part.
    fn of_kind(&mut self, kind: &str) -> Result<String, ReadError> {
        let named = self.related.iter().find(|relation| relation.kind == kind);
        let name = match named {
            Some(relation) => relation.target.clone().unwrap_or_default(),
            None => sibling(&self.main, &format!("{kind}.xml")),
        };
        Ok(self.package.part(&name)?.unwrap_or_default())
    }
}

/// Reads a Word file, and counts what it is made of.
pub(super) fn read(bytes: &[u8], options: &ReadOptions) -> Result<(RawDocument, WordElements), ReadError> {
    let limits = &options.limits;
    let mut package = Package::open(bytes, limits)?;
    let main = package.main_part("word/document.xml");
    let related = package.relationships(&main).unwrap_or_default();
    let mut parts = Parts { package, main, related };
    let mut issues = Vec::new();
    if parts.package.has_macros() {
        issues.push(issue("read-macros", None, false));
    }
    let styles = Styles::parse(&parts.of_kind("styles")?, limits).unwrap_or_else(|_| {
        issues.push(issue("read-part-broken", None, false));
        Styles::default()
    });
    let numbering = Numbering::parse(&parts.of_kind("numbering")?, &styles, limits).unwrap_or_else(|_| {
        issues.push(issue("read-part-broken", None, false));
        Numbering::default()
    });
    let text = parts.package.part(&parts.main)?.ok_or(ReadError::ZipUnknown)?;
    let context = Context { styles: &styles, limits, reading: options.revisions.unwrap_or_default() };
    let mut body = Body::read(&text, &parts.main, DocxPart::Document, context, numbering)?;
    drop(text);
    let mut document = RawDocument {
        blocks: std::mem::take(&mut body.blocks),
        issues: std::mem::take(&mut body.issues),
        ..RawDocument::default()
    };
    let mut elements = body.elements;
    for (kind, part) in [("footnotes", DocxPart::Footnotes), ("endnotes", DocxPart::Endnotes)] {
        match notes::read(&parts.of_kind(kind)?, part, context) {
            Ok(found) => {
                let (count, inside) = notes::append(&mut document, &body.references, kind, found);
                elements.add_notes(count, inside);
            }
            Err(_) => issues.push(issue("read-part-broken", None, true)),
        }
    }
    if asides::collect(&mut document, &mut parts, &body, context, &mut elements)?.is_err() {
        issues.push(issue("read-part-broken", None, false));
    }
    document.issues.extend(issues);
    document.issues.extend(changes(&elements, options.revisions));
    judge_pictures(&mut document);
    Ok((document, elements))
}

/// Says which text was read where nobody chose one.
fn changes(elements: &WordElements, chosen: Option<Revisions>) -> Option<ReadIssue> {
    if chosen.is_some() || !elements.is_changed() {
        return None;
    }
    let mut found = issue("read-tracked-changes", None, false);
    found.args.insert("insertions".to_owned(), elements.insertions.to_string());
    found.args.insert("deletions".to_owned(), elements.deletions.to_string());
    Some(found)
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
