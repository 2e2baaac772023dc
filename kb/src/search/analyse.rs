//! What a query asks for: its content words with their weights and alternatives.
//!
//! A long Japanese query has no spaces and is mostly grammar (退職者のIDを消す手順). It is cut where the script changes;
//! kanji, katakana and ASCII carry the content, hiragana hardly counts. Words of the synonym table are recognised first.

use crate::synonyms::{Closeness, Synonyms};
use crate::words::{fold_kana, words};

/// Longer queries are cut: each word costs a few lookups in every field.
const MAX_UNITS: usize = 24;

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
pub(super) fn analyse(query: &str, synonyms: &Synonyms) -> Analysis {
    let words = words(query);
    match words.as_slice() {
        [] => Analysis::Empty,
        [word] if word.chars().count() <= 2 => Analysis::Gram(word.clone()),
        words => {
            let mut units: Vec<Unit> = Vec::new();
            for word in words {
                for unit in units_of_word(&fold_kana(word), synonyms) {
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

fn units_of_word(word: &str, synonyms: &Synonyms) -> Vec<Unit> {
    let chars: Vec<char> = word.chars().collect();
    let mut cutter = Cutter { chars: &chars, units: Vec::new(), run: 0..0, content: 0..0, pieces: 0 };
    let mut at = 0;
    while let Some(rest) = chars.get(at..).filter(|rest| !rest.is_empty()) {
        let known = synonyms.longest_match(rest).filter(|(length, _)| stands_alone(&chars, at, at + length));
        at = match known {
            Some((length, alternatives)) => cutter.take_known(at..at + length, alternatives),
            None => cutter.take_char(at),
        };
    }
    cutter.finish()
}

/// Whether the characters around a known word leave it a word: ロック is none inside ブロック, 紙 none inside 紙面.
fn stands_alone(chars: &[char], start: usize, end: usize) -> bool {
    let script = |at: usize| chars.get(at).copied().map(Script::of);
    let before = start.checked_sub(1).and_then(script);
    let (first, last, after) = (script(start), script(end.saturating_sub(1)), script(end));
    let tight = |script: Option<Script>| {
        matches!(script, Some(Script::Katakana | Script::Ascii))
            || (end - start == 1 && script == Some(Script::Kanji))
    };
    let runs_on = tight(first) && before == first || tight(last) && after == last;
    !runs_on
}

/// Cuts one word into units; `content` is the stretch without hiragana that is being read.
struct Cutter<'a> {
    chars: &'a [char],
    units: Vec<Unit>,
    run: std::ops::Range<usize>,
    content: std::ops::Range<usize>,
    pieces: usize,
}

impl Cutter<'_> {
    fn take_known(&mut self, range: std::ops::Range<usize>, alternatives: &[(String, Closeness)]) -> usize {
        self.end_run();
        let text = self.text(range.clone());
        let has_hiragana = text.chars().any(|c| Script::of(c) == Script::Hiragana);
        self.units.push(Unit { text, weight: 1.0, partial: false, alternatives: alternatives.to_vec() });
        if has_hiragana {
            self.end_content(range.end);
        } else {
            self.content.end = range.end;
            self.pieces += 1;
        }
        self.run = range.end..range.end;
        range.end
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
        let (weight, partial) = match Script::of(first) {
            Script::Kanji if length == 1 => return self.push_verb(run.start),
            Script::Kanji => (1.0, length >= 3),
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
                weight: 0.35,
                partial: false,
                alternatives: vec![(stem, Closeness::Hint)],
            },
            None => Unit { text: stem, weight: 0.4, partial: false, alternatives: Vec::new() },
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
                self.units.push(Unit { text, weight: 0.7, partial: false, alternatives: Vec::new() });
            }
        }
        self.pieces = 0;
    }

    fn finish(mut self) -> Vec<Unit> {
        self.end_run();
        self.end_content(self.chars.len());
        self.units
    }

    fn text(&self, range: std::ops::Range<usize>) -> String {
        self.chars.get(range).map(|chars| chars.iter().collect()).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(query: &str) -> String {
        match analyse(query, &Synonyms::default()) {
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
        assert_eq!(cut("退職者のIDを消す手順"), "退職者*1 id*1.1 消す*0.35 手順*1");
        assert_eq!(cut("無線LANの使い方"), "無線*1 lan*1.1 無線lan*0.7 使い*0.35 方*0.4");
        assert_eq!(cut("なりすまし"), "なりすまし*1");
        assert_eq!(cut("監査 証跡"), "監査*1 証跡*1");
        assert_eq!(cut("ｻｰﾊﾞｰ室"), "サバ*1 室*0.4 サバ室*0.7");
        assert_eq!(cut("鍵"), "=鍵");
        assert_eq!(cut(" 。 "), "-");
    }
}
