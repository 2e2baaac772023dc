//! Conditions over profile facts: `outsourcing.storage or not (clinic and saas)`.

use nom::Parser;
use nom::branch::alt;
use nom::combinator::{cut, map};
use nom::multi::many0;
use nom::sequence::{delimited, preceded};

use super::input::{Parsed, Tokens};
use super::primitives::{TokenParser, closing, free_name, keyword, labelled, symbol};
use super::recovery::nested;
use crate::ast::FactExpr;
use crate::error::Expectation;

/// A whole condition; `or` binds weaker than `and`.
pub(super) fn condition(input: Tokens<'_>) -> Parsed<'_, FactExpr> {
    joined("or", conjunction, FactExpr::Or).parse(input)
}

fn conjunction(input: Tokens<'_>) -> Parsed<'_, FactExpr> {
    joined("and", unary, FactExpr::And).parse(input)
}

fn joined<'a>(
    operator: &'static str,
    part: fn(Tokens<'a>) -> Parsed<'a, FactExpr>,
    join: fn(Vec<FactExpr>) -> FactExpr,
) -> impl TokenParser<'a, FactExpr> {
    move |input: Tokens<'a>| {
        let (rest, first) = part(input)?;
        let (rest, mut others) = many0(preceded(keyword(operator), cut(part))).parse(rest)?;
        if others.is_empty() {
            return Ok((rest, first));
        }
        others.insert(0, first);
        Ok((rest, join(others)))
    }
}

fn unary(input: Tokens<'_>) -> Parsed<'_, FactExpr> {
    let negation = preceded(keyword("not"), cut(nested(unary)));
    let negation = map(negation, |fact| FactExpr::Not(Box::new(fact)));
    let group = delimited(symbol("("), cut(nested(condition)), cut(closing(")")));
    labelled(Expectation::Fact, alt((negation, group, map(free_name, FactExpr::Fact)))).parse(input)
}
