//! What stands inside a provision: 項, 号 and what is below, continued text, and text outside of any provision.

use crate::document::{NodeType, TextSpan};
use crate::read::raw::Hints;
use crate::structure::build::Builder;
use crate::structure::classify::{Shape, classify};
use crate::structure::label::{Label, LabelKind};
use crate::structure::tree::{ARTICLE, ITEM, LEAF, Open, PARAGRAPH, Parts, open};

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
        if let Some(sibling) =
            self.sibling(key, label, shape.hints.indent).map(|open| self.resumed(open, shape, label))
        {
            let case = self.is_case_of(sibling, shape, label);
            self.tree.close_while(|open| open.rank >= sibling.rank + u8::from(case));
            return match sibling.node_type {
                NodeType::Paragraph if case => {
                    self.item(shape, label, key, NodeType::Item, ITEM);
                }
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
        // `2. (1) 甲は…`: the first item stands on the line of its 項.
        let inner = classify(self.text, shape.rest(), Hints::default());
        let first_item = inner.label().filter(|inner| {
            inner.value == Some(1) && matches!(inner.kind, LabelKind::Paren | LabelKind::Circled)
        });
        if let Some(first) = first_item.cloned() {
            self.paragraph(Some((shape, label, key)), TextSpan::default());
            return self.deeper(&inner, &first, (first.kind, None));
        }
        self.paragraph(Some((shape, label, key)), shape.rest());
    }

    /// The open node that this label continues.
    fn sibling(&self, key: Key, label: &Label, indent: u8) -> Option<Open> {
        let open = self.tree.innermost(|open| {
            let same = open.key.is_some_and(|(kind, level)| {
                kind == key.0 && (level == key.1 || level.is_none() || key.1.is_none())
            });
            // Back from a list that stood further in.
            let inner = open.indent > indent && label.value.is_some_and(|value| value > 1);
            open.rank >= PARAGRAPH && open.rank != LEAF && same && !inner
        })?;
        // A list that starts again below a 項 of the same writing, or further in, is a list of its own.
        let starts = label.value == Some(1) && open.value.is_some();
        let restarts = starts && (open.node_type == NodeType::Paragraph || indent > open.indent);
        (!restarts).then_some(open)
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
            LabelKind::Bare => later || !points_down(&lead),
            LabelKind::Dot | LabelKind::HalfParen => later,
            LabelKind::Decimal(_) => true,
            LabelKind::Paren | LabelKind::Circled | LabelKind::Kanji => {
                later && shape.has_sentence && !points_down(&lead) && !self.has_items(paragraph)
            }
            _ => false,
        }
    }

    /// A bullet that is a case of the sentence above, which has a bullet of the same kind: `・…次の各号の…。 ・…とき。`
    fn is_case_of(&self, above: Open, shape: &Shape, label: &Label) -> bool {
        let line = self.slice(shape.rest());
        let lead = self.last_text(above);
        let announced = points_down(lead) && (!shape.has_sentence || is_case(line));
        // 「…したとき。」 is no sentence of its own, announced or not.
        let fragment = is_condition(line) && !is_condition(lead);
        label.number.is_none()
            && shape.hints.list_level.is_none()
            && above.node_type == NodeType::Paragraph
            && (announced || fragment)
    }

    /// A bullet that is a sentence of its own goes on with the 項, not with the cases between.
    fn resumed(&self, sibling: Open, shape: &Shape, label: &Label) -> Open {
        let outer = self.tree.innermost(|open| open.node_type == NodeType::Paragraph);
        let same = outer.filter(|outer| {
            label.number.is_none()
                && outer.key == sibling.key
                && sibling.node_type == NodeType::Item
                && shape.has_sentence
                && !is_case(self.slice(shape.rest()))
        });
        same.unwrap_or(sibling)
    }

    fn has_items(&self, paragraph: Open) -> bool {
        self.tree.node(paragraph.id).is_some_and(|node| !node.children.is_empty())
    }

    /// Opens a 号, or something below the open 号.
    fn deeper(&mut self, shape: &Shape, label: &Label, key: Key) {
        let innermost = self.tree.innermost(|open| open.rank >= ITEM && open.rank != LEAF);
        match innermost {
            // Lists of the same nesting stand side by side, whatever their marks.
            Some(outer) if self.is_beside(outer, key) => {
                self.tree.close_while(|open| open.rank >= outer.rank);
                self.item(shape, label, key, outer.node_type, outer.rank);
            }
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

    fn is_beside(&self, outer: Open, key: Key) -> bool {
        let level = outer.key.and_then(|(_, level)| level);
        level.is_some() && level == key.1 && !points_down(self.last_text(outer))
    }

    fn item(&mut self, shape: &Shape, label: &Label, key: Key, node_type: NodeType, rank: u8) {
        let indent = shape.hints.indent;
        let item = Open { key: Some(key), value: label.value, indent, ..open(node_type, rank) };
        let parts = Parts {
            number: label.number.clone(),
            label: shape.label_span(),
            caption: None,
            text: Some(shape.rest()),
        };
        self.tree.push(item, parts);
    }

    pub(super) fn last_text(&self, open: Open) -> &str {
        let last = self.tree.node(open.id).and_then(|node| node.text.last().copied());
        last.map_or("", |span| self.slice(span))
    }
}

/// A sentence that ends as a case of a list does.
fn is_case(line: &str) -> bool {
    is_condition(line) || ["こと。", "者。", "もの。", "行為。"].iter().any(|end| line.ends_with(end))
}

fn is_condition(line: &str) -> bool {
    ["とき。", "時。", "場合。"].iter().any(|end| line.ends_with(end))
}

fn is_group(open: &Open) -> bool {
    open.node_type == NodeType::Heading && open.rank == PARAGRAPH
}

/// Whether a lead sentence announces a list.
pub(super) fn points_down(text: &str) -> bool {
    const WORDS: [&str; 12] = [
        "以下項目",
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
