//! Text blocks without the indentation of the rule file.

/// Removes the blank first and last line and the blanks and tabs that all lines begin with. U+3000 belongs to the text:
/// it is how Japanese paragraphs begin. Line breaks become `\n`.
pub(super) fn dedented(block: &str) -> String {
    let mut lines: Vec<&str> = block.split('\n').map(|line| line.trim_end_matches('\r')).collect();
    if lines.len() == 1 {
        return block.trim_matches([' ', '\t']).to_owned();
    }
    let first = lines.remove(0).trim_start_matches([' ', '\t']);
    if lines.last().is_some_and(|last| is_blank(last)) {
        lines.pop();
    }
    let indentation =
        lines.iter().filter(|line| !is_blank(line)).map(|line| indentation(line)).min().unwrap_or(0);
    let body =
        lines.iter().map(|line| line.get(indentation..).unwrap_or_default().trim_end_matches([' ', '\t']));
    let first = (!is_blank(first)).then_some(first);
    first.into_iter().chain(body).collect::<Vec<_>>().join("\n")
}

fn is_blank(line: &str) -> bool {
    line.chars().all(is_indent)
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
