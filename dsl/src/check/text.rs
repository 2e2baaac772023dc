//! Text blocks without the indentation of the rule file.

/// Removes the blank first and last line, the blanks and tabs that all lines begin with, and what no one sees at the end
/// of a line. U+3000 belongs to the text: it is how Japanese paragraphs begin. Line breaks become `\n`.
///
/// Indented again as a whole and put between quotes on lines of their own, the text gives itself.
pub(crate) fn dedented(block: &str) -> String {
    let mut lines: Vec<&str> =
        block.split('\n').map(|line| line.trim_end_matches([' ', '\t', '\r'])).collect();
    let first = lines.remove(0).trim_start_matches(is_indent);
    if lines.last().is_some_and(|last| last.is_empty()) {
        lines.pop();
    }
    let indentation =
        lines.iter().filter(|line| !line.is_empty()).map(|line| indentation(line)).min().unwrap_or(0);
    let body = lines.iter().map(|line| line.get(indentation..).unwrap_or_default());
    let first = (!first.is_empty()).then_some(first);
    first.into_iter().chain(body).collect::<Vec<_>>().join("\n")
}

fn is_indent(char: char) -> bool {
    matches!(char, ' ' | '\t')
}

/// Bytes of blanks and tabs before the text.
fn indentation(line: &str) -> usize {
    line.find(|char| !is_indent(char)).unwrap_or(line.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn common_indentation_goes_and_the_rest_stays() {
        let block = "\n    第1条　乙は、\n      (1) 返却\n\n    \u{3000}第2条\n  ";
        assert_eq!(dedented(block), "第1条　乙は、\n  (1) 返却\n\n\u{3000}第2条");
    }

    #[test]
    fn one_line_is_trimmed() {
        assert_eq!(dedented(" 第1条 "), "第1条");
        assert_eq!(dedented("第1条\r\n    第2条\r\n  "), "第1条\n第2条");
        assert_eq!(dedented(""), "");
    }
}
