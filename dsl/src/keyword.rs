//! The words that the language keeps for itself.

/// Words that begin a top-level item.
pub const ITEMS: &[&str] = &["concept", "extend", "rule"];

/// Words that begin a line of a rule.
pub const MEMBERS: &[&str] = &[
    "topic",
    "theme",
    "editions",
    "applies",
    "severity",
    "basis",
    "reference",
    "require",
    "forbid",
    "recommend",
    "advice",
    "pass",
    "fail",
];

/// Words that stand between or before predicates and patterns.
pub const OPERATORS: &[&str] = &[
    "and", "or", "not", "act", "by", "of", "when", "within", "one_of", "word", "except", "at", "as",
    "column", "count", "defines", "refers", "defect", "disagree",
];

/// Words that begin a quantity.
const MEASURES: &[&str] = crate::vocabulary::MEASURES;

/// True of a word that begins an item or a line of a rule: it ends whatever was left open before it.
pub(crate) fn is_structural(word: &str) -> bool {
    is_item(word) || is_member(word)
}

/// True of a word that begins a top-level item.
pub fn is_item(word: &str) -> bool {
    ITEMS.contains(&word)
}

/// True of a word that begins a line of a rule.
pub fn is_member(word: &str) -> bool {
    MEMBERS.contains(&word)
}

/// True of a word that cannot name a concept.
pub fn is_reserved(word: &str) -> bool {
    is_structural(word) || OPERATORS.contains(&word) || MEASURES.contains(&word)
}

/// True of a word that can begin a pattern or predicate: a concept, `not`, `act` …
pub(crate) fn begins_operand(word: &str) -> bool {
    const BETWEEN: &[&str] = &["and", "or", "of", "when", "except", "at", "as"];
    !is_structural(word) && !BETWEEN.contains(&word)
}
