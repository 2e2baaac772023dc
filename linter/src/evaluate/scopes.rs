//! Which units form an article, a paragraph, a row … of a document.

use dsl::checked::Scope;

use super::Extent;
use crate::document::{Document, NodeType};
use crate::language::units::{UnitKind, Units};

/// The extents of every scope, in document order.
pub(super) struct Places {
    articles: Vec<Extent>,
    paragraphs: Vec<Extent>,
    chapters: Vec<Extent>,
    tables: Vec<Extent>,
    rows: Vec<Extent>,
    cells: Vec<Extent>,
    captions: Vec<Extent>,
    titles: Vec<Extent>,
    /// For each unit, the innermost article that holds it.
    article_at: Vec<Extent>,
    count: u32,
}

impl Places {
    pub(super) fn new(document: &Document, units: &Units) -> Self {
        let of = |types: &[NodeType]| -> Vec<Extent> {
            document
                .nodes()
                .filter(|(_, node)| types.contains(&node.node_type))
                .map(|(id, _)| units.of(id))
                .filter(|extent| !extent.is_empty())
                .collect()
        };
        let of_kind = |kind: UnitKind| -> Vec<Extent> {
            (0..units.list.len() as u32)
                .filter(|index| units.get(*index).is_some_and(|unit| unit.kind == kind))
                .map(|index| index..index + 1)
                .collect()
        };
        let articles = of(&[NodeType::Article]);
        let articles = if articles.is_empty() {
            of(&[NodeType::Heading, NodeType::Chapter, NodeType::Section])
        } else {
            with_rest(articles, of(&[NodeType::Appendix, NodeType::Supplementary, NodeType::Preamble]))
        };
        let article_at = innermost(&articles, units.list.len() as u32);
        Self {
            article_at,
            articles,
            paragraphs: of(&[NodeType::Paragraph]),
            chapters: of(&[NodeType::Chapter]),
            tables: of(&[NodeType::Table]),
            rows: of(&[NodeType::Row]),
            cells: of(&[NodeType::Cell]),
            captions: of_kind(UnitKind::Caption),
            titles: of_kind(UnitKind::Title),
            count: units.list.len() as u32,
        }
    }

    /// The extents of a scope inside `within`; a document without such parts answers as a whole.
    pub(super) fn extents(&self, scope: Scope, within: &Extent) -> Vec<Extent> {
        let list = match scope {
            Scope::Unit => return within.clone().map(|unit| unit..unit + 1).collect(),
            Scope::Document => return std::iter::once(0..self.count).collect(),
            Scope::Paragraph if self.paragraphs.is_empty() => &self.articles,
            Scope::Paragraph => &self.paragraphs,
            Scope::Article => &self.articles,
            Scope::Chapter => &self.chapters,
            Scope::Title => &self.titles,
            Scope::Caption => &self.captions,
            Scope::Table => &self.tables,
            Scope::Row => &self.rows,
            Scope::Cell => &self.cells,
        };
        if list.is_empty() && matches!(scope, Scope::Article | Scope::Paragraph | Scope::Chapter) {
            return std::iter::once(within.clone()).collect();
        }
        list.iter().filter(|extent| extent.start < within.end && within.start < extent.end).cloned().collect()
    }

    /// The article that a unit lies in; the unit alone where it lies in none.
    pub(super) fn article_of(&self, unit: u32) -> Extent {
        self.article_at.get(unit as usize).cloned().unwrap_or(unit..unit + 1)
    }
}

/// Articles come in document order and parents before children: later ones are further in.
fn innermost(articles: &[Extent], count: u32) -> Vec<Extent> {
    let mut at: Vec<Extent> = (0..count).map(|unit| unit..unit + 1).collect();
    for article in articles {
        for unit in article.clone() {
            if let Some(slot) = at.get_mut(unit as usize) {
                *slot = article.clone();
            }
        }
    }
    at
}

fn with_rest(mut articles: Vec<Extent>, rest: Vec<Extent>) -> Vec<Extent> {
    articles.extend(rest);
    articles.sort_by_key(|extent| (extent.start, extent.end));
    articles
}
