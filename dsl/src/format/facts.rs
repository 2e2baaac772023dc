//! Conditions over profile facts.

use super::expressions::{Around, in_parentheses, joined};
use super::pieces::{Gap, Writer};
use crate::ast::FactExpr;

/// Writes a whole condition.
pub(super) fn condition(expr: &FactExpr, out: &mut Writer) {
    place(expr, Around::Braces, out);
}

fn place(expr: &FactExpr, around: Around, out: &mut Writer) {
    let loosest = match expr {
        FactExpr::Or(_) => Around::Braces,
        FactExpr::And(_) => Around::Or,
        FactExpr::Fact(_) | FactExpr::Not(_) => Around::Not,
    };
    if around <= loosest {
        return bare(expr, around, out);
    }
    in_parentheses(out, |out| bare(expr, Around::Braces, out));
}

fn bare(expr: &FactExpr, around: Around, out: &mut Writer) {
    match expr {
        FactExpr::Fact(name) => out.token(name.node.as_str()),
        FactExpr::Not(inner) => {
            out.word("not");
            place(inner, Around::Not, out);
        }
        FactExpr::And(parts) => out.together(around.indent(), |out| {
            joined(Gap::Line, "and", parts, |part, out| place(part, Around::And, out), out);
        }),
        FactExpr::Or(parts) => joined(Gap::Line, "or", parts, |part, out| place(part, Around::Or, out), out),
    }
}
