//! The end of a contract: the sentence that says it was made, and the lines for signatures.

/// Whether a line without a number starts the closing of a contract.
pub(crate) fn starts_closing(line: &str) -> bool {
    const STARTS: [&str; 12] = [
        "本契約成立の証",
        "本契約の成立を証",
        "本契約締結の証",
        "本契約の締結を証",
        "以上の証として",
        "この契約の締結を証",
        "この契約締結の証",
        "本契約を証する",
        "上記契約の成立",
        "本合意の成立を証",
        "本覚書の成立を証",
        "以上、契約締結",
    ];
    let names = ["本書", "本契約書", "この契約書", "本覚書"];
    let copies = |words: &[&str]| line.contains('通') && words.iter().any(|word| line.contains(word));
    let made = names.iter().any(|word| line.starts_with(word)) && copies(&["作成", "保有", "保管"])
        || names.iter().any(|word| line.contains(word)) && copies(&["保有", "所持", "保持"]);
    let filled_in = line.starts_with('[') && line.ends_with(']') && line.contains(':');
    let proof = line.contains("の証として") && line.contains('通');
    made || proof
        || filled_in
        || line == "以上"
        || STARTS.iter().any(|start| line.starts_with(start))
        || is_signature(line)
}

/// `制定日: …` below the last provision.
pub(crate) fn is_dated(line: &str) -> bool {
    ["制定:", "制定日:", "施行日:", "改定日:", "改定:", "最終改定:", "施行:"]
        .iter()
        .any(|word| line.starts_with(word))
}

/// A date with what happened on it: `令和6年1月15日 改正`.
pub(crate) fn is_history(line: &str) -> bool {
    let era =
        ["令和", "平成", "昭和", "20", "19"].iter().any(|era| line.starts_with(era)) && line.contains('年');
    let ends =
        ["日", "改正", "制定", "施行", "決定", "改訂", "一部改正"].iter().any(|end| line.ends_with(end));
    era && ends && line.chars().count() <= 30 && line.contains('月') && line.contains('日')
}

/// `甲: … 印`, `締結日: …`, `令和 年 月 日`.
fn is_signature(line: &str) -> bool {
    let party = ["甲", "乙", "丙"].iter().any(|party| {
        line.strip_prefix(party).is_some_and(|rest| {
            rest.starts_with([':', ' ']) && !rest.contains('は') && rest.chars().count() < 60
        })
    });
    let sealed = line.ends_with('印') || line.ends_with("(印)") || line.ends_with('㊞');
    let blank_date = ["令和", "平成", "年", "20"].iter().any(|era| line.starts_with(era))
        && line.ends_with('日')
        && (line.contains("年 月") || line.contains("年月"));
    (party && !line.contains('。'))
        || (sealed && !line.contains('。'))
        || line.starts_with("締結日")
        || blank_date
}
