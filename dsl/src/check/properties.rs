//! The lines of a rule sorted into what they say.

use super::Site;
use crate::ast::{Applies, Example, Member, Requirement, Rule};
use crate::error::DslErrorKind;
use crate::span::Spanned;

/// What a rule says, each property at most once. `applies` and `basis` may be spread over several lines.
#[derive(Default)]
pub(super) struct Properties<'a> {
    pub(super) topic: Option<&'a Spanned<String>>,
    pub(super) theme: Option<&'a Spanned<String>>,
    pub(super) editions: Option<&'a [Spanned<String>]>,
    pub(super) severity: Option<&'a Spanned<String>>,
    pub(super) reference: Option<&'a Spanned<String>>,
    pub(super) advice: Option<&'a Spanned<String>>,
    pub(super) applies: Vec<&'a Applies>,
    pub(super) basis: Vec<&'a Spanned<String>>,
    pub(super) requirements: Vec<&'a Requirement>,
    pub(super) examples: Vec<&'a Example>,
}

impl<'a> Properties<'a> {
    /// Sorts the members of a rule; reports what is given twice, and keeps the first.
    pub(super) fn gather(rule: &'a Rule, site: Site<'_>) -> Self {
        let mut properties = Self::default();
        for member in &rule.members {
            properties.take(member, site);
        }
        properties
    }

    fn take(&mut self, member: &'a Member, site: Site<'_>) {
        match member {
            Member::Topic(name) => once(&mut self.topic, name, "topic", site),
            Member::Theme(name) => once(&mut self.theme, name, "theme", site),
            Member::Severity(name) => once(&mut self.severity, name, "severity", site),
            Member::Reference(text) => once(&mut self.reference, text, "reference", site),
            Member::Advice(text) => once(&mut self.advice, text, "advice", site),
            Member::Editions(names) => self.take_editions(names, site),
            Member::Applies(applies) => self.applies.push(applies),
            Member::Basis(ids) => self.basis.extend(ids),
            Member::Requirement(requirement) => self.requirements.push(requirement),
            Member::Example(example) => self.examples.push(example),
        }
    }

    fn take_editions(&mut self, names: &'a [Spanned<String>], site: Site<'_>) {
        match (self.editions, names.first()) {
            (Some(_), Some(first)) => site.report(DslErrorKind::Repeated { member: "editions" }, first.span),
            _ => self.editions = Some(names),
        }
    }
}

fn once<'a>(
    slot: &mut Option<&'a Spanned<String>>,
    value: &'a Spanned<String>,
    member: &'static str,
    site: Site<'_>,
) {
    match slot {
        Some(_) => site.report(DslErrorKind::Repeated { member }, value.span),
        None => *slot = Some(value),
    }
}
