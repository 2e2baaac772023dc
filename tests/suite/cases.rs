//! Documents that belong together, judged as one.

use insta::assert_snapshot;

use crate::harness::{TODAY, sekisho, stable};

const FOLDER: &str = "tests/fixtures/cases/maintenance";

#[test]
fn report_of_a_case() {
    let text = sekisho(&["lint", "--case", FOLDER, "--today", TODAY]).expect(1);
    stable(|| assert_snapshot!("lint-case", text));
    let quiet = sekisho(&["lint", "--case", FOLDER, "--today", TODAY, "--quiet"]).expect(1);
    stable(|| assert_snapshot!("lint-case-quiet", quiet));
}

#[test]
fn json_of_a_case() {
    let json = sekisho(&["lint", "--case", FOLDER, "--format", "json"]).json();
    let schema = jsonschema::validator_for(&sekisho(&["schema", "report"]).json()).unwrap();
    assert!(schema.is_valid(&json));
    let documents = json["documents"].as_array().unwrap();
    let shown: Vec<(&str, &str, usize)> = documents
        .iter()
        .map(|document| {
            let path = document["path"].as_str().unwrap().rsplit('/').next().unwrap();
            let role = document["case"]["role"].as_str().unwrap();
            (path, role, document["outcomes"].as_array().unwrap().len())
        })
        .collect();
    let rules = documents[1]["outcomes"].as_array().unwrap().len();
    assert_eq!(shown, [("bessi1.md", "part", 0), ("keiyaku.md", "main", rules), ("tokki.md", "part", 0)]);
    assert!(rules > 0);
    let outcome = |id: &str| {
        let outcomes = documents[1]["outcomes"].as_array().unwrap();
        outcomes.iter().find(|outcome| outcome["rule"] == id).unwrap().clone()
    };
    let returned = outcome("contract/data-return-and-deletion");
    assert_eq!(returned["status"], "satisfied");
    let place = returned["evidence"][0]["document"].as_str().unwrap();
    assert!(place.ends_with("tokki.md"), "{place}");
    let total: u64 = json["summary"].as_object().unwrap().values().map(|count| count.as_u64().unwrap()).sum();
    assert_eq!(total, rules as u64, "each rule counts once");
}

#[test]
fn alone_and_together() {
    let status = |args: &[&str]| {
        let json = sekisho(&[&["lint", "--format", "json"], args].concat()).json();
        let outcomes: Vec<_> = json["documents"]
            .as_array()
            .unwrap()
            .iter()
            .flat_map(|document| document["outcomes"].as_array().unwrap().clone())
            .filter(|outcome| outcome["rule"] == "contract/data-return-and-deletion")
            .collect();
        outcomes.iter().map(|outcome| outcome["status"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    let contract = format!("{FOLDER}/keiyaku.md");
    let annex = format!("{FOLDER}/tokki.md");
    assert_eq!(status(&[&contract]), ["delegated"]);
    assert_eq!(status(&[&contract, "--case"]), ["delegated"]);
    assert_eq!(status(&[&annex, &contract, "--case"]), ["satisfied"]);
}

#[test]
fn a_case_with_a_file_that_cannot_be_read() {
    let contract = format!("{FOLDER}/keiyaku.md");
    let run = sekisho(&["lint", "--case", &contract, "nowhere.docx", "--format", "json"]);
    assert_eq!(run.status, 2);
    let json = run.json();
    assert_eq!(json["errors"].as_array().unwrap().len(), 1);
    assert_eq!(json["documents"][0]["case"]["complete"], false);
    assert_eq!(json["summary"]["missing"], 0, "absence is not claimed");
}
