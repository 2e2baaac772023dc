//! What a single line of the guideline is: a heading, an item, a line of the 目次, a group, the mark of a box.

use kb::circled_value;
use unicode_normalization::UnicodeNormalization as _;

/// Longest heading, in characters.
const LONGEST_HEADING: usize = 80;
/// Longest name of a group of items.
const LONGEST_GROUP: usize = 30;

/// The text for comparing: NFKC without spaces.
pub fn folded(text: &str) -> String {
    text.nfkc().filter(|c| !c.is_whitespace()).map(unified).collect()
}

/// Marks that look alike and that producers mix up.
fn unified(c: char) -> char {
    match c {
        '~' | '\u{301c}' | '\u{223c}' => '~',
        '‐' | '‑' | '–' | '—' | '―' | '−' | '-' => '-',
        '･' => '・',
        other => other,
    }
}

/// Whether the line is the mark above a box: 【遵守事項】 and nothing else.
pub fn is_box(text: &str) -> bool {
    matches!(
        folded(text).as_str(),
        "【遵守事項】" | "[遵守事項]" | "〔遵守事項〕" | "<遵守事項>" | "遵守事項"
    )
}

/// The number at the head of an item, and the text behind it.
pub fn item(text: &str) -> Option<(u16, &str)> {
    let text = text.trim_start();
    let mark = text.chars().next()?;
    let number = circled_value(mark)?;
    Some((number, text.get(mark.len_utf8()..)?.trim()))
}

/// A heading: its number (`8`, `1.2.1`) and its title without the patterns behind it.
pub fn heading(text: &str) -> Option<(String, String)> {
    let text = text.trim();
    let text = text.strip_prefix('第').filter(|rest| rest.contains('章')).unwrap_or(text);
    let mut number = String::new();
    let mut end = 0;
    for (at, c) in text.char_indices() {
        // Circled digits would be digits after NFKC, and they number items.
        if !matches!(c, '0'..='9' | '０'..='９' | '.' | '．') {
            break;
        }
        number.extend(c.nfkc());
        end = at + c.len_utf8();
    }
    let (dotted, number) = (number.ends_with('.'), number.trim_end_matches('.').to_owned());
    let rest = text.get(end..)?;
    // A lone number needs something that parts it from the title: `3 か月` and `2人` are no headings.
    let parted = dotted || number.contains('.') || rest.starts_with([' ', '\u{3000}', '\t', '章']);
    let title = without_patterns(rest.trim_start_matches('章').trim());
    let numbers = number.split('.').map(|piece| piece.parse::<u16>().ok());
    let sound = numbers.clone().all(|number| number.is_some_and(|number| (1..=60).contains(&number)));
    (sound && parted && (1..=3).contains(&numbers.count()) && is_title(&title)).then_some((number, title))
}

/// A title is short, has letters and is no sentence.
fn is_title(title: &str) -> bool {
    let opens = title.chars().next().is_some_and(|c| c.is_alphanumeric() || "(（「『".contains(c));
    let letters = title.chars().any(|c| c.is_alphabetic());
    opens && letters && title.chars().count() <= LONGEST_HEADING && !title.ends_with(['。', '、', '，', ','])
}

/// The title without `[Ⅰ～Ⅳ]` at its end.
pub fn without_patterns(title: &str) -> String {
    let trimmed = title.trim_end();
    let opening = trimmed.rfind(['[', '［', '〔', '【']);
    let is_patterns = |inside: &str| {
        let plain = folded(inside);
        plain.contains(['I', 'V']) && plain.chars().all(|c| "IV~-、,・[]【】〔〕".contains(c))
    };
    opening
        .and_then(|at| Some((trimmed.get(..at)?, trimmed.get(at..)?)))
        .filter(|(_, inside)| is_patterns(inside))
        .map_or(trimmed, |(title, _)| title.trim_end())
        .to_owned()
}

/// A line of the 目次: the title before the leader and the page behind it.
pub fn contents_entry(text: &str) -> Option<&str> {
    let text = text.trim_end();
    let rest =
        text.trim_end_matches(|c: char| c.nfkc().next().is_some_and(|c| c.is_ascii_digit() || c == '-'));
    if rest.len() == text.len() {
        return None;
    }
    let leader = |c: char| ".…‥・･．·_ \u{3000}\t".contains(c);
    let title = rest.trim_end_matches(leader);
    let dots: usize = rest
        .get(title.len()..)?
        .chars()
        .map(|c| if "…‥".contains(c) { 3 } else { usize::from(!c.is_whitespace()) })
        .sum();
    (dots >= 3 && !title.is_empty()).then_some(title)
}

/// Whether the line opens the 目次.
pub fn is_contents(text: &str) -> bool {
    matches!(folded(text).trim_matches(|c| "-<>[]【】〔〕".contains(c)), "目次" | "もくじ")
}

/// Whether the line is a particular inside an item, which keeps its own line.
pub fn is_particular(text: &str) -> bool {
    let plain: String = text.trim_start().nfkc().take(4).collect();
    let mut chars = plain.chars();
    let Some(first) = chars.next() else { return false };
    let second = chars.next();
    "・-–—－‐●○◆◇■□※➢▶→*".contains(first)
        || first == '(' && second.is_some_and(|c| c.is_ascii_alphanumeric() || "アイウエオカキク".contains(c))
        || second.is_some_and(|c| ").".contains(c))
            && (first.is_ascii_alphanumeric() || "アイウエオカキク".contains(first))
}

/// The name of a group of items: short, no sentence, without its brackets and number.
pub fn group(text: &str) -> Option<String> {
    if text.trim_end().ends_with(['。', '、']) || text.chars().count() > LONGEST_GROUP {
        return None;
    }
    let marks = |c: char| "()（）<>＜＞〈〉《》【】〔〕[]［］「」『』・■□●○◆◇▶:： \u{3000}".contains(c);
    let mut name = text.trim_matches(marks);
    // (1) 説明責任, ア 説明責任, ⅰ)説明責任
    if let Some((label, rest)) = name.split_once([' ', '\u{3000}', ')', '）', '.', '．']) {
        let label: String = label.nfkc().collect();
        let short = label.chars().count() <= 3
            && label.chars().all(|c| c.is_ascii_alphanumeric() || "アイウエオ".contains(c));
        if short {
            name = rest.trim_matches(marks);
        }
    }
    (!name.is_empty() && name.chars().any(char::is_alphabetic)).then(|| name.to_owned())
}

/// Whether a sentence, or an item in 〜こと, ends here.
pub fn closes(text: &str) -> bool {
    text.trim_end().ends_with(['。', '．']) || text.trim_end().ends_with("こと")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_are_told_from_text() {
        for (text, wanted) in [
            ("7. 情報管理(管理・持出し) [Ⅰ～Ⅳ]", Some(("7", "情報管理(管理・持出し)"))),
            ("１４．認証・認可に関する安全管理措置［Ⅰ、Ⅲ］", Some(("14", "認証・認可に関する安全管理措置"))),
            ("1.2.1　通常時における責任", Some(("1.2.1", "通常時における責任"))),
            ("第3章 責任分界", Some(("3", "責任分界"))),
            ("3 か月", Some(("3", "か月"))),
            ("3か月ごとに見直す", None),
            ("2026年5月", None),
            ("1. 職員は、記録を残す。", None),
            ("1.2 …………………… 5", None),
            ("① 記録", None),
        ] {
            let found = heading(text);
            let found = found.as_ref().map(|(number, title)| (number.as_str(), title.as_str()));
            assert_eq!(found, wanted, "{text}");
        }
    }

    #[test]
    fn lines_of_the_contents_have_leaders() {
        for (text, wanted) in [
            ("1.1 法令の遵守 ........................ 5", Some("1.1 法令の遵守")),
            ("1．責任……………………………12", Some("1．責任")),
            ("7. 情報管理・・・・・・・３", Some("7. 情報管理")),
            ("パスワードは8", None),
            ("7. 情報管理", None),
        ] {
            assert_eq!(contents_entry(text), wanted, "{text}");
        }
    }

    #[test]
    fn items_begin_with_circled_digits() {
        assert_eq!(item("⑬ 記録を残す"), Some((13, "記録を残す")));
        assert_eq!(item("記録①を残す"), None);
    }

    #[test]
    fn groups_are_named_without_their_marks() {
        for (text, wanted) in [
            ("(説明責任)", Some("説明責任")),
            ("＜管理責任＞", Some("管理責任")),
            ("(1) 説明責任", Some("説明責任")),
            ("見直し・改善の責任", Some("見直し・改善の責任")),
            ("記録を残すこと。", None),
        ] {
            assert_eq!(group(text).as_deref(), wanted, "{text}");
        }
    }
}
