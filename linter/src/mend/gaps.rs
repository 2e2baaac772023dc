//! The gaps between articles: which of them take a new one, and what its number is.

use std::collections::{BTreeMap, BTreeSet};

use super::{Clause, Number};
use crate::citation::{article_path, is_in_main_part};
use crate::document::{Document, NodeId, NodeType, Origin};
use crate::language::units;
use crate::lint::understand;
use crate::meaning::references::{self, Path, Reference, ReferenceForm, Step, Target};
use crate::report::OutcomeView;

/// Pairs of neighbouring characters.
type Pairs = BTreeSet<(char, char)>;

/// The articles of the main provisions, and what their text says of the gaps behind them.
pub(super) struct Gaps {
    articles: Vec<NodeId>,
    /// Their places in that order.
    order: BTreeMap<NodeId, usize>,
    /// Behind these, a new article would come between a reference and what it means.
    closed: BTreeSet<usize>,
    /// The last article that some sentence names by its number.
    named: Option<usize>,
    /// Numbers in use.
    taken: BTreeSet<String>,
    /// Word counts all of them.
    computed: bool,
}

/// A new article with its place and number.
pub(super) struct Arranged<'a> {
    pub(super) outcome: &'a OutcomeView,
    pub(super) clause: Clause,
    pub(super) node: NodeId,
    pub(super) number: Number,
    pub(super) place: String,
}

impl Gaps {
    pub(super) fn new(document: &Document) -> Self {
        let articles = articles(document);
        let order = articles.iter().copied().zip(0..).collect();
        let parties = understand(document, None).parties;
        let found = references::read(document, &units::split(document, &parties));
        let taken = document
            .nodes()
            .filter(|(id, node)| node.node_type == NodeType::Article && !is_in_appendix(document, *id));
        let taken = taken.filter_map(|(_, node)| node.number.clone()).collect();
        let is_computed = |id: &NodeId| {
            let label = document.node(*id).and_then(|node| node.label);
            let origin = label.and_then(|label| document.source_map.locate(&document.text, label.start));
            matches!(origin, Some(Origin::Docx { run: None, .. }))
        };
        let computed = articles.iter().all(is_computed);
        let mut gaps = Self { articles, order, closed: BTreeSet::new(), named: None, taken, computed };
        for reference in &found {
            gaps.heed(document, reference);
        }
        gaps
    }

    /// Whether there is no article at all.
    pub(super) fn is_empty(&self) -> bool {
        self.articles.is_empty()
    }

    /// The article before a gap.
    pub(super) fn article(&self, gap: usize) -> Option<NodeId> {
        self.articles.get(gap).copied()
    }

    /// What a reference asks of the gaps.
    fn heed(&mut self, document: &Document, reference: &Reference) {
        if reference.form != ReferenceForm::Article {
            return;
        }
        let Target::Inside(nodes) = &reference.target else { return };
        let targets: Vec<usize> = nodes.iter().filter_map(|node| self.index_of(document, *node)).collect();
        let (Some(first), Some(last)) = (targets.iter().min().copied(), targets.iter().max().copied()) else {
            return;
        };
        self.closed.extend(first..last);
        if is_relative(&reference.path) {
            if let Some(own) = self.index_of(document, reference.node) {
                self.closed.extend(first.min(own)..last.max(own));
            }
        } else if matches!(reference.path.article, Some(Step::Number(_))) {
            self.named = self.named.max(Some(last));
        }
    }

    /// The article of the main provisions that a node stands in.
    fn index_of(&self, document: &Document, node: NodeId) -> Option<usize> {
        let mut next = Some(node);
        while let Some(current) = next {
            if let Some(index) = self.order.get(&current) {
                return Some(*index);
            }
            next = document.node(current)?.parent;
        }
        None
    }

    /// The gap for an article that belongs behind the one that is cited, or behind all of them.
    pub(super) fn wanted(&self, document: &Document, after: Option<&str>) -> usize {
        let last = self.articles.len().saturating_sub(1);
        let cited =
            after.and_then(|after| self.articles.iter().position(|id| article_path(document, *id) == after));
        let Some(mut gap) = cited else { return last };
        // 第16条の2 stands behind 第16条: what is new goes behind all branches.
        let number = |index: usize| {
            let node = self.articles.get(index).and_then(|id| document.node(*id));
            node.and_then(|node| node.number.clone()).unwrap_or_default()
        };
        let branch = format!("{}の", number(gap));
        while gap < last && number(gap + 1).starts_with(&branch) {
            gap += 1;
        }
        while gap < last && self.closed.contains(&gap) {
            gap += 1;
        }
        // Only 条 have branches: 「3の2」 would be no number where articles are called 第3 or 3.
        let counts = self.computed && self.named.is_none_or(|named| named <= gap);
        if counts || self.is_branched(document, gap) { gap } else { last }
    }

    fn is_branched(&self, document: &Document, gap: usize) -> bool {
        let node = self.articles.get(gap).and_then(|id| document.node(*id));
        node.and_then(|node| node.label).is_some_and(|label| document.slice(label).contains('条'))
    }

    /// The new articles in the order in which they will stand, with their numbers.
    pub(super) fn arrange<'a>(
        &mut self,
        document: &Document,
        wanted: Vec<(usize, &'a OutcomeView, Clause)>,
    ) -> Vec<Arranged<'a>> {
        let mut queues: Vec<Vec<(&'a OutcomeView, Clause)>> =
            self.articles.iter().map(|_| Vec::new()).collect();
        let (followers, others): (Vec<_>, Vec<_>) =
            wanted.into_iter().partition(|(_, _, clause)| clause.words().contains("前条"));
        for (gap, outcome, clause) in others {
            if let Some(queue) = queues.get_mut(gap) {
                queue.push((outcome, clause));
            }
        }
        for (gap, outcome, clause) in followers {
            let (gap, at) = self.leader(document, &queues, &clause).unwrap_or((gap, 0));
            if let Some(queue) = queues.get_mut(gap) {
                queue.insert(at.min(queue.len()), (outcome, clause));
            }
        }
        let mut arranged = Vec::new();
        let mut counted = 0;
        for (gap, queue) in queues.into_iter().enumerate() {
            let Some(node) = self.articles.get(gap).copied() else { continue };
            let own = document.node(node).and_then(|node| node.number.clone()).unwrap_or_default();
            // Behind 第16条 and its branches, the count goes on from the last branch.
            let mut before = own.clone();
            for (outcome, clause) in queue {
                let (number, printed) = self.number(gap, &before, &own, &mut counted);
                before = printed.clone();
                let place = place(document, node, &printed);
                arranged.push(Arranged { outcome, clause, node, number, place });
            }
        }
        arranged
    }

    /// The place behind the article, new or old, whose caption shares most with a clause that speaks of 前条. What few
    /// captions have counts for more.
    fn leader(
        &self,
        document: &Document,
        queues: &[Vec<(&OutcomeView, Clause)>],
        clause: &Clause,
    ) -> Option<(usize, usize)> {
        let mut captions: Vec<(Pairs, (usize, usize))> = Vec::new();
        for (gap, (queue, id)) in queues.iter().zip(&self.articles).enumerate() {
            let old = document.node(*id)?.caption.map(|caption| document.slice(caption)).unwrap_or_default();
            if !self.closed.contains(&gap) {
                captions.push((pairs(old), (gap, 0)));
            }
            captions.extend(queue.iter().zip(1..).map(|((_, new), at)| (pairs(&new.caption), (gap, at))));
        }
        let mut had: BTreeMap<(char, char), usize> = BTreeMap::new();
        captions.iter().flat_map(|(pairs, _)| pairs).for_each(|pair| *had.entry(*pair).or_default() += 1);
        let wanted = pairs(&clause.words());
        let score = |pairs: &Pairs| -> usize {
            pairs.intersection(&wanted).map(|pair| 1000 / had.get(pair).copied().unwrap_or(1).max(1)).sum()
        };
        let scored = captions.iter().map(|(pairs, place)| (score(pairs), *place));
        // Of equals the first.
        let best = scored.reduce(|best, next| if next.0 > best.0 { next } else { best });
        best.filter(|(score, _)| *score > 0).map(|(_, place)| place)
    }

    /// The number of a new article in a gap, behind the number that stands there; also as it will be printed. `counted`
    /// is how many new articles the word processor counts so far.
    fn number(&mut self, gap: usize, before: &str, own: &str, counted: &mut u32) -> (Number, String) {
        let is_last = gap + 1 == self.articles.len();
        let counts = self.computed && (is_last || self.named.is_none_or(|named| named <= gap));
        if counts && let Ok(own) = own.parse::<u32>() {
            *counted = counted.saturating_add(1);
            return (Number::Computed, own.saturating_add(*counted).to_string());
        }
        let next =
            before.parse::<u32>().ok().filter(|_| is_last).map(|last| last.saturating_add(1).to_string());
        let number = next.filter(|next| !self.taken.contains(next)).unwrap_or_else(|| self.branch(before));
        self.taken.insert(number.clone());
        (Number::Typed(number.clone()), number)
    }

    /// The next free branch: 16の2 behind 16, 16の3 behind 16の2, and 16の2の2 where that is taken.
    fn branch(&self, before: &str) -> String {
        let next = before.rsplit_once('の').and_then(|(stem, last)| {
            let last: u32 = last.parse().ok()?;
            Some(format!("{stem}の{}", last.saturating_add(1)))
        });
        let first = format!("{before}の2");
        let free = next.into_iter().chain([first]).find(|number| !self.taken.contains(number));
        free.unwrap_or_else(|| {
            let all = (2_u32..).map(|branch| format!("{before}の{branch}"));
            all.into_iter().find(|number| !self.taken.contains(number)).unwrap_or_default()
        })
    }
}

/// The articles of the main provisions, in order; an article inside another one counts with that.
fn articles(document: &Document) -> Vec<NodeId> {
    let mut found: Vec<NodeId> = Vec::new();
    for (id, node) in document.nodes() {
        let inside = found.last().and_then(|last| document.node(*last));
        let nested = inside.is_some_and(|outer| outer.span.contains(node.span));
        if node.node_type == NodeType::Article && !nested && is_in_main_part(document, id) {
            found.push(id);
        }
    }
    found
}

fn is_in_appendix(document: &Document, id: NodeId) -> bool {
    let above = std::iter::successors(Some(id), |id| document.node(*id)?.parent);
    above.filter_map(|id| document.node(id)).any(|node| node.node_type == NodeType::Appendix)
}

/// Whether a reference says where its target stands, not what its number is: 前条, 次条, 前2条.
fn is_relative(path: &Path) -> bool {
    matches!(path.article, Some(Step::Before(_) | Step::AllBefore | Step::Next))
}

/// The new article as lawyers cite it.
fn place(document: &Document, beside: NodeId, number: &str) -> String {
    let label = document.node(beside).and_then(|node| node.label);
    let label = label.map(|label| document.slice(label)).unwrap_or_default();
    if !label.contains('条') {
        let ordinal = if label.starts_with('第') { "第" } else { "" };
        return format!("{ordinal}{number}");
    }
    match number.split_once('の') {
        Some((base, branch)) => format!("第{base}条の{branch}"),
        None => format!("第{number}条"),
    }
}

/// The pairs of neighbouring characters.
fn pairs(words: &str) -> Pairs {
    words.chars().zip(words.chars().skip(1)).collect()
}
