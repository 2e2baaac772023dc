//! What on a page is text and what is furniture: menus, in-page contents, the title in the head.

use super::lines::Linked;
use super::page::Found;
use super::tables::Entry;
use crate::document::{Aside, AsideKind, Origin, ReadIssue};
use crate::normalise::normalise;
use crate::read::raw::{Block, Line, RawDocument, issue};
use crate::source::Limits;
use crate::structure::ends_like_title;

/// With fewer visible characters than this, the text of the page is somewhere else.
const ALMOST_NO_TEXT: usize = 50;
/// As many links in a row are a menu or a table of contents.
const MENU: usize = 3;

/// Puts the document together.
pub(super) fn settle(mut found: Found, limits: &Limits) -> RawDocument {
    keep_main(&mut found.entries);
    mark_contents(&mut found.entries);
    set_menus_aside(&mut found.entries);
    give_title(&mut found);
    let lines = found.entries.iter().filter(|entry| entry.aside.is_none()).count();
    let mut document = RawDocument { wraps: found.cut * 2 > lines, ..RawDocument::default() };
    document.issues = issues(&found);
    let mut open = false;
    for entry in found.entries {
        match entry.aside {
            None => {
                open = false;
                document.blocks.push(entry.block);
            }
            Some(kind) => {
                add_aside(&mut document.asides, kind, &entry.block, open, limits);
                open = true;
            }
        }
    }
    document
}

/// A page that names its main part says that the rest is furniture, if the main part is most of the text.
fn keep_main(entries: &mut [Entry]) {
    let size = |main: bool| -> usize {
        entries
            .iter()
            .filter(|entry| entry.main == main && entry.aside.is_none())
            .map(|entry| visible(&entry.block))
            .sum()
    };
    let (inside, outside) = (size(true), size(false));
    if inside < ALMOST_NO_TEXT || inside < outside {
        return;
    }
    let first = entries.iter().position(|entry| entry.main).unwrap_or(0);
    let headed = entries.iter().any(|entry| entry.main && heading(entry) == Some(1));
    for (at, entry) in
        entries.iter_mut().enumerate().filter(|(_, entry)| !entry.main && entry.aside.is_none())
    {
        if headed || at > first || heading(entry) != Some(1) {
            entry.aside = Some(if at < first { AsideKind::Header } else { AsideKind::Footer });
        }
    }
}

fn heading(entry: &Entry) -> Option<u8> {
    if let Block::Line(line) = &entry.block { line.hints.heading } else { None }
}

fn visible(block: &Block) -> usize {
    let count = |line: &Line| line.text().chars().filter(|c| !c.is_whitespace()).count();
    match block {
        Block::Line(line) => count(line),
        Block::Table(table) => table.rows.iter().flatten().flatten().map(count).sum(),
    }
}

/// Lines that lead to places of the same page are its table of contents.
fn mark_contents(entries: &mut [Entry]) {
    let is_entry = |entry: &Entry| entry.aside.is_none() && entry.linked == Some(Linked::Here);
    for run in entries.chunk_by_mut(|a, b| is_entry(a) && is_entry(b)) {
        if run.len() >= MENU {
            for entry in run {
                if let Block::Line(line) = &mut entry.block {
                    line.hints.toc = true;
                    line.hints.heading = None;
                }
            }
        }
    }
}

/// Runs of links before the text starts and after it ends are menus. Links within the text are text.
fn set_menus_aside(entries: &mut [Entry]) {
    let is_text = |entry: &Entry| {
        entry.aside.is_none()
            && match &entry.block {
                Block::Line(line) => {
                    entry.linked.is_none() && (line.hints.heading.is_some() || line.text().contains('。'))
                }
                Block::Table(_) => true,
            }
    };
    let Some(first) = entries.iter().position(is_text) else { return };
    let last = entries.iter().rposition(is_text).unwrap_or(first);
    let mut at = 0;
    for run in entries.chunk_by_mut(|a, b| a.linked.is_some() && a.linked == b.linked) {
        let start = at;
        at += run.len();
        let long = run.len() >= MENU;
        let furniture = match run.first().and_then(|entry| entry.linked) {
            // To the text, to the top: contents are longer.
            Some(Linked::Here) => !long,
            Some(Linked::Away) => long,
            None => false,
        };
        if !furniture || (start >= first && start <= last) {
            continue;
        }
        let kind = if start < first { AsideKind::Header } else { AsideKind::Footer };
        run.iter_mut().filter(|entry| entry.aside.is_none()).for_each(|entry| entry.aside = Some(kind));
    }
}

/// A page without a heading and without a line that reads like a title has its title in the head.
fn give_title(found: &mut Found) {
    let Some(mut title) = found.title.take() else { return };
    let lines = || {
        found.entries.iter().filter(|entry| entry.aside.is_none()).filter_map(|entry| match &entry.block {
            Block::Line(line) => Some(line),
            Block::Table(_) => None,
        })
    };
    if lines().any(|line| line.hints.heading.is_some()) || lines().next().is_none() {
        return;
    }
    let core = normalise(&title.text());
    let printed = lines().take(12).any(|line| {
        let line = normalise(&line.text());
        (ends_like_title(&line) && line.chars().count() <= 60)
            || (line.chars().count() >= 4 && core.contains(&line))
    });
    if printed || core.is_empty() {
        return;
    }
    drop_site(&mut title);
    title.hints.title = true;
    let entry = Entry { block: Block::Line(title), main: false, aside: None, linked: None };
    found.entries.insert(0, entry);
}

/// `規程 | 病院` is a title and the name of a site.
fn drop_site(title: &mut Line) {
    let text = title.text();
    let Some(end) =
        ["|", "｜", " - ", "－", " – ", "«", "≫", "：："].iter().filter_map(|mark| text.find(mark)).min()
    else {
        return;
    };
    if text.get(..end).is_none_or(|head| head.trim().is_empty()) {
        return;
    }
    let mut left = end;
    title.pieces.retain_mut(|piece| {
        let length = piece.text.len().min(left);
        left -= length;
        piece.text.truncate(length);
        length > 0
    });
}

fn issues(found: &Found) -> Vec<ReadIssue> {
    let characters: usize =
        found.entries.iter().filter(|entry| entry.aside.is_none()).map(|entry| visible(&entry.block)).sum();
    let scarce = characters < ALMOST_NO_TEXT;
    let mut issues = Vec::new();
    for origin in &found.pictures {
        issues.push(issue("read-image", Some(*origin), false));
    }
    if scarce && found.pictured {
        issues.push(issue("read-image-only", found.pictures.first().copied(), true));
    }
    if let Some(origin) = found.frame {
        issues.push(issue("read-frame", Some(origin), scarce));
    }
    if let Some(origin) = found.hidden {
        issues.push(issue("read-hidden-text", Some(origin), true));
    }
    issues
}

fn add_aside(asides: &mut Vec<Aside>, kind: AsideKind, block: &Block, open: bool, limits: &Limits) {
    let (text, origin) = text_of(block);
    match asides.last_mut().filter(|last| open && last.kind == kind) {
        Some(last) if (last.text.len() + text.len()) as u64 <= limits.max_line_bytes => {
            last.text.push('\n');
            last.text.push_str(&text);
        }
        _ => asides.push(Aside { kind, text, author: None, origin }),
    }
}

fn text_of(block: &Block) -> (String, Option<Origin>) {
    let lines: Vec<&Line> = match block {
        Block::Line(line) => vec![line],
        Block::Table(table) => table.rows.iter().flatten().flatten().collect(),
    };
    let origin = lines.first().and_then(|line| line.pieces.first()).map(|piece| piece.origin);
    let texts: Vec<String> = lines.iter().map(|line| line.text().trim().to_owned()).collect();
    (texts.join("\n"), origin)
}
