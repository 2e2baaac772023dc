//! What a query asks for: its content words with their weights and alternatives.
//!
//! A long Japanese query has no spaces and is mostly grammar (退職者のIDを消す手順). It is cut where the script changes;
//! kanji, katakana and ASCII carry the content, hiragana hardly counts. Words of the synonym table are recognised first.

use crate::synonyms::{Closeness, Lexicon};
use crate::words::{fold_kana, is_hiragana, okurigana, to_katakana, words};

/// Longer queries are cut: each word costs a few lookups in every field.
const MAX_UNITS: usize = 24;
/// Names have at most this many words.
const MAX_JOINED: usize = 5;
/// Hiragana between which a word of hiragana may stand.
const PARTICLES: &str = "のをがにはでともやかへ";
/// What the words inside a saying count that is known as a whole.
const INNER: f32 = 0.5;

/// What a word counts that says how something is asked rather than what.
const WEAK: f32 = 0.5;

/// A query, understood.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Analysis {
    /// Nothing to look for.
    Empty,
    /// One or two characters: exactly these, nothing that only resembles them.
    Gram(String),
    /// Words, the more of them the better.
    Units(Vec<Unit>),
}

/// One word of a query.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Unit {
    /// Normalised, katakana folded.
    pub(super) text: String,
    /// How much it says, 1 for a plain content word.
    pub(super) weight: f32,
    /// Whether pairs of its characters count, too (退職 of 退職者).
    pub(super) partial: bool,
    /// Other words for it.
    pub(super) alternatives: Vec<(String, Closeness)>,
}

/// The kinds of characters between which a query is cut.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Script {
    Kanji,
    Katakana,
    Hiragana,
    Ascii,
}

impl Script {
    fn of(c: char) -> Self {
        match c {
            'ぁ'..='ゟ' => Self::Hiragana,
            'ァ'..='ヿ' => Self::Katakana,
            c if c.is_ascii() => Self::Ascii,
            _ => Self::Kanji,
        }
    }
}

/// Takes a query apart.
pub(super) fn analyse(query: &str, lexicon: &Lexicon<'_>) -> Analysis {
    let words = rejoined(words(query), lexicon);
    match words.as_slice() {
        [] => Analysis::Empty,
        [word] if word.chars().count() <= 2 => Analysis::Gram(word.clone()),
        words => {
            let mut units: Vec<Unit> = Vec::new();
            for word in words {
                for unit in units_of_word(&fold_kana(word), lexicon) {
                    if !units.iter().any(|known| known.text == unit.text) {
                        units.push(unit);
                    }
                }
            }
            keep_what_says_something(&mut units);
            Analysis::Units(units)
        }
    }
}

/// Grammar is dropped unless there is nothing else.
fn keep_what_says_something(units: &mut Vec<Unit>) {
    if units.iter().any(|unit| unit.weight > 0.0) {
        units.retain(|unit| unit.weight > 0.0);
    } else {
        units.iter_mut().for_each(|unit| unit.weight = 1.0);
    }
    units.truncate(MAX_UNITS);
}

/// Puts names of several ASCII words (SSL/TLS, two factor authentication) together again.
fn rejoined(words: Vec<String>, lexicon: &Lexicon<'_>) -> Vec<String> {
    // The words themselves still count, behind the name.
    let mut joined = Vec::new();
    let mut at = 0;
    while let Some(rest) = words.get(at..).filter(|rest| !rest.is_empty()) {
        let run = rest.iter().take(MAX_JOINED).take_while(|word| word.is_ascii()).count();
        let name = (2..=run).rev().find_map(|length| {
            let name = rest.get(..length)?.concat();
            lexicon.knows(&name).then_some((name, length))
        });
        let (word, length) = name.unwrap_or_else(|| (rest.first().cloned().unwrap_or_default(), 1));
        joined.push(word);
        if length > 1 {
            joined.extend(rest.iter().take(length).filter(|word| word.chars().count() >= 2).cloned());
        }
        at += length;
    }
    joined
}

fn units_of_word(word: &str, lexicon: &Lexicon<'_>) -> Vec<Unit> {
    let chars: Vec<char> = word.chars().collect();
    let mut cutter =
        Cutter { chars: &chars, lexicon, units: Vec::new(), run: 0..0, content: 0..0, pieces: 0 };
    let mut at = 0;
    while let Some(rest) = chars.get(at..).filter(|rest| !rest.is_empty()) {
        let known = lexicon.matches(rest).find(|(length, _)| stands_alone(&chars, at, at + length));
        at = match (known, okurigana(&chars, at)) {
            (Some((length, alternatives)), _) => cutter.take_known(at..at + length, &alternatives),
            (None, Some(verb)) => cutter.take_verb(at..at + verb.length, &verb.spellings),
            (None, None) => cutter.take_char(at),
        };
    }
    cutter.finish()
}

/// Whether the characters around a known word leave it a word: ロック is none inside ブロック, 紙 none inside 紙面, かぎ none
/// inside かぎり.
fn stands_alone(chars: &[char], start: usize, end: usize) -> bool {
    let char_at = |at: usize| chars.get(at).copied();
    let before = start.checked_sub(1).and_then(char_at);
    let (first, last, after) = (char_at(start), char_at(end.saturating_sub(1)), char_at(end));
    let script = |c: Option<char>| c.map(Script::of);
    let tight = |script: Option<Script>| {
        matches!(script, Some(Script::Katakana | Script::Ascii))
            || (end - start == 1 && script == Some(Script::Kanji))
    };
    let runs_on = tight(script(first)) && script(before) == script(first)
        || tight(script(last)) && script(after) == script(last);
    let hiragana = chars.get(start..end).is_some_and(|word| word.iter().all(|c| is_hiragana(*c)));
    let glued = |c: Option<char>| c.is_some_and(|c| is_hiragana(c) && !PARTICLES.contains(c));
    !(runs_on || hiragana && (glued(before) || glued(after)))
}

/// Cuts one word into units; `content` is the stretch without hiragana that is being read.
struct Cutter<'a> {
    chars: &'a [char],
    lexicon: &'a Lexicon<'a>,
    units: Vec<Unit>,
    run: std::ops::Range<usize>,
    content: std::ops::Range<usize>,
    pieces: usize,
}

impl Cutter<'_> {
    fn take_verb(&mut self, range: std::ops::Range<usize>, spellings: &[String]) -> usize {
        let alternatives: Vec<(&str, Closeness)> =
            spellings.iter().skip(1).map(|spelling| (spelling.as_str(), Closeness::Spelling)).collect();
        let (start, end) = (range.start, range.end);
        self.take_known(range, &alternatives);
        self.push_verb(start);
        self.push_verb(start + 2);
        end
    }

    fn take_known(&mut self, range: std::ops::Range<usize>, alternatives: &[(&str, Closeness)]) -> usize {
        self.end_run();
        let text = self.text(range.clone());
        let has_hiragana = text.chars().any(is_hiragana);
        let alternatives: Vec<(String, Closeness)> =
            alternatives.iter().map(|(text, closeness)| ((*text).to_owned(), *closeness)).collect();
        let is_verb = alternatives.iter().any(|(_, closeness)| *closeness == Closeness::Spelling);
        let is_saying = has_hiragana && !is_verb && !self.lexicon.surfaces.is_empty();
        let inner = if is_saying { self.inner(&text) } else { Vec::new() };
        let weight = self.strength(&text);
        self.units.push(Unit { text, weight, partial: false, alternatives });
        self.units.extend(inner);
        if has_hiragana {
            self.end_content(range.end);
        } else {
            self.content.end = range.end;
            self.pieces += 1;
        }
        self.run = range.end..range.end;
        range.end
    }

    /// The words inside a saying.
    fn inner(&self, text: &str) -> Vec<Unit> {
        let grammar = Lexicon { weak: self.lexicon.weak.clone(), ..Lexicon::default() };
        let mut units = units_of_word(text, &grammar);
        units.retain(|unit| unit.text != text && unit.weight >= 0.5 && unit.text.chars().count() >= 2);
        for unit in &mut units {
            unit.weight *= INNER;
        }
        units
    }

    fn take_char(&mut self, at: usize) -> usize {
        let script = self.chars.get(at).copied().map(Script::of);
        let running =
            self.run.clone().next_back().and_then(|last| self.chars.get(last).copied().map(Script::of));
        if running.is_some_and(|running| Some(running) != script) {
            self.end_run();
        }
        if script == Some(Script::Hiragana) {
            self.end_content(at + 1);
        } else {
            self.content.end = at + 1;
        }
        self.run.end = at + 1;
        at + 1
    }

    fn end_run(&mut self) {
        let run = std::mem::replace(&mut self.run, 0..0);
        self.run = run.end..run.end;
        let Some(first) = self.chars.get(run.start).copied().filter(|_| !run.is_empty()) else { return };
        let length = run.len();
        let text = self.text(run.clone());
        let katakana = to_katakana(&text);
        let (weight, partial) = match Script::of(first) {
            Script::Hiragana if length >= 3 && self.lexicon.occurs(&katakana) => {
                self.pieces += 1;
                let alternatives = vec![(katakana, Closeness::Same)];
                return self.units.push(Unit { text, weight: 1.0, partial: false, alternatives });
            }
            Script::Kanji if length == 1 => return self.push_verb(run.start),
            Script::Kanji => (self.strength(&text), length >= 3),
            Script::Katakana if length == 1 => (0.3, false),
            Script::Katakana => (1.0, false),
            Script::Ascii if text.chars().all(|c| c.is_ascii_digit()) => (0.5, false),
            Script::Ascii => (1.1, false),
            Script::Hiragana => (0.0, false),
        };
        self.pieces += usize::from(weight >= 0.5);
        self.units.push(Unit { text, weight, partial, alternatives: Vec::new() });
    }

    /// A single kanji is mostly the stem of a verb: 残す counts, 残 a little.
    fn push_verb(&mut self, at: usize) {
        let stem = self.text(at..at + 1);
        let ending = self.chars.get(at + 1).filter(|c| Script::of(**c) == Script::Hiragana);
        let unit = match ending {
            Some(ending) => Unit {
                text: format!("{stem}{ending}"),
                weight: self.strength(&stem),
                partial: false,
                alternatives: vec![(stem, Closeness::Hint)],
            },
            None => Unit { text: stem, weight: 0.15, partial: false, alternatives: Vec::new() },
        };
        self.pieces += 1;
        self.units.push(unit);
    }

    /// A compound of several units counts as a whole, too: 無線LAN, 個人情報保護委員会.
    fn end_content(&mut self, next: usize) {
        let content = std::mem::replace(&mut self.content, next..next);
        let known = |unit: &Unit, text: &str| unit.text == text;
        if self.pieces >= 2 && content.len() >= 3 {
            let text = self.text(content);
            if !self.units.iter().any(|unit| known(unit, &text)) {
                self.units.push(Unit { text, weight: 0.6, partial: false, alternatives: Vec::new() });
            }
        }
        self.pieces = 0;
    }

    fn finish(mut self) -> Vec<Unit> {
        self.end_run();
        self.end_content(self.chars.len());
        self.units
    }

    /// How much a word of kanji says.
    fn strength(&self, text: &str) -> f32 {
        if self.lexicon.is_weak(text) { WEAK } else { 1.0 }
    }

    fn text(&self, range: std::ops::Range<usize>) -> String {
        self.chars.get(range).map(|chars| chars.iter().collect()).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(query: &str) -> String {
        let lexicon = Lexicon { weak: vec!["使", "手順"], ..Lexicon::default() };
        match analyse(query, &lexicon) {
            Analysis::Empty => String::from("-"),
            Analysis::Gram(gram) => format!("={gram}"),
            Analysis::Units(units) => units
                .iter()
                .map(|unit| format!("{}*{}", unit.text, unit.weight))
                .collect::<Vec<_>>()
                .join(" "),
        }
    }

    #[test]
    fn content_words_are_cut_out() {
        assert_eq!(cut("退職者のIDを消す手順"), "退職者*1 id*1.1 消す*1 手順*0.5");
        assert_eq!(cut("無線LANの使い方"), "無線*1 lan*1.1 無線lan*0.6 使い方*1 使い*0.5 方*0.15");
        assert_eq!(cut("なりすまし"), "なりすまし*1");
        assert_eq!(cut("監査 証跡"), "監査*1 証跡*1");
        assert_eq!(cut("ｻｰﾊﾞｰ室"), "サバ*1 室*0.15 サバ室*0.6");
        assert_eq!(cut("鍵"), "=鍵");
        assert_eq!(cut(" 。 "), "-");
    }
}
