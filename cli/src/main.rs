//! The command line `sekisho`: reads arguments and files, calls the libraries, prints, and ends with a status.
//!
//! One file per subcommand under `commands`; nothing here judges a document. Threads, colours, progress and the clock
//! live in this crate and nowhere else.

mod args;
mod bar;
mod commands;
mod diagnostics;
mod exit;
mod failure;
mod guard;
mod help;
mod input;
mod judging;
mod lsp;
mod minus;
mod official;
mod output;
mod session;
mod settings;
mod today;
mod usage;

use std::ffi::OsString;
use std::process::ExitCode;

use clap::{CommandFactory as _, FromArgMatches as _};
use linter::message::Lang;

use args::{Cli, LangArg, When};
use exit::Exit;
use failure::Failure;
use session::Session;

fn main() -> ExitCode {
    let arguments: Vec<OsString> = std::env::args_os().collect();
    let lang = language(&arguments);
    guard::install();
    let session = Session::new(lang, When::Auto);
    let exit = match guard::catch(|| run(arguments, lang)) {
        Ok(Ok(exit)) => exit,
        Ok(Err(error)) => {
            session.complain(&failure::of_error(&error));
            Exit::Unusable
        }
        Err(detail) => {
            session.complain(&Failure::new("cli-internal", &[]).with("detail", detail));
            Exit::Unusable
        }
    };
    exit.into()
}

fn run(arguments: Vec<OsString>, lang: Lang) -> anyhow::Result<Exit> {
    let command = help::localised(Cli::command(), lang);
    let parsed = command
        .try_get_matches_from(minus::shield(arguments))
        .and_then(|matches| Cli::from_arg_matches(&matches));
    match parsed {
        Ok(cli) => commands::run(&cli, Session::new(lang, cli.color)),
        Err(error) => Ok(refuse(&error, lang)),
    }
}

/// Prints help, the version, or what is wrong with the command line.
fn refuse(error: &clap::Error, lang: Lang) -> Exit {
    match usage::failure(error, lang) {
        Some(failure) => {
            Session::new(lang, When::Auto).complain(&failure);
            Exit::Unusable
        }
        None => {
            // A closed pipe is no error, and there is nobody else to tell.
            let _ = error.print();
            if error.use_stderr() { Exit::Unusable } else { Exit::Clean }
        }
    }
}

/// The language, looked up before clap runs: its own messages are in that language, too.
fn language(arguments: &[OsString]) -> Lang {
    let mut words = arguments.iter().filter_map(|word| word.to_str()).take_while(|word| *word != "--");
    let mut lang = Lang::Ja;
    while let Some(word) = words.next() {
        let value = match word.split_once('=') {
            Some(("--lang", value)) => Some(value),
            _ if word == "--lang" => words.next(),
            _ => None,
        };
        match value {
            Some("en") => lang = Lang::En,
            Some("ja") => lang = Lang::Ja,
            _ => {}
        }
    }
    lang
}

impl From<LangArg> for Lang {
    fn from(lang: LangArg) -> Self {
        match lang {
            LangArg::Ja => Self::Ja,
            LangArg::En => Self::En,
        }
    }
}
