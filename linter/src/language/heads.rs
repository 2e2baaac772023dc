//! The head of a predicate: the words that a rule's action has to be, not merely to stand near.
//!
//! In 「返却の方法を協議する」 the head is 協議. Light verbs (行う, 講じる, 負う) hand it to their noun, 「返却及び消去を行う」 has two,
//! 求める and 請求する turn it into a demand, and a verb without an object of its own takes the topic of the sentence.

use std::ops::Range;

/// The head of a predicate, as ranges of its stem.
pub(super) struct Head {
    /// The verb has no object of its own (2時間以内に行う, これを行う): what is done is the topic of the sentence.
    pub(super) is_empty_verb: bool,
    /// Where the action has to end.
    pub(super) zones: Vec<Range<usize>>,
    /// What is demanded of the other side.
    pub(super) demanded: Vec<Range<usize>>,
    /// Joined by 又は.
    pub(super) alternative: bool,
}

/// Verbs that carry no action of their own: the action is the noun before を / に.
const LIGHT_VERBS: &[&str] = &[
    "行う",
    "行い",
    "行われる",
    "行われ",
    "なされる",
    "なされ",
    "行わ",
    "行っ",
    "行え",
    "実施する",
    "実施し",
    "実施",
    "講じる",
    "講じ",
    "とる",
    "とり",
    "とら",
    "取る",
    "取り",
    "取ら",
    "図る",
    "図り",
    "図ら",
    "なす",
    "なし",
    "負う",
    "負い",
    "負わ",
    "応じる",
    "応じ",
    "徹底する",
    "徹底し",
    "徹底",
    "遂行し",
    "遂行する",
    "遂行",
    "担う",
    "担い",
    "担当する",
    "担当し",
    "担当",
    "実行する",
    "実行し",
    "実行",
    "継続する",
    "継続し",
    "はかる",
    "はかり",
    "得る",
    "得",
    "得た",
    "得て",
    "受ける",
    "受け",
    "受けた",
    "受けて",
    "受けられる",
    "受けられ",
    "され",
    "させ",
    "さ",
    "せ",
    "し",
    "す",
];
const DEMAND_VERBS: &[&str] = &[
    "求める",
    "求め",
    "請求する",
    "請求し",
    "請求",
    "要求する",
    "要求し",
    "要求",
    "要請する",
    "要請し",
    "要請",
    "命じる",
    "命じ",
    "指示する",
    "指示し",
    "指示",
];
/// Verbs that hand the head only to what their subject has to bring about: 「許可を受ける」, not 「報告を受ける」.
const RECEIVING_VERBS: &[&str] = &["受ける", "受け", "受けた", "受けて", "受けられる", "受けられ"];
/// What somebody receives by asking for it, or attends.
const RECEIVED: &[&str] = &[
    "許可",
    "承認",
    "承諾",
    "同意",
    "了承",
    "了解",
    "許諾",
    "認可",
    "決裁",
    "裁可",
    "認証",
    "審査",
    "研修",
    "教育",
    "訓練",
    "講習",
    "許可等",
    "承認等",
    "研修等",
    "教育等",
    "訓練等",
];
const ANSWERING_VERBS: &[&str] = &["応じる", "応じ"];
/// What the other side does: whoever 監査に応じる does not audit.
const ANSWERED: &[&str] = &["監査", "調査", "検査", "立入", "査察", "照会", "質問", "監督", "取材", "捜査"];
/// Nouns too general to be an action: the noun before の counts as well.
const GENERAL_NOUNS: &[&str] = &[
    "措置",
    "対策",
    "手続",
    "手続き",
    "対応",
    "処理",
    "作業",
    "業務",
    "等",
    "事項",
    "こと",
    "もの",
    "義務",
    "責任",
    "など",
    "その他",
    "処置",
    "措置等",
    "措置その他",
];

/// Finds the head of a stem.
pub(super) fn head_of(stem: &str) -> Head {
    let core = strip_verbs(stem, LIGHT_VERBS);
    let (zones, alternative) = zones(stem, core);
    let demanded_core = strip_verbs(core_text(stem, core), DEMAND_VERBS);
    let demanded = if demanded_core < core { self::zones(stem, demanded_core).0 } else { Vec::new() };
    Head { is_empty_verb: is_empty_verb(stem, core), zones, demanded, alternative }
}

/// Verbs that need an object; without one of their own they take the topic of the sentence.
const NEEDS_OBJECT: &[&str] = &["行", "実施", "講", "と", "取", "負", "し", "さ"];

fn is_empty_verb(stem: &str, core: usize) -> bool {
    let verb = stem.get(core..).unwrap_or_default();
    let before = core_text(stem, core);
    let pronoun = ["これ", "それ", "これら", "それら"].iter().any(|word| before.ends_with(word));
    let bare = verb.trim_start_matches(['に', 'は', 'の']);
    let adverbial = bare != verb || ["が", "で", "て"].iter().any(|particle| before.ends_with(particle));
    pronoun
        || (!verb.starts_with('を') && adverbial && NEEDS_OBJECT.iter().any(|start| bare.starts_with(start)))
}

fn core_text(stem: &str, core: usize) -> &str {
    stem.get(..core).unwrap_or_default()
}

/// The end of the stem without verbs of the list and the particles before them.
fn strip_verbs(stem: &str, verbs: &[&str]) -> usize {
    let mut end = stem.len();
    for _ in 0..3 {
        let head = stem.get(..end).unwrap_or_default();
        let Some(verb) = verbs.iter().filter(|verb| head.ends_with(**verb)).max_by_key(|verb| verb.len())
        else {
            break;
        };
        let before = head.len() - verb.len();
        let bare = head.get(..before).unwrap_or_default();
        let trimmed =
            ["ことを", "こと", "を", "に", "の", "は"].iter().find(|particle| bare.ends_with(**particle));
        let stripped = before - trimmed.map_or(0, |particle| particle.len());
        if stripped == 0 {
            break;
        }
        let noun = stem.get(..stripped).unwrap_or_default();
        let ends_with_any = |words: &[&str]| words.iter().any(|word| noun.ends_with(word));
        if (RECEIVING_VERBS.contains(verb) && !ends_with_any(RECEIVED))
            || (ANSWERING_VERBS.contains(verb) && ends_with_any(ANSWERED))
        {
            break;
        }
        end = stripped;
        let rest = stem.get(..end).unwrap_or_default();
        for ending in ["する", "した", "すべき"] {
            if rest.ends_with(ending) {
                end -= ending.len();
                break;
            }
        }
    }
    end
}

/// The components of the noun or verb group that ends at `core`, and whether they are joined by 又は.
pub(super) fn zones(stem: &str, core: usize) -> (Vec<Range<usize>>, bool) {
    let start = group_start(core_text(stem, core));
    let group = stem.get(start..core).unwrap_or_default();
    let parts = components(group);
    // 「紛失又は盗難に備えるよう措置する」: the choice is in the purpose.
    let purpose = ["よう", "ため"].iter().filter_map(|word| group.rfind(word)).max().unwrap_or_default();
    let done = group.get(purpose..).unwrap_or_default();
    let alternative = parts.len() > 1 && (done.contains("又は") || done.contains("若しくは"));
    let zones = parts.into_iter().map(|part| part.start + start..part.end + start).collect();
    (zones, alternative)
}

/// Byte offset behind the last particle that separates the group from what stands before it.
fn group_start(text: &str) -> usize {
    let characters: Vec<(usize, char)> = text.char_indices().collect();
    for position in (0..characters.len()).rev() {
        let Some(&(index, character)) = characters.get(position) else { continue };
        let mut following = position + 1;
        while characters.get(following).is_some_and(|(_, next)| *next == '、') {
            following += 1;
        }
        let next = characters.get(following).map(|(_, next)| *next);
        let previous = position.checked_sub(1).and_then(|at| characters.get(at)).map(|(_, before)| *before);
        let boundary = match character {
            'を' => next.is_some(),
            'に' | 'へ' | 'と' | 'で' | 'が' | 'は' | 'も' | 'て' | 'い' | 'り' | 'く' | 'ず' | 'つ' =>
            {
                let comma = following > position + 1;
                let particle =
                    matches!(character, 'に' | 'へ' | 'と' | 'で' | 'が' | 'は' | 'も' | 'て' | 'く' | 'ず');
                next.is_some_and(is_content) && previous.is_some() && (particle || comma)
            }
            _ => false,
        };
        // 「消去ソフト又は物理破壊により廃棄する」: the choice is one of means.
        let means = character == 'り' && text.get(..index).is_some_and(|before| before.ends_with("によ"));
        let boundary =
            boundary || ((means || ends_adverb(text, index, character)) && next.is_some_and(is_content));
        if boundary && !ends_in_joint(text, index + character.len_utf8()) {
            let end = characters.get(following).map_or(text.len(), |(at, _)| *at);
            return end.max(index + character.len_utf8());
        }
    }
    0
}

/// 「改ざんされないよう措置を」: what is to be prevented is no part of what is done. 「受講するよう措置」 is another matter.
fn ends_adverb(text: &str, index: usize, character: char) -> bool {
    let before = text.get(..index).unwrap_or_default();
    (character == 'う' && before.ends_with("ないよ")) || (character == 'め' && before.ends_with("るた"))
}

/// Whether 又は, 若しくは or 並びに ends here: its last character is no particle.
pub(super) fn ends_in_joint(text: &str, end: usize) -> bool {
    let head = text.get(..end).unwrap_or_default();
    JOINTS.iter().any(|joint| head.ends_with(joint))
}

const JOINTS: &[&str] = &["及び", "並びに", "又は", "若しくは", "、", "・", "かつ"];

/// Kanji, katakana, letters, digits and opening quotes: where a content word starts.
pub(super) fn is_content(character: char) -> bool {
    matches!(character,
        '\u{4E00}'..='\u{9FFF}' | '\u{3400}'..='\u{4DBF}' | '々' | 'ァ'..='ヶ' | 'ー' | 'a'..='z' | 'A'..='Z' | '0'..='9' | '「')
}

/// Splits 「A及びB」; of each part only what stands behind its last の counts, unless that is a general noun.
fn components(group: &str) -> Vec<Range<usize>> {
    let mut parts = Vec::new();
    let mut start = 0;
    let mut cursor = 0;
    while cursor < group.len() {
        let rest = group.get(cursor..).unwrap_or_default();
        let joint = JOINTS.iter().find(|word| rest.starts_with(**word));
        match joint {
            Some(word) => {
                parts.push(start..cursor);
                cursor += word.len();
                start = cursor;
            }
            None => cursor += rest.chars().next().map_or(1, char::len_utf8),
        }
    }
    parts.push(start..group.len());
    parts.into_iter().filter(|part| !part.is_empty()).map(|part| behind_no(group, part)).collect()
}

fn behind_no(group: &str, part: Range<usize>) -> Range<usize> {
    let text = group.get(part.clone()).unwrap_or_default();
    let mut from = 0;
    for (at, _) in text.match_indices('の') {
        let noun = text.get(at + 'の'.len_utf8()..).unwrap_or_default();
        if noun.is_empty() || GENERAL_NOUNS.contains(&noun) {
            break;
        }
        from = at + 'の'.len_utf8();
    }
    part.start + from..part.end
}
