//! The matrix as a workbook: a summary, the findings that people decide about, all clauses at a glance, then each part of
//! the guideline in full. [`super::import`] reads it back.

mod findings;
mod parts;
mod summary;

use std::collections::BTreeMap;

use rust_xlsxwriter::{Workbook, XlsxError};

use super::Matrix;
use super::decision::{Entered, Key};
use super::import::{Record, record};
use super::words::Words;
use crate::export::ExportError;
use crate::message::Lang;
use crate::workbook;

/// The workbook. `carried` is what people wrote into an earlier one: it stands beside the same findings again, and what
/// belongs to none any more stands on a sheet of its own.
///
/// # Errors
/// The data are beyond what a workbook can hold.
pub fn workbook(
    matrix: &Matrix,
    carried: &BTreeMap<Key, Entered>,
    lang: Lang,
) -> Result<Vec<u8>, ExportError> {
    write(matrix, carried, Words { lang }).map_err(ExportError::new)
}

fn write(matrix: &Matrix, carried: &BTreeMap<Key, Entered>, words: Words) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    book.set_properties(&workbook::properties(&words.title(matrix), &matrix.date)?);
    summary::sheet(book.add_worksheet(), matrix, words)?;
    findings::open(book.add_worksheet(), matrix, carried, words)?;
    parts::overview(book.add_worksheet(), matrix, words)?;
    let rows = super::csv::rows(matrix, words.lang);
    for part in &matrix.parts {
        parts::part(book.add_worksheet(), matrix, &rows, part, words)?;
    }
    if matrix.findings.iter().any(|finding| !finding.is_open()) {
        findings::settled(book.add_worksheet(), matrix, words)?;
    }
    let lost = findings::lost(matrix, carried);
    if !lost.is_empty() {
        findings::left_over(book.add_worksheet(), matrix, &lost, words)?;
    }
    remembered(&mut book, matrix)?;
    book.save_to_buffer()
}

/// The sheet that nobody sees.
fn remembered(book: &mut Workbook, matrix: &Matrix) -> Result<(), XlsxError> {
    let sheet = book.add_worksheet();
    sheet.set_name(record::SHEET)?.set_hidden(true);
    for (row, cells) in (0_u32..).zip(Record::rows(matrix)) {
        for (column, cell) in (0_u16..).zip(cells).filter(|(_, cell)| !cell.is_empty()) {
            sheet.write_string(row, column, cell)?;
        }
    }
    Ok(())
}
