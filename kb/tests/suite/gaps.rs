//! What `kb verify` finds missing: one small knowledge base with one gap of each sort, and the shipped one with none.

use kb::{Gap, Kb, Part};

use crate::data::{file, kb_of};

const CHAPTER: &str = r#"
edition = "6.0"
part = "control"
chapter = 2
title = "題"
applies_to = ["Ⅰ"]
verification = { title = "seen", applies_to = "seen" }
"#;

fn clause(item: u16, extra: &str) -> String {
    let circled = kb::circled(item).unwrap();
    format!(
        r#"
[[clause]]
id = "C-2-{item}"
section = "2"
item = {item}
official_number = "{circled}"
title = "題{item}"
gist = "利用者のログインの記録を毎月点検する。"
{extra}
actor = "担当者"
sources = ["p.1"]
verification = {{ content = "seen", numbering = "seen", seen_in = "final" }}
"#
    )
}

fn control(id: &str, nature: &str, gist: &str, to: &str) -> String {
    format!(
        r#"
[[control]]
id = "{id}"
title = "題"
gist = "{gist}"
nature = "{nature}"
owner = "hospital"
strength = "must"
evidence = ["点検の記録"]
links = [{{ to = "{to}", relation = "implements", confidence = "high" }}]
"#
    )
}

#[test]
fn every_sort_of_gap_is_found() {
    let known = "nature = \"both\"\nstrength = \"must\"";
    let chapter = [CHAPTER, &clause(1, ""), &clause(2, known), &clause(3, known), &clause(4, known)].concat();
    let controls = [
        control("K-C-2-1-1", "technical", "サーバの時計を標準時に合わせる設定にし、差を毎日測る。", "C-2-1"),
        control("K-C-2-3-1", "operational", "係長が一覧表を印刷し、気になる行に印を付けて綴じる。", "C-2-3"),
        control("K-C-2-4-1", "technical", "利用者のログインの記録を毎月点検すること。", "C-2-4"),
    ]
    .concat();
    let form = r#"
[[form]]
id = "CL"
title = "様式"
gist = "要旨"
audience = "hospital"
obtained = true
sources = ["様式"]
verification = { content = "seen", numbering = "seen", seen_in = "final" }
[[checklist]]
id = "CL-1"
form = "CL"
number = "1"
title = "題"
gist = "要旨"
sources = ["様式"]
verification = { content = "seen", numbering = "seen", seen_in = "final" }
[[checklist]]
id = "CL-0"
form = "CL"
number = "0"
title = "システムがあるか"
gist = "要旨"
gate = true
sources = ["様式"]
verification = { content = "seen", numbering = "seen", seen_in = "final" }
"#;
    let kb = kb_of(&[
        file("guideline-6.0/control/02-a.toml", &chapter),
        file("controls/control/02-a.toml", &controls),
        file("checklists/r7.toml", form),
    ])
    .unwrap();
    let id = |id: &str| id.to_owned();
    let gaps = kb.verify().gaps;
    for gap in [
        Gap::Chapter { part: Part::Control, number: 1 },
        Gap::Nature { clause: id("C-2-1") },
        Gap::Control { clause: id("C-2-2") },
        Gap::TechnicalControl { clause: id("C-2-3") },
        Gap::Repetition { control: id("K-C-2-4-1"), clause: id("C-2-4"), percent: 89 },
        Gap::Clause { item: id("CL-1") },
        Gap::Orphan { id: id("CL-0") },
        Gap::Orphan { id: id("CL-1") },
    ] {
        assert!(gaps.contains(&gap), "{gap:?} not in {gaps:#?}");
    }
    assert_eq!(gaps.len(), 8, "{gaps:#?}");
    let codes: Vec<_> = gaps.iter().map(Gap::code).collect();
    assert!(Gap::CODES.iter().all(|code| codes.contains(code)));
}

#[test]
fn the_shipped_data_have_none() {
    assert_eq!(Kb::embedded().unwrap().verify().gaps, []);
}
