//! A trace as text: predicates as a tree, below each the sentences that were looked at, and the verdict at the end.

use super::text::layout;
use super::text::paint::Paint;
use crate::evaluate::RequirementStatus;
use crate::evaluate::probe::Test;
use crate::message::{self, Arg, Lang};
use crate::outcome::Status;
use crate::report::RequirementKindView;
use crate::trace::{
    Attempt, Beside, Cut, Extents, Match, Node, Predicate, RequirementTrace, Sentence, Trace,
};

/// How a trace is written.
#[derive(Debug, Clone, Copy)]
pub struct TraceOptions<'a> {
    /// The language.
    pub lang: Lang,
    /// Columns.
    pub width: usize,
    /// Whether to use colours.
    pub color: bool,
    /// Every sentence with all its predicates, instead of the nearest few.
    pub all: bool,
    /// The requirement to show; all of them otherwise.
    pub requirement: Option<&'a str>,
}

/// Sentences shown for one predicate.
const MOST_SENTENCES: usize = 3;
/// Columns by which a predicate stands behind the one around it.
const STEP: &str = "  ";

/// The trace for a person.
pub fn render(trace: &Trace, options: &TraceOptions<'_>) -> String {
    let mut page = Page { trace, options: *options, paint: Paint::new(options.color), out: String::new() };
    page.write();
    page.out
}

struct Page<'a> {
    trace: &'a Trace,
    options: TraceOptions<'a>,
    paint: Paint,
    out: String,
}

impl Page<'_> {
    /// A text of the catalogue. The parts of a line keep their beginnings: some are continuations.
    fn say(&self, code: &str, args: &[Arg<'_>]) -> String {
        message::text(self.options.lang, code, args)
    }

    fn line(&mut self, label: &str, text: &str) {
        self.out.push_str(&layout::hanging(label, text, self.options.width));
    }

    fn write(&mut self) {
        let outcome = &self.trace.outcome;
        let kind = self.say(&format!("kind-{}", self.trace.kind.name().replace('_', "-")), &[]);
        let head = self.say("trace-head", &[("rule", &outcome.rule), ("title", &outcome.title)]);
        let about = [
            ("path", self.trace.path.as_str()),
            ("kind", &kind),
            ("vendor", &self.trace.vendor),
            ("hospital", &self.trace.hospital),
        ];
        let about = self.say("trace-about", &about);
        self.out.push_str(&format!("{}\n", self.paint.bold(&head)));
        self.line("", &about);
        let chosen: Vec<&RequirementTrace> = self
            .trace
            .requirements
            .iter()
            .filter(|requirement| self.options.requirement.is_none_or(|name| name == requirement.name))
            .collect();
        for requirement in &chosen {
            self.requirement(requirement);
        }
        self.out.push_str(&format!("\n{}\n", self.paint.bold(&self.say("trace-verdict", &[]))));
        for requirement in &chosen {
            self.conclusion(requirement);
        }
        let status = self.status(outcome.status);
        let status = self.paint.status(outcome.status, &status);
        let why = self.say(&format!("trace-rule-{}", outcome.status.name().replace('_', "-")), &[]);
        self.out.push_str(&format!("  {}: {status}\n", self.trace.outcome.rule));
        self.line("    ", &why);
    }

    fn status(&self, status: Status) -> String {
        self.say(&format!("status-{}", status.name().replace('_', "-")), &[])
    }

    fn requirement(&mut self, requirement: &RequirementTrace) {
        let kind = self.say(&format!("trace-kind-{}", kind_name(requirement.kind)), &[]);
        let title = format!("{} {} ({kind})", requirement.name, requirement.title);
        self.out.push_str(&format!("\n{}\n", self.paint.bold(&title)));
        self.node(&requirement.predicate, STEP);
    }

    /// Mark, words and answer; below it what is inside.
    fn node(&mut self, node: &Node, margin: &str) {
        let answer = self.answer(node.status, node.reason);
        let mark = mark(node.status);
        let words = match node.words.as_str() {
            joint @ ("and" | "or" | "one_of" | "not") => {
                self.say(&format!("trace-node-{}", joint.replace('_', "-")), &[])
            }
            words => words.to_owned(),
        };
        self.line(&format!("{margin}{mark} "), &format!("{words} — {answer}"));
        let margin = format!("{margin}{STEP}");
        if let Some(extents) = &node.extents {
            let words = self.extents(extents);
            self.line(&format!("{margin}· "), &words);
        }
        for part in &node.parts {
            self.node(part, &margin);
        }
        let shown = self.shown(node);
        for sentence in &shown {
            self.sentence(sentence, &margin);
        }
        let counts = self.counts(node, shown.len());
        if !counts.is_empty() {
            self.line(&format!("{margin}· "), &counts);
        }
    }

    fn answer(&self, status: RequirementStatus, reason: Option<crate::evaluate::Reason>) -> String {
        match reason {
            Some(reason) => self.say(&format!("reason-{}", reason.name()), &[]),
            None if status == RequirementStatus::Satisfied => self.say("trace-holds", &[]),
            None => self.say("trace-fails", &[]),
        }
    }

    fn extents(&self, extents: &Extents) -> String {
        let looked = extents.looked.to_string();
        let code = match (&extents.place, extents.is_won) {
            (Some(_), true) => "trace-extent-won",
            (Some(_), false) => "trace-extent-near",
            (None, _) => "trace-extent-none",
        };
        let place = extents.place.clone().unwrap_or_default();
        self.say(code, &[("looked", &looked), ("place", &place)])
    }

    /// The sentences that say most, in the order of the document.
    fn shown<'n>(&self, node: &'n Node) -> Vec<&'n Sentence> {
        let mut order: Vec<(usize, &Sentence)> = node.sentences.iter().enumerate().collect();
        if !self.options.all {
            order.sort_by_key(|(index, sentence)| {
                let furthest = sentence.attempts.iter().filter_map(|attempt| attempt.test).max();
                let rank = (sentence.is_decisive, sentence.status, !sentence.is_heading, furthest);
                (std::cmp::Reverse(rank), *index)
            });
            order.truncate(MOST_SENTENCES);
            order.sort_by_key(|(index, _)| *index);
        }
        order.into_iter().map(|(_, sentence)| sentence).collect()
    }

    /// What is not shown, in one line.
    fn counts(&self, node: &Node, shown: usize) -> String {
        if !node.parts.is_empty() || node.extents.is_some() {
            return String::new();
        }
        let hidden = node.sentences.len().saturating_sub(shown);
        let list =
            [("trace-hidden", hidden as u32), ("trace-skipped", node.skipped), ("trace-silent", node.silent)];
        let told = list.iter().filter(|(_, count)| *count > 0);
        let told: Vec<String> =
            told.map(|(code, count)| self.say(code, &[("count", &count.to_string())])).collect();
        told.join(&self.say("list-separator", &[]))
    }

    fn sentence(&mut self, sentence: &Sentence, margin: &str) {
        let quote = self.say("trace-quote", &[("article", &sentence.article), ("quote", &sentence.quote)]);
        let arrow = if sentence.is_decisive { "→" } else { "·" };
        self.line(&format!("{margin}{arrow} "), quote.trim_start());
        let margin = format!("{margin}{STEP}{STEP}");
        if sentence.is_heading {
            let words = self.say("trace-why-heading", &[]);
            self.line(&margin, &words);
        }
        let full = self.options.all || sentence.is_decisive;
        if full && sentence.attempts.iter().any(|attempt| attempt.test.is_some()) {
            for predicate in &sentence.predicates {
                let words = self.predicate(predicate);
                self.line(&margin, &words);
            }
        }
        let mut told: Vec<String> = Vec::new();
        for attempt in &sentence.attempts {
            let words = self.attempt(attempt, sentence);
            if !told.contains(&words) {
                self.line(&format!("{margin}{} ", mark(attempt.status)), &words);
                told.push(words);
            }
            self.circumstances(attempt, full, &format!("{margin}{STEP}"));
        }
        for cut in sentence.cuts.iter().filter(|_| full || sentence.attempts.is_empty()) {
            let words = self.cut(cut);
            self.line(&format!("{margin}✗ "), &words);
        }
    }

    fn predicate(&self, predicate: &Predicate) -> String {
        let heads = predicate.heads.join("」「");
        let args = [
            ("words", predicate.words.as_str()),
            ("actor", &self.actor(predicate)),
            ("force", &self.say(&format!("trace-force-{}", predicate.force.name()), &[])),
            ("heads", &heads),
        ];
        let mut text = self.say("trace-predicate", &args);
        if !predicate.demanded.is_empty() {
            text.push_str(&self.say("trace-demanded", &[("heads", &predicate.demanded.join("」「"))]));
        }
        if predicate.is_alternative {
            text.push_str(&self.say("trace-alternative", &[]));
        }
        text
    }

    fn actor(&self, predicate: &Predicate) -> String {
        let names = [("vendor", self.trace.vendor.as_str()), ("hospital", self.trace.hospital.as_str())];
        self.say(&format!("trace-actor-{}", predicate.actor.name()), &names)
    }

    fn matched(&self, matched: &Match) -> String {
        let concepts = matched.concepts.join(" → ");
        let code = if concepts.is_empty() { "trace-matched-here" } else { "trace-matched" };
        self.say(code, &[("text", &matched.text), ("words", &matched.words), ("concepts", &concepts)])
    }

    /// What matched, and the test at which it stopped.
    fn attempt(&self, attempt: &Attempt, sentence: &Sentence) -> String {
        let matched = self.matched(&attempt.matched);
        let Some(test) = attempt.test else { return matched };
        if test == Test::Passed {
            return self.say("trace-passed", &[("matched", &matched)]);
        }
        let name = self.say(&format!("trace-test-{}", test.name()), &[]);
        let why = self.why(test, attempt, sentence);
        self.say("trace-stopped", &[("matched", &matched), ("test", &name), ("why", &why)])
    }

    fn why(&self, test: Test, attempt: &Attempt, sentence: &Sentence) -> String {
        let predicate = attempt.predicate.and_then(|index| sentence.predicates.get(index as usize));
        let reason = || self.answer(attempt.status, attempt.reason);
        let absent = || {
            let lacking = attempt.beside.iter().filter(|beside| beside.link.is_none());
            lacking.map(|beside| beside.wanted.as_str()).collect::<Vec<_>>().join(", ")
        };
        match (test, predicate) {
            (Test::Head, _) if sentence.predicates.is_empty() => self.say("trace-why-no-predicate", &[]),
            (Test::Head, _) => {
                let heads = sentence.predicates.iter().flat_map(|predicate| &predicate.heads);
                let heads = heads.map(String::as_str).collect::<Vec<_>>().join("」「");
                self.say("trace-why-head", &[("heads", &heads)])
            }
            (Test::Object | Test::Occasion, _) => self.say("trace-why-absent", &[("wanted", &absent())]),
            (Test::Strength, Some(predicate)) => {
                let force = self.say(&format!("trace-force-{}", predicate.force.name()), &[]);
                self.say("trace-why-strength", &[("force", &force), ("reason", &reason())])
            }
            (Test::Party, Some(predicate)) => {
                let actor = self.actor(predicate);
                self.say("trace-why-party", &[("actor", &actor), ("reason", &reason())])
            }
            _ => reason(),
        }
    }

    /// Object and occasion, and the sentence that takes it back.
    fn circumstances(&mut self, attempt: &Attempt, full: bool, margin: &str) {
        for beside in attempt.beside.iter().filter(|_| full) {
            let words = self.beside(beside);
            self.line(margin, &words);
        }
        if let Some(place) = &attempt.against {
            let words = self.say("trace-against", &[("article", &place.article), ("quote", &place.quote)]);
            self.line(margin, &words);
        }
    }

    fn beside(&self, beside: &Beside) -> String {
        let part = self.say(&format!("trace-part-{}", beside.part.name()), &[]);
        let (Some(found), Some(link)) = (&beside.found, beside.link) else {
            return self.say("trace-beside-none", &[("part", &part), ("wanted", &beside.wanted)]);
        };
        let matched = self.matched(found);
        let article = beside.place.as_ref().map(|place| place.article.clone()).unwrap_or_default();
        let link = self.say(&format!("trace-link-{}", link.name()), &[("article", &article)]);
        self.say("trace-beside", &[("part", &part), ("matched", &matched), ("link", &link)])
    }

    fn cut(&self, cut: &Cut) -> String {
        let by = cut.by.clone().unwrap_or_default();
        self.say(&format!("trace-cut-{}", cut.why.name()), &[("words", &cut.words), ("by", &by)])
    }

    /// The status of a requirement, and the sentence on which it rests.
    fn conclusion(&mut self, requirement: &RequirementTrace) {
        let status = self.status(requirement.status);
        let painted = self.paint.status(requirement.status, &status);
        self.out.push_str(&format!("  {} {}: {painted}\n", requirement.name, requirement.title));
        let mut places = Vec::new();
        decisive(&requirement.predicate, &mut places);
        let kind = kind_name(requirement.kind);
        let words = match (requirement.status, places.is_empty()) {
            (Status::Unknown, _) => self.say("trace-because-unknown", &[]),
            (Status::Satisfied, _) if kind == "forbid" => self.say("trace-because-absent", &[]),
            (_, true) => self.say("trace-because-nothing", &[]),
            (_, false) => {
                let places = places.join(&self.say("report-comma", &[]));
                self.say("trace-because", &[("places", &places)])
            }
        };
        let reason = requirement.reason.map(|reason| self.say(&format!("reason-{}", reason.name()), &[]));
        let words = match reason {
            Some(reason) => format!("{words}{}{reason}", self.say("list-separator", &[])),
            None => words,
        };
        self.line("    ", &words);
    }
}

/// Where the sentences stand on which the answer rests.
fn decisive(node: &Node, places: &mut Vec<String>) {
    for sentence in node.sentences.iter().filter(|sentence| sentence.is_decisive) {
        if !places.contains(&sentence.article) {
            places.push(sentence.article.clone());
        }
    }
    for part in node.parts.iter().filter(|part| part.is_decisive) {
        decisive(part, places);
    }
}

fn mark(status: RequirementStatus) -> &'static str {
    match status {
        RequirementStatus::Satisfied => "✓",
        RequirementStatus::Weak | RequirementStatus::Delegated => "△",
        RequirementStatus::Missing => "✗",
    }
}

fn kind_name(kind: RequirementKindView) -> &'static str {
    match kind {
        RequirementKindView::Require => "require",
        RequirementKindView::Forbid => "forbid",
        RequirementKindView::Recommend => "recommend",
    }
}
