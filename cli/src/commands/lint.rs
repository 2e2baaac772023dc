//! `sekisho lint`: documents in, one report out.

mod annotate;
mod case;
mod living;

pub(crate) use living::{names, waive};

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use anyhow::Result;
use linter::config::FailOn;
use linter::document::Document;
use linter::lint::{Options, understand};
use linter::meaning::kind::Kind;
use linter::pack::{self, RulePack};
use linter::profile::Profile;
use linter::read::Revisions;
use linter::report::text::{self, Detail, TextOptions};
use linter::report::{DocumentReport, FileError, Report, SeverityView, github, html, jsonl, junit, sarif};
use rayon::prelude::*;

use crate::args::{ANY_CONTRACT, LintArgs, ReportFormat, When};
use crate::bar::Bar;
use crate::commands::rules::sources;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::input::{self, Found};
use crate::session::Session;
use crate::settings::Settings;
use crate::{diagnostics, guard, output, today};

pub(crate) fn run(args: &LintArgs, session: Session, color: When) -> Result<Exit> {
    let date = today::day(args.today.as_deref())?;
    let settings = Settings::find(&args.config, &args.files, session)?;
    let groups = groups(&args.files, args.case, &settings)?;
    let Some(pack) = rules(&args.rules, &settings, session)? else { return Ok(Exit::Unusable) };
    settings.check(&pack, session)?;
    let profile = profile(args, &settings)?;
    let asked = Asked {
        kind: args.kind.as_deref(),
        edition: args.edition.as_deref(),
        revisions: args.revisions.map(Into::into).or(settings.config.lint.revisions),
        jobs: args.jobs,
        profile,
        pack: &pack,
        settings: &settings,
        session,
    };
    let mut report = report(&asked, &groups, date)?;
    living::settle(&mut report, args, &settings, session)?;
    let fail_on = args.fail_on.map(Into::into).or(settings.config.lint.fail_on);
    let exit = exit(&report, fail_on.unwrap_or(FailOn::Severity(SeverityView::Error)));
    for error in &report.errors {
        session.complain_of_file(error);
    }
    let found: Vec<Found> = groups.into_iter().flat_map(|group| group.files).collect();
    deliver(args, &report, &found, session, color)?;
    let written = annotate::write(args, &report, &found, session)?;
    Ok(exit.max(written))
}

/// Files that are judged together, or one by one.
pub(crate) struct Group {
    files: Vec<Found>,
    is_case: bool,
}

/// The files that were named, else those of the settings, where documents of one case belong together.
///
/// # Errors
/// None was named, and the settings list none.
pub(crate) fn groups(files: &[PathBuf], is_case: bool, settings: &Settings) -> Result<Vec<Group>> {
    if !files.is_empty() {
        return Ok(vec![Group { files: input::expand(files, input::Wanted::Documents), is_case }]);
    }
    let listed = settings.documents();
    if listed.is_empty() {
        return Err(Failure::new("config-no-documents", &[]).into());
    }
    let mut groups: Vec<Group> = Vec::new();
    let mut cases: BTreeMap<String, usize> = BTreeMap::new();
    for file in input::expand(&listed, input::Wanted::Documents) {
        let case = file.as_ref().ok().and_then(|path| settings.listed(path)?.case.clone());
        let at = case.as_ref().and_then(|case| cases.get(case).copied());
        match at.and_then(|at| groups.get_mut(at)) {
            Some(group) => group.files.push(file),
            None => {
                let is_case = is_case || case.is_some();
                if let Some(case) = case {
                    cases.insert(case, groups.len());
                }
                groups.push(Group { files: vec![file], is_case });
            }
        }
    }
    Ok(groups)
}

/// The rules of the program, with those that were given and those of the settings; none where one of them cannot be used,
/// which has been told then.
pub(crate) fn rules(given: &[PathBuf], settings: &Settings, session: Session) -> Result<Option<RulePack>> {
    let of_settings = settings.config.lint.rules.iter().map(|path| settings.resolve(path));
    let given: Vec<PathBuf> = given.iter().cloned().chain(of_settings).collect();
    if given.is_empty() {
        return Ok(Some(pack::shipped()));
    }
    let Some(sources) = sources::over_shipped(&given, session) else { return Ok(None) };
    let checked = pack::load(sources.all);
    let mut mistakes = checked.errors;
    mistakes.retain(|error| error.error.level == dsl::Level::Error);
    diagnostics::complain(&mistakes, &checked.pack.sources, session)?;
    Ok(mistakes.is_empty().then_some(checked.pack))
}

/// What every document is asked with.
pub(crate) struct Asked<'a> {
    /// The kind that was stated.
    pub(crate) kind: Option<&'a str>,
    /// The edition of the guideline that was asked for.
    pub(crate) edition: Option<&'a str>,
    pub(crate) revisions: Option<Revisions>,
    /// How many documents at a time.
    pub(crate) jobs: Option<usize>,
    pub(crate) profile: Profile,
    pub(crate) pack: &'a RulePack,
    pub(crate) settings: &'a Settings,
    pub(crate) session: Session,
}

impl Asked<'_> {
    fn options(&self, kind: Option<Kind>) -> Options {
        let edition = self.edition.map(str::to_owned);
        Options { kind, lang: self.session.lang, profile: self.profile.clone(), edition }
    }

    /// The kind that was stated for a document, here or in the settings.
    fn kind_of(&self, path: &Path) -> Option<&str> {
        self.kind.or_else(|| self.settings.listed(path)?.kind.as_deref())
    }
}

/// What is known of the institution: the file of `--profile`, else that of the settings, and over it `--type` and `--set`.
fn profile(args: &LintArgs, settings: &Settings) -> Result<Profile> {
    let mut profile = match &args.profile {
        Some(path) => input::profile(path)?,
        None => settings.config.profile.clone(),
    };
    args.set.iter().for_each(|(fact, value)| profile.facts.state(fact, *value));
    args.system_type.into_iter().for_each(|pattern| profile.state_pattern(pattern));
    Ok(profile)
}

/// Judges the documents; the outcomes are weighed by the settings.
pub(crate) fn report(asked: &Asked<'_>, groups: &[Group], date: String) -> Result<Report> {
    let threads = rayon::ThreadPoolBuilder::new().num_threads(asked.jobs.unwrap_or(0)).build()?;
    let bar = Bar::new(groups.iter().map(|group| group.files.len()).sum());
    let judged: Vec<(Vec<DocumentReport>, Vec<FileError>)> = threads.install(|| {
        let one = |group: &Group| {
            if group.is_case {
                let judged = case::judge(&group.files, asked);
                group.files.iter().for_each(|_| bar.step());
                return judged;
            }
            let judged = group.files.par_iter().map(|file| {
                let result = one(file, asked);
                bar.step();
                result
            });
            apart(judged.collect())
        };
        groups.par_iter().map(one).collect()
    });
    bar.finish();
    let mut documents = Vec::new();
    let mut errors = Vec::new();
    for (some, wrong) in judged {
        documents.extend(some);
        errors.extend(wrong);
    }
    documents.iter_mut().for_each(|document| asked.settings.config.weigh(document));
    Ok(Report::new(asked.pack, asked.edition, date, documents, errors))
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
    let (document, bytes) = input::document(path, asked.revisions)?;
    let kind = stated_kind(asked.kind_of(path), &document);
    Ok(linter::lint::lint(&document, &bytes, &input::shown(path), asked.pack, &asked.options(kind)))
}

/// The kind of `--kind`.
pub(crate) fn stated_kind(stated: Option<&str>, document: &Document) -> Option<Kind> {
    match stated? {
        ANY_CONTRACT => Some(understand(document, None).kind.as_contract()),
        name => Kind::from_name(name),
    }
}

fn exit(report: &Report, fail_on: FailOn) -> Exit {
    let outcomes = report.documents.iter().flat_map(|document| &document.outcomes);
    let mut open = outcomes.filter(|outcome| outcome.is_open()).filter_map(|outcome| outcome.severity);
    let is_failure = match fail_on {
        FailOn::Severity(least) => open.any(|severity| severity >= least),
        FailOn::Never => false,
    };
    if !report.errors.is_empty() {
        Exit::Unusable
    } else if is_failure {
        Exit::Findings
    } else {
        Exit::Clean
    }
}

fn deliver(args: &LintArgs, report: &Report, found: &[Found], session: Session, color: When) -> Result<()> {
    let session = if args.output.is_some() { session.for_file(color) } else { session };
    let text = match args.format {
        ReportFormat::Json => report.json()?,
        ReportFormat::Jsonl => output::json_lines(jsonl::lines(report))?,
        ReportFormat::Sarif => output::json(&sarif::render(report, session.lang))?,
        ReportFormat::Html => html::render(report, session.lang)?,
        ReportFormat::Junit => junit::render(report, session.lang),
        ReportFormat::Github => github::render(report, session.lang),
        // Nothing could be read: the errors have said so already.
        ReportFormat::Text if report.documents.is_empty() => String::new(),
        ReportFormat::Text => text::render(report, &text_options(args, session)),
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

#[cfg(test)]
mod tests {
    use super::*;
    use linter::lint::lint;
    use linter::read::{ReadOptions, read_document};
    use linter::report::WaiverView;

    fn contract() -> Report {
        let text = "保守契約書\n第1条(再委託)\n乙は、甲の承諾なく再委託することができる。\n";
        let document = read_document(text.as_bytes(), "a.txt", &ReadOptions::default()).unwrap();
        let documents =
            vec![lint(&document, text.as_bytes(), "a.txt", &pack::shipped(), &Options::default())];
        Report {
            tool: Tool { name: "sekisho".to_owned(), version: "0".to_owned() },
            guideline: "6.0".to_owned(),
            kb_version: String::new(),
            rules_hash: String::new(),
            date: "2026-11-22".to_owned(),
            summary: Summary::of(&documents),
            documents,
            errors: Vec::new(),
        }
    }

    /// What was accepted and what was there before is no reason to stop; a file that could not be read is.
    #[test]
    fn only_open_findings_count() {
        let waiver = WaiverView {
            reason: "r".to_owned(),
            approver: "a".to_owned(),
            expires: "2027-03-31".to_owned(),
            source: "s".to_owned(),
        };
        let all = contract();
        let mut waived = contract();
        waived.documents[0].outcomes.iter_mut().for_each(|outcome| outcome.waiver = Some(waiver.clone()));
        let mut known = contract();
        known.documents[0].outcomes.iter_mut().for_each(|outcome| outcome.in_baseline = true);
        let mut unread = waived.clone();
        let (path, code) = ("x.pdf".to_owned(), "c".to_owned());
        unread.errors.push(FileError { path, code, message: String::new(), help: None });
        for (report, fail_on, expected) in [
            (&all, FailOn::Error, Exit::Findings),
            (&all, FailOn::Info, Exit::Findings),
            (&all, FailOn::Never, Exit::Clean),
            (&waived, FailOn::Info, Exit::Clean),
            (&known, FailOn::Info, Exit::Clean),
            (&unread, FailOn::Never, Exit::Unusable),
        ] {
            assert_eq!(exit(report, fail_on), expected, "{fail_on:?}");
        }
    }
}
