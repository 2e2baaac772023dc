//! `sekisho search`: entries of the guideline by words.

use ::kb::search::{SearchOptions, SearchResult};
use ::kb::{EntryKind, Kb};
use anyhow::Result;
use linter::report::text::layout;

use crate::args::{Format, SearchArgs};
use crate::exit::Exit;
use crate::output;
use crate::session::Session;

pub(crate) fn run(args: &SearchArgs, session: Session) -> Result<Exit> {
    let query = args.words.join(" ");
    let kind = args.kind.as_deref().and_then(EntryKind::from_name);
    let hits = Kb::embedded()?.search(&query, &SearchOptions { kind, limit: args.limit })?;
    let result = SearchResult { query, hits };
    let text = match args.format {
        Format::Json => output::json(&result)?,
        Format::Text => describe(&result, session)?,
    };
    output::print(&text)?;
    Ok(Exit::Clean)
}

fn describe(result: &SearchResult, session: Session) -> Result<String> {
    if result.hits.is_empty() {
        return Ok(session.say("cli-search-nothing", &[("query", &result.query)]) + "\n");
    }
    let kb = Kb::embedded()?;
    let paint = session.paint();
    let mut out = String::new();
    for hit in &result.hits {
        let entry = kb.get(&hit.id);
        let confirmed = entry.is_some_and(|entry| entry.is_confirmed());
        let mark = if confirmed { String::new() } else { format!(" {}", session.say("unverified", &[])) };
        let citation = entry.map(|entry| entry.citation()).unwrap_or_default();
        let head =
            format!("{} {} {}{mark}\n", paint.bold(&hit.id), paint.bold(&hit.title), paint.dim(&citation));
        out.push_str(&head);
        out.push_str(&layout::hanging("    ", hit.snippet.trim(), session.width));
    }
    Ok(out)
}
