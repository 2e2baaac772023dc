//! Fields: an instruction and what it printed last. Only what is printed is text.

/// Characters of an instruction that are looked at.
const MAX_INSTRUCTION: usize = 4096;

/// A field that is open.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Field {
    /// The instruction is over: what follows is its result.
    pub(super) in_result: bool,
    /// Something of the result was printed.
    pub(super) printed: bool,
    instruction: String,
    checkbox: Option<bool>,
    entries: Vec<String>,
    chosen: usize,
}

impl Field {
    /// Adds to the instruction.
    pub(super) fn instruct(&mut self, text: &str) {
        if self.instruction.len() + text.len() <= MAX_INSTRUCTION {
            self.instruction.push_str(text);
        }
    }

    /// Ends the instruction without a result, if it is still open.
    pub(super) fn end_instruction(&mut self) {
        self.printed |= !self.in_result;
        self.in_result = true;
    }

    /// What the data of a form field say: `parent` and `name` of an element, and its value.
    pub(super) fn form(&mut self, parent: &str, name: &str, value: Option<String>) {
        let on = || !matches!(value.as_deref(), Some("0" | "false" | "off"));
        match (parent, name) {
            ("ffData", "checkBox") => self.checkbox = Some(false),
            ("checkBox", "default" | "checked") => self.checkbox = Some(on()),
            ("ddList", "listEntry") => self.entries.extend(value),
            ("ddList", "default" | "result") => {
                self.chosen = value.and_then(|value| value.parse().ok()).unwrap_or(0);
            }
            _ => {}
        }
    }

    /// What a field without a stored result prints.
    pub(super) fn evaluate(&self) -> String {
        if let Some(checked) = self.checkbox {
            return if checked { "☑" } else { "☐" }.to_owned();
        }
        if let Some(entry) = self.entries.get(self.chosen) {
            return entry.clone();
        }
        let instruction = self.instruction.trim_start();
        let keyword = instruction.get(..2).unwrap_or_default();
        if keyword.eq_ignore_ascii_case("EQ") {
            equation(instruction.get(2..).unwrap_or_default())
        } else {
            String::new()
        }
    }
}

/// The text of an `EQ` field. Word makes ruby, characters in a circle and stretched words of them.
fn equation(instruction: &str) -> String {
    let Some((options, inner)) = instruction.split_once('(') else { return String::new() };
    let Some(inner) = inner.rfind(')').and_then(|end| inner.get(..end)) else { return String::new() };
    let arguments = split_arguments(inner);
    // Only \o lays its arguments over each other: a ring around a character, a reading above a word.
    if !options.contains("\\o") {
        return arguments.iter().map(|argument| plain(argument)).collect();
    }
    let printed: Vec<String> = arguments
        .iter()
        .filter(|argument| !argument.trim_start().starts_with("\\s"))
        .map(|a| plain(a))
        .collect();
    match printed.as_slice() {
        [ring, inside] if matches!(ring.as_str(), "○" | "〇" | "◯") => circled(inside),
        [word] => word.clone(),
        [inside, .., ring] if matches!(ring.as_str(), "□" | "△" | "◇" | "○" | "〇" | "◯") => {
            inside.clone()
        }
        [ring, .., inside] if matches!(ring.as_str(), "□" | "△" | "◇") => inside.clone(),
        more => more.first().cloned().unwrap_or_default(),
    }
}

/// A character in a circle as the one character that shows it, or the character alone.
fn circled(inside: &str) -> String {
    let mut chars = inside.chars();
    let known = match (chars.next(), chars.next()) {
        (Some('印'), None) => Some('㊞'),
        (Some('秘'), None) => Some('㊙'),
        (Some('正'), None) => Some('㊣'),
        _ => inside
            .parse::<u32>()
            .ok()
            .filter(|value| (1..=20).contains(value))
            .and_then(|value| char::from_u32('①' as u32 + value - 1)),
    };
    known.map_or_else(|| inside.to_owned(), String::from)
}

/// The arguments of a list, brackets inside respected.
fn split_arguments(inner: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let (mut depth, mut start) = (0_usize, 0);
    for (at, character) in inner.char_indices() {
        match character {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            ',' | ';' if depth == 0 => {
                found.extend(inner.get(start..at));
                start = at + 1;
            }
            _ => {}
        }
    }
    found.extend(inner.get(start..));
    found
}

/// An argument without its switches.
fn plain(argument: &str) -> String {
    let text = argument.trim_matches(' ');
    match text.strip_prefix('\\') {
        Some(switched) => switched
            .split_once('(')
            .and_then(|(_, inner)| Some(inner.get(..inner.rfind(')')?)?.to_owned()))
            .unwrap_or_default(),
        None => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equations_that_word_makes_of_characters() {
        for (instruction, wanted) in [
            ("EQ \\o\\ac(○,印)", "㊞"),
            (" eq \\o\\ac(○,12) ", "⑫"),
            ("EQ \\o\\ac(○,甲)", "甲"),
            ("EQ \\o\\ac(□,秘)", "秘"),
            ("EQ \\* jc2 \\* \"Font:ＭＳ 明朝\" \\* hps10 \\o\\ad(\\s\\up 9(じょくそう),褥瘡)", "褥瘡"),
            ("EQ \\o\\ad(委託者,　　　　　)", "委託者"),
            ("EQ", ""),
            ("EQ \\o(", ""),
            ("PAGE", ""),
        ] {
            let mut field = Field::default();
            field.instruct(instruction);
            assert_eq!(field.evaluate(), wanted, "{instruction}");
        }
    }
}
