//! Sentences, items and cells of the kinds that rules met and misjudged, each with its counterpart: one line a case.
#![expect(clippy::expect_used, clippy::indexing_slicing, reason = "a test that cannot go on should say so")]

use linter::evaluate::Reason::{self, Effort, Mentioned, Negated, NotFound, WrongParty};
use linter::lint::{Options, lint};
use linter::meaning::kind::Kind;
use linter::outcome::Status::{self, Missing, Satisfied, Weak};
use linter::pack::{Source, load};
use linter::read::read_document;

/// A rule with one requirement; its examples only satisfy the checker.
fn rule(expr: &str) -> String {
    format!(
        r#"seki 1
/// 試験用
rule test/it "試験" {{
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

fn judge(expr: &str, text: &str) -> (Status, Option<Reason>) {
    let checked = load(vec![Source { path: "test.seki".to_owned(), text: rule(expr) }]);
    assert!(checked.errors.is_empty(), "{expr}: {:?}", checked.errors);
    let document = read_document(text.as_bytes(), "case.md", &Default::default()).expect("a text");
    let options = Options { kind: Some(Kind::ContractOutsourcing), ..Default::default() };
    let report = lint(&document, text.as_bytes(), "case.md", &checked.pack, &options);
    let requirement = &report.outcomes[0].requirements[0];
    (requirement.status, requirement.reason)
}

const MET: (Status, Option<Reason>) = (Satisfied, None);
const NAMED: (Status, Option<Reason>) = (Missing, Some(Mentioned));
const NOWHERE: (Status, Option<Reason>) = (Missing, Some(NotFound));

/// What is asked, the sentence, the answer.
type Case<'a> = (&'a str, &'a str, (Status, Option<Reason>));

fn check(cases: &[Case<'_>]) {
    for (expr, text, expected) in cases {
        assert_eq!(judge(expr, &format!("第1条 {text}\n")), *expected, "{expr}: {text}");
    }
}

#[test]
fn what_somebody_receives() {
    let permit = r#"act must(any) "許可""#;
    let report = r#"act must(vendor) "報告""#;
    check(&[
        (permit, "職員は、院長の許可を受けなければならない。", MET),
        (permit, "職員は、院長の許可を受けます。", MET),
        (permit, "職員は、許可を受けた端末を使う。", NAMED),
        (r#"act must(any) "研修""#, "職員は、年1回研修を受ける。", MET),
        (report, "乙は、甲から報告を受けるものとする。", NAMED),
        (r#"act must(vendor) "受け""#, "乙は、甲から報告を受けるものとする。", MET),
    ]);
}

#[test]
fn bans_say_two_things() {
    let take = r#"act must_not(any) "持ち出""#;
    let ban = r#"act must(any) "禁止""#;
    check(&[
        (take, "端末を持ち出すことは禁止する。", MET),
        (ban, "端末を持ち出すことは禁止する。", MET),
        (take, "端末を持ち出すことは、原則として禁止する。", MET),
        (take, "端末の持ち出しを固く禁ずる。", MET),
        (take, "端末の持ち出しは禁止とする。", MET),
        (take, "端末の持ち出しは禁止", MET),
        (take, "端末の持ち出しを禁止し、記録を残す。", MET),
        (take, "端末の持ち出しは、いかなる場合でも禁止する。", MET),
        (take, "端末を複写し、又は持ち出すことを禁止する。", MET),
        (r#"act must_not(any) "複写""#, "端末を複写し、又は持ち出すことを禁止する。", MET),
        (take, "端末の持ち出しを禁止するよう努める。", (Weak, Some(Effort))),
        (take, "端末の持ち出しを禁止することができる。", NAMED),
        (take, "端末の持ち出しを禁止しない。", NAMED),
        (ban, "端末の持ち出しを禁止しない。", (Missing, Some(Negated))),
        (r#"act must(any) "持ち出""#, "端末の持ち出しを禁止する。", (Missing, Some(Negated))),
        (r#"act may(vendor) "禁止""#, "乙は、利用を禁止することができる。", MET),
    ]);
}

#[test]
fn polite_words_bind_as_well() {
    check(&[
        (r#"act must(any) "行い""#, "管理者は、訓練を、採用時及び毎年1回以上行い、記録を残す。", MET),
        (r#"act must(any) "見直""#, "手順書は、年1回以上見直し、承認を得ること。", MET),
        (r#"act must_not(any) "持ち帰""#, "端末を家に持ち帰らないでください。", MET),
        (r#"act must(any) "変更""#, "利用者は、パスワードの変更に努めてください。", (Weak, Some(Effort))),
        (r#"act must(vendor) "選任""#, "乙では、管理者を選任しています。", MET),
    ]);
}

#[test]
fn a_choice_in_a_subordinate_clause() {
    let take = r#"act must(any) "措置""#;
    let report = r#"act must(any) "報告""#;
    check(&[
        (take, "ログが改ざん又は追加されないよう、措置を講じる。", MET),
        (take, "ログが改ざん又は追加されないよう措置を講じる。", MET),
        (report, "端末の紛失又は盗難の際は、直ちに責任者に報告する。", MET),
        (report, "職員は端末を紛失し、又は盗まれたときは、責任者に報告する。", MET),
        (r#"act must(any) "紛失""#, "職員は端末を紛失し、又は盗まれたときは、責任者に報告する。", NAMED),
        (r#"act must(any) "定め""#, "誰が報告するかを定める。", MET),
        (r#"act must(any) "適用""#, "本規程は、システムを利用し、又は管理するすべての者に適用する。", MET),
        (report, "責任者は、報告又は掲示を行う。", (Weak, Some(Reason::Alternative))),
    ]);
}

#[test]
fn an_adverb_weakens_its_own_clause() {
    let keep = r#"act must(any) "必須""#;
    let effort = (Weak, Some(Effort));
    check(&[
        (keep, "TLS1.2以上を必須とし、可能な限りTLS1.3を使う。", MET),
        (r#"act must(any) "使う""#, "TLS1.2以上を必須とし、可能な限りTLS1.3を使う。", effort),
        (r#"act must(vendor) "返却""#, "乙は、可能な限り、媒体を返却する。", effort),
        (r#"act must(vendor) "返却""#, "乙は、可能な限り、速やかに媒体を返却する。", MET),
    ]);
}

#[test]
fn steps_before_something_else() {
    let check_first = r#"act must(any) "検査""#;
    let approve = r#"act must(any) "承認""#;
    check(&[
        (check_first, "機器は、検査を行ってから接続すること。", MET),
        (r#"act must(any) "接続""#, "機器は、検査を行ってから接続すること。", MET),
        (r#"act must(vendor) "返却""#, "乙は、媒体を返却した後、記録を消去する。", MET),
        (r#"act must(any) "確認""#, "責任者は、確認の上、承認する。", MET),
        (approve, "職員は、院長の承認を得た上で、端末を持ち出すことができる。", MET),
        (approve, "職員は、院長の承認を得た上で、端末を持ち出すよう努める。", (Weak, Some(Effort))),
        (approve, "承認を得た上で持ち出した端末を返す。", NAMED),
        (r#"act must(any) "終了""#, "本契約が終了した後、媒体を返却する。", NAMED),
        (r#"act must(any) "退職""#, "職員は、退職した後、秘密を漏らしてはならない。", NAMED),
    ]);
}

#[test]
fn what_is_limited_or_required() {
    let consent = r#"act must(vendor) "承諾" when "再委託""#;
    check(&[
        (consent, "乙は、甲の承諾を得た場合に限り、再委託することができる。", MET),
        (consent, "乙は、甲の承諾を得た場合に限り再委託できる。", MET),
        (consent, "乙は、甲の承諾を得た場合は、再委託することができる。", NAMED),
        (r#"act must(any) "限り""#, "許可した者だけに限り、入室を認める。", MET),
        (r#"act must(any) "限り""#, "緊急の場合に限り、入室を認める。", NAMED),
        (r#"act must(any) "認証""#, "システムの利用には、多要素認証を必須とする。", MET),
        (r#"act must(any) "受講""#, "責任者は、職員に研修の受講を義務付ける。", MET),
        (
            r#"act must(vendor) "保持""#,
            "乙は、再委託先に秘密の保持を義務付ける。",
            (Missing, Some(WrongParty)),
        ),
        (r#"act must(vendor) "義務付け""#, "乙は、再委託先に秘密の保持を義務付ける。", MET),
        (r#"act must(any) "限定""#, "入室を管理者に限定する。", MET),
        (r#"act must(any) "限り""#, "責任者は、記録に触れる者を限り、操作を記録しなければならない。", MET),
    ]);
}

#[test]
fn what_is_no_such_act() {
    check(&[
        (r#"act may(hospital) "監査""#, "甲は、官庁の監査に応じる。", NAMED),
        (r#"act must(vendor) "応じ" of "監査""#, "乙は、甲の監査に応じる。", MET),
        (r#"act must(vendor) "協議""#, "乙は、協議に応じなければならない。", MET),
        (r#"act must_not(vendor) "利用""#, "乙は、第三者を利用者としてはならない。", NAMED),
        (r#"act must(vendor) "引渡""#, "乙は、書類を引き渡し、その記録を残す。", MET),
        (r#"act must(vendor) "引渡""#, "乙は、書類の引き渡し、その記録を確かめる。", NAMED),
        (r#"refers "別紙""#, "この書面は、別紙ではない。", NOWHERE),
        (r#"refers "別紙""#, "乙は、別紙に従う。", MET),
        (r#"act must(any) "保存""#, "電子保存とは、記録を作成し、保存することをいう。", NAMED),
        (r#"act must(any) "保存""#, "責任者は、記録を作成し、保存する。", MET),
    ]);
}

#[test]
fn an_item_is_the_object_of_its_lead() {
    let keep = r#"act must(any) "備え" of "無停電電源装置""#;
    let under = |lead: &str| format!("第1条 {lead}\n(1) 空調\n(2) 無停電電源装置\n");
    assert_eq!(judge(keep, &under("次の設備を備える。")), MET);
    assert_eq!(judge(keep, &under("次の設備を備えるよう努める。")), (Weak, Some(Effort)));
    assert_eq!(judge(keep, &under("次の場合を除き、機器を備えてはならない。")).0, Missing);
    let apart = "第1条 次の設備を備える。\n(1) 空調\n第2条 無停電電源装置の点検\n";
    assert_eq!(judge(keep, apart).0, Missing);
    let lost = "第1条 次に掲げるときは、責任者に報告する。\n(1) 端末を紛失したとき\n(2) 盗難\n";
    assert_eq!(judge(r#"act must(any) "報告" when "紛失""#, lost), MET);
    let meant = "第1条 この規程の用語は、次のとおりとする。\n(1) 保存 記録を作成し、廃棄しないことをいう。\n(2) 複製 写すこと\n";
    assert_eq!(judge(r#"act must(any) "作成""#, meant), NAMED);
}

#[test]
fn cells_speak_in_their_row() {
    let table = |heads: &str, row: &str| {
        let rule = "|---".repeat(heads.split('|').count());
        format!("# 規程\n\n| {heads} |\n{rule}|\n| {row} |\n")
    };
    let lock = r#"act must(any) "施錠" of "サーバ室""#;
    let take = r#"act must_not(any) "持ち出" of "端末""#;
    let watch = |party: &str| format!(r#"act must({party}) "監視""#);
    let cases = [
        (lock.to_owned(), table("場所|措置", "サーバ室|施錠する"), MET),
        (lock.to_owned(), table("場所|措置", "サーバ室|施錠の方法"), NAMED),
        (lock.to_owned(), table("サーバ室|措置", "受付|施錠する"), MET),
        (take.to_owned(), table("項目|内容", "端末|利用者は端末を持ち出さない"), MET),
        (take.to_owned(), table("項目|脅威", "端末|利用者は端末を持ち出さない"), NAMED),
        (take.to_owned(), table("項目|内容", "端末|施錠する<br>持ち出さない"), MET),
        (watch("vendor"), table("作業|担当", "サーバの監視|乙が行う"), MET),
        (watch("hospital"), table("作業|担当", "サーバの監視|乙が行う"), (Missing, Some(WrongParty))),
        (
            r#"within row { "担当" and "期限" }"#.to_owned(),
            table("作業|担当|期限", "点検|室長|月末"),
            NOWHERE,
        ),
        (r#"within row { "点検" and "期限" }"#.to_owned(), table("作業|担当|期限", "点検|室長|月末"), MET),
        (
            r#"within row { "監視" and by(vendor) }"#.to_owned(),
            table("作業|担当", "サーバの監視|乙が行う"),
            MET,
        ),
    ];
    for (expr, text, expected) in cases {
        assert_eq!(judge(&expr, &text), expected, "{expr}: {text}");
    }
}

#[test]
fn a_line_behind_a_table_is_no_row() {
    let text = "# 規程\n\n第1条（台帳）\n次の表による。\n\n| 項目 | 担当 |\n|---|---|\n| 端末 | 室長 |\n第2条（登録）\n責任者は、端末を登録する。\n";
    assert_eq!(judge(r#"within row { "登録" }"#, text), NOWHERE);
    assert_eq!(judge(r#"caption { "登録" }"#, text), MET);
    assert_eq!(judge(r#"within row { "端末" and "室長" }"#, text), MET);
    let unbarred = "# 規程\n\n項目 | 担当\n---|---\n端末 | 室長\n媒体 | 係長\n";
    assert_eq!(judge(r#"within row { "媒体" and "係長" }"#, unbarred), MET);
}

#[test]
fn a_chapter_without_articles_is_one() {
    let text = "# 運用管理規程\n\n## 1. 総則\n\n### 1.1 目的\n\nこの規程は、目的を定める。\n\n### 1.2 範囲\n\n全員に及ぶ。\n\n## 2. 点検\n\n- 機器を点検する\n- 結果を報告する\n\n## 3. 教育\n\n- 研修を行う\n";
    assert_eq!(judge(r#"within article { "機器" and "報告" }"#, text), MET);
    assert_eq!(judge(r#"within article { "報告" and "研修" }"#, text), NOWHERE);
    assert_eq!(judge(r#"within article { "目的を" and "全員" }"#, text), NOWHERE);
}
