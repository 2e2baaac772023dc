//! Text → words and grams for the search index, the same for entries and for queries.
//!
//! Japanese has no spaces, so every character and every pair of neighbours inside a word is a gram; a word of ASCII letters
//! and digits or of katakana is also indexed whole. A word whose katakana can be spelled in several ways is indexed in both forms.

use crate::fold::normalise;

/// Whether words are made of this character; everything else only separates them.
pub(crate) fn is_word_char(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, 'ー' | '々' | '〆' | '〇')
}

/// The normalised words of a text, in order.
pub(crate) fn words(text: &str) -> Vec<String> {
    let text = normalise(text);
    text.split(|c: char| !is_word_char(c)).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// What is looked up in the index, with its place in the text counted in characters.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Gram {
    pub(crate) position: usize,
    pub(crate) text: String,
}

/// All grams of a text in order of their places. Words are kept apart, so that no phrase runs across a comma.
pub(crate) fn grams(text: &str) -> Vec<Gram> {
    let mut grams = Vec::new();
    let mut start = 0;
    for word in words(text) {
        let folded = fold_kana(&word);
        grams_of_word(&word, start, &mut grams);
        if folded != word {
            grams_of_word(&folded, start, &mut grams);
        }
        start += word.chars().count() + 2;
    }
    grams.sort();
    grams.dedup();
    grams
}

fn grams_of_word(word: &str, start: usize, grams: &mut Vec<Gram>) {
    let chars: Vec<char> = word.chars().collect();
    for (offset, pair) in chars.windows(2).enumerate() {
        grams.push(Gram { position: start + offset, text: pair.iter().collect() });
    }
    for (offset, c) in chars.iter().enumerate() {
        grams.push(Gram { position: start + offset, text: c.to_string() });
    }
    for (offset, run) in whole_runs(&chars) {
        grams.push(Gram { position: start + offset, text: whole_word(&run) });
    }
}

/// The stretches of ASCII letters and digits, and those of katakana, with their places.
fn whole_runs(chars: &[char]) -> Vec<(usize, String)> {
    let mut runs: Vec<(usize, String)> = Vec::new();
    let mut before = None;
    for (offset, c) in chars.iter().enumerate() {
        let script = closed_script(*c);
        match runs.last_mut() {
            Some((_, run)) if script.is_some() && script == before => run.push(*c),
            _ if script.is_some() => runs.push((offset, c.to_string())),
            _ => {}
        }
        before = script;
    }
    runs
}

/// The scripts in which a word ends where the script ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum ClosedScript {
    Ascii,
    Katakana,
}

fn closed_script(c: char) -> Option<ClosedScript> {
    match c {
        'ァ'..='ヿ' => Some(ClosedScript::Katakana),
        c if c.is_ascii_alphanumeric() => Some(ClosedScript::Ascii),
        _ => None,
    }
}

/// The index term of a whole word; the mark keeps `id` apart from the letters in `video`, ログ from those in ログイン.
pub(crate) fn whole_word(word: &str) -> String {
    format!("={word}")
}

/// Folds spelling variants of katakana in a normalised word: small kana, ヴ, long vowels (サーバー = サーバ = サバ).
pub(crate) fn fold_kana(word: &str) -> String {
    let mut folded = String::with_capacity(word.len());
    let mut chars = word.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            'ー' => {}
            'ヴ' => folded.push(after_vu(&mut chars)),
            _ => folded.push(full_size(c)),
        }
    }
    folded
}

/// ヴァ → バ, ヴィ → ビ …, ヴ alone → ブ.
fn after_vu(chars: &mut std::iter::Peekable<std::str::Chars<'_>>) -> char {
    let voiced = match chars.peek() {
        Some('ァ') => 'バ',
        Some('ィ') => 'ビ',
        Some('ェ') => 'ベ',
        Some('ォ') => 'ボ',
        _ => return 'ブ',
    };
    chars.next();
    voiced
}

fn full_size(c: char) -> char {
    match c {
        'ァ' => 'ア',
        'ィ' => 'イ',
        'ゥ' => 'ウ',
        'ェ' => 'エ',
        'ォ' => 'オ',
        'ヵ' => 'カ',
        'ヶ' => 'ケ',
        _ => c,
    }
}

/// A word of a query or of a table of words: separators inside (SSL/TLS, Wi-Fi) are dropped.
pub(crate) fn fold_word(word: &str) -> String {
    fold_kana(&normalise(word).chars().filter(|c| is_word_char(*c)).collect::<String>())
}

/// All words of a text, folded, with spaces between them.
pub(crate) fn fold_words(text: &str) -> String {
    words(text).iter().map(|word| fold_kana(word)).collect::<Vec<_>>().join(" ")
}

/// The words of katakana and of ASCII letters in a folded text.
pub(crate) fn closed_runs(text: &str) -> Vec<String> {
    let chars: Vec<char> = text.chars().collect();
    whole_runs(&chars).into_iter().map(|(_, run)| run).collect()
}

pub(crate) fn is_hiragana(c: char) -> bool {
    matches!(c, 'ぁ'..='ゟ')
}

pub(crate) fn is_kanji(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '々' | '〆')
}

/// ぱすわーど → パスワド: hiragana as folded katakana.
pub(crate) fn to_katakana(word: &str) -> String {
    let shifted = word.chars().map(|c| if matches!(c, 'ぁ'..='ゖ') { shift(c) } else { c });
    fold_kana(&shifted.collect::<String>())
}

fn shift(hiragana: char) -> char {
    char::from_u32(u32::from(hiragana) + 0x60).unwrap_or(hiragana)
}

/// A verb of two kanji and the ways to write it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Okurigana {
    /// Its kanji: 取扱.
    pub(crate) bare: String,
    /// Characters of the longest way that stands in the text.
    pub(crate) length: usize,
    /// 取り扱い, 取扱い, 取り扱, 取扱.
    pub(crate) spellings: Vec<String>,
}

/// Hiragana that end the stem of a verb inside a compound.
const INSIDE: &str = "いえきぎけげしせちてねびべみめりれ";
/// Hiragana that may follow the second kanji.
const BEHIND: &str = "いえきぎけげしせちびべみめりれすうくぐむぶつる";

/// The verb of two kanji with a hiragana between them (持ち出し, 受け渡し) that starts at `at`.
pub(crate) fn okurigana(chars: &[char], at: usize) -> Option<Okurigana> {
    let before = at.checked_sub(1).and_then(|before| chars.get(before));
    let (first, inner, second) = (chars.get(at)?, chars.get(at + 1)?, chars.get(at + 2)?);
    let fits = is_kanji(*first) && is_kanji(*second) && INSIDE.contains(*inner);
    if !fits || before.is_some_and(|c| is_kanji(*c)) || chars.get(at + 3).is_some_and(|c| is_kanji(*c)) {
        return None;
    }
    let end: String = chars.get(at + 3).filter(|c| BEHIND.contains(**c)).iter().copied().collect();
    let bare = format!("{first}{second}");
    let mut spellings = vec![format!("{first}{inner}{second}{end}"), format!("{bare}{end}")];
    spellings.extend([format!("{first}{inner}{second}"), bare.clone()]);
    spellings.dedup();
    Some(Okurigana { bare, length: 3 + end.chars().count(), spellings })
}

/// The rows of kana that a verb's ending moves through, and what it becomes before て and た.
const ENDINGS: [(&str, &str); 9] = [
    ("かきくけこ", "い"),
    ("がぎぐげご", "い"),
    ("さしすせそ", ""),
    ("たちつてと", "っ"),
    ("なにぬねの", "ん"),
    ("ばびぶべぼ", "ん"),
    ("まみむめも", "ん"),
    ("らりるれろ", "っ"),
    ("わいうえお", "っ"),
];

/// Other forms of a verb that is written in the form of its dictionary (消す) or as a noun (取り込み).
pub(crate) fn inflected(word: &str) -> Vec<String> {
    let chars: Vec<char> = word.chars().collect();
    let [.., before, last] = chars.as_slice() else { return Vec::new() };
    let stem: String = chars.iter().take(chars.len() - 1).collect();
    let Some((row, joined)) = ENDINGS.iter().find(|(row, _)| row.contains(*last)) else { return Vec::new() };
    let column = row.chars().position(|c| c == *last);
    // 捨てる: the stem does not change.
    if *last == 'る' && is_hiragana(*before) {
        return vec![stem];
    }
    if !is_kanji(*before) || !matches!(column, Some(1 | 2)) {
        return Vec::new();
    }
    let mut endings: Vec<String> = row.chars().filter(|c| c != last).map(String::from).collect();
    endings.extend([(*joined).to_owned()].into_iter().filter(|joined| !joined.is_empty()));
    endings.into_iter().map(|ending| format!("{stem}{ending}")).collect()
}

const NUMERALS: [(char, char); 9] = [
    ('一', '1'),
    ('二', '2'),
    ('三', '3'),
    ('四', '4'),
    ('五', '5'),
    ('六', '6'),
    ('七', '7'),
    ('八', '8'),
    ('九', '9'),
];

/// The word with its numerals the other way (二要素 ↔ 2要素); `None` where there are none.
pub(crate) fn other_numerals(word: &str) -> Option<String> {
    let other = |c: char| {
        let pair = NUMERALS.iter().find(|(kanji, digit)| c == *kanji || c == *digit);
        pair.map_or(c, |(kanji, digit)| if c == *kanji { *digit } else { *kanji })
    };
    let changed: String = word.chars().map(other).collect();
    let other_letters =
        word.chars().any(|c| !c.is_ascii_alphanumeric() && !NUMERALS.iter().any(|(kanji, _)| c == *kanji));
    (changed != word && other_letters).then_some(changed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_meet() {
        for (a, b) in [
            ("サーバー", "サーバ"),
            ("ｳｨﾙｽ", "ウイルス"),
            ("ＶＰＮ", "vpn"),
            ("ヴァージョン", "バージョン"),
            ("ユーザー", "ユーザ"),
        ] {
            assert_eq!(fold_kana(&normalise(a)), fold_kana(&normalise(b)));
        }
    }

    #[test]
    fn forms_of_a_verb() {
        assert_eq!(inflected("消す").join(" "), "消さ 消し 消せ 消そ");
        assert_eq!(inflected("取り込み").join(" "), "取り込ま 取り込む 取り込め 取り込も 取り込ん");
        assert_eq!(inflected("捨てる").join(" "), "捨て");
        assert!(inflected("紛失").is_empty());
    }

    #[test]
    fn grams_of_a_mixed_text() {
        let shown: Vec<String> =
            grams("VPN装置、鍵").iter().map(|gram| format!("{}{}", gram.position, gram.text)).collect();
        assert_eq!(shown.join(" "), "0=vpn 0v 0vp 1p 1pn 2n 2n装 3装 3装置 4置 7鍵");
    }

    #[test]
    fn both_spellings_of_a_long_vowel_are_indexed() {
        let texts: Vec<String> = grams("キー").into_iter().map(|gram| gram.text).collect();
        assert_eq!(texts, ["=キ", "=キー", "キ", "キー", "ー"]);
    }
}
