//! Numbers of ordered lists, as a browser computes them.

use super::elements::style;
use super::tokens::StartTag;
use crate::read::formats::format_number;

/// How an item is marked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Mark {
    Nothing,
    Bullet,
    /// A number in this format, with a full stop behind it.
    Stopped(&'static str),
    /// A number in this format alone.
    Plain(&'static str),
}

/// An open list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct List {
    mark: Mark,
    next: i64,
    step: i64,
}

impl List {
    /// The list that the tag opens.
    pub(super) fn new(tag: &StartTag) -> Self {
        let ordered = tag.name == "ol";
        let reversed = tag.attribute("reversed").is_some();
        let start = tag.attribute("start").and_then(|start| start.trim().parse().ok());
        let mark = named_mark(tag).unwrap_or(match (ordered, reversed, start) {
            (false, ..) => Mark::Bullet,
            // How many items follow is not known yet.
            (true, true, None) => Mark::Nothing,
            _ => Mark::Stopped("decimal"),
        });
        Self { mark, next: start.unwrap_or(1), step: if reversed { -1 } else { 1 } }
    }

    /// The label of the next item.
    pub(super) fn item(&mut self, tag: &StartTag) -> Option<String> {
        let value = tag.attribute("value").and_then(|value| value.trim().parse().ok()).unwrap_or(self.next);
        self.next = value.saturating_add(self.step);
        let mark = named_mark(tag).unwrap_or(self.mark);
        label(mark, value)
    }
}

/// What `type` or `list-style-type` says.
fn named_mark(tag: &StartTag) -> Option<Mark> {
    let by_type = match tag.attribute("type").map(str::trim) {
        Some("1") => Some(Mark::Stopped("decimal")),
        Some("a") => Some(Mark::Stopped("lowerLetter")),
        Some("A") => Some(Mark::Stopped("upperLetter")),
        Some("i") => Some(Mark::Stopped("lowerRoman")),
        Some("I") => Some(Mark::Stopped("upperRoman")),
        _ => None,
    };
    let style = style(tag);
    let by_style = style.split(';').filter_map(|rule| rule.split_once(':')).find_map(|(name, value)| {
        let named = matches!(name, "list-style" | "list-style-type");
        named.then(|| {
            const MARKS: [(&str, Mark); 15] = [
                ("none", Mark::Nothing),
                ("decimal", Mark::Stopped("decimal")),
                ("lower-alpha", Mark::Stopped("lowerLetter")),
                ("lower-latin", Mark::Stopped("lowerLetter")),
                ("upper-alpha", Mark::Stopped("upperLetter")),
                ("upper-latin", Mark::Stopped("upperLetter")),
                ("lower-roman", Mark::Stopped("lowerRoman")),
                ("upper-roman", Mark::Stopped("upperRoman")),
                ("cjk-ideographic", Mark::Plain("japaneseCounting")),
                ("japanese-", Mark::Plain("japaneseCounting")),
                ("katakana-iroha", Mark::Plain("iroha")),
                ("katakana", Mark::Plain("aiueo")),
                ("disc", Mark::Bullet),
                ("circle", Mark::Bullet),
                ("square", Mark::Bullet),
            ];
            MARKS.iter().find(|(word, _)| value.contains(word)).map(|(_, mark)| *mark)
        })?
    });
    by_style.or(by_type)
}

fn label(mark: Mark, value: i64) -> Option<String> {
    // Only numbers from one up have other forms than the decimal one.
    let number = u32::try_from(value).ok().filter(|number| *number > 0);
    Some(match (mark, number) {
        (Mark::Nothing, _) => return None,
        (Mark::Bullet, _) => "・".to_owned(),
        // Browsers count on with AA, AB; Word with AA, BB.
        (Mark::Stopped("lowerLetter"), Some(number)) => format!("{}. ", alphabetic(number)),
        (Mark::Stopped("upperLetter"), Some(number)) => format!("{}. ", alphabetic(number).to_uppercase()),
        (Mark::Stopped(format), Some(number)) => format!("{}. ", format_number(number, format)),
        (Mark::Plain(format), Some(number)) => format!("{} ", format_number(number, format)),
        (_, None) => format!("{value}. "),
    })
}

/// a … z, aa, ab, …
fn alphabetic(mut number: u32) -> String {
    let mut letters = Vec::new();
    while number > 0 {
        number -= 1;
        letters.push(char::from(b'a' + (number % 26) as u8));
        number /= 26;
    }
    letters.iter().rev().collect()
}
