//! The page of a report made from texts that try to be more than text.

use super::*;
use crate::message::Lang;
use crate::report::fixture::{report, settled};

const HOSTILE: &str = "保守契約書</title><script>alert(1)</script>\n\n第1条(再委託<img src=x onerror=alert(1)>)\n\
    乙は、甲の承諾なく\"><script>alert(2)</script>再委託することができる。\n\
    第2条(秘密保持)\n乙は、業務上知り得た秘密を第三者に漏らしてはならない。{{ 7 * 7 }}\n";

fn page(report: &Report) -> String {
    render(report, Lang::Ja).unwrap()
}

#[test]
fn a_document_stays_text() {
    let page = page(&report(HOSTILE, "\";} </style><script>alert(3)</script>.txt"));
    for injected in ["<script", "<img", "onerror=alert(1)>", "</style><", "<b>", " 49"] {
        assert!(!page.contains(injected), "{injected}");
    }
    assert_eq!(page.matches("</title>").count(), 1);
    assert_eq!(page.matches("</style>").count(), 1);
    assert!(page.contains("&lt;script&gt;alert(2)"));
}

#[test]
fn nothing_is_loaded_and_no_script_runs() {
    let page = page(&report(HOSTILE, "a.txt"));
    assert!(page.contains("default-src 'none'"));
    for loading in ["src=", "url(", "@import", "http://", "https://", "<link", "javascript:"] {
        let own = page.replace("src=x", "");
        assert!(!own.contains(loading), "{loading}");
    }
}

/// All ids are there once, and every link of the page leads to one.
#[test]
fn every_link_leads_somewhere() {
    let page = page(&report(HOSTILE, "a.txt"));
    let values = |name: &str| -> Vec<&str> {
        page.split(name).skip(1).filter_map(|rest| rest.split('"').next()).collect()
    };
    let mut ids = values(" id=\"");
    let links = values(" href=\"#");
    assert!(links.len() > 100);
    let count = ids.len();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), count, "an id stands twice");
    let lost: Vec<&&str> = links.iter().filter(|link| ids.binary_search(link).is_err()).collect();
    assert!(lost.is_empty(), "{lost:?}");
    let labels = values("aria-labelledby=\"");
    let mut labels = labels.iter().flat_map(|label| label.split(' '));
    assert!(labels.all(|label| ids.binary_search(&label).is_ok()));
}

#[test]
fn findings_and_passages_lead_to_each_other() {
    let report = report(HOSTILE, "a.txt");
    let page = page(&report);
    let outcome = report.documents[0].open()[0];
    let anchors: Vec<String> = outcome
        .evidence
        .iter()
        .map(|passage| format!("d1-p{}-{}", passage.passage_bytes.start, passage.passage_bytes.end))
        .collect();
    assert!(anchors.iter().all(|anchor| page.contains(&format!("id=\"{anchor}\">"))), "{anchors:?}");
    assert!(anchors.iter().any(|anchor| page.contains(&format!("<a href=\"#{anchor}\">"))), "{anchors:?}");
    assert!(page.contains("class=\"ref\" href=\"#d1-f1\""));
}

#[test]
fn an_exception_is_shown_apart_with_who_approved_it() {
    let (report, waived, known) = settled();
    let page = page(&report);
    let title =
        |rule: &str| report.documents[0].outcomes.iter().find(|one| one.rule == rule).unwrap().title.clone();
    let section = page.split("<h3>例外(承認を得て").nth(1).unwrap().split("<h3>").next().unwrap();
    for word in [title(&waived).as_str(), "代わりの&lt;策&gt;がある", "病院長", "2026-10-31", "期限切れ"]
    {
        assert!(section.contains(word), "{word}");
    }
    assert!(page.contains("前からの指摘が1件あり") && page.contains(&title(&known)));
}

#[test]
fn the_sentence_about_legal_advice_stands_there_once() {
    assert_eq!(page(&report(HOSTILE, "a.txt")).matches("法的助言").count(), 1);
}

#[test]
fn a_file_name_cannot_leave_its_string() {
    assert_eq!(css_string("契約\"}\\ a"), "契約\\000022\\00007d\\00005c\\000020a");
}
