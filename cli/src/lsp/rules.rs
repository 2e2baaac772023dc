//! Which rule files are seen together: concepts are known in all files of a folder.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use linter::editor::Workspace;
use linter::pack::Source;
use lsp_types::Uri;

use super::documents::{Document, Documents, Sort};
use super::uri;
use crate::input::{self, Wanted};

/// Rule files beyond so many are not looked at.
const MOST_FILES: usize = 1000;

/// The folder whose rule files belong together.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Scope {
    /// A folder that the client works in, with all folders below.
    Workspace(PathBuf),
    /// The folder that a single file lies in.
    Folder(PathBuf),
    /// A document that is no file.
    Alone(String),
}

/// Rule files that were read and checked together.
pub(super) struct Checked {
    pub(super) workspace: Workspace,
    /// The address of each given file, in the order of the workspace.
    pub(super) uris: Vec<Uri>,
}

impl Checked {
    /// The place of a document in the workspace.
    pub(super) fn file(&self, uri: &Uri) -> Option<usize> {
        self.uris.iter().position(|own| own == uri)
    }

    /// The address of a file; those that ship with the program have one only for clients that ask for them.
    pub(super) fn uri(&self, file: usize, with_shipped: bool) -> Option<Uri> {
        match self.uris.get(file) {
            Some(uri) => Some(uri.clone()),
            None if with_shipped => uri::of_shipped(&self.workspace.source(file)?.path),
            None => None,
        }
    }
}

/// The rule files of all folders, as far as somebody asked.
#[derive(Default)]
pub(super) struct RuleFiles {
    on_disk: BTreeMap<Scope, Vec<(PathBuf, String)>>,
    checked: BTreeMap<Scope, Checked>,
}

impl RuleFiles {
    /// The rule files that are seen together with a document.
    pub(super) fn of(&mut self, scope: &Scope, documents: &Documents, folders: &[PathBuf]) -> &Checked {
        let on_disk = self.on_disk.entry(scope.clone()).or_insert_with(|| read(scope));
        self.checked.entry(scope.clone()).or_insert_with(|| load(scope, on_disk, documents, folders))
    }

    /// A document changed: what was checked holds no more.
    pub(super) fn forget_checks(&mut self) {
        self.checked.clear();
    }

    /// Files may have changed outside of the editor.
    pub(super) fn forget_files(&mut self) {
        self.on_disk.clear();
        self.checked.clear();
    }
}

/// The folder that a document is seen with.
pub(super) fn scope(document: &Document, folders: &[PathBuf]) -> Scope {
    let Some(path) = &document.path else { return Scope::Alone(document.uri.as_str().to_owned()) };
    if let Some(folder) = folders.iter().find(|folder| path.starts_with(folder)) {
        return Scope::Workspace(folder.clone());
    }
    path.parent().map_or_else(
        || Scope::Alone(document.uri.as_str().to_owned()),
        |folder| Scope::Folder(folder.to_owned()),
    )
}

/// The rule files on disk, by name. One that cannot be read is as if it were not there: the editor shows it when it is
/// opened.
fn read(scope: &Scope) -> Vec<(PathBuf, String)> {
    let paths: Vec<PathBuf> = match scope {
        Scope::Workspace(folder) => {
            input::expand(std::slice::from_ref(folder), Wanted::Rules).into_iter().flatten().collect()
        }
        Scope::Folder(folder) => beside(folder),
        Scope::Alone(_) => Vec::new(),
    };
    let text = |path: &Path| String::from_utf8(input::bytes(path).ok()?).ok();
    paths.into_iter().take(MOST_FILES).filter_map(|path| text(&path).map(|text| (path, text))).collect()
}

fn beside(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
    let is_rules = |path: &PathBuf| path.extension().is_some_and(|ending| ending == "seki") && path.is_file();
    let mut paths: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).filter(is_rules).collect();
    paths.sort();
    paths
}

/// What is open stands for the file on disk.
fn load(scope: &Scope, on_disk: &[(PathBuf, String)], documents: &Documents, folders: &[PathBuf]) -> Checked {
    let open: Vec<&Document> = documents
        .values()
        .filter(|document| document.sort == Sort::Rules && self::scope(document, folders) == *scope)
        .collect();
    let mut files: Vec<(Uri, String, &str)> = Vec::new();
    for document in &open {
        let shown = document
            .path
            .as_deref()
            .map_or_else(|| document.uri.as_str().to_owned(), |path| shown(path, scope));
        files.push((document.uri.clone(), shown, &document.text));
    }
    let is_open = |path: &Path| {
        let same = |own: &Path| {
            own == path
                || own
                    .canonicalize()
                    .ok()
                    .is_some_and(|own| path.canonicalize().is_ok_and(|path| path == own))
        };
        open.iter().any(|document| document.path.as_deref().is_some_and(same))
    };
    for (path, text) in on_disk.iter().filter(|(path, _)| !is_open(path)) {
        if let Some(uri) = uri::of_path(path) {
            files.push((uri, shown(path, scope), text));
        }
    }
    files.sort_by(|a, b| a.1.cmp(&b.1));
    let uris = files.iter().map(|(uri, ..)| uri.clone()).collect();
    let sources = files.into_iter().map(|(_, path, text)| Source { path, text: text.to_owned() }).collect();
    Checked { workspace: Workspace::load(sources), uris }
}

/// The path from the folder on.
fn shown(path: &Path, scope: &Scope) -> String {
    let folder = match scope {
        Scope::Workspace(folder) | Scope::Folder(folder) => Some(folder),
        Scope::Alone(_) => None,
    };
    let inner = folder.and_then(|folder| path.strip_prefix(folder).ok()).unwrap_or(path);
    inner.display().to_string()
}
