//! The matrix as a person reads it in a terminal: counts, then the clauses that the documents speak about; with a filter,
//! every requirement and passage of the clauses that are left.

use super::words::Words;
use super::{Cell, Matrix, MatrixClause, MatrixPart, Passage};
use crate::coverage::State;
use crate::message::Lang;
use crate::outcome::Status;
use crate::report::EvidenceRole;
use crate::report::text::{layout, paint::Paint};

/// Columns of ids.
const ID: usize = 12;
/// Columns of a status with its sign.
const STATUS: usize = 14;

/// How the text is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TextOptions {
    /// Language of everything the tool says.
    pub lang: Lang,
    /// Columns of the page.
    pub width: usize,
    /// Colours, or none.
    pub paint: Paint,
    /// Whether requirements and passages are shown, too.
    pub detailed: bool,
}

/// Writes the matrix. The result ends with a line break.
pub fn text(matrix: &Matrix, options: TextOptions) -> String {
    let page = Page { matrix, options, words: Words { lang: options.lang } };
    let mut out = format!("{}\n\n", options.paint.bold(&page.words.title(matrix)));
    page.documents(&mut out);
    for part in matrix.parts.iter().filter(|part| part.clauses > 0) {
        page.part(part, &mut out);
    }
    page.closing(&mut out);
    out
}

struct Page<'a> {
    matrix: &'a Matrix,
    options: TextOptions,
    words: Words,
}

impl Page<'_> {
    fn hanging(&self, label: &str, text: &str, out: &mut String) {
        out.push_str(&layout::hanging(label, text, self.options.width));
    }

    fn documents(&self, out: &mut String) {
        for (index, document) in self.matrix.documents.iter().enumerate() {
            let label = format!("  [{}] ", index + 1);
            let mut text = format!("{} ({})", document.path, self.words.kind(document));
            if let Some(main) = document.case.as_ref().filter(|_| !document.judged) {
                text.push_str(&format!(" {}", self.words.say_with("report-case-part", &[("main", main)])));
            }
            self.hanging(&label, &text, out);
            let margin = " ".repeat(layout::width(&label));
            for issue in &document.unread {
                self.hanging(&margin, &self.words.unread(issue), out);
            }
        }
        for error in &self.matrix.errors {
            self.hanging("  ", &self.words.say_with("report-unused-file", &[("path", &error.path)]), out);
        }
    }

    fn part(&self, part: &MatrixPart, out: &mut String) {
        let count = part.clauses.to_string();
        let title = self.words.say_with("matrix-part", &[("title", &part.title), ("count", &count)]);
        out.push_str(&format!("\n{}\n", layout::rule(&title, '─', self.options.width)));
        for counted in &part.documents {
            let statuses = Status::ALL.iter().filter(|status| counted.summary.get(**status) > 0);
            let counts: Vec<String> = statuses
                .map(|status| format!("{} {}", self.words.status(*status), counted.summary.get(*status)))
                .collect();
            if !counts.is_empty() {
                self.hanging(&format!("  [{}] ", counted.document + 1), &counts.join("  "), out);
            }
        }
        out.push('\n');
        let own: Vec<&MatrixClause> =
            self.matrix.clauses.iter().filter(|clause| clause.part == part.part).collect();
        let (spoken, silent): (Vec<&MatrixClause>, Vec<&MatrixClause>) =
            own.into_iter().partition(|clause| self.options.detailed || speaks(clause));
        for clause in spoken {
            self.clause(clause, out);
        }
        let of_state = |state: State| -> Vec<&str> {
            let found = silent.iter().filter(|clause| clause.state == state);
            found.map(|clause| clause.id.as_str()).collect()
        };
        self.ids("matrix-list-not-asked", &of_state(State::Covered), out);
        self.ids("matrix-list-uncovered", &of_state(State::Uncovered), out);
        self.ids("matrix-list-not-obtained", &of_state(State::NotObtained), out);
    }

    fn ids(&self, code: &str, ids: &[&str], out: &mut String) {
        if !ids.is_empty() {
            let count = ids.len().to_string();
            let text = self.words.say_with(code, &[("count", &count), ("ids", &ids.join(", "))]);
            self.hanging("  ", &text, out);
        }
    }

    /// The clause, then one line for each document that it asks something of.
    fn clause(&self, clause: &MatrixClause, out: &mut String) {
        let label = format!("  {}", layout::padded(&clause.id, ID));
        let text = format!("{} ({}){}", clause.title, clause.citation, self.words.mark(clause));
        self.hanging(&label, &text, out);
        for cell in clause.cells.iter().filter(|cell| self.options.detailed || is_asked(cell)) {
            self.cell(clause, cell, out);
        }
        if clause.cells.is_empty() {
            let reason = self.words.reason(clause, self.matrix.documents.first());
            self.hanging("    ", &reason, out);
        }
    }

    fn cell(&self, clause: &MatrixClause, cell: &Cell, out: &mut String) {
        let document = self.matrix.documents.get(cell.document);
        let path = document.map(|document| document.path.as_str()).unwrap_or_default();
        let status = self.words.cell(cell);
        let painted = self.options.paint.status(cell.status, &layout::padded(&status, STATUS));
        let number =
            if self.matrix.documents.len() > 1 { format!("[{}] ", cell.document + 1) } else { String::new() };
        let label = format!("    {number}{}", layout::padded(&status, STATUS));
        let articles = self.words.list(&self.words.articles(&cell.passages, path));
        let rules = self.words.rules(cell).join(", ");
        let mut text = match (articles.is_empty(), rules.is_empty()) {
            (_, true) => self.words.note(clause, cell, document),
            (true, false) => format!("({rules})"),
            (false, false) => format!("{articles} ({rules})"),
        };
        if text.is_empty() {
            text.push('-');
        }
        let drawn = layout::hanging(&label, &text, self.options.width);
        out.push_str(&drawn.replacen(&layout::padded(&status, STATUS), &painted, 1));
        if self.options.detailed {
            self.requirements(cell, path, out);
        }
    }

    /// Every requirement with its status, and below it its passages.
    fn requirements(&self, cell: &Cell, path: &str, out: &mut String) {
        for found in &cell.requirements {
            let text = self.words.requirement(found);
            let name = found.requirement.as_ref().map(|name| format!("/{name}")).unwrap_or_default();
            self.hanging("      ", &format!("{text} ({}{name})", found.rule), out);
            let own = |passage: &&Passage| {
                passage.rule == found.rule
                    && found.requirement.as_ref().is_none_or(|name| *name == passage.requirement)
            };
            for passage in cell.passages.iter().filter(own) {
                let place = self.words.place(passage, path);
                let mut line =
                    self.words.say_with("matrix-quote", &[("article", &place), ("quote", &passage.quote)]);
                if passage.role == EvidenceRole::LookedHere {
                    line = self.words.say_with("matrix-near", &[("quote", &line)]);
                }
                self.hanging("        ", &line, out);
            }
        }
    }

    fn closing(&self, out: &mut String) {
        out.push('\n');
        let open = self.matrix.findings.iter().filter(|finding| finding.is_open()).count().to_string();
        let settled = self.matrix.findings.iter().filter(|finding| !finding.is_open()).count().to_string();
        let counts = [("open", open.as_str()), ("settled", settled.as_str())];
        self.hanging("  ", &self.words.say_with("matrix-open", &counts), out);
        for line in self.words.policy() {
            self.hanging("  ", &line, out);
        }
        self.hanging("  ", &self.words.made_with(self.matrix), out);
        self.hanging("  ", &self.words.say("report-no-legal-advice"), out);
    }
}

fn speaks(clause: &MatrixClause) -> bool {
    clause.cells.iter().any(is_asked)
}

fn is_asked(cell: &Cell) -> bool {
    cell.status != Status::NotApplicable
}
