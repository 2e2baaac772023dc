//! Short texts that are made to mislead: negated, excepted, weakened, said of the other party, in a title only …
//!
//! `tests/adversarial/cases.jsonl` was written by reading alone; what a careful reader answers stands beside each text.
//! The snapshot shows what the rules answer, so that nothing gets better or worse unseen.

use std::collections::BTreeMap;

use insta::assert_snapshot;
use linter::pack;

use crate::topics::{Count, answer, cases};

#[test]
fn texts_that_mislead() {
    let pack = pack::shipped();
    let mut by_trick: BTreeMap<String, Count> = BTreeMap::new();
    let (mut whole, mut wrong) = (Count::default(), Vec::new());
    for case in cases("tests/adversarial/cases.jsonl") {
        let found = answer(&case, &pack);
        whole.add(found, &case.expected);
        by_trick.entry(case.trick.clone()).or_default().add(found, &case.expected);
        if found != case.expected {
            wrong.push(format!("{:<16} {:<32} {:<8} → {found}", case.id, case.topic, case.expected));
        }
    }
    let mut table = String::from("trick                     cases  same  there or not\n");
    for (trick, Count { all, same, there, .. }) in &by_trick {
        table.push_str(&format!("{trick:<25} {all:>5} {same:>5} {there:>5}\n"));
    }
    let Count { all, same, there, trusted, .. } = whole;
    table.push_str(&format!(
        "all {all}, same {same}, there or not {there}, trusted without reason {trusted}\n"
    ));
    assert_snapshot!("adversarial", format!("{table}\n{}\n", wrong.join("\n")));
}
