//! Levels spellings that mean the same, on both sides of every comparison: the document and the literals of rules.
//!
//! The document keeps its own words for quoting; only matching sees folded text. Folding removes spaces, lowers
//! ASCII, levels commas, legal conjunctions (および/及び), okurigana (取扱い/取り扱い) and long vowels (サーバー/サーバ).

use std::collections::BTreeMap;
use std::sync::OnceLock;

use daachorse::{CharwiseDoubleArrayAhoCorasick, CharwiseDoubleArrayAhoCorasickBuilder, MatchKind};

/// Spellings and what they fold to. The longest match wins; both columns are in NFKC.
const SPELLINGS: &[(&str, &str)] = &[
    ("および", "及び"),
    ("または", "又は"),
    ("ならびに", "並びに"),
    ("もしくは", "若しくは"),
    ("あるいは", "又は"),
    ("或いは", "又は"),
    ("或は", "又は"),
    ("すべて", "全て"),
    ("ただちに", "直ちに"),
    ("すみやかに", "速やかに"),
    ("あらかじめ", "予め"),
    ("ことなしに", "ことなく"),
    ("こと無しに", "ことなく"),
    ("こと無く", "ことなく"),
    ("承諾無く", "承諾なく"),
    ("承諾無しに", "承諾なく"),
    ("承諾なしに", "承諾なく"),
    ("同意無く", "同意なく"),
    ("同意なしに", "同意なく"),
    ("通知無く", "通知なく"),
    ("通知なしに", "通知なく"),
    ("なしに", "なく"),
    ("出来る", "できる"),
    ("出来ます", "できます"),
    ("出来ない", "できない"),
    ("出来ません", "できません"),
    ("おこなう", "行う"),
    ("おこない", "行い"),
    ("おこなわ", "行わ"),
    ("おこなっ", "行っ"),
    ("行なう", "行う"),
    ("行ない", "行い"),
    ("行なわ", "行わ"),
    ("行なっ", "行っ"),
    ("致します", "します"),
    ("いたします", "します"),
    ("致しません", "しません"),
    ("いたしません", "しません"),
    ("ウィルス", "ウイルス"),
    ("サイバー", "サイバ"),
    ("サーバー", "サーバ"),
    ("ベンダー", "ベンダ"),
    ("ユーザー", "ユーザ"),
    ("コンピューター", "コンピュータ"),
    ("センター", "センタ"),
    ("オペレーター", "オペレータ"),
    ("プロバイダー", "プロバイダ"),
    ("パートナー", "パートナ"),
    ("メンテナンスー", "メンテナンス"),
    ("フォルダー", "フォルダ"),
    ("ルーター", "ルータ"),
    ("モニター", "モニタ"),
    ("セキュリティー", "セキュリティ"),
    ("セキュリテイ", "セキュリティ"),
    ("取り扱い", "取扱"),
    ("取扱い", "取扱"),
    ("取りあつかい", "取扱"),
    ("取り扱う", "取扱う"),
    ("取り扱わ", "取扱わ"),
    ("取り扱っ", "取扱っ"),
    ("引き渡し", "引渡"),
    ("引渡し", "引渡"),
    ("引き渡", "引渡"),
    ("持ち出し", "持出"),
    ("持出し", "持出"),
    ("持ち出", "持出"),
    ("立ち入り", "立入"),
    ("立入り", "立入"),
    ("立ち入", "立入"),
    ("立ち会い", "立会"),
    ("立会い", "立会"),
    ("立ち会", "立会"),
    ("申し出", "申出"),
    ("申し入れ", "申入"),
    ("問い合わせ", "問合"),
    ("問合せ", "問合"),
    ("打ち合わせ", "打合"),
    ("打合せ", "打合"),
    ("取り決め", "取決め"),
    ("取きめ", "取決め"),
    ("受け渡し", "受渡"),
    ("受渡し", "受渡"),
    ("切り替え", "切替"),
    ("切替え", "切替"),
    ("切り分け", "切分け"),
    ("見積もり", "見積"),
    ("見積り", "見積"),
    ("繋が", "つなが"),
    ("漏洩", "漏えい"),
    ("漏泄", "漏えい"),
    ("毀損", "き損"),
    ("棄損", "き損"),
    ("拡がり", "広がり"),
    ("破毀", "破棄"),
    ("預り", "預かり"),
    ("捉え", "とらえ"),
    ("応ずる", "応じる"),
    ("講ずる", "講じる"),
    ("生ずる", "生じる"),
    ("準ずる", "準じる"),
    ("通ずる", "通じる"),
    ("禁ずる", "禁じる"),
    ("二要素", "2要素"),
    (",", "、"),
    ("，", "、"),
    ("､", "、"),
    ("．", "。"),
    ("｡", "。"),
    ("『", "「"),
    ("』", "」"),
    ("～", "〜"),
    ("−", "-"),
    ("‐", "-"),
    ("―", "-"),
    ("–", "-"),
    (" ", ""),
    ("\u{3000}", ""),
    ("\t", ""),
    ("\n", ""),
    ("*", ""),
    ("`", ""),
];

/// Folded text and, for each of its bytes, the byte of the original where the folded character came from.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Folded {
    /// The folded text.
    pub text: String,
    /// `text.len() + 1` entries: original byte offset of each folded byte; the last is the end of the original.
    pub origin: Vec<u32>,
}

/// Folds one stretch of normalised text.
pub fn fold(text: &str) -> Folded {
    let mut folded =
        Folded { text: String::with_capacity(text.len()), origin: Vec::with_capacity(text.len() + 1) };
    let mut done = 0usize;
    for found in spellings().leftmost_find_iter(text) {
        copy_lowered(text, done..found.start(), &mut folded);
        let replacement = SPELLINGS.get(found.value() as usize).map_or("", |(_, to)| to);
        push(replacement, found.start(), found.end(), &mut folded);
        done = found.end();
    }
    copy_lowered(text, done..text.len(), &mut folded);
    folded.origin.push(text.len() as u32);
    folded
}

/// Spellings of one word between which a document should choose, by their common form: サーバ and サーバー, 及び and
/// および. Forms of grammar that only mean the same are left out.
pub fn spelling_groups() -> Vec<Vec<&'static str>> {
    const KANA_OF: &[&str] = &["及び", "又は", "並びに", "若しくは"];
    const OTHER_WORDS: &[&str] = &["あるいは", "或いは", "或は"];
    let mut groups: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (from, to) in SPELLINGS {
        // 持出し is the noun and 持ち出す the verb: only words of katakana are spelt in two ways without a reason.
        let is_katakana = to.chars().all(|c| matches!(c, 'ァ'..='ヺ' | 'ー'));
        if (is_katakana || KANA_OF.contains(to)) && !OTHER_WORDS.contains(from) {
            groups.entry(to).or_default().push(from);
        }
    }
    for (common, spellings) in &mut groups {
        if !spellings.contains(common) {
            spellings.push(common);
        }
    }
    groups.into_values().filter(|spellings| spellings.len() > 1).collect()
}

/// Folds a literal of a rule; its origin is of no interest.
pub fn fold_literal(text: &str) -> String {
    fold(text).text
}

/// All bytes of `replacement` come from the start of the original stretch, so that a match that ends inside it
/// still covers whole characters of the original.
fn push(replacement: &str, start: usize, end: usize, folded: &mut Folded) {
    for (index, character) in replacement.char_indices() {
        folded.text.push(character);
        let share = if replacement.len() == end - start { start + index } else { start };
        folded.origin.extend(std::iter::repeat_n(share as u32, character.len_utf8()));
    }
}

fn copy_lowered(text: &str, range: std::ops::Range<usize>, folded: &mut Folded) {
    let start = range.start;
    for (index, character) in text.get(range).unwrap_or_default().char_indices() {
        let lowered = character.to_ascii_lowercase();
        folded.text.push(lowered);
        folded.origin.extend(std::iter::repeat_n((start + index) as u32, lowered.len_utf8()));
    }
}

fn spellings() -> &'static CharwiseDoubleArrayAhoCorasick<u32> {
    static AUTOMATON: OnceLock<CharwiseDoubleArrayAhoCorasick<u32>> = OnceLock::new();
    AUTOMATON.get_or_init(|| {
        let patterns = SPELLINGS.iter().enumerate().map(|(index, (from, _))| (*from, index as u32));
        CharwiseDoubleArrayAhoCorasickBuilder::new()
            .match_kind(MatchKind::LeftmostLongest)
            .build_with_values(patterns)
            .unwrap_or_else(|_| empty_automaton())
    })
}

/// The table above is constant and tested; this only keeps the lookup total.
fn empty_automaton() -> CharwiseDoubleArrayAhoCorasick<u32> {
    #[expect(clippy::expect_used, reason = "one fixed pattern always builds")]
    CharwiseDoubleArrayAhoCorasickBuilder::new()
        .match_kind(MatchKind::LeftmostLongest)
        .build_with_values([("\u{10FFFF}", 0u32)])
        .expect("one fixed pattern always builds")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn levels_spellings() {
        let cases = [
            ("甲および乙は、または", "甲及び乙は、又は"),
            ("情報の取り扱い,取扱い", "情報の取扱、取扱"),
            ("サーバー の ログ", "サーバのログ"),
            ("個人情報を漏洩してはならない", "個人情報を漏えいしてはならない"),
            ("ABC", "abc"),
        ];
        for (from, to) in cases {
            assert_eq!(fold_literal(from), to);
        }
    }

    #[test]
    fn table_builds_and_is_idempotent() {
        assert!(
            CharwiseDoubleArrayAhoCorasickBuilder::new()
                .match_kind(MatchKind::LeftmostLongest)
                .build_with_values(
                    SPELLINGS.iter().enumerate().map(|(index, (from, _))| (*from, index as u32))
                )
                .is_ok()
        );
        for (from, _) in SPELLINGS {
            let once = fold_literal(from);
            assert_eq!(fold_literal(&once), once, "folding twice changes {from}");
        }
    }

    #[test]
    fn keeps_the_way_back() {
        let text = "甲 および 乙";
        let folded = fold(text);
        let at = folded.text.find('乙').expect("kept");
        let origin = |index: usize| folded.origin.get(index).map(|byte| *byte as usize);
        let range = origin(at).expect("kept")..origin(at + '乙'.len_utf8()).expect("kept");
        assert_eq!(text.get(range), Some("乙"));
    }
}
