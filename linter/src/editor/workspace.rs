//! The rule files that are seen together: those of a person's folder, and the concepts that ship with the program.

use std::sync::OnceLock;

use dsl::Span;
use dsl::ast;
use dsl::token::Token;

use super::places::{Role, words};
use crate::pack::{self, Checked, RulePack, Source};

/// Rule files, read and checked together. Files are named by their place in the list that was given; those that ship with
/// the program come behind.
pub struct Workspace {
    sources: Vec<Source>,
    files: Vec<File>,
    given: usize,
    /// Checked when somebody asks: hovers and completions do without.
    checked: OnceLock<Checked>,
}

struct File {
    tokens: Vec<Token>,
    tree: ast::File,
    names: Vec<Name>,
}

/// A word of a file that names something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Name {
    /// The file it stands in.
    pub file: usize,
    /// Its place.
    pub span: Span,
    /// What it is.
    pub role: Role,
    /// As it is read.
    pub text: String,
    /// The number of its rule in the file, counted from 1; 0 outside of rules.
    pub rule: u32,
}

impl Workspace {
    /// Reads rule files, with the shipped concepts where these have none of their own.
    pub fn load(given: Vec<Source>) -> Self {
        let count = given.len();
        let companions = pack::concepts_beneath(&given);
        let sources: Vec<Source> = given.into_iter().chain(companions).collect();
        let files =
            sources.iter().enumerate().map(|(index, source)| File::read(index, &source.text)).collect();
        Self { files, given: count, sources, checked: OnceLock::new() }
    }

    /// The rules without mistakes.
    pub fn pack(&self) -> &RulePack {
        &self.checked().pack
    }

    /// All mistakes.
    pub fn checked(&self) -> &Checked {
        self.checked.get_or_init(|| pack::load(self.sources.clone()))
    }

    /// The path and text of a file.
    pub fn source(&self, file: usize) -> Option<&Source> {
        self.sources.get(file)
    }

    /// How many files were given.
    pub fn given(&self) -> usize {
        self.given
    }

    /// Whether a file was given, and does not ship with the program.
    pub fn is_given(&self, file: usize) -> bool {
        file < self.given
    }

    /// The tree of a file.
    pub fn tree(&self, file: usize) -> Option<&ast::File> {
        self.files.get(file).map(|file| &file.tree)
    }

    /// The tokens of a file.
    pub fn tokens(&self, file: usize) -> &[Token] {
        self.files.get(file).map(|file| file.tokens.as_slice()).unwrap_or_default()
    }

    /// All names and keywords of all files, in the order of files and of their text.
    pub fn names(&self) -> impl Iterator<Item = &Name> {
        self.files.iter().flat_map(|file| &file.names)
    }

    /// The word at a place; of two that touch there, the one that begins.
    pub fn name_at(&self, file: usize, offset: u32) -> Option<&Name> {
        let names = &self.files.get(file)?.names;
        let touching = |name: &&Name| name.span.start <= offset && offset <= name.span.end;
        names.iter().rfind(touching)
    }

    /// The text of the `///` lines before the concept that is defined or extended at a name.
    pub fn concept_doc(&self, name: &Name) -> Option<&str> {
        self.tree(name.file)?.items.iter().find_map(|item| match item {
            ast::Item::Concept(concept) | ast::Item::Extend(concept) if concept.name.span == name.span => {
                concept.doc.as_deref()
            }
            _ => None,
        })
    }

    /// The rule by its number in a file, counted from 1.
    pub fn rule(&self, file: usize, number: u32) -> Option<&ast::Rule> {
        // Where the head of a rule is broken the tree has fewer rules: the id of the words decides.
        let id = self
            .names()
            .find(|name| name.file == file && name.rule == number && name.role == Role::RuleId)?;
        self.tree(file)?.items.iter().find_map(|item| match item {
            ast::Item::Rule(rule) if rule.id.span == id.span => Some(rule),
            _ => None,
        })
    }
}

impl File {
    fn read(index: usize, text: &str) -> Self {
        let tokens = dsl::tokens(text);
        let names = words(&tokens).into_iter().map(|word| Name {
            file: index,
            span: word.token.span,
            role: word.role,
            text: word.text.to_owned(),
            rule: word.rule,
        });
        let names = names.collect();
        Self { names, tokens, tree: dsl::parse(text).file }
    }
}
