//! The 新旧対照表 as a workbook: one sheet, a row a paragraph, changed words underlined.

use rust_xlsxwriter::{
    Color, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, FormatUnderline, Workbook,
    Worksheet, XlsxError,
};

use super::table::{Cell, Table};
use crate::report::text::layout;

/// A cell holds no more characters than this.
const LONGEST: usize = 32_000;
const HEADING: Color = Color::RGB(0x00E7_EDF3);
const FONT: &str = "游明朝";
/// Width of the two columns, and of the third, in characters.
const COLUMN: f64 = 62.0;
const REMARKS: f64 = 34.0;
/// Full-width characters in a line of the columns.
const PER_LINE: f64 = 29.0;
const REMARKS_PER_LINE: f64 = 16.0;
/// Height of a line, in points.
const LINE: f64 = 16.5;
/// A row is no higher than this, in points.
const HIGHEST: f64 = 409.0;

/// A workbook could not be written.
#[derive(Debug, thiserror::Error)]
#[error("the workbook cannot be written: {0}")]
pub struct WorkbookError(#[from] XlsxError);

/// The workbook; `date` is that of the report, YYYY-MM-DD.
///
/// # Errors
/// The table is beyond what a workbook can hold.
pub fn workbook(table: &Table, date: &str) -> Result<Vec<u8>, WorkbookError> {
    let mut workbook = Workbook::new();
    let created = ExcelDateTime::parse_from_str(date)?;
    let properties = DocProperties::new().set_title(&table.title).set_creation_datetime(&created);
    workbook.set_properties(&properties);
    let formats = Formats::new();
    sheet(workbook.add_worksheet(), table, &formats)?;
    Ok(workbook.save_to_buffer()?)
}

struct Formats {
    title: Format,
    line: Format,
    head: Format,
    plain: Format,
    marked: Format,
}

impl Formats {
    fn new() -> Self {
        let font = || Format::new().set_font_name(FONT).set_font_size(10.5);
        Self {
            title: font().set_font_size(14).set_bold(),
            line: font(),
            head: font()
                .set_bold()
                .set_align(FormatAlign::Center)
                .set_border(FormatBorder::Thin)
                .set_background_color(HEADING),
            plain: font(),
            marked: font().set_underline(FormatUnderline::Single),
        }
    }

    /// The frame of a cell: lines above and below an article, none between its paragraphs.
    fn framed(first: bool, last: bool, indent: u8) -> Format {
        let mut format = Format::new()
            .set_font_name(FONT)
            .set_font_size(10.5)
            .set_text_wrap()
            .set_align(FormatAlign::Top)
            .set_border_left(FormatBorder::Thin)
            .set_border_right(FormatBorder::Thin);
        if indent > 0 {
            format = format.set_align(FormatAlign::Left).set_indent(indent);
        }
        if first {
            format = format.set_border_top(FormatBorder::Thin);
        }
        if last {
            format = format.set_border_bottom(FormatBorder::Thin);
        }
        format
    }
}

fn sheet(sheet: &mut Worksheet, table: &Table, formats: &Formats) -> Result<(), XlsxError> {
    sheet.set_name(name(&table.title))?;
    sheet.set_column_width(0, COLUMN)?;
    sheet.set_column_width(1, COLUMN)?;
    let last_column = if table.remarks.is_some() { 2 } else { 1 };
    if table.remarks.is_some() {
        sheet.set_column_width(2, REMARKS)?;
    }
    sheet.write_string_with_format(0, 0, &table.title, &formats.title)?;
    let mut at = 0;
    for line in &table.lines {
        at += 1;
        sheet.write_string_with_format(at, 0, line, &formats.line)?;
    }
    at += 2;
    let head = at;
    for (column, heading) in
        (0..).zip([Some(&table.new), Some(&table.old), table.remarks.as_ref()].into_iter().flatten())
    {
        sheet.write_string_with_format(head, column, heading, &formats.head)?;
    }
    for group in &table.groups {
        let count = group.rows.len();
        let top = at + 1;
        let remarks = group.remarks.join("\n");
        // What the paragraphs leave of the height that the remarks take falls to the last one.
        let used: f64 = group.rows.iter().map(|row| height(&row.new, &row.old)).sum();
        let missing = (lines(&remarks, REMARKS_PER_LINE) * LINE - used).max(0.0);
        for (index, row) in group.rows.iter().enumerate() {
            at += 1;
            let (first, last) = (index == 0, index + 1 == count);
            write(sheet, at, 0, &row.new, Formats::framed(first, last, row.new.indent), formats)?;
            write(sheet, at, 1, &row.old, Formats::framed(first, last, row.old.indent), formats)?;
            let more = if last && table.remarks.is_some() { missing } else { 0.0 };
            sheet.set_row_height(at, (height(&row.new, &row.old) + more).min(HIGHEST))?;
        }
        let frame = Formats::framed(true, true, 0);
        let remarks: String = remarks.chars().take(LONGEST).collect();
        if table.remarks.is_some() && at > top {
            sheet.merge_range(top, 2, at, 2, &remarks, &frame)?;
        } else if table.remarks.is_some() {
            sheet.write_string_with_format(top, 2, remarks, &frame)?;
        }
    }
    at += 1;
    for line in &table.closing {
        at += 1;
        sheet.write_string_with_format(at, 0, line, &formats.line)?;
    }
    sheet.set_freeze_panes(head + 1, 0)?;
    sheet.set_repeat_rows(head, head)?;
    sheet.set_print_area(0, 0, at, last_column)?;
    sheet.set_landscape();
    sheet.set_paper_size(9);
    sheet.set_print_fit_to_pages(1, 0);
    sheet.set_margins(0.5, 0.5, 0.6, 0.6, 0.3, 0.3);
    sheet.set_footer("&C&P / &N");
    Ok(())
}

fn write(
    sheet: &mut Worksheet,
    row: u32,
    column: u16,
    cell: &Cell,
    frame: Format,
    formats: &Formats,
) -> Result<(), XlsxError> {
    let mut left = LONGEST;
    let mut parts: Vec<(&Format, String)> = Vec::new();
    for span in cell.spans.iter().filter(|span| !span.text.is_empty()) {
        let text: String = span.text.chars().take(left).collect();
        left -= text.chars().count();
        let format = if span.marked { &formats.marked } else { &formats.plain };
        if !text.is_empty() {
            parts.push((format, text));
        }
    }
    let all_marked = cell.spans.iter().all(|span| span.marked);
    match parts.as_slice() {
        [] => sheet.write_blank(row, column, &frame)?,
        [(_, text)] => {
            let frame = if all_marked { frame.set_underline(FormatUnderline::Single) } else { frame };
            sheet.write_string_with_format(row, column, text, &frame)?
        }
        parts => {
            let parts: Vec<(&Format, &str)> =
                parts.iter().map(|(format, text)| (*format, text.as_str())).collect();
            sheet.write_rich_string_with_format(row, column, &parts, &frame)?
        }
    };
    Ok(())
}

/// Programs that do not fit rows to their text on opening get a height that does.
fn height(new: &Cell, old: &Cell) -> f64 {
    let of = |cell: &Cell| lines(&cell.text(), PER_LINE - f64::from(cell.indent));
    (of(new).max(of(old)) * LINE + 3.0).min(HIGHEST)
}

/// Lines that a text takes.
fn lines(text: &str, per_line: f64) -> f64 {
    let columns = |line: &str| (layout::width(line) as f64 / 2.0 / per_line).ceil().max(1.0);
    if text.is_empty() { 0.0 } else { text.split('\n').map(columns).sum() }
}

/// A name for the sheet: at most 31 characters, none of those that are not allowed.
fn name(title: &str) -> String {
    let name: String = title.chars().filter(|c| !"[]:*?/\\'".contains(*c)).take(31).collect();
    if name.trim().is_empty() { "新旧対照表".to_owned() } else { name }
}
