//! Documents that lost their line breaks: several provisions on one physical line.

use crate::structure::label::{LabelKind, scan};

/// Character positions where a line must be split. Empty for an ordinary line.
///
/// Two patterns: `… 。 (目的) 第1条 …。 第2条 …` with at least two 条, and `(1) …。 (2) …。 (3) …` in sequence.
pub(crate) fn split_points(line: &str) -> Vec<usize> {
    if line.chars().count() < 40 {
        return Vec::new();
    }
    let chars: Vec<(usize, char)> = line.char_indices().collect();
    let starts = article_starts(line, &chars);
    let in_articles = starts.len() >= 2;
    let mut points: Vec<usize> = Vec::new();
    for (article, caption) in starts {
        if in_articles || caption.is_some() {
            points.extend(caption.into_iter().chain([article]));
        }
    }
    points.extend(sequence_points(line, &chars, in_articles));
    points.retain(|point| *point > 0);
    points.sort_unstable();
    points.dedup();
    points
}

/// Where articles start, each with the start of the caption in front of it.
fn article_starts(line: &str, chars: &[(usize, char)]) -> Vec<(usize, Option<usize>)> {
    let mut found = Vec::new();
    for (index, (byte, character)) in chars.iter().enumerate() {
        if *character != '第' {
            continue;
        }
        let caption = caption_start(chars, index);
        if caption.is_none() && !opens_here(chars, index) {
            continue;
        }
        let rest = line.get(*byte..).unwrap_or_default();
        let is_article = scan(rest).is_some_and(|label| {
            label.kind == LabelKind::Article
                && rest.get(label.end..).is_some_and(|after| after.starts_with([' ', '(']))
        });
        if is_article {
            found.push((index, caption));
        }
    }
    found
}

/// A label can stand behind nothing, a space or a sentence end.
fn opens_here(chars: &[(usize, char)], index: usize) -> bool {
    match index.checked_sub(1).and_then(|before| chars.get(before)) {
        None => true,
        Some((_, before)) => matches!(before, ' ' | '。'),
    }
}

/// The `(` of a caption right before the article.
fn caption_start(chars: &[(usize, char)], article: usize) -> Option<usize> {
    let mut at = article.checked_sub(1)?;
    if chars.get(at)?.1 == ' ' {
        at = at.checked_sub(1)?;
    }
    if chars.get(at)?.1 != ')' {
        return None;
    }
    let open =
        (at.saturating_sub(30)..at).rev().find(|index| chars.get(*index).is_some_and(|(_, c)| *c == '('))?;
    let inside = chars.get(open + 1..at)?;
    let clean = !inside.is_empty() && inside.iter().all(|(_, c)| *c != '。');
    (clean && opens_here(chars, open)).then_some(open)
}

/// `(1) …。 (2) …。`: each number one more than the one before, behind a sentence end or a bracket with a space.
fn sequence_points(line: &str, chars: &[(usize, char)], in_articles: bool) -> Vec<usize> {
    let mut points = Vec::new();
    let mut expected = scan(line)
        .filter(|label| label.kind == LabelKind::Paren)
        .and_then(|label| label.value)
        .map(|value| value + 1);
    let mut paragraph = 2;
    for (index, (byte, character)) in chars.iter().enumerate().skip(1) {
        let before = chars.get(index - 1).map_or(' ', |(_, c)| *c);
        let behind_sentence = before == '。'
            || (before == ' '
                && index >= 2
                && chars.get(index - 2).is_some_and(|(_, c)| matches!(c, '。' | ')')));
        let behind_space = before == ' ';
        if !(behind_sentence || in_articles && behind_space) {
            continue;
        }
        let Some(label) = line.get(*byte..).and_then(scan) else { continue };
        match (character, label.kind, label.value) {
            (_, LabelKind::Article, _) => {
                expected = None;
                paragraph = 2;
            }
            ('(', LabelKind::Paren, Some(1)) if in_articles && behind_sentence => {
                points.push(index);
                expected = Some(2);
            }
            // A line of a stored page may be lost: the numbers go up, not always by one.
            ('(', LabelKind::Paren, Some(value))
                if expected.is_some_and(|next| {
                    value == next || behind_sentence && points.len() >= 2 && (next..next + 9).contains(&value)
                }) =>
            {
                points.push(index);
                expected = Some(value + 1);
            }
            ('0'..='9', LabelKind::Bare, Some(value))
                if in_articles && value == paragraph && behind_sentence =>
            {
                points.push(index);
                paragraph += 1;
                expected = None;
            }
            _ => {}
        }
    }
    points
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(line: &str) -> Vec<String> {
        let chars: Vec<char> = line.chars().collect();
        let mut points = split_points(line);
        points.push(chars.len());
        let mut start = 0;
        points
            .into_iter()
            .map(|point| chars[std::mem::replace(&mut start, point)..point].iter().collect())
            .collect()
    }

    #[test]
    fn a_rule_on_one_line_falls_apart() {
        let line = "平成19年2月23日制定 (目的) 第1条 この規程は、運用を定める。 (構成) 第2条 次に掲げる者とする。 (1)院長 若干名 (2)部長 (任期) 第3条 任期は2年とする。 2 再任を妨げない。";
        assert_eq!(
            parts(line),
            [
                "平成19年2月23日制定 ",
                "(目的) ",
                "第1条 この規程は、運用を定める。 ",
                "(構成) ",
                "第2条 次に掲げる者とする。 ",
                "(1)院長 若干名 ",
                "(2)部長 ",
                "(任期) ",
                "第3条 任期は2年とする。 ",
                "2 再任を妨げない。"
            ]
        );
    }

    #[test]
    fn an_ordinary_sentence_stays_whole() {
        let line = "第3条 前条の規定は、第5条第2項の場合について準用する。この場合において、同項中「甲」とあるのは「乙」と読み替えるものとする。";
        assert_eq!(parts(line).len(), 1);
    }
}
