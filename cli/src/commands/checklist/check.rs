//! `sekisho checklist check`: what is still open in a form that people filled in.

use anyhow::Result;
use linter::checklist::check::{CheckError, Checked, check};
use linter::read::Limits;
use linter::report::text::layout;

use crate::args::{ChecklistCheckArgs, Format};
use crate::exit::Exit;
use crate::failure::Failure;
use crate::session::Session;
use crate::{input, output};

/// Columns of the number of a question.
const NUMBER: usize = 12;

pub(super) fn run(args: &ChecklistCheckArgs, session: Session) -> Result<Exit> {
    if !args.file.exists() && !input::is_stdin(&args.file) {
        return Err(Failure::new("cli-file-missing", &[]).into());
    }
    let bytes = input::bytes(&args.file)?;
    let checked = check(&bytes, &Limits::default()).map_err(|error| unreadable(&error, session))?;
    output::print(&match args.format {
        Format::Json => output::json(&checked)?,
        Format::Text => text(&checked, session),
    })?;
    Ok(if checked.open.is_empty() { Exit::Clean } else { Exit::Findings })
}

fn unreadable(error: &CheckError, session: Session) -> Failure {
    let failure = Failure::new(error.code(), &[]);
    error.args(session.lang).into_iter().fold(failure, |failure, (name, value)| failure.with(name, value))
}

fn text(checked: &Checked, session: Session) -> String {
    let counts = [
        ("questions", checked.questions),
        ("yes", checked.yes),
        ("no", checked.no),
        ("not-applicable", checked.not_applicable),
        ("skipped", checked.skipped),
    ]
    .map(|(name, count)| (name, count.to_string()));
    let counts = counts.each_ref().map(|(name, count)| (*name, count.as_str()));
    let mut out = layout::hanging("", &session.say("checklist-counts", &counts), session.width);
    if checked.open.is_empty() {
        out.push_str(&layout::hanging("", &session.say("checklist-nothing-open", &[]), session.width));
        return out;
    }
    let count = checked.open.len().to_string();
    out.push_str(&layout::hanging("", &session.say("checklist-open", &[("count", &count)]), session.width));
    for open in &checked.open {
        let label = format!("  {} ", layout::padded(&open.number, NUMBER));
        let cell = open.cell.as_ref().map(|cell| format!(" ({cell})")).unwrap_or_default();
        let problem = session.say(&format!("checklist-problem-{}", open.problem.name()), &[]);
        out.push_str(&layout::hanging(&label, &format!("{}: {problem}{cell}", open.question), session.width));
    }
    out
}
