//! The first page: what was read, what is open, what is grave, what was accepted, what nobody knows yet.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use serde::Serialize;

use super::{Mark, Numbered, Page, file_name};
use crate::message::Arg;
use crate::outcome::Status;
use crate::report::order::SEVERITIES;
use crate::report::{CaseRole, DocumentReport};

/// So many gaps fit on the first page.
const GRAVEST: usize = 5;

#[derive(Serialize)]
pub(super) struct Overview {
    /// The result in one sentence.
    lead: String,
    files: Vec<FileRow>,
    severities: Vec<String>,
    rows: Vec<CountRow>,
    /// Open findings by severity.
    totals: Vec<usize>,
    total: usize,
    gravest: Vec<Gap>,
    waivers: Vec<WaiverRow>,
    /// Findings that the baseline knows.
    known: usize,
    unread: Vec<UnreadRow>,
    questions: Vec<QuestionRow>,
}

#[derive(Serialize)]
struct FileRow {
    anchor: String,
    path: String,
    title: Option<String>,
    kind: String,
    /// Open findings by severity; none for a part of a case.
    open: Option<Vec<usize>>,
    note: Option<String>,
}

#[derive(Serialize)]
struct CountRow {
    mark: Mark,
    meaning: String,
    /// Open ones by severity.
    counts: Vec<usize>,
    total: usize,
}

#[derive(Serialize)]
struct Gap {
    mark: Mark,
    severity: String,
    anchor: String,
    title: String,
    message: String,
    file: Option<String>,
    clauses: Vec<String>,
    /// The first line of the clause to paste.
    advice: Option<String>,
}

#[derive(Serialize)]
struct WaiverRow {
    anchor: String,
    title: String,
    file: String,
    reason: String,
    approver: String,
    expires: String,
    /// Its last day is past.
    expired: bool,
}

#[derive(Serialize)]
struct UnreadRow {
    path: String,
    message: String,
    help: Option<String>,
}

#[derive(Serialize)]
struct QuestionRow {
    question: String,
    /// Titles of the outcomes that hang on it.
    titles: Vec<String>,
}

impl Page<'_> {
    pub(super) fn overview(&self) -> Overview {
        let documents = &self.report.documents;
        let totals: Vec<usize> = SEVERITIES
            .map(|severity| documents.iter().map(|document| document.count_open(severity)).sum())
            .to_vec();
        let rows: Vec<CountRow> = Status::ALL
            .iter()
            .filter(|status| status.is_finding())
            .map(|status| self.count(*status))
            .collect();
        Overview {
            lead: self.lead(&totals),
            files: documents.iter().enumerate().map(|(index, document)| self.file(index, document)).collect(),
            severities: SEVERITIES.map(|severity| self.words.severity(severity)).to_vec(),
            total: totals.iter().sum(),
            totals,
            rows,
            gravest: self.gravest(),
            waivers: self.waivers(),
            known: documents.iter().map(|document| document.known().len()).sum(),
            unread: self.unread(),
            questions: self.questions(),
        }
    }

    /// 「2件の文書を読みました。人の対応が要る指摘は…」
    fn lead(&self, totals: &[usize]) -> String {
        let count = |index: usize| totals.get(index).copied().unwrap_or(0).to_string();
        let args = [
            ("count", self.report.documents.len().to_string()),
            ("error", count(0)),
            ("warning", count(1)),
            ("info", count(2)),
        ];
        let args: Vec<Arg<'_>> = args.iter().map(|(name, value)| (*name, value.as_str())).collect();
        self.words.say_with("page-lead", &args)
    }

    fn file(&self, index: usize, document: &DocumentReport) -> FileRow {
        let is_part = document.case.as_ref().is_some_and(|case| case.role == CaseRole::Part);
        let asked = document.outcomes.iter().any(|outcome| outcome.status != Status::NotApplicable);
        let note = match &document.case {
            Some(case) if is_part => Some(self.words.say_with("report-case-part", &[("main", &case.main)])),
            _ if !asked => Some(self.words.say("report-nothing-asked")),
            _ => None,
        };
        FileRow {
            anchor: format!("d{}", index + 1),
            path: document.path.clone(),
            title: document.title.clone(),
            kind: self.words.say(&format!("kind-{}", document.kind.name().replace('_', "-"))),
            open: (!is_part).then(|| SEVERITIES.map(|severity| document.count_open(severity)).to_vec()),
            note,
        }
    }

    fn count(&self, status: Status) -> CountRow {
        let outcomes = || self.report.documents.iter().flat_map(|document| &document.outcomes);
        let open = |severity| {
            outcomes()
                .filter(|outcome| {
                    outcome.is_open() && outcome.status == status && outcome.weight() == severity
                })
                .count()
        };
        let counts = SEVERITIES.map(open).to_vec();
        CountRow {
            mark: self.mark(status),
            meaning: self.words.say(&format!("status-{}-meaning", status.name().replace('_', "-"))),
            total: counts.iter().sum(),
            counts,
        }
    }

    /// All outcomes with the documents they belong to.
    fn all(&self) -> impl Iterator<Item = (&DocumentReport, &Numbered<'_>)> {
        let pairs = self.report.documents.iter().zip(self.numbered);
        pairs.flat_map(|(document, numbered)| numbered.iter().map(move |one| (document, one)))
    }

    fn gravest(&self) -> Vec<Gap> {
        let mut open: Vec<_> = self.all().filter(|(_, one)| one.outcome.is_open()).collect();
        // The sort is stable: of equals, those of the first document come first.
        open.sort_by_key(|(_, one)| (Reverse(one.outcome.weight()), one.outcome.status));
        let several = self.report.documents.len() > 1;
        let gap = |(document, one): &(&DocumentReport, &Numbered<'_>)| {
            let outcome = one.outcome;
            let first_line =
                |advice: &String| advice.lines().find(|line| !line.trim().is_empty()).map(str::to_owned);
            Gap {
                mark: self.mark(outcome.status),
                severity: self.words.severity(outcome.weight()),
                anchor: one.anchor.clone(),
                title: outcome.title.clone(),
                message: outcome.message.clone(),
                file: several.then(|| file_name(&document.path).to_owned()),
                clauses: outcome.basis.iter().map(|id| self.words.clause(id, outcome)).collect(),
                advice: outcome.advice.as_ref().and_then(first_line),
            }
        };
        open.iter().take(GRAVEST).map(gap).collect()
    }

    fn waivers(&self) -> Vec<WaiverRow> {
        let waived = self.all().filter(|(_, one)| one.outcome.status.is_finding());
        waived
            .filter_map(|(document, one)| {
                let waiver = one.outcome.waiver.as_ref()?;
                Some(WaiverRow {
                    anchor: one.anchor.clone(),
                    title: one.outcome.title.clone(),
                    file: file_name(&document.path).to_owned(),
                    reason: waiver.reason.clone(),
                    approver: waiver.approver.clone(),
                    expires: waiver.expires.clone(),
                    expired: waiver.expires < self.report.date,
                })
            })
            .collect()
    }

    fn unread(&self) -> Vec<UnreadRow> {
        let errors = self.report.errors.iter().map(|error| UnreadRow {
            path: error.path.clone(),
            message: error.message.clone(),
            help: error.help.clone(),
        });
        let issues = self.report.documents.iter().flat_map(|document| {
            document.unread.iter().map(|issue| UnreadRow {
                path: document.path.clone(),
                message: self.words.issue(issue),
                help: issue.text_lost.then(|| self.words.say("report-unread-lost")),
            })
        });
        errors.chain(issues).collect()
    }

    fn questions(&self) -> Vec<QuestionRow> {
        let mut questions: BTreeMap<&str, Vec<String>> = BTreeMap::new();
        for (_, one) in self.all().filter(|(_, one)| one.outcome.is_open()) {
            if let Some(question) = &one.outcome.question {
                let titles = questions.entry(question).or_default();
                if !titles.contains(&one.outcome.title) {
                    titles.push(one.outcome.title.clone());
                }
            }
        }
        let row =
            |(question, titles): (&str, Vec<String>)| QuestionRow { question: question.to_owned(), titles };
        questions.into_iter().map(row).collect()
    }
}
