//! Sample contracts through the whole program: what a person reads, what a machine reads, and that both forms agree.

use std::collections::BTreeMap;

use insta::assert_snapshot;

use crate::harness::{EXAMPLES, TODAY, example, sekisho, stable};

#[test]
fn reports_of_the_sample_contracts() {
    for name in EXAMPLES {
        for extension in ["md", "docx"] {
            let text = sekisho(&["lint", &example(name, extension), "--today", TODAY]).expect(1);
            stable(|| assert_snapshot!(format!("lint-{name}-{extension}"), text));
        }
    }
}

#[test]
fn quiet_verbose_and_english() {
    let path = example("karte-hoshu-keiyaku", "md");
    for (name, option) in
        [("quiet", &["--quiet"][..]), ("verbose", &["--verbose"]), ("english", &["--lang", "en"])]
    {
        let text = sekisho(&[&["lint", &path, "--today", TODAY], option].concat()).expect(1);
        stable(|| assert_snapshot!(format!("lint-karte-{name}"), text));
    }
}

#[test]
fn json_of_a_sample_contract() {
    for name in EXAMPLES {
        let json = sekisho(&["lint", &example(name, "md"), "--format", "json", "--today", TODAY]).expect(1);
        stable(|| assert_snapshot!(format!("json-{name}"), json));
    }
}

/// Status by rule.
fn statuses(path: &str) -> BTreeMap<String, String> {
    let json = sekisho(&["lint", path, "--format", "json"]).json();
    let outcomes = json["documents"][0]["outcomes"].as_array().unwrap().clone();
    let pair = |outcome: &serde_json::Value| {
        (outcome["rule"].as_str().unwrap().to_owned(), outcome["status"].as_str().unwrap().to_owned())
    };
    outcomes.iter().map(pair).collect()
}

#[test]
fn word_and_markdown_give_the_same_verdicts() {
    for name in EXAMPLES {
        assert_eq!(statuses(&example(name, "docx")), statuses(&example(name, "md")), "{name}");
    }
}

/// A PDF of the fixtures.
fn pdf(name: &str) -> String {
    format!("tests/fixtures/pdf/{name}.pdf")
}

#[test]
fn a_pdf_gives_the_verdicts_of_its_word_file_and_names_pages() {
    let path = pdf("example");
    assert_eq!(statuses(&path), statuses(&example("karte-hoshu-keiyaku", "docx")));
    let text = sekisho(&["lint", &path, "--today", TODAY]).expect(1);
    stable(|| assert_snapshot!("lint-pdf", text));
}

#[test]
fn a_scanned_page_leaves_nothing_missing() {
    let path = pdf("scan-mixed");
    assert!(statuses(&path).values().all(|status| status != "missing"));
    let text = sekisho(&["lint", &path, "--today", TODAY]).stdout;
    stable(|| assert_snapshot!("lint-pdf-scan-mixed", text));
    let tree = sekisho(&["tree", &path]).expect(0);
    stable(|| assert_snapshot!("tree-pdf-scan-mixed", tree));
}

#[test]
fn pdf_files_that_cannot_be_read_name_the_way_out() {
    let mut said = String::new();
    for lang in ["ja", "en"] {
        for name in ["scan", "no-map", "encrypted"] {
            let run = sekisho(&["lint", &pdf(name), "--lang", lang]);
            assert_eq!(run.status, 2, "{name}");
            said.push_str(&run.stderr);
        }
    }
    stable(|| assert_snapshot!("pdf-errors", said));
}

#[test]
fn trees_have_the_promised_shape() {
    let json = sekisho(&["tree", &example("karte-hoshu-keiyaku", "docx"), "--format", "json"]).json();
    assert_eq!(json["kind"], "contract_maintenance");
    for field in ["title", "parties", "nodes", "unread"] {
        assert!(json.get(field).is_some(), "{field}");
    }
    let articles: Vec<&str> = json["nodes"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|node| node["type"] == "article")
        .filter_map(|node| node["number"].as_str())
        .collect();
    assert_eq!(articles.len(), 26, "{articles:?}");
}
