//! Predicates other than `act`: scopes down to the cell, counts, quantities with their bounds, definitions, references.
#![expect(clippy::expect_used, clippy::indexing_slicing, reason = "a test that cannot go on should say so")]

use linter::lint::{Options, lint};
use linter::meaning::kind::Kind;
use linter::outcome::Status;
use linter::pack::{Source, load};
use linter::read::read_document;

/// A rule with one requirement, as a person would write it; its examples only satisfy the checker.
fn rule(kind: &str, expr: &str) -> String {
    format!(
        r#"seki 1
/// 試験用
rule test/it "試験" {{
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
    )
}

/// Status and the passages shown.
fn judge_as(kind: &str, expr: &str, name: &str, text: &str) -> (Status, Vec<String>) {
    let checked = load(vec![Source { path: "test.seki".to_owned(), text: rule(kind, expr) }]);
    assert!(checked.errors.is_empty(), "{expr}: {:?}", checked.errors);
    let document = read_document(text.as_bytes(), name, &Default::default()).expect("a text");
    let options = Options { kind: Some(Kind::ContractOutsourcing), ..Default::default() };
    let report = lint(&document, text.as_bytes(), name, &checked.pack, &options);
    let outcome = &report.outcomes[0];
    let shown = outcome
        .evidence
        .iter()
        .map(|passage| document.text.get(passage.passage_bytes.clone()).unwrap_or_default().to_owned())
        .collect();
    (outcome.requirements[0].status, shown)
}

fn holds(expr: &str, text: &str) -> bool {
    judge_as("require", expr, "case.md", text).0 == Status::Satisfied
}

const TABLE: &str = "# 保守契約書

第1条 乙は、別表の業務を行う。

| 業務 | 担当 | 期限 |
| --- | --- | --- |
| 障害の受付 | 乙 | 1時間以内 |
| 復旧の判断 | 甲 | 24時間以内 |
| 記録の保存 | 甲乙協議 | 5年以上 |
";

#[test]
fn cells_and_columns_are_scopes() {
    let cases = [
        (r#"within column("担当") { by(hospital) }"#, true),
        (r#"within column("期限") { by(hospital) }"#, false),
        (r#"within column("期限") { duration <= 1h }"#, true),
        (r#"within column("業務") { duration <= 1h }"#, false),
        (r#"within row { "復旧" and column("担当") { by(hospital) } }"#, true),
        (r#"within row { "受付" and column("担当") { by(hospital) } }"#, false),
        (r#"within row { "復旧" and column("期限") { duration <= 1h } }"#, false),
        (r#"within cell { "障害" and duration <= 1h }"#, false),
        (r#"within row { "障害" and duration <= 1h }"#, true),
        (r#"within cell { "障害" and "受付" }"#, true),
        (r#"within table { "障害" and "復旧" }"#, true),
        (r#"within row { "障害" and "復旧" }"#, false),
        (r#"within column("責任者") { "乙" ..* "甲" }"#, false),
    ];
    for (expr, expected) in cases {
        assert_eq!(holds(expr, TABLE), expected, "{expr}");
    }
    let (_, shown) = judge_as("require", r#"within column("担当") { by(hospital) }"#, "case.md", TABLE);
    assert_eq!(shown, ["甲"], "the cell itself is shown");
}

#[test]
fn sentences_items_and_rows_are_counted() {
    let text =
        "第1条 乙は、記録を残す。\n第2条 乙は、記録を甲に渡し、記録の写しを消す。\n第3条 甲は、支払う。\n";
    let cases = [
        (r#"count("記録") >= 2"#, true),
        (r#"count("記録") >= 3"#, false),
        (r#"count("記録") == 2"#, true),
        (r#"count("記録") < 2"#, false),
        (r#"count("写真") == 0"#, true),
        (r#"within article { count("記録" | "支払") >= 2 }"#, false),
    ];
    for (expr, expected) in cases {
        assert_eq!(holds(expr, text), expected, "{expr}");
    }
}

#[test]
fn bounds_of_quantities_matter() {
    let cases = [
        (r#"number("文字") >= 13"#, "パスワードは、13文字以上とする。", true),
        (r#"number("文字") >= 13"#, "パスワードは、十五文字以上とする。", true),
        (r#"number("文字") >= 13"#, "パスワードは、８文字以上とする。", false),
        (r#"number("文字") >= 13"#, "氏名は、２０文字以内とする。", false),
        ("duration <= 24h", "乙は、二十四時間以内に報告する。", true),
        ("duration <= 24h", "乙は、24時間以上前に報告する。", false),
        ("duration <= 24h", "乙は、1営業日以内に報告する。", false),
        ("duration <= 5bd", "乙は、5営業日以内に報告する。", true),
        ("duration <= 5bd", "乙は、10日以内に報告する。", false),
        ("period >= 5y", "記録は、５年間保存する。", true),
        ("period >= 5y", "記録は、60か月間保存する。", true),
        ("period >= 5y", "本契約は、2026年に締結した。", false),
        ("duration <= 24h", "乙は、十分な注意を払う。", false),
        (r#"act must(vendor) "返却" within 30d"#, "乙は、30日以内に返却する。", true),
        (r#"act must(vendor) "返却" within 30d"#, "乙は、30日を経過した後に返却する。", false),
        (r#"act must(vendor) "返却" within 30d"#, "乙は、令和8年4月1日に始めた業務の資料を返却する。", false),
        (r#"act must(vendor) "返却" within 30d"#, "乙は、30日から60日以内に返却する。", false),
        (
            r#"act must(vendor) "返却" within 30d"#,
            "乙は、60日以内に返却し、10日以内に証明書を交付する。",
            false,
        ),
        (r#"act must(vendor) "返却" within 12mo"#, "乙は、1年以内に返却する。", true),
        ("period >= 5y", "記録は、3年を超えて保存する。", false),
        (r#"number("世代") >= 3"#, "控えは、3世代を保つ。", true),
        (r#"number("%") >= 99.9"#, "稼働率は、99.95％以上とする。", true),
        (r#"number("%") >= 99.9"#, "稼働率は、99.5%以上とする。", false),
        (r#"number("円") >= 1000000"#, "賠償の限度は、1,000,000円とする。", true),
        (r#"number("円") >= 1000000"#, "賠償の限度は、50万円とする。", false),
    ];
    for (expr, text, expected) in cases {
        assert_eq!(holds(expr, &format!("第1条 {text}\n")), expected, "{expr}: {text}");
    }
    let short = r#"number("文字") < 13"#;
    assert_eq!(judge_as("forbid", short, "a.txt", "第1条 8文字以上とする。\n").0, Status::Conflicting);
    assert_eq!(judge_as("forbid", short, "a.txt", "第1条 13文字以上とする。\n").0, Status::Satisfied);
}

#[test]
fn terms_stand_for_what_they_mean() {
    let contract = |meaning: &str, duty: &str| {
        format!("第1条 甲が乙に預ける{meaning}（以下「本件資産」という。）は、甲に属する。\n第2条 {duty}\n")
    };
    let returned = r#"act must(vendor) "返却" of "診療情報""#;
    let duty = "乙は、本件資産を甲に返却しなければならない。";
    let cases = [
        (contract("診療情報", duty), true),
        (contract("紹介状その他の診療情報等", duty), true),
        (contract("診療情報及び処方情報", duty), true),
        (contract("処方情報並びに診療情報", duty), true),
        (contract("診療情報、処方情報その他の情報", duty), true),
        (contract("処方情報、診療情報等又は画像", duty), true),
        (contract("診療情報及びその複製", duty), true),
        (contract("診療情報を扱う機器", duty), false),
        (contract("診療情報及び機器を扱う部屋", duty), false),
        (contract("診療情報及び処方情報の管理規程", duty), false),
        (contract("診療情報、処方情報その他の情報を扱う機器", duty), false),
        (contract("機器及び診療情報を扱う部屋", duty), false),
        (contract("備品（診療情報、処方情報を除く。）", duty), false),
        (contract("備品", duty), false),
        (contract("診療情報", "乙は、貸与品を甲に返却しなければならない。"), false),
    ];
    for (text, expected) in cases {
        assert_eq!(holds(returned, &text), expected, "{text}");
    }
    let occasion = r#"act must(vendor) "通知" when "漏えい""#;
    let text = "第1条 この契約で「事案」とは、情報の漏えいをいう。\n第2条 乙は、事案が生じたときは、甲に通知しなければならない。\n";
    assert!(holds(occasion, text));
}

#[test]
fn definitions_and_references_can_be_asked_for() {
    let text = "第1条 この契約で「個人情報」とは、生存する個人に関する情報をいう。\n第2条 再委託は、別紙2による。\n第3条 乙は、個人情報の保護に関する法律第27条に従う。\n";
    let cases = [
        (r#"defines "個人情報""#, true),
        (r#"defines "個人に関する情報""#, true),
        (r#"defines "再委託""#, false),
        (r#"refers "別紙""#, true),
        (r#"refers ("保護に関する法律" | "保護法")"#, true),
        (r#"refers "個人情報をいう""#, false),
        (r#"refers "再委託""#, false),
        (r#"within article { "再委託" and refers "別紙" }"#, true),
    ];
    for (expr, expected) in cases {
        assert_eq!(holds(expr, text), expected, "{expr}");
    }
}
