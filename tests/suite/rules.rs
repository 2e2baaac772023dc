//! The rules that ship: sound, with examples that do what they say, resting on clauses that exist. And the reports on
//! rule files that are not.

use insta::assert_snapshot;
use linter::examples;
use linter::message::Lang;
use linter::pack;

use crate::harness::{sekisho, sekisho_in, stable};

#[test]
fn shipped_rules_have_no_mistakes() {
    let checked = pack::load(pack::shipped_sources());
    let mistakes: Vec<String> = checked
        .errors
        .iter()
        .map(|error| format!("{}: {}", checked.pack.sources[error.file].path, error.error))
        .collect();
    assert!(mistakes.is_empty(), "{mistakes:#?}");
    assert!(checked.pack.rules.rules.len() >= 12);
}

#[test]
fn every_example_does_what_it_says() {
    let pack = pack::load(pack::shipped_sources()).pack;
    let mut wrong = Vec::new();
    for rule in &pack.rules.rules {
        let results = examples::run(&pack, rule, Lang::Ja);
        assert!(results.iter().any(|result| result.fails.is_empty()), "{} has no passing example", rule.id);
        assert!(results.iter().any(|result| !result.fails.is_empty()), "{} has no failing example", rule.id);
        let differing = results.iter().filter(|result| !result.is_as_expected());
        wrong.extend(
            differing.map(|result| format!("{} 「{}」: {:?}", rule.id, result.title, result.mismatches)),
        );
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn every_rule_can_be_explained() {
    for rule in &pack::load(pack::shipped_sources()).pack.rules.rules {
        let text = sekisho(&["explain", &rule.id]).expect(0);
        assert!(text.contains(&rule.title), "{}", rule.id);
    }
}

const WRONG_EXAMPLE: &str = r#"seki 1

/// 記録を残すか。
rule own/log "記録" {
  theme     hygiene
  editions  6.0
  applies   contract
  severity  error
  basis     C-17-1
  require log "記録" { act must(vendor) "記録" }
  advice """
    第{{ n }}条 {{ vendor }}は、記録しなければならない。
  """
  pass "努力では足りないのに通ると書いた例" """
    第1条 乙は、操作を記録するよう努める。
  """
  pass "通る例" """
    第1条 乙は、操作を記録しなければならない。
  """
  fail log "記録がない" """
    第1条 乙は、誠実に行わなければならない。
  """
  fail log "甲の義務" """
    第1条 甲は、操作を記録しなければならない。
  """
}
"#;

#[test]
fn rule_files_of_a_user() {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, text: &str| std::fs::write(folder.path().join(name), text).unwrap();
    write(
        "broken.seki",
        "seki 1\nrule own/x \"題\" {\n  topic acces_log\n  require a { act mst(vendor) 返却 }\n",
    );
    write("wrong.seki", WRONG_EXAMPLE);
    let broken = sekisho_in(folder.path(), &["rules", "test", "broken.seki"]);
    assert_eq!(broken.status, 2, "{}", broken.stderr);
    stable(|| assert_snapshot!("rules-test-broken", broken.stdout));
    let wrong = sekisho_in(folder.path(), &["rules", "test", "wrong.seki"]);
    assert_eq!(wrong.status, 1, "{}\n{}", wrong.stdout, wrong.stderr);
    stable(|| assert_snapshot!("rules-test-wrong-example", wrong.stdout));
    assert_eq!(sekisho_in(folder.path(), &["rules", "test", "."]).status, 2);
    assert_eq!(sekisho_in(folder.path(), &["rules", "test", "missing.seki"]).status, 2);
    assert_eq!(sekisho(&["rules", "test"]).status, 0);
}
