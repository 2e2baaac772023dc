//! Questions as scripts ask them, and their answers.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test stops at what it did not expect")]

use serde_json::{Value, json};

fn ask(request: &Value, files: &[Vec<u8>]) -> Value {
    serde_json::from_str(&wasm::call(&request.to_string(), files).json).unwrap()
}

fn example(name: &str) -> Vec<u8> {
    std::fs::read(format!("{}/../examples/{name}", env!("CARGO_MANIFEST_DIR"))).unwrap()
}

#[test]
fn entries_are_found_and_shown() {
    let found =
        ask(&json!({ "call": "search", "query": "退職者のID", "kinds": ["clause"], "limit": 3 }), &[]);
    let first = found["ok"]["hits"][0]["id"].as_str().unwrap();
    let shown = ask(&json!({ "call": "show", "id": first }), &[]);
    assert_eq!(shown["ok"][0]["id"], first);
    assert_eq!(ask(&json!({ "call": "search", "query": " " }), &[])["ok"]["hits"], json!([]));
}

#[test]
fn a_document_is_judged() {
    let request = json!({ "call": "lint", "name": "karte-hoshu-keiyaku.docx", "today": "2026-11-22" });
    let answer = ask(&request, &[example("karte-hoshu-keiyaku.docx")]);
    let report: Value = serde_json::from_str(answer["ok"]["report"].as_str().unwrap()).unwrap();
    let view = &answer["ok"]["view"];
    let text: Vec<u16> = view["text"].as_str().unwrap().encode_utf16().collect();
    let outcomes = report["documents"][0]["outcomes"].as_array().unwrap();
    let findings = view["findings"].as_array().unwrap();
    assert_eq!(outcomes.len(), findings.len());
    for (outcome, finding) in outcomes.iter().zip(findings) {
        assert_eq!(outcome["rule"], finding["rule"]);
        let evidence = outcome["evidence"].as_array().unwrap();
        for (evidence, passage) in evidence.iter().zip(finding["passages"].as_array().unwrap()) {
            let at = |key: &str| usize::try_from(passage[key].as_u64().unwrap()).unwrap();
            let said = String::from_utf16(&text[at("start")..at("end")]).unwrap();
            let quote = evidence["quote"].as_str().unwrap();
            assert_eq!(said.trim().replace('\n', ""), quote.replace(" | ", ""), "{}", outcome["rule"]);
        }
    }
}

#[test]
fn what_is_known_decides() {
    let asked = |facts: Value| {
        let request = json!({
            "call": "lint", "name": "a.txt", "kind": "contract", "today": "2026-11-22",
            "profile": { "type": "Ⅱ", "facts": facts }
        });
        let text = "業務委託契約書\n第1条 乙は、甲の業務を行う。\n".as_bytes().to_vec();
        ask(&request, &[text])["ok"]["report"].as_str().unwrap().to_owned()
    };
    assert!(asked(json!({ "remote.maintenance": true })).contains("\"remote.maintenance\": true"));
    assert!(asked(json!({})).contains("\"institution_type\": \"Ⅱ\""));
}

#[test]
fn what_cannot_be_read_is_told() {
    let request = json!({ "call": "lint", "name": "a.docx", "today": "2026-11-22" });
    let answer = ask(&request, &[b"PK\x03\x04 not really".to_vec()]);
    assert!(!answer["error"]["message"].as_str().unwrap().is_empty());
    assert!(answer["error"]["help"].is_string());
}

#[test]
fn wrong_questions_are_refused() {
    for request in [
        "",
        "{}",
        "[]",
        r#"{"call":"guess"}"#,
        r#"{"call":"show"}"#,
        r#"{"call":"show","id":"C-8-5","more":1}"#,
        r#"{"call":"search","query":"鍵","kinds":["keys"]}"#,
        r#"{"call":"lint","name":"a.md","today":"2026-11-22"}"#,
    ] {
        let answer: Value = serde_json::from_str(&wasm::call(request, &[]).json).unwrap();
        assert_eq!(answer["error"]["code"], "call-question", "{request}");
    }
}

#[test]
fn forms_and_rules_are_described() {
    let facts = ask(&json!({ "call": "facts" }), &[]);
    assert_eq!(facts["ok"]["types"], json!(["Ⅰ", "Ⅱ", "Ⅲ", "Ⅳ"]));
    assert!(facts["ok"]["facts"].as_array().unwrap().iter().all(|fact| fact["title"] != fact["name"]));
    let rule = ask(&json!({ "call": "explain", "rule": "contract/audit-right" }), &[]);
    assert_eq!(rule["ok"]["rule"], "contract/audit-right");
}
