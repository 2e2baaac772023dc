//! What is doubtful in rule files: one sound file, and for each doubt the change that brings it about.
#![expect(clippy::expect_used, clippy::indexing_slicing, reason = "a test that cannot go on should say so")]

use dsl::Doubt;
use insta::assert_snapshot;
use linter::message::{Lang, help, text};
use linter::pack::{self, PackError, RulePack, Source};
use linter::{examples, inspect};
use proptest::prelude::*;

/// A rule file about which nothing is doubtful.
const SOUND: &str = r#"seki 1

concept 預り品 = "貸与品" | ("貸与" ..6 "機器") | word "備品"

/// 貸与した物が、契約の終了時に医療機関へ戻ることを求める。戻らないと、設定の残った機器が外に出る。
rule own/lent "貸与品の返却" {
  theme     devices
  editions  6.0
  applies   contract when not remote.staff
  severity  error
  basis     M-8-11
  require back "返却" { act must(vendor) ("返却" | "返還") of 預り品 when "終了" }
  recommend list "一覧" { number("部") >= 1 and "一覧" }
  advice """
    第{{ n }}条（貸与品の返却）
    {{ vendor }}は、本契約の終了時に、貸与品を{{ hospital }}に返却しなければならない。
  """
  pass "甲乙の書き方" """
    第1条 乙は、本契約の終了時に、甲の貸与品を返却しなければならない。
  """
  pass "当社の書き方" """
    第1条 当社は、利用契約の終了時に、お客様の備品を返還します。
  """
  fail back as weak "努力にとどまる" """
    第1条 乙は、本契約の終了時に、甲の貸与品を返却するよう努める。
  """
  fail back, list "定めがない" """
    第1条 乙は、本契約の終了時に、甲に報告する。
  """
}
"#;

/// For each doubt, what is replaced by what, and the text at which it is told.
const CASES: &[(Doubt, &str, &str, &str)] = &[
    (
        Doubt::AdviceBroken,
        "{{ vendor }}は",
        "{{ vendor }は",
        "{{ vendor }は、本契約の終了時に、貸与品を{{ hospital }}に返却しなければならない。",
    ),
    (Doubt::AdviceConcept, "貸与品を{{", "{{ term(\"貸与物\", \"貸与品\") }}を{{", "貸与物"),
    (Doubt::AdviceVariable, "{{ hospital }}に", "{{ customer }}に", "customer"),
    (
        Doubt::ConceptRedefined,
        "concept 預り品 = \"貸与品\" |",
        "concept 返却 = \"返却物\"\nconcept 預り品 = 返却 | \"貸与品\" |",
        "返却",
    ),
    (
        Doubt::ConditionAlways,
        "not remote.staff",
        "remote.staff or not remote.staff",
        "remote.staff or not remote.staff",
    ),
    (
        Doubt::ConditionNever,
        "not remote.staff",
        "not remote.staff and remote.staff",
        "remote.staff and remote.staff",
    ),
    (
        Doubt::Contradiction,
        "recommend list \"一覧\" { number(\"部\") >= 1 and \"一覧\" }",
        "forbid list \"禁じる返却\" { act must(vendor) (\"返却\" | \"返還\" | \"送付\") of 預り品 }",
        "list",
    ),
    (
        Doubt::DuplicatePredicate,
        "{ number(\"部\") >= 1 and \"一覧\" }",
        "{ act must(vendor) (\"返却\" | \"返還\") of 預り品 when \"終了\" }",
        "list",
    ),
    (Doubt::EditionNotHeld, "editions  6.0", "editions  7.0", "7.0"),
    (Doubt::ExampleUnexpected, "返却するよう努める", "返却する", "\"努力にとどまる\""),
    (
        Doubt::ExamplesAlike,
        "当社は、利用契約の終了時に、お客様の",
        "乙は、利用契約の終了時に、甲の",
        "\"甲乙の書き方\"",
    ),
    (Doubt::ExceptCutsAll, "of 預り品", "of (預り品 | \"貸与端末\" except \"端末\")", "\"貸与端末\""),
    (Doubt::ExceptCutsNothing, "of 預り品", "of (預り品 | \"端末\" except \"売却\")", "\"売却\""),
    (Doubt::GapCannotHold, "(\"貸与\" ..6 \"機器\")", "(\"取り\" ..0 \"扱い\")", "\"扱い\""),
    (Doubt::GapCannotHold, "(\"貸与\" ..6 \"機器\")", "(word \"データ\" ..0 \"センタ\")", "\"センタ\""),
    (
        Doubt::ImpliedRequirement,
        "recommend list \"一覧\" { number(\"部\") >= 1 and \"一覧\" }",
        "require list \"緩い返却\" at warning { act should(vendor) (\"返却\" | \"返還\" | \"送付\") of 預り品 }",
        "list",
    ),
    (Doubt::LiteralNotNormal, "\"貸与品\" |", "\"貸与品\" | \"ＵＳＢ\" |", "\"ＵＳＢ\""),
    (Doubt::LiteralSpansSentences, "\"貸与品\" |", "\"貸与品\" | \"終わる。返す\" |", "\"終わる。返す\""),
    (Doubt::LiteralVanishes, "\"貸与品\" |", "\"貸与品\" | \"* *\" |", "\"* *\""),
    (Doubt::QuantityNever, ">= 1", "< 0", "0"),
    (Doubt::RegexNotFolded, "\"貸与品\" |", "\"貸与品\" | /機器[0-9]および/ |", "/機器[0-9]および/"),
    (Doubt::RegexNotFolded, "\"貸与品\" |", "\"貸与品\" | /LAN[0-9]/ |", "/LAN[0-9]/"),
    (Doubt::RegexNotFolded, "\"貸与品\" |", "\"貸与品\" | /ｌａｎ[0-9]/ |", "/ｌａｎ[0-9]/"),
    (Doubt::RepeatedConcept, "of 預り品", "of (預り品 | 預り品)", "預り品"),
    (Doubt::RequirementUnexampled, "fail back, list", "fail back", "list"),
    (
        Doubt::RuleUnreachable,
        "contract when not remote.staff",
        "contract_saas when not outsourcing.cloud",
        "contract_saas",
    ),
    (Doubt::ShadowedWording, "\"貸与品\" |", "\"貸与品\" | \"甲の貸与品\" |", "\"甲の貸与品\""),
    (Doubt::ShadowedWording, "\"貸与品\" |", "\"貸与品\" | \"貸 与 品\" |", "\"貸 与 品\""),
    (
        Doubt::TextShort,
        "貸与した物が、契約の終了時に医療機関へ戻ることを求める。戻らないと、設定の残った機器が外に出る。",
        "貸与品を返す。",
        "own/lent",
    ),
    (Doubt::UnitUnknown, "number(\"部\")", "number(\"冊\")", "\"冊\""),
    (Doubt::WordOpenEnd, "word \"備品\"", "word \"備える\"", "\"備える\""),
];

/// Doubts that one file with one requirement cannot show.
const ELSEWHERE: &[Doubt] = &[Doubt::BasisUnverified, Doubt::OverlappingRules];

fn load(sources: &[&str]) -> (RulePack, Vec<PackError>) {
    let sources = sources
        .iter()
        .enumerate()
        .map(|(number, text)| Source { path: format!("{number}.seki"), text: (*text).to_owned() })
        .collect::<Vec<_>>();
    let given = sources.len();
    let checked = pack::load(sources);
    let mut found = checked.errors;
    found.extend(inspect::all(&checked.pack, given));
    (checked.pack, found)
}

fn told(error: &PackError, lang: Lang) -> String {
    let args = error.error.kind.args();
    let args: Vec<(&str, &str)> = args.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let code = error.error.kind.code();
    format!("{}\n  → {}", text(lang, code, &args), help(lang, code, &args).expect("every doubt has its help"))
}

fn place<'a>(pack: &'a RulePack, error: &PackError) -> &'a str {
    pack.sources[error.file].text.get(error.error.span.range()).expect("a place in the file")
}

#[test]
fn nothing_is_doubtful_about_a_sound_file() {
    let (_, found) = load(&[SOUND]);
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn each_change_gives_its_doubt() {
    let mut lines = Vec::new();
    for (doubt, from, to, at) in CASES {
        assert!(SOUND.contains(from), "{doubt:?}: {from}");
        let changed = SOUND.replace(from, to);
        let (pack, found) = load(&[&changed]);
        let code = |error: &PackError| error.error.kind.code();
        let wanted = dsl::DslErrorKind::Doubtful { doubt: *doubt, args: Vec::new() };
        let own = found.iter().find(|error| code(error) == wanted.code());
        let own = own.unwrap_or_else(|| panic!("{doubt:?}: {found:#?}"));
        assert_eq!(place(&pack, own), *at, "{doubt:?}");
        // A change may make an example come out otherwise; nothing else may be said.
        let others: Vec<&str> = found
            .iter()
            .map(code)
            .filter(|other| *other != wanted.code() && *other != "dsl-example-unexpected")
            .filter(|other| *doubt != Doubt::Contradiction || *other != "dsl-requirement-unexampled")
            .collect();
        assert!(others.is_empty(), "{doubt:?}: {others:?}");
        lines.push(format!("{at}\n  {}", told(own, Lang::Ja)));
        lines.push(format!("  {}", told(own, Lang::En)));
    }
    let missing: Vec<&Doubt> = Doubt::ALL
        .iter()
        .filter(|doubt| !ELSEWHERE.contains(doubt) && !CASES.iter().any(|case| case.0 == **doubt))
        .collect();
    assert!(missing.is_empty(), "{missing:?}");
    assert_snapshot!("doubts", lines.join("\n"));
}

#[test]
fn rules_are_compared_with_each_other() {
    let other = SOUND
        .replace("own/lent", "own/other")
        .replace("concept 預り品", "concept 別の品")
        .replace("of 預り品", "of 別の品");
    let topic = |text: &str| text.replace("theme     devices", "topic     access_log");
    let (pack, found) = load(&[&topic(SOUND), &topic(&other)]);
    let seen: Vec<(&str, &str)> =
        found.iter().map(|error| (error.error.kind.code(), place(&pack, error))).collect();
    assert_eq!(
        seen,
        [("dsl-overlapping-rules", "own/other"), ("dsl-duplicate-predicate", "list")],
        "{found:#?}"
    );
    let apart = topic(&other).replace("applies   contract ", "applies   nda ");
    let (_, found) = load(&[&topic(SOUND), &apart]);
    assert!(found.iter().all(|error| error.error.kind.code() == "dsl-example-unexpected"), "{found:#?}");
}

/// What is doubtful in the rules that ship, by kind: several rules of one topic overlap by intent, and rules for the
/// institution itself have no 甲 and 乙. None is a mistake, and none comes in unseen.
#[test]
fn doubts_of_the_shipped_rules() {
    let checked = pack::load(pack::shipped_sources());
    let found = inspect::doubts(&checked.pack, checked.pack.sources.len());
    assert!(found.iter().all(|error| error.error.level != dsl::Level::Error), "{found:#?}");
    let mut counts: std::collections::BTreeMap<&str, usize> = Default::default();
    found.iter().for_each(|error| *counts.entry(error.error.kind.code()).or_default() += 1);
    insta::assert_debug_snapshot!("doubts-of-the-shipped-rules", counts);
}

/// An extension in another file can repeat what the concept has.
#[test]
fn extensions_are_looked_at_as_well() {
    let extension = "seki 1\nextend concept 預り品 = \"甲の貸与品\" | \"端末\"\n";
    let (pack, found) = load(&[SOUND, extension]);
    let seen: Vec<(&str, &str)> =
        found.iter().map(|error| (error.error.kind.code(), place(&pack, error))).collect();
    assert_eq!(seen, [("dsl-shadowed-wording", "\"甲の貸与品\"")]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(16))]
    /// A wording that ends with another one: whatever stands around it, the act has the same verdict without it.
    #[test]
    fn a_shadowed_wording_never_decides(
        before in "[甲乙医療データを、]{0,4}",
        after in "(する。|しない。|しなければならない。|を求める。|に努める。|の方法を協議する。)",
        prefix in "[完全電子再]{1,2}",
    ) {
        let sentence = format!("第1条 乙は、{before}{prefix}消去{after}");
        let with = SOUND.replace("\"返却\" | \"返還\"", &format!("\"消去\" | \"{prefix}消去\""));
        let without = SOUND.replace("\"返却\" | \"返還\"", "\"消去\"");
        let status = |rules: &str| {
            let rules = rules.replace(" of 預り品 when \"終了\"", "").replace("乙は、本契約の終了時に、甲に報告する。", &sentence_only(&sentence));
            let checked = pack::load(vec![Source { path: "0.seki".to_owned(), text: rules }]);
            let results = examples::run(&checked.pack, &checked.pack.rules.rules[0], Lang::Ja);
            results[3].outcome().map(|outcome| (outcome.status, outcome.requirements[0].reason))
        };
        prop_assert_eq!(status(&with), status(&without));
    }
}

fn sentence_only(sentence: &str) -> String {
    sentence.trim_start_matches("第1条 ").to_owned()
}
