//! 目次: lines that look like chapters and are none.

use super::Item;
use crate::structure::classify::{Look, Shape};
use crate::structure::label::LabelKind;
use std::ops::Range;

/// The items of the table of contents, its heading included; empty if there is none.
pub(crate) fn find_toc(text: &str, items: &[Item]) -> Range<usize> {
    let marked = |item: &Item| matches!(item, Item::Line(shape) if shape.hints.toc);
    if let Some(first) = items.iter().position(marked) {
        let length = items.iter().skip(first).take_while(|item| marked(item)).count();
        let headed = first
            .checked_sub(1)
            .and_then(|at| items.get(at))
            .is_some_and(|item| matches!(item, Item::Line(shape) if shape.look == Look::Toc));
        return first - usize::from(headed)..first + length;
    }
    let Some(start) =
        items.iter().position(|item| matches!(item, Item::Line(shape) if shape.look == Look::Toc))
    else {
        return 0..0;
    };
    let mut seen = std::collections::BTreeSet::new();
    let mut first = None;
    let mut paged = 0;
    let mut end = start + 1;
    for item in items.iter().skip(start + 1) {
        let Item::Line(shape) = item else { break };
        let line = text.get(shape.span.range()).unwrap_or_default();
        if shape.hints.heading.is_some() || !is_entry(shape, line) {
            break;
        }
        if let Some(label) = shape.label() {
            let core = entry_core(text.get(shape.rest().range()).unwrap_or_default());
            let entry = (label.kind, label.number.clone(), core);
            // The body starts where an entry comes again: a chapter, the first entry, or one without its page.
            let again = label.kind <= LabelKind::Article
                || first.as_ref() == Some(&entry)
                || paged >= 2 && !is_paged(line);
            if again && seen.contains(&entry) {
                break;
            }
            first.get_or_insert_with(|| entry.clone());
            seen.insert(entry);
        }
        paged += usize::from(is_paged(line));
        end += 1;
    }
    start..end
}

fn is_entry(shape: &Shape, line: &str) -> bool {
    if shape.has_sentence || shape.length > 60 {
        return false;
    }
    match &shape.look {
        Look::Labelled(label) => label.kind != LabelKind::Article || has_title(shape, line),
        Look::Supplementary | Look::Appendix | Look::Note => true,
        Look::Caption => false,
        _ => is_paged(line) || shape.length <= 20,
    }
}

fn is_paged(line: &str) -> bool {
    line.ends_with(|c: char| c.is_ascii_digit())
}

/// An article line inside a 目次 has a title behind its number and no text.
fn has_title(shape: &Shape, line: &str) -> bool {
    !shape.rest().is_empty() && !line.contains('、')
}

/// The entry without page number, leaders and the range of articles.
fn entry_core(rest: &str) -> &str {
    let rest = rest.trim_end_matches(|c: char| c.is_ascii_digit() || "…‥・.- ".contains(c));
    match rest.rfind("(第") {
        Some(at) if rest.ends_with(')') => rest.get(..at).unwrap_or(rest).trim_end(),
        _ => rest,
    }
}
