//! The lines and blocks inside a rule.

use nom::Parser;
use nom::branch::alt;
use nom::combinator::{cut, map, opt, value};
use nom::multi::many0;
use nom::sequence::preceded;

use super::expressions::expression;
use super::facts::condition;
use super::input::{Parsed, Tokens};
use super::primitives::{TokenParser, block, free_name, keyword, labelled, list, name, symbol, text, title};
use super::recovery::braced;
use crate::ast::{Applies, Example, Member, Requirement, RequirementKind};
use crate::error::{DslErrorKind, Expectation};
use crate::span::{Span, Spanned};

/// One line or block of a rule.
pub(super) fn member(input: Tokens<'_>) -> Parsed<'_, Member> {
    let properties = alt((
        map(property("topic", name), Member::Topic),
        map(property("theme", name), Member::Theme),
        map(property("editions", list(name)), Member::Editions),
        map(property("applies", applies), Member::Applies),
        map(property("severity", name), Member::Severity),
        map(property("basis", list(name)), Member::Basis),
        map(property("reference", text), Member::Reference),
        map(property("advice", alt((block, text))), Member::Advice),
    ));
    let blocks = alt((map(requirement, Member::Requirement), map(example, Member::Example)));
    labelled(Expectation::Member, alt((properties, blocks))).parse(input)
}

/// A keyword and what must follow it.
fn property<'a, O>(word: &'static str, part: impl TokenParser<'a, O>) -> impl TokenParser<'a, O> {
    preceded((keyword(word), surplus_equals(word)), cut(part))
}

/// `=` between a keyword and its value is noted and passed over.
fn surplus_equals<'a>(member: &'static str) -> impl TokenParser<'a, ()> {
    move |input: Tokens<'a>| {
        let (rest, sign) = opt(symbol("=")).parse(input)?;
        if let Some(span) = sign {
            input.report(DslErrorKind::SurplusEquals { member }, span);
        }
        Ok((rest, ()))
    }
}

fn applies(input: Tokens<'_>) -> Parsed<'_, Applies> {
    let parts = (list(free_name), opt(property("when", condition)));
    map(parts, |(kinds, when)| Applies { kinds, when }).parse(input)
}

fn requirement(input: Tokens<'_>) -> Parsed<'_, Requirement> {
    let kind = alt((
        value(RequirementKind::Require, keyword("require")),
        value(RequirementKind::Forbid, keyword("forbid")),
        value(RequirementKind::Recommend, keyword("recommend")),
    ));
    let head = (kind, cut(name), cut(title), cut(many0(option)));
    let (rest, ((kind, name, title, options), expr)) = (head, cut(braced(expression))).parse(input)?;
    let span = input.span_until(rest);
    let mut requirement = Requirement {
        kind,
        name,
        title,
        basis: Vec::new(),
        reference: None,
        severity: None,
        expr: expr.map(|expr| *expr),
        span,
    };
    for option in options {
        requirement.set(option, input);
    }
    Ok((rest, requirement))
}

/// What may stand between the title of a requirement and its brace, in any order, and the place of its keyword.
enum RequirementOption {
    Basis(Span, Vec<Spanned<String>>),
    Reference(Span, Spanned<String>),
    Severity(Span, Spanned<String>),
}

fn option(input: Tokens<'_>) -> Parsed<'_, RequirementOption> {
    alt((
        map((keyword("basis"), cut(list(name))), |(word, ids)| RequirementOption::Basis(word, ids)),
        map((keyword("reference"), cut(text)), |(word, text)| RequirementOption::Reference(word, text)),
        map((keyword("at"), cut(name)), |(word, severity)| RequirementOption::Severity(word, severity)),
    ))
    .parse(input)
}

impl Requirement {
    fn set(&mut self, option: RequirementOption, at: Tokens<'_>) {
        let repeated = match option {
            RequirementOption::Basis(word, ids) => {
                let repeated = (!self.basis.is_empty()).then_some(("basis", word));
                self.basis.extend(ids);
                repeated
            }
            RequirementOption::Reference(word, text) => {
                self.reference.replace(text).map(|_| ("reference", word))
            }
            RequirementOption::Severity(word, severity) => {
                self.severity.replace(severity).map(|_| ("at", word))
            }
        };
        if let Some((member, span)) = repeated {
            at.report(DslErrorKind::Repeated { member }, span);
        }
    }
}

fn example(input: Tokens<'_>) -> Parsed<'_, Example> {
    let pass = value((Vec::new(), None), keyword("pass"));
    let fail = preceded(keyword("fail"), cut((list(name), opt(property("as", name)))));
    let (rest, ((fails, status), title, text)) = (alt((pass, fail)), cut(title), cut(block)).parse(input)?;
    Ok((rest, Example { fails, status, title, text, span: input.span_until(rest) }))
}
