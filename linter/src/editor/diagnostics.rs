//! Mistakes in rule files, with what to do about them and the change that mends the plain ones.

use dsl::DslError;
use dsl::error::DslErrorKind;

use super::{Diagnostic, Fix, Level, Span, Workspace};
use crate::message::{self, Lang};
use crate::mistake::{self, Words};

/// All mistakes of one file, in the order of its text.
pub fn of_file(workspace: &Workspace, file: usize, lang: Lang) -> Vec<Diagnostic> {
    let Some(source) = workspace.source(file) else { return Vec::new() };
    let own = workspace.checked().errors.iter().filter(|error| error.file == file);
    own.map(|error| diagnostic(&error.error, &source.text, lang)).collect()
}

/// One mistake.
pub(super) fn diagnostic(error: &DslError, text: &str, lang: Lang) -> Diagnostic {
    let code = error.kind.code();
    let Words { mut message, help } = mistake::words(&error.kind, lang);
    if let Some(help) = help {
        message.push('\n');
        message.push_str(&help);
    }
    let level = match error.level {
        dsl::Level::Error => Level::Error,
        dsl::Level::Warning => Level::Warning,
    };
    let fixes = fix(error, text, lang).into_iter().collect();
    Diagnostic { span: error.span, level, code: code.to_owned(), message, related: Vec::new(), fixes }
}

/// The change that is meant, where there is only one.
fn fix(error: &DslError, text: &str, lang: Lang) -> Option<Fix> {
    let (span, new) = match &error.kind {
        DslErrorKind::Unknown { .. } => (error.span, mistake::replacement(&error.kind)?),
        // A quotation mark has a partner elsewhere, and long words are shown shortened: neither is replaced.
        DslErrorKind::FullWidth { found, half } if text.get(error.span.range()) == Some(found.as_str()) => {
            (error.span, half.clone())
        }
        DslErrorKind::MissingVersion => (Span::new(0, 0), "seki 1\n\n".to_owned()),
        _ => return None,
    };
    let title = message::text(lang, "editor-replace", &[("new", new.trim())]);
    Some(Fix { title, span, text: new })
}
