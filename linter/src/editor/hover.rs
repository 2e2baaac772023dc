//! What the word under the pointer means.

use std::collections::BTreeSet;

use dsl::LineIndex;
use dsl::ast::Member;
use kb::Kb;

use super::places::Role;
use super::{Hover, Name, Workspace, clauses, symbols, words};
use crate::message::{self, Arg, Lang};

/// The most characters of one definition that are shown; the cut is marked.
const LONGEST: usize = 600;

/// The words for a place in a rule file; none where no word stands, or nobody knows it.
pub fn at(workspace: &Workspace, file: usize, offset: u32, lang: Lang) -> Option<Hover> {
    let name = workspace.name_at(file, offset)?;
    let markdown = match name.role {
        Role::Clause => clauses::markdown(Kb::embedded().ok()?.get(&name.text)?, lang),
        Role::Concept | Role::ConceptDefinition | Role::ConceptExtension => {
            concept(workspace, &name.text, lang)?
        }
        Role::Requirement | Role::RequirementDefinition => requirement(workspace, name, lang)?,
        Role::RuleId => {
            let rule = workspace.rule(file, name.rule)?;
            let title = rule.title.as_ref().map(|title| title.node.as_str()).unwrap_or_default();
            format!("**{title}**\n\n{}", rule.doc.as_deref().unwrap_or_default())
        }
        role => format!("**{}** {}", name.text, words::meaning(role, &name.text, lang)?),
    };
    Some(Hover { span: name.span, markdown })
}

/// What it is for, its definition and extensions, and the definitions of the concepts that it uses.
fn concept(workspace: &Workspace, name: &str, lang: Lang) -> Option<String> {
    let say = |code: &str, args: &[Arg<'_>]| message::text(lang, code, args);
    let definition = defined(workspace, name)?;
    let mut out =
        format!("**{name}** {}\n", say("editor-concept", &[("place", &place(workspace, definition))]));
    if let Some(doc) = workspace.concept_doc(definition) {
        out.push_str(&format!("\n{doc}\n"));
    }
    out.push_str(&format!("\n```seki\n{}\n```\n", shortened(&text(workspace, definition))));
    let extensions: Vec<&Name> = workspace
        .names()
        .filter(|other| other.role == Role::ConceptExtension && other.text == name)
        .collect();
    for extension in extensions.iter().filter(|extension| **extension != definition) {
        let place = place(workspace, extension);
        out.push_str(&format!("\n{}\n\n", say("editor-concept-extended", &[("place", &place)])));
        out.push_str(&format!("```seki\n{}\n```\n", shortened(&text(workspace, extension))));
    }
    let used = used(workspace, name);
    if !used.is_empty() {
        out.push_str(&format!("\n{}\n\n", say("editor-concept-uses", &[])));
    }
    for definition in used {
        out.push_str(&format!("- `{}`\n", shortened(&one_line(&text(workspace, definition)))));
    }
    Some(out)
}

/// The definition of a concept, or the first extension of one that has none.
fn defined<'a>(workspace: &'a Workspace, name: &str) -> Option<&'a Name> {
    let of = |role: Role| workspace.names().find(|other| other.role == role && other.text == name);
    of(Role::ConceptDefinition).or_else(|| of(Role::ConceptExtension))
}

/// The definitions of all concepts that a concept is made of, also by way of others, in the order of their first use.
fn used<'a>(workspace: &'a Workspace, name: &str) -> Vec<&'a Name> {
    let mut seen = BTreeSet::from([name.to_owned()]);
    let mut open = vec![name.to_owned()];
    let mut found = Vec::new();
    while let Some(name) = open.pop() {
        let bodies: Vec<&Name> = workspace
            .names()
            .filter(|other| {
                matches!(other.role, Role::ConceptDefinition | Role::ConceptExtension) && other.text == name
            })
            .collect();
        for body in bodies {
            let span = symbols::item_span(workspace.tokens(body.file), body.span);
            let inside = |other: &&Name| {
                other.file == body.file
                    && other.role == Role::Concept
                    && span.start <= other.span.start
                    && other.span.end <= span.end
            };
            for part in workspace.names().filter(inside) {
                if seen.insert(part.text.clone()) {
                    found.extend(defined(workspace, &part.text));
                    open.push(part.text.clone());
                }
            }
        }
    }
    found
}

/// The text of an item as it is written.
fn text(workspace: &Workspace, name: &Name) -> String {
    let span = symbols::item_span(workspace.tokens(name.file), name.span);
    workspace
        .source(name.file)
        .and_then(|source| source.text.get(span.range()))
        .unwrap_or_default()
        .to_owned()
}

/// `concepts.seki:12`
fn place(workspace: &Workspace, name: &Name) -> String {
    let Some(source) = workspace.source(name.file) else { return String::new() };
    let path = source.path.rsplit(['/', '\\']).next().unwrap_or(&source.path);
    format!("{path}:{}", LineIndex::new(&source.text).position(name.span.start).line)
}

fn requirement(workspace: &Workspace, name: &Name, lang: Lang) -> Option<String> {
    let rule = workspace.rule(name.file, name.rule)?;
    let requirement = rule.members.iter().find_map(|member| match member {
        Member::Requirement(requirement) if requirement.name.node == name.text => Some(requirement),
        _ => None,
    })?;
    let title = requirement.title.as_ref().map(|title| title.node.as_str()).unwrap_or_default();
    let source = workspace.source(name.file)?;
    let written = source.text.get(requirement.span.range()).unwrap_or_default();
    let kind = message::text(lang, "editor-requirement", &[("rule", &rule.id.node)]);
    Some(format!("**{}** {title} {kind}\n\n```seki\n{}\n```\n", name.text, shortened(written)))
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn shortened(text: &str) -> String {
    let mut short: String = text.chars().take(LONGEST).collect();
    if text.chars().nth(LONGEST).is_some() {
        short.push('…');
    }
    short
}
