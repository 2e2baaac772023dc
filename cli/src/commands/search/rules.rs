//! The shipped rules whose words are those of a query. The knowledge base knows no rules, so this is a plain scan.

use linter::pack;
use schemars::JsonSchema;
use serde::Serialize;
use unicode_normalization::UnicodeNormalization as _;

/// A rule that fits.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub(crate) struct RuleHit {
    /// Its name.
    pub(super) id: String,
    /// What it says.
    pub(super) title: String,
    /// The higher the better; comparable among rules only.
    score: f32,
    /// The first line of its description.
    pub(super) snippet: String,
}

/// What a word counts of which only some letters in a row are there.
const PIECES: f32 = 0.5;
/// How many of them have to be.
const ENOUGH: f32 = 0.6;

/// The rules that hold most of the words, all of them where there are none.
pub(super) fn find(query: &str, limit: usize) -> Vec<RuleHit> {
    let words: Vec<String> = fold(query).split_whitespace().map(str::to_owned).collect();
    let shipped = pack::shipped_rules();
    let hits = shipped.rules.iter().map(|rule| {
        let texts = [
            (fold(&rule.title), 2.0),
            (fold(&rule.id), 1.5),
            (fold(&rule.doc), 1.0),
            (fold(&rule.advice), 0.5),
        ];
        let score = words.iter().map(|word| best(word, &texts)).sum();
        let snippet = rule.doc.lines().next().unwrap_or_default().trim().to_owned();
        RuleHit { id: rule.id.clone(), title: rule.title.clone(), score, snippet }
    });
    let mut hits: Vec<RuleHit> = hits.filter(|hit| words.is_empty() || hit.score > 0.0).collect();
    hits.sort_by(|a, b| b.score.total_cmp(&a.score));
    hits.truncate(limit);
    hits
}

fn best(word: &str, texts: &[(String, f32)]) -> f32 {
    texts.iter().map(|(text, weight)| weight * share(word, text)).fold(0.0, f32::max)
}

/// 1 where the word is there, less where only pieces of it are.
fn share(word: &str, text: &str) -> f32 {
    if text.contains(word) {
        return 1.0;
    }
    let chars: Vec<char> = word.chars().collect();
    let pairs: Vec<String> = chars.windows(2).map(|pair| pair.iter().collect()).collect();
    let there = pairs.iter().filter(|pair| text.contains(pair.as_str())).count();
    let share = there as f32 / pairs.len().max(1) as f32;
    if pairs.len() >= 2 && share >= ENOUGH { share * PIECES } else { 0.0 }
}

fn fold(text: &str) -> String {
    text.nfkc().flat_map(char::to_lowercase).collect()
}
