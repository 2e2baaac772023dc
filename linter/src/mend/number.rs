//! Printed numbers: which digits a document uses, and the next number written with them.

use crate::read::formats::format_number;
use crate::structure::number::{circled, is_numeral};

/// Digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Digits {
    /// 12
    Ascii,
    /// １２
    Wide,
    /// 十二
    Kanji,
    /// ⑫
    Circled,
}

impl Digits {
    /// The digits that a character belongs to.
    pub(crate) fn of(character: char) -> Option<Self> {
        match character {
            '0'..='9' => Some(Self::Ascii),
            '０'..='９' => Some(Self::Wide),
            _ if circled(character).is_some() => Some(Self::Circled),
            _ if is_numeral(character) => Some(Self::Kanji),
            _ => None,
        }
    }

    fn format(self) -> &'static str {
        match self {
            Self::Ascii => "decimal",
            Self::Wide => "decimalFullWidth",
            Self::Kanji => "japaneseCounting",
            Self::Circled => "decimalEnclosedCircle",
        }
    }

    /// A number in these digits.
    pub(crate) fn write(self, value: u32) -> String {
        format_number(value, self.format())
    }

    /// `16の2` in these digits: 十六条の二 is written by [`Self::article`].
    fn pieces(self, number: &str) -> Vec<String> {
        let piece = |part: &str| part.parse().map_or_else(|_| part.to_owned(), |value| self.write(value));
        number.split('の').map(piece).collect()
    }

    /// `16の2` with the word behind the first number: 第16条の2, 第十六条の二.
    pub(crate) fn article(self, number: &str, word: &str) -> String {
        let mut pieces = self.pieces(number).into_iter();
        let mut out = format!("{}{word}", pieces.next().unwrap_or_default());
        for branch in pieces {
            out.push_str(&format!("の{branch}"));
        }
        out
    }
}

/// A printed label: `## 第16条　`, `２　`, `（3）`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Label {
    /// What stands before the number: spaces, marks, 第, an opening bracket.
    pub(crate) before: String,
    /// Its digits.
    pub(crate) digits: Digits,
    /// The word or mark right behind the number: 条, a closing bracket, a full stop.
    pub(crate) word: String,
    /// Space behind.
    pub(crate) gap: String,
}

impl Label {
    /// The label at the beginning of a printed line, and the rest of the line. Nothing where there is none.
    pub(crate) fn split(line: &str) -> Option<(Self, &str)> {
        let is_mark = |c: char| c.is_whitespace() || "#>*-・\\_".contains(c);
        let start = line.trim_start_matches(is_mark);
        let inner = start.trim_start_matches(['第', '（', '(', '〔', '[']);
        let before = line.strip_suffix(inner)?.to_owned();
        let digits = Digits::of(inner.chars().next()?)?;
        let rest = inner.trim_start_matches(|c| Digits::of(c) == Some(digits));
        let rest = if digits == Digits::Circled { without_first(inner) } else { rest };
        let behind = rest.trim_start_matches(['条', '）', ')', '〕', ']', '．', '.', '、']);
        let word = rest.strip_suffix(behind)?.to_owned();
        let behind = if word.contains('条') { without_branches(behind) } else { behind };
        let text = behind.trim_start();
        let gap = behind.strip_suffix(text)?.to_owned();
        Some((Self { before, digits, word, gap }, text))
    }

    /// The same label with another number.
    pub(crate) fn with(&self, number: &str) -> String {
        format!("{}{}{}", self.before, self.digits.article(number, &self.word), self.gap)
    }
}

fn without_first(text: &str) -> &str {
    let mut chars = text.chars();
    chars.next();
    chars.as_str()
}

/// Without 「の2」 at the beginning.
fn without_branches(text: &str) -> &str {
    let mut rest = text;
    while let Some(branch) = rest.strip_prefix('の') {
        let behind = branch.trim_start_matches(|c| Digits::of(c).is_some());
        if behind.len() == branch.len() {
            break;
        }
        rest = behind;
    }
    rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_are_written_as_they_are_printed() {
        for (line, number, written, text) in [
            ("第16条（監査）", "16の2", "第16条の2", "（監査）"),
            ("## 第１６条 （監査）", "16の2", "## 第１６条の２ ", "（監査）"),
            ("第十六条　甲は", "17", "第十七条　", "甲は"),
            ("**第3条の2（目的）**", "3の3", "**第3条の3", "（目的）**"),
            ("　２　前項の", "3", "　３　", "前項の"),
            ("（1）施錠", "2", "（2）", "施錠"),
            ("① 施錠", "2", "② ", "施錠"),
            ("1. 目的", "2", "2. ", "目的"),
        ] {
            let (label, rest) = Label::split(line).unwrap();
            assert_eq!((label.with(number).as_str(), rest), (written, text), "{line}");
        }
        assert_eq!(Label::split("乙は、報告する。"), None);
    }
}
