//! The comparison as a person reads it in a terminal: article by article, then what it did to the clauses.
//!
//! Additions and deletions are told by signs, so that no colour is needed; on a terminal they are underlined or struck
//! through as well. What is the same is folded.

use annotate_snippets::renderer::{AnsiColor, Effects, Style};
use kb::Kb;

use super::report::DiffReport;
use super::verdicts::{ClauseChange, ClauseMove, QuoteView, Verdict};
use super::{Change, DriftView, Mark, PassageChange, Run, SectionChange, SectionKind, Summary, table};
use crate::message::{self, Arg, Lang};
use crate::report::SeverityView;
use crate::report::text::paint::Paint;
use crate::report::text::{Detail, TextOptions, layout};

/// Unchanged words shown before and behind a change.
const CONTEXT: usize = 24;

/// Writes the comparison. The result ends with a line break.
pub fn render(report: &DiffReport, options: &TextOptions) -> String {
    let page = Page { report, options, paint: Paint::new(options.color), kb: Kb::embedded().ok() };
    let mut out = String::new();
    if options.detail != Detail::Quiet {
        page.header(&mut out);
        page.sections(&mut out);
    }
    page.clauses(&mut out);
    if options.detail != Detail::Quiet {
        page.closing(&mut out);
    }
    out
}

/// What is to be said of a section beside its words: where passages came from or went to, which references lead elsewhere.
pub(super) fn notes(section: &SectionChange, lang: Lang) -> Vec<String> {
    let say = |code: &str, args: &[Arg<'_>]| message::text(lang, code, args);
    let mut notes = Vec::new();
    for passage in &section.passages {
        if let (Some(from), Some(side)) = (&passage.moved_from, &passage.new) {
            notes.push(say("compare-note-from", &[("place", &side.place), ("from", from)]));
        }
        if let (Some(to), Some(side)) = (&passage.moved_to, &passage.old) {
            notes.push(say("compare-note-to", &[("place", &side.place), ("to", to)]));
        }
    }
    // Where single passages are told, the section as a whole says no more.
    if let Some(from) = section.split_from.as_ref().filter(|_| notes.is_empty()) {
        notes.push(say("compare-note-split", &[("place", from)]));
    }
    if let Some(into) = section.merged_into.as_ref().filter(|_| notes.is_empty()) {
        notes.push(say("compare-note-merged", &[("place", into)]));
    }
    notes.extend(section.drifted.iter().map(|drift| drift_words(drift, lang)));
    notes
}

/// A reference that leads elsewhere now, in a sentence.
fn drift_words(drift: &DriftView, lang: Lang) -> String {
    let named = |place: &str, caption: &str| {
        if caption.is_empty() { place.to_owned() } else { format!("{place}({caption})") }
    };
    let (was, now) = (named(&drift.was, &drift.was_caption), named(&drift.now, &drift.now_caption));
    let args = [
        ("place", drift.place.as_str()),
        ("words", &drift.words),
        ("was", &was),
        ("now", &now),
        ("went", drift.went.as_deref().unwrap_or_default()),
    ];
    let code = if drift.went.is_some() { "compare-drift" } else { "compare-drift-deleted" };
    message::text(lang, code, &args)
}

struct Page<'a> {
    report: &'a DiffReport,
    options: &'a TextOptions,
    paint: Paint,
    kb: Option<&'static Kb>,
}

impl Page<'_> {
    fn say(&self, code: &str, args: &[Arg<'_>]) -> String {
        message::text(self.options.lang, code, args)
    }

    fn line(&self, margin: &str, text: &str, out: &mut String) {
        out.push_str(&layout::hanging(margin, text, self.options.width));
    }

    fn header(&self, out: &mut String) {
        let report = self.report;
        let title = self.say("compare-title", &[("title", report.title())]);
        out.push_str(&self.paint.bold(&layout::rule(&title, '━', self.options.width)));
        out.push('\n');
        for (code, side) in [("compare-old", &report.old), ("compare-new", &report.new)] {
            let count = side.articles.to_string();
            let label = format!("  {}", layout::padded(&self.say(code, &[]), 6));
            self.line(&label, &self.say("compare-file", &[("path", &side.path), ("count", &count)]), out);
            for issue in side.unread.iter().filter(|issue| issue.text_lost) {
                let args: Vec<Arg<'_>> =
                    issue.args.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
                self.line("        ", &self.say(&issue.code, &args), out);
            }
        }
        self.line("  ", &self.summary(&report.comparison.summary), out);
        out.push('\n');
    }

    /// 「変更 3、新設 1、削除 1、移動 1、番号だけ 4、同じ 20」
    fn summary(&self, summary: &Summary) -> String {
        if summary.is_same() {
            return self.say("compare-same", &[]);
        }
        let counts = [
            ("changed", summary.changed),
            ("added", summary.added),
            ("deleted", summary.deleted),
            ("moved", summary.moved),
            ("renumbered", summary.renumbered),
            ("followed", summary.followed),
            ("drifted", summary.drifted),
            ("unchanged", summary.unchanged),
        ];
        let counts: Vec<String> = counts
            .iter()
            .filter(|(_, count)| *count > 0)
            .map(|(name, count)| self.say(&format!("compare-count-{name}"), &[("count", &count.to_string())]))
            .collect();
        counts.join(&self.say("report-comma", &[]))
    }

    fn sections(&self, out: &mut String) {
        let mut same = 0;
        for section in &self.report.comparison.sections {
            if section.differs() {
                self.folded(&mut same, out);
                self.section(section, out);
            } else {
                same += usize::from(section.kind != SectionKind::Title);
            }
        }
        self.folded(&mut same, out);
    }

    fn folded(&self, same: &mut usize, out: &mut String) {
        let count = std::mem::take(same);
        if count > 0 {
            let text = self.say("compare-folded", &[("count", &count.to_string())]);
            out.push_str(&format!("  {}\n\n", self.paint.dim(&text)));
        }
    }

    /// `── 変更・番号 第6条 → 第5条(保存) ──`
    fn section(&self, section: &SectionChange, out: &mut String) {
        let names: Vec<String> =
            section.old.iter().chain(&section.new).map(table::name).filter(|name| !name.is_empty()).collect();
        let name = match names.as_slice() {
            [old, new] if old != new => format!("{old} → {new}"),
            [.., name] => name.clone(),
            [] => self.say("compare-unnamed", &[]),
        };
        let side = section.new.as_ref().or(section.old.as_ref());
        let caption: String =
            side.iter().flat_map(|side| &side.caption).map(|run| run.text.as_str()).collect();
        let caption = if caption.is_empty() || name.contains(&caption) {
            String::new()
        } else {
            format!("({caption})")
        };
        let words = self.words(section);
        let title = format!("{words}  {name}{caption}");
        let rule = layout::rule(&title, '─', self.options.width);
        out.push_str(&match section.change {
            Change::Added => self.paint.good(&rule),
            Change::Deleted => self.paint.bad(&rule),
            Change::Changed => self.paint.attention(&rule),
            Change::Unchanged | Change::Followed => self.paint.bold(&rule),
        });
        out.push('\n');
        self.caption(section, out);
        for passage in &section.passages {
            self.passage(passage, out);
        }
        self.notes(section, out);
        out.push('\n');
    }

    /// What became of a section, in words.
    fn words(&self, section: &SectionChange) -> String {
        let mut words = Vec::new();
        let mut add = |name: &str| words.push(self.say(&format!("compare-change-{name}"), &[]));
        if section.change != Change::Unchanged {
            add(section.change.name());
        }
        if section.moved {
            add("moved");
        }
        if section.renumbered {
            add("renumbered");
        }
        if !section.drifted.is_empty() {
            add("drifted");
        }
        words.join(&self.say("compare-and", &[]))
    }

    fn caption(&self, section: &SectionChange, out: &mut String) {
        let changed =
            |runs: &[Run]| runs.iter().any(|run| matches!(run.mark, Mark::Changed | Mark::Followed));
        if let (Some(old), Some(new)) = (&section.old, &section.new)
            && (changed(&old.caption) || changed(&new.caption))
        {
            self.side('-', "", &old.caption, out);
            self.side('+', "", &new.caption, out);
        }
    }

    fn passage(&self, passage: &PassageChange, out: &mut String) {
        let (old, new) = (passage.old.as_ref(), passage.new.as_ref());
        let label =
            |side: Option<&super::PassageSide>| side.map(|side| side.label.clone()).unwrap_or_default();
        match passage.change {
            Change::Added | Change::Deleted => {
                let (sign, side) = if old.is_some() { ('-', old) } else { ('+', new) };
                self.side(sign, &label(side), side.map(|side| side.runs.as_slice()).unwrap_or_default(), out);
            }
            Change::Followed => self.followed(old, new, out),
            Change::Changed => {
                self.side('-', &label(old), old.map(|side| side.runs.as_slice()).unwrap_or_default(), out);
                self.side('+', &label(new), new.map(|side| side.runs.as_slice()).unwrap_or_default(), out);
            }
            Change::Unchanged if passage.moved || passage.renumbered => {
                let places = [old, new].map(|side| side.map(|side| side.place.as_str()).unwrap_or_default());
                let word = if passage.moved { "moved" } else { "renumbered" };
                let word = self.say(&format!("compare-change-{word}"), &[]);
                let [old, new] = places;
                let text = format!("{word}  {old} → {new}");
                out.push_str(&format!("    {}\n", self.paint.dim(&text)));
            }
            Change::Unchanged => {}
        }
    }

    /// One line for both sides: 「第8条→第9条」 is all that differs.
    fn followed(&self, old: Option<&super::PassageSide>, new: Option<&super::PassageSide>, out: &mut String) {
        let (Some(old), Some(new)) = (old, new) else { return };
        let runs = old.runs.iter().zip(&new.runs).map(|(was, now)| match now.mark {
            Mark::Followed => Run { text: format!("{}→{}", was.text.trim(), now.text), mark: now.mark },
            _ => now.clone(),
        });
        self.side('~', &new.label, &runs.collect::<Vec<_>>(), out);
    }

    /// A side of a passage behind its sign. Long unchanged stretches are cut.
    fn side(&self, sign: char, label: &str, runs: &[Run], out: &mut String) {
        let all = runs.iter().all(|run| run.mark == Mark::Changed);
        let mut plain = String::new();
        let mut marks: Vec<(std::ops::Range<usize>, Mark)> = Vec::new();
        if !label.is_empty() {
            plain.push_str(label);
            plain.push(' ');
        }
        for (at, run) in runs.iter().enumerate() {
            let text = match run.mark {
                Mark::Same => cut(&run.text, at > 0, at + 1 < runs.len()),
                Mark::Changed | Mark::Followed | Mark::Drifted => run.text.clone(),
            };
            let text = text.replace('\n', " ");
            let start = plain.len();
            // Brackets tell without colours what differs; a passage that differs as a whole needs none.
            match run.mark {
                Mark::Changed | Mark::Followed if !all && !self.paint.is_on() => {
                    let (open, close) = match (run.mark, sign) {
                        (Mark::Followed, _) => ("[~", "~]"),
                        (_, '-') => ("[-", "-]"),
                        _ => ("{+", "+}"),
                    };
                    plain.push_str(&format!("{open}{text}{close}"));
                }
                _ => plain.push_str(&text),
            }
            marks.push((start..plain.len(), run.mark));
        }
        let columns = self.options.width.saturating_sub(6);
        for (index, range) in layout::lines(&plain, columns).into_iter().enumerate() {
            let lead = if index == 0 { format!("  {sign} ") } else { "    ".to_owned() };
            let line = if self.paint.is_on() {
                painted(&plain, range, &marks, sign)
            } else {
                plain.get(range).unwrap_or_default().to_owned()
            };
            out.push_str(format!("{lead}{line}").trim_end());
            out.push('\n');
        }
    }

    fn notes(&self, section: &SectionChange, out: &mut String) {
        let notes = notes(section, self.options.lang);
        notes.iter().for_each(|note| self.line("  * ", note, out));
    }

    fn clauses(&self, out: &mut String) {
        if self.options.detail == Detail::Quiet {
            for clause in self.report.clauses.iter().filter(|clause| clause.change.is_loss()) {
                self.quiet(clause, out);
            }
            return;
        }
        let title = self.say("compare-clauses", &[]);
        out.push_str(&self.paint.bold(&layout::rule(&title, '━', self.options.width)));
        out.push('\n');
        for change in ClauseMove::ALL {
            let count = self.report.clause_summary.get(*change).to_string();
            let word = self.say(&format!("compare-move-{}", change.name()), &[]);
            let meaning = self.say(&format!("compare-move-{}-meaning", change.name()), &[]);
            let word = self.moved(*change, &layout::padded(&word, 12));
            out.push_str(&format!("  {word} {count:>4}  {}\n", self.paint.dim(&meaning)));
        }
        out.push('\n');
        let shown = |clause: &&ClauseChange| match clause.change {
            ClauseMove::Unchanged => false,
            ClauseMove::Reworded => self.options.detail == Detail::Verbose,
            _ => true,
        };
        for clause in self.report.clauses.iter().filter(shown) {
            self.clause(clause, out);
        }
    }

    fn moved(&self, change: ClauseMove, text: &str) -> String {
        match change {
            ClauseMove::Lost => self.paint.bad(text),
            ClauseMove::Weakened | ClauseMove::Unclear => self.paint.attention(text),
            ClauseMove::Gained | ClauseMove::Strengthened => self.paint.good(text),
            ClauseMove::Reworded | ClauseMove::Unchanged => self.paint.dim(text),
        }
    }

    /// `[失われた] エラー 契約終了時の返却と消去 (contract/data-return)`
    fn clause(&self, clause: &ClauseChange, out: &mut String) {
        let change = self.say(&format!("compare-move-{}", clause.change.name()), &[]);
        let severity = clause.severity.map(|severity| format!(" {}", self.severity(severity)));
        out.push_str(&format!(
            "[{}]{} {} {}\n",
            self.moved(clause.change, &change),
            severity.unwrap_or_default(),
            self.paint.bold(&clause.title),
            self.paint.dim(&format!("({})", clause.rule)),
        ));
        self.verdict("compare-old", '-', &clause.old, out);
        self.verdict("compare-new", '+', &clause.new, out);
        for requirement in &clause.requirements {
            let args = [
                ("title", requirement.title.clone()),
                ("old", self.status(requirement.old)),
                ("new", self.status(requirement.new)),
            ];
            let args: Vec<Arg<'_>> = args.iter().map(|(name, value)| (*name, value.as_str())).collect();
            self.line("    ", &self.say("compare-requirement", &args), out);
        }
        if let Some(waiver) = &clause.waiver {
            let args = [("approver", waiver.approver.as_str()), ("expires", &waiver.expires)];
            self.line("  ", &self.say("compare-waived", &args), out);
        }
        self.basis(clause, out);
        out.push('\n');
    }

    fn severity(&self, severity: SeverityView) -> String {
        let word = self.say(&format!("severity-{}", severity.name()), &[]);
        self.paint.severity(severity, &word)
    }

    fn status(&self, status: crate::outcome::Status) -> String {
        self.say(&format!("status-{}", status.name().replace('_', "-")), &[])
    }

    fn verdict(&self, code: &str, sign: char, verdict: &Verdict, out: &mut String) {
        let label = format!("  {}", layout::padded(&self.say(code, &[]), 4));
        let status = self.status(verdict.status);
        self.line(&label, &format!("{status}: {}", verdict.message), out);
        for QuoteView { article, quote, .. } in &verdict.passages {
            let place = if article.is_empty() { String::new() } else { format!("{article} ") };
            self.line(&format!("    {sign} "), &format!("{place}「{quote}」"), out);
        }
    }

    fn basis(&self, clause: &ClauseChange, out: &mut String) {
        let label = format!("  {} ", self.say("report-basis", &[]));
        let margin = " ".repeat(layout::width(&label));
        for (index, id) in clause.basis.iter().enumerate() {
            let entry = self.kb.and_then(|kb| kb.get(id));
            let title = entry.map(|entry| format!(" {}", entry.title())).unwrap_or_default();
            let unverified = clause.basis_unverified.contains(id).then(|| self.say("unverified", &[]));
            let mark = unverified.map(|mark| format!(" {mark}")).unwrap_or_default();
            self.line(if index == 0 { &label } else { &margin }, &format!("{id}{title}{mark}"), out);
        }
    }

    /// `error: 失われた: title [rule] 第12条`
    fn quiet(&self, clause: &ClauseChange, out: &mut String) {
        let severity =
            clause.severity.map(|severity| self.say(&format!("severity-{}", severity.name()), &[]));
        let place =
            clause.old.passages.first().map(|quote| format!(" {}", quote.article)).unwrap_or_default();
        out.push_str(&format!(
            "{}: {}: {}: {} [{}]{place}\n",
            self.report.new.path,
            severity.unwrap_or_default(),
            self.say(&format!("compare-move-{}", clause.change.name()), &[]),
            clause.title,
            clause.rule,
        ));
    }

    fn closing(&self, out: &mut String) {
        let report = self.report;
        let edition = [
            ("guideline", report.guideline.as_str()),
            ("date", report.date.as_str()),
            ("version", report.tool.version.as_str()),
            ("rules", report.rules_hash.as_str()),
            ("kb", report.kb_version.as_str()),
        ];
        self.line("  ", &self.say("report-made-with", &edition), out);
        self.line("  ", &self.say("report-no-legal-advice", &[]), out);
    }
}

/// An unchanged stretch: its end before a change, its beginning behind one.
fn cut(text: &str, behind: bool, before: bool) -> String {
    let count = text.chars().count();
    let most = CONTEXT * (usize::from(behind) + usize::from(before)).max(1);
    if count <= most + 2 {
        return text.to_owned();
    }
    let head: String = if behind { text.chars().take(CONTEXT).collect() } else { String::new() };
    let tail: String = if before { text.chars().skip(count - CONTEXT).collect() } else { String::new() };
    if !behind && !before {
        text.chars().take(CONTEXT).chain(['…']).collect()
    } else {
        format!("{head}…{tail}")
    }
}

/// A line with its marks: additions underlined, deletions struck through, references underlined.
fn painted(
    text: &str,
    line: std::ops::Range<usize>,
    marks: &[(std::ops::Range<usize>, Mark)],
    sign: char,
) -> String {
    let style = |mark: Mark| match (mark, sign) {
        (Mark::Changed, '-') => AnsiColor::Red.on_default().effects(Effects::STRIKETHROUGH),
        (Mark::Changed, _) => AnsiColor::Green.on_default().effects(Effects::UNDERLINE),
        (Mark::Followed, _) => AnsiColor::Cyan.on_default().effects(Effects::UNDERLINE),
        (Mark::Drifted, _) => AnsiColor::Yellow.on_default().effects(Effects::UNDERLINE),
        (Mark::Same, _) => Style::new(),
    };
    let mut out = String::new();
    let mut at = line.start;
    for (range, mark) in marks.iter().filter(|(range, _)| range.end > line.start && range.start < line.end) {
        let (start, end) = (range.start.max(line.start), range.end.min(line.end));
        out.push_str(text.get(at..start).unwrap_or_default());
        let part = text.get(start..end).unwrap_or_default();
        let style = style(*mark);
        out.push_str(&if *mark == Mark::Same { part.to_owned() } else { format!("{style}{part}{style:#}") });
        at = end;
    }
    out.push_str(text.get(at..line.end).unwrap_or_default());
    out
}
