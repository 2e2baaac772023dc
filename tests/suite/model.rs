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
use serde::Deserialize;

use crate::harness::root;

/// A document that nothing is missing from.
struct Model {
    path: &'static str,
    kind: Kind,
    /// What a reader expects when an article is struck out.
    expected: &'static str,
}

const REGULATION: Model = Model {
    path: "examples/unyou-kanri-kitei.md",
    kind: Kind::OperatingRules,
    expected: "tests/models/unyou-kanri-kitei.toml",
};
const CONTRACT: Model = Model {
    path: "examples/hyoujun-hoshu-keiyaku.md",
    kind: Kind::ContractMaintenance,
    expected: "tests/models/hyoujun-hoshu-keiyaku.toml",
};

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

/// What a careful reader expects the rules to miss, article by article.
#[derive(Deserialize)]
struct Expected {
    article: Vec<Loss>,
}

#[derive(Deserialize)]
struct Loss {
    name: String,
    title: String,
    rules: BTreeSet<String>,
}

/// Counts over all articles: pairs of article and rule.
#[derive(Default)]
struct Score {
    articles: usize,
    articles_as_expected: usize,
    noticed: usize,
    overlooked: usize,
    unexpected: usize,
}

/// Strikes out each article in turn, and holds what the rules say then against what a reader expects.
fn table(model: &Model) -> (String, Score) {
    let pack = pack::load(pack::shipped_sources()).pack;
    let text = text_of(model);
    let profile = Profile::default();
    let document = read(&text);
    let table = std::fs::read_to_string(root().join(model.expected)).unwrap();
    let expected: Expected = toml::from_str(&table).unwrap();
    let before = findings(&judged(&text, model, &pack, &profile), SeverityView::Info);
    let (mut lines, mut score) = (String::new(), Score::default());
    for (at, loss) in expected.article.iter().enumerate() {
        let (name, rest) = without(&text, &document, at).unwrap();
        assert_eq!(name, format!("{} {}", loss.name, loss.title));
        let mut after = findings(&judged(&rest, model, &pack, &profile), SeverityView::Info);
        // Of form: what the rest of the document then refers to in vain shows for many articles.
        after.retain(|rule| !rule.starts_with("hygiene/") && !before.contains(rule));
        let of = |set: &mut dyn Iterator<Item = &String>| set.cloned().collect::<Vec<_>>().join(" ");
        let (noticed, overlooked, unexpected) = (
            of(&mut after.intersection(&loss.rules)),
            of(&mut loss.rules.difference(&after)),
            of(&mut after.difference(&loss.rules)),
        );
        score.articles += 1;
        score.articles_as_expected += usize::from(after == loss.rules);
        score.noticed += after.intersection(&loss.rules).count();
        score.overlooked += loss.rules.difference(&after).count();
        score.unexpected += after.difference(&loss.rules).count();
        lines.push_str(&format!("{name}\n"));
        for (mark, rules) in [("=", noticed), ("-", overlooked), ("+", unexpected)] {
            if !rules.is_empty() {
                lines.push_str(&format!("  {mark} {rules}\n"));
            }
        }
    }
    assert!(without(&text, &document, expected.article.len()).is_none(), "an article without a line");
    (lines, score)
}

fn shown((lines, score): &(String, Score)) -> String {
    let Score { articles, articles_as_expected, noticed, overlooked, unexpected } = score;
    format!(
        "{articles} articles, {articles_as_expected} exactly as expected\n\
         mutation score: {noticed} of {} expected findings (=), {overlooked} overlooked (-), {unexpected} unexpected (+)\n\n\
         {lines}",
        noticed + overlooked
    )
}

#[test]
fn every_article_of_the_model_regulation_is_missed() {
    let found = table(&REGULATION);
    assert_snapshot!("model-regulation", shown(&found));
    assert!(found.1.articles >= 60);
}

#[test]
fn every_article_of_the_model_contract_is_missed() {
    let found = table(&CONTRACT);
    assert_snapshot!("model-contract", shown(&found));
    assert!(found.1.articles >= 60);
}
