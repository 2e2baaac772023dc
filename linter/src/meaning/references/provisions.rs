//! The tree by numbers: which 条, 項 and 号 there are, and which of them a node lies in.

use std::collections::BTreeMap;

use crate::document::{Document, NodeId, NodeType};

/// Places of a document that references can name.
pub struct Provisions {
    /// For each node what it lies in, itself included.
    places: Vec<Place>,
    /// Articles by the part of the document they stand in and their number.
    articles: BTreeMap<(Option<NodeId>, String), NodeId>,
    /// Articles of each part, in order.
    ordered: BTreeMap<Option<NodeId>, Vec<NodeId>>,
    /// Where an article stands among those of its part.
    ranks: BTreeMap<NodeId, usize>,
    /// 章, 附則 and 別紙, in order.
    sections: Vec<(NodeType, NodeId)>,
}

/// What a node lies in.
#[derive(Debug, Clone, Copy, Default)]
pub struct Place {
    /// The 附則 or 別紙 that holds it; none in the main part.
    pub part: Option<NodeId>,
    /// 章 or 節.
    pub chapter: Option<NodeId>,
    /// 条.
    pub article: Option<NodeId>,
    /// 項.
    pub paragraph: Option<NodeId>,
    /// 号.
    pub item: Option<NodeId>,
}

impl Provisions {
    /// Walks the tree once.
    pub fn new(document: &Document) -> Self {
        let mut provisions = Self {
            places: Vec::with_capacity(document.nodes.len()),
            articles: BTreeMap::new(),
            ordered: BTreeMap::new(),
            ranks: BTreeMap::new(),
            sections: Vec::new(),
        };
        for (id, node) in document.nodes() {
            // Parents come before their children.
            let mut place = node
                .parent
                .and_then(|parent| provisions.places.get(parent.0 as usize))
                .copied()
                .unwrap_or_default();
            match node.node_type {
                NodeType::Appendix | NodeType::Supplementary => {
                    place = Place { part: Some(id), ..Place::default() }
                }
                NodeType::Chapter | NodeType::Section => place.chapter = Some(id),
                NodeType::Article => {
                    place = Place {
                        part: place.part,
                        chapter: place.chapter,
                        article: Some(id),
                        ..Place::default()
                    };
                    if let Some(number) = &node.number {
                        provisions.articles.entry((place.part, number.clone())).or_insert(id);
                        let ordered = provisions.ordered.entry(place.part).or_default();
                        provisions.ranks.insert(id, ordered.len());
                        ordered.push(id);
                    }
                }
                NodeType::Paragraph => {
                    place.paragraph = Some(id);
                    place.item = None;
                }
                NodeType::Item => place.item = Some(id),
                _ => {}
            }
            if matches!(node.node_type, NodeType::Chapter | NodeType::Supplementary | NodeType::Appendix) {
                provisions.sections.push((node.node_type, id));
            }
            provisions.places.push(place);
        }
        provisions
    }

    /// What a node lies in.
    pub fn place(&self, node: NodeId) -> Place {
        self.places.get(node.0 as usize).copied().unwrap_or_default()
    }

    /// The article of that number: in the same part, else in the main part.
    pub fn article(&self, part: Option<NodeId>, number: &str) -> Option<NodeId> {
        let of = |part| self.articles.get(&(part, number.to_owned())).copied();
        of(part).or_else(|| of(None))
    }

    /// Whether the part, or the main part, has numbered articles at all.
    pub fn has_articles(&self, part: Option<NodeId>) -> bool {
        self.ordered.contains_key(&part) || self.ordered.contains_key(&None)
    }

    /// The articles of the part that holds this one, in order, and where it stands among them.
    pub fn siblings(&self, article: NodeId) -> Option<(&[NodeId], usize)> {
        let all = self.ordered.get(&self.place(article).part)?;
        Some((all.as_slice(), *self.ranks.get(&article)?))
    }

    /// 章, 附則 or 別紙 of the document, in order.
    pub fn sections(&self, wanted: NodeType) -> impl Iterator<Item = NodeId> + '_ {
        self.sections.iter().filter(move |(found, _)| *found == wanted).map(|(_, id)| *id)
    }
}
