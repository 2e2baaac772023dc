//! Which concepts rules, predicates and patterns reach.

use dsl::checked::{Concept, ConceptId, Expr, Pattern, Rule};

use crate::advice;

/// The concepts that the requirements of a rule use, directly or through others, sorted.
pub(crate) fn by_requirements(concepts: &[Concept], rule: &Rule) -> Vec<ConceptId> {
    let mut used = Vec::new();
    rule.requirements.iter().for_each(|requirement| concepts_of(&requirement.expr, &mut used));
    with_their_own(concepts, used)
}

/// The same with the concepts whose terms the advice asks for.
pub(crate) fn by_rule(concepts: &[Concept], rule: &Rule) -> Vec<ConceptId> {
    let mut used = by_requirements(concepts, rule);
    for (_, name) in advice::concepts_asked_for(&rule.advice) {
        let found = concepts.iter().zip(0..).find(|(concept, _)| concept.name == name);
        used.extend(found.map(|(_, index)| ConceptId(index)).filter(|id| !used.contains(id)));
    }
    with_their_own(concepts, used)
}

/// Adds the concepts that the given ones are made of.
fn with_their_own(concepts: &[Concept], mut used: Vec<ConceptId>) -> Vec<ConceptId> {
    let mut done = 0;
    while let Some(id) = used.get(done).copied() {
        done += 1;
        if let Some(concept) = concepts.get(id.0 as usize) {
            concepts_in(&concept.pattern, &mut used);
        }
    }
    used.sort();
    used
}

/// Adds the concepts of a predicate, each once.
fn concepts_of(expr: &Expr, used: &mut Vec<ConceptId>) {
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
        Expr::Disagree(parts) => concepts_of(&parts.among, used),
        Expr::By(_) | Expr::Quantity(_) | Expr::Defect(_) => {}
    }
}

/// Adds the concepts of a pattern, each once.
fn concepts_in(pattern: &Pattern, used: &mut Vec<ConceptId>) {
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
