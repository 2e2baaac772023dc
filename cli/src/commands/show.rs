//! `sekisho show`: an entry of the knowledge base with its links, by any spelling of its number.

use ::kb::{ClauseEntry, Entry, EntryView, Kb, Link, Match, Part, Place, PlaceView, Target};
use anyhow::Result;
use linter::entry::{self, LinkGroup};
use linter::official::Store;
use linter::official::store::Wording;
use linter::pack;
use linter::report::text::layout;
use serde::Serialize;

use crate::args::{Format, ShowArgs};
use crate::exit::Exit;
use crate::session::Session;
use crate::{official, output};

/// Columns of the labels before facts.
const LABEL: usize = 16;

pub(crate) fn run(args: &ShowArgs, session: Session) -> Result<Exit> {
    let query = args.id.join(" ");
    let kb = Kb::embedded()?;
    let matches = kb.resolve(&query)?;
    let store = imported(kb, session);
    let text = match args.format {
        Format::Json => json(kb, &matches, store.as_ref())?,
        Format::Text => several(&query, &matches, session)
            .into_iter()
            .chain(matches.iter().map(|found| describe(kb, found, store.as_ref(), session)))
            .collect::<Vec<_>>()
            .join("\n"),
    };
    output::print(&text)?;
    Ok(Exit::Clean)
}

/// A notice where a number without the name of its part stands in several parts: `8⑤`.
fn several(query: &str, matches: &[Match<'_>], session: Session) -> Option<String> {
    let part = |found: &Match<'_>| match found {
        Match::Entry { entry, .. } => entry.as_clause().map(|clause| clause.chapter().part),
        Match::Section { chapter, .. } | Match::Chapter { chapter, .. } => Some(chapter.part),
    };
    let mut parts: Vec<Part> = matches.iter().filter_map(part).collect();
    parts.dedup();
    let example = matches.last().filter(|_| parts.len() > 1)?.name();
    let count = matches.len().to_string();
    let args = [("query", query.trim()), ("count", &count), ("example", &example)];
    Some(layout::hanging("", &session.say("cli-show-several", &args), session.width))
}

/// The wording that the user imported. One that cannot be used is told; the entry is shown all the same.
fn imported(kb: &Kb, session: Session) -> Option<Store> {
    // Without a folder for the user nothing can have been imported.
    let path = official::file(None, kb.base()).ok()?;
    official::load(&path).unwrap_or_else(|unusable| {
        session.warn(&unusable.failure());
        None
    })
}

/// The official wording of a clause, where the user imported it.
fn wording(entry: Entry<'_>, store: Option<&Store>) -> Option<Wording> {
    store?.wording(entry.as_clause()?)
}

/// What is printed of a meaning: a chapter or section, before its clauses, or an entry.
#[derive(Serialize)]
#[serde(untagged)]
enum Shown {
    Place(Box<PlaceView>),
    Entry(Box<ShownEntry>),
}

/// An entry with the wording that the user imported.
#[derive(Serialize)]
struct ShownEntry {
    #[serde(flatten)]
    view: EntryView,
    #[serde(skip_serializing_if = "Option::is_none")]
    official: Option<Wording>,
}

/// Every entry that was meant; a chapter or section with its clauses in order.
fn json(kb: &Kb, matches: &[Match<'_>], store: Option<&Store>) -> Result<String> {
    let entry = |entry: Entry<'_>| {
        Shown::Entry(Box::new(ShownEntry { view: entry.view(), official: wording(entry, store) }))
    };
    let mut shown = Vec::new();
    for found in matches {
        shown.extend(
            place_of(found).map(|(place, clauses)| Shown::Place(Box::new(kb.place_view(place, clauses)))),
        );
        shown.extend(entries(found).into_iter().map(entry));
    }
    output::json(&shown)
}

/// The chapter or section that was meant, with its clauses.
fn place_of<'a>(found: &'a Match<'_>) -> Option<(Place<'a>, &'a [ClauseEntry<'a>])> {
    match found {
        Match::Entry { .. } => None,
        Match::Section { chapter, section, clauses } => {
            Some((Place { chapter, number: Some(&section.number) }, clauses))
        }
        Match::Chapter { chapter, clauses } => Some((Place { chapter, number: None }, clauses)),
    }
}

fn entries<'a>(found: &Match<'a>) -> Vec<Entry<'a>> {
    match found {
        Match::Entry { entry, .. } => vec![*entry],
        Match::Section { clauses, .. } | Match::Chapter { clauses, .. } => {
            clauses.iter().map(|clause| clause.entry()).collect()
        }
    }
}

fn describe(kb: &Kb, found: &Match<'_>, store: Option<&Store>, session: Session) -> String {
    match (found, place_of(found)) {
        (Match::Entry { entry, by_alias }, _) => {
            describe_entry(*entry, *by_alias, wording(*entry, store), session)
        }
        (_, place) => place.map(|(place, clauses)| list(kb, place, clauses, session)).unwrap_or_default(),
    }
}

/// A chapter or section: its title, its clauses, one line each, and what is tied to it as a whole.
fn list(kb: &Kb, place: Place<'_>, clauses: &[ClauseEntry<'_>], session: Session) -> String {
    let mut out = format!("{} {}\n", session.paint().bold(&place.id()), session.paint().bold(place.title()));
    if clauses.is_empty() {
        out.push_str(&layout::hanging("  ", &session.say("cli-show-no-clauses", &[]), session.width));
    }
    for clause in clauses {
        let id = layout::padded(clause.id(), 12);
        out.push_str(&layout::hanging(&format!("  {id}"), &titled(clause.entry(), session), session.width));
    }
    out.push_str(&groups(kb.links_of_place(place), session));
    out
}

/// The title, with 未確認 and 自作 where they are due.
fn titled(entry: Entry<'_>, session: Session) -> String {
    match entry::mark(entry, session.lang) {
        mark if mark.is_empty() => entry.title().to_owned(),
        mark => format!("{} {mark}", entry.title()),
    }
}

fn describe_entry(entry: Entry<'_>, by_alias: bool, wording: Option<Wording>, session: Session) -> String {
    let paint = session.paint();
    let mut out = format!("{} {}\n", paint.bold(entry.id()), paint.bold(&titled(entry, session)));
    out.push_str(&layout::hanging("", &place(entry, session), session.width));
    if by_alias {
        let note = session.say("cli-show-alias", &[("id", entry.id())]);
        out.push_str(&layout::hanging("", &note, session.width));
    }
    out.push('\n');
    out.push_str(&layout::hanging("  ", entry.gist(), session.width));
    for detail in entry.details() {
        out.push_str(&layout::hanging("  ・", detail, session.width));
    }
    out.extend(wording.map(|wording| describe_wording(&wording, session)));
    out.push('\n');
    for fact in entry::facts(entry, session.lang) {
        for (index, value) in fact.values.iter().enumerate() {
            let label = if index == 0 { fact.label.as_str() } else { "" };
            let label = format!("  {}", layout::padded(label, LABEL));
            out.push_str(&layout::hanging(&label, value, session.width));
        }
    }
    out.push_str(&groups(entry.links(), session));
    out.push_str(&rules(entry, session));
    out.push('\n');
    out.push_str(&layout::hanging("  ", &session.say("cli-show-authority", &[]), session.width));
    out
}

/// The official wording beside our gist.
fn describe_wording(wording: &Wording, session: Session) -> String {
    let page = wording.page.to_string();
    let head = session.say("official-wording", &[("page", &page)]);
    let text = format!("{} {}", wording.number, wording.text);
    format!("\n  {}\n{}", session.paint().bold(&head), layout::indented("    ", &text, session.width))
}

/// Its kind and where it stands; for a clause with the headings around it.
fn place(entry: Entry<'_>, session: Session) -> String {
    match entry.as_clause() {
        Some(clause) => {
            let section =
                clause.section().and_then(|section| section.label()).map(|label| format!(" {label}"));
            format!("{}({}{})", entry.citation(), clause.chapter().title, section.unwrap_or_default())
        }
        None => {
            format!("{} {}", entry::kind(entry.kind(), session.lang), entry.citation()).trim_end().to_owned()
        }
    }
}

/// The shipped rules that rest on a clause.
fn rules(entry: Entry<'_>, session: Session) -> String {
    if entry.as_clause().is_none() {
        return String::new();
    }
    let shipped = pack::shipped_rules();
    let mut out = String::new();
    for rule in shipped.rules.iter().filter(|rule| pack::rests_on(rule, entry.id())) {
        if out.is_empty() {
            out.push_str(&format!("\n  {}\n", session.paint().bold(&session.say("entry-rules", &[]))));
        }
        let head = format!("    {} ", layout::padded(&rule.id, 14));
        out.push_str(&layout::hanging(&head, &rule.title, session.width));
    }
    out
}

fn groups(links: Vec<Link<'_>>, session: Session) -> String {
    entry::link_groups(links, session.lang).iter().map(|group| describe_group(group, session)).collect()
}

fn describe_group(group: &LinkGroup<'_>, session: Session) -> String {
    let mut out = format!("\n  {}\n", session.paint().bold(&group.label));
    for link in &group.links {
        let title = match link.target {
            Target::Entry(entry) => titled(entry, session),
            Target::Place(place) => place.title().to_owned(),
        };
        let tie = entry::tie(link.tie, session.lang).map(|tie| format!(" ({tie})")).unwrap_or_default();
        let note = link.note.map(|note| format!(" {note}")).unwrap_or_default();
        let head = format!("    {} ", layout::padded(&link.target.id(), 14));
        out.push_str(&layout::hanging(&head, &format!("{title}{tie}{note}"), session.width));
    }
    out
}
