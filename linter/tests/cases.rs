//! Documents that are judged together, and references that carry a duty from one place to another.
#![expect(clippy::expect_used, clippy::indexing_slicing, reason = "a test that cannot go on should say so")]

use linter::document::{Document, ReadIssue};
use linter::evaluate::Reason;
use linter::lint::{Input, Options, lint, lint_case};
use linter::meaning::case::MainReason;
use linter::outcome::Status;
use linter::pack::{RulePack, Source, load};
use linter::read::read_document;
use linter::report::{CaseRole, DocumentReport};

fn pack(expr: &str) -> RulePack {
    let text = format!(
        r#"seki 1
/// 試験用
rule test/case "試験" {{
  theme hygiene
  editions 6.0
  applies contract, operating_rules, sla
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
    );
    let checked = load(vec![Source { path: "test.seki".to_owned(), text }]);
    assert!(checked.errors.is_empty(), "{:?}", checked.errors);
    checked.pack
}

fn read(text: &str) -> Document {
    read_document(text.as_bytes(), "case.txt", &Default::default()).expect("a text")
}

/// Judges files together; names and texts alternate with nothing in between.
fn judge_case(expr: &str, files: &[(&str, &str)], complete: bool) -> Vec<DocumentReport> {
    let documents: Vec<Document> = files.iter().map(|(_, text)| read(text)).collect();
    let inputs: Vec<Input<'_>> = files
        .iter()
        .zip(&documents)
        .map(|((path, text), document)| Input { document, bytes: text.as_bytes(), path })
        .collect();
    lint_case(&inputs, complete, &pack(expr), &Options::default())
}

/// Status and reason of the requirement, and the documents of the evidence.
fn verdict(reports: &[DocumentReport]) -> (Status, Option<Reason>, Vec<String>) {
    let main: Vec<_> = reports.iter().filter(|report| !report.outcomes.is_empty()).collect();
    assert_eq!(main.len(), 1, "the outcomes stand with the main document");
    let outcome = &main[0].outcomes[0];
    let requirement = &outcome.requirements[0];
    let evidence = outcome.evidence.iter().map(|passage| passage.document.clone()).collect();
    (requirement.status, requirement.reason, evidence)
}

fn alone(expr: &str, text: &str) -> (Status, Option<Reason>) {
    let report = lint(&read(text), text.as_bytes(), "one.txt", &pack(expr), &Options::default());
    let requirement = &report.outcomes[0].requirements[0];
    (requirement.status, requirement.reason)
}

const RETURN: &str = r#"act must(vendor) "返却" of "医療情報" when "終了""#;

const CONTRACT: &str = "検査システム保守契約書
医療法人青葉会（以下「甲」という。）と株式会社北都（以下「乙」という。）とは、次のとおり契約する。
第1条（業務）
乙は、保守業務を行う。
第2条（情報）
終了時の医療情報の返却については、別紙2に定めるところによる。
";

#[test]
fn an_annex_is_looked_into() {
    let says = "別紙2　情報の取扱い\n1　乙は、契約終了時に、医療情報を甲に返却しなければならない。\n2　乙は、その記録を残す。\n";
    let silent = "別紙2　情報の取扱い\n1　乙は、医療情報を施錠して保管する。\n2　乙は、その記録を残す。\n";
    let other = "別紙1　対象機器\n1　検査装置\n2　端末\n";
    let contract = ("保守契約書.txt", CONTRACT);
    assert_eq!(alone(RETURN, CONTRACT), (Status::Delegated, Some(Reason::Delegated)));
    let cases = [
        (says, true, Status::Satisfied, None, "別紙2.txt"),
        (silent, true, Status::Missing, Some(Reason::NotThere), "保守契約書.txt"),
        (silent, false, Status::Unknown, Some(Reason::TextLost), "保守契約書.txt"),
        (other, true, Status::Delegated, Some(Reason::Delegated), "保守契約書.txt"),
    ];
    for (annex, complete, status, reason, document) in cases {
        let name = if annex == other { "別紙1.txt" } else { "別紙2.txt" };
        for files in [[contract, (name, annex)], [(name, annex), contract]] {
            let found = verdict(&judge_case(RETURN, &files, complete));
            assert_eq!(found, (status, reason, vec![document.to_owned()]), "{annex}");
        }
    }
}

#[test]
fn an_annex_in_the_same_document_is_looked_into() {
    let silent = format!(
        "{CONTRACT}\n別紙2　情報の取扱い\n1　乙は、医療情報を施錠して保管する。\n2　乙は、記録を残す。\n"
    );
    assert_eq!(alone(RETURN, &silent), (Status::Missing, Some(Reason::NotThere)));
    let elsewhere = format!("{CONTRACT}\n別紙1　対象機器\n1　検査装置\n2　端末\n");
    assert_eq!(alone(RETURN, &elsewhere), (Status::Delegated, Some(Reason::Delegated)));
}

#[test]
fn parties_of_the_main_document_hold_in_the_others() {
    let turned = "機器保守契約書
株式会社北都（以下「甲」という。）と医療法人青葉会（以下「乙」という。）とは、次のとおり契約する。
第1条（業務）
甲は、保守業務を行う。
";
    let annex = "情報取扱特記事項\n第1条　甲は、契約終了時に、医療情報を乙に返却しなければならない。\n";
    let files = [("保守契約書.txt", turned), ("特記事項.txt", annex)];
    assert_eq!(verdict(&judge_case(RETURN, &files, true)).0, Status::Satisfied);
    let usual = "機器保守契約書
医療法人青葉会（以下「甲」という。）と株式会社北都（以下「乙」という。）とは、次のとおり契約する。
第1条（業務）
乙は、保守業務を行う。
";
    let files = [("保守契約書.txt", usual), ("特記事項.txt", annex)];
    assert_eq!(verdict(&judge_case(RETURN, &files, true)).1, Some(Reason::WrongParty));
}

#[test]
fn whoever_is_bound_to_an_annex_does_what_it_lists() {
    let expr = r#"act must(vendor) "報告" of "障害""#;
    let contract = "運用業務委託契約書
第1条（業務）
乙は、サービス仕様書に定める業務を行わなければならない。
";
    let annex = "サービス仕様書\n1　障害を検知したときは、障害の状況を1時間以内に報告する。\n2　月に一度、点検する。\n";
    let files = [("契約書.txt", contract), ("仕様書.txt", annex)];
    assert_eq!(verdict(&judge_case(expr, &files, true)).0, Status::Satisfied);
    let unbound = "運用業務委託契約書\n第1条（業務）\n甲及び乙は、互いに協力する。\n";
    // A specification is written to whoever does the work; a list says nothing of it.
    let files = [("契約書.txt", unbound), ("仕様書.txt", annex)];
    assert_eq!(verdict(&judge_case(expr, &files, true)).0, Status::Satisfied);
    let list = annex.replace("サービス仕様書", "業務一覧");
    let files = [("契約書.txt", unbound), ("一覧.txt", list.as_str())];
    assert_eq!(verdict(&judge_case(expr, &files, true)).1, Some(Reason::ActorUnstated));
}

#[test]
fn which_document_is_the_main_one() {
    let sla = "サービスレベル合意書\n稼働率の目標値は、99.9%とする。\n";
    let special = "個人情報取扱特記事項\n第1条　乙は、秘密を守る。\n";
    let specification = "保守仕様書\n1　点検は、月に一度とする。\n2　受付は、平日とする。\n";
    let framework = "業務委託基本契約書\n第1条　甲は、業務を乙に委託する。\n第2条　乙は、秘密を守る。\n";
    let order = "業務委託個別契約書\n第1条　この契約に定めのない事項は、業務委託基本契約書に従う。\n";
    let rules = "情報システム運用管理規程\n第1条　職員は、守る。\n";
    type Files<'a> = &'a [(&'a str, &'a str)];
    let cases: &[(Files<'_>, &str, MainReason)] = &[
        (&[("a.txt", CONTRACT)], "a.txt", MainReason::Only),
        (&[("sla.txt", sla), ("c.txt", CONTRACT)], "c.txt", MainReason::Kind),
        (&[("s.txt", special), ("c.txt", CONTRACT), ("sla.txt", sla)], "c.txt", MainReason::Kind),
        (&[("spec.txt", specification), ("c.txt", CONTRACT)], "c.txt", MainReason::Kind),
        (&[("order.txt", order), ("f.txt", framework)], "f.txt", MainReason::ReferredTo),
        (&[("x.txt", framework), ("c.txt", CONTRACT)], "x.txt", MainReason::Order),
        (&[("sla.txt", sla), ("r.txt", rules)], "r.txt", MainReason::Kind),
    ];
    for (files, main, reason) in cases {
        let reports = judge_case(RETURN, files, true);
        assert_eq!(reports.len(), files.len());
        for report in &reports {
            let case = report.case.as_ref().expect("a case");
            assert_eq!((case.main.as_str(), case.reason), (*main, *reason));
            assert_eq!(case.role == CaseRole::Main, report.path == *main);
        }
    }
}

#[test]
fn a_provision_applied_to_something_else() {
    let cases = [
        (
            "第1条 乙は、契約の終了の時に、貸与品を返却しなければならない。\n第2条 前条の規定は、医療情報について準用する。",
            Status::Satisfied,
        ),
        (
            "第1条 乙は、契約の終了の時に、貸与品を返却しなければならない。\n第2条 医療情報は、秘密とする。",
            Status::Missing,
        ),
        (
            "第1条 甲は、契約の終了の時に、医療情報を返却しなければならない。\n第2条 前条の規定は、乙について準用する。",
            Status::Satisfied,
        ),
        (
            "第1条 甲は、契約の終了の時に、医療情報を返却しなければならない。\n第2条 前条の規定は、患者について準用する。",
            Status::Missing,
        ),
    ];
    for (articles, status) in cases {
        assert_eq!(alone(RETURN, &format!("業務委託契約書\n{articles}\n")).0, status, "{articles}");
    }
}

#[test]
fn nothing_is_missing_where_text_was_lost() {
    let mut document = read(CONTRACT);
    let expr = r#"act must(vendor) "監査""#;
    let judge = |document: &Document| {
        let report = lint(document, b"", "one.txt", &pack(expr), &Options::default());
        report.outcomes[0].status
    };
    assert_eq!(judge(&document), Status::Missing);
    document.issues.push(ReadIssue {
        code: "read-image-only".to_owned(),
        args: Default::default(),
        origin: None,
        text_lost: true,
    });
    assert_eq!(judge(&document), Status::Unknown);
}

#[test]
fn an_extract_never_lacks_anything() {
    let expr = r#"act must(vendor) "監査""#;
    let extract = "保守契約書（抜粋）
第1条　乙は、保守業務を行う。
第7条　乙は、秘密を守る。
第12条　乙は、契約の終了後も、前条に従う。
";
    assert_eq!(alone(expr, extract), (Status::Unknown, Some(Reason::TextLost)));
    let files = [("契約書.txt", CONTRACT), ("特記事項.txt", extract)];
    assert_eq!(verdict(&judge_case(expr, &files, true)).0, Status::Unknown);
}

#[test]
fn references_to_nowhere_are_noted() {
    let text =
        "業務委託契約書\n第1条 乙は、第9条に従い業務を行う。\n第2条 乙は、前条及び民法第415条に従う。\n";
    let report = lint(&read(text), text.as_bytes(), "one.txt", &pack(RETURN), &Options::default());
    let noted: Vec<_> = report
        .notes
        .iter()
        .map(|note| (note.args["article"].as_str(), note.args["reference"].as_str()))
        .collect();
    assert_eq!(noted, [("第1条", "第9条")]);
}
