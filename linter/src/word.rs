//! Writes Word documents: paragraphs with styles, automatic numbers, tables, page set-up, headers and footers.
//!
//! Values in, bytes out, the same bytes for the same values: there is no clock in it. Only what Japanese rules, tables and
//! forms need is there, and all of it as a person would have made it in Word: text is formatted by named styles that can be
//! changed afterwards, numbers are counted by Word, headings of tables are repeated on each page.
//!
//! ```
//! use linter::word::{Block, File, Paragraph, Style};
//! let mut file = File::new("見本");
//! file.body.push(Block::Paragraph(Paragraph::new(Style::Title).text("見本")));
//! file.body.push(Block::Paragraph(Paragraph::new(Style::Body).text("この規程は、").underlined("見本").text("である。")));
//! let bytes = linter::word::write(&file).expect("it is small");
//! assert!(bytes.starts_with(b"PK"));
//! ```

mod body;
mod numbering;
mod package;
mod styles;
mod xml;

pub use package::write;

/// A length in twentieths of a point, as Word counts.
pub type Twips = u32;

/// Twips of a number of millimetres.
pub const fn millimetres(length: u32) -> Twips {
    length * 1_440 * 10 / 254
}

/// A document.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct File {
    /// The title in its properties.
    pub title: String,
    /// The day in its properties, YYYY-MM-DD; none leaves it out.
    pub date: Option<String>,
    /// Paper and margins.
    pub page: Page,
    /// At the head of each page.
    pub header: Vec<Paragraph>,
    /// At the foot of each page.
    pub footer: Vec<Paragraph>,
    /// Lists that paragraphs name by their index.
    pub lists: Vec<List>,
    /// The text.
    pub body: Vec<Block>,
}

impl File {
    /// An empty document on upright A4.
    pub fn new(title: impl Into<String>) -> Self {
        Self { title: title.into(), ..Self::default() }
    }
}

/// Paper and margins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Page {
    /// The shorter side.
    pub short: Twips,
    /// The longer side.
    pub long: Twips,
    /// Whether the longer side is the width.
    pub landscape: bool,
    /// All four margins.
    pub margin: Twips,
}

impl Page {
    /// A4.
    pub const fn a4(landscape: bool, margin: Twips) -> Self {
        Self { short: 11_906, long: 16_838, landscape, margin }
    }

    /// What remains between the margins.
    pub const fn text_width(&self) -> Twips {
        let width = if self.landscape { self.long } else { self.short };
        width.saturating_sub(2 * self.margin)
    }
}

impl Default for Page {
    fn default() -> Self {
        Self::a4(false, millimetres(25))
    }
}

/// What stands in the running text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// A paragraph.
    Paragraph(Paragraph),
    /// A table.
    Table(Table),
}

/// The styles of a document. Their names are shown in Word; who wants another look changes the style.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Style {
    /// 標準
    Body,
    /// 表題
    Title,
    /// 副題: what stands under the title.
    Subtitle,
    /// 見出し 1: 章
    Heading1,
    /// 見出し 2: 節
    Heading2,
    /// 条見出し: (目的) above 第1条; stays with the next paragraph.
    Caption,
    /// 条
    Article,
    /// 項
    Clause,
    /// 号
    Item,
    /// 号の細目: ア, イ
    Subitem,
    /// 表の見出し
    TableHead,
    /// 表の本文
    TableText,
    /// 注記
    Note,
    /// ヘッダー
    Header,
    /// フッター
    Footer,
}

/// A paragraph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paragraph {
    /// Its style.
    pub style: Style,
    /// The list and the level in it that number it.
    pub number: Option<(usize, u8)>,
    /// Indentation beyond that of its style.
    pub indent: Twips,
    /// Not parted from the next paragraph by the end of a page; in a table, from the next row.
    pub keeps_next: bool,
    /// Its text.
    pub runs: Vec<Run>,
}

impl Paragraph {
    /// A paragraph without text.
    pub const fn new(style: Style) -> Self {
        Self { style, number: None, indent: 0, keeps_next: false, runs: Vec::new() }
    }

    /// The same, counted by a list of the file at a level.
    pub const fn numbered(mut self, list: usize, level: u8) -> Self {
        self.number = Some((list, level));
        self
    }

    /// The same, indented.
    pub const fn indented(mut self, indent: Twips) -> Self {
        self.indent = indent;
        self
    }

    /// The same with more text.
    pub fn text(self, text: impl Into<String>) -> Self {
        self.run(Run::new(text))
    }

    /// The same with more text, underlined.
    pub fn underlined(self, text: impl Into<String>) -> Self {
        self.run(Run { underline: true, ..Run::new(text) })
    }

    /// The same with one more run.
    pub fn run(mut self, run: Run) -> Self {
        self.runs.push(run);
        self
    }

    /// The same with a number that Word fills in.
    pub fn field(self, field: Field) -> Self {
        self.run(Run { field: Some(field), ..Run::new("1") })
    }
}

/// A stretch of text of one look.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Run {
    /// The text; line breaks and tabs are kept.
    pub text: String,
    /// Bold.
    pub bold: bool,
    /// Underlined once.
    pub underline: bool,
    /// Filled in by Word; `text` is shown until then.
    pub field: Option<Field>,
}

impl Run {
    /// Plain text.
    pub fn new(text: impl Into<String>) -> Self {
        Self { text: text.into(), ..Self::default() }
    }
}

/// What Word fills in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Field {
    /// The number of the page.
    Page,
    /// How many pages there are.
    Pages,
}

/// How paragraphs are counted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct List {
    /// From the outermost, at most nine.
    pub levels: Vec<Level>,
}

/// A level of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Level {
    /// How numbers are written.
    pub format: NumberFormat,
    /// The label; `%1` is the number of the first level, `%2` of the second …: `第%1条`, `(%3)`.
    pub text: String,
    /// The first number.
    pub start: u32,
    /// Where the text stands.
    pub indent: Twips,
    /// How far the label stands before it.
    pub hanging: Twips,
    /// Goes on counting when an outer level goes on, as articles do across chapters.
    pub continues: bool,
}

/// How numbers are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NumberFormat {
    /// 1, 2, 3
    Decimal,
    /// １, ２, ３
    DecimalFullWidth,
    /// 一, 二, 三
    Kanji,
    /// ア, イ, ウ
    Aiueo,
    /// イ, ロ, ハ
    Iroha,
    /// ①, ②, ③
    Circled,
    /// No number: the text alone.
    Bullet,
}

/// A table. Rows are as wide as the columns.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Table {
    /// Widths of the columns.
    pub columns: Vec<Twips>,
    /// Rows from above.
    pub rows: Vec<Row>,
}

/// A row of a table.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Row {
    /// Repeated at the head of each page. Only the first rows of a table can be.
    pub heading: bool,
    /// Not broken over two pages.
    pub whole: bool,
    /// One for each column.
    pub cells: Vec<Cell>,
}

/// A cell of a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell {
    /// Its paragraphs; an empty one stands in for none.
    pub paragraphs: Vec<Paragraph>,
    /// Whether there are lines above and below it.
    pub lines: (bool, bool),
    /// Its background, RRGGBB.
    pub shade: Option<&'static str>,
    /// Goes on from the cell above it.
    pub joins: Join,
}

impl Cell {
    /// A cell with lines on all sides.
    pub const fn new(paragraphs: Vec<Paragraph>) -> Self {
        Self { paragraphs, lines: (true, true), shade: None, joins: Join::No }
    }
}

/// Whether a cell is one with its neighbours above and below.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Join {
    /// It stands alone.
    #[default]
    No,
    /// The first of several.
    First,
    /// One more.
    More,
}

/// A document could not be written.
#[derive(Debug, thiserror::Error)]
pub enum WordError {
    /// Its parts could not be packed.
    #[error("the Word file cannot be packed: {0}")]
    Package(#[from] zip::result::ZipError),
    /// A part could not be written.
    #[error("a part of the Word file cannot be written: {0}")]
    Part(#[from] std::io::Error),
}
