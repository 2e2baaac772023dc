//! `dsl/REFERENCE.md` against the linter: the names that rules may use, and the examples through the real engine.

use std::collections::BTreeSet;

use linter::meaning::kind::Kind;
use linter::outcome::Status;
use linter::pack::{EDITIONS, TOPICS};
use linter::profile::FACTS;

use crate::harness::{root, sekisho_fed};

fn reference() -> String {
    std::fs::read_to_string(root().join("dsl/REFERENCE.md")).unwrap()
}

/// First columns of the table with this heading.
fn table(heading: &str) -> BTreeSet<String> {
    let start = format!("| {heading} |");
    let text = reference();
    let rows = text.lines().skip_while(|line| !line.starts_with(&start)).skip(2);
    rows.take_while(|line| line.starts_with('|'))
        .map(|line| line.split('|').nth(1).unwrap().trim().trim_matches('`').to_owned())
        .collect()
}

#[test]
fn every_name_that_rules_may_use_has_its_row() {
    let statuses: Vec<&str> = Status::ALL.iter().map(|status| status.name()).collect();
    let kinds: Vec<&str> = Kind::ALL.iter().map(|kind| kind.name()).chain(["contract"]).collect();
    for (heading, names) in [
        ("判定（`as` の後）", statuses.as_slice()),
        ("文書の種類", kinds.as_slice()),
        ("論点", TOPICS),
        ("版", EDITIONS),
        ("前提（`when` の後）", FACTS),
        ("不備", &linter::defects::NAMES),
    ] {
        assert_eq!(table(heading), names.iter().map(|name| (*name).to_owned()).collect(), "{heading}");
    }
}

#[test]
fn the_rule_that_it_shows_passes_its_own_examples() {
    let text = reference();
    let files = text.split("```seki\n").skip(1).filter_map(|rest| rest.split("```").next());
    let rules: Vec<&str> = files.filter(|file| file.contains("\nrule ")).collect();
    assert!(!rules.is_empty());
    for rule in rules {
        let run = sekisho_fed(rule.as_bytes(), &["rules", "test", "-"]);
        assert_eq!(run.status, 0, "{}{}", run.stdout, run.stderr);
    }
}

/// Sentences of the table of strengths, each of which must satisfy the strength of its row.
#[test]
fn the_sentences_of_the_strengths_satisfy_them() {
    let text = reference();
    let rows = text.lines().skip_while(|line| !line.starts_with("| 強さ |")).skip(2);
    let mut seen = 0;
    for row in rows.take_while(|line| line.starts_with('|')) {
        let columns: Vec<&str> = row.split('|').map(|column| column.trim().trim_matches('`')).collect();
        let (strength, sentences) = (columns[1], columns[3]);
        let passing =
            if strength == "any" { "返却する、返却に努める、返却できる" } else { sentences };
        let examples: Vec<String> = passing
            .split('、')
            .map(|ending| format!("pass \"{ending}\" \"\"\"\n第1条　乙は、預かった情報を{ending}。\n\"\"\""))
            .collect();
        seen += examples.len();
        let rule = format!(
            r#"seki 1
/// 強さ
rule own/strength "強さ" {{
  theme hygiene editions 6.0 applies contract severity warning
  require it "行為" {{ act {strength}(vendor) ("返却" | "開示") of "情報" }}
  advice "第{{{{ n }}}}条　{{{{ vendor }}}}は、行う。"
  {}
  pass "もう一つ" """ 第1条　乙は、預かった情報を{}。 """
  fail it "一" """ 第1条　乙は、誠実に協議する。 """
  fail it "二" """ 第1条　甲は、預かった情報を{}。 """
}}"#,
            examples.join("\n"),
            passing.split('、').next().unwrap(),
            passing.split('、').next().unwrap(),
        );
        let run = sekisho_fed(rule.as_bytes(), &["rules", "test", "-", "--verbose"]);
        assert_eq!(run.status, 0, "{strength}: {}{}", run.stdout, run.stderr);
    }
    assert!(seen > 8);
}
