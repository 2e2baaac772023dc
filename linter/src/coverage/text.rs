//! The coverage as a person reads it in a terminal: tables, then what no rule names, then the rules with their clauses.

use kb::{DocumentTarget, Part};

use super::{ClauseCoverage, Counts, Coverage, NamedBy, PartCoverage, State};
use crate::message::{self, Arg, Lang};
use crate::report::text::{layout, paint::Paint};

/// Columns of a number in a table.
const NUMBER: usize = 12;
/// Columns of ids.
const ID: usize = 12;
/// Columns of a label before numbers; longer ones are broken.
const LABEL: usize = 44;

/// How the text is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TextOptions {
    /// Language of everything the tool says.
    pub lang: Lang,
    /// Columns of the page.
    pub width: usize,
    /// Colours, or none.
    pub paint: Paint,
}

/// Writes the coverage. The result ends with a line break.
pub fn text(coverage: &Coverage, options: TextOptions) -> String {
    let page = Page { coverage, options };
    let mut out =
        format!("{}\n", options.paint.bold(&page.say("coverage-title", &[("edition", &coverage.guideline)])));
    page.hanging("", &page.word("coverage-meaning"), &mut out);
    out.push('\n');
    page.summary(&mut out);
    for part in &coverage.parts {
        page.part(part, &mut out);
    }
    page.rules(&mut out);
    out
}

struct Page<'a> {
    coverage: &'a Coverage,
    options: TextOptions,
}

impl Page<'_> {
    fn say(&self, code: &str, args: &[Arg<'_>]) -> String {
        message::text(self.options.lang, code, args)
    }

    fn word(&self, code: &str) -> String {
        self.say(code, &[])
    }

    fn hanging(&self, label: &str, text: &str, out: &mut String) {
        out.push_str(&layout::hanging(label, text, self.options.width));
    }

    /// The head of a table of counts.
    fn head(&self, label: &str, out: &mut String) {
        let columns = ["coverage-clauses", "coverage-covered", "coverage-uncovered", "coverage-not-obtained"];
        let columns: String = columns.iter().map(|code| right(&self.word(code))).collect();
        let line = format!("  {}{columns}", layout::padded(label, LABEL));
        out.push_str(&format!("{}\n", self.options.paint.dim(line.trim_end())));
    }

    /// A row of a table of counts; a label that is too long goes on below.
    fn row(&self, label: &str, counts: &Counts, out: &mut String) {
        let numbers = [counts.clauses, counts.covered, counts.uncovered, counts.not_obtained];
        let numbers: String = numbers.iter().map(|number| right(&number.to_string())).collect();
        for (index, range) in layout::lines(label, LABEL - 2).into_iter().enumerate() {
            let line = label.get(range).unwrap_or_default().trim_end();
            if index == 0 {
                out.push_str(&format!("  {}{numbers}\n", layout::padded(line, LABEL)));
            } else {
                out.push_str(&format!("    {line}\n"));
            }
        }
    }

    fn summary(&self, out: &mut String) {
        self.head(&self.word("coverage-by-part"), out);
        for part in &self.coverage.parts {
            self.row(&part.title, &part.counts, out);
        }
        self.row(&self.word("coverage-total"), &self.coverage.total, out);
        out.push('\n');
        self.head(&self.word("coverage-by-target"), out);
        for target in &self.coverage.targets {
            self.row(&target_word(target.target, self.options.lang), &target.counts, out);
        }
    }

    fn part(&self, part: &PartCoverage, out: &mut String) {
        out.push_str(&format!("\n{}\n", layout::rule(&part.title, '─', self.options.width)));
        self.head(&self.word("coverage-chapter"), out);
        for chapter in &part.chapters {
            self.row(&format!("{} {}", chapter.chapter, chapter.title), &chapter.counts, out);
        }
        for (state, code) in [
            (State::Covered, "coverage-list-covered"),
            (State::Uncovered, "coverage-list-uncovered"),
            (State::NotObtained, "coverage-list-not-obtained"),
        ] {
            self.list(part.part, state, code, out);
        }
    }

    fn list(&self, part: Part, state: State, code: &str, out: &mut String) {
        let clauses: Vec<&ClauseCoverage> = self
            .coverage
            .clauses
            .iter()
            .filter(|clause| clause.part == part && clause.state == state)
            .collect();
        if clauses.is_empty() {
            return;
        }
        out.push_str(&format!("\n  {}\n", self.options.paint.bold(&self.word(code))));
        for clause in clauses {
            self.clause(clause, out);
        }
    }

    /// The id, the title, and the rules or, where there is none, the documents that could show it.
    fn clause(&self, clause: &ClauseCoverage, out: &mut String) {
        let mark = symbol(clause);
        let label = format!("  {mark} {}", layout::padded(&clause.id, ID));
        let unverified = if clause.confirmed { String::new() } else { self.word("unverified") };
        let text = match clause.state {
            State::Covered => format!("{} {unverified}", clause.title),
            State::Uncovered => {
                let targets = clause.document_targets.iter();
                let words: Vec<String> =
                    targets.map(|target| target_word(Some(*target), self.options.lang)).collect();
                format!("{} ({}) {unverified}", clause.title, words.join(&self.word("report-comma")))
            }
            State::NotObtained => clause.title.clone(),
        };
        self.hanging(&label, text.trim_end(), out);
        let margin = " ".repeat(layout::width(&label));
        for named in &clause.rules {
            self.hanging(&margin, &self.named(named), out);
        }
    }

    /// 「contract/data-return (return, erase)」
    fn named(&self, named: &NamedBy) -> String {
        if named.requirements.is_empty() {
            return format!("{} ({})", named.rule, self.word("coverage-head-only"));
        }
        format!("{} ({})", named.rule, named.requirements.join(", "))
    }

    fn rules(&self, out: &mut String) {
        let title = self.word("coverage-rules");
        out.push_str(&format!("\n{}\n", layout::rule(&title, '─', self.options.width)));
        for rule in &self.coverage.rules {
            self.hanging("  ", &format!("{} {}", rule.id, rule.title), out);
            let clauses = rule.clauses().join(", ");
            let clauses = if clauses.is_empty() { self.word("coverage-no-basis") } else { clauses };
            self.hanging("      ", &clauses, out);
        }
    }
}

fn right(text: &str) -> String {
    format!("{}{text}", " ".repeat(NUMBER.saturating_sub(layout::width(text))))
}

/// The words for a kind of document.
pub(crate) fn target_word(target: Option<DocumentTarget>, lang: Lang) -> String {
    let name = target.map_or_else(|| "none".to_owned(), |target| target.as_str().replace('_', "-"));
    message::text(lang, &format!("coverage-target-{name}"), &[])
}

/// The sign of a state, so that colour is never the only one.
pub(super) fn symbol(clause: &ClauseCoverage) -> &'static str {
    match clause.state {
        State::Covered => "●",
        State::Uncovered => "○",
        State::NotObtained => "－",
    }
}
