//! The smallest pieces of a rule file.

use crate::checked::Gap;
use crate::span::Span;

/// A token and its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    /// What it is.
    pub kind: TokenKind,
    /// Where it stands.
    pub span: Span,
    /// No other token stands before it on its line.
    pub first_on_line: bool,
}

/// What a token is. Keywords, names, ids, numbers and durations are all words: their position tells them apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TokenKind {
    /// `rule`, `返却`, `contract/data-return`, `outsourcing.cloud`, `6.0`, `M-8-11`, `24h`
    Word(String),
    /// `"…"`, escapes resolved.
    Text(String),
    /// `"""…"""` as written.
    Block(String),
    /// `/…/` without its slashes, `\/` resolved.
    Regex(String),
    /// A `///` line before an item.
    Doc(String),
    /// `..6`, `..*`
    Gap(Gap),
    /// `<`, `<=`, `==`, `>=`, `>`
    Compare(&'static str),
    /// `{`, `}`, `(`, `)`, `,`, `|`, `=`
    Symbol(&'static str),
}

impl Token {
    /// The word, if it is one.
    pub fn word(&self) -> Option<&str> {
        match &self.kind {
            TokenKind::Word(word) => Some(word),
            _ => None,
        }
    }

    /// True of this symbol.
    pub fn is_symbol(&self, symbol: &str) -> bool {
        matches!(self.kind, TokenKind::Symbol(own) if own == symbol)
    }

    /// The token as an error message shows it, shortened.
    pub(crate) fn shown(&self) -> String {
        match &self.kind {
            TokenKind::Word(word) => shortened(word),
            TokenKind::Text(text) => format!("\"{}\"", shortened(text)),
            TokenKind::Block(_) => "\"\"\"".to_owned(),
            TokenKind::Regex(source) => format!("/{}/", shortened(source)),
            TokenKind::Doc(_) => "///".to_owned(),
            TokenKind::Gap(Gap::Within(length)) => format!("..{length}"),
            TokenKind::Gap(Gap::Anywhere) => "..*".to_owned(),
            TokenKind::Compare(symbol) | TokenKind::Symbol(symbol) => (*symbol).to_owned(),
        }
    }
}

/// A run of characters, shortened, with those that nobody can see by their numbers: `U+200B`.
pub(crate) fn visible(run: &str) -> String {
    let mut shown = String::new();
    for char in shortened(run).chars() {
        if is_invisible(char) {
            shown.push_str(&format!("U+{:04X}", u32::from(char)));
        } else {
            shown.push(char);
        }
    }
    shown
}

/// True of zero-width characters, marks of direction and other signs for machines.
pub(crate) fn is_invisible(char: char) -> bool {
    matches!(char, '\u{ad}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fe00}'..='\u{fe0f}' | '\u{fff9}'..='\u{fffb}')
}

/// The first characters of a text, on one line, with … when there are more.
pub(crate) fn shortened(text: &str) -> String {
    const LONGEST: usize = 40;
    let mut short: String =
        text.chars().take(LONGEST).map(|char| if char.is_control() { ' ' } else { char }).collect();
    if text.chars().nth(LONGEST).is_some() {
        short.push('…');
    }
    short
}
