//! Spaces: which of them a typesetter put between the characters of a word, and which of them mean something.
//!
//! A space behind a label (`第1条 `, `ア `), between a term and its definition, or between Latin words stays.

use super::Glyph;

/// Trims, collapses and removes spaces.
pub(super) fn tidy(glyphs: &[Glyph]) -> Vec<Glyph> {
    let collapsed = collapse(glyphs);
    if !collapsed.iter().any(|glyph| glyph.character == ' ') {
        return collapsed;
    }
    let spaced = is_letter_spaced(&collapsed);
    let protected = label_space(&collapsed);
    let mut kept = Vec::with_capacity(collapsed.len());
    for (index, glyph) in collapsed.iter().enumerate() {
        let drop = glyph.character == ' ' && protected != Some(index) && {
            let view = Around::new(&collapsed, index);
            view.is_inside_brackets() || view.is_inside_number() || view.is_inside_word(spaced)
        };
        if !drop {
            kept.push(*glyph);
        }
    }
    kept
}

/// One space for many; none at the ends.
fn collapse(glyphs: &[Glyph]) -> Vec<Glyph> {
    let mut kept: Vec<Glyph> = Vec::with_capacity(glyphs.len());
    for glyph in glyphs {
        let after_space = kept.last().is_none_or(|last| last.character == ' ');
        if glyph.character != ' ' || !after_space {
            kept.push(*glyph);
        }
    }
    while kept.last().is_some_and(|last| last.character == ' ') {
        kept.pop();
    }
    kept
}

/// Whether most of the words of a line are single characters: `労 働 基 準 局 は 本 システムの`.
fn is_letter_spaced(glyphs: &[Glyph]) -> bool {
    let (mut single, mut words) = (0, 0);
    for word in glyphs.split(|glyph| glyph.character == ' ') {
        words += 1;
        single += usize::from(matches!(word, [only] if is_japanese(only.character)));
    }
    words >= 4 && single * 2 >= words
}

/// The space behind a label at the start of the line: `第1条 `, `2 `, `ア `, `一 `.
fn label_space(glyphs: &[Glyph]) -> Option<usize> {
    let chars: Vec<char> = glyphs.iter().take(24).map(|glyph| glyph.character).collect();
    let at = article_label_end(&chars).or_else(|| short_label_end(&chars))?;
    (chars.get(at) == Some(&' ')).then_some(at)
}

/// The end of `第 1 条 の 2` or `第 二 章`, with the spaces inside it.
fn article_label_end(chars: &[char]) -> Option<usize> {
    let first = chars.iter().position(|c| !matches!(c, '(' | '【' | ' ' | '・' | '•'))?;
    if chars.get(first) != Some(&'第') {
        return None;
    }
    let unit = chars.iter().skip(first).position(|c| matches!(c, '条' | '章' | '節' | '款' | '編'))? + first;
    let between = chars.get(first + 1..unit)?;
    if between.is_empty() || !between.iter().all(|c| *c == ' ' || is_numeral(*c)) {
        return None;
    }
    let mut end = unit + 1;
    while let Some(branch) = branch_end(chars, end) {
        end = branch;
    }
    Some(end)
}

/// The end of `の 2` behind an article number.
fn branch_end(chars: &[char], from: usize) -> Option<usize> {
    let mut at = skip_spaces(chars, from);
    if chars.get(at) != Some(&'の') {
        return None;
    }
    at = skip_spaces(chars, at + 1);
    let start = at;
    while chars.get(at).is_some_and(|c| is_numeral(*c)) {
        at += 1;
    }
    (at > start).then_some(at)
}

fn skip_spaces(chars: &[char], mut at: usize) -> usize {
    while chars.get(at) == Some(&' ') {
        at += 1;
    }
    at
}

/// One kana or kanji numeral in front of a word of two or more characters.
fn short_label_end(chars: &[char]) -> Option<usize> {
    let end = chars.iter().position(|c| *c == ' ')?;
    let label = chars.get(..end)?;
    let fits = match label {
        [only] => {
            is_katakana(*only) || is_numeral(*only) || super::is_kept_label(*only) || "・•○●◎".contains(*only)
        }
        _ => label.len() <= 4 && label.iter().all(|c| is_numeral(*c)),
    };
    let word = chars.get(end + 1..)?.iter().position(|c| *c == ' ').unwrap_or(usize::MAX);
    (fits && word >= 2).then_some(end)
}

/// The surroundings of a space.
struct Around<'a> {
    glyphs: &'a [Glyph],
    at: usize,
}

impl<'a> Around<'a> {
    fn new(glyphs: &'a [Glyph], at: usize) -> Self {
        Self { glyphs, at }
    }

    fn left(&self, distance: usize) -> char {
        self.at.checked_sub(distance).and_then(|at| self.glyphs.get(at)).map_or(' ', |glyph| glyph.character)
    }

    fn right(&self, distance: usize) -> char {
        self.glyphs.get(self.at + distance).map_or(' ', |glyph| glyph.character)
    }

    fn is_inside_brackets(&self) -> bool {
        matches!(self.left(1), '(' | '「' | '『' | '【' | '〔')
            || matches!(self.right(1), ')' | '」' | '』' | '】' | '〕')
    }

    /// `第 1 条`, `6 年`, `令和 6`, `1 条の 2`.
    fn is_inside_number(&self) -> bool {
        let (left, right) = (self.left(1), self.right(1));
        let digits_left = left.is_ascii_digit() || is_kanji_digit(left);
        let digits_right = right.is_ascii_digit() || is_kanji_digit(right);
        let unit = matches!(
            right,
            '条' | '章' | '節' | '款' | '項' | '号' | '編' | '年' | '月' | '日' | '版' | '時'
        );
        let branch = left == 'の' && self.left(2) == '条'
            || left == 'の' && self.left(2) == ' ' && self.left(3) == '条';
        let after_branch =
            right == 'の' && left == '条' && (is_numeral(self.right(2)) || self.right(2) == ' ');
        (digits_left && unit && self.unit_belongs())
            || (digits_right && (matches!(left, '第' | '和' | '成' | '元' | '年' | '月') || branch))
            || (after_branch && self.branch_follows())
    }

    /// `2 日本国` is a label and a word: the unit must belong to a date or follow 第.
    fn unit_belongs(&self) -> bool {
        let mut distance = 1;
        while is_numeral(self.left(distance)) {
            distance += 1;
        }
        let before = self.left(distance);
        let before = if before == ' ' { self.left(distance + 1) } else { before };
        matches!(
            before,
            '第' | '和' | '成' | '年' | '月' | 'の' | '条' | '項' | '・' | '、' | '日' | '治' | '正'
        )
    }

    fn branch_follows(&self) -> bool {
        is_numeral(self.right(2)) || is_numeral(self.right(3))
    }

    /// Between two Japanese characters that belong together.
    fn is_inside_word(&self, letter_spaced: bool) -> bool {
        let (left, right) = (self.left(1), self.right(1));
        if is_capital_word(self.left(2), left) && is_capital_word(self.right(2), right) {
            return true;
        }
        if !is_japanese(left) || !is_japanese(right) {
            return false;
        }
        let single_left = !is_japanese(self.left(2)) && self.left(2) != ')';
        let single_right = !is_japanese(self.right(2));
        letter_spaced
            || (single_left && single_right)
            || is_hiragana(left)
            || matches!(left, '、' | 'ー')
            || matches!(right, 'は' | 'が' | 'を' | 'に' | 'の' | 'と' | 'で' | 'も' | '、' | '。')
    }
}

/// A capital letter that stands alone.
fn is_capital_word(beyond: char, letter: char) -> bool {
    letter.is_ascii_uppercase() && !beyond.is_ascii_alphanumeric()
}

fn is_hiragana(c: char) -> bool {
    ('\u{3041}'..='\u{3096}').contains(&c)
}

fn is_katakana(c: char) -> bool {
    ('\u{30a1}'..='\u{30fa}').contains(&c)
}

fn is_kanji_digit(c: char) -> bool {
    "〇一二三四五六七八九十百千元".contains(c)
}

fn is_numeral(c: char) -> bool {
    c.is_ascii_digit() || is_kanji_digit(c)
}

/// Kana, kanji, and the marks that stand among them.
pub(crate) fn is_japanese(c: char) -> bool {
    matches!(c, '\u{3005}'..='\u{3007}' | '\u{3041}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}'
        | '、' | '。' | '\u{20000}'..='\u{3ffff}')
}
