//! Mistakes in rule files, shown with the line they stand in, as a compiler does.

use std::io::{IsTerminal as _, Write as _};

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};
use anyhow::Result;
use linter::mistake;
use linter::pack::{PackError, Source};

use crate::session::Session;

/// All mistakes as text, in the order of the files and of the text.
pub(crate) fn render(errors: &[PackError], sources: &[Source], session: Session) -> String {
    let renderer = if session.color { Renderer::styled() } else { Renderer::plain() };
    let renderer = renderer.decor_style(DecorStyle::Unicode).term_width(session.width.max(100));
    let mut out = String::new();
    for error in errors {
        let Some(source) = sources.get(error.file) else { continue };
        out.push_str(&one(&renderer, error, source, session));
        out.push_str("\n\n");
    }
    out
}

fn one(renderer: &Renderer, mistake: &PackError, source: &Source, session: Session) -> String {
    let words = mistake::words(&mistake.error.kind, session.lang);
    let code = mistake.error.kind.code();
    let (level, word) = match mistake.error.level {
        dsl::Level::Error => (Level::ERROR, "severity-error"),
        dsl::Level::Warning => (Level::WARNING, "severity-warning"),
    };
    let word = session.say(word, &[]);
    let title = level.with_name(word.as_str()).primary_title(words.message).id(code);
    let snippet = Snippet::source(source.text.as_str())
        .path(source.path.as_str())
        .annotation(AnnotationKind::Primary.span(span(mistake, source)));
    let mut group: Group<'_> = title.element(snippet);
    let help_word = session.say("cli-error-help", &[]);
    let help_word = help_word.trim_end_matches([':', '：']);
    if let Some(help) = words.help {
        group = group.element(Level::HELP.with_name(help_word.to_owned()).message(help));
    }
    renderer.render(&[group])
}

/// The place, kept inside the text and wide enough to be seen.
fn span(mistake: &PackError, source: &Source) -> std::ops::Range<usize> {
    let range = mistake.error.span.range();
    let end = range.end.min(source.text.len());
    range.start.min(end)..end
}

/// The same on standard error.
///
/// # Errors
/// Standard error cannot be written.
pub(crate) fn complain(errors: &[PackError], sources: &[Source], session: Session) -> Result<()> {
    let session = Session { color: session.color && std::io::stderr().is_terminal(), ..session };
    std::io::stderr().write_all(render(errors, sources, session).as_bytes())?;
    Ok(())
}
