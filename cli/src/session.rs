//! What every subcommand knows of the person it talks to: language, colours, columns.

use std::io::{IsTerminal as _, Write as _};

use linter::message::{self, Arg, Lang};
use linter::report::FileError;
use linter::report::text::paint::Paint;
use linter::report::text::{DEFAULT_WIDTH, layout};

use crate::args::When;
use crate::failure::Failure;

/// Narrower terminals are treated as this wide.
const NARROWEST: usize = 40;
/// Lines longer than this are hard to read.
const WIDEST: usize = 140;

/// Language, colours and columns.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Session {
    /// The language of everything that is said.
    pub(crate) lang: Lang,
    /// Whether standard output gets colours.
    pub(crate) color: bool,
    /// Columns of standard output.
    pub(crate) width: usize,
}

impl Session {
    pub(crate) fn new(lang: Lang, color: When) -> Self {
        let on_terminal = std::io::stdout().is_terminal();
        Self { lang, color: wants_color(color, on_terminal), width: width(on_terminal) }
    }

    /// The same for a file: no colours unless they are forced, the default width.
    pub(crate) fn for_file(self, color: When) -> Self {
        Self { color: color == When::Always, width: DEFAULT_WIDTH, ..self }
    }

    pub(crate) fn paint(&self) -> Paint {
        Paint::new(self.color)
    }

    pub(crate) fn say(&self, code: &str, args: &[Arg<'_>]) -> String {
        message::text(self.lang, code, args)
    }

    /// One error on standard error: `エラー: …`, and what to do about it below.
    pub(crate) fn complain(&self, failure: &Failure) {
        self.error_lines(None, &failure.message(self.lang), failure.help(self.lang).as_deref());
    }

    pub(crate) fn complain_of_file(&self, error: &FileError) {
        self.error_lines(Some(&error.path), &error.message, error.help.as_deref());
    }

    /// One error at a place of a file, on standard error.
    pub(crate) fn complain_at(&self, place: &str, message: &str, help: Option<&str>) {
        self.error_lines(Some(place), message, help);
    }

    /// A line for the person, on standard error: standard output is for the result.
    pub(crate) fn note(&self, text: &str) {
        // Nobody is left to tell where standard error is closed.
        let _ = std::io::stderr().write_all(layout::hanging("", text, self.width).as_bytes());
    }

    /// One warning on standard error: the run goes on.
    pub(crate) fn warn(&self, failure: &Failure) {
        self.lines("cli-warning", None, &failure.message(self.lang), failure.help(self.lang).as_deref());
    }

    fn error_lines(&self, path: Option<&str>, message: &str, help: Option<&str>) {
        self.lines("cli-error", path, message, help);
    }

    fn lines(&self, label: &str, path: Option<&str>, message: &str, help: Option<&str>) {
        let paint = Paint::new(std::io::stderr().is_terminal() && self.color);
        let path = path.map(|path| format!("{path}: ")).unwrap_or_default();
        let mut text = format!("{} {path}{message}\n", paint.bad(&self.say(label, &[])));
        if let Some(help) = help {
            let label = format!("  {} ", self.say("cli-error-help", &[]));
            text.push_str(&layout::hanging(&label, help, self.width));
        }
        // Nobody is left to tell where standard error is closed.
        let _ = std::io::stderr().write_all(text.as_bytes());
    }
}

fn wants_color(when: When, on_terminal: bool) -> bool {
    match when {
        When::Always => true,
        When::Never => false,
        When::Auto => on_terminal && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty()),
    }
}

fn width(on_terminal: bool) -> usize {
    if !on_terminal {
        return DEFAULT_WIDTH;
    }
    terminal_size::terminal_size()
        .map_or(DEFAULT_WIDTH, |(width, _)| usize::from(width.0))
        .clamp(NARROWEST, WIDEST)
}
