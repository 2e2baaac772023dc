//! Typing mistakes: a word that stands nowhere, and the known word that differs from it by a letter or two.

use crate::synonyms::Lexicon;
use crate::words::{fold_kana, is_hiragana, words};

/// A word that nobody uses and the one that was probably meant, both folded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Mistake {
    pub(super) typed: String,
    pub(super) meant: String,
}

/// The words of a query that may be mistakes: stretches without hiragana, and words of hiragana alone.
pub(super) fn suspects(query: &str, lexicon: &Lexicon<'_>) -> Vec<String> {
    let mut suspects = Vec::new();
    for word in words(query) {
        let word = fold_kana(&word);
        suspects.push(word.clone());
        suspects.extend(word.split(is_hiragana).map(str::to_owned));
    }
    suspects.retain(|word| word.chars().count() >= 3 && !word.chars().any(|c| c.is_ascii_digit()));
    suspects.retain(|word| !lexicon.occurs(word) && !lexicon.knows(word) && is_strange(word, lexicon));
    suspects.dedup();
    suspects
}

/// Whether the word cannot be made of words that occur: some of its neighbours never meet. ASCII words stand alone.
fn is_strange(word: &str, lexicon: &Lexicon<'_>) -> bool {
    let chars: Vec<char> = word.chars().collect();
    word.is_ascii() || chars.iter().zip(chars.iter().skip(1)).any(|(a, b)| !lexicon.has_pair(*a, *b))
}

/// The known word that is closest to `typed`; of several the first that is as long.
pub(super) fn nearest<'a>(typed: &str, lexicon: &Lexicon<'a>) -> Option<&'a str> {
    let length = typed.chars().count();
    let allowed = if length <= 5 { 1 } else { 2 };
    let close = |known: &&&'a str| known.chars().count().abs_diff(length) <= allowed;
    let mut best: Option<(usize, usize, &'a str)> = None;
    for known in lexicon.vocabulary.iter().filter(close) {
        let distance = strsim::osa_distance(typed, known);
        let rank = (distance, known.chars().count().abs_diff(length));
        let better = best.is_none_or(|(other, difference, _)| rank < (other, difference));
        if (1..=allowed).contains(&distance)
            && better
            && known.chars().count() >= 3
            && shares_enough(typed, known)
        {
            best = Some((rank.0, rank.1, known));
        }
    }
    best.map(|(_, _, known)| known)
}

/// At least half of the characters have to agree: in a short word every character says much.
fn shares_enough(typed: &str, known: &str) -> bool {
    let shared = typed.chars().filter(|c| known.contains(*c)).count();
    shared * 2 >= known.chars().count().max(typed.chars().count())
}

/// The query with the mistakes mended, as it is shown.
pub(super) fn mended(query: &str, mistakes: &[Mistake], lexicon: &Lexicon<'_>) -> Option<String> {
    let mut mended = query.to_owned();
    for mistake in mistakes {
        let range = original(&mended, &mistake.typed)?;
        mended.replace_range(range, lexicon.shown(&mistake.meant));
    }
    (mended != query).then_some(mended)
}

/// Where a folded word stands in a text that is not.
fn original(text: &str, folded: &str) -> Option<std::ops::Range<usize>> {
    let mut starts: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
    starts.push(text.len());
    for (index, start) in starts.iter().enumerate() {
        for end in starts.iter().skip(index + 1) {
            let piece = text.get(*start..*end)?;
            let read = crate::words::fold_word(piece);
            if read == folded {
                let long = text.get(*end..).is_some_and(|rest| rest.starts_with('ー'));
                return Some(*start..*end + if long { 'ー'.len_utf8() } else { 0 });
            }
            if !folded.starts_with(&read) {
                break;
            }
        }
    }
    None
}
