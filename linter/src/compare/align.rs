//! Which section of the old document is which of the new one: by what they say first, by their numbers last.
//!
//! Used twice: for the sections of two documents, and for the passages of two sections. All steps treat both sides the
//! same, so that exchanging the documents exchanges the answer. Work is bounded: pairs are only looked at where they share
//! rare pairs of characters, a caption or a number, and at most [`MOST_PAIRS`] of them for each entry.

use std::cmp::{Ordering, Reverse};
use std::collections::BTreeMap;

/// Characters of an entry that are looked at.
const MOST_CHARS: usize = 6_000;
/// A pair of characters that more entries of one side have tells nothing of which is which.
const RARE: usize = 4;
/// Groups of one caption or number with more pairs are not tried.
const MOST_IN_GROUP: usize = 64;
/// Pairs of entries that are measured, for each entry.
const MOST_PAIRS: usize = 40;

/// From here on two texts are the same one, edited (Sørensen–Dice over pairs of characters, in thousandths).
const ALIKE: u32 = 500;
/// The same under one number.
const ALIKE_NUMBERED: u32 = 330;
/// The same under one caption.
const ALIKE_CAPTIONED: u32 = 100;
/// The same alone between the same neighbours.
const ALIKE_IN_GAP: u32 = 250;
/// Share of a text that has to stand in another one to be taken from it.
const TAKEN: u32 = 700;
/// A text that short is taken from nowhere.
const LEAST_TAKEN: usize = 20;
const SAME_CAPTION: u32 = 250;
const SAME_NUMBER: u32 = 100;

/// What is aligned.
#[derive(Debug)]
pub(super) struct Entry {
    /// Only entries of one class are the same.
    class: u8,
    number: Option<String>,
    caption: String,
    text: String,
    pairs: Vec<u64>,
    /// There is only one of its class, whatever it says.
    single: bool,
}

impl Entry {
    /// `caption` and `text` are levelled: without spaces, with references by number replaced.
    pub(super) fn new(class: u8, number: Option<&str>, caption: String, text: String, single: bool) -> Self {
        let mut pairs: Vec<u64> = {
            let characters = || caption.chars().chain(text.chars()).take(MOST_CHARS);
            characters()
                .zip(characters().skip(1))
                .map(|(a, b)| (u64::from(u32::from(a)) << 32) | u64::from(u32::from(b)))
                .collect()
        };
        pairs.sort_unstable();
        Self { class, number: number.map(str::to_owned), caption, text, pairs, single }
    }

    fn same_number(&self, other: &Self) -> bool {
        self.number.is_some() && self.number == other.number
    }

    fn same_caption(&self, other: &Self) -> bool {
        !self.caption.is_empty() && self.caption == other.caption
    }
}

/// Pairs of the same entries, by the index of the old one; each index at most once on either side.
pub(super) fn align(old: &[Entry], new: &[Entry]) -> Vec<(usize, usize)> {
    let mut taken = Taken::new(old.len(), new.len());
    same_words(old, new, &mut taken);
    alike(old, new, &mut taken);
    gaps(old, new, &mut taken);
    taken.pairs.sort_unstable();
    taken.pairs
}

struct Taken {
    old: Vec<bool>,
    new: Vec<bool>,
    pairs: Vec<(usize, usize)>,
}

impl Taken {
    fn new(old: usize, new: usize) -> Self {
        Self { old: vec![false; old], new: vec![false; new], pairs: Vec::new() }
    }

    fn take(&mut self, i: usize, j: usize) {
        let (Some(old), Some(new)) = (self.old.get_mut(i), self.new.get_mut(j)) else { return };
        if !*old && !*new {
            (*old, *new) = (true, true);
            self.pairs.push((i, j));
        }
    }

    fn has_old(&self, i: usize) -> bool {
        self.old.get(i).copied().unwrap_or(true)
    }

    fn has_new(&self, j: usize) -> bool {
        self.new.get(j).copied().unwrap_or(true)
    }
}

/// Entries of one key on both sides.
type Groups<K> = BTreeMap<K, (Vec<usize>, Vec<usize>)>;

fn groups<'a, K: Ord>(
    old: &'a [Entry],
    new: &'a [Entry],
    taken: &Taken,
    key: impl Fn(&'a Entry) -> Option<K>,
) -> Groups<K> {
    let mut groups: Groups<K> = BTreeMap::new();
    for (i, entry) in old.iter().enumerate().filter(|(i, _)| !taken.has_old(*i)) {
        if let Some(key) = key(entry) {
            groups.entry(key).or_default().0.push(i);
        }
    }
    for (j, entry) in new.iter().enumerate().filter(|(j, _)| !taken.has_new(*j)) {
        if let Some(key) = key(entry) {
            groups.entry(key).or_default().1.push(j);
        }
    }
    groups
}

/// The same words: those of one number first, then in their order.
fn same_words(old: &[Entry], new: &[Entry], taken: &mut Taken) {
    let words = |entry: &'_ Entry| {
        Some((entry.class, entry.caption.clone(), entry.text.clone(), entry.number.clone()))
    };
    for (olds, news) in groups(old, new, taken, words).into_values() {
        olds.iter().zip(&news).for_each(|(i, j)| taken.take(*i, *j));
    }
    let words = |entry: &'_ Entry| Some((entry.class, entry.caption.clone(), entry.text.clone()));
    for (olds, news) in groups(old, new, taken, words).into_values() {
        olds.iter().zip(&news).for_each(|(i, j)| taken.take(*i, *j));
    }
}

/// Pairs that share something, best first.
fn alike(old: &[Entry], new: &[Entry], taken: &mut Taken) {
    let mut scored: Vec<(Reverse<u32>, usize, usize, usize)> = Vec::new();
    for (i, j) in candidates(old, new, taken) {
        let (Some(a), Some(b)) = (old.get(i), new.get(j)) else { continue };
        if let Some(score) = score(a, b) {
            scored.push((Reverse(score), i.abs_diff(j), i, j));
        }
    }
    scored.sort_by(|a, b| {
        let tie = |one: &(Reverse<u32>, usize, usize, usize)| (one.2.min(one.3), one.2.max(one.3));
        (a.0, a.1, tie(a)).cmp(&(b.0, b.1, tie(b)))
    });
    scored.into_iter().for_each(|(_, _, i, j)| taken.take(i, j));
}

/// How good a pair is; none where the two are not the same.
fn score(a: &Entry, b: &Entry) -> Option<u32> {
    if a.class != b.class {
        return None;
    }
    let likeness = likeness(&a.pairs, &b.pairs);
    let (caption, number) = (a.same_caption(b), a.same_number(b));
    let same = likeness >= ALIKE
        || (number && likeness >= ALIKE_NUMBERED)
        || (caption && (number || likeness >= ALIKE_CAPTIONED))
        || (a.single && b.single);
    same.then(|| {
        let bonus = if caption { SAME_CAPTION } else { 0 } + if number { SAME_NUMBER } else { 0 };
        likeness + bonus
    })
}

/// Pairs worth measuring.
fn candidates(old: &[Entry], new: &[Entry], taken: &Taken) -> Vec<(usize, usize)> {
    let mut pairs: Vec<(usize, usize)> = sharing(old, new, |i| !taken.has_old(i), |j| !taken.has_new(j));
    let mut add = |(olds, news): (Vec<usize>, Vec<usize>)| {
        if olds.len() * news.len() <= MOST_IN_GROUP {
            pairs.extend(olds.iter().flat_map(|i| news.iter().map(|j| (*i, *j))));
        }
    };
    let captioned = |entry: &'_ Entry| (!entry.caption.is_empty()).then(|| entry.caption.clone());
    groups(old, new, taken, captioned).into_values().for_each(&mut add);
    let numbered = |entry: &'_ Entry| entry.number.clone().map(|number| (entry.class, number));
    groups(old, new, taken, numbered).into_values().for_each(&mut add);
    let single = |entry: &'_ Entry| entry.single.then_some(entry.class);
    groups(old, new, taken, single).into_values().for_each(&mut add);
    pairs.sort_unstable();
    pairs.dedup();
    pairs
}

/// Pairs of entries that share rare pairs of characters, those that share most.
fn sharing(
    old: &[Entry],
    new: &[Entry],
    wants_old: impl Fn(usize) -> bool,
    wants_new: impl Fn(usize) -> bool,
) -> Vec<(usize, usize)> {
    let (olds, news) = (rare(old, wants_old), rare(new, wants_new));
    let mut shared: Vec<(usize, usize)> = Vec::new();
    let mut there = news.chunk_by(|a, b| a.0 == b.0).peekable();
    for here in olds.chunk_by(|a, b| a.0 == b.0) {
        let Some((pair, _)) = here.first() else { continue };
        while there.peek().is_some_and(|group| group.first().is_some_and(|(other, _)| other < pair)) {
            there.next();
        }
        let Some(group) = there.peek().filter(|group| group.first().is_some_and(|(other, _)| other == pair))
        else {
            continue;
        };
        if here.len() <= RARE && group.len() <= RARE {
            shared.extend(here.iter().flat_map(|(_, i)| group.iter().map(|(_, j)| (*i, *j))));
        }
    }
    shared.sort_unstable();
    let mut counted: Vec<(Reverse<usize>, usize, usize, usize)> = shared
        .chunk_by(|a, b| a == b)
        .filter_map(|run| run.first().map(|(i, j)| (Reverse(run.len()), i.abs_diff(*j), *i, *j)))
        .collect();
    counted.sort_by(|a, b| {
        let tie = |one: &(Reverse<usize>, usize, usize, usize)| (one.2.min(one.3), one.2.max(one.3));
        (a.0, a.1, tie(a)).cmp(&(b.0, b.1, tie(b)))
    });
    counted.truncate(MOST_PAIRS * (old.len() + new.len()));
    counted.into_iter().map(|(_, _, i, j)| (i, j)).collect()
}

/// Each pair of characters with the entries that have it, sorted.
fn rare(entries: &[Entry], wants: impl Fn(usize) -> bool) -> Vec<(u64, usize)> {
    let mut found: Vec<(u64, usize)> = Vec::new();
    for (index, entry) in entries.iter().enumerate().filter(|(index, _)| wants(*index)) {
        found.extend(entry.pairs.chunk_by(|a, b| a == b).filter_map(|run| Some((*run.first()?, index))));
    }
    found.sort_unstable();
    found
}

/// What stands alone on both sides between the same neighbours.
fn gaps(old: &[Entry], new: &[Entry], taken: &mut Taken) {
    let mut partners = vec![None; old.len()];
    for (i, j) in &taken.pairs {
        if let Some(slot) = partners.get_mut(*i) {
            *slot = Some(*j);
        }
    }
    // Both sides name a gap by the new entries around it; the ends are neighbours, too.
    let in_new: Vec<Option<usize>> = (0..new.len()).map(|j| taken.has_new(j).then_some(j)).collect();
    let (olds, news) = (between(old, &partners, new.len()), between(new, &in_new, new.len()));
    let mut found = Vec::new();
    for (gap, group) in olds {
        let ([a], Some([b])) = (group.as_slice(), news.get(&gap).map(Vec::as_slice)) else { continue };
        let (Some(x), Some(y)) = (old.get(*a), new.get(*b)) else { continue };
        if likeness(&x.pairs, &y.pairs) >= ALIKE_IN_GAP {
            found.push((*a, *b));
        }
    }
    found.into_iter().for_each(|(i, j)| taken.take(i, j));
}

/// A stretch without partners: the entry before it, the one behind it, and a class of entries in it.
type Gap = (Option<usize>, usize, u8);

/// The entries without a partner by the gap they stand in.
fn between(entries: &[Entry], partners: &[Option<usize>], end: usize) -> BTreeMap<Gap, Vec<usize>> {
    let mut gaps: BTreeMap<Gap, Vec<usize>> = BTreeMap::new();
    let mut before = None;
    let mut open: Vec<(u8, usize)> = Vec::new();
    let mut close = |open: &mut Vec<(u8, usize)>, before: Option<usize>, behind: usize| {
        for (class, at) in open.drain(..) {
            gaps.entry((before, behind, class)).or_default().push(at);
        }
    };
    for (at, (entry, partner)) in entries.iter().zip(partners).enumerate() {
        match partner {
            Some(partner) => {
                close(&mut open, before, *partner);
                before = Some(*partner);
            }
            None => open.push((entry.class, at)),
        }
    }
    close(&mut open, before, end);
    gaps
}

/// Of pairs sorted by their first index, which keep their order on the other side: a longest such series.
pub(super) fn in_order(pairs: &[(usize, usize)]) -> Vec<bool> {
    // tails[k] is the pair that ends the best series of k + 1; before[i] is the pair that comes before i.
    let mut tails: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = Vec::with_capacity(pairs.len());
    let second = |at: &usize| pairs.get(*at).map_or(0, |pair| pair.1);
    for (index, pair) in pairs.iter().enumerate() {
        let length = tails.partition_point(|tail| second(tail) < pair.1);
        before.push(length.checked_sub(1).and_then(|at| tails.get(at).copied()));
        match tails.get_mut(length) {
            Some(tail) => *tail = index,
            None => tails.push(index),
        }
    }
    let mut kept = vec![false; pairs.len()];
    let mut next = tails.last().copied();
    while let Some(index) = next {
        if let Some(slot) = kept.get_mut(index) {
            *slot = true;
        }
        next = before.get(index).copied().flatten();
    }
    kept
}

/// For entries of `parts` that stand alone: the entry of `wholes` that they were taken from, if one has most of their
/// words and `partner`, what has become of it on their own side, has not.
pub(super) fn taken_from(
    parts: &[Entry],
    wholes: &[Entry],
    is_part: impl Fn(usize) -> bool,
    partner: impl Fn(usize) -> Option<usize>,
) -> BTreeMap<usize, usize> {
    let mut best: BTreeMap<usize, (u32, usize)> = BTreeMap::new();
    for (part, whole) in sharing(parts, wholes, &is_part, |whole| partner(whole).is_some()) {
        let (Some(a), Some(b)) = (parts.get(part), wholes.get(whole)) else { continue };
        if a.text.chars().count() < LEAST_TAKEN {
            continue;
        }
        let share = share(&a.pairs, &b.pairs);
        let kept =
            partner(whole).and_then(|at| parts.get(at)).map_or(0, |kept| self::share(&a.pairs, &kept.pairs));
        let better = best.get(&part).is_none_or(|(before, _)| share > *before);
        if share >= TAKEN && kept + (1_000 - TAKEN) < share && better {
            best.insert(part, (share, whole));
        }
    }
    best.into_iter().map(|(part, (_, whole))| (part, whole)).collect()
}

/// Sørensen–Dice over sorted pairs, in thousandths.
fn likeness(a: &[u64], b: &[u64]) -> u32 {
    let all = a.len() + b.len();
    if all == 0 { 0 } else { thousandths(2 * common(a, b), all) }
}

/// The share of `a` that `b` has, in thousandths.
fn share(a: &[u64], b: &[u64]) -> u32 {
    if a.is_empty() { 0 } else { thousandths(common(a, b), a.len()) }
}

fn thousandths(part: usize, whole: usize) -> u32 {
    u32::try_from(part.saturating_mul(1_000) / whole.max(1)).unwrap_or(1_000)
}

/// How many pairs both have.
fn common(a: &[u64], b: &[u64]) -> usize {
    let (mut left, mut right) = (a.iter().peekable(), b.iter().peekable());
    let mut count = 0;
    while let (Some(first), Some(second)) = (left.peek(), right.peek()) {
        match first.cmp(second) {
            Ordering::Less => drop(left.next()),
            Ordering::Greater => drop(right.next()),
            Ordering::Equal => {
                count += 1;
                left.next();
                right.next();
            }
        }
    }
    count
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entries(texts: &[&str]) -> Vec<Entry> {
        texts
            .iter()
            .zip(1..)
            .map(|(text, n)| Entry::new(0, Some(&n.to_string()), String::new(), (*text).to_owned(), false))
            .collect()
    }

    #[test]
    fn a_deletion_renumbers_and_moves_nothing() {
        let old = entries(&[
            "病院の目的を定める。",
            "用語の意義を定める。",
            "管理者を置く。",
            "記録を五年保存する。",
        ]);
        let new = entries(&["病院の目的を定める。", "管理者を置く。", "記録を五年保存する。"]);
        let pairs = align(&old, &new);
        assert_eq!(pairs, [(0, 0), (2, 1), (3, 2)]);
        assert_eq!(in_order(&pairs), [true, true, true]);
    }

    #[test]
    fn what_was_edited_and_moved_is_found() {
        let old = entries(&[
            "利用者は、端末を施錠しなければならない。",
            "管理者は、記録を五年間保存する。",
            "委託先を監督する。",
        ]);
        let new = entries(&[
            "委託先を監督する。",
            "利用者は、端末を常に施錠しなければならない。",
            "管理者は、記録を三年間保存する。",
        ]);
        let pairs = align(&old, &new);
        assert_eq!(pairs, [(0, 1), (1, 2), (2, 0)]);
        assert_eq!(in_order(&pairs), [true, true, false]);
    }

    #[test]
    fn the_longest_series_is_kept() {
        assert_eq!(
            in_order(&[(0, 4), (1, 0), (2, 1), (3, 3), (4, 2)]).iter().filter(|kept| **kept).count(),
            3
        );
        assert!(in_order(&[]).is_empty());
    }
}
