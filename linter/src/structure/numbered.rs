//! Numbered lines that stand for a 条 in documents without 第N条.

use crate::document::{NodeType, TextSpan};
use crate::structure::build::Builder;
use crate::structure::classify::Shape;
use crate::structure::facts::{ArticleStyle, is_numbered_heading};
use crate::structure::label::{Label, LabelKind};
use crate::structure::tree::{ARTICLE, Open, PART, Parts, open};

impl Builder<'_> {
    /// A numbered line: an article where the document writes articles so, else something inside a provision.
    pub(super) fn numbered(&mut self, shape: &Shape, label: &Label, index: usize) {
        if self.before_title(index) {
            return self.stray(shape, label);
        }
        if self.caption.is_some()
            && self.facts.style == ArticleStyle::BareUnderCaption
            && !self.in_supplementary()
        {
            return self.numbered_article(shape, label, index, false);
        }
        let in_numbered_document = self.facts.style == ArticleStyle::Numbered || self.in_supplementary();
        if !in_numbered_document && self.is_article_number(shape, label, index) {
            let heading = is_numbered_heading(shape, self.next_line(index), self.facts.marked_headings)
                || self.slice(shape.rest()).starts_with('(') && !shape.has_sentence;
            return self.numbered_article(shape, label, index, heading);
        }
        self.place_label(shape, label, index);
    }

    /// A menu entry, or a sentence of a later provision that a stored page shows in front of the title.
    fn stray(&mut self, shape: &Shape, label: &Label) {
        if self.tree.innermost(|open| open.node_type == NodeType::Article).is_none() {
            self.tree.close_while(|_| true);
        }
        if shape.has_sentence && matches!(label.kind, LabelKind::Bare | LabelKind::Dot) {
            return self.paragraph(Some((shape, label, (label.kind, None))), shape.rest());
        }
        self.tree.close_while(|_| true);
        self.leaf(NodeType::Note, shape.span);
    }

    /// Whether a numbered line stands for a 条 in a document that has none.
    fn is_article_number(&self, shape: &Shape, label: &Label, index: usize) -> bool {
        if matches!(
            label.kind,
            LabelKind::Bullet | LabelKind::Kana | LabelKind::Latin | LabelKind::Decimal(3..)
        ) {
            return false;
        }
        let last = self.tree.innermost(|open| open.node_type == NodeType::Article);
        let item_before = self
            .tree
            .innermost(|open| open.rank > ARTICLE && open.key.is_some_and(|key| key.0 == label.kind));
        let follows = last.and_then(|open| open.value).map_or(1, |value| value + 1);
        let headed = is_numbered_heading(shape, self.next_line(index), self.facts.marked_headings);
        let same_kind = last.is_some_and(|open| open.key.is_some_and(|key| key.0 == label.kind));
        let grows = !same_kind || label.value.is_some_and(|value| value >= follows);
        let item_goes_on =
            item_before.and_then(|open| open.value).is_some_and(|value| label.value == Some(value + 1))
                && label.value != Some(follows);
        match (self.facts.style, label.kind) {
            (_, LabelKind::Decimal(2)) if self.facts.decimal_articles => headed,
            (_, LabelKind::Dot | LabelKind::Bare) if self.facts.decimal_articles => headed,
            (ArticleStyle::NumberedHeading(kind), found) if kind == found => {
                grows
                    && !item_goes_on
                    && (headed || (same_kind && item_before.is_none() && label.value == Some(follows)))
            }
            (ArticleStyle::BareUnderCaption, found) if same_kind && found == LabelKind::Bare => {
                item_before.is_none() && label.value == Some(follows)
            }
            (_, _) if shape.hints.heading.is_some() => headed,
            (ArticleStyle::None, LabelKind::Dot | LabelKind::Bare | LabelKind::Kanji) => {
                let free =
                    self.tree.open.is_empty() || last.is_some_and(|_| same_kind && item_before.is_none());
                let preamble = self.tree.open.last().is_some_and(|open| open.node_type == NodeType::Preamble);
                (free || preamble) && grows && shape.has_sentence && !self.facts.marked_headings
            }
            _ => false,
        }
    }

    fn numbered_article(&mut self, shape: &Shape, label: &Label, index: usize, heading: bool) {
        let outer = self.facts.decimal_articles && !matches!(label.kind, LabelKind::Decimal(_));
        let (node_type, rank) =
            if outer { (NodeType::Chapter, PART + 1) } else { (NodeType::Article, ARTICLE) };
        let section = Open {
            key: Some((label.kind, None)),
            value: label.value,
            level: shape.hints.heading,
            ..open(node_type, rank)
        };
        let rest = shape.rest();
        let inner = self.slice(rest).strip_prefix('(').and_then(|line| line.strip_suffix(')')).map(str::len);
        let caption = match (self.caption.take(), inner) {
            (Some(caption), _) => Some(caption),
            (None, Some(length)) if heading => {
                Some(TextSpan::new(rest.start + 1, rest.start + 1 + length as u32))
            }
            (None, _) => heading.then_some(rest),
        };
        let body = if heading { TextSpan::new(rest.end, rest.end) } else { rest };
        self.open_section(
            section,
            Parts { number: label.number.clone(), label: shape.label_span(), caption, text: None },
        );
        self.body(body, index);
    }
}
