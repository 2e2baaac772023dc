//! `sekisho rules coverage`: the same facts as text, JSON and HTML, from clause to rule and back.

use std::collections::BTreeSet;

use insta::assert_snapshot;
use serde_json::Value;

use crate::harness::{sekisho, sekisho_in, stable};
use crate::reports::{assert_valid, schema};

const OWN: &str = "tests/fixtures/rules/every-construct.seki";

fn list<'a>(value: &'a Value, name: &str) -> &'a Vec<Value> {
    value[name].as_array().unwrap()
}

fn text<'a>(value: &'a Value, name: &str) -> &'a str {
    value[name].as_str().unwrap()
}

#[test]
fn coverage_as_text() {
    let own = sekisho(&["rules", "coverage", OWN]).expect(0);
    stable(|| assert_snapshot!("coverage", own));
    let english = sekisho(&["rules", "coverage", "--lang", "en"]).expect(0);
    assert!(english.starts_with("Clauses of guideline edition 6.0"), "{english}");
}

#[test]
fn coverage_follows_its_schema_and_adds_up() {
    let json = sekisho(&["rules", "coverage", "--format", "json"]).json();
    assert_valid(&schema("coverage"), &json, "coverage");
    let clauses = list(&json, "clauses");
    let of_state =
        |state: &str| clauses.iter().filter(|clause| text(clause, "state") == state).count() as u64;
    let total = &json["total"];
    assert_eq!(total["clauses"], clauses.len());
    for state in ["covered", "uncovered", "not_obtained"] {
        assert_eq!(total[state], of_state(state), "{state}");
        let parts: u64 =
            list(&json, "parts").iter().map(|part| part["counts"][state].as_u64().unwrap()).sum();
        assert_eq!(total[state], parts, "{state} of the parts");
        for part in list(&json, "parts") {
            let chapters = list(part, "chapters").iter();
            let chapters: u64 = chapters.map(|chapter| chapter["counts"][state].as_u64().unwrap()).sum();
            assert_eq!(part["counts"][state], chapters, "{state} of {}", text(part, "title"));
        }
    }
    assert!(of_state("covered") > 0 && of_state("not_obtained") > 0);
    for clause in clauses {
        let rests = !list(clause, "rules").is_empty();
        assert_eq!(rests, text(clause, "state") == "covered", "{}", text(clause, "id"));
    }
}

#[test]
fn clauses_and_rules_name_each_other() {
    let json = sekisho(&["rules", "coverage", "--format", "json"]).json();
    let mut of_rules = BTreeSet::new();
    for rule in list(&json, "rules") {
        for requirement in list(rule, "requirements") {
            for id in list(requirement, "basis") {
                let id = id.as_str().unwrap();
                // A rule may also rest on items of checklists and on changes, which are no clauses.
                if list(&json, "clauses").iter().any(|clause| text(clause, "id") == id) {
                    of_rules.insert((id, text(rule, "id"), text(requirement, "name")));
                }
            }
        }
    }
    let mut of_clauses = BTreeSet::new();
    for clause in list(&json, "clauses") {
        for named in list(clause, "rules") {
            for requirement in list(named, "requirements") {
                of_clauses.insert((text(clause, "id"), text(named, "rule"), requirement.as_str().unwrap()));
            }
        }
    }
    assert!(of_rules.len() > 20);
    assert_eq!(of_rules, of_clauses);
}

/// A basis of its own stands in for that of the rule, which then counts for the others alone.
#[test]
fn a_basis_counts_for_what_names_it() {
    let json = sekisho(&["rules", "coverage", OWN, "--format", "json"]).json();
    let named = |id: &str| -> Vec<&str> {
        let clause = list(&json, "clauses").iter().find(|clause| text(clause, "id") == id).unwrap();
        let requirements = list(&list(clause, "rules")[0], "requirements");
        requirements.iter().map(|name| name.as_str().unwrap()).collect()
    };
    assert_eq!(named("C-10-3"), ["scopes"]);
    assert_eq!(named("C-17-1"), ["act", "scopes", "amounts", "leave", "short"]);
}

fn attributes<'a>(html: &'a str, before: &str) -> Vec<&'a str> {
    html.split(before).skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

#[test]
fn the_page_stands_alone_and_its_links_lead_somewhere() {
    for (lang, title) in [("ja", "遵守事項と規則の対応"), ("en", "the rules that rest on them")] {
        let html = sekisho(&["rules", "coverage", "--format", "html", "--lang", lang]).expect(0);
        // The template engine writes the slash of ids as a reference.
        let html = html.replace("&#x2f;", "/");
        assert!(html.starts_with("<!DOCTYPE html>") && html.contains(&format!("<html lang=\"{lang}\">")));
        assert!(html.contains(title));
        for outside in ["<script", "http:", "https:", "src=", "@import", "url("] {
            assert!(!html.contains(outside), "{outside}");
        }
        let ids: Vec<&str> = attributes(&html, " id=\"");
        let unique: BTreeSet<&str> = ids.iter().copied().collect();
        assert_eq!(ids.len(), unique.len(), "an id stands twice");
        let links = attributes(&html, "href=\"#");
        let dead: Vec<&&str> = links.iter().filter(|link| !unique.contains(**link)).collect();
        assert!(dead.is_empty(), "{dead:?}");
        for linked in ["clause-C-17-1", "rule-contract/access-log"] {
            assert!(links.contains(&linked) && unique.contains(linked), "{linked}");
        }
        assert_eq!(
            html.matches("<th").count() - html.matches("<thead").count(),
            html.matches("<th scope=").count()
        );
        assert!(html.contains("prefers-color-scheme: dark") && html.contains("size: A4"));
    }
}

#[test]
fn texts_of_a_user_are_escaped_and_mistakes_refused() {
    let folder = tempfile::tempdir().unwrap();
    let every = std::fs::read_to_string(crate::harness::root().join(OWN)).unwrap();
    let titled = every.replace("\"すべての書き方\"", "\"<b>&題</b>\"");
    std::fs::write(folder.path().join("own.seki"), titled).unwrap();
    let run =
        sekisho_in(folder.path(), &["rules", "coverage", "own.seki", "--format", "html", "-o", "c.html"]);
    assert_eq!(run.expect(0), "");
    let html = std::fs::read_to_string(folder.path().join("c.html")).unwrap();
    assert!(html.contains("&lt;b&gt;&amp;題&lt;") && !html.contains("<b>&題"));
    for named in ["own.seki", "."] {
        let onto_input = sekisho_in(folder.path(), &["rules", "coverage", named, "-o", "own.seki"]);
        assert_eq!(onto_input.status, 2, "{named}");
    }
    std::fs::write(folder.path().join("broken.seki"), "seki 1\nrule own/x \"題\" {\n").unwrap();
    let broken = sekisho_in(folder.path(), &["rules", "coverage", "broken.seki"]);
    assert_eq!((broken.status, broken.stdout.as_str()), (2, ""));
    assert!(broken.stderr.contains("broken.seki"));
    assert_eq!(sekisho(&["rules", "coverage", "--edition", "7.0"]).status, 2);
}
