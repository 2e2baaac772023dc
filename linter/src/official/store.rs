//! The file in which the wording is kept on the user's machine: versioned JSON, values only.

use kb::ClauseEntry;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::compare::printed;
use super::cover::Booklet;
use super::outline::{Item, Volume};

/// What the file calls itself.
const FORMAT: &str = "sekisho-official";
/// The version that this program writes, and the newest that it reads.
const VERSION: u32 = 1;

/// Everything that was imported of one edition.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Store {
    format: String,
    version: u32,
    /// The edition (`6.0`).
    pub edition: String,
    /// The booklets, in the order of the guideline.
    pub volumes: Vec<StoredVolume>,
}

/// A booklet with the file it was read from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StoredVolume {
    /// Which one.
    pub booklet: Booklet,
    /// Name of the PDF, without its folder.
    pub file: String,
    /// SHA-256 of the PDF.
    pub sha256: String,
    /// What was read.
    #[serde(flatten)]
    pub volume: Volume,
}

/// The official wording of a clause, as `show --format json` prints it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Wording {
    /// The number as printed.
    pub number: String,
    /// The wording.
    pub text: String,
    /// 1-based page of the PDF.
    pub page: u32,
    /// Name of the PDF.
    pub file: String,
    /// SHA-256 of the PDF.
    pub sha256: String,
}

/// Why a store cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum StoreError {
    /// Not such a file, or a damaged one.
    #[error("the store is broken: {detail}")]
    Broken {
        /// What is wrong, for those who want to look.
        detail: String,
    },
    /// Written by a newer program.
    #[error("the store has version {found}, this program knows {known}")]
    Newer {
        /// Its version.
        found: u32,
        /// The newest that is known.
        known: u32,
    },
}

impl StoreError {
    /// All codes, for the test of the catalogue.
    pub const CODES: &'static [&'static str] = &["official-store-broken", "official-store-newer"];

    /// The message to show.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Broken { .. } => "official-store-broken",
            Self::Newer { .. } => "official-store-newer",
        }
    }

    /// Its arguments.
    pub fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Broken { detail } => vec![("detail", detail.clone())],
            Self::Newer { found, known } => vec![("found", found.to_string()), ("known", known.to_string())],
        }
    }
}

/// What every version has.
#[derive(Deserialize)]
struct Head {
    format: String,
    version: u32,
}

impl Store {
    /// An empty one.
    pub fn new(edition: &str) -> Self {
        Self { format: FORMAT.to_owned(), version: VERSION, edition: edition.to_owned(), volumes: Vec::new() }
    }

    /// Reads the file.
    ///
    /// # Errors
    /// It is damaged, none of ours, or written by a newer program.
    pub fn decode(bytes: &[u8]) -> Result<Self, StoreError> {
        let broken = |error: serde_json::Error| StoreError::Broken { detail: error.to_string() };
        let head: Head = serde_json::from_slice(bytes).map_err(broken)?;
        if head.format != FORMAT {
            return Err(StoreError::Broken { detail: format!("format `{}`", head.format) });
        }
        if head.version > VERSION {
            return Err(StoreError::Newer { found: head.version, known: VERSION });
        }
        serde_json::from_slice(bytes).map_err(broken)
    }

    /// The text of the file.
    ///
    /// # Errors
    /// A value that has no form in JSON, which none of ours is.
    pub fn encode(&self) -> serde_json::Result<String> {
        Ok(serde_json::to_string_pretty(self)? + "\n")
    }

    /// Puts a booklet in the place of the one it had.
    pub fn put(&mut self, volume: StoredVolume) {
        self.volumes.retain(|known| known.booklet != volume.booklet);
        self.volumes.push(volume);
        self.volumes.sort_by_key(|known| known.booklet);
    }

    /// The official wording of a clause.
    pub fn wording(&self, entry: ClauseEntry<'_>) -> Option<Wording> {
        let (clause, chapter) = (entry.clause(), entry.chapter());
        let wanted = Booklet::of(chapter.part);
        let stored = self.volumes.iter().find(|stored| stored.booklet == wanted)?;
        let found = stored.volume.item(&clause.section, clause.group.as_deref(), printed(entry))?;
        (chapter.edition == self.edition).then(|| Wording::new(found, stored))
    }
}

impl Wording {
    fn new(item: &Item, stored: &StoredVolume) -> Self {
        Self {
            number: item.label(),
            text: item.text.clone(),
            page: item.page,
            file: stored.file.clone(),
            sha256: stored.sha256.clone(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_store_comes_back_as_it_was() {
        let mut store = Store::new("6.0");
        for booklet in [Booklet::Control, Booklet::Governance, Booklet::Control] {
            let (file, sha256) = ("a.pdf".to_owned(), "00".to_owned());
            store.put(StoredVolume { booklet, file, sha256, volume: Volume::default() });
        }
        let booklets: Vec<_> = store.volumes.iter().map(|volume| volume.booklet).collect();
        assert_eq!(booklets, [Booklet::Governance, Booklet::Control]);
        assert_eq!(Store::decode(store.encode().unwrap().as_bytes()), Ok(store));
    }

    #[test]
    fn what_cannot_be_used_is_told_apart() {
        assert!(matches!(Store::decode(b"{"), Err(StoreError::Broken { .. })));
        let other = br#"{"format":"other","version":1}"#;
        assert!(matches!(Store::decode(other), Err(StoreError::Broken { .. })));
        let newer = br#"{"format":"sekisho-official","version":9,"pages":1}"#;
        assert_eq!(Store::decode(newer), Err(StoreError::Newer { found: 9, known: 1 }));
    }
}
