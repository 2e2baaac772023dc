//! The editions of the guideline that the data know of.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Verification;

/// How an edition stands to the one this knowledge base is built on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum EditionStatus {
    /// Before it.
    Earlier,
    /// The edition whose clauses are the base of all links.
    Base,
    /// After it.
    Later,
}

/// An edition of the guideline.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Edition {
    /// `6.0`.
    pub id: String,
    /// As people call it.
    pub title: String,
    /// When it was issued, as exactly as is known (`2023-05-31`).
    pub issued: String,
    /// How it stands to the base.
    pub status: EditionStatus,
    /// Its parts.
    #[serde(default)]
    pub parts: Vec<String>,
    /// What it is, in own words.
    #[serde(default)]
    pub gist: Option<String>,
    /// What is and is not known of it.
    #[serde(default)]
    pub note: Option<String>,
    /// Citations.
    pub sources: Vec<String>,
    /// How far these facts were checked.
    pub verification: Verification,
}
