//! The zip around an Office file, within its limits.

use crate::read::ReadError;
use crate::source::Limits;
use std::io::{Cursor, Read as _};

/// An open container.
pub(super) struct Package<'a> {
    archive: zip::ZipArchive<Cursor<&'a [u8]>>,
    limits: Limits,
    /// Bytes that may still be expanded.
    left: u64,
}

impl<'a> Package<'a> {
    /// Opens the container.
    pub(super) fn open(bytes: &'a [u8], limits: &Limits) -> Result<Self, ReadError> {
        let archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(|_| ReadError::ZipBroken)?;
        if archive.len() as u64 > limits.max_zip_entries {
            return Err(ReadError::ZipEntries { limit: limits.max_zip_entries });
        }
        Ok(Self { archive, limits: *limits, left: limits.max_total_bytes })
    }

    /// The name of the main part: the usual one, or what the relations of the package name.
    pub(super) fn main_part(&mut self, usual: &str) -> String {
        if self.archive.index_for_name(usual).is_some() {
            return usual.to_owned();
        }
        let relations = self.part("_rels/.rels").ok().flatten().unwrap_or_default();
        let target = relations
            .split("<Relationship ")
            .find(|relation| relation.contains("/officeDocument\""))
            .and_then(|relation| {
                let (_, rest) = relation.split_once("Target=\"")?;
                rest.split('"').next()
            });
        target.map_or(usual, |target| target.trim_start_matches('/')).to_owned()
    }

    /// The text of a part; `None` if there is no such part.
    ///
    /// # Errors
    /// `read-zip-too-large` beyond a limit, `read-zip-broken` where the entry cannot be expanded, `read-xml-broken`
    /// where it is not text.
    pub(super) fn part(&mut self, name: &str) -> Result<Option<String>, ReadError> {
        let limit = self.limits.max_entry_bytes.min(self.left);
        let entry = match self.archive.by_name(name) {
            Ok(entry) => entry,
            Err(zip::result::ZipError::FileNotFound) => return Ok(None),
            Err(_) => return Err(ReadError::ZipBroken),
        };
        let mut bytes = Vec::new();
        entry.take(limit.saturating_add(1)).read_to_end(&mut bytes).map_err(|_| ReadError::ZipBroken)?;
        if bytes.len() as u64 > limit {
            return Err(ReadError::ZipTooLarge { part: name.to_owned(), limit });
        }
        self.left -= bytes.len() as u64;
        let encoding =
            encoding_rs::Encoding::for_bom(&bytes).map_or(encoding_rs::UTF_8, |(encoding, _)| encoding);
        let text = encoding.decode_with_bom_removal(&bytes).0.into_owned();
        Ok(Some(text))
    }
}

/// A part in the folder of another.
pub(super) fn sibling(part: &str, name: &str) -> String {
    match part.rfind('/').and_then(|at| part.get(..=at)) {
        Some(folder) => format!("{folder}{name}"),
        None => name.to_owned(),
    }
}
