//! Findings that somebody has decided to live with: for a reason, by name, until a day.
//!
//! A waiver covers one rule in one document. With a fingerprint it covers only the words that were looked at when it was
//! approved: where they change, it lapses. One that has expired covers nothing, and is shown with the finding.

use std::ops::Range;

use schemars::JsonSchema;
use serde::Serialize;

use crate::report::{DocumentReport, Lapse, OutcomeView, WaiverView};

/// Stands for every document.
pub const EVERY_DOCUMENT: &str = "*";

/// An exception, as it is written in `sekisho.toml`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Waiver {
    /// The rule.
    pub rule: String,
    /// The document, from the folder of the file of settings; `*` for every one.
    pub document: String,
    /// The finding as it was when the exception was approved.
    pub fingerprint: Option<String>,
    /// Why it is accepted.
    pub reason: String,
    /// Who approved it.
    pub approver: String,
    /// The last day it holds, YYYY-MM-DD.
    pub expires: String,
    /// Where it is written, in bytes of the file.
    pub place: Range<usize>,
}

impl Waiver {
    fn concerns(&self, document: &str, outcome: &OutcomeView) -> bool {
        self.rule == outcome.rule
            && (self.document == EVERY_DOCUMENT || self.document == document)
            && outcome.status.is_finding()
    }

    /// Why it does not cover the finding, if it does not.
    fn lapse(&self, outcome: &OutcomeView, today: &str) -> Option<Lapse> {
        if self.expires.as_str() < today {
            return Some(Lapse::Expired);
        }
        let is_other = self.fingerprint.as_deref().is_some_and(|print| print != outcome.fingerprint);
        is_other.then_some(Lapse::Reworded)
    }
}

/// Puts waivers to the findings they cover, and tells which of them found any.
///
/// `names` gives for each document the name that waivers call it by; `source` how a waiver's place is written. Of several
/// that concern a finding, one that holds comes before one that has lapsed, then the one that is written first.
pub fn apply(
    waivers: &[Waiver],
    documents: &mut [DocumentReport],
    names: &[String],
    today: &str,
    source: impl Fn(&Waiver) -> String,
) -> Vec<bool> {
    let mut used = vec![false; waivers.len()];
    for (document, name) in documents.iter_mut().zip(names) {
        for outcome in &mut document.outcomes {
            let mut best: Option<(Option<Lapse>, &Waiver)> = None;
            for (waiver, used) in waivers.iter().zip(&mut used) {
                if !waiver.concerns(name, outcome) {
                    continue;
                }
                *used = true;
                let lapse = waiver.lapse(outcome, today);
                if best.as_ref().is_none_or(|(other, _)| other.is_some() && lapse.is_none()) {
                    best = Some((lapse, waiver));
                }
            }
            outcome.waiver = best.map(|(lapsed, waiver)| WaiverView {
                reason: waiver.reason.clone(),
                approver: waiver.approver.clone(),
                expires: waiver.expires.clone(),
                source: source(waiver),
                lapsed,
            });
        }
    }
    used
}

/// What is to be said of a waiver.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// Its last day has passed.
    Expired,
    /// The words were changed after it was approved.
    Reworded,
    /// It covers no finding: what it accepted is mended, or the document is another one.
    Unused,
    /// Its last day comes within a month.
    Expiring,
    /// It holds.
    Holds,
}

impl Standing {
    /// Its name, as in JSON and in message codes.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Expired => "expired",
            Self::Reworded => "reworded",
            Self::Unused => "unused",
            Self::Expiring => "expiring",
            Self::Holds => "holds",
        }
    }

    /// Whether somebody has to act.
    pub const fn is_finding(self) -> bool {
        matches!(self, Self::Expired | Self::Reworded | Self::Unused)
    }
}

/// So many days before its last one a waiver is told to be ending.
const SOON: i64 = 31;

/// How a waiver stands after [`apply`]: `used` is what that told of it.
pub fn standing(
    waiver: &Waiver,
    used: bool,
    documents: &[DocumentReport],
    names: &[String],
    today: &str,
) -> Standing {
    if waiver.expires.as_str() < today {
        return Standing::Expired;
    }
    if !used {
        return Standing::Unused;
    }
    let mut concerned = documents.iter().zip(names).flat_map(|(document, name)| {
        document.outcomes.iter().filter(|outcome| waiver.concerns(name, outcome))
    });
    if concerned.all(|outcome| waiver.lapse(outcome, today).is_some()) {
        return Standing::Reworded;
    }
    match crate::day::days_between(today, &waiver.expires) {
        Some(days) if days <= SOON => Standing::Expiring,
        _ => Standing::Holds,
    }
}
