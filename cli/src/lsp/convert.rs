//! What `linter::editor` says, in the terms of the protocol.

use linter::editor::completion::{Choice, Completions};
use linter::editor::places::Role;
use linter::editor::symbols::{Symbol, SymbolKind};
use linter::editor::{Diagnostic, Fix, Level};
use lsp_types::{
    CodeAction, CodeActionKind, CompletionItem, CompletionItemKind, CompletionList, CompletionTextEdit,
    DiagnosticRelatedInformation, DiagnosticSeverity, DocumentSymbol, Documentation, Hover, HoverContents,
    InsertTextFormat, Location, MarkupContent, MarkupKind, NumberOrString, TextEdit, Uri, WorkspaceEdit,
};

use super::position::Lines;

/// Who says it.
const SOURCE: &str = "sekisho";

/// One diagnostic. `uri` is the address of its document, where the client shows related places.
pub(super) fn diagnostic(found: &Diagnostic, lines: &Lines<'_>, uri: Option<&Uri>) -> lsp_types::Diagnostic {
    let related = uri.filter(|_| !found.related.is_empty()).map(|uri| {
        let place = |(span, words): &(dsl::Span, String)| DiagnosticRelatedInformation {
            location: Location { uri: uri.clone(), range: lines.range(*span) },
            message: words.clone(),
        };
        found.related.iter().map(place).collect()
    });
    lsp_types::Diagnostic {
        range: lines.range(found.span),
        severity: Some(match found.level {
            Level::Error => DiagnosticSeverity::ERROR,
            Level::Warning => DiagnosticSeverity::WARNING,
            Level::Information => DiagnosticSeverity::INFORMATION,
            Level::Hint => DiagnosticSeverity::HINT,
        }),
        code: Some(NumberOrString::String(found.code.clone())),
        source: Some(SOURCE.to_owned()),
        message: found.message.clone(),
        related_information: related,
        ..lsp_types::Diagnostic::default()
    }
}

/// The change that mends a diagnostic.
pub(super) fn action(
    found: &Diagnostic,
    fix: &Fix,
    lines: &Lines<'_>,
    uri: &Uri,
    is_preferred: bool,
) -> CodeAction {
    let edit = TextEdit { range: lines.range(fix.span), new_text: fix.text.clone() };
    CodeAction {
        title: fix.title.clone(),
        kind: Some(CodeActionKind::QUICKFIX),
        diagnostics: Some(vec![diagnostic(found, lines, None)]),
        edit: Some(edits([(uri.clone(), vec![edit])])),
        is_preferred: is_preferred.then_some(true),
        ..CodeAction::default()
    }
}

/// Edits of several documents.
pub(super) fn edits(changes: impl IntoIterator<Item = (Uri, Vec<TextEdit>)>) -> WorkspaceEdit {
    WorkspaceEdit { changes: Some(changes.into_iter().collect()), ..WorkspaceEdit::default() }
}

/// A hover in Markdown.
pub(super) fn hover(found: linter::editor::Hover, lines: &Lines<'_>) -> Hover {
    let contents = MarkupContent { kind: MarkupKind::Markdown, value: found.markdown };
    Hover { contents: HoverContents::Markup(contents), range: Some(lines.range(found.span)) }
}

/// The choices in the order in which they were given. `typed` is the word that they replace.
pub(super) fn completions(
    found: Completions,
    lines: &Lines<'_>,
    typed: &str,
    with_snippets: bool,
) -> CompletionList {
    let range = lines.range(found.replaces);
    let is_incomplete = found.is_search;
    let items = found.choices.into_iter().enumerate().map(|(place, choice)| {
        let snippet = choice.snippet.clone().filter(|_| with_snippets);
        // A clause that was found by a word of its title does not begin with what was typed.
        let filter = (is_incomplete && !choice.label.starts_with(typed)).then(|| typed.to_owned());
        CompletionItem {
            kind: Some(kind(&choice)),
            detail: Some(choice.detail).filter(|detail| !detail.is_empty()),
            documentation: choice.markdown.map(|value| {
                Documentation::MarkupContent(MarkupContent { kind: MarkupKind::Markdown, value })
            }),
            sort_text: Some(format!("{place:04}")),
            filter_text: filter,
            insert_text_format: snippet.is_some().then_some(InsertTextFormat::SNIPPET),
            text_edit: Some(CompletionTextEdit::Edit(TextEdit {
                range,
                new_text: snippet.unwrap_or_else(|| choice.label.clone()),
            })),
            label: choice.label,
            ..CompletionItem::default()
        }
    });
    CompletionList { is_incomplete, items: items.collect() }
}

fn kind(choice: &Choice) -> CompletionItemKind {
    match choice.role {
        Role::Keyword => CompletionItemKind::KEYWORD,
        Role::Concept | Role::ConceptDefinition | Role::ConceptExtension => CompletionItemKind::CLASS,
        Role::Clause => CompletionItemKind::REFERENCE,
        Role::Requirement | Role::RequirementDefinition => CompletionItemKind::FIELD,
        Role::Value => CompletionItemKind::VARIABLE,
        _ => CompletionItemKind::ENUM_MEMBER,
    }
}

/// An entry of the outline with what belongs to it.
#[expect(deprecated, reason = "the protocol's type cannot be made without the field")]
pub(super) fn symbol(symbol: Symbol, lines: &Lines<'_>) -> DocumentSymbol {
    let children: Vec<DocumentSymbol> =
        symbol.children.into_iter().map(|child| self::symbol(child, lines)).collect();
    DocumentSymbol {
        name: symbol.name,
        detail: Some(symbol.detail).filter(|detail| !detail.is_empty()),
        kind: match symbol.kind {
            SymbolKind::Concept => lsp_types::SymbolKind::CLASS,
            SymbolKind::Rule => lsp_types::SymbolKind::MODULE,
            SymbolKind::Requirement => lsp_types::SymbolKind::FIELD,
            SymbolKind::Example => lsp_types::SymbolKind::STRING,
        },
        tags: None,
        deprecated: None,
        range: lines.range(symbol.span),
        selection_range: lines.range(symbol.name_span),
        children: (!children.is_empty()).then_some(children),
    }
}
