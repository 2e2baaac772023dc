//! Mutants: made in the same order every time, each different from the rule, and noticed exactly where an example sees it.

use std::collections::BTreeSet;

use linter::mutate::{self, ChangeKind, Sort};
use linter::pack::{self, RulePack, Source};

/// A rule in which every kind of change can be made. Its examples need not come out: only the changes are looked at.
fn pack_of(expr: &str, kind: &str) -> RulePack {
    let text = format!(
        r#"seki 1
concept 記録物 = "ログ" | word "記録"
/// 試験用
rule test/all "試験" {{
  theme hygiene
  editions 6.0
  applies contract
  severity error
  basis M-7-3
  {kind} it "要求" {{ {expr} }}
  advice """案"""
  pass "一" """第1条 乙は、ログを保存する。"""
  pass "二" """例"""
  fail it "一" """例"""
  fail it "二" """例"""
}}
"#
    );
    pack::load(vec![Source { path: "test.seki".to_owned(), text }]).pack
}

const EVERYTHING: &str = r#"
  one_of { act must(vendor) "保存" of 記録物 when ("作業" ..4 "後") within 3d, by(hospital) }
  and (within article { period >= 1y } or (("台帳" | "帳簿") except "出納帳簿"))
  and not "協議"
"#;

#[test]
fn every_kind_of_change_is_made() {
    let pack = pack_of(EVERYTHING, "require");
    let rule = &pack.rules.rules[0];
    let mutants = mutate::mutants(&pack, rule);
    let kinds: BTreeSet<ChangeKind> = mutants.iter().map(|mutant| mutant.change.kind).collect();
    assert_eq!(kinds.into_iter().collect::<Vec<_>>(), ChangeKind::ALL);
    assert_eq!(mutants, mutate::mutants(&pack, rule), "the order is the same every time");
    let changes: BTreeSet<String> = mutants.iter().map(|mutant| format!("{:?}", mutant.change)).collect();
    assert_eq!(changes.len(), mutants.len(), "no change is made twice");
    let lines: Vec<u32> = mutants.iter().map(|mutant| mutant.change.line).collect();
    assert!(lines.is_sorted(), "{lines:?}");
    let told: Vec<String> = mutants
        .iter()
        .map(|mutant| {
            let change = &mutant.change;
            let (kind, sort) = (change.kind.name(), change.noticed_by.name());
            format!("{:>2} {kind:<16} {} → {} ({sort})", change.line, change.before, change.after)
        })
        .collect();
    insta::assert_snapshot!("changes", told.join("\n"));
}

/// What is forbidden more widely shows in what passes.
#[test]
fn the_sort_of_example_depends_on_the_requirement() {
    for (kind, sort) in [("require", Sort::Fail), ("forbid", Sort::Pass)] {
        let pack = pack_of("act may(vendor) \"保存\" of 記録物", kind);
        let mutants = mutate::mutants(&pack, &pack.rules.rules[0]);
        let object = mutants.iter().find(|mutant| mutant.change.kind == ChangeKind::Object);
        assert_eq!(object.expect("there is an `of`").change.noticed_by, sort);
    }
}

#[test]
fn a_change_is_noticed_where_an_example_sees_it() {
    let text = r#"seki 1
/// 試験用
rule test/log "試験" {
  theme hygiene
  editions 6.0
  applies contract
  severity error
  basis M-7-3
  require it "要求" { act must(vendor) "保存" of "ログ" }
  advice """案"""
  pass "一" """第1条 乙は、ログを保存する。"""
  pass "二" """第1条 当社は、ログを保存します。"""
  fail it as weak "努力" """第1条 乙は、ログを保存するよう努める。"""
  fail it "相手方" """第1条 甲は、ログを保存する。"""
}
"#;
    let pack = pack::load(vec![Source { path: "test.seki".to_owned(), text: text.to_owned() }]).pack;
    let rule = &pack.rules.rules[0];
    assert!(mutate::passes(&pack, rule));
    let silent: Vec<ChangeKind> = mutate::mutants(&pack, rule)
        .iter()
        .filter(|mutant| !mutate::is_noticed(&pack, rule, mutant))
        .map(|mutant| mutant.change.kind)
        .collect();
    assert_eq!(silent, [ChangeKind::Object], "only a wider object has no example");
}
