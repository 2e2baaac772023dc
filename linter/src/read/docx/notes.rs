//! Footnotes and endnotes: they go behind the text, in the order of their references, with places of their own.

use super::body::{Body, Context, NoteReference};
use super::elements::WordElements;
use super::numbering::Numbering;
use crate::document::ReadIssue;
use crate::document::{DocxPart, Origin};
use crate::read::ReadError;
use crate::read::raw::{Block, Line, Pace, Piece, RawDocument};
use std::collections::BTreeMap;

/// The notes of a part.
pub(super) struct Notes {
    lines: BTreeMap<String, Line>,
    issues: Vec<ReadIssue>,
    elements: WordElements,
}

/// Reads a part of notes; an empty text has none.
pub(super) fn read(xml: &str, part: DocxPart, context: Context<'_>) -> Result<Notes, ReadError> {
    let body = Body::read(xml, "footnotes.xml", part, context, Numbering::default())?;
    let notes = body.entries.into_iter().filter(|entry| !entry.separator);
    let lines = notes.map(|entry| {
        let own = Origin::Docx { part, paragraph: entry.paragraph, run: None, offset: 0 };
        (entry.id, one_line(entry.blocks, own))
    });
    Ok(Notes { lines: lines.collect(), issues: body.issues, elements: body.elements })
}

/// Appends the notes that the text refers to. Each note stands once, however often it is referred to.
pub(super) fn append(
    document: &mut RawDocument,
    references: &[NoteReference],
    kind: &str,
    mut notes: Notes,
) -> (usize, WordElements) {
    let count = notes.lines.len();
    for reference in references.iter().filter(|reference| kind.strip_suffix('s') == Some(reference.kind)) {
        let Some(mut line) = notes.lines.remove(&reference.id).filter(|line| !line.is_blank()) else {
            continue;
        };
        line.hints.note = true;
        document.blocks.push(Block::Line(line));
    }
    document.issues.append(&mut notes.issues);
    (count, notes.elements)
}

/// All lines of a note as one, a space between them.
fn one_line(blocks: Vec<Block>, own: Origin) -> Line {
    let lines = blocks.into_iter().flat_map(|block| match block {
        Block::Line(line) => vec![line],
        Block::Table(table) => table.rows.into_iter().flatten().flatten().collect(),
    });
    let mut whole = Line::default();
    for line in lines {
        if !whole.pieces.is_empty() {
            whole.pieces.push(Piece { text: " ".to_owned(), origin: own, pace: Pace::Still });
        }
        whole.pieces.extend(line.pieces);
    }
    whole
}
