//! Web pages in the shapes of real systems: the tree that a person sees, and the way back to every byte.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may fail loudly")]

mod invariants;

use encoding_rs::{EUC_JP, Encoding, ISO_2022_JP, SHIFT_JIS, UTF_8};
use linter::document::{Document, Origin};
use linter::normalise::normalise;
use linter::read::{Limits, ReadOptions, Revisions, read_document};
use linter::tree_view::outline;
use std::path::{Path, PathBuf};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/fixtures/html")
}

fn read(bytes: &[u8], name: &str) -> Document {
    read_document(bytes, name, &ReadOptions::default()).unwrap()
}

fn page(body: &str) -> Document {
    read(format!("<!DOCTYPE html><meta charset=utf-8><body>{body}").as_bytes(), "a.html")
}

fn code(html: &str, limits: Limits) -> &'static str {
    read_document(html.as_bytes(), "a.html", &limits.into()).unwrap_err().code()
}

#[test]
fn pages() {
    insta::with_settings!({ snapshot_path => "pages", omit_expression => true, prepend_module_to_snapshot => false }, {
        insta::glob!("../../tests/fixtures/html", "*.html", |path| {
            let document = read(&std::fs::read(path).unwrap(), &path.to_string_lossy());
            insta::assert_snapshot!("page", outline(&document, 60));
        });
    });
}

/// The same text as a text file has the same tree; only the page has headers and footers.
#[test]
fn a_page_reads_like_its_text() {
    let mut pairs = 0;
    for entry in std::fs::read_dir(folder()).unwrap() {
        let text = entry.unwrap().path();
        if text.extension().is_none_or(|extension| extension != "txt" && extension != "md") {
            continue;
        }
        let page = text.with_extension("html");
        let (page, text) = (std::fs::read(&page).unwrap(), (std::fs::read(&text).unwrap(), text));
        let page = Document { asides: Vec::new(), ..read(&page, "a.html") };
        let text = read(&text.0, &text.1.to_string_lossy());
        assert_eq!(page.text, text.text);
        assert_eq!(outline(&page, 1000), outline(&text, 1000));
        assert_eq!((page.title, page.nodes), (text.title, text.nodes));
        pairs += 1;
    }
    assert!(pairs >= 4, "{pairs}");
}

/// The character of the file that a byte offset points to, folded.
fn printed(bytes: &[u8], encoding: &'static Encoding, at: usize) -> String {
    // An escape is needed to read a character of ISO-2022-JP from its middle.
    let mut source = Vec::new();
    let (before, tail) = bytes.split_at(at);
    let escape = before.windows(2).rfind(|pair| pair.first() == Some(&0x1b));
    if encoding == ISO_2022_JP && escape.is_some_and(|pair| pair.ends_with(b"$")) {
        source.extend(b"\x1b$B");
    }
    let tail = tail.get(..8).unwrap_or(tail);
    source.extend(tail);
    let (text, _) = encoding.decode_without_bom_handling(&source);
    normalise(text.chars().next().map(String::from).unwrap_or_default().as_str())
}

#[test]
fn every_character_is_found_again_in_every_encoding() {
    for entry in std::fs::read_dir(folder()).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_none_or(|extension| extension != "html") {
            continue;
        }
        let source = std::fs::read_to_string(&path).unwrap().replace('©', "(C)");
        let wanted = read(source.as_bytes(), "a.html");
        for encoding in [UTF_8, SHIFT_JIS, EUC_JP, ISO_2022_JP] {
            let declared = source.replacen("UTF-8", encoding.name(), 1).replacen("utf-8", encoding.name(), 1);
            let bytes = encoding.encode(&declared).0.into_owned();
            let document = read(&bytes, "a.html");
            assert_eq!(document.text, wanted.text, "{path:?} {}", encoding.name());
            assert_eq!(document.nodes, wanted.nodes);
            for (at, character) in document.text.char_indices().filter(|(_, c)| c.is_alphanumeric()) {
                let Some(Origin::Bytes { byte }) = document.source_map.locate(&document.text, at as u32)
                else {
                    panic!("{at}")
                };
                let found = printed(&bytes, encoding, byte as usize);
                // A computed number comes from its tag, a referenced character from its reference.
                assert!(
                    found.starts_with(character) || found == "<" || found == "&",
                    "{path:?} {} {at} {character} {found}",
                    encoding.name()
                );
            }
        }
    }
}

#[test]
fn revisions_are_followed() {
    let html = "<html><body><p>乙は、<del>速やかに</del><ins>直ちに</ins>報告する。</p></body></html>";
    let original = ReadOptions { revisions: Some(Revisions::Original), ..ReadOptions::default() };
    assert_eq!(read(html.as_bytes(), "a").text, "乙は、直ちに報告する。");
    assert_eq!(read_document(html.as_bytes(), "a", &original).unwrap().text, "乙は、速やかに報告する。");
}

#[test]
fn white_space_is_what_a_browser_shows() {
    for (html, text) in [
        ("<p>情報\n   システム</p>", "情報システム"),
        ("<p>Web\n  API  v2</p>", "Web API v2"),
        ("<p>第１条&#x3000;甲は、</p>", "第1条 甲は、"),
        ("<p>甲&nbsp;乙</p>", "甲乙"),
        ("<p>a<b>b</b> <i>c</i></p>", "ab c"),
        ("<p>一<p>二<div>三</div>四", "一\n二\n三\n四"),
        ("<ul><li>甲<li>乙</ul>丙", "・甲\n・乙\n丙"),
        ("<b><p>甲は、</b>乙に</p>", "甲は、乙に"),
        ("甲<br>乙<br/>丙</br>丁", "甲\n乙\n丙\n丁"),
        ("<td>甲</td></table></p>乙</span>丙", "甲\n乙丙"),
        ("<h2>第1条<h3>目的", "第1条\n目的"),
        ("&lt;b&gt; &unknown; &copy &#0; &#x110000; &amp;amp;", "<b> &unknown; © � � &amp;"),
    ] {
        assert_eq!(page(html).text, text, "{html}");
    }
}

#[test]
fn lists_are_numbered_as_a_browser_numbers_them() {
    for (html, text) in [
        ("<ol><li>甲<li value=5>乙<li>丙</ol>", "1. 甲\n5. 乙\n6. 丙"),
        ("<ol start=3 type=a><li>甲<li>乙</ol>", "c. 甲\nd. 乙"),
        ("<ol type=I start=4><li>甲</ol><ol reversed start=2><li>乙<li>丙</ol>", "IV. 甲\n2. 乙\n1. 丙"),
        ("<ol style='list-style: cjk-ideographic'><li>甲<li>乙</ol>", "一 甲\n二 乙"),
        ("<ol><li>（１）甲<li>第２条　乙<li>24時間対応</ol>", "(1)甲\n第2条 乙\n3. 24時間対応"),
        ("<ol><li>甲<ul><li>乙<li>①丙</ul><li>丁</ol>", "1. 甲\n・乙\n①丙\n2. 丁"),
        ("<ol start=-99999999999999999999 type=A><li>甲<li value=28>乙", "A. 甲\nAB. 乙"),
        ("<ol style='list-style:none'><li>甲</ol><li>乙", "甲\n乙"),
    ] {
        assert_eq!(page(html).text, text, "{html}");
    }
}

/// Every page ends, in a document that is sound or in an error; none takes longer than its length asks for.
#[test]
fn hostile_pages_end() {
    let many = |text: &str| text.repeat(60_000 / text.len());
    let deep = "<span>".repeat(500);
    let bodies = [
        many("<div>"),
        many("</div>"),
        many("<p>"),
        many("<b><p></b>"),
        many("<table>"),
        many("<td>"),
        many("<table><tr><td>a"),
        many("<tr><td rowspan=65534 colspan=1000>a"),
        many("<td rowspan=0>a<td>"),
        many("<ol><li>"),
        many("<a href=#>第1条</a><br>"),
        many("<a href=b>b</a><br>"),
        many("&amp"),
        many("&#x3042;"),
        many("&#99999999999;"),
        many("<![CDATA["),
        many("<!--"),
        many("<pre>\n"),
        many("<textarea></p>"),
        many("<svg><title>"),
        many("<h1>"),
        many("<ruby><rt>"),
        many("\u{3000}"),
        many("<br>"),
        many("<"),
        format!("<p title=\"{}", many("a ")),
        format!("<p {}>a", many("a=b ")),
        format!("<{}>a", many("a")),
        format!("<img src=\"data:{}\">a", many("A")),
        format!("<script>{}", many("</script")),
        format!("<title>{}</title>a", many("&lt;")),
        format!("<table><tr>{}</table>", many("<td colspan=99>")),
        format!("<table><tr><td>{deep}{}", many("<li>")),
        format!("{deep}{}", many("<i></i>")),
        format!("{deep}{}", many("</nothing>")),
        format!("<table>{}</table>", many("<tr><td>")),
    ];
    for body in &bodies {
        for page in
            [format!("<!DOCTYPE html>{body}"), format!("<html><main>{body}<p>乙は、報告する。</main></html>")]
        {
            if let Ok(document) = read_document(page.as_bytes(), "a.html", &ReadOptions::default()) {
                invariants::check(&document);
            }
        }
    }
}

/// What a page marks as contents may hold a history of revisions: all of it stays in the tree.
#[test]
fn a_history_inside_the_contents_drops_nothing() {
    let html = "<html><a href=#a>第1章 総則\n<p>改版履歴\n<p>H22.8.24\n<p>第１条　甲\n<p>第１条　乙";
    invariants::check(&read(html.as_bytes(), "a.html"));
}

/// A title that is only a mark or a number is not lost.
#[test]
fn a_title_of_marks_alone_stays() {
    for (html, text) in
        [("<title>○ | 病院</title><p>目的", "○\n目的"), ("<title>(1) | 病院</title><p>目的", "(1)\n目的")]
    {
        let document = read(format!("<html>{html}").as_bytes(), "a.html");
        assert_eq!(document.text, text);
        invariants::check(&document);
    }
}

#[test]
fn what_cannot_be_read_is_told() {
    let limits = Limits::default();
    assert_eq!(
        code(
            "<html><body><div id=root></div><noscript>JavaScript が必要です。</noscript><script src=a.js></script>",
            limits
        ),
        "read-html-script"
    );
    assert_eq!(code("<html><body><p> </p>", limits), "read-empty");
    assert_eq!(code("<p>規程\0</p>", limits), "read-binary");
    assert_eq!(code(&"<div>".repeat(600), limits), "read-xml-depth");
    assert_eq!(
        code(&"<br>a".repeat(600), Limits { max_html_elements: 500, ..limits }),
        "read-too-many-elements"
    );
    assert_eq!(code(&format!("<p>{}", "あ".repeat(400_000)), limits), "read-line-too-long");
    let codes = |html: &str| -> Vec<(String, bool)> {
        let document = read(html.as_bytes(), "a.html");
        document.issues.into_iter().map(|issue| (issue.code, issue.text_lost)).collect()
    };
    let one = |code: &str, lost| vec![(code.to_owned(), lost)];
    assert_eq!(
        codes(
            "<html><frameset><frame src=menu.html><frame src=main.html><noframes>お使いの環境では見られません。</noframes></frameset></html>"
        ),
        one("read-frame", true)
    );
    assert_eq!(
        codes("<html><p>規程</p><p style='display:none'>乙は、報告する。</p>"),
        one("read-hidden-text", true)
    );
    assert_eq!(codes("<html><p>規程</p><img src=scan.png alt=''>"), one("read-image-only", true));
}

/// Characters whose bytes do not add up: three in EUC-JP, escapes in ISO-2022-JP, damage.
#[test]
fn odd_widths_do_not_move_what_follows() {
    let place = |bytes: &[u8], name: &str, word: &str| {
        let document = read(bytes, name);
        let at = document.text.find(word).unwrap() as u32;
        match document.source_map.locate(&document.text, at) {
            Some(Origin::Bytes { byte }) => bytes.get(byte as usize..).unwrap().to_vec(),
            _ => Vec::new(),
        }
    };
    let euc = |text: &str| EUC_JP.encode(text).0.into_owned();
    // 丂 of JIS X 0212 is 8F B0 A1.
    let supplementary =
        [euc("規程の"), vec![0x8f, 0xb0, 0xa1], euc("字と患者の情報を定める。\n第２条　管理者")].concat();
    assert!(place(&supplementary, "a.txt", "患者").starts_with(&euc("患者")));
    assert!(place(&supplementary, "a.txt", "管理者").starts_with(&euc("管理者")));
    assert!(place(&supplementary, "a.txt", "\u{4e02}").starts_with(&[0x8f, 0xb0, 0xa1]));
    let (mail, _, _) = ISO_2022_JP.encode("第1条 SLA は、患者の ABC 情報を定める。\n第2条 管理者");
    let inside = |word: &str| ISO_2022_JP.encode(word).0[3..5].to_vec();
    for word in ["患者", "情報", "管理者"] {
        assert!(place(&mail, "a.txt", word).starts_with(&inside(word)), "{word}");
    }
    assert!(place(&mail, "a.txt", "ABC").starts_with(b"ABC"));
    // A declared page keeps what is whole around a damaged byte.
    let sjis = |text: &str| SHIFT_JIS.encode(text).0.into_owned();
    let padding = "病院の情報システムの運用について定める。".repeat(20);
    let damaged =
        [sjis("<html><meta charset=shift_jis><p>"), sjis(&padding), vec![0x81, 0x20], sjis("患者の情報")]
            .concat();
    assert!(place(&damaged, "a.html", "患者").starts_with(&sjis("患者")));
    assert!(read(&damaged, "a.html").text_lost());
}
