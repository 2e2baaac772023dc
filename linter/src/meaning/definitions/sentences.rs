//! Definitions inside running text.

use super::{Definition, DefinitionForm, trimmed};
use crate::document::{Document, NodeId, TextSpan};
use crate::language::sentences::split_sentences;

/// What joins two names of one thing: 以下「甲」又は「当院」という.
const JOINTS: &[&str] = &["又は", "または", "及び", "および", "若しくは", "並びに", "、", ",", "・"];
/// What follows a name that is given.
const GIVEN: &[&str] = &["という", "といい", "と総称", "と呼", "と記", "と略", "と称", "とする"];
/// What stands before a name that is given.
const ANNOUNCED: &[&str] =
    &["以下", "単に", "総称して", "それぞれ", "併せて", "あわせて", "まとめて", "これらを", "これを", "以後"];
/// How a sentence ends that says what a term means.
pub(super) const MEANS: &[&str] = &[
    "をいう",
    "をいいます",
    "をさす",
    "を指す",
    "を指します",
    "を意味する",
    "を意味します",
    "をいうものとする",
];

/// Adds the definitions of one stretch of text.
pub(super) fn read(document: &Document, node: NodeId, run: TextSpan, found: &mut Vec<Definition>) {
    let text = document.slice(run);
    short_names(text, run.start, node, found);
    if text.contains("とは") {
        for sentence in split_sentences(text) {
            said(text, sentence, run.start, node, found);
        }
    }
}

/// 「…(以下「甲」という。)」, also several names at once and names given without brackets.
fn short_names(text: &str, base: u32, node: NodeId, found: &mut Vec<Definition>) {
    let mut behind = 0;
    while let Some(open) = text.get(behind..).and_then(|rest| rest.find(['「', '『'])).map(|at| at + behind)
    {
        let (terms, end) = chain(text, open);
        behind = end.max(open + '「'.len_utf8());
        let rest = text.get(end..).unwrap_or_default();
        let before = text.get(..open).unwrap_or_default().trim_end_matches(['、', ',', ' ']);
        let announced = ANNOUNCED.iter().find(|word| before.ends_with(**word));
        let in_bracket = before.ends_with('(');
        let is_given = GIVEN.iter().any(|words| rest.starts_with(words))
            || announced.is_some() && rest.starts_with([')', '）']);
        if (announced.is_none() && !in_bracket) || !is_given {
            continue;
        }
        let meaning = meaning_before(text, before).and_then(|range| trimmed(text, base, range));
        for term in terms {
            let Some(word) = text.get(term.clone()) else { continue };
            found.push(Definition {
                term: word.to_owned(),
                term_span: TextSpan::new(base + term.start as u32, base + term.end as u32),
                meaning,
                node,
                form: DefinitionForm::ShortName,
            });
        }
    }
}

/// Quoted words joined by 又は: their ranges without quotes, and the end of the last quote.
fn chain(text: &str, open: usize) -> (Vec<std::ops::Range<usize>>, usize) {
    let mut terms = Vec::new();
    let mut at = open;
    while let Some(rest) = text.get(at..).filter(|rest| rest.starts_with(['「', '『'])) {
        let Some(close) = rest.find(['」', '』']) else { break };
        terms.push(at + '「'.len_utf8()..at + close);
        at += close + '」'.len_utf8();
        let after = text.get(at..).unwrap_or_default();
        let joint = JOINTS
            .iter()
            .find(|joint| after.strip_prefix(**joint).is_some_and(|rest| rest.starts_with(['「', '『'])));
        match joint {
            Some(joint) => at += joint.len(),
            None => break,
        }
    }
    (terms, at)
}

/// What a short name stands for: the words before its bracket, or the sentence before it.
fn meaning_before(text: &str, before: &str) -> Option<std::ops::Range<usize>> {
    let end = unclosed_bracket(before).unwrap_or_else(|| announced_at(before));
    let head = text.get(..end)?;
    let start = phrase_start(head);
    let phrase = head.get(start..)?;
    let joint = ["と", "及び", "並びに", "又は", "若しくは", "および", "または"]
        .iter()
        .find(|joint| phrase.starts_with(**joint))
        .map_or(0, |joint| joint.len());
    // 「と」 is also the first character of words.
    let joint = if head.get(..start).is_some_and(|head| head.ends_with(')')) { joint } else { 0 };
    Some(start + joint..end)
}

/// The bracket that is open at the end of the text.
fn unclosed_bracket(text: &str) -> Option<usize> {
    let mut depth = 0_i32;
    for (at, c) in text.char_indices().rev() {
        match c {
            ')' => depth += 1,
            '(' if depth == 0 => return Some(at),
            '(' => depth -= 1,
            '。' | '\n' if depth == 0 => return None,
            _ => {}
        }
    }
    None
}

fn announced_at(before: &str) -> usize {
    let mut head = before;
    while let Some(word) = ANNOUNCED.iter().find(|word| head.ends_with(**word)) {
        head = head.strip_suffix(*word).unwrap_or_default().trim_end_matches(['、', ',', ' ']);
    }
    head.len()
}

/// Where the noun phrase at the end of the text begins: behind a full stop, a closed bracket, or a comma that separates
/// clauses. A comma between nouns belongs to the phrase.
fn phrase_start(head: &str) -> usize {
    let mut quoted = 0_i32;
    let mut next = head.len();
    for (at, c) in head.char_indices().rev() {
        match c {
            '」' => quoted += 1,
            '「' => quoted -= 1,
            '。' | ')' | '(' | '\n' if quoted <= 0 => return next,
            '、' | ',' if quoted <= 0 => {
                let before = head.get(..at).and_then(|text| text.chars().next_back());
                if before.is_none_or(|c| ('ぁ'..='ん').contains(&c)) {
                    return next;
                }
            }
            _ => {}
        }
        next = at;
    }
    0
}

/// 「「障害」とは、…をいう。」
fn said(text: &str, sentence: std::ops::Range<usize>, base: u32, node: NodeId, found: &mut Vec<Definition>) {
    let Some(words) = text.get(sentence.clone()) else { return };
    let bare = words.trim_end_matches(['。', ' ', '\n', ')']);
    let Some(ending) = MEANS.iter().find(|ending| bare.ends_with(**ending)) else { return };
    let Some(mark) = words.find("とは") else { return };
    let meaning_start = mark + "とは".len();
    let head = words.get(..mark).unwrap_or_default().trim_end();
    let term = if head.ends_with(['」', '』']) {
        let Some(open) = head.rfind(['「', '『']) else { return };
        open + '「'.len_utf8()..head.len() - '」'.len_utf8()
    } else {
        let start = head.rfind(['、', ',', ' ', '\n', ')']).map_or(0, |at| {
            at + head.get(at..).and_then(|rest| rest.chars().next()).map_or(1, char::len_utf8)
        });
        // 「この規程における利用者とは」
        let place = ["における", "において"].iter();
        let behind = place.filter_map(|word| head.rfind(word).map(|at| at + word.len())).max();
        start.max(behind.unwrap_or(0))..head.len()
    };
    let Some(name) = words.get(term.clone()).filter(|name| !name.contains(['は', 'を'])) else { return };
    let meaning_end = bare.len() - ending.len();
    let comma = words
        .get(meaning_start..)
        .map_or(0, |rest| rest.len() - rest.trim_start_matches(['、', ',', ' ']).len());
    found.push(Definition {
        term: name.trim().to_owned(),
        term_span: TextSpan::new(
            base + (sentence.start + term.start) as u32,
            base + (sentence.start + term.end) as u32,
        ),
        meaning: trimmed(
            text,
            base,
            sentence.start + meaning_start + comma..sentence.start + meaning_end.max(meaning_start + comma),
        ),
        node,
        form: DefinitionForm::Sentence,
    });
}
