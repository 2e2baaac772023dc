//! One short document for each layout that rules of hospitals are found in: file name = code of the layout and what it
//! is. The expected trees stand in `variants/expected` and were read against the documents line by line.

use linter::read::{ReadOptions, read_document};
use linter::tree_view::outline;
use std::path::Path;

/// Title A, enactment B, contents C, article D, paragraph E, item F, layout G, characters H and I, end matter K.
const CODES: &[&str] = &[
    "A1", "A2", "A3", "A4", "A5", "A6", "A7", "A8", "B1", "B2", "B3", "B4", "B5", "B6", "B7", "B8", "B9",
    "C", "C2", "D1", "D2", "D3", "D4", "D5", "D6", "D7", "D8", "D9", "D10", "D11", "D12", "D13", "D14",
    "D15", "D15b", "D16", "D17", "D18", "D19", "D20", "D21", "D22", "D23", "E1", "E3", "E4", "E5", "E6",
    "E7", "E8", "E10", "F1", "F2", "F3", "F4", "F5", "F6", "F6t", "F7", "F8", "F9", "F10", "F11", "F12",
    "F13", "F14", "F16", "F17", "G1", "G2", "G3", "G4", "G5", "G5b", "H", "I1", "I3", "K1", "K2",
];

#[test]
fn every_layout_is_read_as_a_lawyer_would_draw_it() {
    insta::with_settings!({ snapshot_path => "variants/expected", omit_expression => true, prepend_module_to_snapshot => false }, {
        insta::glob!("variants/*.txt", |path| {
            let bytes = std::fs::read(path).unwrap();
            let document = read_document(&bytes, &path.to_string_lossy(), &ReadOptions::default()).unwrap();
            insta::assert_snapshot!("outline", outline(&document, 60));
        });
    });
}

#[test]
fn every_layout_has_a_document() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/variants");
    let names: Vec<String> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .filter(|name| name.ends_with(".txt"))
        .collect();
    let of = |code: &str| names.iter().any(|name| name.split('-').next() == Some(code));
    let missing: Vec<&&str> = CODES.iter().filter(|code| !of(code)).collect();
    assert!(missing.is_empty(), "no document for {missing:?}");
    let known = |name: &String| name.split('-').next().is_some_and(|code| CODES.contains(&code));
    assert!(names.iter().all(known), "a document without a known code");
}
