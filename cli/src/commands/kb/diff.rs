//! `sekisho kb diff`: what became of the guideline from one edition to another.

use anyhow::Result;
use kb::diff::{Diff, Leg};
use kb::{Entry, EntryData, Step};
use linter::entry;
use linter::report::text::layout;

use super::data;
use crate::args::{Format, KbDiffArgs};
use crate::exit::Exit;
use crate::output;
use crate::session::Session;

/// Columns of the items of the older edition.
const BEFORE: usize = 16;

pub(super) fn run(args: &KbDiffArgs, session: Session) -> Result<Exit> {
    let Some(kb) = data::open(args.data.as_deref(), session)? else { return Ok(Exit::Unusable) };
    let diff = kb.diff(&args.from, &args.to)?;
    let text = match args.format {
        Format::Json => output::json(&diff.view())?,
        Format::Text => describe(&diff, args.summary, session),
    };
    output::print(&text)?;
    Ok(Exit::Clean)
}

fn describe(diff: &Diff<'_>, summary: bool, session: Session) -> String {
    let mut out = String::new();
    for leg in &diff.legs {
        if !out.is_empty() {
            out.push('\n');
        }
        out.push_str(&head(leg, session));
        if !summary {
            out.push('\n');
            out.extend(leg.changes.iter().map(|change| describe_change(*change, session)));
        }
        out.push_str(&unnamed(leg, session));
    }
    out
}

fn head(leg: &Leg<'_>, session: Session) -> String {
    let (from, to) = (leg.transition.from.as_str(), leg.transition.to.as_str());
    let title = session.say("cli-kb-diff-head", &[("from", from), ("to", to)]);
    let mut out = format!("{}\n", session.paint().bold(&title));
    if let Some(note) = &leg.transition.note {
        out.push_str(&layout::hanging("  ", note, session.width));
    }
    let comma = session.say("report-comma", &[]);
    let counts = leg.counts().into_iter().map(|(step, count)| {
        format!("{} {count}", session.say(&format!("entry-step-{}", step.as_str()), &[]))
    });
    out.push_str(&layout::hanging("  ", &counts.collect::<Vec<_>>().join(&comma), session.width));
    out
}

fn describe_change(entry: Entry<'_>, session: Session) -> String {
    let EntryData::Change { change, .. } = entry.data() else { return String::new() };
    let comma = session.say("report-comma", &[]);
    let nothing = || session.say("cli-kb-diff-nothing", &[]);
    let side = |items: &[String]| if items.is_empty() { nothing() } else { items.join(&comma) };
    // What is new has no predecessor; the clauses it touches are named below.
    let is_new = change.relation == Step::Added;
    let before = if is_new { nothing() } else { side(&change.before) };
    let before = layout::padded(&before, BEFORE);
    let step = session.say(&format!("entry-step-{}", change.relation.as_str()), &[]);
    let head = format!("  {before} → {}  [{step}]", side(&change.after));
    let mut out = layout::hanging("", &head, session.width);
    let mark = entry::mark(entry, session.lang);
    let title = format!("{} {}{mark}", entry.id(), entry.title());
    out.push_str(&layout::hanging("      ", &title, session.width));
    out.push_str(&layout::hanging("      ", entry.gist(), session.width));
    if is_new && !change.before.is_empty() {
        let touched = session.say("cli-kb-diff-touches", &[("items", &change.before.join(&comma))]);
        out.push_str(&layout::hanging("      ", &touched, session.width));
    }
    out
}

/// Of these clauses nothing is known to have become: that is not the same as unchanged.
fn unnamed(leg: &Leg<'_>, session: Session) -> String {
    if leg.unnamed.is_empty() {
        return String::new();
    }
    let ids: Vec<&str> = leg.unnamed.iter().map(|clause| clause.id()).collect();
    let count = ids.len().to_string();
    let head = session.say("cli-kb-diff-unnamed", &[("count", &count)]);
    let mut out = format!("\n{}", layout::hanging("  ", &head, session.width));
    out.push_str(&layout::hanging("    ", &ids.join(" "), session.width));
    out
}
