//! New articles as paragraphs of a Word file that look like their neighbours, as ordinary text or as tracked insertions.

use super::parts::Ids;
use super::signed;
use super::splice::{Names, Splice};
use crate::document::{Document, DocxPart, Origin};
use crate::mend::layout::{Layout, NewLine, Paper};
use crate::mend::{Insertion, Plan, Why};
use crate::read::docx::anatomy::Anatomy;

/// Elements between whose children a paragraph may stand.
const CONTAINERS: [&str; 4] = ["body", "tc", "sdtContent", "customXml"];
/// Properties of a paragraph that come before its numbering, in the order that Word asks for.
const BEFORE_NUMBER: [&str; 6] =
    ["pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl"];
/// Properties that belong to the one paragraph that has them.
const ITS_OWN: [&str; 5] = ["rPr", "sectPr", "pPrChange", "pageBreakBefore", "framePr"];

/// Whose hand writes.
#[derive(Debug, Clone, Copy)]
pub(super) enum Hand<'a> {
    /// Ordinary text.
    Plain,
    /// A tracked insertion of this day.
    Tracked { date: &'a str },
}

/// The paragraphs of the main part, with what is typed in each.
struct Typed(Vec<String>);

impl Typed {
    fn of(anatomy: &Anatomy) -> Self {
        let mut typed = vec![String::new(); anatomy.paragraphs.len()];
        for stretch in anatomy.all() {
            if let Some(text) = typed.get_mut(stretch.paragraph as usize) {
                text.push_str(&stretch.text);
            }
        }
        Self(typed)
    }
}

impl Paper for Typed {
    fn line(&self, origin: Origin) -> Option<usize> {
        match origin {
            Origin::Docx { part: DocxPart::Document, paragraph, .. } => Some(paragraph as usize),
            _ => None,
        }
    }

    fn printed(&self, line: usize) -> Option<&str> {
        self.0.get(line).map(String::as_str)
    }
}

/// Writes the articles of a plan into one file.
pub(super) struct Inserter<'a> {
    anatomy: &'a Anatomy,
    document: &'a Document,
    typed: Typed,
}

impl<'a> Inserter<'a> {
    pub(super) fn new(anatomy: &'a Anatomy, document: &'a Document) -> Self {
        Self { anatomy, document, typed: Typed::of(anatomy) }
    }

    fn layout(&self) -> Layout<'_, Typed> {
        Layout { document: self.document, paper: &self.typed }
    }

    /// The plan without what has no place between two paragraphs.
    pub(super) fn possible(&self, mut plan: Plan) -> Plan {
        plan.refuse(|insertion| self.place(insertion).is_none().then_some(Why::InTable));
        plan
    }

    /// Adds the articles.
    pub(super) fn insert(&self, plan: &Plan, hand: Hand<'_>, ids: &mut Ids, splice: &mut Splice<'_>) {
        let layout = self.layout();
        for insertion in &plan.insertions {
            let Some(byte) = self.place(insertion) else { continue };
            let lines = layout.lines(insertion);
            let blocks: String = lines.iter().map(|line| self.block(line, hand, ids)).collect();
            splice.blocks(byte, &blocks);
        }
    }

    /// The byte behind the article, between two paragraphs.
    fn place(&self, insertion: &Insertion) -> Option<usize> {
        let layout = self.layout();
        let at = |line: Option<usize>| self.anatomy.paragraphs.get(line?).copied();
        let first = at(layout.first_line(insertion.node))?;
        let last = at(layout.last_line(insertion.node))?;
        let around_first: Vec<usize> = self.anatomy.up(first).skip(1).collect();
        let path: Vec<usize> = self.anatomy.up(last).collect();
        let at = path.iter().skip(1).position(|index| around_first.contains(index))? + 1;
        let name = |index: usize| self.anatomy.member(index).map(|member| member.name).unwrap_or_default();
        let outer = path.get(at..)?;
        // A copy of the text box for old programs would not have the article.
        if outer.iter().any(|index| name(*index) == "txbxContent" || name(*index) == "p") {
            return None;
        }
        if CONTAINERS.contains(&name(*outer.first()?)) {
            return Some(self.anatomy.member(*path.get(at - 1)?)?.close.end);
        }
        // The article is spread over the cells of a table: behind the table, if it is the last one there.
        let table = outer.iter().rposition(|index| name(*index) == "tbl")?;
        let (table, home) = (outer.get(table)?, outer.get(table + 1)?);
        let table = self.anatomy.member(*table)?;
        let is_last = self.next(insertion).is_none_or(|next| next >= table.close.end);
        (is_last && CONTAINERS.contains(&name(*home))).then_some(table.close.end)
    }

    /// The byte at which the next article begins.
    fn next(&self, insertion: &Insertion) -> Option<usize> {
        let layout = self.layout();
        let node = self.document.node(insertion.node)?;
        let next = self
            .document
            .nodes()
            .find(|(_, other)| other.node_type == node.node_type && other.span.start >= node.span.end)?;
        let line = layout.first_line(next.0)?;
        Some(self.anatomy.member(*self.anatomy.paragraphs.get(line)?)?.open.start)
    }

    fn block(&self, line: &NewLine, hand: Hand<'_>, ids: &mut Ids) -> String {
        let names = Names::of(self.anatomy);
        let mark = match hand {
            Hand::Plain => String::new(),
            Hand::Tracked { date } => {
                let attributes = signed(names, ids.next(), date, false);
                names.around("ins", &attributes, "")
            }
        };
        let properties = self.paragraph_properties(line, &mark);
        let run = names.run(&self.run_properties(line.like), &line.text);
        let content = match hand {
            _ if line.text.is_empty() => String::new(),
            Hand::Plain => run,
            Hand::Tracked { date } => names.around("ins", &signed(names, ids.next(), date, false), &run),
        };
        names.around("p", "", &format!("{properties}{content}"))
    }

    /// The properties of the paragraph that a line is set like, with the mark of the insertion.
    fn paragraph_properties(&self, line: &NewLine, mark: &str) -> String {
        let anatomy = self.anatomy;
        let names = Names::of(anatomy);
        let own = anatomy.paragraphs.get(line.like).and_then(|like| anatomy.child(*like, "pPr"));
        let (mut before, mut behind, mut of_mark) = (String::new(), String::new(), mark.to_owned());
        for (index, child) in own.into_iter().flat_map(|own| anatomy.children(own)) {
            let name = self.name(child.open.clone());
            if child.name == "rPr" {
                of_mark.push_str(&self.lasting(index));
            } else if ITS_OWN.contains(&name) || (line.uncounted && name == "numPr") {
            } else if BEFORE_NUMBER.contains(&name) {
                before.push_str(anatomy.slice(child.whole()));
            } else {
                behind.push_str(anatomy.slice(child.whole()));
            }
        }
        let number = if line.uncounted {
            let nothing = [names.empty("ilvl", &[("val", "0")]), names.empty("numId", &[("val", "0")])];
            names.around("numPr", "", &nothing.concat())
        } else {
            String::new()
        };
        let of_mark = if of_mark.is_empty() { of_mark } else { names.around("rPr", "", &of_mark) };
        let all = format!("{before}{number}{behind}{of_mark}");
        if all.is_empty() { all } else { names.around("pPr", "", &all) }
    }

    /// The properties of the first characters of a paragraph.
    fn run_properties(&self, like: usize) -> String {
        let find = || {
            let stretch = self.anatomy.of_paragraph(u32::try_from(like).ok()?).next()?;
            let inner = self.anatomy.around(stretch.bytes.start)?;
            let is_run = |index: &usize| self.anatomy.member(*index).is_some_and(|one| one.name == "r");
            let run = self.anatomy.up(inner).find(is_run)?;
            Some(self.lasting(self.anatomy.child(run, "rPr")?))
        };
        let inner = find().unwrap_or_default();
        if inner.is_empty() { inner } else { Names::of(self.anatomy).around("rPr", "", &inner) }
    }

    /// The properties of characters without their tracked changes.
    fn lasting(&self, properties: usize) -> String {
        let changes = ["ins", "del", "moveFrom", "moveTo", "rPrChange"];
        let children = self.anatomy.children(properties);
        let kept = children.filter(|(_, child)| !changes.contains(&child.name));
        kept.map(|(_, child)| self.anatomy.slice(child.whole())).collect()
    }

    /// The name on a tag, without a prefix.
    fn name(&self, tag: std::ops::Range<usize>) -> &str {
        let tag = self.anatomy.slice(tag).trim_start_matches('<');
        let name = tag.split(|c: char| c.is_whitespace() || c == '/' || c == '>').next().unwrap_or_default();
        name.rsplit(':').next().unwrap_or_default()
    }
}
