//! Two versions of a document: which article became which, what was said differently, and what that did to the clauses.
//!
//! [`compare`] aligns by content, so that an article that was struck out is one deletion and the rest is renumbered.
//! References that follow a renumbering are told apart from changes of words, and from references that nobody touched
//! and that lead elsewhere now. [`verdicts`] compares what the rules say of both; [`since`] tells which findings of the
//! new document are its changes' own; [`table`] is the 新旧対照表 that the files are written from.

mod align;
pub mod html;
mod outline;
pub mod report;
pub mod since;
pub mod table;
pub mod text;
pub mod verdicts;
pub mod word;
mod words;
#[cfg(feature = "xlsx")]
pub mod xlsx;

use std::collections::BTreeMap;
use std::ops::Range;

use schemars::JsonSchema;
use serde::Serialize;

use crate::document::{Document, NodeType};
use crate::report::CharSpan;
use align::Entry;
use outline::{Outline, Passage, Place, Section};
use words::{Budget, Compared, Moves};

/// What a section of a document is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum SectionKind {
    /// The title.
    Title,
    /// 編
    Part,
    /// 章
    Chapter,
    /// 節
    Section,
    /// 款
    Subsection,
    /// 条
    Article,
    /// A heading without 条.
    Heading,
    /// 前文
    Preamble,
    /// 附則
    Supplementary,
    /// 別表, 別紙, 様式
    Appendix,
    /// 目次
    Toc,
    /// A table that belongs to no article.
    Table,
    /// A note that belongs to no article.
    Note,
    /// Any other text that belongs to no article.
    Text,
}

impl SectionKind {
    const fn of(node_type: NodeType) -> Self {
        match node_type {
            NodeType::Part => Self::Part,
            NodeType::Chapter => Self::Chapter,
            NodeType::Section => Self::Section,
            NodeType::Subsection => Self::Subsection,
            NodeType::Article => Self::Article,
            NodeType::Heading => Self::Heading,
            NodeType::Preamble => Self::Preamble,
            NodeType::Supplementary => Self::Supplementary,
            NodeType::Appendix => Self::Appendix,
            NodeType::Toc => Self::Toc,
            NodeType::Table | NodeType::Row | NodeType::Cell => Self::Table,
            NodeType::Note => Self::Note,
            NodeType::Paragraph | NodeType::Item | NodeType::Subitem | NodeType::Text => Self::Text,
        }
    }

    /// What can become what: readers of one format see an article where those of another see a heading or running text.
    const fn class(self) -> u8 {
        match self {
            Self::Title => 1,
            Self::Part => 2,
            Self::Chapter => 3,
            Self::Section => 4,
            Self::Subsection => 5,
            Self::Supplementary => 6,
            Self::Appendix => 7,
            Self::Toc => 8,
            Self::Article | Self::Heading | Self::Preamble | Self::Table | Self::Note | Self::Text => 0,
        }
    }

    /// Whether it only heads what follows.
    pub const fn is_heading(self) -> bool {
        matches!(self, Self::Part | Self::Chapter | Self::Section | Self::Subsection)
    }
}

/// What became of a section or passage.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Change {
    /// The same words.
    Unchanged,
    /// The same words, but for references that follow a renumbering.
    Followed,
    /// Other words.
    Changed,
    /// Only the new document has it.
    Added,
    /// Only the old document has it.
    Deleted,
}

impl Change {
    /// The name in JSON and the message catalogue.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Unchanged => "unchanged",
            Self::Followed => "followed",
            Self::Changed => "changed",
            Self::Added => "added",
            Self::Deleted => "deleted",
        }
    }
}

/// What a stretch of text is to the other side.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Mark {
    /// It stands on both sides.
    Same,
    /// It stands on this side only.
    Changed,
    /// A reference that stands on both sides with another number and leads to the same provision.
    Followed,
    /// A reference with the same words that leads to another provision now.
    Drifted,
}

/// A stretch of text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Run {
    /// The text, as normalised. Spaces are not compared.
    pub text: String,
    /// What it is to the other side.
    pub mark: Mark,
}

/// Two versions of a document, section by section.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Comparison {
    /// Every section of either document once: in the order of the new one, what was deleted behind its old neighbour.
    pub sections: Vec<SectionChange>,
    /// Sections counted.
    pub summary: Summary,
}

/// Sections by what became of them. `moved` and `renumbered` count sections that are counted among the first five, too.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, JsonSchema)]
#[expect(missing_docs, reason = "each field counts the change it is named after")]
pub struct Summary {
    pub unchanged: usize,
    pub followed: usize,
    pub changed: usize,
    pub added: usize,
    pub deleted: usize,
    pub moved: usize,
    pub renumbered: usize,
    /// References that nobody touched and that lead elsewhere now.
    pub drifted: usize,
}

impl Summary {
    fn of(sections: &[SectionChange]) -> Self {
        let mut summary = Self::default();
        for section in sections {
            *match section.change {
                Change::Unchanged => &mut summary.unchanged,
                Change::Followed => &mut summary.followed,
                Change::Changed => &mut summary.changed,
                Change::Added => &mut summary.added,
                Change::Deleted => &mut summary.deleted,
            } += 1;
            summary.moved += usize::from(section.moved);
            summary.renumbered += usize::from(section.renumbered);
            summary.drifted += section.drifted.len();
        }
        summary
    }

    /// Whether nothing at all differs.
    pub const fn is_same(&self) -> bool {
        self.followed + self.changed + self.added + self.deleted + self.moved + self.renumbered + self.drifted
            == 0
    }
}

/// A section of either document or of both.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct SectionChange {
    /// What it is.
    pub kind: SectionKind,
    /// What became of it.
    pub change: Change,
    /// It stands elsewhere among its neighbours.
    pub moved: bool,
    /// It has another number.
    pub renumbered: bool,
    /// The old section; null where it was added.
    pub old: Option<SectionSide>,
    /// The new section; null where it was deleted.
    pub new: Option<SectionSide>,
    /// Its paragraphs, items and rows; in the order of the new one, what was deleted behind its old neighbour.
    pub passages: Vec<PassageChange>,
    /// Of an added section: the old section that its words were taken from, which lives on without them.
    pub split_from: Option<String>,
    /// Of a deleted section: the new section that its words went into.
    pub merged_into: Option<String>,
    /// References that nobody touched and that lead elsewhere now.
    pub drifted: Vec<DriftView>,
}

impl SectionChange {
    /// Whether a reader has to look at it: words, place or number differ, or a reference leads elsewhere.
    pub fn differs(&self) -> bool {
        self.change != Change::Unchanged || self.moved || self.renumbered || !self.drifted.is_empty()
    }

    /// Whether what it says differs: not its number or place alone.
    pub fn says_otherwise(&self) -> bool {
        matches!(self.change, Change::Changed | Change::Added | Change::Deleted) || !self.drifted.is_empty()
    }

    /// The place to name it by: of the new document, else of the old.
    pub fn place(&self) -> &str {
        let side = self.new.as_ref().or(self.old.as_ref());
        side.map(|side| side.place.as_str()).unwrap_or_default()
    }
}

/// The head of a section in one document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct SectionSide {
    /// Its index among the sections of the document.
    pub index: usize,
    /// How lawyers name it: 第5条, 附則, 別表1.
    pub place: String,
    /// The printed label; empty where there is none.
    pub label: String,
    /// The caption or heading.
    pub caption: Vec<Run>,
    /// The caption is printed above the label: (目的) over 第1条.
    pub caption_first: bool,
    /// The caption is printed in brackets.
    pub bracketed: bool,
    /// Its head and own passages in Unicode scalars of the normalised text, half-open.
    pub span: CharSpan,
    /// The same in bytes, for [`since`] and the remarks.
    #[serde(skip)]
    #[schemars(skip)]
    pub bytes: Range<usize>,
}

/// A paragraph, an item, a row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct PassageChange {
    /// What it is.
    pub kind: NodeType,
    /// What became of it.
    pub change: Change,
    /// It stands elsewhere among its neighbours.
    pub moved: bool,
    /// It has another number.
    pub renumbered: bool,
    /// The old passage; null where it was added.
    pub old: Option<PassageSide>,
    /// The new passage; null where it was deleted.
    pub new: Option<PassageSide>,
    /// Of an added passage: where the same words stood in another section.
    pub moved_from: Option<String>,
    /// Of a deleted passage: where the same words stand in another section.
    pub moved_to: Option<String>,
}

/// A passage in one document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct PassageSide {
    /// Its index among the passages of the section.
    pub index: usize,
    /// How lawyers name it: 第5条第2項.
    pub place: String,
    /// The printed label; empty where there is none, as in a first 項.
    pub label: String,
    /// How deep it stands below its section: 0 for 項, 1 for 号.
    pub depth: u8,
    /// Its text, marked.
    pub runs: Vec<Run>,
    /// Its place in Unicode scalars of the normalised text, half-open.
    pub span: CharSpan,
}

/// A reference that nobody touched and that leads elsewhere now.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
pub struct DriftView {
    /// The passage of the new document that it stands in.
    pub place: String,
    /// Its words.
    pub words: String,
    /// Where it led, in the old document's numbers.
    pub was: String,
    /// The caption of that article; empty where it has none.
    pub was_caption: String,
    /// Where that provision stands now; null where it was deleted.
    pub went: Option<String>,
    /// Where the reference leads now.
    pub now: String,
    /// The caption of that article; empty where it has none.
    pub now_caption: String,
}

/// Aligns two documents and compares them word by word.
///
/// Work is bounded by the length of the texts; passages beyond the bound are shown as replaced.
pub fn compare(old: &Document, new: &Document) -> Comparison {
    let sides = Sides {
        old: Outline::of(old),
        new: Outline::of(new),
        old_text: Characters::new(&old.text),
        new_text: Characters::new(&new.text),
    };
    let sections = sides.sections();
    Comparison { summary: Summary::of(&sections), sections }
}

/// Byte → character, without counting from the start each time.
struct Characters(Vec<usize>);

impl Characters {
    fn new(text: &str) -> Self {
        Self(text.char_indices().map(|(at, _)| at).collect())
    }

    fn span(&self, bytes: Range<usize>) -> CharSpan {
        let at = |byte: usize| self.0.partition_point(|start| *start < byte);
        CharSpan { start: at(bytes.start), end: at(bytes.end) }
    }
}

struct Sides {
    old: Outline,
    new: Outline,
    old_text: Characters,
    new_text: Characters,
}

/// Pairs of passages of two sections.
type Pairs = Vec<(usize, usize)>;

impl Sides {
    fn sections(&self) -> Vec<SectionChange> {
        let (olds, news) = (entries(&self.old), entries(&self.new));
        let pairs = align::align(&olds, &news);
        let to_new: BTreeMap<usize, usize> = pairs.iter().copied().collect();
        let to_old: BTreeMap<usize, usize> = pairs.iter().map(|(i, j)| (*j, *i)).collect();
        let kept: BTreeMap<usize, bool> =
            pairs.iter().zip(align::in_order(&pairs)).map(|((i, _), kept)| (*i, kept)).collect();
        let inner: BTreeMap<usize, Pairs> =
            pairs.iter().map(|(i, j)| (*i, self.passages_of(*i, *j))).collect();
        let elsewhere = self.elsewhere(&pairs, &inner);
        let moves = moves(&pairs, &inner, &elsewhere);
        let alone_old = |i: usize| !to_new.contains_key(&i);
        let alone_new = |j: usize| !to_old.contains_key(&j);
        let split = align::taken_from(&news, &olds, alone_new, |i| to_new.get(&i).copied());
        let merged = align::taken_from(&olds, &news, alone_old, |j| to_old.get(&j).copied());
        let origins = elsewhere.iter().map(|(old, new)| (*new, *old)).collect();
        let mut build = Build { sides: self, moves, elsewhere, origins, budget: Budget::new() };
        let order = merge(self.old.sections.len(), self.new.sections.len(), &to_old, &kept);
        let mut changes = Vec::with_capacity(order.len());
        for (i, j) in order {
            let pairs = i.and_then(|i| inner.get(&i)).filter(|_| j.is_some());
            let mut change = build.section(i, j, pairs.map(Vec::as_slice).unwrap_or_default());
            change.moved = i.is_some_and(|i| kept.get(&i) == Some(&false));
            let place =
                |outline: &Outline, at: &usize| outline.sections.get(*at).map(|one| one.place.clone());
            change.split_from =
                j.and_then(|j| split.get(&j)).and_then(|at| place(&self.old, at)).filter(|_| i.is_none());
            change.merged_into =
                i.and_then(|i| merged.get(&i)).and_then(|at| place(&self.new, at)).filter(|_| j.is_none());
            changes.push(change);
        }
        changes
    }

    /// The passages of two sections that are the same.
    fn passages_of(&self, i: usize, j: usize) -> Pairs {
        let (Some(old), Some(new)) = (self.old.sections.get(i), self.new.sections.get(j)) else {
            return Vec::new();
        };
        let entries = |section: &Section| section.passages.iter().map(passage_entry).collect::<Vec<_>>();
        align::align(&entries(old), &entries(new))
    }

    /// Passages with the same words that left one section for another.
    fn elsewhere(&self, pairs: &Pairs, inner: &BTreeMap<usize, Pairs>) -> Moves {
        let mut groups: BTreeMap<String, (Vec<Place>, Vec<Place>)> = BTreeMap::new();
        let taken =
            |j_of: &dyn Fn(&(usize, usize)) -> usize, old: bool| -> std::collections::BTreeSet<Place> {
                let places = pairs.iter().flat_map(|pair| {
                    let section = j_of(pair);
                    inner
                        .get(&pair.0)
                        .into_iter()
                        .flatten()
                        .map(move |(a, b)| Place { section, passage: Some(if old { *a } else { *b }) })
                });
                places.collect()
            };
        let (olds, news) = (taken(&|pair| pair.0, true), taken(&|pair| pair.1, false));
        let loose = |outline: &Outline, taken: &std::collections::BTreeSet<Place>| {
            let all = outline.sections.iter().enumerate().flat_map(|(section, one)| {
                one.passages.iter().enumerate().map(move |(at, passage)| {
                    (Place { section, passage: Some(at) }, passage.words.levelled())
                })
            });
            all.filter(|(place, words)| !taken.contains(place) && words.chars().count() >= LEAST_MOVED)
                .collect::<Vec<_>>()
        };
        for (place, words) in loose(&self.old, &olds) {
            groups.entry(words).or_default().0.push(place);
        }
        for (place, words) in loose(&self.new, &news) {
            groups.entry(words).or_default().1.push(place);
        }
        let alone = |(olds, news): &(Vec<Place>, Vec<Place>)| {
            Some((*olds.first()?, *news.first()?)).filter(|_| olds.len() == 1 && news.len() == 1)
        };
        groups.values().filter_map(alone).collect()
    }
}

/// A shorter passage is not looked for in other sections.
const LEAST_MOVED: usize = 12;

/// All places of the old document with what they are in the new one.
fn moves(pairs: &Pairs, inner: &BTreeMap<usize, Pairs>, elsewhere: &Moves) -> Moves {
    let mut moves = elsewhere.clone();
    for (i, j) in pairs {
        moves.insert(Place { section: *i, passage: None }, Place { section: *j, passage: None });
        for (a, b) in inner.get(i).into_iter().flatten() {
            moves.insert(Place { section: *i, passage: Some(*a) }, Place { section: *j, passage: Some(*b) });
        }
    }
    moves
}

fn entries(outline: &Outline) -> Vec<Entry> {
    outline.sections.iter().map(section_entry).collect()
}

fn section_entry(section: &Section) -> Entry {
    let mut text = String::new();
    for passage in &section.passages {
        text.push_str(&passage.words.levelled());
        text.push('\n');
    }
    let single = matches!(section.kind, SectionKind::Title | SectionKind::Preamble | SectionKind::Toc);
    let caption = section.caption.levelled();
    Entry::new(section.kind.class(), section.number.as_deref(), caption, text, single)
}

fn passage_entry(passage: &Passage) -> Entry {
    let text = passage.words.levelled();
    // A row is known by its first cell.
    let key = match passage.kind {
        NodeType::Row => text.split('|').next().unwrap_or_default().to_owned(),
        _ => String::new(),
    };
    Entry::new(class_of(passage.kind), passage.number.as_deref(), key, text, false)
}

/// Running text of an article is the same whether it is called 項 or not.
fn class_of(kind: NodeType) -> u8 {
    match kind {
        NodeType::Row => 1,
        NodeType::Item | NodeType::Subitem => 2,
        _ => 0,
    }
}

/// Both sides in one order: that of the new side, what only the old one has behind its old neighbour.
fn merge(
    olds: usize,
    news: usize,
    to_old: &BTreeMap<usize, usize>,
    kept: &BTreeMap<usize, bool>,
) -> Vec<(Option<usize>, Option<usize>)> {
    let matched: std::collections::BTreeSet<usize> = to_old.values().copied().collect();
    let mut order = Vec::with_capacity(olds + news);
    let mut next = 0;
    for j in 0..news {
        let i = to_old.get(&j).copied();
        if let Some(i) = i.filter(|i| kept.get(i) == Some(&true)) {
            order.extend((next..i).filter(|at| !matched.contains(at)).map(|at| (Some(at), None)));
            next = next.max(i + 1);
        }
        order.push((i, Some(j)));
    }
    order.extend((next..olds).filter(|at| !matched.contains(at)).map(|at| (Some(at), None)));
    order
}

/// Makes the changes of one section after the other.
struct Build<'a> {
    sides: &'a Sides,
    moves: Moves,
    /// Where passages went that left their section, and the way back.
    elsewhere: Moves,
    origins: Moves,
    budget: Budget,
}

impl Build<'_> {
    fn section(&mut self, i: Option<usize>, j: Option<usize>, pairs: &[(usize, usize)]) -> SectionChange {
        let sides = self.sides;
        let old = i.and_then(|i| sides.old.sections.get(i));
        let new = j.and_then(|j| sides.new.sections.get(j));
        let kind = new.or(old).map_or(SectionKind::Text, |section| section.kind);
        let caption = self.words(old.map(|section| &section.caption), new.map(|section| &section.caption));
        let mut drifted = self.drifts(&caption, new.map(|section| section.place.as_str()));
        let mut passages = Vec::new();
        let mut drift = |found: Vec<DriftView>| drifted.extend(found);
        let to_old: BTreeMap<usize, usize> = pairs.iter().map(|(a, b)| (*b, *a)).collect();
        let kept: BTreeMap<usize, bool> =
            pairs.iter().zip(align::in_order(pairs)).map(|((a, _), kept)| (*a, kept)).collect();
        let count = |section: Option<&Section>| section.map_or(0, |section| section.passages.len());
        for (a, b) in merge(count(old), count(new), &to_old, &kept) {
            let place = |section: Option<usize>, at: Option<usize>| {
                Some(Place { section: section?, passage: Some(at?) })
            };
            let (mut change, found) = self.passage(
                a.and_then(|a| old?.passages.get(a)),
                b.and_then(|b| new?.passages.get(b)),
                (a, b),
            );
            change.moved = a.is_some_and(|a| b.is_some() && kept.get(&a) == Some(&false));
            if change.change == Change::Deleted {
                change.moved_to = place(i, a).and_then(|place| self.went(place));
            }
            if change.change == Change::Added {
                change.moved_from = place(j, b).and_then(|place| self.came(place));
            }
            drift(found);
            passages.push(change);
        }
        let renumbered =
            matches!((old, new), (Some(old), Some(new)) if numbers_differ(&old.number, &new.number));
        let relabelled = matches!((old, new), (Some(old), Some(new))
            if old.number.is_none() && new.number.is_none() && bare(&old.label) != bare(&new.label));
        let differs = |change: Change| !matches!(change, Change::Unchanged | Change::Followed);
        let moved_inside = passages.iter().any(|passage| passage.moved || passage.renumbered);
        let change = match (old, new) {
            (None, _) => Change::Added,
            (_, None) => Change::Deleted,
            _ if caption.changed || relabelled || moved_inside => Change::Changed,
            _ if passages.iter().any(|passage| differs(passage.change)) => Change::Changed,
            _ if caption.followed > 0
                || passages.iter().any(|passage| passage.change == Change::Followed) =>
            {
                Change::Followed
            }
            _ => Change::Unchanged,
        };
        let Compared { old: old_caption, new: new_caption, .. } = caption;
        SectionChange {
            kind,
            change,
            moved: false,
            renumbered,
            old: i.zip(old).map(|(i, section)| side(i, section, old_caption, &sides.old_text)),
            new: j.zip(new).map(|(j, section)| side(j, section, new_caption, &sides.new_text)),
            passages,
            split_from: None,
            merged_into: None,
            drifted,
        }
    }

    fn passage(
        &mut self,
        old: Option<&Passage>,
        new: Option<&Passage>,
        (a, b): (Option<usize>, Option<usize>),
    ) -> (PassageChange, Vec<DriftView>) {
        let compared = self.words(old.map(|passage| &passage.words), new.map(|passage| &passage.words));
        let drifted = self.drifts(&compared, new.map(|passage| passage.place.as_str()));
        let change = match (old, new) {
            (None, _) => Change::Added,
            (_, None) => Change::Deleted,
            _ if compared.changed => Change::Changed,
            _ if compared.followed > 0 => Change::Followed,
            _ => Change::Unchanged,
        };
        let renumbered =
            matches!((old, new), (Some(old), Some(new)) if numbers_differ(&old.number, &new.number));
        let side = |at: usize, passage: &Passage, runs: Vec<Run>, text: &Characters| PassageSide {
            index: at,
            place: passage.place.clone(),
            label: passage.label.clone(),
            depth: passage.depth,
            runs,
            span: text.span(passage.span.range()),
        };
        let change = PassageChange {
            kind: new.or(old).map_or(NodeType::Text, |passage| passage.kind),
            change,
            moved: false,
            renumbered,
            old: a.zip(old).map(|(a, passage)| side(a, passage, compared.old, &self.sides.old_text)),
            new: b.zip(new).map(|(b, passage)| side(b, passage, compared.new, &self.sides.new_text)),
            moved_from: None,
            moved_to: None,
        };
        (change, drifted)
    }

    fn words(&mut self, old: Option<&outline::Words>, new: Option<&outline::Words>) -> Compared {
        match (old, new) {
            (Some(old), Some(new)) => words::compare(old, new, &self.moves, &mut self.budget),
            (Some(old), None) => Compared { old: words::alone(old), ..Compared::default() },
            (None, Some(new)) => Compared { new: words::alone(new), ..Compared::default() },
            (None, None) => Compared::default(),
        }
    }

    fn drifts(&self, compared: &Compared, place: Option<&str>) -> Vec<DriftView> {
        let named = |outline: &Outline, place: Place| name_of(outline, place).unwrap_or_default();
        let caption = |outline: &Outline, place: Place| {
            outline
                .sections
                .get(place.section)
                .map(|section| section.caption.text.clone())
                .unwrap_or_default()
        };
        let view = |drift: &words::Drift| DriftView {
            place: place.unwrap_or_default().to_owned(),
            words: drift.words.clone(),
            was: named(&self.sides.old, drift.was),
            went: self.moves.get(&drift.was).map(|place| named(&self.sides.new, *place)),
            was_caption: caption(&self.sides.old, drift.was),
            now: named(&self.sides.new, drift.now),
            now_caption: caption(&self.sides.new, drift.now),
        };
        compared.drifted.iter().map(view).collect()
    }

    fn went(&self, place: Place) -> Option<String> {
        name_of(&self.sides.new, *self.elsewhere.get(&place)?)
    }

    fn came(&self, place: Place) -> Option<String> {
        name_of(&self.sides.old, *self.origins.get(&place)?)
    }
}

fn name_of(outline: &Outline, place: Place) -> Option<String> {
    let section = outline.sections.get(place.section)?;
    let passage = place.passage.and_then(|at| section.passages.get(at));
    Some(passage.map_or(&section.place, |passage| &passage.place).clone())
}

/// Both have a number, and not the same.
fn numbers_differ(old: &Option<String>, new: &Option<String>) -> bool {
    matches!((old, new), (Some(old), Some(new)) if old != new)
}

fn bare(label: &str) -> String {
    label.chars().filter(|c| !c.is_whitespace()).collect()
}

fn side(index: usize, section: &Section, caption: Vec<Run>, text: &Characters) -> SectionSide {
    SectionSide {
        index,
        place: section.place.clone(),
        label: section.label.clone(),
        caption,
        caption_first: section.caption_first,
        bracketed: section.bracketed,
        span: text.span(section.span.range()),
        bytes: section.span.range(),
    }
}
