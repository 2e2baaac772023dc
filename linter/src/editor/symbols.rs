//! The outline of a rule file.

use dsl::ast::{Item, Member, Rule};
use dsl::keyword;
use dsl::token::{Token, TokenKind};

use super::{Span, Workspace};

/// What an entry of the outline is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SymbolKind {
    /// A concept or an extension of one.
    Concept,
    /// A rule.
    Rule,
    /// A requirement.
    Requirement,
    /// An example.
    Example,
}

/// An entry of the outline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Symbol {
    /// Its name; of an example the keyword.
    pub name: String,
    /// Its title.
    pub detail: String,
    /// What it is.
    pub kind: SymbolKind,
    /// All of it.
    pub span: Span,
    /// Its name alone.
    pub name_span: Span,
    /// What belongs to it.
    pub children: Vec<Symbol>,
}

/// The concepts and rules of a file with their requirements and examples, in the order of the text.
pub fn of_file(workspace: &Workspace, file: usize) -> Vec<Symbol> {
    let tokens = workspace.tokens(file);
    let items = workspace.tree(file).map(|tree| tree.items.as_slice()).unwrap_or_default();
    items
        .iter()
        .map(|item| match item {
            Item::Concept(concept) | Item::Extend(concept) => Symbol {
                name: concept.name.node.clone(),
                detail: concept
                    .doc
                    .as_deref()
                    .and_then(|doc| doc.lines().next())
                    .unwrap_or_default()
                    .to_owned(),
                kind: SymbolKind::Concept,
                span: item_span(tokens, concept.name.span),
                name_span: concept.name.span,
                children: Vec::new(),
            },
            Item::Rule(rule) => of_rule(rule),
        })
        .collect()
}

fn of_rule(rule: &Rule) -> Symbol {
    let title = |title: &Option<dsl::Spanned<String>>| {
        title.as_ref().map(|title| title.node.clone()).unwrap_or_default()
    };
    let children = rule.members.iter().filter_map(|member| match member {
        Member::Requirement(requirement) => Some(Symbol {
            name: requirement.name.node.clone(),
            detail: title(&requirement.title),
            kind: SymbolKind::Requirement,
            span: requirement.span,
            name_span: requirement.name.span,
            children: Vec::new(),
        }),
        Member::Example(example) => {
            let fails: Vec<&str> = example.fails.iter().map(|name| name.node.as_str()).collect();
            let name =
                if fails.is_empty() { "pass".to_owned() } else { format!("fail {}", fails.join(", ")) };
            Some(Symbol {
                name,
                detail: title(&example.title),
                kind: SymbolKind::Example,
                span: example.span,
                name_span: example.title.as_ref().map_or(example.text.span, |title| title.span),
                children: Vec::new(),
            })
        }
        _ => None,
    });
    Symbol {
        name: rule.id.node.clone(),
        detail: title(&rule.title),
        kind: SymbolKind::Rule,
        span: rule.span,
        name_span: rule.id.span,
        children: children.collect(),
    }
}

/// From the keyword of the item whose name stands at `name` to its last token.
pub(super) fn item_span(tokens: &[Token], name: Span) -> Span {
    let place = tokens.partition_point(|token| token.span.start < name.start);
    let begins = |token: &Token| token.word().is_some_and(keyword::is_item);
    let head = tokens.get(..place).unwrap_or_default();
    let start = head.iter().rev().take_while(|token| begins(token)).last().map_or(name, |token| token.span);
    let ends = |token: &&Token| !begins(token) && !matches!(token.kind, TokenKind::Doc(_));
    let body = tokens.get(place..).unwrap_or_default();
    body.iter().take_while(ends).last().map_or(start, |token| start.to(token.span))
}
