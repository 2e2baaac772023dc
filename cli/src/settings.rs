//! `sekisho.toml`: where it is, and what its paths mean.

use std::path::{Component, Path, PathBuf};

use anyhow::Result;
use linter::config::error::{ConfigError, place_of};
use linter::config::{Config, FILE_NAME, Listed};
use linter::pack::RulePack;
use linter::waiver::Waiver;

use crate::args::ConfigArgs;
use crate::failure::Failure;
use crate::input;
use crate::session::Session;

/// The settings of a run; those of nobody where there is no file.
#[derive(Debug, Default)]
pub(crate) struct Settings {
    /// The file, if there is one.
    pub(crate) path: Option<PathBuf>,
    text: String,
    /// What it says.
    pub(crate) config: Config,
}

impl Settings {
    /// The file that was named, else the first one upward from the folder of the first document, else none.
    ///
    /// # Errors
    /// The file cannot be read or has mistakes; all but the last one have been told then.
    pub(crate) fn find(args: &ConfigArgs, files: &[PathBuf], session: Session) -> Result<Self> {
        let path = match (&args.config, args.no_config) {
            (Some(path), _) => Some(path.clone()),
            (None, true) => None,
            (None, false) => above(files.first().map(PathBuf::as_path)),
        };
        let Some(path) = path else { return Ok(Self::default()) };
        let settings = Self::read(path, session)?;
        if args.config.is_none() {
            settings.warn_of_others(files, session);
        }
        Ok(settings)
    }

    fn read(path: PathBuf, session: Session) -> Result<Self> {
        let shown = input::shown(&path);
        let bytes = input::bytes(&path).map_err(|failure| failure.with("path", shown))?;
        let text = String::from_utf8_lossy(&bytes).into_owned();
        match Config::parse(&text) {
            Ok(config) => Ok(Self { path: Some(path), text, config }),
            Err(errors) => Err(told(&path, &text, &errors, session)),
        }
    }

    /// The settings of the first document are those of the run; others are not looked at, but not passed over in silence.
    fn warn_of_others(&self, files: &[PathBuf], session: Session) {
        let used = self.shown();
        for file in files.iter().skip(1) {
            if let Some(other) = above(Some(file)).filter(|other| self.path.as_ref() != Some(other)) {
                let failure = Failure::new("config-elsewhere", &[]);
                let failure = failure.with("path", input::shown(file)).with("other", input::shown(&other));
                session.warn(&failure.with("used", used.clone()));
                return;
            }
        }
    }

    /// Checks that the rules it names are there.
    ///
    /// # Errors
    /// One of them is not; all but the last one have been told then.
    pub(crate) fn check(&self, pack: &RulePack, session: Session) -> Result<()> {
        let errors = self.config.unknown_rules(pack);
        match &self.path {
            Some(path) if !errors.is_empty() => Err(told(path, &self.text, &errors, session)),
            _ => Ok(()),
        }
    }

    /// The file as messages name it.
    pub(crate) fn shown(&self) -> String {
        self.path.as_deref().map(input::shown).unwrap_or_default()
    }

    /// A path that the file names, from where the run is.
    pub(crate) fn resolve(&self, path: &str) -> PathBuf {
        let folder = self.path.as_deref().and_then(Path::parent).unwrap_or(Path::new(""));
        folder.join(path)
    }

    /// The name of a document from the folder of the file, as waivers and lists of documents call it.
    pub(crate) fn name_of(&self, path: &Path) -> String {
        let folder = self.path.as_deref().and_then(Path::parent).unwrap_or(Path::new(""));
        name_from(folder, path)
    }

    /// The documents of the list, as paths and patterns.
    pub(crate) fn documents(&self) -> Vec<PathBuf> {
        self.config.documents.iter().map(|listed| self.resolve(&listed.path)).collect()
    }

    /// What the list says of a document.
    pub(crate) fn listed(&self, path: &Path) -> Option<&Listed> {
        let name = self.name_of(path);
        self.config.documents.iter().find(|listed| input::is_meant(&listed.path, &name))
    }

    /// `sekisho.toml:12`.
    pub(crate) fn place_of(&self, byte: usize) -> String {
        format!("{}:{}", self.shown(), place_of(&self.text, byte).0)
    }

    /// Where a waiver is written.
    pub(crate) fn source_of(&self, waiver: &Waiver) -> String {
        self.place_of(waiver.place.start)
    }
}

/// A path from a folder, with `/` between its parts; as it is where it does not lie below.
pub(crate) fn name_from(folder: &Path, path: &Path) -> String {
    let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    let real = |path: &Path| path.canonicalize().unwrap_or_else(|_| path.to_owned());
    let (folder, whole) = (real(folder), real(path));
    let below = whole.strip_prefix(&folder).unwrap_or(path);
    let parts = below.components().filter_map(|part| match part {
        Component::Normal(name) => Some(name.to_string_lossy().into_owned()),
        Component::ParentDir => Some("..".to_owned()),
        _ => None,
    });
    parts.collect::<Vec<_>>().join("/")
}

/// The first file of settings upward from a document, or from here.
fn above(file: Option<&Path>) -> Option<PathBuf> {
    let start = match file {
        Some(path) if input::is_stdin(path) => Path::new("."),
        Some(path) if path.is_dir() => path,
        Some(path) => path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new(".")),
        None => Path::new("."),
    };
    let whole = start.canonicalize().ok()?;
    for (up, folder) in whole.ancestors().enumerate() {
        if folder.join(FILE_NAME).is_file() {
            // As short as the document was named: absolute paths are nobody's words.
            let short = (0..up).fold(start.to_owned(), upward);
            return Some(if short == Path::new(".") { FILE_NAME.into() } else { short.join(FILE_NAME) });
        }
    }
    None
}

/// The folder above one that is named.
fn upward(folder: PathBuf, _: usize) -> PathBuf {
    match folder.components().next_back() {
        Some(Component::Normal(_)) => {
            let above = folder.parent().unwrap_or(Path::new(""));
            if above.as_os_str().is_empty() { PathBuf::from(".") } else { above.to_owned() }
        }
        Some(Component::CurDir) | None => PathBuf::from(".."),
        _ => folder.join(".."),
    }
}

/// Tells all mistakes but the last one, which is the error.
fn told(path: &Path, text: &str, errors: &[ConfigError], session: Session) -> anyhow::Error {
    let failures: Vec<Failure> = errors
        .iter()
        .map(|error| {
            let (line, column) = error.place(text);
            let failure = Failure::from(error).with("path", input::shown(path));
            failure.with("line", line.to_string()).with("column", column.to_string())
        })
        .collect();
    let Some((last, others)) = failures.split_last() else { return Failure::new("config-none", &[]).into() };
    others.iter().for_each(|failure| session.complain(failure));
    last.clone().into()
}
