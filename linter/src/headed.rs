//! Tables of a workbook that people have filled in, found by their headings: in either language, in any order, and with
//! rows above them.

use std::collections::BTreeMap;

use unicode_normalization::UnicodeNormalization as _;

use crate::message::{self, Lang};
use crate::read::Grid;

/// Rows at the top of a sheet in which the headings are looked for.
const TOP: usize = 30;

/// The headings of a table.
pub(crate) struct Headings {
    /// What their codes in the message catalogue begin with.
    pub(crate) prefix: &'static str,
    /// The ends of their codes.
    pub(crate) needed: &'static [&'static str],
    /// Those of columns that some tables do not have.
    pub(crate) optional: &'static [&'static str],
    /// Sets of headings of which one is enough to know the table by: what else is missing is told then.
    pub(crate) marks: &'static [&'static [&'static str]],
    /// The code of our own name for the sheet, which counts where several sheets have the headings.
    pub(crate) sheet: &'static str,
}

impl Headings {
    /// The heading with this end of its code.
    pub(crate) fn word(&self, name: &str, lang: Lang) -> String {
        message::text(lang, &format!("{}{name}", self.prefix), &[])
    }
}

/// Why there is no such table.
pub(crate) enum Unheaded {
    /// No sheet has headings to know it by.
    Nowhere,
    /// Some are missing.
    Missing(String, Vec<&'static str>),
    /// One stands twice.
    Twice(String, &'static str),
}

/// Headings and the columns they stand over.
type Named = Vec<(&'static str, u32)>;

/// A table with the places of its columns.
pub(crate) struct Headed<'a> {
    pub(crate) grid: &'a Grid,
    top: u32,
    columns: BTreeMap<&'static str, u32>,
}

impl<'a> Headed<'a> {
    /// The table in one of the sheets.
    pub(crate) fn find(grids: &'a [Grid], headings: &Headings) -> Result<Self, Unheaded> {
        let mut found: Vec<(&Grid, u32, Named)> = Vec::new();
        for grid in grids {
            let rows = grid.rows().into_iter().take(TOP).map(|row| (row, columns(grid, row, headings)));
            let is_head = |(_, names): &(u32, Named)| {
                let has = |name: &&str| names.iter().any(|(found, _)| found == name);
                headings.marks.iter().any(|set| set.iter().all(has))
            };
            let best = rows.filter(is_head).max_by_key(|(row, names)| (names.len(), std::cmp::Reverse(*row)));
            found.extend(best.map(|(row, names)| (grid, row, names)));
        }
        let ours = |grid: &Grid| says(&grid.name, headings.sheet);
        let chosen = found.iter().position(|(grid, ..)| ours(grid)).unwrap_or(0);
        let (grid, top, names) = found.into_iter().nth(chosen).ok_or(Unheaded::Nowhere)?;
        let mut columns = BTreeMap::new();
        for (name, column) in names {
            if columns.insert(name, column).is_some() {
                return Err(Unheaded::Twice(grid.name.clone(), name));
            }
        }
        let missing: Vec<&'static str> =
            headings.needed.iter().copied().filter(|name| !columns.contains_key(name)).collect();
        if missing.is_empty() {
            Ok(Self { grid, top, columns })
        } else {
            Err(Unheaded::Missing(grid.name.clone(), missing))
        }
    }

    /// Rows below the headings, in order.
    pub(crate) fn rows(&self) -> Vec<u32> {
        self.grid.rows().into_iter().filter(|row| *row > self.top).collect()
    }

    /// The place of a column; none where the table lacks it.
    pub(crate) fn column(&self, name: &str) -> Option<u32> {
        self.columns.get(name).copied()
    }

    /// What stands in a cell, empty where there is no such column.
    pub(crate) fn text(&self, row: u32, name: &str) -> &'a str {
        self.column(name).map_or("", |column| self.grid.text(row, column))
    }

    /// The day in a cell.
    pub(crate) fn day(&self, row: u32, name: &str) -> Option<String> {
        self.grid.day(row, self.column(name)?)
    }

    /// The name of a cell: `F12`.
    pub(crate) fn cell(&self, row: u32, name: &str) -> String {
        crate::read::cell_name(row, self.column(name).unwrap_or(1))
    }

    /// Whether a cell is merged with one before it.
    pub(crate) fn is_covered(&self, row: u32, name: &str) -> bool {
        self.column(name).is_some_and(|column| self.grid.is_covered(row, column))
    }
}

/// The columns of a row whose text is one of the headings.
fn columns(grid: &Grid, row: u32, headings: &Headings) -> Vec<(&'static str, u32)> {
    let named = |column: u32| {
        let text = grid.text(row, column);
        let mut names = headings.needed.iter().chain(headings.optional).copied();
        let found = names.find(|name| says(text, &format!("{}{name}", headings.prefix)));
        found.map(|name| (name, column))
    };
    grid.columns(row).filter_map(named).collect()
}

/// Whether a text is that of a message, in either language, but for what people change by the way.
pub(crate) fn says(text: &str, code: &str) -> bool {
    let written = plain(text);
    [Lang::Ja, Lang::En].iter().any(|lang| plain(&message::text(*lang, code, &[])) == written)
}

/// A text without width, spaces, line breaks and case.
fn plain(text: &str) -> String {
    text.nfkc().filter(|c| !c.is_whitespace()).flat_map(char::to_lowercase).collect()
}
