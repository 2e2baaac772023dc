//! `sekisho evidence locate`: the passages of an old report in the documents as they are now.

use std::path::{Path, PathBuf};

use anyhow::Result;
use linter::evidence::{self, Anchors, Located, Standing};
use linter::report::text::layout;
use schemars::JsonSchema;
use serde::Serialize;

use crate::args::{EvidenceCommand, Format, LocateArgs};
use crate::exit::Exit;
use crate::failure::Failure;
use crate::session::Session;
use crate::{guard, input, output};

/// Columns of the word for what became of a passage.
const STANDING: usize = 12;

/// What `evidence locate --format json` prints.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct LocateView {
    /// One for each document of the report, in its order.
    documents: Vec<DocumentView>,
}

#[derive(Debug, Serialize, JsonSchema)]
struct DocumentView {
    /// The file that was searched.
    path: String,
    /// Its path in the report.
    was_path: String,
    /// One for each passage of the report.
    passages: Vec<Located>,
}

pub(crate) fn run(command: &EvidenceCommand, session: Session) -> Result<Exit> {
    match command {
        EvidenceCommand::Locate(args) => locate(args, session),
    }
}

fn locate(args: &LocateArgs, session: Session) -> Result<Exit> {
    let mut view = LocateView { documents: Vec::new() };
    let mut exit = Exit::Clean;
    for (anchors, path) in pairs(report(&args.report)?, &args.files)? {
        let shown = path.display().to_string();
        let found = guard::catch(|| search(&anchors, &path));
        let internal = |detail: String| Err(Failure::new("cli-internal", &[]).with("detail", detail));
        match found.unwrap_or_else(internal) {
            Ok(passages) => {
                view.documents.push(DocumentView { path: shown, was_path: anchors.path, passages });
            }
            Err(failure) => {
                session.complain_of_file(&failure.for_file(&shown, session.lang));
                exit = Exit::Unusable;
            }
        }
    }
    let lost = |found: &Located| matches!(found.standing, Standing::Changed | Standing::Gone);
    if exit == Exit::Clean && view.documents.iter().flat_map(|document| &document.passages).any(lost) {
        exit = Exit::Findings;
    }
    output::print(&match args.format {
        Format::Json => output::json(&view)?,
        Format::Text => view.documents.iter().map(|document| text(document, session)).collect(),
    })?;
    Ok(exit)
}

/// The report, as far as passages need it.
fn report(path: &Path) -> Result<Vec<Anchors>, Failure> {
    if !path.exists() {
        return Err(Failure::new("cli-file-missing", &[]));
    }
    let no_report = |detail: String| {
        let shown = path.display().to_string();
        Failure::new("cli-no-report", &[]).with("path", shown).with("detail", detail)
    };
    let text = String::from_utf8(input::bytes(path)?).map_err(|error| no_report(error.to_string()))?;
    evidence::anchors(&text).map_err(|error| no_report(error.to_string()))
}

/// Each document of the report with the file to search: the only one named, the one of the same name, or, where no file
/// is named, the path in the report.
fn pairs(documents: Vec<Anchors>, files: &[PathBuf]) -> Result<Vec<(Anchors, PathBuf)>, Failure> {
    if let ([file], 1) = (files, documents.len()) {
        return Ok(documents.into_iter().map(|anchors| (anchors, file.clone())).collect());
    }
    let name_of = |path: &Path| path.file_name().map(|name| name.to_string_lossy().into_owned());
    let mut pairs = Vec::new();
    for anchors in documents {
        let old = PathBuf::from(&anchors.path);
        let path = if files.is_empty() {
            Some(old)
        } else {
            files.iter().find(|file| name_of(file) == name_of(&old)).cloned()
        };
        match path {
            Some(path) => pairs.push((anchors, path)),
            None => return Err(Failure::new("cli-locate-unnamed", &[]).with("path", anchors.path)),
        }
    }
    Ok(pairs)
}

fn search(anchors: &Anchors, path: &Path) -> Result<Vec<Located>, Failure> {
    if !path.exists() {
        return Err(Failure::new("cli-file-missing", &[]));
    }
    let (document, _) = input::document(path, None)?;
    Ok(evidence::locate(&document, anchors))
}

fn text(document: &DocumentView, session: Session) -> String {
    let mut out = format!("{}\n", session.paint().bold(&document.path));
    for found in &document.passages {
        let word = session.say(&format!("standing-{}", found.standing.name()), &[]);
        let word = layout::padded(&word, STANDING);
        let now = found.now.as_ref();
        let place = match now.filter(|now| now.article != found.was_article) {
            Some(now) => format!("{} → {}", found.was_article, now.article),
            None => found.was_article.clone(),
        };
        let label = format!("  {word}");
        out.push_str(&layout::hanging(
            &label,
            &format!("{place} ({}/{})", found.rule, found.requirement),
            session.width,
        ));
        if found.standing == Standing::Changed || found.standing == Standing::Gone {
            out.push_str(&layout::hanging(
                &format!("    {} ", session.say("cli-locate-was", &[])),
                &found.was_quote,
                session.width,
            ));
        }
        if let Some(now) = now.filter(|_| found.standing == Standing::Changed) {
            out.push_str(&layout::hanging(
                &format!("    {} ", session.say("cli-locate-now", &[])),
                &now.quote,
                session.width,
            ));
        }
    }
    out
}
