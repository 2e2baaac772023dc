//! `sekisho explain`: rules in plain words, with their clauses and what their examples really get.

use insta::assert_snapshot;
use linter::pack;

use crate::harness::{sekisho, sekisho_in, stable};
use crate::reports::{assert_valid, schema};

/// A rule in which every construct of the language stands.
const EVERY: &str = "tests/fixtures/rules/every-construct.seki";

#[test]
fn every_construct_has_its_words() {
    for lang in ["ja", "en"] {
        let text = sekisho(&["explain", "own/every", "--rules", EVERY, "--lang", lang]).expect(0);
        stable(|| assert_snapshot!(format!("explain-every-construct-{lang}"), text));
    }
}

#[test]
fn a_shipped_rule() {
    let text = sekisho(&["explain", "contract/subcontracting"]).expect(0);
    stable(|| assert_snapshot!("explain-subcontracting", text));
}

#[test]
fn explanations_follow_their_schema() {
    let schema = schema("explain");
    // The shape is the same for all; a process for each of them would take minutes.
    for rule in pack::load(pack::shipped_sources()).pack.rules.rules.iter().step_by(12) {
        let json = sekisho(&["explain", &rule.id, "--format", "json"]).json();
        assert_valid(&schema, &json, &rule.id);
        assert_eq!(json["requirements"].as_array().unwrap().len(), rule.requirements.len());
        assert!(json["examples"].as_array().unwrap().iter().all(|example| example["as_expected"] == true));
    }
    let own = sekisho(&["explain", "every", "--rules", EVERY, "--format", "json"]).json();
    assert_valid(&schema, &own, EVERY);
    assert_eq!(own["file"], EVERY);
    let unexpected = own["examples"].as_array().unwrap().iter().filter(|one| one["as_expected"] == false);
    assert!(unexpected.count() > 0, "an example that does not do what it says is shown as it is");
}

#[test]
fn rules_of_a_folder() {
    let folder = tempfile::tempdir().unwrap();
    let every = std::fs::read_to_string(crate::harness::root().join(EVERY)).unwrap();
    std::fs::write(folder.path().join("good.seki"), every).unwrap();
    std::fs::write(folder.path().join("broken.seki"), "seki 1\nrule own/x \"題\" {\n").unwrap();
    let explained = sekisho_in(folder.path(), &["explain", "every", "--rules", "."]);
    assert_eq!(explained.status, 0, "{}", explained.stderr);
    assert!(explained.stderr.contains("broken.seki"), "the mistakes of the other file are told");
    let near = sekisho_in(folder.path(), &["explain", "own/evry", "--rules", "good.seki"]);
    assert_eq!((near.status, near.stdout.as_str()), (2, ""));
    assert!(near.stderr.contains("own/every"), "{}", near.stderr);
    assert_eq!(sekisho_in(folder.path(), &["explain", "every", "--rules", "missing.seki"]).status, 2);
}
