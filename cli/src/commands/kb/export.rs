//! `sekisho kb export`: every entry, for other programs. Forms are made in `linter::export`; here they are written.

use std::io::IsTerminal as _;
use std::path::Path;

use anyhow::Result;
use kb::Kb;
use linter::export::{File, csv, markdown, ndjson, oscal, xlsx};

use crate::args::{ExportFormat, KbExportArgs};
use crate::exit::Exit;
use crate::failure::Failure;
use crate::output;
use crate::session::Session;

pub(super) fn run(args: &KbExportArgs, session: Session) -> Result<Exit> {
    let kb = Kb::embedded()?;
    let target = args.output.as_deref();
    match (args.format, target) {
        (ExportFormat::Oscal, None) => return Err(Failure::new("cli-export-folder", &[]).into()),
        (ExportFormat::Oscal, Some(folder)) => {
            output::write_folder(folder, &pairs(&oscal::files(kb, session.lang)?))?;
        }
        (ExportFormat::Md, Some(folder)) if is_folder(folder) => {
            output::write_folder(folder, &pairs(&markdown::files(kb, session.lang)))?;
        }
        (ExportFormat::Ndjson, Some(folder)) if is_folder(folder) => {
            let lines = ndjson::lines(kb, session.lang)?;
            let config = ndjson::index_config();
            let files = [("entries.ndjson", lines.as_bytes()), ("index-config.yaml", config.as_bytes())];
            output::write_folder(folder, &files)?;
        }
        (ExportFormat::Xlsx, None) if std::io::stdout().is_terminal() => {
            return Err(Failure::new("cli-export-binary", &[]).into());
        }
        (format, target) => single(&bytes(format, kb, session)?, format, target)?,
    }
    Ok(Exit::Clean)
}

/// The forms that are one file.
fn bytes(format: ExportFormat, kb: &Kb, session: Session) -> Result<Vec<u8>> {
    Ok(match format {
        ExportFormat::Json => output::json(&kb.export())?.into_bytes(),
        ExportFormat::Csv => csv::table(kb, session.lang)?.into_bytes(),
        ExportFormat::Md => markdown::document(kb, session.lang).into_bytes(),
        ExportFormat::Ndjson => ndjson::lines(kb, session.lang)?.into_bytes(),
        ExportFormat::Xlsx => xlsx::workbook(kb, session.lang)?,
        // A folder of files, written before it comes to this.
        ExportFormat::Oscal => Vec::new(),
    })
}

/// To standard output, to the file, or into the folder that is there under a name of ours.
fn single(bytes: &[u8], format: ExportFormat, target: Option<&Path>) -> Result<()> {
    match target {
        None => output::print_bytes(bytes),
        Some(folder) if folder.is_dir() => {
            output::write_bytes(&folder.join(format!("sekisho-kb.{}", format.extension())), bytes)
        }
        Some(file) => output::write_bytes(file, bytes),
    }
}

/// Whether the name is meant for a folder: one that is there, one that ends so, or one without an extension.
fn is_folder(path: &Path) -> bool {
    path.is_dir() || ends_as_folder(path) || path.extension().is_none()
}

fn ends_as_folder(path: &Path) -> bool {
    let last = path.as_os_str().to_string_lossy();
    last.ends_with(std::path::is_separator)
}

fn pairs(files: &[File]) -> Vec<(&str, &[u8])> {
    files.iter().map(|file| (file.name.as_str(), file.text.as_bytes())).collect()
}
