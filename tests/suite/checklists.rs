//! `sekisho checklist`: forms whose answers stay empty, with passages beside the questions, and what is open in them.

use std::path::Path;

use insta::assert_snapshot;
use serde_json::Value;

use crate::exports::script;
use crate::harness::{TODAY, example, root, sekisho, sekisho_in, stable};
use crate::reports::{assert_valid, schema};

/// Headings of cells that only people fill in.
const ANSWERS: [&str; 7] = ["答え", "確認日", "目標日", "答え(2回目)", "確認日(2回目)", "完了日", "備考"];

fn list<'a>(value: &'a Value, name: &str) -> &'a Vec<Value> {
    value[name].as_array().unwrap()
}

fn contract() -> String {
    root().join(example("karte-hoshu-keiyaku", "docx")).display().to_string()
}

#[test]
fn the_table_of_roles_with_passages_of_a_contract() {
    let file = example("karte-hoshu-keiyaku", "docx");
    let text = sekisho(&["checklist", "fill", &file, "--form", "role-sharing", "--today", TODAY]).expect(0);
    stable(|| assert_snapshot!("checklist-roles", text));
}

#[test]
fn every_passage_of_a_form_stands_in_the_document() {
    for form in [
        &["--form", "role-sharing"][..],
        &["--year", "r7", "--for", "hospital"],
        &["--year", "r5", "--for", "vendor"],
    ] {
        for name in ["karte-hoshu-keiyaku.docx", "unyou-kanri-kitei.md"] {
            let file = format!("examples/{name}");
            let mut args = vec!["checklist", "fill", &file, "--today", TODAY, "--format", "json"];
            args.extend(form);
            let filled = sekisho(&args).json();
            assert_valid(&schema("checklist"), &filled, "checklist");
            let report = sekisho(&["lint", &file, "--format", "json", "--today", TODAY]).json();
            let outcomes = list(&report["documents"][0], "outcomes");
            for item in list(&filled, "items") {
                assert!(item.get("answer").is_none());
                for found in list(item, "evidence") {
                    let outcome = outcomes.iter().find(|outcome| outcome["rule"] == found["rule"]).unwrap();
                    let same = |passage: &&Value| {
                        ["document", "article", "quote", "role"]
                            .iter()
                            .all(|name| passage[name] == found[name])
                    };
                    assert!(list(outcome, "evidence").iter().any(|passage| same(&passage)), "{found}");
                    assert_ne!(found["role"], "looked_here");
                    // What ties it to the question is a basis of a rule that has this passage.
                    let with_it = outcomes
                        .iter()
                        .filter(|outcome| list(outcome, "evidence").iter().any(|one| same(&one)));
                    let bases: Vec<&Value> = with_it.flat_map(|outcome| list(outcome, "basis")).collect();
                    for tie in list(found, "through") {
                        assert!(bases.contains(&tie), "{tie} {found}");
                    }
                }
            }
        }
    }
}

#[test]
fn forms_are_the_same_each_time_and_know_all_questions() {
    let folder = tempfile::tempdir().unwrap();
    for (year, audience, form) in [
        ("r5", "hospital", "CL-R5-H"),
        ("r5", "vendor", "CL-R5-V"),
        ("r6", "hospital", "CL-R6-H"),
        ("r7", "hospital", "CL-R7-H"),
        ("r7", "vendor", "CL-R7-V"),
    ] {
        let run = |name: &str| {
            let target = format!("{name}.xlsx");
            let args =
                ["checklist", "new", "--year", year, "--for", audience, "--today", TODAY, "-o", &target];
            sekisho_in(folder.path(), &args).expect(0);
            std::fs::read(folder.path().join(target)).unwrap()
        };
        assert!(run("a") == run("b"), "{year} {audience}");
        let json =
            sekisho(&["checklist", "new", "--year", year, "--for", audience, "--format", "json"]).json();
        let ids: Vec<&str> = list(&json, "items").iter().map(|item| item["id"].as_str().unwrap()).collect();
        let kb = kb::Kb::embedded().unwrap();
        let known: Vec<&str> =
            kb.entries().filter(|entry| entry.form() == Some(form)).map(|entry| entry.id()).collect();
        assert_eq!(ids, known);
    }
}

#[test]
fn forms_that_were_not_obtained_are_not_made() {
    let folder = tempfile::tempdir().unwrap();
    for (year, audience) in [
        ("r5", "pharmacy"),
        ("r6", "pharmacy"),
        ("r6", "vendor"),
        ("r7", "pharmacy"),
        ("r8", "hospital"),
        ("r8", "pharmacy"),
        ("r8", "vendor"),
    ] {
        let run = sekisho_in(
            folder.path(),
            &["checklist", "new", "--year", year, "--for", audience, "-o", "a.xlsx"],
        );
        assert_eq!((run.status, run.stdout.as_str()), (2, ""), "{year} {audience}");
        assert!(run.stderr.contains("入手していないため"), "{}", run.stderr);
    }
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
    for args in [
        &["--year", "r7"][..],
        &["--for", "hospital"],
        &[],
        &["--form", "role-sharing", "--year", "r7", "--for", "hospital"],
    ] {
        let run = sekisho(&[&["checklist", "new"], args].concat());
        assert_eq!((run.status, run.stdout.as_str()), (2, ""), "{args:?}");
    }
}

fn looked_at(path: &Path) -> Option<Value> {
    let (good, told) = script("python3", "openpyxl", "check_matrix.py", path)?;
    assert!(good, "{told}");
    Some(serde_json::from_str(&told).unwrap())
}

#[test]
fn answers_are_left_to_people() {
    let folder = tempfile::tempdir().unwrap();
    let contract = contract();
    for (form, sheet) in [
        (&["--form", "role-sharing"][..], "確認表"),
        (&["--year", "r7", "--for", "vendor"], "チェックリスト"),
    ] {
        let mut args = vec!["checklist", "fill", contract.as_str(), "--today", TODAY, "-o", "a.xlsx"];
        args.extend(form);
        sekisho_in(folder.path(), &args).expect(0);
        let Some(book) = looked_at(&folder.path().join("a.xlsx")) else { return };
        let json = {
            let mut args = vec!["checklist", "fill", contract.as_str(), "--today", TODAY, "--format", "json"];
            args.extend(form);
            sekisho_in(folder.path(), &args).json()
        };
        let sheets = list(&book, "sheets");
        assert_eq!(sheets[1]["title"], sheet);
        // One page wide is what a workbook that says nothing means.
        let paper = sheets[1]["paper"].as_array().unwrap();
        assert_eq!((&paper[0], &paper[1], &paper[3]), (&9.into(), &"landscape".into(), &0.into()));
        assert!(paper[2].is_null() || paper[2] == 1, "{paper:?}");
        assert!(sheets[1]["filter"].is_string() && sheets[1]["frozen"] == "B2");
        let head = list(&sheets[1], "head");
        let column = |name: &str| head.iter().position(|found| found == name);
        let rows = list(&sheets[1], "rows");
        assert_eq!(rows.len(), list(&json, "items").len());
        for (row, item) in rows.iter().zip(list(&json, "items")) {
            for name in ANSWERS {
                assert!(column(name).is_none_or(|column| row[column] == ""), "{name} of {}", item["id"]);
            }
            let evidence = list(item, "evidence");
            for name in ["文書にある手掛かり", "行う側"] {
                if let Some(column) = column(name) {
                    assert_eq!(row[column] == "", evidence.is_empty(), "{name} of {}", item["id"]);
                }
            }
            if let Some(first) = evidence.first() {
                let article = first["article"].as_str().unwrap();
                assert!(row[column("文書にある手掛かり").unwrap()].as_str().unwrap().contains(article));
            }
        }
        let lists: Vec<&Value> =
            list(&sheets[1], "validations").iter().filter(|found| found["type"] == "list").collect();
        assert!(!lists.is_empty() && lists.iter().all(|found| found["list"] == "\"はい,いいえ,対象外\""));
        let about = sheets[0].to_string();
        assert!(about.contains("答えは空欄です"));
        assert_eq!(about.contains("様式の一部しか入手していません"), json["form"]["obtained"] == false);
        std::fs::remove_file(folder.path().join("a.xlsx")).unwrap();
    }
}

#[test]
fn what_is_open_in_a_form() {
    let folder = tempfile::tempdir().unwrap();
    let new = ["checklist", "new", "--year", "r5", "--for", "hospital", "--today", TODAY, "-o", "表.xlsx"];
    sekisho_in(folder.path(), &new).expect(0);
    let path = folder.path().join("表.xlsx");
    let checked = sekisho_in(folder.path(), &["checklist", "check", "表.xlsx", "--format", "json"]);
    assert_eq!(checked.status, 1);
    let blank = checked.json();
    assert_valid(&schema("checklist-check"), &blank, "checklist-check");
    assert_eq!(list(&blank, "open").len() as u64, blank["questions"].as_u64().unwrap());
    assert!(list(&blank, "open").iter().all(|open| open["problem"] == "unanswered"));
    let Some((good, told)) = script("python3", "openpyxl", "answer_checklist.py", &path) else { return };
    assert!(good, "{told}");
    let run = sekisho_in(folder.path(), &["checklist", "check", "表.xlsx"]);
    assert_eq!(run.status, 1);
    assert_snapshot!("checklist-check", run.stdout);
    // A form that somebody has begun to answer is not written over.
    let before = std::fs::read(&path).unwrap();
    let run = sekisho_in(folder.path(), &new);
    assert_eq!(run.status, 2);
    assert!(run.stderr.contains("上書きしません"), "{}", run.stderr);
    assert!(before == std::fs::read(&path).unwrap());
}
