//! Concepts of all files: one definition each, extensions joined, no circles.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use super::order::order;
use super::{Site, all_or_none, patterns, report_unknown};
use crate::ast::{Concept, Item, Pattern};
use crate::checked::{self, ConceptId};
use crate::error::{DslErrorKind, NameKind};
use crate::keyword;
use crate::span::Spanned;

/// A concept and everything that extends it.
struct Definition<'a> {
    site: Site<'a>,
    concept: &'a Concept,
    extensions: Vec<(Site<'a>, &'a Pattern)>,
}

impl<'a> Definition<'a> {
    fn patterns(&self) -> impl Iterator<Item = (Site<'a>, &'a Pattern)> {
        std::iter::once((self.site, &self.concept.pattern)).chain(self.extensions.iter().copied())
    }
}

/// All concepts by name.
pub(super) struct Concepts<'a> {
    definitions: Vec<Definition<'a>>,
    /// `None`: defined, but unusable because of a mistake.
    by_name: BTreeMap<&'a str, Option<ConceptId>>,
    checked: Vec<checked::Concept>,
    used: RefCell<BTreeSet<String>>,
}

impl<'a> Concepts<'a> {
    /// Gathers the concepts of all files, reports what is wrong with them, and orders those that can be used.
    pub(super) fn collect(items: impl Iterator<Item = (Site<'a>, &'a Item)> + Clone) -> Self {
        let mut definitions = Vec::new();
        let mut index = BTreeMap::new();
        for (site, item) in items.clone() {
            if let Item::Concept(concept) = item {
                define(site, concept, &mut definitions, &mut index);
            }
        }
        for (site, item) in items {
            if let Item::Extend(extension) = item {
                extend(site, extension, &mut definitions, &index);
            }
        }
        let by_name = index.keys().map(|name| (*name, None)).collect();
        let mut concepts =
            Self { definitions, by_name, checked: Vec::new(), used: RefCell::new(BTreeSet::new()) };
        concepts.resolve(&index);
        concepts
    }

    /// Resolves every definition after those that it uses.
    fn resolve(&mut self, index: &BTreeMap<&'a str, usize>) {
        let uses: Vec<_> = self.definitions.iter().map(|definition| used_by(definition, index)).collect();
        let order = order(&uses);
        for node in order.sorted {
            let concept = self.definitions.get(node).and_then(|definition| self.checked_concept(definition));
            if let Some(concept) = concept {
                self.add(concept);
            }
        }
        order.cycles.iter().for_each(|cycle| self.report_cycle(cycle));
        for node in order.rest {
            // Nothing comes of it, but all mistakes are to be found.
            let _ = self.definitions.get(node).map(|definition| self.checked_concept(definition));
        }
    }

    fn add(&mut self, concept: checked::Concept) {
        let id = u32::try_from(self.checked.len()).ok().map(ConceptId);
        if let Some(state) = self.by_name.get_mut(concept.name.as_str()) {
            *state = id;
            self.checked.push(concept);
        }
    }

    fn checked_concept(&self, definition: &Definition<'a>) -> Option<checked::Concept> {
        let parts = definition.patterns().map(|(site, pattern)| patterns::resolve(pattern, self, site));
        let name = &definition.concept.name;
        let parts = all_or_none(parts)?;
        Some(checked::Concept {
            name: name.node.clone(),
            doc: definition.concept.doc.clone(),
            pattern: joined(parts),
            place: definition.site.place(name.span),
        })
    }

    fn report_cycle(&self, cycle: &[usize]) {
        let definitions = || cycle.iter().filter_map(|&node| self.definitions.get(node));
        let Some(first) = definitions().next() else { return };
        let names = definitions().chain(std::iter::once(first)).map(|def| def.concept.name.node.as_str());
        let path = names.collect::<Vec<_>>().join(" → ");
        first.site.report(DslErrorKind::ConceptCycle { path }, first.concept.name.span);
    }

    /// The concept of a name; reports a name that nobody defines. A concept with a mistake gives `None` in silence.
    pub(super) fn find(&self, name: &Spanned<String>, site: Site<'_>) -> Option<ConceptId> {
        match self.by_name.get(name.node.as_str()) {
            Some(state) => {
                self.used.borrow_mut().insert(name.node.clone());
                *state
            }
            None => {
                report_unknown(NameKind::Concept, name, self.by_name.keys().copied(), site);
                None
            }
        }
    }

    /// True when no concept has a mistake.
    pub(super) fn all_usable(&self) -> bool {
        self.by_name.values().all(Option::is_some)
    }

    /// Warns of concepts that neither a rule nor another concept uses.
    pub(super) fn report_unused(&self) {
        let used = self.used.borrow();
        for definition in &self.definitions {
            let name = &definition.concept.name;
            if !used.contains(&name.node) {
                let kind = DslErrorKind::UnusedConcept { name: name.node.clone() };
                definition.site.report(kind, name.span);
            }
        }
    }

    /// The usable concepts, in the order of their ids.
    pub(super) fn into_checked(self) -> Vec<checked::Concept> {
        self.checked
    }
}

fn define<'a>(
    site: Site<'a>,
    concept: &'a Concept,
    definitions: &mut Vec<Definition<'a>>,
    index: &mut BTreeMap<&'a str, usize>,
) {
    let name = &concept.name;
    check_name(name, site);
    if index.contains_key(name.node.as_str()) {
        site.report(DslErrorKind::DuplicateConcept { name: name.node.clone() }, name.span);
        return;
    }
    index.insert(&name.node, definitions.len());
    definitions.push(Definition { site, concept, extensions: Vec::new() });
}

fn extend<'a>(
    site: Site<'a>,
    extension: &'a Concept,
    definitions: &mut [Definition<'a>],
    index: &BTreeMap<&'a str, usize>,
) {
    let definition = index.get(extension.name.node.as_str()).and_then(|&at| definitions.get_mut(at));
    match definition {
        Some(definition) => definition.extensions.push((site, &extension.pattern)),
        None => report_unknown(NameKind::Concept, &extension.name, index.keys().copied(), site),
    }
}

fn check_name(name: &Spanned<String>, site: Site<'_>) {
    if keyword::is_reserved(&name.node) {
        site.report(DslErrorKind::ReservedName { name: name.node.clone() }, name.span);
    } else if !is_plain_name(&name.node) {
        site.report(DslErrorKind::InvalidName { name: name.node.clone() }, name.span);
    }
}

/// True of a name that cannot be taken for an id, a fact or a number.
pub(super) fn is_plain_name(name: &str) -> bool {
    let begins_well = name.chars().next().is_some_and(|first| !first.is_ascii_digit());
    begins_well && !name.contains(['.', '/', '@'])
}

/// The definitions that a definition names.
fn used_by(definition: &Definition<'_>, index: &BTreeMap<&str, usize>) -> BTreeSet<usize> {
    let mut used = BTreeSet::new();
    for (_, pattern) in definition.patterns() {
        patterns::visit_concepts(pattern, &mut |name| used.extend(index.get(name.node.as_str())));
    }
    used
}

/// One pattern of a definition and its extensions.
fn joined(parts: Vec<checked::Pattern>) -> checked::Pattern {
    let mut alternatives: Vec<checked::Pattern> = parts
        .into_iter()
        .flat_map(|part| match part {
            checked::Pattern::Any(parts) => parts,
            single => vec![single],
        })
        .collect();
    match alternatives.pop() {
        Some(only) if alternatives.is_empty() => only,
        last => {
            alternatives.extend(last);
            checked::Pattern::Any(alternatives)
        }
    }
}
