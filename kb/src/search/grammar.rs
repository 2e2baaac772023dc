//! The grammar of a query: `"…"` a phrase, `-word` and `NOT word` what must not occur, `OR` between words.

use unicode_normalization::UnicodeNormalization as _;

use crate::words::is_word_char;

/// A query taken apart.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Question {
    /// What is looked for.
    pub(super) wanted: Vec<Wanted>,
    /// Words that must not occur.
    pub(super) excluded: Vec<String>,
}

/// One thing that is looked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Wanted {
    /// Words, the more of them the better.
    Words(String),
    /// Exactly this.
    Phrase(String),
    /// At least one of these.
    AnyOf(Vec<Wanted>),
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Token {
    Word(String),
    Phrase(String),
    Or,
    Not,
    And,
}

/// Quotation marks with what closes them.
const QUOTES: [(char, char); 3] = [('"', '"'), ('＂', '＂'), ('“', '”')];
const MINUS: &str = "-－−";

/// Further alternatives of one `OR` are left out: each is a search of its own.
const MOST_BRANCHES: usize = 16;
/// Further phrases and alternatives of a query are left out.
const MOST_WANTED: usize = 16;

/// Reads the signs; whatever is no sign is a word.
pub(super) fn parse(query: &str) -> Question {
    let mut question = Question::default();
    let (mut negated, mut joined) = (false, false);
    for token in tokens(query) {
        match token {
            Token::Not => negated = true,
            Token::Or => joined = true,
            Token::And => {}
            Token::Word(text) | Token::Phrase(text) if negated => {
                question.excluded.push(text);
                (negated, joined) = (false, false);
            }
            Token::Word(text) => {
                question.want(Wanted::Words(text), joined);
                joined = false;
            }
            Token::Phrase(text) => {
                question.want(Wanted::Phrase(text), joined);
                joined = false;
            }
        }
    }
    question.join_words();
    question
}

impl Question {
    fn want(&mut self, wanted: Wanted, joined: bool) {
        let before = if joined { self.wanted.pop() } else { None };
        self.wanted.push(match before {
            Some(Wanted::AnyOf(mut branches)) => {
                if branches.len() < MOST_BRANCHES {
                    branches.push(wanted);
                }
                Wanted::AnyOf(branches)
            }
            Some(first) => Wanted::AnyOf(vec![first, wanted]),
            None => wanted,
        });
    }

    /// Plain words in a row are understood together.
    fn join_words(&mut self) {
        let mut joined: Vec<Wanted> = Vec::new();
        for wanted in std::mem::take(&mut self.wanted) {
            match (joined.last_mut(), wanted) {
                (Some(Wanted::Words(text)), Wanted::Words(next)) => {
                    text.push(' ');
                    text.push_str(&next);
                }
                (_, wanted) => joined.push(wanted),
            }
        }
        joined.truncate(MOST_WANTED);
        self.wanted = joined;
    }
}

fn tokens(query: &str) -> Vec<Token> {
    let chars: Vec<char> = query.chars().collect();
    let mut tokens = Vec::new();
    let mut at = 0;
    while let Some(c) = chars.get(at).copied() {
        if c.is_whitespace() {
            at += 1;
        } else if let Some((text, end)) = quoted(&chars, at) {
            if text.chars().any(is_word_char) {
                tokens.push(Token::Phrase(text));
            }
            at = end;
        } else if MINUS.contains(c)
            && chars.get(at + 1).is_some_and(|next| is_word_char(*next) || is_quote(*next))
        {
            tokens.push(Token::Not);
            at += 1;
        } else {
            let end = (at..chars.len()).find(|end| ends_word(&chars, at, *end)).unwrap_or(chars.len());
            tokens.extend(word(&chars, at, end));
            at = end;
        }
    }
    tokens
}

fn is_quote(c: char) -> bool {
    QUOTES.iter().any(|(open, _)| *open == c)
}

fn ends_word(chars: &[char], start: usize, end: usize) -> bool {
    end > start && (chars.get(end).is_some_and(|c| c.is_whitespace()) || quoted(chars, end).is_some())
}

/// The text between quotation marks at `at`, and where it ends.
fn quoted(chars: &[char], at: usize) -> Option<(String, usize)> {
    let (_, close) = QUOTES.into_iter().find(|(open, _)| chars.get(at) == Some(open))?;
    let length = chars.get(at + 1..)?.iter().position(|c| *c == close)?;
    Some((chars.get(at + 1..at + 1 + length)?.iter().collect(), at + length + 2))
}

fn word(chars: &[char], start: usize, end: usize) -> Option<Token> {
    let text: String = chars.get(start..end)?.iter().collect();
    match text.nfkc().collect::<String>().as_str() {
        "OR" | "|" | "||" => Some(Token::Or),
        "NOT" => Some(Token::Not),
        "AND" | "&" | "&&" => Some(Token::And),
        plain if plain.chars().any(is_word_char) => Some(Token::Word(text)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(query: &str) -> String {
        let show = |wanted: &Wanted| match wanted {
            Wanted::Words(text) => text.clone(),
            Wanted::Phrase(text) => format!("'{text}'"),
            Wanted::AnyOf(branches) => format!("{branches:?}"),
        };
        let question = parse(query);
        let wanted: Vec<String> = question.wanted.iter().map(show).collect();
        format!("{} / {}", wanted.join(" + "), question.excluded.join(" "))
    }

    #[test]
    fn signs_are_read() {
        assert_eq!(read("監査 ログ"), "監査 ログ / ");
        assert_eq!(read("監査 -ログ NOT 紙"), "監査 / ログ 紙");
        assert_eq!(read("\"監査証跡\" 保存"), "'監査証跡' + 保存 / ");
        assert_eq!(read("ＶＰＮ　ＯＲ　専用線"), "[Words(\"ＶＰＮ\"), Words(\"専用線\")] / ");
        assert_eq!(read("VPN -\"外部 保存\""), "VPN / 外部 保存");
        assert_eq!(read("C-8-5"), "C-8-5 / ");
        assert_eq!(read("- \" OR"), " / ");
        assert_eq!(read("-1"), " / 1");
    }
}
