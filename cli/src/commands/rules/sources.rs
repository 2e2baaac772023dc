//! Rule files as given on the command line, with what they need beside them.

use std::path::{Path, PathBuf};

use linter::pack::{self, Source};

use crate::failure::Failure;
use crate::input;
use crate::session::Session;

/// Rule files to work on.
pub(crate) struct Given {
    /// How many of the sources were given; the rest are concepts that ship with the program.
    pub(crate) count: usize,
    /// All sources, the given ones first.
    pub(crate) all: Vec<Source>,
}

/// The files given, or the rules that ship where none is. `None`: one could not be read, which was told.
pub(crate) fn load(files: &[PathBuf], session: Session) -> Option<Given> {
    if files.is_empty() {
        let all = pack::shipped_sources();
        return Some(Given { count: all.len(), all });
    }
    let given = read(files, session)?;
    let companions = pack::concepts_beneath(&given);
    Some(Given { count: given.len(), all: given.into_iter().chain(companions).collect() })
}

/// The files given over all rules that ship with the program. `None`: one could not be read, which was told.
pub(crate) fn over_shipped(files: &[PathBuf], session: Session) -> Option<Given> {
    let given = read(files, session)?;
    let shipped = pack::rules_beneath(&given);
    Some(Given { count: given.len(), all: given.into_iter().chain(shipped).collect() })
}

fn read(files: &[PathBuf], session: Session) -> Option<Vec<Source>> {
    let mut given = Vec::new();
    let mut usable = true;
    for file in input::expand(files, input::Wanted::Rules) {
        let source = match &file {
            Ok(path) => source(path).map_err(|failure| (path, failure)),
            Err((path, failure)) => Err((path, failure.clone())),
        };
        match source {
            Ok(source) => given.push(source),
            Err((path, failure)) => {
                usable = false;
                session.complain_of_file(&failure.for_file(&path.display().to_string(), session.lang));
            }
        }
    }
    usable.then_some(given)
}

/// The text of a rule file or of standard input, with its byte order mark.
///
/// # Errors
/// It cannot be read, or is no UTF-8.
pub(super) fn text(path: &Path) -> Result<String, Failure> {
    String::from_utf8(input::bytes(path)?).map_err(|_| Failure::new("cli-rule-not-utf8", &[]))
}

/// The text without a byte order mark.
pub(super) fn without_mark(text: &str) -> &str {
    text.strip_prefix('\u{feff}').unwrap_or(text)
}

fn source(path: &Path) -> Result<Source, Failure> {
    let text = without_mark(&text(path)?).to_owned();
    Ok(Source { path: input::shown(path), text })
}
