//! Forms that a hospital or its provider answers: the yearly サイバーセキュリティ対策チェックリスト of the ministry, and the 確認表
//! about the division of roles in a contract.
//!
//! The program shows which passages of documents speak for a question; the answer is left to people, always. [`fill`] puts
//! the passages beside the questions, [`xlsx`] writes the form, [`check`] reads it back and says what is still open.

pub mod check;
mod fill;
mod text;
#[cfg(feature = "xlsx")]
pub mod xlsx;

use kb::{ContentStatus, EntryData, EntryKind, Form, Kb};
use schemars::JsonSchema;
use serde::Serialize;

use crate::meaning::kind::Kind;
use crate::meaning::parties::Actor;
use crate::report::{EvidenceRole, FileError, Tool};

pub use fill::{blank, fill};
pub use text::{TextOptions, text};

/// The form about the division of roles.
pub const ROLE_SHARING: &str = "AG-2024";

/// A form with its questions and the passages that speak for them. There is no field for an answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Filled {
    /// The program.
    pub tool: Tool,
    /// Hash of the knowledge base.
    pub kb_version: String,
    /// The day, YYYY-MM-DD.
    pub date: String,
    /// The form.
    pub form: FormView,
    /// Documents that were looked at; empty for a blank form.
    pub documents: Vec<FormDocument>,
    /// Files that could not be used.
    pub errors: Vec<FileError>,
    /// Its questions, in the order of the form.
    pub items: Vec<Item>,
}

/// What the questions of a form have in common.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct FormView {
    /// Its id in the knowledge base.
    pub id: String,
    /// Its official title.
    pub title: String,
    /// The business year (`r7`), where it is a yearly form.
    pub year: Option<String>,
    /// What it is for, in own words.
    pub gist: String,
    /// Whether the form itself was obtained. If not, only what other sources tell of is there.
    pub obtained: bool,
    /// How it is filled in, in own words.
    pub rules: Vec<String>,
    /// What is and is not known of it.
    pub note: Option<String>,
    /// Citations.
    pub sources: Vec<String>,
}

/// A document that was looked at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct FormDocument {
    /// The path as given.
    pub path: String,
    /// Its title.
    pub title: Option<String>,
    /// The kind it was judged as.
    pub kind: Kind,
    /// SHA-256 of the bytes, hexadecimal.
    pub sha256: String,
}

/// One question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Item {
    /// Its id in the knowledge base.
    pub id: String,
    /// Its number as printed.
    pub number: String,
    /// The heading it stands under.
    pub group: Option<String>,
    /// What it is asked for (サーバ, 端末PC), where the form splits.
    pub scope: Option<String>,
    /// Its own short label.
    pub title: String,
    /// The official wording, where it was seen.
    pub label: Option<String>,
    /// What it asks, in own words.
    pub gist: String,
    /// When it need not be answered.
    pub condition: Option<String>,
    /// Whether it only asks if the rest has to be answered.
    pub gate: bool,
    /// How well its wording is known.
    pub content: ContentStatus,
    /// Whether 未確認 may be left out.
    pub confirmed: bool,
    /// The clauses it asks for.
    pub clauses: Vec<String>,
    /// Passages that speak for it: those of rules that rest on the question itself, or, where these find none, of rules
    /// that rest on a clause that it asks for.
    pub evidence: Vec<ItemEvidence>,
}

/// A passage of a document that speaks for a question. It shows what is written, not what is done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ItemEvidence {
    /// The path of the document.
    pub document: String,
    /// Its place: 第12条第2項.
    pub article: String,
    /// The sentence, in the document's own words.
    pub quote: String,
    /// What it is to the requirement.
    pub role: EvidenceRole,
    /// Which side acts, as far as the sentence says so.
    pub actor: Option<Actor>,
    /// What the document calls that side.
    pub party: Option<String>,
    /// The rule that found it.
    pub rule: String,
    /// What the rule looks for.
    pub requirement: String,
    /// What ties it to the question: the question itself, or clauses that it asks for.
    pub through: Vec<String>,
}

/// Why there is no such form to fill in.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FormError {
    /// No form is known for this year and audience.
    #[error("no form of {year} for {audience} is known")]
    Unknown {
        /// The business year.
        year: String,
        /// Who fills it in.
        audience: String,
    },
    /// The form is known by name only, or its questions are a guess.
    #[error("`{title}` was not obtained")]
    NotObtained {
        /// Its title.
        title: String,
        /// What is known.
        note: String,
    },
}

impl FormError {
    /// Every code.
    pub const CODES: &'static [&'static str] = &["checklist-unknown", "checklist-not-obtained"];

    /// The code of its message.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Unknown { .. } => "checklist-unknown",
            Self::NotObtained { .. } => "checklist-not-obtained",
        }
    }

    /// The arguments of its message.
    pub fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Unknown { year, audience } => {
                vec![("year", year.clone()), ("audience", audience.clone())]
            }
            Self::NotObtained { title, note } => vec![("title", title.clone()), ("note", note.clone())],
        }
    }
}

/// The yearly form of a business year (`r7`) and an audience (`hospital`), by its id.
///
/// # Errors
/// None is known, or it was not obtained: a form that stands on guesses must not go out as one.
pub fn yearly(kb: &Kb, year: &str, audience: &str) -> Result<String, FormError> {
    let is_wanted = |form: &Form| {
        form.year.as_deref() == Some(year) && form.audience.split("_and_").any(|named| named == audience)
    };
    let form = forms(kb).find(|form| is_wanted(form));
    let form =
        form.ok_or_else(|| FormError::Unknown { year: year.to_owned(), audience: audience.to_owned() })?;
    if form.obtained {
        return Ok(form.id.clone());
    }
    let note = form.note.clone().unwrap_or_default();
    Err(FormError::NotObtained { title: form.title.clone(), note })
}

/// All forms of the knowledge base.
pub(crate) fn forms(kb: &Kb) -> impl Iterator<Item = &Form> {
    kb.entries_of(EntryKind::Form).filter_map(|entry| match entry.data() {
        EntryData::Form(form) => Some(form),
        _ => None,
    })
}
