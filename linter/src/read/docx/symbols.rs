//! Characters of symbol fonts: `w:sym`, and text in a font whose letters are pictures.

/// Stands for a character that cannot be told.
pub(super) const UNKNOWN: char = '〓';

/// Whether the letters of a font are pictures.
pub(super) fn is_symbol_font(font: &str) -> bool {
    matches!(font, "Wingdings" | "Wingdings 2" | "Wingdings 3" | "Symbol" | "Webdings")
}

/// The character that a code of a font shows; none where no character shows the same.
pub(super) fn symbol(font: &str, code: u32) -> Option<char> {
    let place = if (0xf000..=0xf0ff).contains(&code) { code - 0xf000 } else { code };
    if !is_symbol_font(font) {
        let private = (0xe000..=0xf8ff).contains(&code);
        return char::from_u32(code).filter(|_| !private);
    }
    let known = match font {
        "Wingdings" => wingdings(place),
        "Wingdings 2" => wingdings2(place),
        "Symbol" => greek_and_signs(place),
        _ => None,
    };
    // A space is one in every font.
    known.or_else(|| (place == 0x20).then_some(' '))
}

fn counted(first: char, from: u32, code: u32) -> Option<char> {
    char::from_u32(first as u32 + (code - from))
}

fn wingdings(code: u32) -> Option<char> {
    Some(match code {
        0x22 => '✂',
        0x28 => '☎',
        0x29 => '✆',
        0x2a => '✉',
        0x36 => '⌛',
        0x3f => '✍',
        0x46 => '☞',
        0x6c | 0x9f => '●',
        0x6d | 0xa1 => '○',
        0x6e => '■',
        0x6f | 0x70 | 0x71 | 0x72 | 0xa8 => '☐',
        0x73 => '⬧',
        0x74 => '⧫',
        0x75 => '◆',
        0x76 => '❖',
        0x77 => '⬥',
        0x80 => '⓪',
        0x81..=0x8a => counted('①', 0x81, code)?,
        0x8b => '⓿',
        0x8c..=0x95 => counted('❶', 0x8c, code)?,
        0x9e => '・',
        0xa2 | 0xa4 => '◉',
        0xa7 => '▪',
        0xab => '★',
        0xd8 => '➢',
        0xdf => '←',
        0xe0 => '→',
        0xe1 => '↑',
        0xe2 => '↓',
        0xe8 => '➔',
        0xf0 => '⇨',
        0xfb => '✗',
        0xfc => '✓',
        0xfd => '☒',
        0xfe => '☑',
        _ => return None,
    })
}

fn wingdings2(code: u32) -> Option<char> {
    Some(match code {
        0x4f => '✗',
        0x50 => '✓',
        0x51 | 0x53 | 0x54 => '☒',
        0x52 => '☑',
        0x6a..=0x73 => counted('①', 0x6a, code)?,
        0x75..=0x7e => counted('❶', 0x75, code)?,
        0x97 => '●',
        0x99 => '○',
        0xa2 => '■',
        0xa3 => '☐',
        _ => return None,
    })
}

fn greek_and_signs(code: u32) -> Option<char> {
    const UPPER: &str = "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ";
    const LOWER: &str = "αβχδεφγηιϕκλμνοπθρστυϖωξψζ";
    let letter = |order: &str, from: u32| order.chars().nth((code - from) as usize);
    match code {
        0x41..=0x5a => letter(UPPER, 0x41),
        0x61..=0x7a => letter(LOWER, 0x61),
        0x21 | 0x23 | 0x25 | 0x26 | 0x28 | 0x29 | 0x2b | 0x2c | 0x2e..=0x3f => char::from_u32(code),
        0xa3 => Some('≤'),
        0xb0 => Some('°'),
        0xb1 => Some('±'),
        0xb3 => Some('≥'),
        0xb4 => Some('×'),
        0xb7 => Some('・'),
        0xb8 => Some('÷'),
        0xb9 => Some('≠'),
        0xbb => Some('≈'),
        0xac => Some('←'),
        0xad => Some('↑'),
        0xae => Some('→'),
        0xaf => Some('↓'),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_of_fonts() {
        for (font, code, wanted) in [
            ("Wingdings", 0xf0fe, Some('☑')),
            ("Wingdings", 0xf0a8, Some('☐')),
            ("Wingdings", 0xf083, Some('③')),
            ("Wingdings 2", 0x52, Some('☑')),
            ("Symbol", 0xf061, Some('α')),
            ("ＭＳ 明朝", 0x2460, Some('①')),
            ("ＭＳ 明朝", 0xf0a8, None),
            ("Wingdings", 0xf04a, None),
            ("Webdings", 0xf020, Some(' ')),
        ] {
            assert_eq!(symbol(font, code), wanted, "{font} {code:x}");
        }
    }
}
