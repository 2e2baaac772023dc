//! One document through all rules: the function that the shell and the browser call.

use sha2::{Digest, Sha256};

use crate::digest::hex;
use crate::document::{Document, NodeType};
use crate::evaluate::Scene;
use crate::language::fold::fold_literal;
use crate::language::units;
use crate::meaning::kind::{Kind, Recognised, recognise};
use crate::meaning::parties::Parties;
use crate::message::Lang;
use crate::outcome::judge;
use crate::pack::RulePack;
use crate::profile::Facts;
use crate::report::view::View;
use crate::report::{DocumentReport, OutcomeView, PartiesView};

/// What the caller decides.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// The kind, where it is stated; otherwise it is recognised.
    pub kind: Option<Kind>,
    /// Facts of the institution.
    pub facts: Facts,
    /// The language of messages.
    pub lang: Lang,
}

/// A document as far as it can be understood without any rule.
pub struct Understood {
    /// What the document is judged as: as stated, else as recognised.
    pub kind: Kind,
    /// Whether the kind was stated.
    pub is_stated: bool,
    /// What its words say it is, also where another kind was stated.
    pub recognised: Recognised,
    /// Who speaks in it.
    pub parties: Parties,
}

/// Kind and parties of a document.
pub fn understand(document: &Document, stated: Option<Kind>) -> Understood {
    let body = fold_literal(&document.text);
    let title = document.title.map(|title| fold_literal(document.slice(title))).unwrap_or_default();
    let recognised = recognise(&title, &body);
    let kind = stated.unwrap_or(recognised.kind);
    Understood { kind, is_stated: stated.is_some(), recognised, parties: Parties::read(&body) }
}

/// Judges one document by all rules of a pack.
///
/// `bytes` is the original, for its hash; `path` is only quoted. Outcomes come gravest first, then by rule id.
pub fn lint(
    document: &Document,
    bytes: &[u8],
    path: &str,
    pack: &RulePack,
    options: &Options,
) -> DocumentReport {
    let Understood { kind, recognised, parties, .. } = understand(document, options.kind);
    let mut facts = Facts::of_kind(kind);
    options.facts.known().iter().for_each(|(name, value)| facts.state(name, *value));
    let units = units::split(document, &parties);
    let hits = pack.matcher.scan(&units);
    let scene = Scene::new(document, &units, &parties, &hits);
    let view = View { document, units: &units, parties: &parties, pack, lang: options.lang };
    let mut outcomes: Vec<OutcomeView> =
        pack.rules.rules.iter().map(|rule| view.outcome(&judge(rule, kind, &facts, &scene))).collect();
    outcomes.sort_by(|a, b| {
        (a.status, std::cmp::Reverse(a.severity), &a.rule).cmp(&(
            b.status,
            std::cmp::Reverse(b.severity),
            &b.rule,
        ))
    });
    DocumentReport {
        path: path.to_owned(),
        sha256: hex(&Sha256::digest(bytes)),
        kind,
        kind_recognised: options.kind.is_none(),
        kind_reasons: recognised.reasons,
        kind_runner_up: recognised.runner_up,
        title: document.title.map(|title| document.slice(title).to_owned()),
        parties: PartiesView { hospital: parties.hospital.clone(), vendor: parties.vendor.clone() },
        profile: facts.known().clone(),
        outcomes,
        unread: document.issues.clone(),
        articles: count_articles(document),
        text: document.text.clone(),
    }
}

/// Articles of a document; headings where it has none.
pub fn count_articles(document: &Document) -> usize {
    let count = |wanted| document.nodes().filter(|(_, node)| node.node_type == wanted).count();
    match count(NodeType::Article) {
        0 => count(NodeType::Heading),
        articles => articles,
    }
}
