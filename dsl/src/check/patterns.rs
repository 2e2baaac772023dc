//! Patterns with their concepts resolved, and literals long enough to mean something.

use super::concepts::Concepts;
use super::{Site, all_or_none, regexes};
use crate::ast::Pattern;
use crate::checked;
use crate::error::DslErrorKind;
use crate::span::Spanned;

/// The shortest literal that may stand alone, in characters. One character is found in every other sentence.
pub(super) const SHORTEST_LITERAL: usize = 2;

/// Resolves a pattern. `None`: it, or a concept in it, has a mistake, which was reported.
pub(super) fn resolve(
    pattern: &Pattern,
    concepts: &Concepts<'_>,
    site: Site<'_>,
) -> Option<checked::Pattern> {
    Resolver { concepts, site }.pattern(pattern, true)
}

struct Resolver<'a> {
    concepts: &'a Concepts<'a>,
    site: Site<'a>,
}

impl Resolver<'_> {
    /// `alone`: no other part of a sequence narrows down where this matches.
    fn pattern(&self, pattern: &Pattern, alone: bool) -> Option<checked::Pattern> {
        match pattern {
            Pattern::Literal(text) => self.literal(text, alone),
            Pattern::Word(text) => {
                (!self.site.is_empty_text(text)).then(|| checked::Pattern::Word(text.node.clone()))
            }
            Pattern::Regex(source) => self.regex(source),
            Pattern::Concept(name) => self.concepts.find(name, self.site).map(checked::Pattern::Concept),
            Pattern::Any(parts) => {
                let parts = all_or_none(parts.iter().map(|part| self.pattern(part, alone)))?;
                (!parts.is_empty()).then_some(checked::Pattern::Any(parts))
            }
            Pattern::Sequence(first, others) => {
                let first = self.pattern(first, false);
                let others = others.iter().map(|(gap, part)| Some((*gap, self.pattern(part, false)?)));
                let others = all_or_none(others);
                Some(checked::Pattern::Sequence(Box::new(first?), others?))
            }
            Pattern::Except(base, exception) => {
                let (base, exception) = (self.pattern(base, alone), self.pattern(exception, true));
                Some(checked::Pattern::Except(Box::new(base?), Box::new(exception?)))
            }
        }
    }

    fn literal(&self, text: &Spanned<String>, alone: bool) -> Option<checked::Pattern> {
        if self.site.is_empty_text(text) {
            return None;
        }
        if alone && text.node.trim().chars().count() < SHORTEST_LITERAL {
            let literal = text.node.clone();
            self.site.report(DslErrorKind::LiteralTooShort { literal }, text.span);
            return None;
        }
        Some(checked::Pattern::Literal(text.node.clone()))
    }

    fn regex(&self, source: &Spanned<String>) -> Option<checked::Pattern> {
        if self.site.errors.is_full() {
            return None;
        }
        match regexes::required_literal(&source.node) {
            Ok(literal) => Some(checked::Pattern::Regex { source: source.node.clone(), literal }),
            Err(kind) => {
                self.site.report(kind, source.span);
                None
            }
        }
    }
}

/// Calls `visit` with every concept name in a pattern.
pub(super) fn visit_concepts<'a>(pattern: &'a Pattern, visit: &mut impl FnMut(&'a Spanned<String>)) {
    match pattern {
        Pattern::Literal(_) | Pattern::Word(_) | Pattern::Regex(_) => {}
        Pattern::Concept(name) => visit(name),
        Pattern::Any(parts) => parts.iter().for_each(|part| visit_concepts(part, visit)),
        Pattern::Sequence(first, others) => {
            visit_concepts(first, visit);
            others.iter().for_each(|(_, part)| visit_concepts(part, visit));
        }
        Pattern::Except(base, exception) => {
            visit_concepts(base, visit);
            visit_concepts(exception, visit);
        }
    }
}
