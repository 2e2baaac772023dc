//! `sekisho kb`: checks and exports the knowledge base inside the program.

use ::kb::{EDITION, KB_VERSION, Kb};
use anyhow::Result;
use linter::report::text::layout;

use crate::args::{ExportFormat, KbCommand};
use crate::exit::Exit;
use crate::failure::Failure;
use crate::output;
use crate::session::Session;

pub(crate) fn run(command: &KbCommand, session: Session) -> Result<Exit> {
    match command {
        KbCommand::Verify => verify(session),
        KbCommand::Export(args) => match args.format {
            ExportFormat::Json => {
                output::print(&output::json(&Kb::embedded()?.export())?)?;
                Ok(Exit::Clean)
            }
        },
    }
}

fn verify(session: Session) -> Result<Exit> {
    let verified = Kb::embedded()?.verify();
    for problem in &verified.problems {
        let mut failure = Failure::new(problem.code(), &[]);
        for (name, value) in problem.args() {
            failure = failure.with(name, value);
        }
        session.complain(&failure);
    }
    let mut out = session.say("cli-kb-head", &[("guideline", EDITION), ("version", KB_VERSION)]) + "\n";
    for part in &verified.census {
        let counts = [
            ("part", part.part.title()),
            ("clauses", &part.clauses.to_string()),
            ("confirmed", &part.confirmed.to_string()),
            ("unconfirmed", &(part.clauses - part.confirmed).to_string()),
        ];
        out.push_str(&layout::hanging("  ", &session.say("cli-kb-part", &counts), session.width));
    }
    if verified.problems.is_empty() {
        out.push_str(&session.say("cli-kb-sound", &[]));
        out.push('\n');
    }
    output::print(&out)?;
    Ok(if verified.problems.is_empty() { Exit::Clean } else { Exit::Unusable })
}
