//! Where new articles go, what they are called, and how they are set.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may fail loudly")]

use std::sync::OnceLock;

use linter::lint::{Options, lint};
use linter::mend::text::{Mended, apply, takes_lines, unified_diff};
use linter::mend::{Plan, Why, plan};
use linter::message::Lang;
use linter::outcome::Status;
use linter::pack::{RulePack, shipped};
use linter::read::{ReadOptions, read_document};

const AUDIT: &str =
    "第99条（監査）\n1　乙は、次の監査を受ける。\n（1）記録\n（2）設備\n2　甲は、結果を知らせる。";
const PROOF: &str = "第99条（消去の証明）\n乙は、前条の規定により消去したときは、証明書を提出する。";

/// A document with findings that propose these articles, each behind the article named.
fn mended(bytes: &[u8], name: &str, wanted: &[(&str, Option<&str>)]) -> (Plan, Mended) {
    static PACK: OnceLock<RulePack> = OnceLock::new();
    let document = read_document(bytes, name, &ReadOptions::default()).unwrap();
    let mut report = lint(&document, bytes, name, PACK.get_or_init(shipped), &Options::default());
    let model = report.outcomes[0].clone();
    report.outcomes = wanted
        .iter()
        .enumerate()
        .map(|(index, (advice, after))| {
            let mut outcome = model.clone();
            outcome.rule = format!("test/{index}");
            outcome.status = Status::Missing;
            outcome.evidence = Vec::new();
            outcome.advice = Some((*advice).to_owned());
            outcome.insert_after = after.map(str::to_owned);
            outcome
        })
        .collect();
    let plan = plan(&document, &report);
    let mended = apply(bytes, &document, &plan).unwrap();
    (plan, mended)
}

/// The lines that were put in, and the line before the first one.
fn added(mended: &Mended) -> String {
    let before: Vec<&str> = mended.before.lines().collect();
    let after: Vec<&str> = mended.after.lines().collect();
    let start = before.iter().zip(&after).take_while(|(a, b)| a == b).count();
    let new = after.len() - before.len();
    after[start.saturating_sub(1)..start + new].join("\n")
}

#[test]
fn articles_are_set_like_their_neighbours() {
    let cases = [
        (
            "a heading of its own, numbered 項",
            "第1条（目的）\n1　甲は、定める。\n2　乙は、守る。\n(1)　施錠\n第2条（期間）\n1　一年とする。\n2　更新する。\n",
            "2　更新する。\n第3条（監査）\n1　乙は、次の監査を受ける。\n(1)　記録\n(2)　設備\n2　甲は、結果を知らせる。",
        ),
        (
            "full-width digits, the first 項 without a number",
            "第１条（目的）\n　甲は、定める。\n２　乙は、守る。\n第２条（期間）\n　一年とする。\n２　更新する。\n",
            "２　更新する。\n第３条（監査）\n　乙は、次の監査を受ける。\n（1）記録\n（2）設備\n２　甲は、結果を知らせる。",
        ),
        (
            "the caption above, the first 項 behind the number",
            "（目的）\n第一条　甲は、定める。\n２　乙は、守る。\n（期間）\n第二条　一年とする。\n２　更新する。\n",
            "２　更新する。\n（監査）\n第三条　乙は、次の監査を受ける。\n（1）記録\n（2）設備\n２　甲は、結果を知らせる。",
        ),
        (
            "everything in one line",
            "第1条（目的）　甲は、定める。\n2　乙は、守る。\n第2条（期間）　一年とする。\n2　更新する。\n",
            "2　更新する。\n第3条（監査）　乙は、次の監査を受ける。\n（1）記録\n（2）設備\n2　甲は、結果を知らせる。",
        ),
        (
            "no caption bracket",
            "第1条　目的\n1　甲は、定める。\n2　乙は、守る。\n第2条　期間\n1　一年とする。\n2　更新する。\n",
            "2　更新する。\n第3条　監査\n1　乙は、次の監査を受ける。\n（1）記録\n（2）設備\n2　甲は、結果を知らせる。",
        ),
    ];
    for (name, text, wanted) in cases {
        let (_, mended) = mended(text.as_bytes(), "a.txt", &[(AUDIT, None)]);
        assert_eq!(added(&mended), wanted, "{name}");
    }
}

#[test]
fn markdown_keeps_its_marks_and_blank_lines() {
    let text = "# 契約書\n\n## 第1条（目的）\n\n1　甲は、定める。\n\n2　乙は、守る。\n\n## 第2条（期間）\n\n1　一年とする。\n\n2　更新する。\n\n## 附則\n\n施行する。\n";
    let (plan, mended) = mended(text.as_bytes(), "a.md", &[(AUDIT, Some("第1条"))]);
    assert_eq!(plan.insertions[0].place, "第1条の2");
    let wanted = "2　乙は、守る。\n\n## 第1条の2（監査）\n\n1　乙は、次の監査を受ける。\n\n（1）記録\n\n（2）設備\n\n2　甲は、結果を知らせる。";
    let diff = unified_diff(&mended.before, &mended.after, "a.md", "b.md");
    assert!(mended.after.contains(wanted), "{diff}");
    assert_eq!(diff.lines().filter(|line| line.starts_with('-')).count(), 1, "{diff}");
}

#[test]
fn numbers_that_are_there_stay() {
    let text = "第1条（目的）\n1　甲は、定める。\n2　乙は、守る。\n第2条（委託）\n1　任せる。\n2　受ける。\n第2条の2（再委託）\n1　しない。\n2　させない。\n第3条（期間）\n1　一年とする。\n2　更新する。\n附則\n1　施行する。\n";
    let places = |wanted: &[(&str, Option<&str>)]| -> Vec<String> {
        let (plan, _) = mended(text.as_bytes(), "a.txt", wanted);
        plan.insertions.iter().map(|one| format!("{}←{}", one.place, one.after)).collect()
    };
    assert_eq!(
        places(&[(AUDIT, Some("第1条")), (AUDIT, Some("第1条"))]),
        ["第1条の2←第1条", "第1条の3←第1条"]
    );
    assert_eq!(places(&[(AUDIT, Some("第2条"))]), ["第2条の3←第2条の2"]);
    assert_eq!(places(&[(AUDIT, None), (AUDIT, Some("第9条"))]), ["第4条←第3条", "第5条←第3条"]);
}

#[test]
fn no_article_comes_between_a_reference_and_what_it_means() {
    let text = "第1条（目的）\n1　甲は、定める。\n2　乙は、守る。\n第2条（委託）\n1　前条の目的のため、任せる。\n2　受ける。\n第3条（期間）\n1　第2条の委託は、一年とする。\n2　更新する。\n";
    let (plan, _) = mended(text.as_bytes(), "a.txt", &[(AUDIT, Some("第1条"))]);
    assert_eq!(plan.insertions[0].place, "第2条の2");
    // 前条 of a new article is the one that it speaks of.
    let returned = "第99条（情報の消去）\n乙は、情報を消去する。";
    let wanted = [(PROOF, None), (AUDIT, Some("第2条")), (returned, Some("第2条"))];
    let (plan, _) = mended(text.as_bytes(), "a.txt", &wanted);
    let order: Vec<&str> = plan.insertions.iter().map(|one| one.clause.caption.as_str()).collect();
    assert_eq!(order, ["監査", "情報の消去", "消去の証明"]);
}

#[test]
fn articles_without_branches_are_added_at_the_end() {
    let text = "特記事項\n第1　基本的事項\n受託者は、守る。\n第2　漏えいの禁止\n受託者は、漏らさない。\n第3　収集\n受託者は、集めない。\n";
    let (plan, mended) = mended(text.as_bytes(), "a.txt", &[(AUDIT, Some("第1"))]);
    assert_eq!(plan.insertions[0].place, "第4");
    assert!(mended.after.contains("受託者は、集めない。\n第4　監査\n"), "{}", mended.after);
}

#[test]
fn other_bytes_stay_and_other_encodings_become_utf8() {
    let text = "第1条（目的）\r\n1　甲は、定める。\r\n2　乙は、守る。\r\n第2条（期間）\r\n1　一年とする。\r\n2　更新する。";
    let (_, plain) = mended(text.as_bytes(), "a.txt", &[(AUDIT, Some("第1条"))]);
    assert!(plain.after.contains("2　乙は、守る。\r\n第1条の2（監査）\r\n"), "{}", plain.after);
    assert!(plain.bytes.ends_with("2　更新する。".as_bytes()) && !plain.recoded);
    let marked = [b"\xEF\xBB\xBF".as_slice(), text.as_bytes()].concat();
    assert_eq!(
        mended(&marked, "a.txt", &[(AUDIT, Some("第1条"))]).1.bytes,
        [b"\xEF\xBB\xBF", &plain.bytes[..]].concat()
    );
    let (jis, _, _) = encoding_rs::SHIFT_JIS.encode(text);
    let wide: Vec<u8> =
        [0xFF, 0xFE].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    for bytes in [jis.as_ref(), &wide] {
        let (_, other) = mended(bytes, "a.txt", &[(AUDIT, Some("第1条"))]);
        assert_eq!(other.after, plain.after);
        assert!(other.recoded && other.bytes.starts_with(b"\xEF\xBB\xBF"));
    }
}

#[test]
fn what_is_left_is_told_with_its_reason() {
    let text = "業務委託契約書\n甲と乙は、契約する。\n";
    let (none, _) = mended(text.as_bytes(), "a.txt", &[(AUDIT, None), ("| 項目 |\n| --- |", None)]);
    let reasons: Vec<Why> = none.left.iter().map(|left| left.why).collect();
    assert_eq!(reasons, [Why::NoArticle, Why::NoClause]);
    let words = none.words(Lang::Ja);
    assert!(words.contains("文書に条がなく") && words.contains("条文の例がない"), "{words}");
    assert!(takes_lines(text.as_bytes(), "a.txt") && !takes_lines(b"<html><body>a</body></html>", "a.html"));
    assert!(!takes_lines(b"%PDF-1.7", "a.pdf") && !takes_lines(b"PK\x03\x04", "a.docx"));
}
