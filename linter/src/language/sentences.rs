//! Splits text into sentences and marks what stands in brackets.

use std::ops::Range;

/// Byte ranges of the sentences of `text`, in order; the closing 。 belongs to its sentence.
///
/// A 。 inside 「」 or brackets does not end a sentence. Text without 。 is one sentence; empty text has none.
pub fn split_sentences(text: &str) -> Vec<Range<usize>> {
    let mut sentences = Vec::new();
    let mut start = 0;
    let mut depth = 0u32;
    for (index, character) in text.char_indices() {
        match character {
            '「' | '(' | '[' | '【' => depth += 1,
            '」' | ')' | ']' | '】' => depth = depth.saturating_sub(1),
            '。' if depth == 0 => {
                let end = index + character.len_utf8();
                sentences.push(start..end);
                start = end;
            }
            _ => {}
        }
    }
    if text.get(start..).is_some_and(|rest| !rest.trim().is_empty()) {
        sentences.push(start..text.len());
    }
    sentences
}

/// The name that a definition in brackets gives to somebody who acts right behind it: 「株式会社北斗(以下「当社」という。)は」.
fn defined_actor(inner: &str, after: &str) -> Option<Range<usize>> {
    let acts = after.starts_with(['は', 'が', 'も']);
    let at = inner.find("以下")?;
    let open = at + inner.get(at..)?.find('「')? + '「'.len_utf8();
    let end = open + inner.get(open..)?.find('」')?;
    acts.then_some(open..end)
}

/// The same text with everything inside round brackets (brackets included) replaced by U+0001, byte for byte.
///
/// Offsets stay valid, and patterns about the shape of a sentence no longer see 「(以下「甲」という。)」; only the name stays
/// where its bearer acts right behind it: 「株式会社北斗(以下「当社」という。)は」.
pub fn mask_brackets(text: &str) -> String {
    let mut masked = String::with_capacity(text.len());
    let mut depth = 0u32;
    let mut start = 0;
    for (index, character) in text.char_indices() {
        let opens = matches!(character, '(' | '[' | '（' | '［');
        let closes = matches!(character, ')' | ']' | '）' | '］');
        if opens && depth == 0 {
            start = index;
        }
        depth += u32::from(opens);
        if depth > 0 {
            masked.extend(std::iter::repeat_n('\u{1}', character.len_utf8()));
        } else {
            masked.push(character);
        }
        depth = depth.saturating_sub(u32::from(closes));
        if closes && depth == 0 {
            let (inner, after) = text.split_at_checked(index + character.len_utf8()).unwrap_or_default();
            let inner = inner.get(start..).unwrap_or_default();
            if let Some(name) = defined_actor(inner, after) {
                let named = start + name.start..start + name.end;
                masked.replace_range(named.clone(), text.get(named).unwrap_or_default());
            }
        }
    }
    masked
}

#[cfg(test)]
#[expect(clippy::string_slice, reason = "a test may fail loudly")]
mod tests {
    use super::*;

    #[test]
    fn keeps_brackets_together() {
        let text = "甲(以下「当院」という。)は払う。乙は働く。ただし、";
        let parts: Vec<_> = split_sentences(text).into_iter().map(|range| &text[range]).collect();
        assert_eq!(parts, ["甲(以下「当院」という。)は払う。", "乙は働く。", "ただし、"]);
    }

    #[test]
    fn masks_without_moving_anything() {
        let text = "甲(以下「当院」という。)は払う";
        let masked = mask_brackets(text);
        assert_eq!(masked.len(), text.len());
        assert_eq!(masked.find("は払う"), text.find("は払う"));
        assert!(!masked.contains("以下"));
        assert!(masked.contains("当院\u{1}"));
        let text = "業務(以下「本業務」という。)を行う";
        assert!(!mask_brackets(text).contains('本'));
    }
}
