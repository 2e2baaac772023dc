//! The explanation of a rule as a page of text.

use linter::explain::{ClauseView, ExampleView, Explanation, RequirementExplained};
use linter::outcome::Status;
use linter::report::text::layout;
use linter::report::{OutcomeView, RequirementKindView};
use linter::verbalise::{ConceptWords, Sentence};

use crate::session::Session;

/// Columns of the labels before properties, requirements and clauses.
const LABEL: usize = 12;

pub(super) struct Page<'a> {
    pub(super) session: Session,
    pub(super) explanation: &'a Explanation,
}

impl Page<'_> {
    pub(super) fn write(&self) -> String {
        let (rule, paint) = (self.explanation, self.session.paint());
        let mut out = format!("{} {}\n\n", paint.bold(&rule.title), paint.dim(&format!("({})", rule.rule)));
        out.push_str(&layout::indented("  ", &paragraphs(&rule.doc), self.session.width));
        out.push('\n');
        self.properties(&mut out);
        self.heading("cli-explain-requirements", &mut out);
        rule.requirements.iter().for_each(|requirement| self.requirement(requirement, &mut out));
        if !rule.concepts.is_empty() {
            self.heading("cli-explain-concepts", &mut out);
            rule.concepts.iter().for_each(|concept| self.concept(concept, &mut out));
        }
        self.heading("cli-explain-notes", &mut out);
        rule.notes.iter().for_each(|note| self.hanging("  ・", note, &mut out));
        if !rule.clauses.is_empty() || rule.reference.is_some() {
            self.heading("cli-explain-clauses", &mut out);
            rule.clauses.iter().for_each(|clause| self.clause(clause, &mut out));
            rule.reference.iter().for_each(|reference| self.hanging("  ", reference, &mut out));
        }
        self.heading("cli-explain-example-heading", &mut out);
        rule.examples.iter().for_each(|example| self.example(example, &mut out));
        self.heading("cli-explain-advice", &mut out);
        out.push_str(&layout::indented("    ", &rule.advice, self.session.width));
        out
    }

    fn say(&self, code: &str) -> String {
        self.session.say(code, &[])
    }

    fn heading(&self, code: &str, out: &mut String) {
        out.push_str(&format!("\n{}\n", self.session.paint().bold(&self.say(code))));
    }

    fn hanging(&self, label: &str, text: &str, out: &mut String) {
        out.push_str(&layout::hanging(label, text, self.session.width));
    }

    fn labelled(&self, label: &str, text: &str, out: &mut String) {
        self.hanging(&format!("  {}", layout::padded(label, LABEL)), text, out);
    }

    fn properties(&self, out: &mut String) {
        let rule = self.explanation;
        let severity = self.say(&format!("severity-{}", rule.severity.name()));
        self.labelled(&self.say("cli-explain-severity"), &severity, out);
        for (index, applies) in rule.applies.iter().enumerate() {
            let label = if index == 0 { self.say("cli-explain-applies") } else { String::new() };
            self.labelled(&label, &applies.text, out);
            self.sentences(LABEL + 2, &applies.children, out);
        }
        let filed = [("cli-explain-topic", &rule.topic), ("cli-explain-theme", &rule.theme)];
        for (label, name) in filed {
            if let Some(name) = name {
                self.labelled(&self.say(label), name, out);
            }
        }
        self.labelled(&self.say("cli-explain-editions"), &self.joined(&rule.editions), out);
    }

    fn joined(&self, words: &[String]) -> String {
        words.join(&self.say("report-comma"))
    }

    /// Sentences as an indented list.
    fn sentences(&self, margin: usize, sentences: &[Sentence], out: &mut String) {
        for sentence in sentences {
            self.hanging(&format!("{}・", " ".repeat(margin)), &sentence.text, out);
            self.sentences(margin + 2, &sentence.children, out);
        }
    }

    fn requirement(&self, requirement: &RequirementExplained, out: &mut String) {
        let words = &requirement.words;
        let kind = match words.kind {
            RequirementKindView::Require => "cli-explain-require",
            RequirementKindView::Forbid => "cli-explain-forbid",
            RequirementKindView::Recommend => "cli-explain-recommend",
        };
        let kind = self.session.paint().bold(&layout::padded(&self.say(kind), 8));
        let severity = self.say(&format!("severity-{}", words.severity.name()));
        out.push_str(&format!("  {kind} {} ({}, {severity})\n", words.title, words.name));
        self.hanging("    ", &words.meaning, out);
        self.sentences(6, std::slice::from_ref(&words.sentence), out);
        let mut rests_on = Vec::new();
        if self.basis_differs() {
            rests_on.clone_from(&requirement.basis);
        }
        if requirement.reference != self.explanation.reference {
            rests_on.extend(requirement.reference.clone());
        }
        if !rests_on.is_empty() {
            let basis = self.session.say("cli-explain-basis", &[("basis", &self.joined(&rests_on))]);
            self.hanging("    ", &basis, out);
        }
    }

    /// Whether requirements rest on different clauses. Where they do not, the list of clauses says it all.
    fn basis_differs(&self) -> bool {
        let mut each = self.explanation.requirements.iter().map(|one| &one.basis);
        each.next().is_some_and(|first| each.any(|other| other != first))
    }

    fn concept(&self, concept: &ConceptWords, out: &mut String) {
        let name = self.session.say("verbalise-concept", &[("name", &concept.name)]);
        self.hanging("  ", &format!("{name} {}", concept.doc.as_deref().unwrap_or_default()), out);
        self.sentences(4, &concept.members, out);
    }

    fn clause(&self, clause: &ClauseView, out: &mut String) {
        let mark = if clause.confirmed { String::new() } else { self.say("unverified") };
        let title = match (&clause.title, &clause.citation) {
            (Some(title), Some(citation)) => format!("{title} ({citation}) {mark}"),
            _ => mark,
        };
        self.labelled(&clause.id, title.trim_end(), out);
    }

    /// The text of an example, and what the engine made of it.
    fn example(&self, example: &ExampleView, out: &mut String) {
        let sort = if example.fails.is_empty() { "cli-explain-pass" } else { "cli-explain-fail" };
        let names = self.joined(&example.fails);
        let sort = self.session.say(sort, &[("title", &example.title), ("names", &names)]);
        self.hanging("  ", &sort, out);
        out.push_str(&layout::indented("      ", example.text.trim_matches('\n'), self.session.width));
        let Some(outcome) = &example.outcome else { return };
        let status = self.say(&format!("status-{}", outcome.status.name().replace('_', "-")));
        let painted = self.session.paint().status(outcome.status, &status);
        let label = format!("    → {painted}: ");
        // The label is measured without its colours.
        let plain = layout::width(&format!("    → {status}: "));
        let mut words = self.words(outcome);
        if !example.as_expected {
            words.push_str(&self.say("cli-explain-unexpected"));
        }
        let message = layout::hanging(&" ".repeat(plain), &words, self.session.width);
        out.push_str(&format!("{label}{}", message.trim_start()));
    }

    /// What is unmet; where all that is required is met, what is suggested beyond it.
    fn words(&self, outcome: &OutcomeView) -> String {
        let open = outcome.open_recommendations().join(&self.say("report-comma"));
        match outcome.status {
            Status::Satisfied if open.is_empty() => outcome.message.clone(),
            Status::Satisfied => self.session.say("report-recommended", &[("list", &open)]),
            _ => outcome.message.clone(),
        }
    }
}

/// A text in which line breaks of the editor are gone: one line for each paragraph or item of a list.
fn paragraphs(text: &str) -> String {
    let mut out = String::new();
    let mut open = false;
    for line in text.lines().map(str::trim_end) {
        let goes_on = open && !line.is_empty() && !line.starts_with(['-', '*', '#', '|', '>', ' ']);
        match goes_on {
            true if out.ends_with(|last: char| last.is_ascii_graphic()) => out.push(' '),
            true => {}
            false if out.is_empty() => {}
            false => out.push('\n'),
        }
        out.push_str(line);
        open = !line.is_empty();
    }
    out
}
