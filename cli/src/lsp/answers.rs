//! Requests about documents: one function for each.

use std::collections::BTreeMap;

use linter::editor::navigation::{self, Place};
use linter::editor::{completion, findings, hover, symbols};
use linter::pack;
use lsp_server::ErrorCode;
use lsp_types::request::{
    CodeActionRequest, Completion, DocumentSymbolRequest, Formatting, GotoDefinition, HoverRequest,
    PrepareRenameRequest, References, Rename, Request as _,
};
use lsp_types::{
    CodeActionKind, CodeActionOrCommand, CodeActionParams, CompletionParams, DocumentFormattingParams,
    DocumentSymbolParams, DocumentSymbolResponse, GotoDefinitionParams, HoverParams, Location,
    PrepareRenameResponse, ReferenceParams, RenameParams, TextDocumentPositionParams, TextEdit, Uri,
};
use serde::Deserialize;
use serde_json::Value;

use super::documents::Sort;
use super::position::Lines;
use super::rules::Checked;
use super::server::{Fault, Server};
use super::{convert, uri};

/// Asks for the text of a rule file that ships with the program, by the address that a definition led to.
const SHIPPED: &str = "sekisho/shipped";

type Answer = Result<Value, Fault>;

/// Answers a request of a client that has been welcomed.
pub(super) fn answer(server: &mut Server, method: &str, params: Value) -> Answer {
    match method {
        HoverRequest::METHOD => hovered(server, params),
        Completion::METHOD => completed(server, params),
        GotoDefinition::METHOD => defined(server, params),
        References::METHOD => referred(server, params),
        PrepareRenameRequest::METHOD => renamable(server, params),
        Rename::METHOD => renamed(server, params),
        DocumentSymbolRequest::METHOD => outlined(server, params),
        Formatting::METHOD => formatted(server, params),
        CodeActionRequest::METHOD => mended(server, params),
        SHIPPED => shipped(server, params),
        _ => Err(Fault {
            code: ErrorCode::MethodNotFound,
            message: server.say("editor-unknown-method", &[("method", method)]),
        }),
    }
}

/// A place in a rule file: the workspace, the file and the byte. None where the document is no open rule file.
fn place<'a>(server: &'a mut Server, at: &TextDocumentPositionParams) -> Option<(&'a Checked, usize, u32)> {
    let encoding = server.client.encoding;
    let document = server.documents.get(at.text_document.uri.as_str())?;
    let offset = u32::try_from(document.lines(encoding).offset(at.position)).ok()?;
    let (checked, file) = server.checked(&at.text_document.uri)?;
    Some((checked, file, offset))
}

fn hovered(server: &mut Server, params: Value) -> Answer {
    let params: HoverParams = server.params(HoverRequest::METHOD, params)?;
    let at = params.text_document_position_params;
    let (lang, encoding) = (server.client.lang, server.client.encoding);
    let Some(document) = server.documents.get(at.text_document.uri.as_str()) else {
        return Ok(Value::Null);
    };
    let found = match document.sort {
        Sort::Rules => place(server, &at)
            .and_then(|(checked, file, offset)| hover::at(&checked.workspace, file, offset, lang)),
        Sort::Text(_) => {
            let offset = document.lines(encoding).offset(at.position);
            let about = document.about(offset..offset).into_iter();
            let rules: Vec<_> = about.map(|found| (found.code.clone(), found.span)).collect();
            let pack = server.pack();
            let pages = rules.iter().filter_map(|(rule, _)| findings::explanation(pack, rule, lang));
            let markdown = pages.collect::<Vec<_>>().join("\n---\n\n");
            let span = rules.first().map(|(_, span)| *span);
            span.filter(|_| !markdown.is_empty()).map(|span| linter::editor::Hover { span, markdown })
        }
    };
    let Some(document) = server.documents.get(at.text_document.uri.as_str()) else {
        return Ok(Value::Null);
    };
    server.result(found.map(|found| convert::hover(found, &document.lines(encoding))))
}

fn completed(server: &mut Server, params: Value) -> Answer {
    let params: CompletionParams = server.params(Completion::METHOD, params)?;
    let at = params.text_document_position;
    let (lang, encoding, snippets) = (server.client.lang, server.client.encoding, server.client.snippets);
    let Some((checked, file, offset)) = place(server, &at) else { return Ok(Value::Null) };
    let text = checked.workspace.source(file).map(|source| source.text.as_str()).unwrap_or_default();
    let lines = Lines::new(text, encoding);
    let found = completion::at(&checked.workspace, file, offset, lang).map(|found| {
        let typed = text.get(found.replaces.range()).unwrap_or_default();
        convert::completions(found, &lines, typed, snippets)
    });
    server.result(found)
}

fn defined(server: &mut Server, params: Value) -> Answer {
    let params: GotoDefinitionParams = server.params(GotoDefinition::METHOD, params)?;
    let client = server.client.clone();
    let Some((checked, file, offset)) = place(server, &params.text_document_position_params) else {
        return Ok(Value::Null);
    };
    let places = navigation::definition(&checked.workspace, file, offset);
    let found: Vec<Location> = places.iter().filter_map(|place| location(checked, *place, &client)).collect();
    server.result(found)
}

fn referred(server: &mut Server, params: Value) -> Answer {
    let params: ReferenceParams = server.params(References::METHOD, params)?;
    let client = server.client.clone();
    let Some((checked, file, offset)) = place(server, &params.text_document_position) else {
        return Ok(Value::Null);
    };
    let with_definition = params.context.include_declaration;
    let places = navigation::references(&checked.workspace, file, offset, with_definition);
    let found: Vec<Location> = places.iter().filter_map(|place| location(checked, *place, &client)).collect();
    server.result(found)
}

fn location(checked: &Checked, place: Place, client: &super::lifecycle::Client) -> Option<Location> {
    let source = checked.workspace.source(place.file)?;
    let range = Lines::new(&source.text, client.encoding).range(place.span);
    Some(Location { uri: checked.uri(place.file, client.shipped)?, range })
}

fn renamable(server: &mut Server, params: Value) -> Answer {
    let at: TextDocumentPositionParams = server.params(PrepareRenameRequest::METHOD, params)?;
    let encoding = server.client.encoding;
    let Some((checked, file, offset)) = place(server, &at) else { return Ok(Value::Null) };
    let found = navigation::renamable(&checked.workspace, file, offset).and_then(|name| {
        let source = checked.workspace.source(file)?;
        let range = Lines::new(&source.text, encoding).range(name.span);
        Some(PrepareRenameResponse::RangeWithPlaceholder { range, placeholder: name.text.clone() })
    });
    server.result(found)
}

fn renamed(server: &mut Server, params: Value) -> Answer {
    let params: RenameParams = server.params(Rename::METHOD, params)?;
    let (lang, encoding) = (server.client.lang, server.client.encoding);
    let Some((checked, file, offset)) = place(server, &params.text_document_position) else {
        return Ok(Value::Null);
    };
    let places = navigation::rename(&checked.workspace, file, offset, &params.new_name, lang)
        .map_err(|message| Fault { code: ErrorCode::RequestFailed, message })?;
    let mut edits: BTreeMap<usize, Vec<TextEdit>> = BTreeMap::new();
    for place in places {
        let Some(source) = checked.workspace.source(place.file) else { continue };
        let range = Lines::new(&source.text, encoding).range(place.span);
        edits.entry(place.file).or_default().push(TextEdit { range, new_text: params.new_name.clone() });
    }
    let by_uri = edits.into_iter().filter_map(|(file, edits)| Some((checked.uri(file, false)?, edits)));
    let edit = convert::edits(by_uri);
    server.result(edit)
}

fn outlined(server: &mut Server, params: Value) -> Answer {
    let params: DocumentSymbolParams = server.params(DocumentSymbolRequest::METHOD, params)?;
    let encoding = server.client.encoding;
    let Some((checked, file)) = server.checked(&params.text_document.uri) else { return Ok(Value::Null) };
    let text = checked.workspace.source(file).map(|source| source.text.as_str()).unwrap_or_default();
    let lines = Lines::new(text, encoding);
    let found = symbols::of_file(&checked.workspace, file).into_iter();
    let found = found.map(|symbol| convert::symbol(symbol, &lines)).collect();
    server.result(DocumentSymbolResponse::Nested(found))
}

/// A file with mistakes of form stays as it is.
fn formatted(server: &mut Server, params: Value) -> Answer {
    let params: DocumentFormattingParams = server.params(Formatting::METHOD, params)?;
    let encoding = server.client.encoding;
    let document = server.documents.get(params.text_document.uri.as_str());
    let Some(document) = document.filter(|document| document.sort == Sort::Rules) else {
        return Ok(Value::Null);
    };
    let Ok(new_text) = dsl::format(&document.text) else { return Ok(Value::Null) };
    if new_text == document.text {
        return server.result(Vec::<TextEdit>::new());
    }
    let end = u32::try_from(document.text.len()).unwrap_or(u32::MAX);
    let range = document.lines(encoding).range(dsl::Span::new(0, end));
    server.result(vec![TextEdit { range, new_text }])
}

/// The changes that mend what was published about a place.
fn mended(server: &mut Server, params: Value) -> Answer {
    let params: CodeActionParams = server.params(CodeActionRequest::METHOD, params)?;
    let wanted = params.context.only.as_ref().is_none_or(|only| {
        only.iter().any(|kind| *kind == CodeActionKind::QUICKFIX || *kind == CodeActionKind::EMPTY)
    });
    let uri: &Uri = &params.text_document.uri;
    let Some(document) = server.documents.get(uri.as_str()).filter(|_| wanted) else {
        return server.result(Vec::<CodeActionOrCommand>::new());
    };
    let lines = document.lines(server.client.encoding);
    let about = document.about(lines.bytes(params.range));
    let is_rules = document.sort == Sort::Rules;
    let mut actions = Vec::new();
    for found in about {
        for fix in &found.fixes {
            actions.push(CodeActionOrCommand::CodeAction(convert::action(found, fix, &lines, uri, is_rules)));
        }
    }
    server.result(actions)
}

#[derive(Deserialize)]
struct ShippedParams {
    uri: String,
}

fn shipped(server: &mut Server, params: Value) -> Answer {
    let params: ShippedParams = server.params(SHIPPED, params)?;
    let path = uri::shipped(&params.uri);
    let source = pack::shipped_sources().into_iter().find(|source| Some(&source.path) == path.as_ref());
    server.result(source.map(|source| source.text))
}
