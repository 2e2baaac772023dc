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
            with_opening(of(&[NodeType::Heading, NodeType::Chapter, NodeType::Section]), units)
        } else {
            let rest = of(&[NodeType::Appendix, NodeType::Supplementary, NodeType::Preamble]);
            with_rest(with_rest(articles, without_articles(document, units)), rest)
        };
        let article_at = innermost(&articles, units.list.len() as u32);
        Self {
            article_at,
            articles,
            paragraphs: of(&[NodeType::Paragraph]),
            chapters: of(&[NodeType::Chapter]),
            tables: of(&[NodeType::Table]),
            rows: rows(document, units),
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

/// What stands before the first heading belongs together as well.
fn with_opening(mut headings: Vec<Run>, units: &Units) -> Vec<Run> {
    let first = headings.iter().map(|run| run.start).min().unwrap_or_default();
    let text = (0..first).find(|unit| units.get(*unit).is_some_and(|unit| unit.kind != UnitKind::Title));
    if let Some(start) = text {
        headings.insert(0, start..first);
    }
    headings
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

/// The rows of tables. The row of headings is none: what stands in it holds for all of them.
fn rows(document: &Document, units: &Units) -> Vec<Run> {
    let tables = document.nodes().filter(|(_, node)| node.node_type == NodeType::Table);
    let rows = tables.flat_map(|(_, table)| {
        let is_headed = table.children.len() > 1
            && table.children.first().is_some_and(|row| is_headings(units, &units.of(*row)));
        table.children.iter().skip(usize::from(is_headed)).map(|row| units.of(*row))
    });
    let mut rows: Vec<Run> = rows.filter(|run| !run.is_empty()).collect();
    rows.sort_by_key(|run| (run.start, run.end));
    rows
}

/// Whether a first row looks like headings: several short words without any number.
fn is_headings(units: &Units, row: &Run) -> bool {
    const LONGEST: usize = 12;
    let Some(unit) = units.get(row.start) else { return false };
    let texts = unit.cells.iter().map(|cell| unit.text.get(cell.value.clone()).unwrap_or_default());
    unit.cells.len() > 1
        && texts.into_iter().all(|text| {
            text.chars().count() <= LONGEST
                && !text.contains(|c: char| c.is_ascii_digit() || "。○〇◯".contains(c))
        })
}

/// Chapters and headings that hold no article, in a document that has articles elsewhere: what stands in them belongs
/// together as well. Those inside an article are part of it.
fn without_articles(document: &Document, units: &Units) -> Vec<Run> {
    let mut holds_article = vec![false; document.nodes.len()];
    let mut is_inside = vec![false; document.nodes.len()];
    for (id, node) in document.nodes() {
        let parent = node.parent.map(|parent| parent.0 as usize);
        let whole = matches!(
            node.node_type,
            NodeType::Article | NodeType::Appendix | NodeType::Supplementary | NodeType::Preamble
        );
        let inside = parent.and_then(|parent| is_inside.get(parent)).copied().unwrap_or_default() || whole;
        if let Some(slot) = is_inside.get_mut(id.0 as usize) {
            *slot = inside;
        }
        let mut next = node.parent.filter(|_| node.node_type == NodeType::Article);
        while let Some(slot) = next.and_then(|above| holds_article.get_mut(above.0 as usize)) {
            if *slot {
                break;
            }
            *slot = true;
            next = next.and_then(|above| document.node(above)).and_then(|above| above.parent);
        }
    }
    let is = |flags: &[bool], at: usize| flags.get(at).copied().unwrap_or_default();
    document
        .nodes()
        .filter(|(_, node)| {
            matches!(node.node_type, NodeType::Heading | NodeType::Chapter | NodeType::Section)
        })
        .filter(|(id, _)| !is(&holds_article, id.0 as usize) && !is(&is_inside, id.0 as usize))
        .map(|(id, _)| units.of(id))
        .filter(|run| !run.is_empty())
        .collect()
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
