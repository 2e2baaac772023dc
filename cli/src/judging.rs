//! Documents that were named or listed → one report, with the settings and waivers of their institution: what `lint`,
//! `matrix`, `checklist` and `waiver lint` start from.

mod case;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use anyhow::Result;
use linter::document::Document;
use linter::lint::{Options, understand};
use linter::meaning::kind::Kind;
use linter::pack::{self, RulePack};
use linter::profile::Profile;
use linter::read::Revisions;
use linter::report::{DocumentReport, FileError, Report};
use linter::waiver::{self, Waiver};
use rayon::prelude::*;

use crate::args::{ANY_CONTRACT, AskedArgs, JudgedArgs};
use crate::bar::Bar;
use crate::commands::rules::sources;
use crate::failure::Failure;
use crate::input::{self, Found};
use crate::session::Session;
use crate::settings::Settings;
use crate::{diagnostics, guard, today};

/// The report on documents, with what it was made from.
pub(crate) struct Judged {
    pub(crate) report: Report,
    pub(crate) found: Vec<Found>,
    pub(crate) asked: Asked,
    /// For each waiver of the settings, whether it found any finding.
    pub(crate) used: Vec<bool>,
}

impl Judged {
    /// The files that were read.
    pub(crate) fn inputs(&self) -> Vec<PathBuf> {
        self.found.iter().filter_map(|file| file.as_ref().ok().cloned()).collect()
    }

    /// What the settings call the documents.
    pub(crate) fn names(&self) -> Vec<String> {
        names(&self.report, &self.asked.settings)
    }
}

/// Judges the documents that are named, or those of the settings; files that cannot be used are told. `None`: a rule cannot
/// be used, which was told.
///
/// # Errors
/// The settings, the profile or the day cannot be used, or there is nothing to judge.
pub(crate) fn judged(args: &JudgedArgs, session: Session) -> Result<Option<Judged>> {
    let date = today::day(args.today.as_deref())?;
    let Some(asked) = Asked::new(&args.asked, &args.files, session)? else { return Ok(None) };
    let groups = groups(&args.files, args.case, &asked.settings)?;
    let mut report = report(&asked, &groups, args.jobs, date)?;
    report.errors.iter().for_each(|error| session.complain_of_file(error));
    let used = waive(&mut report, &asked.settings);
    let found = groups.into_iter().flat_map(|group| group.files).collect();
    Ok(Some(Judged { report, found, asked, used }))
}

/// What every document is asked with.
pub(crate) struct Asked {
    /// The kind that was stated.
    pub(crate) kind: Option<String>,
    /// The edition of the guideline that was asked for.
    pub(crate) edition: Option<String>,
    pub(crate) revisions: Option<Revisions>,
    pub(crate) profile: Profile,
    pub(crate) pack: RulePack,
    pub(crate) settings: Settings,
    pub(crate) session: Session,
}

impl Asked {
    /// From the command line and the settings above the first of the files. `None`: a rule cannot be used, which was told.
    ///
    /// # Errors
    /// The settings or the profile cannot be used.
    pub(crate) fn new(args: &AskedArgs, files: &[PathBuf], session: Session) -> Result<Option<Self>> {
        let settings = Settings::find(&args.config, files, session)?;
        let Some(pack) = rules(&args.rules, &settings, session)? else { return Ok(None) };
        settings.check(&pack, session)?;
        Ok(Some(Self {
            kind: args.kind.clone(),
            edition: args.edition.clone(),
            revisions: args.revisions.map(Into::into).or(settings.config.lint.revisions),
            profile: profile(args, &settings)?,
            pack,
            settings,
            session,
        }))
    }

    /// The options of the linter for a document of this kind.
    pub(crate) fn options(&self, kind: Option<Kind>) -> Options {
        let edition = self.edition.clone();
        Options { kind, lang: self.session.lang, profile: self.profile.clone(), edition }
    }

    /// The kind that was stated for a document, here or in the settings.
    fn stated(&self, path: &Path) -> Option<&str> {
        self.kind.as_deref().or_else(|| self.settings.listed(path)?.kind.as_deref())
    }

    /// The same for a document that was read: which of the contracts, where any was stated.
    pub(crate) fn kind_of(&self, path: &Path, document: &Document) -> Option<Kind> {
        stated_kind(self.stated(path), document)
    }

    /// Judges one document that was read. The outcomes are weighed by the settings.
    pub(crate) fn judge(&self, path: &Path, document: &Document, bytes: &[u8]) -> DocumentReport {
        let options = self.options(self.kind_of(path, document));
        let mut report = linter::lint::lint(document, bytes, &input::shown(path), &self.pack, &options);
        self.settings.config.weigh(&mut report);
        report
    }
}

/// The kind that a name states for a document: which of the contracts, where any was stated.
pub(crate) fn stated_kind(stated: Option<&str>, document: &Document) -> Option<Kind> {
    match stated? {
        ANY_CONTRACT => Some(understand(document, None).kind.as_contract()),
        name => Kind::from_name(name),
    }
}

/// What is known of the institution: the file of `--profile`, else that of the settings, and over it `--type` and `--set`.
fn profile(args: &AskedArgs, settings: &Settings) -> Result<Profile> {
    let mut profile = match &args.profile {
        Some(path) => input::profile(path)?,
        None => settings.config.profile.clone(),
    };
    args.set.iter().for_each(|(fact, value)| profile.facts.state(fact, *value));
    args.system_type.into_iter().for_each(|pattern| profile.state_pattern(pattern));
    Ok(profile)
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

/// Files that are judged together, or one by one.
struct Group {
    files: Vec<Found>,
    is_case: bool,
}

/// The files that were named, else those of the settings, where documents of one case belong together.
///
/// # Errors
/// None was named, and the settings list none.
fn groups(files: &[PathBuf], is_case: bool, settings: &Settings) -> Result<Vec<Group>> {
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

/// Judges the documents.
fn report(asked: &Asked, groups: &[Group], jobs: Option<usize>, date: String) -> Result<Report> {
    let threads = rayon::ThreadPoolBuilder::new().num_threads(jobs.unwrap_or(0)).build()?;
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
    Ok(Report::new(&asked.pack, asked.edition.as_deref(), date, documents, errors))
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
fn one(file: &Found, asked: &Asked) -> Result<DocumentReport, FileError> {
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

fn judge(path: &Path, asked: &Asked) -> Result<DocumentReport, Failure> {
    let (document, bytes) = input::document(path, asked.revisions)?;
    Ok(asked.judge(path, &document, &bytes))
}

/// Puts the waivers of the settings to their findings; tells which of them found any.
fn waive(report: &mut Report, settings: &Settings) -> Vec<bool> {
    let names = names(report, settings);
    let source = |waiver: &Waiver| settings.source_of(waiver);
    waiver::apply(&settings.config.waivers, &mut report.documents, &names, &report.date, source)
}

fn names(report: &Report, settings: &Settings) -> Vec<String> {
    report.documents.iter().map(|document| settings.name_of(Path::new(&document.path))).collect()
}
