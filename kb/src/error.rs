//! What can go wrong, with stable codes and arguments for the message catalogues.

use crate::load::{LoadError, LoadErrorKind};

/// Any failure of the knowledge base.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum KbError {
    /// A data file is wrong.
    #[error(transparent)]
    Load(#[from] LoadError),
    /// The data inside the binary cannot be decoded.
    #[error("embedded knowledge base cannot be decoded: {detail}")]
    Embedded {
        /// The decoder's words.
        detail: String,
    },
    /// The search index inside the binary cannot be used.
    #[error("search index cannot be used: {detail}")]
    Search {
        /// The engine's words.
        detail: String,
    },
    /// Nothing was asked.
    #[error("id is empty")]
    EmptyId,
    /// The edition after `@` is not in the knowledge base.
    #[error("edition `{edition}` is not in the knowledge base, which holds `{known}`")]
    UnknownEdition {
        /// As written.
        edition: String,
        /// The editions that are.
        known: String,
    },
    /// Only changes are known of the edition after `@`, not its clauses.
    #[error(
        "the clauses of edition `{edition}` are not in the knowledge base; its changes against `{base}` are"
    )]
    EditionNotHeld {
        /// As written.
        edition: String,
        /// The edition whose clauses are.
        base: String,
    },
    /// No data lead from the one edition to the other.
    #[error("nothing leads from edition `{from}` to `{to}`; known are {known}")]
    NoTransition {
        /// The older edition.
        from: String,
        /// The newer edition.
        to: String,
        /// The pairs that are known.
        known: String,
    },
    /// No entry, section or chapter goes by that name.
    #[error("unknown id `{query}`")]
    UnknownId {
        /// As written.
        query: String,
        /// Up to three ids that look like it.
        nearest: Vec<String>,
    },
}

/// Every code that [`KbError::code`] can give.
pub const CODES: &[&str] = &[
    "kb-embedded",
    "kb-search",
    "kb-empty-id",
    "kb-unknown-edition",
    "kb-edition-not-held",
    "kb-no-transition",
    "kb-unknown-id",
    "kb-syntax",
    "kb-unknown-folder",
    "kb-data-edition",
    "kb-wrong-folder",
    "kb-duplicate-chapter",
    "kb-duplicate-id",
    "kb-malformed-id",
    "kb-id-mismatch",
    "kb-unknown-section",
    "kb-duplicate-section",
    "kb-official-number",
    "kb-unknown-target",
    "kb-repeated-link",
    "kb-wrong-relation",
    "kb-without-text",
    "kb-unknown-related",
    "kb-repeated-related",
    "kb-applies-to",
    "kb-verification",
    "kb-empty-field",
];

impl KbError {
    /// The stable code, a key of the message catalogues.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Load(error) => error.code(),
            Self::Embedded { .. } => "kb-embedded",
            Self::Search { .. } => "kb-search",
            Self::EmptyId => "kb-empty-id",
            Self::UnknownEdition { .. } => "kb-unknown-edition",
            Self::EditionNotHeld { .. } => "kb-edition-not-held",
            Self::NoTransition { .. } => "kb-no-transition",
            Self::UnknownId { .. } => "kb-unknown-id",
        }
    }

    /// The arguments of the message. Lists are joined by a comma; `found` (`some` or `none`) tells whether there is one.
    pub fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Load(error) => error.args(),
            Self::Embedded { detail } | Self::Search { detail } => vec![("detail", detail.clone())],
            Self::EmptyId => Vec::new(),
            Self::UnknownEdition { edition, known } => {
                vec![("edition", edition.clone()), ("known", known.clone())]
            }
            Self::EditionNotHeld { edition, base } => {
                vec![("edition", edition.clone()), ("base", base.clone())]
            }
            Self::NoTransition { from, to, known } => {
                vec![("from", from.clone()), ("to", to.clone()), ("known", known.clone())]
            }
            Self::UnknownId { query, nearest } => {
                let found = if nearest.is_empty() { "none" } else { "some" };
                vec![("query", query.clone()), ("found", found.to_owned()), ("nearest", nearest.join(", "))]
            }
        }
    }
}

impl LoadError {
    /// The stable code, a key of the message catalogues.
    pub fn code(&self) -> &'static str {
        match &self.kind {
            LoadErrorKind::Syntax { .. } => "kb-syntax",
            LoadErrorKind::UnknownFolder { .. } => "kb-unknown-folder",
            LoadErrorKind::UnknownEdition { .. } => "kb-data-edition",
            LoadErrorKind::WrongFolder { .. } => "kb-wrong-folder",
            LoadErrorKind::DuplicateChapter { .. } => "kb-duplicate-chapter",
            LoadErrorKind::DuplicateId { .. } => "kb-duplicate-id",
            LoadErrorKind::MalformedId { .. } => "kb-malformed-id",
            LoadErrorKind::IdMismatch { .. } => "kb-id-mismatch",
            LoadErrorKind::UnknownSection { .. } => "kb-unknown-section",
            LoadErrorKind::DuplicateSection { .. } => "kb-duplicate-section",
            LoadErrorKind::OfficialNumber { .. } => "kb-official-number",
            LoadErrorKind::UnknownTarget { .. } => "kb-unknown-target",
            LoadErrorKind::RepeatedLink { .. } => "kb-repeated-link",
            LoadErrorKind::WrongRelation { .. } => "kb-wrong-relation",
            LoadErrorKind::WithoutText { .. } => "kb-without-text",
            LoadErrorKind::UnknownRelated { .. } => "kb-unknown-related",
            LoadErrorKind::RepeatedRelated { .. } => "kb-repeated-related",
            LoadErrorKind::AppliesTo => "kb-applies-to",
            LoadErrorKind::Verification { .. } => "kb-verification",
            LoadErrorKind::Empty { .. } => "kb-empty-field",
        }
    }

    /// The arguments of the message; `path` is always among them.
    pub fn args(&self) -> Vec<(&'static str, String)> {
        let mut args = vec![("path", self.path.clone())];
        match &self.kind {
            LoadErrorKind::Syntax { detail } => args.push(("detail", detail.clone())),
            LoadErrorKind::UnknownFolder { folder } => args.push(("folder", folder.clone())),
            LoadErrorKind::UnknownEdition { edition } => args.push(("edition", edition.clone())),
            LoadErrorKind::WrongRelation { relation, from, id } => {
                args.extend([("relation", relation.clone()), ("from", from.clone()), ("id", id.clone())]);
            }
            LoadErrorKind::WrongFolder { part, folder } => {
                args.extend([("part", part.clone()), ("folder", folder.clone())]);
            }
            LoadErrorKind::DuplicateChapter { chapter, first } => {
                args.extend([("chapter", chapter.clone()), ("first", first.clone())]);
            }
            LoadErrorKind::DuplicateId { id, first } => {
                args.extend([("id", id.clone()), ("first", first.clone())]);
            }
            LoadErrorKind::IdMismatch { id, expected } => {
                args.extend([("id", id.clone()), ("expected", expected.clone())]);
            }
            LoadErrorKind::OfficialNumber { number, expected } => {
                args.extend([("number", number.clone()), ("expected", expected.clone())]);
            }
            LoadErrorKind::MalformedId { id }
            | LoadErrorKind::UnknownTarget { id }
            | LoadErrorKind::RepeatedLink { id }
            | LoadErrorKind::WithoutText { id }
            | LoadErrorKind::UnknownRelated { id }
            | LoadErrorKind::RepeatedRelated { id } => args.push(("id", id.clone())),
            LoadErrorKind::UnknownSection { section } | LoadErrorKind::DuplicateSection { section } => {
                args.push(("section", section.clone()));
            }
            LoadErrorKind::AppliesTo => {}
            LoadErrorKind::Verification { content, problem } => {
                args.extend([("content", content.clone()), ("problem", (*problem).to_owned())]);
            }
            LoadErrorKind::Empty { field } => args.push(("field", (*field).to_owned())),
        }
        args
    }
}
