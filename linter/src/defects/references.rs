//! References that lead nowhere, to the wrong article, or to an annex that is not there.

use super::{Fault, Looked};
use crate::document::NodeType;
use crate::language::fold::fold_literal;
use crate::meaning::references::{Reference, ReferenceForm, Target};

/// References to articles that the document does not have. An extract, or a document of which only a part was read, has
/// them by its nature.
pub(super) fn dangling(looked: Looked<'_>) -> Vec<Fault> {
    if looked.document.text_lost() {
        return Vec::new();
    }
    faults(looked, |reference| reference.target == Target::Dangling)
}

/// Annexes that are named and stand neither in the document nor in another one of the case.
pub(super) fn missing_appendices(looked: Looked<'_>) -> Vec<Fault> {
    let mut seen = std::collections::BTreeSet::new();
    let missing = faults(looked, |reference| {
        reference.form == ReferenceForm::Appendix
            && reference.name.is_none()
            && !is_any_form(looked, reference)
            && !means_those_attached(looked, reference)
            && matches!(reference.target, Target::Outside(_) | Target::Dangling)
    });
    let is_first = |fault: &Fault| seen.insert(fold_literal(looked.document.slice(fault.passage)));
    missing.into_iter().filter(is_first).collect()
}

/// 「本文と別紙とが異なるときは」: where there are several, a bare word means all of them.
fn means_those_attached(looked: Looked<'_>, reference: &Reference) -> bool {
    let words = looked.document.slice(reference.span);
    let is_bare = !words.contains(|c: char| c.is_ascii_digit() || "一二三四五六七八九十".contains(c));
    let attached = looked.document.nodes().filter(|(_, node)| node.node_type == NodeType::Appendix);
    let labels = attached.filter_map(|(_, node)| node.label.map(|label| looked.document.slice(label)));
    is_bare && labels.into_iter().any(|label| label.starts_with(words))
}

/// 「所定の様式」: a form without a number is none that had to be attached.
fn is_any_form(looked: Looked<'_>, reference: &Reference) -> bool {
    let words = looked.document.slice(reference.span);
    words.starts_with("様式")
        && !words.contains(|c: char| c.is_ascii_digit() || "一二三四五六七八九十".contains(c))
}

/// 「第8条（秘密保持）」 where article 8 has another caption.
pub(super) fn wrong(looked: Looked<'_>) -> Vec<Fault> {
    faults(looked, |reference| {
        let Some(said) = said_caption(looked, reference) else { return false };
        let Target::Inside(nodes) = &reference.target else { return false };
        let [node] = nodes.as_slice() else { return false };
        let caption = looked.document.node(*node).and_then(|node| node.caption);
        let Some(caption) = caption.map(|caption| fold_literal(looked.document.slice(caption))) else {
            return false;
        };
        !caption.is_empty() && !caption.contains(&said) && !said.contains(&caption)
    })
}

/// What stands in brackets behind the words of a reference, where it looks like a caption.
fn said_caption(looked: Looked<'_>, reference: &Reference) -> Option<String> {
    const LONGEST: usize = 20;
    if reference.form != ReferenceForm::Article || reference.name.is_some() {
        return None;
    }
    let behind = looked.document.text.get(reference.span.end as usize..)?;
    let inside = behind.strip_prefix(['(', '（'])?;
    let end = inside.find([')', '）', '\n'])?;
    let said = inside.get(..end)?;
    let is_caption = (2..=LONGEST).contains(&said.chars().count())
        && !said.contains(['、', '。', '第', '「', '条', '項'])
        && !["以下", "同じ", "除く", "含む", "当該", "とき", "場合"].iter().any(|word| said.contains(word));
    is_caption.then(|| fold_literal(said))
}

fn faults(looked: Looked<'_>, is_faulty: impl FnMut(&&Reference) -> bool) -> Vec<Fault> {
    let faulty = looked.references.iter().filter(is_faulty);
    faulty.map(|reference| Fault { unit: reference.unit, passage: reference.span }).collect()
}
