//! `sekisho kb import`: the guideline's PDFs of the user against the knowledge base, and their wording into the user's own folder.

use std::path::{Path, PathBuf};

use anyhow::Result;
use kb::Kb;
use linter::official::import::{Import, Source, recognise};
use linter::official::report::{self, ImportReport, TextOptions};
use linter::official::{Store, StoreError};
use linter::read::Limits;
use linter::report::FileError;

use crate::args::{Format, KbImportArgs};
use crate::exit::Exit;
use crate::failure::Failure;
use crate::input::{self, Wanted};
use crate::official::{self, Unusable};
use crate::output;
use crate::session::Session;

pub(super) fn run(args: &KbImportArgs, session: Session) -> Result<Exit> {
    let kb = Kb::embedded()?;
    let store = official::file(args.to.as_deref(), kb.base())?;
    match &args.official {
        Some(folder) if !args.forget => import(kb, folder, &store, args, session),
        _ => forget(&store, session),
    }
}

fn forget(store: &Path, session: Session) -> Result<Exit> {
    let removed = official::forget(store)?;
    let code = if removed { "cli-official-removed" } else { "cli-official-nothing" };
    let text = session.say(code, &[("path", &store.display().to_string())]);
    output::print(&format!("{text}\n"))?;
    Ok(Exit::Clean)
}

fn import(kb: &Kb, folder: &Path, store: &Path, args: &KbImportArgs, session: Session) -> Result<Exit> {
    let (files, unlisted) = listed(folder, session);
    official::check_apart(store, args.to.is_some(), folder, &files)?;
    let (sources, unreadable) = sources(&files, kb.base(), session);
    let import = Import::new(sources);
    let mut report = ImportReport::new(&import, kb, session.lang);
    report.refused.splice(0..0, unlisted.into_iter().chain(unreadable));
    let kept = if import.booklets.is_empty() { Ok(()) } else { keep(&import, kb.base(), store, session) };
    if kept.is_ok() && !import.booklets.is_empty() {
        report.stored = Some(store.display().to_string());
    }
    output::print(&match args.format {
        Format::Json => output::json(&report)?,
        Format::Text => {
            let options = TextOptions { lang: session.lang, width: session.width, paint: session.paint() };
            report::text(&report, options)
        }
    })?;
    kept?;
    if import.booklets.is_empty() {
        session.complain(&Failure::new("cli-official-unreadable", &[]));
        return Ok(Exit::Unusable);
    }
    Ok(if report.differs { Exit::Findings } else { Exit::Clean })
}

/// The PDFs of a folder, and what keeps some of them from being looked at.
fn listed(folder: &Path, session: Session) -> (Vec<PathBuf>, Vec<FileError>) {
    let (mut files, mut errors) = (Vec::new(), Vec::new());
    for found in input::expand(&[folder.to_owned()], Wanted::Pdf) {
        match found {
            Ok(path) => files.push(path),
            Err((path, failure)) => errors.push(failure.for_file(&input::shown(&path), session.lang)),
        }
    }
    (files, errors)
}

fn sources(files: &[PathBuf], edition: &str, session: Session) -> (Vec<Source>, Vec<FileError>) {
    let (mut sources, mut errors) = (Vec::new(), Vec::new());
    for path in files {
        let shown = input::shown(path);
        match input::bytes(path) {
            Ok(bytes) => sources.push((shown, recognise(&bytes, edition, &Limits::default()))),
            Err(failure) => errors.push(failure.for_file(&shown, session.lang)),
        }
    }
    (sources, errors)
}

/// Adds the booklets to what was imported before. A damaged store is replaced, one of a newer program is not touched.
fn keep(import: &Import, edition: &str, path: &Path, session: Session) -> Result<()> {
    let mut store = match official::load(path) {
        Ok(store) => store.unwrap_or_else(|| Store::new(edition)),
        Err(unusable @ Unusable::Store(StoreError::Broken { .. })) => {
            session.warn(&unusable.failure());
            Store::new(edition)
        }
        Err(unusable) => return Err(unusable.failure().into()),
    };
    import.keep(&mut store, |path| {
        Path::new(path).file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
    });
    official::save(path, &store)
}
