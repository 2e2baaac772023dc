//! Text that a printing program drew several times in the same place to make it bold: `平成平成平成平成 16161616`.

use crate::normalise::Glyph;

/// Longest stretch that is looked at for repetition, in characters: work stays proportional to the line.
const LONGEST_RUN: usize = 60;

/// Most copies that are looked for.
const MOST_COPIES: usize = 4;

/// The line with each stretch once, if all of it is drawn the same number of times; else the line as it is.
///
/// Twofold text must be longer to count: words such as 人々 or いろいろ repeat on their own.
pub(super) fn drawn_once(glyphs: Vec<Glyph>) -> Vec<Glyph> {
    for copies in (2..=MOST_COPIES).rev() {
        if let Some(once) = undo(&glyphs, copies) {
            return once;
        }
    }
    glyphs
}

fn undo(glyphs: &[Glyph], copies: usize) -> Option<Vec<Glyph>> {
    let mut once = Vec::with_capacity(glyphs.len() / copies + 1);
    let mut words = 0;
    let mut at = 0;
    while let Some(glyph) = glyphs.get(at) {
        if glyph.character == ' ' {
            at += 1;
            continue;
        }
        let rest = glyphs.get(at..)?;
        let width = (1..=LONGEST_RUN.min(rest.len() / copies)).find(|width| repeats(rest, *width, copies))?;
        once.extend_from_slice(rest.get(..width)?);
        words += usize::from(width > 1);
        at += width * copies;
    }
    let least = if copies == 2 { 8 } else { 3 };
    let japanese = once.iter().any(|glyph| super::is_japanese(glyph.character));
    (japanese && once.len() >= least && words > 0).then_some(once)
}

fn repeats(rest: &[Glyph], width: usize, copies: usize) -> bool {
    let same = |copy: usize| {
        rest.iter().take(width).zip(rest.iter().skip(copy * width)).all(|(a, b)| a.character == b.character)
    };
    (1..copies).all(same)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Origin;

    fn once(line: &str) -> String {
        let origin = Origin::Bytes { byte: 0 };
        let glyphs = line.chars().map(|character| Glyph { character, origin }).collect();
        drawn_once(glyphs).into_iter().map(|glyph| glyph.character).collect()
    }

    #[test]
    fn shadows_are_undone_and_words_are_not() {
        for (line, wanted) in [
            ("令和令和令和令和 3333 年年年年 10101010 月月月月", "令和3年10月"),
            ("運用管理運用管理運用管理規程規程規程", "運用管理規程"),
            ("情報情報システムシステムの運用の運用", "情報システムの運用"),
            ("いろいろ", "いろいろ"),
            ("人々各々", "人々各々"),
            ("___ ___ ___", "___ ___ ___"),
            ("第1条 目的", "第1条 目的"),
        ] {
            assert_eq!(once(line), wanted, "{line}");
        }
    }
}
