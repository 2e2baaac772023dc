//! From a name to where it is defined and used, and to another name.

use dsl::keyword;

use super::places::Role;
use super::{Name, Span, Workspace};
use crate::message::{self, Lang};

/// A span and the file it lies in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// Index of the file in the workspace.
    pub file: usize,
    /// Bytes in that file.
    pub span: Span,
}

/// What a name stands for. Concepts and rules are known everywhere, requirements in their rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Meant<'a> {
    Concept(&'a str),
    Requirement(usize, u32, &'a str),
    Rule(&'a str),
}

fn meant(name: &Name) -> Option<Meant<'_>> {
    match name.role {
        Role::Concept | Role::ConceptDefinition | Role::ConceptExtension => Some(Meant::Concept(&name.text)),
        Role::Requirement | Role::RequirementDefinition => {
            Some(Meant::Requirement(name.file, name.rule, &name.text))
        }
        Role::RuleId => Some(Meant::Rule(&name.text)),
        _ => None,
    }
}

const fn defines(role: Role) -> bool {
    matches!(role, Role::ConceptDefinition | Role::RequirementDefinition | Role::RuleId)
}

/// All names that mean the same, in the order of files and of their text.
fn same<'a>(workspace: &'a Workspace, name: &'a Name) -> impl Iterator<Item = &'a Name> {
    let wanted = meant(name);
    workspace.names().filter(move |other| wanted.is_some() && meant(other) == wanted)
}

/// Where the name at a place is defined. A concept that is only extended leads to its extensions.
pub fn definition(workspace: &Workspace, file: usize, offset: u32) -> Vec<Place> {
    let Some(name) = workspace.name_at(file, offset) else { return Vec::new() };
    let defined = places(same(workspace, name).filter(|other| defines(other.role)));
    if defined.is_empty() {
        return places(same(workspace, name).filter(|other| other.role == Role::ConceptExtension));
    }
    defined
}

/// Where the name at a place is used, with its definition if that is wanted.
pub fn references(workspace: &Workspace, file: usize, offset: u32, with_definition: bool) -> Vec<Place> {
    let Some(name) = workspace.name_at(file, offset) else { return Vec::new() };
    places(same(workspace, name).filter(|other| with_definition || !defines(other.role)))
}

fn places<'a>(names: impl Iterator<Item = &'a Name>) -> Vec<Place> {
    names.map(|name| Place { file: name.file, span: name.span }).collect()
}

/// The place and text of a name that can be changed: a concept or a requirement.
pub fn renamable(workspace: &Workspace, file: usize, offset: u32) -> Option<&Name> {
    let name = workspace.name_at(file, offset)?;
    matches!(meant(name)?, Meant::Concept(_) | Meant::Requirement(..)).then_some(name)
}

/// All places that change when the name at a place becomes `new`.
///
/// # Errors
/// In words, for the person who asked: no name of theirs stands there, it ships with the program, or the new one cannot be
/// used.
pub fn rename(
    workspace: &Workspace,
    file: usize,
    offset: u32,
    new: &str,
    lang: Lang,
) -> Result<Vec<Place>, String> {
    let say = |code: &str, name: &str| message::text(lang, code, &[("name", name)]);
    let name = renamable(workspace, file, offset).ok_or_else(|| say("editor-rename-nothing", ""))?;
    if !is_name(new) {
        return Err(say("editor-rename-invalid", new));
    }
    let taken = |other: &&Name| {
        let renamed = Name { text: new.to_owned(), ..name.clone() };
        meant(other) == meant(&renamed)
    };
    if new != name.text && workspace.names().any(|other| taken(&other)) {
        return Err(say("editor-rename-taken", new));
    }
    let all = places(same(workspace, name));
    if all.iter().any(|place| !workspace.is_given(place.file)) {
        return Err(say("editor-rename-shipped", &name.text));
    }
    Ok(all)
}

/// One word, that is no word of the language, begins with no digit and has no joints: as the checker wants names.
fn is_name(new: &str) -> bool {
    let tokens = dsl::tokens(new);
    let [token] = tokens.as_slice() else { return false };
    let first_is_digit = new.starts_with(|first: char| first.is_ascii_digit());
    token.word() == Some(new)
        && !keyword::is_reserved(new)
        && !first_is_digit
        && !new.contains(['.', '/', '@'])
}
