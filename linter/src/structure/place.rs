//! What stands inside a provision: 項, 号 and what is below, continued text, and text outside of any provision.

use crate::document::{NodeType, TextSpan};
use crate::structure::build::Builder;
use crate::structure::classify::{HEADING_MAX, Look, Shape};
use crate::structure::label::{Label, LabelKind};
use crate::structure::tree::{ARTICLE, GROUP, ITEM, LEAF, Open, PARAGRAPH, Parts, open};

/// A label with the list nesting that the format gives.
type Key = (LabelKind, Option<u8>);

impl Builder<'_> {
    /// Opens a 項. Without a printed number it is 1 if it is the first.
    pub(super) fn paragraph(&mut self, label: Option<(&Shape, &Label, Key)>, text: TextSpan) {
        self.tree.close_while(|open| open.rank >= PARAGRAPH && !is_group(open));
        let first = self.tree.open.last_mut().is_none_or(|parent| {
            !std::mem::replace(&mut parent.has_paragraph, true) && parent.node_type != NodeType::Heading
        });
        let number =
            label.and_then(|(_, label, _)| label.number.clone()).or_else(|| first.then(|| "1".to_owned()));
        let paragraph = Open {
            key: label.map(|(.., key)| key),
            value: label.and_then(|(_, label, _)| label.value),
            ..open(NodeType::Paragraph, PARAGRAPH)
        };
        let parts = Parts {
            number,
            label: label.and_then(|(shape, ..)| shape.label_span()),
            caption: self.caption.take(),
            text: Some(text),
        };
        self.seen_provision = true;
        self.tree.push(paragraph, parts);
    }

    /// Places a line with a label inside the open provision.
    pub(super) fn place_label(&mut self, shape: &Shape, label: &Label, index: usize) {
        let key = (label.kind, shape.hints.list_level);
        let lone = label.number.is_none() && shape.rest().is_empty();
        if lone && self.next_line(index).is_none_or(|next| next.label().is_some()) {
            return self.leaf(NodeType::Text, shape.span);
        }
        if let Some(sibling) = self.sibling(key, label) {
            self.tree.close_while(|open| open.rank >= sibling.rank);
            return match sibling.node_type {
                NodeType::Paragraph => self.labelled_paragraph(shape, label, key, index),
                other => self.item(shape, label, key, other, sibling.rank),
            };
        }
        if let Some(level) = shape.hints.list_level {
            self.tree.close_while(|open| {
                let Some((kind, Some(known))) = open.key else { return false };
                open.rank >= PARAGRAPH && (known > level || (known == level && kind == LabelKind::Bullet))
            });
        }
        if self.opens_paragraph(shape, label, index) {
            return self.labelled_paragraph(shape, label, key, index);
        }
        self.deeper(shape, label, key);
    }

    /// A 項 with a number; `3-1 見出し` has a caption and its text below.
    fn labelled_paragraph(&mut self, shape: &Shape, label: &Label, key: Key, index: usize) {
        let numbered_title = matches!(label.kind, LabelKind::Decimal(_)) && !shape.has_sentence;
        if numbered_title && self.next_line(index).is_some_and(|next| next.kind() != Some(label.kind)) {
            self.caption = Some(shape.rest());
            return self.paragraph(Some((shape, label, key)), TextSpan::default());
        }
        self.paragraph(Some((shape, label, key)), shape.rest());
    }

    /// The open node that this label continues.
    fn sibling(&self, key: Key, label: &Label) -> Option<Open> {
        let found = self.tree.innermost(|open| {
            let same = open.key.is_some_and(|(kind, level)| {
                kind == key.0 && (level == key.1 || level.is_none() || key.1.is_none())
            });
            open.rank >= PARAGRAPH && open.rank != LEAF && same
        });
        if let Some(open) = found {
            // A list that starts again below a 項 of the same writing is a list of its own.
            let restarts =
                label.value == Some(1) && open.node_type == NodeType::Paragraph && open.value.is_some();
            return (!restarts).then_some(open);
        }
        // 2 behind an unnumbered first 項 that has other items open.
        None
    }

    /// Whether a label that continues nothing starts a 項.
    fn opens_paragraph(&self, shape: &Shape, label: &Label, index: usize) -> bool {
        let Some(base) = self.tree.innermost(|open| open.rank <= ARTICLE) else { return false };
        if !matches!(base.node_type, NodeType::Article | NodeType::Supplementary) {
            return false;
        }
        let paragraph = self.tree.innermost(|open| open.node_type == NodeType::Paragraph);
        let Some(paragraph) = paragraph else {
            return match label.kind {
                LabelKind::Bare | LabelKind::Dot | LabelKind::Decimal(_) | LabelKind::HalfParen => true,
                // A bullet that is a sentence is a 項, one that is a term or a case is a 号.
                LabelKind::Bullet => {
                    shape.has_sentence
                        || (shape.rest().is_empty()
                            && self.next_line(index).is_some_and(|next| next.has_sentence))
                }
                LabelKind::Circled => shape.has_sentence,
                _ => false,
            };
        };
        if paragraph.key.is_some() {
            return matches!((paragraph.key, label.kind), (Some((LabelKind::Bullet, _)), LabelKind::Bare));
        }
        let lead = self.last_text(paragraph).to_owned();
        let later = label.value.is_some_and(|value| value >= 2);
        match label.kind {
            LabelKind::Bare => true,
            LabelKind::Dot | LabelKind::HalfParen => later,
            LabelKind::Decimal(_) => true,
            LabelKind::Paren | LabelKind::Circled | LabelKind::Kanji => {
                later && shape.has_sentence && !points_down(&lead) && !self.has_items(paragraph)
            }
            _ => false,
        }
    }

    fn has_items(&self, paragraph: Open) -> bool {
        self.tree.node(paragraph.id).is_some_and(|node| !node.children.is_empty())
    }

    /// Opens a 号, or something below the open 号.
    fn deeper(&mut self, shape: &Shape, label: &Label, key: Key) {
        let innermost = self.tree.innermost(|open| open.rank >= ITEM && open.rank != LEAF);
        match innermost {
            Some(outer) if outer.key.is_some() => {
                let rank = outer.rank.saturating_add(1).min(LEAF - 1);
                self.tree.close_while(|open| open.rank >= rank);
                self.item(shape, label, key, NodeType::Subitem, rank);
            }
            _ => {
                self.tree.close_while(|open| open.rank >= ITEM);
                self.item(shape, label, key, NodeType::Item, ITEM);
            }
        }
    }

    fn item(&mut self, shape: &Shape, label: &Label, key: Key, node_type: NodeType, rank: u8) {
        let item = Open { key: Some(key), value: label.value, ..open(node_type, rank) };
        let parts = Parts {
            number: label.number.clone(),
            label: shape.label_span(),
            caption: None,
            text: Some(shape.rest()),
        };
        self.tree.push(item, parts);
    }

    fn last_text(&self, open: Open) -> &str {
        let last = self.tree.node(open.id).and_then(|node| node.text.last().copied());
        last.map_or("", |span| self.slice(span))
    }

    /// A line without any mark.
    pub(super) fn running_text(&mut self, shape: &Shape, index: usize) {
        let provision = self.tree.innermost(|open| {
            matches!(open.node_type, NodeType::Article | NodeType::Supplementary | NodeType::Paragraph)
        });
        if self.captions_section(shape) {
            return;
        }
        match self.tree.open.last().copied() {
            Some(last) if matches!(last.node_type, NodeType::Item | NodeType::Subitem) => {
                self.after_item(shape, index, last)
            }
            Some(last) if last.node_type == NodeType::Paragraph => self.after_paragraph(shape, index, last),
            _ if provision.is_some() && self.is_heading_above(shape, index) => {}
            Some(last) if last.node_type == NodeType::Preamble => self.tree.add_text(last.id, shape.span),
            Some(last) if provision.is_some() && last.rank <= PARAGRAPH => self.paragraph(None, shape.span),
            _ => self.outside(shape, index),
        }
    }

    /// `第1章` with its name on the next line.
    fn captions_section(&mut self, shape: &Shape) -> bool {
        let Some(last) = self.tree.open.last().copied() else { return false };
        let chapter = matches!(
            last.node_type,
            NodeType::Part | NodeType::Chapter | NodeType::Section | NodeType::Subsection
        );
        let unnamed =
            self.tree.node(last.id).is_some_and(|node| node.caption.is_none() && node.children.is_empty());
        let names = chapter && unnamed && !shape.has_sentence && shape.length <= 30;
        if names {
            self.tree.set_caption(last.id, shape.span);
        }
        names
    }

    /// A short line above `第N条` alone, or above a caption: the heading of what follows (D17, D15b).
    fn is_heading_above(&mut self, shape: &Shape, index: usize) -> bool {
        let Some(next) = self.next_line(index) else { return false };
        let short =
            !shape.has_sentence && shape.length <= 24 && !self.slice(shape.span).contains(['、', ':']);
        let bare_article = next.is_article() && next.rest().is_empty();
        let captioned =
            next.look == Look::Caption && self.next_line(index + 1).is_some_and(Shape::is_article);
        if short && bare_article {
            self.hold_caption(shape.span);
        } else if short && captioned && shape.hints.blank_before && shape.length <= 15 {
            self.open_section(
                open(NodeType::Heading, crate::structure::tree::HEADING),
                Parts { caption: Some(shape.span), ..Parts::default() },
            );
        } else {
            return false;
        }
        true
    }

    fn after_paragraph(&mut self, shape: &Shape, index: usize, paragraph: Open) {
        if self.is_heading_above(shape, index) || self.is_group(shape, index) {
            return;
        }
        let lead = self.last_text(paragraph);
        let (empty, down, whole) = (lead.is_empty(), points_down(lead), lead.ends_with(['。', ')', '」']));
        if empty || (!whole && !down) {
            self.tree.add_text(paragraph.id, shape.span);
        } else if down && !shape.has_sentence {
            self.unnumbered_item(shape);
        } else if paragraph.key.is_some_and(|key| key.0 != LabelKind::Bullet) {
            self.tree.add_text(paragraph.id, shape.span);
        } else {
            self.paragraph(None, shape.span);
        }
    }

    fn unnumbered_item(&mut self, shape: &Shape) {
        self.tree.close_while(|open| open.rank >= ITEM);
        self.tree.push(open(NodeType::Item, ITEM), Parts { text: Some(shape.span), ..Parts::default() });
    }

    /// A name without a number above items that start at 1.
    fn is_group(&mut self, shape: &Shape, index: usize) -> bool {
        let starts_list = self.next_line(index).and_then(Shape::label).is_some_and(|label| {
            label.value == Some(1)
                && matches!(label.kind, LabelKind::Paren | LabelKind::Circled | LabelKind::HalfParen)
        });
        let group = starts_list && !shape.has_sentence && shape.length <= 20;
        if group {
            self.tree.close_while(|open| open.rank >= GROUP);
            self.tree.push(
                open(NodeType::Heading, GROUP),
                Parts { caption: Some(shape.span), ..Parts::default() },
            );
        }
        group
    }

    fn after_item(&mut self, shape: &Shape, index: usize, item: Open) {
        if self.is_heading_above(shape, index) {
            return;
        }
        let text = self.last_text(item).to_owned();
        let (empty, ended) = (text.is_empty(), text.ends_with('。'));
        let clause = is_clause(&text);
        let paragraph = self.tree.innermost(|open| open.node_type == NodeType::Paragraph);
        let in_provision = self.tree.innermost(|open| open.node_type == NodeType::Article).is_some();
        if !empty && self.is_group(shape, index) {
            return;
        }
        let explained = self.tree.node(item.id).is_some_and(|node| node.text.len() >= 2);
        let leads_on = points_down(self.slice(shape.span))
            && self
                .next_line(index)
                .and_then(Shape::kind)
                .is_some_and(|kind| item.key.is_some_and(|key| key.0 != kind));
        match (item.key, paragraph) {
            _ if empty || (item.key.is_some() && (explained || leads_on) && in_provision) => {
                self.tree.add_text(item.id, shape.span)
            }
            (None, _) if !shape.has_sentence => self.unnumbered_item(shape),
            (None, _) => self.paragraph(None, shape.span),
            (Some(_), _) if ended || (!clause && text.chars().count() <= 30) => {
                if !in_provision && shape.hints.blank_before && shape.hints.list_level.is_none() {
                    return self.outside(shape, index);
                }
                self.tree.add_text(item.id, shape.span);
            }
            (Some((LabelKind::Bullet, _)), _) if in_provision && shape.has_sentence => {
                self.paragraph(None, shape.span)
            }
            (Some(_), Some(paragraph)) if shape.has_sentence => self.tree.add_text(paragraph.id, shape.span),
            (Some(_), None) if in_provision && shape.has_sentence => self.paragraph(None, shape.span),
            _ if in_provision => self.tree.add_text(item.id, shape.span),
            _ => self.outside(shape, index),
        }
    }

    /// Text that belongs to no provision: 前文 before the first one, furniture around the title, running text.
    fn outside(&mut self, shape: &Shape, index: usize) {
        let more = self.items.len() > index + 1;
        if self.next_line(index).is_some_and(|next| next.is_article() && next.rest().is_empty())
            && self.is_heading_above(shape, index)
        {
            return;
        }
        if self.seen_provision {
            self.tree.close_while(|open| open.rank > ARTICLE || open.node_type == NodeType::Preamble);
            return self.leaf(NodeType::Text, shape.span);
        }
        let running = shape.has_sentence || shape.length > HEADING_MAX;
        if running && !self.is_furniture(shape) {
            self.tree.close_while(|open| open.node_type != NodeType::Heading);
            self.tree.push(
                open(NodeType::Preamble, ARTICLE),
                Parts { text: Some(shape.span), ..Parts::default() },
            );
        } else {
            self.tree.close_while(|open| open.rank > ARTICLE);
            let kind = if more { NodeType::Note } else { NodeType::Text };
            self.leaf(kind, shape.span);
        }
    }
}

fn is_group(open: &Open) -> bool {
    open.node_type == NodeType::Heading && open.rank == PARAGRAPH
}

/// Whether a lead sentence announces a list.
pub(super) fn points_down(text: &str) -> bool {
    const WORDS: [&str; 11] = [
        "次の",
        "次に",
        "以下の",
        "以下に",
        "以下を",
        "以下と",
        "下記",
        "各号",
        "つぎの",
        "左の",
        "以下、次",
    ];
    text.ends_with(':') || WORDS.iter().any(|word| text.contains(word))
}

/// Whether an item is a case (…場合, …こと) rather than a term that is explained on the next line.
fn is_clause(text: &str) -> bool {
    const ENDS: [&str; 9] = ["場合", "とき", "こと", "者", "行為", "事", "時", "もの", "事由"];
    text.chars().count() > 10 && ENDS.iter().any(|end| text.ends_with(end))
}
