//! One contract in many layouts gives one tree; tables that say who does what stay tables.

#![expect(clippy::unwrap_used, reason = "a test may fail loudly")]

use linter::document::Document;
use linter::read::{ReadOptions, read_document};
use linter::tree_view::outline;
use std::path::Path;

fn read(name: &str) -> Document {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/fixtures/docx");
    let bytes = std::fs::read(folder.join(format!("layout-{name}.docx"))).unwrap();
    read_document(&bytes, "a.docx", &ReadOptions::default()).unwrap()
}

#[test]
fn every_layout_gives_the_tree_of_the_plain_one() {
    let plain = outline(&read("plain"), 60);
    insta::assert_snapshot!("layout-plain", plain);
    for name in [
        "two-columns",
        "three-columns",
        "merged",
        "boxes",
        "one-cell",
        "computed",
        "tabs-and-breaks",
        "headings",
    ] {
        assert_eq!(outline(&read(name), 60), plain, "{name}");
    }
}

#[test]
fn lists_in_tables_are_lists_and_tables_stay_tables() {
    for name in ["numbered-list", "tables"] {
        insta::assert_snapshot!(format!("layout-{name}"), outline(&read(name), 60));
    }
}
