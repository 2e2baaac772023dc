//! What must hold of any text, and of the catalogue of error codes.

use std::collections::BTreeSet;

use proptest::prelude::*;

use crate::doubt::Doubt;
use crate::error::{Expectation, NameKind};
use crate::{DslError, DslErrorKind as Kind, Vocabulary, ast, check, limits, parse};

const VOCABULARY: Vocabulary<'_> = Vocabulary {
    kinds: Some(&["contract"]),
    facts: Some(&["outsourcing.cloud"]),
    topics: Some(&["subcontracting"]),
    editions: Some(&["6.0"]),
    defects: Some(&["dangling_reference"]),
    statuses: Some(&["weak"]),
    basis: None,
};

/// Parses and checks; the errors of both.
fn errors(source: &str) -> Vec<DslError> {
    let parsed = parse(source);
    let checked = check(&[&parsed.file], &VOCABULARY);
    parsed.errors.into_iter().chain(checked.errors.into_iter().map(|(_, error)| error)).collect()
}

fn assert_sound(source: &str) {
    for error in errors(source) {
        assert!(source.get(error.span.range()).is_some(), "{error:?} in {source:?}");
        assert!(Kind::CODES.contains(&error.kind.code()));
        assert!(!error.to_string().contains('\n'), "{error}");
    }
}

/// Text made of the pieces of the language, in any order.
fn scrambled_language() -> impl Strategy<Value = String> {
    const PIECES: &[&str] = &[
        "seki 1\n",
        "concept ",
        "extend ",
        "rule ",
        "返却 ",
        "消去 ",
        "= ",
        "| ",
        "{ ",
        "} ",
        "( ",
        ") ",
        ", ",
        "..6 ",
        "..* ",
        ".. ",
        "\"契約\" ",
        "\"",
        "\"\"\"",
        "\\",
        "/契約/ ",
        "/",
        "// ",
        "/// ",
        "\n",
        "word ",
        "except ",
        "and ",
        "or ",
        "not ",
        "act must(vendor) ",
        "of ",
        "when ",
        "within ",
        "unit ",
        "one_of ",
        "by(vendor) ",
        "number(\"文字\") ",
        ">= ",
        "13 ",
        "24h ",
        "require a \"甲\" ",
        "forbid ",
        "fail a ",
        "pass ",
        "as weak ",
        "at error ",
        "topic ",
        "editions 6.0 ",
        "applies contract ",
        "basis ",
        "reference ",
        "advice ",
        "（",
        "「",
        "」",
        "、",
        "\u{3000}",
        "a/b ",
        "🏥",
        "\r\n",
        "\u{feff}",
        "é",
    ];
    prop::collection::vec(prop::sample::select(PIECES), 0..80).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn any_text_is_read_to_its_end(source in "\\PC{0,200}") {
        assert_sound(&source);
    }

    #[test]
    fn any_mixture_of_tokens_is_read_to_its_end(source in scrambled_language()) {
        assert_sound(&source);
        assert_sound(&format!("seki 1\nrule a/b \"題\" {{ {source} }}"));
        assert_sound(&format!("seki 1\nrule a/b \"題\" {{ require a \"甲\" {{ {source} }} }}"));
    }

    #[test]
    fn the_same_text_gives_the_same_errors(source in scrambled_language()) {
        prop_assert_eq!(errors(&source), errors(&source));
    }

    #[test]
    fn a_text_cut_anywhere_is_read_to_its_end(cut in 0_usize..4000) {
        let whole = include_str!("../tests/cases/whole-rule.seki");
        let cut = whole.floor_char_boundary(cut.min(whole.len()));
        assert_sound(whole.get(..cut).unwrap_or_default());
        assert_sound(whole.get(cut..).unwrap_or_default());
    }
}

#[test]
fn a_source_beyond_the_limit_is_not_read() {
    let parsed = parse(&" ".repeat(limits::SOURCE_BYTES + 1));
    assert_eq!(parsed.file, ast::File::default());
    assert!(matches!(parsed.errors.as_slice(), [error] if error.kind.code() == "dsl-source-too-large"));
}

#[test]
fn the_list_of_mistakes_is_limited() {
    let source = "seki 1\n".to_owned() + &"? a\n".repeat(limits::ERRORS * 3);
    let errors = parse(&source).errors;
    assert_eq!(errors.len(), limits::ERRORS + 1);
    assert!(errors.iter().any(|error| error.kind.code() == "dsl-too-many-errors"));
}

/// One of each kind; what is missing here is missing from the list of codes too, or the other way round.
fn one_of_each() -> Vec<Kind> {
    let text = || "x".to_owned();
    let kinds = vec![
        Kind::SourceTooLarge { limit: 1 },
        Kind::TooManyErrors { limit: 1 },
        Kind::UnknownCharacter { found: text() },
        Kind::FullWidth { found: text(), half: text() },
        Kind::HashComment,
        Kind::SurplusEquals { member: "topic" },
        Kind::UnterminatedText,
        Kind::UnterminatedBlock,
        Kind::UnterminatedRegex,
        Kind::UnknownEscape { found: text() },
        Kind::GapWithoutLength,
        Kind::InvalidNumber { found: text() },
        Kind::Expected { expected: Expectation::Name, found: text() },
        Kind::UnexpectedEnd { expected: Expectation::Exactly("}") },
        Kind::MissingVersion,
        Kind::UnsupportedVersion { found: text() },
        Kind::TooDeep { limit: 1 },
        Kind::TooManyItems { limit: 1 },
        Kind::BarNeedsParentheses,
        Kind::Repeated { member: "topic" },
        Kind::InvalidName { name: text() },
        Kind::ReservedName { name: text() },
        Kind::InvalidRuleId { id: text() },
        Kind::DuplicateConcept { name: text() },
        Kind::DuplicateRule { id: text() },
        Kind::DuplicateRequirement { name: text() },
        Kind::ConceptCycle { path: text() },
        Kind::UnusedConcept { name: text() },
        Kind::EmptyText,
        Kind::LiteralTooShort { literal: text() },
        Kind::InvalidRegex { reason: text() },
        Kind::RegexTooLarge { limit: 1 },
        Kind::RegexWithoutLiteral,
        Kind::InvalidValue { value: text(), measure: "period", forms: "5y" },
        Kind::MeasureForm { measure: "period", form: "period" },
        Kind::Missing { member: "title" },
        Kind::MissingRequirementTitle { name: text() },
        Kind::TopicAndTheme,
        Kind::RecommendTooSevere { severity: text() },
        Kind::TooFewExamples { sort: "pass", found: 0, needed: 2 },
        Kind::UncoveredRequirement { name: text() },
    ];
    let doubts = Doubt::ALL.iter().map(|doubt| Kind::Doubtful { doubt: *doubt, args: Vec::new() });
    kinds.into_iter().chain(NAME_KINDS.iter().map(|what| unknown(*what))).chain(doubts).collect()
}

const NAME_KINDS: &[NameKind] = &[
    NameKind::Concept,
    NameKind::Topic,
    NameKind::DocumentKind,
    NameKind::Fact,
    NameKind::Edition,
    NameKind::Defect,
    NameKind::Severity,
    NameKind::Scope,
    NameKind::Strength,
    NameKind::Party,
    NameKind::Measure,
    NameKind::Status,
    NameKind::Basis,
    NameKind::Requirement,
    NameKind::Item,
    NameKind::Member,
];

fn unknown(what: NameKind) -> Kind {
    Kind::Unknown { what, name: "x".to_owned(), closest: None, choices: None }
}

#[test]
fn every_code_is_listed_once_and_in_order() {
    let given: BTreeSet<&str> = one_of_each().iter().map(Kind::code).collect();
    let listed: Vec<&str> = Kind::CODES.to_vec();
    assert_eq!(given.into_iter().collect::<Vec<_>>(), listed);
    assert_eq!(one_of_each().len(), listed.len(), "two kinds share a code");
}

#[test]
fn messages_are_lower_case_fragments() {
    for kind in one_of_each() {
        let message = kind.to_string();
        assert!(message.starts_with(|first: char| first.is_lowercase() || first == '`'), "{message}");
        assert!(!message.ends_with('.') && !message.contains('\n'), "{message}");
    }
}

#[test]
fn absent_suggestions_are_absent_arguments() {
    let names = |kind: Kind| kind.args().into_iter().map(|(name, _)| name).collect::<Vec<_>>();
    assert_eq!(names(unknown(NameKind::Concept)), ["name", "suggest"]);
    let near = Kind::Unknown {
        what: NameKind::Concept,
        name: "消却".to_owned(),
        closest: Some("消去".to_owned()),
        choices: None,
    };
    assert_eq!(names(near), ["name", "closest", "suggest"]);
}
