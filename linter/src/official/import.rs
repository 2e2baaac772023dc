//! Files → booklets: every file of a folder is recognised or told why not, each booklet once.

use kb::Kb;
use sha2::{Digest as _, Sha256};

use super::compare::{Finding, compare};
use super::cover::{Booklet, Refusal, identify};
use super::outline::{Volume, read};
use super::store::{Store, StoredVolume};
use crate::digest::hex;
use crate::read::{Pages, ReadError};

/// Why a file is not used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Problem {
    /// It cannot be read.
    #[error(transparent)]
    Read(#[from] ReadError),
    /// It is none of the booklets.
    #[error(transparent)]
    Refusal(#[from] Refusal),
    /// The cover is right, but no numbered heading was found.
    #[error("no heading was found")]
    NoHeadings,
    /// Another file was taken for the same booklet.
    #[error("`{first}` was taken for the same part")]
    Second {
        /// The file that is used.
        first: String,
        /// Whether both are the same bytes.
        same: bool,
    },
}

impl Problem {
    /// The codes that are its own, for the test of the catalogue.
    pub const CODES: &'static [&'static str] = &["official-no-headings", "official-second", "official-copy"];

    /// The message to show.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Read(error) => error.code(),
            Self::Refusal(refusal) => refusal.code(),
            Self::NoHeadings => "official-no-headings",
            Self::Second { same: false, .. } => "official-second",
            Self::Second { same: true, .. } => "official-copy",
        }
    }

    /// Its arguments.
    pub fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Read(error) => error.args(),
            Self::Refusal(refusal) => refusal.args(),
            Self::NoHeadings => Vec::new(),
            Self::Second { first, .. } => vec![("first", first.clone())],
        }
    }
}

/// A booklet as it was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recognised {
    /// Which one.
    pub booklet: Booklet,
    /// SHA-256 of the file.
    pub sha256: String,
    /// Headings and items.
    pub volume: Volume,
    /// Pages that show something of which no text could be read.
    pub unread: Vec<u32>,
}

/// Recognises one PDF.
///
/// # Errors
/// A [`Problem`]: it cannot be read, is none of the booklets of edition `wanted`, or shows no headings.
#[cfg(feature = "pdf")]
pub fn recognise(bytes: &[u8], wanted: &str, limits: &crate::read::Limits) -> Result<Recognised, Problem> {
    from_pages(&crate::read::pages(bytes, limits)?, bytes, wanted)
}

/// The same of pages that were read.
///
/// # Errors
/// As [`recognise`].
pub fn from_pages(pages: &Pages, bytes: &[u8], wanted: &str) -> Result<Recognised, Problem> {
    let booklet = identify(pages, wanted)?;
    let volume = read(&pages.lines);
    if volume.headings.is_empty() {
        return Err(Problem::NoHeadings);
    }
    let sha256 = hex(&Sha256::digest(bytes));
    Ok(Recognised { booklet, sha256, volume, unread: pages.unread.clone() })
}

/// A file of the folder and what it was taken for.
pub type Source = (String, Result<Recognised, Problem>);

/// Everything of a folder, each booklet once.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Import {
    /// The booklets with their files, in the order of the guideline.
    pub booklets: Vec<(String, Recognised)>,
    /// Files that are not used, in the order given.
    pub refused: Vec<(String, Problem)>,
}

impl Import {
    /// Sorts what was read; of two files of one booklet the first is used, and the other is told.
    pub fn new(sources: Vec<Source>) -> Self {
        let mut import = Self::default();
        for (path, outcome) in sources {
            let one = match outcome {
                Ok(one) => one,
                Err(problem) => {
                    import.refused.push((path, problem));
                    continue;
                }
            };
            let known = import.booklets.iter().find(|(_, known)| known.booklet == one.booklet);
            match known {
                Some((first, known)) => {
                    let (first, same) = (first.clone(), known.sha256 == one.sha256);
                    import.refused.push((path, Problem::Second { first, same }));
                }
                None => import.booklets.push((path, one)),
            }
        }
        import.booklets.sort_by_key(|(_, one)| one.booklet);
        import
    }

    /// The booklets held against the knowledge base; 概説編 has nothing to compare.
    pub fn compare(&self, kb: &Kb) -> Vec<Vec<Finding>> {
        let findings = |one: &Recognised| one.booklet.part().map(|part| compare(kb, part, &one.volume));
        self.booklets.iter().map(|(_, one)| findings(one).unwrap_or_default()).collect()
    }

    /// Puts the booklets into a store; `name` makes the name of a file out of its path.
    pub fn keep(&self, store: &mut Store, name: impl Fn(&str) -> String) {
        for (path, one) in &self.booklets {
            let (file, sha256) = (name(path), one.sha256.clone());
            store.put(StoredVolume { booklet: one.booklet, file, sha256, volume: one.volume.clone() });
        }
    }
}
