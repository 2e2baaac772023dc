//! A form as a workbook: what it is and how to fill it in, then its questions with room for answers.

use rust_xlsxwriter::{Workbook, Worksheet, XlsxError};

use super::text::{MOST_PASSAGES, Words, about};
use super::{Filled, Item};
use crate::checklist::check::RECORD;
use crate::export::ExportError;
use crate::matrix::shortened;
use crate::message::Lang;
use crate::report::text::layout;
use crate::workbook::{self, Column};

/// Columns of a line of text on the first sheet.
const LINE: usize = 120;
/// Rows that still go on one printed page.
const ONE_PAGE: u32 = 60;
/// Columns of a yearly form, with their widths.
const YEARLY: [(&str, f64); 15] = [
    ("number", 8.0),
    ("group", 14.0),
    ("scope", 12.0),
    ("question", 32.0),
    ("gist", 32.0),
    ("answer", 9.0),
    ("checked", 12.0),
    ("target", 12.0),
    ("answer-2", 9.0),
    ("checked-2", 12.0),
    ("remark", 18.0),
    ("evidence", 44.0),
    ("clauses", 13.0),
    ("verification", 11.0),
    ("id", 18.0),
];
/// Columns of the 確認表.
const ROLES: [(&str, f64); 12] = [
    ("number", 12.0),
    ("group", 20.0),
    ("question", 26.0),
    ("gist", 38.0),
    ("answer", 10.0),
    ("done", 12.0),
    ("remark", 18.0),
    ("evidence", 50.0),
    ("side", 16.0),
    ("clauses", 13.0),
    ("verification", 11.0),
    ("id", 22.0),
];
/// Cells that only people fill in.
const ANSWERS: [&str; 7] = ["answer", "checked", "target", "answer-2", "checked-2", "done", "remark"];

/// The workbook. Answers are empty.
///
/// # Errors
/// The data are beyond what a workbook can hold.
pub fn workbook(filled: &Filled, lang: Lang) -> Result<Vec<u8>, ExportError> {
    write(filled, Words { lang }).map_err(ExportError::new)
}

fn write(filled: &Filled, words: Words) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    book.set_properties(&workbook::properties(&filled.form.title, &filled.date)?);
    first(book.add_worksheet(), filled, words)?;
    let questions = book.add_worksheet();
    table(questions, filled, words)?;
    questions.set_active(true);
    let record = book.add_worksheet();
    record.set_name(RECORD)?.set_hidden(true);
    record.write_string(0, 0, "form")?.write_string(0, 1, &filled.form.id)?;
    for (row, item) in (1_u32..).zip(&filled.items) {
        record.write_string(row, 0, "item")?.write_string(row, 1, &item.id)?;
        record.write_string(row, 2, if item.gate { "gate" } else { "question" })?;
        record.write_string(row, 3, &item.number)?;
        record.write_string(row, 4, &item.title)?;
    }
    book.save_to_buffer()
}

fn first(sheet: &mut Worksheet, filled: &Filled, words: Words) -> Result<(), XlsxError> {
    let name = words.say("export-sheet-about");
    sheet.set_name(&name)?.set_column_width(0, 130)?;
    sheet.write_string_with_format(0, 0, &filled.form.title, &workbook::title())?;
    let mut row = 2;
    let mut block = |heading: Option<&str>, lines: Vec<String>| -> Result<(), XlsxError> {
        if lines.is_empty() {
            return Ok(());
        }
        if let Some(code) = heading {
            sheet.write_string_with_format(row, 0, words.say(code), &workbook::subtitle())?;
            row += 1;
        }
        for line in &lines {
            for range in layout::lines(line, LINE) {
                let text = line.get(range).unwrap_or_default().trim();
                sheet.write_string_with_format(row, 0, text, &workbook::text())?;
                row += 1;
            }
        }
        row += 1;
        Ok(())
    };
    block(None, about(filled, words))?;
    block(Some("entry-fact-rules"), filled.form.rules.iter().map(|rule| format!("・{rule}")).collect())?;
    let documents = filled.documents.iter().map(|document| {
        format!(
            "・{} {} (SHA-256 {})",
            document.path,
            document.title.as_deref().unwrap_or_default(),
            document.sha256
        )
    });
    block(Some("checklist-documents"), documents.collect())?;
    let errors = filled.errors.iter().map(|error| format!("・{}: {}", error.path, error.message));
    block(Some("checklist-unused"), errors.collect())?;
    block(
        Some("cli-show-sources"),
        filled.form.sources.iter().map(|source| format!("・{source}")).collect(),
    )?;
    workbook::printed(sheet, &name, &filled.date);
    if row < ONE_PAGE {
        sheet.set_print_fit_to_pages(1, 1);
    }
    Ok(())
}

/// The columns of a form. A blank one has no room for passages.
fn columns(filled: &Filled) -> Vec<(&'static str, f64)> {
    let all: &[(&str, f64)] = if filled.form.year.is_some() { &YEARLY } else { &ROLES };
    let shown = |name: &str| !filled.documents.is_empty() || !matches!(name, "evidence" | "side");
    all.iter().copied().filter(|(name, _)| shown(name)).collect()
}

fn table(sheet: &mut Worksheet, filled: &Filled, words: Words) -> Result<(), XlsxError> {
    let code = if filled.form.year.is_some() { "checklist-sheet-yearly" } else { "checklist-sheet-roles" };
    let name = words.say(code);
    sheet.set_name(&name)?;
    let shown = columns(filled);
    let heading = |name: &str| words.say(&format!("checklist-column-{name}"));
    let heads: Vec<Column> =
        shown.iter().map(|(name, width)| Column { heading: heading(name), width: *width }).collect();
    workbook::start(sheet, &heads)?;
    let (body, editable, day) = (workbook::body(), workbook::editable(), workbook::editable_day());
    let mut last = 1;
    for (line, item) in (1_u32..).zip(&filled.items) {
        for (column, (name, _)) in (0_u16..).zip(&shown) {
            if ANSWERS.contains(name) {
                let format = if is_day(name) { &day } else { &editable };
                sheet.write_blank(line, column, format)?;
            } else {
                workbook::write_text(sheet, line, column, &cell(item, name, words), &body)?;
            }
        }
        let texts: Vec<(String, f64)> =
            shown.iter().map(|(name, width)| (cell(item, name, words), *width)).collect();
        workbook::fit(sheet, line, texts.iter().map(|(text, width)| (text.as_str(), *width)))?;
        last = line;
    }
    validate(sheet, &shown, last, words)?;
    workbook::finish(sheet, u16::try_from(shown.len()).unwrap_or(u16::MAX), 1, last)?;
    let id = shown.iter().position(|(name, _)| *name == "id").and_then(|at| u16::try_from(at).ok());
    if let Some(before) = id.and_then(|id| id.checked_sub(1)) {
        sheet.set_print_area(0, 0, last, before)?;
    }
    workbook::printed(sheet, &filled.form.title, &filled.date);
    Ok(())
}

fn is_day(name: &str) -> bool {
    matches!(name, "checked" | "target" | "checked-2" | "done")
}

fn validate(sheet: &mut Worksheet, shown: &[(&str, f64)], last: u32, words: Words) -> Result<(), XlsxError> {
    let answers = ["yes", "no", "not-applicable"].map(|name| words.say(&format!("checklist-answer-{name}")));
    for (column, (name, _)) in (0_u16..).zip(shown) {
        let rule = match *name {
            "answer" | "answer-2" => workbook::one_of(&answers, &words.say("checklist-enter-answer"))?,
            name if is_day(name) => workbook::a_day(&words.say("matrix-enter-day"))?,
            _ => continue,
        };
        sheet.add_data_validation(1, column, last, column, &rule)?;
    }
    Ok(())
}

fn cell(item: &Item, name: &str, words: Words) -> String {
    let passages = || item.evidence.iter().take(MOST_PASSAGES);
    match name {
        "number" => item.number.clone(),
        "group" => item.group.clone().unwrap_or_default(),
        "scope" => item.scope.clone().unwrap_or_default(),
        "question" => item.label.as_ref().unwrap_or(&item.title).clone(),
        "gist" => {
            let condition = item.condition.as_ref().map(|text| format!("\n({text})")).unwrap_or_default();
            format!("{}{condition}", item.gist)
        }
        "evidence" => {
            let mut lines: Vec<String> = passages()
                .map(|found| {
                    let short = super::ItemEvidence { quote: shortened(&found.quote), ..found.clone() };
                    words.passage(&short)
                })
                .collect();
            lines.extend(words.rest(item));
            lines.join("\n")
        }
        "side" => {
            let mut sides: Vec<String> = Vec::new();
            for side in passages().map(|found| words.side(found)) {
                if !sides.contains(&side) {
                    sides.push(side);
                }
            }
            sides.join("\n")
        }
        "clauses" => item.clauses.join("\n"),
        "verification" => match item.label {
            None if !item.confirmed => format!("{}\n{}", words.mark(item), words.say("checklist-no-label")),
            _ => words.mark(item),
        },
        "id" => item.id.clone(),
        _ => String::new(),
    }
}
