//! A workbook: what it is on the first sheet, then one sheet for each kind of entry, with filters and a fixed heading.

use kb::{EntryKind, Kb};
use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError,
};

use super::row::{Row, heading};
use super::{ExportError, about};
use crate::entry;
use crate::message::{self, Lang};
use crate::workbook::{HEADING, LINE, shortened};

/// A column: its heading, its width in characters, and its cell of each row.
struct Column {
    heading: String,
    width: f64,
    cells: Vec<String>,
}

/// The workbook.
///
/// # Errors
/// The data are beyond what a workbook can hold.
pub fn workbook(kb: &Kb, lang: Lang) -> Result<Vec<u8>, ExportError> {
    write(kb, lang).map_err(ExportError::new)
}

fn write(kb: &Kb, lang: Lang) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    let day = about::day(kb);
    let created = ExcelDateTime::from_ymd(day.year, day.month, day.day)?;
    let properties = DocProperties::new().set_title(about::title(kb, lang)).set_creation_datetime(&created);
    workbook.set_properties(&properties);
    first_sheet(workbook.add_worksheet(), kb, lang)?;
    for count in about::counts(kb) {
        let sheet = workbook.add_worksheet();
        sheet.set_name(entry::kind(count.kind, lang))?;
        table(sheet, &columns(kb, count.kind, lang))?;
    }
    workbook.save_to_buffer()
}

fn first_sheet(sheet: &mut Worksheet, kb: &Kb, lang: Lang) -> Result<(), XlsxError> {
    let bold = Format::new().set_bold();
    let wrapped = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    sheet.set_name(message::text(lang, "export-sheet-about", &[]))?;
    sheet.set_column_width(0, 60)?;
    for column in 1..=3 {
        sheet.set_column_width(column, 12)?;
    }
    let mut line = 0;
    sheet.write_string_with_format(line, 0, about::title(kb, lang), &bold)?;
    for fact in about::facts(kb, lang) {
        line += 1;
        sheet.write_string(line, 0, fact)?;
    }
    line += 2;
    for (column, name) in (0..).zip(["kind", "entries", "confirmed", "own"]) {
        let heading = message::text(lang, &format!("cli-kb-column-{name}"), &[]);
        sheet.write_string_with_format(line, column, heading, &bold)?;
    }
    for count in about::counts(kb) {
        line += 1;
        sheet.write_string(line, 0, entry::kind(count.kind, lang))?;
        for (column, number) in (1..).zip([count.entries, count.confirmed, count.own]) {
            // A count of entries is far below what a double holds exactly.
            sheet.write_number(line, column, u32::try_from(number).unwrap_or(u32::MAX))?;
        }
    }
    line += 1;
    for text in about::legend(kb, lang) {
        line += 1;
        sheet.write_string_with_format(line, 0, text, &wrapped)?;
    }
    Ok(())
}

/// The columns of a kind: those that all have, with those that only it has in between.
fn columns(kb: &Kb, kind: EntryKind, lang: Lang) -> Vec<Column> {
    let rows: Vec<Row<'_>> = kb.entries_of(kind).map(|entry| Row::of(entry, lang)).collect();
    let column = |name: &str, width: f64, cell: &dyn Fn(&Row<'_>) -> String| Column {
        heading: heading(name, lang),
        width,
        cells: rows.iter().map(cell).collect(),
    };
    let mut columns = vec![
        column("id", 14.0, &|row| row.entry.id().to_owned()),
        column("citation", 24.0, &|row| row.citation.clone()),
        column("title", 28.0, &|row| row.entry.title().to_owned()),
        column("mark", 12.0, &|row| row.mark.clone()),
        column("gist", 56.0, &|row| row.entry.gist().to_owned()),
        column("details", 48.0, &|row| row.entry.details().join("\n")),
        column("nature", 10.0, &|row| row.nature.clone()),
        column("owner", 12.0, &|row| row.owner.clone()),
        column("strength", 10.0, &|row| row.strength.clone()),
        column("applies", 14.0, &|row| row.applies.clone()),
    ];
    columns.extend(more(&rows));
    columns.extend([
        column("document", 24.0, &|row| row.document.clone()),
        column("sources", 40.0, &|row| row.entry.sources().join("\n")),
        column("verification", 24.0, &|row| row.verification.clone()),
        column("note", 36.0, &|row| row.note.clone()),
        column("links", 36.0, &|row| row.links.join("\n")),
        column("keywords", 24.0, &|row| row.entry.keywords().join("\n")),
    ]);
    // What no entry of the kind has is no column.
    columns.retain(|column| column.cells.iter().any(|cell| !cell.is_empty()));
    columns
}

/// The facts that only this kind has, one column for each label, in the order in which they are first seen.
fn more(rows: &[Row<'_>]) -> Vec<Column> {
    let mut labels: Vec<&str> = Vec::new();
    for fact in rows.iter().flat_map(|row| &row.more) {
        if !labels.contains(&fact.label.as_str()) {
            labels.push(&fact.label);
        }
    }
    let cell = |row: &Row<'_>, label: &str| {
        let facts = row.more.iter().filter(|fact| fact.label == label);
        facts.flat_map(|fact| fact.values.clone()).collect::<Vec<_>>().join("\n")
    };
    let column = |label: &str| Column {
        heading: label.to_owned(),
        width: 28.0,
        cells: rows.iter().map(|row| cell(row, label)).collect(),
    };
    labels.into_iter().map(column).collect()
}

fn table(sheet: &mut Worksheet, columns: &[Column]) -> Result<(), XlsxError> {
    let framed = || Format::new().set_text_wrap().set_align(FormatAlign::Top).set_border(FormatBorder::Thin);
    let head = framed().set_border_color(LINE).set_bold().set_background_color(HEADING);
    let body = framed().set_border_color(LINE);
    let mut last = (0, 0);
    for (number, column) in (0_u16..).zip(columns) {
        sheet.set_column_width(number, column.width)?;
        sheet.write_string_with_format(0, number, &column.heading, &head)?;
        for (line, cell) in (1_u32..).zip(&column.cells) {
            sheet.write_string_with_format(line, number, shortened(cell), &body)?;
            last = (line, number);
        }
    }
    sheet.set_freeze_panes(1, 1)?;
    sheet.set_repeat_rows(0, 0)?;
    sheet.set_landscape();
    sheet.autofilter(0, 0, last.0, last.1)?;
    Ok(())
}
