//! The changes themselves: each function gives all ways to change one part, with the part put back in its place.

use dsl::Span;
use dsl::ast;
use dsl::checked::{Act, Count, Disagree, Expr, Gap, Party, Pattern, Quantity, Scope, Strength};

use super::{ChangeKind, Made};
use crate::notation::{Notation, flipped};

/// Makes changes, and names them in the notation of rules.
pub(super) struct Changes<'a> {
    pub(super) notation: Notation<'a>,
}

impl Changes<'_> {
    /// All changes to a predicate. `tree` is the same predicate as written, for the places; `around` stands in for it.
    pub(super) fn expr(&self, expr: &Expr, tree: Option<&ast::Expr>, around: Span) -> Vec<Made<Expr>> {
        let at = tree.and_then(place).unwrap_or(around);
        match expr {
            Expr::And(parts) => {
                let trees = match tree {
                    Some(ast::Expr::And(trees)) => trees.as_slice(),
                    _ => &[],
                };
                self.parts(parts, trees, at, ChangeKind::Conjunct, Expr::And)
            }
            Expr::Or(parts) => {
                let trees = match tree {
                    Some(ast::Expr::Or(trees)) => trees.as_slice(),
                    _ => &[],
                };
                self.parts(parts, trees, at, ChangeKind::Alternative, Expr::Or)
            }
            Expr::OneOf(parts) => {
                let trees = match tree {
                    Some(ast::Expr::OneOf(trees, _)) => trees.as_slice(),
                    _ => &[],
                };
                let mut made = self.parts(parts, trees, at, ChangeKind::Alternative, Expr::OneOf);
                let words = ("one_of".to_owned(), "or".to_owned());
                made.push(one(ChangeKind::OneOf, words, at, Expr::Or(parts.clone())));
                made
            }
            Expr::Not(part) => {
                let inner = match tree {
                    Some(ast::Expr::Not(tree, _)) => Some(tree.as_ref()),
                    _ => None,
                };
                let words = (self.notation.expr(expr), self.notation.expr(part));
                let dropped = one(ChangeKind::Negation, words, at, part.as_ref().clone());
                let inner = self.expr(part, inner, at).into_iter();
                std::iter::once(dropped)
                    .chain(inner.map(|made| made.turned().inside(|part| Expr::Not(Box::new(part)))))
                    .collect()
            }
            Expr::Scope(scope, part) => self.scope(*scope, part, tree, at),
            Expr::Act(act) => {
                let tree = match tree {
                    Some(ast::Expr::Act(tree)) => Some(tree.as_ref()),
                    _ => None,
                };
                self.act(act, tree, at).into_iter().map(|made| made.inside(Expr::Act)).collect()
            }
            Expr::Quantity(quantity) => {
                let comparison = flipped(quantity.comparison);
                let words = (quantity.comparison.name().to_owned(), comparison.name().to_owned());
                let value = Expr::Quantity(Quantity { comparison, ..quantity.clone() });
                vec![one(ChangeKind::Comparison, words, at, value)]
            }
            Expr::Column(heading, part) => self.column(heading, part, tree, at),
            Expr::Count(count) => {
                let inner = match tree {
                    Some(ast::Expr::Count(tree)) => Some(&tree.pattern),
                    _ => None,
                };
                let comparison = flipped(count.comparison);
                let words = (count.comparison.name().to_owned(), comparison.name().to_owned());
                let value = Expr::Count(Count { comparison, ..count.clone() });
                let inner = self.pattern(&count.pattern, inner, at).into_iter();
                let put = |pattern| Expr::Count(Count { pattern, ..count.clone() });
                std::iter::once(one(ChangeKind::Comparison, words, at, value))
                    .chain(inner.map(|made| made.inside(put)))
                    .collect()
            }
            Expr::Defines(pattern) => {
                let inner = match tree {
                    Some(ast::Expr::Defines(tree, _)) => Some(tree),
                    _ => None,
                };
                let inner = self.pattern(pattern, inner, at).into_iter();
                inner.map(|made| made.inside(Expr::Defines)).collect()
            }
            Expr::Refers(pattern) => {
                let inner = match tree {
                    Some(ast::Expr::Refers(tree, _)) => Some(tree),
                    _ => None,
                };
                let inner = self.pattern(pattern, inner, at).into_iter();
                inner.map(|made| made.inside(Expr::Refers)).collect()
            }
            // Another defect is another rule.
            Expr::Defect(_) | Expr::By(Party::Any) => Vec::new(),
            Expr::Disagree(parts) => {
                let inner = match tree {
                    Some(ast::Expr::Disagree(tree)) => Some(&tree.among),
                    _ => None,
                };
                let put = |among| Expr::Disagree(Box::new(Disagree { on: parts.on.clone(), among }));
                self.expr(&parts.among, inner, at).into_iter().map(|made| made.inside(put)).collect()
            }
            Expr::By(party) => {
                let words = (format!("by({})", party.name()), "by(any)".to_owned());
                vec![one(ChangeKind::Party, words, at, Expr::By(Party::Any))]
            }
            Expr::Pattern(pattern) => {
                let tree = match tree {
                    Some(ast::Expr::Pattern(tree)) => Some(tree),
                    _ => None,
                };
                let made = self.pattern(pattern, tree, at).into_iter();
                made.map(|made| made.inside(Expr::Pattern)).collect()
            }
        }
    }

    /// Each part left out, and each part changed.
    fn parts(
        &self,
        parts: &[Expr],
        trees: &[ast::Expr],
        around: Span,
        kind: ChangeKind,
        join: fn(Vec<Expr>) -> Expr,
    ) -> Vec<Made<Expr>> {
        let mut all = Vec::new();
        for (index, part) in parts.iter().enumerate() {
            let tree = trees.get(index);
            let at = tree.and_then(place).unwrap_or(around);
            if parts.len() > 1 {
                let words = (self.notation.expr(part), String::new());
                all.push(one(kind, words, at, join(without(parts, index))));
            }
            let inner = self.expr(part, tree, at).into_iter();
            all.extend(inner.map(|made| made.inside(|part| join(with(parts, index, part)))));
        }
        all
    }

    fn scope(&self, scope: Scope, part: &Expr, tree: Option<&ast::Expr>, at: Span) -> Vec<Made<Expr>> {
        let inner = match tree {
            Some(ast::Expr::Scope(_, tree)) => Some(tree.as_ref()),
            _ => None,
        };
        let mut all = Vec::new();
        if scope != Scope::Document {
            let words = (scope.name().to_owned(), Scope::Document.name().to_owned());
            let value = Expr::Scope(Scope::Document, Box::new(part.clone()));
            all.push(one(ChangeKind::Scope, words, at, value));
        }
        let inner = self.expr(part, inner, at).into_iter();
        all.extend(inner.map(|made| made.inside(|part| Expr::Scope(scope, Box::new(part)))));
        all
    }

    /// The heading left out, so that the whole table counts, and each of the two changed.
    fn column(&self, heading: &Pattern, part: &Expr, tree: Option<&ast::Expr>, at: Span) -> Vec<Made<Expr>> {
        let (heading_tree, inner) = match tree {
            Some(ast::Expr::Column(heading, inner, _)) => (Some(heading), Some(inner.as_ref())),
            _ => (None, None),
        };
        let words = (format!("column({})", self.notation.pattern(heading)), Scope::Table.name().to_owned());
        let value = Expr::Scope(Scope::Table, Box::new(part.clone()));
        let mut all = vec![one(ChangeKind::Scope, words, at, value)];
        let headings = self.pattern(heading, heading_tree, at).into_iter();
        let put = |heading| Expr::Column(heading, Box::new(part.clone()));
        all.extend(headings.map(|made| made.inside(put)));
        let inner = self.expr(part, inner, at).into_iter();
        let put = |part| Expr::Column(heading.clone(), Box::new(part));
        all.extend(inner.map(|made| made.inside(put)));
        all
    }

    fn act(&self, act: &Act, tree: Option<&ast::Act>, at: Span) -> Vec<Made<Act>> {
        let mut all = Vec::new();
        for strength in weaker(act.strength) {
            let words = (act.strength.name().to_owned(), strength.name().to_owned());
            all.push(one(ChangeKind::Strength, words, at, Act { strength: *strength, ..act.clone() }));
        }
        if act.party != Party::Any {
            let words = (act.party.name().to_owned(), Party::Any.name().to_owned());
            all.push(one(ChangeKind::Party, words, at, Act { party: Party::Any, ..act.clone() }));
        }
        let inner = self.pattern(&act.action, tree.map(|tree| &tree.action), at).into_iter();
        all.extend(inner.map(|made| made.inside(|action| Act { action, ..act.clone() })));
        if let Some(object) = &act.object {
            let words = (format!("of {}", self.notation.pattern(object)), String::new());
            all.push(one(ChangeKind::Object, words, at, Act { object: None, ..act.clone() }));
            let inner = self.pattern(object, tree.and_then(|tree| tree.object.as_ref()), at).into_iter();
            all.extend(inner.map(|made| made.inside(|object| Act { object: Some(object), ..act.clone() })));
        }
        if let Some(condition) = &act.condition {
            let words = (format!("when {}", self.notation.pattern(condition)), String::new());
            all.push(one(ChangeKind::Occasion, words, at, Act { condition: None, ..act.clone() }));
            let inner =
                self.pattern(condition, tree.and_then(|tree| tree.condition.as_ref()), at).into_iter();
            let put = |condition| Act { condition: Some(condition), ..act.clone() };
            all.extend(inner.map(|made| made.inside(put)));
        }
        if act.within.is_some() {
            let written = tree.and_then(|tree| tree.within.as_ref()).map(|value| value.node.as_str());
            let words = (format!("within {}", written.unwrap_or_default()), String::new());
            all.push(one(ChangeKind::Time, words, at, Act { within: None, ..act.clone() }));
        }
        all
    }

    /// All changes to a pattern. Concepts are changed where they stand, not where they are used.
    pub(super) fn pattern(
        &self,
        pattern: &Pattern,
        tree: Option<&ast::Pattern>,
        around: Span,
    ) -> Vec<Made<Pattern>> {
        let at = tree.and_then(pattern_place).unwrap_or(around);
        match pattern {
            Pattern::Literal(_) | Pattern::Regex { .. } | Pattern::Concept(_) => Vec::new(),
            Pattern::Word(text) => {
                let plain = Pattern::Literal(text.clone());
                let words = (self.notation.pattern(pattern), self.notation.pattern(&plain));
                vec![one(ChangeKind::Word, words, at, plain)]
            }
            Pattern::Any(parts) => self.wordings(parts, tree, at),
            Pattern::Sequence(first, rest) => self.sequence(first, rest, tree, at),
            Pattern::Except(base, exception) => {
                let (base_tree, exception_tree) = match tree {
                    Some(ast::Pattern::Except(base, exception)) => {
                        (Some(base.as_ref()), Some(exception.as_ref()))
                    }
                    _ => (None, None),
                };
                let words = (format!("except {}", self.notation.pattern(exception)), String::new());
                let mut all = vec![one(ChangeKind::Except, words, at, base.as_ref().clone())];
                let rebuilt =
                    |base: Pattern, exception: Pattern| Pattern::Except(Box::new(base), Box::new(exception));
                let inner = self.pattern(base, base_tree, at).into_iter();
                let put = |base| rebuilt(base, exception.as_ref().clone());
                all.extend(inner.map(|made| made.inside(put)));
                let inner = self.pattern(exception, exception_tree, at).into_iter();
                let put = |exception| rebuilt(base.as_ref().clone(), exception);
                all.extend(inner.map(|made| made.turned().inside(put)));
                all
            }
        }
    }

    fn wordings(&self, parts: &[Pattern], tree: Option<&ast::Pattern>, around: Span) -> Vec<Made<Pattern>> {
        let trees = match tree {
            Some(ast::Pattern::Any(trees)) => trees.as_slice(),
            Some(single) => std::slice::from_ref(single),
            None => &[],
        };
        let mut all = Vec::new();
        for (index, part) in parts.iter().enumerate() {
            let tree = trees.get(index);
            let at = tree.and_then(pattern_place).unwrap_or(around);
            let words = (self.notation.pattern(part), String::new());
            all.push(one(ChangeKind::Wording, words, at, Pattern::Any(without(parts, index))));
            let inner = self.pattern(part, tree, at).into_iter();
            all.extend(inner.map(|made| made.inside(|part| Pattern::Any(with(parts, index, part)))));
        }
        all
    }

    fn sequence(
        &self,
        first: &Pattern,
        rest: &[(Gap, Pattern)],
        tree: Option<&ast::Pattern>,
        around: Span,
    ) -> Vec<Made<Pattern>> {
        let (first_tree, trees) = match tree {
            Some(ast::Pattern::Sequence(first, rest)) => (Some(first.as_ref()), rest.as_slice()),
            _ => (None, [].as_slice()),
        };
        let mut all = Vec::new();
        let inner = self.pattern(first, first_tree, around).into_iter();
        let put = |first| Pattern::Sequence(Box::new(first), rest.to_vec());
        all.extend(inner.map(|made| made.inside(put)));
        for (index, (gap, part)) in rest.iter().enumerate() {
            let tree = trees.get(index).map(|(_, tree)| tree);
            let at = tree.and_then(pattern_place).unwrap_or(around);
            let put = |gap, part| Pattern::Sequence(Box::new(first.clone()), with(rest, index, (gap, part)));
            if *gap != Gap::Anywhere {
                let words = (self.notation.gap(*gap), self.notation.gap(Gap::Anywhere));
                all.push(one(ChangeKind::Gap, words, at, put(Gap::Anywhere, part.clone())));
            }
            let inner = self.pattern(part, tree, at).into_iter();
            all.extend(inner.map(|made| made.inside(|part| put(*gap, part))));
        }
        all
    }
}

fn one<T>(kind: ChangeKind, words: (String, String), span: Span, value: T) -> Made<T> {
    use ChangeKind::{Alternative, ConceptWording, OneOf, Wording};
    let looser = !matches!(kind, Alternative | OneOf | Wording | ConceptWording);
    Made { kind, before: words.0, after: words.1, span, looser, value }
}

fn without<T: Clone>(list: &[T], index: usize) -> Vec<T> {
    list.iter().enumerate().filter(|(at, _)| *at != index).map(|(_, item)| item.clone()).collect()
}

fn with<T: Clone>(list: &[T], index: usize, item: T) -> Vec<T> {
    let mut list = list.to_vec();
    if let Some(slot) = list.get_mut(index) {
        *slot = item;
    }
    list
}

/// Strengths that are met more easily.
fn weaker(strength: Strength) -> &'static [Strength] {
    match strength {
        Strength::Must => &[Strength::Should, Strength::May, Strength::Any],
        Strength::Should => &[Strength::May, Strength::Any],
        Strength::May | Strength::MustNot => &[Strength::Any],
        Strength::Any => &[],
    }
}

/// Where a predicate begins.
fn place(tree: &ast::Expr) -> Option<Span> {
    match tree {
        ast::Expr::And(parts) | ast::Expr::Or(parts) => parts.first().and_then(place),
        ast::Expr::Not(_, span)
        | ast::Expr::OneOf(_, span)
        | ast::Expr::Column(_, _, span)
        | ast::Expr::Defines(_, span)
        | ast::Expr::Refers(_, span) => Some(*span),
        ast::Expr::Count(count) => Some(count.span),
        ast::Expr::Scope(name, _) | ast::Expr::By(name) | ast::Expr::Defect(name) => Some(name.span),
        ast::Expr::Disagree(parts) => Some(parts.span),
        ast::Expr::Act(act) => Some(act.span),
        ast::Expr::Quantity(quantity) => Some(quantity.measure.span),
        ast::Expr::Pattern(pattern) => pattern_place(pattern),
    }
}

/// Where a pattern begins.
fn pattern_place(tree: &ast::Pattern) -> Option<Span> {
    match tree {
        ast::Pattern::Literal(text)
        | ast::Pattern::Word(text)
        | ast::Pattern::Regex(text)
        | ast::Pattern::Concept(text) => Some(text.span),
        ast::Pattern::Any(parts) => parts.first().and_then(pattern_place),
        ast::Pattern::Sequence(first, _) | ast::Pattern::Except(first, _) => pattern_place(first),
    }
}
