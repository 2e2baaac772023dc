//! Living with findings: waivers and the baseline, put to the outcomes of a report.

use std::path::{Path, PathBuf};

use anyhow::Result;
use linter::baseline::Baseline;
use linter::report::Report;
use linter::waiver;

use crate::args::LintArgs;
use crate::failure::Failure;
use crate::session::Session;
use crate::settings::{Settings, name_from};
use crate::{input, output};

/// Puts the waivers of the settings to their findings, and marks those that the baseline knows; writes the baseline where
/// that was asked for.
///
/// # Errors
/// The baseline cannot be read or written, or was asked for without a name.
pub(super) fn settle(
    report: &mut Report,
    args: &LintArgs,
    settings: &Settings,
    session: Session,
) -> Result<()> {
    waive(report, settings);
    let Some(path) = baseline_of(args, settings) else {
        let needed = Failure::new("baseline-needed", &[]);
        return if args.update_baseline { Err(needed.into()) } else { Ok(()) };
    };
    let folder = path.parent().unwrap_or(Path::new(""));
    let names: Vec<String> =
        report.documents.iter().map(|document| name_from(folder, Path::new(&document.path))).collect();
    let baseline = if args.update_baseline {
        let baseline = Baseline::of(&report.documents, &names, &report.date);
        output::write_bytes(&path, output::json(&baseline)?.as_bytes())?;
        let count = baseline.findings.len().to_string();
        session.tell("baseline-written", &[("path", &input::shown(&path)), ("count", &count)]);
        baseline
    } else {
        read(&path)?
    };
    baseline.mark(&mut report.documents, &names);
    Ok(())
}

/// Puts the waivers of the settings to their findings; tells which of them found any.
pub(crate) fn waive(report: &mut Report, settings: &Settings) -> Vec<bool> {
    let names = names(report, settings);
    let source = |waiver: &waiver::Waiver| settings.source_of(waiver);
    waiver::apply(&settings.config.waivers, &mut report.documents, &names, &report.date, source)
}

/// What the settings call the documents.
pub(crate) fn names(report: &Report, settings: &Settings) -> Vec<String> {
    report.documents.iter().map(|document| settings.name_of(Path::new(&document.path))).collect()
}

fn baseline_of(args: &LintArgs, settings: &Settings) -> Option<PathBuf> {
    let of_settings = || settings.config.lint.baseline.as_ref().map(|path| settings.resolve(path));
    args.baseline.clone().or_else(of_settings)
}

fn read(path: &Path) -> Result<Baseline> {
    let with_path = |failure: Failure| failure.with("path", input::shown(path));
    let bytes = input::bytes(path).map_err(with_path)?;
    Baseline::parse(&String::from_utf8_lossy(&bytes)).map_err(|error| with_path(Failure::from(&error)).into())
}
