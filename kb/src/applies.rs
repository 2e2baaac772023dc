//! What an institution of one pattern (Ⅰ–Ⅳ) has to look at, and why: `sekisho kb applies`.

use schemars::JsonSchema;
use serde::Serialize;

use crate::knowledge::Kb;
use crate::model::{Part, Simplification, SystemType};

/// The guideline as one pattern reads it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Applicability {
    /// Edition of the guideline.
    pub guideline: String,
    /// The pattern.
    pub r#type: SystemType,
    /// All chapters, in order.
    pub chapters: Vec<ChapterUse>,
}

/// A chapter as one pattern reads it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ChapterUse {
    /// The part.
    pub part: Part,
    /// Its number.
    pub chapter: u16,
    /// Its official title.
    pub title: String,
    /// Clauses that apply.
    pub applies: Vec<String>,
    /// Clauses that do not.
    pub left_out: Vec<String>,
    /// Why these patterns and not the others, in own words.
    pub reason: Option<String>,
    /// Whether the patterns of the chapter were read in a source.
    pub confirmed: bool,
    /// What may be handled in a simpler way by this pattern.
    pub simplification: Option<Simplification>,
}

impl Kb {
    /// Chapter by chapter, what applies to institutions of a pattern.
    pub fn applicability(&self, pattern: SystemType) -> Applicability {
        let chapters = self.chapters().map(|chapter| {
            let clauses = || self.clauses().filter(move |clause| std::ptr::eq(clause.chapter(), chapter));
            let (applies, left_out): (Vec<_>, Vec<_>) =
                clauses().partition(|clause| clause.applies_to().contains(&pattern));
            let ids = |clauses: Vec<crate::ClauseEntry<'_>>| {
                clauses.iter().map(|clause| clause.id().to_owned()).collect()
            };
            ChapterUse {
                part: chapter.part,
                chapter: chapter.chapter,
                title: chapter.title.clone(),
                applies: ids(applies),
                left_out: ids(left_out),
                reason: chapter.applies_reason.clone(),
                confirmed: chapter.verification.applies_to == crate::model::Confidence::Seen,
                simplification: chapter
                    .simplification
                    .clone()
                    .filter(|simplification| simplification.applies_to.contains(&pattern)),
            }
        });
        Applicability { guideline: self.base().to_owned(), r#type: pattern, chapters: chapters.collect() }
    }
}
