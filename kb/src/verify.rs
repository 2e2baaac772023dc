//! `sekisho kb verify`: checks the data once more, looks for what is missing, and counts what has been confirmed.
//!
//! What would make an entry wrong is refused when the data are loaded; what makes the whole incomplete is found here.

use std::collections::{BTreeMap, BTreeSet};

use crate::entry::{ClauseEntry, Entry};
use crate::fold::normalise;
use crate::knowledge::Kb;
use crate::load::{LoadError, SourceFile};
use crate::model::{
    ClauseNature, ContentStatus, ControlNature, DataFile, EntryData, EntryKind, Part, Relation,
};
use crate::validate;

/// A control that shares more of its character pairs with a clause than this repeats it, in percent.
pub const MOST_SHARED_PAIRS: usize = 60;

/// The result of [`Kb::verify`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verified {
    /// Mistakes; empty in a sound build.
    pub problems: Vec<LoadError>,
    /// What is missing; empty in a complete build.
    pub gaps: Vec<Gap>,
    /// Counts, one line for each part.
    pub census: Vec<PartCensus>,
    /// Counts, one line for each kind of entry.
    pub kinds: Vec<KindCensus>,
}

/// Something the data lack as a whole.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Gap {
    /// A chapter number is missing between two others.
    Chapter {
        /// The part.
        part: Part,
        /// The missing number.
        number: u16,
    },
    /// The text of the clause is known, but not whether it has a technical side or how strongly it asks.
    Nature {
        /// The clause.
        clause: String,
    },
    /// No control carries out the clause.
    Control {
        /// The clause.
        clause: String,
    },
    /// The clause has a technical side, and no technical control carries it out.
    TechnicalControl {
        /// The clause.
        clause: String,
    },
    /// The control says hardly more than its clause.
    Repetition {
        /// The control.
        control: String,
        /// The clause it repeats.
        clause: String,
        /// Character pairs of the control that the clause has, too, in percent.
        percent: usize,
    },
    /// The question is tied to no clause.
    Clause {
        /// The question.
        item: String,
    },
    /// Nothing is tied to the entry.
    Orphan {
        /// The entry.
        id: String,
    },
}

impl Gap {
    /// Every code that [`Gap::code`] can give.
    pub const CODES: &'static [&'static str] = &[
        "kb-gap-chapter",
        "kb-gap-nature",
        "kb-gap-control",
        "kb-gap-technical-control",
        "kb-gap-repetition",
        "kb-gap-clause",
        "kb-gap-orphan",
    ];

    /// The stable code, a key of the message catalogues.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Chapter { .. } => "kb-gap-chapter",
            Self::Nature { .. } => "kb-gap-nature",
            Self::Control { .. } => "kb-gap-control",
            Self::TechnicalControl { .. } => "kb-gap-technical-control",
            Self::Repetition { .. } => "kb-gap-repetition",
            Self::Clause { .. } => "kb-gap-clause",
            Self::Orphan { .. } => "kb-gap-orphan",
        }
    }

    /// The arguments of the message.
    pub fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Chapter { part, number } => {
                vec![("part", part.title().to_owned()), ("number", number.to_string())]
            }
            Self::Nature { clause } | Self::Control { clause } | Self::TechnicalControl { clause } => {
                vec![("id", clause.clone())]
            }
            Self::Repetition { control, clause, percent } => vec![
                ("id", control.clone()),
                ("clause", clause.clone()),
                ("percent", percent.to_string()),
                ("most", MOST_SHARED_PAIRS.to_string()),
            ],
            Self::Clause { item } => vec![("id", item.clone())],
            Self::Orphan { id } => vec![("id", id.clone())],
        }
    }
}

/// How many clauses a part has, how well they are known and what carries them out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PartCensus {
    /// The part.
    pub part: Part,
    /// All clauses.
    pub clauses: usize,
    /// Those for which 未確認 may be left out.
    pub confirmed: usize,
    /// By how well the wording is known.
    pub by_content: BTreeMap<ContentStatus, usize>,
    /// Clauses whose text was obtained.
    pub with_text: usize,
    /// Those of them that a control carries out.
    pub with_control: usize,
    /// Those of them with a technical side.
    pub technical: usize,
    /// Those of these that a technical control carries out.
    pub with_technical_control: usize,
    /// Those of them that a question of a checklist checks.
    pub with_question: usize,
}

/// How many entries of a kind there are, and how well they are known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KindCensus {
    /// The kind.
    pub kind: EntryKind,
    /// All of them.
    pub entries: usize,
    /// Those that are our own.
    pub own: usize,
    /// Those for which 未確認 may be left out.
    pub confirmed: usize,
    /// Those that are not our own, by how well the wording is known.
    pub by_content: BTreeMap<ContentStatus, usize>,
}

impl Kb {
    /// Checks ids, links, applicability and verification of the data, looks for gaps and counts the entries.
    ///
    /// The places in the problems are empty: the texts of the files are not part of the binary.
    pub fn verify(&self) -> Verified {
        let catalogue = self.catalogue();
        let files =
            catalogue.files.iter().map(|file| (SourceFile { path: &file.path, text: "" }, file.clone()));
        let files: Vec<(SourceFile<'_>, DataFile)> = files.collect();
        let coverage = Coverage::gather(self);
        Verified {
            problems: validate::check(&files, self.base(), true),
            gaps: self.gaps(&coverage),
            census: Part::ALL.into_iter().map(|part| self.census(part, &coverage)).collect(),
            kinds: self.kinds_census(),
        }
    }

    /// How many entries of each kind there are, and how well they are known.
    pub fn kinds_census(&self) -> Vec<KindCensus> {
        EntryKind::ALL.iter().map(|kind| self.kind_census(*kind)).collect()
    }

    fn gaps(&self, coverage: &Coverage) -> Vec<Gap> {
        let mut gaps = missing_chapters(self);
        for clause in self.clauses().filter(|clause| has_text(*clause)) {
            let id = clause.id();
            if clause.clause().nature.is_none() || clause.clause().strength.is_none() {
                gaps.push(Gap::Nature { clause: id.to_owned() });
            }
            if !coverage.controls.contains(id) {
                gaps.push(Gap::Control { clause: id.to_owned() });
            } else if has_technical_side(clause) && !coverage.technical_controls.contains(id) {
                gaps.push(Gap::TechnicalControl { clause: id.to_owned() });
            }
        }
        for control in self.entries_of(EntryKind::Control) {
            gaps.extend(repetitions(control));
        }
        for kind in [EntryKind::Checklist, EntryKind::Agreement] {
            let items =
                self.entries_of(kind).filter(|item| !is_gate(*item) && !is_tied(*item, Relation::AsksFor));
            gaps.extend(items.map(|item| Gap::Clause { item: item.id().to_owned() }));
        }
        for entry in self.entries().filter(|entry| may_be_orphan(*entry)) {
            if entry.links().is_empty() && !coverage.named.contains(entry.id()) {
                gaps.push(Gap::Orphan { id: entry.id().to_owned() });
            }
        }
        gaps
    }

    fn census(&self, part: Part, coverage: &Coverage) -> PartCensus {
        let clauses = || self.clauses().filter(move |clause| clause.chapter().part == part);
        let with_text = || clauses().filter(|clause| has_text(*clause));
        let mut by_content = BTreeMap::new();
        for clause in clauses() {
            *by_content.entry(clause.verification().content).or_default() += 1;
        }
        PartCensus {
            part,
            clauses: clauses().count(),
            confirmed: clauses().filter(|clause| clause.is_confirmed()).count(),
            by_content,
            with_text: with_text().count(),
            with_control: with_text().filter(|clause| coverage.controls.contains(clause.id())).count(),
            technical: with_text().filter(|clause| has_technical_side(*clause)).count(),
            with_technical_control: with_text()
                .filter(|clause| {
                    has_technical_side(*clause) && coverage.technical_controls.contains(clause.id())
                })
                .count(),
            with_question: with_text().filter(|clause| coverage.questions.contains(clause.id())).count(),
        }
    }

    fn kind_census(&self, kind: EntryKind) -> KindCensus {
        let mut census = KindCensus { kind, entries: 0, own: 0, confirmed: 0, by_content: BTreeMap::new() };
        for entry in self.entries_of(kind) {
            census.entries += 1;
            census.confirmed += usize::from(entry.is_confirmed());
            if entry.is_own() {
                census.own += 1;
            } else {
                *census.by_content.entry(entry.verification().content).or_default() += 1;
            }
        }
        census
    }
}

/// What is carried out, checked or named by anything.
#[derive(Debug, Default)]
struct Coverage {
    controls: BTreeSet<String>,
    technical_controls: BTreeSet<String>,
    questions: BTreeSet<String>,
    /// Documents and forms that entries were taken from.
    named: BTreeSet<String>,
}

impl Coverage {
    fn gather(kb: &Kb) -> Self {
        let mut coverage = Self::default();
        for entry in kb.entries() {
            let head = entry.data().head();
            coverage.named.extend([head.document, entry.form()].into_iter().flatten().map(str::to_owned));
            for link in head.links {
                match (link.relation, entry.data()) {
                    (Relation::Implements, EntryData::Control(control)) => {
                        coverage.controls.insert(link.to.clone());
                        if control.nature == ControlNature::Technical {
                            coverage.technical_controls.insert(link.to.clone());
                        }
                    }
                    (Relation::AsksFor, _) => {
                        coverage.questions.insert(link.to.clone());
                    }
                    _ => {}
                }
            }
        }
        coverage
    }
}

fn has_text(clause: ClauseEntry<'_>) -> bool {
    clause.verification().content != ContentStatus::None
}

fn has_technical_side(clause: ClauseEntry<'_>) -> bool {
    matches!(clause.clause().nature, Some(ClauseNature::Technical | ClauseNature::Both))
}

/// 「システムを導入している」: a question about the rest of the form, not about a clause.
fn is_gate(entry: Entry<'_>) -> bool {
    matches!(entry.data(), EntryData::Checklist(item) if item.gate)
}

fn is_tied(entry: Entry<'_>, relation: Relation) -> bool {
    entry.data().head().links.iter().any(|link| link.relation == relation)
}

/// Clauses stand by themselves; readers and forms without items are announcements; changes may be about items of an
/// edition that is not held; everything else is there for the sake of something.
fn may_be_orphan(entry: Entry<'_>) -> bool {
    match entry.data() {
        EntryData::Clause { .. } | EntryData::Audience(_) | EntryData::Change { .. } => false,
        EntryData::Form(form) => form.obtained,
        _ => true,
    }
}

fn missing_chapters(kb: &Kb) -> Vec<Gap> {
    let mut gaps = Vec::new();
    for part in Part::ALL {
        let numbers: BTreeSet<u16> =
            kb.chapters().filter(|chapter| chapter.part == part).map(|chapter| chapter.chapter).collect();
        let last = numbers.last().copied().unwrap_or_default();
        let missing = (1..last).filter(|number| !numbers.contains(number));
        gaps.extend(missing.map(|number| Gap::Chapter { part, number }));
    }
    gaps
}

fn repetitions(control: Entry<'_>) -> Vec<Gap> {
    let own = pairs(control.gist());
    if own.is_empty() {
        return Vec::new();
    }
    let links = control.links().into_iter().filter(|link| link.relation == Relation::Implements);
    links
        .filter_map(|link| {
            let clause = link.target.entry()?;
            let shared = own.intersection(&pairs(clause.gist())).count();
            let percent = shared * 100 / own.len();
            (percent > MOST_SHARED_PAIRS).then(|| Gap::Repetition {
                control: control.id().to_owned(),
                clause: clause.id().to_owned(),
                percent,
            })
        })
        .collect()
}

/// Pairs of neighbouring characters, without spaces and punctuation.
fn pairs(text: &str) -> BTreeSet<(char, char)> {
    let chars: Vec<char> = normalise(text).chars().filter(|c| c.is_alphanumeric()).collect();
    chars.iter().copied().zip(chars.iter().copied().skip(1)).collect()
}
