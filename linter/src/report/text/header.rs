//! The head of a document's report: what it is, who speaks in it, what could not be read.

use super::{Page, layout};
use crate::meaning::case::MainReason;
use crate::meaning::kind::{Kind, KindPlace, KindReason, RunnerUp};
use crate::message::{self, Lang};
use crate::outcome::Status;
use crate::report::{CaseRole, DocumentReport};

impl Page<'_> {
    pub(super) fn header(&self, document: &DocumentReport, out: &mut String) {
        let width = self.options.width;
        out.push_str(&self.paint.bold(&layout::rule(&document.path, '━', width)));
        out.push('\n');
        let title = document.title.clone().unwrap_or_else(|| self.say("report-no-title"));
        self.field("report-title", &title, out);
        self.field("report-kind", &self.kind(document), out);
        self.case(document, out);
        let parties =
            [("hospital", document.parties.hospital.as_str()), ("vendor", document.parties.vendor.as_str())];
        self.field("report-parties", &self.say_with("report-parties-are", &parties), out);
        self.field("report-articles", &document.articles.to_string(), out);
        self.since(document, out);
        self.unread(document, out);
        self.notes(document, out);
        let is_part = document.case.as_ref().is_some_and(|case| case.role == CaseRole::Part);
        if !is_part && document.outcomes.iter().all(|outcome| outcome.status == Status::NotApplicable) {
            self.field("report-note", &self.say("report-nothing-asked"), out);
        }
        out.push('\n');
    }

    fn field(&self, label: &str, value: &str, out: &mut String) {
        let label = format!("  {}", layout::padded(&self.say(label), 10));
        out.push_str(&layout::hanging(&label, value, self.options.width));
    }

    /// 「保守契約(contract_maintenance。題名の「保守」から判定。次点は業務委託契約)」
    fn kind(&self, document: &DocumentReport) -> String {
        let name = document.kind.name();
        let kind = self.kind_name(document.kind);
        if !document.kind_recognised {
            return self.say_with("report-kind-stated", &[("kind", &kind), ("name", name)]);
        }
        let why = kind_reasons(self.options.lang, &document.kind_reasons, document.kind_runner_up);
        self.say_with("report-kind-recognised", &[("kind", &kind), ("name", name), ("why", &why)])
    }

    fn kind_name(&self, kind: Kind) -> String {
        self.say(&format!("kind-{}", kind.name().replace('_', "-")))
    }

    /// 「主な文書(ほかの2件とあわせて判定。契約の本体と認めた)」
    fn case(&self, document: &DocumentReport, out: &mut String) {
        let Some(case) = &document.case else { return };
        let text = match case.role {
            CaseRole::Main => {
                let with = self.documents.iter().filter(|one| one.case.is_some()).count().saturating_sub(1);
                let code = match case.reason {
                    MainReason::Only => "report-case-only",
                    MainReason::Kind => "report-case-kind",
                    MainReason::ReferredTo => "report-case-referred-to",
                    MainReason::Order => "report-case-order",
                };
                let args = [("count", with.to_string()), ("reason", self.say(code))];
                let args: Vec<message::Arg<'_>> =
                    args.iter().map(|(name, value)| (*name, value.as_str())).collect();
                self.say_with("report-case-main", &args)
            }
            CaseRole::Part => self.say_with("report-case-part", &[("main", &case.main)]),
        };
        self.field("report-case", &text, out);
        if !case.complete && case.role == CaseRole::Main {
            self.field("report-note", &self.say("report-case-incomplete"), out);
        }
    }

    /// Which findings are not shown, and since when they are there.
    fn since(&self, document: &DocumentReport, out: &mut String) {
        let Some(since) = &document.since else { return };
        let (changed, hidden) = (since.changed.to_string(), since.hidden.to_string());
        let args = [("path", since.path.as_str()), ("changed", &changed), ("hidden", &hidden)];
        self.field("report-since", &self.say_with("report-since-counts", &args), out);
    }

    fn notes(&self, document: &DocumentReport, out: &mut String) {
        for note in &document.notes {
            let args: Vec<message::Arg<'_>> =
                note.args.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
            self.field("report-note", &self.say_with(&note.code, &args), out);
        }
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

/// Words that are shown of one reason.
const MOST_WORDS: usize = 3;

/// Why a kind was recognised, in one line; also for the outline of a document.
pub fn kind_reasons(lang: Lang, reasons: &[KindReason], runner_up: Option<RunnerUp>) -> String {
    let mut parts: Vec<String> = reasons
        .iter()
        .map(|reason| {
            let words: Vec<String> =
                reason.words.iter().take(MOST_WORDS).map(|word| format!("「{word}」")).collect();
            let code = match reason.place {
                KindPlace::Title => "kind-reason-title",
                KindPlace::Opening => "kind-reason-opening",
                KindPlace::Body => "kind-reason-body",
            };
            message::text(lang, code, &[("words", &words.concat())])
        })
        .collect();
    if parts.is_empty() {
        parts.push(message::text(lang, "kind-reason-none", &[]));
    }
    if let Some(next) = runner_up {
        let code = format!("kind-{}", next.kind.name().replace('_', "-"));
        let kind = message::text(lang, &code, &[]);
        parts.push(message::text(lang, "kind-runner-up", &[("kind", &kind)]));
    }
    parts.join(&message::text(lang, "kind-reason-separator", &[]))
}
