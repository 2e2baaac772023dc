//! What is doubtful in rule files without being a mistake: wordings that never match, examples that do not do what they
//! say. Warnings where they stand.
//!
//! Running examples takes the whole engine: editors ask when a file is opened or saved, not at every key.

use super::{Diagnostic, Level, Span, Workspace, diagnostics};
use crate::examples::{self, ExampleResult, Mismatch};
use crate::inspect;
use crate::message::{self, Lang};

/// The warnings for one file, in the order of its text. Rules with mistakes have none: they cannot be run.
pub fn of_file(workspace: &Workspace, file: usize, lang: Lang) -> Vec<Diagnostic> {
    let pack = workspace.pack();
    let mut warnings = Vec::new();
    for rule in pack.rules.rules.iter().filter(|rule| rule.place.file as usize == file) {
        let results = examples::run(pack, rule, lang);
        for (example, result) in rule.examples.iter().zip(&results) {
            warnings.extend(result.mismatches.iter().map(|mismatch| Diagnostic {
                span: head(workspace, file, example.place.span),
                level: Level::Warning,
                code: "example".to_owned(),
                message: words(mismatch, result, lang),
                related: Vec::new(),
                fixes: Vec::new(),
            }));
        }
    }
    let text = workspace.source(file).map(|source| source.text.as_str()).unwrap_or_default();
    let doubts = inspect::patterns_and_texts(pack, workspace.given());
    let own = doubts.iter().filter(|doubt| doubt.file == file);
    warnings.extend(own.map(|doubt| diagnostics::diagnostic(&doubt.error, text, lang)));
    warnings.sort_by_key(|warning| warning.span);
    warnings
}

/// The first line of an example: its keyword and title.
fn head(workspace: &Workspace, file: usize, example: Span) -> Span {
    let text = workspace.source(file).and_then(|source| source.text.get(example.range()));
    let line = text
        .and_then(|text| text.lines().next())
        .map_or(0, |line| line.trim_end_matches("\"\"\"").trim_end().len());
    super::span(example.start as usize, example.start as usize + line)
}

/// What differs, and what the engine saw of the requirement.
fn words(mismatch: &Mismatch, result: &ExampleResult, lang: Lang) -> String {
    let concerned = match mismatch {
        Mismatch::Met { requirement } | Mismatch::Requirement { requirement, .. } => Some(requirement),
        Mismatch::Unreadable | Mismatch::Rule { .. } => None,
    };
    let mut lines = vec![result.words(mismatch, lang)];
    let requirements = result.outcome().map(|outcome| outcome.requirements.as_slice()).unwrap_or_default();
    for seen in requirements.iter().filter(|seen| concerned.is_none_or(|name| *name == seen.name)) {
        let status = seen.status.name().replace('_', "-");
        let status = message::text(lang, &format!("status-{status}"), &[]);
        let reason = seen.reason.map(|reason| message::text(lang, &format!("reason-{}", reason.name()), &[]));
        let line = format!("{} ({}): {status} {}", seen.title, seen.name, reason.unwrap_or_default());
        lines.push(line.trim_end().to_owned());
    }
    lines.join("\n")
}
