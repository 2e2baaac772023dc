//! The first exchange: what the client wants and what the server can.

use std::path::PathBuf;

use linter::message::Lang;
use lsp_types::{
    CodeActionKind, CodeActionOptions, CodeActionProviderCapability, CompletionOptions,
    HoverProviderCapability, InitializeParams, InitializeResult, OneOf, PositionEncodingKind, RenameOptions,
    SaveOptions, ServerCapabilities, ServerInfo, TextDocumentSyncCapability, TextDocumentSyncKind,
    TextDocumentSyncOptions, TextDocumentSyncSaveOptions, WorkspaceFoldersServerCapabilities,
    WorkspaceServerCapabilities,
};

use super::position::Encoding;
use super::uri;

/// What was agreed with the client.
#[derive(Debug, Clone)]
pub(super) struct Client {
    pub(super) lang: Lang,
    pub(super) encoding: Encoding,
    pub(super) folders: Vec<PathBuf>,
    /// It fills in the places of a snippet.
    pub(super) snippets: bool,
    /// It shows the places that belong to a diagnostic.
    pub(super) related: bool,
    /// It can ask for the rule files inside the program.
    pub(super) shipped: bool,
}

impl Client {
    /// Before anything is known.
    pub(super) fn unknown(lang: Lang) -> Self {
        let encoding = Encoding::default();
        Self { lang, encoding, folders: Vec::new(), snippets: false, related: false, shipped: false }
    }

    /// From the parameters of `initialize`.
    pub(super) fn read(params: &InitializeParams, default: Lang) -> Self {
        let options = params.initialization_options.as_ref();
        let lang = match options.and_then(|options| options.get("lang")?.as_str()) {
            Some("ja") => Lang::Ja,
            Some("en") => Lang::En,
            _ => default,
        };
        let text = params.capabilities.text_document.as_ref();
        let snippets = || text?.completion.as_ref()?.completion_item.as_ref()?.snippet_support;
        let related = || text?.publish_diagnostics.as_ref()?.related_information;
        let shipped = || options?.get("shippedDocuments")?.as_bool();
        Self {
            lang,
            encoding: encoding(params),
            folders: folders(params),
            snippets: snippets().unwrap_or(false),
            related: related().unwrap_or(false),
            shipped: shipped().unwrap_or(false),
        }
    }

    /// The answer to `initialize`.
    pub(super) fn welcome(&self) -> InitializeResult {
        InitializeResult {
            capabilities: capabilities(self.encoding),
            server_info: Some(ServerInfo {
                name: "sekisho".to_owned(),
                version: Some(env!("CARGO_PKG_VERSION").to_owned()),
            }),
        }
    }
}

/// The first one in the client's list that we know; UTF-16 if it has none.
fn encoding(params: &InitializeParams) -> Encoding {
    let general = params.capabilities.general.as_ref();
    let offered = general.and_then(|general| general.position_encodings.as_deref()).unwrap_or_default();
    let known = offered.iter().find_map(|kind| match kind.as_str() {
        "utf-8" => Some(Encoding::Utf8),
        "utf-16" => Some(Encoding::Utf16),
        _ => None,
    });
    known.unwrap_or_default()
}

/// Old clients name one root only.
#[expect(deprecated, reason = "clients without folders still send it")]
fn folders(params: &InitializeParams) -> Vec<PathBuf> {
    match &params.workspace_folders {
        Some(folders) => folders.iter().filter_map(|folder| uri::path(&folder.uri)).collect(),
        None => params.root_uri.iter().filter_map(uri::path).collect(),
    }
}

fn capabilities(encoding: Encoding) -> ServerCapabilities {
    ServerCapabilities {
        position_encoding: Some(match encoding {
            Encoding::Utf8 => PositionEncodingKind::UTF8,
            Encoding::Utf16 => PositionEncodingKind::UTF16,
        }),
        text_document_sync: Some(TextDocumentSyncCapability::Options(TextDocumentSyncOptions {
            open_close: Some(true),
            change: Some(TextDocumentSyncKind::INCREMENTAL),
            save: Some(TextDocumentSyncSaveOptions::SaveOptions(SaveOptions { include_text: Some(false) })),
            ..TextDocumentSyncOptions::default()
        })),
        hover_provider: Some(HoverProviderCapability::Simple(true)),
        completion_provider: Some(CompletionOptions {
            trigger_characters: Some([",", "(", "-", "{"].map(str::to_owned).to_vec()),
            ..CompletionOptions::default()
        }),
        definition_provider: Some(OneOf::Left(true)),
        references_provider: Some(OneOf::Left(true)),
        rename_provider: Some(OneOf::Right(RenameOptions {
            prepare_provider: Some(true),
            work_done_progress_options: Default::default(),
        })),
        document_symbol_provider: Some(OneOf::Left(true)),
        document_formatting_provider: Some(OneOf::Left(true)),
        code_action_provider: Some(CodeActionProviderCapability::Options(CodeActionOptions {
            code_action_kinds: Some(vec![CodeActionKind::QUICKFIX]),
            ..CodeActionOptions::default()
        })),
        workspace: Some(WorkspaceServerCapabilities {
            workspace_folders: Some(WorkspaceFoldersServerCapabilities {
                supported: Some(true),
                change_notifications: Some(OneOf::Left(true)),
            }),
            file_operations: None,
        }),
        ..ServerCapabilities::default()
    }
}
