//! `REFERENCE.md` says what is so: its examples are read as it says, its grammar is whole, and no word of the language
//! is left out.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test stops at what it did not expect")]

use std::collections::BTreeSet;

use dsl::checked::{Comparison, Party, Scope, Severity, Strength};
use dsl::vocabulary::{BUSINESS_DAYS, ITEMS, MEASURES, MEMBERS, OPERATORS, TIME_UNITS};
use dsl::{Level, Vocabulary, limits};
use regex::Regex;

const REFERENCE: &str = include_str!("../REFERENCE.md");

/// Names that the examples of the reference use; the tests of the whole hold its tables to those of the linter.
const VOCABULARY: Vocabulary<'_> = Vocabulary {
    kinds: Some(&["contract", "contract_maintenance", "nda"]),
    facts: Some(&["outsourcing.cloud", "remote.maintenance", "scanning"]),
    topics: Some(&["access_log", "subcontracting"]),
    editions: Some(&["6.0", "7.0"]),
    defects: Some(&["dangling_reference"]),
    statuses: Some(&["missing", "weak"]),
    basis: None,
};

/// Concepts that fragments may use.
const CONCEPTS: &str = "
    concept 返却 = \"返却\" concept 消去 = \"消去\" concept 預託情報 = \"情報\" concept 契約終了 = \"終了\"
    concept 通知 = \"通知\" concept 情報事故 = \"事故\" concept 再委託 = \"再委託\" concept 承諾 = \"承諾\"
";

/// A fenced block: the words behind the fence, and its text.
struct Block<'a> {
    line: usize,
    info: &'a str,
    text: String,
}

fn blocks() -> Vec<Block<'static>> {
    let mut blocks: Vec<Block<'_>> = Vec::new();
    let mut open = false;
    for (index, line) in REFERENCE.lines().enumerate() {
        match line.strip_prefix("```") {
            Some(_) if open => open = false,
            Some(info) => {
                open = true;
                blocks.push(Block { line: index + 1, info, text: String::new() });
            }
            None if open => {
                let block = blocks.last_mut().unwrap();
                block.text.push_str(line);
                block.text.push('\n');
            }
            None => {}
        }
    }
    assert!(!open, "a block is not closed");
    blocks
}

/// Parts between blank lines; those inside of a text block part nothing.
fn parts(text: &str) -> Vec<String> {
    let mut parts = vec![String::new()];
    for line in text.lines() {
        let last = parts.last_mut().unwrap();
        if line.is_empty() && last.matches("\"\"\"").count() % 2 == 0 {
            parts.push(String::new());
        } else {
            last.push_str(line);
            last.push('\n');
        }
    }
    parts
}

/// A whole file around lines of a rule, with every line that a rule needs and these are not.
fn rule_around(lines: &str) -> String {
    let has = |words: &[&str]| lines.lines().any(|line| words.iter().any(|word| line.starts_with(word)));
    let needed: &[(&[&str], &str)] = &[
        (&["topic", "theme"], "theme hygiene"),
        (&["editions"], "editions 6.0"),
        (&["applies"], "applies contract"),
        (&["severity"], "severity warning"),
        (&["advice"], "advice \"案\""),
    ];
    let added: Vec<&str> = needed.iter().filter(|(words, _)| !has(words)).map(|(_, line)| *line).collect();
    let examples =
        "pass \"\"\"例\"\"\" pass \"\"\"例\"\"\" fail checked \"\"\"例\"\"\" fail checked \"\"\"例\"\"\"";
    let added = added.join("\n");
    format!(
        "seki 1 {CONCEPTS}\n/// 説明\nrule a/b \"題\" {{ {added}\n{lines}\nrequire checked \"題\" {{ \"確認\" }} {examples} }}"
    )
}

fn sources(block: &Block<'_>) -> Vec<String> {
    let form = block.info.split(',').nth(1).filter(|form| !form.starts_with("error=")).unwrap_or("file");
    match form {
        "file" => vec![block.text.clone()],
        "member" => parts(&block.text).iter().map(|part| rule_around(part)).collect(),
        "expr" => parts(&block.text)
            .iter()
            .map(|part| rule_around(&format!("require example \"題\" {{ {part} }}")))
            .collect(),
        "pattern" => {
            parts(&block.text).iter().map(|part| format!("seki 1 {CONCEPTS} concept 例 = {part}")).collect()
        }
        other => panic!("line {}: unknown form `{other}`", block.line),
    }
}

fn errors(source: &str) -> BTreeSet<&'static str> {
    let parsed = dsl::parse(source);
    let checked = dsl::check(&[&parsed.file], &VOCABULARY);
    let of_check = checked.errors.iter().map(|(_, error)| error).filter(|error| error.level == Level::Error);
    parsed.errors.iter().chain(of_check).map(|error| error.kind.code()).collect()
}

#[test]
fn every_example_is_what_it_says() {
    let mut seen = BTreeSet::new();
    for block in blocks().iter().filter(|block| block.info.starts_with("seki")) {
        let expected: BTreeSet<&str> =
            block.info.split(',').filter_map(|word| word.strip_prefix("error=")).collect();
        for source in sources(block) {
            assert_eq!(errors(&source), expected, "line {}:\n{source}", block.line);
        }
        seen.insert(block.info.split(',').take(2).collect::<Vec<_>>().join(","));
    }
    for form in ["seki", "seki,member", "seki,expr", "seki,pattern"] {
        assert!(seen.contains(form), "no example of {form}: {seen:?}");
    }
}

#[test]
fn whole_files_are_in_canonical_form() {
    for block in blocks().iter().filter(|block| block.info == "seki") {
        assert_eq!(dsl::format(&block.text).unwrap(), block.text, "line {}", block.line);
    }
}

/// Rules of the grammar: the name, and what stands behind `=`.
fn productions() -> Vec<(String, String)> {
    let blocks = blocks();
    let grammar = blocks.iter().find(|block| block.info == "ebnf").unwrap();
    let ends = Regex::new(r" ;\s*\n").unwrap();
    ends.split(&grammar.text)
        .filter(|rule| !rule.trim().is_empty())
        .map(|rule| {
            let (name, body) = rule.split_once('=').unwrap();
            (name.trim().to_owned(), body.to_owned())
        })
        .collect()
}

/// Words in quotes, and the text without them and without explanations.
fn terminals(body: &str) -> (BTreeSet<String>, String) {
    let explained = Regex::new(r"\?[^?]*\?").unwrap();
    let quoted = Regex::new("\"([^\"]+)\"").unwrap();
    let body = explained.replace_all(body, " ").into_owned();
    let words = quoted.captures_iter(&body).map(|found| found[1].to_owned()).collect();
    (words, quoted.replace_all(&body, " ").into_owned())
}

#[test]
fn the_grammar_defines_what_it_uses_and_uses_what_it_defines() {
    let productions = productions();
    let defined: BTreeSet<&str> = productions.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(defined.len(), productions.len(), "something is defined twice");
    let mut used: BTreeSet<String> = BTreeSet::from(["ファイル".to_owned()]);
    for (_, body) in &productions {
        let (_, rest) = terminals(body);
        let names = rest.split(|char: char| !char.is_alphanumeric() && char != '_');
        used.extend(names.filter(|name| !name.is_empty()).map(str::to_owned));
    }
    assert_eq!(used.iter().map(String::as_str).collect::<BTreeSet<_>>(), defined);
}

#[test]
fn the_grammar_has_every_word_of_the_language_and_no_other() {
    let words: BTreeSet<String> = productions()
        .iter()
        .flat_map(|(_, body)| terminals(body).0)
        .filter(|word| word.starts_with(|first: char| first.is_ascii_alphabetic()))
        .collect();
    let language: BTreeSet<String> = [ITEMS, MEMBERS, OPERATORS, MEASURES, &["seki"]]
        .iter()
        .flat_map(|list| list.iter().map(|word| (*word).to_owned()))
        .collect();
    assert_eq!(words, language);
    let signs: BTreeSet<String> = productions()
        .iter()
        .filter(|(name, _)| name == "比較")
        .flat_map(|(_, body)| terminals(body).0)
        .collect();
    assert_eq!(signs, Comparison::ALL.iter().map(|(name, _)| (*name).to_owned()).collect());
}

/// First columns of the table with this heading.
fn table(heading: &str) -> Vec<&'static str> {
    let start = format!("| {heading} |");
    REFERENCE
        .lines()
        .skip_while(|line| !line.starts_with(&start))
        .skip(2)
        .take_while(|line| line.starts_with('|'))
        .map(|line| line.split('|').nth(1).unwrap().trim().trim_matches('`'))
        .collect()
}

fn names<T>(all: &[(&'static str, T)]) -> Vec<&'static str> {
    all.iter().map(|(name, _)| *name).collect()
}

#[test]
fn every_value_has_its_row_and_no_row_is_left_over() {
    let mut units = names(TIME_UNITS);
    units.push(BUSINESS_DAYS);
    for (heading, expected) in [
        ("範囲", names(Scope::ALL)),
        ("強さ", names(Strength::ALL)),
        ("当事者", names(Party::ALL)),
        ("重大度", names(Severity::ALL)),
        ("記号", names(Comparison::ALL)),
        ("量", MEASURES.to_vec()),
        ("単位", units),
    ] {
        let found = table(heading);
        let unique: BTreeSet<_> = found.iter().collect();
        assert_eq!(unique, expected.iter().collect(), "{heading}");
        assert_eq!(unique.len(), found.len(), "{heading}: a row stands twice");
    }
}

#[test]
fn every_member_is_explained_with_an_example() {
    let examples: Vec<Block<'_>> =
        blocks().into_iter().filter(|block| block.info.starts_with("seki")).collect();
    let words = [ITEMS, MEMBERS, OPERATORS, MEASURES].concat();
    let shown = |word: &str| {
        let word = Regex::new(&format!(r"(^|[^\w]){word}\b")).unwrap();
        examples.iter().any(|block| !block.info.contains("error=") && word.is_match(&block.text))
    };
    let missing: Vec<&str> = words.into_iter().filter(|word| !shown(word)).collect();
    assert_eq!(missing, [""; 0]);
}

#[test]
fn limits_are_those_of_the_program() {
    let rows = table("限度");
    assert_eq!(rows.len(), 6);
    let number = |row: &str| -> usize {
        let line = REFERENCE.lines().find(|line| line.starts_with(&format!("| {row}"))).unwrap();
        let value = line.split('|').nth(2).unwrap();
        let digits: String = value.chars().filter(char::is_ascii_digit).collect();
        digits.parse().unwrap()
    };
    let expected = [
        limits::SOURCE_BYTES,
        limits::DEPTH as usize,
        limits::ITEMS,
        limits::ERRORS,
        limits::REGEX_BYTES,
        limits::EXAMPLES,
    ];
    assert_eq!(rows.iter().map(|row| number(row)).collect::<Vec<_>>(), expected);
}
