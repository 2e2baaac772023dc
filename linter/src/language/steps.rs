//! Steps: what has to be done before something else may be (確認してから接続する, 返却した後、消去する, 承認の上、持ち出す, 承諾を得た場合に
//! 限り再委託できる).
//!
//! Works on folded text. What only tells the time (契約の終了後, 乙が退職した後) is an occasion and no step.

use super::heads::is_content;
use super::relative::modifies_a_noun;
use super::strength::read_end;

/// What stands behind the past form of a step.
const AFTER_PAST: &[&str] = &["後", "後に", "後で", "のち", "のちに", "上", "上で", "うえ", "うえで"];
/// The same where it binds what follows to the step.
const ONLY_AFTER_PAST: &[&str] = &[
    "場合に限り",
    "場合に限って",
    "場合のみ",
    "場合にのみ",
    "ときに限り",
    "ときに限って",
    "ときのみ",
    "時に限り",
];
/// What stands behind a noun that is a step.
const AFTER_NOUN: &[&str] = &["の上", "のうえ", "の上で", "のうえで"];
/// What ends a step inside a stretch without commas.
const INSIDE: &[&str] = &[
    "てから",
    "んでから",
    "いでから",
    "た後に",
    "た後で",
    "た上で",
    "たうえで",
    "た場合に限り",
    "た場合にのみ",
    "たときに限り",
];
/// What happens to somebody, or is noticed: before 後 it tells the time.
const HAPPENS: &[&str] = &[
    "退職",
    "離職",
    "退任",
    "異動",
    "終了",
    "満了",
    "経過",
    "解除",
    "解約",
    "発生",
    "死亡",
    "到来",
    "成立",
    "発効",
    "施行",
    "改正",
    "締結",
    "検知",
    "発見",
    "覚知",
    "知っ",
    "気付い",
    "受領",
    "開始",
    "入職",
    "採用",
    "就任",
    "退院",
];
/// Nouns to which something is limited by 「に限り」 only as an occasion.
const OCCASIONS: &[&str] = &["場合", "とき", "時", "際", "間", "場面"];

/// The end of the verb or noun of a step, where the text is one: 確認し in 「確認してから」, 承認 in 「承認の上」.
pub(super) fn verb_end(text: &str) -> Option<usize> {
    let text = trimmed(text);
    if let Some(verb) = text.strip_suffix("てから").or_else(|| text.strip_suffix("でから")) {
        let spoken = text.ends_with("てから") || verb.ends_with(['ん', 'い']);
        return spoken.then_some(verb.len());
    }
    if let Some(noun) = AFTER_NOUN.iter().find_map(|ending| text.strip_suffix(*ending)) {
        return noun.ends_with(is_content).then_some(noun.len());
    }
    if let Some(verb) = ONLY_AFTER_PAST.iter().find_map(|ending| past_before(text, ending)) {
        return Some(verb.len());
    }
    let happens = |verb: &str| HAPPENS.iter().any(|word| verb.ends_with(word));
    if let Some(verb) = AFTER_PAST.iter().find_map(|ending| past_before(text, ending)) {
        let is_time = text.trim_end_matches(['に', 'で']).ends_with(['後', 'ち']);
        let done = verb.strip_suffix('し').unwrap_or(verb);
        return (!is_time || !(happens(done) || text.contains('が'))).then_some(verb.len());
    }
    let noun = text.strip_suffix("後に").or_else(|| text.strip_suffix('後'))?;
    let is_done = noun.contains('を') && noun.ends_with(is_content);
    (is_done && !happens(noun) && !text.contains('が')).then_some(noun.len())
}

/// Whether the text limits what follows to somebody or something: 「許可した者に限り」.
pub(super) fn limits(text: &str) -> bool {
    let text = trimmed(text);
    let Some(noun) = text.strip_suffix("に限り").or_else(|| text.strip_suffix("に限って")) else {
        return false;
    };
    let noun = noun.strip_suffix("のみ").or_else(|| noun.strip_suffix("だけ")).unwrap_or(noun);
    noun.ends_with(is_content) && !OCCASIONS.iter().any(|word| noun.ends_with(word))
}

/// Where steps end inside a stretch without commas; what only describes a noun behind it is none.
pub(super) fn ends_inside(text: &str) -> Vec<usize> {
    let mut ends: Vec<usize> = INSIDE
        .iter()
        .flat_map(|ending| text.match_indices(ending).map(|(at, found)| at + found.len()))
        .filter(|end| {
            let (before, after) = text.split_at_checked(*end).unwrap_or_default();
            let goes_on = after.starts_with(|next| is_content(next) || next == 'こ');
            let stem = after.get(..read_end(after).stem_end).unwrap_or_default();
            goes_on && verb_end(before).is_some() && !modifies_a_noun(stem)
        })
        .collect();
    ends.sort_unstable();
    ends.dedup();
    ends
}

/// The stem of a past form before an ending: 確認し of 「確認した後」.
fn past_before<'a>(text: &'a str, ending: &str) -> Option<&'a str> {
    let verb = text.strip_suffix(ending)?;
    verb.strip_suffix('た').or_else(|| verb.strip_suffix('だ'))
}

fn trimmed(text: &str) -> &str {
    text.trim_end_matches(['、', ',', ';', '\u{1}'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_and_occasions() {
        let cases = [
            ("検査を行ってから", Some("検査を行っ")),
            ("データを返却した後、", Some("データを返却し")),
            ("院長の承認を得た上で、", Some("院長の承認を得")),
            ("確認の上、", Some("確認")),
            ("データを消去後、", Some("データを消去")),
            ("甲の承諾を得た場合に限り、", Some("甲の承諾を得")),
            ("契約の終了後、", None),
            ("退職した後、", None),
            ("契約が終了した後、", None),
            ("業務を遂行する上で、", None),
            ("その後、", None),
            ("必要な場合に限り、", None),
            ("13文字以上、", None),
        ];
        for (text, expected) in cases {
            assert_eq!(verb_end(text).and_then(|end| text.get(..end)), expected, "{text}");
        }
    }

    #[test]
    fn limits_to_somebody() {
        let cases = [
            ("許可した者だけに限り、", true),
            ("管理者に限り、", true),
            ("緊急の場合に限り、", false),
            ("必要な限り、", false),
            ("許可しない限り、", false),
        ];
        for (text, expected) in cases {
            assert_eq!(limits(text), expected, "{text}");
        }
    }

    #[test]
    fn steps_without_a_comma() {
        let cut = |text: &str| ends_inside(text).first().and_then(|end| text.get(..*end)).map(str::to_owned);
        assert_eq!(cut("検査を行ってから接続すること。").as_deref(), Some("検査を行ってから"));
        assert_eq!(cut("許可を得た上で持出した端末を返却する。"), None);
    }
}
