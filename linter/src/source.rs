//! What the bytes are: limits, format, encoding. Nothing here looks at the meaning of the text.
//!
//! The name of a file is only a hint: the bytes decide. A container that cannot be read yet is named in the error,
//! so that the person knows which program to save the document with.

mod html;

pub(crate) use html::declared_encoding;

use crate::read::ReadError;
use std::io::Read as _;

/// How much a reader takes before it gives up. Every limit is a counted one: the verdict is the same on every machine.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of the whole file.
    pub max_bytes: u64,
    /// Bytes of one line of text, or of one paragraph of a Word file, in UTF-8.
    pub max_line_bytes: u64,
    /// Entries of a zip container.
    pub max_zip_entries: u64,
    /// Expanded bytes of one zip entry, or of one stream of a PDF.
    pub max_entry_bytes: u64,
    /// Expanded bytes of all zip entries, or of all streams of a PDF, that are read.
    pub max_total_bytes: u64,
    /// Nesting of XML elements.
    pub max_xml_depth: u64,
    /// Pages of a PDF.
    pub max_pdf_pages: u64,
    /// Characters on all pages of a PDF, those that are drawn twice counted twice.
    pub max_pdf_characters: u64,
    /// Instructions on all pages of a PDF.
    pub max_pdf_steps: u64,
    /// Objects of a PDF.
    pub max_pdf_objects: u64,
    /// Nesting of elements on a web page.
    pub max_html_depth: u64,
    /// Elements of a web page.
    pub max_html_elements: u64,
    /// Cells of all tables together.
    pub max_table_cells: u64,
    /// Lines of the document, cells included.
    pub max_lines: u64,
}

impl Default for Limits {
    fn default() -> Self {
        const MIB: u64 = 1024 * 1024;
        Self {
            max_bytes: 64 * MIB,
            max_line_bytes: MIB,
            max_zip_entries: 10_000,
            max_entry_bytes: 256 * MIB,
            max_total_bytes: 256 * MIB,
            max_xml_depth: 256,
            max_pdf_pages: 5_000,
            max_pdf_characters: 10_000_000,
            max_pdf_steps: 100_000_000,
            max_pdf_objects: 2_000_000,
            max_html_depth: 512,
            max_html_elements: 2_000_000,
            max_table_cells: 1_000_000,
            max_lines: 4_000_000,
        }
    }
}

/// What a caller decides about reading.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct ReadOptions {
    /// When to give up.
    pub limits: Limits,
    /// Which text of a document with tracked changes; where nobody chose, the final one, and the document says so.
    pub revisions: Option<Revisions>,
}

impl From<Limits> for ReadOptions {
    fn from(limits: Limits) -> Self {
        Self { limits, ..Self::default() }
    }
}

/// Which text of a document with tracked changes is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Revisions {
    /// As if every change were accepted.
    #[default]
    Final,
    /// As if every change were rejected.
    Original,
}

/// A container that can be opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Container {
    /// Office Open XML with a Word document inside.
    Docx,
    /// Portable Document Format.
    #[cfg(feature = "pdf")]
    Pdf,
    /// Office Open XML with an Excel workbook inside.
    Xlsx,
    /// No container: text in some encoding.
    Plain,
}

/// A way of writing text that the readers tell apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Markup {
    /// CommonMark with tables.
    Markdown,
    /// A web page.
    Html,
    /// Lines, with reStructuredText underlines and drawn tables understood.
    Text,
}

/// The container, from the first bytes.
///
/// # Errors
/// `read-empty`, `read-too-large`, and a typed error for each known format that has no reader.
pub(crate) fn sniff_container(bytes: &[u8], name: &str, limits: &Limits) -> Result<Container, ReadError> {
    if bytes.len() as u64 > limits.max_bytes.min(u64::from(u32::MAX)) {
        return Err(ReadError::TooLarge { limit: limits.max_bytes });
    }
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(ReadError::Empty);
    }
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return sniff_zip(bytes, limits);
    }
    if bytes.starts_with(&[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
        return Err(ReadError::Ole2 { kind: ole2_kind(bytes, name) });
    }
    if contains(bytes.get(..bytes.len().min(1024)).unwrap_or_default(), b"%PDF-") {
        #[cfg(feature = "pdf")]
        return Ok(Container::Pdf);
        #[cfg(not(feature = "pdf"))]
        return Err(ReadError::NotYet { format: "pdf" });
    }
    match sniff_foreign(bytes) {
        Some(format) => Err(ReadError::NotYet { format }),
        None => Ok(Container::Plain),
    }
}

/// What an OLE2 file probably is: told by the stream names inside and the extension.
fn ole2_kind(bytes: &[u8], name: &str) -> &'static str {
    let utf16 = |word: &str| -> Vec<u8> { word.encode_utf16().flat_map(u16::to_le_bytes).collect() };
    let holds = |word: &str| contains(bytes, &utf16(word));
    let lower = name.to_lowercase();
    if holds("EncryptedPackage") {
        "encrypted"
    } else if lower.ends_with(".jtd") || lower.ends_with(".jtt") || holds("DocumentText") {
        "ichitaro"
    } else if holds("WordDocument") {
        "doc"
    } else if holds("Workbook") || holds("Book") {
        "xls"
    } else {
        "unknown"
    }
}

fn contains(haystack: &[u8], needle: &[u8]) -> bool {
    haystack.windows(needle.len().max(1)).any(|window| window == needle)
}

/// Formats that announce themselves in the first kilobyte and have no reader yet.
fn sniff_foreign(bytes: &[u8]) -> Option<&'static str> {
    let head = bytes.get(..bytes.len().min(1024)).unwrap_or_default();
    if head.starts_with(b"{\\rtf") {
        return Some("rtf");
    }
    let text: Vec<u8> =
        head.iter().filter(|byte| !byte.is_ascii_whitespace()).map(u8::to_ascii_lowercase).collect();
    let text = text.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(&text);
    // An XHTML page starts like any XML.
    (text.starts_with(b"<?xml") && !contains(text, b"<html") && !contains(text, b"<!doctypehtml"))
        .then_some("xml")
}

fn sniff_zip(bytes: &[u8], limits: &Limits) -> Result<Container, ReadError> {
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).map_err(|_| ReadError::ZipBroken)?;
    if archive.len() as u64 > limits.max_zip_entries {
        return Err(ReadError::ZipEntries { limit: limits.max_zip_entries });
    }
    let has = |name: &str| archive.file_names().any(|entry| entry.eq_ignore_ascii_case(name));
    let under = |folder: &str| archive.file_names().any(|entry| entry.starts_with(folder));
    if has("word/document.xml") || (has("[Content_Types].xml") && under("word/")) {
        return Ok(Container::Docx);
    }
    if has("xl/workbook.xml") {
        return Ok(Container::Xlsx);
    }
    let format = if has("xl/workbook.bin") {
        "xlsb"
    } else if has("ppt/presentation.xml") {
        "pptx"
    } else if let Some(format) = open_document(&mut archive) {
        format
    } else {
        return Err(ReadError::ZipUnknown);
    };
    Err(ReadError::NotYet { format })
}

fn open_document(archive: &mut zip::ZipArchive<std::io::Cursor<&[u8]>>) -> Option<&'static str> {
    let mut kind = String::new();
    archive.by_name("mimetype").ok()?.take(200).read_to_string(&mut kind).ok()?;
    let kind = kind.strip_prefix("application/vnd.oasis.opendocument.")?;
    Some(if kind.starts_with("spreadsheet") { "ods" } else { "odt" })
}

/// Markdown or plain text, from the lines; the extension counts for little.
pub(crate) fn sniff_markup(text: &str, name: &str) -> Markup {
    if html::is_page(text, name) {
        return Markup::Html;
    }
    let lower = name.to_lowercase();
    let mut score = u32::from(lower.ends_with(".md") || lower.ends_with(".markdown"));
    let mut underlines = 0;
    let mut hash_headings = 0;
    for line in text.lines().take(5000) {
        let line = line.trim();
        if is_hash_heading(line) {
            hash_headings += 1;
            score += 2;
        } else if line.starts_with("```") || is_table_rule(line) || has_bold(line) || has_link(line) {
            score += 2;
        } else if line.starts_with(".. ") && line.contains("::") {
            underlines += 2;
        } else if is_underline(line) && !line.starts_with('-') {
            underlines += 1;
        }
    }
    if score >= 2 && (hash_headings > 0 || underlines < 2) { Markup::Markdown } else { Markup::Text }
}

fn is_hash_heading(line: &str) -> bool {
    let rest = line.trim_start_matches('#');
    let level = line.len() - rest.len();
    // Many write `##第1章` without the space that CommonMark asks for.
    let begins = |c: char| c == ' ' || c == '\u{3000}' || crate::normalise::is_japanese(c);
    (1..=6).contains(&level) && rest.starts_with(begins) && !rest.trim().is_empty()
}

fn is_table_rule(line: &str) -> bool {
    line.starts_with('|') && line.contains("--") && line.chars().all(|c| matches!(c, '|' | '-' | ':' | ' '))
}

fn has_bold(line: &str) -> bool {
    let mut parts = line.split("**");
    parts.next().is_some()
        && parts.next().is_some_and(|bold| !bold.trim().is_empty())
        && parts.next().is_some()
}

fn has_link(line: &str) -> bool {
    line.find("](http").is_some_and(|close| line.find('[').is_some_and(|open| open < close))
}

/// A line made of one repeated mark, as reStructuredText underlines headings.
pub(crate) fn is_underline(line: &str) -> bool {
    let mut chars = line.chars();
    let Some(first) = chars.next() else { return false };
    "=-*^~+#\"$`'".contains(first) && line.len() >= 4 && chars.all(|c| c == first)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(bytes: &[u8], name: &str) -> String {
        sniff_container(bytes, name, &Limits::default()).unwrap_err().code().to_owned()
    }

    #[test]
    fn containers_without_a_reader_are_named() {
        #[cfg(not(feature = "pdf"))]
        assert_eq!(refused(b"%PDF-1.7 ...", "a.pdf"), "read-not-yet");
        assert_eq!(refused(b"{\\rtf1", "a.txt"), "read-not-yet");
        assert_eq!(refused(b"<?xml version='1.0'?><invoice/>", "a.txt"), "read-not-yet");
        assert_eq!(refused(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "a.doc"), "read-ole2");
        assert_eq!(refused(b"PK\x03\x04broken", "a.docx"), "read-zip-broken");
        assert_eq!(refused(b" \n", "a.txt"), "read-empty");
    }

    #[test]
    fn markdown_is_told_by_its_marks() {
        assert_eq!(sniff_markup("# 規程\n\n本文", "a.txt"), Markup::Markdown);
        assert_eq!(sniff_markup("**第1条(目的)**\n本文", "a"), Markup::Markdown);
        assert_eq!(sniff_markup("規程\n- 一つ\n- 二つ\n", "a.txt"), Markup::Text);
        assert_eq!(sniff_markup("規程\n====\n節\n****\n", "a.md"), Markup::Text);
    }
}
