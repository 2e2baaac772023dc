//! `sekisho diff`: two versions of a document in, what changed and what that did to the clauses out.

use std::path::{Path, PathBuf};

use anyhow::Result;
use linter::compare::report::{DiffReport, Head, Judged, report};
use linter::compare::table::{TableOptions, table};
use linter::compare::{html, text, word, xlsx};
use linter::config::FailOn;
use linter::document::Document;
use linter::lint::{lint, understand};
use linter::message::Lang;
use linter::read::Revisions;
use linter::report::Tool;
use linter::report::text::{Detail, TextOptions};

use crate::args::{DiffArgs, Format};
use crate::exit::Exit;
use crate::failure::Failure;
use crate::judging::Asked;
use crate::session::Session;
use crate::{guard, input, output, today};

/// The forms that the comparison table can be written in.
#[derive(Debug, Clone, Copy)]
enum TableForm {
    Docx,
    Xlsx,
    Html,
}

pub(crate) fn run(args: &DiffArgs, session: Session) -> Result<Exit> {
    let date = today::day(args.today.as_deref())?;
    let form = args.output.as_deref().map(form_of).transpose()?;
    if input::is_stdin(&args.old) && input::is_stdin(&args.new) {
        return Err(Failure::new("cli-diff-stdin", &[]).into());
    }
    let files = [&args.old, &args.new].map(PathBuf::clone);
    let Some(asked) = Asked::new(&args.asked, &files, session)? else { return Ok(Exit::Unusable) };
    let read = |path: &Path| File::read(path, asked.revisions, session);
    let (Some(old), Some(new)) = (read(&args.old), read(&args.new)) else { return Ok(Exit::Unusable) };
    let made = guard::catch(|| compare(&asked, &old, &new, date));
    let found = made.map_err(|detail| Failure::new("cli-internal", &[]).with("detail", detail))?;
    if let (Some(path), Some(form)) = (&args.output, form) {
        let bytes = bytes(&found, form, args.remarks, session.lang)?;
        output::write_beside(path, &bytes, &files)?;
    }
    print(&found, args, session)?;
    Ok(exit(&found, args))
}

/// A document as it was read.
struct File {
    path: String,
    document: Document,
    bytes: Vec<u8>,
}

impl File {
    /// Reads a file; why it cannot be used is told here.
    fn read(path: &Path, revisions: Option<Revisions>, session: Session) -> Option<Self> {
        let shown = input::shown(path);
        let read = || {
            if !input::is_stdin(path) && !path.exists() {
                return Err(Failure::new("cli-file-missing", &[]));
            }
            input::document(path, revisions)
        };
        let internal = |detail: String| Err(Failure::new("cli-internal", &[]).with("detail", detail));
        match guard::catch(read).unwrap_or_else(internal) {
            Ok((document, bytes)) => Some(Self { path: shown, document, bytes }),
            Err(failure) => {
                session.complain_of_file(&failure.for_file(&shown, session.lang));
                None
            }
        }
    }
}

/// Both documents are judged as what the new one is.
fn compare(asked: &Asked, old: &File, new: &File, date: String) -> DiffReport {
    let path = Path::new(&new.path);
    let kind = asked.kind_of(path, &new.document).unwrap_or_else(|| understand(&new.document, None).kind);
    let options = asked.options(Some(kind));
    let judge = |file: &File| lint(&file.document, &file.bytes, &file.path, &asked.pack, &options);
    let (old_report, new_report) = rayon::join(|| judge(old), || judge(new));
    let head = Head {
        tool: Tool { name: "sekisho".to_owned(), version: env!("CARGO_PKG_VERSION").to_owned() },
        rules_hash: asked.pack.hash.clone(),
        date,
    };
    report(
        Judged { document: &old.document, report: &old_report },
        Judged { document: &new.document, report: &new_report },
        head,
    )
}

fn form_of(path: &Path) -> Result<TableForm, Failure> {
    let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase());
    match ending.as_deref() {
        Some("docx") => Ok(TableForm::Docx),
        Some("xlsx") => Ok(TableForm::Xlsx),
        Some("html" | "htm") => Ok(TableForm::Html),
        _ => Err(Failure::new("cli-diff-output-kind", &[]).with("path", path.display().to_string())),
    }
}

fn bytes(report: &DiffReport, form: TableForm, remarks: bool, lang: Lang) -> Result<Vec<u8>> {
    let table = table(report, &TableOptions { lang, remarks });
    Ok(match form {
        TableForm::Docx => word::document(&table, &report.date)?,
        TableForm::Xlsx => xlsx::workbook(&table, &report.date)?,
        TableForm::Html => html::html(&table, lang)?.into_bytes(),
    })
}

fn print(report: &DiffReport, args: &DiffArgs, session: Session) -> Result<()> {
    let detail = match (args.quiet || args.output.is_some(), args.verbose) {
        (_, true) => Detail::Verbose,
        (true, _) => Detail::Quiet,
        _ => Detail::Normal,
    };
    let options = TextOptions { lang: session.lang, width: session.width, color: session.color, detail };
    let mut out = match args.format {
        Format::Json => output::json(report)?,
        Format::Text => text::render(report, &options),
    };
    if let (Some(path), Format::Text) = (&args.output, args.format) {
        let shown = path.display().to_string();
        out.push_str(&session.say("cli-diff-written", &[("path", &shown)]));
        out.push('\n');
    }
    output::print(&out)
}

fn exit(report: &DiffReport, args: &DiffArgs) -> Exit {
    let gravest = report.gravest_loss();
    match (args.fail_on_loss.into(), gravest) {
        (FailOn::Severity(least), Some(gravest)) if gravest >= least => Exit::Findings,
        _ => Exit::Clean,
    }
}
