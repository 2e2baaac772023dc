//! Puts marks and paragraphs between the bytes of the main part. Every byte that was there stays, in its order.

use std::collections::BTreeMap;

use super::anchors::{Anchor, Cut};
use crate::read::docx::anatomy::Anatomy;

/// What stands at one byte, in this order: new paragraphs, ends of comments, comments on one point, beginnings.
#[derive(Debug, Default)]
struct Site {
    blocks: String,
    ends: String,
    points: String,
    starts: String,
    cut: Option<Cut>,
}

/// Additions to the main part of a file.
pub(super) struct Splice<'a> {
    anatomy: &'a Anatomy,
    sites: BTreeMap<usize, Site>,
}

impl<'a> Splice<'a> {
    pub(super) fn new(anatomy: &'a Anatomy) -> Self {
        Self { anatomy, sites: BTreeMap::new() }
    }

    /// Adds the marks of the comment with this id.
    pub(super) fn comment(&mut self, id: u32, anchor: Anchor) {
        let Anchor { start, end } = anchor;
        let first = self.mark("commentRangeStart", id);
        let names = Names::of(self.anatomy);
        let reference = names.around("r", "", &self.mark("commentReference", id));
        let last = format!("{}{reference}", self.mark("commentRangeEnd", id));
        if start.byte() == end.byte() {
            self.site(start).points.push_str(&format!("{first}{last}"));
        } else {
            self.site(start).starts.push_str(&first);
            self.site(end).ends.push_str(&last);
        }
    }

    /// Adds paragraphs before a byte between two of them.
    pub(super) fn blocks(&mut self, byte: usize, blocks: &str) {
        self.sites.entry(byte).or_default().blocks.push_str(blocks);
    }

    fn site(&mut self, cut: Cut) -> &mut Site {
        let site = self.sites.entry(cut.byte()).or_default();
        site.cut.get_or_insert(cut);
        site
    }

    fn mark(&self, name: &str, id: u32) -> String {
        Names::of(self.anatomy).empty(name, &[("id", &id.to_string())])
    }

    /// The main part with everything in its place.
    pub(super) fn finish(self) -> String {
        let xml = &self.anatomy.xml;
        let mut out = String::with_capacity(xml.len() + self.sites.len() * 200);
        let mut done = 0;
        for (byte, site) in &self.sites {
            out.push_str(self.anatomy.slice(done..*byte));
            done = *byte;
            let marks = format!("{}{}{}{}", site.blocks, site.ends, site.points, site.starts);
            let (close, open) = site.cut.map(|cut| self.seam(cut)).unwrap_or_default();
            out.push_str(&format!("{close}{marks}{open}"));
        }
        out.push_str(self.anatomy.slice(done..xml.len()));
        out
    }

    /// What ends a run before a cut in it, and what begins it again behind: the same tags, the same properties.
    fn seam(&self, cut: Cut) -> (String, String) {
        let anatomy = self.anatomy;
        let tags = |index: usize| {
            let member = anatomy.member(index);
            let open = member.map(|member| anatomy.slice(member.open.clone())).unwrap_or_default();
            let close = member.map(|member| anatomy.slice(member.close.clone())).unwrap_or_default();
            (open.to_owned(), close.to_owned())
        };
        let run = |run: usize| {
            let (open, close) = tags(run);
            let properties = anatomy.child(run, "rPr").and_then(|index| anatomy.member(index));
            let properties = properties.map(|member| anatomy.slice(member.whole())).unwrap_or_default();
            (close, format!("{open}{properties}"))
        };
        match cut {
            Cut::Between(_) => Default::default(),
            Cut::Run(_, index) => run(index),
            Cut::Text(byte, index, text) => {
                let (run_close, run_open) = run(index);
                let (open, close) = tags(text);
                let rest = anatomy.slice(byte..anatomy.xml.len());
                let open = if rest.starts_with([' ', '\t', '\n']) { preserving(&open) } else { open };
                (format!("{close}{run_close}"), format!("{run_open}{open}"))
            }
        }
    }
}

/// The tag of a text whose spaces count.
fn preserving(tag: &str) -> String {
    match tag.strip_suffix('>') {
        Some(rest) if !tag.contains("xml:space") => format!("{rest} xml:space=\"preserve\">"),
        _ => tag.to_owned(),
    }
}

/// How elements of the main namespace are written in the main part.
#[derive(Debug, Clone, Copy)]
pub(super) struct Names<'a> {
    prefix: &'a str,
    namespace: &'a str,
}

impl<'a> Names<'a> {
    pub(super) fn of(anatomy: &'a Anatomy) -> Self {
        Self { prefix: &anatomy.prefix, namespace: anatomy.namespace }
    }

    /// Names in another part.
    pub(super) const fn with(prefix: &'a str, namespace: &'a str) -> Self {
        Self { prefix, namespace }
    }

    /// An element without content; the names of its attributes are of the main namespace, too.
    pub(super) fn empty(self, name: &str, attributes: &[(&str, &str)]) -> String {
        format!("<{}{}/>", self.element(name), self.attributes(attributes))
    }

    /// An element with content. `attributes` are written as [`Self::attributes`] gives them.
    pub(super) fn around(self, name: &str, attributes: &str, content: &str) -> String {
        let element = self.element(name);
        format!("<{element}{attributes}>{content}</{element}>")
    }

    fn element(self, name: &str) -> String {
        if self.prefix.is_empty() { name.to_owned() } else { format!("{}:{name}", self.prefix) }
    }

    /// ` w:id="3"` for each; where elements go without a prefix, attributes cannot, and bring its declaration along.
    pub(super) fn attributes(self, attributes: &[(&str, &str)]) -> String {
        let mut out = String::new();
        let prefix = if self.prefix.is_empty() { "w" } else { self.prefix };
        if self.prefix.is_empty() && !attributes.is_empty() {
            out.push_str(&format!(" xmlns:w=\"{}\"", self.namespace));
        }
        for (name, value) in attributes {
            out.push_str(&format!(" {prefix}:{name}=\"{}\"", escaped(value)));
        }
        out
    }

    /// Runs of text: tabs and breaks as Word writes them. `properties` is a whole `w:rPr` or nothing.
    pub(super) fn run(self, properties: &str, text: &str) -> String {
        let mut content = properties.to_owned();
        for (index, line) in text.split('\n').enumerate() {
            if index > 0 {
                content.push_str(&self.empty("br", &[]));
            }
            for (index, piece) in line.split('\t').enumerate() {
                if index > 0 {
                    content.push_str(&self.empty("tab", &[]));
                }
                if !piece.is_empty() {
                    content.push_str(&self.around("t", " xml:space=\"preserve\"", &escaped(piece)));
                }
            }
        }
        self.around("r", "", &content)
    }
}

/// Text as XML writes it, without what XML cannot hold.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\t' | '\n' => out.push(character),
            _ if character.is_control() || matches!(character, '\u{fffe}' | '\u{ffff}') => {}
            _ => out.push(character),
        }
    }
    out
}
