//! `sekisho diff`: two versions of a document in, what changed and what that did to the clauses out.

use std::path::{Path, PathBuf};

use anyhow::Result;
use linter::compare::report::{DiffReport, Head, Judged, report};
use linter::compare::table::{TableOptions, table};
use linter::compare::{html, text, word, xlsx};
use linter::document::Document;
use linter::lint::{Options, lint, understand};
use linter::meaning::kind::Kind;
use linter::message::Lang;
use linter::pack::RulePack;
use linter::profile::Profile;
use linter::report::text::{Detail, TextOptions};
use linter::report::{SeverityView, Tool};

use super::lint::{profile, rules, severity_of, stated_kind};
use crate::args::{DiffArgs, Format};
use crate::exit::Exit;
use crate::failure::Failure;
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
    let profile = profile(args.profile.as_deref(), &args.set, args.system_type)?;
    let Some(pack) = rules(&args.rules, session)? else { return Ok(Exit::Unusable) };
    let (Some(old), Some(new)) = (File::read(&args.old, args, session), File::read(&args.new, args, session))
    else {
        return Ok(Exit::Unusable);
    };
    let kind = stated_kind(args.kind.as_deref(), &new.document)
        .unwrap_or_else(|| understand(&new.document, None).kind);
    let asked = Asked { pack: &pack, profile, kind, lang: session.lang };
    let made = guard::catch(|| asked.compare(&old, &new, date));
    let found = made.map_err(|detail| Failure::new("cli-internal", &[]).with("detail", detail))?;
    if let (Some(path), Some(form)) = (&args.output, form) {
        let bytes = bytes(&found, form, args.remarks, session.lang)?;
        let inputs = [&args.old, &args.new].map(PathBuf::clone);
        output::write_beside(path, &bytes, &inputs)?;
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
    fn read(path: &Path, args: &DiffArgs, session: Session) -> Option<Self> {
        let shown = input::shown(path);
        let read = || {
            if !input::is_stdin(path) && !path.exists() {
                return Err(Failure::new("cli-file-missing", &[]));
            }
            input::document(path, args.revisions)
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

/// What both documents are asked with.
struct Asked<'a> {
    pack: &'a RulePack,
    profile: Profile,
    kind: Kind,
    lang: Lang,
}

impl Asked<'_> {
    fn compare(&self, old: &File, new: &File, date: String) -> DiffReport {
        let options = Options { kind: Some(self.kind), profile: self.profile.clone(), lang: self.lang };
        let judge = |file: &File| lint(&file.document, &file.bytes, &file.path, self.pack, &options);
        let (old_report, new_report) = rayon::join(|| judge(old), || judge(new));
        let head = Head {
            tool: Tool { name: "sekisho".to_owned(), version: env!("CARGO_PKG_VERSION").to_owned() },
            rules_hash: self.pack.hash.clone(),
            date,
        };
        report(
            Judged { document: &old.document, report: &old_report },
            Judged { document: &new.document, report: &new_report },
            head,
        )
    }
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
    let least: Option<SeverityView> = severity_of(args.fail_on_loss);
    let gravest = report.gravest_loss();
    match least.zip(gravest) {
        Some((least, gravest)) if gravest >= least => Exit::Findings,
        _ => Exit::Clean,
    }
}
