//! Traces: the verdict is that of `lint`, and every reason for rejecting a sentence shows at the sentence.
#![expect(clippy::expect_used, reason = "a test that cannot go on should say so")]

use std::collections::BTreeSet;
use std::sync::OnceLock;

use insta::assert_snapshot;
use linter::evaluate::probe::Test;
use linter::evaluate::{Reason, RequirementStatus};
use linter::lint::{Options, lint};
use linter::meaning::kind::Kind;
use linter::message::Lang;
use linter::pack::{self, RulePack, Source};
use linter::read::read_document;
use linter::report::trace::{TraceOptions, render};
use linter::trace::{CutReason, Sentence, Trace, trace};
use proptest::prelude::*;

/// A rule with one requirement; its examples only satisfy the checker.
fn pack_of(kind: &str, expr: &str) -> RulePack {
    let text = format!(
        r#"seki 1
/// 試験用
rule test/act "試験" {{
  theme hygiene
  editions 6.0
  applies contract
  severity error
  basis M-7-3
  {kind} it "要求" {{ {expr} }}
  advice """案"""
  pass "一" """例"""
  pass "二" """例"""
  fail it "一" """例"""
  fail it "二" """例"""
}}
"#
    );
    let checked = pack::load(vec![Source { path: "test.seki".to_owned(), text }]);
    let mistakes: Vec<_> =
        checked.errors.iter().filter(|error| error.error.level == dsl::Level::Error).collect();
    assert!(mistakes.is_empty(), "{mistakes:?}");
    checked.pack
}

fn options() -> Options {
    Options { kind: Some(Kind::ContractOutsourcing), ..Options::default() }
}

fn traced(pack: &RulePack, rule: &str, text: &str) -> Trace {
    let document = read_document(text.as_bytes(), "case.txt", &Default::default()).expect("a text");
    trace(&document, text.as_bytes(), "case.txt", pack, rule, &options()).expect("the rule is there")
}

fn page(trace: &Trace, lang: Lang) -> String {
    render(trace, &TraceOptions { lang, width: 100, color: false, all: true, requirement: None })
}

/// Holds what the trace says of a rule against what `lint` says.
fn assert_same(pack: &RulePack, rule: &str, text: &str) {
    let Ok(document) = read_document(text.as_bytes(), "case.txt", &Default::default()) else { return };
    let report = lint(&document, text.as_bytes(), "case.txt", pack, &options());
    let Some(outcome) = report.outcomes.iter().find(|outcome| outcome.rule == rule) else {
        // What is there in part only speaks where it finds something.
        return assert!(rule.ends_with("-in-part"), "{rule}");
    };
    let trace = trace(&document, text.as_bytes(), "case.txt", pack, rule, &options()).expect("known");
    assert_eq!(&trace.outcome, outcome);
    assert_eq!(trace.requirements.len(), outcome.requirements.len());
    for (traced, found) in trace.requirements.iter().zip(&outcome.requirements) {
        assert_eq!((&traced.name, traced.status, traced.reason), (&found.name, found.status, found.reason));
        let passages = || outcome.evidence.iter().filter(|passage| passage.requirement == found.name);
        if traced.predicate.status > RequirementStatus::Missing {
            assert!(passages().all(|passage| names(&traced.predicate, &passage.quote)), "{outcome:#?}");
        }
    }
}

fn shipped() -> &'static Shipped {
    static SHIPPED: OnceLock<Shipped> = OnceLock::new();
    SHIPPED.get_or_init(|| {
        let pack = pack::load(pack::shipped_sources()).pack;
        let examples = || pack.rules.rules.iter().flat_map(|rule| &rule.examples);
        let lines = examples().flat_map(|example| example.text.lines().map(str::to_owned)).collect();
        let ids = pack.rules.rules.iter().map(|rule| rule.id.clone()).collect();
        Shipped { pack, ids, lines }
    })
}

/// The rules that ship, and every line of their examples.
struct Shipped {
    pack: RulePack,
    ids: Vec<String>,
    lines: Vec<String>,
}

/// Whether a decisive sentence of the tree is this one.
fn names(node: &linter::trace::Node, quote: &str) -> bool {
    let level = |text: &str| text.replace(['\n', ' ', '|'], "");
    node.sentences.iter().any(|sentence| level(&sentence.quote) == level(quote))
        || node.parts.iter().any(|part| names(part, quote))
}

#[test]
fn the_verdict_is_that_of_lint() {
    let pack = &shipped().pack;
    for name in ["karte-hoshu-keiyaku", "cloud-riyou-keiyaku"] {
        let path = format!("{}/../examples/{name}.md", env!("CARGO_MANIFEST_DIR"));
        let text = std::fs::read_to_string(path).expect("an example");
        shipped().ids.iter().step_by(9).for_each(|rule| assert_same(pack, rule, &text));
    }
    for rule in pack.rules.rules.iter().filter(|rule| rule.theme.as_deref() != Some("hygiene")) {
        rule.examples.iter().step_by(12).for_each(|example| assert_same(pack, &rule.id, &example.text));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]
    #[test]
    fn the_verdict_is_that_of_lint_on_any_mixture(
        rule in any::<prop::sample::Index>(),
        picks in prop::collection::vec(any::<prop::sample::Index>(), 1..8),
    ) {
        let Shipped { pack, ids, lines } = shipped();
        let text: Vec<&str> = picks.iter().map(|pick| lines[pick.index(lines.len())].as_str()).collect();
        assert_same(pack, &ids[rule.index(ids.len())], &text.join("\n"));
    }
}

/// One sentence for each reason, with the test at which its match stops.
const STOPS: &[(Test, Option<Reason>, &str)] = &[
    (Test::Head, Some(Reason::Mentioned), "乙は、契約終了時に、医療情報の返却の方法を協議する。"),
    (Test::Object, Some(Reason::OtherObject), "乙は、契約終了時に、貸与された鍵を返却しなければならない。"),
    (Test::Occasion, Some(Reason::OtherOccasion), "乙は、医療情報を返却しなければならない。"),
    (Test::Elsewhere, Some(Reason::Delegated), "契約終了時の医療情報の返却は、別に定める手順書による。"),
    (
        Test::Elsewhere,
        Some(Reason::NotThere),
        "契約終了時の医療情報の返却は、別紙1に定めるところによる。\n別紙1（体制）\n乙は、責任者を置く。",
    ),
    (Test::Strength, Some(Reason::Effort), "乙は、契約終了時に、医療情報を返却するよう努める。"),
    (Test::Strength, Some(Reason::May), "乙は、契約終了時に、医療情報を返却することができる。"),
    (Test::Strength, Some(Reason::Negated), "乙は、契約終了時に、医療情報を返却する義務を負わない。"),
    (Test::Party, Some(Reason::WrongParty), "甲は、契約終了時に、医療情報を返却しなければならない。"),
    (Test::Party, Some(Reason::OnDemand), "甲は、契約終了時に、乙に対し医療情報の返却を求めることができる。"),
    (Test::Party, Some(Reason::ActorUnstated), "契約終了時に、医療情報を返却しなければならない。"),
    (
        Test::Choice,
        Some(Reason::Alternative),
        "乙は、契約終了時に、30日以内に、医療情報を返却し、又は消去する。",
    ),
    (
        Test::Discretion,
        Some(Reason::Discretion),
        "乙は、契約終了時に、乙が必要と認めた医療情報を返却しなければならない。",
    ),
    (
        Test::Exception,
        Some(Reason::Exception),
        "乙は、契約終了時に、医療情報を返却しなければならない。ただし、乙が不要と判断した場合はこの限りでない。",
    ),
    (Test::Time, Some(Reason::TooLate), "乙は、契約終了時に、90日以内に、医療情報を返却しなければならない。"),
    (Test::Passed, None, "乙は、契約終了時に、30日以内に、医療情報を返却しなければならない。"),
];

const ACT: &str = r#"act must(vendor) "返却" of "医療情報" when "契約終了" within 30d"#;

#[test]
fn every_reason_shows_at_its_sentence() {
    let pack = pack_of("require", ACT);
    let mut pages = Vec::new();
    for (test, reason, sentence) in STOPS {
        let trace = traced(&pack, "test/act", &format!("第1条 {sentence}"));
        let sentences: &[Sentence] = &trace.requirements[0].predicate.sentences;
        let stopped: Vec<_> = sentences
            .iter()
            .flat_map(|one| &one.attempts)
            .map(|attempt| (attempt.test, attempt.reason))
            .collect();
        assert_eq!(stopped, [(Some(*test), *reason)], "{sentence}");
        assert_eq!(trace.requirements[0].reason, *reason, "{sentence}");
        pages.push(page(&trace, Lang::Ja));
        if *test == Test::Exception {
            pages.push(page(&trace, Lang::En));
        }
    }
    let tests: BTreeSet<Test> = STOPS.iter().map(|stop| stop.0).collect();
    assert!(Test::ALL.iter().all(|test| tests.contains(test)));
    assert_snapshot!("stops", pages.join("\n----\n"));
}

#[test]
fn words_that_occur_without_matching_are_told() {
    let cases: &[(CutReason, &str, &str)] = &[
        (CutReason::Except, r#"("データ" except "統計データ")"#, "乙は、統計データを消去する。"),
        (CutReason::LongerWord, r#"word "情報""#, "乙は、診療情報を消去する。"),
        (CutReason::Gap, r#"("契約" ..2 "終了")"#, "契約の全部が終了した。"),
        (CutReason::Form, "/[0-9]年間保存/", "記録を三年間保存する。"),
    ];
    let mut pages = Vec::new();
    for (why, pattern, sentence) in cases {
        let pack = pack_of("require", pattern);
        let trace = traced(&pack, "test/act", &format!("第1条 {sentence}"));
        let cuts: Vec<CutReason> = trace.requirements[0]
            .predicate
            .sentences
            .iter()
            .flat_map(|one| &one.cuts)
            .map(|cut| cut.why)
            .collect();
        assert_eq!(cuts, [*why], "{pattern}");
        pages.push(page(&trace, Lang::Ja));
    }
    assert_eq!(cases.iter().map(|case| case.0).collect::<Vec<_>>(), CutReason::ALL);
    assert_snapshot!("cuts", pages.join("\n----\n"));
}

#[test]
fn scopes_and_links_are_told() {
    let pack = pack_of(
        "require",
        r#"within article { act must(vendor) "通知" when "事故" and (by(hospital) or duration <= 24h or not "協議") }"#,
    );
    let text = "第1条（目的）\n本契約の目的を定める。\n第2条（事故の報告）\n乙は、医療情報の事故を検知したときは、調査する。\n2　乙は、前項の場合、24時間以内に甲に通知する。";
    assert_snapshot!("scopes", page(&traced(&pack, "test/act", text), Lang::Ja));
}

#[test]
fn a_document_of_another_kind_is_not_asked() {
    let pack = pack_of("require", ACT);
    let text = "第1条 乙は、契約終了時に、医療情報を返却する。";
    let document = read_document(text.as_bytes(), "case.txt", &Default::default()).expect("a text");
    let options = Options { kind: Some(Kind::Nda), ..Options::default() };
    let trace = trace(&document, text.as_bytes(), "case.txt", &pack, "test/act", &options).expect("known");
    assert!(trace.requirements.is_empty());
    assert_snapshot!("not-applicable", page(&trace, Lang::Ja));
}
