//! What must hold of the canonical text of any tree, and of any source.

mod trees;

use std::collections::BTreeSet;
use std::sync::LazyLock;

use proptest::prelude::*;
use proptest::sample::Index;
use proptest::strategy::ValueTree as _;
use proptest::test_runner::TestRunner;
use regex::Regex;

use super::{format, print, spelling};
use crate::ast::{File, Item, Member};
use crate::check::text::dedented;
use crate::lexer::{self, Read};
use crate::parse;
use crate::sink::ErrorSink;
use crate::token::{Token, TokenKind};

/// The tree as text, without spans and without the indentation of text blocks.
fn shape(mut file: File) -> String {
    for item in &mut file.items {
        let Item::Rule(rule) = item else { continue };
        for member in &mut rule.members {
            match member {
                Member::Advice(text) => text.node = dedented(&text.node),
                Member::Example(example) => example.text.node = dedented(&example.text.node),
                _ => {}
            }
        }
    }
    static SPANS: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"Span \{ start: \d+, end: \d+ \}").unwrap());
    SPANS.replace_all(&format!("{file:?}"), "_").into_owned()
}

fn read(source: &str) -> Read {
    lexer::read(source, &ErrorSink::default())
}

fn comments(source: &str) -> Vec<String> {
    let text = |span: &crate::Span| source.get(span.range()).unwrap().trim_end().to_owned();
    read(source).comments.iter().map(text).collect()
}

/// The tokens without the indentation of text blocks.
fn tokens(source: &str) -> Vec<TokenKind> {
    let kinds = read(source).tokens.into_iter().map(|token| token.kind);
    kinds
        .map(|kind| match kind {
            TokenKind::Block(text) => TokenKind::Block(dedented(&text)),
            other => other,
        })
        .collect()
}

/// How a writer might have put the same tokens: other blanks, comments anywhere, needless parentheses, scopes without
/// `within`. `choices` decides.
fn scrambled(source: &str, choices: &[Index]) -> String {
    const BLANKS: &[&str] =
        &[" ", "\n", "\n\n\n", "\t \u{3000}", " // 注\n", "\n// 一\n\n  // 二 \n", "//// 四\n"];
    let tokens = read(source).tokens;
    let mut choices = choices.iter().cycle();
    let mut choose = |count: usize| choices.next().map_or(0, |choice| choice.index(count));
    let mut surplus = Vec::new();
    let mut out = String::new();
    for (at, token) in tokens.iter().enumerate() {
        let is_doc = matches!(token.kind, TokenKind::Doc(_));
        let spelt = source.get(token.span.range()).unwrap();
        if is_bare_scope(&tokens, at) && choose(2) == 0 {
            continue;
        }
        let repeats = match &token.kind {
            TokenKind::Symbol("(") => {
                surplus.push(if groups(&tokens, at) { choose(2) } else { 0 });
                surplus.last().copied().unwrap()
            }
            TokenKind::Symbol(")") => surplus.pop().unwrap(),
            TokenKind::Regex(_) => choose(2),
            _ => 0,
        };
        let spelt = match &token.kind {
            TokenKind::Regex(_) if repeats > 0 => format!("( {spelt}) "),
            _ => format!("{spelt} ").repeat(repeats + 1),
        };
        out.push_str(spelt.trim_end());
        out.push_str(if is_doc { "\n" } else { "" });
        out.push_str(BLANKS[choose(BLANKS.len())]);
        let next = tokens.get(at + 1..).and_then(|rest| rest.iter().find_map(Token::word));
        if !is_doc && next.is_none_or(|word| !crate::keyword::is_item(word)) && choose(9) == 0 {
            out.push_str(" /// 迷った注\n");
        }
    }
    out
}

/// A parenthesis that is not the beginning of an argument: those touch the word before them.
fn groups(tokens: &[Token], at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|before| tokens.get(before));
    before.is_none_or(|before| before.word().is_none() || before.span.end < tokens[at].span.start)
}

fn is_bare_scope(tokens: &[Token], at: usize) -> bool {
    let behind = |count: usize| tokens.get(at + count);
    tokens[at].word() == Some("within")
        && (behind(2).is_some_and(|token| token.is_symbol("{"))
            || behind(1).is_some_and(|token| token.word() == Some("column")))
}

proptest! {
    #[test]
    fn what_is_printed_is_read_as_the_same_tree(file in trees::file()) {
        let text = print(&file);
        let parsed = parse(&text);
        prop_assert_eq!(&parsed.errors, &[], "{}", text);
        prop_assert_eq!(shape(parsed.file), shape(file), "{}", text);
        prop_assert_eq!(format(&text).unwrap(), text);
    }

    #[test]
    fn however_it_was_written_nothing_is_lost(
        file in trees::file(),
        choices in prop::collection::vec(any::<Index>(), 1..200),
    ) {
        let canonical = print(&file);
        let source = scrambled(&canonical, &choices);
        let formatted = format(&source).map_err(|errors| TestCaseError::fail(format!("{errors:?}\n{source}")))?;
        prop_assert_eq!(format(&formatted).unwrap(), formatted.clone(), "not stable:\n{}", source);
        prop_assert_eq!(comments(&formatted), comments(&source), "{}\n=>\n{}", source, formatted);
        prop_assert_eq!(tokens(&formatted), tokens(&canonical), "{}\n=>\n{}", source, formatted);
        prop_assert_eq!(shape(parse(&formatted).file), shape(file));
        prop_assert!(formatted.lines().all(|line| !line.ends_with([' ', '\t'])), "{}", formatted);
    }

    #[test]
    fn a_source_with_any_change_is_refused_or_keeps_its_tree(
        file in trees::file(),
        at in any::<Index>(),
        gone in 0_usize..4,
        new in prop::sample::select(&["", " ", "\n", "(", ")", "\"", "/", "//", "///", "}", ",", "|", "\"\"\"", "\\", "\r"][..]),
    ) {
        let text = print(&file);
        let start = text.floor_char_boundary(at.index(text.len()));
        let end = text.ceil_char_boundary((start + gone).min(text.len()));
        let source = [text.get(..start).unwrap(), new, text.get(end..).unwrap()].concat();
        if let Ok(formatted) = format(&source) {
            prop_assert_eq!(shape(parse(&formatted).file), shape(parse(&source).file), "{}", source);
            prop_assert_eq!(comments(&formatted), comments(&source), "{}", source);
            prop_assert_eq!(format(&formatted).unwrap(), formatted);
        }
    }
}

/// Every kind of node that a source can spell is among the trees of these tests.
#[test]
fn the_trees_of_these_tests_have_nodes_of_every_kind() {
    const NODES: &str = "Concept Extend Rule Topic Theme Editions Applies Severity Basis Reference Requirement Advice \
        Example Fact Not And Or Require Forbid Recommend OneOf Scope Column Act By Quantity Count Defines Refers Defect Disagree Pattern \
        Literal Word Regex Any Sequence Except Within Anywhere";
    let mut runner = TestRunner::deterministic();
    let mut found = BTreeSet::new();
    for _ in 0..256 {
        let file = trees::file().new_tree(&mut runner).unwrap().current();
        let shown = format!("{file:?}");
        found.extend(shown.split(|char: char| !char.is_alphanumeric()).map(str::to_owned));
    }
    let missing: Vec<&str> = NODES.split_whitespace().filter(|node| !found.contains(*node)).collect();
    assert_eq!(missing, [""; 0]);
}

#[test]
fn tokens_are_spelt_as_they_are_read() {
    let source = r#"seki 1 a-b "x\"\n" /a\/b\\/ ..6 ..* <= { , """t""""#;
    let spelt: Vec<String> = read(source).tokens.iter().map(|token| spelling::of(&token.kind)).collect();
    let expected = r#"seki 1 a-b "x\"\n" /a\/b\\/ ..6 ..* <= { , """"#;
    assert_eq!(spelt.join(" "), expected);
}

#[test]
fn lines_end_as_the_first_line_of_the_source() {
    let formatted = format("\u{feff}seki 1\r\nconcept 返却=\"返却\"\n// 注\r\n").unwrap();
    assert_eq!(formatted, "seki 1\r\n\r\nconcept 返却 = \"返却\"\r\n// 注\r\n");
}

#[test]
fn what_cannot_be_read_is_not_written() {
    let errors = format("seki 1\nconcept 返却 = \"返却\n").unwrap_err();
    assert_eq!(errors.iter().map(|error| error.kind.code()).collect::<Vec<_>>(), ["dsl-unterminated-text"]);
}
