//! Numbers of lists as Word and browsers print them, by the names that Word gives to the formats (`ST_NumberFormat` of
//! ECMA-376).

use crate::structure::number::{AIUEO, IROHA};

/// The kana order of イロハ ends with ン.
const IROHA_END: char = 'ン';
/// 天干, `ideographTraditional`.
const STEMS: &str = "甲乙丙丁戊己庚辛壬癸";
/// 地支, `ideographZodiac`.
const BRANCHES: &str = "子丑寅卯辰巳午未申酉戌亥";
const DIGITS: &str = "〇一二三四五六七八九";
/// 大字 as deeds write them, `japaneseLegal`.
const LEGAL_DIGITS: &str = "〇壱弐参四伍六七八九";
/// 大字 of older deeds, `ideographLegalTraditional`.
const OLD_DIGITS: &str = "零壹貳參肆伍陸柒捌玖";

/// A number in one of the formats. What is not known here is printed in Arabic digits.
pub(crate) fn format_number(value: u32, format: &str) -> String {
    match format {
        "none" => String::new(),
        "decimalZero" => format!("{value:02}"),
        "decimalFullWidth" | "decimalFullWidth2" => {
            value.to_string().chars().map(|c| char::from_u32(c as u32 + 0xfee0).unwrap_or(c)).collect()
        }
        "decimalEnclosedCircle" | "decimalEnclosedCircleChinese" => enclosed(value, &[('①', 1, 20)]),
        "decimalEnclosedParen" => enclosed(value, &[('⑴', 1, 20)]),
        "decimalEnclosedFullstop" => enclosed(value, &[('⒈', 1, 20)]),
        "ideographEnclosedCircle" => enclosed(value, &[('㊀', 1, 10)]),
        "numberInDash" => format!("- {value} -"),
        "aiueo" | "aiueoFullWidth" => cyclic(AIUEO.chars(), value),
        "iroha" | "irohaFullWidth" => cyclic(IROHA.chars().chain([IROHA_END]), value),
        "ideographTraditional" if (1..=10).contains(&value) => cyclic(STEMS.chars(), value),
        "ideographZodiac" if (1..=12).contains(&value) => cyclic(BRANCHES.chars(), value),
        "ideographZodiacTraditional" => cyclic(STEMS.chars(), value) + &cyclic(BRANCHES.chars(), value),
        "japaneseCounting"
        | "chineseCounting"
        | "taiwaneseCounting"
        | "chineseCountingThousand"
        | "taiwaneseCountingThousand"
        | "koreanCounting" => grouped(value, DIGITS, ['十', '百', '千', '万'], true),
        "japaneseLegal" => grouped(value, LEGAL_DIGITS, ['拾', '百', '阡', '萬'], false),
        "ideographLegalTraditional" | "chineseLegalSimplified" => {
            grouped(value, OLD_DIGITS, ['拾', '佰', '仟', '萬'], false)
        }
        "ideographDigital" | "japaneseDigitalTenThousand" | "taiwaneseDigital" | "koreanDigital2" => {
            value.to_string().chars().filter_map(|c| digit(DIGITS, c.to_digit(10)?)).collect()
        }
        "lowerLetter" => letters(value),
        "upperLetter" => letters(value).to_uppercase(),
        "lowerRoman" => roman(value),
        "upperRoman" => roman(value).to_uppercase(),
        "hex" => format!("{value:X}"),
        other => padded(value, other).unwrap_or_else(|| value.to_string()),
    }
}

/// A format of one's own shows how it begins: `001, 002, 003, ...`.
fn padded(value: u32, format: &str) -> Option<String> {
    let first = format.split(',').next()?.trim();
    let zeros = first.len().checked_sub(1)?;
    (zeros > 0 && zeros < 8 && first.ends_with('1') && first.bytes().take(zeros).all(|byte| byte == b'0'))
        .then(|| format!("{value:0width$}", width = first.len()))
}

/// Characters of Unicode that hold a number: (first, its value, last value).
fn enclosed(value: u32, blocks: &[(char, u32, u32)]) -> String {
    let block = blocks.iter().find(|(_, from, to)| (*from..=*to).contains(&value));
    block
        .and_then(|(first, from, _)| char::from_u32(*first as u32 + (value - from)))
        .map_or_else(|| value.to_string(), String::from)
}

fn cyclic(order: impl Iterator<Item = char> + Clone, value: u32) -> String {
    let length = order.clone().count().max(1);
    let place = value.saturating_sub(1) as usize % length;
    order.clone().nth(place).map(String::from).unwrap_or_default()
}

fn digit(digits: &str, value: u32) -> Option<char> {
    digits.chars().nth(value as usize)
}

/// 千二百三十四. `bare`: a one in front of ten, hundred, thousand is left out.
fn grouped(value: u32, digits: &str, powers: [char; 4], bare: bool) -> String {
    const MYRIAD: u32 = 10_000;
    let [ten, hundred, thousand, myriad] = powers;
    if value == 0 {
        return digit(digits, 0).map(String::from).unwrap_or_default();
    }
    let mut text = String::new();
    if value >= MYRIAD {
        text = grouped(value / MYRIAD, digits, powers, bare);
        text.push(myriad);
    }
    for (power, name) in [(1000, Some(thousand)), (100, Some(hundred)), (10, Some(ten)), (1, None)] {
        let count = value % MYRIAD / power % 10;
        if count > 1 || (count == 1 && (name.is_none() || !bare)) {
            text.extend(digit(digits, count));
        }
        text.extend(name.filter(|_| count > 0));
    }
    text
}

/// a … z, aa, bb, … as Word counts them.
fn letters(value: u32) -> String {
    let place = value.saturating_sub(1);
    let letter = char::from_u32('a' as u32 + place % 26).unwrap_or('a');
    letter.to_string().repeat((place / 26 + 1).min(30) as usize)
}

fn roman(value: u32) -> String {
    const SIGNS: [(u32, &str); 13] = [
        (1000, "m"),
        (900, "cm"),
        (500, "d"),
        (400, "cd"),
        (100, "c"),
        (90, "xc"),
        (50, "l"),
        (40, "xl"),
        (10, "x"),
        (9, "ix"),
        (5, "v"),
        (4, "iv"),
        (1, "i"),
    ];
    if value > 32_767 {
        return value.to_string();
    }
    let mut rest = value;
    let mut text = String::new();
    for (worth, sign) in SIGNS {
        text.push_str(&sign.repeat((rest / worth) as usize));
        rest %= worth;
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kanji_there_and_back() {
        for value in 1..1000 {
            let printed = format_number(value, "japaneseCounting");
            assert_eq!(crate::structure::number::numeral(&printed), Some(value));
        }
    }

    #[test]
    fn formats() {
        for (value, format, wanted) in [
            (12, "decimalFullWidth", "１２"),
            (7, "decimalZero", "07"),
            (20, "decimalEnclosedCircle", "⑳"),
            (21, "decimalEnclosedCircle", "21"),
            (3, "decimalEnclosedParen", "⑶"),
            (3, "decimalEnclosedFullstop", "⒊"),
            (3, "ideographEnclosedCircle", "㊂"),
            (12, "japaneseCounting", "十二"),
            (1000, "japaneseCounting", "千"),
            (23_456, "japaneseCounting", "二万三千四百五十六"),
            (0, "japaneseCounting", "〇"),
            (10, "japaneseLegal", "壱拾"),
            (21, "japaneseLegal", "弐拾壱"),
            (10, "ideographDigital", "一〇"),
            (2, "iroha", "ロ"),
            (48, "iroha", "ン"),
            (46, "aiueo", "ン"),
            (47, "aiueo", "ア"),
            (2, "ideographTraditional", "乙"),
            (3, "ideographZodiac", "寅"),
            (13, "ideographZodiacTraditional", "丙子"),
            (27, "lowerLetter", "aa"),
            (4, "upperRoman", "IV"),
            (49, "lowerRoman", "xlix"),
            (7, "001, 002, 003, ...", "007"),
            (7, "unheard of", "7"),
        ] {
            assert_eq!(format_number(value, format), wanted, "{value} {format}");
        }
    }
}
