//! A quoted sentence with the passages that decided underlined, drawn by `annotate-snippets`.
//!
//! A sentence of a contract is often wider than a terminal: it is wrapped here, and each line gets its own part of the
//! underline. Lines without a passage are left out where the sentence is very long.

use std::ops::Range;

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};

use super::layout;

/// A passage in the text of a document and the words under it.
pub(super) struct Mark {
    /// Bytes of the document's text.
    pub(super) bytes: Range<usize>,
    /// What it is to the verdict.
    pub(super) label: String,
}

/// A sentence to quote.
pub(super) struct Quote<'a> {
    /// The text of the whole document.
    pub(super) text: &'a str,
    /// The sentence in it.
    pub(super) sentence: Range<usize>,
    /// What stands for a line break in it: nothing in running text, a bar between the cells of a table row.
    pub(super) joint: &'static str,
    /// The passages in it.
    pub(super) marks: Vec<Mark>,
    /// Path and article.
    pub(super) origin: String,
}

/// Longer sentences show only the lines with passages and their neighbours.
const MOST_LINES: usize = 6;
/// Columns that the frame takes on the left, and room for closing marks that hang over.
const FRAME: usize = 6;
/// Of what is left, the part for the text; labels stand to the right of their underlines and need some room, too.
const TEXT_SHARE: (usize, usize) = (4, 5);

/// Draws the quote in at most `width` columns.
pub(super) fn draw(quote: &Quote<'_>, width: usize, color: bool) -> String {
    let clean = Clean::of(quote);
    let columns = width.saturating_sub(FRAME) * TEXT_SHARE.0 / TEXT_SHARE.1;
    let lines = layout::lines(&clean.text, columns);
    let shown = shown_lines(&lines, &clean.marks);
    let (source, marks) = lay_out(&clean, &lines, &shown);
    let annotations = marks.iter().map(|(range, label)| {
        let annotation = AnnotationKind::Primary.span(range.clone());
        if label.is_empty() { annotation } else { annotation.label(label.as_str()) }
    });
    let snippet = Snippet::source(source).line_numbering(false).fold(false).annotations(annotations);
    let group = Group::with_level(Level::NOTE).element(Origin::path(quote.origin.as_str())).element(snippet);
    let renderer = if color { Renderer::styled() } else { Renderer::plain() };
    let renderer = renderer.decor_style(DecorStyle::Unicode).term_width(width.saturating_mul(4).max(400));
    without_gap(&renderer.render(&[group]))
}

/// An origin apart from its snippet is drawn with a mark of omission between them, where nothing is omitted.
fn without_gap(drawn: &str) -> String {
    let lines = drawn.lines().enumerate().filter(|(index, line)| *index > 2 || !line.contains('⸬'));
    lines.map(|(_, line)| line).collect::<Vec<_>>().join("\n")
}

/// The sentence without line breaks and outer spaces, and the marks in it.
struct Clean {
    text: String,
    marks: Vec<(Range<usize>, String)>,
}

impl Clean {
    fn of(quote: &Quote<'_>) -> Self {
        let mut text = String::new();
        let mut at = Vec::new();
        let sentence = quote.text.get(quote.sentence.clone()).unwrap_or_default();
        for (offset, c) in sentence.char_indices() {
            at.push((quote.sentence.start + offset, text.len()));
            match c {
                c if text.is_empty() && c.is_whitespace() => {}
                '\n' => text.push_str(quote.joint),
                '\t' => text.push(' '),
                c => text.push(c),
            }
        }
        let end = text.trim_end().len();
        text.truncate(end);
        let place = |byte: usize| {
            let index = at.partition_point(|(original, _)| *original < byte);
            at.get(index).map_or(end, |(_, clean)| *clean).min(end)
        };
        let marks = quote
            .marks
            .iter()
            .map(|mark| (place(mark.bytes.start)..place(mark.bytes.end), mark.label.clone()));
        let marks = marks.filter(|(range, _)| !range.is_empty()).collect();
        Self { text, marks }
    }
}

/// Which lines to show, by index.
fn shown_lines(lines: &[Range<usize>], marks: &[(Range<usize>, String)]) -> Vec<usize> {
    if lines.len() <= MOST_LINES {
        return (0..lines.len()).collect();
    }
    let marked = |index: usize| {
        lines
            .get(index)
            .is_some_and(|line| marks.iter().any(|(mark, _)| mark.start < line.end && line.start < mark.end))
    };
    let near =
        |index: &usize| marked(*index) || marked(*index + 1) || index.checked_sub(1).is_some_and(marked);
    let shown: Vec<usize> = (0..lines.len()).filter(|index| *index == 0 || near(index)).collect();
    if shown.len() > 2 * MOST_LINES { shown.into_iter().take(2 * MOST_LINES).collect() } else { shown }
}

/// The lines joined, and the marks cut at their ends. A label stands under the last part of its mark.
fn lay_out(clean: &Clean, lines: &[Range<usize>], shown: &[usize]) -> (String, Vec<(Range<usize>, String)>) {
    let mut source = String::new();
    let mut marks = Vec::new();
    let mut next = 0;
    for index in shown {
        let Some(line) = lines.get(*index) else { continue };
        if *index != next {
            source.push_str("…\n");
        }
        next = index + 1;
        let start = source.len();
        let content = clean.text.get(line.clone()).unwrap_or_default();
        for (mark, label) in &clean.marks {
            let (from, to) =
                (mark.start.max(line.start), mark.end.min(line.start + content.trim_end().len()));
            if from < to {
                let label = if mark.end <= line.end { label.clone() } else { String::new() };
                marks.push((start + from - line.start..start + to - line.start, label));
            }
        }
        source.push_str(content.trim_end());
        source.push('\n');
    }
    if next < lines.len() {
        source.push_str("…\n");
    }
    (source.trim_end_matches('\n').to_owned(), marks)
}
