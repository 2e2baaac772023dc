//! `sekisho kb verify`: proves the knowledge base sound and shows how complete and how well known it is.

use anyhow::Result;
use kb::{ContentStatus, Gap, KB_VERSION, KindCensus, LoadError, PartCensus};
use linter::entry;
use linter::report::text::layout;

use super::data;
use crate::args::KbVerifyArgs;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::output;
use crate::session::Session;

pub(super) fn run(args: &KbVerifyArgs, session: Session) -> Result<Exit> {
    let Some(kb) = data::open(args.data.as_deref(), session)? else { return Ok(Exit::Unusable) };
    let verified = kb.verify();
    for problem in &verified.problems {
        session.complain(&told(problem.code(), LoadError::args(problem)));
    }
    for gap in &verified.gaps {
        session.complain(&told(gap.code(), Gap::args(gap)));
    }
    let version = if args.data.is_some() { "-" } else { KB_VERSION };
    let mut out = session.say("cli-kb-head", &[("guideline", kb.base()), ("version", version)]) + "\n\n";
    out.push_str(&table(&coverage(&verified.census, session)));
    out.push('\n');
    out.push_str(&table(&kinds(&verified.kinds, session)));
    out.push('\n');
    out.push_str(&layout::hanging("", &session.say("cli-kb-table-note", &[]), session.width));
    let is_sound = verified.problems.is_empty() && verified.gaps.is_empty();
    out.push_str(&layout::hanging("", &session.say("cli-kb-checked", &[]), session.width));
    if is_sound {
        out.push_str(&session.say("cli-kb-sound", &[]));
        out.push('\n');
    }
    output::print(&out)?;
    Ok(match (verified.problems.is_empty(), verified.gaps.is_empty()) {
        (false, _) => Exit::Unusable,
        (true, false) => Exit::Findings,
        (true, true) => Exit::Clean,
    })
}

fn told(code: &'static str, args: Vec<(&'static str, String)>) -> Failure {
    args.into_iter().fold(Failure::new(code, &[]), |failure, (name, value)| failure.with(name, value))
}

/// One row for each part: how many clauses, and what carries them out and checks them.
fn coverage(census: &[PartCensus], session: Session) -> Vec<Vec<String>> {
    let head = ["part", "clauses", "confirmed", "no-text", "control", "technical", "question"];
    let mut rows = vec![head.iter().map(|name| session.say(&format!("cli-kb-column-{name}"), &[])).collect()];
    for part in census {
        rows.push(vec![
            part.part.title().to_owned(),
            part.clauses.to_string(),
            part.confirmed.to_string(),
            (part.clauses - part.with_text).to_string(),
            format!("{}/{}", part.with_control, part.with_text),
            format!("{}/{}", part.with_technical_control, part.technical),
            format!("{}/{}", part.with_question, part.with_text),
        ]);
    }
    rows
}

/// One row for each kind: how many entries, and how well they are known.
fn kinds(census: &[KindCensus], session: Session) -> Vec<Vec<String>> {
    let names = ["kind", "entries", "own", "confirmed"].into_iter();
    let names = names.chain(ContentStatus::ALL.map(ContentStatus::as_str));
    let column = |name: &str| session.say(&format!("cli-kb-column-{}", name.replace('_', "-")), &[]);
    let mut rows = vec![names.map(column).collect()];
    for kind in census {
        let counts = [kind.entries, kind.own, kind.confirmed];
        let by_content =
            ContentStatus::ALL.iter().map(|status| kind.by_content.get(status).copied().unwrap_or(0));
        let counts = counts.into_iter().chain(by_content).map(|count| count.to_string());
        rows.push(std::iter::once(entry::kind(kind.kind, session.lang)).chain(counts).collect());
    }
    rows
}

/// Columns as wide as their widest cell; the first aligned left, numbers right.
fn table(rows: &[Vec<String>]) -> String {
    let columns = rows.first().map(Vec::len).unwrap_or_default();
    let widths: Vec<usize> = (0..columns)
        .map(|column| {
            rows.iter().filter_map(|row| row.get(column)).map(|cell| layout::width(cell)).max().unwrap_or(0)
        })
        .collect();
    let mut out = String::new();
    for row in rows {
        let mut line = String::from(" ");
        for (index, (cell, width)) in row.iter().zip(&widths).enumerate() {
            let space = " ".repeat(width.saturating_sub(layout::width(cell)));
            line.push_str(&if index == 0 { format!(" {cell}{space}") } else { format!("  {space}{cell}") });
        }
        out.push_str(line.trim_end());
        out.push('\n');
    }
    out
}
