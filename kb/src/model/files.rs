//! The shapes of data files, one for each folder, and what a file holds once it is read.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{
    Agreement, Audience, Change, Chapter, Checklist, Comment, Control, Edition, Form, Practice, Reference,
    Term,
};

/// A file of the knowledge base.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DataFile {
    /// Path below the data folder, with `/`.
    pub path: String,
    /// What it holds.
    pub content: Content,
}

/// What a file holds; its folder tells which.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Content {
    /// `editions.toml`.
    Editions(EditionFile),
    /// `guideline-…/`.
    Chapter(Chapter),
    /// `controls/`.
    Controls(ControlFile),
    /// `checklists/` and `agreement/`.
    Forms(FormFile),
    /// `comments/`.
    Comments(CommentFile),
    /// `transitions/`.
    Transition(Transition),
    /// `references/`.
    References(ReferenceFile),
    /// `glossary/`.
    Glossary(TermFile),
    /// `audiences.toml`.
    Audiences(AudienceFile),
    /// `practices/`.
    Practices(PracticeSet),
}

/// The shape of the files of each folder, for one JSON Schema.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(inline)]
pub struct Folders {
    /// `editions.toml`.
    pub editions: EditionFile,
    /// `guideline-6.0/PART/NN-NAME.toml`, and the same for other editions.
    pub guideline: Chapter,
    /// `controls/…`.
    pub controls: ControlFile,
    /// `checklists/…` and `agreement/…`.
    pub checklists: FormFile,
    /// `comments/…`.
    pub comments: CommentFile,
    /// `transitions/FROM-TO.toml`.
    pub transitions: Transition,
    /// `references/…`.
    pub references: ReferenceFile,
    /// `glossary/…`.
    pub glossary: TermFile,
    /// `audiences.toml`.
    pub audiences: AudienceFile,
    /// `practices/…`.
    pub practices: PracticeSet,
}

/// Declares the file types: fields of the head, then the array of records.
macro_rules! files {
    ($($(#[$meta:meta])* pub struct $name:ident { $($(#[$field_meta:meta])* pub $field:ident: $type:ty,)* })*) => {$(
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
        #[serde(deny_unknown_fields)]
        pub struct $name {
            $($(#[$field_meta])* pub $field: $type,)*
        }
    )*};
}

files! {
    /// The editions of the guideline.
    pub struct EditionFile {
        /// In order of time.
        #[serde(rename = "edition")]
        pub editions: Vec<Edition>,
    }

    /// Measures, of our own or of one document.
    pub struct ControlFile {
        /// The document all of them were taken from.
        #[serde(default)]
        pub document: Option<String>,
        /// The measures.
        #[serde(default, rename = "control")]
        pub controls: Vec<Control>,
    }

    /// Forms with their questions.
    pub struct FormFile {
        /// The document all of them were taken from.
        #[serde(default)]
        pub document: Option<String>,
        /// The forms.
        #[serde(rename = "form")]
        pub forms: Vec<Form>,
        /// The questions of checklists.
        #[serde(default, rename = "checklist")]
        pub checklists: Vec<Checklist>,
        /// The items of 確認表.
        #[serde(default, rename = "agreement")]
        pub agreements: Vec<Agreement>,
    }

    /// Public comments on one draft.
    pub struct CommentFile {
        /// The document all of them were taken from.
        #[serde(default)]
        pub document: Option<String>,
        /// The comments.
        #[serde(rename = "comment")]
        pub comments: Vec<Comment>,
    }

    /// What became of the items of one edition in the next.
    pub struct Transition {
        /// The older edition.
        pub from: String,
        /// The newer edition.
        pub to: String,
        /// What is and is not known, in own words.
        #[serde(default)]
        pub note: Option<String>,
        /// The changes.
        #[serde(default, rename = "change")]
        pub changes: Vec<Change>,
    }

    /// Laws, guidelines, standards and other documents.
    pub struct ReferenceFile {
        /// The documents.
        #[serde(rename = "reference")]
        pub references: Vec<Reference>,
    }

    /// Words.
    pub struct TermFile {
        /// The words.
        #[serde(rename = "term")]
        pub terms: Vec<Term>,
    }

    /// Readers.
    pub struct AudienceFile {
        /// The readers.
        #[serde(rename = "audience")]
        pub audiences: Vec<Audience>,
    }

    /// Points of one document that belong together.
    pub struct PracticeSet {
        /// The document all of them were taken from.
        pub document: String,
        /// Name of the set (`nine-principles`).
        pub set: String,
        /// Its title.
        pub set_title: String,
        /// The points, in order.
        #[serde(rename = "practice")]
        pub practices: Vec<Practice>,
    }
}

impl Content {
    /// Puts the document named at the head of the file on every record that names none.
    pub(crate) fn spread_document(&mut self) {
        fn fill<'a>(document: Option<&String>, fields: impl Iterator<Item = &'a mut Option<String>>) {
            for field in fields {
                if field.is_none() {
                    *field = document.cloned();
                }
            }
        }
        match self {
            Self::Controls(file) => {
                fill(file.document.as_ref(), file.controls.iter_mut().map(|record| &mut record.document));
            }
            Self::Forms(file) => {
                let document = file.document.as_ref();
                fill(document, file.forms.iter_mut().map(|record| &mut record.document));
                fill(document, file.checklists.iter_mut().map(|record| &mut record.document));
                fill(document, file.agreements.iter_mut().map(|record| &mut record.document));
            }
            Self::Comments(file) => {
                fill(file.document.as_ref(), file.comments.iter_mut().map(|record| &mut record.document));
            }
            Self::Practices(file) => {
                fill(Some(&file.document), file.practices.iter_mut().map(|record| &mut record.document));
            }
            Self::Editions(_)
            | Self::Chapter(_)
            | Self::Transition(_)
            | Self::References(_)
            | Self::Glossary(_)
            | Self::Audiences(_) => {}
        }
    }
}
