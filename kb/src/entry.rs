//! [`Entry`]: what a reader sees of an entry, whatever its kind, and [`ClauseEntry`] for 遵守事項.

use std::ops::Deref;

use schemars::JsonSchema;
use serde::Serialize;

use crate::knowledge::Kb;
use crate::link::{Direction, Link};
use crate::model::{
    Agreement, Audience, Change, Chapter, Checklist, Clause, Comment, Control, DocumentTarget, EntryData,
    EntryKind, Form, Head, Owner, Practice, Reference, Relation, Section, Simplification, Strength,
    SystemType, Term, Tie, Verification,
};

/// One entry of the knowledge base, cheap to copy.
#[derive(Clone, Copy)]
pub struct Entry<'a> {
    kb: &'a Kb,
    ordinal: usize,
    data: EntryData<'a>,
}

/// A 遵守事項 with its chapter; an [`Entry`] that knows more.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ClauseEntry<'a> {
    entry: Entry<'a>,
    clause: &'a Clause,
    chapter: &'a Chapter,
}

impl<'a> Deref for ClauseEntry<'a> {
    type Target = Entry<'a>;

    fn deref(&self) -> &Entry<'a> {
        &self.entry
    }
}

/// An entry as `kb export` and `show --format json` print it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct EntryView {
    /// Permanent key.
    pub id: String,
    /// What it is.
    pub kind: EntryKind,
    /// Edition of the guideline; absent for what belongs to none.
    pub edition: Option<String>,
    /// Where it stands, as people cite it.
    pub citation: String,
    /// Official title of the chapter, for clauses.
    pub chapter_title: Option<String>,
    /// Official heading of the section, where there is one and it is known.
    pub section_title: Option<String>,
    /// Its short label.
    pub title: String,
    /// What it says, in own words.
    pub gist: String,
    /// Whether the text is our own and not that of a document.
    pub own: bool,
    /// How far it was checked; of what is our own, what it rests on.
    pub verification: Verification,
    /// Whether it is a document's text, and content and number were seen in its final version.
    pub confirmed: bool,
    /// Patterns a clause applies to, own or of the chapter.
    pub applies_to: Vec<SystemType>,
    /// Under which condition a clause may be handled in a simpler way, and by whom.
    pub simplification: Option<Simplification>,
    /// Everything in the data file, under the name of the kind.
    #[serde(flatten)]
    pub record: RecordView,
    /// Links both ways.
    pub links: Vec<LinkView>,
}

/// The record of an entry inside [`EntryView`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "the variants carry the names of the records")]
pub enum RecordView {
    Clause(Clause),
    Control(Control),
    Checklist(Checklist),
    Agreement(Agreement),
    Comment(Comment),
    Change(Change),
    Reference(Reference),
    Term(Term),
    Audience(Audience),
    Practice(Practice),
    Form(Form),
}

/// A link inside [`EntryView`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct LinkView {
    /// The other entry, chapter or section.
    pub id: String,
    /// What ties them.
    pub relation: Relation,
    /// Who names whom.
    pub direction: Direction,
    /// How sure that is.
    pub confidence: Tie,
    /// Whether only the content ties them.
    pub inferred: bool,
    /// What to know about it.
    pub note: Option<String>,
}

impl std::fmt::Debug for Entry<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("Entry").field(&self.id()).finish()
    }
}

impl PartialEq for Entry<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.id() == other.id()
    }
}

impl Eq for Entry<'_> {}

impl<'a> Entry<'a> {
    pub(crate) fn new(kb: &'a Kb, ordinal: usize, data: EntryData<'a>) -> Self {
        Self { kb, ordinal, data }
    }

    pub(crate) fn ordinal(&self) -> usize {
        self.ordinal
    }

    /// What the entry is made of.
    pub fn data(&self) -> EntryData<'a> {
        self.data
    }

    /// What it is.
    pub fn kind(&self) -> EntryKind {
        self.data.kind()
    }

    /// The clause, if it is one.
    pub fn as_clause(self) -> Option<ClauseEntry<'a>> {
        match self.data {
            EntryData::Clause { clause, chapter } => Some(ClauseEntry { entry: self, clause, chapter }),
            _ => None,
        }
    }

    fn head(&self) -> Head<'a> {
        self.data.head()
    }

    /// Permanent key; a clause of an edition beside the base carries the edition (`C-14-5@7.0`).
    pub fn id(&self) -> &'a str {
        self.kb.qualified(self.ordinal).unwrap_or(self.head().id)
    }

    /// Ids it had before.
    pub fn aliases(&self) -> &'a [String] {
        self.head().aliases
    }

    /// Own short label, or the official title of an official item.
    pub fn title(&self) -> &'a str {
        self.head().title
    }

    /// Own summary of what it says.
    pub fn gist(&self) -> &'a str {
        self.head().gist
    }

    /// Particulars.
    pub fn details(&self) -> &'a [String] {
        self.head().details
    }

    /// Words people look for.
    pub fn keywords(&self) -> &'a [String] {
        self.head().keywords
    }

    /// Citations.
    pub fn sources(&self) -> &'a [String] {
        self.head().sources
    }

    /// A remark on what is and is not known.
    pub fn note(&self) -> Option<&'a str> {
        self.head().note
    }

    /// The document it was taken from.
    pub fn document(&self) -> Option<Entry<'a>> {
        self.kb.get(self.head().document?)
    }

    /// The data file it stands in, relative to `kb/data`.
    pub fn path(&self) -> &'a str {
        self.kb.path(self.ordinal).unwrap_or_default()
    }

    /// The form whose question it is.
    pub fn form(&self) -> Option<&'a str> {
        match self.data {
            EntryData::Checklist(item) => Some(&item.form),
            EntryData::Agreement(item) => Some(&item.form),
            _ => None,
        }
    }

    /// Who carries it out; nothing for what is not carried out, and for clauses, which name an actor.
    pub fn owner(&self) -> Option<Owner> {
        match self.data {
            EntryData::Control(control) => Some(control.owner),
            EntryData::Practice { practice, .. } => practice.owner,
            _ => None,
        }
    }

    /// How strongly it is asked for.
    pub fn strength(&self) -> Option<Strength> {
        match self.data {
            EntryData::Control(control) => Some(control.strength),
            EntryData::Clause { clause, .. } => clause.strength,
            _ => None,
        }
    }

    /// By what means it works, by the name used in data files.
    pub fn nature(&self) -> Option<&'static str> {
        match self.data {
            EntryData::Control(control) => Some(control.nature.as_str()),
            EntryData::Clause { clause, .. } => clause.nature.map(|nature| nature.as_str()),
            _ => None,
        }
    }

    /// Whether it is our own: no document says it in these terms.
    pub fn is_own(&self) -> bool {
        self.head().verification.is_none()
    }

    /// How far it was checked. What is our own is as sure as the least sure clause it rests on.
    pub fn verification(&self) -> Verification {
        let clauses = || {
            let links = self.head().links.iter().filter(|link| link.relation == Relation::Implements);
            links.filter_map(|link| self.kb.get(&link.to)).filter_map(|entry| entry.head().verification)
        };
        self.head()
            .verification
            .or_else(|| clauses().reduce(Verification::weaker))
            .unwrap_or(Verification::NOTHING)
    }

    /// Whether it is a document's text, and content and number were seen in its final version.
    pub fn is_confirmed(&self) -> bool {
        !self.is_own() && self.verification().is_confirmed()
    }

    /// The edition of the guideline it belongs to.
    pub fn edition(&self) -> Option<&'a str> {
        match self.data {
            EntryData::Clause { chapter, .. } => Some(&chapter.edition),
            _ => None,
        }
    }

    /// Where it stands, as people cite it: 「システム運用編 8章⑤」, 「経営管理編 1.2.1 説明責任①」, title and number of the
    /// document for what was taken from one.
    pub fn citation(&self) -> String {
        if let Some(clause) = self.as_clause() {
            return clause.place();
        }
        let document = || self.document().map(|document| document.title()).unwrap_or_default();
        let form = |id: &str| self.kb.get(id).map(|form| form.title()).unwrap_or_default();
        let pieces = match self.data {
            EntryData::Control(control) => [document(), control.number.as_deref().unwrap_or_default()],
            EntryData::Checklist(item) => [form(&item.form), &item.number],
            EntryData::Agreement(item) => [form(&item.form), &item.number],
            EntryData::Practice { set, .. } => [document(), &set.set_title],
            EntryData::Reference(reference) => {
                [reference.issuer.as_str(), reference.issued.as_deref().unwrap_or_default()]
            }
            EntryData::Term(term) => [term.reading.as_str(), term.english.as_deref().unwrap_or_default()],
            EntryData::Comment(comment) => {
                return format!("{} {}番", document(), comment.number).trim_start().to_owned();
            }
            EntryData::Change { transition, .. } => {
                return format!("第{}版→第{}版", transition.from, transition.to);
            }
            _ => [document(), ""],
        };
        pieces.iter().filter(|piece| !piece.is_empty()).copied().collect::<Vec<_>>().join(" ")
    }

    /// Links both ways: by relation, surer ones first, then in the order of the entries.
    pub fn links(&self) -> Vec<Link<'a>> {
        self.kb.links_of(*self)
    }

    /// Everything about it as one value for JSON.
    pub fn view(&self) -> EntryView {
        let clause = self.as_clause();
        EntryView {
            id: self.id().to_owned(),
            kind: self.kind(),
            edition: self.edition().map(str::to_owned),
            citation: self.citation(),
            chapter_title: clause.map(|clause| clause.chapter().title.clone()),
            section_title: clause
                .and_then(|clause| clause.section())
                .and_then(|section| section.title.clone()),
            title: self.title().to_owned(),
            gist: self.gist().to_owned(),
            own: self.is_own(),
            verification: self.verification(),
            confirmed: self.is_confirmed(),
            applies_to: clause.map(|clause| clause.applies_to().to_vec()).unwrap_or_default(),
            simplification: clause.and_then(|clause| clause.simplification().cloned()),
            record: RecordView::of(self.data),
            links: self.links().iter().map(LinkView::of).collect(),
        }
    }
}

impl RecordView {
    fn of(data: EntryData<'_>) -> Self {
        match data {
            EntryData::Clause { clause, .. } => Self::Clause(clause.clone()),
            EntryData::Control(record) => Self::Control(record.clone()),
            EntryData::Checklist(record) => Self::Checklist(record.clone()),
            EntryData::Agreement(record) => Self::Agreement(record.clone()),
            EntryData::Comment(record) => Self::Comment(record.clone()),
            EntryData::Change { change, .. } => Self::Change(change.clone()),
            EntryData::Reference(record) => Self::Reference(record.clone()),
            EntryData::Term(record) => Self::Term(record.clone()),
            EntryData::Audience(record) => Self::Audience(record.clone()),
            EntryData::Practice { practice, .. } => Self::Practice(practice.clone()),
            EntryData::Form(record) => Self::Form(record.clone()),
        }
    }
}

impl LinkView {
    pub(crate) fn of(link: &Link<'_>) -> Self {
        Self {
            id: link.target.id().into_owned(),
            relation: link.relation,
            direction: link.direction,
            confidence: link.tie,
            inferred: link.is_inferred(),
            note: link.note.map(str::to_owned),
        }
    }
}

impl<'a> ClauseEntry<'a> {
    /// The knowledge base it belongs to.
    pub fn kb(&self) -> &'a Kb {
        self.entry.kb
    }

    /// The entry.
    pub fn entry(&self) -> Entry<'a> {
        self.entry
    }

    /// The clause behind it.
    pub fn clause(&self) -> &'a Clause {
        self.clause
    }

    /// The chapter it stands in.
    pub fn chapter(&self) -> &'a Chapter {
        self.chapter
    }

    /// Who has to act.
    pub fn actor(&self) -> &'a str {
        &self.clause.actor
    }

    /// Towards whom or with whom.
    pub fn counterpart(&self) -> &'a [String] {
        &self.clause.counterpart
    }

    /// Where a trace of it is expected.
    pub fn document_targets(&self) -> &'a [DocumentTarget] {
        &self.clause.document_targets
    }

    /// The heading it stands under, where that is a section and not the whole chapter.
    pub fn section(&self) -> Option<&'a Section> {
        self.chapter.section(&self.clause.section)
    }

    /// Whether the patterns differ from those of the rest of the chapter.
    pub fn has_own_applicability(&self) -> bool {
        self.clause.applies_to.is_some()
    }

    /// The patterns it applies to, its own or those of the chapter.
    pub fn applies_to(&self) -> &'a [SystemType] {
        self.clause.applies_to.as_deref().unwrap_or(&self.chapter.applies_to)
    }

    /// How it may be handled in a simpler way, when the chapter says so of this item.
    pub fn simplification(&self) -> Option<&'a Simplification> {
        let simplification = self.chapter.simplification.as_ref()?;
        simplification.items.contains(&self.clause.item).then_some(simplification)
    }

    fn place(&self) -> String {
        let part = self.chapter.part.title();
        let unit = if self.clause.section.contains('.') { " " } else { "章" };
        let group = self.clause.group.as_deref().unwrap_or_default();
        format!("{part} {}{unit}{group}{}", self.clause.section, self.clause.official_number)
    }
}
