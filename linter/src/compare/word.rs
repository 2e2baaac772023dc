//! The 新旧対照表 as a Word document: a real table on A4 landscape, its heading repeated on each page.

use super::table::{Cell, Group, Table};
use crate::word::{
    self, Block, Field, File, Join, Page, Paragraph, Row, Run, Style, Twips, WordError, millimetres,
};

/// The background of the heading.
const HEADING: &str = "E7EDF3";
/// A full-width character of the table's text.
const CHARACTER: Twips = 200;

/// The document; `date` is that of the report, YYYY-MM-DD.
///
/// # Errors
/// The table is beyond what a Word file can hold.
pub fn document(table: &Table, date: &str) -> Result<Vec<u8>, WordError> {
    let mut file = File::new(&table.title);
    file.date = Some(date.to_owned());
    file.page = Page::a4(true, millimetres(18));
    file.header = vec![Paragraph::new(Style::Header).text(&table.title)];
    file.footer = vec![Paragraph::new(Style::Footer).field(Field::Page).text(" / ").field(Field::Pages)];
    file.body.push(Block::Paragraph(Paragraph::new(Style::Title).text(&table.title)));
    for line in &table.lines {
        file.body.push(Block::Paragraph(Paragraph::new(Style::Subtitle).text(line)));
    }
    file.body.push(Block::Table(rows(table, file.page.text_width())));
    for line in &table.closing {
        file.body.push(Block::Paragraph(Paragraph::new(Style::Note).text(line)));
    }
    word::write(&file)
}

fn rows(table: &Table, width: Twips) -> word::Table {
    let remarks = if table.remarks.is_some() { width / 5 } else { 0 };
    let column = (width - remarks) / 2;
    let mut columns = vec![column, column];
    columns.extend(table.remarks.is_some().then_some(remarks));
    let headings = [Some(&table.new), Some(&table.old), table.remarks.as_ref()];
    let head = headings.into_iter().flatten().map(|heading| word::Cell {
        shade: Some(HEADING),
        ..word::Cell::new(vec![Paragraph::new(Style::TableHead).text(heading)])
    });
    let mut rows = vec![Row { heading: true, whole: true, cells: head.collect() }];
    rows.extend(table.groups.iter().flat_map(|group| of_group(group, table.remarks.is_some())));
    word::Table { columns, rows }
}

/// Rows of an article that are kept on one page; a longer one is broken.
const KEPT: usize = 8;

/// An article: its paragraphs beside each other, without lines between them, with one cell of remarks beside them all.
fn of_group(group: &Group, with_remarks: bool) -> Vec<Row> {
    let count = group.rows.len();
    let row = |(index, row): (usize, &super::table::Row)| {
        let (first, last) = (index == 0, index + 1 == count);
        // A caption is never left alone at the foot of a page.
        let keeps_next = !last && (first || count <= KEPT);
        let cell = |cell: &Cell| {
            let paragraph = Paragraph { keeps_next, ..paragraph(cell) };
            word::Cell { lines: (first, last), ..word::Cell::new(vec![paragraph]) }
        };
        let mut cells = vec![cell(&row.new), cell(&row.old)];
        if with_remarks {
            let remarks: Vec<Paragraph> =
                group.remarks.iter().map(|remark| Paragraph::new(Style::TableText).text(remark)).collect();
            let joins = match (count, first) {
                (1, _) => Join::No,
                (_, true) => Join::First,
                (_, false) => Join::More,
            };
            let paragraphs = if first { remarks } else { Vec::new() };
            cells.push(word::Cell { joins, ..word::Cell::new(paragraphs) });
        }
        Row { heading: false, whole: false, cells }
    };
    group.rows.iter().enumerate().map(row).collect()
}

fn paragraph(cell: &Cell) -> Paragraph {
    let mut paragraph = Paragraph::new(Style::TableText).indented(u32::from(cell.indent) * CHARACTER);
    for span in &cell.spans {
        paragraph = paragraph.run(Run { underline: span.marked, ..Run::new(&span.text) });
    }
    paragraph
}
