//! The spelling of a reference → its part, numbers and circled item.

use crate::fold::normalise;
use crate::model::Part;
use crate::number::circled_value;

/// Longer inputs are no references.
const MAX_CHARS: usize = 64;
/// Deepest heading (`3.3.2`) and an item.
const MAX_NUMBERS: usize = 4;

/// Names of the parts, longer before shorter where one starts the other.
const PART_NAMES: &[(&str, Part)] = &[
    ("経営管理編", Part::Governance),
    ("経営管理", Part::Governance),
    ("経営編", Part::Governance),
    ("経営", Part::Governance),
    ("経", Part::Governance),
    ("governance", Part::Governance),
    ("g", Part::Governance),
    ("企画管理編", Part::Management),
    ("企画管理", Part::Management),
    ("企画編", Part::Management),
    ("企画", Part::Management),
    ("企", Part::Management),
    ("management", Part::Management),
    ("m", Part::Management),
    ("システム運用編", Part::Control),
    ("システム運用", Part::Control),
    ("システム", Part::Control),
    ("シス運用", Part::Control),
    ("シス", Part::Control),
    ("シ", Part::Control),
    ("運用編", Part::Control),
    ("運用", Part::Control),
    ("control", Part::Control),
    ("c", Part::Control),
];

/// Words that may stand between the numbers and say nothing that the numbers do not.
const FILLERS: &[&str] = &["遵守事項", "第", "章", "条", "項", "号", "の"];

/// What stands before a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Joint {
    /// A dot: part of a heading number, or a dot before the item.
    Dot,
    /// Anything else: a hyphen, a space, 章.
    Dash,
}

/// A reference as it was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Reference {
    pub(super) part: Option<Part>,
    pub(super) numbers: Vec<u16>,
    joints: Vec<Joint>,
    pub(super) circled: Option<u16>,
    /// The group of responsibilities (説明責任), or nothing.
    pub(super) group: String,
    /// Whether 節 was written.
    pub(super) says_section: bool,
}

/// Splits `C-14-8@6.0` into the id and the edition, both normalised and without spaces around them.
/// 第6.0版 in front counts as an edition, too.
pub(super) fn split_edition(query: &str) -> (String, Option<String>) {
    let text = normalise_keeping_circles(query);
    let text = text.trim();
    if let Some((id, edition)) = text.rsplit_once('@') {
        return (id.trim().to_owned(), Some(edition.trim().to_owned()));
    }
    match text.split_once('版') {
        Some((edition, id)) if edition.trim_start_matches('第').starts_with(|c: char| c.is_ascii_digit()) => {
            (id.trim().to_owned(), Some(edition.trim_start_matches('第').trim().to_owned()))
        }
        _ => (text.to_owned(), None),
    }
}

/// Circled digits would become plain ones and run into the number before them (8⑤ → 85).
fn normalise_keeping_circles(text: &str) -> String {
    let mut out = String::new();
    let mut plain = String::new();
    for c in text.chars() {
        if circled_value(c).is_some() {
            out.push_str(&normalise(&std::mem::take(&mut plain)));
            out.push(c);
        } else {
            plain.push(c);
        }
    }
    out.push_str(&normalise(&plain));
    out
}

impl Reference {
    /// Reads an id that [`split_edition`] has normalised; `None` when it is not shaped like a reference.
    pub(super) fn read(id: &str) -> Option<Self> {
        if id.chars().count() > MAX_CHARS {
            return None;
        }
        let (part, rest) = take_part(id);
        let mut reference = Self {
            part,
            numbers: Vec::new(),
            joints: Vec::new(),
            circled: None,
            group: String::new(),
            says_section: false,
        };
        reference.read_tail(rest)?;
        (part.is_some() || !reference.numbers.is_empty()).then_some(reference)
    }

    fn read_tail(&mut self, mut rest: &str) -> Option<()> {
        let mut joint = Joint::Dash;
        while let Some(c) = rest.chars().next() {
            if let Some(after) = FILLERS.iter().find_map(|filler| rest.strip_prefix(filler)) {
                rest = after;
                joint = Joint::Dash;
                continue;
            }
            let digits = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
            let taken = if digits > 0 { digits } else { c.len_utf8() };
            let (token, after) = rest.split_at_checked(taken)?;
            if digits > 0 {
                self.push_number(token.parse().ok()?, joint)?;
            } else {
                joint = self.read_char(c, joint)?;
            }
            rest = after;
        }
        Some(())
    }

    fn read_char(&mut self, c: char, joint: Joint) -> Option<Joint> {
        if let Some(value) = circled_value(c) {
            return self.circled.replace(value).is_none().then_some(Joint::Dash);
        }
        match c {
            '.' | '・' | '。' => Some(Joint::Dot),
            '節' => {
                self.says_section = true;
                Some(joint)
            }
            '編' => Some(joint),
            _ if is_separator(c) => Some(Joint::Dash),
            _ if c.is_alphabetic() && !c.is_ascii() => {
                self.group.push(c);
                Some(Joint::Dash)
            }
            _ => None,
        }
    }

    fn push_number(&mut self, value: u16, joint: Joint) -> Option<()> {
        self.numbers.push(value);
        self.joints.push(joint);
        (self.numbers.len() <= MAX_NUMBERS && self.circled.is_none()).then_some(())
    }

    /// All numbers as one heading number.
    pub(super) fn section(&self) -> String {
        join(&self.numbers)
    }

    /// The last number as an item of the heading before it.
    pub(super) fn section_and_item(&self) -> Option<(String, u16)> {
        let (item, section) = self.numbers.split_last()?;
        (!section.is_empty()).then(|| (join(section), *item))
    }

    /// What stands before the last number.
    pub(super) fn last_joint(&self) -> Joint {
        self.joints.last().copied().unwrap_or(Joint::Dash)
    }

    /// The id this would be in `part`, whether it exists or not.
    pub(super) fn canonical(&self, part: Part) -> String {
        let letter = part.letter();
        match (self.circled, self.section_and_item()) {
            (Some(item), _) => format!("{letter}-{}-{item}", self.section()),
            (None, Some((section, item))) => format!("{letter}-{section}-{item}"),
            (None, None) => format!("{letter}-{}", self.section()),
        }
    }
}

fn take_part(id: &str) -> (Option<Part>, &str) {
    PART_NAMES
        .iter()
        .find_map(|(name, part)| Some((Some(*part), id.strip_prefix(name)?)))
        .unwrap_or((None, id))
}

fn is_separator(c: char) -> bool {
    c.is_whitespace()
        || matches!(
            c,
            '-' | '\u{2010}'
                ..='\u{2015}' | '\u{2212}' | 'ー' | '_' | '/' | ',' | '、' | '(' | ')' | ':' | '#'
        )
}

fn join(numbers: &[u16]) -> String {
    numbers.iter().map(u16::to_string).collect::<Vec<_>>().join(".")
}
