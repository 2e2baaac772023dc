//! Numbers that Word computes against those that LibreOffice prints (`tests/fixtures/docx/labels`).

#![expect(clippy::unwrap_used, reason = "a test may fail loudly")]

use linter::document::{Document, Origin};
use linter::read::{ReadOptions, read_document};
use std::path::Path;
use unicode_normalization::UnicodeNormalization as _;

/// Number formats that LibreOffice prints in Arabic digits, in Chinese, digit by digit or in the wrong circle: there
/// ECMA-376, 17.18.59, holds, and the labels are held by the tests of the formats.
const OTHERWISE_IN_LIBREOFFICE: [&str; 8] = [
    "japaneseLegal",
    "japaneseDigitalTenThousand",
    "ideographDigital",
    "ideographEnclosedCircle",
    "decimalEnclosedParen",
    "decimalEnclosedFullstop",
    "decimalFullWidth2",
    "numberInDash",
];

fn squeeze(text: &str) -> String {
    text.nfkc().filter(|character| !character.is_whitespace()).collect()
}

/// Label and beginning of the text of each line.
fn labels(document: &Document) -> Vec<(String, String)> {
    let mut start = 0;
    let mut found = Vec::new();
    for line in document.text.split('\n') {
        let computed = |at: usize| {
            let origin = document.source_map.locate(&document.text, (start + at) as u32).unwrap();
            matches!(origin, Origin::Docx { run: None, .. })
        };
        let split = line.char_indices().map(|(at, _)| at).find(|at| !computed(*at)).unwrap_or(line.len());
        let (label, text) = line.split_at(split);
        found.push((squeeze(label), squeeze(text)));
        start += line.len() + 1;
    }
    found
}

#[test]
fn labels_are_those_that_libreoffice_prints() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/fixtures/docx");
    let mut compared = Vec::new();
    for entry in std::fs::read_dir(folder.join("labels")).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
        let bytes = std::fs::read(folder.join(format!("{name}.docx"))).unwrap();
        let document = read_document(&bytes, "a.docx", &ReadOptions::default()).unwrap();
        let seen: Vec<_> = labels(&document).into_iter().filter(|(_, text)| !text.is_empty()).collect();
        let expected = std::fs::read_to_string(&path).unwrap();
        let (mut same, mut differing) = (0, Vec::new());
        assert_eq!(seen.len(), expected.lines().count(), "{name}: paragraphs");
        for ((label, text), line) in seen.iter().zip(expected.lines()) {
            let (printed, beginning) = line.split_once('\t').unwrap();
            assert!(text.starts_with(beginning), "{name}: {text} is not {beginning}");
            if label == printed {
                same += 1;
            } else if !OTHERWISE_IN_LIBREOFFICE.iter().any(|format| text.starts_with(format)) {
                differing.push(format!("{label} {text} (LibreOffice: {printed})"));
            }
        }
        compared.push(format!("{name}: {same} of {}; {}", seen.len(), differing.join("; ")));
    }
    compared.sort();
    insta::assert_snapshot!(compared.join("\n"));
}
