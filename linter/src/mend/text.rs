//! New articles in a text file: lines between its lines.

use super::Plan;
use super::layout::{Layout, NewLine, Paper};
use crate::document::{Document, Origin};
use crate::read::ReadError;
use crate::read::decode::decode;
use crate::source::{Markup, sniff_markup};

/// A text file with its new articles.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mended {
    /// What the file said.
    pub before: String,
    /// What it says with the new articles.
    pub after: String,
    /// The bytes to write: UTF-8, with a byte order mark where the file had one or was written otherwise.
    pub bytes: Vec<u8>,
    /// Whether the file was written in another encoding.
    pub recoded: bool,
}

/// Whether lines can be put into such a file: Markdown or plain text, no web page. `name` is a hint, as for reading.
pub fn takes_lines(bytes: &[u8], name: &str) -> bool {
    if bytes.starts_with(b"PK") || bytes.starts_with(b"%PDF") {
        return false;
    }
    decode(bytes, None).is_ok_and(|decoded| sniff_markup(&decoded.text, name) != Markup::Html)
}

/// The file with the articles of a plan. Its own lines stay as they are, bytes and all, where it is in UTF-8.
///
/// `document` is what was read from `bytes`.
///
/// # Errors
/// The file is no text.
pub fn apply(bytes: &[u8], document: &Document, plan: &Plan) -> Result<Mended, ReadError> {
    let before = decode(bytes, None)?.text;
    let paper = Lines::new(bytes, &before);
    let layout = Layout { document, paper: &paper };
    let mut behind: Vec<(usize, Vec<NewLine>)> = Vec::new();
    for insertion in &plan.insertions {
        let Some(line) = layout.last_line(insertion.node) else { continue };
        behind.push((line, layout.lines(insertion)));
    }
    let newline = if before.contains("\r\n") { "\r\n" } else { "\n" };
    let mut after = String::with_capacity(before.len() * 2);
    for (index, line) in before.split_inclusive('\n').enumerate() {
        after.push_str(line);
        for new in behind.iter().filter(|(line, _)| *line == index).flat_map(|(_, lines)| lines) {
            if !after.ends_with('\n') {
                after.push_str(newline);
            }
            if paper.is_apart(new.like) {
                after.push_str(newline);
            }
            after.push_str(&new.text);
            after.push_str(newline);
        }
    }
    let mark: &[u8] = b"\xEF\xBB\xBF";
    let was_utf8 = std::str::from_utf8(bytes).is_ok();
    let marked = bytes.starts_with(mark) || !was_utf8;
    let content = if marked { [mark, after.as_bytes()].concat() } else { after.clone().into_bytes() };
    Ok(Mended { before, after, bytes: content, recoded: !was_utf8 })
}

/// What changes from one text to another, as a unified diff with three lines of context around each place.
pub fn unified_diff(before: &str, after: &str, name: &str, new_name: &str) -> String {
    let diff = similar::TextDiff::from_lines(before, after);
    diff.unified_diff().context_radius(3).header(name, new_name).to_string()
}

/// The lines of a text file, by the bytes that they begin with in the file.
struct Lines<'a> {
    starts: Vec<usize>,
    lines: Vec<&'a str>,
}

impl<'a> Lines<'a> {
    fn new(bytes: &[u8], text: &'a str) -> Self {
        let wide = bytes.starts_with(b"\xFF\xFE") || bytes.starts_with(b"\xFE\xFF");
        let ends: Vec<usize> = if wide {
            let big = bytes.starts_with(b"\xFE\xFF");
            let line_feed: [u8; 2] = if big { [0, b'\n'] } else { [b'\n', 0] };
            let units = bytes.chunks_exact(2).enumerate();
            units.filter(|(_, unit)| *unit == line_feed).map(|(at, _)| at * 2 + 2).collect()
        } else {
            let found = bytes.iter().enumerate().filter(|(_, byte)| **byte == b'\n');
            found.map(|(at, _)| at + 1).collect()
        };
        let starts = std::iter::once(0).chain(ends).collect();
        Self { starts, lines: text.split('\n').map(|line| line.trim_end_matches('\r')).collect() }
    }

    /// Whether an empty line stands before a line.
    fn is_apart(&self, line: usize) -> bool {
        let before = line.checked_sub(1).and_then(|before| self.lines.get(before));
        before.is_some_and(|before| before.trim().is_empty())
    }
}

impl Paper for Lines<'_> {
    fn line(&self, origin: Origin) -> Option<usize> {
        let Origin::Bytes { byte } = origin else { return None };
        self.starts.partition_point(|start| *start <= byte as usize).checked_sub(1)
    }

    fn printed(&self, line: usize) -> Option<&str> {
        self.lines.get(line).copied()
    }
}
