//! Short texts that are made to mislead: negated, excepted, weakened, said of the other party, in a title only …
//!
//! `tests/adversarial/cases.jsonl` was written by reading alone; what a careful reader answers stands beside each text.
//! The snapshot shows what the rules answer, so that nothing gets better or worse unseen.

use std::collections::BTreeMap;

use insta::assert_snapshot;
use linter::lint::{Options, lint};
use linter::meaning::kind::Kind;
use linter::pack::{self, RulePack};
use linter::read::{ReadOptions, read_document};
use linter::topic;
use serde::Deserialize;

use crate::harness::root;

/// A text and the answer of a reader.
#[derive(Deserialize)]
struct Case {
    id: String,
    trick: String,
    kind: String,
    topic: String,
    expected: String,
    text: String,
}

fn cases() -> Vec<Case> {
    let text = std::fs::read_to_string(root().join("tests/adversarial/cases.jsonl")).unwrap();
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn answer(case: &Case, pack: &RulePack) -> &'static str {
    let bytes = case.text.as_bytes();
    let document = read_document(bytes, &case.id, &ReadOptions::default()).unwrap();
    let kind = Kind::from_name(&case.kind);
    assert!(kind.is_some(), "{}: {}", case.id, case.kind);
    let report = lint(&document, bytes, &case.id, pack, &Options { kind, ..Options::default() });
    topic::level(&topic::outcomes_of(&case.topic, &report.outcomes)).name()
}

#[test]
fn texts_that_mislead() {
    let pack = pack::load(pack::shipped_sources()).pack;
    let mut by_trick: BTreeMap<String, (u32, u32, u32)> = BTreeMap::new();
    let mut wrong = Vec::new();
    let (mut trusted, mut all) = (0, 0);
    for case in cases() {
        let found = answer(&case, &pack);
        let count = by_trick.entry(case.trick.clone()).or_default();
        all += 1;
        count.0 += 1;
        count.1 += u32::from(found == case.expected);
        let is_there = |answer: &str| answer != "absent";
        count.2 += u32::from(is_there(found) == is_there(&case.expected));
        if found != case.expected {
            trusted += u32::from(found == "present");
            wrong.push(format!("{:<16} {:<32} {:<8} → {found}", case.id, case.topic, case.expected));
        }
    }
    let mut table = String::from("trick                     cases  same  there or not\n");
    for (trick, (count, same, there)) in &by_trick {
        table.push_str(&format!("{trick:<25} {count:>5} {same:>5} {there:>5}\n"));
    }
    let sum = |part: fn(&(u32, u32, u32)) -> u32| by_trick.values().map(part).sum::<u32>();
    table.push_str(&format!("all {all}, same {}, there or not {}, ", sum(|c| c.1), sum(|c| c.2)));
    table.push_str(&format!("trusted without reason {trusted}\n\n{}\n", wrong.join("\n")));
    assert_snapshot!("adversarial", table);
}
