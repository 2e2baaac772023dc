//! Two versions of a document: whatever was edited, nothing is lost, nothing is told twice, and the new text comes out.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test stops at what it did not expect; clippy.toml allows this only inside test functions"
)]

use linter::compare::{Change, Comparison, Mark, Run, SectionChange, compare};
use linter::document::{Document, TextSpan};
use linter::read::read_document;
use proptest::prelude::*;

fn read(text: &str) -> Document {
    read_document(text.as_bytes(), "a.txt", &Default::default()).unwrap()
}

fn compared(old: &str, new: &str) -> Comparison {
    compare(&read(old), &read(new))
}

/// A section in a few words: what became of it, its places, its flags.
fn told(section: &SectionChange) -> String {
    let place = |side: &Option<linter::compare::SectionSide>| {
        side.as_ref().map_or("-".to_owned(), |side| side.place.clone())
    };
    let mut told = format!("{} {}>{}", section.change.name(), place(&section.old), place(&section.new));
    for (flag, name) in [(section.moved, "moved"), (section.renumbered, "renumbered")] {
        if flag {
            told.push_str(&format!(" {name}"));
        }
    }
    if let Some(from) = &section.split_from {
        told.push_str(&format!(" split:{from}"));
    }
    if let Some(into) = &section.merged_into {
        told.push_str(&format!(" merged:{into}"));
    }
    for drift in &section.drifted {
        told.push_str(&format!(" drift:{}:{}:{}", drift.words, drift.was, drift.now));
    }
    told
}

/// What differs.
fn differences(old: &str, new: &str) -> Vec<String> {
    compared(old, new).sections.iter().filter(|section| section.differs()).map(told).collect()
}

const BODIES: [&str; 6] = [
    "(目的)\n第{n}条 この規程は、病院における診療情報の取扱いについて必要な事項を定める。",
    "(管理者)\n第{n}条 病院長は、情報管理者を任命する。\n2 情報管理者は、運用を統括する。",
    "(台帳)\n第{n}条 情報管理者は、利用者の一覧を紙の台帳に記載し、書庫に保管する。",
    "(保存)\n第{n}条 情報管理者は、操作の記録を三年間保存しなければならない。",
    "(持出し)\n第{n}条 利用者は、承認を得た場合を除き、媒体を院外に持ち出してはならない。\n(1) 光学媒体\n(2) 可搬型の記憶装置",
    "(報告)\n第{n}条 利用者は、事故を発見したときは、直ちに情報管理者に報告する。",
];

/// A set of rules of these articles, numbered from 1.
fn rules(bodies: &[&str]) -> String {
    let articles = bodies.iter().zip(1..).map(|(body, n)| body.replace("{n}", &n.to_string()));
    format!("診療情報取扱規程\n\n{}\n", articles.collect::<Vec<_>>().join("\n\n"))
}

#[test]
fn an_article_struck_out_is_one_deletion() {
    let old = rules(&BODIES);
    let without: Vec<&str> =
        BODIES.iter().enumerate().filter(|(at, _)| *at != 2).map(|(_, body)| *body).collect();
    assert_eq!(
        differences(&old, &rules(&without)),
        [
            "deleted 第3条>-",
            "unchanged 第4条>第3条 renumbered",
            "unchanged 第5条>第4条 renumbered",
            "unchanged 第6条>第5条 renumbered",
        ]
    );
}

#[test]
fn an_article_that_moved_is_told_once() {
    let mut moved = BODIES;
    moved[..5].rotate_left(1);
    let found = differences(&rules(&BODIES), &rules(&moved));
    assert_eq!(found.iter().filter(|told| told.contains("moved")).count(), 1, "{found:#?}");
    assert!(found.contains(&"unchanged 第1条>第5条 moved renumbered".to_owned()), "{found:#?}");
    assert!(found.iter().all(|told| told.starts_with("unchanged")), "{found:#?}");
}

#[test]
fn an_article_that_moved_and_changed_is_both() {
    let mut moved = BODIES;
    moved.rotate_left(3);
    moved[0] = "(保存)\n第{n}条 情報管理者は、操作の記録を五年間保存しなければならない。";
    let found = differences(&rules(&BODIES), &rules(&moved));
    assert!(found.iter().any(|told| told.starts_with("changed 第4条>第1条")), "{found:#?}");
}

#[test]
fn references_that_follow_are_no_change() {
    let refer = "(準用)\n第{n}条 第4条の規定は、委託を受けた者に準用する。";
    let follow = "(準用)\n第{n}条 第3条の規定は、委託を受けた者に準用する。";
    let mut old = BODIES.to_vec();
    old.push(refer);
    let mut new: Vec<&str> = BODIES.to_vec();
    new.remove(2);
    let mut followed = new.clone();
    followed.push(follow);
    let found = differences(&rules(&old), &rules(&followed));
    assert!(found.contains(&"followed 第7条>第6条 renumbered".to_owned()), "{found:#?}");
    new.push(refer);
    let found = differences(&rules(&old), &rules(&new));
    assert!(
        found.contains(&"unchanged 第7条>第6条 renumbered drift:第4条:第4条:第4条".to_owned()),
        "{found:#?}"
    );
}

#[test]
fn a_reference_to_what_was_struck_out_is_told() {
    let refer = "(準用)\n第{n}条 第3条の規定は、委託を受けた者に準用する。";
    let mut old = BODIES.to_vec();
    old.push(refer);
    let mut new = old.clone();
    new.remove(2);
    let comparison = compared(&rules(&old), &rules(&new));
    let drifted: Vec<_> = comparison.sections.iter().flat_map(|section| &section.drifted).collect();
    assert_eq!(drifted.len(), 1);
    assert_eq!((drifted[0].was.as_str(), drifted[0].went.as_deref()), ("第3条", None));
}

#[test]
fn an_article_split_in_two_is_told_with_its_origin() {
    let whole = "(持出し)\n第1条 利用者は、承認を得た場合を除き、媒体を院外に持ち出してはならない。\n2 媒体を持ち出した者は、返却の日に記録簿へ記入し、情報管理者の確認を受ける。\n";
    let split = "(持出し)\n第1条 利用者は、承認を得た場合を除き、媒体を院外に持ち出してはならない。\n(返却)\n第2条 媒体を持ち出した者は、返却の日に記録簿へ記入し、情報管理者の確認を受ける。\n";
    assert_eq!(differences(whole, split), ["changed 第1条>第1条", "added ->第2条 split:第1条"]);
    assert_eq!(differences(split, whole), ["changed 第1条>第1条", "deleted 第2条>- merged:第1条"]);
    let comparison = compared(whole, split);
    let came: Vec<_> = comparison
        .sections
        .iter()
        .flat_map(|section| &section.passages)
        .filter_map(|one| one.moved_from.clone())
        .collect();
    assert_eq!(came, ["第1条第2項"]);
}

#[test]
fn layout_is_no_change() {
    let broken = "(目的)\n第1条 この規程は、病院における情報システムの\n運用について必要な事項を定める。\n2 端末は、\n施錠する。\n";
    let whole = "第1条(目的)\nこの規程は、病院における情報システムの運用について必要な事項を定める。\n2 端末は、施錠する。\n";
    assert_eq!(differences(broken, whole), Vec::<String>::new());
}

#[test]
fn a_row_is_known_by_its_first_cell() {
    let table = |years: &str, more: &str| {
        format!(
            "# 保存規程\n\n## 第1条（期間）\n\n次の表による。\n\n| 記録 | 期間 |\n| --- | --- |\n| 診療録 | 5年 |\n{more}| 操作の記録 | {years} |\n"
        )
    };
    let read = |text: &str| read_document(text.as_bytes(), "a.md", &Default::default()).unwrap();
    let comparison = compare(&read(&table("3年", "")), &read(&table("10年", "| 承認書 | 5年 |\n")));
    let rows: Vec<_> = comparison
        .sections
        .iter()
        .flat_map(|section| &section.passages)
        .filter(|passage| passage.change != Change::Unchanged)
        .map(|passage| (passage.change.name(), text(&passage.new.as_ref().unwrap().runs)))
        .collect();
    assert_eq!(rows, [("added", "承認書 | 5年".to_owned()), ("changed", "操作の記録 | 10年".to_owned())]);
}

#[test]
fn a_thousand_articles_take_no_more_than_their_length() {
    let article = |n: usize, word: &str| {
        format!(
            "(事項{n})\n第{n}条 情報管理者は、{word}{n}号の設備について、その状況を確認し、結果を記録する。\n"
        )
    };
    let old: String = (1..=1_000).map(|n| article(n, "管理台帳")).collect();
    let new: String = (1..=1_000).rev().map(|n| article(n, "点検簿")).collect();
    let comparison = compared(&old, &new);
    assert_eq!(comparison.summary.added + comparison.summary.deleted, 0);
    let alike: String = (1..=1_200).map(|n| format!("第{n}条 同じ文を書く。\n")).collect();
    let other: String = (1..=1_200).map(|n| format!("第{n}条 別の語を書く。\n")).collect();
    assert!(compared(&alike, &other).sections.len() >= 1_200);
    let long: String = format!("第1条 甲は丙を定める。{}\n", "甲は乙に丙を報告し、".repeat(4_000));
    let longer: String = format!("第1条 甲は丙を定める。{}\n", "甲は丙に乙を報告し、".repeat(4_000));
    assert_eq!(compared(&long, &longer).summary.changed, 1);
}

fn text(runs: &[Run]) -> String {
    runs.iter().map(|run| run.text.as_str()).collect()
}

fn bare(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

/// What stands on both sides is taken from the old one, the rest from the new one: what comes out is the new one.
fn rebuilt(old: &[Run], new: &[Run]) -> String {
    let both = |run: &&Run| matches!(run.mark, Mark::Same | Mark::Drifted);
    let kept: String = old.iter().filter(both).map(|run| bare(&run.text)).collect();
    let mut kept = kept.chars();
    let mut out = String::new();
    for run in new {
        match run.mark {
            Mark::Changed | Mark::Followed => out.push_str(&run.text),
            Mark::Same | Mark::Drifted => out.extend(kept.by_ref().take(bare(&run.text).chars().count())),
        }
    }
    assert_eq!(kept.count(), 0, "the old one has more than was told");
    let followed = |runs: &[Run]| runs.iter().filter(|run| run.mark == Mark::Followed).count();
    assert_eq!(followed(old), followed(new));
    out
}

fn check(old: &Document, new: &Document, comparison: &Comparison) {
    let mut order: Vec<(usize, String)> = Vec::new();
    for section in &comparison.sections {
        let none = Vec::new();
        if let Some(side) = &section.new {
            let caption = section.old.as_ref().map_or(&none, |old| &old.caption);
            let mut words = bare(&rebuilt(caption, &side.caption));
            let mut passages: Vec<_> =
                section.passages.iter().filter(|passage| passage.new.is_some()).collect();
            passages.sort_by_key(|passage| passage.new.as_ref().unwrap().index);
            for passage in passages {
                let old = passage.old.as_ref().map_or(&none, |side| &side.runs);
                words.push_str(&bare(&rebuilt(old, &passage.new.as_ref().unwrap().runs)));
            }
            order.push((side.index, words));
        }
    }
    order.sort();
    assert!(
        order.iter().zip(0..).all(|((index, _), at)| *index == at),
        "a section of the new one is missing"
    );
    let rebuilt: String = order.into_iter().map(|(_, words)| words).collect();
    let whole = compare(new, new);
    let expected: String = whole.sections.iter().map(words_of_new).collect();
    assert_eq!(rebuilt, expected);
    for (document, pick) in [(old, 0), (new, 1)] {
        covered(document, comparison, pick);
    }
}

fn words_of_new(section: &SectionChange) -> String {
    let passages = section.passages.iter().filter_map(|passage| passage.new.as_ref());
    let words: String = passages.map(|side| bare(&text(&side.runs))).collect();
    format!("{}{words}", bare(&text(&section.new.as_ref().unwrap().caption)))
}

/// Every stretch of text that a node owns stands in the comparison once: the characters of both are the same.
fn covered(document: &Document, comparison: &Comparison, pick: usize) {
    let mut told: Vec<char> = Vec::new();
    for section in &comparison.sections {
        let side = if pick == 0 { &section.old } else { &section.new };
        if let Some(side) = side {
            told.extend(side.label.chars());
            told.extend(text(&side.caption).chars());
        }
        for passage in &section.passages {
            let side = if pick == 0 { &passage.old } else { &passage.new };
            if let Some(side) = side {
                told.extend(side.label.chars());
                let joints = if passage.kind == linter::document::NodeType::Row { " | " } else { "" };
                let words = text(&side.runs);
                told.extend(if joints.is_empty() { words } else { words.replace(joints, " ") }.chars());
            }
        }
    }
    let mut owned: Vec<TextSpan> = document.title.into_iter().collect();
    for node in &document.nodes {
        owned.extend(node.text.iter().copied().chain(node.label).chain(node.caption));
    }
    let mut printed: Vec<char> = owned.iter().flat_map(|span| document.slice(*span).chars()).collect();
    for characters in [&mut told, &mut printed] {
        characters.retain(|c| !c.is_whitespace());
        characters.sort_unstable();
    }
    assert_eq!(told.iter().collect::<String>(), printed.iter().collect::<String>());
}

fn line() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(vec![
        "(目的)\n第1条 この規程は、必要な事項を定める。",
        "(保存)\n第2条 記録を三年間保存する。",
        "第3条(報告) 第2条の規定により、事故を報告する。",
        "2 前項の報告は、24時間以内に行う。",
        "(1) 電子カルテ",
        "(2) 部門システム",
        "ア 端末",
        "第1章 総則",
        "第2章 運用",
        "附則",
        "この規程は、令和4年4月1日から施行する。",
        "別表(第2条関係)",
        "様式第1号",
        "令和4年4月1日",
        "管理者は、利用者を登録し、5日以内に抹消する。",
        "前項及び第1条の規定にかかわらず、承認を得る。",
        "",
        "以上",
    ]);
    pieces.prop_map(str::to_owned)
}

fn lines() -> impl Strategy<Value = Vec<String>> {
    prop::collection::vec(line(), 1..24)
}

fn document(lines: &[String]) -> Option<Document> {
    read_document(format!("運用規程\n{}\n", lines.join("\n")).as_bytes(), "a.txt", &Default::default()).ok()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 160, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_operations_make_the_new_document(old in lines(), new in lines()) {
        let (Some(old), Some(new)) = (document(&old), document(&new)) else { return Ok(()) };
        check(&old, &new, &compare(&old, &new));
    }

    #[test]
    fn a_document_is_itself(lines in lines()) {
        let Some(document) = document(&lines) else { return Ok(()) };
        let comparison = compare(&document, &document);
        prop_assert!(comparison.summary.is_same(), "{:#?}", comparison.sections);
    }

    #[test]
    fn exchanging_the_documents_exchanges_what_was_added_and_deleted(old in lines(), new in lines()) {
        let (Some(old), Some(new)) = (document(&old), document(&new)) else { return Ok(()) };
        let (there, back) = (compare(&old, &new).summary, compare(&new, &old).summary);
        prop_assert_eq!((there.added, there.deleted), (back.deleted, back.added));
        prop_assert_eq!(there.changed, back.changed);
    }

    #[test]
    fn an_edit_of_a_few_lines_is_seen(lines in lines(), at in 0..24_usize, word in "[亜-熙]{6,12}") {
        let mut edited = lines.clone();
        let at = at % lines.len();
        edited[at] = format!("{}{word}に留意する。", edited[at]);
        let (Some(old), Some(new)) = (document(&lines), document(&edited)) else { return Ok(()) };
        let comparison = compare(&old, &new);
        check(&old, &new, &comparison);
        prop_assert!(!comparison.summary.is_same());
    }
}
