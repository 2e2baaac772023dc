//! `sekisho diff` and `lint --since`: what a person is told of two versions, in each form.

use std::path::Path;
use std::process::Command;

use serde_json::Value;

use crate::harness::{TODAY, example, root, sekisho, sekisho_in, stable};
use crate::reports::{assert_valid, schema};

const OLD: &str = "tests/fixtures/diff/kitei-old.txt";
const NEW: &str = "tests/fixtures/diff/kitei-new.txt";

fn diff(more: &[&str]) -> crate::harness::Run {
    let mut args = vec!["diff", OLD, NEW, "--today", TODAY];
    args.extend(more);
    sekisho(&args)
}

#[test]
fn the_comparison_as_people_read_it() {
    let text = diff(&["--fail-on-loss", "never"]).expect(0);
    stable(|| insta::assert_snapshot!("diff_text", text));
    let text = diff(&["--fail-on-loss", "never", "--lang", "en"]).expect(0);
    stable(|| insta::assert_snapshot!("diff_text_en", text));
}

#[test]
fn colours_mark_words() {
    let text = diff(&["--fail-on-loss", "never", "--color", "always"]).expect(0);
    assert!(text.contains("\u{1b}[4m\u{1b}[32m12\u{1b}[0m") || text.contains("\u{1b}[32;4m12"), "{text}");
    assert!(!text.contains("{+") && !text.contains("[-"));
}

#[test]
fn the_json_follows_its_schema() {
    let json = diff(&["--format", "json", "--fail-on-loss", "never"]).json();
    assert_valid(&schema("diff"), &json, "diff");
    assert_eq!(json["summary"]["deleted"], 1);
    let drifted: Vec<&Value> = json["sections"]
        .as_array()
        .unwrap()
        .iter()
        .flat_map(|one| one["drifted"].as_array().unwrap())
        .collect();
    assert_eq!(drifted.len(), 1, "{drifted:?}");
    assert_eq!((&drifted[0]["words"], &drifted[0]["went"]), (&"第10条".into(), &"第11条".into()));
}

#[test]
fn a_document_is_no_different_from_itself() {
    let name = "cloud-riyou-keiyaku";
    let (md, docx) = (example(name, "md"), example(name, "docx"));
    let run = sekisho(&["diff", &md, &docx, "--format", "json", "--today", TODAY]);
    let json: Value = serde_json::from_str(&run.expect(0)).unwrap();
    let summary = &json["summary"];
    for count in ["changed", "added", "deleted", "moved", "renumbered", "drifted"] {
        assert_eq!(summary[count], 0, "{count}");
    }
}

/// An example contract with one article taken out, and the later ones numbered anew.
fn without(name: &str, article: &str) -> String {
    let text = std::fs::read_to_string(root().join(example(name, "md"))).unwrap();
    let start = text.find(&format!("\n## {article}")).unwrap() + 1;
    let end = text[start..].find("\n## ").map_or(text.len(), |at| start + at + 1);
    let mut later = text[end..].to_owned();
    for number in 2..40 {
        let heading = |number: u32| format!("\n## 第{}条", wide(number));
        if text[..start].contains(&heading(number)) || text[start - 1..end].contains(&heading(number)) {
            continue;
        }
        later = format!("\n{later}").replace(&heading(number), &heading(number - 1))[1..].to_owned();
    }
    format!("{}{later}", &text[..start])
}

/// A number as this contract writes it.
fn wide(number: u32) -> String {
    number.to_string().chars().filter_map(|digit| char::from_u32(u32::from(digit) - 0x30 + 0xFF10)).collect()
}

/// The number of the article whose caption has this word.
fn article_with(name: &str, word: &str) -> String {
    let text = std::fs::read_to_string(root().join(example(name, "md"))).unwrap();
    let line = text.lines().find(|line| line.starts_with("## 第") && line.contains(word)).unwrap();
    line.trim_start_matches("## ").split('（').next().unwrap().to_owned()
}

#[test]
fn a_clause_that_was_struck_out_fails_the_run() {
    let folder = tempfile::tempdir().unwrap();
    let name = "cloud-riyou-keiyaku";
    let article = article_with(name, "事故の通知");
    let old = root().join(example(name, "md"));
    std::fs::write(folder.path().join("new.md"), without(name, &article)).unwrap();
    let run = |more: &[&str]| {
        let mut args = vec!["diff", old.to_str().unwrap(), "new.md", "--today", TODAY];
        args.extend(more);
        sekisho_in(folder.path(), &args)
    };
    let json: Value = serde_json::from_str(&run(&["--format", "json"]).expect(1)).unwrap();
    assert!(json["clause_summary"]["lost"].as_u64().unwrap() > 0);
    let lost = &json["clauses"][0];
    assert_eq!(lost["change"], "lost");
    assert!(lost["old"]["passages"][0]["article"].as_str().unwrap().starts_with("第12条"), "{lost}");
    run(&["--fail-on-loss", "never"]).expect(0);
    let quiet = run(&["--quiet"]).expect(1);
    assert!(quiet.lines().count() > 0 && quiet.lines().all(|line| line.starts_with("new.md: ")), "{quiet}");
    // The other way round nothing is lost.
    let back =
        sekisho_in(folder.path(), &["diff", "new.md", old.to_str().unwrap(), "--fail-on-loss", "info"]);
    assert_eq!(back.status, 0, "{}", back.stdout);

    let since = |more: &[&str]| {
        let mut args = vec!["lint", "new.md", "--since", old.to_str().unwrap(), "--today", TODAY];
        args.extend(more);
        sekisho_in(folder.path(), &args)
    };
    let json: Value = serde_json::from_str(&since(&["--format", "json"]).expect(1)).unwrap();
    assert_valid(&schema("report"), &json, "report");
    let document = &json["documents"][0];
    let open = |outcome: &&Value| {
        outcome["severity"].is_string() && !matches!(outcome["in_baseline"], Value::Bool(true))
    };
    let outcomes = document["outcomes"].as_array().unwrap();
    let finding =
        |outcome: &&Value| !matches!(outcome["status"].as_str(), Some("satisfied" | "not_applicable"));
    let hidden = outcomes.iter().filter(finding).filter(|outcome| outcome["in_baseline"] == true).count();
    assert_eq!(document["since"]["hidden"], hidden);
    assert!(hidden > 0 && outcomes.iter().filter(finding).filter(open).count() > 0);
    assert!(since(&[]).expect(1).contains(&format!("前からある指摘 {hidden} 件")));
}

#[test]
fn nothing_counts_where_nothing_changed() {
    let old = example("cloud-riyou-keiyaku", "md");
    let new = example("cloud-riyou-keiyaku", "docx");
    sekisho(&["lint", &new, "--fail-on", "info"]).expect(1);
    sekisho(&["lint", &new, "--since", &old, "--fail-on", "info"]).expect(0);
}

#[test]
fn what_cannot_be_compared_is_told() {
    for (args, word) in [
        (vec!["diff", "none.txt", NEW], "none.txt"),
        (vec!["diff", OLD, NEW, "-o", "table.odt"], ".docx"),
        (vec!["diff", "-", "-"], "標準入力"),
        (vec!["diff", OLD, NEW, "-o", "none/table.html"], "none/table.html"),
        (vec!["diff", OLD, NEW, "--remarks"], "--output"),
        (vec!["lint", OLD, NEW, "--since", OLD], "--since"),
        (vec!["lint", NEW, "--since", "none.txt"], "none.txt"),
    ] {
        let run = sekisho(&args);
        assert_eq!((run.status, run.stdout.as_str()), (2, ""), "{args:?}");
        assert!(run.stderr.contains(word), "{args:?}: {}", run.stderr);
    }
    let folder = tempfile::tempdir().unwrap();
    for name in ["old.html", "new.html"] {
        std::fs::write(folder.path().join(name), "<p>第1条 目的</p>").unwrap();
    }
    let run = sekisho_in(folder.path(), &["diff", "old.html", "new.html", "-o", "old.html"]);
    assert_eq!(run.status, 2, "an input was written over");
    assert!(run.stderr.contains("old.html"), "{}", run.stderr);
}

/// Writes a table and gives back its path.
fn written(folder: &Path, name: &str, more: &[&str]) -> std::path::PathBuf {
    let path = folder.join(name);
    let mut args = vec!["-o", path.to_str().unwrap(), "--fail-on-loss", "never"];
    args.extend(more);
    diff(&args).expect(0);
    path
}

#[test]
fn tables_have_the_same_bytes_each_time() {
    let folder = tempfile::tempdir().unwrap();
    for ending in ["docx", "xlsx", "html"] {
        let [a, b] =
            ["a", "b"].map(|name| written(folder.path(), &format!("{name}.{ending}"), &["--remarks"]));
        assert!(std::fs::read(a).unwrap() == std::fs::read(b).unwrap(), "{ending}");
    }
}

#[test]
fn the_page_is_whole() {
    let folder = tempfile::tempdir().unwrap();
    let page = std::fs::read_to_string(written(folder.path(), "a.html", &["--remarks"])).unwrap();
    stable(|| insta::assert_snapshot!("diff_html", page));
    for loaded in ["<script", "<link", "src=", "url(", "http"] {
        assert!(!page.contains(loaded), "{loaded}");
    }
}

/// What a script of the fixtures says of a file; nothing where its package is missing, unless all is said to be there.
fn seen_by(package: &str, script: &str, file: &Path) -> Option<Value> {
    let has = Command::new("python3").args(["-c", &format!("import {package}")]).output();
    if !has.is_ok_and(|output| output.status.success()) {
        assert!(std::env::var_os("SEKISHO_ALL_TOOLS").is_none(), "{package} is not there");
        return None;
    }
    let script = root().join("tests/fixtures/diff").join(script);
    let output = Command::new("python3").arg(script).arg(file).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    Some(serde_json::from_slice(&output.stdout).unwrap())
}

#[test]
fn python_docx_reads_the_table() {
    let folder = tempfile::tempdir().unwrap();
    let plain = written(folder.path(), "a.docx", &[]);
    let Some(seen) = seen_by("docx", "check_docx.py", &plain) else { return };
    assert_eq!(seen["title"], "みどり野病院医療情報システム運用管理規程 新旧対照表");
    assert_eq!(seen["created"], "2026-11-22 00:00:00+00:00");
    assert_eq!(
        (&seen["landscape"], &seen["repeated"], &seen["footer"]),
        (&true.into(), &true.into(), &4.into())
    );
    let rows: Vec<(&str, &str)> = seen["rows"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| (row[0].as_str().unwrap(), row[1].as_str().unwrap()))
        .collect();
    assert_eq!(rows[0], ("改正後（新）", "改正前（旧）"));
    for row in [
        (
            "第5条　管理者は、利用者に対し、年2回以上、情報セキュリティの教育を行わなければならない。",
            "第11条　管理者は、利用者に対し、年1回以上、情報セキュリティの教育を行わなければならない。",
        ),
        ("2　（略）", "2　（略）"),
        ("（委託先の監督）", "（新設）"),
        ("（削る）", "（紙台帳の併用）"),
    ] {
        assert!(rows.contains(&row), "{row:?} of {rows:#?}");
    }
    let marked: Vec<&str> =
        seen["marked"].as_array().unwrap().iter().map(|text| text.as_str().unwrap()).collect();
    for words in ["12", "24", "13", "第9条"] {
        assert!(marked.contains(&words), "{words} of {marked:?}");
    }
    // The table is a document that is read like any other.
    sekisho(&["tree", plain.to_str().unwrap()]).expect(0);
}

#[test]
fn openpyxl_reads_the_workbook() {
    let folder = tempfile::tempdir().unwrap();
    let book = written(folder.path(), "a.xlsx", &["--remarks"]);
    let Some(seen) = seen_by("openpyxl", "check_xlsx.py", &book) else { return };
    assert_eq!((&seen["orientation"], &seen["paper"]), (&"landscape".into(), &9.into()));
    assert_eq!((&seen["repeated"], &seen["frozen"]), (&"$5:$5".into(), &"A6".into()));
    let text = seen["text"].as_str().unwrap();
    for words in ["（新設）", "（削る）", "（略）", "備考", "12時間以内"] {
        assert!(text.contains(words), "{words} of {text}");
    }
    let marked: Vec<&str> =
        seen["marked"].as_array().unwrap().iter().map(|text| text.as_str().unwrap()).collect();
    assert!(marked.contains(&"12") && marked.contains(&"24"), "{marked:?}");
}
