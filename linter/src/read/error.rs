//! Why a document cannot be read, and the codes of what could be read only in part.

/// Why nothing of a document can be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ReadError {
    /// No text at all.
    #[error("the file is empty")]
    Empty,
    /// More bytes than the limit.
    #[error("the file is larger than {limit} bytes")]
    TooLarge {
        /// Largest accepted size.
        limit: u64,
    },
    /// Not text and no known container.
    #[error("the file is binary")]
    Binary,
    /// Readable text under a name that no document has.
    #[error("`.{extension}` is no document that is read")]
    UnknownExtension {
        /// The ending without its dot.
        extension: String,
    },
    /// Plain text under the name of a format that is none.
    #[error("the file is named `.{extension}` but is plain text")]
    WrongExtension {
        /// The ending without its dot.
        extension: String,
    },
    /// An old Office container: .doc, 一太郎, or a password-protected file.
    #[error("the file is an OLE2 container ({kind})")]
    Ole2 {
        /// `doc`, `xls`, `ichitaro`, `encrypted` or `unknown`.
        kind: &'static str,
    },
    /// A known format without a reader.
    #[error("`{format}` cannot be read yet")]
    NotYet {
        /// `pdf`, `rtf`, `xml`, `odt`, `ods`, `xlsb` or `pptx`.
        format: &'static str,
    },
    /// No encoding fits the bytes.
    #[error("the encoding of the text cannot be told")]
    Encoding,
    /// The text was decoded wrongly before it came here.
    #[error("the text is mojibake near `{sample}`")]
    Mojibake {
        /// A few of the damaged characters.
        sample: String,
    },
    /// One line longer than the limit.
    #[error("line {line} is longer than {limit} bytes")]
    LineTooLong {
        /// 1-based line or paragraph.
        line: u64,
        /// Longest accepted line.
        limit: u64,
    },
    /// More lines than the limit.
    #[error("the document has more than {limit} lines")]
    TooManyLines {
        /// Most accepted lines.
        limit: u64,
    },
    /// The zip directory cannot be read.
    #[error("the zip container is broken")]
    ZipBroken,
    /// A zip that holds no known document.
    #[error("the zip container holds no document")]
    ZipUnknown,
    /// More zip entries than the limit.
    #[error("the zip container has more than {limit} entries")]
    ZipEntries {
        /// Most accepted entries.
        limit: u64,
    },
    /// An entry, or all together, expands beyond the limit.
    #[error("`{part}` expands to more than {limit} bytes")]
    ZipTooLarge {
        /// Name of the entry.
        part: String,
        /// Largest accepted size.
        limit: u64,
    },
    /// The zip, or a part that is needed, has a password.
    #[error("the zip container has a password")]
    ZipEncrypted,
    /// A part declares a document type, which packages never have.
    #[error("`{part}` declares a document type")]
    XmlDoctype {
        /// Name of the entry.
        part: String,
    },
    /// A part of a Word file is not well-formed.
    #[error("`{part}` is not well-formed XML")]
    XmlBroken {
        /// Name of the entry.
        part: String,
    },
    /// Elements nested deeper than the limit.
    #[error("`{part}` nests deeper than {limit} elements")]
    XmlDepth {
        /// Name of the entry.
        part: String,
        /// Deepest accepted nesting.
        limit: u64,
    },
    /// A PDF that is not put together as one.
    #[error("the PDF is broken")]
    PdfBroken,
    /// A PDF that opens only with a password.
    #[error("the PDF is encrypted")]
    PdfEncrypted,
    /// A PDF of pictures.
    #[error("none of the {pages} pages has text")]
    PdfNoText {
        /// Pages of the file.
        pages: u64,
    },
    /// A PDF whose fonts do not say what their characters are.
    #[error("the characters of the PDF cannot be told")]
    PdfUnreadable,
    /// More pages than the limit.
    #[error("the PDF has more than {limit} pages")]
    PdfPages {
        /// Most accepted pages.
        limit: u64,
    },
    /// More characters than the limit.
    #[error("the PDF has more than {limit} characters")]
    PdfCharacters {
        /// Most accepted characters.
        limit: u64,
    },
    /// More instructions than the limit.
    #[error("the pages of the PDF take more than {limit} steps")]
    PdfSteps {
        /// Most accepted steps.
        limit: u64,
    },
    /// More objects than the limit.
    #[error("the PDF has more than {limit} objects")]
    PdfObjects {
        /// Most accepted objects.
        limit: u64,
    },
    /// A stream, or all together, expands beyond the limit.
    #[error("the PDF expands to more than {limit} bytes")]
    PdfTooLarge {
        /// Largest accepted size.
        limit: u64,
    },
    /// More elements than the limit.
    #[error("the page has more than {limit} elements")]
    TooManyElements {
        /// Most accepted elements.
        limit: u64,
    },
    /// A web page whose text a script writes when it is opened.
    #[error("the page is empty until a script has run")]
    HtmlScript,
    /// More table cells than the limit.
    #[error("the tables have more than {limit} cells")]
    TableTooLarge {
        /// Most accepted cells.
        limit: u64,
    },
}

/// Codes of [`crate::document::ReadIssue`]: read, but not all of it.
pub const ISSUE_CODES: &[&str] = &[
    "read-image-only",
    "read-image",
    "read-replacement-character",
    "read-part-broken",
    "read-embedded-object",
    "read-extract",
    "read-article-gap",
    "read-pdf-page-unread",
    "read-pdf-page-mojibake",
    "read-symbol",
    "read-macros",
    "read-tracked-changes",
    "read-frame",
    "read-hidden-text",
    "read-hidden-cells",
];

impl ReadError {
    /// Every code, for the message catalogue.
    pub const CODES: &[&str] = &[
        "read-empty",
        "read-too-large",
        "read-binary",
        "read-unknown-extension",
        "read-wrong-extension",
        "read-ole2",
        "read-not-yet",
        "read-encoding",
        "read-mojibake",
        "read-line-too-long",
        "read-too-many-lines",
        "read-zip-broken",
        "read-zip-unknown",
        "read-zip-entries",
        "read-zip-too-large",
        "read-zip-encrypted",
        "read-xml-doctype",
        "read-xml-broken",
        "read-xml-depth",
        "read-too-many-elements",
        "read-html-script",
        "read-table-too-large",
        "read-pdf-broken",
        "read-pdf-encrypted",
        "read-pdf-no-text",
        "read-pdf-unreadable",
        "read-pdf-pages",
        "read-pdf-characters",
        "read-pdf-steps",
        "read-pdf-objects",
        "read-pdf-too-large",
    ];

    /// The message of the catalogue that says this to a person.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Empty => "read-empty",
            Self::TooLarge { .. } => "read-too-large",
            Self::Binary => "read-binary",
            Self::UnknownExtension { .. } => "read-unknown-extension",
            Self::WrongExtension { .. } => "read-wrong-extension",
            Self::Ole2 { .. } => "read-ole2",
            Self::NotYet { .. } => "read-not-yet",
            Self::Encoding => "read-encoding",
            Self::Mojibake { .. } => "read-mojibake",
            Self::LineTooLong { .. } => "read-line-too-long",
            Self::TooManyLines { .. } => "read-too-many-lines",
            Self::ZipBroken => "read-zip-broken",
            Self::ZipUnknown => "read-zip-unknown",
            Self::ZipEntries { .. } => "read-zip-entries",
            Self::ZipTooLarge { .. } => "read-zip-too-large",
            Self::ZipEncrypted => "read-zip-encrypted",
            Self::XmlDoctype { .. } => "read-xml-doctype",
            Self::XmlBroken { .. } => "read-xml-broken",
            Self::XmlDepth { .. } => "read-xml-depth",
            Self::TooManyElements { .. } => "read-too-many-elements",
            Self::HtmlScript => "read-html-script",
            Self::TableTooLarge { .. } => "read-table-too-large",
            Self::PdfBroken => "read-pdf-broken",
            Self::PdfEncrypted => "read-pdf-encrypted",
            Self::PdfNoText { .. } => "read-pdf-no-text",
            Self::PdfUnreadable => "read-pdf-unreadable",
            Self::PdfPages { .. } => "read-pdf-pages",
            Self::PdfCharacters { .. } => "read-pdf-characters",
            Self::PdfSteps { .. } => "read-pdf-steps",
            Self::PdfObjects { .. } => "read-pdf-objects",
            Self::PdfTooLarge { .. } => "read-pdf-too-large",
        }
    }

    /// The arguments of that message.
    pub fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Empty
            | Self::Binary
            | Self::Encoding
            | Self::ZipBroken
            | Self::ZipUnknown
            | Self::ZipEncrypted
            | Self::PdfBroken
            | Self::PdfEncrypted
            | Self::PdfUnreadable => Vec::new(),
            Self::PdfNoText { pages } => vec![("pages", pages.to_string())],
            Self::HtmlScript => Vec::new(),
            Self::UnknownExtension { extension } | Self::WrongExtension { extension } => {
                vec![("extension", extension.clone())]
            }
            Self::Ole2 { kind } => vec![("kind", (*kind).to_owned())],
            Self::NotYet { format } => vec![("format", (*format).to_owned())],
            Self::Mojibake { sample } => vec![("sample", sample.clone())],
            Self::LineTooLong { line, limit } => {
                vec![("line", line.to_string()), ("limit", limit.to_string())]
            }
            Self::ZipTooLarge { part, limit } | Self::XmlDepth { part, limit } => {
                vec![("part", part.clone()), ("limit", limit.to_string())]
            }
            Self::XmlBroken { part } | Self::XmlDoctype { part } => vec![("part", part.clone())],
            Self::TooLarge { limit }
            | Self::TooManyLines { limit }
            | Self::ZipEntries { limit }
            | Self::TooManyElements { limit }
            | Self::TableTooLarge { limit }
            | Self::PdfPages { limit }
            | Self::PdfCharacters { limit }
            | Self::PdfSteps { limit }
            | Self::PdfObjects { limit }
            | Self::PdfTooLarge { limit } => vec![("limit", limit.to_string())],
        }
    }
}
