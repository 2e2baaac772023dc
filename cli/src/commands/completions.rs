//! `sekisho completions`: a script for the shell.

use anyhow::Result;
use clap::CommandFactory as _;

use crate::args::{Cli, CompletionsArgs};
use crate::exit::Exit;
use crate::session::Session;
use crate::{help, output};

pub(crate) fn run(args: &CompletionsArgs, session: Session) -> Result<Exit> {
    let mut command = help::localised(Cli::command(), session.lang);
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut command, "sekisho", &mut script);
    output::print(&String::from_utf8_lossy(&script))?;
    Ok(Exit::Clean)
}
