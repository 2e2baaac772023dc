//! Which encoding a file is in, where it does not say so itself.

use encoding_rs::{EUC_JP, Encoding, ISO_2022_JP, SHIFT_JIS, UTF_8, UTF_16BE, UTF_16LE};

/// How sure it must be, in percent of the characters beyond ASCII.
const SURE: i64 = 50;

/// The encoding that fits; `None` if none does.
///
/// UTF-8 is told by its validity, ISO-2022-JP by its escapes, UTF-16 without a mark by its zero bytes, Shift_JIS and
/// EUC-JP by what the decoded text looks like.
pub(super) fn detect(bytes: &[u8]) -> Option<&'static Encoding> {
    if bytes.contains(&0) {
        return unmarked_utf16(bytes);
    }
    if bytes.is_ascii()
        && (contains(bytes, b"\x1b$") || contains(bytes, b"\x1b(J") || contains(bytes, b"\x1b(I"))
    {
        return strict(ISO_2022_JP, bytes).is_some().then_some(ISO_2022_JP);
    }
    if std::str::from_utf8(bytes).is_ok() {
        return Some(UTF_8);
    }
    best(bytes, [SHIFT_JIS, EUC_JP])
}

/// UTF-16 without a mark: the order in which the usual marks of text stand there, and not the other way round.
fn unmarked_utf16(bytes: &[u8]) -> Option<&'static Encoding> {
    let marks = |text: &str| {
        text.chars().filter(|c| matches!(c, '\n' | ' ' | '\u{3000}' | '、' | '。' | 'の')).count()
    };
    let read = |encoding| strict(encoding, bytes).map(|text| (marks(&text), text, encoding));
    let orders = [UTF_16LE, UTF_16BE].into_iter().filter_map(read);
    let (marks, text, encoding) = orders.max_by_key(|(marks, ..)| *marks)?;
    let noise = text.chars().filter(|c| c.is_control() && !matches!(c, '\n' | '\r' | '\t')).count();
    (marks > 0 && noise * 200 <= bytes.len() && (text.is_ascii() || plausibility(&text) >= SURE))
        .then_some(encoding)
}

fn best<const N: usize>(bytes: &[u8], candidates: [&'static Encoding; N]) -> Option<&'static Encoding> {
    let scored = candidates
        .into_iter()
        .filter_map(|encoding| Some((plausibility(&strict(encoding, bytes)?), encoding)));
    scored.max_by_key(|(score, _)| *score).filter(|(score, _)| *score >= SURE).map(|(_, encoding)| encoding)
}

/// The text, if every byte of it is right.
pub(super) fn strict(encoding: &'static Encoding, bytes: &[u8]) -> Option<String> {
    encoding.decode_without_bom_handling_and_without_replacement(bytes).map(std::borrow::Cow::into_owned)
}

/// How Japanese the text looks, in percent of its characters beyond ASCII: kana and common kanji count for it,
/// private characters and, where they are many, half-width katakana against it.
fn plausibility(text: &str) -> i64 {
    let (mut good, mut bad, mut half, mut all) = (0_i64, 0_i64, 0_i64, 0_i64);
    for character in text.chars().filter(|character| !character.is_ascii()) {
        all += 1;
        match character {
            '\u{3000}'..='\u{30ff}' | '\u{4e00}'..='\u{9fff}' | '\u{ff01}'..='\u{ff5e}' => good += 1,
            '\u{ff61}'..='\u{ff9f}' => half += 1,
            '\u{e000}'..='\u{f8ff}' | '\u{80}'..='\u{9f}' => bad += 1,
            _ => {}
        }
    }
    if all == 0 { 0 } else { (good - bad - half) * 100 / all }
}

/// Whether most of what cannot be decoded is control characters.
pub(super) fn is_noise(bytes: &[u8]) -> bool {
    let control =
        bytes.iter().filter(|byte| **byte < 0x20 && !b"\t\n\r\x0b\x0c\x1a\x1b".contains(byte)).count();
    control * 200 > bytes.len()
}

fn contains(bytes: &[u8], needle: &[u8]) -> bool {
    bytes.windows(needle.len()).any(|window| window == needle)
}
