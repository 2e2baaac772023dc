//! SARIF 2.1.0, as code scanning and its viewers read it.
//!
//! Lines and columns are given for text files only: a region of a Word file or a PDF would be one of bytes, which helps
//! nobody, so those say the article instead, in a logical location, with the quote as the message of the location. A
//! document that could not be read completely leaves the verdict open (`kind: open`); a waiver is a suppression, the
//! baseline a `baselineState`. Times are left out: the same input gives the same bytes.

mod rules;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::{Map, Value, json};

use self::rules::Rules;
use super::words::{Words, against};
use crate::message::Lang;
use crate::outcome::Status;
use crate::report::{DocumentReport, EvidenceView, OutcomeView, Report, SeverityView};

/// Where the schema of the format is found.
const SCHEMA: &str = "https://json.schemastore.org/sarif-2.1.0.json";
/// The kind of a logical location that is an article, a paragraph or an item.
const PROVISION: &str = "provision";
/// What stands in a path as it is.
const PLAIN: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~').remove(b'/');

/// The report as a SARIF log.
pub fn render(report: &Report, lang: Lang) -> Value {
    let words = Words::new(lang);
    let rules = Rules::of(report, words);
    let has_baseline =
        report.documents.iter().flat_map(|document| &document.outcomes).any(|outcome| outcome.in_baseline);
    let page = Page { words, rules: &rules, has_baseline };
    let results: Vec<Value> = report.documents.iter().flat_map(|document| page.results(document)).collect();
    json!({
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": report.tool.name,
                "version": report.tool.version,
                "semanticVersion": report.tool.version,
                "language": lang.name(),
                "rules": rules.descriptors(),
            }},
            "language": lang.name(),
            "columnKind": "utf16CodeUnits",
            "invocations": [{
                "executionSuccessful": report.errors.is_empty(),
                "toolExecutionNotifications": page.notifications(report),
            }],
            "artifacts": artifacts(report),
            "results": results,
            "properties": {
                "guideline": report.guideline,
                "kbVersion": report.kb_version,
                "rulesHash": report.rules_hash,
                "date": report.date,
            },
        }],
    })
}

struct Page<'a> {
    words: Words,
    rules: &'a Rules<'a>,
    has_baseline: bool,
}

impl Page<'_> {
    fn results(&self, document: &DocumentReport) -> Vec<Value> {
        let findings = document.outcomes.iter().filter(|outcome| outcome.status.is_finding());
        findings.map(|outcome| self.result(document, outcome)).collect()
    }

    fn result(&self, document: &DocumentReport, outcome: &OutcomeView) -> Value {
        let passages = against(outcome);
        let (first, others) =
            passages.split_first().map_or((None, &[][..]), |(one, rest)| (Some(*one), rest));
        // A level says how grave a failure is; what could not be read is none, yet.
        let (kind, level) = match outcome.status {
            Status::Unknown => ("open", "none"),
            _ => ("fail", level(outcome.weight())),
        };
        let mut result = Map::new();
        let mut put = |name: &str, value: Value| result.insert(name.to_owned(), value);
        put("ruleId", json!(outcome.rule));
        if let Some(index) = self.rules.index(&outcome.rule) {
            put("ruleIndex", json!(index));
        }
        put("kind", json!(kind));
        put("level", json!(level));
        put("message", json!({ "text": self.words.finding(outcome) }));
        put(
            "locations",
            json!([first.map_or_else(|| whole(&document.path), |passage| self.location(outcome, passage))]),
        );
        if !others.is_empty() {
            let related: Vec<Value> = others.iter().map(|passage| self.location(outcome, passage)).collect();
            put("relatedLocations", json!(related));
        }
        put("partialFingerprints", json!({ "sekisho/v1": outcome.fingerprint }));
        if let Some(waiver) = &outcome.waiver {
            put(
                "suppressions",
                json!([{
                    "kind": "external",
                    "status": "accepted",
                    "justification": self.words.say_with("formats-waived", &[
                        ("reason", waiver.reason.as_str()), ("approver", &waiver.approver), ("expires", &waiver.expires),
                    ]),
                    "properties": { "approver": waiver.approver, "expires": waiver.expires, "source": waiver.source },
                }]),
            );
        }
        if self.has_baseline {
            put("baselineState", json!(if outcome.in_baseline { "unchanged" } else { "new" }));
        }
        put("properties", properties(outcome));
        Value::Object(result)
    }

    fn location(&self, outcome: &OutcomeView, passage: &EvidenceView) -> Value {
        let mut location = whole(&passage.document);
        let Some(object) = location.as_object_mut() else { return location };
        if let (Some(place), Some(Value::Object(physical))) =
            (passage.place, object.get_mut("physicalLocation"))
        {
            let region = json!({
                "startLine": place.line, "startColumn": place.column,
                "endLine": place.end_line, "endColumn": place.end_column,
            });
            physical.insert("region".to_owned(), region);
        }
        if !passage.article.is_empty() {
            let article = json!([{ "name": passage.article, "kind": PROVISION }]);
            object.insert("logicalLocations".to_owned(), article);
        }
        let role = self.words.role(outcome, passage);
        object.insert("message".to_owned(), json!({ "text": format!("{role}: 「{}」", passage.quote) }));
        if let Some(origin) = passage.origin {
            object.insert("properties".to_owned(), json!({ "origin": origin }));
        }
        location
    }

    /// Files that could not be used, and what could not be read of the others.
    fn notifications(&self, report: &Report) -> Vec<Value> {
        let unread = report.documents.iter().flat_map(|document| {
            document.unread.iter().map(|issue| {
                let level = if issue.text_lost { "warning" } else { "note" };
                notification(level, &issue.code, &self.words.issue(issue), &document.path)
            })
        });
        let errors = report.errors.iter().map(|error| {
            let text = [Some(error.message.as_str()), error.help.as_deref()];
            let text: Vec<&str> = text.into_iter().flatten().collect();
            notification("error", &error.code, &text.join("\n"), &error.path)
        });
        errors.chain(unread).collect()
    }
}

fn properties(outcome: &OutcomeView) -> Value {
    json!({
        "status": outcome.status,
        "severity": outcome.severity,
        "clauses": outcome.basis,
        "unverifiedClauses": outcome.basis_unverified,
        "assumed": outcome.assumed,
        "insertAfter": outcome.insert_after,
        "advice": outcome.advice,
    })
}

fn level(severity: SeverityView) -> &'static str {
    match severity {
        SeverityView::Error => "error",
        SeverityView::Warning => "warning",
        SeverityView::Info => "note",
    }
}

fn notification(level: &str, code: &str, text: &str, path: &str) -> Value {
    json!({ "level": level, "descriptor": { "id": code }, "message": { "text": text }, "locations": [whole(path)] })
}

/// A file as a whole.
fn whole(path: &str) -> Value {
    json!({ "physicalLocation": { "artifactLocation": { "uri": uri(path) } } })
}

fn artifacts(report: &Report) -> Vec<Value> {
    let documents = report.documents.iter().map(|document| {
        json!({
            "location": { "uri": uri(&document.path) },
            "roles": ["analysisTarget"],
            "hashes": { "sha-256": document.sha256 },
        })
    });
    documents.collect()
}

/// A path as a reference: relative ones stay relative, so that a server finds them in its repository.
fn uri(path: &str) -> String {
    let path = path.replace('\\', "/");
    let drive = path.get(1..3) == Some(":/") && path.starts_with(|c: char| c.is_ascii_alphabetic());
    if drive {
        let (drive, rest) = path.split_at_checked(2).unwrap_or_default();
        return format!("file:///{drive}{}", utf8_percent_encode(rest, PLAIN));
    }
    let encoded = utf8_percent_encode(&path, PLAIN);
    if path.starts_with('/') { format!("file://{encoded}") } else { encoded.to_string() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::fixture::{CONTRACT, report, settled};

    fn result<'a>(log: &'a Value, rule: &str) -> &'a Value {
        let results = log["runs"][0]["results"].as_array().unwrap();
        results.iter().find(|result| result["ruleId"] == rule).unwrap()
    }

    #[test]
    fn exceptions_are_suppressed_and_known_findings_unchanged() {
        let (report, waived, known) = settled();
        let log = render(&report, Lang::Ja);
        let waived = result(&log, &waived);
        assert_eq!(waived["suppressions"][0]["kind"], "external");
        assert_eq!(waived["suppressions"][0]["status"], "accepted");
        let why = waived["suppressions"][0]["justification"].as_str().unwrap();
        assert!(
            why.contains("代わりの<策>がある") && why.contains("病院長") && why.contains("2026-10-31"),
            "{why}"
        );
        assert_eq!(waived["baselineState"], "new");
        assert_eq!(result(&log, &known)["baselineState"], "unchanged");
        assert!(result(&log, &known)["suppressions"].is_null());
    }

    #[test]
    fn without_a_baseline_there_is_no_state() {
        let log = render(&report(CONTRACT, "a.txt"), Lang::Ja);
        assert!(
            log["runs"][0]["results"]
                .as_array()
                .unwrap()
                .iter()
                .all(|result| result["baselineState"].is_null())
        );
    }

    #[test]
    fn what_could_not_be_read_stays_open() {
        let mut report = report(CONTRACT, "a.txt");
        report.documents[0].outcomes[0].status = Status::Unknown;
        let rule = report.documents[0].outcomes[0].rule.clone();
        let log = render(&report, Lang::Ja);
        let result = result(&log, &rule);
        assert_eq!((&result["kind"], &result["level"]), (&json!("open"), &json!("none")));
    }

    #[test]
    fn rules_are_found_by_their_index() {
        let log = render(&report(CONTRACT, "a.txt"), Lang::Ja);
        let rules = &log["runs"][0]["tool"]["driver"]["rules"];
        for result in log["runs"][0]["results"].as_array().unwrap() {
            let index = result["ruleIndex"].as_u64().unwrap() as usize;
            assert_eq!(rules[index]["id"], result["ruleId"]);
        }
    }

    #[test]
    fn paths_are_references() {
        for (path, expected) in [
            ("契約 書/a.md", "%E5%A5%91%E7%B4%84%20%E6%9B%B8/a.md"),
            ("./a:b.md", "./a%3Ab.md"),
            ("/srv/a#1?.md", "file:///srv/a%231%3F.md"),
            (r"C:\文書\a.docx", "file:///C:/%E6%96%87%E6%9B%B8/a.docx"),
            (r"院内\a.docx", "%E9%99%A2%E5%86%85/a.docx"),
            ("<stdin>", "%3Cstdin%3E"),
        ] {
            assert_eq!(uri(path), expected);
        }
    }
}
