//! How workbooks look and print, for every form that is one: one font, one head, A4 across, nothing a spreadsheet would run.

use rust_xlsxwriter::{
    Color, ConditionalFormatText, ConditionalFormatTextRule, DataValidation, DataValidationRule,
    DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Worksheet, XlsxError,
};

use crate::day;
use crate::outcome::Status;
use crate::report::text::layout;

/// A cell holds no more characters than this.
const LONGEST: usize = 32_000;
pub(crate) const HEADING: Color = Color::RGB(0x00DC_E6F1);
pub(crate) const LINE: Color = Color::RGB(0x00BF_BFBF);
/// The ground of cells that people write into.
const EDITABLE: Color = Color::RGB(0x00FF_F9DB);
const FONT: &str = "游ゴシック";
const SIZE: f64 = 10.0;
/// Number of A4 in the list of paper sizes.
const A4: u8 = 9;
/// Points of a line of text, and of what is left free above and below.
const LINE_HEIGHT: f64 = 16.0;
const MARGIN: f64 = 4.0;
/// A row is no higher than this many points.
const HIGHEST: f64 = 409.0;
/// First day that may be entered.
const FIRST_DAY: (u16, u8, u8) = (2000, 1, 1);

/// A plain text.
pub(crate) fn text() -> Format {
    Format::new().set_font_name(FONT).set_font_size(SIZE).set_align(FormatAlign::Top)
}

/// A heading of a page.
pub(crate) fn title() -> Format {
    text().set_font_size(14).set_bold()
}

/// A heading inside a page.
pub(crate) fn subtitle() -> Format {
    text().set_bold()
}

/// A cell of a table.
pub(crate) fn body() -> Format {
    framed(text())
}

/// A cell of a table that people write into.
pub(crate) fn editable() -> Format {
    body().set_background_color(EDITABLE).set_unlocked()
}

/// The same for a day.
pub(crate) fn editable_day() -> Format {
    editable().set_num_format("yyyy-mm-dd")
}

/// A head of a table.
pub(crate) fn head() -> Format {
    framed(text()).set_bold().set_background_color(HEADING).set_align(FormatAlign::VerticalCenter)
}

fn framed(format: Format) -> Format {
    format.set_text_wrap().set_border(FormatBorder::Thin).set_border_color(LINE)
}

/// A column of a table.
pub(crate) struct Column {
    pub(crate) heading: String,
    /// In characters of the usual font: two for a Japanese one.
    pub(crate) width: f64,
}

/// The head of a table in the first row, and everything that does not depend on the rows below.
pub(crate) fn start(sheet: &mut Worksheet, columns: &[Column]) -> Result<(), XlsxError> {
    let head = head();
    for (number, column) in (0_u16..).zip(columns) {
        sheet.set_column_width(number, column.width)?;
        sheet.write_string_with_format(0, number, &column.heading, &head)?;
    }
    fit(sheet, 0, columns.iter().map(|column| (column.heading.as_str(), column.width)))
}

/// A row as high as its highest cell needs. Not every program makes room for wrapped text by itself.
pub(crate) fn fit<'a>(
    sheet: &mut Worksheet,
    row: u32,
    cells: impl IntoIterator<Item = (&'a str, f64)>,
) -> Result<(), XlsxError> {
    // A column is as wide as so many digits, of which one stays free.
    let lines = |(text, width): (&str, f64)| layout::lines(text, (width - 1.0) as usize).len();
    let most = cells.into_iter().map(lines).max().unwrap_or(1).max(1);
    let height = (f64::from(u32::try_from(most).unwrap_or(u32::MAX)) * LINE_HEIGHT + MARGIN).min(HIGHEST);
    sheet.set_row_height(row, height)?;
    Ok(())
}

/// Filter, fixed head and left columns, and the head on every printed page. `last` is the last row.
pub(crate) fn finish(sheet: &mut Worksheet, columns: u16, fixed: u16, last: u32) -> Result<(), XlsxError> {
    sheet.set_freeze_panes(1, fixed)?;
    sheet.set_repeat_rows(0, 0)?;
    sheet.autofilter(0, 0, last, columns.saturating_sub(1))?;
    Ok(())
}

/// A4 across, as wide as one page, with the number of the page at the foot and `name` and `note` beside it.
pub(crate) fn printed(sheet: &mut Worksheet, name: &str, note: &str) {
    let plain = |text: &str| text.replace('&', "&&");
    sheet.set_paper_size(A4).set_landscape().set_print_fit_to_pages(1, 0);
    sheet.set_margins(0.4, 0.4, 0.5, 0.6, 0.3, 0.3);
    sheet.set_footer(format!("&L{}&C&P / &N&R{}", plain(name), plain(note)));
}

/// Title and date of a workbook; the date is given, never the clock's.
pub(crate) fn properties(title: &str, date: &str) -> Result<DocProperties, XlsxError> {
    let (year, month, day) = day::parts(date).unwrap_or(FIRST_DAY);
    let created = ExcelDateTime::from_ymd(year, month, day)
        .or_else(|_| ExcelDateTime::from_ymd(FIRST_DAY.0, FIRST_DAY.1, FIRST_DAY.2))?;
    Ok(DocProperties::new().set_title(title).set_creation_datetime(&created))
}

/// A cell that takes one of these words.
pub(crate) fn one_of(words: &[String], refusal: &str) -> Result<DataValidation, XlsxError> {
    DataValidation::new().allow_list_strings(words)?.set_error_message(refusal)
}

/// A cell that takes a day.
pub(crate) fn a_day(refusal: &str) -> Result<DataValidation, XlsxError> {
    let (year, month, day) = FIRST_DAY;
    let first = ExcelDateTime::from_ymd(year, month, day)?;
    DataValidation::new()
        .allow_date(DataValidationRule::GreaterThanOrEqualTo(first))
        .set_error_message(refusal)
}

/// A day as a day where it is one, else as the words that were written.
pub(crate) fn write_day(
    sheet: &mut Worksheet,
    row: u32,
    column: u16,
    text: &str,
    format: &Format,
) -> Result<(), XlsxError> {
    let day = day::parts(text).and_then(|(year, month, day)| ExcelDateTime::from_ymd(year, month, day).ok());
    match day {
        Some(day) => sheet.write_datetime_with_format(row, column, &day, format)?,
        None if text.is_empty() => sheet.write_blank(row, column, format)?,
        None => sheet.write_string_with_format(row, column, text, format)?,
    };
    Ok(())
}

/// A text, or an empty framed cell.
pub(crate) fn write_text(
    sheet: &mut Worksheet,
    row: u32,
    column: u16,
    text: &str,
    format: &Format,
) -> Result<(), XlsxError> {
    if text.is_empty() {
        sheet.write_blank(row, column, format)?;
    } else {
        sheet.write_string_with_format(row, column, shortened(text), format)?;
    }
    Ok(())
}

/// The cell, cut where it is longer than a workbook allows.
pub(crate) fn shortened(cell: &str) -> String {
    if cell.chars().count() <= LONGEST {
        return cell.to_owned();
    }
    cell.chars().take(LONGEST).chain(['…']).collect()
}

/// Ink and ground of a status.
pub(crate) fn colours(status: Status) -> (Color, Color) {
    let (ink, ground) = match status {
        Status::Conflicting => (0x009C_0006, 0x00FF_C7CE),
        Status::Missing => (0x009C_0006, 0x00FF_E1E4),
        Status::Partial => (0x007F_4F00, 0x00FF_EB9C),
        Status::Weak => (0x007F_4F00, 0x00FF_F3CC),
        Status::Delegated => (0x003F_3F76, 0x00E4_E4F7),
        Status::Unknown => (0x0040_4040, 0x00D9_D9D9),
        Status::Satisfied => (0x0000_5B1A, 0x00D5_F0DB),
        Status::NotApplicable => (0x0066_6666, 0x00F4_F4F4),
    };
    (Color::RGB(ink), Color::RGB(ground))
}

/// Colours the cells of a column by the signs that statuses begin with.
pub(crate) fn paint_statuses(
    sheet: &mut Worksheet,
    symbol: fn(Status) -> &'static str,
    column: (u16, u16),
    last: u32,
) -> Result<(), XlsxError> {
    for status in Status::ALL {
        let (ink, ground) = colours(*status);
        let format = Format::new().set_font_color(ink).set_background_color(ground);
        let begins = ConditionalFormatTextRule::BeginsWith(symbol(*status).to_owned());
        let rule = ConditionalFormatText::new().set_rule(begins).set_format(format);
        sheet.add_conditional_format(1, column.0, last, column.1, &rule)?;
    }
    Ok(())
}
