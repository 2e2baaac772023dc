//! `sekisho lint --since`: an older version of the document, to tell what its changes brought from what was there before.

use std::path::Path;

use linter::compare::{self, since};
use linter::document::Document;
use linter::lint::lint;
use linter::report::DocumentReport;

use super::Asked;
use crate::args::LintArgs;
use crate::failure::Failure;
use crate::input;
use crate::session::Session;

/// The older version as it was read.
pub(super) struct Older {
    path: String,
    document: Document,
    bytes: Vec<u8>,
}

impl Older {
    /// Reads it; none where it cannot be used, which has been told then.
    pub(super) fn read(path: &Path, args: &LintArgs, session: Session) -> Option<Self> {
        let shown = input::shown(path);
        let found = if path.exists() {
            input::document(path, args.revisions)
        } else {
            Err(Failure::new("cli-file-missing", &[]))
        };
        match found {
            Ok((document, bytes)) => Some(Self { path: shown, document, bytes }),
            Err(failure) => {
                session.complain_of_file(&failure.for_file(&shown, session.lang));
                None
            }
        }
    }

    /// Marks the findings that do not come from what changed since. Both are judged as the same kind of document.
    pub(super) fn mark(&self, report: &mut DocumentReport, document: &Document, asked: &Asked<'_>) {
        let options = asked.options(Some(report.kind));
        let before = lint(&self.document, &self.bytes, &self.path, asked.pack, &options);
        since::mark(report, &before, &compare::compare(&self.document, document));
    }
}
