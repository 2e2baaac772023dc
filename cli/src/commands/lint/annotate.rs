//! `lint --annotate`: copies of Word files with the findings as comments.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use anyhow::Result;
use linter::annotate::{Options, Subject, annotate};
use linter::read::ReadOptions;
use linter::report::{CaseRole, DocumentReport};

use crate::args::LintArgs;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::judging::Judged;
use crate::session::Session;
use crate::{guard, input, output};

/// Writes the copies that were asked for, if any. A document that takes no comments is told and leaves the others alone.
pub(super) fn write(args: &LintArgs, judged: &Judged, session: Session) -> Result<Exit> {
    let Some(out) = &args.annotate else { return Ok(Exit::Clean) };
    let (report, paths) = (&judged.report, judged.inputs());
    if report.documents.len() > 1 && !out.is_dir() {
        let count = report.documents.len().to_string();
        return Err(Failure::new("annotate-needs-folder", &[]).with("count", count).into());
    }
    let mut exit = Exit::Clean;
    let mut written = BTreeSet::new();
    for document in &report.documents {
        let Some(path) = paths.iter().find(|path| input::shown(path) == document.path) else { continue };
        let work = || copy(args, judged, document, path, session);
        let copied = guard::catch(work)
            .unwrap_or_else(|detail| Err(Failure::new("cli-internal", &[]).with("detail", detail)));
        match copied {
            Ok(bytes) => {
                let target = target(out, path);
                if !written.insert(target.clone()) {
                    let shown = target.display().to_string();
                    return Err(Failure::new("annotate-same-name", &[]).with("path", shown).into());
                }
                output::write_beside(&target, &bytes, &paths)?;
            }
            Err(failure) => {
                session.complain_of_file(&failure.for_file(&document.path, session.lang));
                exit = Exit::Unusable;
            }
        }
    }
    Ok(exit)
}

/// In a folder, a copy has the name of its document.
fn target(out: &Path, document: &Path) -> PathBuf {
    match document.file_name() {
        Some(name) if out.is_dir() => out.join(name),
        _ => out.to_owned(),
    }
}

fn copy(
    args: &LintArgs,
    judged: &Judged,
    own: &DocumentReport,
    path: &Path,
    session: Session,
) -> Result<Vec<u8>, Failure> {
    if input::is_stdin(path) {
        return Err(Failure::new("annotate-stdin", &[]));
    }
    let (report, revisions) = (&judged.report, judged.asked.revisions);
    let (document, bytes) = input::document(path, revisions)?;
    let is_part = own.case.as_ref().is_some_and(|case| case.role == CaseRole::Part);
    let main = report
        .documents
        .iter()
        .find(|document| document.case.as_ref().is_some_and(|case| case.role == CaseRole::Main));
    let subject = Subject { bytes: &bytes, document: &document, report: own, main: main.filter(|_| is_part) };
    let options = Options {
        date: &report.date,
        lang: session.lang,
        accepted: args.verbose,
        suggest: args.suggest,
        reading: ReadOptions { revisions, ..ReadOptions::default() },
    };
    annotate(&subject, &options).map_err(|error| Failure::from(&error))
}
