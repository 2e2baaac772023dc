//! Looks deeper into rule files than the checker can: with the engine, the knowledge base and the examples at hand.
//!
//! [`doubts`] finds what cannot work as written (wordings that never match, examples that do not do what they say);
//! [`all`] adds what good rules have and these lack (failing examples, differing styles, rules that do not overlap).
//! Both give the warnings that editors and `sekisho rules lint` show.

mod concepts;
mod examples;
mod implies;
mod overlaps;
mod patterns;
mod rules;
mod texts;
mod wordings;

use std::collections::BTreeMap;

use dsl::ast::{self, Item};
use dsl::checked::Rule;
use dsl::{Doubt, DslError, DslErrorKind, Span};

use crate::examples::ExampleResult;
use crate::pack::{PackError, RulePack};

/// All of both, in the order of files and of their text. Only the first `given` sources are looked at: the rest are
/// concepts that ship with the program. Every example is run once.
pub fn all(pack: &RulePack, given: usize) -> Vec<PackError> {
    let files = Files::read(pack, given);
    let results = examples::run(&files);
    let mut found = Found::default();
    look(&files, &mut found);
    examples::unexpected(&files, &results, &mut found);
    habits(&files, &results, &mut found);
    found.in_order()
}

/// What cannot work as written, in the same order.
pub fn doubts(pack: &RulePack, given: usize) -> Vec<PackError> {
    let files = Files::read(pack, given);
    let mut found = Found::default();
    look(&files, &mut found);
    examples::unexpected(&files, &examples::run(&files), &mut found);
    found.in_order()
}

/// The same without the examples, which take longer.
pub fn patterns_and_texts(pack: &RulePack, given: usize) -> Vec<PackError> {
    let mut found = Found::default();
    look(&Files::read(pack, given), &mut found);
    found.in_order()
}

/// Advice that cannot be filled: mistakes, since the rule cannot say what to write. `trees` are the files of the pack as
/// parsed, in their order.
pub(crate) fn advice(pack: &RulePack, trees: Vec<ast::File>) -> Vec<PackError> {
    let mut found = Found::default();
    texts::templates(&Files { pack, given: trees.len(), trees }, &mut found);
    found.in_order()
}

fn look(files: &Files<'_>, found: &mut Found) {
    concepts::redefined(files, found);
    patterns::look(files, found);
    wordings::look(files, found);
}

/// What good rules have and these lack.
fn habits(files: &Files<'_>, results: &[Vec<ExampleResult>], found: &mut Found) {
    texts::lengths(files, found);
    examples::habits(files, results, found);
    rules::look(files, found);
    overlaps::look(files, found);
}

/// Warnings as they are found.
#[derive(Default)]
struct Found(Vec<PackError>);

impl Found {
    fn add(&mut self, file: usize, span: Span, doubt: Doubt, args: &[(&'static str, &str)]) {
        let args = args.iter().map(|(name, value)| (*name, (*value).to_owned())).collect();
        let error = DslError::new(DslErrorKind::Doubtful { doubt, args }, span);
        self.0.push(PackError { file, error });
    }

    fn in_order(mut self) -> Vec<PackError> {
        self.0.sort_by_key(|error| (error.file, error.error.span));
        self.0
    }
}

/// The pack, and its files as they were written.
struct Files<'a> {
    pack: &'a RulePack,
    given: usize,
    trees: Vec<ast::File>,
}

impl<'a> Files<'a> {
    fn read(pack: &'a RulePack, given: usize) -> Self {
        let trees = pack.sources.iter().map(|source| dsl::parse(&source.text).file).collect();
        Self { pack, given, trees }
    }

    /// Items of the files given, with the number of their file.
    fn items(&self) -> impl Iterator<Item = (usize, &Item)> {
        let given = self.trees.iter().take(self.given).enumerate();
        given.flat_map(|(file, tree)| tree.items.iter().map(move |item| (file, item)))
    }

    /// Usable rules of the files given, with their trees.
    fn rules(&self) -> impl Iterator<Item = WrittenRule<'_>> {
        self.items().filter_map(|(file, item)| {
            let Item::Rule(tree) = item else { return None };
            let rule = self
                .pack
                .rules
                .rules
                .iter()
                .find(|rule| rule.id == tree.id.node && rule.place.file as usize == file)?;
            Some(WrittenRule { file, tree, rule })
        })
    }

    /// The alternatives of every concept of all files, those of its extensions included.
    fn concepts(&self) -> BTreeMap<&str, Vec<Alternative<'_>>> {
        let mut concepts: BTreeMap<&str, Vec<Alternative<'_>>> = BTreeMap::new();
        for (file, tree) in self.trees.iter().enumerate() {
            for item in &tree.items {
                if let Item::Concept(concept) | Item::Extend(concept) = item {
                    let slot = concepts.entry(concept.name.node.as_str()).or_default();
                    slot.extend(alternatives(&concept.pattern).map(|tree| Alternative { file, tree }));
                }
            }
        }
        concepts
    }
}

/// A rule and how it was written.
#[derive(Clone, Copy)]
struct WrittenRule<'a> {
    file: usize,
    tree: &'a ast::Rule,
    rule: &'a Rule,
}

impl WrittenRule<'_> {
    /// The name of a requirement as written; the id of the rule where it is not found.
    fn requirement(&self, name: &str) -> Span {
        let mut members = self.tree.members.iter();
        let found = members.find_map(|member| match member {
            ast::Member::Requirement(tree) if tree.name.node == name => Some(tree.name.span),
            _ => None,
        });
        found.unwrap_or(self.tree.id.span)
    }

    /// A requirement with its rule: `contract/audit-right audit`.
    fn named(&self, requirement: &str) -> String {
        format!("{} {requirement}", self.rule.id)
    }
}

/// One alternative of a concept.
#[derive(Clone, Copy)]
struct Alternative<'a> {
    file: usize,
    tree: &'a ast::Pattern,
}

/// The alternatives of a pattern: its parts, or itself.
fn alternatives(pattern: &ast::Pattern) -> impl Iterator<Item = &ast::Pattern> {
    let parts = match pattern {
        ast::Pattern::Any(parts) => parts.as_slice(),
        single => std::slice::from_ref(single),
    };
    parts.iter()
}

/// Calls `visit` with every whole pattern of a predicate.
fn visit_patterns<'t>(tree: &'t ast::Expr, visit: &mut impl FnMut(&'t ast::Pattern)) {
    match tree {
        ast::Expr::And(parts) | ast::Expr::Or(parts) | ast::Expr::OneOf(parts, _) => {
            parts.iter().for_each(|part| visit_patterns(part, visit));
        }
        ast::Expr::Not(part, _) | ast::Expr::Scope(_, part) => visit_patterns(part, visit),
        ast::Expr::Act(act) => {
            visit(&act.action);
            act.object.iter().chain(&act.condition).for_each(visit);
        }
        ast::Expr::Column(heading, part, _) => {
            visit(heading);
            visit_patterns(part, visit);
        }
        ast::Expr::Count(count) => visit(&count.pattern),
        ast::Expr::Pattern(pattern) | ast::Expr::Defines(pattern, _) | ast::Expr::Refers(pattern, _) => {
            visit(pattern);
        }
        ast::Expr::Disagree(parts) => visit_patterns(&parts.among, visit),
        ast::Expr::By(_) | ast::Expr::Quantity(_) | ast::Expr::Defect(_) => {}
    }
}
