//! `sekisho matrix`: clauses and documents, as a workbook, a page, data or a table in the terminal.

mod import;

use std::collections::BTreeMap;
use std::io::IsTerminal as _;
use std::path::{Path, PathBuf};

use ::kb::Kb;
use anyhow::Result;
use linter::matrix::decision::{Entered, Key};
use linter::matrix::import::ImportError;
use linter::matrix::{self, Matrix, TextOptions};
use linter::read::Limits;

use crate::args::{MatrixArgs, MatrixCommand, MatrixFormat};
use crate::exit::Exit;
use crate::failure::Failure;
use crate::judging::{Judged, judged};
use crate::session::Session;
use crate::{input, output};

pub(crate) fn run(args: &MatrixArgs, session: Session) -> Result<Exit> {
    if let Some(MatrixCommand::Import(args)) = &args.command {
        return import::run(args, session);
    }
    let format = format(args)?;
    let carried = carried(args, session)?;
    let Some(judged) = judged(&args.judged, session)? else { return Ok(Exit::Unusable) };
    let exit = if judged.report.errors.is_empty() { Exit::Clean } else { Exit::Unusable };
    if judged.report.documents.is_empty() {
        return Ok(exit);
    }
    let kb = Kb::embedded()?;
    let mut matrix = matrix::matrix(kb, &judged.asked.pack, &judged.report);
    narrow(&mut matrix, kb, args)?;
    let bytes = rendered(&matrix, &carried, format, args, session)?;
    deliver(args, format, &bytes, &judged)?;
    Ok(exit)
}

/// The form that is asked for: stated, or told by the name of the output.
fn format(args: &MatrixArgs) -> Result<MatrixFormat, Failure> {
    if let Some(format) = args.format {
        return Ok(format);
    }
    let Some(path) = &args.output else { return Ok(MatrixFormat::Text) };
    let extension = path.extension().map(|name| name.to_string_lossy().to_lowercase()).unwrap_or_default();
    match extension.as_str() {
        "xlsx" => Ok(MatrixFormat::Xlsx),
        "html" | "htm" => Ok(MatrixFormat::Html),
        "json" => Ok(MatrixFormat::Json),
        "csv" => Ok(MatrixFormat::Csv),
        "txt" => Ok(MatrixFormat::Text),
        _ => Err(Failure::new("matrix-no-form", &[]).with("path", input::shown(path))),
    }
}

/// What people wrote into an earlier workbook. One with decisions in the place of the output is not overwritten.
fn carried(args: &MatrixArgs, session: Session) -> Result<BTreeMap<Key, Entered>> {
    if let Some(path) = args.output.as_ref().filter(|path| path.is_file()) {
        let kept = entered(path).unwrap_or_default();
        if !kept.is_empty() {
            let failure = Failure::new("matrix-decisions-kept", &[]).with("path", input::shown(path));
            return Err(failure.with("count", kept.len().to_string()).into());
        }
    }
    match &args.decisions {
        None => Ok(BTreeMap::new()),
        Some(path) if !path.exists() => Err(Failure::new("cli-file-missing", &[]).into()),
        Some(path) => entered(path).map_err(|error| unreadable(&error, session).into()),
    }
}

fn entered(path: &Path) -> Result<BTreeMap<Key, Entered>, ImportError> {
    // A file that cannot be read is told as one that is no workbook.
    let bytes = input::bytes(path).map_err(|_| ImportError::NoWorkbook)?;
    matrix::import::entered(&bytes, &Limits::default())
}

/// The failure that tells of a workbook that cannot be used.
fn unreadable(error: &ImportError, session: Session) -> Failure {
    let failure = Failure::new(error.code(), &[]);
    error.args(session.lang).into_iter().fold(failure, |failure, (name, value)| failure.with(name, value))
}

fn narrow(matrix: &mut Matrix, kb: &Kb, args: &MatrixArgs) -> Result<()> {
    if !args.clause.is_empty() {
        let mut ids = Vec::new();
        for name in &args.clause {
            let named = matrix::clauses_named(kb, name)?;
            if named.is_empty() {
                return Err(Failure::new("matrix-no-clause", &[]).with("query", name).into());
            }
            ids.extend(named);
        }
        matrix.only(&ids);
    }
    if let Some(article) = &args.article {
        matrix.in_article(article);
    }
    if matrix.clauses.is_empty() {
        return Err(Failure::new("matrix-nothing-left", &[]).into());
    }
    Ok(())
}

fn rendered(
    matrix: &Matrix,
    carried: &BTreeMap<Key, Entered>,
    format: MatrixFormat,
    args: &MatrixArgs,
    session: Session,
) -> Result<Vec<u8>> {
    let detailed = !args.clause.is_empty() || args.article.is_some();
    let paint = if args.output.is_some() { Session { color: false, ..session } } else { session }.paint();
    Ok(match format {
        MatrixFormat::Json => output::json(matrix)?.into_bytes(),
        MatrixFormat::Csv => matrix::csv::table(matrix, session.lang)?.into_bytes(),
        MatrixFormat::Html => matrix::html(matrix, session.lang)?.into_bytes(),
        MatrixFormat::Xlsx => matrix::xlsx::workbook(matrix, carried, session.lang)?,
        MatrixFormat::Text => {
            let options = TextOptions { lang: session.lang, width: session.width, paint, detailed };
            matrix::text(matrix, options).into_bytes()
        }
    })
}

fn deliver(args: &MatrixArgs, format: MatrixFormat, bytes: &[u8], judged: &Judged) -> Result<()> {
    let Some(path) = &args.output else {
        if format == MatrixFormat::Xlsx && std::io::stdout().is_terminal() {
            return Err(Failure::new("cli-matrix-binary", &[]).into());
        }
        return output::print_bytes(bytes);
    };
    let mut inputs: Vec<PathBuf> = judged.inputs();
    inputs.extend(args.decisions.clone());
    output::write_beside(path, bytes, &inputs)
}
