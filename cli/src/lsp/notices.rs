//! What the client tells: documents are opened, changed, saved and closed, folders come and go.

use lsp_types::notification::{
    DidChangeTextDocument, DidChangeWatchedFiles, DidChangeWorkspaceFolders, DidCloseTextDocument,
    DidOpenTextDocument, DidSaveTextDocument, Notification as _,
};
use lsp_types::{
    DidChangeTextDocumentParams, DidChangeWorkspaceFoldersParams, DidCloseTextDocumentParams,
    DidOpenTextDocumentParams, DidSaveTextDocumentParams,
};
use serde_json::Value;

use super::documents::{Document, Sort};
use super::server::Server;
use super::uri;

/// Takes one notice. What cannot be read, and what nobody here waits for, is passed over: a notice has no answer.
pub(super) fn take(server: &mut Server, method: &str, params: Value) {
    match method {
        DidOpenTextDocument::METHOD => read(params).map(|params| open(server, params)),
        DidChangeTextDocument::METHOD => read(params).map(|params| change(server, params)),
        DidSaveTextDocument::METHOD => read(params).map(|params| save(server, params)),
        DidCloseTextDocument::METHOD => read(params).map(|params| close(server, params)),
        DidChangeWatchedFiles::METHOD => {
            files_changed(server);
            None
        }
        DidChangeWorkspaceFolders::METHOD => read(params).map(|params| folders_changed(server, params)),
        _ => None,
    };
}

fn read<P: serde::de::DeserializeOwned>(params: Value) -> Option<P> {
    serde_json::from_value(params).ok()
}

fn open(server: &mut Server, params: DidOpenTextDocumentParams) {
    let Some(document) = Document::open(params.text_document) else { return };
    if document.sort == Sort::Rules {
        server.rules.forget_files();
    }
    server.documents.insert(document.uri.as_str().to_owned(), document);
}

fn change(server: &mut Server, params: DidChangeTextDocumentParams) {
    let encoding = server.client.encoding;
    let Some(document) = server.documents.get_mut(params.text_document.uri.as_str()) else { return };
    document.change(params.text_document.version, params.content_changes, encoding);
    if document.sort == Sort::Rules {
        server.rules.forget_checks();
    }
}

fn save(server: &mut Server, params: DidSaveTextDocumentParams) {
    let Some(document) = server.documents.get_mut(params.text_document.uri.as_str()) else { return };
    document.due = true;
    if document.sort == Sort::Rules {
        server.rules.forget_files();
        // A concept that changed may decide the examples of other files.
        server.documents.values_mut().for_each(|document| document.doubts = None);
    }
}

fn close(server: &mut Server, params: DidCloseTextDocumentParams) {
    let uri = params.text_document.uri;
    let Some(document) = server.documents.remove(uri.as_str()) else { return };
    if document.sort == Sort::Rules {
        files_changed(server);
    }
    server.take_back(uri);
}

/// The rule files on disk are read again.
fn files_changed(server: &mut Server) {
    server.rules.forget_files();
    for document in server.documents.values_mut().filter(|document| document.sort == Sort::Rules) {
        document.due = true;
    }
}

fn folders_changed(server: &mut Server, params: DidChangeWorkspaceFoldersParams) {
    let gone: Vec<_> = params.event.removed.iter().filter_map(|folder| uri::path(&folder.uri)).collect();
    let folders = &mut server.client.folders;
    folders.retain(|folder| !gone.contains(folder));
    folders.extend(params.event.added.iter().filter_map(|folder| uri::path(&folder.uri)));
    files_changed(server);
}
