//! Where in the bytes of a Word file everything stands, for whoever puts something in between.
//!
//! Indices of paragraphs and runs are those of [`Origin::Docx`]: the characters are traced by the very walk that reads
//! the text ([`Body::trace`]), and a `w:p` counts here as it counts there. The file is only looked at.

use std::collections::BTreeMap;
use std::ops::Range;

use super::Parts;
pub(crate) use super::body::Stretch;
use super::body::{Body, Context};
use super::names::known;
use super::numbering::Numbering;
use super::styles::Styles;
use crate::document::{DocxPart, Origin};
use crate::read::ReadError;
use crate::read::package::Package;
use crate::read::xml::{Step, Walker, main_namespace};
use crate::source::ReadOptions;

/// The byte order mark.
pub(crate) const MARK: char = '\u{feff}';

/// An element of the main part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Member {
    /// Its name without the main prefix; empty for one that the reader does not know.
    pub(crate) name: &'static str,
    /// The element around it.
    pub(crate) parent: Option<usize>,
    /// Its opening tag, the whole of `<w:p/>`.
    pub(crate) open: Range<usize>,
    /// Its closing tag; empty where there is none.
    pub(crate) close: Range<usize>,
}

impl Member {
    /// All of it.
    pub(crate) fn whole(&self) -> Range<usize> {
        self.open.start..self.close.end
    }

    /// Between its tags; nothing for `<w:p/>`.
    pub(crate) fn is_childless(&self) -> bool {
        self.close.is_empty()
    }
}

/// The main part of a Word file, taken apart.
#[derive(Debug)]
pub(crate) struct Anatomy {
    /// Name of the main part, as written in the container.
    pub(crate) main: String,
    /// Its text, without a byte order mark.
    pub(crate) xml: String,
    /// Whether it begins with a byte order mark.
    pub(crate) marked: bool,
    /// The prefix of its main namespace.
    pub(crate) prefix: String,
    /// That namespace.
    pub(crate) namespace: &'static str,
    /// Its elements, in the order of their opening tags.
    pub(crate) members: Vec<Member>,
    /// The paragraphs among them.
    pub(crate) paragraphs: Vec<usize>,
    /// Fields made of runs that begin and end in one paragraph: from the first run to the last.
    pub(crate) fields: Vec<Range<usize>>,
    stretches: BTreeMap<(u32, u32), Vec<Stretch>>,
    notes: BTreeMap<DocxPart, Vec<(u32, String)>>,
    references: BTreeMap<(DocxPart, String), usize>,
}

impl Anatomy {
    /// Takes the main part apart.
    ///
    /// # Errors
    /// Those of reading the file; `read-encoding` where the main part is not in UTF-8, so that its bytes would not
    /// survive.
    pub(crate) fn open(bytes: &[u8], options: &ReadOptions) -> Result<Self, ReadError> {
        let limits = &options.limits;
        let mut package = Package::open(bytes, limits)?;
        let main = package.main_part("word/document.xml");
        let main = package.written(&main).ok_or(ReadError::ZipUnknown)?.to_owned();
        let related = package.relationships(&main).unwrap_or_default();
        let mut parts = Parts { package, main: main.clone(), related };
        let content = parts.package.bytes(&main)?.ok_or(ReadError::ZipUnknown)?;
        let mut xml = String::from_utf8(content).map_err(|_| ReadError::Encoding)?;
        let marked = xml.starts_with(MARK);
        if marked {
            xml.drain(..MARK.len_utf8());
        }
        let (prefix, namespace) = main_namespace(&xml);
        let styles = Styles::default();
        let reading = options.revisions.unwrap_or_default();
        let context = Context { styles: &styles, limits, reading };
        let mut anatomy = Self {
            prefix: prefix.to_owned(),
            namespace,
            members: Vec::new(),
            paragraphs: Vec::new(),
            fields: Vec::new(),
            stretches: BTreeMap::new(),
            notes: BTreeMap::new(),
            references: BTreeMap::new(),
            main,
            xml: String::new(),
            marked,
        };
        for stretch in Body::trace(&xml, &anatomy.main, context, Numbering::default())? {
            anatomy.stretches.entry((stretch.paragraph, stretch.run)).or_default().push(stretch);
        }
        anatomy.dissect(&xml, options)?;
        for (kind, part) in [("footnotes", DocxPart::Footnotes), ("endnotes", DocxPart::Endnotes)] {
            let notes = note_starts(&parts.of_kind(kind)?, options).unwrap_or_default();
            anatomy.notes.insert(part, notes);
        }
        anatomy.xml = xml;
        Ok(anatomy)
    }

    fn dissect(&mut self, xml: &str, options: &ReadOptions) -> Result<(), ReadError> {
        let mut walker = Walker::new(xml, &self.main, &options.limits);
        let mut path: Vec<usize> = Vec::new();
        let mut fields: Vec<Option<usize>> = Vec::new();
        loop {
            match walker.step()? {
                Step::Open(element) => {
                    let name = known(element.name());
                    let open = walker.span();
                    let index = self.members.len();
                    match name {
                        "p" => self.paragraphs.push(index),
                        "footnoteReference" | "endnoteReference" => {
                            let part = if name == "footnoteReference" {
                                DocxPart::Footnotes
                            } else {
                                DocxPart::Endnotes
                            };
                            if let Some(id) = element.attribute("id") {
                                self.references.entry((part, id)).or_insert(index);
                            }
                        }
                        "fldChar" => match element.attribute("fldCharType").as_deref() {
                            Some("begin") => fields.push(path.last().copied()),
                            Some("end") => {
                                let ends = (fields.pop().flatten(), path.last().copied());
                                if let (Some(first), Some(last)) = ends {
                                    self.fields.extend(self.between(first, last));
                                }
                            }
                            _ => {}
                        },
                        _ => {}
                    }
                    let close = open.end..open.end;
                    self.members.push(Member { name, parent: path.last().copied(), open, close });
                    path.push(index);
                }
                Step::Close => {
                    let span = walker.span();
                    if let Some(member) = path.pop().and_then(|index| self.members.get_mut(index)) {
                        member.close = span;
                    }
                }
                Step::Text(_) => {}
                Step::End => break,
            }
        }
        // The last run of a field was still open when the field was noted.
        let ends: BTreeMap<usize, usize> =
            self.members.iter().map(|member| (member.open.start, member.close.end)).collect();
        for field in &mut self.fields {
            field.end = ends.get(&field.end).copied().unwrap_or(field.end);
        }
        Ok(())
    }

    /// The field between two runs of one parent; its end is the beginning of the last run until that is closed.
    fn between(&self, first: usize, last: usize) -> Option<Range<usize>> {
        let (first, last) = (self.members.get(first)?, self.members.get(last)?);
        (first.parent == last.parent).then_some(first.open.start..last.open.start)
    }

    /// The element, if there is one of this index.
    pub(crate) fn member(&self, index: usize) -> Option<&Member> {
        self.members.get(index)
    }

    /// The bytes of a range of the main part.
    pub(crate) fn slice(&self, range: Range<usize>) -> &str {
        self.xml.get(range).unwrap_or_default()
    }

    /// The innermost element whose tags or content hold the byte.
    pub(crate) fn around(&self, byte: usize) -> Option<usize> {
        let after = self.members.partition_point(|member| member.open.start <= byte);
        self.up(after.checked_sub(1)?).find(|index| {
            self.member(*index).is_some_and(|member| byte < member.close.end.max(member.open.end))
        })
    }

    /// An element and those around it, innermost first.
    pub(crate) fn up(&self, from: usize) -> impl Iterator<Item = usize> + '_ {
        std::iter::successors(Some(from), |index| self.member(*index)?.parent)
    }

    /// The children of an element.
    pub(crate) fn children(&self, parent: usize) -> impl Iterator<Item = (usize, &Member)> + '_ {
        let end = self.member(parent).map_or(0, |member| member.close.end);
        let inside = self.members.iter().enumerate().skip(parent + 1);
        inside
            .take_while(move |(_, member)| member.open.start < end)
            .filter(move |(_, member)| member.parent == Some(parent))
    }

    /// The child of this name.
    pub(crate) fn child(&self, parent: usize, name: &str) -> Option<usize> {
        self.children(parent).find(|(_, member)| member.name == name).map(|(index, _)| index)
    }

    /// The characters at an origin in the main part, and which of them is meant.
    pub(crate) fn stretch(&self, paragraph: u32, run: u32, offset: u32) -> Option<(&Stretch, usize)> {
        let of_run = self.stretches.get(&(paragraph, run))?;
        let found = of_run.iter().find(|stretch| {
            let count = stretch.text.chars().count() as u32;
            (stretch.offset..stretch.offset.saturating_add(count)).contains(&offset)
        })?;
        Some((found, (offset - found.offset) as usize))
    }

    /// The characters of a run, in order.
    pub(crate) fn of_run(&self, paragraph: u32, run: u32) -> &[Stretch] {
        self.stretches.get(&(paragraph, run)).map(Vec::as_slice).unwrap_or_default()
    }

    /// The characters of a paragraph, in order.
    pub(crate) fn of_paragraph(&self, paragraph: u32) -> impl Iterator<Item = &Stretch> + '_ {
        self.stretches.range((paragraph, 0)..=(paragraph, u32::MAX)).flat_map(|(_, stretches)| stretches)
    }

    /// All characters, paragraph by paragraph.
    pub(crate) fn all(&self) -> impl Iterator<Item = &Stretch> + '_ {
        self.stretches.values().flatten()
    }

    /// The element by which the main text refers to the note that a paragraph of a part of notes belongs to.
    pub(crate) fn reference(&self, origin: Origin) -> Option<usize> {
        let Origin::Docx { part, paragraph, .. } = origin else { return None };
        let notes = self.notes.get(&part)?;
        let at = notes.partition_point(|(first, _)| *first <= paragraph).checked_sub(1)?;
        let (_, id) = notes.get(at)?;
        self.references.get(&(part, id.clone())).copied()
    }
}

/// The notes of a part: the index of the first paragraph of each, and its id.
fn note_starts(xml: &str, options: &ReadOptions) -> Result<Vec<(u32, String)>, ReadError> {
    let mut walker = Walker::new(xml, "footnotes.xml", &options.limits);
    let (mut found, mut paragraphs) = (Vec::new(), 0_u32);
    loop {
        match walker.step()? {
            Step::Open(element) => match element.name() {
                "footnote" | "endnote" => {
                    found.push((paragraphs, element.attribute("id").unwrap_or_default()));
                }
                "p" => paragraphs = paragraphs.saturating_add(1),
                _ => {}
            },
            Step::End => return Ok(found),
            _ => {}
        }
    }
}
