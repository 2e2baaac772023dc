//! Fills the proposed clause of a rule with the document's own names and terms.

use std::collections::BTreeMap;

use dsl::checked::Rule;
use minijinja::{Environment, UndefinedBehavior, context};

use crate::document::{Document, NodeType};
use crate::meaning::parties::Parties;

/// The function by which a template asks for the document's own term.
pub const TERM: &str = "term";

/// Why a template cannot be filled.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("advice of `{rule}` cannot be filled: {detail}")]
pub struct AdviceError {
    /// The rule.
    pub rule: String,
    /// The template engine's words.
    pub detail: String,
}

/// What a template is filled with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Names {
    /// The number of the proposed article.
    pub n: u32,
    /// The document's own name for the vendor.
    pub vendor: String,
    /// The document's own name for the institution.
    pub hospital: String,
    /// For concepts, the term by which the document calls such a thing: 預託情報 → 本件データ.
    pub terms: BTreeMap<String, String>,
}

impl Names {
    /// The names of a document: `n` is the number after its last article.
    pub fn of(document: &Document, parties: &Parties, terms: BTreeMap<String, String>) -> Self {
        let (vendor, hospital) = (parties.vendor.clone(), parties.hospital.clone());
        Self { n: next_article(document), vendor, hospital, terms }
    }

    /// 甲 for the institution and 乙 for the vendor, where there is no document.
    pub fn usual() -> Self {
        Self { n: 1, vendor: "乙".to_owned(), hospital: "甲".to_owned(), terms: BTreeMap::new() }
    }
}

/// The clause to paste. `{{ n }}`, `{{ vendor }}` and `{{ hospital }}` are the names; `{{ term("預託情報", "医療情報") }}` is the
/// document's own term for a concept, or the words given where it has none.
///
/// # Errors
/// A template that is not valid or asks for another variable.
pub fn fill(rule: &Rule, names: &Names) -> Result<String, AdviceError> {
    let mut environment = Environment::new();
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    let terms = names.terms.clone();
    let term = move |concept: String, otherwise: String| terms.get(&concept).cloned().unwrap_or(otherwise);
    environment.add_function(TERM, term);
    let Names { n, vendor, hospital, .. } = names;
    environment
        .render_str(rule.advice.trim(), context! { n, vendor, hospital })
        .map_err(|error| AdviceError { rule: rule.id.clone(), detail: error.to_string() })
}

/// The concepts whose terms a template asks for, with the byte at which each name begins.
pub fn concepts_asked_for(template: &str) -> Vec<(usize, &str)> {
    let mut asked = Vec::new();
    for (at, found) in template.match_indices("term(") {
        let start = at + found.len();
        let rest = template.get(start..).unwrap_or_default();
        let quote = start + rest.len() - rest.trim_start().len();
        let Some(mark) = template.get(quote..).and_then(|rest| rest.chars().next()) else { continue };
        let name = template.get(quote + mark.len_utf8()..).and_then(|rest| rest.split_once(mark));
        if let (true, Some((name, _))) = (matches!(mark, '"' | '\''), name) {
            asked.push((quote + 1, name));
        }
    }
    asked
}

fn next_article(document: &Document) -> u32 {
    let numbers =
        document.nodes().filter(|(_, node)| node.node_type == NodeType::Article).filter_map(|(_, node)| {
            let number = node.number.as_deref()?;
            number.split(['の', '.']).next()?.parse::<u32>().ok()
        });
    numbers.max().unwrap_or(0).saturating_add(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn concepts_in_templates_are_found() {
        let template =
            "第{{ n }}条 {{ term(\"預託情報\", \"医療情報\") }}と{{ term( '記録対象', 'ログ') }}、term(1)";
        let names: Vec<&str> = concepts_asked_for(template).into_iter().map(|(_, name)| name).collect();
        assert_eq!(names, ["預託情報", "記録対象"]);
        let stands =
            |(at, name): &(usize, &str)| template.get(*at..).is_some_and(|rest| rest.starts_with(name));
        assert!(concepts_asked_for(template).iter().all(stands));
    }
}
