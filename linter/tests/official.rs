//! Documents in the layout of the guideline, set by LibreOffice and reportlab: what is read of them. Every sentence in them is
//! made up (see `tests/fixtures/official/make.py`); the published PDFs are not part of the project.

#![cfg(feature = "pdf")]
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test may fail loudly")]

use linter::official::import::{Recognised, recognise};
use linter::official::{Booklet, Volume};
use linter::read::Limits;
use std::fmt::Write as _;
use std::path::Path;

fn recognised(name: &str) -> Recognised {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/fixtures/official").join(name);
    let bytes = std::fs::read(path).unwrap();
    recognise(&bytes, "6.0", &Limits::default()).unwrap_or_else(|error| panic!("{name}: {error}"))
}

fn outline(volume: &Volume) -> String {
    let mut out = String::new();
    for heading in &volume.headings {
        writeln!(out, "{} {} (p.{})", heading.number, heading.title, heading.page).unwrap();
        for item in volume.items.iter().filter(|item| item.section == heading.number) {
            let text = item.text.replace('\n', "\n      ");
            writeln!(out, "  {} {text} (p.{})", item.label(), item.page).unwrap();
        }
    }
    out
}

/// Without pages, which differ from producer to producer.
fn wording(volume: &Volume) -> Vec<String> {
    let headings = volume.headings.iter().map(|heading| format!("{} {}", heading.number, heading.title));
    let items = volume.items.iter().map(|item| format!("{} {} {}", item.section, item.label(), item.text));
    headings.chain(items).collect()
}

#[test]
fn boxes_with_groups() {
    let cell = recognised("governance-cell.pdf");
    assert_eq!(cell.booklet, Booklet::Governance);
    insta::assert_snapshot!("official-governance", outline(&cell.volume));
    let border = recognised("governance-border.pdf");
    assert_eq!(wording(&border.volume), wording(&cell.volume));
}

#[test]
fn a_box_over_pages() {
    let cell = recognised("management-cell.pdf");
    assert_eq!(cell.booklet, Booklet::Management);
    insta::assert_snapshot!("official-management", outline(&cell.volume));
    let pages: Vec<u32> = cell.volume.items.iter().map(|item| item.page).collect();
    assert!(pages.iter().any(|page| Some(page) != pages.first()), "{pages:?}");
    // Without any frame.
    let plain = recognised("management-plain.pdf");
    assert_eq!(wording(&plain.volume), wording(&cell.volume));
}
