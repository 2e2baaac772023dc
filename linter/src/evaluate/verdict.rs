//! The answer to one requirement: a status, the reason where it is not met, and the evidence.

use crate::document::TextSpan;

/// How far the text meets a requirement. Ordered from worst to best.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, schemars::JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum RequirementStatus {
    /// The text does not say it.
    Missing,
    /// The text leaves it to another document.
    Delegated,
    /// The text says it, but not so that one could rely on it.
    Weak,
    /// The text says it.
    Satisfied,
}

/// Why a requirement is not met, or only weakly. Ordered: later ones say more.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, schemars::JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Reason {
    /// Nothing of the kind is in the text.
    NotFound,
    /// The words occur, but nobody is bound to do it.
    Mentioned,
    /// The act is there, but not on the occasion asked for.
    OtherOccasion,
    /// The act is there, but about something else.
    OtherObject,
    /// The words are there, together with what the rule rules out: it is another matter.
    RuledOut,
    /// The text says the contrary, or takes it back.
    Negated,
    /// The text allows what it should forbid.
    Permitted,
    /// The duty lies on the other party.
    WrongParty,
    /// It is left to a document or an appendix that was read and does not settle it.
    NotThere,
    /// Another document is to settle it.
    Delegated,
    /// It is one of two ways of which only one is owed.
    Alternative,
    /// Nobody is named who has to do it.
    ActorUnstated,
    /// Only on demand of the other party.
    OnDemand,
    /// It may be done.
    May,
    /// An effort is promised, no result.
    Effort,
    /// The bound side decides whether it is owed.
    Discretion,
    /// A proviso or a later paragraph takes it back.
    Exception,
    /// The time allowed is too long or not stated.
    TooLate,
    /// A part of the document could not be read.
    TextLost,
}

impl Reason {
    /// The name in the message catalogue.
    pub const fn name(self) -> &'static str {
        match self {
            Self::NotFound => "not-found",
            Self::Mentioned => "mentioned",
            Self::OtherOccasion => "other-occasion",
            Self::OtherObject => "other-object",
            Self::RuledOut => "ruled-out",
            Self::Negated => "negated",
            Self::Permitted => "permitted",
            Self::WrongParty => "wrong-party",
            Self::NotThere => "not-there",
            Self::Delegated => "delegated",
            Self::Alternative => "alternative",
            Self::ActorUnstated => "actor-unstated",
            Self::OnDemand => "on-demand",
            Self::May => "may",
            Self::Effort => "effort",
            Self::Discretion => "discretion",
            Self::Exception => "exception",
            Self::TooLate => "too-late",
            Self::TextLost => "text-lost",
        }
    }
}

/// A passage that speaks for the verdict.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Witness {
    /// Which of the documents that are judged together.
    pub document: u32,
    /// The unit.
    pub unit: u32,
    /// The sentence, in bytes of the document's text.
    pub sentence: TextSpan,
    /// The passage in it that matched.
    pub passage: TextSpan,
}

/// The answer to one predicate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verdict {
    /// How far it is met.
    pub status: RequirementStatus,
    /// Why not, if not.
    pub reason: Option<Reason>,
    /// The passages that speak for it, in document order; where it is missing, those that come near.
    pub evidence: Vec<Witness>,
}

impl Verdict {
    /// Met, by this passage.
    pub fn satisfied(witness: Witness) -> Self {
        Self { status: RequirementStatus::Satisfied, reason: None, evidence: vec![witness] }
    }

    /// Not met.
    pub fn missing(reason: Reason) -> Self {
        Self { status: RequirementStatus::Missing, reason: Some(reason), evidence: Vec::new() }
    }

    /// Partly met, by this passage.
    pub fn with(status: RequirementStatus, reason: Reason, witness: Witness) -> Self {
        Self { status, reason: Some(reason), evidence: vec![witness] }
    }

    /// The better of two; of two missing ones the one that says more.
    pub fn or(self, other: Self) -> Self {
        let rank = |verdict: &Self| (verdict.status, !verdict.evidence.is_empty(), verdict.reason);
        if rank(&other) > rank(&self) { other } else { self }
    }

    /// All parts must hold: the worst status, the evidence of all.
    pub fn all(parts: impl Iterator<Item = Self>) -> Self {
        let mut evidence = Vec::new();
        let mut worst: Option<(RequirementStatus, Option<Reason>)> = None;
        let mut baseless = false;
        for part in parts {
            baseless |= part.status == RequirementStatus::Missing && part.evidence.is_empty();
            evidence.extend(part.evidence);
            if worst.is_none_or(|(status, _)| part.status < status) {
                worst = Some((part.status, part.reason));
            }
        }
        if baseless {
            // One part has nothing near it: passages of the others would only mislead.
            evidence.clear();
        }
        evidence.sort();
        evidence.dedup();
        let (status, reason) = worst.unwrap_or((RequirementStatus::Satisfied, None));
        Self { status, reason, evidence }
    }

    /// Any part may hold: the best.
    pub fn any(parts: impl Iterator<Item = Self>) -> Self {
        parts.reduce(Self::or).unwrap_or_else(|| Self::missing(Reason::NotFound))
    }

    /// Holds where the predicate does not.
    pub fn negated(self) -> Self {
        match self.status {
            RequirementStatus::Satisfied => {
                Self { status: RequirementStatus::Missing, reason: Some(Reason::RuledOut), ..self }
            }
            RequirementStatus::Missing => {
                Self { status: RequirementStatus::Satisfied, reason: None, evidence: Vec::new() }
            }
            _ => self,
        }
    }
}
