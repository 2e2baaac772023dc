//! The stretch of a text that shows best why it was found.

use crate::fold::normalise;
use crate::words::{fold_kana, is_hiragana, is_kanji};

/// Characters shown.
const WIDTH: usize = 60;

/// A stretch of a text with the places in it that were looked for, counted in characters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Snippet {
    pub(super) text: String,
    pub(super) highlights: Vec<[usize; 2]>,
}

/// A stretch of `text` of at most [`WIDTH`] characters with as much of the needles as possible, earliest first in `needles`
/// counting most; `…` marks what was cut off.
pub(super) fn snippet(text: &str, needles: &[(String, f32)]) -> Snippet {
    let chars: Vec<char> = text.chars().collect();
    let weights = weights(&chars, needles);
    if chars.len() <= WIDTH {
        return Snippet { text: text.to_owned(), highlights: highlights(&weights, 0) };
    }
    let start = best_start(&weights);
    let shown: String = chars.iter().skip(start).take(WIDTH).collect();
    let before = if start > 0 { "…" } else { "" };
    let after = if start + WIDTH < chars.len() { "…" } else { "" };
    let shown_weights = weights.get(start..weights.len().min(start + WIDTH)).unwrap_or_default();
    let highlights = highlights(shown_weights, before.chars().count());
    Snippet { text: format!("{before}{shown}{after}"), highlights }
}

/// The stretches that weigh anything, moved by `offset`.
fn highlights(weights: &[f32], offset: usize) -> Vec<[usize; 2]> {
    let mut ranges: Vec<[usize; 2]> = Vec::new();
    for (at, _) in weights.iter().enumerate().filter(|(_, weight)| **weight > 0.0) {
        match ranges.last_mut() {
            Some([_, end]) if *end == at + offset => *end += 1,
            _ => ranges.push([at + offset, at + offset + 1]),
        }
    }
    ranges
}

/// For each character, how much the needles it belongs to count.
fn weights(chars: &[char], needles: &[(String, f32)]) -> Vec<f32> {
    let folded: Vec<(usize, char)> =
        chars.iter().enumerate().flat_map(|(at, c)| folded(*c).into_iter().map(move |c| (at, c))).collect();
    let mut weights = vec![0.0_f32; chars.len()];
    mark(&folded, needles, &mut weights);
    // The mark of a long vowel is folded away; it goes with the character before it.
    for at in 1..chars.len() {
        let before = weights.get(at - 1).copied().unwrap_or_default();
        if let (Some('ー'), Some(slot)) = (chars.get(at), weights.get_mut(at)) {
            *slot = before;
        }
    }
    weights
}

/// Gives the characters of each needle its weight.
fn mark(folded: &[(usize, char)], needles: &[(String, f32)], weights: &mut [f32]) {
    for (needle, weight) in needles {
        let needle: Vec<char> = needle.chars().collect();
        for window in folded.windows(needle.len().max(1)) {
            if window.iter().map(|(_, c)| c).eq(&needle) {
                for (at, _) in window {
                    if let Some(slot) = weights.get_mut(*at) {
                        *slot = slot.max(*weight);
                    }
                }
            }
        }
    }
}

/// A character as the words of a query are folded; most are as they are.
fn folded(c: char) -> Vec<char> {
    if is_hiragana(c) || is_kanji(c) {
        return vec![c];
    }
    fold_kana(&normalise(&c.to_string())).chars().collect()
}

/// The middle one of the windows that hold most.
fn best_start(weights: &[f32]) -> usize {
    let sums: Vec<f32> = weights.windows(WIDTH).map(|window| window.iter().sum()).collect();
    let best = sums.iter().copied().fold(0.0, f32::max);
    if best <= 0.0 {
        return 0;
    }
    let good: Vec<usize> =
        (0..sums.len()).filter(|at| sums.get(*at).is_some_and(|sum| *sum >= best - 1e-3)).collect();
    match good.first() {
        Some(0) | None => 0,
        Some(_) => good.get(good.len() / 2).copied().unwrap_or_default(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_window_goes_to_the_match() {
        let text = format!("{}サーバーの鍵{}", "あ".repeat(80), "い".repeat(80));
        let shown = snippet(&text, &[("サバ".to_owned(), 1.0)]).text;
        assert!(shown.contains("サーバーの鍵"), "{shown}");
        assert!(shown.starts_with('…') && shown.ends_with('…'));
        assert_eq!(shown.chars().count(), WIDTH + 2);
    }

    #[test]
    fn what_was_found_is_marked() {
        let found = snippet("鍵とサーバーの鍵。", &[("鍵".to_owned(), 1.0), ("サバ".to_owned(), 1.0)]);
        assert_eq!(found.highlights, [[0, 1], [2, 6], [7, 8]]);
    }

    #[test]
    fn short_texts_and_no_match_start_at_the_beginning() {
        assert_eq!(snippet("短い文。", &[]).text, "短い文。");
        assert!(snippet(&"あい".repeat(40), &[("無".to_owned(), 1.0)]).text.starts_with("あい"));
    }
}
