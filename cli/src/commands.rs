//! One file for each subcommand.

mod completions;
mod diff;
pub(crate) mod evidence;
mod explain;
mod kb;
mod lint;
mod lsp;
pub(crate) mod rules;
mod schema;
mod search;
mod show;
mod tree;

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
        Command::Diff(args) => diff::run(args, session),
        Command::Tree(args) => tree::run(args, session),
        Command::Search(args) => search::run(args, session),
        Command::Show(args) => show::run(args, session),
        Command::Explain(args) => explain::run(args, session),
        Command::Evidence(command) => evidence::run(command, session),
        Command::Rules(command) => rules::run(command, session),
        Command::Kb(command) => kb::run(command, session),
        Command::Schema(args) => schema::run(args),
        Command::Lsp(_) => lsp::run(session),
        Command::Completions(args) => completions::run(args, session),
    }
}
