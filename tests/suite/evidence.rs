//! Passages of a report are found again after the document was edited.

use std::path::Path;

use insta::assert_snapshot;

use crate::harness::{TODAY, example, root, sekisho, sekisho_in, stable};

/// The example contract, judged; then with a new second article, one passage reworded and one deleted.
fn edited(folder: &Path) {
    let original = root().join(example("karte-hoshu-keiyaku", "md"));
    let text = std::fs::read_to_string(original).unwrap();
    std::fs::write(folder.join("契約.md"), &text).unwrap();
    let report = sekisho_in(folder, &["lint", "契約.md", "--format", "json", "--today", TODAY]);
    std::fs::write(folder.join("結果.json"), &report.stdout).unwrap();

    let mut text = text;
    let quotes: Vec<String> = report.json()["documents"][0]["outcomes"]
        .as_array()
        .unwrap()
        .iter()
        .flat_map(|outcome| outcome["evidence"].as_array().unwrap())
        .map(|passage| passage["quote"].as_str().unwrap().to_owned())
        .collect();
    // What stands on one line of the file can be edited here without knowing the example's words.
    let mut whole = quotes.iter().filter(|quote| text.matches(quote.as_str()).count() == 1);
    let reworded = whole.next().unwrap().clone();
    let deleted = whole.find(|quote| **quote != reworded).unwrap().clone();
    text = text.replace(&reworded, &reworded.replace('、', "、原則として"));
    text = text.replace(&deleted, "本項は、削除した。");
    std::fs::write(folder.join("契約.md"), text).unwrap();
}

#[test]
fn passages_are_followed_through_an_edit() {
    let folder = tempfile::tempdir().unwrap();
    edited(folder.path());
    let run = sekisho_in(folder.path(), &["evidence", "locate", "結果.json"]);
    stable(|| assert_snapshot!("evidence-locate", run.expect(1)));
    let json =
        sekisho_in(folder.path(), &["evidence", "locate", "結果.json", "契約.md", "--format", "json"]).json();
    let standings: Vec<&str> = json["documents"][0]["passages"]
        .as_array()
        .unwrap()
        .iter()
        .map(|passage| passage["standing"].as_str().unwrap())
        .collect();
    for standing in ["kept", "changed", "gone"] {
        assert!(standings.contains(&standing), "{standing}: {standings:?}");
    }
    let schema: serde_json::Value = sekisho(&["schema", "evidence"]).json();
    assert!(jsonschema::validator_for(&schema).unwrap().is_valid(&json));
}

#[test]
fn the_untouched_document_keeps_everything() {
    let folder = tempfile::tempdir().unwrap();
    let report =
        sekisho(&["lint", &example("karte-hoshu-keiyaku", "md"), "--format", "json", "--today", TODAY]);
    let path = folder.path().join("r.json");
    std::fs::write(&path, &report.stdout).unwrap();
    // The same contract as a Word file: other bytes, the same words in the same articles.
    let docx = example("karte-hoshu-keiyaku", "docx");
    let run = sekisho(&["evidence", "locate", &path.display().to_string(), &docx, "--format", "json"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    for passage in run.json()["documents"][0]["passages"].as_array().unwrap() {
        assert_eq!(passage["standing"], "kept", "{passage}");
    }
}

#[test]
fn what_is_no_report_is_told() {
    let run = sekisho(&["evidence", "locate", "README.md"]);
    assert_eq!(run.status, 2);
    stable(|| assert_snapshot!("evidence-no-report", run.stderr));
}
