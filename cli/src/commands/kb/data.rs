//! Where a knowledge base comes from: the one inside the program, or the data files in a folder.

use std::ops::Deref;
use std::path::Path;

use anyhow::Result;
use kb::vocabulary::{self, Vocabulary};
use kb::{Catalogue, Kb, KbError, LoadError, SourceFile};

use crate::failure::Failure;
use crate::session::Session;

/// No data file is longer, in bytes.
const LONGEST: u64 = 4 << 20;
/// No data folder has more files.
const MOST_FILES: usize = 4000;
/// No data folder is deeper.
const DEEPEST: usize = 8;

/// A knowledge base to work with.
pub(super) enum Data {
    Embedded(&'static Kb),
    Folder(Box<Kb>),
}

impl Deref for Data {
    type Target = Kb;

    fn deref(&self) -> &Kb {
        match self {
            Self::Embedded(kb) => kb,
            Self::Folder(kb) => kb,
        }
    }
}

/// The knowledge base of a folder, or the embedded one. `None` when the files have mistakes: they have been told.
///
/// # Errors
///
/// The folder cannot be read.
pub(super) fn open(folder: Option<&Path>, session: Session) -> Result<Option<Data>> {
    let Some(folder) = folder else { return Ok(Some(Data::Embedded(Kb::embedded()?))) };
    let mut files = Vec::new();
    gather(folder, folder, 0, &mut files)?;
    if files.is_empty() {
        return Err(Failure::new("cli-kb-data-empty", &[]).with("path", folder.display().to_string()).into());
    }
    files.sort();
    let sources: Vec<SourceFile<'_>> = files.iter().map(|(path, text)| SourceFile { path, text }).collect();
    match load(&sources) {
        Ok(catalogue) => {
            let kb = Kb::new(catalogue);
            if kb.editions().next().is_none() {
                let failure = Failure::new("cli-kb-data-no-editions", &[]);
                return Err(failure.with("path", folder.display().to_string()).into());
            }
            Ok(Some(Data::Folder(Box::new(kb))))
        }
        Err(errors) => {
            for error in errors {
                session.complain(&Failure::from(&KbError::Load(placed(error, &sources))));
            }
            Ok(None)
        }
    }
}

/// The entries; the words of search, which are no entries, only have to be sound.
fn load(sources: &[SourceFile<'_>]) -> std::result::Result<Catalogue, Vec<LoadError>> {
    let (words, entries): (Vec<_>, Vec<_>) =
        sources.iter().copied().partition(|source| source.path.starts_with(vocabulary::FOLDER));
    let catalogue = kb::load(&entries)?;
    Vocabulary::load(&catalogue, &words)?;
    Ok(catalogue)
}

/// The same with line and column behind the path.
fn placed(error: LoadError, sources: &[SourceFile<'_>]) -> LoadError {
    let text = sources.iter().find(|source| source.path == error.path).map_or("", |source| source.text);
    let before = text.get(..error.span.start).unwrap_or_default();
    let line = before.matches('\n').count() + 1;
    let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
    LoadError { path: format!("{}:{line}:{column}", error.path), ..error }
}

/// All TOML files below a folder as (path relative to it with `/`, text).
fn gather(root: &Path, folder: &Path, depth: usize, files: &mut Vec<(String, String)>) -> Result<()> {
    let told = |path: &Path, detail: String| {
        Failure::new("cli-kb-data-unreadable", &[])
            .with("path", path.display().to_string())
            .with("detail", detail)
    };
    if !folder.is_dir() {
        return Err(Failure::new("cli-kb-data-missing", &[])
            .with("path", folder.display().to_string())
            .into());
    }
    let listing = std::fs::read_dir(folder).map_err(|error| told(folder, error.to_string()))?;
    for entry in listing {
        let path = entry.map_err(|error| told(folder, error.to_string()))?.path();
        if path.is_dir() {
            if depth >= DEEPEST {
                return Err(told(&path, format!("> {DEEPEST} folders")).into());
            }
            gather(root, &path, depth + 1, files)?;
            continue;
        }
        let name = path.strip_prefix(root).unwrap_or(&path);
        let name =
            name.components().map(|piece| piece.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/");
        if path.extension().is_none_or(|extension| extension != "toml") {
            continue;
        }
        let length = path.metadata().map_err(|error| told(&path, error.to_string()))?.len();
        if length > LONGEST || files.len() >= MOST_FILES {
            return Err(told(&path, format!("> {LONGEST} bytes / {MOST_FILES} files")).into());
        }
        let text = std::fs::read_to_string(&path).map_err(|error| told(&path, error.to_string()))?;
        files.push((name, text.replace("\r\n", "\n")));
    }
    Ok(())
}
