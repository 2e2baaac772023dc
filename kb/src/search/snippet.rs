//! The stretch of a text that shows best why it was found.

use crate::fold::normalise;
use crate::words::fold_kana;

/// Characters shown.
const WIDTH: usize = 60;

/// A stretch of `text` of at most [`WIDTH`] characters with as much of the needles as possible, earliest first in `needles`
/// counting most; `…` marks what was cut off.
pub(super) fn snippet(text: &str, needles: &[(String, f32)]) -> String {
    let chars: Vec<char> = text.chars().collect();
    if chars.len() <= WIDTH {
        return text.to_owned();
    }
    let start = best_start(&weights(&chars, needles));
    let shown: String = chars.iter().skip(start).take(WIDTH).collect();
    let before = if start > 0 { "…" } else { "" };
    let after = if start + WIDTH < chars.len() { "…" } else { "" };
    format!("{before}{shown}{after}")
}

/// For each character, how much the needles it belongs to count.
fn weights(chars: &[char], needles: &[(String, f32)]) -> Vec<f32> {
    let folded: Vec<(usize, char)> = chars
        .iter()
        .enumerate()
        .flat_map(|(at, c)| {
            fold_kana(&normalise(&c.to_string())).chars().map(|c| (at, c)).collect::<Vec<_>>()
        })
        .collect();
    let mut weights = vec![0.0_f32; chars.len()];
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
    weights
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
        let shown = snippet(&text, &[("サバ".to_owned(), 1.0)]);
        assert!(shown.contains("サーバーの鍵"), "{shown}");
        assert!(shown.starts_with('…') && shown.ends_with('…'));
        assert_eq!(shown.chars().count(), WIDTH + 2);
    }

    #[test]
    fn short_texts_and_no_match_start_at_the_beginning() {
        assert_eq!(snippet("短い文。", &[]), "短い文。");
        assert!(snippet(&"あい".repeat(40), &[("無".to_owned(), 1.0)]).starts_with("あい"));
    }
}
