//! A workbook is written, filled in as a person would, and read back.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test stops at what it did not expect")]

use rust_xlsxwriter::{Format, Workbook};

use super::*;
use crate::lint::{Options, lint};
use crate::matrix::{Matrix, matrix, xlsx};
use crate::pack;
use crate::read::{ReadOptions, read_document};
use crate::report::{Report, Summary, Tool};

const TODAY: &str = "2026-11-22";
const CONTRACT: &str = "第1条（保守）\n乙は、甲の電子カルテシステムを保守する。\n第2条（監査）\n乙は、甲による監査に協力するよう努める。\n";

fn report() -> Report {
    let document = read_document(CONTRACT.as_bytes(), "契約書.txt", &ReadOptions::default()).unwrap();
    let options =
        Options { kind: Some(crate::meaning::kind::Kind::ContractMaintenance), ..Options::default() };
    let documents = vec![lint(&document, CONTRACT.as_bytes(), "契約書.txt", &pack::shipped(), &options)];
    Report {
        tool: Tool { name: "sekisho".into(), version: "0".into() },
        guideline: kb::EDITION.into(),
        kb_version: kb::KB_VERSION.into(),
        rules_hash: "0".into(),
        date: TODAY.into(),
        summary: Summary::of(&documents),
        documents,
        errors: vec![],
    }
}

fn made(report: &Report) -> Matrix {
    matrix(kb::Kb::embedded().unwrap(), &pack::shipped(), report)
}

fn key(matrix: &Matrix, index: usize) -> Key {
    let finding = matrix.findings.iter().filter(|finding| finding.is_open()).nth(index).unwrap();
    Key {
        rule: finding.rule.clone(),
        document: finding.document.clone(),
        fingerprint: finding.fingerprint.clone(),
    }
}

fn entered(choice: &str, reason: &str, approver: &str, due: &str) -> Entered {
    Entered { choice: choice.into(), reason: reason.into(), approver: approver.into(), due: due.into() }
}

fn read(bytes: &[u8]) -> Result<Imported, ImportError> {
    import(bytes, &Limits::default(), &pack::shipped(), TODAY)
}

fn told(imported: &Imported) -> Vec<String> {
    let lines = imported.mistakes.iter();
    lines.map(|mistake| format!("{} {}", mistake.cell, mistake.message(Lang::Ja))).collect()
}

#[test]
fn what_is_written_comes_back() {
    let report = report();
    let matrix = made(&report);
    let carried = BTreeMap::from([
        (key(&matrix, 0), entered("例外として認める", "次の更新で入れる", "院長", "2027-03-31")),
        (key(&matrix, 1), entered("是正する", "", "", "")),
        (key(&matrix, 2), entered("対象外", "", "", "令和9年4月1日")),
    ]);
    let bytes = xlsx::workbook(&matrix, &carried, Lang::Ja).unwrap();
    assert_eq!(bytes, xlsx::workbook(&matrix, &carried, Lang::Ja).unwrap());
    let mut imported = read(&bytes).unwrap();
    assert_eq!(told(&imported), Vec::<String>::new());
    assert_eq!(imported.sheet, "指摘一覧");
    let choices: Vec<Choice> = imported.decisions.iter().map(|decision| decision.choice).collect();
    assert_eq!(choices, [Choice::Waive, Choice::Mend, Choice::OutOfScope]);
    let exception = imported.decisions.first().unwrap();
    assert_eq!(exception.key, key(&matrix, 0));
    assert_eq!(exception.reason.as_deref(), Some("次の更新で入れる"));
    assert_eq!(exception.due.as_deref(), Some("2027-03-31"));
    assert_eq!(imported.decisions.last().unwrap().due.as_deref(), Some("2027-04-01"));
    assert_eq!(imported.undecided, matrix.findings.len() - 3);
    assert_eq!(super::entered(&bytes, &Limits::default()).unwrap().len(), 3);
    // How the document was judged is remembered, so that it can be judged again.
    let document = imported.record.documents.first().unwrap();
    assert_eq!(document.kind.map(|kind| kind.name()), Some("contract_maintenance"));
    imported.check_against(&report.documents);
    assert_eq!(told(&imported), Vec::<String>::new());
    let mut changed = report.documents;
    changed.iter_mut().for_each(|document| document.outcomes.clear());
    imported.check_against(&changed);
    assert_eq!(told(&imported).len(), 1);
    assert_eq!(imported.mistakes.first().map(|mistake| mistake.code.as_str()), Some("matrix-mistake-gone"));
}

#[test]
fn every_mistake_is_told_with_its_cell() {
    let matrix = made(&report());
    let carried = BTreeMap::from([
        (key(&matrix, 0), entered("例外として認める", "", "", "")),
        (key(&matrix, 1), entered("例外として認める", "理由", "院長", "2026-11-21")),
        (key(&matrix, 2), entered("たぶん", "理由", "院長", "来年度末")),
        (key(&matrix, 3), entered("", "理由だけ", "", "")),
        // The last day counts.
        (key(&matrix, 4), entered("例外として認める", "理由", "院長", "2026-11-22")),
    ]);
    let bytes = xlsx::workbook(&matrix, &carried, Lang::Ja).unwrap();
    let imported = read(&bytes).unwrap();
    assert_eq!(imported.decisions.len(), 1);
    insta::assert_snapshot!(told(&imported).join("\n"), @r"
    K2 例外として認める理由がありません
    L2 例外の承認者がありません
    M2 例外の期限がありません
    M3 期限 2026-11-21 は過ぎています(今日は 2026-11-22)
    J4 判断「たぶん」は選べるものの中にありません
    M4 期限「来年度末」を日付として読めません
    J5 理由、承認者又は期限が書かれていますが、判断がありません
    ");
}

#[test]
fn decisions_about_findings_that_are_gone_are_kept_apart() {
    let matrix = made(&report());
    let lost = Key {
        rule: "contract/audit-right".into(),
        document: "古い契約書.docx".into(),
        fingerprint: "0".into(),
    };
    let carried = BTreeMap::from([(lost.clone(), entered("是正する", "直す", "", ""))]);
    let bytes = xlsx::workbook(&matrix, &carried, Lang::Ja).unwrap();
    let grids = read_grids(&bytes, &Limits::default()).unwrap().unwrap();
    let sheet = grids.iter().find(|grid| grid.name == "前回の判断").unwrap();
    assert_eq!(
        [sheet.text(2, 1), sheet.text(2, 4), sheet.text(2, 5)],
        ["古い契約書.docx", "是正する", "直す"]
    );
    // The sheet of findings is still the one that is read.
    assert_eq!(read(&bytes).unwrap().decisions.len(), 0);
}

/// A workbook with one sheet of these rows.
fn book(rows: &[&[&str]], merged: Option<(u32, u16, u32, u16)>) -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (row, cells) in (0_u32..).zip(rows) {
        for (column, cell) in (0_u16..).zip(*cells) {
            sheet.write_string(row, column, *cell).unwrap();
        }
    }
    if let Some((first, left, last, right)) = merged {
        let text = rows[first as usize][left as usize];
        sheet.merge_range(first, left, last, right, text, &Format::new()).unwrap();
    }
    book.save_to_buffer().unwrap()
}

const HEAD: &[&str] = &["指紋", "文書", "規則", "判断", "理由", "承認者", "期限"];

#[test]
fn columns_may_stand_anywhere_and_in_either_language() {
    let rule = "contract/audit-right";
    let rows: &[&[&str]] = &[
        &["院内の検討用"],
        &[],
        &["Due", " 承 認 者 ", "ｒｕｌｅ", "Document", "Fingerprint", "Reason", "判断", "メモ"],
        &["2027/3/31", "院長", rule, "a.docx", "f", "x", "Accept as exception", "?"],
        &["", "", "", "", "", "", "", "ここはメモだけ"],
    ];
    let imported = read(&book(rows, None)).unwrap();
    assert_eq!(told(&imported), Vec::<String>::new());
    assert_eq!(imported.decisions.len(), 1);
    assert_eq!(imported.decisions[0].due.as_deref(), Some("2027-03-31"));
}

#[test]
fn what_is_no_such_workbook_says_so() {
    let of = |bytes: &[u8]| read(bytes).unwrap_err().code();
    assert_eq!(of(b"just a text"), "matrix-no-workbook");
    assert_eq!(of(b""), "read-empty");
    assert_eq!(of(b"PK\x03\x04 broken"), "read-zip-broken");
    assert_eq!(of(&book(&[&["a", "b"]], None)), "matrix-no-findings");
    assert_eq!(of(&book(&[&["判断", "理由", "規則", "文書"]], None)), "matrix-no-columns");
    assert_eq!(of(&book(&[&["判断", "判断", "理由"]], None)), "matrix-column-twice");
    let error = read(&book(&[&["判断", "理由", "規則", "文書"]], None)).unwrap_err();
    assert_eq!(error.args(Lang::Ja)[1].1, "承認者、期限、指紋");
}

#[test]
fn rows_that_nobody_can_attribute_are_told() {
    let rule = "contract/audit-right";
    let rows: &[&[&str]] = &[
        HEAD,
        &["f1", "a.docx", rule, "例外として認める", "x", "院長", "2027-03-31"],
        &["f2", "a.docx", rule, "", "", "", ""],
        &["f1", "a.docx", rule, "是正する", "", "", ""],
        &["", "", "", "是正する", "", "", ""],
        &["f3", "a.docx", "contract/no-such-rule", "是正する", "", "", ""],
    ];
    let imported = read(&book(rows, Some((1, 3, 2, 3)))).unwrap();
    insta::assert_snapshot!(told(&imported).join("\n"), @r"
    D3 結合されたセルです。どの指摘の判断か分かりません
    C5 判断が書かれていますが、どの指摘のものか分かりません
    C6 規則「contract/no-such-rule」はありません
    D4 同じ指摘の判断が D2 にもあります
    ");
}
