//! Rule files with ten mistakes and more each: what a person is told, whole. And own rules over those of the program.

use std::collections::BTreeSet;

use insta::assert_snapshot;

use crate::harness::{root, sekisho, sekisho_in, stable};

/// The files of `fixtures/rules` that are full of mistakes.
const FILES: &[&str] = &["form", "names", "meaning"];

#[test]
fn each_mistake_is_told_with_its_place_and_what_to_do() {
    let folder = root().join("tests/fixtures/rules");
    for name in FILES {
        let told = sekisho_in(&folder, &["rules", "test", &format!("{name}.seki")]);
        assert_eq!(told.status, 2, "{}", told.stderr);
        let codes: BTreeSet<&str> = told
            .stdout
            .match_indices("[dsl-")
            .filter_map(|(at, _)| told.stdout.get(at..)?.split(']').next())
            .collect();
        assert!(codes.len() >= 10, "{name}: only {codes:?}");
        let places = told.stdout.matches(&format!("{name}.seki:")).count();
        let helps = told.stdout.matches("助言:").count();
        assert!(helps >= places, "{name}: {places} places and {helps} helps");
        stable(|| assert_snapshot!(format!("mistakes-{name}"), told.stdout));
        let english = sekisho_in(&folder, &["--lang", "en", "rules", "test", &format!("{name}.seki")]);
        stable(|| assert_snapshot!(format!("mistakes-{name}-en"), english.stdout));
    }
}

const OWN: &str = r#"seki 1

concept 通知 = "書面を送る"

/// 事業者が作業者の名簿を出すことを求める。誰が出入りするかを医療機関が知るため。
rule own/roster "作業者の名簿" {
  theme     staff
  editions  6.0
  applies   contract
  severity  error
  basis     C-10-4

  require roster "名簿" { act must(vendor) ("提出" | 通知) of "名簿" }

  advice """
    第{{ n }}条 {{ vendor }}は、作業者の名簿を{{ hospital }}に提出しなければならない。
  """

  pass "提出する" """
    第1条 乙は、作業者の名簿を甲に提出しなければならない。
  """
  pass "です・ます体" """
    第1条 当社は、作業者の名簿をお客様に提出します。
  """
  fail roster as missing "作らない" """
    第1条 乙は、機器を納める。
  """
  fail roster as weak "努めるだけ" """
    第1条 乙は、作業者の名簿を甲に提出するよう努める。
  """
}
"#;

#[test]
fn own_rules_stand_over_those_of_the_program() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("own.seki"), OWN).unwrap();
    let contract = root().join("examples/karte-hoshu-keiyaku.md").display().to_string();
    let shipped = sekisho(&["lint", &contract, "--format", "json", "--fail-on", "never"]).expect(0);
    let both = ["lint", &contract, "--rules", "own.seki", "--format", "json", "--fail-on", "never"];
    let both = sekisho_in(folder.path(), &both).expect(0);
    let rules = |json: &str| -> Vec<String> {
        let report: serde_json::Value = serde_json::from_str(json).unwrap();
        let outcomes = report["documents"][0]["outcomes"].as_array().unwrap();
        outcomes.iter().map(|outcome| outcome["rule"].as_str().unwrap().to_owned()).collect()
    };
    let (shipped, both) = (rules(&shipped), rules(&both));
    assert_eq!(both.len(), shipped.len() + 1);
    assert!(both.contains(&"own/roster".to_owned()) && shipped.iter().all(|rule| both.contains(rule)));
    // The concept of the same name is the user's; the others of the program stay, and the change is told.
    assert_eq!(sekisho_in(folder.path(), &["rules", "test", "own.seki"]).status, 0);
    let doubts = sekisho_in(folder.path(), &["rules", "lint", "own.seki"]);
    assert!(doubts.stdout.contains("dsl-concept-redefined"), "{}", doubts.stdout);
}

#[test]
fn own_rules_with_mistakes_stop_the_run() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("own.seki"), OWN.replace("act must", "act mast")).unwrap();
    let contract = root().join("examples/karte-hoshu-keiyaku.md").display().to_string();
    let told = sekisho_in(folder.path(), &["lint", &contract, "--rules", "own.seki"]);
    assert_eq!((told.status, told.stdout.as_str()), (2, ""));
    assert!(told.stderr.contains("dsl-unknown-strength"), "{}", told.stderr);
    let missing = sekisho_in(folder.path(), &["lint", &contract, "--rules", "none.seki"]);
    assert_eq!(missing.status, 2);
}
