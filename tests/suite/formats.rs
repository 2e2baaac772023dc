//! The forms of a report for other programs and for people who did not run the tool: valid also where a file could not be
//! read, the same in every run, and without a word that would be a verdict of compliance.

use std::collections::BTreeMap;
use std::path::Path;

use kb::Kb;
use quick_xml::Reader;
use quick_xml::events::Event;
use serde_json::Value;

use crate::harness::{TODAY, root, sekisho_in};
use crate::reports::{assert_valid, schema};

const FORMATS: &[&str] = &["text", "json", "jsonl", "sarif", "html", "junit", "github"];

const SHORT: &str = "電子カルテ保守契約書\n\n第１条（再委託）\n乙は、甲の承諾なく再委託することができる。\n\
    第２条（秘密保持）\n乙は、業務上知り得た秘密を第三者に漏らしてはならない。\n";

/// What is linted, by name: documents of every kind, files that cannot be read, names that have to be written differently.
fn cases(folder: &Path) -> Vec<(&'static str, Vec<String>)> {
    let at = |name: &str| root().join(name).display().to_string();
    let write = |name: &str, bytes: &[u8]| std::fs::write(folder.join(name), bytes).unwrap();
    write("契約 書,1:100%.txt", SHORT.as_bytes());
    write("crlf.txt", SHORT.replace('\n', "\r\n").as_bytes());
    write("sjis.txt", &encoding_rs::SHIFT_JIS.encode(SHORT).0);
    write("broken.docx", b"PK\x03\x04 not a package");
    write("notes.txt", "買い物\n牛乳\n".as_bytes());
    let hostile = SHORT.replace("再委託する", "::error::<script>alert(1)</script>&\"'再委託する");
    write("hostile.txt", hostile.as_bytes());
    let own = |name: &str| vec![name.to_owned()];
    vec![
        ("docx", vec![at("examples/karte-hoshu-keiyaku.docx")]),
        ("markdown", vec![at("examples/unyou-kanri-kitei.md")]),
        ("pdf", vec![at("tests/fixtures/pdf/example.pdf")]),
        ("pages without text", vec![at("tests/fixtures/pdf/scan-mixed.pdf")]),
        ("html", vec![at("tests/fixtures/html/plain-contract.html")]),
        ("case", vec!["--case".to_owned(), at("tests/fixtures/cases/maintenance")]),
        ("name", own("契約 書,1:100%.txt")),
        ("crlf", own("crlf.txt")),
        ("sjis", own("sjis.txt")),
        ("hostile", own("hostile.txt")),
        ("no contract", own("notes.txt")),
        ("broken", own("broken.docx")),
        ("missing", own("nowhere.docx")),
        ("some broken", vec!["crlf.txt".to_owned(), "broken.docx".to_owned(), "nowhere.pdf".to_owned()]),
    ]
}

fn lint(folder: &Path, case: &[String], format: &str) -> crate::harness::Run {
    let mut args = vec!["lint", "--today", TODAY, "--format", format];
    args.extend(case.iter().map(String::as_str));
    sekisho_in(folder, &args)
}

fn each(format: &str, check: impl Fn(&str, &str)) {
    let folder = tempfile::tempdir().unwrap();
    for (name, case) in cases(folder.path()) {
        let run = lint(folder.path(), &case, format);
        let unusable = ["broken", "missing", "some broken"].contains(&name);
        assert_eq!(run.status == 2, unusable, "{name}: {}", run.stderr);
        check(name, &run.stdout);
    }
}

#[test]
fn sarif_is_valid_whatever_was_read() {
    let path = root().join("tests/fixtures/sarif/sarif-2.1.0-rtm.5.json");
    let mut schema: Value = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    // The pattern has a bracket too many, which no reader of patterns accepts; later editions of the schema have this one.
    schema["definitions"]["run"]["properties"]["language"]["pattern"] = "^[a-zA-Z]{2}(-[a-zA-Z]{2})?$".into();
    schema["definitions"]["toolComponent"]["properties"]["language"]["pattern"] =
        "^[a-zA-Z]{2}(-[a-zA-Z]{2})?$".into();
    let schema = jsonschema::validator_for(&schema).unwrap();
    let wrong = serde_json::json!({ "version": "2.1.0", "runs": [{}] });
    assert!(!schema.is_valid(&wrong), "the schema refuses nothing");
    each("sarif", |name, text| {
        let log: Value = serde_json::from_str(text).unwrap();
        assert_valid(&schema, &log, name);
        let run = &log["runs"][0];
        let invocation = &run["invocations"][0];
        let broken = name.contains("broken") || name == "missing";
        assert_eq!(invocation["executionSuccessful"], !broken, "{name}");
        let told = invocation["toolExecutionNotifications"].as_array().unwrap();
        let errors = told.iter().filter(|one| one["level"] == "error").count();
        assert_eq!(errors, [0, 1, 2][usize::from(broken) + usize::from(name == "some broken")], "{name}");
        if name == "pages without text" {
            assert!(told.iter().any(|one| one["level"] == "warning"));
        }
    });
}

/// Regions lead to the very words, in the file as it is on the disk.
#[test]
fn regions_of_text_files_are_where_the_words_stand() {
    let folder = tempfile::tempdir().unwrap();
    let cases: BTreeMap<&str, Vec<String>> = cases(folder.path()).into_iter().collect();
    for (name, ending) in [("name", "\n"), ("crlf", "\r\n"), ("sjis", "\n")] {
        let log: Value = serde_json::from_str(&lint(folder.path(), &cases[name], "sarif").stdout).unwrap();
        let lines: Vec<Vec<u16>> = SHORT.split('\n').map(|line| line.encode_utf16().collect()).collect();
        let results = log["runs"][0]["results"].as_array().unwrap();
        let regions: Vec<&Value> = results
            .iter()
            .filter(|result| result["ruleId"] == "contract/subcontracting")
            .map(|result| &result["locations"][0]["physicalLocation"]["region"])
            .collect();
        assert_eq!(regions.len(), 1, "{name}");
        let number = |key: &str| regions[0][key].as_u64().unwrap() as usize;
        assert_eq!(number("startLine"), number("endLine"));
        let line = &lines[number("startLine") - 1];
        let words = String::from_utf16(&line[number("startColumn") - 1..number("endColumn") - 1]).unwrap();
        assert!(words.contains("再委託"), "{name} {ending:?}: {words}");
    }
    let docx = lint(folder.path(), &cases["docx"], "sarif").stdout;
    let log: Value = serde_json::from_str(&docx).unwrap();
    let results = log["runs"][0]["results"].as_array().unwrap();
    let with_article =
        results.iter().filter(|one| one["locations"][0]["logicalLocations"].is_array()).count();
    assert!(with_article > 5 && !docx.contains("startLine"));
}

#[test]
fn json_lines_follow_their_schema() {
    let schema = schema("jsonl");
    each("jsonl", |name, text| {
        for line in text.lines() {
            let line: Value = serde_json::from_str(line).unwrap();
            assert_valid(&schema, &line, name);
        }
        if name == "some broken" {
            let types: Vec<Value> = text.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
            assert_eq!(types.iter().filter(|line| line["type"] == "error").count(), 2);
            assert!(types.iter().filter(|line| line["type"] == "outcome").count() > 20);
        }
    });
}

/// An element with its attributes and the names of its children.
struct Element {
    name: String,
    attributes: BTreeMap<String, String>,
    children: Vec<Element>,
}

impl Element {
    fn number(&self, name: &str) -> usize {
        self.attributes[name].parse().unwrap()
    }

    fn count(&self, name: &str) -> usize {
        let own = self.children.iter().filter(|child| child.name == name).count();
        own + self.children.iter().map(|child| child.count(name)).sum::<usize>()
    }
}

fn parse(xml: &str) -> Element {
    let mut reader = Reader::from_str(xml);
    let mut open = vec![Element { name: String::new(), attributes: BTreeMap::new(), children: Vec::new() }];
    loop {
        let event = reader.read_event().unwrap();
        let closed = matches!(event, Event::Empty(_) | Event::End(_));
        match event {
            Event::Start(tag) | Event::Empty(tag) => {
                let attributes = tag.attributes().map(|attribute| {
                    let attribute = attribute.unwrap();
                    let value = attribute.normalized_value(quick_xml::XmlVersion::Explicit1_0).unwrap();
                    (attribute.key.as_ref().to_owned(), value.into_owned())
                });
                let name = tag.name().as_ref().to_owned();
                open.push(Element { name, attributes: attributes.collect(), children: Vec::new() });
            }
            Event::Eof => break,
            _ => {}
        }
        if closed {
            let element = open.pop().unwrap();
            open.last_mut().unwrap().children.push(element);
        }
    }
    assert_eq!(open.len(), 1, "an element is not closed");
    open.pop().unwrap().children.pop().unwrap()
}

/// The counts are those of the elements, and everything stands where the schemas of Jenkins and Surefire want it.
#[test]
fn junit_is_what_build_servers_read() {
    each("junit", |name, text| {
        let all = parse(text);
        assert_eq!(all.name, "testsuites");
        for suite in all.children.iter().chain([&all]) {
            for (count, element) in
                [("tests", "testcase"), ("failures", "failure"), ("errors", "error"), ("skipped", "skipped")]
            {
                assert_eq!(suite.number(count), suite.count(element), "{name}: {count}");
            }
            assert!(suite.attributes.contains_key("name") && suite.attributes.contains_key("time"));
        }
        for suite in &all.children {
            assert_eq!(suite.attributes["timestamp"], format!("{TODAY}T00:00:00"));
            let order: Vec<&str> = suite.children.iter().map(|child| child.name.as_str()).collect();
            let cases = order.iter().take_while(|name| **name == "testcase").count();
            assert!(order[cases..].iter().all(|name| *name == "system-err"), "{name}: {order:?}");
            for case in suite.children.iter().take(cases) {
                assert!(["name", "classname", "time"].iter().all(|key| case.attributes.contains_key(*key)));
                assert!(case.children.len() <= 1, "{name}");
            }
        }
        let unusable =
            [("broken", 1), ("missing", 1), ("some broken", 2)].into_iter().collect::<BTreeMap<_, _>>();
        assert_eq!(all.number("errors"), unusable.get(name).copied().unwrap_or(0), "{name}");
    });
}

/// The command of a workflow, as the runner reads it.
fn annotation(line: &str) -> (String, BTreeMap<String, String>, String) {
    let (head, text) = line.strip_prefix("::").unwrap().split_once("::").unwrap();
    let (level, properties) = head.split_once(' ').unwrap();
    let plain = |text: &str| {
        let pairs = [("%0A", "\n"), ("%0D", "\r"), ("%3A", ":"), ("%2C", ","), ("%25", "%")];
        pairs.iter().fold(text.to_owned(), |text, (code, plain)| text.replace(code, plain))
    };
    let properties = properties.split(',').map(|property| {
        let (name, value) = property.split_once('=').unwrap();
        (name.to_owned(), plain(value))
    });
    (level.to_owned(), properties.collect(), plain(text))
}

#[test]
fn annotations_are_read_back() {
    each("github", |name, text| {
        for line in text.lines() {
            let (level, properties, message) = annotation(line);
            assert!(["error", "warning", "notice"].contains(&level.as_str()), "{name}: {line}");
            assert!(
                !message.is_empty() && properties.contains_key("file") && properties.contains_key("title")
            );
            match name {
                "name" => assert_eq!(properties["file"], "契約 書,1:100%.txt"),
                "docx" | "pdf" => assert!(!properties.contains_key("line"), "{name}: {line}"),
                _ => {}
            }
        }
        if name == "crlf" {
            let lines = text.lines().map(annotation);
            let found =
                lines.filter(|(_, properties, _)| properties["title"].contains("(contract/subcontracting)"));
            let places: Vec<_> =
                found.map(|(level, properties, _)| (level, properties["line"].clone())).collect();
            assert_eq!(places, [("error".to_owned(), "4".to_owned())]);
        }
    });
}

#[test]
fn quiet_lines_of_text_files_name_line_and_column() {
    let folder = tempfile::tempdir().unwrap();
    cases(folder.path());
    let args = ["lint", "--quiet", "sjis.txt", "--today", TODAY];
    let text = sekisho_in(folder.path(), &args).expect(1);
    assert!(
        text.lines().any(|line| line.starts_with("sjis.txt:4:") && line.contains("contract/subcontracting")),
        "{text}"
    );
}

#[test]
fn every_form_is_the_same_in_every_run() {
    let folder = tempfile::tempdir().unwrap();
    let cases: BTreeMap<&str, Vec<String>> = cases(folder.path()).into_iter().collect();
    for format in FORMATS {
        let run = || lint(folder.path(), &cases["case"], format).stdout;
        assert!(run() == run(), "{format}");
    }
}

#[test]
fn no_text_of_a_document_becomes_part_of_a_page() {
    let folder = tempfile::tempdir().unwrap();
    let cases: BTreeMap<&str, Vec<String>> = cases(folder.path()).into_iter().collect();
    let page = lint(folder.path(), &cases["hostile"], "html").stdout;
    assert!(page.contains("&lt;script&gt;alert(1)") && !page.contains("<script"));
}

/// The tool says what was found in all its forms, never that a document complies. Left out are names, quotes, clauses to
/// paste, and what the knowledge base tells of a clause in its own words.
#[test]
fn no_form_says_that_a_document_complies() {
    let folder = tempfile::tempdir().unwrap();
    let cases: BTreeMap<&str, Vec<String>> = cases(folder.path()).into_iter().collect();
    let entries = Kb::embedded().unwrap().entries().flat_map(|entry| [entry.title(), entry.gist()]);
    let mut others: Vec<String> =
        entries.filter(|text| WORDS.iter().any(|word| text.contains(word))).map(bare).collect();
    others.extend(NOT_OURS.iter().map(|text| bare(text)));
    for (name, lang) in
        [("docx", "ja"), ("docx", "en"), ("case", "ja"), ("pages without text", "ja"), ("some broken", "ja")]
    {
        let report: Value = serde_json::from_str(&lint(folder.path(), &cases[name], "json").stdout).unwrap();
        let mut others = others.clone();
        pasted(&report, &mut others);
        others.sort_by_key(|text| std::cmp::Reverse(text.len()));
        for format in FORMATS {
            let case = [cases[name].clone(), vec!["--lang".to_owned(), lang.to_owned()]].concat();
            let run = lint(folder.path(), &case, format);
            let said = others
                .iter()
                .fold(bare(&format!("{}{}", run.stdout, run.stderr)), |said, other| said.replace(other, ""));
            for word in WORDS {
                let before = said.split(word).next().unwrap();
                let around: String =
                    before.chars().rev().take(30).collect::<Vec<_>>().into_iter().rev().collect();
                assert!(before.len() == said.len(), "{name} {format} {lang}: {word} behind 「{around}」");
            }
        }
    }
}

/// Quotes of documents and clauses to paste.
fn pasted(value: &Value, found: &mut Vec<String>) {
    match value {
        Value::Object(object) => object.iter().for_each(|(key, value)| match value.as_str() {
            // Line by line: each form breaks lines in a way of its own.
            Some(text) if ["quote", "advice"].contains(&key.as_str()) => {
                found.extend(
                    text.lines().map(bare).filter(|line| WORDS.iter().any(|word| line.contains(word))),
                );
            }
            _ => pasted(value, found),
        }),
        Value::Array(values) => values.iter().for_each(|value| pasted(value, found)),
        _ => {}
    }
}

const WORDS: [&str; 5] = ["準拠", "適合", "compliant", "complies", "conform"];

/// The law that governs a contract, the name of a form, goods that meet what was ordered: a rule of that name and its
/// requirement.
const NOT_OURS: &[&str] = &[
    "準拠法",
    "サービス仕様適合開示書",
    "要求仕様への適合",
    "specification-conformity",
    "SpecificationConformity",
    "\"name\":\"conform\"",
];

/// A text without the spaces and line ends that a page puts between its words.
fn bare(text: &str) -> String {
    text.split_whitespace().collect()
}
