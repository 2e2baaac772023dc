//! The editions of the guideline that the data know of.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Head, LinkData, Verification};

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

records! {
    /// An edition of the guideline.
    pub struct Edition {
        /// When it was issued, as exactly as is known (`2023-05-31`).
        pub issued: String,
        /// How it stands to the base.
        pub status: EditionStatus,
        /// Its parts.
        #[serde(default)]
        pub parts: Vec<String>,
    }
}
