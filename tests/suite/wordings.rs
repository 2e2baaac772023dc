//! What contracts and rules really say, in as many ways as its writers could think of (`tests/wordings`): one half is
//! read while rules are mended, of the other only the counts show.

use std::collections::BTreeMap;

use insta::assert_snapshot;
use linter::pack;

use crate::harness::root;
use crate::topics::{Count, answer, cases};

#[test]
fn ways_to_say_it() {
    let pack = pack::shipped();
    let mut files: Vec<_> = std::fs::read_dir(root().join("tests/wordings"))
        .unwrap()
        .map(|file| file.unwrap().path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "jsonl"))
        .collect();
    files.sort();
    let mut by_half: BTreeMap<String, (Count, BTreeMap<String, Count>)> = BTreeMap::new();
    let mut wrong = Vec::new();
    for case in files.iter().flat_map(|file| cases(file.to_str().unwrap())) {
        let found = answer(&case, &pack);
        let (whole, topics) = by_half.entry(case.half.clone()).or_default();
        whole.add(found, &case.expected);
        topics.entry(case.topic.clone()).or_default().add(found, &case.expected);
        if case.half == "learn" && found != case.expected {
            wrong.push(format!("{:<32} {:<8} → {found}", case.id, case.expected));
        }
    }
    let mut table = String::new();
    for (half, (whole, topics)) in &by_half {
        let Count { all, same, there, trusted, .. } = whole;
        let macro_f1 = topics.values().map(Count::f1).sum::<f64>() / topics.len() as f64;
        table.push_str(&format!(
            "{half}: {all} texts, same {same}, there or not {there}, trusted without reason {trusted}, \
             F1 {:.3} (mean of topics {macro_f1:.3})\n",
            whole.f1()
        ));
        for (topic, Count { all, same, there, .. }) in topics {
            table.push_str(&format!("  {topic:<32} {all:>3} {same:>3} {there:>3}\n"));
        }
    }
    assert_snapshot!("wordings", format!("{table}\n{}\n", wrong.join("\n")));
}
