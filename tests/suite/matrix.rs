//! `sekisho matrix`: the same facts in every form; a workbook that people fill in and that is read back.

use std::path::Path;
use std::process::Command;

use insta::assert_snapshot;
use serde_json::Value;

use crate::exports::script;
use crate::harness::{EXAMPLES, TODAY, binary, example, root, seen, sekisho, sekisho_in, stable};
use crate::reports::{assert_valid, schema};

fn contract() -> String {
    example("karte-hoshu-keiyaku", "docx")
}

fn json() -> Value {
    sekisho(&["matrix", &contract(), "--today", TODAY, "--format", "json"]).json()
}

fn list<'a>(value: &'a Value, name: &str) -> &'a Vec<Value> {
    value[name].as_array().unwrap()
}

#[test]
fn matrix_as_text() {
    let text = sekisho(&["matrix", &contract(), "--today", TODAY]).expect(0);
    stable(|| assert_snapshot!("matrix", text));
    let english = sekisho(&["matrix", &contract(), "--today", TODAY, "--lang", "en"]).expect(0);
    assert!(english.starts_with("Clauses and documents (guideline edition 6.0)"), "{english}");
}

#[test]
fn one_clause_with_its_articles() {
    let text = sekisho(&["matrix", &contract(), "--today", TODAY, "--clause", "運用10④"]).expect(0);
    stable(|| assert_snapshot!("matrix-clause", text));
}

#[test]
fn the_clauses_behind_an_article() {
    let text = sekisho(&["matrix", &contract(), "--today", TODAY, "--article", "第10条"]).expect(0);
    stable(|| assert_snapshot!("matrix-article", text));
    let run = sekisho(&["matrix", &contract(), "--article", "第99条"]);
    assert_eq!((run.status, run.stdout.as_str()), (2, ""));
}

#[test]
fn the_data_follow_their_schema_and_add_up() {
    let matrix = json();
    assert_valid(&schema("matrix"), &matrix, "matrix");
    let report = sekisho(&["lint", &contract(), "--today", TODAY, "--format", "json"]).json();
    let outcomes = list(&report["documents"][0], "outcomes");
    let open: Vec<&Value> = outcomes
        .iter()
        .filter(|outcome| outcome["status"] != "satisfied" && outcome["status"] != "not_applicable")
        .collect();
    let findings = list(&matrix, "findings");
    assert_eq!(findings.len(), open.len());
    for (finding, outcome) in findings.iter().zip(open) {
        assert_eq!(finding["fingerprint"], outcome["fingerprint"]);
    }
    // Every clause of the guideline is there once, with a verdict exactly where a rule rests on it.
    let ids: Vec<&str> =
        list(&matrix, "clauses").iter().map(|clause| clause["id"].as_str().unwrap()).collect();
    assert_eq!(ids, kb::Kb::embedded().unwrap().clauses().map(|clause| clause.id()).collect::<Vec<_>>());
    let mut total = 0;
    for clause in list(&matrix, "clauses") {
        let covered = clause["state"] == "covered";
        assert_eq!(list(clause, "cells").len(), usize::from(covered), "{}", clause["id"]);
        for cell in list(clause, "cells") {
            total += 1;
            for requirement in list(cell, "requirements") {
                let rule = &requirement["rule"];
                assert!(list(clause, "rules").iter().any(|named| named["rule"] == *rule), "{rule}");
            }
            if cell["open"] == true {
                assert!(!list(cell, "requirements").is_empty(), "{}", clause["id"]);
            }
        }
    }
    let mut counted = 0;
    for part in list(&matrix, "parts") {
        counted += part["documents"][0]["summary"]
            .as_object()
            .unwrap()
            .values()
            .filter_map(Value::as_u64)
            .sum::<u64>();
    }
    assert_eq!(counted, total);
}

#[test]
fn a_status_rests_on_the_requirements_of_the_clause_alone() {
    let matrix = json();
    let clauses = list(&matrix, "clauses");
    let mut mixed = 0;
    for clause in clauses {
        for cell in list(clause, "cells") {
            let of = |status: &str| {
                list(cell, "requirements").iter().any(|found| {
                    found["status"] == status
                        && found["kind"] == "require"
                        && !found["rule"].as_str().unwrap().ends_with("-in-part")
                })
            };
            match cell["status"].as_str().unwrap() {
                "satisfied" => assert!(!of("missing") && !of("weak"), "{}", clause["id"]),
                "missing" => assert!(!of("satisfied"), "{}", clause["id"]),
                "partial" => mixed += usize::from(of("missing") && of("satisfied")),
                _ => {}
            }
        }
    }
    assert!(mixed > 0);
}

#[test]
fn every_form_has_the_same_bytes_each_time() {
    let folder = tempfile::tempdir().unwrap();
    let contracts: Vec<String> =
        EXAMPLES.iter().map(|name| root().join(example(name, "docx")).display().to_string()).collect();
    for extension in ["xlsx", "html", "json", "csv"] {
        let run = |jobs: &str, name: &str| {
            let target = format!("{name}.{extension}");
            let mut args = vec!["matrix", "--today", TODAY, "-j", jobs, "-o", &target];
            args.extend(contracts.iter().map(String::as_str));
            let run = sekisho_in(folder.path(), &args);
            assert_eq!((run.status, run.stdout.as_str(), run.stderr.as_str()), (0, "", ""), "{extension}");
            std::fs::read(folder.path().join(target)).unwrap()
        };
        assert!(run("1", "a") == run("2", "b"), "{extension} differs");
    }
}

#[test]
fn the_day_of_a_reproducible_build_is_taken() {
    let run = Command::new(binary())
        .args(["matrix", &contract(), "--format", "json"])
        .env("SOURCE_DATE_EPOCH", "1795305600")
        .current_dir(root())
        .output()
        .unwrap();
    assert_eq!(seen(&run).json()["date"], TODAY);
}

#[test]
fn the_page_needs_nothing_from_outside() {
    let page = sekisho(&["matrix", &contract(), "--today", TODAY, "--format", "html"]).expect(0);
    for word in ["http://", "https://", "<script", "src=", "@import"] {
        assert!(!page.contains(word), "{word}");
    }
    assert!(page.contains("A4 landscape") && page.contains("prefers-color-scheme: dark"));
    assert_eq!(page.matches("これは法的助言ではありません").count(), 1);
    // Every square leads to a row that is there, and says in words what its colour says.
    let squares: Vec<&str> =
        page.split("href=\"#clause-").skip(1).map(|rest| rest.split('"').next().unwrap()).collect();
    assert_eq!(squares.len(), kb::Kb::embedded().unwrap().clauses().count());
    for id in squares {
        assert_eq!(page.matches(&format!("id=\"clause-{id}\"")).count(), 1, "{id}");
    }
    assert_eq!(page.matches("aria-label=\"").count(), kb::Kb::embedded().unwrap().clauses().count() + 1);
}

#[test]
fn a_name_without_a_known_ending_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let contract = root().join(contract()).display().to_string();
    let run = sekisho_in(folder.path(), &["matrix", &contract, "-o", "matrix.docx"]);
    assert_eq!(run.status, 2);
    assert!(run.stderr.contains(".xlsx"), "{}", run.stderr);
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
}

/// A folder with the contract and a workbook about it.
fn exported() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    std::fs::copy(root().join(contract()), folder.path().join("契約書.docx")).unwrap();
    sekisho_in(folder.path(), &["matrix", "契約書.docx", "--today", TODAY, "-o", "対応表.xlsx"]).expect(0);
    folder
}

fn edited(folder: &Path) -> bool {
    match script("python3", "openpyxl", "edit_matrix.py", &folder.join("対応表.xlsx")) {
        Some((good, told)) => {
            assert!(good, "{told}");
            true
        }
        None => false,
    }
}

#[test]
fn an_untouched_workbook_has_no_exceptions() {
    let folder = exported();
    let run = sekisho_in(folder.path(), &["matrix", "import", "対応表.xlsx", "--today", TODAY]);
    assert_eq!((run.status, run.stdout.as_str()), (0, ""), "{}", run.stderr);
    assert!(run.stderr.contains("例外として認める指摘はありません"), "{}", run.stderr);
}

#[test]
fn decisions_become_waivers() {
    let folder = exported();
    if !edited(folder.path()) {
        return;
    }
    let run = sekisho_in(folder.path(), &["matrix", "import", "対応表.xlsx", "--today", TODAY]);
    let told = run.stderr.clone();
    let toml = run.expect(0);
    assert_snapshot!("matrix-import", format!("{toml}\n---\n{told}"));
    let value: toml::Table = toml.parse().unwrap();
    let report =
        sekisho_in(folder.path(), &["lint", "契約書.docx", "--format", "json", "--today", TODAY]).json();
    let waiver = &value["waivers"][0];
    let same = list(&report["documents"][0], "outcomes").iter().find(|outcome| {
        outcome["rule"].as_str() == waiver["rule"].as_str()
            && outcome["fingerprint"].as_str() == waiver["fingerprint"].as_str()
    });
    assert!(same.is_some(), "{toml}");
    let json =
        sekisho_in(folder.path(), &["matrix", "import", "対応表.xlsx", "--today", TODAY, "--format", "json"])
            .json();
    assert_valid(&schema("decisions"), &json, "decisions");
    assert_eq!(list(&json, "decisions").len(), 2);
    // The settings take it as it is: the finding is an exception now, and is shown apart.
    std::fs::write(folder.path().join("sekisho.toml"), &toml).unwrap();
    let waived = |day: &str| {
        let run = sekisho_in(folder.path(), &["matrix", "契約書.docx", "--today", day, "--format", "json"]);
        let findings = list(&run.json(), "findings").clone();
        findings.into_iter().filter(|finding| finding["open"] == false).count()
    };
    assert_eq!(waived(TODAY), 1);
    // An exception that has expired is a finding again.
    assert_eq!(waived("2027-04-01"), 0);
    std::fs::remove_file(folder.path().join("sekisho.toml")).unwrap();
    // A file that is there, above all a configuration, is never written over.
    sekisho_in(folder.path(), &["matrix", "import", "対応表.xlsx", "--today", TODAY, "-o", "例外.toml"])
        .expect(0);
    assert_eq!(std::fs::read_to_string(folder.path().join("例外.toml")).unwrap(), toml);
    let again =
        sekisho_in(folder.path(), &["matrix", "import", "対応表.xlsx", "--today", TODAY, "-o", "例外.toml"]);
    assert_eq!(again.status, 2);
}

#[test]
fn decisions_are_neither_overwritten_nor_lost() {
    let folder = exported();
    if !edited(folder.path()) {
        return;
    }
    let before = std::fs::read(folder.path().join("対応表.xlsx")).unwrap();
    let run = sekisho_in(folder.path(), &["matrix", "契約書.docx", "--today", TODAY, "-o", "対応表.xlsx"]);
    assert_eq!(run.status, 2);
    assert!(run.stderr.contains("--decisions 対応表.xlsx"), "{}", run.stderr);
    assert!(before == std::fs::read(folder.path().join("対応表.xlsx")).unwrap());
    let carry = ["matrix", "契約書.docx", "--today", TODAY, "--decisions", "対応表.xlsx", "-o", "次.xlsx"];
    sekisho_in(folder.path(), &carry).expect(0);
    let import = |name: &str| {
        sekisho_in(folder.path(), &["matrix", "import", name, "--today", TODAY, "--format", "json"]).json()
    };
    let (old, new) = (import("対応表.xlsx"), import("次.xlsx"));
    for (old, new) in list(&old, "decisions").iter().zip(list(&new, "decisions")) {
        for name in ["choice", "rule", "document", "fingerprint", "reason", "approver", "due"] {
            assert_eq!(old[name], new[name], "{name}");
        }
    }
    assert_eq!(list(&old, "decisions").len(), list(&new, "decisions").len());
}

#[test]
fn an_exception_whose_finding_is_gone_is_told() {
    let folder = exported();
    if !edited(folder.path()) {
        return;
    }
    let other = root().join(example("cloud-riyou-keiyaku", "docx"));
    std::fs::copy(other, folder.path().join("契約書.docx")).unwrap();
    let run = sekisho_in(folder.path(), &["matrix", "import", "対応表.xlsx", "--today", TODAY]);
    assert_eq!((run.status, run.stdout.as_str()), (2, ""));
    assert!(
        run.stderr.contains("指摘一覧!") && run.stderr.contains("今の「契約書.docx」にはありません"),
        "{}",
        run.stderr
    );
    std::fs::remove_file(folder.path().join("契約書.docx")).unwrap();
    let run = sekisho_in(folder.path(), &["matrix", "import", "対応表.xlsx", "--today", TODAY]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    assert!(run.stderr.contains("見ていません"), "{}", run.stderr);
    let run = sekisho_in(folder.path(), &["matrix", "import", "対応表.xlsx", "--today", "2028-01-01"]);
    assert_eq!(run.status, 2);
    assert!(run.stderr.contains("2027-03-31 は過ぎています"), "{}", run.stderr);
}

#[test]
fn what_is_no_workbook_of_ours_is_refused() {
    for (file, wanted) in [
        ("examples/karte-hoshu-keiyaku.docx", "Excelのブック"),
        ("examples/karte-hoshu-keiyaku.md", "Excelのブック"),
        ("no-such-file.xlsx", "ファイルが見つかりません"),
    ] {
        for command in [["matrix", "import"], ["checklist", "check"]] {
            let run = sekisho(&[command[0], command[1], file]);
            assert_eq!((run.status, run.stdout.as_str()), (2, ""), "{file}");
            assert!(run.stderr.contains(wanted), "{file}: {}", run.stderr);
        }
    }
    let folder = tempfile::tempdir().unwrap();
    sekisho_in(folder.path(), &["kb", "export", "--format", "xlsx", "-o", "kb.xlsx"]).expect(0);
    for command in [["matrix", "import"], ["checklist", "check"]] {
        let run = sekisho_in(folder.path(), &[command[0], command[1], "kb.xlsx"]);
        assert_eq!((run.status, run.stdout.as_str()), (2, ""), "{}", run.stderr);
    }
}

#[test]
fn openpyxl_sees_a_workbook_to_work_with() {
    let folder = exported();
    let path = folder.path().join("対応表.xlsx");
    let Some((good, told)) = script("python3", "openpyxl", "check_matrix.py", &path) else { return };
    assert!(good, "{told}");
    let book: Value = serde_json::from_str(&told).unwrap();
    assert_eq!(book["created"], format!("{TODAY} 00:00:00"));
    let sheets = list(&book, "sheets");
    let names: Vec<&str> = sheets.iter().map(|sheet| sheet["title"].as_str().unwrap()).collect();
    assert_eq!(
        names,
        ["要約", "指摘一覧", "対応表", "経営管理編", "企画管理編", "システム運用編", "sekisho"]
    );
    assert_eq!(sheets[6]["state"], "hidden");
    assert_eq!(sheets[0]["charts"], 1);
    let matrix = json();
    for sheet in &sheets[1..6] {
        let title = &sheet["title"];
        // One page wide is what a workbook that says nothing means.
        let paper = sheet["paper"].as_array().unwrap();
        assert_eq!((&paper[0], &paper[1], &paper[3]), (&9.into(), &"landscape".into(), &0.into()), "{title}");
        assert!(paper[2].is_null() || paper[2] == 1, "{title}: {paper:?}");
        assert_eq!(sheet["repeated"], "$1:$1", "{title}");
        assert!(sheet["frozen"].as_str().unwrap().ends_with('2') && sheet["filter"].is_string(), "{title}");
        assert!(sheet["footer"].as_str().unwrap().contains("&P"), "{title}");
        assert!(sheet["wrapped"] == true && sheet["coloured"].as_u64() >= Some(8), "{title}");
        assert_eq!(sheet["formulas"], 0, "{title}");
    }
    let findings = &sheets[1];
    let rows = list(findings, "rows");
    assert_eq!(rows.len(), list(&matrix, "findings").len());
    let head = list(findings, "head");
    let column = |name: &str| head.iter().position(|found| found == name).unwrap();
    for name in ["判断", "理由", "承認者", "期限"] {
        assert!(rows.iter().all(|row| row[column(name)] == ""), "{name}");
    }
    let validations = list(findings, "validations");
    assert_eq!(validations[0]["list"], "\"是正する,例外として認める,対象外,検討中\"");
    assert_eq!((&validations[0]["type"], &validations[1]["type"]), (&"list".into(), &"date".into()));
    // Every status has a sign beside its colour.
    for row in rows {
        let status = row[column("状態")].as_str().unwrap();
        assert!(status.starts_with(['■', '×', '△', '▽', '→', '？']), "{status}");
    }
    let clauses: usize = sheets[3..6].iter().map(|sheet| list(sheet, "rows").len()).sum();
    assert_eq!(clauses, list(&matrix, "clauses").len());
    let told = sheets.iter().map(|sheet| sheet.to_string()).collect::<String>();
    assert_eq!(told.matches("これは法的助言ではありません").count(), 1);
}
