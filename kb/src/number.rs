//! Circled numbers and the shape of ids.

use crate::model::Part;

/// The value of a circled digit ①–㊿.
pub fn circled_value(c: char) -> Option<u16> {
    let (start, first) = match c {
        '①'..='⑳' => ('①', 1),
        '㉑'..='㉟' => ('㉑', 21),
        '㊱'..='㊿' => ('㊱', 36),
        _ => return None,
    };
    u16::try_from(u32::from(c) - u32::from(start)).ok().map(|offset| offset + first)
}

/// The circled digit for `value`, where Unicode has one (1–50).
pub fn circled(value: u16) -> Option<char> {
    let (start, first) = match value {
        1..=20 => ('①', 1),
        21..=35 => ('㉑', 21),
        36..=50 => ('㊱', 36),
        _ => return None,
    };
    char::from_u32(u32::from(start) + u32::from(value - first))
}

/// The parts of a well-formed clause id.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ClauseId<'a> {
    pub(crate) part: Part,
    pub(crate) section: &'a str,
    pub(crate) item: u16,
}

impl<'a> ClauseId<'a> {
    /// Reads `C-8-5` or `G-1.2.1-1`; `None` for anything else.
    pub(crate) fn parse(id: &'a str) -> Option<Self> {
        let mut pieces = id.split('-');
        let (letter, section, item) = (pieces.next()?, pieces.next()?, pieces.next()?);
        if pieces.next().is_some() {
            return None;
        }
        let part = Part::ALL.into_iter().find(|part| letter == part.letter().to_string())?;
        section_path(section)?;
        Some(Self { part, section, item: plain_number(item)? })
    }
}

/// `1.2.1` → `[1, 2, 1]`; `None` unless every piece is a plain number.
pub(crate) fn section_path(section: &str) -> Option<Vec<u16>> {
    section.split('.').map(plain_number).collect()
}

fn plain_number(text: &str) -> Option<u16> {
    let plain = !text.starts_with('0') && text.bytes().all(|byte| byte.is_ascii_digit());
    plain.then(|| text.parse().ok()).flatten()
}

/// The id of item `item` of `section`.
pub(crate) fn clause_id(part: Part, section: &str, item: u16) -> String {
    format!("{}-{section}-{item}", part.letter())
}
