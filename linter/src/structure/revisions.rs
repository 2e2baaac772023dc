//! The history of revisions on a cover page: its lines name chapters and articles and are none.

use super::Item;
use crate::structure::classify::{Look, Shape};
use crate::structure::label::LabelKind;
use std::ops::Range;

const NAMES: [&str; 9] = [
    "改版履歴",
    "改訂履歴",
    "改定履歴",
    "変更履歴",
    "更新履歴",
    "改正履歴",
    "版数履歴",
    "制定改廃履歴",
    "改訂記録",
];

/// The items of a history in front of the first provision, its name included; empty if there is none.
///
/// A history that the format keeps as a table, or marks with a heading, needs no care.
pub(crate) fn find_revisions(text: &str, items: &[Item]) -> Range<usize> {
    let line = |shape: &Shape| text.get(shape.span.range()).unwrap_or_default();
    let named = |item: &Item| matches!(item, Item::Line(shape) if NAMES.contains(&line(shape)) && shape.hints.heading.is_none());
    let Some(start) = items.iter().position(named) else { return 0..0 };
    let begun = items
        .iter()
        .take(start)
        .any(|item| matches!(item, Item::Line(shape) if shape.is_article() || shape.look == Look::Caption));
    if begun {
        return 0..0;
    }
    let mut dated = 0;
    let mut end = start + 1;
    while let Some(Item::Line(shape)) = items.get(end) {
        if shape.look == Look::Toc || shape.hints.heading.is_some() || opens_body(items, end, shape) {
            break;
        }
        dated += usize::from(is_dated(line(shape)));
        end += 1;
    }
    if dated > 0 { start..end } else { 0..0 }
}

/// The first chapter or article, or the caption of the first article.
fn opens_body(items: &[Item], at: usize, shape: &Shape) -> bool {
    let next = match items.get(at + 1) {
        Some(Item::Line(next)) => Some(next),
        _ => None,
    };
    let first = |shape: &Shape| shape.label().is_some_and(|label| label.value == Some(1));
    match shape.kind() {
        Some(LabelKind::Article) => first(shape),
        Some(kind) if kind < LabelKind::Article => {
            first(shape)
                && next.is_some_and(|next| {
                    next.look == Look::Caption || next.kind().is_some_and(|kind| kind <= LabelKind::Article)
                })
        }
        _ => shape.look == Look::Caption && next.is_some_and(Shape::is_article),
    }
}

/// `H22.8.24`, `平成26年3月`, `2019/04/01`.
fn is_dated(line: &str) -> bool {
    let digits = line.chars().filter(char::is_ascii_digit).count();
    let marks = line.matches(['.', '/', '-']).count();
    digits >= 3 && (marks == 2 || line.contains('年') && line.contains('月'))
}
