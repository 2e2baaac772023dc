//! The findings: a row for each, with room for what is decided; and apart from them those that are settled, and what was
//! decided about findings that are there no more.

use std::collections::BTreeMap;

use rust_xlsxwriter::{Worksheet, XlsxError};

use crate::matrix::decision::{Choice, Entered, Key};
use crate::matrix::words::Words;
use crate::matrix::{Matrix, MatrixFinding, symbol};
use crate::workbook::{self, Column};

/// Columns of the findings, with their widths. People write into the editable ones; what stands behind them is for
/// programs and for pasting, and is not printed.
const COLUMNS: [(&str, f64); 16] = [
    ("number", 5.0),
    ("document", 18.0),
    ("status", 13.0),
    ("severity", 8.0),
    ("finding", 22.0),
    ("message", 32.0),
    ("article", 12.0),
    ("quote", 36.0),
    ("basis", 16.0),
    ("decision", 15.0),
    ("reason", 26.0),
    ("approver", 12.0),
    ("due", 12.0),
    ("advice", 60.0),
    ("rule", 28.0),
    ("fingerprint", 19.0),
];
const EDITABLE: [&str; 4] = ["decision", "reason", "approver", "due"];
/// Columns of settled findings.
const SETTLED: [(&str, f64); 12] = [
    ("number", 5.0),
    ("document", 18.0),
    ("status", 13.0),
    ("finding", 26.0),
    ("message", 34.0),
    ("article", 12.0),
    ("settled", 14.0),
    ("reason", 30.0),
    ("approver", 14.0),
    ("due", 12.0),
    ("source", 24.0),
    ("rule", 26.0),
];
const LEFT_OVER: [(&str, f64); 7] = [
    ("document", 30.0),
    ("rule", 30.0),
    ("fingerprint", 19.0),
    ("decision", 18.0),
    ("reason", 40.0),
    ("approver", 14.0),
    ("due", 12.0),
];

fn columns(shown: &[(&str, f64)], words: Words) -> Vec<Column> {
    let heading = |name: &str| words.say(&format!("matrix-column-{name}"));
    shown.iter().map(|(name, width)| Column { heading: heading(name), width: *width }).collect()
}

fn at(shown: &[(&str, f64)], name: &str) -> u16 {
    shown.iter().position(|(found, _)| *found == name).and_then(|at| u16::try_from(at).ok()).unwrap_or(0)
}

fn key(finding: &MatrixFinding) -> Key {
    Key {
        rule: finding.rule.clone(),
        document: finding.document.clone(),
        fingerprint: finding.fingerprint.clone(),
    }
}

/// The findings that somebody has to decide about.
pub(super) fn open(
    sheet: &mut Worksheet,
    matrix: &Matrix,
    carried: &BTreeMap<Key, Entered>,
    words: Words,
) -> Result<(), XlsxError> {
    let name = words.say("matrix-sheet-findings");
    sheet.set_name(&name)?;
    workbook::start(sheet, &columns(&COLUMNS, words))?;
    let (body, editable, day) = (workbook::body(), workbook::editable(), workbook::editable_day());
    let nothing = Entered::default();
    let mut last = 1;
    let findings = matrix.findings.iter().filter(|finding| finding.is_open());
    for (line, finding) in (1_u32..).zip(findings) {
        let entered = carried.get(&key(finding)).unwrap_or(&nothing);
        for (column, (name, _)) in (0_u16..).zip(COLUMNS) {
            match name {
                "number" => {
                    sheet.write_number_with_format(line, column, line, &body)?;
                }
                "due" => workbook::write_day(sheet, line, column, &entered.due, &day)?,
                name if EDITABLE.contains(&name) => {
                    workbook::write_text(sheet, line, column, of_entered(entered, name), &editable)?;
                }
                name => workbook::write_text(sheet, line, column, &of_finding(finding, name, words), &body)?,
            }
        }
        // Model clauses would make every row as high as a page: whoever wants one opens its cell.
        let texts: Vec<(String, f64)> = COLUMNS
            .into_iter()
            .filter(|(name, _)| *name != "advice")
            .map(|(name, width)| {
                let written = EDITABLE.contains(&name);
                let text = if written {
                    of_entered(entered, name).to_owned()
                } else {
                    of_finding(finding, name, words)
                };
                (text, width)
            })
            .collect();
        workbook::fit(sheet, line, texts.iter().map(|(text, width)| (text.as_str(), *width)))?;
        last = line;
    }
    validate(sheet, last, words)?;
    let status = at(&COLUMNS, "status");
    workbook::paint_statuses(sheet, symbol, (status, status), last)?;
    let width = u16::try_from(COLUMNS.len()).unwrap_or(u16::MAX);
    workbook::finish(sheet, width, 1, last)?;
    sheet.set_print_area(0, 0, last, at(&COLUMNS, "due"))?;
    workbook::printed(sheet, &name, &matrix.date);
    Ok(())
}

/// What the editable cells take.
fn validate(sheet: &mut Worksheet, last: u32, words: Words) -> Result<(), XlsxError> {
    let choices = Choice::ALL.map(|choice| choice.word(words.lang));
    let list = workbook::one_of(&choices, &words.say("matrix-enter-choice"))?;
    let column = at(&COLUMNS, "decision");
    sheet.add_data_validation(1, column, last, column, &list)?;
    let day = workbook::a_day(&words.say("matrix-enter-day"))?;
    let column = at(&COLUMNS, "due");
    sheet.add_data_validation(1, column, last, column, &day)?;
    Ok(())
}

fn of_entered<'a>(entered: &'a Entered, name: &str) -> &'a str {
    match name {
        "decision" => &entered.choice,
        "reason" => &entered.reason,
        "approver" => &entered.approver,
        _ => &entered.due,
    }
}

fn of_finding(finding: &MatrixFinding, name: &str, words: Words) -> String {
    match name {
        "document" => finding.document.clone(),
        "status" => words.status(finding.status),
        "severity" => words.severity(finding),
        "finding" => finding.title.clone(),
        "message" => {
            let question = finding.question.as_ref().map(|question| {
                format!("\n{}", words.say_with("report-question", &[("question", question)]))
            });
            let lapsed = words.lapsed(finding).map(|line| format!("\n{line}"));
            finding.message.clone() + &question.unwrap_or_default() + &lapsed.unwrap_or_default()
        }
        "article" => words.articles(&finding.passages, &finding.document).join("\n"),
        "quote" => words.quotes(&finding.passages, &finding.document),
        "basis" => words.basis(finding).join("\n"),
        "advice" => advice(finding, words),
        "rule" => finding.rule.clone(),
        "fingerprint" => finding.fingerprint.clone(),
        _ => String::new(),
    }
}

fn advice(finding: &MatrixFinding, words: Words) -> String {
    let Some(advice) = &finding.advice else { return String::new() };
    let head = match &finding.insert_after {
        Some(article) => words.say_with("report-advice-after", &[("article", article)]),
        None => words.say("report-advice"),
    };
    format!("{head}\n{}", advice.trim_matches('\n'))
}

/// Findings that an exception or the baseline covers: seen, not hidden.
pub(super) fn settled(sheet: &mut Worksheet, matrix: &Matrix, words: Words) -> Result<(), XlsxError> {
    let name = words.say("matrix-sheet-settled");
    sheet.set_name(&name)?;
    workbook::start(sheet, &columns(&SETTLED, words))?;
    let body = workbook::body();
    let mut last = 1;
    let findings = matrix.findings.iter().filter(|finding| !finding.is_open());
    for (line, finding) in (1_u32..).zip(findings) {
        let waiver = finding.waiver.as_ref();
        let mut texts: Vec<(String, f64)> = Vec::new();
        for (column, (name, width)) in (0_u16..).zip(SETTLED) {
            let text = match name {
                "number" => line.to_string(),
                "settled" if waiver.is_some() => words.say("matrix-waived"),
                "settled" => words.say("matrix-in-baseline"),
                "reason" => waiver.map(|waiver| waiver.reason.clone()).unwrap_or_default(),
                "approver" => waiver.map(|waiver| waiver.approver.clone()).unwrap_or_default(),
                "due" => waiver.map(|waiver| waiver.expires.clone()).unwrap_or_default(),
                "source" => waiver.map(|waiver| waiver.source.clone()).unwrap_or_default(),
                name => of_finding(finding, name, words),
            };
            workbook::write_text(sheet, line, column, &text, &body)?;
            texts.push((text, width));
        }
        workbook::fit(sheet, line, texts.iter().map(|(text, width)| (text.as_str(), *width)))?;
        last = line;
    }
    let status = at(&SETTLED, "status");
    workbook::paint_statuses(sheet, symbol, (status, status), last)?;
    workbook::finish(sheet, u16::try_from(SETTLED.len()).unwrap_or(u16::MAX), 1, last)?;
    workbook::printed(sheet, &name, &matrix.date);
    Ok(())
}

/// What was written about findings that are not open any more.
pub(super) fn lost<'a>(matrix: &Matrix, carried: &'a BTreeMap<Key, Entered>) -> Vec<(&'a Key, &'a Entered)> {
    let open: Vec<Key> = matrix.findings.iter().filter(|finding| finding.is_open()).map(key).collect();
    carried.iter().filter(|(key, _)| !open.contains(key)).collect()
}

pub(super) fn left_over(
    sheet: &mut Worksheet,
    matrix: &Matrix,
    lost: &[(&Key, &Entered)],
    words: Words,
) -> Result<(), XlsxError> {
    let name = words.say("matrix-sheet-left-over");
    sheet.set_name(&name)?;
    workbook::start(sheet, &columns(&LEFT_OVER, words))?;
    let body = workbook::body();
    let mut last = 1;
    for (line, (key, entered)) in (1_u32..).zip(lost) {
        let mut texts: Vec<(&str, f64)> = Vec::new();
        for (column, (name, width)) in (0_u16..).zip(LEFT_OVER) {
            let text = match name {
                "document" => &key.document,
                "rule" => &key.rule,
                "fingerprint" => &key.fingerprint,
                name => of_entered(entered, name),
            };
            workbook::write_text(sheet, line, column, text, &body)?;
            texts.push((text, width));
        }
        workbook::fit(sheet, line, texts)?;
        last = line;
    }
    workbook::finish(sheet, u16::try_from(LEFT_OVER.len()).unwrap_or(u16::MAX), 1, last)?;
    workbook::printed(sheet, &name, &matrix.date);
    Ok(())
}
