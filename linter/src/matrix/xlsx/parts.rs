//! The clauses: all of them at a glance, and each part with articles, quotations and rules.

use rust_xlsxwriter::{Worksheet, XlsxError};

use crate::matrix::csv::Row;
use crate::matrix::words::{Words, file_name};
use crate::matrix::{Matrix, MatrixPart, symbol};
use crate::workbook::{self, Column};

/// Columns of a part on the sheet, with their widths; the rest of the row is for other forms.
const SHOWN: [(&str, f64); 12] = [
    ("id", 10.0),
    ("title", 26.0),
    ("citation", 18.0),
    ("confirmed", 10.0),
    ("types", 9.0),
    ("targets", 13.0),
    ("document", 18.0),
    ("status", 13.0),
    ("article", 13.0),
    ("quote", 44.0),
    ("rule", 22.0),
    ("note", 34.0),
];

pub(super) fn part(
    sheet: &mut Worksheet,
    matrix: &Matrix,
    rows: &[Row],
    part: &MatrixPart,
    words: Words,
) -> Result<(), XlsxError> {
    let name = words.part(part.part);
    sheet.set_name(name)?;
    // Of one document it need not be said on every row which it is.
    let alone = matrix.documents.iter().filter(|document| document.judged).count() <= 1;
    let shown: Vec<(&str, f64)> =
        SHOWN.into_iter().filter(|(name, _)| !(alone && *name == "document")).collect();
    let heading = |name: &str| words.say(&format!("matrix-column-{name}"));
    let columns: Vec<Column> =
        shown.iter().map(|(name, width)| Column { heading: heading(name), width: *width }).collect();
    workbook::start(sheet, &columns)?;
    let body = workbook::body();
    let mut last = 1;
    let own = rows.iter().filter(|row| row.get("part") == name);
    for (line, row) in (1_u32..).zip(own) {
        for (column, (name, _)) in (0_u16..).zip(&shown) {
            workbook::write_text(sheet, line, column, row.get(name), &body)?;
        }
        workbook::fit(sheet, line, shown.iter().map(|(name, width)| (row.get(name), *width)))?;
        last = line;
    }
    let width = u16::try_from(shown.len()).unwrap_or(u16::MAX);
    let status = shown.iter().position(|(name, _)| *name == "status").and_then(|at| u16::try_from(at).ok());
    if let Some(status) = status {
        workbook::paint_statuses(sheet, symbol, (status, status), last)?;
    }
    workbook::finish(sheet, width, 2, last)?;
    workbook::printed(sheet, name, &matrix.date);
    Ok(())
}

/// A row for each clause, a column for each document.
pub(super) fn overview(sheet: &mut Worksheet, matrix: &Matrix, words: Words) -> Result<(), XlsxError> {
    let name = words.say("matrix-sheet-overview");
    sheet.set_name(&name)?;
    let heading = |name: &str| words.say(&format!("matrix-column-{name}"));
    let column = |name: &str, width: f64| Column { heading: heading(name), width };
    let mut columns =
        vec![column("part", 16.0), column("id", 11.0), column("title", 40.0), column("confirmed", 11.0)];
    let fixed = columns.len();
    let judged: Vec<usize> = (0..matrix.documents.len())
        .filter(|index| matrix.documents.get(*index).is_some_and(|found| found.judged))
        .collect();
    for index in &judged {
        let path = matrix.documents.get(*index).map(|document| document.path.as_str()).unwrap_or_default();
        columns.push(Column { heading: format!("[{}] {}", index + 1, file_name(path)), width: 17.0 });
    }
    columns.push(column("note", 46.0));
    workbook::start(sheet, &columns)?;
    let body = workbook::body();
    let first = u16::try_from(fixed).unwrap_or(0);
    let mut last = 1;
    for (line, clause) in (1_u32..).zip(&matrix.clauses) {
        let own = [words.part(clause.part), &clause.id, &clause.title, &words.confirmation(clause)]
            .map(str::to_owned);
        for (column, text) in (0_u16..).zip(own) {
            workbook::write_text(sheet, line, column, &text, &body)?;
        }
        for (column, index) in (first..).zip(&judged) {
            let cell = clause.cells.iter().find(|cell| cell.document == *index);
            let text = cell.map_or_else(|| words.say("matrix-no-verdict"), |cell| words.cell(cell));
            workbook::write_text(sheet, line, column, &text, &body)?;
        }
        let reason = words.reason(clause, matrix.documents.first());
        let note = first + u16::try_from(judged.len()).unwrap_or(0);
        workbook::write_text(sheet, line, note, &reason, &body)?;
        let widths = |index: usize| columns.get(index).map_or(1.0, |column| column.width);
        let high = [(clause.title.as_str(), widths(2)), (&reason, widths(columns.len() - 1))];
        workbook::fit(sheet, line, high)?;
        last = line;
    }
    let count = u16::try_from(columns.len()).unwrap_or(u16::MAX);
    if !judged.is_empty() {
        workbook::paint_statuses(sheet, symbol, (first, count.saturating_sub(2)), last)?;
    }
    workbook::finish(sheet, count, 3, last)?;
    workbook::printed(sheet, &name, &matrix.date);
    Ok(())
}
