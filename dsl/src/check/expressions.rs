//! Predicates with their names resolved.

use super::{Context, Site, all_or_none, known_value, listed_name, patterns, quantities};
use crate::ast;
use crate::checked::{Act, Comparison, Count, Disagree, Expr, Party, Pattern, Scope, Strength};
use crate::error::NameKind;

/// Resolves a predicate. `None`: something in it has a mistake, which was reported.
pub(super) fn resolve(expr: &ast::Expr, context: &Context<'_>, site: Site<'_>) -> Option<Expr> {
    let all = |parts: &[ast::Expr]| all_or_none(parts.iter().map(|part| resolve(part, context, site)));
    match expr {
        ast::Expr::And(parts) => all(parts).map(Expr::And),
        ast::Expr::Or(parts) => all(parts).map(Expr::Or),
        ast::Expr::Not(inner, _) => resolve(inner, context, site).map(|inner| Expr::Not(Box::new(inner))),
        ast::Expr::OneOf(parts, _) => all(parts).map(Expr::OneOf),
        ast::Expr::Scope(name, inner) => {
            let scope = known_value(NameKind::Scope, name, Scope::ALL, site);
            let inner = resolve(inner, context, site);
            Some(Expr::Scope(scope?, Box::new(inner?)))
        }
        ast::Expr::Column(heading, inner, _) => {
            let heading = patterns::resolve(heading, context.concepts, site);
            let inner = resolve(inner, context, site);
            Some(Expr::Column(heading?, Box::new(inner?)))
        }
        ast::Expr::Act(act) => resolve_act(act, context, site).map(Expr::Act),
        ast::Expr::By(party) => known_value(NameKind::Party, party, Party::ALL, site).map(Expr::By),
        ast::Expr::Quantity(quantity) => quantities::resolve(quantity, site).map(Expr::Quantity),
        ast::Expr::Count(count) => resolve_count(count, context, site).map(Expr::Count),
        ast::Expr::Defines(pattern, _) => {
            patterns::resolve(pattern, context.concepts, site).map(Expr::Defines)
        }
        ast::Expr::Refers(pattern, _) => patterns::resolve(pattern, context.concepts, site).map(Expr::Refers),
        ast::Expr::Defect(name) => {
            listed_name(NameKind::Defect, name, context.vocabulary.defects, site).map(Expr::Defect)
        }
        ast::Expr::Disagree(disagree) => {
            resolve_disagree(disagree, context, site).map(|checked| Expr::Disagree(Box::new(checked)))
        }
        ast::Expr::Pattern(pattern) => patterns::resolve(pattern, context.concepts, site).map(Expr::Pattern),
    }
}

fn resolve_disagree(disagree: &ast::Disagree, context: &Context<'_>, site: Site<'_>) -> Option<Disagree> {
    let on = quantities::disputed(disagree, site);
    let among = resolve(&disagree.among, context, site);
    Some(Disagree { on: on?, among: among? })
}

fn resolve_count(count: &ast::Count, context: &Context<'_>, site: Site<'_>) -> Option<Count> {
    let pattern = patterns::resolve(&count.pattern, context.concepts, site);
    // The lexer makes no others.
    let comparison = Comparison::from_name(&count.comparison.node);
    let value = quantities::count(&count.value, site);
    Some(Count { pattern: pattern?, comparison: comparison?, value: value? })
}

fn resolve_act(act: &ast::Act, context: &Context<'_>, site: Site<'_>) -> Option<Act> {
    let strength = known_value(NameKind::Strength, &act.strength, Strength::ALL, site);
    // Only a tree with a hole has no party; its rule is left out.
    let party = act.party.as_ref().and_then(|party| known_value(NameKind::Party, party, Party::ALL, site));
    let action = patterns::resolve(&act.action, context.concepts, site);
    let object = optional(act.object.as_ref(), context, site);
    let condition = optional(act.condition.as_ref(), context, site);
    let within = match &act.within {
        Some(value) => quantities::time(value, "within", site).map(Some),
        None => Some(None),
    };
    Some(Act {
        strength: strength?,
        party: party?,
        action: action?,
        object: object?,
        condition: condition?,
        within: within?,
    })
}

/// `None`: a mistake. `Some(None)`: no such part.
fn optional(
    pattern: Option<&ast::Pattern>,
    context: &Context<'_>,
    site: Site<'_>,
) -> Option<Option<Pattern>> {
    match pattern {
        Some(pattern) => patterns::resolve(pattern, context.concepts, site).map(Some),
        None => Some(None),
    }
}
