//! `sekisho kb`: what the knowledge base holds, as a whole. One file for each subcommand.

mod applies;
mod data;
mod diff;
mod export;
mod import;
mod verify;

use anyhow::Result;

use crate::args::KbCommand;
use crate::exit::Exit;
use crate::session::Session;

pub(crate) fn run(command: &KbCommand, session: Session) -> Result<Exit> {
    match command {
        KbCommand::Verify(args) => verify::run(args, session),
        KbCommand::Applies(args) => applies::run(args, session),
        KbCommand::Diff(args) => diff::run(args, session),
        KbCommand::Export(args) => export::run(args, session),
        KbCommand::Import(args) => import::run(args, session),
    }
}
