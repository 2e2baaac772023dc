//! Files that are called Word files or come from word processors: read, or refused with the way out.

use linter::message::{self, Lang};
use linter::read::{ReadOptions, read_document};
use std::path::Path;

/// The file, the name it is given under, and the code of the error or of the issue; none where it is simply read.
const CASES: &[(&str, &str, Option<&str>)] = &[
    ("foreign/keiyaku.doc", "契約.doc", Some("read-ole2")),
    ("foreign/keiyaku.doc", "契約.docx", Some("read-ole2")),
    ("foreign/keiyaku.doc", "契約.jtd", Some("read-ole2")),
    ("foreign/keiyaku.rtf", "契約.rtf", Some("read-not-yet")),
    ("foreign/keiyaku.rtf", "契約.docx", Some("read-not-yet")),
    ("foreign/keiyaku.odt", "契約.odt", Some("read-not-yet")),
    ("foreign/keiyaku.odt", "契約.docx", Some("read-not-yet")),
    ("foreign/keiyaku.docm", "契約.docm", Some("read-macros")),
    ("foreign/keiyaku.dotx", "ひな形.dotx", None),
    ("foreign/strict.docx", "契約.docx", None),
    ("layout-plain.docx", "契約.txt", None),
    ("foreign/locked.docx", "契約.docx", Some("read-ole2")),
    ("foreign/locked-zip.docx", "契約.docx", Some("read-zip-encrypted")),
    ("labels/lists.tsv", "契約.docx", Some("read-wrong-extension")),
    ("labels/lists.tsv", "契約.doc", Some("read-wrong-extension")),
];

#[test]
fn every_container_is_read_or_refused_with_the_way_out() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/fixtures/docx");
    let mut said = String::new();
    for (file, name, wanted) in CASES {
        let bytes = std::fs::read(folder.join(file)).unwrap();
        let (code, args) = match read_document(&bytes, name, &ReadOptions::default()) {
            Ok(document) => {
                assert!(document.text.contains("検査機器"), "{file}");
                match document.issues.as_slice() {
                    [] => (None, Vec::new()),
                    [issue, ..] => (Some(issue.code.clone()), Vec::new()),
                }
            }
            Err(error) => (Some(error.code().to_owned()), error.args()),
        };
        assert_eq!(code.as_deref(), *wanted, "{file} as {name}");
        if let Some(code) = code {
            let args: Vec<(&str, &str)> = args.iter().map(|(name, value)| (*name, value.as_str())).collect();
            let help = message::help(Lang::Ja, &code, &args).unwrap();
            let message = message::text(Lang::Ja, &code, &args);
            said.push_str(&format!("{file} ({name})\n  {message}\n  {help}\n"));
        }
    }
    insta::assert_snapshot!(said);
}

#[test]
fn a_file_that_was_cut_off_is_an_error_at_every_length() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/fixtures/docx");
    let bytes = std::fs::read(folder.join("layout-plain.docx")).unwrap();
    for length in (1..bytes.len()).step_by(97) {
        let error = read_document(&bytes[..length], "a.docx", &ReadOptions::default()).unwrap_err();
        assert!(
            matches!(error.code(), "read-zip-broken" | "read-wrong-extension" | "read-empty"),
            "{length} {error}"
        );
    }
}
