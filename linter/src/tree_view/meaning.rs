//! Definitions and references as `sekisho tree` shows them.

use std::fmt::Write as _;

use schemars::JsonSchema;
use serde::Serialize;

use super::{CharacterIndex, SpanView, TreeView};
use crate::citation::article_path;
use crate::document::{Document, NodeId};
use crate::language::units;
use crate::meaning::definitions::{self, DefinitionForm};
use crate::meaning::parties::Parties;
use crate::meaning::references::{self, ReferenceForm, ReferenceMode, Target};
use crate::message::{self, Lang};

/// A term that the document defines.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct DefinitionView {
    /// The term as printed.
    pub term: String,
    /// How it is defined.
    pub form: DefinitionForm,
    /// The article that defines it: 第2条第1号.
    pub article: String,
    /// Where the term stands in its definition.
    pub span: SpanView,
    /// What it means, in the document's own words.
    pub meaning: Option<String>,
    /// Where these words stand.
    pub meaning_span: Option<SpanView>,
    /// Where the term is used.
    pub uses: Vec<SpanView>,
}

/// A reference.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ReferenceView {
    /// The words of the reference as printed.
    pub text: String,
    /// The article it stands in.
    pub article: String,
    /// Where it stands.
    pub span: SpanView,
    /// What it points at, by its words.
    pub form: ReferenceForm,
    /// What the sentence does with it.
    pub mode: ReferenceMode,
    /// Where it leads.
    pub target: TargetView,
}

/// Where a reference leads.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum TargetView {
    /// To provisions of the same document.
    Inside {
        /// The provisions.
        places: Vec<PlaceView>,
    },
    /// To another document of the case.
    InCase {
        /// Its index among the documents.
        document: usize,
    },
    /// To a law or a document that is not at hand.
    Outside {
        /// Its name.
        name: String,
    },
    /// To an article that the document does not have.
    Dangling,
    /// To something that the tree does not show.
    Unresolved,
}

/// A provision.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct PlaceView {
    /// 第5条第2項
    pub article: String,
    /// All of it.
    pub span: SpanView,
}

pub(super) fn definitions(document: &Document, characters: &CharacterIndex) -> Vec<DefinitionView> {
    let found = definitions::read(document);
    let uses = definitions::uses(document, &found);
    let view = |(one, uses): (definitions::Definition, Vec<_>)| DefinitionView {
        form: one.form,
        article: article_path(document, one.node),
        span: characters.span(one.term_span),
        meaning: one.meaning.map(|meaning| document.slice(meaning).replace('\n', "")),
        meaning_span: one.meaning.map(|meaning| characters.span(meaning)),
        uses: uses.into_iter().map(|span| characters.span(span)).collect(),
        term: one.term,
    };
    found.into_iter().zip(uses).map(view).collect()
}

pub(super) fn references(
    document: &Document,
    parties: &Parties,
    characters: &CharacterIndex,
) -> Vec<ReferenceView> {
    let units = units::split(document, parties);
    let place = |id: &NodeId| {
        let span = document.node(*id).map(|node| node.span).unwrap_or_default();
        PlaceView { article: article_path(document, *id), span: characters.span(span) }
    };
    let view = |reference: references::Reference| ReferenceView {
        text: document.slice(reference.span).replace('\n', ""),
        article: article_path(document, reference.node),
        span: characters.span(reference.span),
        form: reference.form,
        mode: reference.mode,
        target: match reference.target {
            Target::Inside(nodes) => TargetView::Inside { places: nodes.iter().map(place).collect() },
            Target::InCase(document, _) => TargetView::InCase { document },
            Target::Outside(name) => TargetView::Outside { name },
            Target::Dangling => TargetView::Dangling,
            Target::Unresolved => TargetView::Unresolved,
        },
    };
    references::read(document, &units).into_iter().map(view).collect()
}

/// What stands below the outline: kind, parties, definitions, and those references that lead out of the document.
pub fn summary(view: &TreeView, lang: Lang, width: usize, kind: &str) -> String {
    let say = |code: &str, args: &[message::Arg<'_>]| message::text(lang, code, args);
    let mut out = String::new();
    // Writing to a String does not fail.
    let _ = writeln!(out, "{}", say("tree-kind", &[("kind", kind)]));
    for party in &view.parties {
        let _ = writeln!(out, "{}", say(&format!("tree-party-{}", party.role), &[("name", &party.name)]));
    }
    let count = view.definitions.len().to_string();
    let _ = writeln!(out, "{}", say("tree-definitions", &[("count", &count)]));
    for one in &view.definitions {
        let meaning: String = one.meaning.as_deref().unwrap_or_default().chars().take(width).collect();
        let uses = one.uses.len().to_string();
        let args = [
            ("term", one.term.as_str()),
            ("meaning", meaning.as_str()),
            ("article", one.article.as_str()),
            ("uses", uses.as_str()),
        ];
        let _ = writeln!(out, "  {}", say("tree-definition", &args));
    }
    let all = view.references.len().to_string();
    let inside = view.references.iter().filter(|one| matches!(one.target, TargetView::Inside { .. })).count();
    let args = [("count", all.as_str()), ("inside", &inside.to_string())];
    let _ = writeln!(out, "{}", say("tree-references", &args));
    for one in &view.references {
        let (code, name) = match &one.target {
            TargetView::Inside { .. } => continue,
            TargetView::InCase { .. } => ("tree-reference-in-case", ""),
            TargetView::Outside { name } => ("tree-reference-outside", name.as_str()),
            TargetView::Dangling => ("tree-reference-dangling", ""),
            TargetView::Unresolved => ("tree-reference-unresolved", ""),
        };
        let args = [("article", one.article.as_str()), ("text", one.text.as_str()), ("name", name)];
        let _ = writeln!(out, "  {}", say(code, &args).trim_start());
    }
    out
}
