//! Lines → tree. First each line is classified on its own, then the tree is built over all of them.
//!
//! Knows nothing of file formats. Unclassified lines are kept as text; numbers are taken as printed, a jump is never
//! repaired: the stored copy may have lost a line that the rule has.

mod build;
mod classify;
mod closing;
mod completeness;
mod continued;
mod facts;
mod glued;
pub(crate) mod label;
mod lines;
pub(crate) mod number;
mod numbered;
mod place;
mod revisions;
mod sections;
mod shadow;
mod title;
mod toc;
mod tree;
mod unroll;

use crate::document::Document;
use crate::read::raw::RawDocument;
use classify::{Shape, classify};
use lines::Element;

pub(crate) use crate::normalise::is_japanese;
pub(crate) use title::ends_like_title;

/// Whether a normalised line starts with a label that stands in the text: 第1条, (2), ①, ア, ・.
pub(crate) fn is_labelled(line: &str) -> bool {
    label::scan(line).is_some_and(|label| label.kind != label::LabelKind::Latin)
}

/// Whether a normalised line is nothing but a number: 第1条, (2), ①, 3.
pub(crate) fn is_label(line: &str) -> bool {
    let bare = (1..=3).contains(&line.len()) && line.bytes().all(|byte| byte.is_ascii_digit());
    bare || label::scan(line).is_some_and(|label| label.number.is_some() && label.rest >= line.len())
}

/// A classified line, or a table.
enum Item {
    Line(Shape),
    Table(Vec<Vec<Vec<crate::document::TextSpan>>>),
}

/// Builds the document over the lines that a reader found.
pub(crate) fn build(mut raw: RawDocument) -> Document {
    raw.blocks = unroll::unroll(raw.blocks);
    let laid_out = lines::lay_out(&raw);
    let items: Vec<Item> = laid_out
        .elements
        .into_iter()
        .map(|element| match element {
            Element::Line(span, hints) => Item::Line(classify(&laid_out.text, span, hints)),
            Element::Table(rows) => Item::Table(rows),
        })
        .collect();
    let built = build::build_tree(&laid_out.text, &items);
    let mut document = Document {
        title: built.title,
        nodes: built.nodes,
        source_map: laid_out.source_map,
        asides: raw.asides,
        issues: raw.issues,
        text: laid_out.text,
    };
    let missing = completeness::missing_articles(&document);
    document.issues.extend(missing);
    document
}
