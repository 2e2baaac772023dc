//! A document as a list of sections (条, 章, 附則, 別表 …) with their passages (項, 号, rows), in the order of the text.
//!
//! The tree says what belongs together, the list says what is compared with what: every stretch of text that a node owns
//! stands in exactly one section, as its head or in one of its passages. Line breaks that only wrap a sentence are gone.

use std::ops::Range;

use crate::citation::article_path;
use crate::document::{Document, Node, NodeId, NodeType, TextSpan};
use crate::language::units;
use crate::lint::understand;
use crate::meaning::references::{self, Target};

use super::SectionKind;

/// A line shorter than this was not broken because the page was full.
const WRAPPED: usize = 15;
/// Stands between the cells of a row.
pub(super) const BAR: &str = " | ";

/// A place that a reference can lead to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Place {
    /// The index of the section.
    pub(super) section: usize,
    /// The index of the passage in it; none for the section as a whole.
    pub(super) passage: Option<usize>,
}

/// A document as a list.
#[derive(Debug, Default)]
pub(super) struct Outline {
    pub(super) sections: Vec<Section>,
}

/// What is aligned as a whole.
#[derive(Debug)]
pub(super) struct Section {
    pub(super) kind: SectionKind,
    /// How lawyers name the place.
    pub(super) place: String,
    /// The printed label: 第5条.
    pub(super) label: String,
    /// The number behind the label.
    pub(super) number: Option<String>,
    pub(super) caption: Words,
    /// 「(目的)」 stands above 「第1条」.
    pub(super) caption_first: bool,
    /// The caption stands in brackets.
    pub(super) bracketed: bool,
    pub(super) passages: Vec<Passage>,
    /// Bytes of the document from its head to its last own passage.
    pub(super) span: TextSpan,
}

impl Section {
    fn headless(kind: SectionKind, place: String) -> Self {
        Self {
            kind,
            place,
            label: String::new(),
            number: None,
            caption: Words::default(),
            caption_first: false,
            bracketed: false,
            passages: Vec::new(),
            span: TextSpan::default(),
        }
    }
}

/// A paragraph, an item, a row: what is compared word by word.
#[derive(Debug)]
pub(super) struct Passage {
    pub(super) kind: NodeType,
    pub(super) place: String,
    pub(super) label: String,
    pub(super) number: Option<String>,
    /// How deep it stands below the section: 0 for 項, 1 for 号 …
    pub(super) depth: u8,
    pub(super) words: Words,
    pub(super) span: TextSpan,
}

/// Text of a document with the way back and the references in it.
#[derive(Debug, Default, Clone)]
pub(super) struct Words {
    pub(super) text: String,
    pub(super) pointers: Vec<Pointer>,
    segments: Vec<Segment>,
}

#[derive(Debug, Clone, Copy)]
struct Segment {
    at: usize,
    from: u32,
    len: usize,
}

/// A reference in a text, with what it leads to.
#[derive(Debug, Clone)]
pub(super) struct Pointer {
    /// Bytes of the text.
    pub(super) range: Range<usize>,
    /// Where it leads, sorted.
    pub(super) targets: Vec<Place>,
}

impl Words {
    fn add(&mut self, document: &Document, span: TextSpan, joint: &str) {
        let text = document.slice(span);
        if text.trim().is_empty() {
            return;
        }
        if !self.text.is_empty() {
            self.text.push_str(joint);
        }
        self.segments.push(Segment { at: self.text.len(), from: span.start, len: text.len() });
        self.text.push_str(text);
    }

    /// Adds a stretch that goes on from the last one.
    fn go_on(&mut self, document: &Document, span: TextSpan) {
        let joint = joint(&self.text, document.slice(span));
        self.add(document, span, joint);
    }

    /// The text without spaces, where it is compared as a whole. References by number are levelled: what follows a
    /// renumbering is no change.
    pub(super) fn levelled(&self) -> String {
        let mut out = String::with_capacity(self.text.len());
        let mut at = 0;
        let numbered = self.pointers.iter().filter(|pointer| {
            self.text.get(pointer.range.clone()).is_some_and(|words| words.contains(is_digit))
        });
        for pointer in numbered {
            out.extend(self.text.get(at..pointer.range.start).into_iter().flat_map(str::chars));
            out.push('※');
            at = pointer.range.end;
        }
        out.extend(self.text.get(at..).into_iter().flat_map(str::chars));
        out.retain(|c| !c.is_whitespace());
        out
    }
}

fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || "一二三四五六七八九十".contains(c)
}

/// What stands between two lines of one passage: nothing where a sentence was only wrapped.
fn joint(before: &str, after: &str) -> &'static str {
    let line = before.rsplit('\n').next().unwrap_or_default();
    let latin = |c: Option<char>| c.is_some_and(|c| c.is_ascii_graphic());
    let closed = line.ends_with(['。', ':', '」']);
    if closed || line.chars().count() < WRAPPED {
        "\n"
    } else if latin(line.chars().last()) && latin(after.chars().next()) {
        " "
    } else {
        ""
    }
}

impl Outline {
    /// Walks the tree once and finds the references.
    pub(super) fn of(document: &Document) -> Self {
        let mut walk = Walk::new(document);
        walk.all();
        let mut places = walk.places;
        let mut outline = Self { sections: walk.sections };
        outline.title(document, &mut places);
        outline.point(document, &places);
        outline
    }

    /// The title is no node; it stands where its line stands.
    fn title(&mut self, document: &Document, places: &mut [Option<Place>]) {
        let Some(span) = document.title else { return };
        let mut caption = Words::default();
        caption.add(document, span, "");
        let title = Section { caption, span, ..Section::headless(SectionKind::Title, String::new()) };
        let at = self.sections.partition_point(|section| section.span.start < span.start);
        self.sections.insert(at, title);
        for place in places.iter_mut().flatten().filter(|place| place.section >= at) {
            place.section += 1;
        }
    }

    /// Puts the references into the texts that they stand in.
    fn point(&mut self, document: &Document, places: &[Option<Place>]) {
        let parties = understand(document, None).parties;
        let units = units::split(document, &parties);
        let mut found: Vec<(TextSpan, Vec<Place>)> = references::read(document, &units)
            .into_iter()
            .filter_map(|reference| {
                let Target::Inside(nodes) = reference.target else { return None };
                let mut targets: Vec<Place> =
                    nodes.iter().filter_map(|node| *places.get(node.0 as usize)?).collect();
                targets.sort_unstable();
                targets.dedup();
                (!targets.is_empty()).then_some((reference.span, targets))
            })
            .collect();
        found.sort();
        for section in &mut self.sections {
            section.caption.point(&found);
            section.passages.iter_mut().for_each(|passage| passage.words.point(&found));
        }
    }
}

impl Words {
    fn point(&mut self, found: &[(TextSpan, Vec<Place>)]) {
        for segment in &self.segments {
            let end = segment.from as usize + segment.len;
            let first = found.partition_point(|(span, _)| span.start < segment.from);
            for (span, targets) in
                found.iter().skip(first).take_while(|(span, _)| (span.start as usize) < end)
            {
                let start = segment.at + (span.start - segment.from) as usize;
                let range = start..start + (span.end - span.start) as usize;
                let apart = self.pointers.last().is_none_or(|last| last.range.end <= range.start);
                if span.end as usize <= end && apart {
                    self.pointers.push(Pointer { range, targets: targets.clone() });
                }
            }
        }
    }
}

struct Walk<'a> {
    document: &'a Document,
    sections: Vec<Section>,
    /// Of each node the one whose section it belongs to.
    owners: Vec<Option<NodeId>>,
    depths: Vec<u8>,
    places: Vec<Option<Place>>,
    /// The owner of the last section.
    open: Option<NodeId>,
}

impl<'a> Walk<'a> {
    fn new(document: &'a Document) -> Self {
        let count = document.nodes.len();
        Self {
            document,
            sections: Vec::new(),
            owners: vec![None; count],
            depths: vec![0; count],
            places: vec![None; count],
            open: None,
        }
    }

    fn all(&mut self) {
        let mut open: Vec<NodeId> = self.document.roots().collect();
        open.reverse();
        while let Some(id) = open.pop() {
            let Some(node) = self.document.node(id) else { continue };
            if self.visit(id, node) {
                open.extend(node.children.iter().rev());
            }
        }
    }

    /// Takes a node in; true where its children are to be visited, too.
    fn visit(&mut self, id: NodeId, node: &Node) -> bool {
        let above = node.parent.and_then(|parent| self.owners.get(parent.0 as usize).copied().flatten());
        let owner = if is_section(node.node_type) { id } else { above.unwrap_or(id) };
        let depth = match node.parent.and_then(|parent| self.document.node(parent)) {
            Some(parent) if owner != id => {
                let above = node.parent.and_then(|parent| self.depths.get(parent.0 as usize)).copied();
                above.unwrap_or_default().saturating_add(u8::from(adds_depth(parent.node_type)))
            }
            _ => 0,
        };
        if let Some(slot) = self.owners.get_mut(id.0 as usize) {
            *slot = Some(owner);
        }
        if let Some(slot) = self.depths.get_mut(id.0 as usize) {
            *slot = depth;
        }
        if owner == id {
            self.start(id, node);
            return node.node_type != NodeType::Row;
        }
        if self.open != Some(owner) {
            self.go_on(owner);
        }
        self.passage(id, node, depth);
        node.node_type != NodeType::Row
    }

    fn start(&mut self, id: NodeId, node: &Node) {
        let document = self.document;
        self.open = Some(id);
        let headed = is_section(node.node_type);
        let mut caption = Words::default();
        let label = node.label.filter(|_| headed);
        if let Some(span) = node.caption.filter(|_| headed) {
            caption.add(document, span, "");
        }
        let before = |at: u32| document.text.get(..at as usize).and_then(|head| head.chars().next_back());
        let bracketed = node.caption.is_some_and(|span| before(span.start).is_some_and(is_opening));
        let caption_first =
            matches!((label, node.caption), (Some(label), Some(caption)) if caption.start < label.start);
        let mut span = label.or(node.caption).unwrap_or(TextSpan::new(node.span.start, node.span.start));
        for other in [label, node.caption].into_iter().flatten() {
            span = joined(span, other);
        }
        self.sections.push(Section {
            kind: SectionKind::of(node.node_type),
            place: article_path(document, id),
            label: label.map(|label| document.slice(label).trim().to_owned()).unwrap_or_default(),
            number: node.number.clone().filter(|_| headed),
            caption,
            caption_first,
            bracketed,
            passages: Vec::new(),
            span,
        });
        self.set_place(id, None);
        if headed {
            self.add_passage(id, node, 0, None, None);
        } else {
            self.passage(id, node, 0);
        }
    }

    /// Text behind a nested section that belongs to the one around it.
    fn go_on(&mut self, owner: NodeId) {
        let Some(node) = self.document.node(owner) else { return };
        self.open = Some(owner);
        let place = article_path(self.document, owner);
        self.sections.push(Section::headless(SectionKind::of(node.node_type), place));
    }

    fn passage(&mut self, id: NodeId, node: &Node, depth: u8) {
        self.add_passage(id, node, depth, node.label, node.caption);
    }

    fn add_passage(
        &mut self,
        id: NodeId,
        node: &Node,
        depth: u8,
        label: Option<TextSpan>,
        caption: Option<TextSpan>,
    ) {
        let document = self.document;
        let mut words = Words::default();
        let mut owned: Vec<TextSpan> = caption.into_iter().chain(node.text.iter().copied()).collect();
        if node.node_type == NodeType::Row {
            self.cells(id, node, &mut words, &mut owned);
        } else {
            if let Some(caption) = caption {
                words.add(document, caption, "");
                // A caption is a line of its own, however long.
                if let Some(first) = node.text.first() {
                    words.add(document, *first, "\n");
                }
                node.text.iter().skip(1).for_each(|span| words.go_on(document, *span));
            } else {
                node.text.iter().for_each(|span| words.go_on(document, *span));
            }
        }
        owned.extend(label);
        let label = label.map(|label| document.slice(label).trim().to_owned()).unwrap_or_default();
        if words.text.is_empty() && label.is_empty() {
            self.set_place(id, None);
            return;
        }
        let Some(span) = owned.into_iter().filter(|span| !span.is_empty()).reduce(joined) else { return };
        let Some(section) = self.sections.last_mut() else { return };
        let is_first =
            section.passages.is_empty() && section.label.is_empty() && section.caption.text.is_empty();
        section.span = if is_first { span } else { joined(section.span, span) };
        section.passages.push(Passage {
            kind: node.node_type,
            place: article_path(document, id),
            label,
            number: node.number.clone(),
            depth,
            words,
            span,
        });
        let at = section.passages.len() - 1;
        if node.node_type != NodeType::Row && section_holds(id, self.open) {
            // The text of the section's own node: whoever names the section means the whole.
            return;
        }
        self.set_place(id, Some(at));
    }

    /// All cells of a row in one passage, whatever stands in them.
    fn cells(&mut self, id: NodeId, node: &Node, words: &mut Words, owned: &mut Vec<TextSpan>) {
        let document = self.document;
        let place = self
            .sections
            .last()
            .map(|section| Place { section: self.sections.len() - 1, passage: Some(section.passages.len()) });
        for cell in &node.children {
            if !words.text.is_empty() {
                words.text.push_str(BAR);
            }
            let mut first = true;
            let mut open = vec![*cell];
            while let Some(inner) = open.pop() {
                let Some(node) = document.node(inner) else { continue };
                if let Some(slot) = self.places.get_mut(inner.0 as usize) {
                    *slot = place;
                }
                for span in node.label.into_iter().chain(node.caption).chain(node.text.iter().copied()) {
                    words.add(document, span, if first { "" } else { "\n" });
                    owned.push(span);
                    first = false;
                }
                open.extend(node.children.iter().rev());
            }
        }
        if let Some(slot) = self.places.get_mut(id.0 as usize) {
            *slot = place;
        }
    }

    fn set_place(&mut self, id: NodeId, passage: Option<usize>) {
        let section = self.sections.len().saturating_sub(1);
        if let Some(slot) = self.places.get_mut(id.0 as usize) {
            *slot = Some(Place { section, passage });
        }
    }
}

fn section_holds(id: NodeId, open: Option<NodeId>) -> bool {
    open == Some(id)
}

fn joined(a: TextSpan, b: TextSpan) -> TextSpan {
    TextSpan::new(a.start.min(b.start), a.end.max(b.end))
}

fn is_opening(c: char) -> bool {
    "([【〔〈《".contains(c)
}

/// What starts a section wherever it stands. Everything else belongs to the section around it, or is one at the top.
const fn is_section(node_type: NodeType) -> bool {
    matches!(
        node_type,
        NodeType::Part
            | NodeType::Chapter
            | NodeType::Section
            | NodeType::Subsection
            | NodeType::Article
            | NodeType::Heading
            | NodeType::Preamble
            | NodeType::Supplementary
            | NodeType::Appendix
            | NodeType::Toc
    )
}

const fn adds_depth(parent: NodeType) -> bool {
    matches!(parent, NodeType::Paragraph | NodeType::Item | NodeType::Subitem)
}
