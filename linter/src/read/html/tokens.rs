//! HTML5 tokens, each with its place in the source.
//!
//! The tokenizer is html5gum: the only maintained one that follows the standard *and* tells byte positions (html5ever
//! has none, lol_html rewrites streams and decodes no character references). It reports positions to an emitter, and
//! this one keeps text as ranges of the source, so that nothing is copied and every character knows its byte.

use html5gum::{Emitter, Error, State, Tokenizer};
use std::collections::VecDeque;
use std::convert::Infallible;
use std::ops::Range;

/// Longest attribute value that is kept: what the reader looks at is far shorter, pictures in `data:` are not.
const MAX_VALUE: usize = 4096;

/// A piece of the page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Token {
    /// `<p class="a">`
    Start(StartTag),
    /// `</p>`
    End(String),
    /// Text as it stands in the source.
    Text(Range<usize>),
    /// What a character reference stands for, and where the reference starts.
    Reference(String, usize),
}

/// An opening tag.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct StartTag {
    /// Its name in lower case.
    pub(super) name: String,
    attributes: Vec<(String, String)>,
    /// Where it starts.
    pub(super) at: usize,
}

impl StartTag {
    /// The value of an attribute; empty for one without a value.
    pub(super) fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }
}

/// The tokens of a page.
pub(super) fn tokens(source: &str) -> impl Iterator<Item = Token> {
    // A reader over memory does not fail: the iterator of results is an iterator.
    Tokenizer::new_with_emitter(source, Places::new(source))
        .filter_map(|token: Result<Token, Infallible>| token.ok())
}

/// Collects tokens; positions are bytes of the source.
struct Places<'a> {
    source: &'a [u8],
    ready: VecDeque<Token>,
    position: usize,
    /// End of what was told last: text cannot start before it.
    edge: usize,
    text: Option<Range<usize>>,
    tag: StartTag,
    closing: bool,
    self_closing: bool,
    value_open: bool,
    /// Name of the last opening tag, which decides how `</` is read inside a script.
    last_start: String,
    /// Inside `svg` or `math`, where `style` and `title` are ordinary elements.
    foreign: bool,
}

impl<'a> Places<'a> {
    fn new(source: &'a str) -> Self {
        Self {
            source: source.as_bytes(),
            ready: VecDeque::new(),
            position: 0,
            edge: 0,
            text: None,
            tag: StartTag::default(),
            closing: false,
            self_closing: false,
            value_open: false,
            last_start: String::new(),
            foreign: false,
        }
    }

    fn end_text(&mut self) {
        if let Some(range) = self.text.take() {
            self.ready.push_back(Token::Text(range));
        }
    }

    fn attribute(&mut self) -> Option<&mut (String, String)> {
        self.tag.attributes.last_mut()
    }

    /// The first of two attributes of one name counts.
    fn settle_attribute(&mut self) {
        let Some((last, before)) = self.tag.attributes.split_last() else { return };
        if before.iter().any(|(name, _)| *name == last.0) {
            self.tag.attributes.pop();
        }
    }
}

fn lossy(bytes: &[u8]) -> std::borrow::Cow<'_, str> {
    String::from_utf8_lossy(bytes)
}

impl Emitter for Places<'_> {
    type Token = Token;

    fn set_last_start_tag(&mut self, last: Option<&[u8]>) {
        self.last_start = lossy(last.unwrap_or_default()).into_owned();
    }

    fn emit_eof(&mut self) {
        self.end_text();
    }

    fn emit_error(&mut self, _: Error) {}

    fn should_emit_errors(&mut self) -> bool {
        false
    }

    fn pop_token(&mut self) -> Option<Token> {
        self.ready.pop_front()
    }

    fn emit_string(&mut self, text: &[u8]) {
        // Usually what was just read; in a script or a title also what was held back until it turned out to be text.
        let read = self.position.saturating_sub(text.len());
        let stands = |start: usize| self.source.get(start..start + text.len()) == Some(text);
        let start = [read, self.edge].into_iter().find(|start| *start >= self.edge && stands(*start));
        let Some(start) = start else {
            self.end_text();
            self.ready.push_back(Token::Reference(lossy(text).into_owned(), self.edge));
            self.edge = self.position;
            return;
        };
        self.edge = start + text.len();
        match &mut self.text {
            Some(range) if range.end == start => range.end = self.edge,
            _ => {
                self.end_text();
                self.text = Some(start..self.edge);
            }
        }
    }

    fn init_start_tag(&mut self) {
        self.closing = false;
        self.self_closing = false;
        self.tag = StartTag { at: self.tag.at, ..StartTag::default() };
    }

    fn init_end_tag(&mut self) {
        self.init_start_tag();
        self.closing = true;
    }

    fn init_comment(&mut self) {
        self.end_text();
    }

    fn emit_current_tag(&mut self) -> Option<State> {
        self.end_text();
        self.settle_attribute();
        self.edge = self.position;
        let tag = std::mem::take(&mut self.tag);
        if self.closing {
            self.foreign &= !matches!(tag.name.as_str(), "svg" | "math");
            self.last_start.clear();
            self.ready.push_back(Token::End(tag.name));
            return None;
        }
        self.last_start.clone_from(&tag.name);
        match tag.name.as_str() {
            "svg" | "math" => self.foreign = !self.self_closing,
            "p" | "div" | "table" | "body" | "li" | "h1" | "h2" | "h3" => self.foreign = false,
            _ => {}
        }
        let state = match tag.name.as_str() {
            _ if self.foreign => None,
            "textarea" | "title" => Some(State::RcData),
            "script" => Some(State::ScriptData),
            "style" | "iframe" | "xmp" | "noembed" | "noframes" | "noscript" => Some(State::RawText),
            _ => None,
        };
        self.ready.push_back(Token::Start(tag));
        state
    }

    fn emit_current_comment(&mut self) {
        self.edge = self.position;
    }

    fn emit_current_doctype(&mut self) {
        self.edge = self.position;
    }

    fn set_self_closing(&mut self) {
        self.self_closing = true;
    }

    fn set_force_quirks(&mut self) {}

    fn push_tag_name(&mut self, name: &[u8]) {
        let name = lossy(name);
        if self.tag.name.len() + name.len() <= MAX_VALUE {
            self.tag.name.push_str(&name);
        }
    }

    fn push_comment(&mut self, _: &[u8]) {}

    fn push_doctype_name(&mut self, _: &[u8]) {}

    fn init_doctype(&mut self) {
        self.end_text();
    }

    fn init_attribute(&mut self) {
        self.settle_attribute();
        self.value_open = false;
        if self.tag.attributes.len() < 64 {
            self.tag.attributes.push((String::new(), String::new()));
            self.value_open = true;
        }
    }

    fn push_attribute_name(&mut self, name: &[u8]) {
        let open = self.value_open;
        if let Some((known, _)) = self.attribute().filter(|(known, _)| open && known.len() <= 64) {
            known.push_str(&lossy(name));
        }
    }

    fn push_attribute_value(&mut self, value: &[u8]) {
        let open = self.value_open;
        if let Some((_, known)) = self.attribute().filter(|(_, known)| open && known.len() <= MAX_VALUE) {
            let value = lossy(value);
            known.extend(value.chars().take(MAX_VALUE));
        }
    }

    fn set_doctype_public_identifier(&mut self, _: &[u8]) {}

    fn set_doctype_system_identifier(&mut self, _: &[u8]) {}

    fn push_doctype_public_identifier(&mut self, _: &[u8]) {}

    fn push_doctype_system_identifier(&mut self, _: &[u8]) {}

    fn start_open_tag(&mut self) {
        self.tag.at = self.position.saturating_sub(1);
    }

    fn current_is_appropriate_end_tag_token(&mut self) -> bool {
        self.closing && !self.last_start.is_empty() && self.last_start == self.tag.name
    }

    fn move_position(&mut self, offset: isize) {
        self.position = self.position.saturating_add_signed(offset);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every token with the text of the source it came from.
    fn seen(source: &str) -> Vec<String> {
        tokens(source)
            .map(|token| match token {
                Token::Start(tag) => format!("<{} @{}", tag.name, tag.at),
                Token::End(name) => format!("</{name}"),
                Token::Text(range) => source.get(range).unwrap().to_owned(),
                Token::Reference(text, at) => format!("{text} @{at}"),
            })
            .collect()
    }

    #[test]
    fn text_and_references_know_their_place() {
        assert_eq!(
            seen("<p>甲&amp;乙&#x4E59;&nbsp丙</p>"),
            ["<p @0", "甲&", "乙", "乙 @14", "\u{a0} @22", "丙", "</p"]
        );
        assert_eq!(seen("a<あ&い &unknown; <br/>"), ["a<あ&い &unknown; ", "<br @20"]);
        assert_eq!(seen("<!-- a --><b>x<!DOCTYPE html>y"), ["<b @10", "x", "y"]);
    }

    #[test]
    fn scripts_and_titles_are_read_as_the_standard_says() {
        assert_eq!(
            seen("<script>if (a<b) '</p>'</script>c"),
            ["<script @0", "if (a<b) '</p>'", "</script", "c"]
        );
        assert_eq!(seen("<title>a<b>&lt;</title>"), ["<title @0", "a<b>", "< @11", "</title"]);
        assert_eq!(
            seen("<svg><title/><path/></svg><p>a"),
            ["<svg @0", "<title @5", "<path @13", "</svg", "<p @26", "a"]
        );
    }

    #[test]
    fn the_first_of_two_attributes_counts() {
        let Some(Token::Start(tag)) = tokens("<ol start=3 START=9 reversed>").next() else {
            panic!("no tag")
        };
        assert_eq!((tag.attribute("start"), tag.attribute("reversed")), (Some("3"), Some("")));
    }
}
