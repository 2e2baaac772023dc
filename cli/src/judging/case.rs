//! Files that belong together and are judged as one.

use std::path::Path;

use linter::document::Document;
use linter::lint::{Input, lint_case};
use linter::meaning::kind::Kind;
use linter::report::{CaseRole, DocumentReport, FileError};
use rayon::prelude::*;

use super::{Asked, apart, guarded};
use crate::args::ANY_CONTRACT;
use crate::failure::Failure;
use crate::guard;
use crate::input::{self, Found};

/// A file as it was read.
struct Read {
    path: String,
    document: Document,
    bytes: Vec<u8>,
}

/// Reads all files and judges them together. A file that cannot be read leaves the case incomplete.
pub(super) fn judge(found: &[Found], asked: &Asked) -> (Vec<DocumentReport>, Vec<FileError>) {
    let (revisions, session) = (asked.revisions, asked.session);
    let read = |file: &Found| {
        guarded(file, session, |path| {
            let (document, bytes) = input::document(path, revisions)?;
            Ok(Read { path: input::shown(path), document, bytes })
        })
    };
    let (files, mut errors) = apart(found.par_iter().map(read).collect());
    if files.is_empty() {
        return (Vec::new(), errors);
    }
    let complete = errors.is_empty();
    match guard::catch(|| reports(&files, complete, asked)) {
        Ok(mut reports) => {
            reports.iter_mut().for_each(|report| asked.settings.config.weigh(report));
            (reports, errors)
        }
        Err(detail) => {
            let failure = Failure::new("cli-internal", &[]).with("detail", detail);
            errors.extend(files.iter().map(|file| failure.for_file(&file.path, session.lang)));
            (Vec::new(), errors)
        }
    }
}

fn reports(files: &[Read], complete: bool, asked: &Asked) -> Vec<DocumentReport> {
    let kind = files.iter().find_map(|file| asked.stated(Path::new(&file.path)));
    let inputs: Vec<Input<'_>> = files
        .iter()
        .map(|file| Input { document: &file.document, bytes: &file.bytes, path: &file.path })
        .collect();
    let lint = |kind: Option<Kind>| lint_case(&inputs, complete, &asked.pack, &asked.options(kind));
    if kind != Some(ANY_CONTRACT) {
        return lint(kind.and_then(Kind::from_name));
    }
    let recognised = lint(None);
    let is_main =
        |report: &&DocumentReport| report.case.as_ref().is_some_and(|case| case.role == CaseRole::Main);
    match recognised.iter().find(is_main) {
        Some(main) if !main.kind.is_contract() => lint(Some(main.kind.as_contract())),
        _ => recognised,
    }
}
