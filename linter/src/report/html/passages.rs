//! The text of a document, cut where passages begin and end, each with its way to the findings that speak of it.

use std::collections::BTreeMap;
use std::ops::Range;

use serde::Serialize;

use super::Page;
use crate::report::lines::{LineForm, LineView};
use crate::report::{DocumentReport, EvidenceRole, EvidenceView};

/// A paragraph, a heading or a table.
#[derive(Serialize)]
#[serde(tag = "form", rename_all = "snake_case")]
pub(super) enum Block {
    Title { pieces: Vec<Piece> },
    Heading { pieces: Vec<Piece> },
    Article { pieces: Vec<Piece> },
    Text { level: u8, labelled: bool, pieces: Vec<Piece> },
    Table { rows: Vec<Vec<Vec<Piece>>> },
}

/// A stretch of text that stands in the same passages from its beginning to its end.
#[derive(Serialize)]
pub(super) struct Piece {
    text: String,
    /// How it is marked; none outside passages.
    class: Option<&'static str>,
    /// Passages that begin here.
    anchors: Vec<String>,
    /// Findings of which a passage ends here.
    refs: Vec<Ref>,
}

#[derive(Clone, Serialize)]
struct Ref {
    anchor: String,
    number: usize,
    title: String,
}

/// A passage with the findings that show it.
struct Marked {
    anchor: String,
    role: EvidenceRole,
    refs: Vec<Ref>,
}

type Marks = BTreeMap<(usize, usize), Marked>;

impl Page<'_> {
    /// The name of a passage on the page, if its document is there.
    pub(super) fn anchor(&self, passage: &EvidenceView) -> Option<String> {
        let index = self.report.documents.iter().position(|document| document.path == passage.document)?;
        let Range { start, end } = passage.passage_bytes;
        Some(format!("d{}-p{start}-{end}", index + 1))
    }

    pub(super) fn blocks(&self, index: usize, document: &DocumentReport) -> Vec<Block> {
        let marks = self.marks(index, document);
        let mut setter = Setter { blocks: Vec::new(), cell: None };
        for line in &document.lines {
            setter.line(line, pieces(&document.text, &line.bytes, &marks));
        }
        setter.blocks.iter_mut().for_each(square);
        setter.blocks
    }

    fn marks(&self, index: usize, document: &DocumentReport) -> Marks {
        let mut marks = Marks::new();
        for one in self.numbered.iter().flatten() {
            for passage in one.outcome.evidence.iter().filter(|passage| passage.document == document.path) {
                let Range { start, end } = passage.passage_bytes;
                let mark = marks.entry((start, end)).or_insert_with(|| Marked {
                    anchor: format!("d{}-p{start}-{end}", index + 1),
                    role: passage.role,
                    refs: Vec::new(),
                });
                mark.role = graver(mark.role, passage.role);
                if !mark.refs.iter().any(|known| known.anchor == one.anchor) {
                    let title = one.outcome.title.clone();
                    mark.refs.push(Ref { anchor: one.anchor.clone(), number: one.number, title });
                }
            }
        }
        marks
    }
}

fn graver(a: EvidenceRole, b: EvidenceRole) -> EvidenceRole {
    if weight(a) >= weight(b) { a } else { b }
}

fn weight(role: EvidenceRole) -> u8 {
    match role {
        EvidenceRole::Conflicts => 3,
        EvidenceRole::Weakens => 2,
        EvidenceRole::LookedHere => 1,
        EvidenceRole::Meets => 0,
    }
}

fn class(role: EvidenceRole) -> &'static str {
    match role {
        EvidenceRole::Conflicts => "bad",
        EvidenceRole::Weakens => "part",
        EvidenceRole::LookedHere => "near",
        EvidenceRole::Meets => "good",
    }
}

/// A line in pieces.
fn pieces(text: &str, line: &Range<usize>, marks: &Marks) -> Vec<Piece> {
    let here: Vec<(&(usize, usize), &Marked)> =
        marks.iter().filter(|((start, end), _)| *start < line.end && *end > line.start).collect();
    let mut cuts = vec![line.start, line.end];
    for ((start, end), _) in &here {
        cuts.extend([*start, *end].into_iter().filter(|cut| line.contains(cut)));
    }
    cuts.sort_unstable();
    cuts.dedup();
    let stretches = cuts.iter().zip(cuts.iter().skip(1));
    stretches
        .map(|(from, to)| {
            let covering = here.iter().filter(|((start, end), _)| start <= from && to <= end);
            let role = covering.map(|(_, mark)| mark.role).reduce(graver);
            let begins = here.iter().filter(|((start, _), _)| start == from);
            let ends = here.iter().filter(|((_, end), _)| end == to);
            let mut refs: Vec<Ref> = ends.flat_map(|(_, mark)| mark.refs.clone()).collect();
            refs.sort_by_key(|one| one.number);
            refs.dedup_by(|a, b| a.anchor == b.anchor);
            Piece {
                text: text.get(*from..*to).unwrap_or_default().to_owned(),
                class: role.map(class),
                anchors: begins.map(|(_, mark)| mark.anchor.clone()).collect(),
                refs,
            }
        })
        .collect()
}

/// Puts lines together to paragraphs and tables.
struct Setter {
    blocks: Vec<Block>,
    /// Table, row and column of the cell that was set last.
    cell: Option<(u32, u32, u32)>,
}

impl Setter {
    fn line(&mut self, line: &LineView, mut pieces: Vec<Piece>) {
        if let LineForm::Cell { table, row, column } = line.form {
            return self.cell(table, row, column, pieces);
        }
        self.cell = None;
        match line.form {
            LineForm::Title => self.blocks.push(Block::Title { pieces }),
            LineForm::Heading => self.blocks.push(Block::Heading { pieces }),
            LineForm::Article => self.blocks.push(Block::Article { pieces }),
            LineForm::Text { level, labelled, continues } => match self.blocks.last_mut() {
                Some(Block::Text { pieces: above, .. }) if continues => above.append(&mut pieces),
                _ => self.blocks.push(Block::Text { level, labelled, pieces }),
            },
            LineForm::Cell { .. } => {}
        }
    }

    fn cell(&mut self, table: u32, row: u32, column: u32, pieces: Vec<Piece>) {
        let before = self.cell.replace((table, row, column));
        if before.is_none_or(|(known, _, _)| known != table) {
            self.blocks.push(Block::Table { rows: Vec::new() });
        }
        let Some(Block::Table { rows }) = self.blocks.last_mut() else { return };
        if before.is_none_or(|(known_table, known_row, _)| (known_table, known_row) != (table, row)) {
            rows.push(Vec::new());
        }
        let Some(cells) = rows.last_mut() else { return };
        // Cells without words have no lines.
        while cells.len() <= column as usize {
            cells.push(Vec::new());
        }
        if let Some(cell) = cells.get_mut(column as usize) {
            if !cell.is_empty() {
                cell.push(Piece {
                    text: "\n".to_owned(),
                    class: None,
                    anchors: Vec::new(),
                    refs: Vec::new(),
                });
            }
            cell.extend(pieces);
        }
    }
}

/// Gives all rows of a table as many cells as the longest has.
fn square(block: &mut Block) {
    let Block::Table { rows } = block else { return };
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    rows.iter_mut().for_each(|row| row.resize_with(columns, Vec::new));
}
