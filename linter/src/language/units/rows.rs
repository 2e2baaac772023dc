//! Table rows: units with their column headings, and who does what where a heading or a cell names a party.

use std::ops::Range;

use super::cells::{CellText, may_bind};
use super::leads::Lead;
use super::{Builder, CellRange, Unit, UnitKind, assemble, compose, shift};
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
        let header: Vec<CellText> = rows
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
        if self.cell_text(cell).text.contains('。') {
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
    fn cell_text(&self, cell: NodeId) -> CellText {
        let mut lines = Vec::new();
        collect_text(self.document, cell, &mut lines);
        let (raw, raw_origin) = assemble(self.document, &lines);
        let folded = fold(&raw);
        let origin = compose(&folded, 0, &raw_origin);
        CellText { text: folded.text, origin, lines }
    }

    /// 「列見出し:値、列見出し:値」; where a heading or a cell names a party, the row says who does what.
    fn push_row(&mut self, row: NodeId, cells: &[NodeId], header: &[CellText], named: Option<Actor>) {
        let mut text = String::new();
        let mut origin = Vec::new();
        let mut placed: Vec<Placed> = Vec::new();
        let mut ranges = Vec::new();
        for (column, cell) in cells.iter().enumerate() {
            let cell = self.cell_text(*cell);
            let end = cell.origin.last().copied().unwrap_or_default();
            let heading_start = text.len();
            let mut heading_end = heading_start;
            if let Some(heading) = header
                .get(column)
                .filter(|heading| !heading.text.is_empty() && heading.text.len() <= LONGEST_HEADING)
            {
                text.push_str(&heading.text);
                origin.extend(heading.origin.iter().take(heading.text.len()));
                heading_end = text.len();
                text.push(':');
                origin.push(cell.origin.first().copied().unwrap_or(end));
            }
            let start = text.len();
            text.push_str(&cell.text);
            origin.extend(cell.origin.iter().take(cell.text.len()));
            ranges.push(CellRange { heading: heading_start..heading_end, value: start..text.len() });
            placed.push(Placed { column, range: start..text.len(), cell });
            text.push('、');
            origin.extend([end; 3]);
        }
        origin.push(origin.last().copied().unwrap_or_default());
        // The row of headings says nothing of its own.
        let clauses = if header.is_empty() { Vec::new() } else { self.row_clauses(&placed, header, named) };
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

    /// What the row says: who does the task, by its columns and cells, and what its cells say themselves.
    fn row_clauses(&self, placed: &[Placed], header: &[CellText], named: Option<Actor>) -> Vec<Clause> {
        let task = placed.iter().position(|one| one.cell.text.chars().count() > 2);
        let actors = task.map(|task| self.actors_of(placed, task, header)).unwrap_or_default();
        let single = match actors.as_slice() {
            [] => named.unwrap_or(Actor::Unstated),
            [only] => *only,
            _ => Actor::Unstated,
        };
        let mut clauses = Vec::new();
        for (index, one) in placed.iter().enumerate() {
            let said = self.said_in(one, header, single);
            let is_task = task == Some(index);
            match (is_task, actors.as_slice()) {
                (true, [_, ..]) => {
                    for actor in &actors {
                        clauses.extend(done_by(*actor, one, &said));
                    }
                }
                (_, []) if said.is_empty() => {
                    clauses.extend(named.map(|actor| duty(actor, one.range.clone())))
                }
                _ => clauses.extend(said),
            }
        }
        clauses
    }

    /// The parties that do the task of a row, by marks in their columns or by their names in cells.
    fn actors_of(&self, placed: &[Placed], task: usize, header: &[CellText]) -> Vec<Actor> {
        let others = placed.iter().enumerate().filter(|(index, _)| *index != task);
        let actor = |one: &Placed| {
            let by_column = || header.get(one.column).and_then(|heading| self.party_of(&heading.text));
            if is_mark(&one.cell.text) { by_column() } else { self.party_of(&one.cell.text) }
        };
        let mut actors: Vec<Actor> = others.filter_map(|(_, one)| actor(one)).collect();
        actors.dedup();
        actors
    }

    /// What a cell says by itself, as ranges of the row.
    fn said_in(&self, one: &Placed, header: &[CellText], actor: Actor) -> Vec<Clause> {
        let headings: Vec<&str> = header.iter().map(|heading| heading.text.as_str()).collect();
        let own = headings.get(one.column).copied().unwrap_or_default();
        if !may_bind(own, &headings) || self.party_of(&one.cell.text).is_some() {
            return Vec::new();
        }
        let mut clauses = self.cell_clauses(&one.cell, actor);
        for clause in &mut clauses {
            shift(clause, one.range.start);
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
        let bare = text.split(['(', ':']).next().unwrap_or_default().trim_end_matches('。');
        let bare = DOES.iter().find_map(|does| bare.strip_suffix(*does)).unwrap_or(bare);
        if let Some(role) = self.parties.role(bare) {
            return Some(Actor::from(role));
        }
        let split: Vec<_> = bare.split(['・', '/', '、']).map(|part| self.parties.role(part)).collect();
        (split.len() > 1 && split.iter().all(Option::is_some)).then_some(Actor::Both)
    }
}

/// A cell and where it stands in the text of its row.
struct Placed {
    column: usize,
    range: Range<usize>,
    cell: CellText,
}

/// What a cell says behind the name of who does it: 「乙が行う」.
const DOES: &[&str] = &[
    "が行う",
    "が行います",
    "が実施する",
    "が実施します",
    "が実施",
    "が担当する",
    "が担当します",
    "が担当",
    "が担う",
    "が対応する",
    "が対応",
    "が負う",
    "が負担する",
    "が負担",
    "の責任で行う",
    "にて実施",
    "にて行う",
    "で実施",
    "側",
];

/// The task of a row as what an actor does: what its words say, or the cell as a whole.
fn done_by(actor: Actor, task: &Placed, said: &[Clause]) -> Vec<Clause> {
    if said.is_empty() {
        return vec![duty(actor, task.range.clone())];
    }
    let of = |clause: &Clause| match clause.actor {
        Actor::Unstated => Clause { actor, ..clause.clone() },
        _ => clause.clone(),
    };
    said.iter().map(of).collect()
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
pub(crate) fn is_mark(value: &str) -> bool {
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
