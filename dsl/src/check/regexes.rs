//! Regular expressions: that they compile, and the literal without which they cannot match.
//!
//! The engine runs an expression only where its literal occurs; an expression without one would run everywhere.

use regex_syntax::hir::{Hir, HirKind};

use super::patterns::SHORTEST_LITERAL;
use crate::error::DslErrorKind;
use crate::limits;

/// The longest text found that every match contains; the first of several.
///
/// # Errors
/// The expression is no expression, takes too much room, or no text of two characters is common to all matches.
pub(super) fn required_literal(source: &str) -> Result<String, DslErrorKind> {
    let mut parser = regex_syntax::ParserBuilder::new().nest_limit(limits::DEPTH).build();
    let tree = parser.parse(source).map_err(|error| invalid(syntax_reason(&error)))?;
    regex::RegexBuilder::new(source)
        .size_limit(limits::REGEX_BYTES)
        .build()
        .map_err(|_| DslErrorKind::RegexTooLarge { limit: limits::REGEX_BYTES })?;
    let literal = Required::of(&tree).best;
    if literal.chars().count() < SHORTEST_LITERAL {
        return Err(DslErrorKind::RegexWithoutLiteral);
    }
    Ok(literal)
}

fn invalid(reason: String) -> DslErrorKind {
    DslErrorKind::InvalidRegex { reason }
}

/// What is wrong, without the picture of the expression that the full message draws.
fn syntax_reason(error: &regex_syntax::Error) -> String {
    match error {
        regex_syntax::Error::Parse(error) => error.kind().to_string(),
        regex_syntax::Error::Translate(error) => error.kind().to_string(),
        other => other.to_string().replace('\n', " "),
    }
}

/// What is certain about the matches of an expression.
struct Required {
    /// The only text that it matches, if there is only one.
    exact: Option<String>,
    /// A text that every match contains, perhaps empty.
    best: String,
}

impl Required {
    fn nothing() -> Self {
        Self { exact: None, best: String::new() }
    }

    fn exactly(text: String) -> Self {
        Self { exact: Some(text.clone()), best: text }
    }

    fn of(tree: &Hir) -> Self {
        match tree.kind() {
            // An assertion takes no text: what stands around it is adjacent.
            HirKind::Empty | HirKind::Look(_) => Self::exactly(String::new()),
            HirKind::Literal(literal) => std::str::from_utf8(&literal.0)
                .map_or_else(|_| Self::nothing(), |text| Self::exactly(text.into())),
            HirKind::Class(_) => Self::nothing(),
            HirKind::Repetition(repetition) if repetition.min == 0 => Self::nothing(),
            HirKind::Repetition(repetition) => Self { exact: None, best: Self::of(&repetition.sub).best },
            HirKind::Capture(capture) => Self::of(&capture.sub),
            HirKind::Concat(parts) => Self::of_concat(parts),
            HirKind::Alternation(parts) => Self::of_alternation(parts),
        }
    }

    /// Exact neighbours join into one text.
    fn of_concat(parts: &[Hir]) -> Self {
        let mut best = String::new();
        let mut run = String::new();
        let mut all_exact = true;
        for part in parts.iter().map(Self::of) {
            match part.exact {
                Some(text) => run.push_str(&text),
                None => {
                    all_exact = false;
                    best = longer(best, std::mem::take(&mut run));
                    best = longer(best, part.best);
                }
            }
        }
        let exact = all_exact.then(|| run.clone());
        Self { exact, best: longer(best, run) }
    }

    /// Alternatives have in common what they all begin or end with.
    fn of_alternation(parts: &[Hir]) -> Self {
        let exact: Option<Vec<String>> = parts.iter().map(|part| Self::of(part).exact).collect();
        let Some((first, others)) = exact.as_deref().and_then(<[String]>::split_first) else {
            return Self::nothing();
        };
        let prefix = others.iter().fold(first.clone(), |common, other| {
            common.chars().zip(other.chars()).take_while(|(a, b)| a == b).map(|(a, _)| a).collect()
        });
        let suffix = others.iter().fold(reversed(first), |common, other| {
            common.chars().zip(other.chars().rev()).take_while(|(a, b)| a == b).map(|(a, _)| a).collect()
        });
        Self { exact: None, best: longer(prefix, reversed(&suffix)) }
    }
}

fn reversed(text: &str) -> String {
    text.chars().rev().collect()
}

/// The longer text, the first of two equally long ones.
fn longer(first: String, second: String) -> String {
    if second.chars().count() > first.chars().count() { second } else { first }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn literal(source: &str) -> Result<String, &'static str> {
        required_literal(source).map_err(|kind| kind.code())
    }

    #[test]
    fn the_longest_certain_text_is_found() {
        assert_eq!(literal("第[0-9]+条の規定").as_deref(), Ok("条の規定"));
        assert_eq!(literal("^契約(の)?終了後").as_deref(), Ok("終了後"));
        assert_eq!(literal("契約終了|契約満了").as_deref(), Ok("契約"));
        assert_eq!(literal("(返却|消去|返還)方法").as_deref(), Ok("方法"));
        assert_eq!(literal("(終了){2}").as_deref(), Ok("終了"));
    }

    #[test]
    fn an_expression_without_a_certain_text_is_refused() {
        for source in ["[0-9]+年", "返却|消去", "(返却)?", ".*", "(?i)sla", ""] {
            assert_eq!(literal(source), Err("dsl-regex-without-literal"), "{source}");
        }
    }

    #[test]
    fn an_unusable_expression_says_why_on_one_line() {
        let kind = required_literal("契約(終了").unwrap_err();
        assert_eq!(kind, invalid("unclosed group".to_owned()));
        assert_eq!(literal("契約終了\\w{99999}"), Err("dsl-regex-too-large"));
    }
}
