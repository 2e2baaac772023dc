//! The documents that the client has open.

use std::collections::BTreeMap;
use std::path::PathBuf;

use linter::editor::findings::Markup;
use linter::editor::{Diagnostic, Level, Span};
use lsp_types::{TextDocumentContentChangeEvent, TextDocumentItem, Uri};

use super::position::{Encoding, Lines};
use super::uri;

/// What a document is to the server.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sort {
    /// A rule file.
    Rules,
    /// A contract or a set of rules in words.
    Text(Markup),
}

/// An open document.
pub(super) struct Document {
    pub(super) uri: Uri,
    pub(super) path: Option<PathBuf>,
    pub(super) sort: Sort,
    pub(super) version: i32,
    pub(super) text: String,
    /// What is doubtful in a rule file, its examples included, as of the last save.
    pub(super) doubts: Option<Vec<Diagnostic>>,
    /// What was published last.
    pub(super) published: Option<Vec<Diagnostic>>,
    /// Whether it changed since.
    pub(super) due: bool,
}

impl Document {
    /// A document that was opened; none for languages that the server knows nothing of.
    pub(super) fn open(item: TextDocumentItem) -> Option<Self> {
        let path = uri::path(&item.uri);
        let sort = sort(&item.language_id, item.uri.as_str())?;
        Some(Self {
            uri: item.uri,
            path,
            sort,
            version: item.version,
            text: item.text,
            doubts: None,
            published: None,
            due: true,
        })
    }

    /// Applies changes in their order. What is known of the examples holds no more.
    pub(super) fn change(
        &mut self,
        version: i32,
        changes: Vec<TextDocumentContentChangeEvent>,
        encoding: Encoding,
    ) {
        for change in changes {
            match change.range {
                None => self.text = change.text,
                Some(range) => {
                    let bytes = Lines::new(&self.text, encoding).bytes(range);
                    self.text.replace_range(bytes, &change.text);
                }
            }
        }
        self.version = version;
        self.doubts = Some(Vec::new());
        self.due = true;
    }

    pub(super) fn lines(&self, encoding: Encoding) -> Lines<'_> {
        Lines::new(&self.text, encoding)
    }

    /// What was published about a place of this text, the gravest first; nothing as long as the text is newer.
    pub(super) fn about(&self, place: std::ops::Range<usize>) -> Vec<&Diagnostic> {
        if self.due {
            return Vec::new();
        }
        let touches = |found: &&Diagnostic| {
            let Span { start, end } = found.span;
            start as usize <= place.end && place.start <= end as usize
        };
        let mut about: Vec<&Diagnostic> = self.published.iter().flatten().filter(touches).collect();
        about.sort_by_key(|found| found.level);
        about
    }
}

/// By the language that the client names, else by the ending of the address.
fn sort(language: &str, uri: &str) -> Option<Sort> {
    let path = uri.to_ascii_lowercase();
    let ends = |endings: &[&str]| endings.iter().any(|ending| path.ends_with(ending));
    match language {
        "seki" => Some(Sort::Rules),
        "markdown" => Some(Sort::Text(Markup::Markdown)),
        _ if ends(&[".seki"]) => Some(Sort::Rules),
        _ if ends(&[".md", ".markdown"]) => Some(Sort::Text(Markup::Markdown)),
        "plaintext" => Some(Sort::Text(Markup::Plain)),
        _ if ends(&[".txt"]) => Some(Sort::Text(Markup::Plain)),
        _ => None,
    }
}

/// All of them, by their address.
pub(super) type Documents = BTreeMap<String, Document>;

/// Only one thing is said of a document that is too large.
pub(super) fn too_large(message: String) -> Diagnostic {
    Diagnostic {
        span: Span::new(0, 0),
        level: Level::Information,
        code: "too-large".to_owned(),
        message,
        related: Vec::new(),
        fixes: Vec::new(),
    }
}
