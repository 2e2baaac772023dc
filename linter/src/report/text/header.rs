//! The head of a document's report: what it is, who speaks in it, what could not be read.

use super::{Page, layout};
use crate::message;
use crate::outcome::Status;
use crate::report::DocumentReport;

impl Page<'_> {
    pub(super) fn header(&self, document: &DocumentReport, out: &mut String) {
        let width = self.options.width;
        out.push_str(&self.paint.bold(&layout::rule(&document.path, '━', width)));
        out.push('\n');
        let title = document.title.clone().unwrap_or_else(|| self.say("report-no-title"));
        self.field("report-title", &title, out);
        self.field("report-kind", &self.kind(document), out);
        let parties =
            [("hospital", document.parties.hospital.as_str()), ("vendor", document.parties.vendor.as_str())];
        self.field("report-parties", &self.say_with("report-parties-are", &parties), out);
        self.field("report-articles", &document.articles.to_string(), out);
        self.unread(document, out);
        if document.outcomes.iter().all(|outcome| outcome.status == Status::NotApplicable) {
            self.field("report-note", &self.say("report-nothing-asked"), out);
        }
        out.push('\n');
    }

    fn field(&self, label: &str, value: &str, out: &mut String) {
        let label = format!("  {}", layout::padded(&self.say(label), 10));
        out.push_str(&layout::hanging(&label, value, self.options.width));
    }

    fn kind(&self, document: &DocumentReport) -> String {
        let name = document.kind.name();
        let kind = self.say(&format!("kind-{}", name.replace('_', "-")));
        let how = if document.kind_recognised { "report-kind-recognised" } else { "report-kind-stated" };
        self.say_with(how, &[("kind", &kind), ("name", name)])
    }

    fn unread(&self, document: &DocumentReport, out: &mut String) {
        for issue in &document.unread {
            let args: Vec<message::Arg<'_>> =
                issue.args.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
            let mut text = self.say_with(&issue.code, &args);
            if issue.text_lost {
                text.push_str(&self.say("report-unread-lost"));
            }
            self.field("report-unread", &text, out);
        }
    }
}
