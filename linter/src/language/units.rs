//! Units: effective sentences, the smallest stretches that rules are asked about.
//!
//! A sentence is a unit. An item (号) is a unit together with the lead sentence that governs it, because the duty
//! stands in the lead and its content in the item. A table row is a unit with its column headings. Captions and the
//! title are units without predicates. Each byte of a unit's folded text knows its byte in the document.

use std::ops::Range;

use super::clauses::{Clause, Inherited, analyse};
use super::fold::{Folded, fold};
use super::sentences::{mask_brackets, split_sentences};
use super::strength::{Force, read_tail};
use crate::document::{Document, Node, NodeId, NodeType, TextSpan};
use crate::meaning::parties::{Actor, Parties, TopicMark};

/// What a unit is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UnitKind {
    /// The title of the document.
    Title,
    /// The caption of an article or heading.
    Caption,
    /// A sentence of running text.
    Sentence,
    /// A sentence of an item, with its lead.
    Item,
    /// A table row, with its column headings.
    Row,
}

/// One effective sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unit {
    /// What it is made of.
    pub kind: UnitKind,
    /// The node whose text it is.
    pub node: NodeId,
    /// Folded text: the lead (if any), then the sentence itself.
    pub text: String,
    /// Byte in [`Document::text`] of each folded byte, and one more for the end.
    pub origin: Vec<u32>,
    /// Where the sentence itself begins; what stands before it is the lead.
    pub own_start: usize,
    /// The stretch of the document that is quoted for it: the sentence without its lead, the row without its headings.
    pub own_span: TextSpan,
    /// Its predicates, as ranges of `text`.
    pub clauses: Vec<Clause>,
    /// Lists cases or exceptions (次の各号のいずれかに該当する場合): says nothing of its own.
    pub is_case: bool,
}

impl Unit {
    /// The stretch of the document behind a range of the folded text.
    pub fn span(&self, range: Range<usize>) -> TextSpan {
        let at = |index: usize| {
            self.origin.get(index).copied().or(self.origin.last().copied()).unwrap_or_default()
        };
        let start = at(range.start);
        // The last character's own origin plus what lies up to the next one: the end of the stretch.
        TextSpan::new(start, at(range.end).max(start))
    }
}

/// The units of a document, and which of them lie in which part of it.
#[derive(Debug, Clone, Default)]
pub struct Units {
    /// In document order.
    pub list: Vec<Unit>,
    /// For each node of the document, the units of it and its descendants.
    pub by_node: Vec<Range<u32>>,
}

impl Units {
    /// The units of a node and its descendants.
    pub fn of(&self, node: NodeId) -> Range<u32> {
        self.by_node.get(node.0 as usize).cloned().unwrap_or(0..0)
    }

    /// One unit.
    pub fn get(&self, index: u32) -> Option<&Unit> {
        self.list.get(index as usize)
    }
}

/// The lead that governs the children of a node.
#[derive(Debug, Clone, Default)]
struct Lead {
    text: String,
    origin: Vec<u32>,
    inherited: Option<Inherited>,
    is_case: bool,
}

/// A lead longer than this (folded bytes) is cut: it is repeated for every item.
const LONGEST_LEAD: usize = 1_200;

/// A column heading longer than this (folded bytes) is not repeated in front of every cell.
const LONGEST_HEADING: usize = 240;

/// Splits a document into units.
pub fn split(document: &Document, parties: &Parties) -> Units {
    let mut builder = Builder { document, parties, units: Units::default() };
    builder.units.by_node = vec![0..0; document.nodes.len()];
    if let Some(title) = document.title {
        builder.push_plain(UnitKind::Title, NodeId(0), &[title]);
    }
    for root in document.roots() {
        builder.visit(root, &Lead::default());
    }
    builder.units
}

struct Builder<'a> {
    document: &'a Document,
    parties: &'a Parties,
    units: Units,
}

impl Builder<'_> {
    fn visit(&mut self, id: NodeId, lead: &Lead) {
        let document = self.document;
        let Some(node) = document.node(id) else { return };
        let first = self.units.list.len() as u32;
        if node.node_type != NodeType::Toc {
            if let Some(caption) = node.caption {
                self.push_plain(UnitKind::Caption, id, &[caption]);
            }
            match node.node_type {
                NodeType::Table => self.visit_table(id, node),
                _ => self.visit_text(id, node, lead),
            }
        }
        if let Some(slot) = self.units.by_node.get_mut(id.0 as usize) {
            *slot = first..self.units.list.len() as u32;
        }
    }

    fn visit_text(&mut self, id: NodeId, node: &Node, lead: &Lead) {
        let own = self.push_sentences(id, node, lead);
        let child_lead =
            if own.text.is_empty() && !starts_afresh(node.node_type) { lead.clone() } else { own };
        let none = Lead::default();
        for child in &node.children {
            let governed = self.document.node(*child).is_some_and(|child| is_governed(child.node_type));
            self.visit(*child, if governed { &child_lead } else { &none });
        }
    }

    /// Sentences of the node's own text; returns the lead they make for its children.
    fn push_sentences(&mut self, id: NodeId, node: &Node, lead: &Lead) -> Lead {
        let (raw, raw_origin) = assemble(self.document, &node.text);
        let mut previous = Inherited::NONE;
        let mut new_lead = Lead::default();
        for sentence in split_sentences(&raw) {
            let folded = fold(raw.get(sentence.clone()).unwrap_or_default());
            if folded.text.trim_matches(['。', ' ']).is_empty() {
                continue;
            }
            let origin = compose(&folded, sentence.start, &raw_origin);
            let inherited = lead.inherited.unwrap_or(Inherited { force: Force::Unmarked, ..previous });
            let own_lead = self.lead_of(&folded.text, &origin, lead);
            previous = self.topic_of(&folded.text, previous);
            self.push_unit(id, folded.text, origin, lead, inherited);
            let points_down = POINTERS.iter().any(|pointer| own_lead.text.contains(pointer));
            if points_down || !POINTERS.iter().any(|pointer| new_lead.text.contains(pointer)) {
                new_lead = own_lead;
            }
        }
        new_lead
    }

    fn push_unit(&mut self, node: NodeId, text: String, origin: Vec<u32>, lead: &Lead, inherited: Inherited) {
        let kind = if lead.text.is_empty() { UnitKind::Sentence } else { UnitKind::Item };
        let own_start = lead.text.len();
        let says_nothing = lead.is_case && !self.stands_alone(&text);
        let mut clauses = if says_nothing { Vec::new() } else { analyse(&text, self.parties, inherited) };
        for clause in &mut clauses {
            shift(clause, own_start);
        }
        let mut full = lead.text.clone();
        full.push_str(&text);
        let mut full_origin = lead.origin.clone();
        full_origin.extend(origin);
        let is_case = lead.is_case;
        let own_span = span_of(&full_origin, own_start);
        let unit =
            Unit { kind, node, text: full, origin: full_origin, own_start, own_span, clauses, is_case };
        self.units.list.push(unit);
    }

    /// A sentence with a party as its topic and a force of its own is no mere case, even where it stands among items.
    fn stands_alone(&self, text: &str) -> bool {
        let masked = mask_brackets(text);
        let binds = matches!(
            read_tail(&masked).force,
            Force::Duty | Force::Prohibition | Force::Statement | Force::Effort
        );
        binds
            && self
                .parties
                .topics(&masked)
                .iter()
                .any(|topic| topic.mark == TopicMark::Wa && topic.actor != Actor::Other)
    }

    /// Party that a following sentence without any topic goes on speaking of.
    fn topic_of(&self, text: &str, previous: Inherited) -> Inherited {
        let masked = mask_brackets(text);
        let topics = self.parties.topics(&masked);
        match topics.iter().rev().find(|topic| topic.mark == TopicMark::Wa) {
            Some(topic) => Inherited { actor: topic.actor, force: Force::Unmarked },
            None if masked.contains("は、") => Inherited::NONE,
            None => previous,
        }
    }

    fn lead_of(&self, text: &str, origin: &[u32], outer: &Lead) -> Lead {
        let mut lead_text = outer.text.clone();
        let mut lead_origin = outer.origin.clone();
        if lead_text.len() + text.len() <= LONGEST_LEAD {
            lead_text.push_str(text);
            // The closing entry marks the end of the text; the item's own entries follow instead.
            lead_origin.extend(origin.iter().take(text.len()).copied());
        }
        let (inherited, is_case) = read_lead(text, self.parties, outer);
        Lead {
            text: lead_text,
            origin: lead_origin,
            inherited: Some(inherited),
            is_case: is_case || outer.is_case,
        }
    }

    fn push_plain(&mut self, kind: UnitKind, node: NodeId, spans: &[TextSpan]) {
        let (raw, raw_origin) = assemble(self.document, spans);
        let folded = fold(&raw);
        let origin = compose(&folded, 0, &raw_origin);
        let own_span = span_of(&origin, 0);
        let text = folded.text;
        let unit =
            Unit { kind, node, text, origin, own_start: 0, own_span, clauses: Vec::new(), is_case: false };
        self.units.list.push(unit);
    }

    fn visit_table(&mut self, id: NodeId, table: &Node) {
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
        for (column, cell) in cells.iter().enumerate() {
            let (cell_text, cell_origin) = self.cell_text(*cell);
            let end = cell_origin.last().copied().unwrap_or_default();
            if let Some((heading, heading_origin)) = header
                .get(column)
                .filter(|(heading, _)| !heading.is_empty() && heading.len() <= LONGEST_HEADING)
            {
                text.push_str(heading);
                origin.extend(heading_origin.iter().take(heading.len()));
                text.push(':');
                origin.push(cell_origin.first().copied().unwrap_or(end));
            }
            let start = text.len();
            text.push_str(&cell_text);
            origin.extend(cell_origin.iter().take(cell_text.len()));
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
        let unit = Unit { kind, node: row, text, origin, own_start: 0, own_span, clauses, is_case: false };
        self.units.list.push(unit);
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

fn starts_afresh(node_type: NodeType) -> bool {
    !is_governed(node_type)
}

fn is_governed(node_type: NodeType) -> bool {
    matches!(node_type, NodeType::Item | NodeType::Subitem | NodeType::Text)
}

const POINTERS: &[&str] = &["次の", "以下", "下記", "各号", "左記", "掲げる", "次に", "次のとおり"];
const CASES: &[&str] = &[
    "該当する場合",
    "該当するとき",
    "該当するもの",
    "いずれかに該当",
    "場合を除",
    "ものを除",
    "除く。",
    "除きます。",
    "含まない",
    "含まれない",
    "含みません",
    "用語の意",
    "用語の定義",
    "意味は",
    "をいう。",
    "をいいます。",
    "とは、",
    "該当しない",
    "適用しない",
    "この限りでない",
    "この限りではない",
    "この限りではありません",
    "この限りでありません",
    "該当した場合",
    "場合には",
    "事由が生じた",
    "事由がある",
];

/// What items take over from their lead: actor and force; and whether they only list cases.
fn read_lead(text: &str, parties: &Parties, outer: &Lead) -> (Inherited, bool) {
    let masked = mask_brackets(text);
    let tail = read_tail(&masked);
    let topics = parties.topics(&masked);
    let outer_actor = outer.inherited.map_or(Actor::Unstated, |inherited| inherited.actor);
    let actor = topics
        .iter()
        .rev()
        .find(|topic| topic.mark == TopicMark::Wa)
        .or_else(|| topics.last())
        .map(|topic| topic.actor)
        .or_else(|| named_duty(&masked, parties))
        .unwrap_or(outer_actor);
    let pointed = POINTERS.iter().any(|pointer| masked.contains(pointer));
    let is_case = pointed && CASES.iter().any(|case| masked.contains(case)) && !binds_through_cases(&masked);
    let force = match tail.force {
        Force::Unmarked => outer.inherited.map_or(Force::Unmarked, |inherited| inherited.force),
        force => force,
    };
    (Inherited { actor, force }, is_case)
}

/// 「…の場合には、次の措置を講じる」: the items are the measures, not the cases.
fn binds_through_cases(masked: &str) -> bool {
    let last_case = CASES.iter().filter_map(|case| masked.rfind(case)).max().unwrap_or_default();
    let last_pointer = POINTERS.iter().filter_map(|pointer| masked.rfind(pointer)).max().unwrap_or_default();
    let after_case = masked.get(last_case..).unwrap_or_default();
    last_pointer > last_case && !after_case.contains("該当") && !masked.contains("いずれかに該当")
}

/// 「乙の責務は次のとおりとする」: the party named is the actor of the items.
fn named_duty(masked: &str, parties: &Parties) -> Option<Actor> {
    parties.names().find_map(|(name, role)| {
        [
            "の責務",
            "の義務",
            "の責任",
            "の役割",
            "の遵守事項",
            "の担当",
            "が行う",
            "が実施する",
            "が担う",
            "の業務",
        ]
        .iter()
        .any(|duty| masked.contains(&format!("{name}{duty}")))
        .then(|| Actor::from(role))
    })
}

fn span_of(origin: &[u32], start: usize) -> TextSpan {
    let first = origin.get(start).or(origin.last()).copied().unwrap_or_default();
    TextSpan::new(first, origin.last().copied().unwrap_or_default().max(first))
}

/// The stretches joined, and the document byte of each of their bytes.
fn assemble(document: &Document, spans: &[TextSpan]) -> (String, Vec<u32>) {
    let mut text = String::new();
    let mut origin = Vec::new();
    for span in spans {
        let piece = document.slice(*span);
        text.push_str(piece);
        origin.extend((0..piece.len() as u32).map(|offset| span.start + offset));
    }
    origin.push(spans.last().map_or(0, |span| span.end));
    (text, origin)
}

fn compose(folded: &Folded, start: usize, raw_origin: &[u32]) -> Vec<u32> {
    let last = raw_origin.last().copied().unwrap_or_default();
    folded.origin.iter().map(|at| raw_origin.get(start + *at as usize).copied().unwrap_or(last)).collect()
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

fn shift(clause: &mut Clause, by: usize) {
    for range in std::iter::once(&mut clause.range).chain(&mut clause.heads).chain(&mut clause.demanded) {
        *range = range.start + by..range.end + by;
    }
}
