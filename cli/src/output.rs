//! Writes results: to standard output, or to a file that is either complete or not touched at all.

use std::io::Write as _;
use std::path::{Path, PathBuf};

use anyhow::Result;
use serde::Serialize;

use crate::failure::Failure;

/// Prints to standard output. A reader that has gone away (`| head`) is no error.
///
/// # Errors
/// Standard output cannot be written.
pub(crate) fn print(text: &str) -> Result<()> {
    let mut out = std::io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => Err(error.into()),
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
    let shown = path.display().to_string();
    if let Ok(real) = path.canonicalize() {
        let is_input = inputs.iter().any(|input| input.canonicalize().is_ok_and(|input| input == real));
        if is_input {
            return Err(Failure::new("cli-output-is-input", &[]).with("path", shown).into());
        }
    }
    replace(path, text).map_err(|error| {
        Failure::new("cli-write", &[]).with("path", shown).with("detail", error.to_string()).into()
    })
}

fn replace(path: &Path, text: &str) -> std::io::Result<()> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut file = tempfile::Builder::new().prefix(".sekisho-").tempfile_in(folder)?;
    file.write_all(text.as_bytes())?;
    readable_like_others(file.as_file())?;
    file.persist(path).map_err(|error| error.error)?;
    Ok(())
}

/// Temporary files are private; a report is an ordinary file.
#[cfg(unix)]
fn readable_like_others(file: &std::fs::File) -> std::io::Result<()> {
    use std::os::unix::fs::PermissionsExt as _;
    file.set_permissions(std::fs::Permissions::from_mode(0o644))
}

#[cfg(not(unix))]
fn readable_like_others(_: &std::fs::File) -> std::io::Result<()> {
    Ok(())
}
