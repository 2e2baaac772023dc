//! A complete regulation and a complete contract, written for this project: the rules have nothing to say about them,
//! and miss each article that is struck out.

use std::collections::BTreeSet;

use insta::assert_snapshot;
use linter::document::{Document, NodeType};
use linter::lint::{Options, lint};
use linter::meaning::kind::Kind;
use linter::outcome::Status;
use linter::pack::{self, RulePack};
use linter::profile::Profile;
use linter::read::{ReadOptions, read_document};
use linter::report::{DocumentReport, SeverityView};

use crate::harness::root;

/// A document that nothing is missing from.
struct Model {
    path: &'static str,
    kind: Kind,
}

const REGULATION: Model = Model { path: "examples/unyou-kanri-kitei.md", kind: Kind::OperatingRules };
const CONTRACT: Model = Model { path: "examples/hyoujun-hoshu-keiyaku.md", kind: Kind::ContractMaintenance };

fn text_of(model: &Model) -> String {
    std::fs::read_to_string(root().join(model.path)).unwrap()
}

fn read(text: &str) -> Document {
    read_document(text.as_bytes(), "model.md", &ReadOptions::default()).unwrap()
}

fn judged(text: &str, model: &Model, pack: &RulePack, profile: &Profile) -> DocumentReport {
    let options = Options { kind: Some(model.kind), profile: profile.clone(), ..Options::default() };
    lint(&read(text), text.as_bytes(), model.path, pack, &options)
}

/// Rules with something to say, at this severity or above.
fn findings(report: &DocumentReport, least: SeverityView) -> BTreeSet<String> {
    let outcomes = report.outcomes.iter();
    outcomes
        .filter(|outcome| outcome.status.is_finding() && outcome.status != Status::Unknown)
        .filter(|outcome| outcome.severity.is_some_and(|severity| severity >= least))
        .map(|outcome| outcome.rule.clone())
        .collect()
}

#[test]
fn the_model_regulation_is_clean_for_every_type() {
    let pack = pack::load(pack::shipped_sources()).pack;
    let text = text_of(&REGULATION);
    for pattern in kb::SystemType::ALL {
        let mut profile = Profile::default();
        profile.state_pattern(pattern);
        let report = judged(&text, &REGULATION, &pack, &profile);
        assert_eq!(findings(&report, SeverityView::Warning), BTreeSet::new(), "{pattern:?}");
    }
}

#[test]
fn the_model_contract_is_clean() {
    let pack = pack::load(pack::shipped_sources()).pack;
    let report = judged(&text_of(&CONTRACT), &CONTRACT, &pack, &Profile::default());
    assert_eq!(findings(&report, SeverityView::Warning), BTreeSet::new());
}

/// The text with one article struck out (第5条　削除), so that no number is missing. The tree says where it begins and ends.
#[expect(clippy::string_slice, reason = "a test may fail loudly")]
fn without(text: &str, document: &Document, at: usize) -> Option<(String, String)> {
    let articles = || document.nodes().filter(|(_, node)| node.node_type == NodeType::Article);
    let (_, node) = articles().nth(at)?;
    let next = articles().map(|(_, node)| node.span.start).find(|start| *start > node.span.start);
    let byte = |place: u32| match document.source_map.locate(&document.text, place)? {
        linter::document::Origin::Bytes { byte } => Some(byte as usize),
        _ => None,
    };
    let line_of = |byte: usize| text[..byte].rfind('\n').map_or(0, |at| at + 1);
    let (start, end) = (line_of(byte(node.span.start)?), byte(node.span.end.saturating_sub(1))?);
    let end = text[end..].find('\n').map_or(text.len(), |at| end + at + 1);
    let end = next.and_then(byte).map_or(end, |next| end.min(line_of(next)));
    let name = document.slice(node.label?).to_owned();
    let caption = node.caption.map(|caption| document.slice(caption)).unwrap_or_default();
    let marks = text[start..].chars().take_while(|c| *c == '#').count();
    let struck = format!("{} {name}　削除\n\n", &text[start..start + marks]);
    Some((format!("{name} {caption}"), format!("{}{struck}{}", &text[..start], &text[end..])))
}

/// Strikes out each article in turn: what the rules say then that they did not say before.
fn table(model: &Model) -> (String, usize, usize) {
    let pack = pack::load(pack::shipped_sources()).pack;
    let text = text_of(model);
    let profile = Profile::default();
    let document = read(&text);
    let before = findings(&judged(&text, model, &pack, &profile), SeverityView::Info);
    let (mut table, mut noticed, mut all) = (String::new(), 0, 0);
    for at in 0.. {
        let Some((name, rest)) = without(&text, &document, at) else { break };
        let after = findings(&judged(&rest, model, &pack, &profile), SeverityView::Info);
        // What the document no longer says of its own words would show for any article.
        let missed: Vec<&String> =
            after.difference(&before).filter(|rule| !rule.starts_with("hygiene/")).collect();
        all += 1;
        noticed += usize::from(!missed.is_empty());
        let rules: Vec<&str> = missed.iter().map(|rule| rule.as_str()).collect();
        table.push_str(&format!(
            "{name}: {}\n",
            if rules.is_empty() { "-".to_owned() } else { rules.join(" ") }
        ));
    }
    (table, noticed, all)
}

#[test]
fn every_article_of_the_model_regulation_is_missed() {
    let (table, noticed, all) = table(&REGULATION);
    assert_snapshot!("model-regulation", format!("{noticed} of {all} articles are missed\n\n{table}"));
    assert!(all >= 60, "{all}");
}

#[test]
fn every_article_of_the_model_contract_is_missed() {
    let (table, noticed, all) = table(&CONTRACT);
    assert_snapshot!("model-contract", format!("{noticed} of {all} articles are missed\n\n{table}"));
}
