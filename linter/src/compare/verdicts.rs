//! What the changes did to the verdicts: the outcomes of two versions of a document, rule by rule.

use std::cmp::Ordering;

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;

use crate::outcome::Status;
use crate::report::{
    DocumentReport, EvidenceRole, EvidenceView, OutcomeView, RequirementView, SeverityView, WaiverView,
};

/// Passages quoted of one side.
const MOST_QUOTES: usize = 3;

/// What became of the verdict of a rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ClauseMove {
    /// The old document said it, the new one does not, or says the opposite.
    Lost,
    /// The new document says less than the old one.
    Weakened,
    /// One of the two could not be read completely, or the rule speaks of one of them only.
    Unclear,
    /// The new document says it, the old one did not, or said the opposite.
    Gained,
    /// The new document says more than the old one.
    Strengthened,
    /// The verdict is the same, the words it rests on are not.
    Reworded,
    /// The same verdict by the same words.
    Unchanged,
}

impl ClauseMove {
    /// All, gravest first.
    pub const ALL: &'static [Self] = &[
        Self::Lost,
        Self::Weakened,
        Self::Unclear,
        Self::Gained,
        Self::Strengthened,
        Self::Reworded,
        Self::Unchanged,
    ];

    /// The name in JSON and the message catalogue.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Lost => "lost",
            Self::Weakened => "weakened",
            Self::Unclear => "unclear",
            Self::Gained => "gained",
            Self::Strengthened => "strengthened",
            Self::Reworded => "reworded",
            Self::Unchanged => "unchanged",
        }
    }

    /// Whether the new document is worse.
    pub const fn is_loss(self) -> bool {
        matches!(self, Self::Lost | Self::Weakened)
    }
}

/// One rule in both documents.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct ClauseChange {
    /// Rule id.
    pub rule: String,
    /// Its title.
    pub title: String,
    /// The topic it decides, if any.
    pub topic: Option<String>,
    /// The theme it belongs to otherwise.
    pub theme: Option<String>,
    /// What became of it.
    pub change: ClauseMove,
    /// How grave it is: of what was lost, or of what was won. Null where nothing was.
    pub severity: Option<SeverityView>,
    /// The verdict on the old document.
    pub old: Verdict,
    /// The verdict on the new document.
    pub new: Verdict,
    /// Requirements with another status now.
    pub requirements: Vec<RequirementChange>,
    /// Clauses it rests on.
    pub basis: Vec<String>,
    /// Those of them whose text or number is not confirmed against the final edition (未確認).
    pub basis_unverified: Vec<String>,
    /// The exception that covers the finding in the new document, if one does: it does not count as a loss then.
    pub waiver: Option<WaiverView>,
}

impl ClauseChange {
    /// Whether it is a loss that no exception covers.
    pub const fn counts_as_loss(&self) -> bool {
        self.change.is_loss() && self.waiver.is_none()
    }
}

/// What a rule says of one document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Verdict {
    /// The status.
    pub status: Status,
    /// The same in a sentence.
    pub message: String,
    /// Passages it rests on.
    pub passages: Vec<QuoteView>,
}

/// A passage.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct QuoteView {
    /// Where it stands.
    pub article: String,
    /// The sentence.
    pub quote: String,
    /// Its first byte, for the remarks.
    #[serde(skip)]
    #[schemars(skip)]
    pub(super) byte: usize,
}

/// A requirement whose status differs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct RequirementChange {
    /// Its name in the rule.
    pub name: String,
    /// Its title.
    pub title: String,
    /// Then.
    pub old: Status,
    /// Now.
    pub new: Status,
    /// Severity if it is not met.
    pub severity: SeverityView,
}

/// Compares the outcomes of two reports that were made by the same rules and options, gravest change first, then by
/// severity and rule.
///
/// Rules that speak of neither document are left out.
pub fn compare(old: &DocumentReport, new: &DocumentReport) -> Vec<ClauseChange> {
    let before: BTreeMap<&str, &OutcomeView> =
        old.outcomes.iter().map(|outcome| (outcome.rule.as_str(), outcome)).collect();
    let mut changes: Vec<ClauseChange> = new
        .outcomes
        .iter()
        .filter_map(|now| Some(change(before.get(now.rule.as_str())?, now)))
        .filter(|change| {
            (change.old.status, change.new.status) != (Status::NotApplicable, Status::NotApplicable)
        })
        .collect();
    changes.sort_by(|a, b| {
        (a.change, std::cmp::Reverse(a.severity), &a.rule).cmp(&(
            b.change,
            std::cmp::Reverse(b.severity),
            &b.rule,
        ))
    });
    changes
}

fn change(old: &OutcomeView, new: &OutcomeView) -> ClauseChange {
    let requirements = requirements(old, new);
    let moved = moved(old, new, &requirements);
    ClauseChange {
        rule: new.rule.clone(),
        title: new.title.clone(),
        topic: new.topic.clone(),
        theme: new.theme.clone(),
        change: moved,
        severity: severity(moved, old, new, &requirements),
        old: verdict(old),
        new: verdict(new),
        requirements,
        basis: new.basis.clone(),
        basis_unverified: new.basis_unverified.clone(),
        waiver: new.waiver.clone(),
    }
}

/// How much a status is worth; none where it says nothing of the document.
const fn worth(status: Status) -> Option<u8> {
    match status {
        Status::Satisfied => Some(5),
        Status::Weak => Some(4),
        Status::Partial => Some(3),
        Status::Delegated => Some(2),
        Status::Missing => Some(1),
        Status::Conflicting => Some(0),
        Status::NotApplicable | Status::Unknown => None,
    }
}

/// The document says something of it that can be relied on at least in part.
const fn is_there(status: Status) -> bool {
    matches!(status, Status::Satisfied | Status::Weak | Status::Partial | Status::Delegated)
}

/// How the new status of a requirement compares with the old one; none where one of them says nothing of the document.
fn order(change: &RequirementChange) -> Option<Ordering> {
    Some(worth(change.new)?.cmp(&worth(change.old)?))
}

/// A loss of any requirement is a loss, whatever was won beside it.
fn moved(old: &OutcomeView, new: &OutcomeView, requirements: &[RequirementChange]) -> ClauseMove {
    let (Some(was), Some(is)) = (worth(old.status), worth(new.status)) else {
        return if old.status == new.status { ClauseMove::Unchanged } else { ClauseMove::Unclear };
    };
    let sinks = |change: &RequirementChange| order(change).is_some_and(Ordering::is_lt);
    let rises = |change: &RequirementChange| order(change).is_some_and(Ordering::is_gt);
    if is_there(old.status) && !is_there(new.status) {
        ClauseMove::Lost
    } else if !is_there(old.status) && is_there(new.status) {
        ClauseMove::Gained
    } else if is < was || requirements.iter().any(sinks) {
        ClauseMove::Weakened
    } else if is > was || requirements.iter().any(rises) {
        ClauseMove::Strengthened
    } else if old.fingerprint != new.fingerprint {
        ClauseMove::Reworded
    } else {
        ClauseMove::Unchanged
    }
}

fn requirements(old: &OutcomeView, new: &OutcomeView) -> Vec<RequirementChange> {
    let before = |now: &RequirementView| old.requirements.iter().find(|before| before.name == now.name);
    new.requirements
        .iter()
        .filter_map(|now| {
            let before = before(now)?;
            (before.status != now.status).then(|| RequirementChange {
                name: now.name.clone(),
                title: now.title.clone(),
                old: before.status,
                new: now.status,
                severity: now.severity,
            })
        })
        .collect()
}

/// Of a loss the severity of the gravest requirement that sank, of a gain that of what is no longer open.
fn severity(
    moved: ClauseMove,
    old: &OutcomeView,
    new: &OutcomeView,
    requirements: &[RequirementChange],
) -> Option<SeverityView> {
    let gravest = |wanted: &dyn Fn(&RequirementChange) -> bool| {
        requirements.iter().filter(|change| wanted(change)).map(|change| change.severity).max()
    };
    match moved {
        ClauseMove::Lost | ClauseMove::Weakened => {
            gravest(&|change| order(change).is_some_and(Ordering::is_lt)).or(new.severity)
        }
        ClauseMove::Gained | ClauseMove::Strengthened => {
            gravest(&|change| order(change).is_some_and(Ordering::is_gt)).or(old.severity)
        }
        ClauseMove::Unclear => new.severity.or(old.severity),
        ClauseMove::Reworded | ClauseMove::Unchanged => None,
    }
}

fn verdict(outcome: &OutcomeView) -> Verdict {
    let decides = |passage: &&EvidenceView| passage.role != EvidenceRole::LookedHere;
    let mut passages: Vec<QuoteView> = Vec::new();
    for passage in outcome.evidence.iter().filter(decides) {
        let view = QuoteView {
            article: passage.article.clone(),
            quote: passage.quote.clone(),
            byte: passage.bytes.start,
        };
        if !passages.contains(&view) && passages.len() < MOST_QUOTES {
            passages.push(view);
        }
    }
    Verdict { status: outcome.status, message: outcome.message.clone(), passages }
}
