//! Clauses that modify a noun: 甲が指定する in 「甲が指定する方法」.
//!
//! No dictionary: a verb that modifies stands in its plain form, and the noun follows at once (取り出すことのできる機能).
//! Works on folded text without the end of its predicate.

use super::heads::is_content;

/// Plain forms end so.
const PLAIN: &[char] = &['う', 'ぐ', 'す', 'つ', 'ぬ', 'ぶ', 'む', 'る', 'た', 'だ'];
/// A denied verb ends so.
const DENIED: &str = "ない";
/// Words that stand for a noun: 立ち入ることを認める.
const FORMAL_NOUNS: &[&str] = &["こと", "もの", "とき", "ところ", "とおり", "ため", "よう", "うえ"];
/// What ends like a verb without being one that somebody does.
const NOT_DONE: &[&str] = &[
    "かつ",
    "つつ",
    "もう",
    "また",
    "まだ",
    "ただ",
    "いわゆる",
    "あらゆる",
    "単なる",
    "異なる",
    "更なる",
    "かかる",
    "係る",
    "関わる",
    "かかわる",
    "による",
    "における",
    "にわたる",
    "に関する",
    "に対する",
    "に基づく",
    "に伴う",
    "に属する",
    "に該当する",
    "を含む",
];

/// Whether a verb that somebody does modifies a noun in the text.
pub(super) fn modifies_a_noun(text: &str) -> bool {
    plain_forms(text).any(|(before, after)| {
        let is_done = !NOT_DONE.iter().any(|word| before.ends_with(word));
        is_done && (after.starts_with(is_content) || FORMAL_NOUNS.iter().any(|noun| after.starts_with(noun)))
    })
}

/// What stands before and behind the end of each word that may be a verb in its plain form.
fn plain_forms(text: &str) -> impl Iterator<Item = (&str, &str)> {
    let ends = text.char_indices().filter_map(|(at, character)| {
        let end = at + character.len_utf8();
        let before = text.get(..end)?;
        (PLAIN.contains(&character) || before.ends_with(DENIED)).then_some(end)
    });
    ends.filter_map(|end| text.split_at_checked(end))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn verbs_before_nouns() {
        let cases = [
            ("預託情報を取り出すことのできる機能を提供", true),
            ("指定した方法で保管", true),
            ("立ち入ることを認め", true),
            ("認めない者を排除", true),
            ("選ぶ者に通知", true),
            ("確認", false),
            ("診療情報を含む記録を確認", false),
            ("業務における記録を確認", false),
            ("点検に係る記録を確認し、かつ保管", false),
            ("", false),
        ];
        for (text, expected) in cases {
            assert_eq!(modifies_a_noun(text), expected, "{text}");
        }
    }
}
