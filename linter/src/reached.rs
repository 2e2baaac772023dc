//! Which concepts predicates and patterns use.

use dsl::checked::{ConceptId, Expr, Pattern};

/// Adds the concepts of a predicate, each once.
pub(super) fn concepts_of(expr: &Expr, used: &mut Vec<ConceptId>) {
    match expr {
        Expr::And(parts) | Expr::Or(parts) | Expr::OneOf(parts) => {
            parts.iter().for_each(|part| concepts_of(part, used));
        }
        Expr::Not(part) | Expr::Scope(_, part) => concepts_of(part, used),
        Expr::Act(act) => {
            let optional = [&act.object, &act.condition].into_iter().flatten();
            std::iter::once(&act.action).chain(optional).for_each(|part| concepts_in(part, used));
        }
        Expr::Column(heading, part) => {
            concepts_in(heading, used);
            concepts_of(part, used);
        }
        Expr::Count(count) => concepts_in(&count.pattern, used),
        Expr::Pattern(pattern) | Expr::Defines(pattern) | Expr::Refers(pattern) => concepts_in(pattern, used),
        Expr::By(_) | Expr::Quantity(_) => {}
    }
}

/// Adds the concepts of a pattern, each once.
pub(super) fn concepts_in(pattern: &Pattern, used: &mut Vec<ConceptId>) {
    match pattern {
        Pattern::Literal(_) | Pattern::Word(_) | Pattern::Regex { .. } => {}
        Pattern::Concept(id) => {
            if !used.contains(id) {
                used.push(*id);
            }
        }
        Pattern::Any(parts) => parts.iter().for_each(|part| concepts_in(part, used)),
        Pattern::Sequence(first, rest) => {
            concepts_in(first, used);
            rest.iter().for_each(|(_, part)| concepts_in(part, used));
        }
        Pattern::Except(base, exception) => {
            concepts_in(base, used);
            concepts_in(exception, used);
        }
    }
}
