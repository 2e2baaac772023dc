//! Outcomes in the order in which a person works through them.

use std::cmp::Reverse;

use crate::outcome::Status;
use crate::report::{DocumentReport, OutcomeView, SeverityView};

/// Severities, gravest first.
pub(super) const SEVERITIES: [SeverityView; 3] =
    [SeverityView::Error, SeverityView::Warning, SeverityView::Info];

impl OutcomeView {
    /// How grave it is to a reader: what has no severity is worth knowing.
    pub(super) fn weight(&self) -> SeverityView {
        self.severity.unwrap_or(SeverityView::Info)
    }
}

impl DocumentReport {
    /// Findings that somebody has to act upon, gravest first.
    pub(super) fn open(&self) -> Vec<&OutcomeView> {
        self.sorted(OutcomeView::is_open)
    }

    /// Findings that an approved exception covers.
    pub(super) fn waived(&self) -> Vec<&OutcomeView> {
        self.sorted(|outcome| outcome.status.is_finding() && outcome.waiver.is_some())
    }

    /// Findings that the baseline knows.
    pub(super) fn known(&self) -> Vec<&OutcomeView> {
        self.sorted(|outcome| outcome.status.is_finding() && outcome.waiver.is_none() && outcome.in_baseline)
    }

    /// Outcomes of one status, by rule.
    pub(super) fn of_status(&self, status: Status) -> Vec<&OutcomeView> {
        self.sorted(|outcome| outcome.status == status)
    }

    /// How many findings of a severity are open.
    pub(super) fn count_open(&self, severity: SeverityView) -> usize {
        self.outcomes.iter().filter(|outcome| outcome.is_open() && outcome.weight() == severity).count()
    }

    fn sorted(&self, wanted: impl Fn(&OutcomeView) -> bool) -> Vec<&OutcomeView> {
        let mut found: Vec<&OutcomeView> = self.outcomes.iter().filter(|outcome| wanted(outcome)).collect();
        found.sort_by_key(|outcome| (Reverse(outcome.weight()), outcome.status, &outcome.rule));
        found
    }
}
