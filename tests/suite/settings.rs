//! Living with findings: `sekisho.toml`, waivers, baselines.

use std::path::Path;

use insta::assert_snapshot;
use tempfile::TempDir;

use crate::harness::{Run, TODAY, root, sekisho_in, stable};

const CONTRACT: &str = "karte-hoshu-keiyaku.md";

/// A folder with the example contract below it and this file of settings.
fn folder(settings: &str) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    std::fs::create_dir(folder.path().join("contracts")).unwrap();
    std::fs::copy(root().join("examples").join(CONTRACT), folder.path().join("contracts").join(CONTRACT))
        .unwrap();
    std::fs::write(folder.path().join("sekisho.toml"), settings).unwrap();
    folder
}

fn run(folder: &Path, args: &[&str]) -> Run {
    sekisho_in(folder, args)
}

fn lint(folder: &Path, args: &[&str]) -> Run {
    run(folder, &[&["lint", "--today", TODAY], args].concat())
}

fn outcomes(run: Run) -> Vec<serde_json::Value> {
    run.json()["documents"][0]["outcomes"].as_array().unwrap().clone()
}

fn outcome(run: Run, rule: &str) -> serde_json::Value {
    outcomes(run).into_iter().find(|outcome| outcome["rule"] == rule).unwrap()
}

fn waiver(rule: &str, more: &str) -> String {
    format!(
        "[[documents]]\npath = \"contracts/*.md\"\nkind = \"contract_maintenance\"\n\n[[waivers]]\nrule = \"{rule}\"\n\
         document = \"contracts/{CONTRACT}\"\nreason = \"来年度の更新で改める\"\napprover = \"情報システム室長\"\n\
         expires = 2027-03-31\n{more}"
    )
}

#[test]
fn the_documents_of_the_settings_are_checked() {
    let folder = folder(
        "[profile]\ntype = \"Ⅰ\"\n[[documents]]\npath = \"contracts/*.md\"\nkind = \"contract_saas\"\n",
    );
    let run = lint(folder.path(), &["--format", "json", "--fail-on", "never"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    let report = run.json();
    let document = &report["documents"][0];
    assert_eq!((&document["kind"], &document["kind_recognised"]), (&"contract_saas".into(), &false.into()));
    assert_eq!(document["institution_type"], "Ⅰ");
    // From a folder below, the same file is found.
    let below = lint(&folder.path().join("contracts"), &[CONTRACT, "--format", "json", "--fail-on", "never"]);
    assert_eq!(below.json()["documents"][0]["kind"], "contract_saas");
    let without =
        lint(folder.path(), &["--no-config", "contracts", "--format", "json", "--fail-on", "never"]);
    assert_eq!(without.json()["documents"][0]["kind"], "contract_maintenance");
}

#[test]
fn without_documents_there_is_nothing_to_check() {
    let folder = folder("");
    let run = lint(folder.path(), &[]);
    assert_eq!((run.status, run.stdout.as_str()), (2, ""));
    stable(|| assert_snapshot!("settings-no-documents", run.stderr));
}

#[test]
fn documents_of_one_case_are_judged_together() {
    let folder = folder(
        "[[documents]]\npath = \"contracts/karte-hoshu-keiyaku.md\"\ncase = \"karte\"\n[[documents]]\n\
         path = \"contracts/annex.md\"\ncase = \"karte\"\n[[documents]]\npath = \"contracts/other.md\"\n",
    );
    let annex =
        "# 別紙 監査に関する特記事項\n\n乙は、甲が求めるときは、甲による監査を受け入れなければならない。\n";
    std::fs::write(folder.path().join("contracts/annex.md"), annex).unwrap();
    std::fs::write(folder.path().join("contracts/other.md"), annex).unwrap();
    let report = lint(folder.path(), &["--format", "json", "--fail-on", "never"]).json();
    let documents = report["documents"].as_array().unwrap();
    let roles: Vec<_> = documents.iter().map(|document| document["case"]["role"].as_str()).collect();
    assert_eq!(roles, [Some("main"), Some("part"), None]);
}

#[test]
fn severities_are_those_of_the_institution() {
    let plain = folder("");
    let before = outcomes(lint(plain.path(), &["contracts", "--format", "json", "--fail-on", "never"]));
    let folder = folder("[rules]\ncontract = \"info\"\n\"contract/audit-right\" = \"off\"\n");
    let run = lint(folder.path(), &["contracts", "--format", "json"]);
    assert_eq!(run.status, 0, "nothing is an error any more");
    let after = outcomes(run);
    assert_eq!(after.len() + 1, before.len());
    assert!(after.iter().all(|outcome| outcome["rule"] != "contract/audit-right"));
    let is_contract =
        |outcome: &&serde_json::Value| outcome["rule"].as_str().unwrap().starts_with("contract/");
    assert!(
        after
            .iter()
            .filter(is_contract)
            .all(|outcome| matches!(outcome["severity"].as_str(), None | Some("info")))
    );
}

#[test]
fn a_waiver_covers_its_finding_until_its_last_day() {
    let folder = folder(&waiver("contract/audit-right", ""));
    let args = &["--format", "json", "--fail-on", "never"];
    let covered = outcome(lint(folder.path(), args), "contract/audit-right");
    assert_eq!(covered["waiver"]["approver"], "情報システム室長");
    assert_eq!(covered["waiver"]["source"], "sekisho.toml:5");
    assert!(covered["waiver"]["lapsed"].is_null());
    assert_ne!(covered["status"], "satisfied", "the verdict stays what it is");
    let late = run(folder.path(), &[&["lint", "--today", "2027-04-01"], &args[..]].concat());
    assert_eq!(outcome(late, "contract/audit-right")["waiver"]["lapsed"], "expired");
}

#[test]
fn waivers_decide_the_status() {
    let plain = folder("[[documents]]\npath = \"contracts/*.md\"\n");
    let found = outcomes(lint(plain.path(), &["--format", "json", "--fail-on", "never"]));
    let errors: Vec<_> = found.iter().filter(|outcome| outcome["severity"] == "error").collect();
    let all: String = errors
        .iter()
        .map(|outcome| {
            format!(
                "[[waivers]]\nrule = {}\ndocument = \"*\"\nfingerprint = {}\nreason = \"r\"\napprover = \"a\"\nexpires = 2027-03-31\n",
                outcome["rule"], outcome["fingerprint"]
            )
        })
        .collect();
    let folder = folder(&format!("[[documents]]\npath = \"contracts/*.md\"\n{all}"));
    assert_eq!(lint(folder.path(), &["--quiet"]).status, 0);
    assert_eq!(run(folder.path(), &["lint", "--quiet", "--today", "2027-04-01"]).status, 1);
    // Other words: the approval was for something else.
    let path = folder.path().join("contracts").join(CONTRACT);
    let text = std::fs::read_to_string(&path).unwrap();
    let changed = text.replace("報告するよう努める", "報告するよう最大限努める");
    assert_ne!(text, changed);
    std::fs::write(&path, changed).unwrap();
    let notified = outcome(lint(folder.path(), &["--format", "json"]), "contract/incident-notification");
    assert_eq!(notified["waiver"]["lapsed"], "reworded");
}

#[test]
fn waivers_are_looked_after() {
    let folder = folder(&format!(
        "{}\n[[waivers]]\nrule = \"contract/confidentiality\"\ndocument = \"*\"\nreason = \"秘密保持契約が別にある\"\n\
         approver = \"院長\"\nexpires = \"2027-12-31\"\n",
        waiver("contract/audit-right", "")
    ));
    let at = |day: &str| run(folder.path(), &["waiver", "lint", "--today", day]);
    let now = at(TODAY);
    assert_eq!(now.status, 1, "one covers nothing: {}", now.stderr);
    stable(|| assert_snapshot!("waiver-lint", now.stdout));
    stable(|| assert_snapshot!("waiver-lint-late", at("2027-04-01").expect(1)));
    assert!(at("2027-03-20").stdout.contains("まもなく期限"));
}

#[test]
fn a_baseline_lets_only_new_findings_count() {
    let folder = folder("[[documents]]\npath = \"contracts/*.md\"\n[lint]\nbaseline = \"before.json\"\n");
    let missing = lint(folder.path(), &["--quiet"]);
    assert_eq!(missing.status, 2, "a baseline that is not there is not an empty one");
    let written = lint(folder.path(), &["--quiet", "--update-baseline"]);
    assert_eq!(written.status, 0, "{}", written.stderr);
    assert_eq!(lint(folder.path(), &["--quiet"]).status, 0);
    let baseline = std::fs::read(folder.path().join("before.json")).unwrap();
    let path = folder.path().join("contracts").join(CONTRACT);
    let text = std::fs::read_to_string(&path).unwrap();
    let new = |run: Run| -> Vec<String> {
        let is_new =
            |outcome: &&serde_json::Value| outcome["severity"] == "error" && outcome["in_baseline"] != true;
        outcomes(run)
            .iter()
            .filter(is_new)
            .map(|outcome| outcome["rule"].as_str().unwrap().to_owned())
            .collect()
    };
    // An article that moves is the same article.
    let at = |heading: &str| text.find(heading).unwrap();
    let (first, second, third) = (at("## 第24条"), at("## 第25条"), at("## 第26条"));
    let swapped = [
        &text[..first],
        &text[second..third].replace("第25条（", "第24条（"),
        &text[first..second].replace("第24条（", "第25条（"),
        &text[third..],
    ];
    std::fs::write(&path, swapped.concat()).unwrap();
    assert_eq!(lint(folder.path(), &["--quiet"]).status, 0, "moved");
    // A whole article that goes: what it said is missing now, and that is new.
    let (start, end) = (at("## 第11条"), at("## 第12条"));
    std::fs::write(&path, [&text[..start], &text[end..]].concat().replace("再委託", "取次")).unwrap();
    let changed = lint(folder.path(), &["--format", "json"]);
    assert_eq!(changed.status, 1, "an article is gone");
    let open = new(changed);
    assert!(open.iter().any(|rule| rule == "contract/subcontracting"), "{open:?}");
    assert_eq!(std::fs::read(folder.path().join("before.json")).unwrap(), baseline, "it never slides");
}

#[test]
fn mistakes_are_told_together() {
    let folder = folder(
        "[lint]\nfail_onn = \"error\"\nrevisions = \"new\"\n[[waivers]]\nrule = \"contract/audit-right\"\n\
         document = \"a.md\"\nreason = \"\"\nexpires = 2027-03-31\n",
    );
    let run = lint(folder.path(), &["contracts"]);
    assert_eq!((run.status, run.stdout.as_str()), (2, ""));
    stable(|| assert_snapshot!("settings-mistakes", run.stderr));
    let unknown = self::folder("[rules]\n\"contract/audit-rihgt\" = \"off\"\n");
    let run = lint(unknown.path(), &["contracts"]);
    assert_eq!(run.status, 2);
    stable(|| assert_snapshot!("settings-unknown-rule", run.stderr));
}

#[test]
fn every_setting_has_an_origin() {
    let folder = folder(&format!(
        "[profile]\ntype = \"Ⅱ\"\nbeds = 120\nscanning = false\n[profile.outsourcing]\nmaintenance = true\n[lint]\n\
         fail_on = \"warning\"\n[rules]\nhygiene = \"info\"\n{}",
        waiver("contract/audit-right", "")
    ));
    stable(|| assert_snapshot!("config-show", run(folder.path(), &["config", "show", "--origin"]).expect(0)));
    stable(|| {
        assert_snapshot!("config-show-en", run(folder.path(), &["config", "show", "--lang", "en"]).expect(0))
    });
    let json = run(folder.path(), &["config", "show", "--format", "json"]).json();
    assert!(json["settings"].as_array().unwrap().iter().any(|line| line["origin"] == "sekisho.toml:2"));
}

#[test]
fn the_schema_fits_the_file() {
    let schema: serde_json::Value =
        serde_json::from_str(&run(&root(), &["schema", "config"]).expect(0)).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    let good = serde_json::json!({
        "profile": { "type": "Ⅱ", "outsourcing": { "cloud": true } },
        "rules": { "contract": "off" },
        "waivers": [{ "rule": "a/b", "document": "*", "reason": "r", "approver": "a", "expires": "2027-03-31" }],
    });
    assert!(validator.is_valid(&good));
    for (pointer, value) in [("/rules/contract", "loud"), ("/waivers/0/expires", "soon")] {
        let mut bad = good.clone();
        *bad.pointer_mut(pointer).unwrap() = value.into();
        assert!(!validator.is_valid(&bad), "{pointer}");
    }
}
