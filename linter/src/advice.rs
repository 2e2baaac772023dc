//! Fills the proposed clause of a rule with the document's own names.

use dsl::checked::Rule;
use minijinja::{Environment, UndefinedBehavior, context};

use crate::document::{Document, NodeType};
use crate::meaning::parties::Parties;

/// Why a template cannot be filled.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("advice of `{rule}` cannot be filled: {detail}")]
pub struct AdviceError {
    /// The rule.
    pub rule: String,
    /// The template engine's words.
    pub detail: String,
}

/// The clause to paste: `n` is the number after the last article, `vendor` and `hospital` the document's own names.
///
/// # Errors
/// A template that is not valid or asks for another variable.
pub fn render(rule: &Rule, document: &Document, parties: &Parties) -> Result<String, AdviceError> {
    fill(rule, next_article(document), &parties.vendor, &parties.hospital)
}

/// As [`render`], with the names given.
///
/// # Errors
/// As [`render`].
pub fn fill(rule: &Rule, n: u32, vendor: &str, hospital: &str) -> Result<String, AdviceError> {
    let mut environment = Environment::new();
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    environment
        .render_str(rule.advice.trim(), context! { n, vendor, hospital })
        .map_err(|error| AdviceError { rule: rule.id.clone(), detail: error.to_string() })
}

fn next_article(document: &Document) -> u32 {
    let numbers =
        document.nodes().filter(|(_, node)| node.node_type == NodeType::Article).filter_map(|(_, node)| {
            let number = node.number.as_deref()?;
            number.split(['の', '.']).next()?.parse::<u32>().ok()
        });
    numbers.max().unwrap_or(0).saturating_add(1)
}
