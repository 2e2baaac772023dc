//! Answers to comments as people give them, and the files they give them in.

use super::*;

fn markers() -> Vec<Marker> {
    ["contract/audit-right", "contract/audit-right-in-part", "contract/access-log"]
        .map(|rule| Marker { rule: rule.to_owned(), fingerprint: "0123456789abcdef".to_owned() })
        .to_vec()
}

fn accept(reason: &str, approver: Option<&str>, expires: Option<&str>) -> Decision {
    Decision::Accept {
        reason: reason.to_owned(),
        approver: approver.map(str::to_owned),
        expires: expires.map(str::to_owned),
    }
}

#[test]
fn what_accepts_and_what_is_a_remark() {
    for (text, wanted) in [
        (
            "承認: 別契約で定める。期限: 2027-03-31 承認者: 佐藤",
            accept("別契約で定める", Some("佐藤"), Some("2027-03-31")),
        ),
        (
            "承認します。理由：院内の規程にある\n期限：２０２７年３月３１日",
            accept("院内の規程にある", None, Some("2027-03-31")),
        ),
        (
            "例外　旧システムのみ、期限: 次回の更新まで",
            accept("旧システムのみ", None, Some("次回の更新まで")),
        ),
        ("許容", accept("", None, None)),
        ("承認できない。", Decision::Remark),
        ("承認者に確認します", Decision::Remark),
        ("例外とは認めない", Decision::Remark),
        ("乙に確認中です。承認は来週。", Decision::Remark),
    ] {
        assert_eq!(decision(text), wanted, "{text}");
    }
}

#[test]
fn one_of_several_findings_is_named() {
    let all = markers();
    let chosen =
        |text: &str| -> Vec<String> { choose(text, &all).0.into_iter().map(|marker| marker.rule).collect() };
    assert_eq!(chosen("(2) 承認: 別表にある"), ["contract/audit-right-in-part"]);
    assert_eq!(chosen("１、３ 承認"), ["contract/audit-right", "contract/access-log"]);
    assert_eq!(chosen("contract/audit-right 承認 済み"), ["contract/audit-right"]);
    assert_eq!(chosen("すべて承認: 更新の時に直す").len(), 3);
    assert_eq!(chosen("承認: 期限はない"), Vec::<String>::new());
    assert_eq!(chosen("(9) 承認"), Vec::<String>::new());
    assert_eq!(choose("(2)：承認 別表", &all).1, "承認 別表");
}

#[test]
fn markers_are_read_as_they_are_written() {
    for marker in markers() {
        let line = format!("文 {marker} 承認");
        assert_eq!(Marker::find(&line), Some((marker, " 承認")));
    }
    for line in
        ["[sekisho contract/a]", "[sekisho  0123]", "[sekisho a xyz]", "sekisho a 01", "[sekisho a 01"]
    {
        assert_eq!(Marker::find(line), None, "{line}");
    }
}
