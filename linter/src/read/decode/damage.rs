//! Text that is none, or no longer: control noise, and mojibake from an earlier accident.

use crate::read::ReadError;

/// Refuses text with many control characters.
pub(super) fn check_noise(text: &str) -> Result<(), ReadError> {
    let control =
        |c: &char| (c.is_ascii_control() && !"\t\n\r\u{b}\u{c}\u{1a}\u{85}".contains(*c)) || *c == '\u{ffff}';
    let (mut noise, mut all) = (0_usize, 0_usize);
    for character in text.chars() {
        all += 1;
        if character == '\0' {
            return Err(ReadError::Binary);
        }
        noise += usize::from(control(&character));
    }
    if noise * 200 > all { Err(ReadError::Binary) } else { Ok(()) }
}

/// Looks for the traces of the three usual accidents.
pub(super) fn check_mojibake(text: &str) -> Result<(), ReadError> {
    let mut all = 0_usize;
    let (mut lost, mut utf8_as_sjis, mut as_latin) = (0_usize, 0_usize, 0_usize);
    let mut sample = String::new();
    let mut previous = ' ';
    for character in text.chars() {
        if !character.is_ascii() {
            all += 1;
            let latin = ('\u{80}'..='\u{bf}').contains(&character) && "ãäåæçèéÂƒ‚".contains(previous);
            let damaged = match character {
                '\u{fffd}' => &mut lost,
                '縺' | '繧' | '繝' | '譁' => &mut utf8_as_sjis,
                'ƒ' | '‚' => &mut as_latin,
                _ if latin => &mut as_latin,
                _ => {
                    previous = character;
                    continue;
                }
            };
            *damaged += 1;
            if sample.chars().count() < 8 {
                sample.push(character);
            }
        }
        previous = character;
    }
    let many = lost * 100 > all || utf8_as_sjis * 12 > all || as_latin * 8 > all;
    if all > 0 && many { Err(ReadError::Mojibake { sample }) } else { Ok(()) }
}
