//! Writes results: to standard output, or to files that are either complete or not touched at all.

use std::io::Write as _;
use std::path::{Path, PathBuf};

use anyhow::Result;
use serde::Serialize;
use tempfile::NamedTempFile;

use crate::failure::Failure;

/// Prints to standard output. A reader that has gone away (`| head`) is no error.
///
/// # Errors
/// Standard output cannot be written.
pub(crate) fn print(text: &str) -> Result<()> {
    print_bytes(text.as_bytes())
}

/// The same for what is no text.
///
/// # Errors
/// Standard output cannot be written.
pub(crate) fn print_bytes(bytes: &[u8]) -> Result<()> {
    let mut out = std::io::stdout().lock();
    match out.write_all(bytes).and_then(|()| out.flush()) {
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => {
            Err(not_written(Path::new("-"), &error).into())
        }
        _ => Ok(()),
    }
}

/// One JSON value with a line break at its end.
///
/// # Errors
/// A value that has no form in JSON, which none of ours is.
pub(crate) fn json(value: &impl Serialize) -> Result<String> {
    Ok(serde_json::to_string_pretty(value)? + "\n")
}

/// Writes a file through a temporary one beside it. Refuses to replace one of `inputs`.
///
/// # Errors
/// The file is an input, or its folder cannot be written.
pub(crate) fn write(path: &Path, text: &str, inputs: &[PathBuf]) -> Result<()> {
    write_beside(path, text.as_bytes(), inputs)
}

/// The same for what is no text.
///
/// # Errors
/// The file is an input, or its folder cannot be written.
pub(crate) fn write_beside(path: &Path, bytes: &[u8], inputs: &[PathBuf]) -> Result<()> {
    let shown = path.display().to_string();
    if let Ok(real) = path.canonicalize() {
        let is_input = inputs.iter().any(|input| input.canonicalize().is_ok_and(|input| input == real));
        if is_input {
            return Err(Failure::new("cli-output-is-input", &[]).with("path", shown).into());
        }
    }
    write_bytes(path, bytes)
}

/// Writes a file through a temporary one beside it.
///
/// # Errors
/// Its folder cannot be written.
pub(crate) fn write_bytes(path: &Path, bytes: &[u8]) -> Result<()> {
    replace(path, bytes, None).map_err(|error| not_written(path, &error).into())
}

/// Writes the files of a folder. A folder that is not there yet appears with all of them or not at all; in one that is
/// there, files of these names are replaced after all new ones are complete, and the others are left alone.
///
/// # Errors
/// The folder cannot be made or written.
pub(crate) fn write_folder(folder: &Path, files: &[(&str, &[u8])]) -> Result<()> {
    let written = if folder.is_dir() { refill(folder, files) } else { make(folder, files) };
    written.map_err(|error| not_written(folder, &error).into())
}

fn refill(folder: &Path, files: &[(&str, &[u8])]) -> std::io::Result<()> {
    let mut ready = Vec::new();
    for (name, bytes) in files {
        let path = folder.join(name);
        ready.push((temporary(&path, bytes, None)?, path));
    }
    for (file, path) in ready {
        file.persist(path)?;
    }
    Ok(())
}

fn make(folder: &Path, files: &[(&str, &[u8])]) -> std::io::Result<()> {
    let made = tempfile::Builder::new().prefix(".sekisho-").tempdir_in(beside(folder))?;
    for (name, bytes) in files {
        replace(&made.path().join(name), bytes, None)?;
    }
    open_to_others(made.path())?;
    std::fs::rename(made.path(), folder)?;
    // It has another name now: there is nothing left to clear away.
    let _ = made.keep();
    Ok(())
}

/// The folder that a file or folder lies in.
fn beside(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// Writes a new text into a file that was read, through a temporary one beside it; who may read and write it stays as
/// it was. A link stays a link.
///
/// # Errors
/// The file is write-protected, or its folder cannot be written.
pub(crate) fn rewrite(path: &Path, text: &str) -> Result<(), Failure> {
    let rewritten = || -> std::io::Result<()> {
        let real = path.canonicalize()?;
        // Opened and closed: renaming would not ask for the right to write.
        let file = std::fs::OpenOptions::new().write(true).open(&real)?;
        let permissions = file.metadata()?.permissions();
        if permissions.readonly() {
            return Err(std::io::ErrorKind::PermissionDenied.into());
        }
        replace(&real, text.as_bytes(), Some(permissions))
    };
    rewritten().map_err(|error| not_written(path, &error))
}

fn not_written(path: &Path, error: &std::io::Error) -> Failure {
    let shown = path.display().to_string();
    Failure::new("cli-write", &[]).with("path", shown).with("detail", error.to_string())
}

/// Writes a file that does not exist yet.
///
/// # Errors
/// There is such a file, or its folder cannot be written.
pub(crate) fn create(path: &Path, text: &str) -> Result<(), Failure> {
    let created = temporary(path, text.as_bytes(), None).and_then(|file| Ok(file.persist_noclobber(path)?));
    match created {
        Ok(_) => Ok(()),
        Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {
            Err(Failure::new("cli-output-exists", &[]).with("path", path.display().to_string()))
        }
        Err(error) => Err(not_written(path, &error)),
    }
}

/// What is no ordinary file (a pipe, a device) takes the bytes itself; a link stays a link.
fn replace(path: &Path, bytes: &[u8], permissions: Option<std::fs::Permissions>) -> std::io::Result<()> {
    let real = path.canonicalize().unwrap_or_else(|_| path.to_owned());
    if real.metadata().is_ok_and(|found| !found.is_file() && !found.is_dir()) {
        return std::fs::OpenOptions::new().write(true).open(&real)?.write_all(bytes);
    }
    temporary(&real, bytes, permissions)?.persist(&real)?;
    Ok(())
}

/// The content in a file beside the one that it is meant for.
fn temporary(
    path: &Path,
    bytes: &[u8],
    permissions: Option<std::fs::Permissions>,
) -> std::io::Result<NamedTempFile> {
    let mut file = tempfile::Builder::new().prefix(".sekisho-").tempfile_in(beside(path))?;
    file.write_all(bytes)?;
    match permissions {
        Some(permissions) => file.as_file().set_permissions(permissions)?,
        None => readable_like_others(file.as_file())?,
    }
    Ok(file)
}

/// Temporary files are private; a report is an ordinary file.
#[cfg(unix)]
fn readable_like_others(file: &std::fs::File) -> std::io::Result<()> {
    use std::os::unix::fs::PermissionsExt as _;
    file.set_permissions(std::fs::Permissions::from_mode(0o644))
}

/// So are temporary folders.
#[cfg(unix)]
fn open_to_others(folder: &Path) -> std::io::Result<()> {
    use std::os::unix::fs::PermissionsExt as _;
    std::fs::set_permissions(folder, std::fs::Permissions::from_mode(0o755))
}

#[cfg(not(unix))]
fn open_to_others(_: &Path) -> std::io::Result<()> {
    Ok(())
}

#[cfg(not(unix))]
fn readable_like_others(_: &std::fs::File) -> std::io::Result<()> {
    Ok(())
}
