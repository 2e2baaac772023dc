//! Headers, footers and page numbers: out of the running text, into the asides.
//!
//! A row leaves only from the edge of a page inwards, and only if it stands again at the same height of another page, if
//! the producer marked it, or if it is a page number. What occurs once in the body stays.

use super::geometry::{Direction, Size};
use super::grid::Grid;
use super::rows::Row;
use crate::document::{Aside, AsideKind};
use crate::normalise::normalise;
use crate::structure::label::scan;
use std::collections::{BTreeMap, BTreeSet};

/// The text of one direction on one page.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Leaf {
    /// 1-based page.
    pub(super) number: u32,
    pub(super) direction: Direction,
    /// The page in level coordinates.
    pub(super) size: Size,
    pub(super) rows: Vec<Row>,
    pub(super) grids: Vec<Grid>,
}

impl Leaf {
    /// Characters of its rows and tables.
    pub(super) fn characters(&self) -> usize {
        let rows = self.rows.iter().flat_map(|row| &row.runs).map(|run| run.glyphs.len());
        let cells = self.grids.iter().flat_map(|grid| &grid.cells).flatten().map(|cell| cell.glyphs.len());
        rows.chain(cells).sum()
    }
}

/// Part of the height of a page where headers and footers stand.
const ZONE: f64 = 0.13;
/// Rows of a header or a footer.
const MOST_ROWS: usize = 4;

/// A row at an edge that may be no text of the document.
struct Candidate {
    leaf: usize,
    row: usize,
    /// How many rows stand between it and the edge.
    depth: usize,
    kind: AsideKind,
    /// From the edge, in points.
    distance: f64,
    size: f64,
    text: String,
    artifact: bool,
}

/// Takes the margins out of all pages.
pub(super) fn take_margins(leaves: &mut [Leaf], pages: usize) -> Vec<Aside> {
    let candidates: Vec<Candidate> =
        leaves.iter().enumerate().flat_map(|(index, leaf)| candidates(index, leaf)).collect();
    let repeated = repeated(&candidates, leaves, pages);
    let numbers = page_numbers(&candidates, leaves, pages);
    let mut taken: BTreeSet<(usize, usize)> = BTreeSet::new();
    let mut asides: Vec<(String, Aside)> = Vec::new();
    // Candidates come edge first: a row stays if one nearer to the edge stayed.
    let mut blocked: BTreeSet<(usize, bool)> = BTreeSet::new();
    for (index, candidate) in candidates.iter().enumerate() {
        let edge = (candidate.leaf, candidate.kind == AsideKind::Header);
        let leaves_page = repeated.contains(&index) || numbers.contains(&index) || candidate.artifact;
        if blocked.contains(&edge) || !leaves_page {
            blocked.insert(edge);
            continue;
        }
        taken.insert((candidate.leaf, candidate.row));
        keep(&mut asides, candidate, leaves);
    }
    for (index, leaf) in leaves.iter_mut().enumerate() {
        let mut row = 0;
        leaf.rows.retain(|_| {
            row += 1;
            !taken.contains(&(index, row - 1))
        });
    }
    asides.into_iter().map(|(_, aside)| aside).collect()
}

/// Adds the text of a row to the asides: each text once, those that differ only in numbers together.
fn keep(asides: &mut Vec<(String, Aside)>, candidate: &Candidate, leaves: &[Leaf]) {
    let row = leaves.get(candidate.leaf).and_then(|leaf| leaf.rows.get(candidate.row));
    let Some(row) = row else { return };
    let key = masked(&candidate.text);
    let text = row.text();
    match asides.iter_mut().find(|(known, aside)| *known == key && aside.kind == candidate.kind) {
        Some((_, aside)) if aside.text.lines().any(|line| line == text) => {}
        Some((_, aside)) => {
            aside.text.push('\n');
            aside.text.push_str(&text);
        }
        None => {
            let aside = Aside { kind: candidate.kind, text, author: None, origin: row.origin() };
            asides.push((key, aside));
        }
    }
}

/// The rows near the upper and the lower edge, edge first.
fn candidates(index: usize, leaf: &Leaf) -> Vec<Candidate> {
    let height = leaf.size.height;
    let make = |row: usize, depth: usize, kind: AsideKind| {
        let found = leaf.rows.get(row)?;
        let area = found.area();
        let distance = if kind == AsideKind::Header { area.bottom } else { height - area.top };
        (distance <= height * ZONE).then(|| Candidate {
            leaf: index,
            row,
            depth,
            kind,
            distance,
            size: found.size(),
            text: normalise(&found.text()),
            artifact: found.is_artifact(),
        })
    };
    let head = (0..leaf.rows.len()).take(MOST_ROWS).filter_map(|row| make(row, row, AsideKind::Header));
    let foot = (0..leaf.rows.len())
        .rev()
        .take(MOST_ROWS)
        .enumerate()
        .filter_map(|(depth, row)| make(row, depth, AsideKind::Footer));
    head.chain(foot).collect()
}

/// Candidates with the same text at the same height of several pages. Numbers may differ, except in labels.
fn repeated(candidates: &[Candidate], leaves: &[Leaf], pages: usize) -> BTreeSet<usize> {
    let mut groups: BTreeMap<(bool, String), Vec<usize>> = BTreeMap::new();
    for (index, candidate) in candidates.iter().enumerate() {
        let key =
            if scan(&candidate.text).is_some() { candidate.text.clone() } else { masked(&candidate.text) };
        groups.entry((candidate.kind == AsideKind::Header, key)).or_default().push(index);
    }
    let mut found = BTreeSet::new();
    for group in groups.values() {
        for index in group {
            let Some(one) = candidates.get(*index) else { continue };
            let alike = group.iter().filter_map(|other| candidates.get(*other)).filter(|other| {
                (other.distance - one.distance).abs() <= one.size * 0.8
                    && other.depth.abs_diff(one.depth) <= 1
            });
            let on: BTreeSet<u32> =
                alike.filter_map(|other| leaves.get(other.leaf)).map(|leaf| leaf.number).collect();
            if on.len() >= 2 && on.len() * 3 >= pages {
                found.insert(*index);
            }
        }
    }
    found
}

/// Candidates that are page numbers: `- 3 -`, `3 / 12`, `3頁`, and bare numbers that go with the pages.
fn page_numbers(candidates: &[Candidate], leaves: &[Leaf], pages: usize) -> BTreeSet<usize> {
    let offset = |candidate: &Candidate| {
        let page = i64::from(leaves.get(candidate.leaf)?.number);
        Some(i64::from(page_number(&candidate.text)?.0) - page)
    };
    let mut offsets: BTreeMap<(bool, i64), BTreeSet<usize>> = BTreeMap::new();
    for candidate in candidates {
        if let Some(offset) = offset(candidate) {
            offsets.entry((candidate.kind == AsideKind::Header, offset)).or_default().insert(candidate.leaf);
        }
    }
    let is_number = |candidate: &Candidate| {
        let (Some((_, decorated)), Some(offset)) = (page_number(&candidate.text), offset(candidate)) else {
            return false;
        };
        let key = (candidate.kind == AsideKind::Header, offset);
        let steady = offsets.get(&key).is_some_and(|leaves| leaves.len() >= 2);
        decorated || steady || (pages == 1 && offset == 0)
    };
    candidates.iter().enumerate().filter(|(_, one)| is_number(one)).map(|(index, _)| index).collect()
}

/// The number of a page in a row that says nothing else, and whether it says that it is one.
fn page_number(text: &str) -> Option<(u32, bool)> {
    if text.chars().count() > 16 {
        return None;
    }
    let lower = text.to_ascii_lowercase();
    let mut rest = lower.as_str();
    let mut decorated = false;
    let mut numbers: Vec<u32> = Vec::new();
    while let Some(first) = rest.chars().next() {
        let digits = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
        let word =
            ["ページ", "頁", "page", "of", "全", "中", "p."].into_iter().find(|word| rest.starts_with(word));
        let skip = if digits > 0 {
            numbers.push(rest.get(..digits)?.parse().ok().filter(|number| *number < 10_000)?);
            digits
        } else if let Some(word) = word {
            decorated = true;
            word.len()
        } else if matches!(first, '-' | '‐' | '–' | '—' | '―' | '─' | 'ー' | '/' | '~' | '<' | '>')
        {
            decorated = true;
            first.len_utf8()
        } else if first == ' ' {
            1
        } else {
            return None;
        };
        rest = rest.get(skip..)?;
    }
    match numbers.as_slice() {
        [number] => Some((*number, decorated)),
        [number, total] if decorated && number <= total => Some((*number, true)),
        _ => None,
    }
}

/// The text with one mark for each number.
fn masked(text: &str) -> String {
    let mut masked = String::new();
    for character in text.chars() {
        if !character.is_ascii_digit() {
            masked.push(character);
        } else if !masked.ends_with('#') {
            masked.push('#');
        }
    }
    masked
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn page_numbers_are_told_from_text() {
        for (text, wanted) in [
            ("3", Some((3, false))),
            ("- 3 -", Some((3, true))),
            ("3/12", Some((3, true))),
            ("3 / 12 ページ", Some((3, true))),
            ("page 3 of 12", Some((3, true))),
            ("3頁", Some((3, true))),
            ("2026", Some((2026, false))),
            ("13/12", None),
            ("第3条", None),
            ("(3)", None),
            ("3 点検", None),
            ("4月1日", None),
            ("3 4", None),
        ] {
            assert_eq!(page_number(text), wanted, "{text}");
        }
    }
}
