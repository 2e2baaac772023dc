//! Of many documents: how much there is to do in each, before all the rest.

use super::{Page, layout};
use crate::report::order::SEVERITIES;
use crate::report::{CaseRole, Report};

/// Columns of a number and the space before it.
const COLUMN: usize = 8;

impl Page<'_> {
    /// One line for each document: open findings by severity, then its path, which may be long.
    pub(super) fn overview(&self, report: &Report, out: &mut String) {
        let count = (report.documents.len() + report.errors.len()).to_string();
        let title = self.say_with("report-overview", &[("count", &count)]);
        out.push_str(&self.paint.bold(&layout::rule(&title, '━', self.options.width)));
        out.push('\n');
        let words = SEVERITIES.map(|severity| self.say(&format!("severity-{}", severity.name())));
        let head: String = words.iter().map(|word| right(word)).collect();
        out.push_str(&format!("{head}  {}\n", self.say("report-overview-document")));
        for document in &report.documents {
            let is_part = document.case.as_ref().is_some_and(|case| case.role == CaseRole::Part);
            for severity in SEVERITIES {
                let count = document.count_open(severity);
                let number = right(&if is_part { "-".to_owned() } else { count.to_string() });
                out.push_str(&if count == 0 {
                    self.paint.dim(&number)
                } else {
                    self.paint.severity(severity, &number)
                });
            }
            let lost = document.unread.iter().any(|issue| issue.text_lost);
            let note = if lost { format!(" {}", self.say("report-overview-unread")) } else { String::new() };
            out.push_str(&format!("  {}{note}\n", document.path));
        }
        for error in &report.errors {
            let word = layout::padded(
                &format!("  {}", self.say("report-overview-unusable")),
                COLUMN * SEVERITIES.len(),
            );
            out.push_str(&format!("{}  {}\n", self.paint.bad(&word), error.path));
        }
        out.push('\n');
    }
}

fn right(text: &str) -> String {
    format!("{}{text}", " ".repeat(COLUMN.saturating_sub(layout::width(text))))
}
