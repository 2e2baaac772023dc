//! One document: its head, its findings in groups, and its text.

use serde::Serialize;

use super::passages::Block;
use super::{Mark, Numbered, Page, css_string, file_name};
use crate::message::Arg;
use crate::outcome::Status;
use crate::report::order::SEVERITIES;
use crate::report::text::kind_reasons;
use crate::report::{DocumentReport, EvidenceRole, EvidenceView, OutcomeView, RequirementKindView};

#[derive(Serialize)]
pub(super) struct DocumentPage {
    anchor: String,
    path: String,
    file: String,
    /// The file's name as a string of CSS, for the head of printed pages.
    running: String,
    title: Option<String>,
    /// Label and value.
    fields: Vec<(String, String)>,
    groups: Vec<Group>,
    in_order: Vec<Finding>,
    not_asked: Vec<String>,
    blocks: Vec<Block>,
}

#[derive(Serialize)]
struct Group {
    class: &'static str,
    title: String,
    meaning: String,
    findings: Vec<Finding>,
}

#[derive(Serialize)]
struct Finding {
    anchor: String,
    number: usize,
    mark: Mark,
    severity: Option<String>,
    title: String,
    rule: String,
    message: String,
    /// What is in order of it.
    met: Option<String>,
    clauses: Vec<Clause>,
    passages: Vec<Passage>,
    advice_title: String,
    advice: Option<String>,
    question: Option<String>,
    waiver: Option<String>,
    recommended: Option<String>,
}

#[derive(Serialize)]
struct Clause {
    id: String,
    /// Title and citation.
    text: String,
    is_known: bool,
}

#[derive(Serialize)]
struct Passage {
    anchor: String,
    place: String,
    role: String,
    quote: String,
}

impl Page<'_> {
    pub(super) fn documents(&self) -> Vec<DocumentPage> {
        let pairs = self.report.documents.iter().zip(self.numbered);
        pairs
            .enumerate()
            .map(|(index, (document, numbered))| self.document(index, document, numbered))
            .collect()
    }

    fn document(&self, index: usize, document: &DocumentReport, numbered: &[Numbered<'_>]) -> DocumentPage {
        let shown = |wanted: &dyn Fn(&OutcomeView) -> bool| -> Vec<Finding> {
            numbered.iter().filter(|one| wanted(one.outcome)).map(|one| self.finding(document, one)).collect()
        };
        let mut groups: Vec<Group> = SEVERITIES
            .iter()
            .map(|severity| Group {
                class: severity.name(),
                title: self.words.severity(*severity),
                meaning: self.words.say(&format!("severity-{}-meaning", severity.name())),
                findings: shown(&|outcome| outcome.is_open() && outcome.weight() == *severity),
            })
            .collect();
        let closed = |class, title, meaning, findings| Group {
            class,
            title: self.words.say(title),
            meaning: self.words.say(meaning),
            findings,
        };
        let waived = shown(&|outcome| outcome.status.is_finding() && outcome.waiver.is_some());
        groups.push(closed("waived", "page-waived", "page-waived-meaning", waived));
        let known = |outcome: &OutcomeView| {
            outcome.status.is_finding() && outcome.waiver.is_none() && outcome.in_baseline
        };
        groups.push(closed("known", "page-known", "page-known-meaning", shown(&known)));
        groups.retain(|group| !group.findings.is_empty());
        let silent = document.of_status(Status::NotApplicable);
        DocumentPage {
            anchor: format!("d{}", index + 1),
            path: document.path.clone(),
            file: file_name(&document.path).to_owned(),
            running: css_string(file_name(&document.path)),
            title: document.title.clone(),
            fields: self.fields(document),
            groups,
            in_order: shown(&|outcome| outcome.status == Status::Satisfied),
            not_asked: silent.iter().map(|outcome| outcome.title.clone()).collect(),
            blocks: self.blocks(index, document),
        }
    }

    fn fields(&self, document: &DocumentReport) -> Vec<(String, String)> {
        let field = |label: &str, value: String| (self.words.say(label), value);
        let kind = self.words.say(&format!("kind-{}", document.kind.name().replace('_', "-")));
        let why = if document.kind_recognised {
            kind_reasons(self.words.lang, &document.kind_reasons, document.kind_runner_up)
        } else {
            self.words.say("page-kind-stated")
        };
        let parties =
            [("hospital", document.parties.hospital.as_str()), ("vendor", document.parties.vendor.as_str())];
        let mut fields = vec![
            field("report-kind", self.words.say_with("page-kind", &[("kind", &kind), ("why", &why)])),
            field("report-parties", self.words.say_with("report-parties-are", &parties)),
            field("report-articles", document.articles.to_string()),
        ];
        if let Some(pattern) = document.institution_type {
            fields.push(field("page-institution", pattern.numeral().to_owned()));
        }
        for issue in &document.unread {
            fields.push(field("report-unread", self.words.issue(issue)));
        }
        for note in &document.notes {
            fields.push(field("report-note", self.words.issue(note)));
        }
        fields.push(field("page-hash", document.sha256.clone()));
        fields
    }

    fn finding(&self, document: &DocumentReport, one: &Numbered<'_>) -> Finding {
        let outcome = one.outcome;
        let clause = |id: &String| Clause {
            id: id.clone(),
            text: self
                .words
                .clause(id, outcome)
                .split_once(' ')
                .map(|(_, text)| text.to_owned())
                .unwrap_or_default(),
            is_known: self.words.entry(id).is_some_and(|entry| entry.as_clause().is_some()),
        };
        let advice_title = match &outcome.insert_after {
            Some(article) => self.words.say_with("report-advice-after", &[("article", article)]),
            None => self.words.say("report-advice"),
        };
        let question = |question: &String| self.words.say_with("report-question", &[("question", question)]);
        let waiver = outcome.waiver.as_ref().map(|waiver| {
            let args: [Arg<'_>; 3] =
                [("reason", &waiver.reason), ("approver", &waiver.approver), ("expires", &waiver.expires)];
            format!("{}{}", self.words.say_with("formats-waived", &args), self.source(&waiver.source))
        });
        let open = outcome.open_recommendations().join(&self.words.say("report-comma"));
        Finding {
            anchor: one.anchor.clone(),
            number: one.number,
            mark: self.mark(outcome.status),
            severity: outcome.severity.map(|severity| self.words.severity(severity)),
            title: outcome.title.clone(),
            rule: outcome.rule.clone(),
            message: outcome.message.clone(),
            met: self.met(outcome),
            clauses: outcome.basis.iter().map(clause).collect(),
            passages: self.passages(document, outcome),
            advice_title,
            advice: outcome.advice.as_ref().map(|advice| advice.trim_matches('\n').to_owned()),
            question: outcome.question.as_ref().filter(|_| outcome.status.is_finding()).map(question),
            waiver,
            recommended: (!open.is_empty())
                .then(|| self.words.say_with("report-recommended", &[("list", &open)])),
        }
    }

    fn source(&self, source: &str) -> String {
        if source.is_empty() {
            String::new()
        } else {
            self.words.say_with("page-source", &[("source", source)])
        }
    }

    /// 「定めのある点: 接続の方法」 of a finding where a part is in order.
    fn met(&self, outcome: &OutcomeView) -> Option<String> {
        // What is forbidden and not there is in order, but nothing that the document provides for.
        let met = outcome
            .requirements
            .iter()
            .filter(|found| found.status == Status::Satisfied && found.kind != RequirementKindView::Forbid);
        let titles: Vec<&str> = met.map(|found| found.title.as_str()).collect();
        let list = titles.join(&self.words.say("report-comma"));
        (outcome.status.is_finding() && !list.is_empty())
            .then(|| self.words.say_with("report-met", &[("list", &list)]))
    }

    fn passages(&self, document: &DocumentReport, outcome: &OutcomeView) -> Vec<Passage> {
        let mut passages: Vec<&EvidenceView> = outcome.evidence.iter().collect();
        passages.sort_by_key(|passage| passage.role != EvidenceRole::Conflicts);
        let mut shown: Vec<(&EvidenceView, Passage)> = Vec::new();
        for passage in passages {
            let Some(anchor) = self.anchor(passage) else { continue };
            let role = self.words.role(outcome, passage);
            let same = |(known, _): &&mut (&EvidenceView, Passage)| {
                known.bytes == passage.bytes && known.document == passage.document
            };
            // A sentence is quoted once, with all that is said of it.
            match shown.iter_mut().find(same) {
                Some((_, known)) if known.role.contains(&role) => {}
                Some((_, known)) => known.role.push_str(&format!("{}{role}", self.words.say("report-comma"))),
                None => {
                    let (place, quote) = (self.place(document, passage), passage.quote.clone());
                    shown.push((passage, Passage { anchor, place, role, quote }));
                }
            }
        }
        shown.into_iter().map(|(_, passage)| passage).collect()
    }

    /// 「第12条第2項 3頁」, with the file where it is another one.
    fn place(&self, document: &DocumentReport, passage: &EvidenceView) -> String {
        let other = (passage.document != document.path).then(|| file_name(&passage.document).to_owned());
        let article = Some(passage.article.clone()).filter(|article| !article.is_empty());
        let parts: Vec<String> = [other, article, self.words.page(passage)].into_iter().flatten().collect();
        if parts.is_empty() { self.words.say("page-passage") } else { parts.join(" ") }
    }
}
