//! Wordings that add nothing, because another one of the same alternatives matches at the same end whenever they do.
//!
//! Where a match *ends* decides whether it is a predicate, and what stands before it only makes the match longer. So a
//! longer wording that ends with a shorter one adds nothing, except where beginnings matter: inside an `except`, and in
//! the later parts of a sequence, whose gap is measured up to them.

use std::collections::{BTreeMap, BTreeSet};

use dsl::ast::{Item, Member, Pattern};
use dsl::{Doubt, Span};

use super::{Alternative, Files, Found, alternatives, visit_patterns};
use crate::language::fold::fold_literal;

/// Concepts within concepts are followed this far.
const DEPTH: usize = 32;

/// Looks at all lists of alternatives of the files given.
pub(super) fn look(files: &Files<'_>, found: &mut Found) {
    let concepts = files.concepts();
    let begins = where_beginnings_matter(files, &concepts);
    for (name, list) in &concepts {
        if !begins.contains(name) {
            shadowed(list, &concepts, files.given, found);
        }
    }
    for (file, item) in files.items() {
        let mut inline = |pattern| inner_lists(pattern, file, &concepts, files.given, found);
        match item {
            Item::Concept(concept) | Item::Extend(concept) => {
                alternatives(&concept.pattern).for_each(inline);
            }
            Item::Rule(rule) => {
                for member in &rule.members {
                    if let Member::Requirement(requirement) = member
                        && let Some(expr) = &requirement.expr
                    {
                        visit_patterns(expr, &mut inline);
                    }
                }
            }
        }
    }
}

/// Lists written inside a pattern where only ends matter.
fn inner_lists(
    pattern: &Pattern,
    file: usize,
    concepts: &BTreeMap<&str, Vec<Alternative<'_>>>,
    given: usize,
    found: &mut Found,
) {
    match pattern {
        Pattern::Any(parts) => {
            let list: Vec<Alternative<'_>> = parts.iter().map(|tree| Alternative { file, tree }).collect();
            shadowed(&list, concepts, given, found);
            parts.iter().for_each(|part| inner_lists(part, file, concepts, given, found));
        }
        Pattern::Sequence(first, _) => inner_lists(first, file, concepts, given, found),
        Pattern::Except(base, _) => inner_lists(base, file, concepts, given, found),
        _ => {}
    }
}

/// Names of concepts that stand inside an `except` or in a later part of a sequence, directly or through others.
fn where_beginnings_matter<'a>(
    files: &'a Files<'_>,
    concepts: &BTreeMap<&'a str, Vec<Alternative<'a>>>,
) -> BTreeSet<&'a str> {
    let mut names = BTreeSet::new();
    let mut visit = |pattern: &'a Pattern| gather(pattern, false, &mut names);
    for tree in &files.trees {
        for item in &tree.items {
            match item {
                Item::Concept(concept) | Item::Extend(concept) => visit(&concept.pattern),
                Item::Rule(rule) => {
                    for member in &rule.members {
                        if let Member::Requirement(requirement) = member
                            && let Some(expr) = &requirement.expr
                        {
                            visit_patterns(expr, &mut visit);
                        }
                    }
                }
            }
        }
    }
    for _ in 0..DEPTH {
        let before = names.len();
        for name in names.clone() {
            for part in concepts.get(name).into_iter().flatten() {
                gather(part.tree, true, &mut names);
            }
        }
        if names.len() == before {
            break;
        }
    }
    names
}

fn gather<'a>(pattern: &'a Pattern, matters: bool, names: &mut BTreeSet<&'a str>) {
    match pattern {
        Pattern::Literal(_) | Pattern::Word(_) | Pattern::Regex(_) => {}
        Pattern::Concept(name) => {
            if matters {
                names.insert(&name.node);
            }
        }
        Pattern::Any(parts) => parts.iter().for_each(|part| gather(part, matters, names)),
        Pattern::Sequence(first, rest) => {
            gather(first, matters, names);
            rest.iter().for_each(|(_, part)| gather(part, true, names));
        }
        Pattern::Except(base, exception) => {
            gather(base, matters, names);
            gather(exception, true, names);
        }
    }
}

/// A text that matches without conditions.
struct Plain<'p> {
    folded: String,
    text: &'p str,
    place: Option<(usize, Span)>,
}

fn shadowed(
    list: &[Alternative<'_>],
    concepts: &BTreeMap<&str, Vec<Alternative<'_>>>,
    given: usize,
    found: &mut Found,
) {
    let mut plain = Vec::new();
    for one in list {
        plain_of(one, concepts, 0, &mut plain);
    }
    let written = list.iter().filter(|one| one.file < given);
    for (one, ending) in written.filter_map(|one| Some((one, endings(one.tree)?))) {
        let place = Some((one.file, ending.span));
        let folded = fold_literal(&ending.node);
        let is_plain = matches!(one.tree, Pattern::Literal(_));
        let by = plain.iter().find(|other| {
            // Of two equal ones the later is too many.
            let earlier = other.place.is_none() || other.place < place || !is_plain;
            other.place != place
                && !other.folded.is_empty()
                && folded.ends_with(&other.folded)
                && (other.folded != folded || earlier)
        });
        if let Some(by) = by {
            let wording = shown(one.tree, &ending.node);
            let how = if by.folded == folded { "same" } else { "longer" };
            let args = [("wording", wording.as_str()), ("by", by.text), ("how", how)];
            found.add(one.file, ending.span, Doubt::ShadowedWording, &args);
        }
    }
}

/// A sequence is named as a whole.
fn shown(tree: &Pattern, ending: &str) -> String {
    match tree {
        Pattern::Sequence(..) => format!("… {ending}"),
        _ => ending.to_owned(),
    }
}

/// Literals of an alternative and of the concepts it names: those that match without conditions.
fn plain_of<'p>(
    one: &Alternative<'p>,
    concepts: &BTreeMap<&str, Vec<Alternative<'p>>>,
    depth: usize,
    plain: &mut Vec<Plain<'p>>,
) {
    match one.tree {
        Pattern::Literal(text) => {
            let place = (depth == 0).then_some((one.file, text.span));
            plain.push(Plain { folded: fold_literal(&text.node), text: &text.node, place });
        }
        Pattern::Any(parts) => {
            for tree in parts {
                plain_of(&Alternative { file: one.file, tree }, concepts, depth, plain);
            }
        }
        Pattern::Concept(name) if depth < DEPTH => {
            for part in concepts.get(name.node.as_str()).into_iter().flatten() {
                plain_of(part, concepts, depth + 1, plain);
            }
        }
        _ => {}
    }
}

/// The text with which every match of an alternative ends, if there is only one.
fn endings(tree: &Pattern) -> Option<&dsl::Spanned<String>> {
    match tree {
        Pattern::Literal(text) | Pattern::Word(text) => Some(text),
        Pattern::Sequence(_, rest) => rest.last().and_then(|(_, part)| endings(part)),
        Pattern::Except(base, _) => endings(base),
        _ => None,
    }
}
