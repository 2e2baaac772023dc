//! Reports for the tests of renderers.

use crate::lint::{Options, lint};
use crate::pack;
use crate::read::{ReadOptions, read_document};
use crate::report::{FileError, OutcomeView, Report, Summary, Tool, WaiverView};

/// A short contract with findings of every severity.
pub(super) const CONTRACT: &str = "電子カルテ保守契約書\n\n第1条(再委託)\n乙は、甲の承諾なく再委託することができる。\n\
    第2条(秘密保持)\n乙は、業務上知り得た秘密を第三者に漏らしてはならない。\n";

/// The report of one text file, and of a file that could not be read.
pub(super) fn report(text: &str, path: &str) -> Report {
    let document = read_document(text.as_bytes(), "a.txt", &ReadOptions::default()).unwrap();
    let documents = vec![lint(&document, text.as_bytes(), path, &pack::shipped(), &Options::default())];
    Report {
        tool: Tool { name: "sekisho".into(), version: "0".into() },
        guideline: "6.0".into(),
        kb_version: "0".into(),
        rules_hash: "0".into(),
        date: "2026-11-22".into(),
        summary: Summary::of(&documents),
        documents,
        errors: vec![FileError {
            path: "<b>x</b>.pdf".into(),
            code: "read-pdf".into(),
            message: "<script>m</script>".into(),
            help: Some("</li><script>".into()),
        }],
    }
}

/// The same with an exception for the gravest finding and the next one in the baseline; their rules.
pub(super) fn settled() -> (Report, String, String) {
    let mut report = report(CONTRACT, "a.txt");
    let rules: Vec<String> =
        report.documents[0].open().iter().take(2).map(|outcome| outcome.rule.clone()).collect();
    let (waived, known) = (rules[0].clone(), rules[1].clone());
    let outcomes = &mut report.documents[0].outcomes;
    let mut change = |rule: &str, change: &dyn Fn(&mut OutcomeView)| {
        outcomes.iter_mut().filter(|outcome| outcome.rule == rule).for_each(change);
    };
    change(&waived, &|outcome| {
        outcome.waiver = Some(WaiverView {
            lapsed: None,
            reason: "代わりの<策>がある".into(),
            approver: "病院長".into(),
            expires: "2026-10-31".into(),
            source: "sekisho.toml:3".into(),
        });
    });
    change(&known, &|outcome| outcome.in_baseline = true);
    (report, waived, known)
}
