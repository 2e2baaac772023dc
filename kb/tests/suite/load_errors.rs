//! Broken data files: each case under `tests/cases` and the mistakes that are found in it.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::Path;

use kb::{KbError, LoadError, SourceFile, load};

/// A case may hold several files, each started by a line `# file: path`.
fn split(text: &str) -> Vec<(String, String)> {
    let mut files: Vec<(String, String)> = Vec::new();
    for line in text.lines() {
        if let Some(path) = line.strip_prefix("# file: ") {
            files.push((path.to_owned(), String::new()));
        } else if let Some((_, text)) = files.last_mut() {
            text.push_str(line);
            text.push('\n');
        }
    }
    files
}

fn describe(files: &[(String, String)], error: &LoadError) -> String {
    let (_, text) = files.iter().find(|(path, _)| *path == error.path).unwrap();
    let line = text[..error.span.start].matches('\n').count() + 1;
    let marked = text[error.span.clone()].lines().next().unwrap_or_default();
    let rest = KbError::from(error.clone());
    format!("{}:{line} {} {rest} <- {marked}", error.path, rest.code())
}

#[test]
fn mistakes_are_found_where_they_are() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    let mut cases: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    cases.sort();
    let (mut table, mut codes) = (String::new(), BTreeSet::new());
    for case in cases {
        let files = split(&std::fs::read_to_string(&case).unwrap());
        let sources: Vec<_> = files.iter().map(|(path, text)| SourceFile { path, text }).collect();
        writeln!(table, "{}", case.file_name().unwrap().to_string_lossy()).unwrap();
        for error in load(&sources).expect_err("a case has a mistake") {
            codes.insert(error.code());
            assert_eq!(error.args()[0], ("path", error.path.clone()));
            writeln!(table, "  {}", describe(&files, &error)).unwrap();
        }
    }
    insta::assert_snapshot!(table);
    let loading = kb::CODES.iter().filter(|code| !KbError::EmptyId.code().eq(**code)).filter(|code| {
        !matches!(
            **code,
            "kb-embedded"
                | "kb-search"
                | "kb-unknown-edition"
                | "kb-edition-not-held"
                | "kb-no-transition"
                | "kb-unknown-id"
        )
    });
    let without_case: Vec<_> = loading.filter(|code| !codes.contains(*code)).collect();
    assert!(without_case.is_empty(), "codes without a case: {without_case:?}");
}
