//! Terms that are defined and never used, and words that look like defined terms and are none.

use std::sync::OnceLock;

use regex::Regex;

use super::{Fault, Looked};
use crate::document::TextSpan;
use crate::meaning::definitions;

/// Definitions whose term stands nowhere else. A label of one letter (丙) counts, a term of a law's wording does, too.
pub(super) fn unused(looked: Looked<'_>) -> Vec<Fault> {
    let document = looked.document;
    let defined = definitions::read(document);
    let uses = definitions::uses(document, &defined);
    let pairs = defined.iter().zip(uses);
    let idle = pairs.filter(|(_, uses)| uses.is_empty()).map(|(definition, _)| definition);
    // The second of two definitions of one term has no uses of its own.
    let is_first =
        |term: &str, at: u32| defined.iter().all(|other| other.term != term || other.term_span.start >= at);
    idle.filter(|one| is_first(&one.term, one.term_span.start))
        .filter(|one| !is_used_by_compound(looked, &one.term, one.term_span))
        .map(|one| looked.fault(one.term_span))
        .collect()
}

/// Whether the letters of a term stand anywhere but in its definition: 「情報システム」 is used in 「情報システム部」.
fn is_used_by_compound(looked: Looked<'_>, term: &str, own: TextSpan) -> bool {
    looked.document.text.match_indices(term).any(|(start, _)| start as u32 != own.start)
}

/// 本件データ, 本サービス, 本業務 … that nothing defines, each where it stands first.
pub(super) fn undefined(looked: Looked<'_>) -> Vec<Fault> {
    let document = looked.document;
    let text = document.text.as_str();
    let defined = definitions::read(document);
    let title = document.title.map(|title| document.slice(title)).unwrap_or_default();
    let mut seen = std::collections::BTreeSet::new();
    let mut faults = Vec::new();
    for found in shape().into_iter().flat_map(|regex| regex.captures_iter(text)) {
        let Some(word) = found.get(1) else { continue };
        let is_known = defined.iter().any(|one| {
            one.term.contains(word.as_str())
                || word.as_str().starts_with(&one.term) && one.term.chars().count() > 1
        });
        let base = word.as_str().trim_start_matches("本件").trim_start_matches('本');
        if is_known || title.contains(base) || !seen.insert(word.as_str()) {
            continue;
        }
        faults.push(looked.fault(TextSpan::new(word.start() as u32, word.end() as u32)));
    }
    faults
}

/// What a drafter makes a term of: 本件 and 本 with a thing or a work behind it. 本契約, 本規程 and 本院 need no definition.
fn shape() -> Option<&'static Regex> {
    const SHAPE: &str = "(?:^|[^日基資根見標手絵古台脚原一-九])(本件[一-龠々ァ-ヶーA-Za-z]{2,10}|本(?:サービス|システム|ソフトウェア|ソフトウエア|ソフト|アプリケーション|アプリ|データ|製品|機器|装置|設備|業務|委託業務|保守業務|作業|成果物|納入物|プログラム|クラウド|ネットワーク|個人情報|秘密情報|医療情報))";
    static REGEX: OnceLock<Option<Regex>> = OnceLock::new();
    REGEX.get_or_init(|| Regex::new(SHAPE).ok()).as_ref()
}
