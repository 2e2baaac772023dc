//! One entry as data, whatever its kind, and all entries of a file.

use std::borrow::Cow;

use super::{
    Agreement, Audience, Change, Chapter, Checklist, Clause, Comment, Content, Control, EntryKind, Form,
    Head, Practice, PracticeSet, Reference, Term, Transition,
};

/// What an entry is made of. A kind that is added gets a variant here.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub enum EntryData<'a> {
    /// A 遵守事項 and the chapter it stands in.
    Clause {
        /// The clause.
        clause: &'a Clause,
        /// Its chapter.
        chapter: &'a Chapter,
    },
    /// A measure.
    Control(&'a Control),
    /// A question of a checklist.
    Checklist(&'a Checklist),
    /// An item of a 確認表.
    Agreement(&'a Agreement),
    /// A public comment.
    Comment(&'a Comment),
    /// A change between two editions.
    Change {
        /// The change.
        change: &'a Change,
        /// The file it stands in, which knows the editions.
        transition: &'a Transition,
    },
    /// A document.
    Reference(&'a Reference),
    /// A word.
    Term(&'a Term),
    /// A reader.
    Audience(&'a Audience),
    /// A point of a document.
    Practice {
        /// The point.
        practice: &'a Practice,
        /// The set it belongs to.
        set: &'a PracticeSet,
    },
    /// A form.
    Form(&'a Form),
}

/// An entry with its place in its file.
#[derive(Debug, Clone, Copy)]
pub struct Placed<'a> {
    /// The entry.
    pub data: EntryData<'a>,
    /// Name of the array it stands in (`control`).
    pub array: &'static str,
    /// Its place in the array.
    pub index: usize,
}

impl<'a> EntryData<'a> {
    /// What it is.
    pub fn kind(&self) -> EntryKind {
        match self {
            Self::Clause { .. } => EntryKind::Clause,
            Self::Control(_) => EntryKind::Control,
            Self::Checklist(_) => EntryKind::Checklist,
            Self::Agreement(_) => EntryKind::Agreement,
            Self::Comment(_) => EntryKind::Comment,
            Self::Change { .. } => EntryKind::Change,
            Self::Reference(_) => EntryKind::Reference,
            Self::Term(_) => EntryKind::Term,
            Self::Audience(_) => EntryKind::Audience,
            Self::Practice { .. } => EntryKind::Practice,
            Self::Form(_) => EntryKind::Form,
        }
    }

    /// Permanent key: the id, and for a clause of an edition beside the base the edition, too (`C-14-5@7.0`).
    pub fn key(&self, base: &str) -> Cow<'a, str> {
        match self {
            Self::Clause { clause, chapter } if chapter.edition != base => {
                Cow::Owned(format!("{}@{}", clause.id, chapter.edition))
            }
            _ => Cow::Borrowed(self.head().id),
        }
    }

    /// What every record has.
    pub fn head(&self) -> Head<'a> {
        match self {
            Self::Clause { clause, .. } => clause.head(),
            Self::Control(record) => record.head(),
            Self::Checklist(record) => record.head(),
            Self::Agreement(record) => record.head(),
            Self::Comment(record) => record.head(),
            Self::Change { change, .. } => change.head(),
            Self::Reference(record) => record.head(),
            Self::Term(record) => record.head(),
            Self::Audience(record) => record.head(),
            Self::Practice { practice, .. } => practice.head(),
            Self::Form(record) => record.head(),
        }
    }
}

impl Content {
    /// All entries of the file, array by array.
    pub fn entries(&self) -> Vec<Placed<'_>> {
        let mut placed = Vec::new();
        match self {
            Self::Editions(_) => {}
            Self::Chapter(chapter) => {
                place(&mut placed, "clause", &chapter.clauses, |clause| EntryData::Clause {
                    clause,
                    chapter,
                });
            }
            Self::Controls(file) => place(&mut placed, "control", &file.controls, EntryData::Control),
            Self::Forms(file) => {
                place(&mut placed, "form", &file.forms, EntryData::Form);
                place(&mut placed, "checklist", &file.checklists, EntryData::Checklist);
                place(&mut placed, "agreement", &file.agreements, EntryData::Agreement);
            }
            Self::Comments(file) => place(&mut placed, "comment", &file.comments, EntryData::Comment),
            Self::Transition(transition) => {
                place(&mut placed, "change", &transition.changes, |change| EntryData::Change {
                    change,
                    transition,
                });
            }
            Self::References(file) => place(&mut placed, "reference", &file.references, EntryData::Reference),
            Self::Glossary(file) => place(&mut placed, "term", &file.terms, EntryData::Term),
            Self::Audiences(file) => place(&mut placed, "audience", &file.audiences, EntryData::Audience),
            Self::Practices(set) => {
                place(&mut placed, "practice", &set.practices, |practice| EntryData::Practice {
                    practice,
                    set,
                });
            }
        }
        placed
    }
}

impl Content {
    /// The entry of this kind at this place of its array.
    pub fn entry(&self, kind: EntryKind, index: usize) -> Option<EntryData<'_>> {
        match (self, kind) {
            (Self::Chapter(chapter), EntryKind::Clause) => {
                chapter.clauses.get(index).map(|clause| EntryData::Clause { clause, chapter })
            }
            (Self::Controls(file), EntryKind::Control) => file.controls.get(index).map(EntryData::Control),
            (Self::Forms(file), EntryKind::Form) => file.forms.get(index).map(EntryData::Form),
            (Self::Forms(file), EntryKind::Checklist) => file.checklists.get(index).map(EntryData::Checklist),
            (Self::Forms(file), EntryKind::Agreement) => file.agreements.get(index).map(EntryData::Agreement),
            (Self::Comments(file), EntryKind::Comment) => file.comments.get(index).map(EntryData::Comment),
            (Self::Transition(transition), EntryKind::Change) => {
                transition.changes.get(index).map(|change| EntryData::Change { change, transition })
            }
            (Self::References(file), EntryKind::Reference) => {
                file.references.get(index).map(EntryData::Reference)
            }
            (Self::Glossary(file), EntryKind::Term) => file.terms.get(index).map(EntryData::Term),
            (Self::Audiences(file), EntryKind::Audience) => {
                file.audiences.get(index).map(EntryData::Audience)
            }
            (Self::Practices(set), EntryKind::Practice) => {
                set.practices.get(index).map(|practice| EntryData::Practice { practice, set })
            }
            _ => None,
        }
    }
}

fn place<'a, T>(
    placed: &mut Vec<Placed<'a>>,
    array: &'static str,
    records: &'a [T],
    data: impl Fn(&'a T) -> EntryData<'a>,
) {
    placed.extend(records.iter().enumerate().map(|(index, record)| Placed {
        data: data(record),
        array,
        index,
    }));
}
