//! The shapes that other programs rely on, and the words that the tool must never use.

use crate::harness::{EXAMPLES, example, sekisho};

pub(crate) fn schema(name: &str) -> jsonschema::Validator {
    jsonschema::validator_for(&sekisho(&["schema", name]).json()).unwrap()
}

pub(crate) fn assert_valid(schema: &jsonschema::Validator, value: &serde_json::Value, what: &str) {
    let errors: Vec<String> =
        schema.iter_errors(value).map(|error| format!("{}: {error}", error.instance_path())).collect();
    assert!(errors.is_empty(), "{what}: {errors:#?}");
}

#[test]
fn outputs_follow_their_schemas() {
    let report = schema("report");
    for name in EXAMPLES {
        for extension in ["md", "docx"] {
            let path = example(name, extension);
            assert_valid(&report, &sekisho(&["lint", &path, "--format", "json"]).json(), &path);
        }
    }
    let bad = sekisho(&["lint", "nowhere.docx", "--format", "json"]).json();
    assert_valid(&report, &bad, "a report of errors only");
    let tree = sekisho(&["tree", &example("cloud-riyou-keiyaku", "docx"), "--format", "json"]).json();
    assert_valid(&schema("tree"), &tree, "tree");
    let search = sekisho(&["search", "バックアップ", "--format", "json"]).json();
    assert_valid(&schema("search"), &search, "search");
    let rules = sekisho(&["search", "バックアップ", "--kind", "rule", "--format", "json"]).json();
    assert_valid(&schema("search"), &rules, "search --kind rule");
    assert!(rules["rules"].as_array().is_some_and(|rules| !rules.is_empty()));
    let kb = sekisho(&["kb", "export", "--format", "json"]).json();
    assert_valid(&schema("kb"), &kb, "kb");
}

#[test]
fn spans_point_at_their_quotes() {
    for name in EXAMPLES {
        let path = example(name, "docx");
        let text = sekisho(&["tree", &path, "--format", "json"]).json();
        let text: Vec<char> = text["text"].as_str().unwrap().chars().collect();
        let report = sekisho(&["lint", &path, "--format", "json"]).json();
        for outcome in report["documents"][0]["outcomes"].as_array().unwrap() {
            for passage in outcome["evidence"].as_array().unwrap() {
                let at = |end: &str| passage["span"][end].as_u64().unwrap() as usize;
                // Line breaks of running text are left out, those between cells shown as bars.
                let words = |text: &str| text.replace([' ', '|', '\n'], "");
                let quoted: String = text[at("start")..at("end")].iter().collect();
                assert_eq!(words(&quoted), words(passage["quote"].as_str().unwrap()), "{}", outcome["rule"]);
            }
        }
    }
}

/// The tool says what was found, never that a document complies.
#[test]
fn no_verdict_of_compliance() {
    let mut said = String::new();
    for file in std::fs::read_dir(crate::harness::root().join("linter/messages")).unwrap() {
        said.push_str(&std::fs::read_to_string(file.unwrap().path()).unwrap());
    }
    for args in [&["--help"][..], &["lint", "--help"], &["rules", "list"], &["lint", "examples", "--quiet"]] {
        said.push_str(&sekisho(args).stdout);
    }
    // The name of a form that vendors publish, and a rule about goods that have to meet what was ordered.
    let names = ["サービス仕様適合開示書", "要求仕様への適合", "specification-conformity"];
    let said = names.iter().fold(said, |said, name| said.replace(name, ""));
    for word in ["準拠", "適合", "compliant", "complies", "conform"] {
        assert!(!said.contains(word), "{word}");
    }
}
