//! Defined terms: a sentence that speaks of 本件データ speaks of what the document says it means.

use std::collections::BTreeMap;
use std::ops::{Range, RangeInclusive};

use daachorse::{CharwiseDoubleArrayAhoCorasickBuilder, MatchKind};
use dsl::checked::Pattern;

use super::Scene;
use crate::document::{Document, TextSpan};
use crate::language::fold::fold_literal;
use crate::language::sentences::mask_brackets;
use crate::language::units::{Unit, Units};
use crate::meaning::definitions::{self, Definition};

/// Words that may follow the noun a meaning comes down to: 診療情報等, 診療情報の一切.
const TRAILING: &[&str] =
    &["等", "など", "一切", "全て", "全部", "総称", "もの", "こと", "の", "を", "、", ")", "」"];

/// Blanks, and what stands in the place of brackets.
const MASK: [char; 3] = ['\u{1}', ' ', '　'];

/// What stands between coordinated nouns.
const JOINTS: &[&str] = &[
    "及び",
    "および",
    "並びに",
    "ならびに",
    "又は",
    "または",
    "若しくは",
    "もしくは",
    "その他の",
    "その他",
    "、",
    "，",
    "・",
];

/// Words in a list that say nothing of a relation between its nouns.
const LINKS: &[&str] =
    &["これらに類する", "これに類する", "これらに準ずる", "これに準ずる", "これらの", "その", "など"];

/// A shorter term is a label (甲, 乙), no word for a thing.
const SHORTEST: usize = 2;

/// The defined terms of one document.
#[derive(Debug, Clone, Default)]
pub(super) struct Terms {
    list: Vec<Term>,
    /// For each unit that uses a term: where, and which.
    used: BTreeMap<u32, Vec<(Range<usize>, usize)>>,
}

/// A term and the sentence that defines it.
#[derive(Debug, Clone)]
struct Term {
    /// The unit that holds the definition.
    unit: u32,
    /// Where the term stands in the document.
    name: TextSpan,
    /// The words that say what it means, in the document.
    meaning: Option<TextSpan>,
    /// Where the nouns end that the meaning comes down to, each with the trailing words behind it, in the document.
    ends: Vec<RangeInclusive<u32>>,
}

impl Terms {
    /// Reads the definitions of a document and finds their terms in its units.
    pub(super) fn read(document: &Document, units: &Units) -> Self {
        let definitions = definitions::read(document);
        let mut terms = Self::default();
        let mut words: BTreeMap<String, usize> = BTreeMap::new();
        for definition in definitions.iter().filter(|one| one.term.chars().count() >= SHORTEST) {
            let Some(unit) = holder(units, definition) else { continue };
            let folded = fold_literal(&definition.term);
            if !folded.is_empty() {
                words.entry(folded).or_insert(terms.list.len());
                let meaning = definition.meaning;
                let ends = meaning.map(|span| ends_in(document, span)).unwrap_or_default();
                terms.list.push(Term { unit, name: definition.term_span, meaning, ends });
            }
        }
        terms.find_uses(&words, units);
        terms
    }

    fn find_uses(&mut self, words: &BTreeMap<String, usize>, units: &Units) {
        let patterns = words.iter().map(|(word, term)| (word.as_str(), *term as u32));
        let built = CharwiseDoubleArrayAhoCorasickBuilder::new()
            .match_kind(MatchKind::LeftmostLongest)
            .build_with_values(patterns);
        let Ok(automaton) = built else { return };
        for (index, unit) in units.list.iter().enumerate() {
            let found: Vec<_> = automaton
                .leftmost_find_iter(&unit.text)
                .map(|hit| (hit.start()..hit.end(), hit.value() as usize))
                .collect();
            if !found.is_empty() {
                self.used.insert(index as u32, found);
            }
        }
    }
}

/// The unit that holds a definition: the first whose own stretch covers the term.
fn holder(units: &Units, definition: &Definition) -> Option<u32> {
    let at = definition.term_span.start;
    let behind = units.list.partition_point(|unit| unit.own_span.start <= at);
    // A row and the sentences of its cells lie over each other; the row comes first and holds them all.
    const NEAR: usize = 40;
    let first = behind.saturating_sub(NEAR);
    let near = units.list.get(first..behind)?;
    let place = near.iter().position(|unit| unit.own_span.contains(definition.term_span))?;
    Some((first + place) as u32)
}

/// Where the nouns of a meaning end, as bytes of the document.
fn ends_in(document: &Document, meaning: TextSpan) -> Vec<RangeInclusive<u32>> {
    ends_of_nouns(document.slice(meaning))
        .map(|end| meaning.start + end.start as u32..=meaning.start + end.end as u32)
        .collect()
}

/// Where the nouns end that a meaning comes down to, each with the trailing words behind it: the last one, and those
/// that stand before it in a list.
fn ends_of_nouns(meaning: &str) -> impl Iterator<Item = Range<usize>> {
    let masked = mask_brackets(meaning);
    let joints: Vec<usize> =
        JOINTS.iter().flat_map(|joint| masked.match_indices(joint)).map(|(at, _)| at).collect();
    let listed = |at: &usize| is_list(masked.get(*at..).unwrap_or_default());
    let ends: Vec<usize> = joints.into_iter().filter(listed).chain([masked.len()]).collect();
    ends.into_iter().map(move |end| {
        let mut trimmed = masked.get(..end).unwrap_or_default().trim_end_matches(MASK);
        while let Some(shorter) = TRAILING.iter().find_map(|word| trimmed.strip_suffix(*word)) {
            trimmed = shorter.trim_end_matches(MASK);
        }
        trimmed.len()..end
    })
}

/// Whether what begins with a joint goes on with plain nouns only. In 「及び機器を扱う部屋」 the first noun may belong to
/// what is handled, and the whole is a room.
fn is_list(rest: &str) -> bool {
    let mut nouns = rest.to_owned();
    for word in JOINTS.iter().chain(LINKS) {
        nouns = nouns.replace(word, "\u{1}");
    }
    let mut plain = nouns.trim_end_matches(MASK);
    while let Some(shorter) = TRAILING.iter().find_map(|word| plain.strip_suffix(*word)) {
        plain = shorter.trim_end_matches(MASK);
    }
    !plain.contains(is_hiragana)
}

const fn is_hiragana(character: char) -> bool {
    matches!(character, 'ぁ'..='ゖ')
}

impl Scene<'_> {
    /// Where a term is defined whose meaning comes down to the pattern and which a unit uses before a byte of its text.
    pub(super) fn says_by_term(&self, pattern: &Pattern, unit: u32, before: usize) -> Option<u32> {
        let used = self.terms.used.get(&unit)?;
        used.iter()
            .filter(|(range, _)| range.start < before)
            .filter_map(|(_, term)| self.terms.list.get(*term))
            .find(|term| term.unit != unit && self.comes_down_to(term, pattern))
            .map(|term| term.unit)
    }

    /// The definitions whose term holds the pattern or whose meaning comes down to it: the unit, and the term in it.
    pub(super) fn definitions_of(&self, pattern: &Pattern) -> impl Iterator<Item = (u32, TextSpan)> {
        self.terms
            .list
            .iter()
            .filter(|term| self.is_named(term, pattern) || self.comes_down_to(term, pattern))
            .map(|term| (term.unit, term.name))
    }

    /// The first term of which the meaning comes down to the pattern.
    pub(super) fn own_term(&self, pattern: &Pattern) -> Option<&str> {
        let term = self.terms.list.iter().find(|term| self.comes_down_to(term, pattern))?;
        Some(self.document.slice(term.name))
    }

    fn is_named(&self, term: &Term, pattern: &Pattern) -> bool {
        self.spans(term.unit, pattern).any(|span| term.name.contains(span))
    }

    /// Whether the last words of the meaning are the pattern, or those of a noun that is coordinated with them: a system
    /// that handles 診療情報 is no 診療情報.
    fn comes_down_to(&self, term: &Term, pattern: &Pattern) -> bool {
        let Some(meaning) = term.meaning else { return false };
        self.spans(term.unit, pattern)
            .any(|span| meaning.contains(span) && term.ends.iter().any(|end| end.contains(&span.end)))
    }

    /// Where a pattern matches in a unit, as stretches of the document.
    fn spans(&self, unit: u32, pattern: &Pattern) -> impl Iterator<Item = TextSpan> {
        let held: Option<&Unit> = self.units.get(unit);
        let found = self.hits.matches(pattern, unit);
        found.into_iter().filter_map(move |range| held.map(|unit| unit.span(range)))
    }
}
