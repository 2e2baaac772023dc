//! Finds the passages of an old report again in a document that has been edited since.
//!
//! A passage is known by its words, not by its place: articles move when one is put in before them. Spelling is levelled
//! as it is for the rules, so that full-width digits or 及び instead of および are no change.

use std::cmp::Ordering;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::citation::article_path;
use crate::document::{Document, Origin};
use crate::language::fold::fold_literal;
use crate::language::units::{self, Unit};
use crate::lint::understand;
use crate::report::CharSpan;

/// Sentences less alike than this (Sørensen–Dice over pairs of characters, 0 to 1) are different sentences.
const ALIKE: f64 = 0.6;

/// Passages of one document, as a JSON report holds them. Fields of the report that are not needed are not read.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Anchors {
    /// The path of the document when it was judged.
    pub path: String,
    /// What was found for each rule.
    outcomes: Vec<AnchoredOutcome>,
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
struct AnchoredOutcome {
    rule: String,
    evidence: Vec<AnchoredPassage>,
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
struct AnchoredPassage {
    requirement: String,
    article: String,
    quote: String,
}

#[derive(Debug, Deserialize)]
struct AnchoredReport {
    documents: Vec<Anchors>,
}

/// The passages of a report that `lint --format json` printed, document by document.
///
/// # Errors
/// The text is no such report; the message of the JSON reader, with line and column.
pub fn anchors(json: &str) -> Result<Vec<Anchors>, serde_json::Error> {
    serde_json::from_str::<AnchoredReport>(json).map(|report| report.documents)
}

/// What became of a passage.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// The same words in the same article.
    Kept,
    /// The same words in another article.
    Moved,
    /// Words that are much alike.
    Changed,
    /// Nothing like it.
    Gone,
}

impl Standing {
    /// The name in JSON and the message catalogue.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Kept => "kept",
            Self::Moved => "moved",
            Self::Changed => "changed",
            Self::Gone => "gone",
        }
    }
}

/// A passage of the report, and where it stands now.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Located {
    /// The rule it was evidence for.
    pub rule: String,
    /// The requirement of the rule.
    pub requirement: String,
    /// The article it stood in.
    pub was_article: String,
    /// Its words then.
    pub was_quote: String,
    /// What became of it.
    pub standing: Standing,
    /// Where it stands now; null where it is gone.
    pub now: Option<Place>,
}

/// A place in the document as it is now.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Place {
    /// The article.
    pub article: String,
    /// The words.
    pub quote: String,
    /// The sentence in Unicode scalars of the normalised text, half-open.
    pub span: CharSpan,
    /// Where it is in the file.
    pub origin: Option<Origin>,
    /// How much alike the words are, from 0 to 1; 1 where they are the same.
    pub likeness: f64,
}

/// Looks for every passage in the document, in the order of the report.
pub fn locate(document: &Document, anchors: &Anchors) -> Vec<Located> {
    let parties = understand(document, None).parties;
    let units = units::split(document, &parties);
    let sentences: Vec<Sentence<'_>> = units
        .list
        .iter()
        .map(|unit| {
            let words = fold_literal(&quote(document, unit));
            Sentence { unit, pairs: pairs(&words), words, article: article_path(document, unit.node) }
        })
        .collect();
    let mut located = Vec::new();
    for outcome in &anchors.outcomes {
        for passage in &outcome.evidence {
            let (standing, now) = find(document, &sentences, passage);
            located.push(Located {
                rule: outcome.rule.clone(),
                requirement: passage.requirement.clone(),
                was_article: passage.article.clone(),
                was_quote: passage.quote.clone(),
                standing,
                now,
            });
        }
    }
    located
}

struct Sentence<'a> {
    unit: &'a Unit,
    words: String,
    pairs: Vec<(char, char)>,
    article: String,
}

/// The pairs of neighbouring characters, sorted.
fn pairs(words: &str) -> Vec<(char, char)> {
    let mut pairs: Vec<_> = words.chars().zip(words.chars().skip(1)).collect();
    pairs.sort_unstable();
    pairs
}

/// Sørensen–Dice over sorted pairs. (The one of strsim divides by bytes, which makes Japanese a third as alike.)
fn likeness(a: &[(char, char)], b: &[(char, char)]) -> f64 {
    let (mut left, mut right) = (a.iter().peekable(), b.iter().peekable());
    let mut common = 0_usize;
    while let (Some(first), Some(second)) = (left.peek(), right.peek()) {
        match first.cmp(second) {
            Ordering::Less => drop(left.next()),
            Ordering::Greater => drop(right.next()),
            Ordering::Equal => {
                common += 1;
                left.next();
                right.next();
            }
        }
    }
    if a.is_empty() && b.is_empty() { 0.0 } else { 2.0 * common as f64 / (a.len() + b.len()) as f64 }
}

fn quote(document: &Document, unit: &Unit) -> String {
    document.slice(unit.own_span).trim().replace('\n', " ")
}

fn find(
    document: &Document,
    sentences: &[Sentence<'_>],
    passage: &AnchoredPassage,
) -> (Standing, Option<Place>) {
    let words = fold_literal(&passage.quote.replace(" | ", " "));
    let wanted = pairs(&words);
    let place = |sentence: &Sentence<'_>, likeness: f64| {
        let range = document.char_span(sentence.unit.own_span);
        Place {
            article: sentence.article.clone(),
            quote: quote(document, sentence.unit),
            span: CharSpan { start: range.start, end: range.end },
            origin: document.source_map.locate(&document.text, sentence.unit.own_span.start),
            likeness,
        }
    };
    let here = |sentence: &&Sentence<'_>| sentence.article == passage.article;
    let same = || sentences.iter().filter(|sentence| sentence.words == words);
    if let Some(sentence) = same().find(here) {
        return (Standing::Kept, Some(place(sentence, 1.0)));
    }
    if let Some(sentence) = same().next() {
        return (Standing::Moved, Some(place(sentence, 1.0)));
    }
    // Of equals the one in the old article wins, then the first.
    let nearest = sentences
        .iter()
        .map(|sentence| (likeness(&sentence.pairs, &wanted), sentence))
        .filter(|(likeness, _)| *likeness >= ALIKE)
        .reduce(|best, next| {
            let wins = next.0 > best.0 || (next.0 >= best.0 && here(&next.1) && !here(&best.1));
            if wins { next } else { best }
        });
    match nearest {
        Some((likeness, sentence)) => (Standing::Changed, Some(place(sentence, likeness))),
        None => (Standing::Gone, None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::{ReadOptions, read_document};

    fn located(report: &str, text: &str) -> Vec<(Standing, Option<String>)> {
        let document = read_document(text.as_bytes(), "a.txt", &ReadOptions::default()).unwrap();
        let anchors = anchors(report).unwrap();
        locate(&document, &anchors[0])
            .into_iter()
            .map(|found| (found.standing, found.now.map(|place| place.article)))
            .collect()
    }

    fn report(passages: &[(&str, &str)]) -> String {
        let evidence: Vec<_> = passages
            .iter()
            .map(|(article, quote)| serde_json::json!({"requirement": "a", "article": article, "quote": quote}))
            .collect();
        serde_json::json!({"documents": [{"path": "a", "outcomes": [{"rule": "r", "evidence": evidence}]}]})
            .to_string()
    }

    #[test]
    fn words_are_followed_and_places_are_not() {
        let report = report(&[
            ("第1条", "乙は、甲の書面による承諾なく、業務を第三者に委託してはならない。"),
            ("第2条", "乙は、契約の終了時に、預かった情報を甲に返還しなければならない。"),
            ("第3条", "乙は、作業の記録を保管する。"),
        ]);
        let edited = "第1条　甲及び乙は、信義に従い、この契約を履行する。\n\
                      第2条　乙は、甲の書面による承諾なく、業務を第三者に委託してはならない。\n\
                      第3条　乙は、契約の終了後速やかに、預かった情報を甲に返還しなければならない。\n";
        let expected = vec![
            (Standing::Moved, Some("第2条".to_owned())),
            (Standing::Changed, Some("第3条".to_owned())),
            (Standing::Gone, None),
        ];
        assert_eq!(located(&report, edited), expected);
    }

    #[test]
    fn spelling_is_no_change() {
        let report = report(&[("第1条", "甲および乙は、第12号を守る。")]);
        let found = located(&report, "第1条　甲及び乙は、第12号を守る。\n");
        assert_eq!(found, vec![(Standing::Kept, Some("第1条".to_owned()))]);
    }
}
