//! The knowledge base through the real binary: entries of every kind, editions, applicability, data of one's own.

use std::path::Path;

use insta::assert_snapshot;
use serde_json::{Map, Value};

use crate::harness::{root, sekisho, stable};

#[test]
fn one_entry_of_every_kind() {
    let kinds: Vec<&str> = kb::EntryKind::ALL.iter().map(|kind| kind.as_str()).collect();
    let mut seen: Vec<String> = Vec::new();
    for (name, id) in [
        ("control", "JAHIS-6.4.2-T-b"),
        ("own-control", "K-C-14-5-1"),
        ("checklist", "CL-R7-H-2-8"),
        ("agreement", "AG-2024-P1-A-1"),
        ("comment", "PC-68"),
        ("change", "V7-20"),
        ("reference", "REF-medical-act-rule-14-2"),
        ("term", "T-mfa"),
        ("audience", "AUD-management-4"),
        ("practice", "9P-1"),
        ("form", "CL-R8-V"),
        ("section", "C-8.2"),
    ] {
        let text = sekisho(&["show", id]).expect(0);
        stable(|| assert_snapshot!(format!("show-{name}"), text));
        let json = sekisho(&["show", id, "--format", "json"]).json();
        seen.extend(json[0]["kind"].as_str().map(str::to_owned));
        let (places, entries): (Vec<&Value>, Vec<&Value>) =
            json.as_array().unwrap().iter().partition(|shown| shown["clauses"].is_array());
        assert!(entries.iter().all(|entry| entry["verification"]["content"].is_string()), "{id}");
        assert_eq!(places.len(), usize::from(name == "section"), "{id}");
    }
    for kind in kinds {
        assert!(kind == "clause" || seen.iter().any(|seen| seen == kind), "no entry of kind {kind}");
    }
}

#[test]
fn a_chapter_is_printed_before_its_clauses() {
    let shown = sekisho(&["show", "C-8", "--format", "json"]).json();
    let shown = shown.as_array().unwrap();
    let (chapter, clauses) = shown.split_first().unwrap();
    assert_eq!((chapter["id"].as_str(), chapter["kind"].as_str()), (Some("C-8"), Some("chapter")));
    assert!(
        chapter["title"].as_str().is_some_and(|title| sekisho(&["show", "C-8"]).expect(0).contains(title))
    );
    let ids: Vec<&Value> = clauses.iter().map(|clause| &clause["id"]).collect();
    assert_eq!(ids, chapter["clauses"].as_array().unwrap().iter().collect::<Vec<_>>());
}

#[test]
fn a_key_is_found_in_any_case() {
    assert_eq!(
        sekisho(&["show", "jahis-6.4.2-t-B"]).expect(0),
        sekisho(&["show", "JAHIS-6.4.2-T-b"]).expect(0)
    );
    assert_eq!(sekisho(&["show", "運用8⑤"]).expect(0), sekisho(&["show", "C-8-5"]).expect(0));
}

#[test]
fn a_number_of_several_parts_is_told() {
    let told = |id| sekisho(&["show", id]).expect(0).contains("か所に当たります");
    assert!(told("8⑤"));
    assert!(!told("運用8⑤") && !told("運用編"));
}

#[test]
fn editions_side_by_side() {
    for (name, args) in [
        ("diff-5.2-6.0", &["kb", "diff", "5.2", "6.0", "--summary"][..]),
        ("diff-6.0-7.0", &["kb", "diff", "6.0", "7.0"]),
        ("diff-en", &["--lang", "en", "kb", "diff", "5.2", "7.0", "--summary"]),
        ("applies-4", &["kb", "applies", "--type", "Ⅳ"]),
        ("applies-en", &["--lang", "en", "kb", "applies", "--type", "Ⅳ"]),
    ] {
        let text = sekisho(args).expect(0);
        stable(|| assert_snapshot!(format!("kb-{name}"), text));
    }
    let json = sekisho(&["kb", "diff", "5.2", "7.0", "--format", "json"]).json();
    assert_eq!(json["legs"].as_array().unwrap().len(), 2);
    let roman = sekisho(&["kb", "applies", "--type", "IV", "--format", "json"]).json();
    assert_eq!(roman, sekisho(&["kb", "applies", "--type", "4", "--format", "json"]).json());
    assert_eq!(roman["type"], "Ⅳ");
}

#[test]
fn what_cannot_be_answered_is_told() {
    let cases: &[(&str, &[&str])] = &[
        ("backwards", &["kb", "diff", "6.0", "5.2"]),
        ("unknown edition", &["kb", "diff", "4.1", "6.0"]),
        ("edition without clauses", &["show", "C-14-5@7.0"]),
        ("a sort of keys", &["show", "CL-1"]),
        ("exclusions only", &["search", "--", "-ログ"]),
        ("unknown pattern", &["kb", "applies", "--type", "Ⅴ"]),
        ("no folder", &["kb", "verify", "--data", "nowhere"]),
        ("no data", &["kb", "verify", "--data", "examples"]),
    ];
    let told: String = cases
        .iter()
        .map(|(name, args)| {
            let run = sekisho(args);
            assert_eq!((run.status, run.stdout.as_str()), (2, ""), "{name}");
            format!("{name}:\n{}", run.stderr)
        })
        .collect();
    stable(|| assert_snapshot!("kb-refusals", told));
}

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        let target = to.join(path.file_name().unwrap());
        if path.is_dir() { copy(&path, &target) } else { std::fs::copy(&path, &target).map(drop).unwrap() }
    }
}

#[test]
fn mistakes_in_data_of_ones_own_are_placed() {
    let folder = tempfile::tempdir().unwrap();
    copy(&root().join("kb/data"), folder.path());
    let data = folder.path().display().to_string();
    assert!(
        sekisho(&["kb", "verify", "--data", &data]).expect(0).contains("誤りも欠けも見つかりませんでした")
    );
    let path = folder.path().join("controls/control/14-authentication.toml");
    let text = std::fs::read_to_string(&path).unwrap();
    std::fs::write(&path, text.replacen("to = \"C-14-5\"", "to = \"C-14-55\"", 1)).unwrap();
    let run = sekisho(&["kb", "verify", "--data", &data]);
    assert_eq!(run.status, 2);
    assert!(run.stderr.contains("controls/control/14-authentication.toml:"), "{}", run.stderr);
    assert!(run.stderr.contains("C-14-55 がありません"), "{}", run.stderr);
    std::fs::write(&path, text).unwrap();
    std::fs::write(folder.path().join("search/concepts.toml"), "\n[[concept]]\nword = []\n").unwrap();
    let run = sekisho(&["kb", "verify", "--data", &data]);
    assert_eq!(run.status, 2);
    assert!(run.stderr.contains("search/concepts.toml:3:1"), "{}", run.stderr);
}

/// The schema of a folder with the definitions it refers to.
fn schema_of(schema: &Value, folder: &str) -> Value {
    let mut own: Map<String, Value> = schema["properties"][folder].as_object().unwrap().clone();
    own.insert("$defs".to_owned(), schema["$defs"].clone());
    Value::Object(own)
}

#[test]
fn data_files_follow_the_published_schema() {
    let schema = sekisho(&["schema", "kb-data"]).json();
    let root = root().join("kb/data");
    let mut folders = vec![root.clone()];
    let mut count = 0;
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let name = path.strip_prefix(&root).unwrap().to_string_lossy().replace('\\', "/");
            let room = match name.split('/').next().unwrap() {
                "search" | "README.md" => continue,
                room if !name.ends_with(".toml") => panic!("{room}: {name} is no data file"),
                "agreement" => "checklists",
                room if room.starts_with("guideline-") => "guideline",
                room => room.trim_end_matches(".toml"),
            };
            let value: Value = toml::from_str(&std::fs::read_to_string(&path).unwrap()).unwrap();
            let validator = jsonschema::validator_for(&schema_of(&schema, room)).unwrap();
            let errors: Vec<String> = validator.iter_errors(&value).map(|error| error.to_string()).collect();
            assert!(errors.is_empty(), "{name}: {errors:#?}");
            count += 1;
        }
    }
    assert!(count > 100, "{count}");
}
