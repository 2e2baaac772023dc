//! Finds and reads the files named on the command line.

use std::collections::BTreeSet;
use std::io::{IsTerminal as _, Read as _};
use std::path::{Path, PathBuf};

use linter::document::Document;
use linter::profile::Profile;
use linter::read::{Limits, ReadOptions, Revisions, read_document};

use crate::failure::Failure;

mod walk;

/// The name that stands for standard input.
const STDIN: &str = "-";

/// What a folder is searched for. A file that is named is read whatever it is called.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Wanted {
    /// Rules and contracts.
    Documents,
    /// Rule files.
    Rules,
    /// The guideline as its publisher gives it.
    Pdf,
}

impl Wanted {
    fn extensions(self) -> &'static [&'static str] {
        match self {
            Self::Documents => &[
                "docm", "docx", "dotm", "dotx", "htm", "html", "markdown", "md", "pdf", "text", "txt",
                "xlsm", "xlsx",
            ],
            Self::Rules => &["seki"],
            Self::Pdf => &["pdf"],
        }
    }
}

/// A file to work on, or why it is none.
pub(crate) type Found = Result<PathBuf, (PathBuf, Failure)>;

/// The files named, and those in the folders and patterns named, each once, in the order given; a folder's files by
/// name. Standard input can be read once.
pub(crate) fn expand(paths: &[PathBuf], wanted: Wanted) -> Vec<Found> {
    let mut found = Vec::new();
    let mut seen = BTreeSet::new();
    for path in paths {
        if is_stdin(path) && seen.contains(path) {
            found.push(refused(path, "cli-stdin-twice"));
            continue;
        }
        for file in files_of(path, wanted) {
            if seen.insert(path_of(&file).to_owned()) {
                found.push(file);
            }
        }
    }
    found
}

fn files_of(path: &Path, wanted: Wanted) -> Vec<Found> {
    if is_stdin(path) || path.is_file() {
        return vec![Ok(path.to_owned())];
    }
    let (files, empty) = if path.is_dir() {
        (walk::files(path, wanted), "cli-empty-folder")
    } else if path.exists() {
        (vec![Ok(path.to_owned())], "cli-file-missing")
    } else {
        match walk::matching(path, wanted) {
            Some(files) => (files, "cli-no-match"),
            None => (Vec::new(), "cli-file-missing"),
        }
    };
    if files.is_empty() {
        let failure = Failure::new(empty, &[]).with("extensions", wanted.extensions().join(", "));
        return vec![Err((path.to_owned(), failure))];
    }
    files
}

/// Whether a pattern, or a plain name, means a file of this name; both with `/` between their parts.
pub(crate) fn is_meant(pattern: &str, name: &str) -> bool {
    walk::is_meant(pattern, name)
}

/// Whether the path stands for standard input.
pub(crate) fn is_stdin(path: &Path) -> bool {
    path.as_os_str() == STDIN
}

/// The path as reports name it.
pub(crate) fn shown(path: &Path) -> String {
    if is_stdin(path) { "<stdin>".to_owned() } else { path.display().to_string() }
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

/// The bytes of a file or of standard input. What is larger than any reader accepts is not loaded.
///
/// # Errors
/// The file is too large or cannot be read, or standard input is a person who was not asked for anything.
pub(crate) fn bytes(path: &Path) -> Result<Vec<u8>, Failure> {
    let failed = |error: std::io::Error| Failure::new("cli-read", &[]).with("detail", error.to_string());
    if is_stdin(path) {
        let stdin = std::io::stdin();
        if stdin.is_terminal() {
            return Err(Failure::new("cli-stdin-terminal", &[]));
        }
        return limited(stdin.lock()).map_err(failed);
    }
    limited(std::fs::File::open(path).map_err(failed)?).map_err(failed)
}

fn limited(source: impl std::io::Read) -> std::io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    source.take(Limits::default().max_bytes + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// A document and the bytes it was read from.
///
/// # Errors
/// The file cannot be read, or is no document that can be trusted.
pub(crate) fn document(path: &Path, revisions: Option<Revisions>) -> Result<(Document, Vec<u8>), Failure> {
    let bytes = bytes(path)?;
    let name = path.file_name().filter(|_| !is_stdin(path));
    let name = name.map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let options = ReadOptions { revisions, ..ReadOptions::default() };
    let document = read_document(&bytes, &name, &options).map_err(|error| Failure::from(&error))?;
    Ok((document, bytes))
}

/// The profile in a file.
pub(crate) fn profile(path: &Path) -> Result<Profile, Failure> {
    let bytes = bytes(path).map_err(|failure| failure.with("path", shown(path)))?;
    let text = String::from_utf8_lossy(&bytes);
    Profile::parse(&text).map_err(|error| {
        let (line, column) = error.place(&text);
        let failure = Failure::from(&error).with("path", shown(path));
        failure.with("line", line.to_string()).with("column", column.to_string())
    })
}
