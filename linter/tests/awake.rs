//! A requirement that no word of the document wakes has the verdict that asking would give it.
#![expect(clippy::expect_used, reason = "a test that cannot go on should say so")]

use dsl::ast::RequirementKind;
use linter::evaluate::{Reason, Scene, Scenes, Verdict};
use linter::language::units;
use linter::lint::understand;
use linter::meaning::references;
use linter::pack::{RulePack, Source, load, shipped_sources};
use linter::read::read_document;
use proptest::prelude::*;

/// How many requirements slept; panics where one of them would have had something to say.
fn sleepers(pack: &RulePack, text: &str, name: &str) -> usize {
    let document = read_document(text.as_bytes(), name, &Default::default()).expect("a text");
    let parties = understand(&document, None).parties;
    let units = units::split(&document, &parties);
    let references = references::read(&document, &units);
    let hits = [pack.matcher.scan(&units)];
    let scene = Scene::new(0, &document, &units, &parties, &references, &hits).expect("one scene");
    let scenes = Scenes::new(vec![scene], 0, true);
    let mut asleep = 0;
    for (place, rule) in pack.rules.rules.iter().enumerate() {
        for (index, requirement) in rule.requirements.iter().enumerate() {
            if !scenes.is_awake(place, index) {
                let verdict = scenes.evaluate(&requirement.expr, requirement.kind == RequirementKind::Forbid);
                assert_eq!(verdict, Verdict::missing(Reason::NotFound), "{} {}", rule.id, requirement.name);
                asleep += 1;
            }
        }
    }
    asleep
}

#[test]
fn shipped_rules_sleep_where_nothing_concerns_them() {
    let pack = load(shipped_sources()).pack;
    let texts = [
        ("a.txt", "第1条 乙は、機器を納める。\n"),
        ("a.txt", "第1条 乙は、事故を通知し、再委託をしない。\n第2条 甲は、監査をすることができる。\n"),
        ("a.md", include_str!("../../examples/karte-hoshu-keiyaku.md")),
        ("a.md", include_str!("../../examples/cloud-riyou-keiyaku.md")),
    ];
    let asleep: Vec<usize> = texts.iter().map(|(name, text)| sleepers(&pack, text, name)).collect();
    assert!(asleep[0] > asleep[1] && asleep[1] > asleep[2], "{asleep:?}");
}

/// A predicate of every form over a few words.
fn predicate() -> impl Strategy<Value = String> {
    let word = || {
        prop::sample::select(vec![
            "\"記録\"",
            "\"返却\"",
            "\"監査\"",
            "\"写真\"",
            "word \"担当\"",
            "/記録.?簿/",
        ])
    };
    let pattern = prop_oneof![
        word().prop_map(str::to_owned),
        (word(), word()).prop_map(|(a, b)| format!("({a} | {b})")),
        (word(), word()).prop_map(|(a, b)| format!("({a} ..6 {b})")),
        (word(), word()).prop_map(|(a, b)| format!("({a} except {b})")),
    ];
    let leaf = prop_oneof![
        pattern.clone(),
        pattern.clone().prop_map(|action| format!("act must(vendor) {action}")),
        (pattern.clone(), pattern.clone()).prop_map(|(action, of)| format!("act any(any) {action} of {of}")),
        (pattern.clone(), 0..3_u8).prop_map(|(counted, least)| format!("count({counted}) >= {least}")),
        pattern.clone().prop_map(|counted| format!("count({counted}) < 2")),
        pattern.clone().prop_map(|term| format!("defines {term}")),
        pattern.clone().prop_map(|name| format!("refers {name}")),
        Just("by(vendor)".to_owned()),
        Just("duration <= 24h".to_owned()),
    ];
    leaf.prop_recursive(3, 12, 3, move |inner| {
        prop_oneof![
            (inner.clone(), inner.clone()).prop_map(|(a, b)| format!("({a} and {b})")),
            (inner.clone(), inner.clone()).prop_map(|(a, b)| format!("({a} or {b})")),
            (inner.clone(), inner.clone()).prop_map(|(a, b)| format!("one_of {{ {a}, {b} }}")),
            inner.clone().prop_map(|a| format!("not ({a})")),
            inner.clone().prop_map(|a| format!("within article {{ {a} }}")),
            inner.clone().prop_map(|a| format!("within cell {{ {a} }}")),
            (pattern.clone(), inner).prop_map(|(heading, a)| format!("within column({heading}) {{ {a} }}")),
        ]
    })
}

fn document() -> impl Strategy<Value = String> {
    let line = prop::sample::select(vec![
        "第1条 乙は、機器を納める。\n",
        "第2条 乙は、記録を甲に返却しなければならない。\n",
        "第3条 甲は、24時間以内に監査を行う。\n",
        "第4条 この契約で「写真」とは、記録簿をいう。\n",
        "第5条 別紙1の記録による。\n",
        "\n| 業務 | 担当 |\n| --- | --- |\n| 記録 | 乙 |\n| 監査 | 甲 |\n\n",
    ]);
    prop::collection::vec(line, 1..6).prop_map(|lines| lines.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]
    #[test]
    fn any_predicate_sleeps_only_where_it_would_be_missing(expr in predicate(), text in document()) {
        let rule = format!(
            "seki 1\n/// 試験用\nrule test/it \"試験\" {{ theme hygiene editions 6.0 applies contract severity error basis M-7-3\n\
             require it \"要求\" {{ {expr} }}\nforbid no \"禁止\" {{ {expr} }}\nadvice \"\"\"案\"\"\"\n\
             pass \"一\" \"\"\"例\"\"\"\npass \"二\" \"\"\"例\"\"\"\nfail it \"三\" \"\"\"例\"\"\"\nfail it \"四\" \"\"\"例\"\"\"\n}}\n"
        );
        let checked = load(vec![Source { path: "test.seki".to_owned(), text: rule }]);
        prop_assert!(checked.errors.is_empty(), "{expr}: {:?}", checked.errors);
        sleepers(&checked.pack, &text, "case.md");
    }
}
