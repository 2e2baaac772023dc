//! JUnit XML, as build servers read it: a suite for each document, a case for each rule.
//!
//! An open finding is a failure; what does not concern the document, what an exception covers and what the baseline knows
//! is skipped, with the reason; a file that could not be used is an error. The shape is that of the Jenkins and Surefire
//! schemas: all counts, `time` everywhere, `system-err` last.

use std::fmt::Write as _;

use quick_xml::escape::escape;

use super::words::{Words, against};
use crate::message::Lang;
use crate::outcome::Status;
use crate::report::{DocumentReport, FileError, OutcomeView, Report};

/// Writes the document.
pub fn render(report: &Report, lang: Lang) -> String {
    let page = Page { words: Words::new(lang), date: &report.date };
    let suites: Vec<Suite> = report
        .documents
        .iter()
        .map(|document| page.document(document))
        .chain(report.errors.iter().map(|error| page.error(error)))
        .collect();
    let mut total = Counts::default();
    suites.iter().for_each(|suite| total.add(suite.counts));
    let mut out = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    let _ = writeln!(out, "<testsuites name=\"sekisho\" {total} time=\"0\">");
    for suite in suites {
        out.push_str(&suite.text);
    }
    out.push_str("</testsuites>\n");
    out
}

#[derive(Debug, Clone, Copy, Default)]
struct Counts {
    tests: usize,
    failures: usize,
    errors: usize,
    skipped: usize,
}

impl Counts {
    fn add(&mut self, other: Self) {
        self.tests += other.tests;
        self.failures += other.failures;
        self.errors += other.errors;
        self.skipped += other.skipped;
    }
}

impl std::fmt::Display for Counts {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { tests, failures, errors, skipped } = self;
        write!(f, "tests=\"{tests}\" failures=\"{failures}\" errors=\"{errors}\" skipped=\"{skipped}\"")
    }
}

struct Suite {
    counts: Counts,
    text: String,
}

struct Page<'a> {
    words: Words,
    date: &'a str,
}

impl Page<'_> {
    fn document(&self, document: &DocumentReport) -> Suite {
        let mut counts = Counts::default();
        let mut cases = String::new();
        for outcome in &document.outcomes {
            counts.tests += 1;
            cases.push_str(&self.case(&document.path, outcome, &mut counts));
        }
        let unread: Vec<String> = document.unread.iter().map(|issue| self.words.issue(issue)).collect();
        if !unread.is_empty() {
            let _ = writeln!(cases, "    <system-err>{}</system-err>", clean(&unread.join("\n")));
        }
        self.suite(&document.path, counts, &cases)
    }

    fn error(&self, error: &FileError) -> Suite {
        let name = clean(&self.words.say("formats-unread"));
        let mut cases =
            format!("    <testcase classname=\"{}\" name=\"{name}\" time=\"0\">\n", attribute(&error.path));
        let help = error.help.as_deref().unwrap_or_default();
        let message = attribute(&error.message);
        let _ = writeln!(
            cases,
            "      <error type=\"{}\" message=\"{message}\">{}</error>",
            clean(&error.code),
            clean(help)
        );
        cases.push_str("    </testcase>\n");
        self.suite(&error.path, Counts { tests: 1, errors: 1, ..Counts::default() }, &cases)
    }

    fn suite(&self, name: &str, counts: Counts, cases: &str) -> Suite {
        let (name, date) = (attribute(name), clean(self.date));
        let head =
            format!("  <testsuite name=\"{name}\" {counts} time=\"0\" timestamp=\"{date}T00:00:00\">\n");
        Suite { counts, text: format!("{head}{cases}  </testsuite>\n") }
    }

    fn case(&self, path: &str, outcome: &OutcomeView, counts: &mut Counts) -> String {
        let name = attribute(&format!("{} {}", outcome.rule, outcome.title));
        let head = format!("    <testcase classname=\"{}\" name=\"{name}\" time=\"0\"", attribute(path));
        let body = if outcome.is_open() {
            counts.failures += 1;
            let message = attribute(&self.words.finding(outcome));
            let status = outcome.status.name();
            let details = clean(&self.details(outcome));
            format!("<failure type=\"{status}\" message=\"{message}\">{details}</failure>")
        } else if let Some(why) = self.why_skipped(outcome) {
            counts.skipped += 1;
            format!("<skipped message=\"{}\"/>", attribute(&why))
        } else {
            return format!("{head}/>\n");
        };
        format!("{head}>\n      {body}\n    </testcase>\n")
    }

    fn why_skipped(&self, outcome: &OutcomeView) -> Option<String> {
        if outcome.status == Status::NotApplicable {
            return Some(outcome.message.clone());
        }
        if !outcome.status.is_finding() {
            return None;
        }
        match &outcome.waiver {
            Some(waiver) => {
                let args = [
                    ("reason", waiver.reason.as_str()),
                    ("approver", &waiver.approver),
                    ("expires", &waiver.expires),
                ];
                Some(self.words.say_with("formats-waived", &args))
            }
            None => Some(self.words.say("formats-known")),
        }
    }

    /// Severity, clauses and the passages in the document's own words.
    fn details(&self, outcome: &OutcomeView) -> String {
        let mut lines = vec![self.words.severity(outcome.weight())];
        lines.extend(outcome.basis.iter().map(|id| self.words.clause(id, outcome)));
        for passage in against(outcome) {
            let at =
                passage.place.map(|place| format!(":{}:{}", place.line, place.column)).unwrap_or_default();
            let quote = &passage.quote;
            lines.push(format!("{}{at} {} 「{quote}」", passage.document, passage.article));
        }
        lines.join("\n")
    }
}

/// Text without what XML cannot hold.
fn clean(text: &str) -> String {
    let strange = |c: char| (c < ' ' && !matches!(c, '\n' | '\t')) || matches!(c, '\u{fffe}' | '\u{ffff}');
    escape(text.replace(strange, "\u{fffd}").as_str()).into_owned()
}

/// The same in an attribute, where a line break would become a space.
fn attribute(text: &str) -> String {
    clean(text).replace('\n', "&#10;").replace('\t', "&#9;")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::fixture::settled;

    #[test]
    fn exceptions_and_known_findings_are_skipped() {
        let (report, waived, known) = settled();
        let text = render(&report, Lang::Ja);
        for (rule, why) in [(waived, "代わりの&lt;策&gt;がある"), (known, "baseline")] {
            let case =
                text.split("<testcase").find(|case| case.contains(&format!("name=\"{rule} "))).unwrap();
            assert!(case.contains("<skipped message=") && case.contains(why), "{case}");
        }
        let failures = report.documents[0].open().len();
        assert!(text.contains(&format!(" failures=\"{failures}\" errors=\"1\"")));
    }

    #[test]
    fn what_xml_cannot_hold_is_replaced() {
        assert_eq!(attribute("a\u{0}\u{1b}<&\"\n\u{ffff}"), "a\u{fffd}\u{fffd}&lt;&amp;&quot;&#10;\u{fffd}");
    }
}
