//! `sekisho rules`: what people who write rules need. One file for each subcommand.

mod coverage;
mod fmt;
pub(crate) mod lint;
mod list;
pub(crate) mod mutate;
mod new;
pub(crate) mod sources;
mod test;
mod trace;

use anyhow::Result;

use crate::args::RulesCommand;
use crate::exit::Exit;
use crate::session::Session;

pub(crate) fn run(command: &RulesCommand, session: Session) -> Result<Exit> {
    match command {
        RulesCommand::List(args) => list::run(args, session),
        RulesCommand::Test(args) => test::run(args, session),
        RulesCommand::Fmt(args) => fmt::run(args, session),
        RulesCommand::Coverage(args) => coverage::run(args, session),
        RulesCommand::New(args) => new::run(args, session),
        RulesCommand::Trace(args) => trace::run(args, session),
        RulesCommand::Mutate(args) => mutate::run(args, session),
        RulesCommand::Lint(args) => lint::run(args, session),
    }
}
