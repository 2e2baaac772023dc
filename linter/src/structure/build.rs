//! Classified lines → tree: what a line means among its neighbours.
//!
//! Chapters, articles, captions, headings and end matter are placed here; what stands inside a provision in
//! [`super::place`].

use super::Item;
use crate::document::{Node, NodeType, TextSpan};
use crate::structure::classify::{Look, Shape, classify};
use crate::structure::closing::{is_dated, is_history, starts_closing};
use crate::structure::facts::{Facts, articles_ahead, gather};
use crate::structure::label::{Label, LabelKind, closing_bracket};
use crate::structure::revisions::find_revisions;
use crate::structure::title::find_title;
use crate::structure::toc::find_toc;
use crate::structure::tree::{ARTICLE, HEADING, LEAF, Open, PART, Parts, TOP, Tree, open};

/// The tree and the title.
pub(crate) struct Built {
    /// Where the title stands.
    pub(crate) title: Option<TextSpan>,
    /// All nodes in document order.
    pub(crate) nodes: Vec<Node>,
}

/// Builds the tree over the lines.
pub(crate) fn build_tree(text: &str, items: &[Item]) -> Built {
    let toc = find_toc(text, items);
    let title = find_title(text, items);
    let history = find_revisions(text, items);
    let mut builder = Builder {
        text,
        items,
        facts: gather(items, toc.clone()),
        title,
        article_ahead: articles_ahead(items),
        last_article: None,
        tree: Tree::default(),
        caption: None,
        seen_provision: false,
        seen_article: false,
        closing: false,
    };
    for (index, item) in items.iter().enumerate() {
        // A history may stand inside what the format marks as contents; then it closes nothing.
        let past = index == history.end && !history.is_empty() && !toc.contains(&index);
        builder.tree.close_while(|open| open.rank == LEAF || past);
        let (waiting, known) = (builder.caption, builder.tree.nodes.len());
        match item {
            Item::Line(shape) if toc.contains(&index) => builder.toc(shape, index == toc.start),
            Item::Line(_) if title == Some(index) => builder.pass_title(),
            Item::Line(shape) if history.contains(&index) => builder.revision(shape, index == history.start),
            Item::Line(shape) => builder.line(shape, index),
            Item::Table(rows) => builder.table(rows),
        }
        builder.settle_caption(waiting, known);
    }
    builder.release_caption();
    let title = title.and_then(|index| items.get(index)).and_then(|item| match item {
        // A title that is nothing but a mark or a number is still a line of the text.
        Item::Line(shape) if shape.look == Look::Heading && !shape.inner.is_empty() => Some(shape.inner),
        Item::Line(shape) if !shape.rest().is_empty() => Some(shape.rest()),
        Item::Line(shape) => Some(shape.span),
        Item::Table(_) => None,
    });
    Built { title, nodes: builder.tree.finish() }
}

pub(super) struct Builder<'a> {
    pub(super) text: &'a str,
    pub(super) items: &'a [Item],
    pub(super) facts: Facts,
    /// The line that is the title.
    title: Option<usize>,
    /// For each line, the number of the first article that comes after it.
    article_ahead: Vec<Option<u32>>,
    /// The number of the last article of the body.
    pub(super) last_article: Option<u32>,
    pub(super) tree: Tree,
    /// A caption that waits for its article.
    pub(super) caption: Option<TextSpan>,
    pub(super) seen_provision: bool,
    pub(super) seen_article: bool,
    pub(super) closing: bool,
}

impl Builder<'_> {
    pub(super) fn slice(&self, span: TextSpan) -> &str {
        self.text.get(span.range()).unwrap_or_default()
    }

    /// The line after this one, if it is no table.
    pub(super) fn next_line(&self, index: usize) -> Option<&Shape> {
        match self.items.get(index + 1) {
            Some(Item::Line(shape)) => Some(shape),
            _ => None,
        }
    }

    /// Whether the articles of the body go on behind this line, as they do behind a table in the middle of a rule.
    pub(super) fn body_goes_on(&self, index: usize) -> bool {
        let ahead = self.article_ahead.get(index).copied().flatten();
        ahead.is_some_and(|ahead| self.last_article.is_some_and(|last| ahead == last + 1))
    }

    /// Whether a line stands in front of the title.
    pub(super) fn before_title(&self, index: usize) -> bool {
        self.title.is_some_and(|title| index < title)
    }

    /// What a page shows in front of its title has no part in the rule.
    fn pass_title(&mut self) {
        self.release_caption();
        self.tree.close_while(|_| true);
        self.seen_provision = false;
        self.seen_article = false;
        self.closing = false;
    }

    pub(super) fn line(&mut self, shape: &Shape, index: usize) {
        match &shape.look {
            Look::Labelled(label) if label.kind <= LabelKind::Subsection => {
                self.chapter(shape, label, index);
            }
            Look::Labelled(label) if label.kind == LabelKind::Article => self.article(shape, label, index),
            Look::Supplementary => self.supplementary(shape),
            Look::Appendix => self.appendix(shape, index),
            Look::Heading if shape.hints.heading.is_some() || !starts_closing(self.slice(shape.span)) => {
                self.heading(shape, index);
            }
            Look::Text if self.is_annex_title(shape, index) => self.annex(shape),
            _ if self.closes_contract(shape, index) => self.leaf(NodeType::Text, shape.span),
            Look::Labelled(label) => self.numbered(shape, label, index),
            Look::Text if self.seen_article && is_history(self.slice(shape.span)) => self.history(shape),
            Look::Caption => self.caption_line(shape, index),
            Look::Note => self.note(shape),
            Look::Text | Look::Toc | Look::Heading => self.running_text(shape, index),
        }
    }

    /// Keeps a caption for the provision that follows.
    pub(super) fn hold_caption(&mut self, caption: TextSpan) {
        self.release_caption();
        self.caption = Some(caption);
    }

    /// A caption that nothing claimed is text: lines are never dropped.
    pub(super) fn release_caption(&mut self) {
        if let Some(caption) = self.caption.take() {
            self.leaf(NodeType::Text, caption);
            self.tree.close_while(|open| open.rank == LEAF);
        }
    }

    /// A caption belongs to what follows at once: claimed later, it would reach over what stands between. `known` is the
    /// number of nodes before the line that did not claim it.
    fn settle_caption(&mut self, waiting: Option<TextSpan>, known: usize) {
        if let Some(caption) = waiting.filter(|_| self.caption == waiting) {
            self.caption = None;
            self.tree.adopt(caption, known);
        }
    }

    /// Adds a node without children of its own.
    pub(super) fn leaf(&mut self, node_type: NodeType, text: TextSpan) {
        self.tree.push(open(node_type, LEAF), Parts { text: Some(text), ..Parts::default() });
    }

    fn toc(&mut self, shape: &Shape, first: bool) {
        if first {
            self.tree.close_while(|_| true);
            let caption = (shape.look == Look::Toc).then_some(shape.span);
            let text = caption.is_none().then_some(shape.span);
            self.tree.push(open(NodeType::Toc, TOP), Parts { caption, text, ..Parts::default() });
        } else if let Some(toc) = self.tree.innermost(|open| open.node_type == NodeType::Toc) {
            self.tree.add_text(toc.id, shape.span);
        } else {
            self.leaf(NodeType::Note, shape.span);
        }
    }

    /// A line of the history of revisions on a cover.
    fn revision(&mut self, shape: &Shape, first: bool) {
        if first {
            self.tree.close_while(|_| true);
            let caption = Some(shape.span);
            self.tree.push(open(NodeType::Heading, HEADING), Parts { caption, ..Parts::default() });
        } else {
            self.leaf(NodeType::Note, shape.span);
        }
    }

    /// Once a contract is closed, lines without a number are signatures.
    fn closes_contract(&mut self, shape: &Shape, index: usize) -> bool {
        if shape.look == Look::Caption && self.next_line(index).is_some_and(Shape::is_article) {
            self.closing = false;
            return false;
        }
        let within = |node_type| self.tree.innermost(|open| open.node_type == node_type).is_some();
        if self.seen_article && !within(NodeType::Appendix) && !self.closing {
            let line = self.slice(shape.rest());
            let closes = starts_closing(line) || (is_dated(line) && !within(NodeType::Supplementary));
            self.closing = closes && shape.label().is_none_or(|label| label.number.is_none());
        }
        if self.closing {
            self.tree.close_while(|open| open.node_type != NodeType::Heading);
            self.release_caption();
        }
        self.closing
    }

    /// Closes what a node of this rank or heading level ends, and opens it.
    pub(super) fn open_section(&mut self, section: Open, parts: Parts) {
        self.tree.close_while(|known| {
            if known.rank > ARTICLE || matches!(known.node_type, NodeType::Toc | NodeType::Preamble) {
                return true;
            }
            let headings = known.node_type == NodeType::Heading || section.node_type == NodeType::Heading;
            match (known.level, section.level) {
                (Some(outer), Some(inner)) if headings => outer >= inner,
                _ => known.rank >= section.rank,
            }
        });
        self.closing = false;
        self.seen_provision = true;
        self.seen_article |= section.node_type == NodeType::Article;
        self.tree.push(section, parts);
    }

    fn chapter(&mut self, shape: &Shape, label: &Label, index: usize) {
        let (node_type, rank) = match label.kind {
            LabelKind::Part => (NodeType::Part, PART),
            LabelKind::Chapter => (NodeType::Chapter, PART + 1),
            LabelKind::Section => (NodeType::Section, PART + 2),
            _ => (NodeType::Subsection, PART + 3),
        };
        self.tree.close_while(|open| open.node_type == NodeType::Supplementary || open.rank > ARTICLE);
        let section = Open { level: shape.hints.heading, value: label.value, ..open(node_type, rank) };
        let frame = shape.inner.end.min(shape.span.end);
        let rest = TextSpan::new(shape.rest().start.min(frame), frame);
        let (rest, glued) = self.glued_caption(rest, index);
        self.release_caption();
        self.open_section(
            section,
            Parts {
                number: label.number.clone(),
                label: shape.label_span(),
                caption: Some(rest),
                text: None,
            },
        );
        self.caption = glued;
    }

    /// `第1章 総則(目的)` above `第1条`: the caption of the article ran into the line of the chapter.
    fn glued_caption(&self, rest: TextSpan, index: usize) -> (TextSpan, Option<TextSpan>) {
        let line = self.slice(rest);
        let bracket = line.strip_suffix(')').and_then(|inner| inner.rfind('(').map(|at| (at, inner.len())));
        let article = self.next_line(index).is_some_and(|next| next.is_article());
        let Some((at, end)) = bracket.filter(|(at, _)| article && *at > 0) else { return (rest, None) };
        let inner = line.get(at + 1..end).unwrap_or_default();
        if inner.is_empty() || inner.chars().count() > 20 || inner.starts_with('第') {
            return (rest, None);
        }
        let from = |byte: usize| rest.start + byte as u32;
        let name = line.get(..at).unwrap_or_default().trim_end().len();
        (TextSpan::new(rest.start, from(name)), Some(TextSpan::new(from(at + 1), from(end))))
    }

    fn article(&mut self, shape: &Shape, label: &Label, index: usize) {
        let (caption, body) = self.split_article(shape, index);
        let section = Open {
            key: Some((label.kind, None)),
            value: label.value,
            level: shape.hints.heading,
            ..open(NodeType::Article, ARTICLE)
        };
        let caption = self.caption.take().or(caption);
        self.last_article = label.value;
        self.open_section(
            section,
            Parts { number: label.number.clone(), label: shape.label_span(), caption, text: None },
        );
        self.body(body, index);
    }

    /// The text behind an article label, in caption and body.
    fn split_article(&self, shape: &Shape, index: usize) -> (Option<TextSpan>, TextSpan) {
        let rest = shape.rest();
        let line = self.slice(rest);
        let nothing = TextSpan::new(rest.end, rest.end);
        if let Some(inner) = line.strip_prefix(['(', '【', '〔']) {
            let from = rest.start + (line.len() - inner.len()) as u32;
            let close =
                if line.starts_with('(') { closing_bracket(inner) } else { inner.find(['】', '〕']) };
            match close {
                Some(close) if close <= 150 => {
                    let caption = TextSpan::new(from, from + close as u32);
                    let after = inner.get(close..).unwrap_or_default();
                    let width = after.chars().next().map_or(0, char::len_utf8);
                    let lead = after.len() - after.get(width..).unwrap_or_default().trim_start().len();
                    return (Some(caption), TextSpan::new(caption.end + lead as u32, rest.end));
                }
                None if !shape.has_sentence && shape.length <= 40 => {
                    return (Some(TextSpan::new(from, rest.end)), nothing);
                }
                _ => {}
            }
        }
        let marked = shape.hints.heading.is_some() || shape.hints.bold;
        let followed =
            self.next_line(index).is_some_and(|next| !matches!(next.look, Look::Caption) || marked);
        let pending = self.caption.is_some();
        if !pending
            && !line.is_empty()
            && (is_caption_text(line) || (marked && !shape.has_sentence))
            && followed
        {
            return (Some(rest), nothing);
        }
        (None, rest)
    }

    /// Text behind a label on the same line: its first 項, which may have a number of its own.
    pub(super) fn body(&mut self, body: TextSpan, index: usize) {
        if body.is_empty() {
            return;
        }
        let shape = classify(self.text, body, crate::read::raw::Hints::default());
        match &shape.look {
            Look::Labelled(label)
                if label.value == Some(1)
                    && label.kind > LabelKind::Article
                    && label.kind != LabelKind::Kana =>
            {
                self.place_label(&shape, label, index);
            }
            _ => self.paragraph(None, body),
        }
    }

    fn table(&mut self, rows: &[Vec<Vec<TextSpan>>]) {
        if self.closing {
            self.tree.close_while(|open| open.node_type != NodeType::Heading);
        }
        self.tree.close_while(|open| open.node_type == NodeType::Preamble && self.facts.marked_headings);
        // What a table comes after cannot be the caption of what comes after the table.
        self.release_caption();
        self.tree.push(open(NodeType::Table, LEAF), Parts::default());
        for row in rows {
            self.tree.push(open(NodeType::Row, LEAF), Parts::default());
            for cell in row {
                let id = self.tree.push(open(NodeType::Cell, LEAF), Parts::default());
                for line in cell {
                    self.tree.add_text(id, *line);
                }
                self.tree.open.pop();
            }
            self.tree.open.pop();
        }
        self.tree.open.pop();
    }

    pub(super) fn in_supplementary(&self) -> bool {
        self.tree.innermost(|open| open.node_type == NodeType::Supplementary).is_some()
    }
}

/// Whether the text behind 第N条 is a caption without brackets: short, no sentence.
fn is_caption_text(line: &str) -> bool {
    const VERBS: [&str; 12] =
        ["する", "いう", "ない", "とおり", "通り", "ある", "よる", "れる", "される", "削除", "おり", "こと"];
    line.chars().count() <= 30
        && !line.contains(['。', '、', ':'])
        && !VERBS.iter().any(|verb| line.ends_with(verb))
}
