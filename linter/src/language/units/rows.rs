//! Table rows: units with their column headings, and who does what where a heading or a cell names a party.

use std::ops::Range;

use super::leads::Lead;
use super::{Builder, CellRange, Unit, UnitKind, assemble, compose};
use crate::document::{Document, Node, NodeId, TextSpan};
use crate::language::clauses::Clause;
use crate::language::fold::fold;
use crate::language::strength::Force;
use crate::meaning::parties::Actor;

/// A column heading longer than this (folded bytes) is not repeated in front of every cell.
const LONGEST_HEADING: usize = 240;

impl Builder<'_> {
    pub(super) fn visit_table(&mut self, id: NodeId, table: &Node) {
        let named = self.named_above(id);
        let rows: Vec<(NodeId, Vec<NodeId>)> = table
            .children
            .iter()
            .filter_map(|row| self.document.node(*row).map(|node| (*row, node.children.clone())))
            .collect();
        let header: Vec<(String, Vec<u32>)> = rows
            .first()
            .map(|(_, cells)| cells.iter().map(|cell| self.cell_text(*cell)).collect())
            .unwrap_or_default();
        for (index, (row, cells)) in rows.iter().enumerate() {
            let first = self.units.list.len() as u32;
            self.push_row(*row, cells, if index == 0 { &[] } else { &header }, named);
            if index > 0 {
                for cell in cells {
                    self.push_cell_sentences(*cell);
                }
            }
            if let Some(slot) = self.units.by_node.get_mut(row.0 as usize) {
                *slot = first..self.units.list.len() as u32;
            }
        }
    }

    /// A cell that holds whole sentences speaks like running text.
    fn push_cell_sentences(&mut self, cell: NodeId) {
        let first = self.units.list.len() as u32;
        let (text, _) = self.cell_text(cell);
        if text.contains('。') {
            self.visit_cell(cell);
        }
        if let Some(slot) = self.units.by_node.get_mut(cell.0 as usize) {
            *slot = first..self.units.list.len() as u32;
        }
    }

    fn visit_cell(&mut self, cell: NodeId) {
        let document = self.document;
        if let Some(node) = document.node(cell) {
            self.visit_text(cell, node, &Lead::default());
        }
    }

    /// Folded text of a cell with everything below it.
    fn cell_text(&self, cell: NodeId) -> (String, Vec<u32>) {
        let mut spans = Vec::new();
        collect_text(self.document, cell, &mut spans);
        let (raw, raw_origin) = assemble(self.document, &spans);
        let folded = fold(&raw);
        let origin = compose(&folded, 0, &raw_origin);
        (folded.text, origin)
    }

    /// 「列見出し:値、列見出し:値」; where a heading or a cell names a party, the row says who does what.
    fn push_row(
        &mut self,
        row: NodeId,
        cells: &[NodeId],
        header: &[(String, Vec<u32>)],
        named: Option<Actor>,
    ) {
        let mut text = String::new();
        let mut origin = Vec::new();
        let mut placed = Vec::new();
        let mut ranges = Vec::new();
        for (column, cell) in cells.iter().enumerate() {
            let (cell_text, cell_origin) = self.cell_text(*cell);
            let end = cell_origin.last().copied().unwrap_or_default();
            let heading_start = text.len();
            let mut heading_end = heading_start;
            if let Some((heading, heading_origin)) = header
                .get(column)
                .filter(|(heading, _)| !heading.is_empty() && heading.len() <= LONGEST_HEADING)
            {
                text.push_str(heading);
                origin.extend(heading_origin.iter().take(heading.len()));
                heading_end = text.len();
                text.push(':');
                origin.push(cell_origin.first().copied().unwrap_or(end));
            }
            let start = text.len();
            text.push_str(&cell_text);
            origin.extend(cell_origin.iter().take(cell_text.len()));
            ranges.push(CellRange { heading: heading_start..heading_end, value: start..text.len() });
            placed.push((column, start..text.len(), cell_text));
            text.push('、');
            origin.extend([end; 3]);
        }
        origin.push(origin.last().copied().unwrap_or_default());
        // The row of headings says nothing of its own.
        let mut clauses = if header.is_empty() { Vec::new() } else { self.row_clauses(&placed, header) };
        if let (Some(actor), true, false) = (named, clauses.is_empty(), header.is_empty()) {
            clauses = placed.iter().map(|(_, cell, _)| duty(actor, cell.clone())).collect();
        }
        let own_span = self.document.node(row).map(|node| node.span).unwrap_or_default();
        let kind = UnitKind::Row;
        self.units.list.push(Unit {
            kind,
            node: row,
            text,
            origin,
            own_start: 0,
            own_span,
            clauses,
            cells: ranges,
            is_case: false,
        });
    }

    fn row_clauses(
        &self,
        placed: &[(usize, Range<usize>, String)],
        header: &[(String, Vec<u32>)],
    ) -> Vec<Clause> {
        let Some((_, task, _)) = placed.iter().find(|(_, _, text)| text.chars().count() > 2) else {
            return Vec::new();
        };
        let mut clauses = Vec::new();
        for (column, range, value) in placed {
            let by_column = header.get(*column).and_then(|(heading, _)| self.party_of(heading));
            let actor = if is_mark(value) { by_column } else { self.party_of(value) };
            if let Some(actor) = actor
                && range != task
            {
                clauses.push(Clause { range: 0..range.end, ..duty(actor, task.clone()) });
            }
        }
        clauses
    }

    /// The one party named by the heading above a table (受託者の安全管理措置): its rows are what that party does.
    fn named_above(&self, table: NodeId) -> Option<Actor> {
        let mut next = self.document.node(table).and_then(|node| node.parent);
        while let Some(node) = next.and_then(|id| self.document.node(id)) {
            if let Some(caption) = node.caption {
                let words = fold(self.document.slice(caption)).text;
                return match self.parties.mentioned(&words) {
                    (true, false) => Some(Actor::Vendor),
                    (false, true) => Some(Actor::Hospital),
                    _ => None,
                };
            }
            next = node.parent;
        }
        None
    }

    /// The party that a heading or cell stands for, if it names nothing else.
    fn party_of(&self, text: &str) -> Option<Actor> {
        let bare = text.split(['(', ':']).next().unwrap_or_default();
        if let Some(role) = self.parties.role(bare) {
            return Some(Actor::from(role));
        }
        let split: Vec<_> = bare.split(['・', '/', '、']).map(|part| self.parties.role(part)).collect();
        (split.len() > 1 && split.iter().all(Option::is_some)).then_some(Actor::Both)
    }
}

/// A duty whose action is one stretch of a row.
fn duty(actor: Actor, head: Range<usize>) -> Clause {
    Clause {
        range: 0..head.end,
        heads: vec![head],
        demanded: Vec::new(),
        actor,
        force: Force::Duty,
        alternative: false,
    }
}

/// ○, ◎, 主, R …: the party of this column does it. －, ×, I and an empty cell do not say so.
fn is_mark(value: &str) -> bool {
    let value = value.trim();
    [
        "○",
        "◯",
        "〇",
        "◎",
        "●",
        "✓",
        "✔",
        "レ",
        "主",
        "主担当",
        "担当",
        "実施",
        "責任",
        "実行",
        "有",
        "あり",
        "r",
        "a",
        "a/r",
        "r/a",
        "主体",
    ]
    .contains(&value)
}

fn collect_text(document: &Document, id: NodeId, spans: &mut Vec<TextSpan>) {
    let mut pending = vec![id];
    while let Some(next) = pending.pop() {
        if let Some(node) = document.node(next) {
            spans.extend(node.label);
            spans.extend(node.caption);
            spans.extend(node.text.iter().copied());
            pending.extend(node.children.iter().rev());
        }
    }
}
