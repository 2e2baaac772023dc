//! The end of a report: the table of counts, files that could not be used, and what the reader must know.

use super::{Page, layout};
use crate::outcome::Status;
use crate::report::Report;
use crate::report::order::SEVERITIES;

impl Page<'_> {
    pub(super) fn closing(&self, report: &Report, out: &mut String) {
        let width = self.options.width;
        out.push_str(&self.paint.bold(&layout::rule(&self.say("report-summary"), '━', width)));
        out.push('\n');
        if !report.documents.is_empty() {
            self.table(report, out);
            self.open(report, out);
        }
        for error in &report.errors {
            let line = self.say_with("report-unused-file", &[("path", &error.path)]);
            out.push_str(&layout::hanging("  ", &line, width));
        }
        let edition = [
            ("guideline", report.guideline.as_str()),
            ("date", report.date.as_str()),
            ("version", report.tool.version.as_str()),
            ("rules", report.rules_hash.as_str()),
            ("kb", report.kb_version.as_str()),
        ];
        out.push('\n');
        out.push_str(&layout::hanging("  ", &self.say_with("report-made-with", &edition), width));
        out.push_str(&layout::hanging("  ", &self.say("report-no-legal-advice"), width));
    }

    /// How much somebody has to act upon, and what does not count.
    fn open(&self, report: &Report, out: &mut String) {
        let [error, warning, info] = SEVERITIES.map(|severity| {
            let counts = report.documents.iter().map(|document| document.count_open(severity));
            counts.sum::<usize>().to_string()
        });
        let args = [("error", error.as_str()), ("warning", &warning), ("info", &info)];
        out.push('\n');
        out.push_str(&layout::hanging("  ", &self.say_with("report-open", &args), self.options.width));
        let waived: usize = report.documents.iter().map(|document| document.waived().len()).sum();
        let known: usize = report.documents.iter().map(|document| document.known().len()).sum();
        if waived + known > 0 {
            let (waived, known) = (waived.to_string(), known.to_string());
            let text = self.say_with("report-closed", &[("waived", &waived), ("known", &known)]);
            out.push_str(&layout::hanging("  ", &text, self.options.width));
        }
    }

    /// One line for each status, with what it means.
    fn table(&self, report: &Report, out: &mut String) {
        let words: Vec<(Status, String)> =
            Status::ALL.iter().map(|status| (*status, self.status_word(*status))).collect();
        let widest = words.iter().map(|(_, word)| layout::width(word)).max().unwrap_or(0);
        for (status, word) in words {
            let count = report.summary.get(status);
            let meaning = self.say(&format!("status-{}-meaning", status.name().replace('_', "-")));
            let word = self.paint.status(status, &layout::padded(&word, widest));
            out.push_str(&format!("  {word} {count:>5}  {}\n", self.paint.dim(&meaning)));
        }
    }
}
