//! What the tests of this crate share: a small vocabulary, and errors as a person would check them.

use std::fmt::Write as _;

use dsl::{Checked, DslError, Level, LineIndex, Vocabulary};

/// Enough names for the cases.
pub(crate) fn vocabulary(basis: &[String]) -> Vocabulary<'_> {
    Vocabulary {
        kinds: Some(&["contract", "contract_saas", "nda", "sla", "operating_rules"]),
        facts: Some(&["outsourcing.storage", "outsourcing.cloud", "remote_maintenance"]),
        topics: Some(&["data_return_and_deletion", "subcontracting"]),
        editions: Some(&["6.0", "7.0"]),
        defects: Some(&["dangling_reference"]),
        statuses: Some(&["satisfied", "weak", "partial", "missing", "conflicting", "delegated"]),
        basis: Some(basis),
    }
}

/// Clause ids known to the cases.
pub(crate) fn basis() -> Vec<String> {
    ["M-8-11", "M-8-12", "C-7-11"].map(str::to_owned).to_vec()
}

/// Parses and checks one source; the errors of both, in the order of the text.
pub(crate) fn check(source: &str) -> (Checked, Vec<DslError>) {
    let parsed = dsl::parse(source);
    let checked = dsl::check(&[&parsed.file], &vocabulary(&basis()));
    let found = checked.errors.iter().map(|(_, error)| error.clone());
    let mut errors: Vec<DslError> = parsed.errors.into_iter().chain(found).collect();
    errors.sort_by_key(|error| error.span);
    (checked, errors)
}

/// One line for every error: place, code, arguments, message, and the text under the span.
pub(crate) fn report(source: &str, errors: &[DslError]) -> String {
    let index = LineIndex::new(source);
    let mut report = String::new();
    for error in errors {
        let place = index.position(error.span.start);
        let level = if error.level == Level::Warning { " (warning)" } else { "" };
        let under = source.get(error.span.range()).unwrap_or("<not on character boundaries>");
        let under: String = under.chars().take(60).collect();
        let _ = writeln!(report, "{}:{} {}{level}", place.line, place.column, error.kind.code());
        let _ = writeln!(report, "    {error}");
        let _ = writeln!(report, "    under: {under:?}");
        for (name, value) in error.kind.args() {
            let _ = writeln!(report, "    {name} = {value}");
        }
    }
    report
}
