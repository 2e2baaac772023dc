//! Text inside a workbook's parts: shared strings, inline strings, comments. Runs are joined, readings dropped.

use crate::read::ReadError;
use crate::read::xml::{Step, Walker};
use crate::source::Limits;

/// The text up to the end of the element that was opened last.
pub(super) fn text_of(walker: &mut Walker<'_>) -> Result<String, ReadError> {
    let (mut text, mut depth, mut reading, mut inside) = (String::new(), 1_u32, None, None);
    while depth > 0 {
        match walker.step()? {
            Step::Open(element) => {
                depth += 1;
                match element.name() {
                    "rPh" => reading = reading.or(Some(depth)),
                    "t" => inside = Some(depth),
                    _ => {}
                }
            }
            Step::Close => {
                reading = reading.filter(|opened| *opened < depth);
                inside = inside.filter(|opened| *opened < depth);
                depth -= 1;
            }
            Step::Text(piece) if inside.is_some() && reading.is_none() => text.push_str(&piece),
            Step::Text(_) => {}
            Step::End => break,
        }
    }
    Ok(unescaped(&text))
}

/// All shared strings, in order.
pub(super) fn shared_strings(xml: &str, part: &str, limits: &Limits) -> Result<Vec<String>, ReadError> {
    let mut walker = Walker::new(xml, part, limits);
    let mut found = Vec::new();
    loop {
        match walker.step()? {
            Step::Open(element) if element.name() == "si" => found.push(text_of(&mut walker)?),
            Step::End => return Ok(found),
            _ => {}
        }
    }
}

/// `_x000D_` stands for a character that XML cannot hold; line ends are made one.
fn unescaped(text: &str) -> String {
    if !text.contains("_x") {
        return text.replace("\r\n", "\n");
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find("_x") {
        let (before, after) = rest.split_at(at);
        out.push_str(before);
        let code = after.get(2..6).filter(|_| after.get(6..7) == Some("_"));
        match code.and_then(|code| u32::from_str_radix(code, 16).ok()).and_then(char::from_u32) {
            Some(character) => {
                out.push(character);
                rest = after.get(7..).unwrap_or_default();
            }
            None => {
                out.push_str("_x");
                rest = after.get(2..).unwrap_or_default();
            }
        }
    }
    out.push_str(rest);
    out.replace("\r\n", "\n")
}
