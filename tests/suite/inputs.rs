//! What `lint` and `tree` are given: standard input, patterns, folders with an ignore file, all in one fixed order.

use std::fs;
use std::path::Path;

use crate::harness::{TODAY, example, root, sekisho_fed, sekisho_in};

const CONTRACT: &str = "保守契約書\n（目的）\n第１条　甲は、乙に保守を委託する。\n";

/// Paths in the order of the report.
fn paths(json: &serde_json::Value) -> Vec<String> {
    let documents = json["documents"].as_array().unwrap();
    documents.iter().map(|document| document["path"].as_str().unwrap().to_owned()).collect()
}

fn folder(files: &[(&str, &str)]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in files {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    folder
}

fn linted(folder: &Path, args: &[&str]) -> Vec<String> {
    let run = sekisho_in(folder, &[&["lint", "--format", "json", "--fail-on", "never"], args].concat());
    paths(&run.json()).into_iter().map(|path| path.replace('\\', "/")).collect()
}

#[test]
fn standard_input_reads_like_the_file() {
    for extension in ["md", "docx"] {
        let bytes = fs::read(root().join(example("karte-hoshu-keiyaku", extension))).unwrap();
        let run = sekisho_fed(&bytes, &["lint", "-", "--format", "json", "--today", TODAY]);
        let fed = run.json();
        let named = sekisho_in(
            &root(),
            &["lint", &example("karte-hoshu-keiyaku", extension), "--format", "json", "--today", TODAY],
        );
        assert_eq!(fed["documents"][0]["path"], "<stdin>");
        // Passages name their document, too.
        let path = named.json()["documents"][0]["path"].as_str().unwrap().to_owned();
        assert_eq!(fed.to_string().replace("<stdin>", &path), named.json().to_string(), "{extension}");
    }
    let tree =
        sekisho_fed(b"<!DOCTYPE html><meta charset=utf-8><p>\xe7\xac\xac1\xe6\x9d\xa1 a", &["tree", "-"])
            .expect(0);
    assert!(tree.contains("条 1"), "{tree}");
}

#[test]
fn standard_input_is_read_once() {
    let run = sekisho_fed(CONTRACT.as_bytes(), &["lint", "-", "-"]);
    assert_eq!(run.status, 2);
    assert!(run.stderr.contains("標準入力(-)は一度しか読めません"), "{}", run.stderr);
    let empty = sekisho_fed(b"", &["lint", "-"]);
    assert!(empty.status == 2 && empty.stderr.contains("<stdin>"), "{}", empty.stderr);
}

/// The same document in every encoding has the same findings; only its bytes and their places differ.
#[test]
fn encodings_give_the_same_findings() {
    let text = fs::read_to_string(root().join(example("karte-hoshu-keiyaku", "md"))).unwrap();
    let encoded = |encoding: &'static encoding_rs::Encoding| {
        let (bytes, _, lossy) = encoding.encode(&text);
        assert!(!lossy, "{}", encoding.name());
        bytes.into_owned()
    };
    let wide = |bytes: fn(u16) -> [u8; 2], mark: &str| {
        format!("{mark}{text}").encode_utf16().flat_map(bytes).collect::<Vec<u8>>()
    };
    let files = [
        ("utf-8", text.clone().into_bytes()),
        ("utf-8 with a mark", format!("\u{feff}{text}").into_bytes()),
        ("utf-16le", wide(u16::to_le_bytes, "")),
        ("utf-16be", wide(u16::to_be_bytes, "")),
        ("utf-16le with a mark", wide(u16::to_le_bytes, "\u{feff}")),
        ("utf-16be with a mark", wide(u16::to_be_bytes, "\u{feff}")),
        ("shift_jis", encoded(encoding_rs::SHIFT_JIS)),
        ("euc-jp", encoded(encoding_rs::EUC_JP)),
        ("iso-2022-jp", encoded(encoding_rs::ISO_2022_JP)),
    ];
    let mut wanted = None;
    for (name, bytes) in files {
        let mut json = sekisho_fed(&bytes, &["lint", "-", "--format", "json", "--today", TODAY]).json();
        drop_places(&mut json);
        assert!(*wanted.get_or_insert_with(|| json.clone()) == json, "{name}: {}", json["errors"]);
    }
}

fn drop_places(json: &mut serde_json::Value) {
    match json {
        serde_json::Value::Object(fields) => {
            fields.retain(|name, _| !matches!(name.as_str(), "origin" | "sha256" | "path"));
            fields.values_mut().for_each(drop_places);
        }
        serde_json::Value::Array(values) => values.iter_mut().for_each(drop_places),
        _ => {}
    }
}

#[test]
fn patterns_are_spelled_out() {
    let folder = folder(&[
        ("契約/a.txt", CONTRACT),
        ("契約/b.md", CONTRACT),
        ("契約/旧/c.txt", CONTRACT),
        ("契約/d.bin", "x"),
        ("top.txt", CONTRACT),
    ]);
    assert_eq!(linted(folder.path(), &["契約/*.txt"]), ["契約/a.txt"]);
    assert_eq!(
        linted(folder.path(), &["契約/**/*.txt", "*.txt"]),
        ["契約/a.txt", "契約/旧/c.txt", "top.txt"]
    );
    assert_eq!(linted(folder.path(), &["契約/{a,b}.*"]), ["契約/a.txt", "契約/b.md"]);
    let none = sekisho_in(folder.path(), &["lint", "契約/*.bin"]);
    assert!(none.status == 2 && none.stderr.contains("パターンに合う文書"), "{}", none.stderr);
}

#[test]
fn ignored_files_are_left_out() {
    let folder = folder(&[
        ("a.txt", CONTRACT),
        ("下書き/b.txt", CONTRACT),
        ("下書き/残す.txt", CONTRACT),
        ("c.md", CONTRACT),
        (".d.txt", CONTRACT),
        ("~$e.txt", CONTRACT),
        (".gitignore", "a.txt\n"),
        (".sekishoignore", "# 下書きは見ない\n下書き/*\n!下書き/残す.txt\n*.md\n"),
    ]);
    assert_eq!(linted(folder.path(), &["."]), ["./a.txt", "./下書き/残す.txt"]);
    // A file that is named is meant.
    assert_eq!(linted(folder.path(), &["c.md"]), ["c.md"]);
}

#[test]
fn the_number_of_threads_changes_nothing() {
    let texts: Vec<(String, String)> =
        (0..12).map(|n| (format!("{n:02}.txt"), CONTRACT.replace("委託", &format!("{n}回の委託")))).collect();
    let files: Vec<(&str, &str)> = texts.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    let folder = folder(&files);
    let run = |jobs: &str| {
        let args = ["lint", ".", "missing.txt", "--format", "json", "--today", TODAY, "-j", jobs];
        let run = sekisho_in(folder.path(), &args);
        (run.stdout, run.stderr)
    };
    assert_eq!(run("1"), run("2"));
}
