//! The forms of an export over small data that hold one entry of each kind, with texts that forms could trip over.
#![allow(clippy::unwrap_used, reason = "a test stops at what it did not expect")]

use kb::{Kb, SourceFile};
use linter::export::{about, csv, markdown, ndjson, oscal};
use linter::message::Lang;
use serde_json::Value;

const VERIFICATION: &str = r#"verification = { content = "seen", numbering = "seen", seen_in = "final" }"#;

/// A small knowledge base; `{v}` stands for the verification.
fn small() -> Kb {
    let files = [
        (
            "editions.toml",
            r#"
[[edition]]
id = "6.0"
title = "第6.0版"
gist = "土台の版。"
issued = "2023-05"
status = "base"
sources = ["資料"]
{v}
[[edition]]
id = "7.0"
title = "第7.0版"
gist = "次の版。"
issued = "2026-06"
status = "later"
sources = ["資料"]
{v}
"#,
        ),
        (
            "guideline-6.0/control/08-x.toml",
            r#"
edition = "6.0"
part = "control"
chapter = 8
title = "機器"
applies_to = ["Ⅰ", "Ⅱ"]
verification = { title = "seen", applies_to = "seen" }
[[section]]
number = "8.1"
title = "見出し"
verification = "seen"
[[clause]]
id = "C-8-1"
section = "8"
item = 1
official_number = "①"
title = "=一覧 \"引用\" *強調*"
gist = "点検し、\n記録する。"
details = ["一、二", "三"]
nature = "both"
strength = "must"
actor = "担当者"
sources = ["資料 p.1"]
{v}
"#,
        ),
        (
            "references/laws.toml",
            r#"
[[reference]]
id = "REF-a"
title = "ある法律"
type = "law"
issuer = "国"
status = "current"
gist = "法律。"
sources = ["資料"]
links = [{ to = "C-8-1", relation = "grounds", confidence = "high" }]
{v}
"#,
        ),
        (
            "controls/control/08-x.toml",
            r#"
[[control]]
id = "K-C-8-1-1"
title = "月次の点検"
nature = "operational"
owner = "both"
strength = "must"
evidence = ["点検表"]
gist = "担当を決め、毎月末に台帳と突き合わせる。"
links = [{ to = "C-8-1", relation = "implements", confidence = "high" }]
"#,
        ),
        (
            "checklists/r7.toml",
            r#"
[[form]]
id = "CL-R7-H"
title = "令和7年度"
audience = "hospital"
obtained = true
gist = "様式。"
sources = ["資料"]
{v}
[[checklist]]
id = "CL-R7-H-1"
form = "CL-R7-H"
number = "1"
title = "点検しているか"
gist = "点検を問う。"
sources = ["資料"]
links = [{ to = "C-8-1", relation = "asks_for", confidence = "medium" }]
{v}
"#,
        ),
        (
            "glossary/a.toml",
            r#"
[[term]]
id = "T-a"
title = "点検"
reading = "てんけん"
gist = "確かめること。"
sources = ["資料"]
links = [{ to = "C-8.1", relation = "concerns", confidence = "high" }]
{v}
"#,
        ),
        (
            "practices/nine.toml",
            r#"
document = "REF-a"
set = "nine"
set_title = "心得"
[[practice]]
id = "9P-1"
title = "心得の一"
role = "principle"
gist = "備える。"
sources = ["資料"]
{v}
"#,
        ),
        (
            "transitions/6.0-7.0.toml",
            r#"
from = "6.0"
to = "7.0"
[[change]]
id = "V7-1"
title = "広がった"
relation = "superset"
before = ["C-8-1"]
after = ["第7.0版 8章①"]
gist = "求めることが増えた。"
sources = ["資料"]
{v}
[[change]]
id = "V7-2"
title = "加わった"
relation = "added"
after = ["保守委託機関編"]
gist = "新しい編。"
sources = ["資料"]
{v}
"#,
        ),
    ];
    let texts = files.map(|(path, text)| (path, text.replace("{v}", VERIFICATION)));
    let sources = texts.each_ref().map(|(path, text)| SourceFile { path, text });
    Kb::new(kb::load(&sources).unwrap())
}

fn oscal_file(kb: &Kb, name: &str) -> Value {
    let files = oscal::files(kb, Lang::Ja).unwrap();
    serde_json::from_str(&files.iter().find(|file| file.name == name).unwrap().text).unwrap()
}

#[test]
fn a_table_is_quoted_and_runs_nothing() {
    let text = csv::table(&small(), Lang::Ja).unwrap();
    let mut reader = ::csv::Reader::from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    let rows: Vec<::csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    assert_eq!(rows.len(), small().entries().count());
    assert_eq!(&rows[0][3], "'=一覧 \"引用\" *強調*");
    assert_eq!(&rows[0][5], "点検し、\n記録する。");
    assert!(rows[0][15].contains("←implements:K-C-8-1-1(high)"), "{}", &rows[0][15]);
    assert!(rows.iter().flatten().all(|cell| !cell.starts_with(['=', '+', '-', '@'])));
}

#[test]
fn links_of_a_document_lead_to_anchors() {
    let kb = small();
    let text = markdown::document(&kb, Lang::Ja);
    for link in text.split("](#").skip(1) {
        let id = link.split(')').next().unwrap();
        assert!(text.contains(&format!("<a id=\"{id}\"></a>")), "{id}");
    }
    assert!(text.contains("[C-8.1 見出し](#C-8.1)"), "{text}");
    assert!(text.contains("\\*強調\\*"));
    let files = markdown::files(&kb, Lang::Ja);
    for link in files.iter().flat_map(|file| file.text.split("](").skip(1)) {
        let (name, id) = link.split(')').next().unwrap().split_once('#').unwrap_or((link, ""));
        let name = name.split(')').next().unwrap();
        let file = files.iter().find(|file| file.name == name).unwrap();
        assert!(id.is_empty() || file.text.contains(&format!("<a id=\"{id}\"></a>")), "{name}#{id}");
    }
}

#[test]
fn lines_know_chapter_and_kind() {
    let text = ndjson::lines(&small(), Lang::Ja).unwrap();
    let control = text.lines().find(|line| line.contains("\"id\":\"K-C-8-1-1\"")).unwrap();
    let value: Value = serde_json::from_str(control).unwrap();
    assert_eq!(
        (&value["part"], &value["chapter"], &value["own"]),
        (&"control".into(), &8.into(), &true.into())
    );
    assert_eq!(value["linked"], serde_json::json!(["C-8-1"]));
}

#[test]
fn oscal_keeps_direction_gaps_and_ids() {
    let kb = small();
    let catalog = oscal_file(&kb, "catalog.json");
    let metadata = &catalog["catalog"]["metadata"];
    assert_eq!(metadata["last-modified"], "2023-05-01T00:00:00+09:00");
    let chapter = &catalog["catalog"]["groups"][0]["groups"][0];
    assert_eq!((&chapter["id"], &chapter["controls"][0]["id"]), (&"C-8".into(), &"C-8-1".into()));
    let grounds = &chapter["controls"][0]["links"][0];
    assert_eq!(grounds["rel"], "grounds");

    let components = oscal_file(&kb, "component-definition.json");
    let components = components["component-definition"]["components"].as_array().unwrap();
    assert_eq!(components.len(), 2, "both sides carry out what both own");

    let mappings = oscal_file(&kb, "mapping-collection.json");
    let mappings = mappings["mapping-collection"]["mappings"].as_array().unwrap();
    let map = &mappings[0]["maps"][0];
    // The newer edition asks more: the older is a part of it.
    assert_eq!(map["relationship"], "subset-of");
    assert_eq!(map["sources"][0]["id-ref"], "C-8-1");
    assert!(mappings[0]["target-gap-summary"].is_object());
    assert_eq!(mappings[1]["maps"][0]["confidence-score"]["category"], "medium");
}

#[test]
fn a_date_comes_from_the_edition() {
    let day = about::day(&small());
    assert_eq!((day.year, day.month, day.day), (2023, 5, 1));
}
