//! What is true of a whole document and decides what its lines mean: how its articles are written.

use super::Item;
use crate::structure::classify::{Look, Shape};
use crate::structure::label::LabelKind;

/// How provisions of the first order are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ArticleStyle {
    /// 第N条
    Numbered,
    /// `(見出し)` and then `N 本文`: the bare number is the article.
    BareUnderCaption,
    /// `N. 見出し` on a line of its own; text in the label kind given.
    NumberedHeading(LabelKind),
    /// `(見出し)` alone, without numbers.
    CaptionOnly,
    /// Headings of the format, or nothing.
    None,
}

/// Facts about the document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Facts {
    /// How articles are written.
    pub(crate) style: ArticleStyle,
    /// Two-part decimals (1.1) number headings, so that `1.` is a chapter.
    pub(crate) decimal_articles: bool,
    /// The format marks headings.
    pub(crate) marked_headings: bool,
    /// Nothing is numbered or marked, and short lines stand above running text.
    pub(crate) plain_headings: bool,
}

/// Looks at all lines once. Lines inside a table of contents must not be among them.
pub(crate) fn gather(items: &[Item], skip: std::ops::Range<usize>) -> Facts {
    let shapes: Vec<Option<&Shape>> = items
        .iter()
        .enumerate()
        .map(|(index, item)| match item {
            Item::Line(shape) if !skip.contains(&index) => Some(shape),
            _ => None,
        })
        .collect();
    let lines = || shapes.iter().flatten();
    let marked_headings = lines().filter(|shape| shape.hints.heading.is_some()).count() >= 3;
    let decimal_articles = pairs(&shapes).any(|(shape, next)| {
        shape.kind() == Some(LabelKind::Decimal(2)) && is_numbered_heading(shape, next, marked_headings)
    });
    let style = style(&shapes, marked_headings);
    let unmarked = style == ArticleStyle::None && !lines().any(|shape| matches!(shape.look, Look::Heading));
    let above_text = pairs(&shapes).filter(|(shape, next)| is_above_text(shape, *next)).count();
    Facts { style, decimal_articles, marked_headings, plain_headings: unmarked && above_text >= 2 }
}

fn style(shapes: &[Option<&Shape>], marked: bool) -> ArticleStyle {
    if shapes.iter().flatten().any(|shape| shape.is_article()) {
        return ArticleStyle::Numbered;
    }
    let captioned = |kind: LabelKind| {
        pairs(shapes)
            .filter(|(shape, next)| {
                shape.look == Look::Caption && next.is_some_and(|n| n.kind() == Some(kind))
            })
            .count()
    };
    if captioned(LabelKind::Bare) + captioned(LabelKind::Dot) >= 1 {
        return ArticleStyle::BareUnderCaption;
    }
    let lonely = pairs(shapes).filter(|(shape, next)| {
        shape.look == Look::Caption && next.is_some_and(|n| !matches!(n.look, Look::Caption))
    });
    if lonely.count() >= 3 {
        return ArticleStyle::CaptionOnly;
    }
    let mut counts: Vec<(LabelKind, usize)> = Vec::new();
    for (shape, next) in pairs(shapes) {
        let Some(kind) = shape.kind().filter(|kind| is_heading_kind(*kind)) else { continue };
        if !is_numbered_heading(shape, next, marked) {
            continue;
        }
        match counts.iter_mut().find(|(known, _)| *known == kind) {
            Some((_, count)) => *count += 1,
            None => counts.push((kind, 1)),
        }
    }
    // The style that comes first is the outer one.
    match counts.iter().find(|(_, count)| *count >= 2) {
        Some((kind, _)) => ArticleStyle::NumberedHeading(*kind),
        None => ArticleStyle::None,
    }
}

/// For each item, the number of the first 条 behind it, looked at once from the end.
pub(crate) fn articles_ahead(items: &[Item]) -> Vec<Option<u32>> {
    let mut ahead = vec![None; items.len()];
    let mut next = None;
    for (slot, item) in ahead.iter_mut().zip(items).rev() {
        *slot = next;
        if let Item::Line(shape) = item
            && shape.is_article()
        {
            next = shape.label().and_then(|label| label.value);
        }
    }
    ahead
}

/// A short line of its own above a sentence.
pub(crate) fn is_above_text(shape: &Shape, next: Option<&Shape>) -> bool {
    shape.look == Look::Text
        && !shape.has_sentence
        && shape.length <= 30
        && shape.hints.blank_before
        && next.is_some_and(|next| next.look == Look::Text && next.has_sentence)
}

/// Kinds of numbers that head an article-like provision.
fn is_heading_kind(kind: LabelKind) -> bool {
    matches!(
        kind,
        LabelKind::Dot
            | LabelKind::Bare
            | LabelKind::Kanji
            | LabelKind::Roman
            | LabelKind::Decimal(2)
            | LabelKind::Circled
            | LabelKind::Paren
    )
}

/// A number with a short title, not one entry of a list: marked by the format, or followed by something else than
/// the next number of the same kind.
pub(crate) fn is_numbered_heading(shape: &Shape, next: Option<&Shape>, marked: bool) -> bool {
    if shape.has_sentence || shape.length > 42 || shape.rest().is_empty() {
        return false;
    }
    if marked {
        return shape.hints.heading.is_some();
    }
    let strict = matches!(shape.kind(), Some(LabelKind::Circled | LabelKind::Paren));
    !strict && shape.hints.list_level.is_none() && next.is_some_and(|next| next.kind() != shape.kind())
}

/// Each line with the one after it.
fn pairs<'a>(shapes: &'a [Option<&'a Shape>]) -> impl Iterator<Item = (&'a Shape, Option<&'a Shape>)> {
    shapes.iter().enumerate().filter_map(|(index, shape)| {
        let shape = (*shape)?;
        Some((shape, shapes.get(index + 1).copied().flatten()))
    })
}
