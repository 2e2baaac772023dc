//! Walks folders: which files in them are meant.

use std::path::{Path, PathBuf};

use globset::{GlobBuilder, GlobMatcher};
use ignore::{DirEntry, WalkBuilder};

use super::{Found, Wanted};
use crate::failure::Failure;

/// Names files that a folder's owner does not want to have read, in the notation of `.gitignore`.
const IGNORE_FILE: &str = ".sekishoignore";

/// The files below a folder, by name. Links are not followed; hidden files, Word's lock files (`~$…`) and what
/// `.sekishoignore` names are left out. A folder that cannot be listed is an error of its own.
pub(super) fn files(folder: &Path, wanted: Wanted) -> Vec<Found> {
    let mut walk = WalkBuilder::new(folder);
    walk.standard_filters(false).hidden(true).parents(true).add_custom_ignore_filename(IGNORE_FILE);
    walk.filter_entry(|entry| entry.depth() == 0 || !entry.file_name().to_string_lossy().starts_with("~$"));
    let mut found: Vec<Found> = walk
        .build()
        .filter_map(|entry| match entry {
            Ok(entry) => is_wanted(&entry, wanted).then(|| Ok(entry.into_path())),
            Err(error) => Some(Err(refused(&error, folder))),
        })
        .collect();
    found.sort_by(|a, b| super::path_of(a).cmp(super::path_of(b)));
    found
}

fn is_wanted(entry: &DirEntry, wanted: Wanted) -> bool {
    let path = entry.path();
    let extension = path.extension().map(|extension| extension.to_string_lossy().to_lowercase());
    entry.depth() > 0
        && extension.is_some_and(|extension| wanted.extensions().contains(&extension.as_str()))
        && path.is_file()
}

fn refused(error: &ignore::Error, folder: &Path) -> (PathBuf, Failure) {
    let detail = error.io_error().map_or_else(|| error.to_string(), ToString::to_string);
    (place(error).unwrap_or(folder).to_owned(), Failure::new("cli-read", &[]).with("detail", detail))
}

fn place(error: &ignore::Error) -> Option<&Path> {
    match error {
        ignore::Error::WithPath { path, .. } => Some(path),
        ignore::Error::WithDepth { err, .. } | ignore::Error::WithLineNumber { err, .. } => place(err),
        _ => None,
    }
}

/// The files that a pattern means (`契約/*.docx`, `**/*.md`): not every shell spells patterns out. `None` if the path is
/// no pattern.
pub(super) fn matching(pattern: &Path, wanted: Wanted) -> Option<Vec<Found>> {
    let text = pattern.to_str()?;
    let first = text.find(['*', '?', '[', '{'])?;
    let folder = text.get(..first)?.rfind(std::path::is_separator).and_then(|at| text.get(..=at));
    let matcher = matcher(text)?;
    let root = Path::new(folder.unwrap_or("."));
    let prefix = if folder.is_none() { root } else { Path::new("") };
    let named = |file: &Found| {
        matcher.is_match(super::path_of(file).strip_prefix(prefix).unwrap_or(super::path_of(file)))
    };
    let found = files(root, wanted).into_iter().filter(|file| named(file));
    Some(
        found
            .map(|file| file.map(|path| path.strip_prefix(prefix).map(Path::to_owned).unwrap_or(path)))
            .collect(),
    )
}

/// Whether a pattern, or a plain name, means a file of this name.
pub(super) fn is_meant(pattern: &str, name: &str) -> bool {
    pattern == name || matcher(pattern).is_some_and(|matcher| matcher.is_match(name))
}

fn matcher(pattern: &str) -> Option<GlobMatcher> {
    let glob = GlobBuilder::new(pattern).literal_separator(true).build();
    glob.ok().map(|glob| glob.compile_matcher())
}
