//! `sekisho lint --since`: an older version of the document, to tell what its changes brought from what was there before.

use std::path::Path;

use anyhow::Result;
use linter::compare::{self, since};
use linter::lint::lint;

use crate::failure::Failure;
use crate::input;
use crate::judging::Judged;
use crate::session::Session;

/// Marks the findings that do not come from what changed since. Both versions are judged as the same kind of document.
/// False where the older one cannot be used, which was told.
///
/// # Errors
/// There is not exactly one document.
pub(super) fn mark(older: &Path, judged: &mut Judged, session: Session) -> Result<bool> {
    let (Some(Ok(path)), 1) = (judged.found.first().cloned(), judged.found.len()) else {
        return Err(Failure::new("cli-since-one", &[]).into());
    };
    let asked = &judged.asked;
    let Some(report) = judged.report.documents.first_mut() else { return Ok(true) };
    let shown = input::shown(older);
    let read = || {
        if !older.exists() {
            return Err(Failure::new("cli-file-missing", &[]));
        }
        Ok((input::document(older, asked.revisions)?, input::document(&path, asked.revisions)?))
    };
    match read() {
        Ok(((old, bytes), (new, _))) => {
            let before = lint(&old, &bytes, &shown, &asked.pack, &asked.options(Some(report.kind)));
            since::mark(report, &before, &compare::compare(&old, &new));
            Ok(true)
        }
        Err(failure) => {
            session.complain_of_file(&failure.for_file(&shown, session.lang));
            Ok(false)
        }
    }
}
