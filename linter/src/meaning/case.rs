//! Documents that belong together: which is the main one, and which of them a reference to another document means.

use crate::document::Document;
use crate::language::fold::fold_literal;
use crate::meaning::kind::Kind;
use crate::meaning::references::{self, Path, Reference, Target};

/// A document of a case as the others may call it.
pub struct Member<'a> {
    /// The document.
    pub document: &'a Document,
    /// What it was judged to be.
    pub kind: Kind,
    /// Its folded title; empty where it has none.
    title: String,
    /// Its folded file name without folders and extension.
    file: String,
}

/// Why a document is taken for the main one.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, schemars::JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum MainReason {
    /// There is no other.
    Only,
    /// It is a contract, the others are not, or call themselves 別紙 or 特記事項.
    Kind,
    /// The others refer to it most.
    ReferredTo,
    /// It was given first.
    Order,
}

/// Words by which a document says that it belongs to another one.
const PARTS: &[&str] = &["別紙", "別添", "別表", "別記", "様式", "付属", "附属", "添付"];
/// Endings by which it says so.
const PART_ENDS: &[&str] =
    &["特記事項", "仕様書", "特記仕様書", "一覧", "一覧表", "分界表", "分担表", "明細", "覚書", "合意書"];
/// What an annex calls the contract that it belongs to.
const MAIN_NAMES: &[&str] =
    &["本契約", "本契約書", "原契約", "原契約書", "基本契約", "基本契約書", "契約書", "約款", "契約約款"];

impl<'a> Member<'a> {
    /// A document with its kind; `path` gives its file name.
    pub fn new(document: &'a Document, kind: Kind, path: &str) -> Self {
        let title = document.title.map(|title| fold_literal(document.slice(title))).unwrap_or_default();
        let file = path.rsplit(['/', '\\']).next().unwrap_or(path);
        let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
        Self { document, kind, title, file: fold_literal(&crate::normalise::normalise(stem)) }
    }

    /// Whether it says itself that it belongs to another document.
    fn is_part(&self) -> bool {
        let named = |words: &str| {
            PARTS.iter().any(|part| words.starts_with(part))
                || PART_ENDS.iter().any(|end| words.ends_with(end))
        };
        named(if self.title.is_empty() { &self.file } else { &self.title })
            || PARTS.iter().any(|part| self.file.starts_with(part))
    }

    /// How likely it is the main document by what it is: smaller is likelier.
    fn rank(&self) -> u32 {
        match self.kind {
            _ if self.is_part() => 3,
            kind if kind.is_contract() => 0,
            Kind::Nda | Kind::OperatingRules => 1,
            _ => 2,
        }
    }

    /// Whether another document may mean this one by that folded name.
    fn answers_to(&self, name: &str, is_main: bool) -> bool {
        if name.chars().count() < 2 {
            return false;
        }
        if is_main && MAIN_NAMES.contains(&name) {
            return true;
        }
        if let Some(label) = appendix_label(name) {
            return [&self.title, &self.file].into_iter().any(|words| {
                words.match_indices(label.as_str()).any(|(at, _)| {
                    let after = words.get(at + label.len()..).and_then(|rest| rest.chars().next());
                    !after.is_some_and(|c| c.is_ascii_digit())
                })
            });
        }
        if self.kind == Kind::Sla && (name.ends_with("sla") || name.contains("サービスレベル")) {
            return true;
        }
        let long_title = self.title.chars().count() >= 3;
        self.title.contains(name)
            || (long_title && name.contains(&self.title))
            || (self.title.is_empty() && self.file.contains(name))
    }
}

/// 「別紙2」 as file names and titles spell it; none for another name.
fn appendix_label(name: &str) -> Option<String> {
    PARTS.iter().any(|part| name.starts_with(part)).then(|| name.to_owned())
}

/// The main document of a case, and why: contracts first, then the one that the others refer to, then the first one.
pub fn main_of(members: &[Member<'_>], references: &[Vec<Reference>]) -> (usize, MainReason) {
    if members.len() < 2 {
        return (0, MainReason::Only);
    }
    let best = members.iter().map(Member::rank).min().unwrap_or_default();
    let of_rank: Vec<usize> = (0..members.len())
        .filter(|index| members.get(*index).is_some_and(|member| member.rank() == best))
        .collect();
    let first = of_rank.first().copied().unwrap_or_default();
    if of_rank.len() == 1 {
        return (first, MainReason::Kind);
    }
    let referred = |index: usize| -> usize {
        let others = references.iter().enumerate().filter(|(other, _)| *other != index);
        others
            .flat_map(|(_, references)| references)
            .filter(|reference| match &reference.target {
                Target::Outside(name) => {
                    members.get(index).is_some_and(|member| member.answers_to(name, false))
                }
                _ => false,
            })
            .count()
    };
    let counts: Vec<usize> = of_rank.iter().map(|index| referred(*index)).collect();
    let most = counts.iter().copied().max().unwrap_or_default();
    let unique = counts.iter().filter(|count| **count == most).count() == 1;
    let chosen =
        of_rank.iter().zip(&counts).find(|(_, count)| **count == most).map_or(first, |(index, _)| *index);
    (chosen, if most > 0 && unique { MainReason::ReferredTo } else { MainReason::Order })
}

/// Turns references out of one document into references to the others, where one of them is meant.
pub fn link(members: &[Member<'_>], main: usize, references: &mut [Vec<Reference>]) {
    for (from, list) in references.iter_mut().enumerate() {
        for reference in list {
            let Some(name) = wanted(reference) else { continue };
            let found = members
                .iter()
                .enumerate()
                .find(|(index, member)| *index != from && member.answers_to(&name, *index == main));
            if let Some((index, member)) = found {
                let nodes = references::from_outside(member.document, &within(reference)).unwrap_or_default();
                reference.target = Target::InCase(index, nodes);
            }
        }
    }
}

/// The name of the other document that a reference asks for.
fn wanted(reference: &Reference) -> Option<String> {
    match &reference.target {
        Target::Outside(name) => Some(fold_literal(name)),
        _ => None,
    }
}

/// The path inside the other document: a 別紙 in a file of its own is that file.
fn within(reference: &Reference) -> Path {
    Path { appendix: None, ..reference.path.clone() }
}
