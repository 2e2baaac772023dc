//! Predicates.

use super::patterns::{Place, pattern};
use super::pieces::{Gap, Writer};
use super::spelling;
use crate::ast::{Act, Count, Expr, Pattern, Quantity};

/// How strongly what stands around a predicate binds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Around {
    /// Braces or commas.
    Braces,
    Or,
    And,
    Not,
}

impl Around {
    /// Columns by which what `and` joins stands further in: beside `or`, the eye sees what belongs together.
    pub(super) fn indent(self) -> usize {
        if self == Self::Or { 2 } else { 0 }
    }
}

/// What a predicate is, as far as parentheses are concerned: the place it needs at least to stand without them.
fn loosest(expr: &Expr) -> Around {
    match expr {
        // A `|` beside a word needs parentheses; they are the pattern's own.
        Expr::Or(_) => Around::Braces,
        Expr::And(_) => Around::Or,
        _ => Around::Not,
    }
}

/// Writes what stands between braces.
pub(super) fn expression(expr: &Expr, out: &mut Writer) {
    place(expr, Around::Braces, out);
}

fn place(expr: &Expr, around: Around, out: &mut Writer) {
    if around <= loosest(expr) {
        return bare(expr, around, out);
    }
    in_parentheses(out, |out| bare(expr, Around::Braces, out));
}

/// A part that needs them.
pub(super) fn in_parentheses(out: &mut Writer, write: impl FnOnce(&mut Writer)) {
    out.together(0, |out| {
        out.token("(");
        out.nested(2, |out| {
            out.gap(Gap::Edge);
            write(out);
        });
        out.gap(Gap::Edge);
        out.token(")");
    });
}

fn bare(expr: &Expr, around: Around, out: &mut Writer) {
    match expr {
        Expr::Or(parts) => {
            // Each of several acts is a sentence of its own.
            let acts = parts.iter().filter(|part| matches!(part, Expr::Act(_))).count();
            let gap = if acts > 1 { Gap::Break } else { Gap::Line };
            joined(gap, "or", parts, |part, out| place(part, Around::Or, out), out);
        }
        Expr::And(parts) => {
            out.together(around.indent(), |out| {
                joined(Gap::Line, "and", parts, |part, out| place(part, Around::And, out), out);
            });
        }
        Expr::Not(inner, _) => {
            out.word("not");
            place(inner, Around::Not, out);
        }
        Expr::OneOf(parts, _) => one_of(parts, out),
        Expr::Scope(name, inner) => braces(|out| within(&name.node, out), Some(inner), out),
        Expr::Column(heading, inner, _) => {
            let head = |out: &mut Writer| {
                within("column", out);
                argument(|out| pattern(heading, Place::Whole, out), out);
            };
            braces(head, Some(inner), out);
        }
        Expr::Act(parts) => act(parts, out),
        Expr::By(party) => {
            out.token("by");
            argument(|out| out.token(party.node.as_str()), out);
        }
        Expr::Quantity(parts) => quantity(parts, out),
        Expr::Count(parts) => count(parts, out),
        Expr::Defines(defined, _) => before("defines", defined, out),
        Expr::Refers(name, _) => before("refers", name, out),
        Expr::Defect(name) => {
            out.word("defect");
            out.token(name.node.as_str());
        }
        Expr::Disagree(parts) => {
            let head = |out: &mut Writer| {
                out.word("disagree");
                out.token(parts.measure.node.as_str());
                if let Some(unit) = &parts.unit {
                    argument(|out| out.token(spelling::text(&unit.node)), out);
                }
            };
            braces(head, Some(&parts.among), out);
        }
        Expr::Pattern(content) => {
            let place = if around == Around::Braces { Place::Whole } else { Place::Alternative };
            pattern(content, place, out);
        }
    }
}

/// Parts with the same word between them.
pub(super) fn joined<T>(
    gap: Gap,
    operator: &str,
    parts: &[T],
    write: impl Fn(&T, &mut Writer),
    out: &mut Writer,
) {
    out.together(0, |out| {
        for (index, part) in parts.iter().enumerate() {
            if index > 0 {
                out.gap(gap);
                out.word(operator);
            }
            write(part, out);
        }
    });
}

/// `head { expr }`, on one line if it fits.
pub(super) fn braces(head: impl FnOnce(&mut Writer), inner: Option<&Expr>, out: &mut Writer) {
    out.together(0, |out| {
        head(out);
        out.blank();
        out.token("{");
        out.nested(2, |out| {
            out.gap(Gap::Line);
            if let Some(inner) = inner {
                expression(inner, out);
            }
        });
        out.gap(Gap::Line);
        out.token("}");
    });
}

fn within(scope: &str, out: &mut Writer) {
    out.word("within");
    out.token(scope);
}

fn argument(write: impl FnOnce(&mut Writer), out: &mut Writer) {
    out.token("(");
    out.together(2, write);
    out.token(")");
}

fn before(word: &str, what: &Pattern, out: &mut Writer) {
    out.word(word);
    pattern(what, Place::Alternative, out);
}

fn one_of(parts: &[Expr], out: &mut Writer) {
    out.together(0, |out| {
        out.word("one_of");
        out.token("{");
        out.nested(2, |out| {
            for (index, part) in parts.iter().enumerate() {
                if index > 0 {
                    out.token(",");
                }
                out.gap(Gap::Line);
                expression(part, out);
            }
        });
        out.gap(Gap::Line);
        out.token("}");
    });
}

/// The parts of an act stand on one line, or each on its own.
fn act(act: &Act, out: &mut Writer) {
    out.together(2, |out| {
        out.word("act");
        out.token(act.strength.node.as_str());
        if let Some(party) = &act.party {
            argument(|out| out.token(party.node.as_str()), out);
        }
        out.blank();
        pattern(&act.action, Place::Alternative, out);
        for (word, part) in [("of", &act.object), ("when", &act.condition)] {
            if let Some(part) = part {
                out.gap(Gap::Line);
                before(word, part, out);
            }
        }
        if let Some(within) = &act.within {
            out.gap(Gap::Line);
            out.word("within");
            out.token(within.node.as_str());
        }
    });
}

fn quantity(quantity: &Quantity, out: &mut Writer) {
    out.token(quantity.measure.node.as_str());
    if let Some(unit) = &quantity.unit {
        argument(|out| out.token(spelling::text(&unit.node)), out);
    }
    out.blank();
    out.word(&quantity.comparison.node);
    out.token(quantity.value.node.as_str());
}

fn count(count: &Count, out: &mut Writer) {
    out.token("count");
    argument(|out| pattern(&count.pattern, Place::Whole, out), out);
    out.blank();
    out.word(&count.comparison.node);
    out.token(count.value.node.as_str());
}
