//! Patterns: alternatives fill the lines, each line but the first begins with `|`.

use super::pieces::{Gap, Writer};
use super::spelling;
use crate::ast::{self, Pattern};

/// How strongly what stands around a pattern binds: it tells which patterns need parentheses.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Place {
    /// Anything may stand here.
    Whole,
    /// One alternative.
    Alternative,
    /// What `except` is taken from.
    Sequence,
    /// One part of a sequence.
    Part,
}

/// The place that a pattern needs at least to stand without parentheses.
fn loosest(pattern: &Pattern) -> Place {
    match pattern {
        Pattern::Any(parts) if !parts.is_empty() => Place::Whole,
        Pattern::Except(..) => Place::Alternative,
        Pattern::Sequence(..) => Place::Sequence,
        _ => Place::Part,
    }
}

/// Writes a pattern, in parentheses where it needs them.
pub(super) fn pattern(pattern: &Pattern, place: Place, out: &mut Writer) {
    indented(pattern, place, 2, out);
}

fn indented(pattern: &Pattern, place: Place, indent: usize, out: &mut Writer) {
    if place <= loosest(pattern) {
        return bare(pattern, indent, out);
    }
    out.token("(");
    out.together(2, |out| bare(pattern, 2, out));
    out.token(")");
}

/// Columns by which the later parts of an alternative stand further in than its `|`.
const BEHIND_BAR: usize = 4;

/// `indent`: columns by which the later parts stand further in.
fn bare(whole: &Pattern, indent: usize, out: &mut Writer) {
    match whole {
        Pattern::Literal(text) => out.token(spelling::text(&text.node)),
        Pattern::Word(text) => {
            out.word("word");
            out.token(spelling::text(&text.node));
        }
        Pattern::Regex(source) => out.token(spelling::regex(&source.node)),
        Pattern::Concept(name) => out.token(name.node.as_str()),
        Pattern::Any(parts) => alternatives(parts, out),
        Pattern::Sequence(first, others) => out.together(indent, |out| sequence(first, others, out)),
        Pattern::Except(base, exception) => out.together(indent, |out| {
            pattern(base, Place::Sequence, out);
            out.gap(gap_before(exception));
            out.word("except");
            pattern(exception, Place::Part, out);
        }),
    }
}

fn alternatives(parts: &[Pattern], out: &mut Writer) {
    let Some((first, others)) = parts.split_first() else {
        // A hole. There is no way to write one.
        return out.token(spelling::text(""));
    };
    indented(first, Place::Alternative, BEHIND_BAR, out);
    for other in others {
        out.gap(Gap::Fill);
        out.word("|");
        indented(other, Place::Alternative, BEHIND_BAR, out);
    }
}

fn sequence(first: &Pattern, others: &[(ast::Gap, Pattern)], out: &mut Writer) {
    pattern(first, Place::Part, out);
    for (gap, part) in others {
        out.gap(gap_before(part));
        out.word(&spelling::gap(*gap));
        pattern(part, Place::Part, out);
    }
}

/// Alternatives fill the rest of the line; all else begins another where it does not fit.
fn gap_before(part: &Pattern) -> Gap {
    if matches!(part, Pattern::Any(_)) { Gap::FillIfItFits } else { Gap::Fill }
}
