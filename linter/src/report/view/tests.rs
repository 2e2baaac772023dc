//! What keeps a fingerprint, and what does not.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;

use crate::lint::{Options, lint};
use crate::outcome::Status;
use crate::pack::{self, RulePack};
use crate::read::{ReadOptions, read_document};
use crate::report::DocumentReport;

const ARTICLES: &[(&str, &str)] = &[
    ("目的", "本契約は、甲の電子カルテシステムの保守について定める。"),
    ("再委託", "乙は、保守業務の一部を第三者に再委託することができる。"),
    ("秘密保持", "乙は、業務上知り得た秘密を第三者に漏らさないよう努める。"),
    ("記録", "乙は、操作の記録を取得し、1年間保存しなければならない。"),
    ("返却", "乙は、本契約が終了したときは、医療情報を甲に返却し、又は消去するよう努める。"),
];

/// Articles that no rule speaks about.
const UNRELATED: &[(&str, &str)] = &[
    ("休憩所", "甲は、乙の従事者のために休憩所を設ける。"),
    ("駐車場", "乙の車両は、甲が示す駐車場に置く。"),
    ("印紙", "本契約に貼る印紙の費用は、甲乙が折半する。"),
];

fn text(articles: &[(&str, &str)]) -> String {
    let articles = articles.iter().zip(1..);
    let body: String =
        articles.map(|((caption, text), number)| format!("第{number}条（{caption}）\n{text}\n")).collect();
    format!("電子カルテ保守契約書\n\n{body}")
}

fn report(text: &str) -> DocumentReport {
    static PACK: std::sync::OnceLock<RulePack> = std::sync::OnceLock::new();
    let pack = PACK.get_or_init(pack::shipped);
    let document = read_document(text.as_bytes(), "a.txt", &ReadOptions::default()).unwrap();
    lint(&document, text.as_bytes(), "a.txt", pack, &Options::default())
}

/// Fingerprints of findings by rule; what does not concern the document is left out.
fn fingerprints(text: &str) -> BTreeMap<String, (Status, String)> {
    let report = report(text);
    let of_report = report.outcomes.into_iter().filter(|outcome| outcome.status != Status::NotApplicable);
    of_report.map(|outcome| (outcome.rule, (outcome.status, outcome.fingerprint))).collect()
}

#[test]
fn one_document_has_no_fingerprint_twice() {
    let report = report(&text(ARTICLES));
    let fingerprints: BTreeSet<&String> =
        report.outcomes.iter().map(|outcome| &outcome.fingerprint).collect();
    assert_eq!(fingerprints.len(), report.outcomes.len());
    assert!(
        report
            .outcomes
            .iter()
            .any(|outcome| outcome.status == Status::Missing && outcome.evidence.is_empty())
    );
}

/// A document is named by its path: what lacks in two documents has one fingerprint, so that it is known again in a
/// document under another name.
#[test]
fn a_missing_clause_is_the_same_in_two_documents() {
    let (one, two) = (fingerprints(&text(ARTICLES)), fingerprints(&text(ARTICLES.get(..3).unwrap())));
    let missing: Vec<_> = one.iter().filter(|(_, (status, _))| *status == Status::Missing).collect();
    assert!(missing.len() > 3);
    for (rule, fingerprint) in missing {
        assert_eq!(two.get(rule), Some(fingerprint), "{rule}");
    }
}

#[test]
fn order_width_and_spaces_keep_fingerprints() {
    let before = fingerprints(&text(ARTICLES));
    let mut moved = ARTICLES.to_vec();
    moved.reverse();
    assert_eq!(fingerprints(&text(&moved)), before);
    // Rules of hygiene speak of the setting itself.
    let words = |text: &str| {
        let mut found = fingerprints(text);
        found.retain(|rule, _| !rule.starts_with("hygiene/"));
        found
    };
    let wide = text(ARTICLES).replace("1年間", "　１ 年間").replace('、', "，");
    assert_eq!(words(&wide), words(&text(ARTICLES)));
    let broken = text(ARTICLES).replace("業務上知り得た", "業務上\n知り得た");
    assert_eq!(fingerprints(&broken), before);
}

#[test]
fn references_that_are_renumbered_keep_fingerprints() {
    let with = |reference: &str| {
        fingerprints(&text(ARTICLES).replace("業務上知り得た秘密", &format!("{reference}の秘密")))
    };
    assert_eq!(with("第4条第1項"), with("第5条第1項"));
    assert_eq!(super::unnumbered("第12条の2第3項第一号の秘密"), super::unnumbered("第5条第2項第十号の秘密"));
    assert_ne!(super::unnumbered("3年間"), super::unnumbered("5年間"));
}

#[test]
fn other_words_have_another_fingerprint() {
    let before = fingerprints(&text(ARTICLES));
    let after = fingerprints(&text(ARTICLES).replace("漏らさないよう努める", "漏らすことのないよう努める"));
    let changed: Vec<&String> =
        before.iter().filter(|(rule, value)| after.get(*rule) != Some(value)).map(|(rule, _)| rule).collect();
    assert!(changed.iter().any(|rule| rule.starts_with("contract/confidentiality")), "{changed:?}");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn an_unrelated_article_keeps_fingerprints(at in 0..=ARTICLES.len(), which in 0..UNRELATED.len()) {
        let mut articles = ARTICLES.to_vec();
        articles.insert(at, UNRELATED[which]);
        prop_assert_eq!(fingerprints(&text(&articles)), fingerprints(&text(ARTICLES)));
    }
}
