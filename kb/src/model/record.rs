//! What the records of all kinds have in common.

use super::{LinkData, Verification};

/// The fields that every record has, whatever its kind.
#[derive(Debug, Clone, Copy)]
pub struct Head<'a> {
    /// Permanent key.
    pub id: &'a str,
    /// Ids it had before.
    pub aliases: &'a [String],
    /// Short label; for official items the official title.
    pub title: &'a str,
    /// What it says, in own words.
    pub gist: &'a str,
    /// Particulars, in own words.
    pub details: &'a [String],
    /// Words people look for.
    pub keywords: &'a [String],
    /// Links it names.
    pub links: &'a [LinkData],
    /// Id of the reference it was taken from; absent where it is our own.
    pub document: Option<&'a str>,
    /// Citations.
    pub sources: &'a [String],
    /// What is and is not known.
    pub note: Option<&'a str>,
    /// How far it was checked; absent where it is our own and as sure as what it is tied to.
    pub verification: Option<Verification>,
}

/// Declares records: the fields given, and those that all of them have.
macro_rules! records {
    ($($(#[$meta:meta])* pub struct $name:ident { $($(#[$field_meta:meta])* pub $field:ident: $type:ty,)* })*) => {$(
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
        #[serde(deny_unknown_fields)]
        pub struct $name {
            /// Permanent key.
            pub id: String,
            /// Ids it had before.
            #[serde(default)]
            pub aliases: Vec<String>,
            /// Short label; for official items the official title.
            pub title: String,
            $($(#[$field_meta])* pub $field: $type,)*
            /// What it says, in own words.
            pub gist: String,
            /// Particulars, in own words.
            #[serde(default)]
            pub details: Vec<String>,
            /// Words people look for.
            #[serde(default)]
            pub keywords: Vec<String>,
            /// Links it names; the other direction is computed.
            #[serde(default)]
            pub links: Vec<LinkData>,
            /// Id of the reference it was taken from; usually written once, at the head of the file.
            #[serde(default)]
            pub document: Option<String>,
            /// Citations: document, page or section.
            #[serde(default)]
            pub sources: Vec<String>,
            /// A remark on what is and is not known.
            #[serde(default)]
            pub note: Option<String>,
            /// How far it was checked; absent where it is our own.
            #[serde(default)]
            pub verification: Option<Verification>,
        }

        impl $name {
            /// What every record has.
            pub fn head(&self) -> Head<'_> {
                Head {
                    id: &self.id,
                    aliases: &self.aliases,
                    title: &self.title,
                    gist: &self.gist,
                    details: &self.details,
                    keywords: &self.keywords,
                    links: &self.links,
                    document: self.document.as_deref(),
                    sources: &self.sources,
                    note: self.note.as_deref(),
                    verification: self.verification,
                }
            }
        }
    )*};
}
