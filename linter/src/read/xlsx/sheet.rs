//! The cells of one sheet, as they are shown.

use super::date::Moment;
use super::format::{general, shown};
use super::grid::Merged;
use super::styles::Styles;
use super::text::text_of;
use crate::read::ReadError;
use crate::read::xml::{Element, Step, Walker};
use crate::source::Limits;
use std::collections::{BTreeMap, BTreeSet};

/// Last row and column that a sheet can have.
const LAST: (u32, u32) = (1_048_576, 16_384);

/// A cell with text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Cell {
    /// From 1.
    pub(super) row: u32,
    /// From 1.
    pub(super) column: u32,
    /// What it shows.
    pub(super) text: String,
    /// As `2027-03-31`, where it holds a number that could be a date of our time, whatever it shows.
    pub(super) day: Option<String>,
}

/// What a sheet holds.
#[derive(Debug, Default)]
pub(super) struct Sheet {
    /// Cells with text, in the order of rows and columns.
    pub(super) cells: Vec<Cell>,
    /// Rows or columns with text are hidden.
    pub(super) hidden: bool,
    /// A cell could not be read.
    pub(super) broken: Option<(u32, u32)>,
    /// Ranges that were made one cell.
    pub(super) merged: Vec<Merged>,
}

/// What the cells of all sheets share.
pub(super) struct Book<'a> {
    pub(super) strings: &'a [String],
    pub(super) styles: &'a Styles,
    pub(super) from_1904: bool,
    pub(super) limits: &'a Limits,
}

/// What may still be read: cells, and bytes of text.
#[derive(Debug, Clone, Copy)]
pub(super) struct Left {
    pub(super) cells: u64,
    pub(super) bytes: u64,
}

/// Reads a sheet. What a sheet says of its size is not looked at, only its cells are counted.
pub(super) fn read(xml: &str, part: &str, book: &Book<'_>, left: &mut Left) -> Result<Sheet, ReadError> {
    let mut walker = Walker::new(xml, part, book.limits);
    let mut sheet = Sheet::default();
    let mut columns = Columns::default();
    let (mut row, mut column, mut row_hidden) = (0_u32, 0_u32, false);
    loop {
        let element = match walker.step()? {
            Step::Open(element) => element,
            Step::End => break,
            _ => continue,
        };
        match element.name() {
            "col" if is_hidden(&element) => {
                let edge =
                    |name: &str| element.attribute(name).and_then(|value| value.parse().ok()).unwrap_or(0);
                columns.hide(edge("min"), edge("max"));
            }
            "row" => {
                row =
                    element.attribute("r").and_then(|row| row.parse().ok()).unwrap_or(row.saturating_add(1));
                column = 0;
                row_hidden = is_hidden(&element);
            }
            "c" => {
                (row, column) = place(&element, row, column);
                let value = Value::read(&element, &mut walker)?;
                let day = value.day(book.from_1904);
                let Some(text) = value.shown(book) else {
                    sheet.broken = sheet.broken.or(Some((row, column)));
                    continue;
                };
                if text.trim().is_empty() || row > LAST.0 || column > LAST.1 {
                    continue;
                }
                count(&text, left, part, book.limits)?;
                sheet.hidden |= row_hidden || columns.is_hidden(column);
                sheet.cells.push(Cell { row, column, text, day });
            }
            "mergeCell" => sheet.merged.extend(element.attribute("ref").and_then(|range| merged(&range))),
            _ => {}
        }
    }
    // Excel writes cells in order; other programs need not, and one place may come twice.
    sheet.cells.sort_by_key(|cell| (cell.row, cell.column));
    sheet.cells.dedup_by_key(|cell| (cell.row, cell.column));
    Ok(sheet)
}

/// Which columns are hidden: ranges are noted by their ends and added up once, however many there are.
#[derive(Debug, Default)]
struct Columns {
    ends: BTreeMap<u32, i64>,
    hidden: Option<BTreeSet<u32>>,
}

impl Columns {
    fn hide(&mut self, first: u32, last: u32) {
        if (1..=LAST.1).contains(&first) && first <= last {
            *self.ends.entry(first).or_default() += 1;
            *self.ends.entry(last.min(LAST.1) + 1).or_default() -= 1;
        }
    }

    fn is_hidden(&mut self, column: u32) -> bool {
        let ends = &self.ends;
        let hidden = self.hidden.get_or_insert_with(|| {
            let mut open = 0;
            let deep = |column: &u32| {
                open += ends.get(column).copied().unwrap_or(0);
                open > 0
            };
            if ends.is_empty() { BTreeSet::new() } else { (1..=LAST.1).filter(deep).collect() }
        });
        hidden.contains(&column)
    }
}

fn count(text: &str, left: &mut Left, part: &str, limits: &Limits) -> Result<(), ReadError> {
    let cells = left.cells.checked_sub(1);
    left.cells = cells.ok_or(ReadError::TableTooLarge { limit: limits.max_table_cells })?;
    let bytes = left.bytes.checked_sub(text.len() as u64);
    // One long string may stand in many cells.
    left.bytes = bytes
        .ok_or_else(|| ReadError::ZipTooLarge { part: part.to_owned(), limit: limits.max_total_bytes })?;
    Ok(())
}

fn is_hidden(element: &Element<'_>) -> bool {
    matches!(element.attribute("hidden").as_deref(), Some("1" | "true"))
}

/// Row and column of a cell: what it says (`B12`), or the next one.
fn place(element: &Element<'_>, row: u32, column: u32) -> (u32, u32) {
    let named = element.attribute("r").and_then(|name| reference(&name));
    named.unwrap_or((row.max(1), column.saturating_add(1)))
}

/// `B12` as row and column.
pub(super) fn reference(name: &str) -> Option<(u32, u32)> {
    let letters = name.find(|c: char| c.is_ascii_digit())?;
    let (letters, digits) = name.split_at(letters);
    let column = letters.bytes().try_fold(0_u32, |sum, letter| {
        let value = letter.to_ascii_uppercase().checked_sub(b'A').filter(|value| *value < 26)?;
        sum.checked_mul(26)?.checked_add(u32::from(value) + 1)
    })?;
    let row = digits.parse().ok().filter(|row| *row > 0)?;
    (column > 0).then_some((row, column))
}

/// `B2:D4`.
fn merged(range: &str) -> Option<Merged> {
    let (first, last) = range.split_once(':')?;
    Some(Merged { first: reference(first)?, last: reference(last)? })
}

/// A cell as it is stored.
struct Value {
    kind: String,
    style: Option<String>,
    stored: String,
    inline: Option<String>,
}

impl Value {
    fn read(element: &Element<'_>, walker: &mut Walker<'_>) -> Result<Self, ReadError> {
        let mut value = Self {
            kind: element.attribute("t").unwrap_or_default(),
            style: element.attribute("s"),
            stored: String::new(),
            inline: None,
        };
        let (mut depth, mut in_value) = (1_u32, false);
        while depth > 0 {
            match walker.step()? {
                Step::Open(inner) if inner.name() == "is" => value.inline = Some(text_of(walker)?),
                Step::Open(inner) => {
                    depth += 1;
                    in_value = inner.name() == "v";
                }
                Step::Close => {
                    depth -= 1;
                    in_value = false;
                }
                // A formula is not shown; its last result is.
                Step::Text(text) if in_value => value.stored.push_str(&text),
                Step::Text(_) => {}
                Step::End => break,
            }
        }
        Ok(value)
    }

    /// The day that its number is, from 1990 to 2099.
    fn day(&self, from_1904: bool) -> Option<String> {
        if !matches!(self.kind.as_str(), "" | "n") {
            return None;
        }
        let moment = Moment::of(self.stored.trim().parse().ok()?, from_1904)?;
        let ours = (1990..2100).contains(&moment.year);
        ours.then(|| format!("{:04}-{:02}-{:02}", moment.year, moment.month, moment.day))
    }

    /// What a person sees; `None` where it points to a string that is not there.
    fn shown(self, book: &Book<'_>) -> Option<String> {
        match self.kind.as_str() {
            "inlineStr" => Some(self.inline.unwrap_or_default()),
            "s" if self.stored.is_empty() => Some(String::new()),
            "s" => {
                self.stored.trim().parse::<usize>().ok().and_then(|index| book.strings.get(index)).cloned()
            }
            "b" => Some(if self.stored.trim() == "1" { "TRUE" } else { "FALSE" }.to_owned()),
            "str" | "e" | "d" => Some(self.inline.unwrap_or(self.stored)),
            _ => Some(match self.stored.trim().parse::<f64>() {
                Ok(number) if number.is_finite() => {
                    let code = book.styles.format(self.style.as_deref());
                    if code.is_empty() { general(number) } else { shown(number, code, book.from_1904) }
                }
                _ => self.inline.unwrap_or(self.stored),
            }),
        }
    }
}
