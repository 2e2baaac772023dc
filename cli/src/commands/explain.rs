//! `sekisho explain`: what a rule asks, why, on which clauses it rests, and what it does with its examples.

mod page;

use anyhow::Result;
use dsl::checked::Rule;
use linter::explain;
use linter::pack::{self, RulePack};

use crate::args::{ExplainArgs, Format};
use crate::commands::rules::sources;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::session::Session;
use crate::{diagnostics, output};

pub(crate) fn run(args: &ExplainArgs, session: Session) -> Result<Exit> {
    let Some(given) = sources::load(&args.rules, session) else { return Ok(Exit::Unusable) };
    let checked = pack::load(given.all);
    let mistakes: Vec<_> =
        checked.errors.into_iter().filter(|mistake| mistake.error.level == dsl::Level::Error).collect();
    if !mistakes.is_empty() {
        // The other rules of the files can still be explained.
        diagnostics::complain(&mistakes, &checked.pack.sources, session)?;
    }
    let rule = find(&checked.pack, &args.rule, session)?;
    let explanation = explain::explain(&checked.pack, rule, session.lang)?;
    let text = match args.format {
        Format::Json => output::json(&explanation)?,
        Format::Text => page::Page { session, explanation: &explanation }.write(),
    };
    output::print(&text)?;
    Ok(Exit::Clean)
}

/// By its id; the part after the pack is enough where it is unique.
pub(crate) fn find<'a>(pack: &'a RulePack, name: &str, session: Session) -> Result<&'a Rule, Failure> {
    if let Some(rule) = pack.rule(name) {
        return Ok(rule);
    }
    let short = |rule: &&Rule| rule.id.rsplit_once('/').is_some_and(|(_, last)| last == name);
    let mut by_short_name = pack.rules.rules.iter().filter(short);
    if let (Some(rule), None) = (by_short_name.next(), by_short_name.next()) {
        return Ok(rule);
    }
    let closeness = |rule: &&Rule| {
        let last = rule.id.rsplit_once('/').map_or(rule.id.as_str(), |(_, last)| last);
        (strsim::jaro_winkler(&rule.id, name).max(strsim::jaro_winkler(last, name)) * 1000.0) as u32
    };
    let mut failure = Failure::new("cli-unknown-rule", &[]).with("rule", name);
    if let Some(nearest) = pack.rules.rules.iter().max_by_key(closeness).filter(|rule| closeness(rule) > 700)
    {
        let tip = linter::message::text(session.lang, "cli-usage-nearest", &[("value", nearest.id.as_str())]);
        failure = failure.with("tip", tip);
    }
    Err(failure)
}
