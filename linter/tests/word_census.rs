//! The elements that the reader meets against those that are in the files (`tests/fixtures/docx/census.tsv`).

use linter::read::{ReadOptions, word_elements};
use std::path::Path;

#[test]
fn nothing_is_passed_over() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/fixtures/docx");
    let gold = std::fs::read_to_string(folder.join("census.tsv")).unwrap();
    let mut counted = vec![gold.lines().next().unwrap().to_owned()];
    for row in gold.lines().skip(1) {
        let name = row.split('\t').next().unwrap();
        let bytes = std::fs::read(folder.join(name)).unwrap();
        let found = word_elements(&bytes, &ReadOptions::default()).unwrap();
        let numbers = [
            found.paragraphs,
            found.cells,
            found.text_boxes,
            found.fields,
            found.insertions,
            found.deletions,
            found.notes,
            found.comments,
            found.margins,
        ];
        let numbers: Vec<String> = numbers.iter().map(u32::to_string).collect();
        counted.push(format!("{name}\t{}", numbers.join("\t")));
    }
    assert_eq!(counted, gold.lines().collect::<Vec<_>>());
    // Every column is put to the test by some file.
    for column in 1..counted.first().unwrap().split('\t').count() {
        let some = counted.iter().skip(1).any(|row| row.split('\t').nth(column) != Some("0"));
        assert!(some, "column {column} is always 0");
    }
}
