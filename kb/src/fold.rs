//! The first folding of any text that is looked up: width and case.

use unicode_normalization::UnicodeNormalization as _;

/// NFKC and lower case: `Ｃ－８` → `c-8`, `ｼｽﾃﾑ` → `システム`, `①` → `1`.
pub(crate) fn normalise(text: &str) -> String {
    text.nfkc().flat_map(char::to_lowercase).collect()
}
