//! Comments and articles put into Word files: everything else stays, byte for byte.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::panic,
    clippy::disallowed_methods,
    reason = "a test may fail loudly and reads its fixtures"
)]

use std::collections::BTreeMap;
use std::io::{Cursor, Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use linter::annotate::replies::{Decision, replies};
use linter::annotate::{AUTHOR, AnnotateError, Options, Subject, annotate, mend, mendable};
use linter::document::{AsideKind, Document};
use linter::lint::{self, lint};
use linter::mend::{Why, plan, text};
use linter::outcome::Status;
use linter::pack::{RulePack, shipped};
use linter::read::{ReadOptions, Revisions, read_document};
use linter::report::{CharSpan, DocumentReport, EvidenceRole, EvidenceView};
use zip::write::SimpleFileOptions;

const W: &str = r#"xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main""#;
const TYPES: &str = r#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"></Types>"#;

fn pack() -> &'static RulePack {
    static PACK: OnceLock<RulePack> = OnceLock::new();
    PACK.get_or_init(shipped)
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_owned()
}

/// All Word files of the fixtures and the examples.
fn word_files() -> Vec<PathBuf> {
    let folders = ["examples", "tests/fixtures/docx", "tests/fixtures/docx/foreign"];
    let mut found: Vec<PathBuf> = folders
        .iter()
        .flat_map(|folder| std::fs::read_dir(root().join(folder)).unwrap())
        .map(|entry| entry.unwrap().path())
        .filter(|path| {
            path.extension().is_some_and(|ending| ["docx", "docm", "dotx"].iter().any(|one| ending == *one))
        })
        .collect();
    found.sort();
    assert!(found.len() > 25, "{found:?}");
    found
}

fn read(bytes: &[u8]) -> Document {
    read_document(bytes, "a.docx", &ReadOptions::default()).unwrap()
}

fn judged(bytes: &[u8], document: &Document) -> DocumentReport {
    lint(document, bytes, "a.docx", pack(), &lint::Options::default())
}

fn annotated(bytes: &[u8], document: &Document, report: &DocumentReport, suggest: bool) -> Vec<u8> {
    let subject = Subject { bytes, document, report, main: None };
    annotate(&subject, &Options { date: "2026-11-23", suggest, ..Options::default() }).unwrap()
}

fn parts(bytes: &[u8]) -> BTreeMap<String, Vec<u8>> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let names: Vec<String> = archive.file_names().map(str::to_owned).collect();
    names
        .into_iter()
        .map(|name| {
            let mut content = Vec::new();
            archive.by_name(&name).unwrap().read_to_end(&mut content).unwrap();
            (name, content)
        })
        .collect()
}

/// Whether all of `old` is in `new` in its order: things were only put in between.
fn only_added(old: &[u8], new: &[u8]) -> bool {
    let mut rest = new.iter();
    old.iter().all(|byte| rest.any(|other| other == byte))
}

/// A report whose findings have a passage in every provision: its beginning, its middle or its end.
fn everywhere(report: &DocumentReport, document: &Document) -> DocumentReport {
    let mut report = report.clone();
    let model = report.outcomes.first().cloned().unwrap();
    report.outcomes.clear();
    for (index, (_, node)) in document.nodes().enumerate() {
        for span in node.text.iter().copied().chain(node.caption).chain(node.label) {
            let chars: Vec<usize> = document.slice(span).char_indices().map(|(at, _)| at).collect();
            if chars.is_empty() {
                continue;
            }
            let start = span.start as usize + chars[chars.len() * (index % 3) / 3];
            let end = span.start as usize + chars[(chars.len() * (index % 3 + 1) / 3).min(chars.len() - 1)];
            let passage = start..end.max(start + 1).min(span.end as usize);
            let passage = if document.text.get(passage.clone()).is_some() { passage } else { span.range() };
            let mut outcome = model.clone();
            outcome.rule = format!("test/{index}");
            outcome.status = Status::Weak;
            outcome.evidence = vec![EvidenceView {
                requirement: "a".to_owned(),
                role: EvidenceRole::Weakens,
                document: report.path.clone(),
                article: String::new(),
                quote: String::new(),
                span: CharSpan { start: 0, end: 0 },
                passage: CharSpan { start: 0, end: 0 },
                origin: None,
                place: None,
                actor: None,
                bytes: passage.clone(),
                passage_bytes: passage,
            }];
            report.outcomes.push(outcome);
        }
    }
    report
}

/// What no comment may change.
fn same_text(before: &Document, after: &Document, name: &Path) {
    assert_eq!(before.text, after.text, "{}", name.display());
    assert_eq!(before.nodes, after.nodes, "{}", name.display());
    assert_eq!(before.title, after.title, "{}", name.display());
}

#[test]
fn every_word_file_keeps_its_text_and_its_other_parts() {
    let mut comments = 0;
    for path in word_files() {
        let bytes = std::fs::read(&path).unwrap();
        let Ok(document) = read_document(&bytes, "a.docx", &ReadOptions::default()) else { continue };
        let report = judged(&bytes, &document);
        for report in [&report, &everywhere(&report, &document)] {
            let new = annotated(&bytes, &document, report, false);
            assert!(new == annotated(&bytes, &document, report, false), "{} differs", path.display());
            let again = read(&new);
            same_text(&document, &again, &path);
            let ours = |document: &Document| {
                let by_us = |aside: &&linter::document::Aside| aside.author.as_deref() == Some(AUTHOR);
                document.asides.iter().filter(by_us).count()
            };
            let others = |document: &Document| document.asides.len() - ours(document);
            assert_eq!(others(&document), others(&again), "{}", path.display());
            comments += ours(&again);
            let (old, new) = (parts(&bytes), parts(&new));
            let main = old.keys().find(|name| name.ends_with("document.xml")).unwrap();
            let related = main.replace("word/", "word/_rels/") + ".rels";
            for (name, content) in &old {
                if [main, &related].contains(&name)
                    || name == "[Content_Types].xml"
                    || name.ends_with("comments.xml")
                {
                    assert!(only_added(content, &new[name]), "{name} of {}", path.display());
                } else {
                    assert!(content == &new[name], "{name} of {}", path.display());
                }
            }
            let added: Vec<&String> = new.keys().filter(|name| !old.contains_key(*name)).collect();
            assert!(added.iter().all(|name| name.ends_with("comments.xml")), "{added:?}");
        }
    }
    assert!(comments > 1_000, "{comments}");
}

#[test]
fn what_is_suggested_can_be_rejected_and_accepted() {
    for path in word_files() {
        let bytes = std::fs::read(&path).unwrap();
        let Ok(document) = read_document(&bytes, "a.docx", &ReadOptions::default()) else { continue };
        let report = judged(&bytes, &document);
        let new = annotated(&bytes, &document, &report, true);
        let reading = ReadOptions::default();
        let plan = mendable(&bytes, &document, plan(&document, &report), &reading).unwrap();
        let fixed = read(&mend(&bytes, &document, &plan, &reading).unwrap());
        same_text(&fixed, &read(&new), &path);
        let original = ReadOptions { revisions: Some(Revisions::Original), ..reading };
        let before = read_document(&bytes, "a.docx", &original).unwrap();
        let rejected = read_document(&new, "a.docx", &original).unwrap();
        same_text(&before, &rejected, &path);
    }
}

/// Rules whose own proposed articles disagree with each other, so that both cannot be taken.
const DISAGREE: &[&str] = &["consistency/report-deadline"];

#[test]
fn a_document_with_all_proposals_misses_nothing() {
    for name in ["karte-hoshu-keiyaku", "cloud-riyou-keiyaku"] {
        for ending in ["docx", "md"] {
            let path = root().join("examples").join(format!("{name}.{ending}"));
            let bytes = std::fs::read(&path).unwrap();
            let options = ReadOptions::default();
            let document = read_document(&bytes, &format!("a.{ending}"), &options).unwrap();
            let report = judged(&bytes, &document);
            let plan = plan(&document, &report);
            assert!(plan.insertions.len() > 30, "{name}");
            let new = if ending == "docx" {
                let plan = mendable(&bytes, &document, plan.clone(), &options).unwrap();
                mend(&bytes, &document, &plan, &options).unwrap()
            } else {
                text::apply(&bytes, &document, &plan).unwrap().bytes
            };
            let mended = read_document(&new, &format!("a.{ending}"), &options).unwrap();
            assert_eq!(
                lint::count_articles(&mended),
                lint::count_articles(&document) + plan.insertions.len(),
                "{name}.{ending}"
            );
            let after = judged(&new, &mended);
            let open = after.outcomes.iter().filter(|outcome| outcome.status.is_finding());
            // Nothing is deleted: what the document said against a rule, it still says.
            let left: Vec<&str> = open
                .filter(|outcome| outcome.status != Status::Conflicting)
                .map(|outcome| outcome.rule.as_str())
                .collect();
            assert_eq!(left, Vec::<&str>::new(), "{name}.{ending}");
            let conflicts = |report: &DocumentReport| -> Vec<String> {
                let outcomes = report.outcomes.iter();
                let found = outcomes.filter(|outcome| outcome.status == Status::Conflicting);
                let mut rules: Vec<String> = found.map(|outcome| outcome.rule.clone()).collect();
                rules.retain(|rule| !DISAGREE.contains(&rule.as_str()));
                rules.sort();
                rules
            };
            assert_eq!(conflicts(&report), conflicts(&after), "{name}.{ending}");
            let told = plan.left.iter().filter(|left| left.why == Why::Conflicting).count();
            assert_eq!(told, conflicts(&report).len(), "{name}.{ending}");
        }
    }
}

/// A zip of these parts with a sound list of types.
fn zipped(parts: &[(&str, String)]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        writer.start_file(*name, SimpleFileOptions::default()).unwrap();
        writer.write_all(content.as_bytes()).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

fn word(body: &str) -> Vec<u8> {
    let main = format!("<w:document {W}><w:body>{body}</w:body></w:document>");
    zipped(&[("[Content_Types].xml", TYPES.to_owned()), ("word/document.xml", main)])
}

/// The main part after a comment on these words.
fn commented(bytes: &[u8], words: &str) -> String {
    let document = read(bytes);
    let mut report = everywhere(&judged(bytes, &document), &document);
    let at = document.text.find(words).unwrap_or_else(|| panic!("{words} in {}", document.text));
    report.outcomes.truncate(1);
    report.outcomes[0].evidence[0].passage_bytes = at..at + words.len();
    let new = annotated(bytes, &document, &report, false);
    same_text(&document, &read(&new), Path::new(words));
    let main = String::from_utf8(parts(&new)["word/document.xml"].clone()).unwrap();
    // The head of all comments stands at the title; its marks are no matter here.
    let first = main.find("<w:commentRangeStart w:id=\"").unwrap();
    let id: u32 = main[first + 27..].split('"').next().unwrap().parse().unwrap();
    let mut out = main;
    for mark in [
        format!("<w:commentRangeStart w:id=\"{id}\"/>"),
        format!("<w:commentRangeEnd w:id=\"{id}\"/><w:r><w:commentReference w:id=\"{id}\"/></w:r>"),
    ] {
        out = out.replace(&mark, "");
    }
    let second = id + 1;
    out = out.replace(&format!("<w:commentRangeStart w:id=\"{second}\"/>"), "⟦");
    let end =
        format!("<w:commentRangeEnd w:id=\"{second}\"/><w:r><w:commentReference w:id=\"{second}\"/></w:r>");
    out = out.replace(&end, "⟧");
    let body = out.split_once("<w:body>").unwrap().1.split_once("</w:body>").unwrap().0;
    body.replace("<w:p><w:r><w:t>契約書</w:t></w:r></w:p>", "")
}

#[test]
fn marks_stand_where_word_takes_them() {
    let title = "<w:p><w:r><w:t>契約書</w:t></w:r></w:p>";
    let cases = [
        (
            "in the middle of a run, its properties on both sides",
            r#"<w:p><w:r w:rsidR="1"><w:rPr><w:b/></w:rPr><w:t>甲は、報告する。</w:t></w:r></w:p>"#,
            "報告",
            r#"<w:p><w:r w:rsidR="1"><w:rPr><w:b/></w:rPr><w:t>甲は、</w:t></w:r>⟦<w:r w:rsidR="1"><w:rPr><w:b/></w:rPr><w:t>報告</w:t></w:r>⟧<w:r w:rsidR="1"><w:rPr><w:b/></w:rPr><w:t>する。</w:t></w:r></w:p>"#,
        ),
        (
            "over two runs",
            "<w:p><w:r><w:t>甲は、報</w:t></w:r><w:r><w:t>告する。</w:t></w:r></w:p>",
            "報告",
            "<w:p><w:r><w:t>甲は、</w:t></w:r>⟦<w:r><w:t>報</w:t></w:r><w:r><w:t>告</w:t></w:r>⟧<w:r><w:t>する。</w:t></w:r></w:p>",
        ),
        (
            "the whole run",
            "<w:p><w:r><w:t>甲は、報告する。</w:t></w:r></w:p>",
            "甲は、報告する。",
            "<w:p>⟦<w:r><w:t>甲は、報告する。</w:t></w:r>⟧</w:p>",
        ),
        (
            "behind a tab and before a break",
            "<w:p><w:r><w:t>甲</w:t><w:tab/><w:t>報告</w:t><w:br/><w:t>乙</w:t></w:r></w:p>",
            "報告",
            "<w:p><w:r><w:t>甲</w:t><w:tab/></w:r>⟦<w:r><w:t>報告</w:t></w:r>⟧<w:r><w:br/><w:t>乙</w:t></w:r></w:p>",
        ),
        (
            "spaces at a cut are kept",
            "<w:p><w:r><w:t>A report B</w:t></w:r></w:p>",
            "report",
            "<w:p><w:r><w:t>A</w:t></w:r>⟦<w:r><w:t xml:space=\"preserve\"> report</w:t></w:r>⟧<w:r><w:t xml:space=\"preserve\"> B</w:t></w:r></w:p>",
        ),
        (
            "beside a character reference",
            "<w:p><w:r><w:t>甲&amp;乙は報告</w:t></w:r></w:p>",
            "乙は",
            "<w:p><w:r><w:t>甲&amp;</w:t></w:r>⟦<w:r><w:t>乙は</w:t></w:r>⟧<w:r><w:t>報告</w:t></w:r></w:p>",
        ),
        (
            "inside a tracked insertion",
            r#"<w:p><w:r><w:t>甲は</w:t></w:r><w:ins w:id="5"><w:r><w:t>、報告</w:t></w:r></w:ins></w:p>"#,
            "報告",
            r#"<w:p><w:r><w:t>甲は</w:t></w:r><w:ins w:id="5"><w:r><w:t>、</w:t></w:r>⟦<w:r><w:t>報告</w:t></w:r>⟧</w:ins></w:p>"#,
        ),
        (
            "inside a link",
            "<w:p><w:hyperlink><w:r><w:t>甲は報告</w:t></w:r></w:hyperlink></w:p>",
            "報告",
            "<w:p><w:hyperlink><w:r><w:t>甲は</w:t></w:r>⟦<w:r><w:t>報告</w:t></w:r>⟧</w:hyperlink></w:p>",
        ),
        (
            "around a simple field",
            "<w:p><w:r><w:t>第</w:t></w:r><w:fldSimple><w:r><w:t>報告</w:t></w:r></w:fldSimple></w:p>",
            "告",
            "<w:p><w:r><w:t>第</w:t></w:r>⟦<w:fldSimple><w:r><w:t>報告</w:t></w:r></w:fldSimple>⟧</w:p>",
        ),
        (
            "around a field of runs",
            r#"<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>REF a</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>報告</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:t>する</w:t></w:r></w:p>"#,
            "告",
            r#"<w:p>⟦<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>REF a</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>報告</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>⟧<w:r><w:t>する</w:t></w:r></w:p>"#,
        ),
        (
            "around ruby",
            "<w:p><w:r><w:t>甲は</w:t></w:r><w:r><w:ruby><w:rt><w:r><w:t>ほう</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>報告</w:t></w:r></w:rubyBase></w:ruby></w:r></w:p>",
            "報",
            "<w:p><w:r><w:t>甲は</w:t></w:r>⟦<w:r><w:ruby><w:rt><w:r><w:t>ほう</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>報告</w:t></w:r></w:rubyBase></w:ruby></w:r>⟧</w:p>",
        ),
        (
            "a run whose formatting changed stays whole",
            r#"<w:p><w:r><w:rPr><w:rPrChange w:id="3"><w:rPr/></w:rPrChange></w:rPr><w:t>甲は報告</w:t></w:r></w:p>"#,
            "報告",
            r#"<w:p>⟦<w:r><w:rPr><w:rPrChange w:id="3"><w:rPr/></w:rPrChange></w:rPr><w:t>甲は報告</w:t></w:r>⟧</w:p>"#,
        ),
        (
            "what stands in a text box, at the paragraph of the box",
            "<w:p><w:r><w:t>図</w:t></w:r><w:r><w:pict><w:txbxContent><w:p><w:r><w:t>甲は報告</w:t></w:r></w:p></w:txbxContent></w:pict></w:r></w:p>",
            "報告",
            "<w:p><w:r><w:t>図</w:t></w:r>⟦<w:r><w:pict><w:txbxContent><w:p><w:r><w:t>甲は報告</w:t></w:r></w:p></w:txbxContent></w:pict></w:r>⟧</w:p>",
        ),
        (
            "in a content control inside a paragraph",
            "<w:p><w:sdt><w:sdtPr/><w:sdtContent><w:r><w:t>甲は報告</w:t></w:r></w:sdtContent></w:sdt></w:p>",
            "報告",
            "<w:p><w:sdt><w:sdtPr/><w:sdtContent><w:r><w:t>甲は</w:t></w:r>⟦<w:r><w:t>報告</w:t></w:r>⟧</w:sdtContent></w:sdt></w:p>",
        ),
    ];
    for (name, body, words, wanted) in cases {
        assert_eq!(commented(&word(&format!("{title}{body}")), words), wanted, "{name}");
    }
}

#[test]
fn a_note_is_commented_at_its_reference() {
    let main = format!(
        "<w:document {W}><w:body><w:p><w:r><w:t>契約書</w:t></w:r></w:p><w:p><w:r><w:t>甲は乙</w:t></w:r><w:r><w:footnoteReference w:id=\"2\"/></w:r></w:p></w:body></w:document>"
    );
    let notes = format!(
        "<w:footnotes {W}><w:footnote w:id=\"1\"><w:p><w:r><w:t>一つ目</w:t></w:r></w:p></w:footnote><w:footnote w:id=\"2\"><w:p><w:r><w:t>報告を含む。</w:t></w:r></w:p></w:footnote></w:footnotes>"
    );
    let bytes = zipped(&[
        ("[Content_Types].xml", TYPES.to_owned()),
        ("word/document.xml", main),
        ("word/footnotes.xml", notes),
    ]);
    let wanted = "<w:p><w:r><w:t>甲は乙</w:t></w:r>⟦<w:r><w:footnoteReference w:id=\"2\"/></w:r>⟧</w:p>";
    assert_eq!(commented(&bytes, "報告を"), wanted);
}

#[test]
fn comments_and_changes_of_others_stay() {
    let main = format!(
        r#"<w:document {W}><w:body><w:p><w:commentRangeStart w:id="40"/><w:r><w:t>業務委託契約書</w:t></w:r><w:commentRangeEnd w:id="40"/><w:r><w:commentReference w:id="40"/></w:r></w:p><w:p><w:ins w:id="90" w:author="乙"><w:r><w:t>第1条　乙は、報告するよう努める。</w:t></w:r></w:ins></w:p></w:body></w:document>"#
    );
    let comments = format!(
        r#"<w:comments {W}><w:comment w:id="40" w:author="甲"><w:p><w:r><w:t>確かめる</w:t></w:r></w:p></w:comment></w:comments>"#
    );
    let relations = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments" Target="comments.xml"/></Relationships>"#;
    let types =
        TYPES.replace("></Types>", r#"><Override PartName="/word/comments.xml" ContentType="a"/></Types>"#);
    let bytes = zipped(&[
        ("[Content_Types].xml", types.clone()),
        ("word/document.xml", main.clone()),
        ("word/comments.xml", comments.clone()),
        ("word/_rels/document.xml.rels", relations.to_owned()),
    ]);
    let document = read(&bytes);
    let new = annotated(&bytes, &document, &judged(&bytes, &document), true);
    let new_parts = parts(&new);
    assert_eq!(new_parts["word/_rels/document.xml.rels"], relations.as_bytes());
    assert_eq!(new_parts["[Content_Types].xml"], types.as_bytes());
    let text = |name: &str| String::from_utf8(new_parts[name].clone()).unwrap();
    assert!(text("word/comments.xml").starts_with(comments.trim_end_matches("</w:comments>")));
    assert!(only_added(main.as_bytes(), text("word/document.xml").as_bytes()));
    let ids: Vec<u32> = text("word/comments.xml")
        .match_indices("<w:comment w:id=\"")
        .map(|(at, found)| {
            text("word/comments.xml")[at + found.len()..].split('"').next().unwrap().parse().unwrap()
        })
        .collect();
    assert!(ids.len() > 2 && ids[1..].iter().all(|id| *id > 90), "{ids:?}");
    let asides = read(&new).asides;
    let others: Vec<&str> = asides
        .iter()
        .filter(|aside| aside.kind == AsideKind::Comment && aside.author.as_deref() == Some("甲"))
        .map(|aside| aside.text.as_str())
        .collect();
    assert_eq!(others, ["確かめる"]);
}

#[test]
fn odd_containers_are_copied_or_refused() {
    let body = "<w:p><w:r><w:t>業務委託契約書</w:t></w:r></w:p><w:p><w:r><w:t>第1条　乙は、報告するよう努める。</w:t></w:r></w:p>";
    let main = format!("<w:document {W}><w:body>{body}</w:body></w:document>");
    let plain = main.replace("w:document xmlns:w", "document xmlns").replace("w:", "");
    let strict = main.replace(
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    );
    for (name, main) in [
        ("as usual", main.clone()),
        ("no prefix", plain),
        ("strict", strict),
        ("a byte order mark", format!("\u{feff}{main}")),
    ] {
        let bytes = zipped(&[("[Content_Types].xml", TYPES.to_owned()), ("word/document.xml", main.clone())]);
        let document = read(&bytes);
        let new = annotated(&bytes, &document, &judged(&bytes, &document), true);
        let parts = parts(&new);
        assert!(only_added(main.as_bytes(), &parts["word/document.xml"]), "{name}");
        assert!(parts.contains_key("word/_rels/document.xml.rels"), "{name}");
        assert!(
            String::from_utf8_lossy(&parts["[Content_Types].xml"]).contains("/word/comments.xml"),
            "{name}"
        );
        let comments = String::from_utf8(parts["word/comments.xml"].clone()).unwrap();
        assert_eq!(comments.contains("purl.oclc.org"), name == "strict", "{name}");
        let original = ReadOptions { revisions: Some(Revisions::Original), ..ReadOptions::default() };
        let rejected = read_document(&new, "a.docx", &original).unwrap();
        same_text(&document, &rejected, Path::new(name));
    }
    let no_types = zipped(&[("word/document.xml", main.clone())]);
    let wide: Vec<u8> = main.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    writer.start_file("word/document.xml", SimpleFileOptions::default()).unwrap();
    writer.write_all(&[b"\xFF\xFE".as_slice(), &wide].concat()).unwrap();
    let wide = writer.finish().unwrap().into_inner();
    for (bytes, code) in [(no_types, "annotate-part"), (wide, "read-encoding")] {
        let document = read(&bytes);
        let report = judged(&bytes, &document);
        let subject = Subject { bytes: &bytes, document: &document, report: &report, main: None };
        let error = annotate(&subject, &Options::default()).unwrap_err();
        assert_eq!(error.code(), code);
    }
}

#[test]
fn only_word_files_and_only_the_one_that_was_judged() {
    let bytes = "業務委託契約書\n第1条　乙は、報告するよう努める。\n".as_bytes();
    let document = read_document(bytes, "a.txt", &ReadOptions::default()).unwrap();
    let report = judged(bytes, &document);
    let subject = Subject { bytes, document: &document, report: &report, main: None };
    assert_eq!(annotate(&subject, &Options::default()), Err(AnnotateError::NotWord));
    let bytes = word("<w:p><w:r><w:t>業務委託契約書</w:t></w:r></w:p>");
    let document = read(&bytes);
    let mut report = judged(&bytes, &document);
    report.sha256 = "0".repeat(64);
    let subject = Subject { bytes: &bytes, document: &document, report: &report, main: None };
    assert_eq!(annotate(&subject, &Options::default()), Err(AnnotateError::Changed));
}

#[test]
fn accepted_findings_are_told_only_on_request() {
    let bytes = std::fs::read(root().join("examples/karte-hoshu-keiyaku.docx")).unwrap();
    let document = read(&bytes);
    let mut report = judged(&bytes, &document);
    let rule = "contract/incident-notification";
    let waived = report.outcomes.iter_mut().find(|outcome| outcome.rule == rule).unwrap();
    waived.waiver = Some(linter::report::WaiverView {
        reason: "別の覚書で定める".to_owned(),
        approver: "佐藤".to_owned(),
        expires: "2027-03-31".to_owned(),
        source: "sekisho.toml".to_owned(),
        lapsed: None,
    });
    for accepted in [false, true] {
        let subject = Subject { bytes: &bytes, document: &document, report: &report, main: None };
        let options = Options { date: "2026-11-23", accepted, suggest: true, ..Options::default() };
        let new = annotate(&subject, &options).unwrap();
        let comments = String::from_utf8(parts(&new)["word/comments.xml"].clone()).unwrap();
        assert_eq!(comments.contains(&format!("[sekisho {rule} ")), accepted);
        assert_eq!(comments.contains("別の覚書で定める"), accepted);
        assert!(!read(&new).text.contains("事故発生時の通知"));
    }
}

/// A comment as Word writes an answer.
fn answer(id: u32, para: &str, author: &str, text: &str) -> String {
    format!(
        r#"<w:comment w:id="{id}" w:author="{author}" w:date="2026-12-01T09:30:00Z"><w:p w14:paraId="{para}" xmlns:w14="a"><w:r><w:t>{text}</w:t></w:r></w:p></w:comment>"#
    )
}

#[test]
fn answers_are_read_back() {
    let bytes = std::fs::read(root().join("examples/karte-hoshu-keiyaku.docx")).unwrap();
    let document = read(&bytes);
    let report = judged(&bytes, &document);
    let new = annotated(&bytes, &document, &report, false);
    assert_eq!(replies(&new, &ReadOptions::default()).unwrap().replies, []);
    let mut files = parts(&new);
    let mut comments = String::from_utf8(files["word/comments.xml"].clone()).unwrap();
    let mut main = String::from_utf8(files["word/document.xml"].clone()).unwrap();
    // Word gives the paragraphs of a comment ids when it saves the file.
    let last_of = |comments: &str, rule: &str| -> usize {
        let at = comments.find(&format!("[sekisho {rule} ")).unwrap();
        comments[..at].rfind("<w:p>").unwrap()
    };
    let weak = "contract/incident-notification";
    let at = last_of(&comments, weak);
    comments.replace_range(at..at + 5, r#"<w:p w14:paraId="00AA" xmlns:w14="a">"#);
    // A group: what is missing behind the last article.
    let group = comments.find("[sekisho contract/access-log ").unwrap();
    let end = group + comments[group..].find("</w:comment>").unwrap();
    let at = comments[..end].rfind("<w:p>").unwrap();
    comments.replace_range(at..at + 5, r#"<w:p w14:paraId="00BB" xmlns:w14="a">"#);
    // Below the marker of a finding, inside our own comment.
    let own = "contract/continuity";
    let at = comments.find(&format!("[sekisho {own} ")).unwrap();
    let at = at + comments[at..].find("</w:p>").unwrap() + 6;
    comments.insert_str(at, "<w:p><w:r><w:t>許容　BCPは別冊</w:t></w:r></w:p>");
    let answers = [
        answer(900, "00A1", "佐藤", "承認: 覚書で定める。期限: 2027-03-31 承認者: 院長"),
        answer(901, "00B1", "鈴木", "(2) 例外: 国内だけで使う"),
        answer(902, "00B2", "鈴木", "確認します"),
        answer(903, "00C1", "高橋", "乙に聞いています"),
    ];
    comments = comments.replace("</w:comments>", &format!("{}</w:comments>", answers.concat()));
    // On the very passage of our comment, as older programs do.
    let id =
        comments[..comments.find(&format!("[sekisho {own} ")).unwrap()].rfind("<w:comment w:id=\"").unwrap();
    let id = comments[id + 17..].split('"').next().unwrap().to_owned();
    let start = format!("<w:commentRangeStart w:id=\"{id}\"/>");
    let finish = format!("<w:commentRangeEnd w:id=\"{id}\"/>");
    main = main.replace(&start, &format!("{start}<w:commentRangeStart w:id=\"903\"/>"));
    main = main.replace(&finish, &format!("<w:commentRangeEnd w:id=\"903\"/>{finish}"));
    let extended = r#"<w15:commentsEx xmlns:w15="b"><w15:commentEx w15:paraId="00AA"/><w15:commentEx w15:paraId="00A1" w15:paraIdParent="00AA"/><w15:commentEx w15:paraId="00B1" w15:paraIdParent="00BB"/><w15:commentEx w15:paraId="00B2" w15:paraIdParent="00B1"/></w15:commentsEx>"#;
    files.insert("word/comments.xml".to_owned(), comments.into_bytes());
    files.insert("word/document.xml".to_owned(), main.into_bytes());
    files.insert("word/commentsExtended.xml".to_owned(), extended.as_bytes().to_vec());
    let parts: Vec<(&str, String)> = files
        .iter()
        .map(|(name, content)| (name.as_str(), String::from_utf8_lossy(content).into_owned()))
        .collect();
    let found = replies(&zipped(&parts), &ReadOptions::default()).unwrap();
    let rows: Vec<String> = found
        .replies
        .iter()
        .map(|reply| {
            let decision = match &reply.decision {
                Decision::Accept { reason, approver, expires } => {
                    format!("accept {reason} / {approver:?} / {expires:?}")
                }
                Decision::Remark => "remark".to_owned(),
            };
            let fingerprint = report.outcomes.iter().find(|outcome| outcome.rule == reply.rule).unwrap();
            assert_eq!(fingerprint.fingerprint, reply.fingerprint);
            format!("{} {:?}: {decision}", reply.rule, reply.author)
        })
        .collect();
    assert_eq!(
        rows,
        [
            r#"contract/continuity None: accept BCPは別冊 / None / None"#,
            r#"contract/incident-notification Some("佐藤"): accept 覚書で定める / Some("院長") / Some("2027-03-31")"#,
            r#"contract/data-location Some("鈴木"): accept 国内だけで使う / None / None"#,
            r#"contract/continuity Some("高橋"): remark"#,
        ]
    );
    assert_eq!(found.unclear.len(), 1);
    assert_eq!(found.unclear[0].text, "確認します");
    assert!(found.unclear[0].candidates.len() > 3);
}
