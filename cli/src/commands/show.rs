//! `sekisho show`: an entry of the guideline with its links, by any spelling of its number.

use ::kb::{Direction, Entry, Kb, Link, Match};
use anyhow::Result;
use linter::editor::clauses;
use linter::report::text::layout;

use crate::args::{Format, ShowArgs};
use crate::exit::Exit;
use crate::output;
use crate::session::Session;

/// Columns of the labels before facts and links.
const LABEL: usize = 14;

pub(crate) fn run(args: &ShowArgs, session: Session) -> Result<Exit> {
    let query = args.id.join(" ");
    let matches = Kb::embedded()?.resolve(&query)?;
    let text = match args.format {
        Format::Json => json(&matches)?,
        Format::Text => matches.iter().map(|found| describe(found, session)).collect::<Vec<_>>().join("\n"),
    };
    output::print(&text)?;
    Ok(Exit::Clean)
}

/// Every entry that was meant; those of a chapter or section in order.
fn json(matches: &[Match<'_>]) -> Result<String> {
    let entries: Vec<_> = matches.iter().flat_map(entries).map(|entry| entry.view()).collect();
    output::json(&entries)
}

fn entries<'a>(found: &Match<'a>) -> Vec<Entry<'a>> {
    match found {
        Match::Entry { entry, .. } => vec![*entry],
        Match::Section { clauses, .. } | Match::Chapter { clauses, .. } => clauses.clone(),
    }
}

fn describe(found: &Match<'_>, session: Session) -> String {
    match found {
        Match::Entry { entry, by_alias } => describe_entry(*entry, *by_alias, session),
        Match::Section { section, clauses, .. } => {
            list(&found.name(), section.label().unwrap_or_default(), clauses, session)
        }
        Match::Chapter { chapter, clauses } => list(&found.name(), &chapter.title, clauses, session),
    }
}

/// A chapter or section: its title and its clauses, one line each.
fn list(name: &str, title: &str, clauses: &[Entry<'_>], session: Session) -> String {
    let mut out = format!("{} {}\n", session.paint().bold(name), session.paint().bold(title));
    if clauses.is_empty() {
        out.push_str(&layout::hanging("  ", &session.say("cli-show-no-clauses", &[]), session.width));
    }
    for entry in clauses {
        let id = layout::padded(entry.id(), 12);
        out.push_str(&layout::hanging(&format!("  {id}"), &titled(*entry, session), session.width));
    }
    out
}

/// The title, with 未確認 where it is due.
fn titled(entry: Entry<'_>, session: Session) -> String {
    if entry.is_confirmed() {
        return entry.title().to_owned();
    }
    format!("{} {}", entry.title(), session.say("unverified", &[]))
}

fn describe_entry(entry: Entry<'_>, by_alias: bool, session: Session) -> String {
    let paint = session.paint();
    let mut out = format!("{} {}\n", paint.bold(entry.id()), paint.bold(&titled(entry, session)));
    let section = entry.section().and_then(|section| section.label()).map(|label| format!(" {label}"));
    let place = format!("{}({}{})", entry.citation(), entry.chapter().title, section.unwrap_or_default());
    out.push_str(&layout::hanging("", &place, session.width));
    if by_alias {
        out.push_str(&layout::hanging(
            "",
            &session.say("cli-show-alias", &[("id", entry.id())]),
            session.width,
        ));
    }
    out.push('\n');
    out.push_str(&layout::hanging("  ", entry.gist(), session.width));
    for detail in entry.details() {
        out.push_str(&layout::hanging("  ・", detail, session.width));
    }
    out.push('\n');
    for (label, value) in facts(entry, session) {
        let label = format!("  {}", layout::padded(&session.say(label, &[]), LABEL));
        out.push_str(&layout::hanging(&label, &value, session.width));
    }
    links(&entry.links(), session, &mut out);
    out.push_str(&layout::hanging("  ", &session.say("cli-show-authority", &[]), session.width));
    out
}

fn facts(entry: Entry<'_>, session: Session) -> Vec<(&'static str, String)> {
    let comma = session.say("report-comma", &[]);
    let verification = entry.verification();
    let mut facts = vec![("cli-show-actor", entry.actor().to_owned())];
    if !entry.counterpart().is_empty() {
        facts.push(("cli-show-counterpart", entry.counterpart().join(&comma)));
    }
    let types: Vec<&str> = entry.applies_to().iter().map(|pattern| pattern.numeral()).collect();
    facts.push(("cli-show-applies", types.join(&comma)));
    if let Some(simplification) = entry.simplification() {
        facts.push(("cli-show-simplification", simplification.condition.clone()));
    }
    facts.push(("cli-show-verification", clauses::verification(verification, session.lang)));
    if !entry.sources().is_empty() {
        facts.push(("cli-show-sources", entry.sources().join(&comma)));
    }
    if let Some(note) = &entry.clause().note {
        facts.push(("cli-show-note", note.clone()));
    }
    facts
}

fn links(links: &[Link<'_>], session: Session, out: &mut String) {
    for (index, link) in links.iter().enumerate() {
        let label = if index == 0 { session.say("cli-show-links", &[]) } else { String::new() };
        let arrow = match link.direction {
            Direction::Outgoing => "→",
            Direction::Incoming => "←",
            Direction::Both => "↔",
        };
        let inferred = if link.inferred { session.say("cli-show-inferred", &[]) } else { String::new() };
        let line = format!("{arrow} {} {}{inferred}", link.entry.id(), titled(link.entry, session));
        out.push_str(&layout::hanging(&format!("  {}", layout::padded(&label, LABEL)), &line, session.width));
    }
}
