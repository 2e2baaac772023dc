//! Web pages: how they are told from text that has a few tags, and what they say of their encoding.

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

/// How far into the file a page says what it is.
const HEAD: usize = 4096;

/// Whether the text is a web page: it opens as one does, or its name says so and it has tags.
pub(crate) fn is_page(text: &str, name: &str) -> bool {
    let end = (0..=HEAD.min(text.len())).rev().find(|end| text.is_char_boundary(*end)).unwrap_or(0);
    let head = text.get(..end).unwrap_or_default().to_ascii_lowercase();
    opens_page(&head) || (is_named_page(name) && head.contains(['<', '&']))
}

fn is_named_page(name: &str) -> bool {
    let lower = name.to_lowercase();
    [".html", ".htm", ".xhtml", ".shtml"].iter().any(|ending| lower.ends_with(ending))
}

/// A doctype, or one of the elements that only a page has, behind comments and declarations.
fn opens_page(head: &str) -> bool {
    let mut rest = head.trim_start_matches(['\u{feff}', ' ', '\t', '\r', '\n']);
    while let Some((_, after)) = rest
        .strip_prefix("<!--")
        .and_then(|comment| comment.split_once("-->"))
        .or_else(|| rest.strip_prefix("<?").and_then(|declaration| declaration.split_once("?>")))
    {
        rest = after.trim_start();
    }
    let opens = |name: &str| {
        let after = rest.strip_prefix('<').and_then(|tag| tag.strip_prefix(name));
        after.is_some_and(|after| after.starts_with([' ', '>', '\t', '\r', '\n', '/']))
    };
    opens("!doctype html")
        || opens("!doctype") && rest.contains("<html")
        || ["html", "head", "body", "title", "meta", "frameset"].into_iter().any(opens)
}

/// The encoding that a page declares in `<meta>` or in its XML declaration. A name that promises UTF-16 in a place that
/// reads as ASCII means UTF-8, as the standard has it.
pub(crate) fn declared_encoding(bytes: &[u8], name: &str) -> Option<&'static Encoding> {
    let head =
        String::from_utf8_lossy(bytes.get(..HEAD.min(bytes.len())).unwrap_or_default()).to_ascii_lowercase();
    if !opens_page(&head) && !is_named_page(name) {
        return None;
    }
    let in_meta = || {
        head.split("<meta")
            .skip(1)
            .filter_map(|rest| rest.split('>').next())
            .find_map(|meta| label_after(meta, "charset"))
    };
    let in_xml = || {
        let declaration = head.trim_start().strip_prefix("<?xml")?.split("?>").next()?;
        label_after(declaration, "encoding")
    };
    let encoding = in_meta().or_else(in_xml)?;
    Some(if [UTF_16LE, UTF_16BE].contains(&encoding) { UTF_8 } else { encoding })
}

fn label_after(text: &str, word: &str) -> Option<&'static Encoding> {
    let (_, rest) = text.split_once(word)?;
    let value = rest.trim_start().strip_prefix('=')?.trim_start().trim_start_matches(['"', '\'']);
    let label = value.split(['"', '\'', ';', ' ', '/', '>']).next()?;
    Encoding::for_label(label.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_are_told_from_text_with_tags() {
        for page in [
            "<!DOCTYPE html><p>",
            "\u{feff} <HTML lang=ja>",
            "<!-- saved -->\n<html>",
            "<?xml version='1.0'?>\n<!DOCTYPE html>",
            "<head><title>",
        ] {
            assert!(is_page(page, "a"), "{page}");
        }
        for text in ["# 規程\n<br>\n", "<div align=center>\n\n# 規程", "<htmlx>", "第1条 <html> は"] {
            assert!(!is_page(text, "a.md"), "{text}");
        }
        assert!(is_page("<p>第1条</p>", "a.HTM") && !is_page("第1条", "a.html"));
    }

    #[test]
    fn declared_encodings() {
        let name = |page: &str| declared_encoding(page.as_bytes(), "a").map(Encoding::name);
        assert_eq!(name("<html><meta charset=\"Shift_JIS\">"), Some("Shift_JIS"));
        assert_eq!(
            name("<html><META http-equiv=Content-Type content='text/html; charset=x-euc-jp'>"),
            Some("EUC-JP")
        );
        assert_eq!(name("<?xml version='1.0' encoding='EUC-JP'?><html>"), Some("EUC-JP"));
        assert_eq!(name("<html><meta charset=utf-16>"), Some("UTF-8"));
        assert_eq!(name("<html><meta charset=nonsense>"), None);
        assert_eq!(name("charset=euc-jp"), None);
    }
}
