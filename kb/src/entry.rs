//! [`Entry`]: what a reader sees of an entry, whatever its kind.

use schemars::JsonSchema;
use serde::Serialize;

use crate::knowledge::{EDITION, Kb};
use crate::model::{
    Chapter, Clause, DocumentTarget, EntryKind, Section, Simplification, SystemType, Verification,
};

/// One entry of the knowledge base, cheap to copy.
#[derive(Clone, Copy)]
pub struct Entry<'a> {
    kb: &'a Kb,
    ordinal: usize,
    data: EntryData<'a>,
}

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
}

/// Which way a link between two entries was written down.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Direction {
    /// This entry names the other.
    Outgoing,
    /// The other names this one.
    Incoming,
    /// Each names the other.
    Both,
}

/// A link to another entry.
#[derive(Debug, Clone, Copy)]
pub struct Link<'a> {
    /// The other entry.
    pub entry: Entry<'a>,
    /// Who names whom.
    pub direction: Direction,
    /// Whether only the content ties them: no source was found that does.
    pub inferred: bool,
}

/// An entry as `kb export` and `show --format json` print it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct EntryView {
    /// Permanent key.
    pub id: String,
    /// What it is.
    pub kind: EntryKind,
    /// Edition of the guideline.
    pub edition: String,
    /// Where it stands, as people cite it.
    pub citation: String,
    /// Official title of the chapter.
    pub chapter_title: String,
    /// Official heading of the section, where there is one and it is known.
    pub section_title: Option<String>,
    /// Whether 未確認 may be left out.
    pub confirmed: bool,
    /// Patterns it applies to, own or of the chapter.
    pub applies_to: Vec<SystemType>,
    /// Under which condition it may be handled in a simpler way, and by whom.
    pub simplification: Option<Simplification>,
    /// Everything in the data file.
    pub clause: Clause,
    /// Links both ways.
    pub links: Vec<LinkView>,
}

/// A link inside [`EntryView`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct LinkView {
    /// The other entry.
    pub id: String,
    /// Who names whom.
    pub direction: Direction,
    /// Whether only the content ties them.
    pub inferred: bool,
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

    /// What the entry is made of.
    pub fn data(&self) -> EntryData<'a> {
        self.data
    }

    /// What it is.
    pub fn kind(&self) -> EntryKind {
        match self.data {
            EntryData::Clause { .. } => EntryKind::Clause,
        }
    }

    /// The clause behind it.
    pub fn clause(&self) -> &'a Clause {
        match self.data {
            EntryData::Clause { clause, .. } => clause,
        }
    }

    /// The chapter it stands in.
    pub fn chapter(&self) -> &'a Chapter {
        match self.data {
            EntryData::Clause { chapter, .. } => chapter,
        }
    }

    /// Permanent key.
    pub fn id(&self) -> &'a str {
        &self.clause().id
    }

    /// Ids it had before.
    pub fn aliases(&self) -> &'a [String] {
        &self.clause().aliases
    }

    /// Own short label.
    pub fn title(&self) -> &'a str {
        &self.clause().title
    }

    /// Own summary of what it asks.
    pub fn gist(&self) -> &'a str {
        &self.clause().gist
    }

    /// Particulars.
    pub fn details(&self) -> &'a [String] {
        &self.clause().details
    }

    /// Who has to act.
    pub fn actor(&self) -> &'a str {
        &self.clause().actor
    }

    /// Towards whom or with whom.
    pub fn counterpart(&self) -> &'a [String] {
        &self.clause().counterpart
    }

    /// Words people look for.
    pub fn keywords(&self) -> &'a [String] {
        &self.clause().keywords
    }

    /// Where a trace of it is expected.
    pub fn document_targets(&self) -> &'a [DocumentTarget] {
        &self.clause().document_targets
    }

    /// Citations.
    pub fn sources(&self) -> &'a [String] {
        &self.clause().sources
    }

    /// How far it was checked.
    pub fn verification(&self) -> Verification {
        self.clause().verification
    }

    /// Whether 未確認 may be left out.
    pub fn is_confirmed(&self) -> bool {
        self.verification().is_confirmed()
    }

    /// The heading it stands under, where that is a section and not the whole chapter.
    pub fn section(&self) -> Option<&'a Section> {
        self.chapter().section(&self.clause().section)
    }

    /// Whether the patterns differ from those of the rest of the chapter.
    pub fn has_own_applicability(&self) -> bool {
        self.clause().applies_to.is_some()
    }

    /// The patterns it applies to, its own or those of the chapter.
    pub fn applies_to(&self) -> &'a [SystemType] {
        self.clause().applies_to.as_deref().unwrap_or(&self.chapter().applies_to)
    }

    /// How it may be handled in a simpler way, when the chapter says so of this item.
    pub fn simplification(&self) -> Option<&'a Simplification> {
        let simplification = self.chapter().simplification.as_ref()?;
        simplification.items.contains(&self.clause().item).then_some(simplification)
    }

    /// Where it stands, as people cite it: 「システム運用編 8章⑤」, 「経営管理編 1.2.1 説明責任①」.
    pub fn citation(&self) -> String {
        let clause = self.clause();
        let part = self.chapter().part.title();
        let unit = if clause.section.contains('.') { " " } else { "章" };
        let group = clause.group.as_deref().unwrap_or_default();
        format!("{part} {}{unit}{group}{}", clause.section, clause.official_number)
    }

    /// Links both ways, stated ones first, each group in the order of the guideline.
    pub fn links(&self) -> Vec<Link<'a>> {
        let clause = self.clause();
        let mut links: Vec<Link<'a>> = Vec::new();
        for (ids, inferred) in [(&clause.related, false), (&clause.related_inferred, true)] {
            for entry in ids.iter().filter_map(|id| self.kb.get(id)) {
                links.push(Link { entry, direction: Direction::Outgoing, inferred });
            }
        }
        for (from, inferred) in self.kb.incoming(self.ordinal) {
            let Some(entry) = self.kb.entry(*from) else { continue };
            match links.iter_mut().find(|link| link.entry == entry) {
                Some(link) => {
                    link.direction = Direction::Both;
                    link.inferred &= *inferred;
                }
                None => links.push(Link { entry, direction: Direction::Incoming, inferred: *inferred }),
            }
        }
        links.sort_by_key(|link| (link.inferred, link.entry.ordinal));
        links
    }

    /// Everything about it as one value for JSON.
    pub fn view(&self) -> EntryView {
        let links = self.links();
        EntryView {
            id: self.id().to_owned(),
            kind: self.kind(),
            edition: EDITION.to_owned(),
            citation: self.citation(),
            chapter_title: self.chapter().title.clone(),
            section_title: self.section().and_then(|section| section.title.clone()),
            confirmed: self.is_confirmed(),
            applies_to: self.applies_to().to_vec(),
            simplification: self.simplification().cloned(),
            clause: self.clause().clone(),
            links: links
                .iter()
                .map(|link| LinkView {
                    id: link.entry.id().to_owned(),
                    direction: link.direction,
                    inferred: link.inferred,
                })
                .collect(),
        }
    }
}
