//! Finds and reads the files named on the command line.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use linter::document::Document;
use linter::read::{Limits, ReadOptions, read_document};

use crate::args::RevisionsArg;
use crate::failure::Failure;

/// Extensions of documents that are picked from a folder. A file that is named is read whatever it is called.
pub(crate) const DOCUMENTS: &[&str] =
    &["docx", "docm", "dotx", "dotm", "pdf", "md", "markdown", "txt", "text"];
/// The extension of rule files.
pub(crate) const RULES: &[&str] = &["seki"];

/// A file to work on, or why it is none.
pub(crate) type Found = Result<PathBuf, (PathBuf, Failure)>;

/// The files named, and those in the folders named, each once, in the order given; a folder's files by name.
pub(crate) fn expand(paths: &[PathBuf], extensions: &[&str]) -> Vec<Found> {
    let mut found = Vec::new();
    let mut seen = BTreeSet::new();
    for path in paths {
        for file in files_of(path, extensions) {
            if seen.insert(path_of(&file).to_owned()) {
                found.push(file);
            }
        }
    }
    found
}

fn files_of(path: &Path, extensions: &[&str]) -> Vec<Found> {
    if !path.is_dir() {
        return vec![if path.exists() { Ok(path.to_owned()) } else { refused(path, "cli-file-missing") }];
    }
    let mut files = Vec::new();
    collect(path, extensions, &mut files);
    files.sort_by(|a, b| path_of(a).cmp(path_of(b)));
    if files.is_empty() {
        let failure = Failure::new("cli-empty-folder", &[]).with("extensions", extensions.join(", "));
        files.push(Err((path.to_owned(), failure)));
    }
    files
}

/// The path, usable or not.
fn path_of(file: &Found) -> &Path {
    match file {
        Ok(path) | Err((path, _)) => path,
    }
}

fn refused(path: &Path, code: &'static str) -> Found {
    Err((path.to_owned(), Failure::new(code, &[])))
}

/// Walks a folder without following links into others; hidden files and Word's lock files (`~$…`) are left out. A folder
/// that cannot be listed is an error of its own.
fn collect(folder: &Path, extensions: &[&str], files: &mut Vec<Found>) {
    let entries = match std::fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) => {
            let failure = Failure::new("cli-read", &[]).with("detail", error.to_string());
            files.push(Err((folder.to_owned(), failure)));
            return;
        }
    };
    for entry in entries.flatten() {
        let name = entry.file_name();
        let name = name.to_string_lossy();
        let path = entry.path();
        if name.starts_with('.') || name.starts_with("~$") {
            continue;
        }
        if entry.file_type().is_ok_and(|file_type| file_type.is_dir()) {
            collect(&path, extensions, files);
        } else if has_extension(&path, extensions) && path.is_file() {
            files.push(Ok(path));
        }
    }
}

fn has_extension(path: &Path, extensions: &[&str]) -> bool {
    let extension = path.extension().map(|extension| extension.to_string_lossy().to_lowercase());
    extension.is_some_and(|extension| extensions.contains(&extension.as_str()))
}

/// The bytes of a file. What is larger than any reader accepts is not loaded.
///
/// # Errors
/// The file is too large or cannot be read.
pub(crate) fn bytes(path: &Path) -> Result<Vec<u8>, Failure> {
    use std::io::Read as _;
    let failed = |error: std::io::Error| Failure::new("cli-read", &[]).with("detail", error.to_string());
    let limit = Limits::default().max_bytes;
    let file = std::fs::File::open(path).map_err(failed)?;
    let mut bytes = Vec::new();
    file.take(limit + 1).read_to_end(&mut bytes).map_err(failed)?;
    Ok(bytes)
}

/// A document and the bytes it was read from.
///
/// # Errors
/// The file cannot be read, or is no document that can be trusted.
pub(crate) fn document(path: &Path, revisions: Option<RevisionsArg>) -> Result<(Document, Vec<u8>), Failure> {
    let bytes = bytes(path)?;
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let options = ReadOptions { revisions: revisions.map(Into::into), ..ReadOptions::default() };
    let document = read_document(&bytes, &name, &options).map_err(|error| Failure::from(&error))?;
    Ok((document, bytes))
}
