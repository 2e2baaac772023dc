//! Places that were left to be filled in.

use std::ops::Range;
use std::sync::OnceLock;

use regex::Regex;

use super::{Fault, Looked};
use crate::document::TextSpan;

/// Marks that stand for something to come, as they look after reading (NFKC, spaces between Japanese taken out): rows of
/// circles, stars, crosses, underlines and dots; names in braces; brackets with nothing in them; a year without its number.
const MARKS: &str = r"[○〇●◯◎]{2,}|[△▲□■☆★]{2,}|[×✕✖]{2,}|_{2,}|\bX{2,}\b|\{\{?[^{}\n]{1,40}\}?\}|\$\{?[A-Za-z_]\w{0,40}\}?|\[(?:[ \u{3000}]*|[^\[\]\n]{0,20}(?:を記入|を入力|を記載|記入欄|名称|氏名|日付|金額)[^\[\]\n]{0,10})\]|【(?:[ \u{3000}]*|[^【】\n]{0,20}(?:を記入|を入力|を記載|記入|病院名|会社名|氏名|日付|金額)[^【】\n]{0,10})】|[第(「][ \u{3000}○〇●]+[条項号)」]|(?:令和|西暦|20)[ \u{3000}]*年[ \u{3000}]*月[ \u{3000}]*日";

/// Blanks of all sorts. A single circle is a bullet or an answer in a table, and so none.
pub(super) fn placeholders(looked: Looked<'_>) -> Vec<Fault> {
    let text = looked.document.text.as_str();
    let found = marks().into_iter().flat_map(|regex| regex.find_iter(text));
    let blank = found.filter(|found| !is_drawn(text, found.range()));
    blank.map(|found| looked.fault(TextSpan::new(found.start() as u32, found.end() as u32))).collect()
}

fn marks() -> Option<&'static Regex> {
    static REGEX: OnceLock<Option<Regex>> = OnceLock::new();
    REGEX.get_or_init(|| Regex::new(MARKS).ok()).as_ref()
}

/// A line of nothing but marks is drawn, not left blank.
fn is_drawn(text: &str, range: Range<usize>) -> bool {
    let before = text.get(..range.start).and_then(|head| head.rsplit('\n').next()).unwrap_or_default();
    let after = text.get(range.end..).and_then(|rest| rest.split('\n').next()).unwrap_or_default();
    let drawn = |part: &str| part.chars().all(|c| !c.is_alphanumeric());
    drawn(before) && drawn(after) && text.get(range).is_some_and(|mark| !mark.contains(char::is_alphanumeric))
}
