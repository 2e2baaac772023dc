//! Workbooks: tables and text on sheets, numbers as they are shown, and everything a hostile one can do.

#![expect(clippy::unwrap_used, reason = "a test may fail loudly")]

use linter::document::{Document, Origin};
use linter::read::{Limits, ReadError, ReadOptions, read_document};
use linter::tree_view::outline;
use std::io::Write as _;
use std::path::Path;

const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const KINDS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

fn fixture(name: &str) -> Vec<u8> {
    std::fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/fixtures/xlsx").join(name)).unwrap()
}

fn read(name: &str) -> Document {
    read_document(&fixture(name), name, &ReadOptions::default()).unwrap()
}

/// A workbook of one sheet with these parts inside.
fn book(sheet: &str, strings: &str) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let workbook = format!(
        "<workbook xmlns='{MAIN}' xmlns:r='{KINDS}'><sheets><sheet name='表' sheetId='1' r:id='r1'/></sheets></workbook>"
    );
    let relations = format!(
        "<Relationships><Relationship Id='r1' Type='{KINDS}/worksheet' Target='worksheets/sheet1.xml'/><Relationship Id='r2' Type='{KINDS}/sharedStrings' Target='sharedStrings.xml'/></Relationships>"
    );
    let sheet = format!("<worksheet xmlns='{MAIN}'>{sheet}</worksheet>");
    let strings = format!("<sst xmlns='{MAIN}'>{strings}</sst>");
    for (name, text) in [
        ("xl/workbook.xml", workbook),
        ("xl/_rels/workbook.xml.rels", relations),
        ("xl/worksheets/sheet1.xml", sheet),
        ("xl/sharedStrings.xml", strings),
    ] {
        zip.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn made(sheet: &str, strings: &str, limits: Limits) -> Result<Document, ReadError> {
    read_document(&book(sheet, strings), "a.xlsx", &limits.into())
}

#[test]
fn workbooks() {
    insta::with_settings!({ snapshot_path => "workbooks", omit_expression => true, prepend_module_to_snapshot => false }, {
        for name in ["targets", "rule", "strings"] {
            let document = read(&format!("{name}.xlsx"));
            let comments: String =
                document.asides.iter().map(|aside| format!("[{:?}] {}\n", aside.author, aside.text)).collect();
            insta::assert_snapshot!(format!("workbook-{name}"), outline(&document, 60) + &comments);
        }
    });
}

#[test]
fn another_program_writes_the_same_workbook() {
    for name in ["targets", "rule"] {
        let (one, other) = (read(&format!("{name}.xlsx")), read(&format!("{name}-office.xlsx")));
        assert_eq!(one.text, other.text);
        assert_eq!(one.nodes, other.nodes);
        assert_eq!(one.source_map, other.source_map);
    }
}

/// A rule on a sheet has the tree of the same text in a text file.
#[test]
fn a_sheet_of_text_reads_like_its_text() {
    let text = "外部媒体取扱要領\n\n（目的）\n第１条　この要領は、外部媒体の取扱いを定める。\n（持ち出しの制限）\n第２条　外部媒体は、次の場合を除き、持ち出してはならない。\n(1)　院長が許可したとき。\n(2)　災害のとき。\n２　持ち出した者は、返却を記録する。\n\n附　則\nこの要領は、令和６年４月１日から施行する。\n";
    let text = read_document(text.as_bytes(), "a.txt", &ReadOptions::default()).unwrap();
    let sheet = read("rule.xlsx");
    assert_eq!(sheet.text, text.text);
    assert_eq!((sheet.title, sheet.nodes), (text.title, text.nodes));
}

#[test]
fn every_character_knows_its_cell() {
    let document = read("targets.xlsx");
    let origin = |word: &str| {
        let at = document.text.find(word).unwrap() as u32;
        document.source_map.locate(&document.text, at).unwrap()
    };
    let cell = |row, column, offset| Origin::Sheet { sheet: 1, row, column, offset };
    assert_eq!(origin("99.9%"), cell(5, 4, 0));
    assert_eq!(origin("365日"), cell(7, 5, 5));
    assert_eq!(origin("停止の予告"), cell(6, 3, 2));
}

#[test]
fn limits_are_errors_and_damage_is_told() {
    let limits = Limits::default();
    let code = |sheet: &str, strings: &str, limits| made(sheet, strings, limits).unwrap_err().code();
    let cells = "<sheetData><row><c t='inlineStr'><is><t>a</t></is></c><c t='inlineStr'><is><t>b</t></is></c></row></sheetData>";
    assert_eq!(code(cells, "", Limits { max_table_cells: 1, ..limits }), "read-table-too-large");
    assert_eq!(code("<sheetData/>", "", limits), "read-empty");
    assert_eq!(code("<sheetData>", "", limits), "read-xml-broken");
    assert_eq!(code(&"<a>".repeat(300), "", limits), "read-xml-depth");
    // A thousand million cells are declared, and the two that are there read.
    let declared = format!(
        "<dimension ref='A1:XFD1048576'/>{cells}<mergeCells><mergeCell ref='A1:XFD1048576'/></mergeCells>"
    );
    assert!(made(&declared, "", limits).unwrap().text.contains("a\nb"));
    // One long string in many cells.
    let many = format!("<sheetData><row>{}</row></sheetData>", "<c t='s'><v>0</v></c>".repeat(1000));
    let long = format!("<si><t>{}</t></si>", "あ".repeat(10_000));
    assert_eq!(code(&many, &long, Limits { max_total_bytes: 4_000_000, ..limits }), "read-zip-too-large");
    // Two corners of the largest sheet make no table of all that lies between.
    let corners = |n: u32| {
        (1..=n)
            .map(|at| {
                format!(
                    "<row r='{at}'><c r='A{at}' t='str'><v>甲</v></c><c r='{}{at}'><v>2</v></c></row>",
                    column(at + 1)
                )
            })
            .collect::<String>()
    };
    let sheet = format!("<sheetData>{}</sheetData>", corners(1200));
    assert_eq!(code(&sheet, "", limits), "read-table-too-large");
    let lost = made(
        "<sheetData><row><c t='s'><v>7</v></c><c><v>5</v></c></row></sheetData>",
        "<si><t>a</t></si>",
        limits,
    )
    .unwrap();
    assert!(lost.text_lost() && lost.issues.iter().any(|issue| issue.code == "read-part-broken"));
}

/// 28 is AB.
fn column(mut number: u32) -> String {
    let mut name = String::new();
    while number > 0 {
        name.insert(0, char::from(b'A' + ((number - 1) % 26) as u8));
        number = (number - 1) / 26;
    }
    name
}

#[test]
fn odd_cells_are_no_accident() {
    for cells in [
        "<c r='A0'><v>1</v></c>",
        "<c r='ZZZZZZZZZZ9'><v>1</v></c>",
        "<c r='A99999999999'><v>1</v></c>",
        "<c r='11'><v>1</v></c>",
        "<c r='あ1'><v>1</v></c>",
        "<c s='99999999999999'><v>1e400</v></c>",
        "<c><v>NaN</v></c>",
        "<c t='s'><v>-1</v></c><c t='s'><v/></c>",
        "<c t='b'/><c t='e'/><c><f/></c><c><is><t>a</t></is></c>",
        "<c r='B1'><v>1</v></c><c r='A1'><v>2</v></c><c r='A1'><v>3</v></c>",
    ] {
        for row in ["<row>", "<row r='0'>", "<row r='4294967295'>", "<row r='x'>"] {
            let sheet = format!(
                "<cols><col min='0' max='4294967295' hidden='1'/></cols><sheetData>{row}{cells}</row><row>{cells}</row></sheetData>"
            );
            let _ = made(&sheet, "<si><t>a</t></si>", Limits::default());
        }
    }
}

#[test]
fn other_workbooks_name_the_way_out() {
    let told = |bytes: &[u8], name: &str| {
        let error = read_document(bytes, name, &ReadOptions::default()).unwrap_err();
        (error.code(), error.args().into_iter().map(|(_, value)| value).collect::<Vec<_>>().join(" "))
    };
    let mut old = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec();
    old.extend("Workbook".encode_utf16().flat_map(u16::to_le_bytes));
    assert_eq!(told(&old, "a.xls"), ("read-ole2", "xls".to_owned()));
    assert_eq!(told("a,b\n".as_bytes(), "a.csv"), ("read-unknown-extension", "csv".to_owned()));
    assert_eq!(told("a".as_bytes(), "a.xlsx").0, "read-wrong-extension");
}
