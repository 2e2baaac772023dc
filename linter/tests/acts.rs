//! `act` judged on single sentences: what satisfies a requirement, what is weak, what is missing and why.
#![expect(clippy::expect_used, clippy::indexing_slicing, reason = "a test that cannot go on should say so")]

use linter::evaluate::Reason;
use linter::lint::{Options, lint};
use linter::meaning::kind::Kind;
use linter::outcome::Status;
use linter::pack::{Source, load};
use linter::read::read_document;

/// A rule with one requirement, as a person would write it; its examples only satisfy the checker.
fn rule(expr: &str) -> String {
    format!(
        r#"seki 1
/// 試験用
rule test/act "試験" {{
  theme hygiene
  editions 6.0
  applies contract
  severity error
  basis M-7-3
  require it "要求" {{ {expr} }}
  advice """案"""
  pass "一" """例"""
  pass "二" """例"""
  fail it "一" """例"""
  fail it "二" """例"""
}}
"#
    )
}

/// A status and its reason.
type Answer = (Status, Option<Reason>);

fn judge(expr: &str, text: &str) -> Answer {
    let checked = load(vec![Source { path: "test.seki".to_owned(), text: rule(expr) }]);
    assert!(checked.errors.is_empty(), "{:?}", checked.errors);
    let document = read_document(text.as_bytes(), "case.txt", &Default::default()).expect("a text");
    let options = Options { kind: Some(Kind::ContractOutsourcing), ..Default::default() };
    let report = lint(&document, text.as_bytes(), "case.txt", &checked.pack, &options);
    let requirement = &report.outcomes[0].requirements[0];
    (requirement.status, requirement.reason)
}

#[test]
fn strength_party_and_polarity() {
    let expr = r#"act must(vendor) "返却" of "医療情報" when "終了""#;
    let cases: &[(&str, Status, Option<Reason>)] = &[
        ("第1条 乙は、契約終了時に、医療情報を甲に返却しなければならない。", Status::Satisfied, None),
        ("第1条 契約終了後、医療情報の返却は、乙が行うものとする。", Status::Satisfied, None),
        ("第1条 乙は、契約終了時に、医療情報を返却するよう努める。", Status::Weak, Some(Reason::Effort)),
        (
            "第1条 乙は、契約終了時に、可能な限り医療情報を返却するものとする。",
            Status::Weak,
            Some(Reason::Effort),
        ),
        ("第1条 乙は、契約終了時に、医療情報を返却することができる。", Status::Weak, Some(Reason::May)),
        (
            "第1条 甲は、契約終了時に、乙に対し医療情報の返却を求めることができる。",
            Status::Weak,
            Some(Reason::OnDemand),
        ),
        (
            "第1条 乙は、契約終了時に、医療情報を返却し、又は消去する。",
            Status::Weak,
            Some(Reason::Alternative),
        ),
        (
            "第1条 甲は、契約終了時に、医療情報を乙に返却しなければならない。",
            Status::Missing,
            Some(Reason::WrongParty),
        ),
        (
            "第1条 乙は、契約終了時に、医療情報を返却する義務を負わない。",
            Status::Missing,
            Some(Reason::Negated),
        ),
        (
            "第1条 乙は、契約終了時に、医療情報の返却の方法を協議する。",
            Status::Missing,
            Some(Reason::Mentioned),
        ),
        (
            "第1条 契約終了時の医療情報の返却については、乙が別に定める手順書による。",
            Status::Delegated,
            Some(Reason::Delegated),
        ),
        (
            "第1条 乙は、点検の際に、医療情報を返却しなければならない。",
            Status::Missing,
            Some(Reason::OtherOccasion),
        ),
        (
            "第1条 乙は、契約終了時に、貸与品を返却しなければならない。",
            Status::Missing,
            Some(Reason::OtherObject),
        ),
        ("第1条 乙は、善良に業務を行う。", Status::Missing, Some(Reason::NotFound)),
    ];
    for (text, status, reason) in cases {
        assert_eq!(judge(expr, text), (*status, *reason), "{text}");
    }
}

/// The subject of a clause that modifies a noun acts in that clause only.
#[test]
fn subjects_inside_and_beside() {
    use Status::{Missing, Satisfied};
    let other = (Missing, Some(Reason::WrongParty));
    let cases: &[(&str, &str, Answer)] = &[
        ("提供", "乙は、甲が預託情報を取り出すことのできる機能を提供しなければならない。", (Satisfied, None)),
        ("提供", "乙は、甲が記録を読み出せる画面を提供しなければならない。", (Satisfied, None)),
        ("提供", "乙は、甲が選ぶ者に機器を提供しなければならない。", (Satisfied, None)),
        ("認め", "乙は、甲が施設に立ち入ることを認めなければならない。", (Satisfied, None)),
        ("保管", "乙は機器を点検し、甲が取り出すことのできる形式で記録を保管する。", (Satisfied, None)),
        ("提供", "乙が記録を取り出すことのできる機能は、甲が提供しなければならない。", other),
        ("確認", "乙は点検し、甲が確認する。", other),
        ("確認", "乙は機器を点検し、甲がその結果を確認するものとする。", other),
        ("確認", "乙は機器を点検し、甲が診療情報を含む記録を確認する。", other),
        ("点検", "乙は機器を点検し、甲がその結果を確認するものとする。", (Satisfied, None)),
        ("提供", "甲は、乙が記録を取り出すことのできる機能を提供しなければならない。", other),
    ];
    for (action, text, expected) in cases {
        let expr = format!(r#"act must(vendor) "{action}""#);
        assert_eq!(judge(&expr, &format!("第1条 {text}")), *expected, "{text}");
    }
}

#[test]
fn prohibitions() {
    let expr = r#"act must_not(vendor) "再委託""#;
    let cases: &[(&str, Status, Option<Reason>)] = &[
        ("第1条 乙は、甲の承諾なく業務を再委託してはならない。", Status::Satisfied, None),
        (
            "第1条 業務の再委託は、甲が認めた場合を除き、乙はこれを行うことができない。",
            Status::Satisfied,
            None,
        ),
        ("第1条 乙は、業務を再委託することができる。", Status::Missing, Some(Reason::Permitted)),
        ("第1条 乙は、業務を再委託しないよう努める。", Status::Weak, Some(Reason::Effort)),
        ("第1条 乙は、再委託先を監督する。", Status::Missing, Some(Reason::Mentioned)),
    ];
    for (text, status, reason) in cases {
        assert_eq!(judge(expr, text), (*status, *reason), "{text}");
    }
}

#[test]
fn items_take_over_what_their_lead_says() {
    let expr = r#"act must(vendor) "暗号化""#;
    let under = |lead: &str| format!("第1条 {lead}\n(1) 通信の暗号化\n(2) 権限の管理\n");
    assert_eq!(judge(expr, &under("乙は、次の措置を講じなければならない。")).0, Status::Satisfied);
    assert_eq!(
        judge(expr, &under("乙は、次の措置を講じるよう努める。")),
        (Status::Weak, Some(Reason::Effort))
    );
    assert_eq!(
        judge(expr, &under("甲は、次の措置を講じなければならない。")),
        (Status::Missing, Some(Reason::WrongParty))
    );
    assert_eq!(
        judge(expr, &under("次の各号のいずれかに該当する場合は、甲は本契約を解除できる。")).0,
        Status::Missing
    );
}

#[test]
fn tables_say_who_does_what() {
    let table = "第1条 分担は次の表のとおりとする。\n\n| 作業 | 甲 | 乙 |\n|---|---|---|\n| 端末の管理 | ○ | － |\n| サーバの監視 | － | ○ |\n";
    assert_eq!(judge(r#"act must(vendor) "監視""#, table).0, Status::Satisfied);
    assert_eq!(judge(r#"act must(hospital) "監視""#, table), (Status::Missing, Some(Reason::WrongParty)));
    assert_eq!(judge("table { by(vendor) and by(hospital) }", table).0, Status::Satisfied);
}

#[test]
fn quantities_and_scopes() {
    let text = "第1条（報告）\n乙は、事故を知ったときは、24時間以内に甲に報告しなければならない。\n\n第2条（記録）\n乙は、ログを取得する。\n";
    assert_eq!(judge(r#"act must(vendor) "報告" within 48h"#, text).0, Status::Satisfied);
    assert_eq!(judge(r#"act must(vendor) "報告" within 1h"#, text), (Status::Weak, Some(Reason::TooLate)));
    assert_eq!(judge(r#"within article { "事故" and duration <= 24h }"#, text).0, Status::Satisfied);
    assert_eq!(judge(r#"within article { "事故" and "ログ" }"#, text).0, Status::Missing);
    assert_eq!(judge(r#"caption { "記録" }"#, text).0, Status::Satisfied);
}

#[test]
fn the_lead_decides_how_items_in_koto_bind() {
    let expr = r#"act must_not(vendor) "開示""#;
    let banned =
        "第1条 乙は、次の行為をしてはならない。\n(1) 秘密を開示すること。\n(2) 秘密を複写すること。\n";
    assert_eq!(judge(expr, banned).0, Status::Satisfied);
    let must = r#"act must(vendor) "返却""#;
    let under =
        |lead: &str| format!("第1条 {lead}\n(1) 医療情報を返却すること。\n(2) 媒体を消去すること。\n");
    assert_eq!(
        judge(must, &under("乙は、次の事項に努めるものとする。")),
        (Status::Weak, Some(Reason::Effort))
    );
    assert_eq!(
        judge(must, &under("乙は、次の事項について責任を負わない。")),
        (Status::Missing, Some(Reason::Negated))
    );
    assert_eq!(judge(must, &under("乙は、次の事項を遵守しなければならない。")).0, Status::Satisfied);
}

#[test]
fn what_only_looks_like_the_act() {
    let expr = r#"act must(vendor) "返却" of "医療情報""#;
    let cases: &[(&str, Status, Option<Reason>)] = &[
        ("第1条 乙は、医療情報の返却準備を行う。", Status::Missing, Some(Reason::Mentioned)),
        ("第1条 乙は、医療情報を返却いたしかねます。", Status::Missing, Some(Reason::Mentioned)),
        ("第1条 乙は、医療情報を返却したものとする。", Status::Missing, Some(Reason::Negated)),
        (
            "第1条 乙は、提供を停止し、甲が医療情報を返却するものとする。",
            Status::Missing,
            Some(Reason::WrongParty),
        ),
        ("第1条 医療情報は、乙に返却されるものとする。", Status::Weak, Some(Reason::ActorUnstated)),
        (
            "第1条 乙が必要と認める場合に限り、乙は、医療情報を返却する。",
            Status::Weak,
            Some(Reason::Discretion),
        ),
        (
            "第1条 乙は、医療情報を返却しなければならない。ただし、乙が不要と判断したときは、この限りでない。",
            Status::Weak,
            Some(Reason::Exception),
        ),
        (
            "第1条 乙は、医療情報を返却する。\n2 前項の規定にかかわらず、乙は、医療情報を返却する義務を負わない。",
            Status::Weak,
            Some(Reason::Exception),
        ),
        ("第1条 乙は、可能な限り速やかに医療情報を返却する。", Status::Satisfied, None),
        ("第1条 乙及びその従業員は、医療情報を返却しなければならない。", Status::Satisfied, None),
    ];
    for (text, status, reason) in cases {
        assert_eq!(judge(expr, text), (*status, *reason), "{text}");
    }
}

#[test]
fn cost_grows_with_the_text_and_not_with_its_square() {
    // No clock: a document of this size would not come to an end if the work were quadratic.
    let items: String = (1..4_000).map(|n| format!("({n}) 医療情報を返却すること。\n")).collect();
    let text = format!("第1条 乙は、次の事項に努める。\n{items}");
    assert_eq!(judge(r#"act must(vendor) "返却" of "医療情報""#, &text).0, Status::Weak);
    let line = "秘密情報目的外".repeat(4_000);
    let text = format!("第1条 {line}");
    assert_eq!(judge(r#"unit { "秘密" ..* "目的外" ..* "消去" }"#, &text).0, Status::Missing);
}
