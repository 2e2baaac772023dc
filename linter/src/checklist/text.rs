//! A form in a terminal, and the words that all its renderings share.

use super::{Filled, Item, ItemEvidence};
use crate::matrix::file_name;
use crate::meaning::parties::Actor;
use crate::message::{self, Arg, Lang};
use crate::report::EvidenceRole;
use crate::report::text::{layout, paint::Paint};

/// Columns of numbers.
const NUMBER: usize = 12;

/// Passages that are shown beside a question; the data hold all.
pub(super) const MOST_PASSAGES: usize = 3;

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

/// Writes the form with the passages beside its questions. The result ends with a line break.
pub fn text(filled: &Filled, options: TextOptions) -> String {
    let words = Words { lang: options.lang };
    let mut out = format!("{}\n", options.paint.bold(&filled.form.title));
    for line in about(filled, words) {
        out.push_str(&layout::hanging("", &line, options.width));
    }
    let mut group: Option<&String> = None;
    for item in &filled.items {
        if item.group.as_ref() != group {
            group = item.group.as_ref();
            let title = group.map(String::as_str).unwrap_or_default();
            out.push_str(&format!("\n{}\n", layout::rule(title, '─', options.width)));
        }
        let label = format!("  {} ", layout::padded(&item.number, NUMBER));
        out.push_str(&layout::hanging(&label, &words.question(item), options.width));
        for found in item.evidence.iter().take(MOST_PASSAGES) {
            let mut line = words.passage(found);
            // The form about roles wants to know who does it.
            if filled.form.year.is_none() {
                line.push_str(&words.say_with("checklist-side", &[("side", &words.side(found))]));
            }
            out.push_str(&layout::hanging("      ・", &line, options.width));
        }
        if let Some(rest) = words.rest(item) {
            out.push_str(&layout::hanging("      ", &rest, options.width));
        }
    }
    out
}

/// The words of one language.
#[derive(Debug, Clone, Copy)]
pub(super) struct Words {
    pub(super) lang: Lang,
}

impl Words {
    pub(super) fn say(self, code: &str) -> String {
        self.say_with(code, &[])
    }

    pub(super) fn say_with(self, code: &str, args: &[Arg<'_>]) -> String {
        message::text(self.lang, code, args)
    }

    /// The official wording where it was seen, else our title; with 未確認 where it is due.
    pub(super) fn question(self, item: &Item) -> String {
        let scope = item.scope.as_ref().map(|scope| format!("[{scope}] ")).unwrap_or_default();
        let words = item.label.as_ref().unwrap_or(&item.title);
        format!("{scope}{words}{}", self.mark(item))
    }

    /// How many passages there are beside those that are shown.
    pub(super) fn rest(self, item: &Item) -> Option<String> {
        let rest = item.evidence.len().checked_sub(MOST_PASSAGES).filter(|rest| *rest > 0)?;
        Some(self.say_with("matrix-more", &[("count", &rest.to_string())]))
    }

    pub(super) fn mark(self, item: &Item) -> String {
        if item.confirmed { String::new() } else { self.say("unverified") }
    }

    /// 「契約書.docx 第12条第2項「…」」, with what weakens it.
    pub(super) fn passage(self, found: &ItemEvidence) -> String {
        let place = format!("{} {}", file_name(&found.document), found.article);
        let args = [("article", place.trim_end()), ("quote", found.quote.as_str())];
        let quote = self.say_with("matrix-quote", &args);
        let role = match found.role {
            EvidenceRole::Weakens => self.say_with("checklist-weak", &[("title", &found.requirement)]),
            EvidenceRole::Conflicts => self.say_with("checklist-contrary", &[("title", &found.requirement)]),
            _ => self.say_with("checklist-found", &[("title", &found.requirement)]),
        };
        format!("{quote} {role}")
    }

    /// 「乙(事業者)」
    pub(super) fn side(self, found: &ItemEvidence) -> String {
        let actor = found.actor.unwrap_or(Actor::Unstated);
        let side = self.say(&format!("checklist-side-{}", actor.name()));
        match &found.party {
            Some(party) => self.say_with("checklist-party", &[("party", party), ("side", &side)]),
            None => side,
        }
    }
}

/// What a reader must know before the questions.
pub(super) fn about(filled: &Filled, words: Words) -> Vec<String> {
    let form = &filled.form;
    let mut lines = vec![form.gist.clone()];
    if !form.obtained {
        lines.push(words.say("checklist-partial"));
    }
    lines.extend(form.note.clone());
    lines.push(words.say("checklist-answers"));
    if !filled.documents.is_empty() {
        lines.push(words.say("checklist-evidence-meaning"));
    }
    lines.push(words.say("checklist-wording"));
    let args =
        [("version", filled.tool.version.as_str()), ("kb", &filled.kb_version), ("date", &filled.date)];
    lines.push(words.say_with("checklist-made-with", &args));
    lines.push(words.say("report-no-legal-advice"));
    lines
}
