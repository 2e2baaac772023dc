//! `data/search`, the glossary and the words of all entries → the table that queries are read with.

use std::collections::{BTreeMap, BTreeSet};

use crate::load::Catalogue;
use crate::model::EntryData;
use crate::synonyms::{Closeness, Lexicon, pair};
use crate::text::indexed;
use crate::vocabulary::Vocabulary;
use crate::words::{closed_runs, fold_word, fold_words, inflected, okurigana, other_numerals};

/// The table with its texts.
#[derive(Debug, Default)]
pub(crate) struct Words {
    surfaces: BTreeMap<String, BTreeMap<String, Closeness>>,
    terms: BTreeMap<String, u32>,
    vocabulary: BTreeSet<String>,
    written: BTreeMap<String, String>,
    pairs: Vec<u8>,
    weak: BTreeSet<String>,
    /// The surfaces with their alternatives as they are packed.
    packed: Vec<(String, Vec<u8>)>,
}

impl Words {
    /// Gathers the table.
    ///
    /// # Errors
    /// Never for plain data.
    pub(crate) fn gather(catalogue: &Catalogue, file: &Vocabulary) -> postcard::Result<Self> {
        let mut words = Self { weak: folded(&file.weak).into_iter().collect(), ..Self::default() };
        let raw: Vec<String> =
            catalogue_texts(catalogue).into_iter().chain(file.asked.values().flatten().cloned()).collect();
        let texts: Vec<String> = raw.iter().map(|text| fold_words(text)).collect();
        for same in &file.same {
            words.add(&folded(same), &folded(same), Closeness::Spelling);
        }
        for hint in &file.hints {
            words.add(&folded(&hint.words), &folded(&hint.means), Closeness::Hint);
        }
        words.add_glossary(catalogue);
        let means = file.hints.iter().flat_map(|hint| &hint.means);
        file.same.iter().flatten().chain(means).for_each(|word| words.write(word));
        words.add_okurigana(&texts);
        words.add_inflections();
        words.add_numerals();
        words.collect_vocabulary(&raw, &texts);
        words.pairs = pairs(&texts);
        let everything = texts.join("\n");
        for alternatives in words.surfaces.values_mut() {
            alternatives.retain(|text, _| everything.contains(text.as_str()));
        }
        let occurring = &words.vocabulary;
        words.surfaces.retain(|surface, alternatives| {
            !alternatives.is_empty() || occurring.contains(surface) || everything.contains(surface.as_str())
        });
        words.packed = words.pack()?;
        Ok(words)
    }

    /// Packs what each word stands for, closest first.
    fn pack(&self) -> postcard::Result<Vec<(String, Vec<u8>)>> {
        let packed = self.surfaces.iter().map(|(surface, alternatives)| {
            let mut alternatives: Vec<(&str, Closeness)> =
                alternatives.iter().map(|(text, closeness)| (text.as_str(), *closeness)).collect();
            alternatives.sort_by_key(|(_, closeness)| *closeness);
            Ok((surface.clone(), postcard::to_stdvec(&alternatives)?))
        });
        packed.collect()
    }

    fn add(&mut self, words: &[String], means: &[String], closeness: Closeness) {
        for word in words.iter().filter(|word| !word.is_empty()) {
            let alternatives = self.surfaces.entry(word.clone()).or_default();
            for meaning in means.iter().filter(|meaning| *meaning != word && !meaning.is_empty()) {
                let known = alternatives.entry(meaning.clone()).or_insert(closeness);
                *known = (*known).min(closeness);
            }
        }
    }

    fn add_same(&mut self, words: &[String], means: &[String]) {
        self.add(words, means, Closeness::Same);
    }

    /// Names and readings of a term stand for its names; what people type instead leads to them.
    fn add_glossary(&mut self, catalogue: &Catalogue) {
        for (ordinal, position) in catalogue.order().into_iter().enumerate() {
            let Some(EntryData::Term(term)) = catalogue.at(position) else { continue };
            let mut names = folded(&term.synonyms);
            names.insert(0, fold_word(&term.title));
            let mut typed = names.clone();
            typed.push(fold_word(&term.reading));
            typed.extend(term.english.iter().map(|english| fold_word(english)));
            self.add_same(&typed, &names);
            self.add(&folded(&term.colloquial), &names, Closeness::Colloquial);
            for name in [&term.title].into_iter().chain(&term.synonyms) {
                self.write(name);
            }
            for name in typed {
                self.terms.entry(name).or_insert(u32::try_from(ordinal).unwrap_or(u32::MAX));
            }
        }
    }

    /// 取り扱い, 取扱い, 取扱: every way to write a verb of two kanji that occurs stands for the others.
    fn add_okurigana(&mut self, texts: &[String]) {
        let mut groups: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for text in texts {
            let chars: Vec<char> = text.chars().collect();
            for at in 0..chars.len() {
                if let Some(found) = okurigana(&chars, at) {
                    groups.entry(found.bare.clone()).or_default().extend(found.spellings);
                }
            }
        }
        for (_, spellings) in groups {
            let spellings: Vec<String> = spellings.into_iter().collect();
            self.add(&spellings, &spellings, Closeness::Spelling);
        }
    }

    /// 取り込む, 取り込ん(だ) for 取り込み; 消さ(ない), 消し for 消す: what is known of one form of a verb holds for the others.
    fn add_inflections(&mut self) {
        for surface in self.surfaces.keys().cloned().collect::<Vec<_>>() {
            for other in inflected(&surface) {
                if !self.surfaces.contains_key(&other) {
                    let mut alternatives = self.surfaces.get(&surface).cloned().unwrap_or_default();
                    alternatives.insert(surface.clone(), Closeness::Spelling);
                    self.surfaces.insert(other, alternatives);
                }
            }
        }
    }

    /// 二要素 for 2要素 and the other way round.
    fn add_numerals(&mut self) {
        let known: Vec<String> = self.surfaces.keys().cloned().collect();
        for surface in known {
            let Some(other) = other_numerals(&surface).filter(|other| !self.surfaces.contains_key(other))
            else {
                continue;
            };
            let mut alternatives = self.surfaces.get(&surface).cloned().unwrap_or_default();
            alternatives.insert(surface.clone(), Closeness::Spelling);
            self.surfaces.insert(other.clone(), alternatives);
            if let Some(term) = self.terms.get(&surface).copied() {
                self.terms.entry(other).or_insert(term);
            }
        }
    }

    /// Remembers how a word is written.
    fn write(&mut self, word: &str) {
        let folded = fold_word(word);
        if folded != word {
            self.written.entry(folded).or_insert_with(|| word.to_owned());
        }
    }

    /// Katakana and ASCII words of the texts, and the names of terms.
    fn collect_vocabulary(&mut self, raw: &[String], texts: &[String]) {
        for text in texts {
            self.vocabulary.extend(closed_runs(text).into_iter().filter(|run| run.chars().count() >= 2));
        }
        for run in raw.iter().flat_map(|text| raw_runs(text)).filter(|run| run.chars().count() >= 2) {
            self.write(&run);
        }
        self.vocabulary.extend(self.terms.keys().cloned());
        let typed =
            self.surfaces.iter().filter(|(_, means)| means.values().any(|close| *close <= Closeness::Same));
        self.vocabulary.extend(typed.map(|(surface, _)| surface.clone()));
    }

    /// The form that is packed.
    pub(crate) fn lexicon(&self) -> Lexicon<'_> {
        let longest = self.surfaces.keys().map(|word| word.chars().count()).max().unwrap_or_default();
        Lexicon {
            surfaces: self.packed.iter().map(|(word, packed)| (word.as_str(), packed.as_slice())).collect(),
            terms: self.terms.iter().map(|(name, ordinal)| (name.as_str(), *ordinal)).collect(),
            vocabulary: self.vocabulary.iter().map(String::as_str).collect(),
            written: self.written.iter().map(|(folded, word)| (folded.as_str(), word.as_str())).collect(),
            pairs: &self.pairs,
            weak: self.weak.iter().map(String::as_str).collect(),
            longest,
        }
    }
}

fn folded(words: &[String]) -> Vec<String> {
    words.iter().map(|word| fold_word(word)).collect()
}

fn catalogue_texts(catalogue: &Catalogue) -> Vec<String> {
    let entries = catalogue.order().into_iter().filter_map(|position| catalogue.at(position));
    entries.map(|entry| indexed(entry).join("、")).collect()
}

/// All pairs of neighbours, sorted.
fn pairs(texts: &[String]) -> Vec<u8> {
    let mut pairs: BTreeSet<[u8; 8]> = BTreeSet::new();
    for text in texts {
        let chars: Vec<char> = text.chars().collect();
        let neighbours = chars.iter().zip(chars.iter().skip(1)).filter(|(a, b)| **a != ' ' && **b != ' ');
        pairs.extend(neighbours.map(|(first, second)| pair(*first, *second)));
    }
    pairs.into_iter().flatten().collect()
}

/// The words of katakana and of ASCII letters as they are written.
fn raw_runs(text: &str) -> Vec<String> {
    let katakana = |c: char| matches!(c, 'ァ'..='ヺ' | 'ー');
    let runs = text.split(|c: char| !katakana(c)).chain(text.split(|c: char| !c.is_ascii_alphanumeric()));
    runs.filter(|run| !run.is_empty()).map(str::to_owned).collect()
}
