//! What is told to the user when something cannot be used: a code of the message catalogue and its arguments.

use kb::KbError;
use linter::annotate::AnnotateError;
use linter::baseline::BaselineError;
use linter::config::error::ConfigError;
use linter::export::ExportError;
use linter::message::{self, Arg, Lang};
use linter::official::StoreError;
use linter::read::ReadError;
use linter::report::FileError;

/// A failure with a message in the catalogue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Failure {
    code: &'static str,
    args: Vec<(&'static str, String)>,
}

impl Failure {
    pub(crate) fn new(code: &'static str, args: &[Arg<'static>]) -> Self {
        Self { code, args: args.iter().map(|(name, value)| (*name, (*value).to_owned())).collect() }
    }

    /// The same with one more argument.
    pub(crate) fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.args.push((name, value.into()));
        self
    }

    fn borrowed(&self) -> Vec<Arg<'_>> {
        self.args.iter().map(|(name, value)| (*name, value.as_str())).collect()
    }

    pub(crate) fn message(&self, lang: Lang) -> String {
        message::text(lang, self.code, &self.borrowed())
    }

    pub(crate) fn help(&self, lang: Lang) -> Option<String> {
        message::help(lang, self.code, &self.borrowed())
    }

    /// As the report lists a file that could not be used.
    pub(crate) fn for_file(&self, path: &str, lang: Lang) -> FileError {
        FileError {
            path: path.to_owned(),
            code: self.code.to_owned(),
            message: self.message(lang),
            help: self.help(lang),
        }
    }
}

impl std::fmt::Display for Failure {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.message(Lang::En))
    }
}

impl std::error::Error for Failure {}

impl From<&ReadError> for Failure {
    fn from(error: &ReadError) -> Self {
        Self { code: error.code(), args: error.args() }
    }
}

impl From<&AnnotateError> for Failure {
    fn from(error: &AnnotateError) -> Self {
        Self { code: error.code(), args: error.args() }
    }
}

impl From<&ConfigError> for Failure {
    fn from(error: &ConfigError) -> Self {
        Self { code: error.code(), args: error.args() }
    }
}

impl From<&BaselineError> for Failure {
    fn from(error: &BaselineError) -> Self {
        Self { code: error.code(), args: error.args() }
    }
}

impl From<&StoreError> for Failure {
    fn from(error: &StoreError) -> Self {
        Self { code: error.code(), args: error.args() }
    }
}

impl From<&ExportError> for Failure {
    fn from(error: &ExportError) -> Self {
        Self { code: error.code(), args: error.args() }
    }
}

impl From<&KbError> for Failure {
    fn from(error: &KbError) -> Self {
        Self { code: error.code(), args: error.args() }
    }
}

/// The failure behind an error that a subcommand gave back; anything unforeseen is `cli-internal`.
pub(crate) fn of_error(error: &anyhow::Error) -> Failure {
    if let Some(failure) = error.downcast_ref::<Failure>() {
        return failure.clone();
    }
    if let Some(error) = error.downcast_ref::<KbError>() {
        return error.into();
    }
    if let Some(error) = error.downcast_ref::<ExportError>() {
        return error.into();
    }
    Failure::new("cli-internal", &[]).with("detail", format!("{error:#}"))
}
