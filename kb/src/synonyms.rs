//! Words that a query stands for besides itself, read from `data/synonyms.toml`.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::fold::normalise;
use crate::words::{fold_kana, is_word_char};

/// The file as it is written.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct SynonymFile {
    #[serde(default)]
    same: Vec<Same>,
    #[serde(default)]
    hint: Vec<Hint>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Same {
    words: Vec<String>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Hint {
    words: Vec<String>,
    means: Vec<String>,
}

/// How close an alternative is to the word that was typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub(crate) enum Closeness {
    /// Another name of the same thing.
    Same,
    /// What the guideline is likely to say about it.
    Hint,
}

/// Folded word → its alternatives, closest first.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Synonyms {
    table: BTreeMap<String, Vec<(String, Closeness)>>,
    longest: usize,
}

impl From<SynonymFile> for Synonyms {
    fn from(file: SynonymFile) -> Self {
        let mut synonyms = Self::default();
        for same in &file.same {
            synonyms.add(&same.words, &same.words, Closeness::Same);
        }
        for hint in &file.hint {
            synonyms.add(&hint.words, &hint.means, Closeness::Hint);
        }
        synonyms.longest = synonyms.table.keys().map(|word| word.chars().count()).max().unwrap_or_default();
        synonyms
    }
}

impl Synonyms {
    fn add(&mut self, words: &[String], means: &[String], closeness: Closeness) {
        for word in words.iter().map(|word| fold(word)) {
            let alternatives = self.table.entry(word.clone()).or_default();
            for meaning in means.iter().map(|meaning| fold(meaning)) {
                let known = alternatives.iter().any(|(other, _)| *other == meaning);
                if meaning != word && !known {
                    alternatives.push((meaning, closeness));
                }
            }
        }
    }

    /// The longest known word that `chars` starts with: its length and its alternatives.
    pub(crate) fn longest_match(&self, chars: &[char]) -> Option<(usize, &[(String, Closeness)])> {
        (1..=self.longest.min(chars.len())).rev().find_map(|length| {
            let word: String = chars.get(..length)?.iter().collect();
            Some((length, self.table.get(&word)?.as_slice()))
        })
    }
}

/// As words of a query are folded: separators inside (SSL/TLS, Wi-Fi) are dropped.
fn fold(word: &str) -> String {
    fold_kana(&normalise(word).chars().filter(|c| is_word_char(*c)).collect::<String>())
}
