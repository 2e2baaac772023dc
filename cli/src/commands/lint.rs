//! `sekisho lint`: documents in, one report out.

mod case;
mod since;

use std::path::{Path, PathBuf};

use anyhow::Result;
use linter::document::Document;
use linter::lint::{Options, understand};
use linter::meaning::kind::Kind;
use linter::pack::{self, RulePack};
use linter::profile::Profile;
use linter::report::text::{self, Detail, TextOptions};
use linter::report::{DocumentReport, FileError, Report, SeverityView, Summary, Tool};
use rayon::prelude::*;

use self::since::Older;
use crate::args::{ANY_CONTRACT, FailOn, Format, LintArgs, When};
use crate::bar::Bar;
use crate::commands::rules::sources;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::input::{self, Found};
use crate::session::Session;
use crate::{diagnostics, guard, output, today};

pub(crate) fn run(args: &LintArgs, session: Session, color: When) -> Result<Exit> {
    let date = today::day(args.today.as_deref())?;
    let found = input::expand(&args.files, input::Wanted::Documents);
    let older = match &args.since {
        Some(_) if found.len() != 1 => return Err(Failure::new("cli-since-one", &[]).into()),
        Some(path) => match Older::read(path, args, session) {
            Some(older) => Some(older),
            None => return Ok(Exit::Unusable),
        },
        None => None,
    };
    let Some(pack) = rules(&args.rules, session)? else { return Ok(Exit::Unusable) };
    let profile = profile(args.profile.as_deref(), &args.set, args.system_type)?;
    let asked = Asked { args, profile, pack: &pack, session, older };
    let report = report(&asked, &found, date)?;
    let exit = exit(&report, args.fail_on);
    for error in &report.errors {
        session.complain_of_file(error);
    }
    deliver(args, &report, &found, session, color)?;
    Ok(exit)
}

/// The rules of the program, with those that were given; none where one of them cannot be used, which has been told then.
pub(super) fn rules(given: &[PathBuf], session: Session) -> Result<Option<RulePack>> {
    if given.is_empty() {
        return Ok(Some(pack::shipped()));
    }
    let Some(sources) = sources::over_shipped(given, session) else { return Ok(None) };
    let checked = pack::load(sources.all);
    let mut mistakes = checked.errors;
    mistakes.retain(|error| error.error.level == dsl::Level::Error);
    diagnostics::complain(&mistakes, &checked.pack.sources, session)?;
    Ok(mistakes.is_empty().then_some(checked.pack))
}

/// What every document is asked with.
struct Asked<'a> {
    args: &'a LintArgs,
    profile: Profile,
    pack: &'a RulePack,
    session: Session,
    older: Option<Older>,
}

impl Asked<'_> {
    fn options(&self, kind: Option<Kind>) -> Options {
        Options { kind, lang: self.session.lang, profile: self.profile.clone() }
    }
}

/// What is known of the institution: the file of `--profile`, and over it `--type` and `--set`.
pub(super) fn profile(
    file: Option<&Path>,
    set: &[(String, bool)],
    system_type: Option<::kb::SystemType>,
) -> Result<Profile> {
    let mut profile = match file {
        Some(path) => input::profile(path)?,
        None => Profile::default(),
    };
    set.iter().for_each(|(fact, value)| profile.facts.state(fact, *value));
    system_type.into_iter().for_each(|pattern| profile.state_pattern(pattern));
    Ok(profile)
}

fn report(asked: &Asked<'_>, found: &[Found], date: String) -> Result<Report> {
    let Asked { args, pack, .. } = *asked;
    let threads = rayon::ThreadPoolBuilder::new().num_threads(args.jobs.unwrap_or(0)).build()?;
    let (documents, errors) = if args.case {
        threads.install(|| case::judge(found, asked))
    } else {
        let bar = Bar::new(found.len());
        let results: Vec<Result<DocumentReport, FileError>> = threads.install(|| {
            let judged = found.par_iter().map(|file| {
                let result = one(file, asked);
                bar.step();
                result
            });
            judged.collect()
        });
        bar.finish();
        apart(results)
    };
    Ok(Report {
        tool: Tool { name: "sekisho".to_owned(), version: env!("CARGO_PKG_VERSION").to_owned() },
        guideline: ::kb::EDITION.to_owned(),
        kb_version: ::kb::KB_VERSION.to_owned(),
        rules_hash: pack.hash.clone(),
        date,
        summary: Summary::of(&documents),
        documents,
        errors,
    })
}

/// What could be used, and what could not.
fn apart<T>(results: Vec<Result<T, FileError>>) -> (Vec<T>, Vec<FileError>) {
    let mut used = Vec::new();
    let mut errors = Vec::new();
    for result in results {
        match result {
            Ok(one) => used.push(one),
            Err(error) => errors.push(error),
        }
    }
    (used, errors)
}

/// One file; a panic in it is an error of this file and leaves the others alone.
fn one(file: &Found, asked: &Asked<'_>) -> Result<DocumentReport, FileError> {
    guarded(file, asked.session, |path| judge(path, asked))
}

/// Works on a file that was found; a panic is an error of this file.
fn guarded<T>(
    file: &Found,
    session: Session,
    work: impl Fn(&Path) -> Result<T, Failure>,
) -> Result<T, FileError> {
    let (path, result) = match file {
        Ok(path) => (path, guard::catch(|| work(path))),
        Err((path, failure)) => (path, Ok(Err(failure.clone()))),
    };
    let internal = |detail: String| Err(Failure::new("cli-internal", &[]).with("detail", detail));
    let shown = input::shown(path);
    result.unwrap_or_else(internal).map_err(|failure| failure.for_file(&shown, session.lang))
}

fn judge(path: &Path, asked: &Asked<'_>) -> Result<DocumentReport, Failure> {
    let (document, bytes) = input::document(path, asked.args.revisions)?;
    let kind = stated_kind(asked.args.kind.as_deref(), &document);
    let mut report =
        linter::lint::lint(&document, &bytes, &input::shown(path), asked.pack, &asked.options(kind));
    if let Some(older) = &asked.older {
        older.mark(&mut report, &document, asked);
    }
    Ok(report)
}

/// The kind of `--kind`.
pub(crate) fn stated_kind(stated: Option<&str>, document: &Document) -> Option<Kind> {
    match stated? {
        ANY_CONTRACT => Some(contract_kind(understand(document, None).kind)),
        name => Kind::from_name(name),
    }
}

/// A contract was stated: which of the three, as far as it was recognised.
fn contract_kind(recognised: Kind) -> Kind {
    if recognised.is_contract() { recognised } else { Kind::ContractOutsourcing }
}

/// The least severity that a run fails on; none where it never does.
pub(super) fn severity_of(fail_on: FailOn) -> Option<SeverityView> {
    match fail_on {
        FailOn::Error => Some(SeverityView::Error),
        FailOn::Warning => Some(SeverityView::Warning),
        FailOn::Info => Some(SeverityView::Info),
        FailOn::Never => None,
    }
}

fn exit(report: &Report, fail_on: FailOn) -> Exit {
    let least = severity_of(fail_on);
    let outcomes = report.documents.iter().flat_map(|document| &document.outcomes);
    let mut findings = outcomes.filter(|outcome| outcome.is_open()).filter_map(|outcome| outcome.severity);
    if !report.errors.is_empty() {
        Exit::Unusable
    } else if least.is_some_and(|least| findings.any(|severity| severity >= least)) {
        Exit::Findings
    } else {
        Exit::Clean
    }
}

fn deliver(args: &LintArgs, report: &Report, found: &[Found], session: Session, color: When) -> Result<()> {
    let session = if args.output.is_some() { session.for_file(color) } else { session };
    let text = match args.format {
        Format::Json => output::json(report)?,
        // Nothing could be read: the errors have said so already.
        Format::Text if report.documents.is_empty() => String::new(),
        Format::Text => text::render(report, &text_options(args, session)),
    };
    match &args.output {
        Some(path) => {
            let inputs: Vec<PathBuf> = found.iter().filter_map(|file| file.as_ref().ok().cloned()).collect();
            output::write(path, &text, &inputs)
        }
        None => output::print(&text),
    }
}

fn text_options(args: &LintArgs, session: Session) -> TextOptions {
    let detail = match (args.quiet, args.verbose) {
        (true, _) => Detail::Quiet,
        (_, true) => Detail::Verbose,
        _ => Detail::Normal,
    };
    TextOptions { lang: session.lang, width: session.width, color: session.color, detail }
}
