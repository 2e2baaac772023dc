//! What is doubtful though it can be used, as far as the language alone can tell.

use std::collections::{BTreeMap, BTreeSet};

use super::Site;
use crate::ast::{Expr, FactExpr, Item, Member, Pattern, Rule};
use crate::doubt::Doubt;
use crate::error::DslErrorKind;
use crate::span::{Span, Spanned};

/// Conditions over more facts than this are not tried out.
const MOST_FACTS: usize = 12;

/// Reports what is doubtful in an item.
pub(super) fn report(item: &Item, site: Site<'_>) {
    match item {
        Item::Concept(concept) | Item::Extend(concept) => pattern(&concept.pattern, site),
        Item::Rule(rule) => in_rule(rule, site),
    }
}

fn doubt(site: Site<'_>, doubt: Doubt, args: Vec<(&'static str, String)>, span: Span) {
    site.report(DslErrorKind::Doubtful { doubt, args }, span);
}

fn in_rule(rule: &Rule, site: Site<'_>) {
    for member in &rule.members {
        match member {
            Member::Applies(applies) => {
                if let Some(when) = &applies.when {
                    condition(when, site);
                }
            }
            Member::Requirement(requirement) => {
                if let Some(tree) = &requirement.expr {
                    expr(tree, site);
                }
            }
            _ => {}
        }
    }
}

/// Tries all values of the facts.
fn condition(when: &FactExpr, site: Site<'_>) {
    let mut facts = BTreeMap::new();
    let mut place = None;
    gather(when, &mut facts, &mut place);
    let (Some(span), true) = (place, facts.len() <= MOST_FACTS) else { return };
    let outcomes: BTreeSet<bool> = (0..1u32 << facts.len()).map(|row| value(when, &facts, row)).collect();
    match (outcomes.contains(&true), outcomes.contains(&false)) {
        (false, _) => doubt(site, Doubt::ConditionNever, Vec::new(), span),
        (_, false) => doubt(site, Doubt::ConditionAlways, Vec::new(), span),
        _ => {}
    }
}

/// Numbers the facts, and joins their places.
fn gather<'a>(when: &'a FactExpr, facts: &mut BTreeMap<&'a str, u32>, place: &mut Option<Span>) {
    match when {
        FactExpr::Fact(name) => {
            let next = facts.len() as u32;
            facts.entry(name.node.as_str()).or_insert(next);
            let joined = place.map_or(name.span, |seen| Span { start: seen.start, end: name.span.end });
            *place = Some(joined);
        }
        FactExpr::Not(part) => gather(part, facts, place),
        FactExpr::And(parts) | FactExpr::Or(parts) => {
            parts.iter().for_each(|part| gather(part, facts, place));
        }
    }
}

/// The value of a condition in one row of the truth table.
fn value(when: &FactExpr, facts: &BTreeMap<&str, u32>, row: u32) -> bool {
    match when {
        FactExpr::Fact(name) => facts.get(name.node.as_str()).is_some_and(|bit| row >> bit & 1 == 1),
        FactExpr::Not(part) => !value(part, facts, row),
        FactExpr::And(parts) => parts.iter().all(|part| value(part, facts, row)),
        FactExpr::Or(parts) => parts.iter().any(|part| value(part, facts, row)),
    }
}

fn expr(tree: &Expr, site: Site<'_>) {
    match tree {
        Expr::And(parts) | Expr::Or(parts) | Expr::OneOf(parts, _) => {
            parts.iter().for_each(|part| expr(part, site));
        }
        Expr::Not(part, _) | Expr::Scope(_, part) => expr(part, site),
        Expr::Act(act) => {
            let optional = [&act.object, &act.condition].into_iter().flatten();
            std::iter::once(&act.action).chain(optional).for_each(|part| pattern(part, site));
        }
        Expr::Quantity(wanted) => comparison(&wanted.comparison, &wanted.value, site),
        Expr::Column(heading, part, _) => {
            pattern(heading, site);
            expr(part, site);
        }
        Expr::Count(count) => {
            pattern(&count.pattern, site);
            comparison(&count.comparison, &count.value, site);
        }
        Expr::Pattern(part) | Expr::Defines(part, _) | Expr::Refers(part, _) => pattern(part, site),
        Expr::Disagree(parts) => expr(&parts.among, site),
        Expr::By(_) | Expr::Defect(_) => {}
    }
}

/// Nothing is less than nothing.
fn comparison(sign: &Spanned<String>, value: &Spanned<String>, site: Site<'_>) {
    let digits = value.node.trim_end_matches(|char: char| !char.is_ascii_digit());
    let is_zero = !digits.is_empty() && digits.chars().all(|digit| matches!(digit, '0' | '.'));
    if is_zero && sign.node == "<" {
        let words = format!("< {}", value.node);
        doubt(site, Doubt::QuantityNever, vec![("value", words)], value.span);
    }
}

/// A concept named twice among the same alternatives.
fn pattern(tree: &Pattern, site: Site<'_>) {
    match tree {
        Pattern::Literal(_) | Pattern::Word(_) | Pattern::Regex(_) | Pattern::Concept(_) => {}
        Pattern::Any(parts) => {
            let mut seen = BTreeSet::new();
            for part in parts {
                match part {
                    Pattern::Concept(name) if !seen.insert(&name.node) => {
                        let args = vec![("name", name.node.clone())];
                        doubt(site, Doubt::RepeatedConcept, args, name.span);
                    }
                    part => pattern(part, site),
                }
            }
        }
        Pattern::Sequence(first, rest) => {
            pattern(first, site);
            rest.iter().for_each(|(_, part)| pattern(part, site));
        }
        Pattern::Except(base, exception) => {
            pattern(base, site);
            pattern(exception, site);
        }
    }
}
