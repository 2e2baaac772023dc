//! What renderers for people and for other programs say in the same words.

use kb::{Entry, Kb};

use crate::document::{Origin, ReadIssue};
use crate::message::{self, Arg, Lang};
use crate::outcome::Status;
use crate::report::{EvidenceRole, EvidenceView, OutcomeView, RequirementView, SeverityView};

/// The message catalogue in one language, and the knowledge base.
#[derive(Clone, Copy)]
pub(super) struct Words {
    pub(super) lang: Lang,
    kb: Option<&'static Kb>,
}

impl Words {
    pub(super) fn new(lang: Lang) -> Self {
        Self { lang, kb: Kb::embedded().ok() }
    }

    pub(super) fn say(&self, code: &str) -> String {
        message::text(self.lang, code, &[])
    }

    pub(super) fn say_with(&self, code: &str, args: &[Arg<'_>]) -> String {
        message::text(self.lang, code, args)
    }

    pub(super) fn status(&self, status: Status) -> String {
        self.say(&format!("status-{}", status.name().replace('_', "-")))
    }

    pub(super) fn severity(&self, severity: SeverityView) -> String {
        self.say(&format!("severity-{}", severity.name()))
    }

    pub(super) fn entry(&self, id: &str) -> Option<Entry<'static>> {
        self.kb?.get(id)
    }

    /// 「C-17-1 アクセス記録の取得と定期点検(システム運用編 17章①)【未確認】」
    pub(super) fn clause(&self, id: &str, outcome: &OutcomeView) -> String {
        let mut text = id.to_owned();
        if let Some(entry) = self.entry(id) {
            text.push_str(&format!(" {} ({})", entry.title(), entry.citation()));
        }
        if outcome.basis_unverified.iter().any(|unverified| unverified == id) {
            text.push_str(&format!(" {}", self.say("unverified")));
        }
        text
    }

    /// What could not be read, in a sentence.
    pub(super) fn issue(&self, issue: &ReadIssue) -> String {
        let args: Vec<Arg<'_>> =
            issue.args.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        self.say_with(&issue.code, &args)
    }

    /// 「定めなし: 契約終了時の返却と消去。返却: 定めがありません」
    pub(super) fn finding(&self, outcome: &OutcomeView) -> String {
        let args = [
            ("status", self.status(outcome.status)),
            ("title", outcome.title.clone()),
            ("message", outcome.message.clone()),
        ];
        let args: Vec<Arg<'_>> = args.iter().map(|(name, value)| (*name, value.as_str())).collect();
        self.say_with("formats-finding", &args)
    }

    /// The page of a passage, in a document that has pages.
    pub(super) fn page(&self, passage: &EvidenceView) -> Option<String> {
        match passage.origin {
            Some(Origin::Pdf { page, .. }) => {
                Some(self.say_with("report-page", &[("page", &page.to_string())]))
            }
            _ => None,
        }
    }

    /// What a passage is to the verdict: the requirement it speaks for and how.
    pub(super) fn role(&self, outcome: &OutcomeView, passage: &EvidenceView) -> String {
        let found = requirement(outcome, passage);
        let title = found.map(|found| found.title.as_str()).unwrap_or_default();
        match passage.role {
            EvidenceRole::Meets => self.say_with("role-meets", &[("title", title)]),
            EvidenceRole::Conflicts => self.say_with("role-conflicts", &[("title", title)]),
            EvidenceRole::Weakens | EvidenceRole::LookedHere => {
                let reason =
                    found.and_then(|found| found.reason).unwrap_or(crate::evaluate::Reason::NotFound);
                let reason = self.say(&format!("reason-{}-short", reason.name()));
                self.say_with("role-lacks", &[("title", title), ("reason", &reason)])
            }
        }
    }
}

fn requirement<'a>(outcome: &'a OutcomeView, passage: &EvidenceView) -> Option<&'a RequirementView> {
    outcome.requirements.iter().find(|requirement| requirement.name == passage.requirement)
}

/// Passages that speak for a finding, those that decide before those that only come near.
pub(super) fn against(outcome: &OutcomeView) -> Vec<&EvidenceView> {
    let mut passages: Vec<&EvidenceView> =
        outcome.evidence.iter().filter(|passage| passage.role != EvidenceRole::Meets).collect();
    passages.sort_by_key(|passage| passage.role == EvidenceRole::LookedHere);
    passages
}
