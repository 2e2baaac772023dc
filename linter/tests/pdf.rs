//! PDF files of real producers, and hostile ones: the text that was put in comes out, with its tree and its places.

#![cfg(feature = "pdf")]
#![expect(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "a test may fail loudly")]

use linter::document::{AsideKind, Document, Origin};
use linter::read::{Limits, ReadError, ReadOptions, read_document};
use linter::tree_view::outline;
use std::path::{Path, PathBuf};

fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/fixtures/pdf").join(name)
}

fn try_read(bytes: &[u8]) -> Result<Document, ReadError> {
    read_document(bytes, "a.pdf", &ReadOptions::default())
}

fn read(name: &str) -> Document {
    try_read(&std::fs::read(fixture(name)).unwrap()).unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// The first lines of the contract as a text file.
fn source(lines: usize) -> Document {
    let text = std::fs::read_to_string(fixture("contract.txt")).unwrap();
    let text: Vec<&str> = text.lines().take(lines).collect();
    read_document(text.join("\n").as_bytes(), "a.txt", &ReadOptions::default()).unwrap()
}

/// Characters to insert, delete or change, of 1,000.
fn errors_per_thousand(read: &str, wanted: &str) -> usize {
    let (read, wanted): (Vec<char>, Vec<char>) = (read.chars().collect(), wanted.chars().collect());
    let mut above: Vec<usize> = (0..=wanted.len()).collect();
    for (row, character) in read.iter().enumerate() {
        let mut line = vec![row + 1];
        for (column, other) in wanted.iter().enumerate() {
            let change = above[column] + usize::from(character != other);
            line.push(change.min(above[column + 1] + 1).min(line[column] + 1));
        }
        above = line;
    }
    (above[wanted.len()] * 1000).div_ceil(wanted.len())
}

/// The tree without what stands beside the text: another format has other headers.
fn tree(document: &Document, width: usize) -> String {
    outline(&Document { asides: Vec::new(), ..document.clone() }, width)
}

const WHOLE: usize = usize::MAX;

#[test]
fn the_text_and_the_tree_are_those_of_the_source() {
    for (name, lines) in [
        ("libreoffice-noto", WHOLE),
        ("libreoffice-ipa", WHOLE),
        ("chromium", WHOLE),
        ("fpdf2", WHOLE),
        ("unijis-ucs2", WHOLE),
        ("unijis-utf16", WHOLE),
        ("90ms-rksj", WHOLE),
        ("euc", WHOLE),
        ("shadow", WHOLE),
        ("columns", WHOLE),
        ("vertical-chromium", 12),
        ("vertical-office", 12),
        ("vertical-reportlab", 8),
    ] {
        let (document, wanted) = (read(&format!("{name}.pdf")), source(lines));
        let rate = errors_per_thousand(&document.text, &wanted.text);
        assert!(rate <= 5, "{name}: {rate} of 1000\n{}", document.text);
        assert_eq!(tree(&document, 60), tree(&wanted, 60), "{name}");
        assert_eq!(document.issues, [], "{name}");
    }
}

#[test]
fn a_contract_with_tables_is_the_same_as_its_word_file() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../examples/karte-hoshu-keiyaku.docx");
    let word = read_document(&std::fs::read(path).unwrap(), "a.docx", &ReadOptions::default()).unwrap();
    let pdf = read("example.pdf");
    assert_eq!(tree(&pdf, 200), tree(&word, 200));
    assert_eq!(pdf.text, word.text);
}

#[test]
fn layouts() {
    insta::with_settings!({ snapshot_path => "documents/expected", omit_expression => true, prepend_module_to_snapshot => false }, {
        for name in ["table", "ruby", "scan-mixed", "turned", "encrypted-open"] {
            insta::assert_snapshot!(format!("pdf-{name}"), outline(&read(&format!("{name}.pdf")), 60));
        }
    });
}

#[test]
fn headers_footers_and_page_numbers_stand_aside() {
    for (name, footer) in [("libreoffice-noto", "社外秘　1\n社外秘　2"), ("euc", "- 1 -\n- 2 -")] {
        let asides = read(&format!("{name}.pdf")).asides;
        let text = |kind| asides.iter().find(|aside| aside.kind == kind).unwrap().text.clone();
        assert_eq!(text(AsideKind::Header), "若葉台病院 契約様式 第３号", "{name}");
        assert!(text(AsideKind::Footer).starts_with(footer), "{name}: {}", text(AsideKind::Footer));
        assert_eq!(asides.len(), 2, "{name}");
    }
}

/// Page and box of the first character of some words.
fn place(document: &Document, words: &str) -> (u32, [u32; 4]) {
    let byte = document.text.find(words).unwrap();
    match document.source_map.locate(&document.text, byte as u32).unwrap() {
        Origin::Pdf { page, left, top, right, bottom } => (page, [left, top, right, bottom]),
        other => panic!("{other:?}"),
    }
}

#[test]
fn every_character_knows_its_page_and_box() {
    let document = read("unijis-utf16.pdf");
    // Set at 48 points from the left with its base line 523.3 points from the lower edge of 595.3, in 15 points and in 11.
    let (page, [left, top, right, bottom]) = place(&document, "医療法人");
    assert_eq!((page, left, right), (1, 480, 590));
    assert_eq!((bottom - top, top), (110, 720 + 180 - 97));
    assert_eq!(place(&document, "療法人").1[0], 590);
    let pages: Vec<u32> = ["第1条", "第4条", "第10条"].map(|words| place(&document, words).0).to_vec();
    assert!(pages[0] == 1 && pages[0] < pages[1] && pages[1] < pages[2], "{pages:?}");
}

#[test]
fn a_page_that_lies_on_its_side_and_is_cut_has_the_same_places() {
    let (straight, turned) = (read("unijis-utf16.pdf"), read("turned.pdf"));
    for words in ["検査機器", "医療法人", "第1条", "定義"] {
        let ((page, wanted), (turned_page, found)) = (place(&straight, words), place(&turned, words));
        assert_eq!(page, turned_page);
        assert!(wanted.iter().zip(found).all(|(a, b)| a.abs_diff(b) <= 1), "{words}: {wanted:?} {found:?}");
    }
}

#[test]
fn what_cannot_be_read_is_said() {
    let code = |name: &str| try_read(&std::fs::read(fixture(name)).unwrap()).unwrap_err().code();
    assert_eq!(code("scan.pdf"), "read-pdf-no-text");
    assert_eq!(code("encrypted.pdf"), "read-pdf-encrypted");
    assert_eq!(code("no-map.pdf"), "read-pdf-unreadable");
    let mixed = read("scan-mixed.pdf");
    let [issue] = mixed.issues.as_slice() else { panic!("{:?}", mixed.issues) };
    assert_eq!((issue.code.as_str(), issue.args["page"].as_str()), ("read-pdf-page-unread", "2"));
    assert!(issue.text_lost);
}

/// A file of numbered objects, the first of them the catalogue.
fn file(objects: &[Vec<u8>]) -> Vec<u8> {
    let mut bytes = b"%PDF-1.7\n".to_vec();
    let mut places = Vec::new();
    for (number, object) in objects.iter().enumerate() {
        places.push(bytes.len());
        bytes.extend(format!("{} 0 obj\n", number + 1).bytes());
        bytes.extend(object);
        bytes.extend(b"\nendobj\n");
    }
    let start = bytes.len();
    bytes.extend(format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1).bytes());
    for place in places {
        bytes.extend(format!("{place:010} 00000 n \n").bytes());
    }
    let size = objects.len() + 1;
    bytes.extend(format!("trailer\n<</Size {size}/Root 1 0 R>>\nstartxref\n{start}\n%%EOF\n").bytes());
    bytes
}

fn stream(dictionary: &str, content: &[u8]) -> Vec<u8> {
    let mut object = format!("<<{dictionary}/Length {}>>\nstream\n", content.len()).into_bytes();
    object.extend(content);
    object.extend(b"\nendstream");
    object
}

/// One page with this content in Helvetica, and more objects from number 6.
fn page(content: Vec<u8>, more: &[&str]) -> Vec<u8> {
    let mut objects: Vec<Vec<u8>> = [
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 5 0 R/Resources<</Font<</F 4 0 R>>/XObject<</X 6 0 R>>>>>>",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
    ]
    .map(|object| object.as_bytes().to_vec())
    .to_vec();
    objects.push(content);
    objects.extend(more.iter().map(|object| object.as_bytes().to_vec()));
    file(&objects)
}

#[test]
fn a_file_made_by_hand_is_read() {
    let document = try_read(&page(stream("", b"BT /F 10 Tf 50 700 Td (Article 1) Tj ET"), &[])).unwrap();
    assert_eq!(document.text, "Article 1");
}

/// Zeros that deflate as well as anything can, twice.
fn bomb(times: usize) -> Vec<u8> {
    use std::io::Write as _;
    let mut bytes = vec![b' '; 8 << 20];
    for _ in 0..times {
        let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
        let options =
            zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Deflated);
        zip.start_file("a", options).unwrap();
        zip.write_all(&bytes).unwrap();
        let archive = zip.finish().unwrap().into_inner();
        let mut opened = zip::ZipArchive::new(std::io::Cursor::new(&archive)).unwrap();
        let entry = opened.by_index(0).unwrap();
        let (start, length) = (entry.data_start().unwrap() as usize, entry.compressed_size() as usize);
        // The header of zlib; its checksum at the end may be missing.
        bytes = [b"\x78\x9c", &archive[start..start + length]].concat();
    }
    bytes
}

#[test]
fn limits_are_errors_with_a_code() {
    let code = |bytes: &[u8], limits: Limits| {
        read_document(bytes, "a.pdf", &limits.into()).map(|document| document.text).unwrap_err().code()
    };
    let limits = Limits::default();
    let euc = std::fs::read(fixture("euc.pdf")).unwrap();
    assert_eq!(code(&euc, Limits { max_pdf_pages: 2, ..limits }), "read-pdf-pages");
    assert_eq!(code(&euc, Limits { max_pdf_characters: 500, ..limits }), "read-pdf-characters");
    assert_eq!(code(&euc, Limits { max_pdf_steps: 500, ..limits }), "read-pdf-steps");
    assert_eq!(code(&euc, Limits { max_pdf_objects: 5, ..limits }), "read-pdf-objects");
    assert_eq!(code(&euc, Limits { max_entry_bytes: 500, ..limits }), "read-pdf-too-large");
    let bombs = bomb(1);
    let small = Limits { max_entry_bytes: 1 << 20, max_total_bytes: 1 << 20, ..limits };
    assert_eq!(code(&page(stream("/Filter/FlateDecode", &bombs), &[]), small), "read-pdf-too-large");
    let container = stream("/Type/ObjStm/N 1/First 4/Filter/FlateDecode", &bombs);
    assert_eq!(code(&file(&[b"<</Type/Catalog>>".to_vec(), container]), small), "read-pdf-too-large");
    let twice = bomb(2);
    assert!(twice.len() < 4096);
    let nested = stream("/Filter[/FlateDecode/FlateDecode]", &twice);
    assert_eq!(code(&page(nested, &[]), small), "read-pdf-too-large");
}

#[test]
fn objects_that_lead_back_to_themselves_end() {
    let show = b"BT /F 10 Tf 50 700 Td (Article 1) Tj ET /X Do";
    let form = "<</Subtype/Form/Resources<</XObject<</X 6 0 R>>>>/Length 5>>\nstream\n/X Do\nendstream";
    let document = try_read(&page(stream("", show), &[form])).unwrap();
    assert_eq!((document.text.as_str(), document.text_lost()), ("Article 1", true));
    let tree = |kids: &str| {
        let pages = format!("<</Type/Pages/Kids[{kids}]/Count 9999999>>");
        try_read(&file(&[b"<</Type/Catalog/Pages 2 0 R>>".to_vec(), pages.into_bytes()])).unwrap_err().code()
    };
    assert_eq!(tree("2 0 R 2 0 R"), "read-pdf-broken");
    assert_eq!(tree("1 0 R 99 0 R"), "read-empty");
    assert_eq!(tree(""), "read-pdf-broken");
    let loops = file(&[b"<</Pages 2 0 R>>".to_vec(), b"3 0 R".to_vec(), b"2 0 R".to_vec()]);
    assert_eq!(try_read(&loops).unwrap_err().code(), "read-pdf-broken");
}

#[test]
fn nesting_and_garbage_do_no_harm() {
    let deep = "[".repeat(200_000) + &"<<".repeat(200_000);
    let contents = [
        deep.clone(),
        "q ".repeat(100_000),
        "(".repeat(100_000),
        "BT /F 1e9 Tf 1e38 0 0 1e38 1e38 1e38 Tm (a) Tj".to_owned(),
    ];
    for content in contents {
        let text = format!("BT /F 10 Tf 50 700 Td (Article 1) Tj ET {content}");
        let document = try_read(&page(stream("", text.as_bytes()), &[])).unwrap();
        assert!(document.text.starts_with("Article 1"));
    }
    // Nested beyond reason outside of a content stream: read or refused, but over.
    let outcome = try_read(&page(stream("", b""), &[&deep])).map(|document| document.text);
    assert!(outcome.is_err());
    for tail in [&b""[..], b"\x00\xff\x00", b"1 0 obj", b"startxref\n9\n%%EOF", b"xref\n0 99999999\n"] {
        let bytes = [b"%PDF-1.4\n", tail].concat();
        assert_eq!(try_read(&bytes).unwrap_err().code(), "read-pdf-broken", "{tail:?}");
    }
}

#[test]
fn damaged_files_are_read_or_refused() {
    let bytes = std::fs::read(fixture("unijis-ucs2.pdf")).unwrap();
    for cut in (0..bytes.len()).step_by(397) {
        let _ = try_read(&bytes[..cut]);
        let mut damaged = bytes.clone();
        for (offset, byte) in damaged[cut..].iter_mut().take(7).enumerate() {
            *byte = byte.wrapping_mul(31).wrapping_add(offset as u8);
        }
        let _ = try_read(&damaged);
    }
}
