//! The lines and blocks inside a rule.

use super::expressions::braces;
use super::facts::condition;
use super::items::HEAD;
use super::pieces::{Gap, Writer};
use super::spelling;
use crate::ast::{Applies, Example, Member, Requirement, RequirementKind};
use crate::check::text::dedented;
use crate::span::Spanned;

/// The column at which the values of properties begin, counted from their keywords.
const VALUES: usize = 10;

/// What stands together in a rule; between two groups is a blank line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Group {
    Properties,
    Requirements,
    Advice,
    Examples,
}

fn group(member: &Member) -> Group {
    match member {
        Member::Topic(_)
        | Member::Theme(_)
        | Member::Editions(_)
        | Member::Applies(_)
        | Member::Severity(_)
        | Member::Basis(_)
        | Member::Reference(_) => Group::Properties,
        Member::Requirement(_) => Group::Requirements,
        Member::Advice(_) => Group::Advice,
        Member::Example(_) => Group::Examples,
    }
}

/// Writes the members of a rule, each on a line of its own.
pub(super) fn all(members: &[Member], out: &mut Writer) {
    let mut before = None;
    for member in members {
        let group = group(member);
        out.gap(match before {
            None => Gap::Break,
            Some(before) if before != group => Gap::BlankLine,
            Some(Group::Properties) => Gap::Break,
            Some(_) => Gap::KeptBlankLine,
        });
        write_member(member, out);
        before = Some(group);
    }
}

fn write_member(member: &Member, out: &mut Writer) {
    match member {
        Member::Topic(name) => property("topic", out, |out| out.token(name.node.as_str())),
        Member::Theme(name) => property("theme", out, |out| out.token(name.node.as_str())),
        Member::Severity(name) => property("severity", out, |out| out.token(name.node.as_str())),
        Member::Editions(names) => property("editions", out, |out| list(names, out)),
        Member::Basis(ids) => property("basis", out, |out| list(ids, out)),
        Member::Applies(parts) => property("applies", out, |out| applies(parts, out)),
        Member::Reference(text) => {
            property("reference", out, |out| out.token(spelling::text(&text.node)));
        }
        Member::Advice(text) => {
            out.word("advice");
            block_or_text(&text.node, out);
        }
        Member::Requirement(written) => requirement(written, out),
        Member::Example(written) => example(written, out),
    }
}

fn property(word: &str, out: &mut Writer, value: impl FnOnce(&mut Writer)) {
    out.together(VALUES, |out| {
        out.token(word);
        out.gap(Gap::Blanks(VALUES.saturating_sub(word.len()).max(1)));
        value(out);
    });
}

fn list(names: &[Spanned<String>], out: &mut Writer) {
    for (index, name) in names.iter().enumerate() {
        if index > 0 {
            out.token(",");
            out.gap(Gap::Fill);
        }
        out.token(name.node.as_str());
    }
}

fn applies(applies: &Applies, out: &mut Writer) {
    list(&applies.kinds, out);
    if let Some(when) = &applies.when {
        out.gap(Gap::Fill);
        out.word("when");
        condition(when, out);
    }
}

/// A text that was written between quotes may hold what a block cannot.
fn block_or_text(text: &str, out: &mut Writer) {
    let dedented = dedented(text);
    if dedented.contains(spelling::QUOTES) {
        out.token(spelling::text(text));
    } else {
        out.block(&dedented);
    }
}

fn requirement(requirement: &Requirement, out: &mut Writer) {
    braces(|out| out.together(HEAD, |out| head(requirement, out)), requirement.expr.as_ref(), out);
}

fn head(requirement: &Requirement, out: &mut Writer) {
    out.word(match requirement.kind {
        RequirementKind::Require => "require",
        RequirementKind::Forbid => "forbid",
        RequirementKind::Recommend => "recommend",
    });
    out.token(requirement.name.node.as_str());
    if let Some(title) = &requirement.title {
        out.blank();
        out.token(spelling::text(&title.node));
    }
    for option in options(requirement) {
        out.gap(Gap::Fill);
        match option {
            Extra::Basis(ids) => {
                out.word("basis");
                list(ids, out);
            }
            Extra::Reference(text) => {
                out.word("reference");
                out.token(spelling::text(&text.node));
            }
            Extra::Severity(name) => {
                out.word("at");
                out.token(name.node.as_str());
            }
        }
    }
}

/// What may stand between the title of a requirement and its brace.
enum Extra<'a> {
    Basis(&'a [Spanned<String>]),
    Reference(&'a Spanned<String>),
    Severity(&'a Spanned<String>),
}

/// In the order written; a comment between two of them keeps its place.
fn options(requirement: &Requirement) -> Vec<Extra<'_>> {
    let basis = requirement.basis.first().map(|id| (id.span, Extra::Basis(&requirement.basis)));
    let reference = requirement.reference.as_ref().map(|text| (text.span, Extra::Reference(text)));
    let severity = requirement.severity.as_ref().map(|name| (name.span, Extra::Severity(name)));
    let mut options: Vec<_> = basis.into_iter().chain(reference).chain(severity).collect();
    options.sort_by_key(|(span, _)| *span);
    options.into_iter().map(|(_, option)| option).collect()
}

fn example(example: &Example, out: &mut Writer) {
    out.together(HEAD, |out| {
        if example.fails.is_empty() {
            out.token("pass");
        } else {
            out.word("fail");
            list(&example.fails, out);
        }
        if let Some(status) = &example.status {
            out.gap(Gap::Fill);
            out.word("as");
            out.token(status.node.as_str());
        }
        if let Some(title) = &example.title {
            out.gap(Gap::Fill);
            out.token(spelling::text(&title.node));
        }
    });
    out.blank();
    out.block(&dedented(&example.text.node));
}
