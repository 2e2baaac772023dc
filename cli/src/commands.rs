//! One file for each subcommand.

mod checklist;
mod completions;
mod config;
mod diff;
pub(crate) mod evidence;
mod explain;
mod fix;
mod kb;
pub(crate) mod lint;
mod lsp;
mod matrix;
pub(crate) mod rules;
mod schema;
mod search;
mod show;
mod tree;
mod waiver;

use anyhow::Result;

use crate::args::{Cli, Command};
use crate::exit::Exit;
use crate::session::Session;

/// Runs the subcommand that was asked for.
///
/// # Errors
/// Whatever keeps it from doing its work.
pub(crate) fn run(cli: &Cli, session: Session) -> Result<Exit> {
    match &cli.command {
        Command::Lint(args) => lint::run(args, session, cli.color),
        Command::Fix(args) => fix::run(args, session),
        Command::Matrix(args) => matrix::run(args, session),
        Command::Checklist(command) => checklist::run(command, session),
        Command::Diff(args) => diff::run(args, session),
        Command::Tree(args) => tree::run(args, session),
        Command::Search(args) => search::run(args, session),
        Command::Show(args) => show::run(args, session),
        Command::Explain(args) => explain::run(args, session),
        Command::Evidence(command) => evidence::run(command, session),
        Command::Rules(command) => rules::run(command, session),
        Command::Kb(command) => kb::run(command, session),
        Command::Config(command) => config::run(command, session),
        Command::Waiver(command) => waiver::run(command, session),
        Command::Schema(args) => schema::run(args, session),
        Command::Lsp(_) => lsp::run(session),
        Command::Completions(args) => completions::run(args, session),
    }
}
