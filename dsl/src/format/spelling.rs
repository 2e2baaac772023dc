//! How a token is spelt.

use crate::ast::Gap;
use crate::token::TokenKind;

/// What stands before and behind a text block, and for the whole of it where tokens are compared.
pub(super) const QUOTES: &str = "\"\"\"";

/// `"…"` with its escapes.
pub(super) fn text(text: &str) -> String {
    let mut spelt = String::with_capacity(text.len() + 2);
    spelt.push('"');
    for char in text.chars() {
        match char {
            '"' => spelt.push_str("\\\""),
            '\\' => spelt.push_str("\\\\"),
            '\n' => spelt.push_str("\\n"),
            _ => spelt.push(char),
        }
    }
    spelt.push('"');
    spelt
}

/// `/…/`, its slashes escaped.
pub(super) fn regex(source: &str) -> String {
    let mut spelt = String::with_capacity(source.len() + 2);
    spelt.push('/');
    let mut chars = source.chars();
    while let Some(char) = chars.next() {
        match char {
            '/' => spelt.push_str("\\/"),
            '\\' => {
                spelt.push(char);
                spelt.extend(chars.next());
            }
            _ => spelt.push(char),
        }
    }
    spelt.push('/');
    spelt
}

/// `..6`, `..*`
pub(super) fn gap(gap: Gap) -> String {
    match gap {
        Gap::Within(length) => format!("..{length}"),
        Gap::Anywhere => "..*".to_owned(),
    }
}

/// One `///` line.
pub(super) fn doc(line: &str) -> String {
    if line.is_empty() { "///".to_owned() } else { format!("/// {line}") }
}

/// A token that was read, as the printer spells it. A text block is its quotes alone.
pub(super) fn of(kind: &TokenKind) -> String {
    match kind {
        TokenKind::Word(word) => word.clone(),
        TokenKind::Text(content) => text(content),
        TokenKind::Block(_) => QUOTES.to_owned(),
        TokenKind::Regex(source) => regex(source),
        TokenKind::Doc(line) => doc(line),
        TokenKind::Gap(length) => gap(*length),
        TokenKind::Compare(sign) | TokenKind::Symbol(sign) => (*sign).to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotes_backslashes_and_slashes_are_escaped() {
        assert_eq!(text("a\"b\\c\nd"), r#""a\"b\\c\nd""#);
        assert_eq!(regex(r"a/b\d\\/"), r"/a\/b\d\\\//");
        assert_eq!(doc(""), "///");
    }
}
