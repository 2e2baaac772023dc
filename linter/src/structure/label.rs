//! The label at the start of a line: `第5条の2`, `(3)`, `2.`, `ア`, `①`, `・` and their relatives.
//!
//! Works on normalised text. A reference at the start of a line (`第5条の規定により`) is no label.

mod ordinal;

use crate::structure::number::{circled, is_numeral, numeral, roman};
pub(crate) use ordinal::deleted_range;

/// How a label is written. Siblings share it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum LabelKind {
    /// 第1編
    Part,
    /// 第1章
    Chapter,
    /// 第1節
    Section,
    /// 第1款
    Subsection,
    /// 第1条
    Article,
    /// `2 `
    Bare,
    /// `2.`
    Dot,
    /// `1.1`, `3-1`, with the number of parts
    Decimal(u8),
    /// `(2)`
    Paren,
    /// `2)`
    HalfParen,
    /// ②
    Circled,
    /// 二
    Kanji,
    /// (二), ㈡
    ParenKanji,
    /// ア, イ
    Kana,
    /// (ア)
    ParenKana,
    /// `a`, `b)`
    Latin,
    /// `(a)`
    ParenLatin,
    /// `ii.`
    Roman,
    /// `(ii)`
    ParenRoman,
    /// ・, •, `-`
    Bullet,
}

/// A label and where the text behind it starts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Label {
    /// How it is written.
    pub(crate) kind: LabelKind,
    /// Folded number; none for a bullet.
    pub(crate) number: Option<String>,
    /// Place in its sequence, if it has one.
    pub(crate) value: Option<u32>,
    /// Bytes of the label itself, with a bullet in front of it if there is one.
    pub(crate) end: usize,
    /// Where the text starts.
    pub(crate) rest: usize,
}

impl Label {
    fn new(kind: LabelKind, number: impl Into<String>, value: Option<u32>, end: usize) -> Self {
        Self { kind, number: Some(number.into()), value, end, rest: end }
    }
}

/// Reads the label at the start of a normalised line.
pub(crate) fn scan(line: &str) -> Option<Label> {
    let mut label = match bullet_end(line) {
        // A bullet in front of a number is decoration.
        Some(end) => match line.get(end..).map(|rest| (rest.trim_start(), rest.len())) {
            Some((rest, length)) => {
                let skipped = end + length - rest.len();
                scan_number(rest).filter(|inner| inner.kind != LabelKind::Latin).map_or(
                    Label { kind: LabelKind::Bullet, number: None, value: None, end, rest: end },
                    |inner| Label { end: inner.end + skipped, ..inner },
                )
            }
            None => return None,
        },
        None => scan_number(line)?,
    };
    if let Some(end) = doubled_end(line, &label) {
        label.end = end;
    }
    let rest = line.get(label.end..)?;
    label.rest = label.end + rest.len() - rest.trim_start().len();
    Some(label)
}

/// The end of a number that is printed twice (`第3条 第3条 …`, `1. 1. …`): a list numbers what has its number already.
fn doubled_end(line: &str, label: &Label) -> Option<usize> {
    use LabelKind::{Article, Circled, Dot, HalfParen, Paren};
    if !matches!(label.kind, Article | Dot | Paren | HalfParen | Circled) {
        return None;
    }
    let rest = line.get(label.end..)?;
    let inner = rest.trim_start();
    let again =
        scan_number(inner).filter(|again| again.kind == label.kind && again.number == label.number)?;
    Some(label.end + rest.len() - inner.len() + again.end)
}

fn scan_number(line: &str) -> Option<Label> {
    let first = line.chars().next()?;
    match first {
        '第' => ordinal::ordinal(line),
        '(' => parenthesised(line),
        '0'..='9' => digits(line),
        _ if circled(first).is_some() => {
            let value = circled(first)?;
            let kind = if ('\u{3220}'..='\u{3229}').contains(&first) {
                LabelKind::ParenKanji
            } else {
                LabelKind::Circled
            };
            Some(Label::new(kind, value.to_string(), Some(value), first.len_utf8()))
        }
        'ァ'..='ヶ' => kana(line, first),
        'a'..='z' | 'A'..='Z' => latin(line),
        _ if is_numeral(first) => kanji(line),
        _ => None,
    }
}

/// Longest text in brackets that is looked at, in characters: no line may cost more than its length.
const BRACKET_MAX: usize = 400;

/// The byte of the bracket that closes the one just before `text`.
pub(crate) fn closing_bracket(text: &str) -> Option<usize> {
    let mut depth = 0_usize;
    for (at, c) in text.char_indices().take(BRACKET_MAX) {
        match c {
            '(' => depth += 1,
            ')' if depth == 0 => return Some(at),
            ')' => depth -= 1,
            _ => {}
        }
    }
    None
}

fn parenthesised(line: &str) -> Option<Label> {
    let inner = line.strip_prefix('(')?;
    let close = inner.char_indices().take(12).find(|(_, c)| *c == ')').map(|(at, _)| at)?;
    let text = inner.get(..close)?;
    let end = close + 2;
    if ["の", "から", "及び", "又は", "に掲げる", "~"]
        .iter()
        .any(|after| line.get(end..).is_some_and(|r| r.starts_with(after)))
    {
        return None;
    }
    let mut chars = text.chars();
    let single = chars.next().filter(|_| chars.next().is_none());
    if let Some(value) = numeral(text).filter(|value| *value < 1000) {
        let arabic = text.bytes().all(|byte| byte.is_ascii_digit());
        let kind = if arabic { LabelKind::Paren } else { LabelKind::ParenKanji };
        return Some(Label::new(kind, value.to_string(), Some(value), end));
    }
    if let Some(kana) = single.filter(|c| ('ァ'..='ヶ').contains(c)) {
        return Some(Label::new(LabelKind::ParenKana, kana, kana_value(kana), end));
    }
    if let Some(letter) = single.filter(|c| c.is_ascii_alphabetic() && *c != 'i') {
        return Some(Label::new(LabelKind::ParenLatin, letter, letter_value(letter), end));
    }
    let value = roman(text)?;
    Some(Label::new(LabelKind::ParenRoman, text, Some(value), end))
}

/// アイウ and イロハ share two kana: the place in アイウ is taken, and only the first of a sequence matters.
fn kana_value(kana: char) -> Option<u32> {
    crate::structure::number::AIUEO.chars().position(|c| c == kana).and_then(|at| u32::try_from(at + 1).ok())
}

fn letter_value(letter: char) -> Option<u32> {
    (letter.to_ascii_lowercase() as u32).checked_sub('a' as u32).map(|place| place + 1)
}

fn digits(line: &str) -> Option<Label> {
    let length = line.find(|c: char| !c.is_ascii_digit()).unwrap_or(line.len());
    let text = line.get(..length)?;
    if length > 3 {
        return None;
    }
    let value: u32 = text.parse().ok()?;
    let rest = line.get(length..)?;
    if let Some(label) = decimal(line) {
        return Some(label);
    }
    let mut chars = rest.chars();
    let (mark, after) = (chars.next(), chars.next());
    let is_digit_next = after.is_some_and(|c| c.is_ascii_digit());
    let label = |kind, width| Some(Label::new(kind, value.to_string(), Some(value), length + width));
    match mark {
        Some('.') if !is_digit_next => label(LabelKind::Dot, 1),
        Some('、') if !is_digit_next => label(LabelKind::Dot, '、'.len_utf8()),
        Some(')') => label(LabelKind::HalfParen, 1),
        Some(' ') if after.is_some_and(starts_text) => label(LabelKind::Bare, 0),
        None if value < 100 && !text.starts_with('0') => None,
        _ => None,
    }
}

/// What may follow a bare number: a word, not another number or a sign.
fn starts_text(c: char) -> bool {
    super::is_japanese(c)
        || c.is_ascii_alphabetic()
        || matches!(c, '「' | '『' | '(' | '【' | '{' | '$' | '○' | '●' | '〇')
}

/// `1.1`, `2.3.1`, `3-1`.
fn decimal(line: &str) -> Option<Label> {
    let end = line.find(|c: char| !(c.is_ascii_digit() || c == '.' || c == '-')).unwrap_or(line.len());
    let text = line.get(..end)?;
    let number = text.trim_end_matches('.');
    let separator = if number.contains('.') { '.' } else { '-' };
    let parts: Vec<&str> = number.split(separator).collect();
    let plain = |part: &&str| (1..=2).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
    if !(2..=5).contains(&parts.len()) || !parts.iter().all(plain) {
        return None;
    }
    let next = line.get(end..)?.chars().next();
    let follows = next
        .is_some_and(|c| c == ' ' || (separator == '.' && super::is_japanese(c) && !"倍以点版".contains(c)));
    let value = parts.last().and_then(|last| last.parse().ok());
    let depth = u8::try_from(parts.len()).ok()?;
    follows.then(|| Label::new(LabelKind::Decimal(depth), number, value, text.len()))
}

/// A kana with a space, a bracket or a colon behind it.
fn kana(line: &str, first: char) -> Option<Label> {
    let rest = line.get(first.len_utf8()..)?;
    let width = mark_width(rest)?;
    Some(Label::new(LabelKind::Kana, first, kana_value(first), first.len_utf8() + width))
}

/// Bytes of the mark behind a short label; zero before a space.
fn mark_width(rest: &str) -> Option<usize> {
    let mut chars = rest.chars();
    match chars.next()? {
        ' ' if chars.next().is_some() => Some(0),
        mark @ ('.' | ')' | ':' | '、') => Some(mark.len_utf8()),
        _ => None,
    }
}

fn latin(line: &str) -> Option<Label> {
    let length = line.find(|c: char| !c.is_ascii_alphabetic()).filter(|length| *length <= 5)?;
    let text = line.get(..length)?;
    let rest = line.get(length..)?;
    let width = mark_width(rest).filter(|_| !rest.starts_with([':', '、']))?;
    let follows_japanese = rest.trim_start_matches(['.', ')', ' ']).chars().next().is_some_and(starts_text);
    if !follows_japanese
        || (rest.starts_with('.')
            && !rest.starts_with(". ")
            && rest.chars().nth(1).is_some_and(|c| c.is_ascii()))
    {
        return None;
    }
    let mut chars = text.chars();
    let single = chars.next().filter(|_| chars.next().is_none());
    match single {
        Some(letter) if width > 0 || letter.is_ascii_lowercase() => {
            Some(Label::new(LabelKind::Latin, letter, letter_value(letter), length + width))
        }
        _ => {
            let value = roman(text).filter(|_| width > 0 || length > 1)?;
            Some(Label::new(LabelKind::Roman, text, Some(value), length + width))
        }
    }
}

fn kanji(line: &str) -> Option<Label> {
    let length = line.find(|c| !is_numeral(c))?;
    let text = line.get(..length)?;
    let width = mark_width(line.get(length..)?)?;
    let value = numeral(text).filter(|value| (1..200).contains(value) && text != "元")?;
    Some(Label::new(LabelKind::Kanji, value.to_string(), Some(value), length + width))
}

/// The end of a bullet and the space behind it.
fn bullet_end(line: &str) -> Option<usize> {
    let first = line.chars().next()?;
    let rest = line.get(first.len_utf8()..)?;
    let standing = rest.is_empty() || rest.starts_with(' ');
    let fits = match first {
        '・' | '•' | '●' | '○' | '◎' | '◆' | '◇' | '■' | '□' | '▪' | '▶' | '➢' | '✓' | '☐' | '☑' | '⚫'
        | '►' | '❖' => true,
        '-' => standing || rest.chars().next().is_some_and(super::is_japanese),
        '*' | '+' | '–' | '—' | '―' => standing,
        _ => false,
    };
    fits.then_some(first.len_utf8())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(line: &str) -> String {
        scan(line).map_or("-".to_owned(), |label| {
            format!(
                "{:?} {} |{}",
                label.kind,
                label.number.unwrap_or_default(),
                line.get(label.rest..).unwrap()
            )
        })
    }

    #[test]
    fn labels() {
        for (line, wanted) in [
            ("第1条 この規程は", "Article 1 |この規程は"),
            ("第1 基本的事項", "Article 1 |基本的事項"),
            ("第十条の二 この", "Article 10の2 |この"),
            ("第3条の2の3 この", "Article 3の2の3 |この"),
            ("第1条(目的)", "Article 1 |(目的)"),
            ("第5条の規定により", "-"),
            ("第24条(契約の解除)に沿って", "-"),
            ("第2章 総則", "Chapter 2 |総則"),
            ("(1) 電子", "Paren 1 |電子"),
            ("(1)の情報が", "-"),
            ("(目的)", "-"),
            ("(ア)あ", "ParenKana ア |あ"),
            ("(iv) あ", "ParenRoman iv |あ"),
            ("2 前項の", "Bare 2 |前項の"),
            ("2.患者", "Dot 2 |患者"),
            ("2016年9月", "-"),
            ("1.1 目的", "Decimal(2) 1.1 |目的"),
            ("3-1 情報", "Decimal(2) 3-1 |情報"),
            ("044-855-9977", "-"),
            ("1)当院に", "HalfParen 1 |当院に"),
            ("② 保有", "Circled 2 |保有"),
            ("ア 官報", "Kana ア |官報"),
            ("アカウント 情報", "-"),
            ("a) 利用", "Latin a |利用"),
            ("a 情報", "Latin a |情報"),
            ("ii. 情報", "Roman ii |情報"),
            ("一 情報", "Kanji 1 |情報"),
            ("一般 情報", "-"),
            ("・乙は、", "Bullet  |乙は、"),
            ("• (1) 保存", "Paren 1 |保存"),
            ("- 2 医療", "Bare 2 |医療"),
            ("-", "Bullet  |"),
            ("IT 技術", "-"),
            ("第3条 第3条 甲は", "Article 3 |甲は"),
            ("1. 1. 組織", "Dot 1 |組織"),
            ("第1条から第5条まで", "-"),
            ("第1条~第5条は", "-"),
            ("第2条第1項の", "-"),
            ("第7条及び第8条 削除", "Article 7 |削除"),
            ("第7条から第9条まで 削除", "Article 7 |削除"),
            ("第7条及び第8条の規定", "-"),
        ] {
            assert_eq!(shown(line), wanted, "{line}");
        }
    }
}
