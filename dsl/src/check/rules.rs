//! Rules without holes, made of trees that may have some.

use std::collections::BTreeSet;

use super::properties::Properties;
use super::text::dedented;
use super::{Context, Site, all_or_none, examples, known_value, listed_name, requirements};
use crate::ast::{self, Item};
use crate::checked::{Applies, BasisRef, FactExpr, Requirement, Rule, Severity};
use crate::error::{DslErrorKind, NameKind};
use crate::span::Spanned;

/// The usable rules of all files, sorted by id.
pub(super) fn all<'a>(items: impl Iterator<Item = (Site<'a>, &'a Item)>, context: &Context<'_>) -> Vec<Rule> {
    let mut ids = BTreeSet::new();
    let mut rules = Vec::new();
    for (site, item) in items {
        let Item::Rule(rule) = item else { continue };
        let checked = checked_rule(rule, context, site);
        if ids.insert(rule.id.node.as_str()) {
            rules.extend(checked);
        } else {
            site.report(DslErrorKind::DuplicateRule { id: rule.id.node.clone() }, rule.id.span);
        }
    }
    rules.sort_by(|one: &Rule, other| one.id.cmp(&other.id));
    rules
}

/// The rule, unless it has a mistake.
fn checked_rule(rule: &ast::Rule, context: &Context<'_>, site: Site<'_>) -> Option<Rule> {
    let checker = RuleChecker { rule, context, site };
    let reported_before = site.errors.reported();
    let checked = checker.checked();
    let sound = !rule.broken && site.errors.reported() == reported_before;
    checked.filter(|_| sound)
}

/// A rule being checked, and what it is checked against.
#[derive(Clone, Copy)]
pub(super) struct RuleChecker<'a> {
    pub(super) rule: &'a ast::Rule,
    pub(super) context: &'a Context<'a>,
    pub(super) site: Site<'a>,
}

impl<'a> RuleChecker<'a> {
    /// Looks at every part before it gives up on one.
    fn checked(self) -> Option<Rule> {
        let properties = Properties::gather(self.rule, self.site);
        self.check_id();
        let title = self.text("title", self.rule.title.as_ref());
        let doc = self.doc();
        let (topic, theme) = self.subject(&properties);
        let editions = self.editions(&properties);
        let applies = self.applies(&properties);
        let severity = self.severity(&properties);
        let basis = self.basis(properties.basis.iter().copied());
        let reference = self.reference(properties.reference);
        let advice = self.text("advice", properties.advice).map(|advice| dedented(&advice));
        let defaults = requirements::Defaults { severity, basis: &basis, reference: reference.as_deref() };
        let requirements = requirements::resolve(self, &properties, &defaults);
        let examples = examples::resolve(self, &properties, &requirements);
        let requirements: Vec<Requirement> = requirements.into_iter().collect::<Option<_>>()?;
        Some(Rule {
            id: self.rule.id.node.clone(),
            title: title?,
            doc: doc?,
            topic,
            theme,
            editions: editions?,
            applies: applies?,
            severity: severity.or_else(|| requirements.iter().map(|own| own.severity).max())?,
            basis,
            reference,
            requirements,
            advice: advice?,
            examples,
            place: self.site.place(self.rule.span),
        })
    }

    /// Reports a part that the rule does not have, unless it may be one that could not be read.
    pub(super) fn missing(self, member: &'static str) {
        self.report_absence(DslErrorKind::Missing { member }, &self.rule.id);
    }

    /// Reports something that follows from what the rule does not have.
    pub(super) fn report_absence(self, kind: DslErrorKind, at: &Spanned<String>) {
        if !self.rule.broken {
            self.site.report(kind, at.span);
        }
    }

    fn check_id(self) {
        let id = &self.rule.id;
        let is_part = |part: &str| {
            let allowed = |char: char| char.is_ascii_lowercase() || char.is_ascii_digit() || char == '-';
            !part.is_empty() && part.chars().all(allowed)
        };
        if !id.node.split_once('/').is_some_and(|(pack, name)| is_part(pack) && is_part(name)) {
            self.site.report(DslErrorKind::InvalidRuleId { id: id.node.clone() }, id.span);
        }
    }

    fn text(self, member: &'static str, text: Option<&Spanned<String>>) -> Option<String> {
        match text {
            Some(text) => (!self.site.is_empty_text(text)).then(|| text.node.clone()),
            None => {
                self.missing(member);
                None
            }
        }
    }

    fn doc(self) -> Option<String> {
        let doc = self.rule.doc.as_ref().filter(|doc| !doc.trim().is_empty());
        if doc.is_none() {
            self.missing("doc");
        }
        doc.cloned()
    }

    /// A topic or a theme, not both.
    fn subject(self, properties: &Properties<'_>) -> (Option<String>, Option<String>) {
        match (properties.topic, properties.theme) {
            (None, None) => self.missing("topic"),
            (Some(_), Some(theme)) => self.site.report(DslErrorKind::TopicAndTheme, theme.span),
            _ => {}
        }
        let topics = self.context.vocabulary.topics;
        let topic = properties.topic.and_then(|topic| listed_name(NameKind::Topic, topic, topics, self.site));
        (topic, properties.theme.map(|theme| theme.node.clone()))
    }

    fn editions(self, properties: &Properties<'_>) -> Option<Vec<String>> {
        let Some(editions) = properties.editions else {
            self.missing("editions");
            return None;
        };
        let known = self.context.vocabulary.editions;
        all_or_none(editions.iter().map(|name| listed_name(NameKind::Edition, name, known, self.site)))
    }

    fn applies(self, properties: &Properties<'_>) -> Option<Vec<Applies>> {
        if properties.applies.is_empty() {
            self.missing("applies");
        }
        all_or_none(properties.applies.iter().map(|applies| {
            let known = self.context.vocabulary.kinds;
            let kinds =
                applies.kinds.iter().map(|name| listed_name(NameKind::DocumentKind, name, known, self.site));
            let kinds = all_or_none(kinds);
            let when = match &applies.when {
                Some(when) => self.facts(when).map(Some),
                None => Some(None),
            };
            Some(Applies { kinds: kinds?, when: when? })
        }))
    }

    fn facts(self, facts: &ast::FactExpr) -> Option<FactExpr> {
        let all = |parts: &[ast::FactExpr]| all_or_none(parts.iter().map(|part| self.facts(part)));
        match facts {
            ast::FactExpr::Fact(name) => {
                let known = self.context.vocabulary.facts;
                listed_name(NameKind::Fact, name, known, self.site).map(FactExpr::Fact)
            }
            ast::FactExpr::Not(inner) => self.facts(inner).map(|inner| FactExpr::Not(Box::new(inner))),
            ast::FactExpr::And(parts) => all(parts).map(FactExpr::And),
            ast::FactExpr::Or(parts) => all(parts).map(FactExpr::Or),
        }
    }

    fn severity(self, properties: &Properties<'_>) -> Option<Severity> {
        let needs_default = properties
            .requirements
            .iter()
            .any(|requirement| requirements::takes_severity_of_rule(requirement));
        match properties.severity {
            Some(name) => self.severity_of(name),
            None => {
                if needs_default {
                    self.missing("severity");
                }
                None
            }
        }
    }

    /// The severity of a name.
    pub(super) fn severity_of(self, name: &Spanned<String>) -> Option<Severity> {
        known_value(NameKind::Severity, name, Severity::ALL, self.site)
    }

    /// References to the knowledge base; those that it does not hold are reported.
    pub(super) fn basis<'n>(self, ids: impl Iterator<Item = &'n Spanned<String>>) -> Vec<BasisRef> {
        ids.filter(|id| self.knows_basis(id))
            .map(|id| BasisRef { id: id.node.clone(), place: self.site.place(id.span) })
            .collect()
    }

    /// `M-8-11`, or `M-8-11@6.0` for the clause of one edition.
    fn knows_basis(self, id: &Spanned<String>) -> bool {
        let Some(basis) = &self.context.basis else { return true };
        let (entry, edition) =
            id.node.split_once('@').map_or((id.node.as_str(), None), |(id, of)| (id, Some(of)));
        let edition_known = edition.is_none_or(|edition| {
            self.context.vocabulary.editions.is_none_or(|known| known.contains(&edition))
        });
        let known = basis.contains(id.node.as_str()) || (basis.contains(entry) && edition_known);
        if !known {
            // A clause of another chapter may be one letter away and speaks of something else.
            let same_chapter = basis.iter().copied().filter(|known| chapter(known) == chapter(&id.node));
            super::report_unknown(NameKind::Basis, id, same_chapter, self.site);
        }
        known
    }

    /// A reference outside the guideline, if there is one.
    pub(super) fn reference(self, text: Option<&Spanned<String>>) -> Option<String> {
        text.filter(|text| !self.site.is_empty_text(text)).map(|text| text.node.clone())
    }
}

/// The volume and chapter of a clause: `C-8` of `C-8-5`.
fn chapter(id: &str) -> (&str, &str) {
    let mut parts = id.split(['-', '@']);
    (parts.next().unwrap_or_default(), parts.next().unwrap_or_default())
}
