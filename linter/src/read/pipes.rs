//! Tables drawn with `|` in a text file, and the debris they leave on web pages.

use std::ops::Range;

/// What a line with bars holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum PipeLine {
    /// Only bars and rules: nothing to read.
    Rule,
    /// One filled cell, or a number and its text: an ordinary line.
    Single(Vec<Range<usize>>),
    /// A row.
    Row(Vec<Range<usize>>),
}

/// Reads a line as part of a drawn table; `None` for ordinary text.
///
/// Ranges are bytes of `line`. A bar in the middle of a line is no table: the line must start or end with one.
pub(super) fn pipe_line(line: &str) -> Option<PipeLine> {
    let trimmed = line.trim();
    if !trimmed.contains('|') {
        return None;
    }
    let cells = filled_cells(line);
    let marked = cells.first().and_then(|cell| line.get(cell.clone())).is_some_and(is_marker);
    if !(trimmed.starts_with('|') || trimmed.ends_with('|') || marked) {
        return None;
    }
    if cells.is_empty() {
        return Some(PipeLine::Rule);
    }
    let rule =
        |cell: &Range<usize>| line.get(cell.clone()).is_some_and(|t| t.chars().all(|c| "-:= ".contains(c)));
    if cells.iter().all(rule) {
        return Some(PipeLine::Rule);
    }
    Some(if cells.len() == 1 || (cells.len() == 2 && marked) {
        PipeLine::Single(cells)
    } else {
        PipeLine::Row(cells)
    })
}

fn filled_cells(line: &str) -> Vec<Range<usize>> {
    let mut cells = Vec::new();
    let mut start = 0;
    for part in line.split('|') {
        let end = start + part.len();
        let lead = part.len() - part.trim_start().len();
        let tail = part.len() - part.trim_end().len();
        if lead < part.len() {
            cells.push(start + lead..end - tail);
        }
        start = end + 1;
    }
    cells
}

/// `2.`, `ア:`, `(3)`: a number that got a cell of its own.
fn is_marker(cell: &str) -> bool {
    let core = cell.trim_matches(|c| "().:：（）．、".contains(c));
    let short = core.chars().count() <= 2 && core != cell;
    short && core.chars().all(|c| c.is_numeric() || ('ァ'..='ヶ').contains(&c) || c.is_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(line: &str) -> Vec<&str> {
        match pipe_line(line) {
            Some(PipeLine::Single(cells) | PipeLine::Row(cells)) => {
                cells.into_iter().map(|cell| line.get(cell).unwrap()).collect()
            }
            _ => Vec::new(),
        }
    }

    #[test]
    fn debris_and_rows_are_told_apart() {
        assert_eq!(pipe_line("---|---|"), Some(PipeLine::Rule));
        assert_eq!(pipe_line("|"), Some(PipeLine::Rule));
        assert_eq!(pipe_line("トップ | 病院"), None);
        assert_eq!(cells("| (訓令第3号) |"), ["(訓令第3号)"]);
        assert!(matches!(pipe_line("ア: | 情報 |"), Some(PipeLine::Single(_))));
        assert!(matches!(pipe_line("項番 | 用語 | 意味 |"), Some(PipeLine::Row(_))));
    }
}
