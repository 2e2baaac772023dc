//! Bytes of a text file → text, with the way back to byte offsets.
//!
//! UTF-8 and UTF-16 are told by their marks or their validity, Shift_JIS and EUC-JP by what the decoded text looks
//! like. Text that was already damaged elsewhere is refused: a rule that finds nothing in mojibake proves nothing.

use crate::document::Origin;
use crate::read::ReadError;
use crate::read::raw::{Pace, Piece, Widths};
use crate::source::Limits;
use encoding_rs::{EUC_JP, Encoding, SHIFT_JIS, UTF_16BE, UTF_16LE};

/// Characters between two remembered offsets.
const CHECKPOINT: usize = 256;

/// A text file in UTF-8, with offsets back into the original encoding.
#[derive(Debug)]
pub(crate) struct Decoded {
    /// The whole text, without a byte order mark.
    pub(crate) text: String,
    widths: Widths,
    /// Bytes of the byte order mark.
    mark: u32,
    /// Pairs of (byte in `text`, byte in the file), ascending; empty for UTF-8.
    checkpoints: Vec<(usize, u32)>,
    /// Replacement characters stand in the text.
    pub(crate) replaced: Option<Origin>,
}

impl Decoded {
    fn new(text: String, widths: Widths, mark: u32) -> Self {
        let mut decoded = Self { text, widths, mark, checkpoints: Vec::new(), replaced: None };
        if widths != Widths::Utf8 {
            decoded.checkpoints = checkpoints(&decoded.text, widths, mark);
        }
        decoded.replaced =
            decoded.text.find('\u{fffd}').map(|at| Origin::Bytes { byte: decoded.file_offset(at) });
        decoded
    }

    /// The byte of the file behind a byte of the text.
    pub(crate) fn file_offset(&self, at: usize) -> u32 {
        if self.widths == Widths::Utf8 {
            return (at as u32).saturating_add(self.mark);
        }
        let index = self.checkpoints.partition_point(|(text, _)| *text <= at).saturating_sub(1);
        let (text, file) = self.checkpoints.get(index).copied().unwrap_or((0, self.mark));
        let between = self.text.get(text..at).unwrap_or_default();
        between.chars().fold(file, |sum, character| sum.saturating_add(self.widths.of(character)))
    }

    /// The text range as a piece with its origin.
    pub(crate) fn piece(&self, range: std::ops::Range<usize>) -> Piece {
        Piece {
            origin: Origin::Bytes { byte: self.file_offset(range.start) },
            text: self.text.get(range).unwrap_or_default().to_owned(),
            pace: Pace::Bytes(self.widths),
        }
    }
}

fn checkpoints(text: &str, widths: Widths, mark: u32) -> Vec<(usize, u32)> {
    let mut found = Vec::new();
    let mut file = mark;
    for (count, (at, character)) in text.char_indices().enumerate() {
        if count % CHECKPOINT == 0 {
            found.push((at, file));
        }
        file = file.saturating_add(widths.of(character));
    }
    found
}

/// Decodes a text file.
///
/// # Errors
/// `read-binary` for control noise, `read-encoding` where no encoding fits, `read-mojibake` for damaged text.
pub(crate) fn decode(bytes: &[u8]) -> Result<Decoded, ReadError> {
    let decoded = if let Some(rest) = bytes.strip_prefix(b"\xEF\xBB\xBF") {
        let text = std::str::from_utf8(rest).map_err(|_| ReadError::Encoding)?;
        Decoded::new(text.to_owned(), Widths::Utf8, 3)
    } else if let Some(rest) = bytes.strip_prefix(b"\xFF\xFE") {
        Decoded::new(strict(UTF_16LE, rest).ok_or(ReadError::Encoding)?, Widths::Utf16, 2)
    } else if let Some(rest) = bytes.strip_prefix(b"\xFE\xFF") {
        Decoded::new(strict(UTF_16BE, rest).ok_or(ReadError::Encoding)?, Widths::Utf16, 2)
    } else {
        decode_unmarked(bytes)?
    };
    check_noise(&decoded.text)?;
    check_mojibake(&decoded.text)?;
    if decoded.text.chars().all(char::is_whitespace) {
        return Err(ReadError::Empty);
    }
    Ok(decoded)
}

fn decode_unmarked(bytes: &[u8]) -> Result<Decoded, ReadError> {
    if bytes.contains(&0) {
        return Err(ReadError::Binary);
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        // ISO-2022-JP is ASCII with escape sequences: valid, and unreadable.
        return if text.contains("\u{1b}$") {
            Err(ReadError::Encoding)
        } else {
            Ok(Decoded::new(text.to_owned(), Widths::Utf8, 0))
        };
    }
    let candidates = [(SHIFT_JIS, Widths::ShiftJis), (EUC_JP, Widths::EucJp)];
    let best = candidates
        .into_iter()
        .filter_map(|(encoding, widths)| {
            strict(encoding, bytes).map(|text| (plausibility(&text), text, widths))
        })
        .max_by_key(|(score, ..)| *score);
    match best {
        Some((score, text, widths)) if score >= 50 => Ok(Decoded::new(text, widths, 0)),
        _ if is_noise(bytes) => Err(ReadError::Binary),
        _ => Err(ReadError::Encoding),
    }
}

fn strict(encoding: &'static Encoding, bytes: &[u8]) -> Option<String> {
    encoding.decode_without_bom_handling_and_without_replacement(bytes).map(std::borrow::Cow::into_owned)
}

/// How Japanese the text looks, in percent of its characters beyond ASCII: kana and common kanji count for it,
/// half-width katakana and private characters against it.
fn plausibility(text: &str) -> i64 {
    let (mut good, mut bad, mut all) = (0_i64, 0_i64, 0_i64);
    for character in text.chars().filter(|character| !character.is_ascii()) {
        all += 1;
        match character {
            '\u{3000}'..='\u{30ff}' | '\u{4e00}'..='\u{9fff}' | '\u{ff01}'..='\u{ff5e}' => good += 1,
            '\u{ff61}'..='\u{ff9f}' | '\u{e000}'..='\u{f8ff}' | '\u{80}'..='\u{9f}' => bad += 1,
            _ => {}
        }
    }
    if all == 0 { 0 } else { (good - bad) * 100 / all }
}

fn is_noise(bytes: &[u8]) -> bool {
    let control =
        bytes.iter().filter(|byte| **byte < 0x20 && !b"\t\n\r\x0b\x0c\x1a\x1b".contains(byte)).count();
    control * 200 > bytes.len()
}

fn check_noise(text: &str) -> Result<(), ReadError> {
    let control =
        |c: &char| (c.is_ascii_control() && !"\t\n\r\u{b}\u{c}\u{1a}\u{85}".contains(*c)) || *c == '\u{ffff}';
    let (mut noise, mut all) = (0_usize, 0_usize);
    for character in text.chars() {
        all += 1;
        if character == '\0' {
            return Err(ReadError::Binary);
        }
        noise += usize::from(control(&character));
    }
    if noise * 200 > all { Err(ReadError::Binary) } else { Ok(()) }
}

/// Looks for the traces of the three usual accidents.
fn check_mojibake(text: &str) -> Result<(), ReadError> {
    let mut all = 0_usize;
    let (mut lost, mut utf8_as_sjis, mut as_latin) = (0_usize, 0_usize, 0_usize);
    let mut sample = String::new();
    let mut previous = ' ';
    for character in text.chars() {
        if !character.is_ascii() {
            all += 1;
            let latin = ('\u{80}'..='\u{bf}').contains(&character) && "ãäåæçèéÂƒ‚".contains(previous);
            let damaged = match character {
                '\u{fffd}' => &mut lost,
                '縺' | '繧' | '繝' | '譁' => &mut utf8_as_sjis,
                'ƒ' | '‚' => &mut as_latin,
                _ if latin => &mut as_latin,
                _ => {
                    previous = character;
                    continue;
                }
            };
            *damaged += 1;
            if sample.chars().count() < 8 {
                sample.push(character);
            }
        }
        previous = character;
    }
    let many = lost * 100 > all || utf8_as_sjis * 12 > all || as_latin * 8 > all;
    if all > 0 && many { Err(ReadError::Mojibake { sample }) } else { Ok(()) }
}

/// Refuses a line beyond the limit.
pub(crate) fn check_lines(text: &str, limits: &Limits) -> Result<(), ReadError> {
    let mut number = 0_u64;
    for line in text.split(['\n', '\r']) {
        number += 1;
        if line.len() as u64 > limits.max_line_bytes {
            return Err(ReadError::LineTooLong { line: number, limit: limits.max_line_bytes });
        }
        if number > limits.max_lines {
            return Err(ReadError::TooManyLines { limit: limits.max_lines });
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    const SAMPLE: &str = "（目的）\n第１条　この規程は、①を定めるｶﾞ。\n";

    #[test]
    fn every_encoding_gives_the_same_text_and_its_own_offsets() {
        let utf16: Vec<u8> =
            [0xFF, 0xFE].into_iter().chain(SAMPLE.encode_utf16().flat_map(u16::to_le_bytes)).collect();
        let at = SAMPLE.find('規').unwrap();
        let files = [
            (SAMPLE.as_bytes().to_vec(), at as u32),
            (format!("\u{feff}{SAMPLE}").into_bytes(), at as u32 + 3),
            (utf16, 24),
            (SHIFT_JIS.encode(SAMPLE).0.into_owned(), 21),
        ];
        for (bytes, offset) in files {
            let decoded = decode(&bytes).unwrap();
            assert_eq!(decoded.text, SAMPLE);
            assert_eq!(decoded.file_offset(at), offset);
        }
        let euc = decode(&EUC_JP.encode("病院情報システム運用管理規程").0).unwrap();
        assert_eq!(euc.text, "病院情報システム運用管理規程");
    }

    #[test]
    fn damage_is_refused() {
        let code = |bytes: &[u8]| decode(bytes).unwrap_err().code();
        assert_eq!(code(b"abc\0def"), "read-binary");
        assert_eq!(code(&[0xff, 0x01, 0x02, 0x03, 0x90, 0x04]), "read-binary");
        assert_eq!(code("ã\u{81}\u{93}ã\u{82}\u{8c}".as_bytes()), "read-mojibake");
        let (garbled, ..) = SHIFT_JIS.decode("病院情報システムの運用について定める。".as_bytes());
        assert_eq!(code(garbled.as_bytes()), "read-mojibake");
    }
}
