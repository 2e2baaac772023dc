//! What a person reads, of a report made by hand: wide and narrow characters in one line, a passage over two lines.

use super::*;
use crate::evaluate::Reason;
use crate::meaning::kind::{Kind, KindPlace, KindReason};
use crate::report::{
    CharSpan, EvidenceRole, EvidenceView, FileError, PartiesView, RequirementKindView, RequirementView,
    SeverityView, Summary, Tool,
};

const TEXT: &str = "第5条　乙は、ﾊﾞｯｸｱｯﾌﾟ及びLog（操作の記録）を、別に定める\n期間①保存するよう努める。ただし、甲が求めたときは、この限りでない。第6条 乙は、秘密を守らなければならない。";

fn passage(requirement: &str, role: EvidenceRole, article: &str, sentence: &str, part: &str) -> EvidenceView {
    let start = TEXT.find(sentence).unwrap();
    let inner = TEXT.find(part).unwrap();
    EvidenceView {
        requirement: requirement.into(),
        role,
        document: "保守.docx".into(),
        article: article.into(),
        quote: sentence.replace('\n', ""),
        span: CharSpan { start: 0, end: 0 },
        passage: CharSpan { start: 0, end: 0 },
        origin: None,
        place: None,
        actor: None,
        bytes: start..start + sentence.len(),
        passage_bytes: inner..inner + part.len(),
    }
}

fn requirement(name: &str, title: &str, status: Status, reason: Option<Reason>) -> RequirementView {
    RequirementView {
        name: name.into(),
        title: title.into(),
        kind: RequirementKindView::Require,
        status,
        severity: SeverityView::Error,
        reason,
        basis: vec![],
    }
}

fn outcome(rule: &str, title: &str, status: Status) -> OutcomeView {
    OutcomeView {
        rule: rule.into(),
        title: title.into(),
        topic: None,
        theme: None,
        status,
        severity: status.is_finding().then_some(SeverityView::Error),
        message: "保存: 努力にとどまり、義務ではありません".into(),
        basis: vec!["C-17-1".into(), "X-0-0".into()],
        basis_unverified: vec!["X-0-0".into()],
        assumed: vec![],
        question: None,
        waiver: None,
        in_baseline: false,
        fingerprint: String::new(),
        requirements: vec![],
        evidence: vec![],
        insert_after: None,
        advice: None,
    }
}

fn report() -> Report {
    let sentence = TEXT.get(TEXT.find('乙').unwrap()..TEXT.find("ただし").unwrap()).unwrap();
    let mut weak = outcome("contract/access-log", "アクセスの記録", Status::Weak);
    weak.evidence = vec![
        passage("keep", EvidenceRole::Weakens, "第5条", sentence, "別に定める\n期間①保存する"),
        passage("log", EvidenceRole::Weakens, "第5条", sentence, "Log（操作の記録）"),
    ];
    weak.requirements = vec![
        requirement("log", "記録", Status::Weak, Some(Reason::Effort)),
        requirement("keep", "保存", Status::Weak, Some(Reason::Effort)),
    ];
    weak.insert_after = Some("第5条".into());
    weak.advice = Some("第7条（記録）\n1　乙は、操作の記録を取得しなければならない。\n  (1) 日時".into());
    weak.question = Some("遠隔(リモート)で保守を受けますか".into());
    let mut fine = outcome("contract/confidentiality", "秘密保持", Status::Satisfied);
    fine.evidence =
        vec![passage("secret", EvidenceRole::Meets, "第6条", "乙は、秘密を守らなければならない。", "守ら")];
    fine.requirements = vec![requirement("secret", "秘密", Status::Satisfied, None)];
    let document = DocumentReport {
        path: "保守.docx".into(),
        sha256: String::new(),
        kind: Kind::ContractMaintenance,
        kind_recognised: true,
        kind_reasons: vec![KindReason { place: KindPlace::Title, words: vec!["保守".into()], points: 200 }],
        kind_runner_up: None,
        case: None,
        since: None,
        title: Some("保守契約書".into()),
        parties: PartiesView { hospital: "甲".into(), vendor: "乙".into() },
        profile: Default::default(),
        institution_type: None,
        outcomes: vec![weak, fine, outcome("contract/other", "ほか", Status::NotApplicable)],
        unread: vec![],
        notes: vec![],
        articles: 2,
        text: TEXT.into(),
        lines: vec![],
    };
    Report {
        tool: Tool { name: "sekisho".into(), version: "0".into() },
        guideline: "6.0".into(),
        kb_version: "0".into(),
        rules_hash: "0".into(),
        date: "2026-11-22".into(),
        summary: Summary::of([&document]),
        documents: vec![document],
        errors: vec![FileError { path: "x.pdf".into(), code: "c".into(), message: "m".into(), help: None }],
    }
}

#[test]
fn normal() {
    insta::assert_snapshot!(render(&report(), &TextOptions { width: 60, ..TextOptions::default() }));
}

#[test]
fn quiet_verbose_english() {
    let with = |detail, lang| render(&report(), &TextOptions { width: 60, lang, color: false, detail });
    insta::assert_snapshot!("quiet", with(Detail::Quiet, Lang::Ja));
    insta::assert_snapshot!("verbose", with(Detail::Verbose, Lang::Ja));
    insta::assert_snapshot!("english", with(Detail::Normal, Lang::En));
}

/// The same report at the widths of a narrow, a usual and a wide terminal: underlines stand under their passages.
#[test]
fn widths() {
    for width in [80, 120] {
        let text = render(&report(), &TextOptions { width, ..TextOptions::default() });
        insta::assert_snapshot!(format!("width-{width}"), text);
    }
}

#[test]
fn exceptions_and_known_findings() {
    let (mut report, _, _) = crate::report::fixture::settled();
    // Enough of them to see the order.
    report.documents[0].outcomes.retain(|outcome| {
        outcome.waiver.is_some() || outcome.in_baseline || outcome.rule == "contract/audit-right"
    });
    report.summary = Summary::of(&report.documents);
    let with = |detail| render(&report, &TextOptions { width: 80, detail, ..TextOptions::default() });
    insta::assert_snapshot!("exceptions", with(Detail::Normal));
    insta::assert_snapshot!("exceptions-quiet", with(Detail::Quiet));
    assert!(with(Detail::Verbose).contains("前からの指摘(1件)"));
}

#[test]
fn many_documents_begin_with_a_table() {
    let mut report = report();
    let one = report.documents[0].clone();
    report.documents = (1..=11)
        .map(|number| DocumentReport { path: format!("契約書/{number}.docx"), ..one.clone() })
        .collect();
    let text = render(&report, &TextOptions { width: 60, ..TextOptions::default() });
    let table = text.split("\n\n").next().unwrap();
    insta::assert_snapshot!("many", table);
    report.documents.truncate(10);
    let text = render(&report, &TextOptions { width: 60, ..TextOptions::default() });
    assert!(text.starts_with("━━ 契約書/1.docx"));
}

#[test]
fn no_line_is_much_wider_than_the_page() {
    for width in [40, 60, 100] {
        let text = render(&report(), &TextOptions { width, ..TextOptions::default() });
        for line in text.lines().filter(|line| !line.contains('（')) {
            // A closing mark may hang over, a label stands beside its line, the table explains itself.
            assert!(layout::width(line) <= width + 40, "{width}: {line}");
        }
    }
}

#[test]
fn colours_change_nothing_but_colours() {
    let plain = render(&report(), &TextOptions::default());
    let coloured = render(&report(), &TextOptions { color: true, ..TextOptions::default() });
    assert_ne!(plain, coloured);
    let mut stripped = String::new();
    for piece in coloured.split('\u{1b}') {
        let escape = piece.strip_prefix('[').and_then(|rest| rest.split_once('m'));
        stripped.push_str(escape.map_or(piece, |(_, text)| text));
    }
    let words = |text: &str| text.lines().map(|line| line.trim_end().to_owned()).collect::<Vec<_>>();
    assert_eq!(words(&stripped), words(&plain));
}
