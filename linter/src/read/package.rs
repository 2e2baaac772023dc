//! The zip around an Office file, within its limits, and the relationships between its parts.

use crate::read::ReadError;
use crate::read::xml::{Step, Walker};
use crate::source::Limits;
use std::collections::BTreeMap;
use std::io::{Cursor, Read as _};

/// An open container.
pub(crate) struct Package<'a> {
    archive: zip::ZipArchive<Cursor<&'a [u8]>>,
    limits: Limits,
    /// Bytes that may still be expanded.
    left: u64,
    /// Names as they are written, by their lower case: part names do not tell case apart.
    names: BTreeMap<String, String>,
}

/// A relationship of a part to another one inside the package.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Relationship {
    /// `r:id`.
    pub(crate) id: String,
    /// The last word of its type: `styles`, `header`, `footnotes`.
    pub(crate) kind: String,
    /// Name of the part; none where the target lies outside.
    pub(crate) target: Option<String>,
    /// The whole type.
    pub(crate) full_kind: String,
}

impl<'a> Package<'a> {
    /// Opens the container.
    pub(crate) fn open(bytes: &'a [u8], limits: &Limits) -> Result<Self, ReadError> {
        let archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(|_| ReadError::ZipBroken)?;
        if archive.len() as u64 > limits.max_zip_entries {
            return Err(ReadError::ZipEntries { limit: limits.max_zip_entries });
        }
        let names = archive.file_names().map(|name| (name.to_lowercase(), name.to_owned())).collect();
        Ok(Self { archive, limits: *limits, left: limits.max_total_bytes, names })
    }

    /// The name of the main part: what the relationships of the package say, or the usual one.
    pub(crate) fn main_part(&mut self, usual: &str) -> String {
        let relations = self.relationships("").unwrap_or_default();
        let main = relations.into_iter().find(|relation| relation.kind == "officeDocument");
        let named = main.and_then(|relation| relation.target).filter(|name| self.has(name));
        named.unwrap_or_else(|| usual.to_owned())
    }

    /// Whether there is such a part.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.names.contains_key(&name.to_lowercase())
    }

    /// Whether the package holds programs.
    pub(crate) fn has_macros(&self) -> bool {
        self.names.keys().any(|name| name.ends_with("vbaproject.bin"))
    }

    /// What a part (or the package, by an empty name) is related to, in the order written.
    ///
    /// # Errors
    /// Those of [`Self::part`], and `read-xml-broken`.
    pub(crate) fn relationships(&mut self, part: &str) -> Result<Vec<Relationship>, ReadError> {
        let (folder, file) = part.rsplit_once('/').unwrap_or(("", part));
        let slash = if folder.is_empty() { "" } else { "/" };
        let name = format!("{folder}{slash}_rels/{file}.rels");
        let Some(xml) = self.part(&name)? else { return Ok(Vec::new()) };
        let mut found = Vec::new();
        let mut walker = Walker::new(&xml, &name, &self.limits);
        loop {
            match walker.step()? {
                Step::Open(element) if element.name().ends_with("Relationship") => {
                    let say = |name: &str| element.attribute(name).unwrap_or_default();
                    let inside = !say("TargetMode").eq_ignore_ascii_case("external");
                    found.push(Relationship {
                        id: say("Id"),
                        kind: say("Type").rsplit('/').next().unwrap_or_default().to_owned(),
                        target: inside.then(|| resolve(folder, &say("Target"))).flatten(),
                        full_kind: say("Type"),
                    });
                }
                Step::End => return Ok(found),
                _ => {}
            }
        }
    }

    /// The text of a part; `None` if there is no such part.
    ///
    /// # Errors
    /// `read-zip-too-large` beyond a limit, `read-zip-encrypted`, `read-zip-broken` where the entry cannot be expanded.
    pub(crate) fn part(&mut self, name: &str) -> Result<Option<String>, ReadError> {
        Ok(self.bytes(name)?.map(decode))
    }

    /// The name of a part as it is written in the container.
    pub(crate) fn written(&self, name: &str) -> Option<&str> {
        self.names.get(&name.to_lowercase()).map(String::as_str)
    }

    /// The bytes of a part; `None` if there is no such part.
    ///
    /// # Errors
    /// Those of [`Self::part`].
    pub(crate) fn bytes(&mut self, name: &str) -> Result<Option<Vec<u8>>, ReadError> {
        let limit = self.limits.max_entry_bytes.min(self.left);
        let Some(written) = self.names.get(&name.to_lowercase()) else { return Ok(None) };
        let entry = self.archive.by_name(written).map_err(|error| zip_error(&error))?;
        let mut bytes = Vec::new();
        entry.take(limit.saturating_add(1)).read_to_end(&mut bytes).map_err(|_| ReadError::ZipBroken)?;
        if bytes.len() as u64 > limit {
            return Err(ReadError::ZipTooLarge { part: name.to_owned(), limit });
        }
        self.left -= bytes.len() as u64;
        Ok(Some(bytes))
    }
}

/// What a zip that cannot be opened says to a person.
fn zip_error(error: &zip::result::ZipError) -> ReadError {
    match error {
        zip::result::ZipError::UnsupportedArchive(zip::result::ZipError::PASSWORD_REQUIRED) => {
            ReadError::ZipEncrypted
        }
        _ => ReadError::ZipBroken,
    }
}

/// UTF-8 is taken over without a copy.
fn decode(bytes: Vec<u8>) -> String {
    let encoding = encoding_rs::Encoding::for_bom(&bytes);
    match encoding {
        None => String::from_utf8(bytes)
            .unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned()),
        Some((encoding, _)) => encoding.decode_with_bom_removal(&bytes).0.into_owned(),
    }
}

/// A target as the name of a part; none where it leaves the package.
fn resolve(folder: &str, target: &str) -> Option<String> {
    if target.contains(':') || target.contains('\\') {
        return None;
    }
    let mut parts: Vec<&str> = Vec::new();
    let base = if target.starts_with('/') { "" } else { folder };
    for step in base.split('/').chain(target.split('/')) {
        match step {
            "" | "." => {}
            ".." => drop(parts.pop()?),
            name => parts.push(name),
        }
    }
    (!parts.is_empty()).then(|| parts.join("/"))
}

/// A part in the folder of another.
pub(crate) fn sibling(part: &str, name: &str) -> String {
    match part.rfind('/').and_then(|at| part.get(..=at)) {
        Some(folder) => format!("{folder}{name}"),
        None => name.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn targets_stay_inside() {
        for (folder, target, wanted) in [
            ("word", "styles.xml", Some("word/styles.xml")),
            ("word", "/word/styles.xml", Some("word/styles.xml")),
            ("word", "../customXml/item1.xml", Some("customXml/item1.xml")),
            ("", "word/document.xml", Some("word/document.xml")),
            ("word", "../../etc/passwd", None),
            ("word", "file:///etc/passwd", None),
            ("word", "..\\a", None),
            ("word", "", Some("word")),
        ] {
            assert_eq!(resolve(folder, target).as_deref(), wanted, "{target}");
        }
    }
}
