//! The baseline: the findings that were there before, which do not count.

use std::path::{Path, PathBuf};

use anyhow::Result;
use linter::baseline::Baseline;

use crate::args::LintArgs;
use crate::failure::Failure;
use crate::judging::Judged;
use crate::session::Session;
use crate::settings::{Settings, name_from};
use crate::{input, output};

/// Marks the findings that the baseline knows; writes the baseline first where that was asked for.
///
/// # Errors
/// The baseline cannot be read or written, or was asked for without a name.
pub(super) fn settle(judged: &mut Judged, args: &LintArgs, session: Session) -> Result<()> {
    let Some(path) = path(args, &judged.asked.settings) else {
        let needed = Failure::new("baseline-needed", &[]);
        return if args.update_baseline { Err(needed.into()) } else { Ok(()) };
    };
    let report = &mut judged.report;
    let folder = path.parent().unwrap_or(Path::new(""));
    let names: Vec<String> =
        report.documents.iter().map(|document| name_from(folder, Path::new(&document.path))).collect();
    let baseline = if args.update_baseline {
        let baseline = Baseline::of(&report.documents, &names, &report.date);
        output::write_bytes(&path, output::json(&baseline)?.as_bytes())?;
        let count = baseline.findings.len().to_string();
        let line = session.say("baseline-written", &[("path", &input::shown(&path)), ("count", &count)]);
        session.note(&line);
        baseline
    } else {
        read(&path)?
    };
    baseline.mark(&mut report.documents, &names);
    Ok(())
}

fn path(args: &LintArgs, settings: &Settings) -> Option<PathBuf> {
    let of_settings = || settings.config.lint.baseline.as_ref().map(|path| settings.resolve(path));
    args.baseline.clone().or_else(of_settings)
}

fn read(path: &Path) -> Result<Baseline> {
    let with_path = |failure: Failure| failure.with("path", input::shown(path));
    let bytes = input::bytes(path).map_err(with_path)?;
    Baseline::parse(&String::from_utf8_lossy(&bytes)).map_err(|error| with_path(Failure::from(&error)).into())
}
