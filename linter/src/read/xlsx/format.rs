//! Numbers as a workbook shows them: percent, thousands, dates, 和暦, literal text.
//!
//! Not shown as Excel would: fractions, and sections that depend on a condition other than the sign.

use super::date::Moment;
use std::fmt::Write as _;

/// Codes of the formats that a workbook does not write out, in Japanese.
pub(super) fn built_in(id: u32) -> Option<&'static str> {
    Some(match id {
        1 => "0",
        2 => "0.00",
        3 | 37 | 38 => "#,##0",
        4 | 39 | 40 => "#,##0.00",
        5..=8 => "\"¥\"#,##0",
        9 => "0%",
        10 => "0.00%",
        11 | 48 => "0.00E+00",
        14 => "yyyy/m/d",
        15 => "d-mmm-yy",
        16 => "d-mmm",
        17 => "mmm-yy",
        18 => "h:mm AM/PM",
        19 => "h:mm:ss AM/PM",
        20 => "h:mm",
        21 => "h:mm:ss",
        22 => "yyyy/m/d h:mm",
        27 | 36 | 50 | 57 => "ge.m.d",
        28 | 29 | 51 | 54 | 58 => "ggge年m月d日",
        30 => "m/d/yy",
        31 => "yyyy年m月d日",
        32 => "h時mm分",
        33 => "h時mm分ss秒",
        34 | 52 | 55 => "yyyy年m月",
        35 | 53 | 56 => "m月d日",
        41..=44 => "#,##0",
        45 => "mm:ss",
        46 => "[h]:mm:ss",
        47 => "mm:ss",
        _ => return None,
    })
}

/// A piece of a format.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Token {
    Literal(String),
    /// `0`, `#`, `?`, `.`, `,`
    Digit(char),
    Percent,
    Exponent,
    /// A run of a letter that stands for a part of a date.
    Date(char, usize),
    /// `[h]`: hours beyond a day.
    Elapsed(char),
    Meridiem,
    General,
    /// `@`
    Text,
}

/// The number in the format of its cell.
pub(super) fn shown(value: f64, code: &str, from_1904: bool) -> String {
    let sections: Vec<Vec<Token>> = sections(code);
    let index = match (value < 0.0, value == 0.0, sections.len()) {
        (true, _, 2..) => 1,
        (_, true, 3..) => 2,
        _ => 0,
    };
    let Some(section) = sections.get(index) else { return general(value) };
    // A section of its own writes the sign itself.
    let (magnitude, sign) =
        if index == 1 { (-value, "") } else { (value.abs(), if value < 0.0 { "-" } else { "" }) };
    let is_date = section.iter().any(|token| matches!(token, Token::Date(..) | Token::Elapsed(_)));
    if is_date {
        return date(section, value, from_1904).unwrap_or_else(|| general(value));
    }
    if section.iter().any(|token| matches!(token, Token::General | Token::Text)) || section.is_empty() {
        let literal =
            |token: &Token| if let Token::Literal(text) = token { text.clone() } else { general(magnitude) };
        let text: String = section.iter().map(literal).collect();
        return if text.is_empty() { general(value) } else { format!("{sign}{text}") };
    }
    format!("{sign}{}", number(section, magnitude))
}

/// As in a cell without a format: at most eleven digits.
pub(super) fn general(value: f64) -> String {
    if value == 0.0 {
        return "0".to_owned();
    }
    if !(1e-9..1e15).contains(&value.abs()) {
        return format!("{value:E}");
    }
    let digits = 11_i32.saturating_sub(value.abs().log10().floor() as i32 + 1).clamp(0, 20);
    let text = rounded(value, digits as usize);
    if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.').to_owned() } else { text }
}

/// Half is rounded away from zero, as a person does it; the digits beyond fifteen are noise.
fn rounded(value: f64, decimals: usize) -> String {
    let exact = format!("{:.14e}", value.abs()).parse::<f64>().unwrap_or(value.abs());
    let plain = format!("{exact:.decimals$}");
    let power = 10_f64.powi(i32::try_from(decimals).unwrap_or(0));
    let scaled = exact * power;
    let text = if scaled < 1e15 {
        let nudged = (scaled + 0.5 + scaled.abs() * 1e-14).floor() / power;
        format!("{nudged:.decimals$}")
    } else {
        plain
    };
    let negative = value < 0.0 && text.contains(|c: char| c.is_ascii_digit() && c != '0');
    if negative { format!("-{text}") } else { text }
}

fn number(section: &[Token], value: f64) -> String {
    let digits: Vec<(usize, char)> = section
        .iter()
        .enumerate()
        .filter_map(|(at, token)| if let Token::Digit(digit) = token { Some((at, *digit)) } else { None })
        .collect();
    let point = digits.iter().position(|(_, digit)| *digit == '.');
    let (whole, fraction) = digits.split_at(point.unwrap_or(digits.len()));
    let places =
        |part: &[(usize, char)], marks: &str| part.iter().filter(|(_, digit)| marks.contains(*digit)).count();
    let trailing = whole.iter().rev().take_while(|(_, digit)| *digit == ',').count();
    let grouped = whole.iter().rev().skip(trailing).any(|(_, digit)| *digit == ',');
    let percent = section.iter().filter(|token| **token == Token::Percent).count();
    let exponent = section.contains(&Token::Exponent);
    let scaled = value * 100_f64.powi(percent as i32) / 1000_f64.powi(trailing as i32);
    let body = if exponent {
        format!("{scaled:.*E}", places(fraction, "0#?"))
    } else {
        let text = rounded(scaled, places(fraction, "0#?").min(30));
        let (integer, decimals) = text.split_once('.').unwrap_or((&text, ""));
        let optional = fraction.iter().rev().take_while(|(_, digit)| *digit == '#').count();
        let kept = decimals.len() - decimals.chars().rev().take(optional).take_while(|c| *c == '0').count();
        let decimals = decimals.get(..kept).unwrap_or(decimals);
        let least = places(whole, "0");
        let integer = if integer == "0" && least == 0 { "" } else { integer };
        let integer = format!("{integer:0>least$}");
        let integer = if grouped { group(&integer) } else { integer };
        if decimals.is_empty() { integer } else { format!("{integer}.{decimals}") }
    };
    let first = digits.first().map(|(at, _)| *at);
    let mut text = String::new();
    for (at, token) in section.iter().enumerate() {
        match token {
            Token::Literal(literal) => text.push_str(literal),
            Token::Percent => text.push('%'),
            Token::Digit(_) if Some(at) == first => text.push_str(&body),
            _ => {}
        }
    }
    text
}

fn group(integer: &str) -> String {
    let mut text = String::new();
    for (at, digit) in integer.chars().enumerate() {
        if at > 0 && (integer.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

fn date(section: &[Token], value: f64, from_1904: bool) -> Option<String> {
    let moment = Moment::of(value, from_1904)?;
    let (hour, minute, second) = (moment.seconds / 3600, moment.seconds / 60 % 60, moment.seconds % 60);
    let halved = section.contains(&Token::Meridiem);
    let (era, letter, era_year) = moment.era();
    let has_era = section.iter().any(|token| matches!(token, Token::Date('g', _)));
    let mut text = String::new();
    for (at, token) in section.iter().enumerate() {
        // Writing to a String does not fail.
        let _ = match token {
            Token::Literal(literal) => write!(text, "{literal}"),
            Token::Digit(mark @ ('.' | ',')) => write!(text, "{mark}"),
            Token::Date('y', 1..=2) => write!(text, "{:02}", moment.year % 100),
            Token::Date('y', _) => write!(text, "{}", moment.year),
            Token::Date('e', _) if !has_era => write!(text, "{}", moment.year),
            Token::Date('e', count) => write!(text, "{era_year:0count$}"),
            Token::Date('g', 1) => write!(text, "{letter}"),
            Token::Date('g', 2) => write!(text, "{}", era.chars().take(1).collect::<String>()),
            Token::Date('g', _) => write!(text, "{era}"),
            Token::Date('m', count) if is_minute(section, at) => write!(text, "{minute:0count$}"),
            Token::Date('m', 3..) => write!(text, "{}", english_month(moment.month)),
            Token::Date('m', count) => write!(text, "{:0count$}", moment.month),
            Token::Date('d', 4..) => write!(text, "{}", weekday(&WEEKDAYS, &moment)),
            Token::Date('d', 3) => {
                write!(text, "{}", weekday(&WEEKDAYS, &moment).chars().take(3).collect::<String>())
            }
            Token::Date('d', count) => write!(text, "{:0count$}", moment.day),
            Token::Date('a', 4..) => write!(text, "{}曜日", weekday(&YOUBI, &moment)),
            Token::Date('a', _) => write!(text, "{}", weekday(&YOUBI, &moment)),
            Token::Date('h', count) => {
                let hour = if halved { (hour + 11) % 12 + 1 } else { hour };
                write!(text, "{hour:0count$}")
            }
            Token::Date('s', count) => write!(text, "{second:0count$}"),
            Token::Meridiem => write!(text, "{}", if hour < 12 { "AM" } else { "PM" }),
            Token::Elapsed('h') => write!(text, "{}", (value * 24.0 + 1e-9).floor()),
            Token::Elapsed('m') => write!(text, "{}", (value * 1440.0 + 1e-9).floor()),
            Token::Elapsed(_) => write!(text, "{}", (value * 86_400.0).round()),
            _ => Ok(()),
        };
    }
    Some(text)
}

const WEEKDAYS: [&str; 7] = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
const YOUBI: [&str; 7] = ["日", "月", "火", "水", "木", "金", "土"];

fn weekday(names: &[&'static str; 7], moment: &Moment) -> &'static str {
    names.get(moment.weekday).copied().unwrap_or_default()
}

fn english_month(month: u32) -> &'static str {
    const MONTHS: [&str; 12] =
        ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    MONTHS.get(month.saturating_sub(1) as usize).copied().unwrap_or_default()
}

/// `m` behind hours or in front of seconds is a minute.
fn is_minute(section: &[Token], at: usize) -> bool {
    let parts = |token: &&Token| matches!(token, Token::Date(..) | Token::Elapsed(_));
    let before = section.iter().take(at).rfind(parts);
    let after = section.iter().skip(at + 1).find(parts);
    matches!(before, Some(Token::Date('h', _) | Token::Elapsed('h')))
        || matches!(after, Some(Token::Date('s', _)))
}

/// The sections of a format code.
fn sections(code: &str) -> Vec<Vec<Token>> {
    let mut sections = vec![Vec::new()];
    let mut rest = code.chars().peekable();
    while let Some(character) = rest.next() {
        let token = match character {
            ';' => {
                sections.push(Vec::new());
                continue;
            }
            '"' => Token::Literal(rest.by_ref().take_while(|c| *c != '"').collect()),
            '\\' | '!' => Token::Literal(rest.next().map(String::from).unwrap_or_default()),
            // Space as wide as a character, a character that fills the cell.
            '_' | '*' => {
                rest.next();
                continue;
            }
            '[' => match bracketed(&rest.by_ref().take_while(|c| *c != ']').collect::<String>()) {
                Some(token) => token,
                None => continue,
            },
            '0' | '#' | '?' | '.' | ',' => Token::Digit(character),
            '%' => Token::Percent,
            '@' => Token::Text,
            'E' if matches!(rest.peek(), Some('+' | '-')) => {
                rest.next();
                Token::Exponent
            }
            'G' if take_word(&mut rest, "eneral") => Token::General,
            'A' if take_word(&mut rest, "M/PM") || take_word(&mut rest, "/P") => Token::Meridiem,
            'y' | 'Y' | 'm' | 'M' | 'd' | 'D' | 'h' | 'H' | 's' | 'S' | 'g' | 'e' | 'a' | 'r' => {
                let letter = character.to_ascii_lowercase();
                let mut count = 1;
                while rest.next_if(|next| next.to_ascii_lowercase() == letter).is_some() {
                    count += 1;
                }
                Token::Date(letter, count.min(20))
            }
            other => Token::Literal(other.to_string()),
        };
        if let Some(section) = sections.last_mut() {
            section.push(token);
        }
    }
    sections
}

fn take_word(rest: &mut std::iter::Peekable<std::str::Chars<'_>>, word: &str) -> bool {
    let mut ahead = rest.clone();
    let fits = word.chars().all(|wanted| ahead.next().is_some_and(|c| c.eq_ignore_ascii_case(&wanted)));
    if fits {
        *rest = ahead;
    }
    fits
}

/// `[h]`, `[$¥-411]`; colours, languages and conditions show nothing.
fn bracketed(inside: &str) -> Option<Token> {
    match inside.to_ascii_lowercase().as_str() {
        "h" | "hh" => Some(Token::Elapsed('h')),
        "m" | "mm" => Some(Token::Elapsed('m')),
        "s" | "ss" => Some(Token::Elapsed('s')),
        other => {
            let currency = other.strip_prefix('$')?.split('-').next()?.to_owned();
            (!currency.is_empty()).then_some(Token::Literal(currency))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_shown_as_the_workbook_shows_them() {
        for (value, code, wanted) in [
            (0.999, "0.0%", "99.9%"),
            (0.99999, "0.000%", "99.999%"),
            (0.285, "0%", "29%"),
            (1.0, "0%", "100%"),
            (1_234_567.0, "#,##0", "1,234,567"),
            (1234.5, "\"¥\"#,##0;[Red]\"¥\"\\-#,##0", "¥1,235"),
            (-1234.5, "\"¥\"#,##0;[Red]\"¥\"\\-#,##0", "¥-1,235"),
            (-3.0, "0", "-3"),
            (0.0, "#,##0;-#,##0;\"-\"", "-"),
            (5.0, "0\"年\"", "5年"),
            (30.0, "General\"分以内\"", "30分以内"),
            (7.0, "000", "007"),
            (1.5, "0.##", "1.5"),
            (2.0, "0.##", "2"),
            (1500.0, "[$¥-411]#,##0", "¥1,500"),
            (12_345_678.0, "#,##0,\"千円\"", "12,346千円"),
            (45_017.0, "yyyy/m/d", "2023/4/1"),
            (45_017.0, "[$-411]ggge\"年\"m\"月\"d\"日\";@", "令和5年4月1日"),
            (45_017.0, "[$-411]ge.m.d", "R5.4.1"),
            (32_516.0, "ggge年m月d日", "平成1年1月8日"),
            (32_515.0, "ggge年m月d日", "昭和64年1月7日"),
            (45_017.0, "m/d(aaa)", "4/1(土)"),
            (0.375, "h:mm", "9:00"),
            (0.729_166_666_7, "h\"時\"mm\"分\"", "17時30分"),
            (1.5, "[h]:mm", "36:00"),
            (0.75, "h:mm AM/PM", "6:00 PM"),
            (60.0, "yyyy/m/d", "1900/2/28"),
            (99.9, "General", "99.9"),
            (0.1 + 0.2, "General", "0.3"),
            (24.0, "General", "24"),
            (123_456_789_012.0, "General", "123456789012"),
            (1e300, "#,##0.00", "1E300"),
        ] {
            let shown = shown(value, code, false);
            if wanted == "1E300" {
                assert!(shown.len() < 500, "{shown}");
            } else {
                assert_eq!(shown, wanted, "{value} {code}");
            }
        }
        assert_eq!(shown(43_555.0, "yyyy/m/d", true), "2023/4/1");
    }

    #[test]
    fn no_code_breaks_it() {
        for code in [
            "",
            ";",
            ";;;",
            "\"",
            "[",
            "_",
            "*",
            "\\",
            "[$-411]",
            "@",
            ",",
            ".",
            "%%%%",
            "E+",
            "0E+0",
            "yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy",
            "0.0.0",
        ] {
            for value in [0.0, -1.5, f64::MAX, f64::MIN_POSITIVE, f64::NAN, f64::INFINITY, -2_958_465.0] {
                shown(value, code, false);
            }
        }
    }
}
