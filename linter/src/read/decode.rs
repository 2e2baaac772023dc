//! Bytes of a text file → text, with the way back to byte offsets.
//!
//! UTF-8 and UTF-16 are told by their marks or their validity, a web page by what it says of itself, the rest by
//! [`detect`]. Text that was already damaged elsewhere is refused: a rule that finds nothing in mojibake proves nothing.

mod damage;
mod detect;

use crate::document::Origin;
use crate::read::ReadError;
use crate::read::raw::{Pace, Piece, Widths};
use crate::source::Limits;
use damage::{check_mojibake, check_noise};
use detect::{detect, is_noise, strict};
use encoding_rs::{DecoderResult, EUC_JP, Encoding, ISO_2022_JP, SHIFT_JIS, UTF_8, UTF_16BE, UTF_16LE};
use std::ops::Range;

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
    /// Known offsets, ascending; empty for UTF-8.
    anchors: Vec<Anchor>,
    /// Replacement characters stand in the text.
    pub(crate) replaced: Option<Origin>,
}

/// An offset that is known.
#[derive(Debug, Clone, Copy)]
struct Anchor {
    /// Byte of the text.
    text: usize,
    /// Byte of the file.
    file: u32,
    /// The widths of the characters before it do not add up to it: an escape, a character of three bytes, damage.
    jump: bool,
}

impl Decoded {
    fn new(text: String, widths: Widths, mark: u32) -> Self {
        let mut decoded = Self { text, widths, mark, anchors: Vec::new(), replaced: None };
        if widths != Widths::Utf8 {
            decoded.anchors = checkpoints(&decoded.text, widths, mark);
        }
        decoded.note_replaced();
        decoded
    }

    fn note_replaced(&mut self) {
        self.replaced = self.text.find('\u{fffd}').map(|at| Origin::Bytes { byte: self.file_offset(at) });
    }

    /// The byte of the file behind a byte of the text.
    pub(crate) fn file_offset(&self, at: usize) -> u32 {
        if self.widths == Widths::Utf8 {
            return (at as u32).saturating_add(self.mark);
        }
        let index = self.anchors.partition_point(|anchor| anchor.text <= at).checked_sub(1);
        let anchor = index.and_then(|index| self.anchors.get(index));
        let (text, file) = anchor.map_or((0, self.mark), |anchor| (anchor.text, anchor.file));
        let between = self.text.get(text..at).unwrap_or_default();
        between.chars().fold(file, |sum, character| sum.saturating_add(self.widths.of(character)))
    }

    /// The text range as pieces with their origins: one, unless offsets jump inside it.
    pub(crate) fn pieces(&self, range: Range<usize>) -> impl Iterator<Item = Piece> + '_ {
        let first = self.anchors.partition_point(|anchor| anchor.text <= range.start);
        let jumps = self.anchors.iter().skip(first).take_while(move |anchor| anchor.text < range.end);
        let mut start = range.start;
        let ends = jumps.filter(|anchor| anchor.jump).map(|anchor| anchor.text).chain([range.end]);
        ends.map(move |end| {
            let piece = Piece {
                origin: Origin::Bytes { byte: self.file_offset(start) },
                text: self.text.get(start..end).unwrap_or_default().to_owned(),
                pace: Pace::Bytes(self.widths),
            };
            start = end;
            piece
        })
    }
}

fn checkpoints(text: &str, widths: Widths, mark: u32) -> Vec<Anchor> {
    let mut found = Vec::new();
    let mut file = mark;
    for (count, (at, character)) in text.char_indices().enumerate() {
        if count % CHECKPOINT == 0 {
            found.push(Anchor { text: at, file, jump: false });
        }
        file = file.saturating_add(widths.of(character));
    }
    found
}

/// Decodes a text file. `declared` is what a web page says of its encoding.
///
/// # Errors
/// `read-binary` for control noise, `read-encoding` where no encoding fits, `read-mojibake` for damaged text.
pub(crate) fn decode(bytes: &[u8], declared: Option<&'static Encoding>) -> Result<Decoded, ReadError> {
    let decoded = if let Some(rest) = bytes.strip_prefix(b"\xEF\xBB\xBF") {
        let text = std::str::from_utf8(rest).map_err(|_| ReadError::Encoding)?;
        Decoded::new(text.to_owned(), Widths::Utf8, 3)
    } else if let Some(rest) = bytes.strip_prefix(b"\xFF\xFE") {
        Decoded::new(strict(UTF_16LE, rest).ok_or(ReadError::Encoding)?, Widths::Utf16, 2)
    } else if let Some(rest) = bytes.strip_prefix(b"\xFE\xFF") {
        Decoded::new(strict(UTF_16BE, rest).ok_or(ReadError::Encoding)?, Widths::Utf16, 2)
    } else {
        decode_unmarked(bytes, declared)?
    };
    check_noise(&decoded.text)?;
    check_mojibake(&decoded.text)?;
    if decoded.text.chars().all(char::is_whitespace) {
        return Err(ReadError::Empty);
    }
    Ok(decoded)
}

/// What the page declares counts if the bytes bear it out; else what they look like; damage is replaced only where the
/// encoding was declared.
fn decode_unmarked(bytes: &[u8], declared: Option<&'static Encoding>) -> Result<Decoded, ReadError> {
    let declared = declared.filter(|encoding| widths(encoding).is_some() && !bytes.contains(&0));
    // Text beyond ASCII that is UTF-8 by accident does not exist.
    let utf8 = !bytes.is_ascii() && std::str::from_utf8(bytes).is_ok();
    let believed = declared.filter(|encoding| !utf8 && strict(encoding, bytes).is_some());
    match believed.or_else(|| detect(bytes)).or(declared) {
        Some(encoding) => Ok(decode_as(encoding, bytes)),
        None if bytes.contains(&0) || is_noise(bytes) => Err(ReadError::Binary),
        None => Err(ReadError::Encoding),
    }
}

fn widths(encoding: &'static Encoding) -> Option<Widths> {
    [
        (UTF_8, Widths::Utf8),
        (UTF_16LE, Widths::Utf16),
        (UTF_16BE, Widths::Utf16),
        (SHIFT_JIS, Widths::ShiftJis),
        (EUC_JP, Widths::EucJp),
        (ISO_2022_JP, Widths::Iso2022Jp),
    ]
    .into_iter()
    .find_map(|(known, widths)| (known == encoding).then_some(widths))
}

fn decode_as(encoding: &'static Encoding, bytes: &[u8]) -> Decoded {
    let widths = widths(encoding).unwrap_or(Widths::Utf8);
    if let Some(text) = strict(encoding, bytes) {
        let end = text.chars().fold(0_u64, |sum, character| sum + u64::from(widths.of(character)));
        if end == bytes.len() as u64 {
            return Decoded::new(text, widths, 0);
        }
    }
    step_by_step(encoding, widths, bytes)
}

/// Decodes byte by byte and notes every place where widths do not add up.
fn step_by_step(encoding: &'static Encoding, widths: Widths, bytes: &[u8]) -> Decoded {
    let mut decoder = encoding.new_decoder_without_bom_handling();
    let (mut text, mut anchors) = (String::with_capacity(bytes.len() * 3 / 2), Vec::new());
    let (mut expected, mut settled) = (0_u32, 0_u32);
    for (at, byte) in bytes.iter().enumerate() {
        let end = (at as u32).saturating_add(1);
        let mut left: &[u8] = std::slice::from_ref(byte);
        let last = at + 1 == bytes.len();
        // A byte that ends a damaged character may have to be read again as the start of the next.
        for _ in 0..4 {
            let mut out = [0_u8; 16];
            let (result, read, written) = decoder.decode_to_utf8_without_replacement(left, &mut out, last);
            left = left.get(read..).unwrap_or_default();
            let decoded = std::str::from_utf8(out.get(..written).unwrap_or_default()).unwrap_or_default();
            let damaged = matches!(result, DecoderResult::Malformed(..));
            let whole = if damaged { "\u{fffd}" } else { "" };
            for character in decoded.chars().chain(whole.chars()) {
                let escaped = widths == Widths::Iso2022Jp && bytes.get(settled as usize) == Some(&0x1b);
                let start = if escaped { end.saturating_sub(widths.of(character)) } else { settled };
                let jump = start != expected;
                if jump || anchors.last().is_none_or(|last: &Anchor| text.len() - last.text >= CHECKPOINT) {
                    anchors.push(Anchor { text: text.len(), file: start, jump });
                }
                text.push(character);
                expected = start.saturating_add(widths.of(character));
                settled = end.saturating_sub(u32::try_from(left.len()).unwrap_or(0));
            }
            if !damaged && left.is_empty() {
                break;
            }
        }
    }
    let mut decoded = Decoded { text, widths, mark: 0, anchors, replaced: None };
    decoded.note_replaced();
    decoded
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
            let decoded = decode(&bytes, None).unwrap();
            assert_eq!(decoded.text, SAMPLE);
            assert_eq!(decoded.file_offset(at), offset);
        }
        let euc = decode(&EUC_JP.encode("病院情報システム運用管理規程").0, None).unwrap();
        assert_eq!(euc.text, "病院情報システム運用管理規程");
    }

    #[test]
    fn damage_is_refused() {
        let code = |bytes: &[u8]| decode(bytes, None).unwrap_err().code();
        assert_eq!(code(b"abc\0def"), "read-binary");
        assert_eq!(code(&[0xff, 0x01, 0x02, 0x03, 0x90, 0x04]), "read-binary");
        assert_eq!(code("ã\u{81}\u{93}ã\u{82}\u{8c}".as_bytes()), "read-mojibake");
        let (garbled, ..) = SHIFT_JIS.decode("病院情報システムの運用について定める。".as_bytes());
        assert_eq!(code(garbled.as_bytes()), "read-mojibake");
    }
}
