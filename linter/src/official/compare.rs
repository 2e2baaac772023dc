//! A booklet held against the knowledge base: headings, items and what becomes of inferred numbers.

use std::collections::BTreeSet;

use kb::{Chapter, ClauseEntry, Confidence, ContentStatus, Kb, Part};
use schemars::JsonSchema;
use serde::Serialize;

use super::marks::folded;
use super::outline::{Volume, label};

mod likeness;

use likeness::{Fit, Likeness};

/// What was found of a heading or an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum FindingKind {
    /// A heading has another title.
    TitleDiffers,
    /// We have a heading that the document lacks.
    HeadingNotFound,
    /// The document has a heading that we lack, or of which we know no title.
    HeadingUnlisted,
    /// We have items under a heading; the document shows no box of 遵守事項 there.
    BoxNotFound,
    /// The document has an item that we lack.
    ItemUnlisted,
    /// We have an item that the document lacks.
    ItemNotFound,
    /// Our text is that of another number.
    NumberRefuted,
    /// The number was inferred, and its text fits ours.
    NumberConfirmed,
    /// The number was inferred; it exists, but the words do not show whether its text is the one we mean.
    NumberOpen,
    /// We did not have the text of this item; the document gives it.
    TextGiven,
}

impl FindingKind {
    /// All, in the order in which reports show them.
    pub const ALL: [Self; 10] = [
        Self::TitleDiffers,
        Self::HeadingNotFound,
        Self::BoxNotFound,
        Self::ItemUnlisted,
        Self::ItemNotFound,
        Self::NumberRefuted,
        Self::NumberConfirmed,
        Self::NumberOpen,
        Self::TextGiven,
        Self::HeadingUnlisted,
    ];

    /// The name in JSON and in codes of messages.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::TitleDiffers => "title_differs",
            Self::HeadingNotFound => "heading_not_found",
            Self::HeadingUnlisted => "heading_unlisted",
            Self::BoxNotFound => "box_not_found",
            Self::ItemUnlisted => "item_unlisted",
            Self::ItemNotFound => "item_not_found",
            Self::NumberRefuted => "number_refuted",
            Self::NumberConfirmed => "number_confirmed",
            Self::NumberOpen => "number_open",
            Self::TextGiven => "text_given",
        }
    }

    /// Whether the knowledge base and the document disagree. The others are news, no contradiction.
    pub fn differs(self) -> bool {
        matches!(
            self,
            Self::TitleDiffers
                | Self::HeadingNotFound
                | Self::BoxNotFound
                | Self::ItemUnlisted
                | Self::ItemNotFound
                | Self::NumberRefuted
        )
    }
}

/// One line of the comparison.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Finding {
    /// What was found.
    pub kind: FindingKind,
    /// Whether the knowledge base and the document disagree.
    pub differs: bool,
    /// The clause, if we have one.
    pub id: Option<String>,
    /// The place as the document numbers it: `8`, `1.2.1 説明責任①`.
    pub place: String,
    /// What the knowledge base says: a title; of items our own label.
    pub ours: Option<String>,
    /// What the document says: a title; of items the wording; of refuted numbers the number that fits.
    pub theirs: Option<String>,
    /// 1-based page of the file.
    pub page: Option<u32>,
}

impl Finding {
    fn new(kind: FindingKind, place: impl Into<String>) -> Self {
        let place = place.into();
        Self { kind, differs: kind.differs(), id: None, place, ours: None, theirs: None, page: None }
    }
}

/// Holds a part against the knowledge base. Findings come in the order of [`FindingKind::ALL`], then of the document.
pub fn compare(kb: &Kb, part: Part, volume: &Volume) -> Vec<Finding> {
    let chapters: Vec<&Chapter> = kb.chapters().filter(|chapter| chapter.part == part).collect();
    let clauses: Vec<ClauseEntry<'_>> = kb.clauses().filter(|clause| clause.chapter().part == part).collect();
    let mut findings = headings(&chapters, volume);
    findings.extend(items(&clauses, volume));
    let rank = |kind: FindingKind| FindingKind::ALL.iter().position(|known| *known == kind);
    findings.sort_by_key(|finding| rank(finding.kind));
    findings
}

fn headings(chapters: &[&Chapter], volume: &Volume) -> Vec<Finding> {
    let ours: Vec<(String, Option<&str>)> = chapters
        .iter()
        .flat_map(|chapter| {
            let sections = chapter.sections.iter();
            let sections = sections.map(|section| (section.number.clone(), section.title.as_deref()));
            std::iter::once((chapter.chapter.to_string(), Some(chapter.title.as_str()))).chain(sections)
        })
        .collect();
    let mut findings: Vec<Finding> =
        ours.iter().filter_map(|(number, title)| heading(number, *title, volume)).collect();
    let known: BTreeSet<&str> = ours.iter().map(|(number, _)| number.as_str()).collect();
    let unlisted = volume.headings.iter().filter(|heading| !known.contains(heading.number.as_str()));
    findings.extend(unlisted.map(|heading| Finding {
        theirs: Some(heading.title.clone()),
        page: Some(heading.page),
        ..Finding::new(FindingKind::HeadingUnlisted, &heading.number)
    }));
    findings
}

fn heading(number: &str, title: Option<&str>, volume: &Volume) -> Option<Finding> {
    let ours = title.map(str::to_owned);
    let Some(theirs) = volume.headings.iter().find(|heading| heading.number == number) else {
        return Some(Finding { ours, ..Finding::new(FindingKind::HeadingNotFound, number) });
    };
    let kind = match title {
        None => FindingKind::HeadingUnlisted,
        Some(title) if folded(title) == folded(&theirs.title) => return None,
        Some(_) => FindingKind::TitleDiffers,
    };
    let (page, theirs) = (Some(theirs.page), Some(theirs.title.clone()));
    Some(Finding { ours, theirs, page, ..Finding::new(kind, number) })
}

fn items(clauses: &[ClauseEntry<'_>], volume: &Volume) -> Vec<Finding> {
    let mut sections: Vec<&str> = Vec::new();
    let named = clauses.iter().map(|entry| entry.clause().section.as_str());
    for section in named.chain(volume.items.iter().map(|item| item.section.as_str())) {
        if !sections.contains(&section) {
            sections.push(section);
        }
    }
    sections.into_iter().flat_map(|section| section_items(section, clauses, volume)).collect()
}

fn section_items(section: &str, clauses: &[ClauseEntry<'_>], volume: &Volume) -> Vec<Finding> {
    let ours: Vec<ClauseEntry<'_>> =
        clauses.iter().copied().filter(|entry| entry.clause().section == section).collect();
    let theirs: Vec<_> = volume.items.iter().filter(|item| item.section == section).collect();
    if theirs.is_empty() {
        return vec![Finding::new(FindingKind::BoxNotFound, section)];
    }
    let likeness = Likeness::of(theirs.iter().map(|item| item.text.as_str()));
    let mut findings = Vec::new();
    let mut met = BTreeSet::new();
    for entry in ours {
        let clause = entry.clause();
        let number = printed(entry);
        let place = place(section, clause.group.as_deref(), number);
        let found = volume.item(section, clause.group.as_deref(), number);
        let index = found.and_then(|found| theirs.iter().position(|item| std::ptr::eq(*item, found)));
        met.extend(index);
        let (Some(found), Some(index)) = (found, index) else {
            let kind = FindingKind::ItemNotFound;
            findings.push(about(entry, Finding::new(kind, place)));
            continue;
        };
        let Some((kind, better)) = judge(entry, index, &likeness) else { continue };
        let theirs = better.and_then(|better| theirs.get(better)).map_or_else(
            || (kind == FindingKind::TextGiven).then(|| found.text.clone()),
            |better| Some(better.label()),
        );
        findings.push(about(entry, Finding { theirs, page: Some(found.page), ..Finding::new(kind, place) }));
    }
    for (_, item) in theirs.iter().enumerate().filter(|(index, _)| !met.contains(index)) {
        let (theirs, page) = (Some(item.text.clone()), Some(item.page));
        let place = place(section, item.group.as_deref(), item.number);
        findings.push(Finding { theirs, page, ..Finding::new(FindingKind::ItemUnlisted, place) });
    }
    findings
}

fn about(entry: ClauseEntry<'_>, finding: Finding) -> Finding {
    Finding { id: Some(entry.id().to_owned()), ours: Some(entry.title().to_owned()), ..finding }
}

/// The number inside its group, as printed.
pub(super) fn printed(entry: ClauseEntry<'_>) -> u16 {
    let clause = entry.clause();
    clause.official_number.chars().rev().find_map(kb::circled_value).unwrap_or(clause.item)
}

fn place(section: &str, group: Option<&str>, number: u16) -> String {
    format!("{section} {}", label(group, number))
}

/// What the text at our number says about it, and the item that fits better.
fn judge(entry: ClauseEntry<'_>, index: usize, likeness: &Likeness) -> Option<(FindingKind, Option<usize>)> {
    let verification = entry.verification();
    if verification.content == ContentStatus::None {
        return Some((FindingKind::TextGiven, None));
    }
    let own =
        [&[entry.title(), entry.gist()], &*strings(entry.details()), &*strings(entry.keywords())].concat();
    match (likeness.fit(&own.join("\n"), index), verification.numbering) {
        (Fit::Elsewhere(better), _) => Some((FindingKind::NumberRefuted, Some(better))),
        (Fit::Here, Confidence::Inferred) => Some((FindingKind::NumberConfirmed, None)),
        (Fit::Open, Confidence::Inferred) => Some((FindingKind::NumberOpen, None)),
        (Fit::Here | Fit::Open, Confidence::Seen) => None,
    }
}

fn strings(values: &[String]) -> Vec<&str> {
    values.iter().map(String::as_str).collect()
}
