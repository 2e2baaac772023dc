//! Lines without a label: continued text, headings above articles, items whose marks were lost, text outside.

use crate::document::NodeType;
use crate::structure::build::Builder;
use crate::structure::classify::{HEADING_MAX, Look, Shape};
use crate::structure::facts::is_above_text;
use crate::structure::label::LabelKind;
use crate::structure::place::points_down;
use crate::structure::tree::{ARTICLE, GROUP, HEADING, ITEM, Open, PARAGRAPH, Parts, Rank, TOP, open};

impl Builder<'_> {
    /// A line without any mark.
    pub(super) fn running_text(&mut self, shape: &Shape, index: usize) {
        let provision = self.tree.innermost(|open| {
            matches!(open.node_type, NodeType::Article | NodeType::Supplementary | NodeType::Paragraph)
        });
        if self.captions_section(shape) || self.is_enforcement(shape, index) {
            return;
        }
        if self.before_title(index) {
            self.tree.close_while(|open| open.node_type != NodeType::Preamble);
            if !shape.has_sentence {
                return self.leaf(NodeType::Note, shape.span);
            }
        }
        if !self.seen_article && shape.has_sentence && concludes(self.slice(shape.span)) {
            self.tree.close_while(|open| open.node_type != NodeType::Heading);
            let text = Some(shape.span);
            self.tree.push(open(NodeType::Preamble, ARTICLE), Parts { text, ..Parts::default() });
            return;
        }
        if self.is_plain_heading(shape, index) {
            let caption = Some(shape.span);
            return self
                .open_section(open(NodeType::Heading, HEADING), Parts { caption, ..Parts::default() });
        }
        match self.tree.open.last().copied() {
            Some(last) if matches!(last.node_type, NodeType::Item | NodeType::Subitem) => {
                self.after_item(shape, index, last)
            }
            Some(last) if last.node_type == NodeType::Paragraph => self.after_paragraph(shape, index, last),
            _ if provision.is_some() && self.is_heading_above(shape, index) => {}
            Some(last) if last.node_type == NodeType::Preamble => {
                if !self.is_heading_above(shape, index) {
                    self.tree.add_text(last.id, shape.span);
                }
            }
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

    /// A short line above running text, in a document that has no numbers at all (D11).
    fn is_plain_heading(&self, shape: &Shape, index: usize) -> bool {
        self.facts.plain_headings && is_above_text(shape, self.next_line(index))
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
            if is_entry(self.slice(shape.span)) {
                self.tree.add_text(paragraph.id, shape.span);
            } else {
                self.unnumbered_item(shape, NodeType::Item, ITEM);
            }
        } else if paragraph.key.is_some_and(|key| key.0 != LabelKind::Bullet) {
            self.tree.add_text(paragraph.id, shape.span);
        } else {
            self.paragraph(None, shape.span);
        }
    }

    /// An item whose mark was lost, or that never had one.
    fn unnumbered_item(&mut self, shape: &Shape, node_type: NodeType, rank: Rank) {
        self.tree.close_while(|open| open.rank >= rank);
        self.tree.push(open(node_type, rank), Parts { text: Some(shape.span), ..Parts::default() });
    }

    /// `(1)` alone in front of the lead that it should stand behind: the sentence that announces the items is the 項.
    fn is_displaced_lead(&mut self, shape: &Shape, item: Open) -> bool {
        let opens_article = item.value == Some(1)
            && item.node_type == NodeType::Item
            && self.tree.node(item.id).is_some_and(|node| node.children.is_empty())
            && self.tree.innermost(|open| open.node_type == NodeType::Paragraph).is_none();
        let displaced = opens_article && shape.has_sentence && points_down(self.slice(shape.span));
        if displaced {
            self.tree.put_lead_above(item, shape.span);
        }
        displaced
    }

    /// この規程は、…から施行する。 without the word 附則 in front of it.
    fn is_enforcement(&mut self, shape: &Shape, index: usize) -> bool {
        let within = |node_type| self.tree.innermost(|open| open.node_type == node_type).is_some();
        if !self.seen_article || within(NodeType::Supplementary) || within(NodeType::Appendix) {
            return false;
        }
        let article = self.tree.innermost(|open| open.node_type == NodeType::Article);
        let begun =
            article.and_then(|open| self.tree.node(open.id)).is_none_or(|node| !node.children.is_empty());
        let last = self.next_line(index).is_none_or(|next| next.label().is_none());
        let enforcement = begun && last && enforces(self.slice(shape.span));
        if enforcement {
            self.tree.close_while(|_| true);
            self.open_section(open(NodeType::Supplementary, TOP), Parts::default());
            self.paragraph(None, shape.span);
        }
        enforcement
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
        if empty && self.is_displaced_lead(shape, item) {
            return;
        }
        if item.key.is_some_and(|(_, level)| level.is_some()) && is_run_in(self.slice(shape.span), shape) {
            self.tree.close_while(|open| open.rank >= ITEM);
            return self.leaf(NodeType::Text, shape.span);
        }
        let lists = in_provision && !shape.has_sentence && !empty && !explained && points_down(&text);
        if lists && (item.key.is_some() && ended || item.key.is_none() && item.node_type == NodeType::Item) {
            return self.unnumbered_item(shape, NodeType::Subitem, item.rank.saturating_add(1));
        }
        match (item.key, paragraph) {
            _ if empty || (item.key.is_some() && (explained || leads_on) && in_provision) => {
                self.tree.add_text(item.id, shape.span)
            }
            (None, _) if item.node_type == NodeType::Subitem => self.after_unnumbered_subitem(shape, item),
            (None, _) if !shape.has_sentence => self.unnumbered_item(shape, NodeType::Item, ITEM),
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

    fn after_unnumbered_subitem(&mut self, shape: &Shape, subitem: Open) {
        let outer = self.tree.innermost(|open| open.rank < subitem.rank && open.rank >= ITEM);
        let marked = outer.is_some_and(|open| open.key.is_some());
        if shape.has_sentence {
            self.tree.add_text(subitem.id, shape.span);
        } else if !marked && (points_down(self.slice(shape.span)) || self.closes_twice(shape, subitem)) {
            self.unnumbered_item(shape, NodeType::Item, ITEM);
        } else {
            self.unnumbered_item(shape, NodeType::Subitem, subitem.rank);
        }
    }

    /// その他 ends a list; a second one right behind it ends the list around.
    fn closes_twice(&self, shape: &Shape, last: Open) -> bool {
        [self.slice(shape.span), self.last_text(last)].iter().all(|line| line.starts_with("その他"))
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
        if running && self.tree.open.last().is_some_and(|open| open.node_type == NodeType::Heading) {
            return self.leaf(NodeType::Text, shape.span);
        }
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

/// `補足:` on a line of its own behind a list: what follows is another list.
fn is_run_in(line: &str, shape: &Shape) -> bool {
    line.ends_with(':') && shape.length <= 12 && shape.hints.blank_before && shape.hints.list_level.is_none()
}

/// `住所: …`: an entry of an address or a form, no case of a list.
fn is_entry(line: &str) -> bool {
    line.find(':').is_some_and(|at| line.get(..at).is_some_and(|name| name.chars().count() <= 12))
}

/// The sentence between the cover of a contract and its first article: 甲と乙は、次のとおり契約を締結する。
fn concludes(line: &str) -> bool {
    line.contains("締結")
        && ["締結する。", "締結した。", "締結します。"].iter().any(|end| line.ends_with(end))
}

/// Whether a sentence says from when the whole rule holds.
fn enforces(line: &str) -> bool {
    const NAMES: [&str; 12] =
        ["規程", "規則", "規定", "要綱", "要領", "規約", "約款", "基準", "方針", "ポリシー", "細則", "内規"];
    let Some(rest) = line.strip_prefix("この").or_else(|| line.strip_prefix('本')) else { return false };
    let Some(rest) = NAMES.iter().find_map(|name| rest.strip_prefix(name)) else { return false };
    let ends = ["から施行する。", "より施行する。", "から適用する。", "から実施する。", "に施行する。"];
    rest.starts_with(['は']) && line.chars().count() <= 60 && ends.iter().any(|end| line.ends_with(end))
}

/// Whether an item is a case (…場合, …こと) rather than a term that is explained on the next line.
fn is_clause(text: &str) -> bool {
    const ENDS: [&str; 9] = ["場合", "とき", "こと", "者", "行為", "事", "時", "もの", "事由"];
    text.chars().count() > 10 && ENDS.iter().any(|end| text.ends_with(end))
}
