//! What people answered to our comments, read back from a Word file.
//!
//! An answer is a reply to one of our comments (Word keeps the thread in `commentsExtended`), a comment of somebody else
//! on the very same passage, or a line written below ours inside our comment. Which finding it speaks of is told by the
//! marker at the end of the finding: `[sekisho RULE FINGERPRINT]`.
//!
//! An answer accepts a finding if it begins with 承認, 例外 or 許容: what follows is the reason, 「期限: 2027-03-31」 and
//! 「承認者: …」 may stand anywhere behind. Everything else is a remark. Where a comment holds several findings, the answer
//! names the one it means by its number ((2) 承認 …) or its rule, or says すべて; one that names none is [`Replies::unclear`].

mod parse;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use crate::normalise::normalise;
use crate::read::package::{Package, sibling};
use crate::read::{ReadError, ReadOptions};
use crate::report::OutcomeView;
use parse::{Comment, Threads};

/// What marks a finding inside a comment.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Marker {
    /// The rule.
    pub rule: String,
    /// The fingerprint of the finding.
    pub fingerprint: String,
}

impl Marker {
    pub(super) fn of(outcome: &OutcomeView) -> Self {
        Self { rule: outcome.rule.clone(), fingerprint: outcome.fingerprint.clone() }
    }

    /// The marker in a line, and what stands behind it.
    fn find(line: &str) -> Option<(Self, &str)> {
        let (_, rest) = line.split_once("[sekisho ")?;
        let (inner, behind) = rest.split_once(']')?;
        let (rule, fingerprint) = inner.split_once(' ')?;
        let is_hex = !fingerprint.is_empty() && fingerprint.chars().all(|c| c.is_ascii_hexdigit());
        let is_rule = !rule.is_empty() && !rule.contains(char::is_whitespace);
        (is_hex && is_rule)
            .then(|| (Self { rule: rule.to_owned(), fingerprint: fingerprint.to_owned() }, behind))
    }
}

impl fmt::Display for Marker {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "[sekisho {} {}]", self.rule, self.fingerprint)
    }
}

/// An answer to one finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reply {
    /// The rule.
    pub rule: String,
    /// The fingerprint of the finding when it was commented.
    pub fingerprint: String,
    /// Who answered; none for a line inside our own comment, of which the file does not tell it.
    pub author: Option<String>,
    /// The day, as the file tells it: `2027-01-05T09:30:00Z`.
    pub date: Option<String>,
    /// The answer in the words of who gave it.
    pub text: String,
    /// What it decides.
    pub decision: Decision,
}

/// What an answer decides.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Decision {
    /// The finding is accepted as it is.
    Accept {
        /// Why; empty where nobody said.
        reason: String,
        /// 承認者, where it is named.
        approver: Option<String>,
        /// 期限 as YYYY-MM-DD where it is a date, else as written.
        expires: Option<String>,
    },
    /// Nothing: somebody said something.
    Remark,
}

/// An answer to a comment that holds several findings, which does not say which one it means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unclear {
    /// Who answered.
    pub author: Option<String>,
    /// The day.
    pub date: Option<String>,
    /// The answer.
    pub text: String,
    /// The findings that it may mean.
    pub candidates: Vec<Marker>,
}

/// All answers of a file.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Replies {
    /// Those that speak of one finding, in the order of the comments.
    pub replies: Vec<Reply>,
    /// Those of which nobody can say which finding they mean.
    pub unclear: Vec<Unclear>,
}

/// The answers in a Word file that we annotated. A file without our comments has none.
///
/// # Errors
/// The file is no Word file, or its comments cannot be read.
pub fn replies(bytes: &[u8], options: &ReadOptions) -> Result<Replies, ReadError> {
    let mut package = Package::open(bytes, &options.limits)?;
    let main = package.main_part("word/document.xml");
    let related = package.relationships(&main).unwrap_or_default();
    let text = package.part(&main)?.ok_or(ReadError::ZipUnknown)?;
    let mut named = |kind: &str| -> Result<String, ReadError> {
        let target = related.iter().find(|relation| relation.kind == kind);
        let name = target.and_then(|relation| relation.target.clone());
        let name = name.unwrap_or_else(|| sibling(&main, &format!("{kind}.xml")));
        Ok(package.part(&name)?.unwrap_or_default())
    };
    let comments = parse::comments(&named("comments")?, &options.limits)?;
    let threads = parse::threads(&named("commentsExtended")?, &options.limits)?;
    let places = parse::places(&text, &options.limits)?;
    Ok(answers(&comments, &threads, &places))
}

fn answers(comments: &[Comment], threads: &Threads, places: &BTreeMap<String, (u32, u32)>) -> Replies {
    let mut found = Replies::default();
    let ours: Vec<(usize, Vec<Marker>)> = comments
        .iter()
        .enumerate()
        .map(|(index, comment)| (index, comment.markers()))
        .filter(|(_, markers)| !markers.is_empty())
        .collect();
    for (index, comment) in comments.iter().enumerate() {
        if ours.iter().any(|(own, _)| *own == index) {
            comment.additions(&mut found);
            continue;
        }
        let place = places.get(&comment.id);
        let answers = |own: &Comment| match threads.root(comment) {
            Some(root) => own.paragraphs_have(root),
            None => place.is_some() && places.get(&own.id) == place,
        };
        let above = ours.iter().filter(|(own, _)| comments.get(*own).is_some_and(answers));
        let candidates: Vec<Marker> = above.flat_map(|(_, markers)| markers.clone()).collect();
        sort_out(comment.author.clone(), comment.date.clone(), &comment.text(), &candidates, &mut found);
    }
    found
}

/// Adds an answer to the findings that it means.
fn sort_out(
    author: Option<String>,
    date: Option<String>,
    text: &str,
    candidates: &[Marker],
    found: &mut Replies,
) {
    let text = text.trim();
    if text.is_empty() || candidates.is_empty() {
        return;
    }
    let (chosen, words) = choose(text, candidates);
    if chosen.is_empty() {
        found.unclear.push(Unclear { author, date, text: text.to_owned(), candidates: candidates.to_vec() });
        return;
    }
    for marker in chosen {
        found.replies.push(Reply {
            rule: marker.rule,
            fingerprint: marker.fingerprint,
            author: author.clone(),
            date: date.clone(),
            text: text.to_owned(),
            decision: decision(&words),
        });
    }
}

/// The findings that an answer means, and the answer without the words that say so.
fn choose(text: &str, candidates: &[Marker]) -> (Vec<Marker>, String) {
    let distinct: BTreeSet<&Marker> = candidates.iter().collect();
    if distinct.len() == 1 {
        return (candidates.iter().take(1).cloned().collect(), text.to_owned());
    }
    let plain = normalise(text);
    for all in ["すべて", "全て", "全件"] {
        if let Some(rest) = plain.strip_prefix(all) {
            return (candidates.to_vec(), trimmed(rest));
        }
    }
    let named: Vec<Marker> =
        candidates.iter().filter(|marker| mentions(&plain, &marker.rule)).cloned().collect();
    if !named.is_empty() {
        let words = named.iter().fold(plain, |words, marker| words.replace(&marker.rule, ""));
        return (named, trimmed(words.trim_start_matches(['[', ']', '、', ',', ' ', ':'])));
    }
    let mark = |c: char| c.is_ascii_digit() || matches!(c, '(' | ')' | '、' | ',' | ' ');
    let rest = plain.trim_start_matches(mark);
    let head = plain.strip_suffix(rest).unwrap_or_default();
    let numbers = head.split(|c: char| !c.is_ascii_digit()).filter_map(|number| number.parse::<usize>().ok());
    let chosen: Vec<Marker> =
        numbers.filter_map(|number| candidates.get(number.checked_sub(1)?)).cloned().collect();
    (chosen, trimmed(rest))
}

/// Whether a rule is named, not only the beginning of another one.
fn mentions(text: &str, rule: &str) -> bool {
    text.match_indices(rule).any(|(at, found)| {
        let behind = text.get(at + found.len()..).and_then(|rest| rest.chars().next());
        !behind.is_some_and(|c| c.is_ascii_alphanumeric() || c == '-' || c == '/')
    })
}

fn trimmed(text: &str) -> String {
    text.trim_matches(|c: char| c.is_whitespace() || matches!(c, ':' | '：' | '、' | '。' | '．')).to_owned()
}

/// What an answer decides, from its first word.
fn decision(text: &str) -> Decision {
    let plain = text.trim().trim_start_matches(['「', '【', '[']);
    let accepts = ["承認", "例外", "許容"];
    let Some(rest) = accepts.iter().find_map(|word| plain.strip_prefix(word)) else {
        return Decision::Remark;
    };
    // 「承認できない」「例外とは認めない」 begin with the word, too.
    let negated = ["でき", "しない", "しません", "不可", "とは", "ではな", "者"];
    if negated.iter().any(|word| rest.starts_with(word)) {
        return Decision::Remark;
    }
    let (mut reason, mut approver, mut expires) = (Vec::new(), None, None);
    for piece in pieces(rest) {
        if let Some(value) = labelled(&piece, "期限") {
            expires = expires.or(Some(date(&value).unwrap_or(value)));
        } else if let Some(value) = labelled(&piece, "承認者") {
            approver = approver.or(Some(value));
        } else if let Some(value) = labelled(&piece, "理由") {
            reason.push(value);
        } else {
            reason.push(piece);
        }
    }
    let reason = trimmed(&reason.join(" "));
    let polite = ["します", "する", "とする", "とします", "済み", "済"];
    let reason = polite.iter().find_map(|word| reason.strip_prefix(word)).map_or(reason.clone(), trimmed);
    Decision::Accept { reason, approver, expires }
}

/// The stretches of an answer: each label begins a new one.
fn pieces(text: &str) -> Vec<String> {
    let mut found = vec![String::new()];
    let mut rest = text;
    while let Some(character) = rest.chars().next() {
        let label = ["期限", "承認者", "理由"].iter().find(|label| {
            rest.strip_prefix(**label).is_some_and(|behind| behind.trim_start().starts_with([':', '：']))
        });
        if label.is_some() || character == '\n' {
            found.push(String::new());
        }
        let length = label.map_or(character.len_utf8(), |label| label.len());
        let (taken, behind) = rest.split_at_checked(length).unwrap_or((rest, ""));
        if let Some(last) = found.last_mut() {
            last.push_str(taken);
        }
        rest = behind;
    }
    found.into_iter().map(|piece| trimmed(&piece)).filter(|piece| !piece.is_empty()).collect()
}

fn labelled(piece: &str, label: &str) -> Option<String> {
    let value = piece.strip_prefix(label)?.trim_start().strip_prefix([':', '：'])?;
    Some(trimmed(value)).filter(|value| !value.is_empty())
}

/// 2027-03-31 of 「2027-03-31」, 「2027/3/31」, 「２０２７年３月３１日」.
fn date(value: &str) -> Option<String> {
    let plain = normalise(value);
    let mut numbers = plain.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty());
    let year: u32 = numbers.next()?.parse().ok()?;
    let month: u32 = numbers.next()?.parse().ok()?;
    let day: u32 = numbers.next()?.parse().ok()?;
    let is_date = (1900..=9999).contains(&year) && (1..=12).contains(&month) && (1..=31).contains(&day);
    let is_all = numbers.next().is_none() && !plain.starts_with(|c: char| !c.is_ascii_digit());
    (is_date && is_all).then(|| format!("{year:04}-{month:02}-{day:02}"))
}

#[cfg(test)]
mod tests;
