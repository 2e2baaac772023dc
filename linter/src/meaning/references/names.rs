//! Names of laws and documents: what stands before 第27条, and documents that are named as a whole.

/// A name that a reference belongs to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Name {
    /// This very document: 本契約第5条.
    Own,
    /// A law, an ordinance, a guideline.
    Law(String),
    /// Another document: 基本契約, 仕様書.
    Document(String),
}

/// How names of laws and official texts end.
const LAWS: &[&str] = &[
    "法律",
    "法",
    "政令",
    "省令",
    "施行令",
    "施行規則",
    "条例",
    "法令",
    "告示",
    "指針",
    "ガイドライン",
    "条約",
    "憲法",
];
/// How names of documents end; longer ones first.
pub(super) const DOCUMENTS: &[&str] = &[
    "サービスレベル合意書",
    "サービスレベル",
    "契約約款",
    "基本契約書",
    "基本契約",
    "個別契約書",
    "個別契約",
    "原契約書",
    "原契約",
    "契約書",
    "特記事項",
    "特約条項",
    "仕様書",
    "手順書",
    "合意書",
    "協定書",
    "誓約書",
    "計画書",
    "責任分界表",
    "説明書",
    "約款",
    "規約",
    "規程",
    "規則",
    "要領",
    "要綱",
    "細則",
    "覚書",
    "協定",
    "基準",
    "マニュアル",
    "ポリシ",
    "契約",
    "sla",
];
/// What makes a document's name its own: 本契約, この規程.
const OWN: &[&str] = &["本", "この", "当"];
/// Words after which a reference is nobody's: 「契約終了後第5条」 speaks of its own 第5条.
const TIMES: &[char] = &[
    '後', '前', '時', '上', '中', '内', '間', '際', '場', '合', '日', '月', '年', '他', '下', '等', '及',
    '又',
];
/// Longest name that is read backwards, in characters.
const LONGEST_NAME: usize = 40;
/// Longest bracket that may stand between a name and its number, in characters.
const LONGEST_BRACKET: usize = 200;

/// The name that stands directly before a reference, if any: 「個人情報保護法第27条」, 「基本契約書(…)第5条」, 「約款の第3条」.
/// Behind a gap only a known word is a name.
pub(super) fn before(head: &str, gap: bool) -> Option<Name> {
    let bare = without_bracket(head);
    let bare = bare.strip_suffix('の').filter(|text| ending(text).is_some()).unwrap_or(bare);
    if let Some(quoted) = bare.strip_suffix('」') {
        let open = quoted.rfind('「')?;
        let inner = quoted.get(open + '「'.len_utf8()..)?;
        return named(inner).or_else(|| Some(Name::Document(inner.to_owned())));
    }
    if let Some((word, is_law)) = ending(bare) {
        let front = bare.strip_suffix(word).unwrap_or_default();
        let own = OWN.iter().any(|own| {
            front
                .strip_suffix(own)
                .is_some_and(|front| !front.chars().next_back().is_some_and(is_name_character))
        });
        return if own && !is_law { Some(Name::Own) } else { named(tail(bare)) };
    }
    let last = bare.chars().next_back()?;
    if !gap && is_name_character(last) && !TIMES.contains(&last) {
        return Some(Name::Document(tail(bare).to_owned()));
    }
    None
}

/// A name as law, document, or this document itself.
fn named(name: &str) -> Option<Name> {
    let (word, is_law) = ending(name)?;
    let front = name.strip_suffix(word).unwrap_or_default();
    if OWN.iter().any(|own| front.ends_with(own) && front.chars().count() <= own.chars().count() + 2)
        && !is_law
    {
        return Some(Name::Own);
    }
    Some(if is_law { Name::Law(name.to_owned()) } else { Name::Document(name.to_owned()) })
}

/// The word that a name ends with, and whether it is a law.
fn ending(text: &str) -> Option<(&'static str, bool)> {
    let of = |list: &'static [&'static str]| {
        list.iter().copied().filter(|word| text.ends_with(word)).max_by_key(|word| word.len())
    };
    match (of(DOCUMENTS), of(LAWS)) {
        (Some(document), Some(law)) if document.len() > law.len() => Some((document, false)),
        (_, Some("法")) if text.ends_with("方法") || text.ends_with("手法") => None,
        (_, Some(law)) => Some((law, true)),
        (Some(document), None) => Some((document, false)),
        (None, None) => None,
    }
}

/// The text without the brackets at its end.
fn without_bracket(text: &str) -> &str {
    let mut head = text;
    while head.ends_with(')') {
        let mut depth = 0_i32;
        let open = head.char_indices().rev().take(LONGEST_BRACKET).find(|(_, c)| {
            depth += match c {
                ')' => 1,
                '(' => -1,
                _ => 0,
            };
            depth == 0
        });
        match open {
            Some((at, _)) => head = head.get(..at).unwrap_or_default(),
            None => break,
        }
    }
    head
}

/// The name at the end of a text: back to a comma, a quote or a particle. Names of laws hold の and に関する.
fn tail(text: &str) -> &str {
    let mut start = text.len();
    for (at, c) in text.char_indices().rev().take(LONGEST_NAME) {
        let rest = text.get(at..).unwrap_or_default();
        let joint =
            rest.starts_with("に関する") || rest.starts_with("に係る") || rest.starts_with("における");
        let inside = ["関する", "する", "係る", "おける"].iter().any(|word| rest.starts_with(word))
            || matches!(c, 'の' | 'す' | 'る' | 'お' | 'け');
        let kept = is_name_character(c) || (inside && !rest.starts_with("するの")) || joint;
        if !kept {
            break;
        }
        start = at;
    }
    let name = text.get(start..).unwrap_or_default();
    let own = ["この", "その", "する", "る", "の", "す", "お", "け"];
    match own.iter().find(|word| name.starts_with(**word)) {
        Some(&"この") | None => name,
        Some(word) => name.strip_prefix(*word).unwrap_or(name),
    }
}

/// The compound at the end of a text: kanji, katakana, letters and digits only.
fn compound(text: &str) -> &str {
    let start = text
        .char_indices()
        .rev()
        .take(LONGEST_NAME)
        .take_while(|(_, c)| is_name_character(*c))
        .last()
        .map_or(text.len(), |(at, _)| at);
    text.get(start..).unwrap_or_default()
}

fn is_name_character(c: char) -> bool {
    matches!(c, '\u{4E00}'..='\u{9FFF}' | '々' | 'ァ'..='ヶ' | 'ー' | 'a'..='z' | '0'..='9' | '・' | '-')
}

/// How a sentence leaves a matter to what stands before.
pub(super) const SETTLES: &[&str] = &[
    "に定め",
    "で定め",
    "の定め",
    "に従",
    "に基づ",
    "の規定",
    "に規定",
    "で規定",
    "による",
    "により",
    "によら",
    "に準",
    "のとおり",
    "の通り",
    "に記載",
    "の記載",
    "に掲げ",
    "に示",
    "に則",
    "を準用",
    "において定め",
    "の条項",
    "の内容",
];

/// Words that name no other document when they stand alone: 契約書に定める speaks of this one.
const BARE_MEANS_OWN: &[&str] = &["契約", "契約書", "規程", "規則", "規約", "約款", "協定", "基準"];
/// What 契約 needs behind it to be a text: 利用契約に基づく speaks of the bond.
const AS_TEXT: &[&str] =
    &["に定め", "で定め", "の定め", "の規定", "に規定", "で規定", "のとおり", "の条項", "に従", "を準用"];

/// A document named as a whole whose name ends at `end` and does not begin before `floor`: where its name begins, and
/// the name. None where it is this document, or where the sentence only mentions it.
pub(super) fn whole(text: &str, floor: usize, end: usize) -> Option<(usize, Name)> {
    let after = text.get(end..)?;
    let quoted = after.starts_with('」');
    let behind = without_opening_bracket(after.trim_start_matches('」'));
    if !SETTLES.iter().any(|words| behind.starts_with(words)) {
        return None;
    }
    let head = text.get(floor..end)?;
    let name = if quoted { head.get(head.rfind('「')? + '「'.len_utf8()..)? } else { compound(head) };
    if BARE_MEANS_OWN.contains(&name) {
        return None;
    }
    if ending(name).is_some_and(|(word, _)| word == "契約")
        && !AS_TEXT.iter().any(|words| behind.starts_with(words))
    {
        return None;
    }
    let own = quoted || !text.get(..end - name.len()).is_some_and(|before| before.ends_with("この"));
    match named(name)? {
        Name::Own => None,
        _ if !own => None,
        name_found => Some((end - name.len(), name_found)),
    }
}

fn without_opening_bracket(text: &str) -> &str {
    let Some(inner) = text.strip_prefix('(') else { return text };
    inner.find(')').and_then(|at| inner.get(at + 1..)).unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_before_a_number() {
        let law = |name: &str| Some(Name::Law(name.to_owned()));
        let document = |name: &str| Some(Name::Document(name.to_owned()));
        let cases = [
            ("乙は、", None),
            ("甲及び乙は、", None),
            ("契約終了後", None),
            ("本契約", Some(Name::Own)),
            ("この規程", Some(Name::Own)),
            ("この規程の", Some(Name::Own)),
            ("乙は、個人情報保護法", law("個人情報保護法")),
            ("個人情報の保護に関する法律(平成15年法律第57号)", law("個人情報の保護に関する法律")),
            ("民法", law("民法")),
            ("その方法は、", None),
            ("甲乙間の基本契約", document("甲乙間の基本契約")),
            ("基本契約の", document("基本契約")),
            ("「保守基本契約書」", document("保守基本契約書")),
            ("サービス約款", document("サービス約款")),
        ];
        for (head, expected) in cases {
            assert_eq!(before(head, false), expected, "{head}");
        }
    }

    #[test]
    fn documents_as_a_whole() {
        let found = |text: &str, word: &str| {
            let end = text.find(word).map(|at| at + word.len()).unwrap_or_default();
            whole(text, 0, end).map(|(_, name)| name)
        };
        let document = |name: &str| Some(Name::Document(name.to_owned()));
        assert_eq!(found("詳細は障害対応手順書による。", "手順書"), document("障害対応手順書"));
        assert_eq!(found("「個人情報取扱特記事項」に従う。", "特記事項"), document("個人情報取扱特記事項"));
        assert_eq!(found("slaに定める。", "sla"), document("sla"));
        assert_eq!(found("契約書に定める。", "契約書"), None);
        assert_eq!(found("利用契約に基づく。", "契約"), None);
        assert_eq!(found("本契約に定める。", "契約"), None);
        assert_eq!(found("この規程による。", "規程"), None);
        assert_eq!(found("乙は、手順書を作成する。", "手順書"), None);
    }
}
