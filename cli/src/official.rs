//! The wording that the user imported: where it is kept, and how it is read, written and removed.

use std::path::{Path, PathBuf};

use anyhow::Result;
use etcetera::{AppStrategy as _, AppStrategyArgs};
use linter::official::{Store, StoreError};

use crate::failure::Failure;
use crate::{input, output};

/// Names another folder than that of the system.
const VARIABLE: &str = "SEKISHO_DATA_DIR";

/// The file of an edition in the folder that is named, else in that of the environment, else in that of the system.
///
/// # Errors
/// The system knows no folder for the user.
pub(crate) fn file(to: Option<&Path>, edition: &str) -> Result<PathBuf, Failure> {
    let folder = match to {
        Some(folder) => folder.to_owned(),
        None => folder()?,
    };
    Ok(folder.join("official").join(format!("guideline-{edition}.json")))
}

fn folder() -> Result<PathBuf, Failure> {
    if let Some(folder) = std::env::var_os(VARIABLE).filter(|folder| !folder.is_empty()) {
        return Ok(PathBuf::from(folder));
    }
    let args = AppStrategyArgs { app_name: "sekisho".to_owned(), ..AppStrategyArgs::default() };
    etcetera::app_strategy::choose_native_strategy(args)
        .map(|strategy| strategy.data_dir())
        .map_err(|error| Failure::new("cli-official-no-folder", &[]).with("detail", error.to_string()))
}

/// What was imported; nothing where nobody did.
///
/// # Errors
/// The file cannot be read, or not be understood.
pub(crate) fn load(path: &Path) -> Result<Option<Store>, Unusable> {
    match path.try_exists() {
        Ok(false) => return Ok(None),
        Ok(true) => {}
        Err(error) => {
            return Err(Unusable::File(Failure::new("cli-read", &[]).with("detail", error.to_string())));
        }
    }
    let bytes = input::bytes(path).map_err(Unusable::File)?;
    Store::decode(&bytes).map(Some).map_err(Unusable::Store)
}

/// Why there is a store and it is of no use.
#[derive(Debug)]
pub(crate) enum Unusable {
    /// The file cannot be read.
    File(Failure),
    /// It cannot be understood.
    Store(StoreError),
}

impl Unusable {
    /// What to tell.
    pub(crate) fn failure(&self) -> Failure {
        match self {
            Self::File(failure) => failure.clone(),
            Self::Store(error) => Failure::from(error),
        }
    }
}

/// Writes the store, complete or not at all.
///
/// # Errors
/// Its folder cannot be made or written.
pub(crate) fn save(path: &Path, store: &Store) -> Result<()> {
    let failed = |error: std::io::Error| {
        Failure::new("cli-write", &[])
            .with("path", path.display().to_string())
            .with("detail", error.to_string())
    };
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder).map_err(failed)?;
    }
    output::write(path, &store.encode()?, &[])
}

/// Removes the store, and whether there was one. The folder goes with it when nothing else is in it.
///
/// # Errors
/// The file cannot be removed.
pub(crate) fn forget(path: &Path) -> Result<bool, Failure> {
    match std::fs::remove_file(path) {
        Ok(()) => {
            if let Some(folder) = path.parent() {
                // What else is in it stays, and the folder with it.
                let _ = std::fs::remove_dir(folder);
            }
            Ok(true)
        }
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(false),
        Err(error) => Err(Failure::new("cli-official-not-removed", &[])
            .with("path", path.display().to_string())
            .with("detail", error.to_string())),
    }
}

/// Refuses a folder that holds a PDF that is read; one that was named for this may not lie inside the folder of the PDFs
/// either. (The system's own folder does where somebody has the PDFs in the home folder.)
///
/// # Errors
/// It is such a place.
pub(crate) fn check_apart(
    store: &Path,
    named: bool,
    official: &Path,
    pdfs: &[PathBuf],
) -> Result<(), Failure> {
    let Some(target) = store.parent().and_then(|folder| existing(folder).canonicalize().ok()) else {
        return Ok(());
    };
    // The folder that was named, before `official/` was added to it.
    let above = store.parent().and_then(Path::parent).and_then(|path| path.canonicalize().ok());
    let source = if official.is_dir() { official.canonicalize().ok() } else { None };
    let inside = named && source.is_some_and(|source| target.starts_with(source));
    let mut folders = pdfs.iter().filter_map(|pdf| pdf.canonicalize().ok()?.parent().map(Path::to_owned));
    if inside || folders.any(|folder| folder == target || Some(&folder) == above.as_ref()) {
        return Err(Failure::new("cli-official-beside", &[]).with("path", store.display().to_string()));
    }
    Ok(())
}

/// The path, or the nearest folder above it that is there.
fn existing(path: &Path) -> &Path {
    path.ancestors().find(|path| path.exists()).unwrap_or(Path::new("."))
}
