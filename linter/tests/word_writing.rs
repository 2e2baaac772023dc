//! What the Word writer writes, our own reader reads: text, automatic numbers, tables.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test stops at what it did not expect; clippy.toml allows this only inside test functions"
)]

use linter::read::read_document;
use linter::tree_view::outline;
use linter::word::{
    Block, Cell, Field, File, Level, List, NumberFormat, Paragraph, Row, Style, Table, write,
};

fn level(format: NumberFormat, text: &str) -> Level {
    Level { format, text: text.to_owned(), start: 1, indent: 420, hanging: 420, continues: false }
}

fn rules() -> File {
    let mut file = File::new("持出し規程");
    file.date = Some("2026-11-22".to_owned());
    file.footer = vec![Paragraph::new(Style::Footer).field(Field::Page)];
    let mut articles = level(NumberFormat::Decimal, "第%2条");
    articles.continues = true;
    file.lists = vec![List {
        levels: vec![
            level(NumberFormat::DecimalFullWidth, "第%1章"),
            articles,
            Level { start: 2, ..level(NumberFormat::DecimalFullWidth, "%3") },
            level(NumberFormat::Kanji, "%4"),
            level(NumberFormat::Aiueo, "%5"),
        ],
    }];
    let numbered =
        |style, level, text: &str| Block::Paragraph(Paragraph::new(style).numbered(0, level).text(text));
    let plain = |style, text: &str| Block::Paragraph(Paragraph::new(style).text(text));
    let cells = |texts: [&str; 2]| {
        texts.map(|text| Cell::new(vec![Paragraph::new(Style::TableText).text(text)])).to_vec()
    };
    file.body = vec![
        plain(Style::Title, "持出し規程"),
        numbered(Style::Heading1, 0, "総則"),
        plain(Style::Caption, "（目的）"),
        numbered(Style::Article, 1, "この規程は、媒体の持出しについて定める。"),
        numbered(Style::Heading1, 0, "手続"),
        plain(Style::Caption, "（承認）"),
        numbered(Style::Article, 1, "利用者は、次の各号に掲げる事項を申請する。"),
        numbered(Style::Item, 3, "日時"),
        numbered(Style::Item, 3, "目的"),
        numbered(Style::Subitem, 4, "A & B <1>\u{0}"),
        numbered(Style::Clause, 2, "前項の申請は、前日までに行う。"),
        Block::Table(Table {
            columns: vec![3_000, 3_000],
            rows: vec![
                Row { heading: true, whole: true, cells: cells(["区分", "期間"]) },
                Row { heading: false, whole: false, cells: cells(["申請書", "3年"]) },
            ],
        }),
    ];
    file
}

#[test]
fn it_is_read_as_it_was_meant() {
    let bytes = write(&rules()).unwrap();
    let document = read_document(&bytes, "a.docx", &Default::default()).unwrap();
    insta::assert_snapshot!(outline(&document, 40));
    assert!(document.text.contains("A & B <1>"));
    assert_eq!(bytes, write(&rules()).unwrap());
}
