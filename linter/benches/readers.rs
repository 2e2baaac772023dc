//! How fast each reader is, and how much memory it takes at most, on a document of about 200 pages.
//!
//! `cargo bench -p linter --bench readers`: bytes per second are those of the file, except for Word and Excel, where they
//! are those of the expanded XML. PDF is the example contract of seven pages. `max alloc` is the peak over the whole
//! reading, the result included.

#![expect(clippy::expect_used, reason = "a benchmark stops at what it did not expect")]

use std::io::Write as _;

use divan::counter::BytesCount;
use divan::{AllocProfiler, Bencher};
use linter::read::{ReadOptions, read_document};

#[global_allocator]
static ALLOC: AllocProfiler = AllocProfiler::system();

fn main() {
    divan::main();
}

/// Articles of a long rule: 2,000 of them with three paragraphs and three items each are about 200 pages.
const ARTICLES: usize = 2_000;

/// The lines of the rule, each with its depth: 0 caption, 1 article, 2 paragraph, 3 item.
fn lines() -> Vec<(u8, String)> {
    let mut lines = vec![(0, "医療情報システム運用管理規程".to_owned())];
    for article in 1..=ARTICLES {
        lines.push((0, "(記録の保存)".to_owned()));
        lines.push((1, format!("第{article}条 システム管理者は、操作の記録を保存しなければならない。")));
        lines.push((2, "2 前項の記録は、次の各号に掲げる事項を含むものとする。".to_owned()));
        for item in ["操作した者", "操作した日時", "操作の内容及び対象となった情報"]
        {
            lines.push((3, format!("(1) {item}")));
        }
        lines.push((
            2,
            "3 第1項の記録は、五年間保存する。ただし、法令に別の定めがあるときは、この限りでない。"
                .to_owned(),
        ));
    }
    lines
}

fn bench(bencher: Bencher<'_, '_>, name: &str, file: &[u8], counted: usize) {
    let options = ReadOptions::default();
    bencher.counter(BytesCount::new(counted)).bench(|| {
        let document = read_document(divan::black_box(file), name, &options).expect("a document");
        assert!(document.nodes.len() > 50, "{} nodes", document.nodes.len());
        document
    });
}

#[divan::bench(sample_count = 10)]
fn text_utf8(bencher: Bencher<'_, '_>) {
    let text: String = lines().iter().map(|(_, line)| format!("{line}\n")).collect();
    bench(bencher, "a.txt", text.as_bytes(), text.len());
}

#[divan::bench(sample_count = 10)]
fn text_shift_jis(bencher: Bencher<'_, '_>) {
    let text: String = lines().iter().map(|(_, line)| format!("{line}\n")).collect();
    let (bytes, _, _) = encoding_rs::SHIFT_JIS.encode(&text);
    bench(bencher, "a.txt", &bytes, bytes.len());
}

#[divan::bench(sample_count = 10)]
fn markdown(bencher: Bencher<'_, '_>) {
    let text: String = lines()
        .iter()
        .map(|(depth, line)| if *depth == 1 { format!("## {line}\n\n") } else { format!("{line}\n\n") })
        .collect();
    bench(bencher, "a.md", text.as_bytes(), text.len());
}

#[divan::bench(sample_count = 10)]
fn docx(bencher: Bencher<'_, '_>) {
    let paragraphs: String =
        lines().iter().map(|(_, line)| format!("<w:p><w:r><w:t>{line}</w:t></w:r></w:p>")).collect();
    let space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    let xml = format!("<w:document xmlns:w=\"{space}\"><w:body>{paragraphs}</w:body></w:document>");
    let file = package(&[("word/document.xml", &xml)]);
    bench(bencher, "a.docx", &file, xml.len());
}

#[divan::bench(sample_count = 10)]
fn html(bencher: Bencher<'_, '_>) {
    let paragraphs: String = lines().iter().map(|(_, line)| format!("<p>{line}</p>\n")).collect();
    let page = format!("<!DOCTYPE html><meta charset=\"utf-8\"><title>規程</title><body>{paragraphs}");
    bench(bencher, "a.html", page.as_bytes(), page.len());
}

#[divan::bench(sample_count = 10)]
fn xlsx(bencher: Bencher<'_, '_>) {
    let rows: String = lines()
        .iter()
        .enumerate()
        .map(|(row, (_, line))| {
            let row = row + 1;
            format!(
                "<row r=\"{row}\"><c r=\"A{row}\" t=\"inlineStr\"><is><t>{line}</t></is></c>\
                 <c r=\"B{row}\"><v>{row}</v></c></row>"
            )
        })
        .collect();
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    let links = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let sheet = format!("<worksheet xmlns=\"{main}\"><sheetData>{rows}</sheetData></worksheet>");
    let book = format!(
        "<workbook xmlns=\"{main}\" xmlns:r=\"{links}\"><sheets><sheet name=\"規程\" sheetId=\"1\" r:id=\"rId1\"/>\
         </sheets></workbook>"
    );
    let relations = format!(
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\
         <Relationship Id=\"rId1\" Type=\"{links}/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>"
    );
    let file = package(&[
        ("xl/workbook.xml", &book),
        ("xl/_rels/workbook.xml.rels", &relations),
        ("xl/worksheets/sheet1.xml", &sheet),
    ]);
    bench(bencher, "a.xlsx", &file, sheet.len());
}

#[cfg(feature = "pdf")]
#[divan::bench(sample_count = 10)]
fn pdf(bencher: Bencher<'_, '_>) {
    let file = include_bytes!("../../tests/fixtures/pdf/example.pdf");
    bench(bencher, "a.pdf", file, file.len());
}

fn package(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, text) in parts {
        zip.start_file(*name, zip::write::SimpleFileOptions::default()).expect("a part");
        zip.write_all(text.as_bytes()).expect("its text");
    }
    zip.finish().expect("a zip").into_inner()
}
