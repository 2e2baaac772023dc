//! Two texts word by word: what stands in both, what only in one, and which references merely follow a renumbering.
//!
//! A word is what a reader would underline as one: a run of one script, a number, a mark. A reference is one word, and
//! two references are the same word where they lead to the same provision, whatever its number is now.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::outline::{Place, Pointer, Words};
use super::{Mark, Run};

/// Of longer texts (words of one times words of the other, over the whole comparison) only beginning and end are compared.
const MOST_STEPS: u64 = 400_000_000;
/// The same for one passage.
const MOST_STEPS_OF_ONE: u64 = 16_000_000;
/// Texts with a smaller share in common (in percent, of characters) are shown as replaced.
const LEAST_COMMON: usize = 30;
/// Unchanged words of so many characters between two changes are read as part of the change.
const SHORT: usize = 2;

/// What is left of the work that a comparison may do.
#[derive(Debug)]
pub(super) struct Budget(u64);

impl Budget {
    pub(super) const fn new() -> Self {
        Self(MOST_STEPS)
    }

    fn spend(&mut self, old: usize, new: usize) -> bool {
        let steps = (old as u64).saturating_mul(new as u64);
        if steps > MOST_STEPS_OF_ONE || steps > self.0 {
            return false;
        }
        self.0 -= steps;
        true
    }
}

/// Which places of the old document are which of the new one.
pub(super) type Moves = BTreeMap<Place, Place>;

/// Two texts beside each other.
#[derive(Debug, Default)]
pub(super) struct Compared {
    pub(super) old: Vec<Run>,
    pub(super) new: Vec<Run>,
    /// Words differ.
    pub(super) changed: bool,
    /// References with another number that lead where they led before.
    pub(super) followed: usize,
    /// References with the same words that lead elsewhere now, with the place each led to and the one it leads to.
    pub(super) drifted: Vec<Drift>,
}

/// A reference that nobody touched and that leads elsewhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Drift {
    pub(super) words: String,
    /// Where it led, in the old document.
    pub(super) was: Place,
    /// Where it leads, in the new one.
    pub(super) now: Place,
}

/// A text that stands on one side only.
pub(super) fn alone(words: &Words) -> Vec<Run> {
    if words.text.is_empty() {
        Vec::new()
    } else {
        vec![Run { text: words.text.clone(), mark: Mark::Changed }]
    }
}

/// Compares two texts.
pub(super) fn compare(old: &Words, new: &Words, moves: &Moves, budget: &mut Budget) -> Compared {
    let mut keys = Keys::default();
    let (old_pointers, new_pointers) = pointers(old, new, moves);
    let olds = tokens(old, &old_pointers);
    let news = tokens(new, &new_pointers);
    let old_keys: Vec<u32> = olds.iter().map(|token| keys.of_old(token, moves)).collect();
    let new_keys: Vec<u32> = news.iter().map(|token| keys.of_new(token)).collect();
    let mut steps = steps(&old_keys, &new_keys, budget);
    unchanged_words(&mut steps, &olds, &news);
    join_changes(&mut steps, &olds, &news);
    give_up(&mut steps, &olds, &news);
    collect(&steps, &olds, &news, moves)
}

/// The references that stand for one word: those that the other side has as well, by their words or by where they lead.
/// A document that numbers nothing has the words of a reference, but they lead nowhere.
fn pointers<'a>(old: &'a Words, new: &'a Words, moves: &Moves) -> (Vec<&'a Pointer>, Vec<&'a Pointer>) {
    let words =
        |words: &'a Words, pointer: &Pointer| words.text.get(pointer.range.clone()).unwrap_or_default();
    let texts = |side: &'a Words| side.pointers.iter().map(|one| words(side, one)).collect::<BTreeSet<_>>();
    let (old_texts, new_texts) = (texts(old), texts(new));
    let leads: BTreeSet<Vec<Place>> =
        old.pointers.iter().map(|pointer| mapped(&pointer.targets, moves)).collect();
    let ends: BTreeSet<&[Place]> = new.pointers.iter().map(|pointer| pointer.targets.as_slice()).collect();
    let olds = old.pointers.iter().filter(|pointer| {
        new_texts.contains(words(old, pointer)) || ends.contains(mapped(&pointer.targets, moves).as_slice())
    });
    let news = new
        .pointers
        .iter()
        .filter(|pointer| old_texts.contains(words(new, pointer)) || leads.contains(&pointer.targets));
    (olds.collect(), news.collect())
}

/// What places of the old document are in the new one, sorted.
fn mapped(places: &[Place], moves: &Moves) -> Vec<Place> {
    let mut mapped: Vec<Place> = places.iter().filter_map(|place| moves.get(place).copied()).collect();
    mapped.sort_unstable();
    mapped.dedup();
    mapped
}

/// A word with the spaces behind it.
#[derive(Debug)]
struct Token<'a> {
    /// Where it begins in the whole text.
    start: usize,
    /// As printed.
    text: &'a str,
    /// Without the spaces.
    word: &'a str,
    /// Where it leads, of a reference.
    targets: &'a [Place],
}

/// Numbers for words.
#[derive(Debug, Default)]
struct Keys<'a> {
    words: BTreeMap<&'a str, u32>,
    targets: BTreeMap<Vec<Place>, u32>,
    next: u32,
}

impl<'a> Keys<'a> {
    fn of_old(&mut self, token: &Token<'a>, moves: &Moves) -> u32 {
        let mapped = mapped(token.targets, moves);
        if mapped.is_empty() { self.word(token.word) } else { self.place(mapped) }
    }

    fn of_new(&mut self, token: &Token<'a>) -> u32 {
        if token.targets.is_empty() { self.word(token.word) } else { self.place(token.targets.to_vec()) }
    }

    fn word(&mut self, word: &'a str) -> u32 {
        let next = self.next;
        let key = *self.words.entry(word).or_insert(next);
        self.next += u32::from(key == next);
        key
    }

    fn place(&mut self, places: Vec<Place>) -> u32 {
        let next = self.next;
        let key = *self.targets.entry(places).or_insert(next);
        self.next += u32::from(key == next);
        key
    }
}

/// A stretch of words of both sides.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Step {
    same: bool,
    old: Range<usize>,
    new: Range<usize>,
}

/// Equal and unequal stretches by turns, covering both sides.
fn steps(old: &[u32], new: &[u32], budget: &mut Budget) -> Vec<Step> {
    let head = old.iter().zip(new).take_while(|(a, b)| a == b).count();
    let (old_rest, new_rest) = (old.get(head..).unwrap_or_default(), new.get(head..).unwrap_or_default());
    let tail = old_rest.iter().rev().zip(new_rest.iter().rev()).take_while(|(a, b)| a == b).count();
    let inner_old = old_rest.get(..old_rest.len() - tail).unwrap_or_default();
    let inner_new = new_rest.get(..new_rest.len() - tail).unwrap_or_default();
    let mut found = vec![Step { same: true, old: 0..head, new: 0..head }];
    if budget.spend(inner_old.len(), inner_new.len()) {
        for op in capture_diff_slices(Algorithm::Myers, inner_old, inner_new) {
            let same = matches!(op, DiffOp::Equal { .. });
            let (old, new) = (op.old_range(), op.new_range());
            found.push(Step { same, old: shifted(old, head), new: shifted(new, head) });
        }
    } else {
        let (old, new) = (head..head + inner_old.len(), head..head + inner_new.len());
        found.push(Step { same: false, old, new });
    }
    found.push(Step { same: true, old: old.len() - tail..old.len(), new: new.len() - tail..new.len() });
    tidy(found)
}

fn shifted(range: Range<usize>, by: usize) -> Range<usize> {
    range.start + by..range.end + by
}

/// Neighbours of one sort become one; empty ones go.
fn tidy(steps: Vec<Step>) -> Vec<Step> {
    let mut out: Vec<Step> = Vec::new();
    for step in steps.into_iter().filter(|step| !step.old.is_empty() || !step.new.is_empty()) {
        match out.last_mut() {
            Some(last) if last.same == step.same => {
                last.old.end = step.old.end;
                last.new.end = step.new.end;
            }
            _ => out.push(step),
        }
    }
    out
}

/// References that say the same and lead elsewhere are no change of words.
fn unchanged_words(steps: &mut Vec<Step>, old: &[Token<'_>], new: &[Token<'_>]) {
    let is_same = |step: &Step| {
        let olds = old.get(step.old.clone()).unwrap_or_default();
        let news = new.get(step.new.clone()).unwrap_or_default();
        olds.len() == news.len() && olds.iter().zip(news).all(|(a, b)| a.word == b.word)
    };
    for step in steps.iter_mut().filter(|step| !step.same) {
        step.same = is_same(step);
    }
    *steps = tidy(std::mem::take(steps));
}

/// A particle or a comma between two changes belongs to them.
fn join_changes(steps: &mut Vec<Step>, old: &[Token<'_>], new: &[Token<'_>]) {
    let last = steps.len().saturating_sub(1);
    for (index, step) in steps.iter_mut().enumerate() {
        if !step.same || index == 0 || index == last {
            continue;
        }
        let words = old.get(step.old.clone()).unwrap_or_default();
        let count: usize = words.iter().map(|token| token.word.chars().count()).sum();
        let is_glue = |c: char| is_hiragana(c) || c == '、' || c == '・';
        let follows =
            words.iter().zip(new.get(step.new.clone()).unwrap_or_default()).any(|(a, b)| a.word != b.word);
        if count <= SHORT && !follows && words.iter().all(|token| token.word.chars().all(is_glue)) {
            step.same = false;
        }
    }
    *steps = tidy(std::mem::take(steps));
}

/// Texts with hardly anything in common are replaced as a whole.
fn give_up(steps: &mut Vec<Step>, old: &[Token<'_>], new: &[Token<'_>]) {
    let length = |tokens: &[Token<'_>]| tokens.iter().map(|token| token.word.chars().count()).sum::<usize>();
    let longest = length(old).max(length(new));
    let same = steps.iter().filter(|step| step.same);
    let common: usize = same.map(|step| length(old.get(step.old.clone()).unwrap_or_default())).sum();
    let differs = steps.iter().any(|step| !step.same);
    if differs && common * 100 < longest * LEAST_COMMON && !old.is_empty() && !new.is_empty() {
        *steps = vec![Step { same: false, old: 0..old.len(), new: 0..new.len() }];
    }
}

fn collect(steps: &[Step], old: &[Token<'_>], new: &[Token<'_>], moves: &Moves) -> Compared {
    let mut compared = Compared::default();
    for step in steps {
        let olds = old.get(step.old.clone()).unwrap_or_default();
        let news = new.get(step.new.clone()).unwrap_or_default();
        if !step.same {
            compared.changed = true;
            olds.iter().for_each(|token| push(&mut compared.old, token.text, Mark::Changed));
            news.iter().for_each(|token| push(&mut compared.new, token.text, Mark::Changed));
            continue;
        }
        for (a, b) in olds.iter().zip(news) {
            let mark = if a.word != b.word {
                compared.followed += 1;
                Mark::Followed
            } else if let Some((was, now)) = drift(a, b, moves) {
                compared.drifted.push(Drift { words: b.word.to_owned(), was, now });
                Mark::Drifted
            } else {
                Mark::Same
            };
            push(&mut compared.old, a.text, mark);
            push(&mut compared.new, b.text, mark);
        }
    }
    compared
}

/// Where a reference led and where it leads, if those are two provisions.
fn drift(old: &Token<'_>, new: &Token<'_>, moves: &Moves) -> Option<(Place, Place)> {
    let (was, now) = (old.targets.first()?, new.targets.first()?);
    let mut kept = old.targets.iter().filter_map(|place| moves.get(place));
    if kept.any(|place| new.targets.contains(place)) { None } else { Some((*was, *now)) }
}

fn push(runs: &mut Vec<Run>, text: &str, mark: Mark) {
    match runs.last_mut() {
        Some(last) if last.mark == mark => last.text.push_str(text),
        _ => runs.push(Run { text: text.to_owned(), mark }),
    }
}

/// The words of a text; together they are the text.
fn tokens<'a>(words: &'a Words, pointers: &[&'a Pointer]) -> Vec<Token<'a>> {
    let mut found = Vec::new();
    let mut at = 0;
    for pointer in pointers {
        split(&words.text, at..pointer.range.start, &mut found);
        let end = pointer.range.end;
        if let Some(text) = words.text.get(pointer.range.clone()) {
            let start = pointer.range.start;
            found.push(Token { start, text, word: text.trim(), targets: &pointer.targets });
        }
        at = end;
    }
    split(&words.text, at..words.text.len(), &mut found);
    found
}

/// What a character belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Script {
    Space,
    Kanji,
    Hiragana,
    Katakana,
    Digit,
    Latin,
    Mark,
}

fn split<'a>(text: &'a str, range: Range<usize>, found: &mut Vec<Token<'a>>) {
    let Some(part) = text.get(range.clone()) else { return };
    let mut start = range.start;
    // The last character that is no space, and whether spaces follow it.
    let mut before: Option<Script> = None;
    let mut spaced = false;
    for (at, c) in part.char_indices() {
        let script = script(c);
        if script == Script::Space {
            spaced = true;
            continue;
        }
        if before.is_some_and(|before| spaced || before == Script::Mark || before != script) {
            push_token(text, start..range.start + at, found);
            start = range.start + at;
        }
        (before, spaced) = (Some(script), false);
    }
    push_token(text, start..range.end, found);
}

/// Spaces alone belong to the word before them.
fn push_token<'a>(text: &'a str, range: Range<usize>, found: &mut Vec<Token<'a>>) {
    let start = range.start;
    let Some(part) = text.get(range.clone()).filter(|part| !part.is_empty()) else { return };
    match found.last_mut() {
        Some(last) if part.trim().is_empty() => {
            last.text = text.get(last.start..range.end).unwrap_or(last.text);
        }
        _ => found.push(Token { start, text: part, word: part.trim(), targets: &[] }),
    }
}

fn is_hiragana(c: char) -> bool {
    ('ぁ'..='ゖ').contains(&c)
}

fn script(c: char) -> Script {
    match c {
        c if c.is_whitespace() => Script::Space,
        '〇' | '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十' | '百' | '千' => {
            Script::Digit
        }
        c if c.is_ascii_digit() => Script::Digit,
        c if is_hiragana(c) => Script::Hiragana,
        'ァ'..='ヺ' | 'ー' => Script::Katakana,
        c if c.is_alphabetic() && c.is_ascii() => Script::Latin,
        c if c.is_alphabetic() || c == '々' => Script::Kanji,
        _ => Script::Mark,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Words {
        let mut words = Words::default();
        words.text.push_str(text);
        words
    }

    /// Deletions in [- -], additions in {+ +}.
    fn marked(old: &str, new: &str) -> String {
        let found = compare(&words(old), &words(new), &Moves::new(), &mut Budget::new());
        let side = |runs: &[Run], open: &str, close: &str| {
            let shown = |run: &Run| match run.mark {
                Mark::Changed => format!("{open}{}{close}", run.text),
                _ => run.text.clone(),
            };
            runs.iter().map(shown).collect::<String>()
        };
        format!("{} / {}", side(&found.old, "[-", "-]"), side(&found.new, "{+", "+}"))
    }

    #[test]
    fn changes_are_words() {
        for (old, new, shown) in [
            (
                "障害を24時間以内に報告する。",
                "障害を12時間以内に報告する。",
                "障害を[-24-]時間以内に報告する。 / 障害を{+12+}時間以内に報告する。",
            ),
            (
                "乙は、記録を五年間保存する。",
                "乙は、記録を三年間保存しなければならない。",
                "乙は、記録を[-五-]年間保存[-する-]。 / 乙は、記録を{+三+}年間保存{+しなければならない+}。",
            ),
            ("同じ 文。", "同じ文。", "同じ 文。 / 同じ文。"),
            ("端末を施錠する。", "端末を常に施錠する。", "端末を施錠する。 / 端末を{+常に+}施錠する。"),
            ("全く別の文である。", "異なる内容を書く。", "[-全く別の文である。-] / {+異なる内容を書く。+}"),
        ] {
            assert_eq!(marked(old, new), shown);
        }
    }

    #[test]
    fn tokens_are_the_text() {
        let text = " 第12条の 規定、ただしABC-9は除く。\n";
        let all = words(text);
        let joined: String = tokens(&all, &[]).iter().map(|token| token.text).collect();
        assert_eq!(joined, text);
    }

    #[test]
    fn what_is_too_long_is_replaced_as_a_whole() {
        let old: String = (0..9_000).map(|n| format!("甲{n}")).collect();
        let new: String = (0..9_000).map(|n| format!("乙{n}")).collect();
        let found = compare(&words(&old), &words(&new), &Moves::new(), &mut Budget::new());
        assert_eq!((found.old.len(), found.new.len()), (1, 1));
    }
}
