//! Comments, their threads and their places, as the parts of a Word file tell them.

use std::collections::BTreeMap;

use super::{Marker, Replies, sort_out};
use crate::read::ReadError;
use crate::read::xml::{Step, Walker};
use crate::source::Limits;

/// A thread is no longer than this.
const MOST_REPLIES: usize = 10_000;

/// A comment.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Comment {
    pub(super) id: String,
    pub(super) author: Option<String>,
    pub(super) date: Option<String>,
    /// Its paragraphs: the id that threads use, and the text.
    pub(super) paragraphs: Vec<(Option<String>, String)>,
}

impl Comment {
    pub(super) fn text(&self) -> String {
        let lines: Vec<&str> = self.paragraphs.iter().map(|(_, text)| text.as_str()).collect();
        lines.join("\n")
    }

    /// Whether one of its paragraphs has this id.
    pub(super) fn paragraphs_have(&self, id: &str) -> bool {
        self.paragraphs.iter().any(|(own, _)| own.as_deref() == Some(id))
    }

    /// The findings that it holds.
    pub(super) fn markers(&self) -> Vec<Marker> {
        self.lines().filter_map(|line| Marker::find(line)).map(|(marker, _)| marker).collect()
    }

    fn lines(&self) -> impl Iterator<Item = &str> {
        self.paragraphs.iter().flat_map(|(_, text)| text.lines())
    }

    /// Adds what somebody wrote below our lines: behind a marker, up to the head of the next finding.
    pub(super) fn additions(&self, found: &mut Replies) {
        let mut open: Option<(Marker, String)> = None;
        let mut close = |open: Option<(Marker, String)>| {
            if let Some((marker, text)) = open {
                sort_out(None, self.date.clone(), &text, &[marker], found);
            }
        };
        for line in self.lines() {
            if let Some((marker, behind)) = Marker::find(line) {
                close(open.take());
                open = Some((marker, behind.to_owned()));
            } else if is_head(line) {
                close(open.take());
            } else if let Some((_, text)) = &mut open {
                text.push('\n');
                text.push_str(line);
            }
        }
        close(open);
    }
}

/// Whether a line is the head of a finding as we write it: `(2)【定めなし】エラー　監査 [contract/audit-right]`.
fn is_head(line: &str) -> bool {
    let rest = line.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '(' | ')'));
    rest.starts_with('【') && line.trim_end().ends_with(']') && line.contains('[')
}

/// All comments of a part; an empty text has none.
pub(super) fn comments(xml: &str, limits: &Limits) -> Result<Vec<Comment>, ReadError> {
    let mut walker = Walker::new(xml, "comments.xml", limits);
    let mut found: Vec<Comment> = Vec::new();
    let mut path: Vec<bool> = Vec::new();
    let push = |found: &mut Vec<Comment>, text: &str| {
        if let Some((_, line)) = found.last_mut().and_then(|comment| comment.paragraphs.last_mut()) {
            line.push_str(text);
        }
    };
    loop {
        match walker.step()? {
            Step::Open(element) => {
                let name = element.name();
                match name {
                    "comment" => found.push(Comment {
                        id: element.attribute("id").unwrap_or_default(),
                        author: element.attribute("author").filter(|author| !author.trim().is_empty()),
                        date: element.attribute("date"),
                        paragraphs: Vec::new(),
                    }),
                    "p" => {
                        let id = element.attribute("paraId");
                        if let Some(comment) = found.last_mut() {
                            comment.paragraphs.push((id, String::new()));
                        }
                    }
                    "tab" => push(&mut found, "\t"),
                    "br" | "cr" => push(&mut found, "\n"),
                    _ => {}
                }
                path.push(name == "t");
            }
            Step::Close => drop(path.pop()),
            Step::Text(text) if path.last() == Some(&true) => push(&mut found, &text),
            Step::Text(_) => {}
            Step::End => return Ok(found),
        }
    }
}

/// Which paragraph of a comment answers which.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Threads(BTreeMap<String, String>);

impl Threads {
    /// The id of the comment that a thread began with; none for a comment that answers no other.
    pub(super) fn root(&self, comment: &Comment) -> Option<&str> {
        let own = comment.paragraphs.iter().filter_map(|(id, _)| id.as_deref());
        let mut at = own.into_iter().find_map(|id| self.0.get(id))?.as_str();
        for _ in 0..MOST_REPLIES {
            match self.0.get(at) {
                Some(above) => at = above,
                None => return Some(at),
            }
        }
        None
    }
}

/// The threads of `commentsExtended`; an empty text has none.
pub(super) fn threads(xml: &str, limits: &Limits) -> Result<Threads, ReadError> {
    let mut walker = Walker::new(xml, "commentsExtended.xml", limits);
    let mut threads = BTreeMap::new();
    loop {
        match walker.step()? {
            Step::Open(element) if element.name().ends_with("commentEx") => {
                let own = element.attribute("paraId");
                if let (Some(own), Some(above)) = (own, element.attribute("paraIdParent")) {
                    threads.insert(own, above);
                }
            }
            Step::End => return Ok(Threads(threads)),
            _ => {}
        }
    }
}

/// Where each comment begins and ends: how many characters and breaks of the main text stand before.
pub(super) fn places(xml: &str, limits: &Limits) -> Result<BTreeMap<String, (u32, u32)>, ReadError> {
    let mut walker = Walker::new(xml, "document.xml", limits);
    let mut found: BTreeMap<String, (u32, u32)> = BTreeMap::new();
    let mut path: Vec<bool> = Vec::new();
    let mut count = 0_u32;
    loop {
        match walker.step()? {
            Step::Open(element) => {
                let name = element.name();
                match (name, element.attribute("id")) {
                    ("commentRangeStart", Some(id)) => {
                        found.entry(id).or_insert((count, count));
                    }
                    ("commentRangeEnd", Some(id)) => {
                        found.entry(id).or_insert((count, count)).1 = count;
                    }
                    ("commentReference", Some(id)) => {
                        found.entry(id).or_insert((count, count));
                    }
                    ("p" | "tab" | "br", _) => count = count.saturating_add(1),
                    _ => {}
                }
                path.push(matches!(name, "t" | "delText"));
            }
            Step::Close => drop(path.pop()),
            Step::Text(text) if path.last() == Some(&true) => {
                count = count.saturating_add(u32::try_from(text.chars().count()).unwrap_or(u32::MAX));
            }
            Step::Text(_) => {}
            Step::End => return Ok(found),
        }
    }
}
