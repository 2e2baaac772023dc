//! What holds for every input: no panic, spans where they belong, nothing dropped, the same again.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may fail loudly")]

mod invariants;

use invariants::check;
use linter::document::Document;
use linter::read::{ReadOptions, read_document};
use proptest::prelude::*;

fn read(bytes: &[u8], name: &str) -> Option<Document> {
    let document = read_document(bytes, name, &ReadOptions::default());
    assert_eq!(document, read_document(bytes, name, &ReadOptions::default()));
    let document = document.ok()?;
    check(&document);
    Some(document)
}

/// Lines of the kinds that rules and contracts are made of, in any order.
fn line() -> impl Strategy<Value = String> {
    let mark = prop_oneof![
        Just("第１条　"),
        Just("第1条(目的)"),
        Just("第2条"),
        Just("第十条の二 "),
        Just("第1章 総則"),
        Just("（目的）"),
        Just("(1) "),
        Just("２　"),
        Just("2. "),
        Just("1.1 "),
        Just("ア　"),
        Just("① "),
        Just("・"),
        Just("- "),
        Just("-"),
        Just("附則"),
        Just("別紙1"),
        Just("目次"),
        Just("※"),
        Just("# "),
        Just("## "),
        Just("**"),
        Just("| a | b |"),
        Just("|---|---|"),
        Just("【"),
        Just("■ "),
        Just("以上"),
        Just("甲: "),
        Just("(注)"),
        Just("<!-- "),
        Just("```"),
        Just("　"),
        Just(""),
        Just("===="),
        Just("> "),
        Just(".. a::"),
        Just("○"),
        Just("(1)"),
        Just("第3条及び第4条 "),
        Just("改版履歴"),
        Just("第1章 総則(目的)"),
        Just("    1. "),
    ];
    let text = prop_oneof![
        Just("乙は、甲に報告する。"),
        Just("次の各号に掲げる事項"),
        Just("規程"),
        Just("目的"),
        Just(""),
        Just("第2条 甲は、定める。 (1) 一。 (2) 二。"),
        Just("(平成3年1月1日)"),
        Just("**"),
        Just("】"),
        Just("情 報 管 理"),
        Just("12"),
        Just(" | b |"),
        Just("-->"),
        Just("用語は、次の各号による。"),
        Just("この規程は、4月1日から施行する。"),
        Just("情報に関する"),
        Just("H22.8.24"),
        Just("削除"),
        Just("情報情報システムシステムの運用の運用"),
    ];
    (mark, text, prop_oneof![Just("\n"), Just("\n\n"), Just("\r\n"), Just("")])
        .prop_map(|(mark, text, end)| format!("{mark}{text}{end}"))
}

/// Tags that open, close and cross in any order.
const TAGS: [&str; 40] = [
    "<p>",
    "</p>",
    "<div>",
    "</div>",
    "<b>",
    "</b>",
    "<table>",
    "</table>",
    "<tr>",
    "<td>",
    "</td>",
    "<th rowspan=2 colspan=3>",
    "<ol type=i start=-2>",
    "<ul>",
    "</ul>",
    "<li>",
    "<li value=9>",
    "<h1>",
    "</h2>",
    "<br>",
    "<pre>",
    "</pre>",
    "<a href=#a>",
    "<a href=b>",
    "</a>",
    "<nav>",
    "</nav>",
    "<main>",
    "</main>",
    "<title>",
    "</title>",
    "<del>",
    "</del>",
    "<p hidden>",
    "&nbsp;",
    "&#x3000",
    "<!--",
    "-->",
    "<script>",
    "</script>",
];

#[test]
fn a_note_between_a_number_and_the_lead_of_its_items() {
    read("(1)\n※乙は、甲に報告する。\n用語は、次の各号による。\n".as_bytes(), "a.txt");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        read(&bytes, "a.txt");
    }

    #[test]
    fn any_text(text in "\\PC{0,200}") {
        read(text.as_bytes(), "a.md");
    }

    #[test]
    fn any_order_of_lines(lines in proptest::collection::vec(line(), 1..25)) {
        let text = lines.concat();
        read(text.as_bytes(), "a.txt");
        read(format!("# 規程\n\n{text}\n\n**注**\n").as_bytes(), "a.md");
        let utf16: Vec<u8> = [0xFF, 0xFE].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect();
        read(&utf16, "a.txt");
    }

    #[test]
    fn any_page(pieces in proptest::collection::vec((0..TAGS.len(), line()), 0..40)) {
        let body: String = pieces.iter().map(|(tag, line)| format!("{}{line}", TAGS[*tag])).collect();
        read(body.as_bytes(), "a.html");
        read(format!("<html><body>{body}").as_bytes(), "a");
        let (shift_jis, ..) = encoding_rs::SHIFT_JIS.encode(&body);
        read(&[b"<html><meta charset=shift_jis>", &*shift_jis].concat(), "a");
    }

    #[test]
    fn damaged_workbooks(at in 0_usize..8000, value in any::<u8>(), cut in 0_usize..8000) {
        let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/fixtures/xlsx/targets.xlsx");
        let mut bytes = std::fs::read(path).unwrap();
        let length = bytes.len();
        bytes[at % length] = value;
        read(&bytes, "a.xlsx");
        bytes.truncate(cut % length);
        read(&bytes, "a.xlsx");
    }

    #[test]
    fn damaged_word_files(at in 0_usize..8000, value in any::<u8>(), cut in 0_usize..8000) {
        let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/fixtures/docx/notes.docx");
        let mut bytes = std::fs::read(path).unwrap();
        let length = bytes.len();
        bytes[at % length] = value;
        read(&bytes, "a.docx");
        bytes.truncate(cut % length);
        read(&bytes, "a.docx");
    }

    #[cfg(feature = "pdf")]
    #[test]
    fn damaged_pdf_files(at in 0_usize..8000, value in any::<u8>(), cut in 0_usize..8000) {
        let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/fixtures/pdf/turned.pdf");
        let mut bytes = std::fs::read(path).unwrap();
        let length = bytes.len();
        bytes[at % length] = value;
        read(&bytes, "a.pdf");
        bytes.truncate(cut % length);
        read(&bytes, "a.pdf");
    }
}

#[test]
fn every_fixture_is_sound() {
    for folder in ["tests/documents", "tests/variants"] {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_file() {
                let bytes = std::fs::read(&path).unwrap();
                assert!(
                    read(&bytes, &path.to_string_lossy()).is_some_and(|document| !document.nodes.is_empty()),
                    "{path:?}"
                );
            }
        }
    }
}

/// Work must stay proportional to the text: each of these would take minutes if a step looked back or ahead too far.
#[test]
fn hostile_lines_take_no_longer_than_their_length() {
    let many = |text: &str| text.repeat(60_000 / text.len());
    let one_line = [
        "第1条 (",
        "。(",
        "第",
        "1",
        "(1) 。 ",
        "( 1 ) ",
        "第 1 ",
        "あ い ",
        "の",
        "。第1条 (あ)",
        "ああい",
        "1. 1. ",
        "第1条 第1条 ",
    ];
    for text in one_line {
        read(format!("規程\n第1条 {}\n", many(text)).as_bytes(), "a.txt");
    }
    for text in [
        "あ、\n",
        "次の各号に掲げる者\n",
        "甲は、する。\n",
        "第1章 総則\n",
        "(1) あ\n",
        "(目的)\n",
        "| a | b |\n",
        "- a\n",
        "#\n",
        "情報に関する\n",
        "情 報 運\n",
        "(1)\n用語は、次の各号による。\n",
        "その他の者\n",
        "改版履歴\nH22.8.24\n",
        "この規程は、4月1日から施行する。\n",
    ] {
        read(format!("規程\n第1条 甲は、次のとおりとする。\n{}", many(text)).as_bytes(), "a.txt");
        read(format!("# 規程\n\n目次\n\n{}", many(text)).as_bytes(), "a.md");
    }
}

#[test]
fn deep_nesting_does_not_exhaust_the_stack() {
    for text in
        [">".repeat(30_000), "- ".repeat(15_000), "[".repeat(30_000), "(".repeat(30_000), "*".repeat(30_000)]
    {
        read(format!("# a\n\n{text}\n").as_bytes(), "a.md");
        read(text.as_bytes(), "a.txt");
    }
}
