//! The codes and arguments by which a message catalogue finds and fills its sentences.

use crate::doubt::Doubt;
use crate::error::{DslErrorKind as Kind, Level, NameKind, QUOTE_PAIR};

/// A named argument of a message.
type Arg = (&'static str, String);

/// One table for both directions: the `match` is exhaustive, so no kind is without a code, and no code is unlisted.
macro_rules! codes {
    ($($kind:pat => $code:literal),+ $(,)?) => {
        impl Kind {
            /// All codes, sorted.
            pub const CODES: &[&str] = &[$($code),+];

            /// The stable code of this kind: `dsl-` and words joined by hyphens.
            pub fn code(&self) -> &'static str {
                match self {
                    $($kind => $code,)+
                }
            }
        }
    };
}

codes! {
    Kind::Doubtful { doubt: Doubt::AdviceBroken, .. } => "dsl-advice-broken",
    Kind::Doubtful { doubt: Doubt::AdviceConcept, .. } => "dsl-advice-concept",
    Kind::Doubtful { doubt: Doubt::AdviceVariable, .. } => "dsl-advice-variable",
    Kind::BarNeedsParentheses => "dsl-bar-needs-parentheses",
    Kind::Doubtful { doubt: Doubt::BasisUnverified, .. } => "dsl-basis-unverified",
    Kind::ConceptCycle { .. } => "dsl-concept-cycle",
    Kind::Doubtful { doubt: Doubt::ConceptRedefined, .. } => "dsl-concept-redefined",
    Kind::Doubtful { doubt: Doubt::ConditionAlways, .. } => "dsl-condition-always",
    Kind::Doubtful { doubt: Doubt::ConditionNever, .. } => "dsl-condition-never",
    Kind::Doubtful { doubt: Doubt::Contradiction, .. } => "dsl-contradiction",
    Kind::DuplicateConcept { .. } => "dsl-duplicate-concept",
    Kind::Doubtful { doubt: Doubt::DuplicatePredicate, .. } => "dsl-duplicate-predicate",
    Kind::DuplicateRequirement { .. } => "dsl-duplicate-requirement",
    Kind::DuplicateRule { .. } => "dsl-duplicate-rule",
    Kind::Doubtful { doubt: Doubt::EditionNotHeld, .. } => "dsl-edition-not-held",
    Kind::EmptyText => "dsl-empty-text",
    Kind::Doubtful { doubt: Doubt::ExampleUnexpected, .. } => "dsl-example-unexpected",
    Kind::Doubtful { doubt: Doubt::ExamplesAlike, .. } => "dsl-examples-alike",
    Kind::Doubtful { doubt: Doubt::ExceptCutsAll, .. } => "dsl-except-cuts-all",
    Kind::Doubtful { doubt: Doubt::ExceptCutsNothing, .. } => "dsl-except-cuts-nothing",
    Kind::Expected { .. } => "dsl-expected",
    Kind::FullWidth { .. } => "dsl-full-width",
    Kind::Doubtful { doubt: Doubt::GapCannotHold, .. } => "dsl-gap-cannot-hold",
    Kind::GapWithoutLength => "dsl-gap-without-length",
    Kind::HashComment => "dsl-hash-comment",
    Kind::Doubtful { doubt: Doubt::ImpliedRequirement, .. } => "dsl-implied-requirement",
    Kind::InvalidName { .. } => "dsl-invalid-name",
    Kind::InvalidNumber { .. } => "dsl-invalid-number",
    Kind::InvalidRegex { .. } => "dsl-invalid-regex",
    Kind::InvalidRuleId { .. } => "dsl-invalid-rule-id",
    Kind::InvalidValue { .. } => "dsl-invalid-value",
    Kind::Doubtful { doubt: Doubt::LiteralNotNormal, .. } => "dsl-literal-not-normal",
    Kind::Doubtful { doubt: Doubt::LiteralSpansSentences, .. } => "dsl-literal-spans-sentences",
    Kind::LiteralTooShort { .. } => "dsl-literal-too-short",
    Kind::Doubtful { doubt: Doubt::LiteralVanishes, .. } => "dsl-literal-vanishes",
    Kind::MeasureForm { .. } => "dsl-measure-form",
    Kind::Missing { .. } => "dsl-missing",
    Kind::MissingRequirementTitle { .. } => "dsl-missing-requirement-title",
    Kind::MissingVersion => "dsl-missing-version",
    Kind::Doubtful { doubt: Doubt::OverlappingRules, .. } => "dsl-overlapping-rules",
    Kind::Doubtful { doubt: Doubt::QuantityNever, .. } => "dsl-quantity-never",
    Kind::RecommendTooSevere { .. } => "dsl-recommend-too-severe",
    Kind::Doubtful { doubt: Doubt::RegexNotFolded, .. } => "dsl-regex-not-folded",
    Kind::RegexTooLarge { .. } => "dsl-regex-too-large",
    Kind::RegexWithoutLiteral => "dsl-regex-without-literal",
    Kind::Repeated { .. } => "dsl-repeated",
    Kind::Doubtful { doubt: Doubt::RepeatedConcept, .. } => "dsl-repeated-concept",
    Kind::Doubtful { doubt: Doubt::RequirementUnexampled, .. } => "dsl-requirement-unexampled",
    Kind::ReservedName { .. } => "dsl-reserved-name",
    Kind::Doubtful { doubt: Doubt::RuleUnreachable, .. } => "dsl-rule-unreachable",
    Kind::Doubtful { doubt: Doubt::ShadowedWording, .. } => "dsl-shadowed-wording",
    Kind::SourceTooLarge { .. } => "dsl-source-too-large",
    Kind::SurplusEquals { .. } => "dsl-surplus-equals",
    Kind::Doubtful { doubt: Doubt::TextShort, .. } => "dsl-text-short",
    Kind::TooDeep { .. } => "dsl-too-deep",
    Kind::TooFewExamples { .. } => "dsl-too-few-examples",
    Kind::TooManyErrors { .. } => "dsl-too-many-errors",
    Kind::TooManyItems { .. } => "dsl-too-many-items",
    Kind::TopicAndTheme => "dsl-topic-and-theme",
    Kind::UncoveredRequirement { .. } => "dsl-uncovered-requirement",
    Kind::UnexpectedEnd { .. } => "dsl-unexpected-end",
    Kind::Doubtful { doubt: Doubt::UnitUnknown, .. } => "dsl-unit-unknown",
    Kind::Unknown { what: NameKind::Basis, .. } => "dsl-unknown-basis",
    Kind::UnknownCharacter { .. } => "dsl-unknown-character",
    Kind::Unknown { what: NameKind::Concept, .. } => "dsl-unknown-concept",
    Kind::Unknown { what: NameKind::Defect, .. } => "dsl-unknown-defect",
    Kind::Unknown { what: NameKind::Edition, .. } => "dsl-unknown-edition",
    Kind::UnknownEscape { .. } => "dsl-unknown-escape",
    Kind::Unknown { what: NameKind::Fact, .. } => "dsl-unknown-fact",
    Kind::Unknown { what: NameKind::Item, .. } => "dsl-unknown-item",
    Kind::Unknown { what: NameKind::DocumentKind, .. } => "dsl-unknown-kind",
    Kind::Unknown { what: NameKind::Measure, .. } => "dsl-unknown-measure",
    Kind::Unknown { what: NameKind::Member, .. } => "dsl-unknown-member",
    Kind::Unknown { what: NameKind::Party, .. } => "dsl-unknown-party",
    Kind::Unknown { what: NameKind::Requirement, .. } => "dsl-unknown-requirement",
    Kind::Unknown { what: NameKind::Scope, .. } => "dsl-unknown-scope",
    Kind::Unknown { what: NameKind::Severity, .. } => "dsl-unknown-severity",
    Kind::Unknown { what: NameKind::Status, .. } => "dsl-unknown-status",
    Kind::Unknown { what: NameKind::Strength, .. } => "dsl-unknown-strength",
    Kind::Unknown { what: NameKind::Topic, .. } => "dsl-unknown-topic",
    Kind::UnsupportedVersion { .. } => "dsl-unsupported-version",
    Kind::UnterminatedBlock => "dsl-unterminated-block",
    Kind::UnterminatedRegex => "dsl-unterminated-regex",
    Kind::UnterminatedText => "dsl-unterminated-text",
    Kind::UnusedConcept { .. } => "dsl-unused-concept",
    Kind::Doubtful { doubt: Doubt::WordOpenEnd, .. } => "dsl-word-open-end",
}

impl Kind {
    /// The named arguments of the message. `closest` and `choices` are there only when there is something to say;
    /// `suggest` names the better of the two, or is `none`.
    pub fn args(&self) -> Vec<Arg> {
        match self {
            Self::SourceTooLarge { limit }
            | Self::RegexTooLarge { limit }
            | Self::TooManyErrors { limit }
            | Self::TooManyItems { limit } => {
                vec![("limit", limit.to_string())]
            }
            Self::TooDeep { limit } => vec![("limit", limit.to_string())],
            Self::UnknownCharacter { found } => vec![("found", found.clone()), owned("seen", seen(found))],
            Self::UnknownEscape { found }
            | Self::InvalidNumber { found }
            | Self::UnsupportedVersion { found } => vec![("found", found.clone())],
            Self::FullWidth { found, half } => full_width_args(found, half),
            Self::Expected { expected, found } => {
                vec![("expected", expected.name().to_owned()), ("found", found.clone())]
            }
            Self::UnexpectedEnd { expected } => vec![("expected", expected.name().to_owned())],
            Self::Unknown { name, closest, choices, .. } => unknown_args(name, closest, choices),
            Self::InvalidRuleId { id } | Self::DuplicateRule { id } => vec![("id", id.clone())],
            Self::InvalidName { name }
            | Self::ReservedName { name }
            | Self::DuplicateConcept { name }
            | Self::DuplicateRequirement { name }
            | Self::UnusedConcept { name }
            | Self::MissingRequirementTitle { name }
            | Self::UncoveredRequirement { name } => vec![("name", name.clone())],
            Self::ConceptCycle { path } => vec![("path", path.clone())],
            Self::LiteralTooShort { literal } => vec![("literal", literal.clone())],
            Self::InvalidRegex { reason } => vec![("reason", reason.clone())],
            Self::InvalidValue { value, measure, forms } => {
                vec![("value", value.clone()), owned("measure", measure), owned("forms", forms)]
            }
            Self::MeasureForm { measure, form } => vec![owned("measure", measure), owned("form", form)],
            Self::Repeated { member } | Self::SurplusEquals { member } | Self::Missing { member } => {
                vec![owned("member", member)]
            }
            Self::RecommendTooSevere { severity } => vec![("severity", severity.clone())],
            Self::TooFewExamples { sort, found, needed } => {
                vec![owned("sort", sort), ("found", found.to_string()), ("needed", needed.to_string())]
            }
            Self::Doubtful { args, .. } => args.clone(),
            Self::UnterminatedText
            | Self::UnterminatedBlock
            | Self::HashComment
            | Self::UnterminatedRegex
            | Self::GapWithoutLength
            | Self::MissingVersion
            | Self::BarNeedsParentheses
            | Self::EmptyText
            | Self::RegexWithoutLiteral
            | Self::TopicAndTheme => Vec::new(),
        }
    }

    /// Whether this kind makes a rule unusable.
    pub fn level(&self) -> Level {
        match self {
            // A rule that cannot say what to write instead is of no use.
            Self::Doubtful {
                doubt: Doubt::AdviceBroken | Doubt::AdviceConcept | Doubt::AdviceVariable,
                ..
            } => Level::Error,
            Self::UnusedConcept { .. } | Self::Doubtful { .. } => Level::Warning,
            _ => Level::Error,
        }
    }
}

fn owned(name: &'static str, value: &str) -> Arg {
    (name, value.to_owned())
}

/// Whether a person can see the characters, or sees their numbers in the message.
fn seen(found: &str) -> &'static str {
    let is_number = |number: &str| u32::from_str_radix(number, 16).is_ok();
    if found.split_once("U+").is_some_and(|(_, number)| number.get(..4).is_some_and(is_number)) {
        "invisible"
    } else {
        "visible"
    }
}

/// `sort` tells quotes and full-width characters from other signs; quotes are shown apart from each other.
fn full_width_args(found: &str, half: &str) -> Vec<Arg> {
    let is_full = |char| matches!(char, '！'..='～' | '、');
    let (sort, found) = if half == QUOTE_PAIR {
        ("quotes", found.chars().map(String::from).collect::<Vec<_>>().join(" "))
    } else if half == "," {
        ("comma", found.to_owned())
    } else if found.contains(is_full) {
        ("full", found.to_owned())
    } else {
        ("other", found.to_owned())
    };
    vec![("found", found), owned("half", half), owned("sort", sort)]
}

fn unknown_args(name: &str, closest: &Option<String>, choices: &Option<String>) -> Vec<Arg> {
    let mut args = vec![owned("name", name)];
    args.extend(closest.iter().map(|closest| owned("closest", closest)));
    args.extend(choices.iter().map(|choices| owned("choices", choices)));
    let better = match (closest, choices) {
        (Some(_), _) => "closest",
        (None, Some(_)) => "choices",
        (None, None) => "none",
    };
    args.push(owned("suggest", better));
    args
}
