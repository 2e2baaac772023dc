//! One outcome: what was found, why it matters, where it stands, and what could be written instead.

use std::ops::Range;

use super::snippet::{Mark, Quote, draw};
use super::{Detail, Page, layout};
use crate::document::Origin;
use crate::evaluate::Reason;
use crate::message::Arg;
use crate::outcome::Status;
use crate::report::{
    DocumentReport, EvidenceRole, EvidenceView, OutcomeView, RequirementKindView, RequirementView,
};

/// Sentences quoted for one finding unless all are asked for.
const MOST_QUOTES: usize = 3;
/// Stands between the cells of a quoted table row.
const BAR: &str = " | ";

impl Page<'_> {
    pub(super) fn finding(&self, document: &DocumentReport, outcome: &OutcomeView, out: &mut String) {
        self.title_line(outcome, out);
        self.paragraph("  ", &outcome.message, out);
        self.met(document, outcome, out);
        self.basis(&outcome.basis, &outcome.basis_unverified, out);
        self.quotes(document, outcome, out);
        self.advice(outcome, out);
        if let Some(question) = &outcome.question {
            let text = self.say_with("report-question", &[("question", question)]);
            self.paragraph("  ", &text, out);
        }
        out.push('\n');
    }

    /// `[定めなし] エラー  契約終了時の返却と消去  (contract/data-return)`
    fn title_line(&self, outcome: &OutcomeView, out: &mut String) {
        let severity = outcome.severity.map(|severity| {
            let word = self.say(&format!("severity-{}", severity.name()));
            format!(" {}", self.paint.severity(severity, &word))
        });
        let status = self.status_painted(outcome.status);
        let rule = self.paint.dim(&format!("({})", outcome.rule));
        let title = self.paint.bold(&outcome.title);
        out.push_str(&format!("[{status}]{} {title} {rule}\n", severity.unwrap_or_default()));
    }

    /// 例外: what was accepted, by whom, until when; the finding itself in one line.
    pub(super) fn waived(&self, document: &DocumentReport, out: &mut String) {
        let waived = document.waived();
        if waived.is_empty() {
            return;
        }
        self.plain_heading("report-waived-group", waived.len(), out);
        for outcome in waived {
            self.title_line(outcome, out);
            self.paragraph("  ", &outcome.message, out);
            if let Some(waiver) = &outcome.waiver {
                let args: [Arg<'_>; 3] = [
                    ("reason", &waiver.reason),
                    ("approver", &waiver.approver),
                    ("expires", &waiver.expires),
                ];
                let mut text = self.say_with("report-waived", &args);
                if waiver.expires.as_str() < self.date {
                    text.push_str(&format!(" [{}]", self.say("report-waived-expired")));
                }
                self.paragraph("  ", &text, out);
                self.paragraph("  ", &waiver.source, out);
            }
            out.push('\n');
        }
    }

    /// How many findings the baseline knows; all of them where more is asked for.
    pub(super) fn known(&self, document: &DocumentReport, out: &mut String) {
        let known = document.known();
        if known.is_empty() {
            return;
        }
        if self.options.detail == Detail::Verbose {
            self.plain_heading("report-known-group", known.len(), out);
            known.iter().for_each(|outcome| self.finding(document, outcome, out));
        } else {
            let text = self.say_with("report-known", &[("count", &known.len().to_string())]);
            self.paragraph("  ", &text, out);
            out.push('\n');
        }
    }

    fn paragraph(&self, margin: &str, text: &str, out: &mut String) {
        out.push_str(&layout::hanging(margin, text, self.options.width));
    }

    /// 「定めあり: 返却(第23条第1項)」 of a finding where a part is in order.
    fn met(&self, document: &DocumentReport, outcome: &OutcomeView, out: &mut String) {
        let met: Vec<String> = outcome
            .requirements
            .iter()
            .filter(|requirement| requirement.status == Status::Satisfied)
            .filter_map(|requirement| {
                let places = places(document, outcome, |passage| passage.requirement == requirement.name);
                let place = places.first()?;
                Some(self.say_with("report-met-item", &[("title", &requirement.title), ("place", place)]))
            })
            .collect();
        if !met.is_empty() {
            let list = met.join(&self.say("report-comma"));
            let text = self.say_with("report-met", &[("list", &list)]);
            self.paragraph("  ", &text, out);
        }
    }

    /// 根拠, one line for each clause, with its own title and 未確認 where it is due.
    fn basis(&self, basis: &[String], unverified: &[String], out: &mut String) {
        let label = format!("  {} ", self.say("report-basis"));
        let margin = " ".repeat(layout::width(&label));
        for (index, id) in basis.iter().enumerate() {
            let entry = self.kb.and_then(|kb| kb.get(id));
            let title = entry.map(|entry| format!(" {}", entry.title())).unwrap_or_default();
            let place = entry.map(|entry| format!(" ({})", entry.citation())).unwrap_or_default();
            let mark =
                if unverified.contains(id) { format!(" {}", self.say("unverified")) } else { String::new() };
            let first = if index == 0 { &label } else { &margin };
            out.push_str(&layout::hanging(first, &format!("{id}{title}{place}{mark}"), self.options.width));
        }
    }

    fn quotes(&self, document: &DocumentReport, outcome: &OutcomeView, out: &mut String) {
        let groups = sentences(outcome, |passage| passage.role != EvidenceRole::Meets);
        let most = if self.options.detail == Detail::Verbose { usize::MAX } else { MOST_QUOTES };
        for (sentence, passages) in groups.iter().take(most) {
            self.quote(document, outcome, sentence, passages, out);
        }
        if groups.len() > most {
            let rest = (groups.len() - most).to_string();
            self.paragraph("  ", &self.say_with("report-more-passages", &[("count", &rest)]), out);
        }
    }

    fn quote(
        &self,
        document: &DocumentReport,
        outcome: &OutcomeView,
        sentence: &Range<usize>,
        passages: &[&EvidenceView],
        out: &mut String,
    ) {
        let article = passages.first().map(|passage| passage.article.as_str()).unwrap_or_default();
        let page = passages.iter().find_map(|passage| page(passage)).map(|page| page.to_string());
        let page = page.map(|page| format!(" {}", self.say_with("report-page", &[("page", &page)])));
        let path = passages.first().map(|passage| passage.document.as_str()).unwrap_or(&document.path);
        let held = self.documents.iter().find(|held| held.path == path).unwrap_or(document);
        let in_cells = passages.first().is_some_and(|passage| passage.quote.contains(BAR));
        let quote = Quote {
            text: &held.text,
            sentence: sentence.clone(),
            joint: if in_cells { BAR } else { "" },
            marks: self.marks(outcome, passages),
            origin: format!("{path} {article}{}", page.unwrap_or_default()).trim_end().to_owned(),
        };
        let drawn = draw(&quote, self.options.width.saturating_sub(2), self.paint.is_on());
        for line in drawn.lines() {
            out.push_str(format!("  {line}").trim_end());
            out.push('\n');
        }
    }

    /// One mark for each passage; what several requirements say of the same passage stands under it once.
    fn marks(&self, outcome: &OutcomeView, passages: &[&EvidenceView]) -> Vec<Mark> {
        let mut marks: Vec<(Range<usize>, Vec<String>)> = Vec::new();
        for passage in passages {
            let label = self.label(outcome, passage);
            match marks.iter_mut().find(|(bytes, _)| *bytes == passage.passage_bytes) {
                Some((_, labels)) if labels.contains(&label) => {}
                Some((_, labels)) => labels.push(label),
                None => marks.push((passage.passage_bytes.clone(), vec![label])),
            }
        }
        let comma = self.say("report-comma");
        marks.into_iter().map(|(bytes, labels)| Mark { bytes, label: labels.join(&comma) }).collect()
    }

    /// What stands under a passage: the requirement it speaks for, and what it is to it.
    fn label(&self, outcome: &OutcomeView, passage: &EvidenceView) -> String {
        let found = requirement(outcome, &passage.requirement);
        let title = found.map(|found| found.title.as_str()).unwrap_or_default();
        match passage.role {
            EvidenceRole::Meets => self.say_with("role-meets", &[("title", title)]),
            EvidenceRole::Conflicts => self.say_with("role-conflicts", &[("title", title)]),
            EvidenceRole::Weakens | EvidenceRole::LookedHere => {
                let reason = found.and_then(|found| found.reason).unwrap_or(Reason::NotFound);
                let reason = self.say(&format!("reason-{}-short", reason.name()));
                self.say_with("role-lacks", &[("title", title), ("reason", &reason)])
            }
        }
    }

    /// Where it belongs, and a clause to paste.
    fn advice(&self, outcome: &OutcomeView, out: &mut String) {
        let Some(advice) = &outcome.advice else { return };
        let heading = match &outcome.insert_after {
            Some(article) => self.say_with("report-advice-after", &[("article", article)]),
            None => self.say("report-advice"),
        };
        self.paragraph("  ", &heading, out);
        out.push_str(&layout::indented("      ", advice.trim_matches('\n'), self.options.width));
    }

    /// What is in order, one line each; with more detail also quoted, and the rules that do not speak here.
    pub(super) fn in_order(&self, document: &DocumentReport, out: &mut String) {
        let verbose = self.options.detail == Detail::Verbose;
        for status in [Status::Satisfied, Status::NotApplicable] {
            let of_status: Vec<&OutcomeView> =
                document.outcomes.iter().filter(|outcome| outcome.status == status).collect();
            if of_status.is_empty() || (status == Status::NotApplicable && !verbose) {
                continue;
            }
            self.group_heading(document, status, out);
            for outcome in of_status {
                self.in_order_line(document, outcome, out);
                if verbose {
                    for (sentence, passages) in sentences(outcome, |_| true) {
                        self.quote(document, outcome, &sentence, &passages, out);
                    }
                }
            }
            out.push('\n');
        }
    }

    fn in_order_line(&self, document: &DocumentReport, outcome: &OutcomeView, out: &mut String) {
        let mut places = places(document, outcome, |passage| passage.role == EvidenceRole::Meets);
        places.truncate(MOST_QUOTES);
        let place = places.join(&self.say("report-comma"));
        let mark = self.status_painted(outcome.status);
        let rule = self.paint.dim(&format!("({})", outcome.rule));
        out.push_str(format!("  {mark} {} {rule} {place}", outcome.title).trim_end());
        out.push('\n');
        let open = outcome.open_recommendations().join(&self.say("report-comma"));
        if !open.is_empty() {
            self.paragraph("      ", &self.say_with("report-recommended", &[("list", &open)]), out);
        }
    }
}

impl OutcomeView {
    /// Titles of recommendations that the document does not follow.
    pub fn open_recommendations(&self) -> Vec<&str> {
        let open = |found: &&RequirementView| {
            found.kind == RequirementKindView::Recommend && found.status.is_finding()
        };
        self.requirements.iter().filter(open).map(|found| found.title.as_str()).collect()
    }
}

fn requirement<'a>(outcome: &'a OutcomeView, name: &str) -> Option<&'a RequirementView> {
    outcome.requirements.iter().find(|requirement| requirement.name == name)
}

/// The page that a passage stands on, in a document that has pages.
fn page(passage: &EvidenceView) -> Option<u32> {
    if let Some(Origin::Pdf { page, .. }) = passage.origin { Some(page) } else { None }
}

/// Places of the wanted passages, each once, in document order.
fn places(
    document: &DocumentReport,
    outcome: &OutcomeView,
    wanted: impl Fn(&EvidenceView) -> bool,
) -> Vec<String> {
    let mut places: Vec<String> = Vec::new();
    for passage in outcome.evidence.iter().filter(|passage| wanted(passage)) {
        let place = super::place(document, passage);
        if !place.is_empty() && !places.contains(&place) {
            places.push(place);
        }
    }
    places
}

/// A sentence and the passages in it.
type Sentence<'a> = (Range<usize>, Vec<&'a EvidenceView>);

/// The wanted passages by the sentence they stand in; those that decide come before those that only come near.
fn sentences(outcome: &OutcomeView, wanted: impl Fn(&EvidenceView) -> bool) -> Vec<Sentence<'_>> {
    let mut found: Vec<Sentence<'_>> = Vec::new();
    for passage in outcome.evidence.iter().filter(|passage| wanted(passage)) {
        let same = |(bytes, others): &&mut Sentence<'_>| {
            *bytes == passage.bytes && others.first().is_some_and(|other| other.document == passage.document)
        };
        match found.iter_mut().find(same) {
            Some((_, passages)) => passages.push(passage),
            None => found.push((passage.bytes.clone(), vec![passage])),
        }
    }
    found.sort_by_key(|(bytes, passages)| {
        (passages.iter().all(|p| p.role == EvidenceRole::LookedHere), bytes.start)
    });
    found
}
