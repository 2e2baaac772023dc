//! `sekisho kb export`: every form is complete, the same each time, and read back by programs that are not ours.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;

use kb::Kb;
use serde_json::Value;

use crate::harness::{root, sekisho, sekisho_in};

/// The files of a folder, or the one file.
fn content(path: &Path) -> BTreeMap<String, Vec<u8>> {
    if path.is_file() {
        return BTreeMap::from([(String::new(), std::fs::read(path).unwrap())]);
    }
    let files = std::fs::read_dir(path).unwrap().map(|file| file.unwrap());
    files.map(|file| (file.file_name().into_string().unwrap(), std::fs::read(file.path()).unwrap())).collect()
}

#[test]
fn every_form_has_the_same_bytes_each_time() {
    let folder = tempfile::tempdir().unwrap();
    for (format, target) in [
        ("json", "kb.json"),
        ("csv", "kb.csv"),
        ("xlsx", "kb.xlsx"),
        ("md", "kb.md"),
        ("md", "pages"),
        ("ndjson", "kb.ndjson"),
        ("ndjson", "quickwit"),
        ("oscal", "oscal"),
    ] {
        let run = |target: &str| {
            let run = sekisho_in(folder.path(), &["kb", "export", "--format", format, "-o", target]);
            assert_eq!((run.status, run.stdout.as_str(), run.stderr.as_str()), (0, "", ""), "{format}");
            content(&folder.path().join(target))
        };
        let first = run(target);
        assert!(first.values().all(|bytes| !bytes.is_empty()), "{format} {target}");
        assert!(first == run(target), "{format} {target} differs when it is written again");
        assert!(first == run(&format!("again-{target}")), "{format} {target} differs elsewhere");
    }
    let mut left = std::fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name());
    assert!(left.all(|name| !name.to_string_lossy().starts_with(".sekisho-")));
}

#[test]
fn every_form_has_every_entry() {
    let ids: Vec<&str> = Kb::embedded().unwrap().entries().map(|entry| entry.id()).collect();
    let csv = sekisho(&["kb", "export", "--format", "csv"]).expect(0);
    assert!(csv.starts_with("\u{feff}ID,") && csv.contains("\r\n"));
    let md = sekisho(&["kb", "export", "--format", "md"]).expect(0);
    let ndjson = sekisho(&["kb", "export", "--format", "ndjson"]).expect(0);
    assert_eq!(ndjson.lines().count(), ids.len());
    for id in ids {
        assert!(csv.contains(&format!("\n{id},")), "{id}");
        assert!(md.contains(&format!("<a id=\"{id}\"></a>")), "{id}");
        assert!(ndjson.contains(&format!("{{\"id\":\"{id}\",")), "{id}");
    }
}

#[test]
fn a_form_that_cannot_go_there_says_where_it_can() {
    let run = sekisho(&["kb", "export", "--format", "oscal"]);
    assert_eq!((run.status, run.stdout.as_str()), (2, ""));
    assert!(run.stderr.contains("-o"), "{}", run.stderr);
    let folder = tempfile::tempdir().unwrap();
    for format in ["xlsx", "oscal"] {
        let run = sekisho_in(folder.path(), &["kb", "export", "--format", format, "-o", "no/such/place"]);
        assert_eq!(run.status, 2, "{}", run.stderr);
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
    }
}

#[test]
fn other_files_of_a_folder_stay() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("notes.txt"), "mine").unwrap();
    for format in ["oscal", "ndjson", "md", "csv"] {
        sekisho_in(folder.path(), &["kb", "export", "--format", format, "-o", "."]).expect(0);
    }
    let files = content(folder.path());
    assert_eq!(files["notes.txt"], b"mine");
    for name in ["catalog.json", "entries.ndjson", "index-config.yaml", "index.md", "sekisho-kb.csv"] {
        assert!(files.contains_key(name), "{name}");
    }
}

/// Runs a script of the fixtures; nothing where its Python or the package is missing, unless all is said to be there
/// (`cargo xtask test --install` says so).
pub(crate) fn script(python: &str, package: &str, name: &str, argument: &Path) -> Option<(bool, String)> {
    let has = Command::new(python).args(["-c", &format!("import {package}")]).output();
    if !has.is_ok_and(|output| output.status.success()) {
        assert!(std::env::var_os("SEKISHO_ALL_TOOLS").is_none(), "{package} is not there");
        return None;
    }
    let path = root().join("tests/fixtures/export").join(name);
    let output = Command::new(python).arg(path).arg(argument).output().unwrap();
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    let told = format!("{text}{}", String::from_utf8_lossy(&output.stderr));
    Some((output.status.success(), if output.status.success() { text } else { told }))
}

#[test]
fn trestle_takes_the_oscal_documents() {
    let folder = tempfile::tempdir().unwrap();
    sekisho_in(folder.path(), &["kb", "export", "--format", "oscal", "-o", "oscal"]).expect(0);
    let python = std::env::var("SEKISHO_TRESTLE").unwrap_or_else(|_| "python3".to_owned());
    let oscal = folder.path().join("oscal");
    let Some((good, told)) = script(&python, "trestle.oscal.mapping", "check_oscal.py", &oscal) else {
        return;
    };
    assert!(good, "{told}");
    let kb = Kb::embedded().unwrap();
    assert!(told.contains(&format!("controls: {}\n", kb.clauses().count())), "{told}");
}

#[test]
fn openpyxl_reads_the_workbook() {
    let folder = tempfile::tempdir().unwrap();
    sekisho_in(folder.path(), &["kb", "export", "--format", "xlsx", "-o", "kb.xlsx"]).expect(0);
    let Some((good, told)) = script("python3", "openpyxl", "check_xlsx.py", &folder.path().join("kb.xlsx"))
    else {
        return;
    };
    assert!(good, "{told}");
    let book: Value = serde_json::from_str(&told).unwrap();
    let sheets = book["sheets"].as_array().unwrap();
    let about = sheets[0]["text"].as_str().unwrap();
    assert!(about.contains("厚生労働省") && about.contains("【未確認】") && about.contains(kb::KB_VERSION));
    let kb = Kb::embedded().unwrap();
    let mut ids = Vec::new();
    for sheet in &sheets[1..] {
        let title = &sheet["title"];
        assert_eq!((&sheet["frozen"], &sheet["wrapped"]), (&"B2".into(), &true.into()), "{title}");
        assert!(sheet["filter"].is_string(), "{title}");
        assert_eq!(sheet["formulas"], 0, "{title}");
        ids.extend(sheet["ids"].as_array().unwrap().iter().map(|id| id.as_str().unwrap().to_owned()));
    }
    assert_eq!(ids, kb.entries().map(|entry| entry.id().to_owned()).collect::<Vec<_>>());
}
