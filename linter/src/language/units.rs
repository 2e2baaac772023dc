//! Units: effective sentences, the smallest stretches that rules are asked about.
//!
//! A sentence is a unit. An item (号) is a unit together with the lead sentence that governs it, because the duty
//! stands in the lead and its content in the item. A table row is a unit with its column headings. Captions and the
//! title are units without predicates. Each byte of a unit's folded text knows its byte in the document.

mod cells;
mod leads;
mod rows;

use std::ops::Range;

use super::clauses::{Clause, Inherited, analyse};
use super::fold::{Folded, fold};
use super::sentences::{mask_brackets, split_sentences};
use super::strength::{Force, read_tail};
use crate::document::{Document, Node, NodeId, NodeType, TextSpan};
use crate::meaning::parties::{Actor, Parties, TopicMark};
pub(crate) use rows::is_mark;

use leads::{Lead, is_bare_noun};

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
    /// The cells of a row, in the order of its columns; empty for all else.
    pub cells: Vec<CellRange>,
    /// Lists cases or exceptions (次の各号のいずれかに該当する場合): says nothing of its own.
    pub is_case: bool,
}

/// A cell of a row and the heading of its column, as ranges of the unit's text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CellRange {
    /// The heading; empty where the column has none, and in the row of headings.
    pub heading: Range<usize>,
    /// The cell.
    pub value: Range<usize>,
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
            let own_lead = lead.followed_by(&folded.text, &origin, self.parties);
            previous = self.topic_of(&folded.text, previous);
            self.push_unit(id, folded.text, origin, lead, inherited);
            let said = self.units.list.last().map(|unit| unit.clauses.as_slice()).unwrap_or_default();
            let own_lead =
                if node.children.is_empty() { own_lead } else { own_lead.saying(said, lead.text.len()) };
            if own_lead.points_down() || !new_lead.points_down() {
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
        if !lead.clauses.is_empty() && is_bare_noun(&text) {
            clauses.extend(lead.clauses.iter().cloned());
        }
        let mut full = lead.text.clone();
        full.push_str(&text);
        let mut full_origin = lead.origin.clone();
        full_origin.extend(origin);
        let is_case = lead.is_case;
        let own_span = span_of(&full_origin, own_start);
        self.units.list.push(Unit {
            kind,
            node,
            text: full,
            origin: full_origin,
            own_start,
            own_span,
            clauses,
            cells: Vec::new(),
            is_case,
        });
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

    fn push_plain(&mut self, kind: UnitKind, node: NodeId, spans: &[TextSpan]) {
        let (raw, raw_origin) = assemble(self.document, spans);
        let folded = fold(&raw);
        let origin = compose(&folded, 0, &raw_origin);
        let own_span = span_of(&origin, 0);
        let text = folded.text;
        let (clauses, cells) = (Vec::new(), Vec::new());
        let unit = Unit { kind, node, text, origin, own_start: 0, own_span, clauses, cells, is_case: false };
        self.units.list.push(unit);
    }
}

fn starts_afresh(node_type: NodeType) -> bool {
    !is_governed(node_type)
}

fn is_governed(node_type: NodeType) -> bool {
    matches!(node_type, NodeType::Item | NodeType::Subitem | NodeType::Text)
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

fn shift(clause: &mut Clause, by: usize) {
    for range in std::iter::once(&mut clause.range).chain(&mut clause.heads).chain(&mut clause.demanded) {
        *range = range.start + by..range.end + by;
    }
}
