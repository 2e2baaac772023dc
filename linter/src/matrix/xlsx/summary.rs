//! The first sheet: what was looked at, how the clauses stand, what could not be read, how to go on.

use rust_xlsxwriter::{Chart, ChartSolidFill, ChartType, Format, Worksheet, XlsxError};

use crate::matrix::Matrix;
use crate::matrix::words::Words;
use crate::outcome::Status;
use crate::report::text::layout;
use crate::workbook;

/// Columns of a line of text before it is broken: the width of the sheet.
const LINE: usize = 140;
/// Columns of the label before facts.
const LABEL: f64 = 30.0;
/// Columns of a number.
const NUMBER: f64 = 10.5;
/// Columns behind the label.
const COLUMNS: u16 = 11;
/// Rows that the chart covers at least, and how many points a row has.
const CHART_ROWS: u32 = 10;
const ROW_PIXELS: u32 = 20;
/// Documents up to so many leave the sheet on one page.
const ONE_PAGE: usize = 3;
/// Bars beyond so many cannot be told apart.
const MOST_BARS: usize = 24;
/// What stands in the chart: clauses that the documents are asked about.
const DRAWN: [Status; 7] = [
    Status::Conflicting,
    Status::Missing,
    Status::Partial,
    Status::Weak,
    Status::Delegated,
    Status::Unknown,
    Status::Satisfied,
];

pub(super) fn sheet(sheet: &mut Worksheet, matrix: &Matrix, words: Words) -> Result<(), XlsxError> {
    let name = words.say("matrix-sheet-summary");
    sheet.set_name(&name)?;
    sheet.set_column_width(0, LABEL)?;
    for column in 1..=COLUMNS {
        sheet.set_column_width(column, NUMBER)?;
    }
    let mut page = Page { sheet, row: 0, words };
    page.sheet.write_string_with_format(0, 0, words.title(matrix), &workbook::title())?;
    page.row = 1;
    page.lines(&words.made_with(matrix))?;
    page.lines(&words.say("report-no-legal-advice"))?;
    page.row += 1;
    let table = page.counts(matrix)?;
    page.chart(&name, table)?;
    page.documents(matrix)?;
    page.legend()?;
    workbook::printed(page.sheet, &name, &matrix.date);
    if matrix.documents.len() <= ONE_PAGE {
        page.sheet.set_print_fit_to_pages(1, 1);
    }
    Ok(())
}

/// Where the table of counts stands: first and last row of its body.
#[derive(Clone, Copy)]
struct Counted {
    first: u32,
    last: u32,
}

struct Page<'a> {
    sheet: &'a mut Worksheet,
    row: u32,
    words: Words,
}

impl Page<'_> {
    /// A text over the width of the sheet, broken into rows: merged cells would not grow with it.
    fn lines(&mut self, text: &str) -> Result<(), XlsxError> {
        self.broken(0, LINE, text, &workbook::text())
    }

    fn broken(&mut self, column: u16, width: usize, text: &str, format: &Format) -> Result<(), XlsxError> {
        for range in layout::lines(text, width) {
            let line = text.get(range).unwrap_or_default().trim();
            self.sheet.write_string_with_format(self.row, column, line, format)?;
            self.row += 1;
        }
        Ok(())
    }

    fn heading(&mut self, code: &str) -> Result<(), XlsxError> {
        self.sheet.write_string_with_format(self.row, 0, self.words.say(code), &workbook::subtitle())?;
        self.row += 1;
        Ok(())
    }

    /// Parts and documents down, statuses across, then the clauses without a verdict.
    fn counts(&mut self, matrix: &Matrix) -> Result<Counted, XlsxError> {
        self.heading("matrix-counts")?;
        let (head, body) = (workbook::head(), workbook::body());
        let mut headings: Vec<String> = vec![self.words.say("coverage-part")];
        headings.extend(Status::ALL.iter().map(|status| self.words.status(*status)));
        headings.extend(
            ["matrix-uncovered-short", "coverage-not-obtained", "coverage-total"]
                .map(|code| self.words.say(code)),
        );
        for (column, heading) in (0_u16..).zip(&headings) {
            self.sheet.write_string_with_format(self.row, column, heading, &head)?;
        }
        let widths = std::iter::once(LABEL).chain(std::iter::repeat(NUMBER));
        workbook::fit(self.sheet, self.row, headings.iter().map(String::as_str).zip(widths))?;
        self.row += 1;
        let first = self.row;
        let several = matrix.documents.iter().filter(|document| document.judged).count() > 1;
        for part in &matrix.parts {
            for counted in &part.documents {
                let number = if several { format!(" [{}]", counted.document + 1) } else { String::new() };
                let label = format!("{}{number}", self.words.part(part.part));
                self.sheet.write_string_with_format(self.row, 0, label, &body)?;
                let statuses = Status::ALL.iter().map(|status| counted.summary.get(*status));
                let rest = [part.uncovered, part.not_obtained, part.clauses];
                for (column, count) in (1_u16..).zip(statuses.chain(rest)) {
                    let count = u32::try_from(count).unwrap_or(u32::MAX);
                    self.sheet.write_number_with_format(self.row, column, count, &body)?;
                }
                self.row += 1;
            }
        }
        let last = self.row.saturating_sub(1).max(first);
        let open = matrix.findings.iter().filter(|finding| finding.is_open()).count().to_string();
        let settled = matrix.findings.iter().filter(|finding| !finding.is_open()).count().to_string();
        self.row += 1;
        self.lines(&self.words.say_with("matrix-open", &[("open", &open), ("settled", &settled)]))?;
        self.lines(&self.words.say("matrix-how-to-decide"))?;
        self.row += 1;
        Ok(Counted { first, last })
    }

    /// One bar for each row of the table.
    fn chart(&mut self, name: &str, counted: Counted) -> Result<(), XlsxError> {
        let bars = (counted.last - counted.first + 1) as usize;
        if bars > MOST_BARS {
            return Ok(());
        }
        let mut chart = Chart::new(ChartType::BarStacked);
        for status in DRAWN {
            let place = Status::ALL.iter().position(|found| *found == status).unwrap_or(0);
            let column = u16::try_from(place).unwrap_or(0) + 1;
            let (ink, _) = workbook::colours(status);
            chart
                .add_series()
                .set_name((name, counted.first - 1, column))
                .set_categories((name, counted.first, 0, counted.last, 0))
                .set_values((name, counted.first, column, counted.last, column))
                .set_gap(60)
                .set_format(ChartSolidFill::new().set_color(fill(status, ink)));
        }
        let rows = CHART_ROWS.max(4 + 2 * u32::try_from(bars).unwrap_or(0));
        let title = self.words.say("matrix-chart");
        chart.title().set_name(&title);
        // Bars are drawn from below: the first part is to stand above.
        chart.y_axis().set_reverse();
        chart.set_alt_text(&title).set_width(1000).set_height(rows * ROW_PIXELS);
        self.sheet.insert_chart(self.row, 0, &chart)?;
        self.row += rows + 2;
        Ok(())
    }

    fn documents(&mut self, matrix: &Matrix) -> Result<(), XlsxError> {
        self.heading("matrix-documents")?;
        let width = LINE - 32;
        for (index, document) in matrix.documents.iter().enumerate() {
            let number = (index + 1).to_string();
            let title = document.title.clone().unwrap_or_else(|| self.words.say("report-no-title"));
            let mut facts = vec![
                (self.words.say_with("matrix-document", &[("number", &number)]), document.path.clone()),
                (self.words.say("report-title"), title),
                (self.words.say("report-kind"), self.words.kind(document)),
                (self.words.say("report-articles"), document.articles.to_string()),
                ("SHA-256".to_owned(), document.sha256.clone()),
            ];
            if let Some(pattern) = document.institution_type {
                facts.push((self.words.say("entry-fact-types"), pattern.numeral().to_owned()));
            }
            if let Some(main) = document.case.as_ref().filter(|_| !document.judged) {
                let text = self.words.say_with("report-case-part", &[("main", main)]);
                facts.push((self.words.say("report-case"), text));
            }
            for issue in &document.unread {
                facts.push((self.words.say("report-unread"), self.words.unread(issue)));
            }
            if document.unread.is_empty() {
                facts.push((self.words.say("report-unread"), self.words.say("matrix-nothing-unread")));
            }
            for (label, value) in facts {
                self.sheet.write_string_with_format(self.row, 0, label, &workbook::text())?;
                self.broken(1, width, &value, &workbook::text())?;
            }
            self.row += 1;
        }
        for error in &matrix.errors {
            let label = self.words.say_with("report-unused-file", &[("path", &error.path)]);
            self.lines(&label)?;
            self.lines(&error.message)?;
        }
        Ok(())
    }

    /// What the signs mean, and how the status of a clause comes about.
    fn legend(&mut self) -> Result<(), XlsxError> {
        self.heading("matrix-legend")?;
        for status in Status::ALL {
            let (ink, ground) = workbook::colours(*status);
            let painted = workbook::body().set_font_color(ink).set_background_color(ground);
            self.sheet.write_string_with_format(self.row, 0, self.words.status(*status), &painted)?;
            let meaning = self.words.say(&format!("status-{}-meaning", status.name().replace('_', "-")));
            self.sheet.write_string_with_format(self.row, 1, meaning, &workbook::text())?;
            self.row += 1;
        }
        self.row += 1;
        for line in self.words.policy() {
            self.lines(&line)?;
        }
        Ok(())
    }
}

/// The colour of a bar: strong enough to stand beside the others.
fn fill(status: Status, ink: rust_xlsxwriter::Color) -> rust_xlsxwriter::Color {
    use rust_xlsxwriter::Color::RGB;
    match status {
        Status::Conflicting => ink,
        Status::Missing => RGB(0x00E0_6666),
        Status::Partial => RGB(0x00F1_B434),
        Status::Weak => RGB(0x00F7_D98B),
        Status::Delegated => RGB(0x008E_8ECF),
        Status::Unknown => RGB(0x009A_9A9A),
        _ => RGB(0x0059_A86B),
    }
}
