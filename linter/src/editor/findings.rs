//! Findings in a document that is being written, at the passages they speak about, with the proposed clause as a fix.
//!
//! For Markdown and plain text: what is reported stands in the text that the editor holds.

use crate::citation::{article_of, article_path, is_in_main_part};
use crate::document::{Document, NodeId, NodeType, Origin, ReadIssue, TextSpan};
use crate::lint::{self, Options};
use crate::message::{self, Arg, Lang};
use crate::outcome::Status;
use crate::pack::RulePack;
use crate::read::{ReadError, ReadOptions, read_document};
use crate::report::{DocumentReport, EvidenceRole, EvidenceView, OutcomeView, SeverityView};

use super::{Diagnostic, Fix, Level, Span, clauses};

/// How a document is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Markup {
    /// Paragraphs are kept apart by blank lines, headings begin with `#`.
    Markdown,
    /// As printed.
    Plain,
}

impl Markup {
    /// The name by which the readers know such a text.
    const fn file_name(self) -> &'static str {
        match self {
            Self::Markdown => "document.md",
            Self::Plain => "document.txt",
        }
    }
}

/// All that is to be said about a document, in the order of its text. Rules whose demands are met say nothing.
pub fn of_text(text: &str, markup: Markup, pack: &RulePack, lang: Lang) -> Vec<Diagnostic> {
    let document = match read_document(text.as_bytes(), markup.file_name(), &ReadOptions::default()) {
        Ok(document) => document,
        Err(ReadError::Empty) => return Vec::new(),
        Err(error) => return vec![unreadable(&error, text, lang)],
    };
    let options = Options { lang, ..Options::default() };
    let report = lint::lint(&document, text.as_bytes(), "", pack, &options);
    let page = Page { text, markup, document: &document, report: &report, lang };
    let mut all = page.all();
    all.sort_by(|a, b| (a.span, a.level, &a.code).cmp(&(b.span, b.level, &b.code)));
    all
}

/// What a rule asks and why, and the clauses it rests on, in Markdown.
pub fn explanation(pack: &RulePack, rule: &str, lang: Lang) -> Option<String> {
    let rule = pack.rule(rule)?;
    let mut out = format!("**{}** ({})\n\n{}\n", rule.title, rule.id, rule.doc.trim());
    if !rule.basis.is_empty() {
        out.push_str(&format!("\n{}\n\n", message::text(lang, "report-basis", &[])));
    }
    for basis in &rule.basis {
        out.push_str(&format!("- {}\n", clauses::line(&basis.id, lang)));
    }
    if let Some(reference) = &rule.reference {
        out.push_str(&format!("- {reference}\n"));
    }
    Some(out)
}

fn unreadable(error: &ReadError, text: &str, lang: Lang) -> Diagnostic {
    let args = error.args();
    let args: Vec<Arg<'_>> = args.iter().map(|(name, value)| (*name, value.as_str())).collect();
    said(first_line(text), error.code(), message::text(lang, error.code(), &args))
}

fn said(span: Span, code: &str, message: String) -> Diagnostic {
    let code = code.to_owned();
    Diagnostic { span, level: Level::Information, code, message, related: Vec::new(), fixes: Vec::new() }
}

/// The first line that says anything.
fn first_line(text: &str) -> Span {
    let start = text.len() - text.trim_start().len();
    let line = text.get(start..).and_then(|rest| rest.lines().next()).unwrap_or_default();
    super::span(start, start + line.trim_end().len())
}

struct Page<'a> {
    text: &'a str,
    markup: Markup,
    document: &'a Document,
    report: &'a DocumentReport,
    lang: Lang,
}

impl Page<'_> {
    fn all(&self) -> Vec<Diagnostic> {
        let issues = self.report.unread.iter().chain(&self.report.notes).map(|issue| self.issue(issue));
        let mut all: Vec<Diagnostic> = issues.collect();
        let asked = self.report.outcomes.iter().any(|outcome| outcome.status != Status::NotApplicable);
        if self.report.kind_reasons.is_empty() {
            // Most texts that are no contract are not meant to be one: no more than a hint.
            let hint = said(self.head(), "kind", self.say("editor-kind-unknown", &[]));
            all.push(Diagnostic { level: Level::Hint, ..hint });
        } else if asked {
            let open = self.report.outcomes.iter().filter(|outcome| outcome.status.is_finding());
            all.extend(open.map(|outcome| self.finding(outcome)));
        } else {
            all.push(said(self.head(), "kind", self.say("report-nothing-asked", &[])));
        }
        all
    }

    fn say(&self, code: &str, args: &[Arg<'_>]) -> String {
        message::text(self.lang, code, args)
    }

    /// Where what concerns the whole document is shown: its title, else its first line.
    fn head(&self) -> Span {
        self.document.title.and_then(|title| self.in_source(title)).unwrap_or_else(|| first_line(self.text))
    }

    fn issue(&self, issue: &ReadIssue) -> Diagnostic {
        let args: Vec<Arg<'_>> =
            issue.args.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        let span = match issue.origin {
            Some(Origin::Bytes { byte }) => {
                let start = byte as usize;
                self.words_at(start, issue.args.get("reference")).or_else(|| self.rest_of_line(start))
            }
            _ => None,
        };
        said(span.unwrap_or_else(|| self.head()), &issue.code, self.say(&issue.code, &args))
    }

    fn finding(&self, outcome: &OutcomeView) -> Diagnostic {
        let decides =
            |passage: &&EvidenceView| matches!(passage.role, EvidenceRole::Weakens | EvidenceRole::Conflicts);
        let main = outcome.evidence.iter().find(decides);
        let span = main.and_then(|passage| self.sentence(passage)).unwrap_or_else(|| self.head());
        let others = outcome.evidence.iter().filter(|passage| main != Some(passage));
        let mut related: Vec<(Span, String)> = Vec::new();
        for passage in others.filter(|passage| passage.role != EvidenceRole::Meets) {
            if let Some(place) = self.sentence(passage).filter(|place| *place != span) {
                let words = self.passage_words(outcome, passage);
                if !related.contains(&(place, words.clone())) {
                    related.push((place, words));
                }
            }
        }
        Diagnostic {
            span,
            level: level(outcome),
            code: outcome.rule.clone(),
            message: self.message(outcome),
            related,
            fixes: self.insertion(outcome).into_iter().collect(),
        }
    }

    /// Title, what is unmet, the clauses behind it, and the question whose answer may settle it.
    fn message(&self, outcome: &OutcomeView) -> String {
        let status = self.say(&format!("status-{}", outcome.status.name().replace('_', "-")), &[]);
        let mut lines = vec![format!("[{status}] {}: {}", outcome.title, outcome.message)];
        if !outcome.basis.is_empty() {
            lines.push(self.say("report-basis", &[]));
        }
        lines.extend(outcome.basis.iter().map(|id| format!("・{}", clauses::line(id, self.lang))));
        if let Some(question) = &outcome.question {
            lines.push(self.say("report-question", &[("question", question)]));
        }
        lines.join("\n")
    }

    /// 「消去: 努力にとどまる(第7条)」
    fn passage_words(&self, outcome: &OutcomeView, passage: &EvidenceView) -> String {
        let requirement = outcome.requirements.iter().find(|one| one.name == passage.requirement);
        let title = requirement.map(|one| one.title.as_str()).unwrap_or_default();
        let reason =
            requirement.and_then(|one| one.reason).map(|reason| reason.name()).unwrap_or("not-found");
        let words = match passage.role {
            EvidenceRole::Conflicts => self.say("role-conflicts", &[("title", title)]),
            _ => {
                let reason = self.say(&format!("reason-{reason}-short"), &[]);
                self.say("role-lacks", &[("title", title), ("reason", &reason)])
            }
        };
        if passage.article.is_empty() { words } else { format!("{} {words}", passage.article) }
    }

    fn sentence(&self, passage: &EvidenceView) -> Option<Span> {
        let sentence = super::span(passage.bytes.start, passage.bytes.end);
        self.in_source(TextSpan::new(sentence.start, sentence.end))
    }

    /// The place in the editor's text of a span of the normalised text; blanks at its ends are left out.
    fn in_source(&self, span: TextSpan) -> Option<Span> {
        let words = self.document.slice(span);
        let start = span.start as usize + (words.len() - words.trim_start().len());
        let (last, _) = words.trim_end().char_indices().next_back()?;
        let start = self.byte(start)?;
        let last = self.byte(span.start as usize + last)?;
        let length = self.text.get(last..)?.chars().next()?.len_utf8();
        (start < last + length).then(|| super::span(start, last + length))
    }

    /// The byte of the editor's text that a byte of the normalised text was.
    fn byte(&self, normalised: usize) -> Option<usize> {
        let at = u32::try_from(normalised).ok()?;
        match self.document.source_map.locate(&self.document.text, at)? {
            Origin::Bytes { byte } => self.text.is_char_boundary(byte as usize).then_some(byte as usize),
            _ => None,
        }
    }

    /// These words, if they stand at this place.
    fn words_at(&self, start: usize, words: Option<&String>) -> Option<Span> {
        let words =
            words.filter(|words| self.text.get(start..).is_some_and(|rest| rest.starts_with(*words)))?;
        Some(super::span(start, start + words.len()))
    }

    fn rest_of_line(&self, start: usize) -> Option<Span> {
        let line = self.text.get(start..)?.lines().next()?.trim_end();
        (!line.is_empty()).then(|| super::span(start, start + line.len()))
    }

    /// The proposed clause behind the article it belongs to, else behind the last one, else at the end.
    fn insertion(&self, outcome: &OutcomeView) -> Option<Fix> {
        let near = self.article_near(outcome);
        let advice = self.numbered(outcome.advice.as_ref()?, near);
        let article = near.or_else(|| self.last_article());
        let end = article.and_then(|id| self.in_source(self.document.node(id)?.span));
        let end = end.map_or(self.text.trim_end().len(), |span| span.end as usize);
        let end = end + self.text.get(end..)?.lines().next().map_or(0, str::len);
        let heading = article.map(|id| self.heading_marks(id)).unwrap_or_default();
        let lines = advice.lines().map(str::trim).filter(|line| !line.is_empty());
        let joint = if self.markup == Markup::Markdown { "\n\n" } else { "\n" };
        let clause = format!("\n\n{heading}{}", lines.collect::<Vec<_>>().join(joint));
        let text = if self.text.get(end..)?.is_empty() { clause + "\n" } else { clause };
        let text = if self.text.contains("\r\n") { text.replace('\n', "\r\n") } else { text };
        let title = self.say("editor-insert-advice", &[("title", &outcome.title)]);
        Some(Fix { title, span: super::span(end, end), text })
    }

    /// A clause between two articles gets a branch number (第5条の2): those behind it, and what refers to them, stay as
    /// they are.
    fn numbered(&self, advice: &str, behind: Option<NodeId>) -> String {
        let number = |id: NodeId| self.document.node(id).and_then(|node| node.number.as_deref());
        let base = behind.filter(|id| Some(*id) != self.last_article()).and_then(number);
        let (Some(base), Some(rest)) = (base, advice.strip_prefix('第')) else { return advice.to_owned() };
        let Some((_, rest)) = rest.split_once('条') else { return advice.to_owned() };
        let main = base.split('の').next().unwrap_or(base);
        let printed: Vec<&str> = self.document.nodes().filter_map(|(id, _)| number(id)).collect();
        let free = (2..).find(|branch| !printed.contains(&format!("{main}の{branch}").as_str()));
        format!("第{main}条の{}{rest}", free.unwrap_or(2))
    }

    /// The article that the report names as the place to insert behind.
    fn article_near(&self, outcome: &OutcomeView) -> Option<NodeId> {
        let wanted = outcome.insert_after.as_ref()?;
        let mut articles = outcome.evidence.iter().rev().filter_map(|passage| {
            let holds = |span: TextSpan| span.range().contains(&passage.bytes.start);
            let inner = self.document.nodes().filter(|(_, node)| holds(node.span)).last()?.0;
            article_of(self.document, inner)
        });
        articles.find(|article| article_path(self.document, *article) == *wanted)
    }

    fn last_article(&self) -> Option<NodeId> {
        let articles = self.document.nodes().filter(|(_, node)| node.node_type == NodeType::Article);
        articles.map(|(id, _)| id).filter(|id| is_in_main_part(self.document, *id)).last()
    }

    /// `## `, where the document writes its articles as headings.
    fn heading_marks(&self, article: NodeId) -> String {
        let start = self
            .document
            .node(article)
            .and_then(|node| self.in_source(node.span))
            .map(|span| span.start as usize);
        let line = start.and_then(|start| self.text.get(..start)).and_then(|head| head.rsplit('\n').next());
        let marks = line.unwrap_or_default();
        let is_heading = self.markup == Markup::Markdown && marks.trim().chars().all(|c| c == '#');
        if is_heading { marks.to_owned() } else { String::new() }
    }
}

fn level(outcome: &OutcomeView) -> Level {
    match outcome.severity {
        _ if outcome.status == Status::Unknown => Level::Information,
        Some(SeverityView::Error) => Level::Error,
        Some(SeverityView::Warning) => Level::Warning,
        Some(SeverityView::Info) | None => Level::Information,
    }
}
