//! Descriptions and advice: long enough to help, and templates that can be filled.

use dsl::ast::Member;
use dsl::{Doubt, Span, Spanned};
use minijinja::Environment;

use super::{Files, Found, WrittenRule};
use crate::advice;

/// What a template may ask for.
const VARIABLES: &[&str] = &["n", "vendor", "hospital"];
/// A description or advice of fewer characters says too little.
const SHORTEST: usize = 20;

/// Templates that cannot be read, and variables that nobody fills.
pub(super) fn templates(files: &Files<'_>, found: &mut Found) {
    // Looked at whenever rules are loaded: one environment for all of them.
    let environment = Environment::new();
    for written in files.rules() {
        let Some(advice) = advice_of(&written) else { continue };
        // The engine fills the checked text: without the common indentation and the blank lines around it.
        let template = written.rule.advice.trim();
        match environment.template_from_str(template) {
            Err(error) => {
                let line = error.line().unwrap_or(1);
                let reason = error.detail().unwrap_or("syntax").to_owned();
                let span = line_of(files, &written, advice, line);
                found.add(written.file, span, Doubt::AdviceBroken, &[("reason", &reason)]);
            }
            Ok(parsed) => {
                let mut unknown: Vec<String> = parsed.undeclared_variables(false).into_iter().collect();
                unknown.retain(|name| !VARIABLES.contains(&name.as_str()) && name != advice::TERM);
                unknown.sort();
                for name in unknown {
                    let span = place_of(files, &written, advice, &name);
                    found.add(written.file, span, Doubt::AdviceVariable, &[("name", &name)]);
                }
                concepts(files, &written, advice, found);
            }
        }
    }
}

/// Concepts of which a template asks for the document's own term, and that nobody defines.
fn concepts(files: &Files<'_>, written: &WrittenRule<'_>, block: &Spanned<String>, found: &mut Found) {
    let text = source_of(files, written, block.span);
    let known = |name: &str| files.pack.rules.concepts.iter().any(|concept| concept.name == name);
    for (at, name) in advice::concepts_asked_for(text).into_iter().filter(|(_, name)| !known(name)) {
        let start = block.span.start + at as u32;
        let span = Span { start, end: start + name.len() as u32 };
        found.add(written.file, span, Doubt::AdviceConcept, &[("name", name)]);
    }
}

/// Descriptions and advice that are too short.
pub(super) fn lengths(files: &Files<'_>, found: &mut Found) {
    for written in files.rules() {
        let is_short = |text: &str| text.chars().filter(|char| !char.is_whitespace()).count() < SHORTEST;
        if is_short(&written.rule.doc) {
            let span = written.tree.id.span;
            found.add(written.file, span, Doubt::TextShort, &[("member", "doc")]);
        }
        if is_short(&written.rule.advice)
            && let Some(advice) = advice_of(&written)
        {
            found.add(written.file, advice.span, Doubt::TextShort, &[("member", "advice")]);
        }
    }
}

fn advice_of<'a>(written: &WrittenRule<'a>) -> Option<&'a Spanned<String>> {
    written.tree.members.iter().find_map(|member| match member {
        Member::Advice(text) => Some(text),
        _ => None,
    })
}

/// A line of the template, from 1, in the file.
fn line_of(files: &Files<'_>, written: &WrittenRule<'_>, advice: &Spanned<String>, line: usize) -> Span {
    let block = source_of(files, written, advice.span);
    let mut start = advice.span.start as usize;
    let mut seen = 0;
    for text in block.split_inclusive('\n') {
        let content = text.trim_matches(|char: char| char.is_whitespace() || char == '"');
        seen += usize::from(seen > 0 || !content.is_empty() && !content.starts_with("advice"));
        if seen == line.max(1) {
            let indent = text.len() - text.trim_start().len();
            let end = start + text.trim_end().len();
            return Span { start: (start + indent) as u32, end: end as u32 };
        }
        start += text.len();
    }
    advice.span
}

/// The first braces that hold a name.
fn place_of(files: &Files<'_>, written: &WrittenRule<'_>, advice: &Spanned<String>, name: &str) -> Span {
    let block = source_of(files, written, advice.span);
    let found = block.match_indices(name).find(|(at, _)| {
        let before = block.get(..*at).unwrap_or_default();
        // Inside braces that are still open.
        before.rfind('{').is_some_and(|open| before.rfind('}').is_none_or(|close| close < open))
    });
    let start = advice.span.start as usize;
    found.map_or(advice.span, |(at, text)| Span {
        start: (start + at) as u32,
        end: (start + at + text.len()) as u32,
    })
}

fn source_of<'a>(files: &'a Files<'_>, written: &WrittenRule<'_>, span: Span) -> &'a str {
    let source = files.pack.sources.get(written.file);
    source.and_then(|source| source.text.get(span.range())).unwrap_or_default()
}
