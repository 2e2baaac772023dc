//! Top-level items: concepts, their extensions, and rules with their heads and bodies.

use nom::Parser;
use nom::branch::alt;
use nom::combinator::{cut, map};
use nom::multi::many0;
use nom::sequence::{preceded, terminated};

use super::input::{Mistake, Parsed, Tokens};
use super::members::member;
use super::patterns::pattern;
use super::primitives::{begins_operand, is_no_bar, keyword, labelled, name, select, symbol, title};
use super::recovery::{begins_item, next_item, next_member, open_brace, or_go_on, or_note, or_skip};
use crate::ast::{Concept, Item, Member, Pattern, Rule};
use crate::error::Expectation;
use crate::keyword as words;
use crate::names::is_near;
use crate::token::{Token, TokenKind};

/// One item with its `///` lines.
pub(super) fn item(input: Tokens<'_>) -> Parsed<'_, Item> {
    let (rest, docs) = many0(doc).parse(input)?;
    let doc = (!docs.is_empty()).then(|| docs.join("\n"));
    let items = alt((
        map(preceded(keyword("concept"), cut(concept)), Item::Concept),
        map(preceded((keyword("extend"), cut(keyword("concept"))), cut(concept)), Item::Extend),
        map(rule, Item::Rule),
    ));
    let (rest, item) = labelled(Expectation::Item, items).parse(rest)?;
    Ok((rest, with_doc(item, doc)))
}

fn doc(input: Tokens<'_>) -> Parsed<'_, &str> {
    select(Expectation::Item, doc_of).parse(input)
}

fn doc_of(token: &Token) -> Option<&str> {
    match &token.kind {
        TokenKind::Doc(line) => Some(line),
        _ => None,
    }
}

fn with_doc(mut item: Item, doc: Option<String>) -> Item {
    match &mut item {
        Item::Concept(concept) | Item::Extend(concept) => concept.doc = doc,
        Item::Rule(rule) => rule.doc = doc,
    }
    item
}

/// `名 = pattern`. A pattern that cannot be read becomes a hole, so that the name stays known.
fn concept(input: Tokens<'_>) -> Parsed<'_, Concept> {
    let definition = preceded(symbol("="), cut(terminated(pattern, concept_end)));
    let (rest, (name, pattern)) = (name, or_go_on(definition, next_item)).parse(input)?;
    Ok((rest, Concept { doc: None, name, pattern: pattern.unwrap_or(Pattern::HOLE) }))
}

fn concept_end(input: Tokens<'_>) -> Parsed<'_, ()> {
    match input.peek() {
        Some(token) if is_no_bar(token) => Err(Mistake::expected(input, Expectation::Alternative)),
        _ => item_end(input),
    }
}

fn item_end(input: Tokens<'_>) -> Parsed<'_, ()> {
    match input.peek() {
        None => Ok((input, ())),
        Some(token) if begins_item(token) => Ok((input, ())),
        Some(token) if is_misspelt_item(token) => Err(Mistake::expected(input, Expectation::Item)),
        Some(token) if begins_operand(token) => Err(Mistake::expected(input, Expectation::Operator)),
        Some(_) => Err(Mistake::expected(input, Expectation::Item)),
    }
}

/// `conept` at the beginning of a line is no concept that lacks an operator before it.
fn is_misspelt_item(token: &Token) -> bool {
    token.first_on_line && token.word().is_some_and(|word| is_near(word, words::ITEMS))
}

/// `rule pack/name "題名" { … }`
fn rule(input: Tokens<'_>) -> Parsed<'_, Rule> {
    let noted_before = input.sink().reported();
    let (rest, (id, title)) = preceded(keyword("rule"), cut((name, title))).parse(input)?;
    let (rest, members) = preceded(cut(open_brace), body).parse(rest)?;
    let (rest, _) = or_note(symbol("}")).parse(rest)?;
    let span = input.span_until(rest);
    // A surplus brace closes the rule too early: what follows it belongs to the rule.
    let (rest, _) = or_go_on(item_end, next_item).parse(rest)?;
    let broken = input.sink().reported() > noted_before || input.sink().any_within(span);
    Ok((rest, Rule { doc: None, id, title, members, span, broken }))
}

fn body(input: Tokens<'_>) -> Parsed<'_, Vec<Member>> {
    let members = many0(preceded(inside_rule, or_skip(member, next_member)));
    map(members, |members| members.into_iter().flatten().collect()).parse(input)
}

/// Succeeds unless the rule ends here.
fn inside_rule(input: Tokens<'_>) -> Parsed<'_, ()> {
    match input.peek() {
        Some(token) if !begins_item(token) && !token.is_symbol("}") => Ok((input, ())),
        _ => Err(Mistake::expected(input, Expectation::Exactly("}"))),
    }
}
