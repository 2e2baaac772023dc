//! Captions, headings without a number, 附則, 別表, and notes.

use crate::document::{NodeType, TextSpan};
use crate::structure::build::Builder;
use crate::structure::classify::{Look, Shape, appendix_label_end};
use crate::structure::facts::ArticleStyle;
use crate::structure::label::LabelKind;
use crate::structure::title::{ends_like_title, is_corporation};
use crate::structure::tree::{ARTICLE, HEADING, ITEM, Open, PARAGRAPH, Parts, TOP, open};

impl Builder<'_> {
    pub(super) fn caption_line(&mut self, shape: &Shape, index: usize) {
        let next = self.next_line(index);
        let next_article = next.is_some_and(Shape::is_article);
        let next_number =
            next.is_some_and(|next| matches!(next.kind(), Some(LabelKind::Bare | LabelKind::Dot)));
        let next_caption = next.is_none_or(|next| {
            next.look == Look::Caption || next.kind().is_some_and(|kind| kind <= LabelKind::Subsection)
        });
        let content = self.slice(shape.inner);
        let odd = content.starts_with("以下")
            || content.starts_with(|c: char| c.is_ascii_digit())
            || content.chars().count() < 2;
        let last = self.tree.open.last().copied();
        let bare_article = last
            .filter(|open| open.node_type == NodeType::Article)
            .and_then(|open| self.tree.node(open.id))
            .is_some_and(|node| node.caption.is_none() && node.children.is_empty() && node.label.is_some());
        let in_supplementary =
            self.tree.innermost(|open| open.node_type == NodeType::Supplementary).is_some();
        if self.repeats_caption(content, last) {
            return self.leaf(NodeType::Note, shape.span);
        }
        match (self.facts.style, last) {
            (_, Some(article)) if bare_article && !next_article => {
                self.tree.set_caption(article.id, shape.inner)
            }
            _ if next_article
                || (in_supplementary && next.is_some_and(|next| next.look != Look::Caption)) =>
            {
                self.hold_caption(shape.inner);
            }
            (ArticleStyle::BareUnderCaption, _) if next_number => self.hold_caption(shape.inner),
            (ArticleStyle::Numbered | ArticleStyle::CaptionOnly | ArticleStyle::BareUnderCaption, _)
                if !odd
                    && !next_caption
                    && (self.seen_article || self.facts.style != ArticleStyle::Numbered) =>
            {
                let section = open(NodeType::Article, ARTICLE);
                self.open_section(section, Parts { caption: Some(shape.inner), ..Parts::default() });
            }
            _ => self.running_text(shape, index),
        }
    }

    /// The caption of an article again, below its number.
    fn repeats_caption(&self, content: &str, last: Option<Open>) -> bool {
        last.filter(|open| open.node_type == NodeType::Article)
            .and_then(|open| self.tree.node(open.id))
            .filter(|node| node.children.is_empty())
            .and_then(|node| node.caption)
            .is_some_and(|caption| self.slice(caption) == content)
    }

    pub(super) fn supplementary(&mut self, shape: &Shape) {
        self.tree.close_while(|_| true);
        self.release_caption();
        let section = Open { level: shape.hints.heading, ..open(NodeType::Supplementary, TOP) };
        let head = TextSpan::new(shape.span.start, shape.span.start + "附則".len() as u32);
        self.open_section(
            section,
            Parts { label: Some(head), caption: Some(shape.inner), ..Parts::default() },
        );
    }

    pub(super) fn appendix(&mut self, shape: &Shape, index: usize) {
        if !self.seen_provision && index < 3 {
            return self.leaf(NodeType::Note, shape.span);
        }
        let inside = self.body_goes_on(index);
        self.tree.close_while(|open| !inside || open.rank >= ARTICLE);
        self.release_caption();
        let line = self.slice(shape.inner);
        let end = appendix_label_end(line).unwrap_or(line.len());
        let label = TextSpan::new(shape.inner.start, shape.inner.start + end as u32);
        let number: String =
            self.slice(label).chars().filter(|c| crate::structure::number::is_numeral(*c)).collect();
        let rest = line.get(end..).unwrap_or_default();
        let lead = rest.len() - rest.trim_start_matches([' ', ':', '(']).len();
        let tail = rest.len() - rest.trim_end_matches([' ', ')']).len();
        let tail = if rest.starts_with('(') || rest.starts_with(" (") { tail } else { 0 };
        let caption = TextSpan::new(
            label.end + lead as u32,
            (shape.inner.end - tail as u32).max(label.end + lead as u32),
        );
        let rank = if inside { ARTICLE } else { TOP };
        let level = shape.hints.heading.filter(|_| !inside);
        let section = Open { level, ..open(NodeType::Appendix, rank) };
        let number = crate::structure::number::numeral(&number).map(|value| value.to_string());
        self.open_section(section, Parts { number, label: Some(label), caption: Some(caption), text: None });
    }

    /// The title of a document that stands behind the one it belongs to: its first article has number 1 again.
    pub(super) fn is_annex_title(&self, shape: &Shape, index: usize) -> bool {
        let opens = |line: Option<&Shape>| {
            line.and_then(Shape::label)
                .is_some_and(|label| label.kind == LabelKind::Article && label.value == Some(1))
        };
        let captioned = self.next_line(index).is_some_and(|next| next.look == Look::Caption);
        self.last_article.is_some_and(|last| last > 1)
            && !shape.has_sentence
            && (opens(self.next_line(index)) || captioned && opens(self.next_line(index + 1)))
            && ends_like_title(self.slice(shape.span))
    }

    pub(super) fn annex(&mut self, shape: &Shape) {
        self.release_caption();
        self.tree.close_while(|_| true);
        let parts = Parts { caption: Some(shape.span), ..Parts::default() };
        self.open_section(open(NodeType::Appendix, TOP), parts);
    }

    pub(super) fn heading(&mut self, shape: &Shape, index: usize) {
        let next = self.next_line(index);
        let weak = shape.hints.heading.is_none();
        let inner = trimmed(self.text, shape.inner);
        if weak && next.is_some_and(|next| next.is_article() && next.rest().is_empty()) {
            self.hold_caption(inner);
            return;
        }
        let before_section = next.is_some_and(|next| {
            next.kind().is_some_and(|kind| kind <= LabelKind::Article)
                || matches!(next.look, Look::Heading | Look::Caption)
        });
        if is_corporation(self.slice(inner)) {
            self.tree.close_while(|open| open.node_type != NodeType::Heading);
            let kind = if self.seen_provision { NodeType::Text } else { NodeType::Note };
            return self.leaf(kind, shape.span);
        }
        let in_article = self.tree.innermost(|open| open.node_type == NodeType::Article).is_some();
        if !self.seen_provision && (self.is_furniture(shape) || (weak && next.is_none())) {
            return self.leaf(NodeType::Note, shape.span);
        }
        if weak && in_article && !before_section {
            self.tree.close_while(|open| open.rank >= PARAGRAPH);
            let group = open(NodeType::Heading, PARAGRAPH);
            self.tree.push(group, Parts { caption: Some(inner), ..Parts::default() });
            return;
        }
        let level = shape.hints.heading.or(shape.hints.bold.then_some(7));
        let section = Open { level, ..open(NodeType::Heading, HEADING) };
        self.release_caption();
        let seen = self.seen_provision;
        self.open_section(section, Parts { caption: Some(inner), ..Parts::default() });
        // A heading alone does not end the preamble region of a contract, a marked one does.
        self.seen_provision = seen || !weak;
    }

    /// A date, a number of enactment or an address that the format marked as a heading.
    pub(super) fn is_furniture(&self, shape: &Shape) -> bool {
        crate::structure::title::is_dateline(self.slice(shape.span))
    }

    pub(super) fn note(&mut self, shape: &Shape) {
        if shape.hints.note {
            self.tree.close_while(|_| true);
            return self.leaf(NodeType::Note, shape.span);
        }
        let line = self.slice(shape.span);
        if line.starts_with('(') {
            // History of an article stands behind all of it.
            return self.history(shape);
        }
        // A note behind bullets speaks of all of them.
        self.tree
            .close_while(|open| open.rank >= ITEM && open.key.is_some_and(|key| key.0 == LabelKind::Bullet));
        self.leaf(NodeType::Note, shape.span);
    }

    /// When an article, or the whole rule, was changed.
    pub(super) fn history(&mut self, shape: &Shape) {
        self.tree.close_while(|open| open.rank > ARTICLE);
        self.leaf(NodeType::Note, shape.span);
    }
}

/// The span without spaces and rule marks at its ends; a line of nothing but marks keeps them.
fn trimmed(text: &str, span: TextSpan) -> TextSpan {
    let line = text.get(span.range()).unwrap_or_default();
    if line.bytes().all(|byte| matches!(byte, b' ' | b'#')) {
        return span;
    }
    let lead = line.len() - line.trim_start_matches(' ').len();
    let tail = line.len() - line.trim_end_matches([' ', '#']).len();
    TextSpan::new(span.start + lead as u32, (span.end - tail as u32).max(span.start + lead as u32))
}
