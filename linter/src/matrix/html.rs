//! The matrix as one page of HTML: no script, nothing to load, readable on paper and in the dark.

use minijinja::context;
use minijinja::value::Serde;
use serde::Serialize;

use super::words::{Words, file_name};
use super::{Cell, Matrix, MatrixClause, MatrixFinding, symbol};
use crate::coverage::{RenderError, environment, failed};
use crate::message::Lang;
use crate::outcome::Status;

const TEMPLATE: &str = include_str!("../../templates/matrix.html");

#[derive(Serialize)]
struct DocumentRow {
    number: usize,
    path: String,
    title: String,
    kind: String,
    sha256: String,
    articles: usize,
    unread: Vec<String>,
    case: Option<String>,
}

#[derive(Serialize)]
struct StatusWord {
    name: &'static str,
    word: String,
    meaning: String,
}

#[derive(Serialize)]
struct CountRow {
    label: String,
    counts: Vec<usize>,
    uncovered: usize,
    not_obtained: usize,
    clauses: usize,
}

#[derive(Serialize)]
struct PartRow<'a> {
    id: String,
    title: &'a str,
    clauses: Vec<ClauseRow<'a>>,
}

#[derive(Serialize)]
struct ClauseRow<'a> {
    id: &'a str,
    title: &'a str,
    citation: &'a str,
    gist: &'a str,
    mark: String,
    types: String,
    targets: String,
    reason: String,
    cells: Vec<CellRow>,
}

#[derive(Serialize)]
struct CellRow {
    document: usize,
    name: String,
    class: &'static str,
    symbol: &'static str,
    status: String,
    articles: String,
    quotes: Vec<String>,
    rules: Vec<String>,
    note: Vec<String>,
    /// What a reader who sees no colour is told of its square.
    label: String,
}

#[derive(Serialize)]
struct FindingRow<'a> {
    number: usize,
    class: &'static str,
    status: String,
    severity: String,
    document: &'a str,
    title: &'a str,
    rule: &'a str,
    message: &'a str,
    articles: String,
    quotes: Vec<String>,
    basis: Vec<String>,
    advice_head: String,
    advice: Option<&'a str>,
    settled: Option<String>,
}

/// Writes the page.
///
/// # Errors
/// The template does not fit the data.
pub fn html(matrix: &Matrix, lang: Lang) -> Result<String, RenderError> {
    let words = Words { lang };
    let (open, settled): (Vec<&MatrixFinding>, Vec<&MatrixFinding>) =
        matrix.findings.iter().partition(|finding| finding.is_open());
    let rows = |findings: &[&MatrixFinding]| -> Vec<Serde<serde_json::Value>> {
        let rows = findings.iter().enumerate().map(|(index, found)| finding(words, index, found));
        rows.filter_map(|row| serde_json::to_value(row).ok().map(Serde)).collect()
    };
    let mut environment = environment(lang)?;
    let values = context! {
        lang => lang.name(),
        title => words.title(matrix),
        made_with => words.made_with(matrix),
        policy => words.policy().to_vec(),
        statuses => Serde(statuses(words)),
        documents => Serde(documents(words, matrix)),
        errors => Serde(&matrix.errors),
        counts => Serde(counts(words, matrix)),
        parts => Serde(parts(words, matrix)),
        open => rows(&open),
        settled => rows(&settled),
        several => matrix.documents.iter().filter(|document| document.judged).count() > 1,
    };
    environment.add_template("matrix.html", TEMPLATE).map_err(failed)?;
    let page = environment.get_template("matrix.html").and_then(|page| page.render(values));
    page.map_err(failed)
}

fn statuses(words: Words) -> Vec<StatusWord> {
    let one = |status: &Status| StatusWord {
        name: status.name(),
        word: words.status(*status),
        meaning: words.say(&format!("status-{}-meaning", status.name().replace('_', "-"))),
    };
    Status::ALL.iter().map(one).collect()
}

fn documents(words: Words, matrix: &Matrix) -> Vec<DocumentRow> {
    let one = |(index, document): (usize, &super::MatrixDocument)| DocumentRow {
        number: index + 1,
        path: document.path.clone(),
        title: document.title.clone().unwrap_or_else(|| words.say("report-no-title")),
        kind: words.kind(document),
        sha256: document.sha256.clone(),
        articles: document.articles,
        unread: document.unread.iter().map(|issue| words.unread(issue)).collect(),
        case: document
            .case
            .as_ref()
            .filter(|_| !document.judged)
            .map(|main| words.say_with("report-case-part", &[("main", main)])),
    };
    matrix.documents.iter().enumerate().map(one).collect()
}

fn counts(words: Words, matrix: &Matrix) -> Vec<CountRow> {
    let several = matrix.documents.iter().filter(|document| document.judged).count() > 1;
    let rows = matrix.parts.iter().flat_map(|part| {
        part.documents.iter().map(move |counted| {
            let number = if several { format!(" [{}]", counted.document + 1) } else { String::new() };
            CountRow {
                label: format!("{}{number}", words.part(part.part)),
                counts: Status::ALL.iter().map(|status| counted.summary.get(*status)).collect(),
                uncovered: part.uncovered,
                not_obtained: part.not_obtained,
                clauses: part.clauses,
            }
        })
    });
    rows.collect()
}

fn parts(words: Words, matrix: &Matrix) -> Vec<PartRow<'_>> {
    let one = |part: &super::MatrixPart| PartRow {
        id: part.part.as_str().to_owned(),
        title: words.part(part.part),
        clauses: matrix
            .clauses
            .iter()
            .filter(|clause| clause.part == part.part)
            .map(|found| clause(words, matrix, found))
            .collect(),
    };
    matrix.parts.iter().filter(|part| part.clauses > 0).map(one).collect()
}

fn clause<'a>(words: Words, matrix: &'a Matrix, clause: &'a MatrixClause) -> ClauseRow<'a> {
    ClauseRow {
        id: &clause.id,
        title: &clause.title,
        citation: &clause.citation,
        gist: &clause.gist,
        mark: words.mark(clause),
        types: words.types(&clause.applies_to),
        targets: words.targets(clause),
        reason: words.reason(clause, matrix.documents.first()),
        cells: clause.cells.iter().map(|found| cell(words, matrix, clause, found)).collect(),
    }
}

fn cell(words: Words, matrix: &Matrix, clause: &MatrixClause, cell: &Cell) -> CellRow {
    let document = matrix.documents.get(cell.document);
    let path = document.map(|document| document.path.as_str()).unwrap_or_default();
    let status = words.cell(cell);
    let name = file_name(path).to_owned();
    let args =
        [("id", clause.id.as_str()), ("title", &clause.title), ("document", &name), ("status", &status)];
    let lines = |text: String| text.lines().map(str::to_owned).collect::<Vec<String>>();
    CellRow {
        document: cell.document + 1,
        label: words.say_with("matrix-square", &args),
        name,
        class: cell.status.name(),
        symbol: symbol(cell.status),
        articles: words.list(&words.articles(&cell.passages, path)),
        quotes: lines(words.quotes(&cell.passages, path)),
        rules: words.rules(cell),
        note: lines(words.note(clause, cell, document)),
        status,
    }
}

fn finding(words: Words, index: usize, finding: &MatrixFinding) -> FindingRow<'_> {
    let settled = match (&finding.waiver, finding.in_baseline) {
        (Some(_), _) if finding.is_open() => words.lapsed(finding),
        (Some(waiver), _) => {
            let args = [
                ("reason", waiver.reason.as_str()),
                ("approver", waiver.approver.as_str()),
                ("expires", waiver.expires.as_str()),
            ];
            Some(words.say_with("matrix-waived-by", &args))
        }
        (None, true) => Some(words.say("matrix-in-baseline")),
        (None, false) => None,
    };
    FindingRow {
        number: index + 1,
        class: finding.status.name(),
        status: words.status(finding.status),
        severity: words.severity(finding),
        document: &finding.document,
        title: &finding.title,
        rule: &finding.rule,
        message: &finding.message,
        articles: words.list(&words.articles(&finding.passages, &finding.document)),
        quotes: words.quotes(&finding.passages, &finding.document).lines().map(str::to_owned).collect(),
        basis: words.basis(finding),
        advice_head: match &finding.insert_after {
            Some(article) => words.say_with("report-advice-after", &[("article", article)]),
            None => words.say("report-advice"),
        },
        advice: finding.advice.as_deref().map(|advice| advice.trim_matches('\n')),
        settled,
    }
}
