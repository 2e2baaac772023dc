//! A chapter or section as data.

use schemars::JsonSchema;
use serde::Serialize;

use crate::entry::{ClauseEntry, LinkView};
use crate::knowledge::Kb;
use crate::link::Place;
use crate::model::{ChapterVerification, Simplification, SystemType};

/// A chapter or section as `show --format json` prints it before its clauses.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct PlaceView {
    /// `C-12`, `C-8.2`.
    pub id: String,
    /// What it is.
    pub kind: PlaceKind,
    /// Edition of the guideline.
    pub edition: String,
    /// Its heading.
    pub title: String,
    /// Official title of the chapter.
    pub chapter_title: String,
    /// The patterns that have to read the chapter.
    pub applies_to: Vec<SystemType>,
    /// Why these patterns and not the others, in own words.
    pub applies_reason: Option<String>,
    /// What of the chapter may be handled in a simpler way, and by whom.
    pub simplification: Option<Simplification>,
    /// How far the chapter's title and applicability were checked.
    pub chapter_verification: ChapterVerification,
    /// Ids of its clauses, in order.
    pub clauses: Vec<String>,
    /// What is tied to it as a whole.
    pub links: Vec<LinkView>,
}

/// Whether a place is a chapter or a part of one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum PlaceKind {
    /// A chapter.
    Chapter,
    /// A section of a chapter.
    Section,
}

impl Kb {
    /// A chapter or section with the ids of its clauses and what is tied to it as a whole.
    pub fn place_view(&self, place: Place<'_>, clauses: &[ClauseEntry<'_>]) -> PlaceView {
        let chapter = place.chapter;
        PlaceView {
            id: place.id(),
            kind: if place.number.is_some() { PlaceKind::Section } else { PlaceKind::Chapter },
            edition: chapter.edition.clone(),
            title: place.title().to_owned(),
            chapter_title: chapter.title.clone(),
            applies_to: chapter.applies_to.clone(),
            applies_reason: chapter.applies_reason.clone(),
            simplification: chapter.simplification.clone(),
            chapter_verification: chapter.verification,
            clauses: clauses.iter().map(|clause| clause.id().to_owned()).collect(),
            links: self.links_of_place(place).iter().map(LinkView::of).collect(),
        }
    }
}
