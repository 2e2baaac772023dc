//! Counts that a reader made by eye, one JSON object a line.

use anyhow::{Context as _, Result};
use serde::Deserialize;

use super::count::Census;

/// What a reader counted in one document.
#[derive(Debug, Deserialize)]
pub(super) struct Counted {
    pub(super) id: String,
    title: bool,
    chapters: usize,
    pub(super) articles: Vec<String>,
    paragraphs: usize,
    items: usize,
    subitems: usize,
    tables: usize,
    supplementary: usize,
    appendices: usize,
    toc: bool,
    headings: usize,
    #[serde(default)]
    pub(super) notes: String,
}

/// A field on which tree and reader differ.
pub(super) struct Difference {
    pub(super) field: &'static str,
    pub(super) found: String,
    pub(super) counted: String,
}

/// Reads the counts.
///
/// # Errors
/// A line is not what it should be.
pub(super) fn parse(text: &str) -> Result<Vec<Counted>> {
    let filled = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    filled
        .map(|(number, line)| serde_json::from_str(line).with_context(|| format!("line {}", number + 1)))
        .collect()
}

impl Counted {
    /// Fields that are not the same.
    pub(super) fn differences(&self, census: &Census) -> Vec<Difference> {
        let fields = [
            ("title", usize::from(census.title), usize::from(self.title)),
            ("chapters", census.chapters, self.chapters),
            ("paragraphs", census.paragraphs, self.paragraphs),
            ("items", census.items, self.items),
            ("subitems", census.subitems, self.subitems),
            ("tables", census.tables, self.tables),
            ("supplementary", census.supplementary, self.supplementary),
            ("appendices", census.appendices, self.appendices),
            ("toc", usize::from(census.toc), usize::from(self.toc)),
            ("headings", census.headings, self.headings),
        ];
        let mut differences: Vec<Difference> = fields
            .into_iter()
            .filter(|(_, found, counted)| found != counted)
            .map(|(field, found, counted)| Difference {
                field,
                found: found.to_string(),
                counted: counted.to_string(),
            })
            .collect();
        if self.articles != census.articles {
            let found = census.articles.join(" ");
            differences.insert(0, Difference { field: "articles", found, counted: self.articles.join(" ") });
        }
        differences
    }
}
