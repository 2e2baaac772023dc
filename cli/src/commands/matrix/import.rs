//! `sekisho matrix import`: what people decided in a workbook, as exceptions for `sekisho.toml`.

use std::path::{Path, PathBuf};

use anyhow::Result;
use linter::lint::{Input, Options, lint_case};
use linter::matrix::decision::{Choice, Decision, waivers};
use linter::matrix::import::{self, Imported, RecordedDocument};
use linter::pack::RulePack;
use linter::profile::Profile;
use linter::read::Limits;
use linter::report::{CaseRole, DocumentReport};

use super::unreadable;
use crate::args::{DecisionsFormat, MatrixImportArgs};
use crate::exit::Exit;
use crate::failure::Failure;
use crate::judging::rules;
use crate::session::Session;
use crate::settings::Settings;
use crate::{guard, input, output, today};

pub(super) fn run(args: &MatrixImportArgs, session: Session) -> Result<Exit> {
    let date = today::day(args.today.as_deref())?;
    if !args.file.exists() && !input::is_stdin(&args.file) {
        return Err(Failure::new("cli-file-missing", &[]).into());
    }
    let bytes = input::bytes(&args.file)?;
    let record = import::remembered(&bytes, &Limits::default());
    let named: Vec<PathBuf> =
        record.documents.iter().filter_map(|one| place(&one.path, &args.file)).collect();
    let settings = Settings::find(&args.config, &named, session)?;
    let Some(pack) = rules(&args.rules, &settings, session)? else { return Ok(Exit::Unusable) };
    let read = import::import(&bytes, &Limits::default(), &pack, &date);
    let mut imported = read.map_err(|error| unreadable(&error, session))?;
    let current = Anew { args, pack: &pack, settings: &settings, session }.documents(&imported);
    imported.check_against(&current);
    tell(&imported, session);
    // The mistakes are part of the data, which are printed either way.
    if args.format == DecisionsFormat::Json {
        deliver(args, &output::json(&imported)?)?;
        return Ok(if imported.mistakes.is_empty() { Exit::Clean } else { Exit::Unusable });
    }
    if !imported.mistakes.is_empty() {
        let count = imported.mistakes.len().to_string();
        return Err(Failure::new("matrix-import-mistakes", &[]).with("count", count).into());
    }
    let blocks = waivers(&from_settings(&imported.decisions, args, &settings));
    if blocks.is_empty() {
        session.warn(&Failure::new("matrix-import-none", &[]));
        return Ok(Exit::Clean);
    }
    let file = args.file.file_name().map(|name| name.to_string_lossy().replace(['\n', '\r'], " "));
    let names = [("file", file.unwrap_or_default()), ("date", date)];
    let names: Vec<(&str, &str)> = names.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let heading = session.say("matrix-import-heading", &names);
    deliver(args, &format!("{heading}\n\n{blocks}"))?;
    Ok(Exit::Clean)
}

/// To standard output, or into a file that is not there yet: a configuration is never overwritten.
fn deliver(args: &MatrixImportArgs, text: &str) -> Result<()> {
    match &args.output {
        Some(path) => Ok(output::create(path, text)?),
        None => output::print(text),
    }
}

/// Mistakes with their cells, and what was decided, on standard error.
fn tell(imported: &Imported, session: Session) {
    for mistake in &imported.mistakes {
        session.complain_at(
            &format!("{}!{}", mistake.sheet, mistake.cell),
            &mistake.message(session.lang),
            mistake.help(session.lang).as_deref(),
        );
    }
    let count = |choice: Choice| {
        imported.decisions.iter().filter(|decision| decision.choice == choice).count().to_string()
    };
    let (mend, waive) = (count(Choice::Mend), count(Choice::Waive));
    let (out, consider) = (count(Choice::OutOfScope), count(Choice::Consider));
    let undecided = imported.undecided.to_string();
    session.note(&session.say(
        "matrix-import-counts",
        &[
            ("mend", &mend),
            ("waive", &waive),
            ("out", &out),
            ("consider", &consider),
            ("undecided", &undecided),
        ],
    ));
    if out != "0" {
        session.note(&session.say("matrix-import-out-of-scope", &[("count", &out)]));
    }
}

/// The decisions with their documents named from the folder of the settings, as waivers name them.
fn from_settings(decisions: &[Decision], args: &MatrixImportArgs, settings: &Settings) -> Vec<Decision> {
    let renamed = decisions.iter().map(|decision| {
        let mut decision = decision.clone();
        if let Some(path) = place(&decision.key.document, &args.file) {
            decision.key.document = settings.name_of(&path);
        }
        decision
    });
    renamed.collect()
}

/// What documents are judged anew with.
struct Anew<'a> {
    args: &'a MatrixImportArgs,
    pack: &'a RulePack,
    settings: &'a Settings,
    session: Session,
}

impl Anew<'_> {
    /// The documents of the workbook, judged as they were then; those that cannot be looked at are told.
    fn documents(&self, imported: &Imported) -> Vec<DocumentReport> {
        let recorded = &imported.record.documents;
        if recorded.is_empty() && imported.decisions.iter().any(|decision| decision.choice == Choice::Waive) {
            self.session.warn(&Failure::new("matrix-import-no-record", &[]));
        }
        let edition = imported.record.edition.as_ref();
        let mut reports = Vec::new();
        let mut done: Vec<&str> = Vec::new();
        for document in recorded {
            let group: Vec<&RecordedDocument> = match &document.case {
                None => vec![document],
                Some(main) => recorded.iter().filter(|other| other.case.as_ref() == Some(main)).collect(),
            };
            if group.first().is_none_or(|first| done.contains(&first.path.as_str())) {
                continue;
            }
            done.extend(group.iter().map(|document| document.path.as_str()));
            match guard::catch(|| self.judged(&group, edition)) {
                Ok(Some(found)) => reports.extend(found),
                _ => {
                    for document in group {
                        let failure = Failure::new("matrix-import-unchecked", &[]);
                        self.session.warn(&failure.with("path", &document.path));
                    }
                }
            }
        }
        reports
    }

    /// Documents that were judged together, judged again; none where one of them cannot be read.
    fn judged(&self, group: &[&RecordedDocument], edition: Option<&String>) -> Option<Vec<DocumentReport>> {
        let revisions = self.args.revisions.map(Into::into).or(self.settings.config.lint.revisions);
        let mut read = Vec::new();
        for document in group {
            let path = place(&document.path, &self.args.file)?;
            let (parsed, bytes) = input::document(&path, revisions).ok()?;
            read.push((parsed, bytes, document.path.as_str()));
        }
        let inputs: Vec<Input<'_>> =
            read.iter().map(|(document, bytes, path)| Input { document, bytes, path }).collect();
        let first = group.first()?;
        let is_main = |document: &&&RecordedDocument| document.case.as_ref() == Some(&document.path);
        let main = group.iter().find(is_main).unwrap_or(first);
        let options = Options {
            kind: main.kind,
            lang: self.session.lang,
            profile: profile(main),
            edition: edition.cloned(),
        };
        if main.case.is_some() {
            let reports = lint_case(&inputs, true, self.pack, &options);
            // Another main document than then: its fingerprints cannot be compared.
            let same = |report: &DocumentReport| {
                report.case.as_ref().is_some_and(|case| case.role == CaseRole::Main)
                    && report.path == main.path
            };
            return reports.iter().any(same).then_some(reports);
        }
        let input = inputs.first()?;
        Some(vec![linter::lint::lint(input.document, input.bytes, input.path, self.pack, &options)])
    }
}

fn profile(document: &RecordedDocument) -> Profile {
    let mut profile = Profile::default();
    document.facts.iter().for_each(|(fact, value)| profile.facts.state(fact, *value));
    document.institution_type.into_iter().for_each(|pattern| profile.state_pattern(pattern));
    profile
}

/// The document where it was named from, or beside the workbook.
fn place(path: &str, workbook: &Path) -> Option<PathBuf> {
    let named = PathBuf::from(path);
    let beside = workbook.parent().map(|folder| folder.join(&named));
    [Some(named), beside].into_iter().flatten().find(|path| path.is_file())
}
