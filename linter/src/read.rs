//! Readers: bytes of one document in, [`Document`] out.
//!
//! [`read_document`] sniffs the format, lets one reader turn the bytes into lines and tables (`RawDocument`),
//! and hands those to [`crate::structure`], which knows nothing of formats. A place that cannot be read becomes a
//! [`crate::document::ReadIssue`]; only a document of which nothing can be trusted is an error.

pub(crate) mod decode;
pub(crate) mod docx;
mod error;
pub(crate) mod formats;
mod html;
mod markdown;
pub(crate) mod package;
mod pages;
#[cfg(feature = "pdf")]
mod pdf;
mod pipes;
pub(crate) mod raw;
mod text;
mod xlsx;
pub(crate) mod xml;

pub use crate::source::{Limits, ReadOptions, Revisions};
pub(crate) use decode::Decoded;
pub use docx::WordElements;
pub use error::{ISSUE_CODES, ReadError};
#[cfg(feature = "pdf")]
pub use pages::pages;
pub use pages::{PageLine, Pages};
pub use xlsx::{Grid, cell_name};

use crate::document::Document;
use crate::source::{Container, Markup, declared_encoding, sniff_container, sniff_markup};

/// Reads one document: its normalised text, its tree of 章・条・項・号, and the way back to the bytes.
///
/// `name` is used for nothing but hints; the bytes decide what the file is. The result does not depend on anything
/// but the arguments, and no input makes this function panic.
///
/// # Errors
/// A [`ReadError`] where nothing of the document can be trusted: an unknown container, mojibake, a broken or
/// oversized file. Its `code()` names the message to show.
///
/// ```
/// use linter::read::{ReadOptions, read_document};
/// let document = read_document("（目的）\n第１条　この規程は、目的を定める。\n".as_bytes(), "a.txt", &ReadOptions::default())?;
/// let article = &document.nodes[0];
/// assert_eq!(article.number.as_deref(), Some("1"));
/// assert_eq!(article.caption.map(|caption| document.slice(caption)), Some("目的"));
/// # Ok::<(), linter::read::ReadError>(())
/// ```
pub fn read_document(bytes: &[u8], name: &str, options: &ReadOptions) -> Result<Document, ReadError> {
    let limits = &options.limits;
    let raw = match sniff_container(bytes, name, limits)? {
        Container::Docx => docx::read(bytes, options)?.0,
        #[cfg(feature = "pdf")]
        Container::Pdf => pdf::read(bytes, limits)?,
        Container::Xlsx => xlsx::read(bytes, limits)?,
        Container::Plain => {
            // What the name says of a file that is no text is told first.
            let decoded = decode::decode(bytes, declared_encoding(bytes, name))
                .map_err(|error| check_extension(name).err().unwrap_or(error))?;
            match sniff_markup(&decoded.text, name) {
                Markup::Html => html::read(&decoded, options)?,
                other => {
                    check_extension(name)?;
                    decode::check_lines(&decoded.text, limits)?;
                    if other == Markup::Markdown {
                        markdown::read(&decoded, limits)?
                    } else {
                        text::read(&decoded, limits)?
                    }
                }
            }
        }
    };
    raw.check(limits)?;
    let document = crate::structure::build(raw);
    if document.text.is_empty() && document.issues.is_empty() {
        return Err(ReadError::Empty);
    }
    Ok(document)
}

/// The text of a text file, for whoever has to name a line of it; none for other files.
pub(crate) fn decoded(bytes: &[u8], name: &str) -> Option<Decoded> {
    decode::decode(bytes, declared_encoding(bytes, name)).ok()
}

/// Counts what a Word file is made of, as [`read_document`] meets it.
///
/// # Errors
/// As [`read_document`]; `read-zip-unknown` for what is no Word file.
pub fn word_elements(bytes: &[u8], options: &ReadOptions) -> Result<WordElements, ReadError> {
    match sniff_container(bytes, "", &options.limits)? {
        Container::Docx => Ok(docx::read(bytes, options)?.1),
        _ => Err(ReadError::ZipUnknown),
    }
}

/// The cells of a workbook, sheet by sheet; `None` for a file that is none. For forms that people fill in: a document is
/// read by [`read_document`].
///
/// # Errors
/// Those of the reader of workbooks, and of files that no reader knows.
pub fn read_grids(bytes: &[u8], limits: &Limits) -> Result<Option<Vec<Grid>>, ReadError> {
    match sniff_container(bytes, "", limits)? {
        Container::Xlsx => xlsx::grids(bytes, limits).map(Some),
        _ => Ok(None),
    }
}

/// Endings under which plain text is taken for a document. The markup is still told from the content.
const TEXT_EXTENSIONS: &[&str] = &["txt", "text", "md", "markdown", "html", "htm", "xhtml"];

/// Endings of documents that are never plain text.
const OTHER_EXTENSIONS: &[&str] =
    &["docx", "docm", "dotx", "dotm", "doc", "dot", "rtf", "odt", "jtd", "xlsx", "xlsm", "xls", "pptx"];

/// A text under another name (`.seki`, `.csv`, `.log`) is hardly a contract: asking beats judging it by mistake.
/// A name without an extension is fine.
fn check_extension(name: &str) -> Result<(), ReadError> {
    let file = name.rsplit(['/', '\\']).next().unwrap_or(name);
    let Some((stem, extension)) = file.rsplit_once('.') else { return Ok(()) };
    let lower = extension.to_ascii_lowercase();
    if OTHER_EXTENSIONS.contains(&lower.as_str()) {
        return Err(ReadError::WrongExtension { extension: lower });
    }
    if extension.eq_ignore_ascii_case("pdf") {
        return Err(ReadError::PdfBroken);
    }
    let known = TEXT_EXTENSIONS.iter().any(|text| text.eq_ignore_ascii_case(extension));
    if known || stem.is_empty() {
        Ok(())
    } else {
        Err(ReadError::UnknownExtension { extension: extension.to_owned() })
    }
}
