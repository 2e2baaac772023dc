//! JSON Schemas of the data files and of what `kb export` prints.

use schemars::{JsonSchema, Schema, schema_for};
use serde::Serialize;

use crate::entry::{Entry, EntryView};
use crate::knowledge::{KB_VERSION, Kb};
use crate::model::Edition;
use crate::model::files::Folders;

/// Every entry, as `kb export --format json` prints it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Export {
    /// Edition of the guideline.
    pub guideline: String,
    /// Hash of the data.
    pub kb_version: String,
    /// The editions the data know of.
    pub editions: Vec<Edition>,
    /// All entries, by kind, clauses in the order of the guideline.
    pub entries: Vec<EntryView>,
}

impl Kb {
    /// Every entry as one value for JSON.
    pub fn export(&self) -> Export {
        Export {
            guideline: self.base().to_owned(),
            kb_version: KB_VERSION.to_owned(),
            editions: self.editions().cloned().collect(),
            entries: self.entries().map(|entry: Entry<'_>| entry.view()).collect(),
        }
    }
}

/// The schema of the data files, folder by folder, for editors and for those who add an edition.
pub fn schema() -> Schema {
    schema_for!(Folders)
}

/// The schema of [`Export`].
pub fn export_schema() -> Schema {
    schema_for!(Export)
}
