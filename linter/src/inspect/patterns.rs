//! Patterns that can never match, or hardly ever: what folding, the end of a sentence, `word`, `except` and gaps leave of
//! them.

use std::collections::BTreeMap;

use dsl::ast::{Expr, Gap, Item, Member, Pattern, Quantity};
use dsl::{Doubt, Span, Spanned};

use super::{Alternative, Files, Found, alternatives, visit_patterns};
use crate::language::fold::fold_literal;
use crate::language::quantity::{self, COUNT_UNITS, Value};
use crate::language::sentences::split_sentences;
use crate::normalise::normalise;
use crate::scan::same_script;

/// Looks at all patterns and units of the files given.
pub(super) fn look(files: &Files<'_>, found: &mut Found) {
    let concepts = files.concepts();
    for (file, item) in files.items() {
        let mut looker = Looker { file, concepts: &concepts, found };
        match item {
            Item::Concept(concept) | Item::Extend(concept) => looker.pattern(&concept.pattern),
            Item::Rule(rule) => {
                for member in &rule.members {
                    if let Member::Requirement(requirement) = member
                        && let Some(expr) = &requirement.expr
                    {
                        visit_patterns(expr, &mut |pattern| looker.pattern(pattern));
                        looker.units(expr);
                    }
                }
            }
        }
    }
}

struct Looker<'a, 'f> {
    file: usize,
    concepts: &'f BTreeMap<&'a str, Vec<Alternative<'a>>>,
    found: &'f mut Found,
}

impl<'a> Looker<'a, '_> {
    fn add(&mut self, span: Span, doubt: Doubt, args: &[(&'static str, &str)]) {
        self.found.add(self.file, span, doubt, args);
    }

    fn pattern(&mut self, pattern: &'a Pattern) {
        match pattern {
            Pattern::Literal(text) => self.literal(text),
            Pattern::Word(text) => {
                self.literal(text);
                self.word(text);
            }
            Pattern::Regex(source) => self.regex(source),
            Pattern::Concept(_) => {}
            Pattern::Any(parts) => parts.iter().for_each(|part| self.pattern(part)),
            Pattern::Sequence(first, rest) => {
                self.pattern(first);
                let mut before = first.as_ref();
                for (gap, part) in rest {
                    self.gap(before, *gap, part);
                    self.pattern(part);
                    before = part;
                }
            }
            Pattern::Except(base, exception) => {
                self.pattern(base);
                self.pattern(exception);
                self.exception(base, exception);
            }
        }
    }

    fn literal(&mut self, text: &Spanned<String>) {
        let folded = fold_literal(&text.node);
        let seen = normalise(&text.node);
        if !folded.is_empty() && fold_literal(&seen) != folded {
            let args = [("literal", text.node.as_str()), ("seen", &seen)];
            self.add(text.span, Doubt::LiteralNotNormal, &args);
        } else if folded.is_empty() {
            self.add(text.span, Doubt::LiteralVanishes, &[("literal", &text.node)]);
        } else if spans_sentences(&folded) || text.node.contains('\n') {
            self.add(text.span, Doubt::LiteralSpansSentences, &[("literal", &text.node)]);
        }
    }

    /// Kana go on in particles and endings, signs are no words: such an end hardly ever stands alone.
    fn word(&mut self, text: &Spanned<String>) {
        let folded = fold_literal(&text.node);
        let is_open = |end: Option<char>| {
            end.is_some_and(|end| matches!(end, 'ぁ'..='ゖ') || !end.is_alphanumeric() && end != 'ー')
        };
        if is_open(folded.chars().next()) || is_open(folded.chars().next_back()) {
            self.add(text.span, Doubt::WordOpenEnd, &[("word", &text.node)]);
        }
    }

    /// The engine looks for the folded literal, and runs the expression over folded text.
    fn regex(&mut self, source: &Spanned<String>) {
        let Some(literal) = dsl::required_literal(&source.node) else { return };
        let folded = fold_literal(&normalise(&literal));
        if folded != literal {
            let args = [("literal", literal.as_str()), ("folded", &folded)];
            self.add(source.span, Doubt::RegexNotFolded, &args);
        }
    }

    /// Without any gap, the two stand together: neither may go on as the same word, nor fold into something else.
    fn gap(&mut self, first: &Pattern, gap: Gap, second: &Pattern) {
        if gap != Gap::Within(0) {
            return;
        }
        let (Some(before), Some(after)) = (single(first), single(second)) else { return };
        let (left, right) = (fold_literal(&before.node), fold_literal(&after.node));
        let is_word = matches!(first, Pattern::Word(_)) || matches!(second, Pattern::Word(_));
        let joins = match (left.chars().next_back(), right.chars().next()) {
            (Some(end), Some(start)) => is_word && same_script(end, start),
            _ => false,
        };
        let together = fold_literal(&format!("{}{}", before.node, after.node));
        let changes = together != format!("{left}{right}");
        if joins || changes {
            let folded = if changes { together.as_str() } else { "none" };
            let args = [("first", before.node.as_str()), ("second", &after.node), ("folded", folded)];
            self.add(after.span, Doubt::GapCannotHold, &args);
        }
    }

    /// An exception inside the wording itself cuts every match; one that cannot overlap it cuts none.
    fn exception(&mut self, base: &'a Pattern, exception: &'a Pattern) {
        let concepts = self.concepts;
        let plain = |pattern| {
            let mut all = Vec::new();
            plain_of(pattern, concepts, true, 0, &mut all).then_some(all)
        };
        let (Some(wordings), Some(exceptions)) = (plain(base), plain(exception)) else { return };
        for wording in &wordings {
            let cut = exceptions.iter().find(|exception| wording.folded.contains(&exception.folded));
            // A concept is used elsewhere as well: that one of its wordings is cut here may be meant.
            if let (Some(by), true) = (cut, wording.is_written_here) {
                let args = [("wording", wording.text), ("by", by.text)];
                self.add(wording.span, Doubt::ExceptCutsAll, &args);
            }
        }
        for exception in exceptions.iter().filter(|exception| exception.is_written_here) {
            if !wordings.iter().any(|wording| may_overlap(&wording.folded, &exception.folded)) {
                self.add(exception.span, Doubt::ExceptCutsNothing, &[("wording", exception.text)]);
            }
        }
    }

    fn units(&mut self, expr: &Expr) {
        match expr {
            Expr::And(parts) | Expr::Or(parts) | Expr::OneOf(parts, _) => {
                parts.iter().for_each(|part| self.units(part));
            }
            Expr::Not(part, _) | Expr::Scope(_, part) | Expr::Column(_, part, _) => self.units(part),
            Expr::Quantity(Quantity { unit: Some(unit), .. }) => self.unit(unit),
            _ => {}
        }
    }

    /// Asks the reader of quantities itself.
    fn unit(&mut self, unit: &Spanned<String>) {
        let read = quantity::find(&fold_literal(&format!("3{}", unit.node)));
        let known = read
            .iter()
            .any(|found| matches!(&found.value, Value::Count { unit: read, .. } if *read == unit.node));
        if !known {
            let args = [("unit", unit.node.as_str()), ("units", &COUNT_UNITS.join(", "))];
            self.add(unit.span, Doubt::UnitUnknown, &args);
        }
    }
}

/// A wording without conditions of its own.
struct Plain<'p> {
    text: &'p str,
    folded: String,
    span: Span,
    /// Not by way of a concept.
    is_written_here: bool,
}

/// Concepts within concepts are followed this far.
const DEPTH: usize = 32;

/// Adds the literals and words of a pattern; false where it holds anything else.
fn plain_of<'p>(
    pattern: &'p Pattern,
    concepts: &BTreeMap<&str, Vec<Alternative<'p>>>,
    is_written_here: bool,
    depth: usize,
    all: &mut Vec<Plain<'p>>,
) -> bool {
    match pattern {
        Pattern::Literal(text) | Pattern::Word(text) => {
            let folded = fold_literal(&text.node);
            all.push(Plain { text: &text.node, folded, span: text.span, is_written_here });
            true
        }
        Pattern::Any(_) => {
            alternatives(pattern).all(|part| plain_of(part, concepts, is_written_here, depth + 1, all))
        }
        Pattern::Concept(name) if depth < DEPTH => concepts.get(name.node.as_str()).is_some_and(|parts| {
            parts.iter().all(|part| plain_of(part.tree, concepts, false, depth + 1, all))
        }),
        _ => false,
    }
}

/// The text of a pattern that is only one text.
fn single(pattern: &Pattern) -> Option<&Spanned<String>> {
    match pattern {
        Pattern::Literal(text) | Pattern::Word(text) => Some(text),
        Pattern::Any(parts) => match parts.as_slice() {
            [only] => single(only),
            _ => None,
        },
        _ => None,
    }
}

/// Whether two texts can share characters: one holds the other, or one begins as the other ends.
fn may_overlap(one: &str, other: &str) -> bool {
    let begins = |text: &str, end_of: &str| {
        text.char_indices().skip(1).any(|(at, _)| text.get(..at).is_some_and(|start| end_of.ends_with(start)))
    };
    one.contains(other) || other.contains(one) || begins(one, other) || begins(other, one)
}

/// Whether a sentence ends inside; a closing bracket goes on with the sentence that it closes in.
fn spans_sentences(folded: &str) -> bool {
    split_sentences(folded).get(1).is_some_and(|rest| {
        let rest = folded.get(rest.start..).unwrap_or_default();
        !rest.starts_with(['」', ')', ']', '】'])
    })
}
