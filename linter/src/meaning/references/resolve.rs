//! From the words of a reference to nodes of the tree.

use super::parse::{Path, Step};
use super::provisions::{Place, Provisions};
use super::{MOST_NODES, Reference, ReferenceForm, Target};
use crate::document::{Document, NodeId, NodeType};
use crate::language::fold::fold_literal;

/// What 同条 and 同項 speak of: the reference before.
#[derive(Debug, Clone)]
pub(super) enum Last {
    /// A place in this document.
    Here(Place),
    /// Another document or a law.
    Elsewhere(String),
}

/// Resolves one reference; `last` goes from one reference of a unit to the next.
pub(super) fn target(
    document: &Document,
    provisions: &Provisions,
    reference: &Reference,
    last: &mut Option<Last>,
) -> Target {
    let resolver = Resolver { document, provisions };
    if let Some(name) = &reference.name {
        if let (true, Some(Last::Elsewhere(before))) = (name.starts_with('同'), last.as_ref()) {
            return Target::Outside(before.clone());
        }
        *last = Some(Last::Elsewhere(name.clone()));
        return resolver.named_appendix(name).unwrap_or_else(|| Target::Outside(name.clone()));
    }
    let starts_same = [&reference.path.article, &reference.path.paragraph]
        .into_iter()
        .flatten()
        .next()
        .is_some_and(|step| *step == Step::Same);
    if let (true, Some(Last::Elsewhere(name))) = (starts_same, last.as_ref()) {
        return Target::Outside(name.clone());
    }
    let before = match last.as_ref() {
        Some(Last::Here(place)) => Some(*place),
        _ => None,
    };
    let mut target = resolver.resolve(reference, before);
    if let Target::Inside(nodes) = &mut target {
        nodes.truncate(MOST_NODES);
    }
    if let Target::Inside(nodes) = &target
        && let Some(first) = nodes.first()
    {
        *last = Some(Last::Here(provisions.place(*first)));
    }
    target
}

/// The nodes that a path means in another document; no nodes where it means the whole, none where it has no such article.
pub fn from_outside(document: &Document, path: &Path) -> Option<Vec<NodeId>> {
    let provisions = Provisions::new(document);
    let resolver = Resolver { document, provisions: &provisions };
    let Some(Step::Number(number)) = &path.article else { return Some(Vec::new()) };
    let article = provisions.article(None, number)?;
    Some(resolver.within(article, path))
}

struct Resolver<'a> {
    document: &'a Document,
    provisions: &'a Provisions,
}

impl Resolver<'_> {
    fn resolve(&self, reference: &Reference, before: Option<Place>) -> Target {
        let here = self.provisions.place(reference.node);
        let path = &reference.path;
        if let Some((word, number)) = &path.appendix {
            return self.appendix(here, word, number.as_deref(), path);
        }
        if path.supplementary {
            return self.supplementary(here, path);
        }
        if let Some(step) = &path.chapter {
            return self.chapter(here, step);
        }
        if reference.form == ReferenceForm::Article || path.article.is_some() {
            return self.articles(here, before, path);
        }
        let same = |step: &Option<Step>| *step == Some(Step::Same);
        let from = if same(&path.paragraph) || same(&path.item) { before.unwrap_or(here) } else { here };
        if path.paragraph.is_some() {
            let Some(article) = from.article.or(from.part) else { return Target::Unresolved };
            let found = self.paragraphs(article, from, path);
            return if found.is_empty() {
                self.items_as_paragraphs(article, from, path)
            } else {
                inside(found)
            };
        }
        let holder = from.paragraph.or(from.article).or(from.part);
        holder.map_or(Target::Unresolved, |holder| inside(self.items(holder, from, path)))
    }

    fn articles(&self, here: Place, before: Option<Place>, path: &Path) -> Target {
        let Some(step) = &path.article else { return Target::Unresolved };
        let first = match step {
            Step::Number(number) => match self.provisions.article(here.part, number) {
                Some(article) => vec![article],
                None if self.provisions.has_articles(here.part) => return Target::Dangling,
                None => return Target::Unresolved,
            },
            Step::Same => before.and_then(|place| place.article).or(here.article).into_iter().collect(),
            Step::This => here.article.into_iter().collect(),
            Step::Before(count) => match self.neighbours(here.article, *count) {
                Some(articles) => articles,
                None if here.article.is_some() => return Target::Dangling,
                None => return Target::Unresolved,
            },
            Step::Next => match self.following(here.article) {
                Some(article) => vec![article],
                None if here.article.is_some() => return Target::Dangling,
                None => return Target::Unresolved,
            },
            Step::AllBefore | Step::All => self.neighbours(here.article, u32::MAX).unwrap_or_default(),
        };
        if let Some(until) = path.until.as_deref().and_then(|until| until.article.as_ref()) {
            let Step::Number(number) = until else { return inside(first) };
            let Some(last) = self.provisions.article(here.part, number) else { return Target::Dangling };
            return inside(self.between(first.first().copied(), last));
        }
        inside(first.into_iter().flat_map(|article| self.within(article, path)).collect())
    }

    /// The paragraphs and items of an article that a path names; the article itself where it names none.
    fn within(&self, article: NodeId, path: &Path) -> Vec<NodeId> {
        let place = self.provisions.place(article);
        if path.paragraph.is_some() {
            let found = self.paragraphs(article, place, path);
            return if found.is_empty() { vec![article] } else { found };
        }
        if path.item.is_some() {
            let found = self.items(article, place, path);
            return if found.is_empty() { vec![article] } else { found };
        }
        vec![article]
    }

    /// Paragraphs of an article, and their items where the path goes on.
    fn paragraphs(&self, article: NodeId, from: Place, path: &Path) -> Vec<NodeId> {
        let Some(step) = &path.paragraph else { return Vec::new() };
        let all = self.children(article, NodeType::Paragraph);
        let until = path.until.as_deref().and_then(|until| until.paragraph.as_ref());
        let found = self.pick(&all, from.paragraph, step, until);
        if path.item.is_none() {
            return found;
        }
        found.into_iter().flat_map(|paragraph| self.items(paragraph, from, path)).collect()
    }

    /// 「1 …」 below a 別紙 is read as 号, but its text calls it 項.
    fn items_as_paragraphs(&self, holder: NodeId, from: Place, path: &Path) -> Target {
        let has_paragraphs = !self.children(holder, NodeType::Paragraph).is_empty();
        match &path.paragraph {
            Some(step) if !has_paragraphs && path.item.is_none() => {
                inside(self.pick(&self.children(holder, NodeType::Item), from.item, step, None))
            }
            _ => Target::Unresolved,
        }
    }

    fn items(&self, holder: NodeId, from: Place, path: &Path) -> Vec<NodeId> {
        let Some(step) = &path.item else { return Vec::new() };
        let mut all = self.children(holder, NodeType::Item);
        if all.is_empty() {
            // Items of an article stand below its only paragraph.
            let paragraphs = self.children(holder, NodeType::Paragraph);
            all = paragraphs
                .into_iter()
                .flat_map(|paragraph| self.children(paragraph, NodeType::Item))
                .collect();
        }
        let until = path.until.as_deref().and_then(|until| until.item.as_ref());
        self.pick(&all, from.item, step, until)
    }

    /// Of siblings those that a step means, seen from one of them.
    fn pick(&self, all: &[NodeId], here: Option<NodeId>, step: &Step, until: Option<&Step>) -> Vec<NodeId> {
        let at = here.and_then(|here| all.iter().position(|node| *node == here));
        let numbered = |number: &str| {
            all.iter().position(|node| {
                self.document.node(*node).and_then(|node| node.number.as_deref()) == Some(number)
            })
        };
        let range = match step {
            Step::Number(number) => numbered(number).map(|at| at..at + 1),
            Step::Before(count) => at.and_then(|at| at.checked_sub(*count as usize).map(|first| first..at)),
            Step::AllBefore => at.map(|at| 0..at),
            Step::Next => at.map(|at| at + 1..at + 2),
            Step::Same | Step::This => at.map(|at| at..at + 1),
            Step::All => Some(0..all.len()),
        };
        let Some(mut range) = range else { return Vec::new() };
        if let Some(Step::Number(number)) = until
            && let Some(last) = numbered(number)
        {
            range.end = range.end.max(last + 1);
        }
        all.get(range).map(<[NodeId]>::to_vec).unwrap_or_default()
    }

    /// 前条, 前2条: the articles before, none where there are not so many.
    fn neighbours(&self, article: Option<NodeId>, count: u32) -> Option<Vec<NodeId>> {
        let (all, at) = self.provisions.siblings(article?)?;
        let first = if count == u32::MAX { 0 } else { at.checked_sub(count as usize)? };
        all.get(first..at).map(<[NodeId]>::to_vec)
    }

    fn following(&self, article: Option<NodeId>) -> Option<NodeId> {
        let (all, at) = self.provisions.siblings(article?)?;
        all.get(at + 1).copied()
    }

    /// The articles from one to another, both included.
    fn between(&self, first: Option<NodeId>, last: NodeId) -> Vec<NodeId> {
        let Some(first) = first else { return vec![last] };
        match (self.provisions.siblings(first), self.provisions.siblings(last)) {
            (Some((all, from)), Some((_, to))) if from <= to && all.get(to) == Some(&last) => {
                all.get(from..=to).map(<[NodeId]>::to_vec).unwrap_or_default()
            }
            _ => vec![first, last],
        }
    }

    fn chapter(&self, here: Place, step: &Step) -> Target {
        let chapters = |wanted: &str| {
            let numbered =
                |id: &NodeId| self.document.node(*id).and_then(|node| node.number.as_deref()) == Some(wanted);
            self.provisions.sections(NodeType::Chapter).find(numbered)
        };
        let found = match step {
            Step::Number(number) => chapters(number),
            Step::This | Step::Same => here.chapter,
            _ => None,
        };
        found.map_or(Target::Unresolved, |chapter| Target::Inside(vec![chapter]))
    }

    /// 別紙1; a 別紙 without a number means the only one of that word.
    fn appendix(&self, here: Place, word: &str, number: Option<&str>, path: &Path) -> Target {
        let of_word: Vec<NodeId> = self
            .provisions
            .sections(NodeType::Appendix)
            .filter(|id| {
                let label = self.document.node(*id).and_then(|node| node.label);
                label.is_some_and(|label| self.document.slice(label).starts_with(word))
            })
            .collect();
        let found = match number {
            Some(number) => of_word
                .iter()
                .copied()
                .find(|id| self.document.node(*id).and_then(|node| node.number.as_deref()) == Some(number)),
            None if of_word.len() == 1 => of_word.first().copied(),
            None => None,
        };
        // A 別紙 that speaks of itself, or one that stands in a file of its own.
        let Some(found) = found else {
            return match here.part.filter(|part| of_word.contains(part) && number.is_none()) {
                Some(part) => Target::Inside(vec![part]),
                None => Target::Outside(format!("{word}{}", number.unwrap_or_default())),
            };
        };
        let inner = match (&path.article, &path.paragraph, &path.item) {
            (None, None, None) => Vec::new(),
            (Some(Step::Number(number)), _, _) => {
                let article = self.provisions.article(Some(found), number);
                article
                    .filter(|id| self.provisions.place(*id).part == Some(found))
                    .map(|id| self.within(id, path))
                    .unwrap_or_default()
            }
            (_, Some(step), _) => {
                let paragraphs = self.paragraphs(found, Place::default(), path);
                if paragraphs.is_empty() {
                    self.pick(&self.children(found, NodeType::Item), None, step, None)
                } else {
                    paragraphs
                }
            }
            _ => self.items(found, Place::default(), path),
        };
        Target::Inside(if inner.is_empty() { vec![found] } else { inner })
    }

    /// 責任分界表, where a 別紙 of this document has that caption.
    fn named_appendix(&self, name: &str) -> Option<Target> {
        let found = self.provisions.sections(NodeType::Appendix).find(|id| {
            let caption = self.document.node(*id).and_then(|node| node.caption);
            caption.is_some_and(|caption| fold_literal(self.document.slice(caption)).contains(name))
        });
        found.map(|id| Target::Inside(vec![id]))
    }

    fn supplementary(&self, here: Place, path: &Path) -> Target {
        let own = here.part.filter(|part| {
            self.document.node(*part).is_some_and(|node| node.node_type == NodeType::Supplementary)
        });
        let first = || self.provisions.sections(NodeType::Supplementary).next();
        let Some(part) = own.or_else(first) else { return Target::Unresolved };
        let inner = match (&path.article, &path.paragraph) {
            (Some(Step::Number(number)), _) => {
                let article = self.provisions.article(Some(part), number);
                article.map(|id| self.within(id, path)).unwrap_or_default()
            }
            (_, Some(_)) => self.paragraphs(part, Place::default(), path),
            _ => Vec::new(),
        };
        Target::Inside(if inner.is_empty() { vec![part] } else { inner })
    }

    fn children(&self, node: NodeId, wanted: NodeType) -> Vec<NodeId> {
        let children = self.document.node(node).map(|node| node.children.as_slice()).unwrap_or_default();
        let is_wanted = |id: &&NodeId| self.document.node(**id).is_some_and(|node| node.node_type == wanted);
        children.iter().filter(is_wanted).copied().collect()
    }
}

fn inside(nodes: Vec<NodeId>) -> Target {
    if nodes.is_empty() { Target::Unresolved } else { Target::Inside(nodes) }
}
