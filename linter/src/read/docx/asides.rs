//! Headers, footers and comments: kept beside the text, where no rule looks.

use super::Parts;
use super::body::{Body, Context};
use super::elements::WordElements;
use super::numbering::Numbering;
use crate::document::{Aside, AsideKind, DocxPart, Origin};
use crate::read::ReadError;
use crate::read::raw::{Block, Line, RawDocument};
use std::collections::BTreeMap;

/// Adds the headers, footers and comments. The inner error is a part that is broken; what was read until then is kept.
///
/// # Errors
/// A limit of the zip, or a part that cannot be expanded.
pub(super) fn collect(
    document: &mut RawDocument,
    parts: &mut Parts<'_>,
    body: &Body<'_>,
    context: Context<'_>,
    elements: &mut WordElements,
) -> Result<Result<(), ReadError>, ReadError> {
    let comments = parts.of_kind("comments")?;
    let margins = margins(parts, body)?;
    elements.margins = u32::try_from(margins.len()).unwrap_or(u32::MAX);
    Ok(read(document, &comments, &margins, body, context).map(|count| elements.comments = count))
}

/// A header or footer: what it is, its number, its text.
type Margin = (AsideKind, u32, String);

/// Those that a section uses. Numbers count the relationships to headers and footers in the order written, from 1.
fn margins(parts: &mut Parts<'_>, body: &Body<'_>) -> Result<Vec<Margin>, ReadError> {
    let kind = |word: &str| match word {
        "header" => Some(AsideKind::Header),
        "footer" => Some(AsideKind::Footer),
        _ => None,
    };
    let all = parts.related.iter().filter_map(|relation| Some((kind(&relation.kind)?, relation)));
    let mut unused: BTreeMap<String, (AsideKind, u32, Option<String>)> = (1_u32..)
        .zip(all)
        .map(|(number, (kind, relation))| (relation.id.clone(), (kind, number, relation.target.clone())))
        .collect();
    let mut found: Vec<Margin> = Vec::new();
    for id in &body.margins {
        let Some((kind, number, Some(target))) = unused.remove(id) else { continue };
        found.extend(parts.package.part(&target)?.map(|xml| (kind, number, xml)));
    }
    Ok(found)
}

fn read(
    document: &mut RawDocument,
    comments: &str,
    margins: &[Margin],
    body: &Body<'_>,
    context: Context<'_>,
) -> Result<u32, ReadError> {
    for (kind, number, xml) in margins {
        let part = DocxPart::Margin(*number);
        let margin = Body::read(xml, "header.xml", part, context, Numbering::default())?;
        let origin = Some(Origin::Docx { part, paragraph: 0, run: None, offset: 0 });
        let text = printed(&margin.blocks);
        // Sections repeat what the one before has.
        let known = document.asides.iter().any(|aside| aside.kind == *kind && aside.text == text);
        if !text.is_empty() && !known {
            document.asides.push(Aside { kind: *kind, text, author: None, origin });
        }
    }
    let mut count = 0;
    let found = Body::read(comments, "comments.xml", DocxPart::Comments, context, Numbering::default())?;
    for entry in found.entries {
        let own = Origin::Docx { part: DocxPart::Comments, paragraph: entry.paragraph, run: None, offset: 0 };
        document.asides.push(Aside {
            kind: AsideKind::Comment,
            text: printed(&entry.blocks),
            author: entry.author,
            origin: Some(body.comments.get(&entry.id).copied().unwrap_or(own)),
        });
        count += 1;
    }
    Ok(count)
}

/// The lines as printed; the cells of a row of a table stand side by side.
fn printed(blocks: &[Block]) -> String {
    let cell = |lines: &Vec<Line>| lines.iter().map(Line::text).collect::<Vec<_>>().join(" ");
    let mut lines = Vec::new();
    for block in blocks {
        match block {
            Block::Line(line) => lines.push(line.text()),
            Block::Table(table) => {
                lines
                    .extend(table.rows.iter().map(|row| row.iter().map(cell).collect::<Vec<_>>().join("\t")));
            }
        }
    }
    let lines: Vec<&str> = lines.iter().map(|line| line.trim()).filter(|line| !line.is_empty()).collect();
    lines.join("\n")
}
