//! Every code that any crate can give has its sentence in both languages.

use dsl::checked::{Party, Scope, Severity, Strength};
use linter::annotate::AnnotateError;
use linter::checklist::FormError;
use linter::checklist::check::{CheckError, Problem as Unfinished};
use linter::editor::places::Role;
use linter::editor::words;
use linter::evaluate::Reason;
use linter::evaluate::probe::{Link, Test};
use linter::export::ExportError;
use linter::matrix::decision::Choice;
use linter::matrix::import::{ImportError, Mistake};
use linter::meaning::kind::Kind;
use linter::mend::Why;
use linter::message::{Lang, is_known};
use linter::mutate::ChangeKind;
use linter::official::import::Problem;
use linter::official::{FindingKind, Refusal, StoreError};
use linter::outcome::Status;
use linter::profile::FACTS;
use linter::read::{ISSUE_CODES, ReadError};
use linter::trace::CutReason;

/// All reasons, from the schema of the report: a new one cannot be forgotten here.
fn reasons() -> Vec<String> {
    let schema = serde_json::to_value(linter::report::schema()).unwrap();
    let values = schema["$defs"]["Reason"]["oneOf"].as_array().unwrap();
    let names: Vec<String> =
        values.iter().map(|value| value["const"].as_str().unwrap().replace('_', "-")).collect();
    assert!(names.contains(&Reason::NotFound.name().to_owned()), "{names:?}");
    names
}

fn codes() -> Vec<String> {
    let owned = |codes: &[&str]| codes.iter().map(|code| (*code).to_owned()).collect::<Vec<_>>();
    let mut codes =
        [owned(dsl::DslErrorKind::CODES), owned(kb::CODES), owned(ReadError::CODES), owned(ISSUE_CODES)]
            .concat();
    codes.extend(owned(ExportError::CODES));
    codes.extend(owned(AnnotateError::CODES));
    codes.extend(Why::ALL.iter().map(|why| format!("mend-why-{}", why.name())));
    codes.extend([owned(ImportError::CODES), owned(Mistake::CODES)].concat());
    codes.extend([owned(FormError::CODES), owned(CheckError::CODES)].concat());
    codes.extend(Choice::ALL.iter().map(|choice| format!("matrix-choice-{}", choice.name())));
    codes.extend(Unfinished::ALL.iter().map(|problem| format!("checklist-problem-{}", problem.name())));
    codes.extend(FACTS.iter().map(|fact| format!("fact-{}", fact.replace(['.', '_'], "-"))));
    codes.extend(reasons().iter().map(|reason| format!("reason-{reason}")));
    codes.extend(reasons().iter().map(|reason| format!("reason-{reason}-short")));
    codes.extend(Kind::ALL.iter().map(|kind| format!("kind-{}", kind.name().replace('_', "-"))));
    codes.extend(Test::ALL.iter().map(|test| format!("trace-test-{}", test.name())));
    codes.extend(Link::ALL.iter().map(|link| format!("trace-link-{}", link.name())));
    codes.extend(CutReason::ALL.iter().map(|why| format!("trace-cut-{}", why.name())));
    codes.extend(ChangeKind::ALL.iter().map(|kind| format!("mutate-{}", kind.name())));
    for status in Status::ALL {
        let name = status.name().replace('_', "-");
        codes.extend([
            format!("status-{name}"),
            format!("status-{name}-sentence"),
            format!("status-{name}-meaning"),
            format!("trace-rule-{name}"),
        ]);
    }
    codes.extend(owned(kb::Gap::CODES));
    codes.extend([owned(Refusal::CODES), owned(Problem::CODES), owned(StoreError::CODES)].concat());
    let kinds = FindingKind::ALL.iter().map(|kind| kind.as_str().replace('_', "-"));
    codes.extend(kinds.map(|kind| format!("official-kind-{kind}")));
    codes.extend(spoken());
    codes.extend(entries());
    for role in WORDS {
        codes.extend(words::all(*role).iter().filter_map(|word| words::code(*role, word)));
    }
    codes
}

/// Codes that are made of the names of the rule language and of the knowledge base.
fn spoken() -> Vec<String> {
    fn of<T>(prefix: &str, all: &[(&'static str, T)]) -> Vec<String> {
        all.iter().map(|(name, _)| format!("{prefix}-{}", name.replace('_', "-"))).collect()
    }
    let targets = kb::DocumentTarget::ALL.iter().map(|target| target.as_str().replace('_', "-"));
    [
        of("verbalise-scope", Scope::ALL),
        of("verbalise-party", Party::ALL),
        of("verbalise-act", Strength::ALL),
        of("severity", Severity::ALL),
        targets.map(|name| format!("coverage-target-{name}")).collect(),
    ]
    .concat()
}

/// Codes that are made of the names in the knowledge base.
fn entries() -> Vec<String> {
    fn of<T: Copy>(group: &str, all: &[T], name: impl Fn(T) -> &'static str) -> Vec<String> {
        all.iter().map(|value| format!("entry-{group}-{}", name(*value).replace('_', "-"))).collect()
    }
    let links = of("link", &kb::Relation::ALL, kb::Relation::as_str);
    [
        of("kind", kb::EntryKind::ALL, kb::EntryKind::as_str),
        links.iter().flat_map(|code| [format!("{code}-in"), format!("{code}-out")]).collect(),
        of("nature", kb::ControlNature::ALL, kb::ControlNature::as_str),
        of("owner", kb::Owner::ALL, kb::Owner::as_str),
        of("strength", kb::Strength::ALL, kb::Strength::as_str),
        of("outcome", kb::Outcome::ALL, kb::Outcome::as_str),
        of("type", kb::DocumentType::ALL, kb::DocumentType::as_str),
        of("standing", kb::Standing::ALL, kb::Standing::as_str),
        of("role", kb::PracticeRole::ALL, kb::PracticeRole::as_str),
        of("step", kb::Step::ALL, kb::Step::as_str),
        of("extent", kb::Extent::ALL, kb::Extent::as_str),
    ]
    .concat()
}

/// The words of the rule language, by what they are.
const WORDS: &[Role] = &[
    Role::Keyword,
    Role::Topic,
    Role::Edition,
    Role::Kind,
    Role::Fact,
    Role::Severity,
    Role::Status,
    Role::Scope,
    Role::Strength,
    Role::Party,
    Role::Measure,
];

#[test]
fn every_code_has_a_sentence_in_both_languages() {
    for lang in [Lang::Ja, Lang::En] {
        let missing: Vec<String> = codes().into_iter().filter(|code| !is_known(lang, code)).collect();
        assert!(missing.is_empty(), "{}: {missing:#?}", lang.name());
    }
}
