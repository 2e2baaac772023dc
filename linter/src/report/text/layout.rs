//! Columns: width of mixed Japanese and Latin text, wrapping, padding, rules.
//!
//! A full-width character takes two columns. Lines break between any two Japanese characters, never before 、。」 and
//! their like, never after an opening bracket, and inside a Latin word only where it is wider than the line.

use std::ops::Range;

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// Characters that must not begin a line (行頭禁則).
const NEVER_FIRST: &str =
    "、。,.・:;?!」』)]}】〕》〉’”ー々〻ぁぃぅぇぉっゃゅょァィゥェォッャュョ，．：；？！）］｝";
/// Characters that must not end a line (行末禁則).
const NEVER_LAST: &str = "「『([{【〔《〈‘“（［｛";

/// Columns of a text without line breaks.
pub fn width(text: &str) -> usize {
    text.width()
}

/// Byte ranges of lines of at most `columns` columns; together they cover the text. Line breaks in it are kept.
///
/// A line may be wider by a closing mark that must not begin the next one. Empty text gives no line.
pub fn lines(text: &str, columns: usize) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = 0;
    for paragraph in text.split_inclusive('\n') {
        let content = paragraph.trim_end_matches('\n');
        wrap_paragraph(content, start, columns.max(8), &mut found);
        start += paragraph.len();
    }
    found
}

fn wrap_paragraph(text: &str, offset: usize, columns: usize, found: &mut Vec<Range<usize>>) {
    let mut start = 0;
    let mut used = 0;
    let mut last_break = 0;
    let mut before = ' ';
    for (at, c) in text.char_indices() {
        if at > start && may_break(before, c) {
            last_break = at;
        }
        let columns_of_c = c.width().unwrap_or(0);
        let hanging = NEVER_FIRST.contains(c) && used <= columns;
        if used + columns_of_c > columns && !hanging && at > start {
            let cut = if last_break > start { last_break } else { at };
            found.push(offset + start..offset + cut);
            start = cut;
            used = text.get(cut..at).map_or(0, width);
            last_break = start;
        }
        used += columns_of_c;
        before = c;
    }
    found.push(offset + start..offset + text.len());
}

fn may_break(before: char, after: char) -> bool {
    if NEVER_FIRST.contains(after) || NEVER_LAST.contains(before) {
        return false;
    }
    let latin = |c: char| c.is_ascii_graphic();
    !(latin(before) && latin(after))
}

/// Wraps a text and indents it: `first` before the first line, spaces of the same width before the others.
pub fn hanging(first: &str, text: &str, columns: usize) -> String {
    let margin = width(first);
    let mut out = String::new();
    for (index, range) in lines(text, columns.saturating_sub(margin)).into_iter().enumerate() {
        let line = text.get(range).unwrap_or_default();
        let line = if index == 0 { line } else { line.trim_start() };
        let margin = if index == 0 { first.to_owned() } else { " ".repeat(margin) };
        out.push_str(format!("{margin}{line}").trim_end());
        out.push('\n');
    }
    out
}

/// Every line of a text behind the same margin, wrapped where it is too long; a wrapped line keeps its own indentation.
pub fn indented(margin: &str, text: &str, columns: usize) -> String {
    let mut out = String::new();
    for line in text.lines() {
        let content = line.trim_start();
        let own = line.get(..line.len() - content.len()).unwrap_or_default();
        if content.is_empty() {
            out.push_str(margin.trim_end());
            out.push('\n');
        } else {
            out.push_str(&hanging(&format!("{margin}{own}"), content, columns));
        }
    }
    out
}

/// The text with spaces up to a width.
pub fn padded(text: &str, columns: usize) -> String {
    format!("{text}{}", " ".repeat(columns.saturating_sub(width(text))))
}

/// `── title ─────` as wide as the page.
pub fn rule(title: &str, mark: char, columns: usize) -> String {
    let head = format!("{mark}{mark} {title} ");
    let rest = columns.saturating_sub(width(&head));
    let unit = mark.width().unwrap_or(1).max(1);
    format!("{head}{}", mark.to_string().repeat(rest / unit))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wrapped(text: &str, columns: usize) -> Vec<&str> {
        lines(text, columns).into_iter().map(|range| text.get(range).unwrap()).collect()
    }

    #[test]
    fn wide_characters_count_two() {
        assert_eq!(wrapped("乙は、医療情報を返却する。", 10), ["乙は、医療", "情報を返却", "する。"]);
        assert_eq!(width("漢字ab"), 6);
    }

    #[test]
    fn marks_stay_with_their_words() {
        assert_eq!(wrapped("一二三四五。六", 10), ["一二三四五。", "六"]);
        assert_eq!(wrapped("一二三四「五」", 10), ["一二三四", "「五」"]);
        assert_eq!(wrapped("一二 backup する", 10), ["一二 ", "backup す", "る"]);
    }

    #[test]
    fn lines_cover_the_text() {
        let text = "第1条 目的\n\nこの契約は、abcdefghijklmnopqrstuvwxyz を定める。";
        let joined: String = wrapped(text, 12).concat();
        assert_eq!(joined, text.replace('\n', ""));
    }

    #[test]
    fn hanging_indent() {
        assert_eq!(hanging("根拠: ", "一二三四五六", 14), "根拠: 一二三四\n      五六\n");
        assert_eq!(indented("    ", "  甲乙丙丁戊\n\n己", 14), "      甲乙丙丁\n      戊\n\n    己\n");
    }
}
