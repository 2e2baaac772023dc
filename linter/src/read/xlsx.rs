//! Excel workbooks: every sheet a heading, its cells tables or text, numbers as they are shown.
//!
//! Own code over the zip and XML of the Word reader rather than calamine: calamine takes a zip that needs a random
//! source in the browser, and gives plain numbers where a contract says 99.9% or 令和5年4月1日; what is hidden and what
//! was commented it does not tell.

mod date;
mod format;
mod grid;
mod layout;
mod sheet;
mod styles;
mod text;

use crate::document::{Aside, AsideKind, Origin};
use crate::read::ReadError;
use crate::read::package::{Package, Relationship};
use crate::read::raw::{Block, Line, Pace, Piece, RawDocument, issue};
use crate::read::xml::{Step, Walker};
use crate::source::Limits;
pub use grid::{Grid, cell_name};
use sheet::{Book, Left};
use styles::Styles;

/// The usual name of the main part.
const MAIN: &str = "xl/workbook.xml";

/// A sheet as the workbook lists it.
struct Listed {
    name: String,
    relation: String,
    hidden: bool,
}

/// What all sheets share, as it is read first.
struct Opened<'a> {
    package: Package<'a>,
    listed: Vec<Listed>,
    related: Vec<Relationship>,
    strings: Vec<String>,
    styles: Option<Styles>,
    from_1904: bool,
}

impl<'a> Opened<'a> {
    fn open(bytes: &'a [u8], limits: &Limits) -> Result<Self, ReadError> {
        let mut package = Package::open(bytes, limits)?;
        let main = package.main_part(MAIN);
        let xml = package.part(&main)?.ok_or(ReadError::ZipUnknown)?;
        let (listed, from_1904) = workbook(&xml, &main, limits)?;
        let related = package.relationships(&main)?;
        let target = |kind: &str| related.iter().find(|relation| relation.kind == kind)?.target.clone();
        let strings_part = target("sharedStrings").unwrap_or_else(|| "xl/sharedStrings.xml".to_owned());
        let strings_xml = package.part(&strings_part)?.unwrap_or_default();
        let strings = text::shared_strings(&strings_xml, &strings_part, limits)?;
        let styles_part = target("styles").unwrap_or_else(|| "xl/styles.xml".to_owned());
        let styles = Styles::parse(&package.part(&styles_part)?.unwrap_or_default(), limits).ok();
        Ok(Self { package, listed, related, strings, styles, from_1904 })
    }
}

/// The part of a sheet, where it is one of cells.
fn part_of<'a>(related: &'a [Relationship], sheet: &Listed) -> Option<&'a str> {
    let named = |relation: &&Relationship| relation.id == sheet.relation && relation.kind == "worksheet";
    related.iter().find(named)?.target.as_deref()
}

/// Reads a workbook.
pub(super) fn read(bytes: &[u8], limits: &Limits) -> Result<RawDocument, ReadError> {
    let Opened { mut package, listed, related, strings, styles, from_1904 } = Opened::open(bytes, limits)?;
    let mut document = RawDocument::default();
    if styles.is_none() {
        document.issues.push(issue("read-part-broken", None, false));
    }
    let styles = styles.unwrap_or_default();
    let book = Book { strings: &strings, styles: &styles, from_1904, limits };
    let mut left = Left { cells: limits.max_table_cells, bytes: limits.max_total_bytes };
    let alone = listed.iter().filter(|sheet| !sheet.hidden).count() == 1;
    for (index, sheet) in (1_u32..).zip(&listed) {
        let Some(part) = part_of(&related, sheet) else { continue };
        add_sheet(&mut document, &mut package, &book, &mut left, Place { index, part, sheet, alone })?;
    }
    Ok(document)
}

/// The cells of all sheets, hidden ones as well.
pub(super) fn grids(bytes: &[u8], limits: &Limits) -> Result<Vec<Grid>, ReadError> {
    let Opened { mut package, listed, related, strings, styles, from_1904 } = Opened::open(bytes, limits)?;
    let styles = styles.unwrap_or_default();
    let book = Book { strings: &strings, styles: &styles, from_1904, limits };
    let mut left = Left { cells: limits.max_table_cells, bytes: limits.max_total_bytes };
    let mut grids = Vec::new();
    for sheet in listed {
        let Some(part) = part_of(&related, &sheet) else { continue };
        let xml = package.part(part)?.ok_or(ReadError::ZipBroken)?;
        let found = sheet::read(&xml, part, &book, &mut left)?;
        grids.push(Grid::new(sheet.name, found.cells, found.merged));
    }
    Ok(grids)
}

/// The sheets in their order, and whether dates count from 1904.
fn workbook(xml: &str, part: &str, limits: &Limits) -> Result<(Vec<Listed>, bool), ReadError> {
    let mut walker = Walker::new(xml, part, limits);
    let (mut listed, mut from_1904) = (Vec::new(), false);
    loop {
        let element = match walker.step()? {
            Step::Open(element) => element,
            Step::End => return Ok((listed, from_1904)),
            _ => continue,
        };
        match element.name() {
            "workbookPr" => {
                from_1904 = matches!(element.attribute("date1904").as_deref(), Some("1" | "true"))
            }
            "sheet" => listed.push(Listed {
                name: element.attribute("name").unwrap_or_default(),
                relation: element.attribute("id").unwrap_or_default(),
                hidden: element.attribute("state").is_some_and(|state| state != "visible"),
            }),
            _ => {}
        }
    }
}

/// A sheet, its part, and whether a person sees no other.
struct Place<'a> {
    index: u32,
    part: &'a str,
    sheet: &'a Listed,
    alone: bool,
}

fn add_sheet(
    document: &mut RawDocument,
    package: &mut Package<'_>,
    book: &Book<'_>,
    left: &mut Left,
    place: Place<'_>,
) -> Result<(), ReadError> {
    let top = Origin::Sheet { sheet: place.index, row: 1, column: 1, offset: 0 };
    let Some(xml) = package.part(place.part)? else {
        document.issues.push(issue("read-part-broken", Some(top), true));
        return Ok(());
    };
    let found = sheet::read(&xml, place.part, book, left)?;
    drop(xml);
    if let Some((row, column)) = found.broken {
        let origin = Origin::Sheet { sheet: place.index, row, column, offset: 0 };
        document.issues.push(issue("read-part-broken", Some(origin), true));
    }
    if !found.cells.is_empty() {
        if place.sheet.hidden || found.hidden {
            document.issues.push(issue("read-hidden-cells", Some(top), false));
        }
        if !(place.alone && is_default_name(&place.sheet.name)) {
            document.blocks.push(Block::Line(heading(&place.sheet.name, top)));
        }
        document.blocks.extend(layout::blocks(&found.cells, place.index, book.limits)?);
    }
    for relation in package.relationships(place.part)? {
        let Some(part) = relation.target.as_deref() else { continue };
        match relation.kind.as_str() {
            "comments" => add_comments(document, package, part, place.index, book.limits)?,
            "drawing" => report_drawing(document, package, part, top, book.limits)?,
            _ => {}
        }
    }
    Ok(())
}

/// The name that a new sheet has says nothing.
fn is_default_name(name: &str) -> bool {
    let word = name.trim_end_matches(|c: char| c.is_numeric() || c == ' ');
    matches!(word, "" | "Sheet" | "シート")
}

fn heading(name: &str, origin: Origin) -> Line {
    let piece = Piece { text: name.to_owned(), origin, pace: Pace::Still };
    let mut line = Line { pieces: vec![piece], ..Line::default() };
    // The title of the document is a line of the text, if there is one.
    line.hints.heading = Some(2);
    line.hints.blank_before = true;
    line
}

fn add_comments(
    document: &mut RawDocument,
    package: &mut Package<'_>,
    part: &str,
    sheet: u32,
    limits: &Limits,
) -> Result<(), ReadError> {
    let Some(xml) = package.part(part)? else { return Ok(()) };
    let mut walker = Walker::new(&xml, part, limits);
    let mut authors = Vec::new();
    loop {
        let element = match walker.step()? {
            Step::Open(element) => element,
            Step::End => return Ok(()),
            _ => continue,
        };
        match element.name() {
            "author" => match walker.step()? {
                Step::Text(name) => authors.push(name),
                _ => authors.push(String::new()),
            },
            "comment" => {
                let place = element.attribute("ref").and_then(|name| sheet::reference(&name));
                let author = element.attribute("authorId").and_then(|id| id.parse::<usize>().ok());
                let text = text::text_of(&mut walker)?;
                document.asides.push(Aside {
                    kind: AsideKind::Comment,
                    text,
                    author: author.and_then(|id| authors.get(id)).filter(|name| !name.is_empty()).cloned(),
                    origin: place.map(|(row, column)| Origin::Sheet { sheet, row, column, offset: 0 }),
                });
            }
            _ => {}
        }
    }
}

/// Pictures and text boxes that float over the cells are not read: say so.
fn report_drawing(
    document: &mut RawDocument,
    package: &mut Package<'_>,
    part: &str,
    origin: Origin,
    limits: &Limits,
) -> Result<(), ReadError> {
    let Some(xml) = package.part(part)? else { return Ok(()) };
    let mut walker = Walker::new(&xml, part, limits);
    let (mut picture, mut boxed, mut in_text) = (false, false, false);
    loop {
        match walker.step()? {
            Step::Open(element) => {
                picture |= element.name() == "a:blip";
                in_text = element.name() == "a:t";
            }
            Step::Text(text) => boxed |= in_text && !text.trim().is_empty(),
            Step::Close => in_text = false,
            Step::End => break,
        }
    }
    if picture {
        document.issues.push(issue("read-image", Some(origin), false));
    }
    if boxed {
        document.issues.push(issue("read-embedded-object", Some(origin), true));
    }
    Ok(())
}
