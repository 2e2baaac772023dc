//! Documents in, outlines out: one snapshot a layout, in `documents/expected`.

#![expect(clippy::unwrap_used, clippy::string_slice, reason = "a test may fail loudly")]

use linter::document::{Document, NodeType};
use linter::lint::understand;
use linter::read::{ISSUE_CODES, Limits, ReadError, ReadOptions, read_document};
use linter::tree_view::{outline, tree_view};
use std::path::Path;

fn read(path: &Path) -> Document {
    let bytes = std::fs::read(path).unwrap();
    read_document(&bytes, &path.to_string_lossy(), &ReadOptions::default()).unwrap()
}

fn word(name: &str) -> Document {
    read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/fixtures/docx").join(name))
}

#[test]
fn layouts() {
    insta::with_settings!({ snapshot_path => "documents/expected", omit_expression => true, prepend_module_to_snapshot => false }, {
        insta::glob!("documents/*.*", |path| insta::assert_snapshot!("outline", outline(&read(path), 60)));
    });
}

#[test]
fn word_files() {
    insta::with_settings!({ snapshot_path => "documents/expected", omit_expression => true, prepend_module_to_snapshot => false }, {
        for name in ["numbering", "styles", "table", "changes", "notes", "picture"] {
            insta::assert_snapshot!(format!("word-{name}"), outline(&word(&format!("{name}.docx")), 60));
        }
    });
}

#[test]
fn a_computed_label_stands_in_the_text_and_comes_from_no_run() {
    let document = word("numbering.docx");
    let article = document.nodes.iter().find(|node| node.node_type == NodeType::Article).unwrap();
    let label = article.label.unwrap();
    assert_eq!(document.slice(label), "第1条");
    let caption = article.caption.unwrap();
    assert_eq!(document.slice(caption), "目的");
    let at = |byte: u32| serde_json::to_value(document.source_map.locate(&document.text, byte)).unwrap();
    assert_eq!(at(label.start), serde_json::json!({"paragraph": 2, "run": null, "offset": 0}));
    assert_eq!(at(caption.start), serde_json::json!({"paragraph": 2, "run": 0, "offset": 1}));
}

#[test]
fn every_byte_of_a_text_file_is_found_again() {
    for text in ["（目的）\r\n第１条　この規程は、ｶﾞｲﾄﾞを定める。\n", "第1条 甲は、乙に委託する。\n"]
    {
        let document = read_document(text.as_bytes(), "a.txt", &ReadOptions::default()).unwrap();
        for (at, character) in document.text.char_indices().filter(|(_, c)| c.is_alphanumeric()) {
            let origin = document.source_map.locate(&document.text, at as u32).unwrap();
            let byte = serde_json::to_value(origin).unwrap()["byte"].as_u64().unwrap() as usize;
            let printed = text[byte..].chars().next().unwrap();
            let folded = linter::normalise::normalise(&printed.to_string());
            assert!(
                folded.starts_with(character) || character == 'ガ' || character == 'ド',
                "{character} {printed}"
            );
        }
    }
}

#[test]
fn the_json_view_has_the_documented_shape() {
    let text = "契約書\n（目的）\n第１条　甲は、乙に委託する。\n";
    let document = read_document(text.as_bytes(), "a.txt", &ReadOptions::default()).unwrap();
    insta::with_settings!({ snapshot_path => "documents/expected", omit_expression => true, prepend_module_to_snapshot => false }, {
        insta::assert_json_snapshot!("json-view", tree_view(&document, &understand(&document, None)));
    });
}

#[test]
fn limits_are_errors_with_a_code() {
    let code =
        |bytes: &[u8], limits: Limits| read_document(bytes, "a.txt", &limits.into()).unwrap_err().code();
    let limits = Limits::default();
    assert_eq!(code(&[b'a'; 100], Limits { max_bytes: 10, ..limits }), "read-too-large");
    assert_eq!(code("あ".repeat(400_000).as_bytes(), limits), "read-line-too-long");
    assert_eq!(code("a\n".repeat(50).as_bytes(), Limits { max_lines: 10, ..limits }), "read-too-many-lines");
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/fixtures/docx/table.docx");
    let docx = std::fs::read(path).unwrap();
    assert_eq!(code(&docx, Limits { max_entry_bytes: 500, ..limits }), "read-zip-too-large");
    assert_eq!(code(&docx, Limits { max_zip_entries: 2, ..limits }), "read-zip-entries");
    assert_eq!(code(&docx, Limits { max_xml_depth: 4, ..limits }), "read-xml-depth");
    assert_eq!(code(&docx, Limits { max_table_cells: 3, ..limits }), "read-table-too-large");
    assert_eq!(code(&docx[..docx.len() / 2], limits), "read-zip-broken");
}

#[test]
fn a_text_under_another_name_is_asked_about() {
    let read = |name: &str| read_document("第1条 乙は働く。".as_bytes(), name, &ReadOptions::default());
    for name in ["a.txt", "a.TEXT", "a.md", "契約書", "folder.d/契約書"] {
        assert!(read(name).is_ok(), "{name}");
    }
    for name in ["a.seki", "a.xyz", "a.csv"] {
        assert_eq!(read(name).unwrap_err().code(), "read-unknown-extension", "{name}");
    }
}

#[test]
fn codes_are_unique_and_prefixed() {
    let all: Vec<&str> = ReadError::CODES.iter().chain(ISSUE_CODES).copied().collect();
    let unique: std::collections::BTreeSet<&str> = all.iter().copied().collect();
    assert_eq!(unique.len(), all.len());
    assert!(all.iter().all(|code| code.starts_with("read-")));
}
