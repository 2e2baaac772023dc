//! What was noticed in a document and is no finding.

use std::collections::BTreeMap;

use crate::citation::article_path;
use crate::document::{Document, ReadIssue};
use crate::meaning::references::{Reference, Target};

/// Notes beyond so many say nothing new.
const MOST_NOTES: usize = 20;

/// Codes of notes, for the message catalogue.
pub(crate) const DANGLING: &str = "note-reference-dangling";

/// References to articles that the document does not have. An extract, or a document that was read only in part, has
/// them by its nature.
pub(crate) fn of(document: &Document, references: &[Reference]) -> Vec<ReadIssue> {
    if document.text_lost() {
        return Vec::new();
    }
    let dangling = references.iter().filter(|reference| reference.target == Target::Dangling);
    dangling
        .take(MOST_NOTES)
        .map(|reference| ReadIssue {
            code: DANGLING.to_owned(),
            args: BTreeMap::from([
                ("article".to_owned(), article_path(document, reference.node)),
                ("reference".to_owned(), document.slice(reference.span).replace('\n', "")),
            ]),
            origin: document.source_map.locate(&document.text, reference.span.start),
            text_lost: false,
        })
        .collect()
}
