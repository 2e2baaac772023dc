//! Elements in order. Text is escaped, and what XML cannot hold is left out.

use std::io::Result;

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};

/// An attribute: name and value.
pub(super) type Attribute<'a> = (&'a str, &'a str);

/// A part of the package while it is written.
pub(super) struct Xml(Writer<Vec<u8>>);

impl Xml {
    pub(super) fn new() -> Result<Self> {
        let mut writer = Writer::new(Vec::new());
        writer.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), Some("yes"))))?;
        Ok(Self(writer))
    }

    pub(super) fn open(&mut self, name: &str, attributes: &[Attribute<'_>]) -> Result<()> {
        self.0.write_event(Event::Start(start(name, attributes)))
    }

    pub(super) fn close(&mut self, name: &str) -> Result<()> {
        self.0.write_event(Event::End(BytesEnd::new(name)))
    }

    pub(super) fn empty(&mut self, name: &str, attributes: &[Attribute<'_>]) -> Result<()> {
        self.0.write_event(Event::Empty(start(name, attributes)))
    }

    /// An element with one attribute `w:val`.
    pub(super) fn value(&mut self, name: &str, value: &str) -> Result<()> {
        self.empty(name, &[("w:val", value)])
    }

    pub(super) fn text(&mut self, text: &str) -> Result<()> {
        self.0.write_event(Event::Text(BytesText::new(&printable(text))))
    }

    /// An element that holds only text.
    pub(super) fn leaf(&mut self, name: &str, attributes: &[Attribute<'_>], text: &str) -> Result<()> {
        self.open(name, attributes)?;
        self.text(text)?;
        self.close(name)
    }

    pub(super) fn into_bytes(self) -> Vec<u8> {
        self.0.into_inner()
    }
}

fn start<'a>(name: &'a str, attributes: &[Attribute<'_>]) -> BytesStart<'a> {
    let mut start = BytesStart::new(name);
    for (name, value) in attributes {
        start.push_attribute((*name, printable(value).as_str()));
    }
    start
}

fn printable(text: &str) -> String {
    let allowed = |c: &char| !c.is_control() && !matches!(c, '\u{fffe}' | '\u{ffff}');
    text.chars().filter(allowed).collect()
}
