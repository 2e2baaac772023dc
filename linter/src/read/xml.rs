//! A walk over the XML of Office files, with the prefix of the main namespace taken off and the depth counted.

use crate::read::ReadError;
use crate::source::Limits;
use quick_xml::Reader;
use quick_xml::XmlVersion;
use quick_xml::events::{BytesStart, Event};
use std::ops::Range;

/// Bytes at the beginning of a part in which its namespaces are declared.
const HEAD: usize = 16 * 1024;

/// One step of the walk.
pub(crate) enum Step<'a> {
    /// `<w:p …>` and `<w:p …/>` alike.
    Open(Element<'a>),
    /// The end of the element that was opened last.
    Close,
    /// Text.
    Text(String),
    /// The end of the part.
    End,
}

/// An opened element.
pub(crate) struct Element<'a> {
    start: BytesStart<'a>,
    prefix: &'a str,
}

impl Element<'_> {
    /// `p` for `w:p`; other prefixes stay: `mc:Fallback`.
    pub(crate) fn name(&self) -> &str {
        strip(self.start.name().into_inner(), self.prefix)
    }

    /// An attribute by its name without a prefix.
    pub(crate) fn attribute(&self, name: &str) -> Option<String> {
        self.start.attributes().with_checks(false).flatten().find_map(|attribute| {
            let key = attribute.key.into_inner();
            let local = key.split_once(':').map_or(key, |(_, local)| local);
            (local == name)
                .then(|| attribute.normalized_value(XmlVersion::Implicit1_0).ok().map(|v| v.into_owned()))?
        })
    }

    /// `w:val` as a number.
    pub(crate) fn number(&self) -> Option<u32> {
        self.attribute("val")?.parse().ok()
    }

    /// An on/off property: on unless `w:val` says no.
    pub(crate) fn is_on(&self) -> bool {
        !matches!(self.attribute("val").as_deref(), Some("0" | "false" | "off"))
    }
}

fn strip<'a>(name: &'a str, prefix: &str) -> &'a str {
    if prefix.is_empty() {
        return name;
    }
    name.strip_prefix(prefix).and_then(|rest| rest.strip_prefix(':')).unwrap_or(name)
}

/// A walk over one part.
pub(crate) struct Walker<'a> {
    reader: Reader<&'a [u8]>,
    part: &'a str,
    prefix: &'a str,
    depth: u64,
    limit: u64,
    start: u64,
}

impl<'a> Walker<'a> {
    /// Starts the walk.
    pub(crate) fn new(xml: &'a str, part: &'a str, limits: &Limits) -> Self {
        let mut reader = Reader::from_str(xml);
        reader.config_mut().expand_empty_elements = true;
        Self { reader, part, prefix: main_namespace(xml).0, depth: 0, limit: limits.max_xml_depth, start: 0 }
    }

    /// The bytes of the step that was taken last. Behind `<w:p/>` the step that closes it has none.
    pub(crate) fn span(&self) -> Range<usize> {
        self.start as usize..self.reader.buffer_position() as usize
    }

    /// The next step.
    pub(crate) fn step(&mut self) -> Result<Step<'a>, ReadError> {
        loop {
            self.start = self.reader.buffer_position();
            let event = self.reader.read_event().map_err(|_| self.broken())?;
            match event {
                Event::Start(start) | Event::Empty(start) => {
                    self.depth += 1;
                    if self.depth > self.limit {
                        return Err(ReadError::XmlDepth { part: self.part.to_owned(), limit: self.limit });
                    }
                    return Ok(Step::Open(Element { start, prefix: self.prefix }));
                }
                Event::End(_) => {
                    self.depth = self.depth.saturating_sub(1);
                    return Ok(Step::Close);
                }
                Event::Text(text) => return Ok(Step::Text(text.xml10_content().into_owned())),
                Event::CData(text) => return Ok(Step::Text(text.xml10_content().into_owned())),
                Event::GeneralRef(reference) => {
                    let character = reference.resolve_char_ref().map_err(|_| self.broken())?;
                    let name = reference.xml10_content();
                    let text = match character {
                        Some(character) => character.to_string(),
                        // A custom entity is never expanded.
                        None => quick_xml::escape::resolve_predefined_entity(&name).unwrap_or("").to_owned(),
                    };
                    return Ok(Step::Text(text));
                }
                // Packages have no document type; one would only be there to define entities.
                Event::DocType(_) => return Err(ReadError::XmlDoctype { part: self.part.to_owned() }),
                Event::Eof if self.depth > 0 => return Err(self.broken()),
                Event::Eof => return Ok(Step::End),
                _ => {}
            }
        }
    }

    fn broken(&self) -> ReadError {
        ReadError::XmlBroken { part: self.part.to_owned() }
    }
}

/// The prefix that a part binds to the main namespace of Word or Excel, transitional or strict, and that namespace.
pub(crate) fn main_namespace(xml: &str) -> (&str, &'static str) {
    const NAMES: [&str; 4] = [
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
        "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
        "http://purl.oclc.org/ooxml/spreadsheetml/main",
    ];
    // Declarations stand on the root: nothing further down is looked at.
    let head = xml.get(..xml.floor_char_boundary(HEAD)).unwrap_or(xml);
    let bound = NAMES.iter().find_map(|name| {
        let before = head.get(..head.find(name)?)?;
        let declaration = before.get(before.rfind("xmlns")? + "xmlns".len()..)?;
        let prefix = declaration.trim_end_matches(['"', '\'', ' ', '=']);
        Some((prefix.trim_start_matches(':'), *name))
    });
    bound.unwrap_or(("w", NAMES[0]))
}
