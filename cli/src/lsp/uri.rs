//! Addresses of documents ↔ paths, and the address of what ships with the program.

use std::path::{Path, PathBuf};
use std::str::FromStr as _;

use lsp_types::Uri;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

/// The scheme under which clients may ask for the rule files inside the program.
const SHIPPED: &str = "sekisho:/";

/// What stands unescaped in the path of an address.
const ESCAPED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'/').remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// The path of a `file:` address; none for documents that are no files.
pub(super) fn path(uri: &Uri) -> Option<PathBuf> {
    let rest = uri.as_str().strip_prefix("file://")?;
    let path = rest.get(rest.find('/')?..)?;
    let path = percent_decode_str(path).decode_utf8().ok()?;
    // file:///C:/… on Windows.
    let has_drive = path.as_bytes().get(2) == Some(&b':');
    let path = if cfg!(windows) && has_drive { path.trim_start_matches('/') } else { &path };
    Some(PathBuf::from(path))
}

/// The address of a path.
pub(super) fn of_path(path: &Path) -> Option<Uri> {
    let text = path.to_str()?.replace('\\', "/");
    let root = if text.starts_with('/') { "" } else { "/" };
    Uri::from_str(&format!("file://{root}{}", utf8_percent_encode(&text, ESCAPED))).ok()
}

/// The address of a rule file that ships with the program.
pub(super) fn of_shipped(path: &str) -> Option<Uri> {
    Uri::from_str(&format!("{SHIPPED}{}", utf8_percent_encode(path, ESCAPED))).ok()
}

/// The path inside the program that an address names.
pub(super) fn shipped(uri: &str) -> Option<String> {
    let path = uri.strip_prefix(SHIPPED)?.trim_start_matches('/');
    Some(percent_decode_str(path).decode_utf8().ok()?.into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_and_back() {
        for text in ["/rules/a.seki", "/規則/返却 100%.seki", "/a#b?c.md"] {
            let uri = of_path(Path::new(text)).unwrap();
            assert!(uri.as_str().is_ascii());
            assert_eq!(path(&uri), Some(PathBuf::from(text)));
        }
        let uri = of_shipped("contract/x.seki").unwrap();
        assert_eq!(shipped(uri.as_str()), Some("contract/x.seki".to_owned()));
        assert_eq!(path(&uri), None);
        assert_eq!(path(&Uri::from_str("untitled:a").unwrap()), None);
    }
}
