//! A result of a search as text.

use ::kb::search::{Hit, Other, SearchResult};
use ::kb::{EntryKind, Kb};
use anyhow::Result;
use linter::entry;
use linter::report::text::layout;

use super::rules::RuleHit;
use crate::session::Session;

/// What stands before the lines under a head.
const MARGIN: &str = "    ";

/// A result and whom it is for.
pub(super) struct Page<'a> {
    pub(super) session: Session,
    pub(super) result: &'a SearchResult,
    pub(super) rules: &'a [RuleHit],
}

impl Page<'_> {
    pub(super) fn write(&self) -> Result<String> {
        let result = self.result;
        let mut out = self.suggestions();
        if result.hits.is_empty() && self.rules.is_empty() && result.others.is_empty() {
            out.push_str(&(self.session.say("cli-search-nothing", &[("query", &result.query)]) + "\n"));
            return Ok(out);
        }
        out.push_str(&self.expanded());
        out.push_str(&self.term()?);
        for hit in &result.hits {
            out.push_str(&self.hit(hit)?);
        }
        if let Some(total) = result.total.filter(|total| *total > result.hits.len()) {
            let (shown, total) = (result.hits.len().to_string(), total.to_string());
            let args = [("shown", shown.as_str()), ("total", total.as_str())];
            out.push_str(&format!("\n{}\n", self.session.say("cli-search-cut", &args)));
        }
        for rule in self.rules {
            out.push_str(&self.rule(rule));
        }
        out.push_str(&self.others());
        Ok(out)
    }

    fn line(&self, first: &str, text: &str) -> String {
        layout::hanging(first, text, self.session.width)
    }

    /// 「もしかして: …」
    fn suggestions(&self) -> String {
        let say = |text: &String| self.session.say("cli-search-suggestion", &[("query", text)]);
        self.result.suggestions.iter().map(|text| self.line("", &say(text))).collect()
    }

    /// 「言い換え: MFA → 二要素認証」
    fn expanded(&self) -> String {
        let mut out = String::new();
        for expanded in &self.result.expanded {
            let args = [("word", expanded.word.as_str()), ("means", &*expanded.means.join("、"))];
            out.push_str(&self.line("", &self.session.say("cli-search-expanded", &args)));
        }
        out
    }

    /// The glossary's line on the word that was typed.
    fn term(&self) -> Result<String> {
        let kb = Kb::embedded()?;
        let Some(term) = self.result.term.as_ref().and_then(|hit| kb.get(&hit.id)) else {
            return Ok(String::new());
        };
        let first = term.gist().split_inclusive('。').next().unwrap_or_default();
        let mark = entry::mark(term, self.session.lang);
        let head = format!("{} {}{mark}", term.id(), term.title());
        let line = format!("{} {first}", self.session.paint().bold(&head));
        Ok(self.line(&format!("{} ", entry::kind(EntryKind::Term, self.session.lang)), &line) + "\n")
    }

    fn hit(&self, hit: &Hit) -> Result<String> {
        let mark = Kb::embedded()?.get(&hit.id).map(|found| entry::mark(found, self.session.lang));
        let mark = mark.filter(|mark| !mark.is_empty()).map(|mark| format!(" {mark}")).unwrap_or_default();
        let kind = if hit.kind == EntryKind::Clause {
            String::new()
        } else {
            format!("{} ", entry::kind(hit.kind, self.session.lang))
        };
        let place = format!("{kind}{}", hit.citation);
        Ok(self.head(&format!("{} {}", hit.id, hit.title), place.trim_end(), &mark) + &self.snippet(hit))
    }

    /// Key and title, the place and the mark, broken into lines where they are too long.
    fn head(&self, name: &str, place: &str, mark: &str) -> String {
        let paint = self.session.paint();
        let text = format!("{name} {place}{mark}");
        let (named, placed) = (name.len(), name.len() + 1 + place.len());
        let mut out = String::new();
        for line in layout::lines(&text, self.session.width.saturating_sub(MARGIN.len())) {
            out.push_str(if line.start == 0 { "" } else { MARGIN });
            let end = line.start + text.get(line.clone()).unwrap_or_default().trim_end().len();
            let piece = |from: usize, to: usize| {
                text.get(from.clamp(line.start, end)..to.clamp(line.start, end))
                    .filter(|text| !text.is_empty())
            };
            out.extend(piece(0, named).map(|text| paint.bold(text)));
            out.extend(piece(named, named + 1));
            out.extend(piece(named + 1, placed).map(|text| paint.dim(text)));
            out.extend(piece(placed, text.len()));
            out.push('\n');
        }
        out
    }

    /// The snippet, broken into lines, with what was looked for painted.
    fn snippet(&self, hit: &Hit) -> String {
        let chars: Vec<char> = hit.snippet.chars().collect();
        let lines = layout::lines(&hit.snippet, self.session.width.saturating_sub(MARGIN.len()));
        let mut out = String::new();
        for line in lines {
            let start = hit.snippet.get(..line.start).unwrap_or_default().chars().count();
            let end = start + hit.snippet.get(line).unwrap_or_default().trim_end().chars().count();
            out.push_str(MARGIN);
            out.push_str(&self.painted(&chars, start, end, &hit.highlights));
            out.push('\n');
        }
        out
    }

    fn painted(&self, chars: &[char], start: usize, end: usize, highlights: &[[usize; 2]]) -> String {
        let text =
            |from: usize, to: usize| -> String { chars.get(from..to).unwrap_or_default().iter().collect() };
        let mut out = String::new();
        let mut at = start;
        for [from, to] in highlights.iter().copied().filter(|[from, to]| *to > start && *from < end) {
            let (from, to) = (from.max(at), to.min(end));
            out.push_str(&text(at, from));
            out.push_str(&self.session.paint().attention(&text(from, to)));
            at = to.max(at);
        }
        out + &text(at, end)
    }

    fn rule(&self, rule: &RuleHit) -> String {
        let kind = self.session.say("cli-search-kind-rule", &[]);
        self.head(&format!("{} {}", rule.id, rule.title), &kind, "") + &self.line(MARGIN, &rule.snippet)
    }

    /// 「ほかに: 対策 12件 K-…」, and how to see them.
    fn others(&self) -> String {
        let Some(first) = self.result.others.first() else { return String::new() };
        let mut out = format!("\n{}\n", self.session.say("cli-search-others", &[]));
        for other in &self.result.others {
            out.push_str(&self.line("  ", &self.other(other)));
        }
        let args = [("query", self.result.query.as_str()), ("kind", first.kind.as_str())];
        out.push_str(&self.line("  ", &self.session.say("cli-search-others-help", &args)));
        out
    }

    fn other(&self, other: &Other) -> String {
        let kind = entry::kind(other.kind, self.session.lang);
        let count = other.count.to_string();
        let best = Kb::embedded().ok().and_then(|kb| kb.get(&other.best.id));
        let mark = best.map(|best| entry::mark(best, self.session.lang)).unwrap_or_default();
        let title = format!("{}{mark}", other.best.title);
        let args = [("kind", kind.as_str()), ("count", &count), ("id", &other.best.id), ("title", &title)];
        self.session.say("cli-search-other", &args)
    }
}
