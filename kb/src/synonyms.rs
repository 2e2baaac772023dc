//! Words that a query stands for besides itself, gathered by the build script from `data/search` and the glossary.
//!
//! The table is packed sorted and read in place: opening it copies no text.

use serde::{Deserialize, Serialize};

/// How close an alternative is to the word that was typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub(crate) enum Closeness {
    /// The same word written another way.
    Spelling,
    /// Another name or reading of the same thing.
    Same,
    /// A word that differs by a letter or two from one that nobody uses.
    Typo,
    /// The term that is meant by what people say instead.
    Colloquial,
    /// What the guideline is likely to say about it.
    Hint,
}

/// A folded word and what it stands for, closest first, packed: a query asks for a few of thousands.
pub(crate) type Surface<'a> = (&'a str, &'a [u8]);
/// What a word stands for.
pub(crate) type Alternatives<'a> = Vec<(&'a str, Closeness)>;

/// Everything that is known of words, sorted.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Lexicon<'a> {
    /// Words with alternatives.
    #[serde(borrow)]
    pub(crate) surfaces: Vec<Surface<'a>>,
    /// Names of glossary terms with the ordinal of the term.
    #[serde(borrow)]
    pub(crate) terms: Vec<(&'a str, u32)>,
    /// Words that occur, folded: what a typing mistake is compared with.
    #[serde(borrow)]
    pub(crate) vocabulary: Vec<&'a str>,
    /// All pairs of neighbouring characters as [`pair`] writes them, sorted: bytes, because a text would be checked when it is read.
    #[serde(borrow)]
    pub(crate) pairs: &'a [u8],
    /// How folded words are written that look odd.
    #[serde(borrow)]
    pub(crate) written: Vec<(&'a str, &'a str)>,
    /// Words that say how something is asked rather than what.
    #[serde(borrow)]
    pub(crate) weak: Vec<&'a str>,
    /// Characters of the longest surface.
    pub(crate) longest: usize,
}

/// Two characters as bytes in the order of the characters.
pub(crate) fn pair(first: char, second: char) -> [u8; 8] {
    ((u64::from(u32::from(first)) << 32) | u64::from(u32::from(second))).to_be_bytes()
}

impl<'a> Lexicon<'a> {
    /// What a folded word stands for.
    pub(crate) fn get(&self, word: &str) -> Option<Alternatives<'a>> {
        let (_, packed) = self.surfaces.get(self.place(word)?)?;
        postcard::from_bytes(packed).ok()
    }

    /// Whether a folded word stands for others.
    pub(crate) fn knows(&self, word: &str) -> bool {
        self.place(word).is_some()
    }

    fn place(&self, word: &str) -> Option<usize> {
        self.surfaces.binary_search_by(|(surface, _)| (*surface).cmp(word)).ok()
    }

    /// The ordinal of the glossary term that goes by this folded name.
    pub(crate) fn term(&self, name: &str) -> Option<usize> {
        let at = self.terms.binary_search_by(|(known, _)| (*known).cmp(name)).ok()?;
        self.terms.get(at).and_then(|(_, ordinal)| usize::try_from(*ordinal).ok())
    }

    /// Whether a word says how something is asked rather than what.
    pub(crate) fn is_weak(&self, word: &str) -> bool {
        self.weak.binary_search(&word).is_ok()
    }

    /// A folded word as people write it.
    pub(crate) fn shown<'s>(&'s self, word: &'s str) -> &'s str {
        let at = self.written.binary_search_by(|(folded, _)| (*folded).cmp(word));
        at.ok().and_then(|at| self.written.get(at)).map_or(word, |(_, written)| written)
    }

    /// Whether a folded word occurs anywhere.
    pub(crate) fn occurs(&self, word: &str) -> bool {
        self.vocabulary.binary_search(&word).is_ok()
    }

    /// Whether two characters stand beside each other in any text.
    pub(crate) fn has_pair(&self, first: char, second: char) -> bool {
        self.pairs.as_chunks().0.binary_search(&pair(first, second)).is_ok()
    }

    /// The lengths of known words that `chars` starts with, longest first, with their alternatives.
    pub(crate) fn matches<'s>(
        &'s self,
        chars: &'s [char],
    ) -> impl Iterator<Item = (usize, Alternatives<'a>)> + use<'a, 's> {
        (1..=self.longest.min(chars.len())).rev().filter_map(move |length| {
            let word: String = chars.get(..length)?.iter().collect();
            Some((length, self.get(&word)?))
        })
    }
}
