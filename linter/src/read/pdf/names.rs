//! Simple fonts without ToUnicode: code → character by the encoding and by glyph names.

/// The names of the printable ASCII characters that are not letters, in their order from the space; letters are named
/// by themselves.
const ASCII: [(&str, char); 43] = [
    ("space", ' '),
    ("exclam", '!'),
    ("quotedbl", '"'),
    ("numbersign", '#'),
    ("dollar", '$'),
    ("percent", '%'),
    ("ampersand", '&'),
    ("quotesingle", '\''),
    ("parenleft", '('),
    ("parenright", ')'),
    ("asterisk", '*'),
    ("plus", '+'),
    ("comma", ','),
    ("hyphen", '-'),
    ("period", '.'),
    ("slash", '/'),
    ("zero", '0'),
    ("one", '1'),
    ("two", '2'),
    ("three", '3'),
    ("four", '4'),
    ("five", '5'),
    ("six", '6'),
    ("seven", '7'),
    ("eight", '8'),
    ("nine", '9'),
    ("colon", ':'),
    ("semicolon", ';'),
    ("less", '<'),
    ("equal", '='),
    ("greater", '>'),
    ("question", '?'),
    ("at", '@'),
    ("bracketleft", '['),
    ("backslash", '\\'),
    ("bracketright", ']'),
    ("asciicircum", '^'),
    ("underscore", '_'),
    ("grave", '`'),
    ("braceleft", '{'),
    ("bar", '|'),
    ("braceright", '}'),
    ("asciitilde", '~'),
];

/// Others that stand in Japanese documents set with Latin fonts.
const OTHERS: [(&str, char); 21] = [
    ("quoteleft", '‘'),
    ("quoteright", '’'),
    ("quotedblleft", '“'),
    ("quotedblright", '”'),
    ("endash", '–'),
    ("emdash", '—'),
    ("bullet", '•'),
    ("ellipsis", '…'),
    ("yen", '¥'),
    ("section", '§'),
    ("paragraph", '¶'),
    ("degree", '°'),
    ("multiply", '×'),
    ("divide", '÷'),
    ("plusminus", '±'),
    ("copyright", '©'),
    ("registered", '®'),
    ("trademark", '™'),
    ("periodcentered", '·'),
    ("minus", '−'),
    ("mu", 'μ'),
];

/// The character of a glyph name: `parenleft`, `A`, `uni3042`, `u20B9F`.
pub(super) fn character(name: &[u8]) -> Option<char> {
    let name = std::str::from_utf8(name).ok()?;
    let base = name.split('.').next()?;
    let mut chars = base.chars();
    if let (Some(letter), None) = (chars.next(), chars.next()) {
        return letter.is_ascii_alphabetic().then_some(letter);
    }
    let listed = ASCII.iter().chain(&OTHERS).find(|(known, _)| *known == base);
    if let Some((_, character)) = listed {
        return Some(*character);
    }
    let digits = base.strip_prefix("uni").or_else(|| base.strip_prefix('u'))?;
    let plain = (4..=6).contains(&digits.len()) && digits.bytes().all(|digit| digit.is_ascii_hexdigit());
    char::from_u32(u32::from_str_radix(digits, 16).ok().filter(|_| plain)?)
}

/// The character of a code in one of the named encodings; others agree with these on what documents here use.
pub(super) fn by_encoding(encoding: Option<&[u8]>, code: u8) -> Option<char> {
    let table = match encoding {
        Some(b"MacRomanEncoding") => encoding_rs::MACINTOSH,
        Some(b"WinAnsiEncoding") => encoding_rs::WINDOWS_1252,
        _ if code.is_ascii() => encoding_rs::WINDOWS_1252,
        _ => return None,
    };
    let bytes = [code];
    let (text, _) = table.decode_without_bom_handling(&bytes);
    text.chars().next().filter(|character| !character.is_control())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names() {
        for (name, wanted) in [
            ("A", Some('A')),
            ("parenleft", Some('(')),
            ("uni3042", Some('あ')),
            ("u20B9F", Some('𠮟')),
            ("one.tab", Some('1')),
            ("g123", None),
            ("uniZZZZ", None),
            ("", None),
        ] {
            assert_eq!(character(name.as_bytes()), wanted, "{name}");
        }
    }

    #[test]
    fn encodings() {
        assert_eq!(by_encoding(Some(b"WinAnsiEncoding"), 0x93), Some('“'));
        assert_eq!(by_encoding(Some(b"MacRomanEncoding"), 0xd2), Some('“'));
        assert_eq!(by_encoding(None, b'7'), Some('7'));
        assert_eq!(by_encoding(None, 0x93), None);
        assert_eq!(by_encoding(None, 3), None);
    }
}
