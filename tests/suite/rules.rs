//! The rules that ship: sound, with examples that do what they say, resting on clauses that exist. And the reports on
//! rule files that are not.

use insta::assert_snapshot;
use linter::examples;
use linter::message::Lang;
use linter::pack;

use crate::harness::{example, sekisho, sekisho_in, stable};

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
fn rules_can_be_explained() {
    for rule in pack::load(pack::shipped_sources()).pack.rules.rules.iter().skip(5).step_by(12) {
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

#[test]
fn a_trace_shows_how_a_verdict_came_about() {
    let karte = example("karte-hoshu-keiyaku", "docx");
    for (name, args) in [
        ("trace-data-return", &["contract/data-return-and-deletion"][..]),
        ("trace-audit-right", &["audit-right"]),
        (
            "trace-one-requirement-en",
            &["data-return-and-deletion", "--requirement", "erase", "--all", "--lang", "en"],
        ),
    ] {
        let text = sekisho(&[&["rules", "trace", &karte], args].concat()).expect(0);
        stable(|| assert_snapshot!(name, text));
    }
}

/// The verdict of a trace is that of `lint`, and its JSON is what the schema promises.
#[test]
fn a_trace_has_the_verdict_of_lint() {
    let cloud = example("cloud-riyou-keiyaku", "md");
    let schema: serde_json::Value = sekisho(&["schema", "trace"]).json();
    let validator = jsonschema::validator_for(&schema).unwrap();
    let report = sekisho(&["lint", &cloud, "--format", "json"]).json();
    for outcome in report["documents"][0]["outcomes"].as_array().unwrap().iter().step_by(6) {
        let rule = outcome["rule"].as_str().unwrap();
        let trace = sekisho(&["rules", "trace", &cloud, rule, "--format", "json"]).json();
        assert!(validator.is_valid(&trace), "{rule}");
        assert_eq!(&trace["outcome"], outcome, "{rule}");
    }
}

#[test]
fn traces_of_own_rules_and_what_cannot_be_traced() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("own.seki"), WRONG_EXAMPLE).unwrap();
    std::fs::write(folder.path().join("keiyaku.txt"), "第1条 乙は、作業を記録するよう努める。\n").unwrap();
    let run = |args: &[&str]| sekisho_in(folder.path(), args);
    let own = ["rules", "trace", "keiyaku.txt", "own/log", "--kind", "contract", "--rules", "own.seki"];
    let text = run(&own).expect(0);
    stable(|| assert_snapshot!("trace-own", text));
    for (args, said) in [
        (&["rules", "trace", "keiyaku.txt", "own/log"][..], "own/log"),
        (&["rules", "trace", "nowhere.txt", "audit-right"], "nowhere"),
        (&["rules", "trace", "keiyaku.txt", "audit-right", "--requirement", "x"], "audit"),
    ] {
        let refused = run(args);
        assert_eq!((refused.status, refused.stdout.as_str()), (2, ""), "{args:?}");
        assert!(refused.stderr.contains(said) || said == "nowhere", "{}", refused.stderr);
    }
}

#[test]
fn doubts_are_told_with_their_place() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("own.seki"), DOUBTFUL).unwrap();
    for lang in ["ja", "en"] {
        let text = sekisho_in(folder.path(), &["rules", "lint", "own.seki", "--lang", lang]).expect(1);
        stable(|| assert_snapshot!(format!("lint-doubtful-{lang}"), text));
    }
    let run = sekisho_in(folder.path(), &["rules", "lint", "own.seki", "--format", "json"]);
    assert_eq!(run.status, 1);
    let schema: serde_json::Value = sekisho(&["schema", "rules-lint"]).json();
    assert!(jsonschema::validator_for(&schema).unwrap().is_valid(&run.json()));
    let found = run.json()["diagnostics"].as_array().unwrap().clone();
    let lines = sekisho_in(folder.path(), &["rules", "lint", "own.seki"]).stdout;
    for one in &found {
        assert!(lines.contains(&format!("own.seki:{}:{}", one["line"], one["column"])), "{one}");
    }
    std::fs::write(folder.path().join("broken.seki"), "seki 1\nconcept = \n").unwrap();
    sekisho_in(folder.path(), &["rules", "lint", "broken.seki"]).expect(2);
}

const DOUBTFUL: &str = r#"seki 1

concept 記録 = "作業記録" | "記録" | "ＬＯＧ" | word "残す"

/// 記録を残すか。
rule own/log "記録" {
  theme     hygiene
  editions  6.0
  applies   contract when remote.staff and not remote.staff
  severity  error
  basis     C-17-1
  require log "記録" { act must(vendor) "作成" of (記録 except "証拠") }
  forbid none "記録の廃棄" { act may(vendor) "廃棄" of 記録 within 0d }
  advice """
    第{{ n }}条 {{ vendor }}は、作業記録を作成しなければならない。
  """
  pass "一" """
    第1条 乙は、作業記録を作成する。
  """
  pass "二" """
    第1条 乙は、毎日の記録を作成しなければならない。
  """
  fail log as weak "三" """
    第1条 乙は、作業記録を作成するよう努める。
  """
  fail log "四" """
    第1条 乙は、作業記録を作成する。
  """
}
"#;

#[test]
fn mutation_shows_the_holes_in_examples() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("own.seki"), HOLED).unwrap();
    let run = sekisho_in(folder.path(), &["rules", "mutate", "own.seki", "--format", "json"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    let schema: serde_json::Value = sekisho(&["schema", "mutate"]).json();
    assert!(jsonschema::validator_for(&schema).unwrap().is_valid(&run.json()));
    let percent = run.json()["percent"].as_u64().unwrap();
    for (lang, least, status) in [("ja", percent, 0), ("en", percent + 1, 1)] {
        let least = least.to_string();
        let args = ["rules", "mutate", "own.seki", "--at-least", &least, "--lang", lang];
        let text = sekisho_in(folder.path(), &args).expect(status);
        stable(|| assert_snapshot!(format!("mutate-{lang}"), text));
    }
    // A rule whose examples fail already tells nothing.
    std::fs::write(folder.path().join("wrong.seki"), WRONG_EXAMPLE).unwrap();
    let text = sekisho_in(folder.path(), &["rules", "mutate", "wrong.seki"]).expect(1);
    assert!(text.contains("rules test"), "{text}");
}

const HOLED: &str = r#"seki 1

concept 記録物 = "ログ" | "作業記録" except "作業記録用紙" | ("作業" ..4 "履歴")

/// 事業者が、作業の記録を残すことを求める。記録がなければ、事故の範囲を確かめられない。
rule own/log "記録" {
  theme     hygiene
  editions  6.0
  applies   contract
  severity  error
  basis     C-17-1
  require log "記録" { act must(vendor) "保存" of 記録物 }
  recommend years "期間" {
    within article { period >= 1y and not "協議" }
  }
  advice """
    第{{ n }}条 {{ vendor }}は、作業記録を1年間保存しなければならない。
  """
  pass "一" """
    第1条 乙は、ログを1年間保存する。
  """
  pass "二" """
    第1条 当社は、作業記録を5年間保存します。
  """
  fail log as weak "努力" """
    第1条 乙は、ログを保存するよう努める。
  """
  fail log, years "相手方" """
    第1条 甲は、ログを保存する。
  """
}
"#;
