//! What the fuzzers call: one function per door of the program, each for any bytes. Nothing may panic, and what comes
//! back must be sound.
//!
//! The suite runs every function over the seeds and over everything that was ever found, so that the bodies are
//! compiled and run with all tests; `cargo xtask fuzz` runs them under libFuzzer.

use std::io::Write as _;
use std::sync::OnceLock;

use linter::annotate::{self, Subject};
use linter::document::Document;
use linter::editor::{Span, Workspace, completion, hover, navigation, symbols};
use linter::lint::{Options, lint};
use linter::message::Lang;
use linter::outcome::Status;
use linter::pack::{RulePack, Source, load, shipped};
use linter::read::{Limits, ReadOptions, Revisions, read_document};
use linter::report::{CharSpan, EvidenceRole, EvidenceView, OutcomeView};

use super::invariants::check;

/// One door.
pub(crate) type Target = fn(&[u8]);

/// All doors, by the name of their corpus.
pub(crate) const TARGETS: &[(&str, Target)] = &[
    ("text", text),
    ("markdown", markdown),
    ("docx", docx),
    ("docx_xml", docx_xml),
    ("html", html),
    ("pdf", pdf),
    ("xlsx", xlsx),
    ("xlsx_xml", xlsx_xml),
    ("tree", tree),
    ("judge", judge),
    ("rules", rules),
    ("editor", editor),
    ("reference", reference),
    ("annotate", annotate),
];

/// Small, so that the limits themselves are reached.
fn options() -> ReadOptions {
    let limits = Limits {
        max_entry_bytes: 1 << 20,
        max_total_bytes: 4 << 20,
        max_table_cells: 10_000,
        max_lines: 20_000,
        ..Limits::default()
    };
    limits.into()
}

fn read(bytes: &[u8], name: &str, options: &ReadOptions) -> Option<Document> {
    let document = read_document(bytes, name, options).ok()?;
    check(&document);
    Some(document)
}

/// Bytes of a text file in any encoding.
pub(crate) fn text(data: &[u8]) {
    read(data, "a.txt", &options());
}

/// The same under the name of a Markdown file.
pub(crate) fn markdown(data: &[u8]) {
    read(data, "a.md", &options());
}

/// Bytes of a Word file, the zip included.
pub(crate) fn docx(data: &[u8]) {
    read(data, "a.docx", &options());
}

/// The parts of a Word file: separated by a form feed, in the order main text, numbering, styles, footnotes, comments.
/// The zip around them is sound, so that the fuzzer reaches what is inside.
pub(crate) fn docx_xml(data: &[u8]) {
    let mut parts = data.split(|byte| *byte == 0x0C);
    let names = [
        "word/document.xml",
        "word/numbering.xml",
        "word/styles.xml",
        "word/footnotes.xml",
        "word/comments.xml",
    ];
    let Some(bytes) = packed(names.into_iter().map(|name| (name, parts.next().unwrap_or_default()))) else {
        return;
    };
    for revisions in [None, Some(Revisions::Original)] {
        read(&bytes, "a.docx", &ReadOptions { revisions, ..options() });
    }
}

/// A Word file, or its parts as for [`docx_xml`], with a comment on every provision: its text stays, and what is suggested
/// can be read.
pub(crate) fn annotate(data: &[u8]) {
    static PACK: OnceLock<RulePack> = OnceLock::new();
    let mut parts = data.split(|byte| *byte == 0x0C);
    let names = ["word/document.xml", "word/footnotes.xml", "word/comments.xml"];
    let parts = names.into_iter().map(|name| (name, parts.next().unwrap_or_default()));
    let types = ("[Content_Types].xml", &b"<Types></Types>"[..]);
    let bytes = if data.starts_with(b"PK") {
        data.to_vec()
    } else {
        packed(parts.chain([types])).unwrap_or_default()
    };
    let Some(document) = read(&bytes, "a.docx", &options()) else { return };
    let mut report = lint(&document, &bytes, "a.docx", PACK.get_or_init(shipped), &Options::default());
    let Some(model) = report.outcomes.first().cloned() else { return };
    let spans = document.nodes.iter().flat_map(|node| node.text.iter().copied().chain(node.label));
    report.outcomes.extend(spans.take(100).map(|span| {
        let (origin, unknown) = (None, CharSpan { start: 0, end: 0 });
        let mut outcome = OutcomeView { status: Status::Weak, ..model.clone() };
        outcome.evidence = vec![EvidenceView {
            requirement: String::new(),
            role: EvidenceRole::Weakens,
            document: report.path.clone(),
            article: String::new(),
            quote: String::new(),
            span: unknown,
            passage: unknown,
            origin,
            place: None,
            actor: None,
            bytes: span.range(),
            passage_bytes: span.range(),
        }];
        outcome
    }));
    let subject = Subject { bytes: &bytes, document: &document, report: &report, main: None };
    for suggest in [false, true] {
        let asked =
            annotate::Options { date: "2026-11-23", suggest, reading: options(), ..Default::default() };
        let Ok(new) = annotate::annotate(&subject, &asked) else { continue };
        let again = read_document(&new, "a.docx", &ReadOptions::default()).unwrap();
        if !suggest {
            assert_eq!(document.text, again.text);
        }
        let _ = annotate::replies::replies(&new, &options());
    }
}

/// Bytes of a web page.
pub(crate) fn html(data: &[u8]) {
    for revisions in [None, Some(Revisions::Original)] {
        read(data, "a.html", &ReadOptions { revisions, ..options() });
    }
}

/// Bytes of a workbook, the zip included.
pub(crate) fn xlsx(data: &[u8]) {
    read(data, "a.xlsx", &options());
}

/// The parts of a workbook: separated by a form feed, in the order sheet, shared strings, styles, comments.
pub(crate) fn xlsx_xml(data: &[u8]) {
    let kinds = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let related = |id: &str, kind: &str, target: &str| {
        format!("<Relationship Id='{id}' Type='{kinds}/{kind}' Target='{target}'/>")
    };
    let workbook =
        format!("<workbook xmlns:r='{kinds}'><sheets><sheet name='a' r:id='a'/></sheets></workbook>");
    let relations = format!("<Relationships>{}</Relationships>", related("a", "worksheet", "sheet.xml"));
    let comments = format!("<Relationships>{}</Relationships>", related("a", "comments", "comments.xml"));
    let names = ["xl/sheet.xml", "xl/sharedStrings.xml", "xl/styles.xml", "xl/comments.xml"];
    let parts = names.into_iter().zip(data.split(|byte| *byte == 0x0C).chain(std::iter::repeat(&[][..])));
    let fixed = [
        ("xl/workbook.xml", workbook.as_bytes()),
        ("xl/_rels/workbook.xml.rels", relations.as_bytes()),
        ("xl/_rels/sheet.xml.rels", comments.as_bytes()),
    ];
    if let Some(bytes) = packed(parts.chain(fixed)) {
        read(&bytes, "a.xlsx", &options());
    }
}

/// A sound zip around these parts.
fn packed<'a>(parts: impl Iterator<Item = (&'a str, &'a [u8])>) -> Option<Vec<u8>> {
    let mut file = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let stored = zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    for (name, content) in parts {
        file.start_file(name, stored).ok()?;
        file.write_all(content).ok()?;
    }
    Some(file.finish().ok()?.into_inner())
}

/// Bytes of a PDF. A panic inside the library is an error of the file; the reader catches it.
pub(crate) fn pdf(data: &[u8]) {
    read(data, "a.pdf", &options());
}

/// Lines made of the marks that rules and contracts use: each byte chooses one, so that the fuzzer plays with the
/// structure instead of with the encoding.
pub(crate) fn tree(data: &[u8]) {
    const MARKS: &[&str] = &[
        "第",
        "条",
        "章",
        "の",
        "1",
        "2",
        "10",
        "十",
        "(",
        ")",
        "（",
        "）",
        "ア",
        "イ",
        "①",
        "・",
        "- ",
        "* ",
        "# ",
        "## ",
        "**",
        "|",
        "¦",
        "\n",
        "\n\n",
        "　",
        " ",
        "。",
        "、",
        "附則",
        "別表",
        "別紙",
        "様式",
        "目次",
        "目的",
        "甲",
        "乙",
        "は",
        "する",
        "しなければならない",
        "次の各号",
        "前項",
        "ただし",
        "以下「甲」という",
        "「",
        "」",
        "【",
        "】",
        ".",
        "１",
        "２",
        "―",
        "〜",
        "から",
        "まで",
        "一",
        "イ",
        "ロ",
        "(1)",
        "(2)",
        "第1条",
        "第2条",
        "第3条の2",
        "第1章",
        "以上",
        "令和5年4月1日",
        "\t",
        "規程",
        "契約書",
        "===",
        "---",
        ">",
        "<br>",
        "a",
        "を",
        "に",
        "項",
        "号",
        "※",
        "○",
    ];
    let text: String =
        data.iter().filter_map(|byte| MARKS.get(usize::from(*byte) % MARKS.len())).copied().collect();
    read(text.as_bytes(), "a.txt", &options());
    read(text.as_bytes(), "a.md", &options());
}

/// A text through all rules that ship.
pub(crate) fn judge(data: &[u8]) {
    static PACK: OnceLock<RulePack> = OnceLock::new();
    let pack = PACK.get_or_init(shipped);
    let text = String::from_utf8_lossy(data);
    let Some(document) = read(text.as_bytes(), "a.txt", &options()) else { return };
    let report = lint(&document, data, "a.txt", pack, &Options::default());
    for passage in report.outcomes.iter().flat_map(|outcome| &outcome.evidence) {
        assert!(document.text.get(passage.bytes.clone()).is_some(), "{passage:?}");
    }
}

/// A rule file: parsed, formatted, checked, compiled. The formatted text is stable, has the tree of the source, and the
/// rules that are made of it are the same.
pub(crate) fn rules(data: &[u8]) {
    let text = String::from_utf8_lossy(data).into_owned();
    if let Ok(formatted) = dsl::format(&text) {
        let parsed = dsl::parse(&formatted);
        assert_eq!(parsed.errors, [], "{formatted}");
        assert_eq!(dsl::format(&formatted).as_ref(), Ok(&formatted));
        let printed = dsl::print(&dsl::parse(&text).file);
        assert_eq!(dsl::print(&parsed.file), printed);
    }
    load(vec![Source { path: "a.seki".to_owned(), text }]);
}

/// A rule file that is being written: the first two bytes say where the cursor stands. What an editor shows of the place
/// lies in the text.
pub(crate) fn editor(data: &[u8]) {
    let (place, text) = data.split_at(data.len().min(2));
    let text = String::from_utf8_lossy(text).into_owned();
    let offset = place.iter().fold(0, |sum, byte| sum * 256 + u32::from(*byte)) % (text.len() as u32 + 2);
    let workspace = Workspace::load(vec![Source { path: "a.seki".to_owned(), text: text.clone() }]);
    let inside = |span: Span| assert!(text.get(span.range()).is_some(), "{span:?}");
    hover::at(&workspace, 0, offset, Lang::Ja).iter().for_each(|hover| inside(hover.span));
    completion::at(&workspace, 0, offset, Lang::Ja).iter().for_each(|found| inside(found.replaces));
    symbols::of_file(&workspace, 0).iter().for_each(|symbol| inside(symbol.span));
    let own = navigation::references(&workspace, 0, offset, true).into_iter().filter(|place| place.file == 0);
    own.for_each(|place| inside(place.span));
}

/// What somebody types to look a clause up.
pub(crate) fn reference(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    if let Ok(kb) = kb::Kb::embedded() {
        // Not found is an answer.
        let _ = kb.resolve(&text);
    }
}
