//! The parts beside the main one that know of comments: the comments themselves, the relationship, the type.

use std::collections::{BTreeMap, BTreeSet};

use super::splice::Names;
use super::{AnnotateError, signed};
use crate::read::docx::anatomy::{Anatomy, MARK};
use crate::read::package::{Package, Relationship, sibling};
use crate::read::xml::{Step, Walker, main_namespace};
use crate::read::{ReadError, ReadOptions};

const CONTENT_TYPE: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml";
const RELATIONSHIPS: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
const TYPES: &str = "[Content_Types].xml";
/// Types of relationships in transitional and in strict files.
const KINDS: [&str; 2] = [
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "http://purl.oclc.org/ooxml/officeDocument/relationships",
];
/// Word counts ids in 32 bits.
const GREATEST: u32 = i32::MAX as u32;

/// Ids of marks: new ones lie beyond all that are in use.
pub(super) struct Ids {
    used: BTreeSet<u32>,
    next: u32,
}

impl Ids {
    /// All ids of a part.
    pub(super) fn of(xml: &str) -> Self {
        let mut ids = Self { used: BTreeSet::new(), next: 0 };
        ids.heed(xml);
        ids
    }

    /// Also those of another part.
    pub(super) fn heed(&mut self, xml: &str) {
        for (at, _) in xml.match_indices(":id=") {
            let value = xml.get(at + ":id=".len() + 1..).unwrap_or_default();
            let digits = value.split(['"', '\'']).next().unwrap_or_default();
            self.used.extend(digits.parse::<u32>().ok().filter(|id| *id <= GREATEST));
        }
        self.next = self.used.last().map_or(0, |last| last.saturating_add(1));
    }

    /// An id that nothing else has.
    pub(super) fn next(&mut self) -> u32 {
        if self.next > GREATEST {
            self.next = 0;
        }
        while self.used.contains(&self.next) {
            self.next = self.next.saturating_add(1);
        }
        self.used.insert(self.next);
        self.next
    }
}

/// The comments of a file, with what has to be changed for new ones.
pub(super) struct Comments {
    name: String,
    existing: Option<String>,
    relations: (String, Option<String>),
    types: String,
    namespace: &'static str,
    prefix: String,
    is_related: bool,
    new: String,
}

impl Comments {
    pub(super) fn open(
        bytes: &[u8],
        anatomy: &Anatomy,
        options: &ReadOptions,
    ) -> Result<Self, AnnotateError> {
        let mut package = Package::open(bytes, &options.limits)?;
        let related = package.relationships(&anatomy.main)?;
        let named = related.iter().find(|relation| relation.kind == "comments");
        let name = named.and_then(|relation| relation.target.clone());
        let name = name.unwrap_or_else(|| sibling(&anatomy.main, "comments.xml"));
        let name = package.written(&name).map_or(name.clone(), str::to_owned);
        let existing = utf8(&mut package, &name)?;
        let relations = rels_of(&anatomy.main);
        let relations = package.written(&relations).map_or(relations.clone(), str::to_owned);
        let relations_xml = utf8(&mut package, &relations)?;
        let types = package.written(TYPES).map_or(TYPES.to_owned(), str::to_owned);
        let types = utf8(&mut package, &types)?.ok_or(AnnotateError::Part { part: types })?;
        let (prefix, namespace) = match &existing {
            Some(xml) => main_namespace(xml),
            None => ("w", anatomy.namespace),
        };
        Ok(Self {
            is_related: related.iter().any(|relation: &Relationship| relation.kind == "comments"),
            prefix: prefix.to_owned(),
            namespace,
            relations: (relations, relations_xml),
            types,
            name,
            existing,
            new: String::new(),
        })
    }

    /// The comments that are there.
    pub(super) fn existing(&self) -> &str {
        self.existing.as_deref().unwrap_or_default()
    }

    /// Adds a comment of these lines, the first one bold.
    pub(super) fn add(&mut self, id: u32, date: &str, lines: &[String]) {
        let names = Names::with(&self.prefix, self.namespace);
        let mut paragraphs = String::new();
        for (index, line) in lines.iter().enumerate() {
            let mut content = String::new();
            let bold = names.around("rPr", "", &names.empty("b", &[]));
            if index == 0 {
                content.push_str(&names.around("r", "", &names.empty("annotationRef", &[])));
            }
            content.push_str(&names.run(if index == 0 { &bold } else { "" }, line));
            paragraphs.push_str(&names.around("p", "", &content));
        }
        self.new.push_str(&names.around("comment", &signed(names, id, date, true), &paragraphs));
    }

    /// The parts that change, by their names.
    pub(super) fn finish(self) -> Result<BTreeMap<String, Vec<u8>>, AnnotateError> {
        let mut parts = BTreeMap::new();
        if self.new.is_empty() {
            return Ok(parts);
        }
        let comments = match &self.existing {
            Some(xml) => before_end(xml, &self.new).ok_or(AnnotateError::Part { part: self.name.clone() })?,
            None => format!(
                "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<w:comments xmlns:w=\"{}\">{}</w:comments>",
                self.namespace, self.new
            ),
        };
        parts.insert(self.name.clone(), comments.into_bytes());
        if !self.is_related {
            let (name, xml) = self.relate()?;
            parts.insert(name, xml.into_bytes());
        }
        let part_name = format!("/{}", self.name);
        if !self.types.to_lowercase().contains(&format!("\"{}\"", part_name.to_lowercase())) {
            let part = prefixed(&self.types, "Override");
            let entry = format!("<{part} PartName=\"{part_name}\" ContentType=\"{CONTENT_TYPE}\"/>");
            let types = before_end(&self.types, &entry)
                .ok_or_else(|| AnnotateError::Part { part: TYPES.to_owned() })?;
            parts.insert(TYPES.to_owned(), types.into_bytes());
        }
        Ok(parts)
    }

    fn relate(&self) -> Result<(String, String), AnnotateError> {
        let (name, xml) = &self.relations;
        let empty = format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<Relationships xmlns=\"{RELATIONSHIPS}\"></Relationships>"
        );
        let xml = xml.as_ref().unwrap_or(&empty);
        let strict = self.namespace.contains("purl.oclc.org");
        let kind = KINDS.get(usize::from(strict)).copied().unwrap_or_default();
        let id =
            (1_u32..).map(|number| format!("rId{number}")).find(|id| !xml.contains(&format!("\"{id}\"")));
        let id = id.unwrap_or_default();
        // Beside the main part: the name alone is the way to it.
        let target = self.name.rsplit('/').next().unwrap_or(&self.name);
        let element = prefixed(xml, "Relationship");
        let entry = format!("<{element} Id=\"{id}\" Type=\"{kind}/comments\" Target=\"{target}\"/>");
        let xml = before_end(xml, &entry).ok_or_else(|| AnnotateError::Part { part: name.clone() })?;
        Ok((name.clone(), xml))
    }
}

fn rels_of(main: &str) -> String {
    match main.rsplit_once('/') {
        Some((folder, file)) => format!("{folder}/_rels/{file}.rels"),
        None => format!("_rels/{main}.rels"),
    }
}

/// A part that is in UTF-8, as it is; anything else would not survive.
fn utf8(package: &mut Package<'_>, name: &str) -> Result<Option<String>, AnnotateError> {
    let Some(bytes) = package.bytes(name)? else { return Ok(None) };
    String::from_utf8(bytes).map(Some).map_err(|_| AnnotateError::Read(ReadError::Encoding))
}

/// The XML with something before the end of its root; nothing where there is no such end.
fn before_end(xml: &str, new: &str) -> Option<String> {
    let limits = crate::source::Limits::default();
    let text = xml.strip_prefix(MARK).unwrap_or(xml);
    let skipped = xml.len() - text.len();
    let mut walker = Walker::new(text, "", &limits);
    let (mut depth, mut root, mut end) = (0_u32, None, None);
    loop {
        match walker.step().ok()? {
            Step::Open(_) => {
                root = root.or_else(|| Some(walker.span()));
                depth += 1;
            }
            Step::Close => {
                depth = depth.checked_sub(1)?;
                if depth == 0 {
                    end = end.or_else(|| Some(walker.span()));
                }
            }
            Step::Text(_) => {}
            Step::End => break,
        }
    }
    let (root, end) = (root?, end?);
    if !end.is_empty() {
        let at = skipped + end.start;
        return Some(format!("{}{new}{}", xml.get(..at)?, xml.get(at..)?));
    }
    // `<w:comments …/>`
    let tag = text.get(root.clone())?;
    let name: String = tag.chars().skip(1).take_while(|c| !c.is_whitespace() && *c != '/').collect();
    let open = tag.strip_suffix("/>")?;
    let before = xml.get(..skipped + root.start)?;
    let behind = xml.get(skipped + root.end..)?;
    Some(format!("{before}{open}>{new}</{name}>{behind}"))
}

/// A name with the prefix that the root of a part has.
fn prefixed(xml: &str, name: &str) -> String {
    let root = xml.match_indices('<').map(|(at, _)| xml.get(at + 1..).unwrap_or_default());
    let root = root.into_iter().find(|rest| rest.starts_with(|c: char| c.is_alphabetic()));
    let tag: &str =
        root.and_then(|rest| rest.split([' ', '>', '/', '\t', '\n', '\r']).next()).unwrap_or_default();
    match tag.split_once(':') {
        Some((prefix, _)) => format!("{prefix}:{name}"),
        None => name.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn things_go_before_the_end_of_the_root() {
        for (xml, wanted) in [
            ("<a><b/></a>", Some("<a><b/>NEW</a>")),
            ("<?xml version='1.0'?>\n<x:a q='1'/>", Some("<?xml version='1.0'?>\n<x:a q='1'>NEW</x:a>")),
            ("<a>", None),
            ("", None),
        ] {
            assert_eq!(before_end(xml, "NEW").as_deref(), wanted, "{xml}");
        }
        assert_eq!(prefixed("<?xml version='1.0'?><t:Types xmlns:t='x'/>", "Override"), "t:Override");
        assert_eq!(prefixed("<Types/>", "Override"), "Override");
    }

    #[test]
    fn ids_are_new() {
        let mut ids = Ids::of("<w:ins w:id=\"7\"/><w:del w:id='3'/>");
        ids.heed("<w:comment w:id=\"2147483647\"/>");
        assert_eq!([ids.next(), ids.next()], [0, 1]);
        let mut ids = Ids::of("<w:ins w:id=\"7\"/>");
        assert_eq!([ids.next(), ids.next()], [8, 9]);
    }
}
