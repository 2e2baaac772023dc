//! `sekisho checklist`: forms that people answer, blank or with passages of documents beside the questions.

mod check;

use std::io::IsTerminal as _;
use std::path::{Path, PathBuf};

use ::kb::Kb;
use anyhow::Result;
use linter::checklist::check::answers;
use linter::checklist::{self, Filled, FormError, ROLE_SHARING, TextOptions};
use linter::read::Limits;
use linter::report::Tool;

use crate::args::{
    Audience, ChecklistCommand, ChecklistFillArgs, ChecklistFormat, ChecklistNewArgs, FormArgs, NamedForm,
    Year,
};
use crate::exit::Exit;
use crate::failure::Failure;
use crate::judging::judged;
use crate::session::Session;
use crate::{input, output, today};

pub(crate) fn run(command: &ChecklistCommand, session: Session) -> Result<Exit> {
    match command {
        ChecklistCommand::New(args) => new(args, session),
        ChecklistCommand::Fill(args) => fill(args, session),
        ChecklistCommand::Check(args) => check::run(args, session),
    }
}

fn new(args: &ChecklistNewArgs, session: Session) -> Result<Exit> {
    let kb = Kb::embedded()?;
    let form = form(kb, &args.form)?;
    let date = today::day(args.today.as_deref())?;
    let tool = Tool { name: "sekisho".to_owned(), version: env!("CARGO_PKG_VERSION").to_owned() };
    let filled = checklist::blank(kb, &form, tool, &date);
    let target = Target { output: args.output.as_deref(), format: args.format, inputs: &[] };
    target.deliver(filled.as_ref(), session)?;
    Ok(Exit::Clean)
}

fn fill(args: &ChecklistFillArgs, session: Session) -> Result<Exit> {
    let kb = Kb::embedded()?;
    let form = form(kb, &args.form)?;
    let Some(judged) = judged(&args.judged, session)? else { return Ok(Exit::Unusable) };
    let exit = if judged.report.errors.is_empty() { Exit::Clean } else { Exit::Unusable };
    if judged.report.documents.is_empty() {
        return Ok(exit);
    }
    let inputs = judged.inputs();
    let target = Target { output: args.output.as_deref(), format: args.format, inputs: &inputs };
    target.deliver(checklist::fill(kb, &form, &judged.report).as_ref(), session)?;
    Ok(exit)
}

/// The id of the form that is asked for.
fn form(kb: &Kb, args: &FormArgs) -> Result<String, Failure> {
    if args.form == Some(NamedForm::RoleSharing) {
        return Ok(ROLE_SHARING.to_owned());
    }
    let year = match args.year {
        Some(Year::R5) => "r5",
        Some(Year::R6) => "r6",
        Some(Year::R7) | None => "r7",
        Some(Year::R8) => "r8",
    };
    let audience = match args.audience {
        Some(Audience::Pharmacy) => "pharmacy",
        Some(Audience::Vendor) => "vendor",
        Some(Audience::Hospital) | None => "hospital",
    };
    checklist::yearly(kb, year, audience).map_err(|error| refused(&error))
}

fn refused(error: &FormError) -> Failure {
    let failure = Failure::new(error.code(), &[]);
    error.args().into_iter().fold(failure, |failure, (name, value)| failure.with(name, value))
}

/// Where a form goes, and how.
struct Target<'a> {
    output: Option<&'a Path>,
    format: Option<ChecklistFormat>,
    inputs: &'a [PathBuf],
}

impl Target<'_> {
    fn format(&self) -> Result<ChecklistFormat, Failure> {
        if let Some(format) = self.format {
            return Ok(format);
        }
        let Some(path) = self.output else { return Ok(ChecklistFormat::Text) };
        let extension =
            path.extension().map(|name| name.to_string_lossy().to_lowercase()).unwrap_or_default();
        match extension.as_str() {
            "xlsx" => Ok(ChecklistFormat::Xlsx),
            "json" => Ok(ChecklistFormat::Json),
            "txt" => Ok(ChecklistFormat::Text),
            _ => Err(Failure::new("checklist-no-form", &[]).with("path", input::shown(path))),
        }
    }

    fn deliver(&self, filled: Option<&Filled>, session: Session) -> Result<()> {
        let format = self.format()?;
        let Some(filled) = filled else {
            return Err(Failure::new("cli-internal", &[]).with("detail", "form").into());
        };
        let bytes = match format {
            ChecklistFormat::Json => output::json(filled)?.into_bytes(),
            ChecklistFormat::Xlsx => checklist::xlsx::workbook(filled, session.lang)?,
            ChecklistFormat::Text => {
                let paint =
                    if self.output.is_some() { Session { color: false, ..session } } else { session }.paint();
                let options = TextOptions { lang: session.lang, width: session.width, paint };
                checklist::text(filled, options).into_bytes()
            }
        };
        match self.output {
            None if format == ChecklistFormat::Xlsx && std::io::stdout().is_terminal() => {
                Err(Failure::new("cli-matrix-binary", &[]).into())
            }
            None => output::print_bytes(&bytes),
            Some(path) => {
                keep_answers(path)?;
                output::write_beside(path, &bytes, self.inputs)
            }
        }
    }
}

/// A form that people have begun to answer is not overwritten.
fn keep_answers(path: &Path) -> Result<(), Failure> {
    if !path.is_file() {
        return Ok(());
    }
    let count = input::bytes(path).map_or(0, |bytes| answers(&bytes, &Limits::default()));
    if count == 0 {
        return Ok(());
    }
    let failure = Failure::new("checklist-answers-kept", &[]).with("path", input::shown(path));
    Err(failure.with("count", count.to_string()))
}
