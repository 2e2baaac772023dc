//! A new article as the lines of a document: each is set like a line that is there already.
//!
//! The neighbouring articles show how the document writes headings, 項 and 号: on lines of their own or not, with which
//! digits and brackets, typed or counted by Word. What no neighbour shows is written as the program proposes it.

use super::number::{Digits, Label};
use super::{Insertion, Number, Provision};
use crate::document::{Document, Node, NodeId, NodeType, Origin, TextSpan};
use crate::normalise::normalise;

/// A document as it is printed: lines of a text file, paragraphs of a Word file.
pub(crate) trait Paper {
    /// The line that a place stands on.
    fn line(&self, origin: Origin) -> Option<usize>;
    /// What is typed on it, computed numbers left out.
    fn printed(&self, line: usize) -> Option<&str>;
}

/// A line to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct NewLine {
    /// The line that it is set like.
    pub(crate) like: usize,
    /// What is typed.
    pub(crate) text: String,
    /// Whether Word counts the line that it is set like, and is not to count this one.
    pub(crate) uncounted: bool,
}

/// How the lines of one document are written.
pub(crate) struct Layout<'a, P> {
    pub(crate) document: &'a Document,
    pub(crate) paper: &'a P,
}

/// The beginning of a provision that is there: its line, and whether Word counts it.
#[derive(Debug, Clone, Copy)]
struct Sample<'a> {
    node: &'a Node,
    line: usize,
    computed: bool,
}

impl<P: Paper> Layout<'_, P> {
    /// The last line of an article.
    pub(crate) fn last_line(&self, article: NodeId) -> Option<usize> {
        let span = self.document.node(article)?.span;
        let text = self.document.slice(span).trim_end();
        let (at, _) = text.char_indices().next_back()?;
        self.line(span.start as usize + at)
    }

    /// The first line of an article.
    pub(crate) fn first_line(&self, article: NodeId) -> Option<usize> {
        let node = self.document.node(article)?;
        let starts = [Some(node.span), node.label, node.caption].into_iter().flatten();
        starts.filter_map(|span| self.line(span.start as usize)).min()
    }

    /// The lines of a new article.
    pub(crate) fn lines(&self, insertion: &Insertion) -> Vec<NewLine> {
        let samples = self.near(insertion.node);
        let Some(model) = samples.first().copied() else { return Vec::new() };
        let mut lines = Vec::new();
        let paragraphs = insertion.clause.paragraphs.as_slice();
        let inline = self.heading(model, insertion, &mut lines);
        let counted = insertion.number == Number::Computed;
        for (index, provision) in paragraphs.iter().enumerate() {
            if index == 0 && inline {
                if let Some(line) = lines.last_mut() {
                    line.text.push_str(&provision.text);
                }
            } else {
                lines.push(self.paragraph(&samples, index, paragraphs.len(), provision, counted, model.line));
            }
            // Word counts on from an item: below a first 項 without a number, the next one would be the third.
            let skips = index == 0 && paragraphs.len() > 1 && self.first_is_bare(&samples);
            for (number, text) in (1_u32..).zip(&provision.items) {
                lines.push(self.item(&samples, number, text, counted && !skips, model.line));
            }
        }
        lines
    }

    fn line(&self, byte: usize) -> Option<usize> {
        let byte = u32::try_from(byte).ok()?;
        self.paper.line(self.document.source_map.locate(&self.document.text, byte)?)
    }

    /// Articles as samples, those with a caption first, then by their distance from the one behind which a new article
    /// stands.
    fn near(&self, article: NodeId) -> Vec<Sample<'_>> {
        let all = self.document.nodes().filter(|(_, node)| node.node_type == NodeType::Article);
        let mut all: Vec<(NodeId, Sample<'_>)> =
            all.filter_map(|(id, node)| Some((id, self.sample(node)?))).collect();
        all.sort_by_key(|(id, sample)| (sample.node.caption.is_none(), id.0.abs_diff(article.0)));
        all.into_iter().map(|(_, sample)| sample).collect()
    }

    fn sample<'n>(&self, node: &'n Node) -> Option<Sample<'n>> {
        let start = node.label.or(node.text.first().copied()).unwrap_or(node.span).start;
        let origin = self.document.source_map.locate(&self.document.text, start)?;
        let computed = node.label.is_some() && matches!(origin, Origin::Docx { run: None, .. });
        Some(Sample { node, line: self.paper.line(origin)?, computed })
    }

    /// Writes the heading; true where the first 項 goes on in the same line.
    fn heading(&self, model: Sample<'_>, insertion: &Insertion, lines: &mut Vec<NewLine>) -> bool {
        let caption = &insertion.clause.caption;
        let counted = insertion.number == Number::Computed;
        let own_line = model.node.caption.and_then(|caption| self.line(caption.start as usize));
        let above = own_line.filter(|line| *line < model.line);
        if let Some(line) = above {
            let text = self.captioned(line, model.node.caption, caption);
            lines.push(NewLine { like: line, text, uncounted: false });
        }
        let printed = self.paper.printed(model.line).unwrap_or_default();
        let (label, rest) = match (Label::split(printed), &insertion.number) {
            (_, Number::Computed) => (String::new(), printed.trim_start()),
            (Some((label, rest)), Number::Typed(number)) if !model.computed => (label.with(number), rest),
            (_, Number::Typed(number)) => (self.spoken(model, number), printed.trim_start()),
        };
        let first = self.first_text(model.node);
        let inline = first.is_some_and(|line| line == model.line) && self.has_text(model.node, rest);
        let text = if above.is_some() {
            let gap = if label.ends_with(char::is_whitespace) || !inline { "" } else { "　" };
            format!("{label}{gap}")
        } else {
            let (mut text, tail) = self.caption_in(model.node.caption, rest, caption);
            if inline {
                let gap: String = tail.chars().take_while(|c| c.is_whitespace()).collect();
                text.push_str(if gap.is_empty() { "　" } else { &gap });
            } else {
                text.push_str(tail.trim_end());
            }
            format!("{label}{text}")
        };
        lines.push(NewLine { like: model.line, text, uncounted: model.computed && !counted });
        inline
    }

    /// The number that Word would not count, typed as it counts the others.
    fn spoken(&self, model: Sample<'_>, number: &str) -> String {
        let label = model.node.label.map(|label| self.document.slice(label)).unwrap_or_default();
        Label::split(label).map_or_else(|| number.to_owned(), |(label, _)| label.with(number))
    }

    /// The line on which the sentences of an article begin.
    fn first_text(&self, node: &Node) -> Option<usize> {
        let own = node.text.iter().find(|span| !span.is_empty()).copied();
        let below = || {
            let child = node.children.iter().filter_map(|child| self.document.node(*child)).next()?;
            Some(child.label.unwrap_or(child.span))
        };
        self.line(own.or_else(below)?.start as usize)
    }

    /// Whether anything but the caption stands behind the label.
    fn has_text(&self, node: &Node, rest: &str) -> bool {
        let caption = node.caption.map(|caption| self.document.slice(caption)).unwrap_or_default();
        let visible = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).count();
        visible(&normalise(rest)) > visible(caption)
    }

    /// A line that holds a caption alone, with another caption.
    fn captioned(&self, line: usize, span: Option<TextSpan>, caption: &str) -> String {
        let printed = self.paper.printed(line).unwrap_or_default();
        let (text, tail) = self.caption_in(span, printed, caption);
        format!("{text}{}", tail.trim_end())
    }

    /// A new caption in the place of the old one, up to its closing bracket, and what stood behind. Where there was none,
    /// it is put into brackets.
    fn caption_in<'t>(&self, span: Option<TextSpan>, text: &'t str, caption: &str) -> (String, &'t str) {
        let old = span.map(|span| self.document.slice(span)).unwrap_or_default();
        let words: Vec<char> = old.chars().filter(|c| c.is_alphanumeric()).collect();
        let find = || {
            let first = normalise_char(*words.first()?);
            let start = text.char_indices().find(|(_, c)| normalise_char(*c) == first)?.0;
            let inner = text.get(start..)?;
            let mut left = words.len();
            let mut end = 0;
            for (at, c) in inner.char_indices() {
                left -= usize::from(normalise(c.encode_utf8(&mut [0; 4])).chars().any(char::is_alphanumeric));
                end = at + c.len_utf8();
                if left == 0 {
                    break;
                }
            }
            let behind = inner.get(end..)?;
            let rest = behind.trim_start_matches(['）', ')', '】', '〕', ']', '」', '*']);
            let brackets = behind.strip_suffix(rest)?;
            Some((format!("{}{caption}{brackets}", text.get(..start)?), rest))
        };
        match find() {
            Some(found) if !words.is_empty() => found,
            _ => (format!("（{caption}）"), ""),
        }
    }

    /// A 項 that is set like one of a neighbour with as many of them: one alone, or several.
    fn paragraph(
        &self,
        samples: &[Sample<'_>],
        index: usize,
        count: usize,
        provision: &Provision,
        counted: bool,
        otherwise: usize,
    ) -> NewLine {
        let of = |sample: &Sample<'_>| -> Vec<&Node> { self.children(sample.node, &[NodeType::Paragraph]) };
        let alike = samples.iter().find_map(|sample| {
            let own = of(sample);
            let fits = if count > 1 { own.len() > 1 } else { own.len() == 1 };
            let node = own.get(index.min(1)).filter(|_| fits)?;
            self.sample(node).filter(|found| index > 0 || found.line != sample.line)
        });
        let any = || {
            samples.iter().find_map(|sample| {
                let found = self.sample(of(sample).first()?)?;
                (found.line != sample.line).then_some(found)
            })
        };
        let number = u32::try_from(index + 1).unwrap_or(u32::MAX);
        match alike.or_else(any) {
            Some(sample) => self.numbered(sample, number, &provision.text, counted),
            None => {
                let label = if count > 1 { format!("{number}　") } else { String::new() };
                NewLine { like: otherwise, text: format!("{label}{}", provision.text), uncounted: false }
            }
        }
    }

    /// Whether the document gives its first 項 no number where Word counts the second.
    fn first_is_bare(&self, samples: &[Sample<'_>]) -> bool {
        let several = samples
            .iter()
            .map(|sample| self.children(sample.node, &[NodeType::Paragraph]))
            .find(|all| all.len() > 1);
        several.is_some_and(|all| {
            let second = all.get(1).and_then(|node| self.sample(node));
            all.first().is_some_and(|first| first.label.is_none())
                && second.is_some_and(|second| second.computed)
        })
    }

    fn item(
        &self,
        samples: &[Sample<'_>],
        number: u32,
        text: &str,
        counted: bool,
        otherwise: usize,
    ) -> NewLine {
        let first = |node: &Node| {
            let below = self.children(node, &[NodeType::Paragraph]).into_iter();
            let items = below.flat_map(|one| self.children(one, &[NodeType::Item]));
            // アイウ tell nothing of how a number is written.
            let is_numbered = |item: &&Node| {
                let number = item.number.as_deref().unwrap_or_default();
                item.label.is_some() && !number.is_empty() && number.chars().all(|c| c.is_ascii_digit())
            };
            items.filter(is_numbered).find_map(|item| self.sample(item))
        };
        match samples.iter().find_map(|sample| first(sample.node)) {
            Some(sample) => self.numbered(sample, number, text, counted),
            None => NewLine { like: otherwise, text: format!("（{number}）{text}"), uncounted: false },
        }
    }

    fn children<'n>(&'n self, node: &Node, types: &[NodeType]) -> Vec<&'n Node> {
        let children = node.children.iter().filter_map(|child| self.document.node(*child));
        children.filter(|child| types.contains(&child.node_type)).collect()
    }

    /// A provision with the label that its like would have.
    fn numbered(&self, sample: Sample<'_>, number: u32, text: &str, counted: bool) -> NewLine {
        let has_label = sample.node.label.is_some();
        let label = if !has_label || (sample.computed && counted) {
            String::new()
        } else if sample.computed {
            let shown = sample.node.label.map(|label| self.document.slice(label)).unwrap_or_default();
            let label = Label::split(shown).map(|(label, _)| label.with(&number.to_string()));
            format!("{}　", label.unwrap_or_else(|| number.to_string()).trim())
        } else {
            let printed = self.paper.printed(sample.line).unwrap_or_default();
            let label = Label::split(printed).map(|(label, _)| label.with(&number.to_string()));
            label.unwrap_or_else(|| format!("{}　", Digits::Ascii.write(number)))
        };
        let indent = if has_label { String::new() } else { self.indent(sample.line) };
        NewLine {
            like: sample.line,
            text: format!("{indent}{label}{text}"),
            uncounted: sample.computed && !counted,
        }
    }

    /// Space at the beginning of a line.
    fn indent(&self, line: usize) -> String {
        let printed = self.paper.printed(line).unwrap_or_default();
        printed.chars().take_while(|c| c.is_whitespace()).collect()
    }
}

fn normalise_char(character: char) -> String {
    normalise(character.encode_utf8(&mut [0; 4]))
}
