//! Which units form an article, a paragraph, a row … of a document.

use std::ops::Range;

use dsl::checked::Scope;

use super::Extent;
use crate::document::{Document, NodeType};
use crate::language::units::{UnitKind, Units};

/// A run of units.
type Run = Range<u32>;

/// The extents of every scope, in document order.
pub(super) struct Places {
    articles: Vec<Run>,
    paragraphs: Vec<Run>,
    chapters: Vec<Run>,
    tables: Vec<Run>,
    rows: Vec<Run>,
    cells: Vec<Extent>,
    captions: Vec<Run>,
    titles: Vec<Run>,
    /// For each unit, the innermost article that holds it.
    article_at: Vec<Run>,
    count: u32,
}

impl Places {
    pub(super) fn new(document: &Document, units: &Units) -> Self {
        let of = |types: &[NodeType]| -> Vec<Run> {
            document
                .nodes()
                .filter(|(_, node)| types.contains(&node.node_type))
                .map(|(id, _)| units.of(id))
                .filter(|extent| !extent.is_empty())
                .collect()
        };
        let of_kind = |kind: UnitKind| -> Vec<Run> {
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
            cells: cells(document, units),
            captions: of_kind(UnitKind::Caption),
            titles: of_kind(UnitKind::Title),
            count: units.list.len() as u32,
        }
    }

    /// The extents of a scope inside `within`; a document without such parts answers as a whole.
    pub(super) fn extents(&self, scope: Scope, within: &Extent) -> Vec<Extent> {
        let list = match scope {
            Scope::Unit => {
                return within.units.clone().filter_map(|unit| within.within(&(unit..unit + 1))).collect();
            }
            Scope::Document => return vec![Extent::units(0..self.count)],
            Scope::Cell => return self.cells_in(within),
            Scope::Paragraph if self.paragraphs.is_empty() => &self.articles,
            Scope::Paragraph => &self.paragraphs,
            Scope::Article => &self.articles,
            Scope::Chapter => &self.chapters,
            Scope::Title => &self.titles,
            Scope::Caption => &self.captions,
            Scope::Table => &self.tables,
            Scope::Row => &self.rows,
        };
        if list.is_empty() && matches!(scope, Scope::Article | Scope::Paragraph | Scope::Chapter) {
            return vec![within.clone()];
        }
        let touched = list.iter().filter(|run| run.start < within.units.end && within.units.start < run.end);
        touched.map(|run| Extent::units(run.clone())).collect()
    }

    fn cells_in(&self, within: &Extent) -> Vec<Extent> {
        let inside = |cell: &&Extent| match &cell.cell {
            Some(range) => within.holds(cell.units.start, range),
            None => within.cell.is_none() && within.within(&cell.units).is_some(),
        };
        self.cells.iter().filter(inside).cloned().collect()
    }

    /// The article that a unit lies in; the unit alone where it lies in none.
    pub(super) fn article_of(&self, unit: u32) -> Run {
        self.article_at.get(unit as usize).cloned().unwrap_or(unit..unit + 1)
    }
}

/// Articles come in document order and parents before children: later ones are further in.
fn innermost(articles: &[Run], count: u32) -> Vec<Run> {
    let mut at: Vec<Run> = (0..count).map(|unit| unit..unit + 1).collect();
    for article in articles {
        for unit in article.clone() {
            if let Some(slot) = at.get_mut(unit as usize) {
                *slot = article.clone();
            }
        }
    }
    at
}

fn with_rest(mut articles: Vec<Run>, rest: Vec<Run>) -> Vec<Run> {
    articles.extend(rest);
    articles.sort_by_key(|extent| (extent.start, extent.end));
    articles
}

/// Cells as stretches of their rows, and again as the sentences that some of them hold.
fn cells(document: &Document, units: &Units) -> Vec<Extent> {
    let of_rows = units.list.iter().enumerate().flat_map(|(index, unit)| {
        unit.cells.iter().map(move |cell| Extent::cell(index as u32, cell.value.clone()))
    });
    let nodes = document.nodes().filter(|(_, node)| node.node_type == NodeType::Cell);
    let sentences = nodes.map(|(id, _)| units.of(id)).filter(|run| !run.is_empty()).map(Extent::units);
    let mut cells: Vec<Extent> = of_rows.chain(sentences).collect();
    cells.sort_by_key(|extent| (extent.units.start, extent.units.end));
    cells
}
