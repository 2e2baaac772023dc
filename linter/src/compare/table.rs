//! The 新旧対照表: two columns, the new text on the left, the old one on the right, as Japanese regulations print it.
//!
//! What differs is marked on both sides; what is new stands beside 「（新設）」, what was deleted beside 「（削る）」; whole
//! articles and stretches of an article that are the same fold into 「（略）」. [`super::word`], [`super::xlsx`] and
//! [`super::html`] write the same table and decide nothing.

use serde::Serialize;

use super::report::{DiffReport, SideView};
use super::verdicts::{ClauseChange, ClauseMove, QuoteView};
use super::{Change, Mark, PassageChange, PassageSide, Run, SectionChange, SectionKind, SectionSide};
use crate::message::{self, Arg, Lang};

/// Names of folded sections; more are first and last.
const MOST_NAMES: usize = 4;
/// Stands between a label and its text.
const GAP: &str = "　";

/// How the table is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TableOptions {
    /// The language of everything that the tool says.
    pub lang: Lang,
    /// With a third column: what the change did to the clauses.
    pub remarks: bool,
}

/// The table with its title.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Table {
    /// 「○○規程　新旧対照表」
    pub title: String,
    /// Which files, which day.
    pub lines: Vec<String>,
    /// The heading of the left column.
    pub new: String,
    /// The heading of the right column.
    pub old: String,
    /// The heading of the third column, if there is one.
    pub remarks: Option<String>,
    /// One for each article or stretch of folded ones.
    pub groups: Vec<Group>,
    /// What the reader has to know.
    pub closing: Vec<String>,
}

/// An article, or several that are folded.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Group {
    /// What became of it; none where it is folded.
    pub change: Option<Change>,
    /// Paragraphs beside each other.
    pub rows: Vec<Row>,
    /// What stands in the third column.
    pub remarks: Vec<String>,
}

/// A paragraph of both sides.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Row {
    /// The new one.
    pub new: Cell,
    /// The old one.
    pub old: Cell,
}

/// A paragraph of one side; without spans where nothing stands beside the other.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Cell {
    /// How deep it is indented, in full-width characters.
    pub indent: u8,
    /// What it consists of.
    pub spans: Vec<Span>,
}

/// A stretch of text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Span {
    /// The text.
    pub text: String,
    /// It differs from the other side: underlined.
    pub marked: bool,
}

impl Cell {
    fn plain(text: String) -> Self {
        Self { indent: 0, spans: vec![Span { text, marked: false }] }
    }

    fn push(&mut self, text: &str, marked: bool) {
        if text.is_empty() {
            return;
        }
        match self.spans.last_mut() {
            Some(last) if last.marked == marked => last.text.push_str(text),
            _ => self.spans.push(Span { text: text.to_owned(), marked }),
        }
    }

    fn runs(&mut self, runs: &[Run]) {
        for run in runs {
            self.push(&typeset(&run.text), matches!(run.mark, Mark::Changed | Mark::Followed));
        }
    }

    /// The whole text.
    pub fn text(&self) -> String {
        self.spans.iter().map(|span| span.text.as_str()).collect()
    }
}

/// Brackets as Japanese text prints them. Documents are compared in a normalised form, in which they are narrow.
fn typeset(text: &str) -> String {
    let characters: Vec<char> = text.chars().collect();
    let narrow = |at: Option<usize>| {
        at.and_then(|at| characters.get(at))
            .is_some_and(|c| c.is_ascii() && !c.is_ascii_whitespace() && !"()".contains(*c))
    };
    let is_latin = text.is_ascii();
    characters
        .iter()
        .enumerate()
        .map(|(at, c)| match c {
            '(' if !is_latin && !narrow(at.checked_sub(1)) => '（',
            ')' if !(is_latin || narrow(at.checked_sub(1)) && narrow(Some(at + 1))) => '）',
            _ => *c,
        })
        .collect()
}

/// A label as Japanese text prints it: （1）.
fn wide(label: &str) -> String {
    label.replace('(', "（").replace(')', "）")
}

/// Makes the table of a report.
pub fn table(report: &DiffReport, options: &TableOptions) -> Table {
    let maker = Maker { report, options };
    Table {
        title: maker.say("compare-table-title", &[("title", report.title())]),
        lines: maker.lines(),
        new: maker.say("compare-table-new", &[]),
        old: maker.say("compare-table-old", &[]),
        remarks: options.remarks.then(|| maker.say("compare-table-remarks", &[])),
        groups: maker.groups(),
        closing: maker.closing(),
    }
}

struct Maker<'a> {
    report: &'a DiffReport,
    options: &'a TableOptions,
}

/// A side of a passage or section, chosen by the column.
type Pick<T> = for<'t> fn(&'t T) -> Option<&'t PassageSide>;

impl Maker<'_> {
    fn say(&self, code: &str, args: &[Arg<'_>]) -> String {
        message::text(self.options.lang, code, args)
    }

    fn lines(&self) -> Vec<String> {
        let report = self.report;
        let name = |side: &SideView| {
            let file = side.path.rsplit(['/', '\\']).next().unwrap_or(&side.path).to_owned();
            match side.title.as_deref().filter(|title| *title != report.title()) {
                Some(title) => self.say("compare-table-file-titled", &[("file", &file), ("title", title)]),
                None => file,
            }
        };
        let (old, new) = (name(&report.old), name(&report.new));
        vec![
            self.say("compare-table-files", &[("old", &old), ("new", &new)]),
            self.say("compare-table-date", &[("date", &report.date)]),
        ]
    }

    fn closing(&self) -> Vec<String> {
        let mut closing = vec![self.say("compare-table-legend", &[])];
        if self.options.remarks {
            closing.push(self.say("report-no-legal-advice", &[]));
        }
        closing
    }

    fn groups(&self) -> Vec<Group> {
        let mut groups = Vec::new();
        let mut same: Vec<&SectionChange> = Vec::new();
        for section in &self.report.comparison.sections {
            if section.differs() {
                self.folded(&mut same, true, &mut groups);
                groups.push(self.group(section));
            } else {
                same.push(section);
            }
        }
        self.folded(&mut same, false, &mut groups);
        groups
    }

    /// Sections that are the same: headings right above a change stand there, all else is named and left out.
    fn folded(&self, same: &mut Vec<&SectionChange>, change_follows: bool, groups: &mut Vec<Group>) {
        let mut sections = std::mem::take(same);
        sections.retain(|section| section.kind != SectionKind::Title);
        let mut headings = Vec::new();
        while change_follows && sections.last().is_some_and(|section| section.kind.is_heading()) {
            headings.extend(sections.pop());
        }
        if !sections.is_empty() {
            let omitted = self.say("compare-omitted", &[]);
            let side = |pick: fn(&SectionChange) -> Option<&SectionSide>| {
                let names = names(&sections, pick);
                Cell::plain(if names.is_empty() { omitted.clone() } else { format!("{names}{GAP}{omitted}") })
            };
            let row =
                Row { new: side(|section| section.new.as_ref()), old: side(|section| section.old.as_ref()) };
            groups.push(Group { change: None, rows: vec![row], remarks: Vec::new() });
        }
        for heading in headings.into_iter().rev() {
            groups.push(Group { change: None, rows: self.head(heading).0, remarks: Vec::new() });
        }
    }

    fn group(&self, section: &SectionChange) -> Group {
        let mut rows = self.rows(section);
        let remarks = if self.options.remarks {
            let mut remarks = self.notes(section);
            remarks.extend(self.clauses(section));
            remarks
        } else {
            rows.extend(self.notes(section).into_iter().map(|note| {
                let note = self.say("compare-note", &[("note", &note)]);
                Row { new: Cell::plain(note), old: Cell::default() }
            }));
            Vec::new()
        };
        Group { change: Some(section.change), rows, remarks }
    }

    /// Everything of a section that differs, paragraph by paragraph.
    fn rows(&self, section: &SectionChange) -> Vec<Row> {
        let (mut rows, mut pending) = self.head(section);
        let mut same: Vec<&PassageChange> = Vec::new();
        for passage in &section.passages {
            let is_same = section.new.is_some()
                && section.old.is_some()
                && passage.change == Change::Unchanged
                && !passage.moved
                && !passage.renumbered;
            if is_same {
                same.push(passage);
            } else {
                let depth = depth(passage);
                self.fold(section, &std::mem::take(&mut same), Some(depth), &mut pending, &mut rows);
                let mut row = self.row(section, passage);
                self.lead_in(section, &mut pending, passage, &mut row);
                rows.push(row);
            }
        }
        self.fold(section, &same, None, &mut pending, &mut rows);
        if pending {
            rows.push(self.labels(section));
        }
        self.stand_ins(section, &mut rows);
        rows
    }

    /// What stands beside a section that only one side has.
    fn stand_ins(&self, section: &SectionChange, rows: &mut [Row]) {
        let Some(first) = rows.first_mut() else { return };
        if section.old.is_none() {
            first.old = Cell::plain(self.say("compare-founded", &[]));
        } else if section.new.is_none() {
            first.new = Cell::plain(self.say("compare-deleted", &[]));
        }
    }

    /// The lines above the first paragraph, and whether the label is still to be printed: before that paragraph.
    fn head(&self, section: &SectionChange) -> (Vec<Row>, bool) {
        let sides = || section.new.iter().chain(&section.old);
        let captioned = |side: &SectionSide| !side.caption.is_empty();
        let has_label = sides().any(|side| !side.label.is_empty());
        let is_bare = section.passages.is_empty();
        if !sides().any(captioned) {
            return if has_label && is_bare {
                (vec![self.labels(section)], false)
            } else {
                (Vec::new(), has_label)
            };
        }
        let labelled = is_bare || sides().any(|side| captioned(side) && !side.caption_first);
        let cell = |side: Option<&SectionSide>| {
            side.map(|side| caption(section, side, labelled)).unwrap_or_default()
        };
        let row = Row { new: cell(section.new.as_ref()), old: cell(section.old.as_ref()) };
        (vec![row], has_label && !labelled)
    }

    /// A row of labels alone.
    fn labels(&self, section: &SectionChange) -> Row {
        let cell = |side: Option<&SectionSide>| {
            let mut cell = Cell::default();
            if let Some(side) = side {
                cell.push(&side.label, label_differs(section));
            }
            cell
        };
        Row { new: cell(section.new.as_ref()), old: cell(section.old.as_ref()) }
    }

    /// Puts 第5条 before the first paragraph.
    fn lead_in(&self, section: &SectionChange, pending: &mut bool, passage: &PassageChange, row: &mut Row) {
        if !std::mem::take(pending) {
            return;
        }
        let marked = label_differs(section);
        let lead = |cell: &mut Cell, side: Option<&SectionSide>, has_text: bool| {
            let Some(side) = side else { return };
            let mut led = Cell { indent: 0, spans: Vec::new() };
            led.push(&side.label, marked);
            if has_text {
                led.push(GAP, section.old.is_none() || section.new.is_none());
            }
            for span in std::mem::take(&mut cell.spans) {
                led.push(&span.text, span.marked);
            }
            *cell = led;
        };
        lead(&mut row.new, section.new.as_ref(), passage.new.is_some() || section.old.is_some());
        lead(&mut row.old, section.old.as_ref(), passage.old.is_some() || section.new.is_some());
    }

    /// A paragraph that differs.
    fn row(&self, section: &SectionChange, passage: &PassageChange) -> Row {
        let whole = matches!(passage.change, Change::Added | Change::Deleted);
        let both = section.old.is_some() && section.new.is_some();
        let cell = |side: Option<&PassageSide>, stand_in: &str| {
            let Some(side) = side else {
                // Of a section that one side does not have this is said once.
                return if both { Cell::plain(self.say(stand_in, &[])) } else { Cell::default() };
            };
            let mut cell = Cell { indent: side.depth, spans: Vec::new() };
            cell.push(&wide(&side.label), whole || passage.renumbered);
            if !side.label.is_empty() && !side.runs.is_empty() {
                cell.push(GAP, whole);
            }
            cell.runs(&side.runs);
            cell
        };
        Row {
            new: cell(passage.new.as_ref(), "compare-deleted"),
            old: cell(passage.old.as_ref(), "compare-founded"),
        }
    }

    /// Paragraphs that are the same. `follows` is how deep the next one stands, which differs: the paragraphs that it
    /// stands under are named one by one.
    fn fold(
        &self,
        section: &SectionChange,
        same: &[&PassageChange],
        follows: Option<u8>,
        pending: &mut bool,
        rows: &mut Vec<Row>,
    ) {
        let parent = follows.and_then(|follows| same.iter().rposition(|passage| depth(passage) < follows));
        let (before, rest) = match parent {
            Some(at) => (same.get(..at).unwrap_or_default(), same.get(at..).unwrap_or_default()),
            None => (same, [].as_slice()),
        };
        self.fold_group(section, before, pending, rows);
        if let Some((first, items)) = rest.split_first() {
            self.fold_line(section, &[*first], pending, rows);
            self.fold_group(section, items, pending, rows);
        }
    }

    fn fold_group(
        &self,
        section: &SectionChange,
        same: &[&PassageChange],
        pending: &mut bool,
        rows: &mut Vec<Row>,
    ) {
        let mut rest = same;
        // A first paragraph has no label of its own; its number is that of the article.
        let is_whole = same.len() == section.passages.len();
        if let (Some((first, others)), true, false) = (rest.split_first(), *pending, is_whole) {
            let items = others.iter().take_while(|passage| depth(passage) > depth(first)).count();
            self.fold_line(section, &[*first], pending, rows);
            rest = others.get(items..).unwrap_or_default();
        }
        while let Some(first) = rest.first() {
            let count = rest.iter().take_while(|passage| depth(passage) >= depth(first)).count();
            let group = rest.get(..count).unwrap_or_default();
            let heads: Vec<&PassageChange> =
                group.iter().filter(|passage| depth(passage) == depth(first)).copied().collect();
            self.fold_line(section, &heads, pending, rows);
            rest = rest.get(count..).unwrap_or_default();
        }
    }

    /// 「２～４　（略）」
    fn fold_line(
        &self,
        section: &SectionChange,
        heads: &[&PassageChange],
        pending: &mut bool,
        rows: &mut Vec<Row>,
    ) {
        let omitted = self.say("compare-omitted", &[]);
        let led = std::mem::take(pending);
        let cell = |pick: Pick<PassageChange>, side: Option<&SectionSide>| {
            let mut cell = Cell { indent: heads.first().map_or(0, |head| depth(head)), spans: Vec::new() };
            if let Some(side) = side.filter(|side| led && !side.label.is_empty()) {
                cell.push(&side.label, label_differs(section));
                cell.push(GAP, false);
            } else {
                let labels: Vec<String> = heads
                    .iter()
                    .filter_map(|head| pick(head))
                    .map(|side| wide(&side.label))
                    .filter(|label| !label.is_empty())
                    .collect();
                let range = range(&labels);
                if !range.is_empty() {
                    cell.push(&format!("{range}{GAP}"), false);
                }
            }
            cell.push(&omitted, false);
            cell
        };
        let row = Row {
            new: cell(|passage| passage.new.as_ref(), section.new.as_ref()),
            old: cell(|passage| passage.old.as_ref(), section.old.as_ref()),
        };
        // Two stretches without labels say no more than one.
        if rows.last() != Some(&row) {
            rows.push(row);
        }
    }

    /// What is to be said of a section beside its words.
    fn notes(&self, section: &SectionChange) -> Vec<String> {
        let mut notes = Vec::new();
        let place = |side: &Option<SectionSide>| side.as_ref().map(name).unwrap_or_default();
        let (old, new) = (place(&section.old), place(&section.new));
        if section.moved {
            notes.push(self.say("compare-note-moved", &[("old", &old), ("new", &new)]));
        } else if section.renumbered && self.options.remarks {
            notes.push(self.say("compare-note-renumbered", &[("old", &old), ("new", &new)]));
        }
        notes.extend(super::text::notes(section, self.options.lang));
        notes
    }

    /// What the change did to the clauses that stand, or stood, in the section.
    fn clauses(&self, section: &SectionChange) -> Vec<String> {
        let stands = |quotes: &[QuoteView], side: &Option<SectionSide>| {
            side.as_ref().is_some_and(|side| quotes.iter().any(|quote| side.bytes.contains(&quote.byte)))
        };
        let speaks = |clause: &&ClauseChange| {
            !matches!(clause.change, ClauseMove::Reworded | ClauseMove::Unchanged)
                && (stands(&clause.new.passages, &section.new) || stands(&clause.old.passages, &section.old))
        };
        self.report.clauses.iter().filter(speaks).map(|clause| self.clause(clause)).collect()
    }

    fn clause(&self, clause: &ClauseChange) -> String {
        let change = self.say(&format!("compare-move-{}", clause.change.name()), &[]);
        let basis: Vec<String> = clause
            .basis
            .iter()
            .map(|id| {
                let mark = clause.basis_unverified.contains(id).then(|| self.say("unverified", &[]));
                format!("{id}{}", mark.unwrap_or_default())
            })
            .collect();
        let basis = basis.join(&self.say("report-comma", &[]));
        let code = if basis.is_empty() { "compare-remark-bare" } else { "compare-remark" };
        self.say(code, &[("change", &change), ("title", &clause.title), ("basis", &basis)])
    }
}

fn depth(passage: &PassageChange) -> u8 {
    passage.new.as_ref().or(passage.old.as_ref()).map_or(0, |side| side.depth)
}

fn label_differs(section: &SectionChange) -> bool {
    let bare = |side: &Option<SectionSide>| side.as_ref().map(|side| super::bare(&side.label));
    section.renumbered
        || section.old.is_none()
        || section.new.is_none()
        || (section.change == Change::Changed
            && section
                .old
                .as_ref()
                .zip(section.new.as_ref())
                .is_some_and(|(old, new)| old.place != new.place && bare(&section.old) != bare(&section.new)))
}

/// 「（目的）」, 「第1条（目的）」 or 「第1章　総則」.
fn caption(section: &SectionChange, side: &SectionSide, labelled: bool) -> Cell {
    let mut cell = Cell::default();
    let whole = section.old.is_none() || section.new.is_none();
    if labelled {
        cell.push(&side.label, label_differs(section));
        if !side.bracketed && !side.label.is_empty() && !side.caption.is_empty() {
            cell.push(GAP, whole);
        }
    }
    let bracket = |cell: &mut Cell, mark: &str| {
        if side.bracketed && !side.caption.is_empty() {
            cell.push(mark, whole);
        }
    };
    bracket(&mut cell, "（");
    cell.runs(&side.caption);
    bracket(&mut cell, "）");
    cell
}

/// The name of a section: its place, else its heading.
pub(super) fn name(side: &SectionSide) -> String {
    if side.place.is_empty() {
        side.caption.iter().map(|run| run.text.as_str()).collect()
    } else {
        side.place.clone()
    }
}

/// 「第1条～第4条、附則」
fn names(sections: &[&SectionChange], pick: fn(&SectionChange) -> Option<&SectionSide>) -> String {
    let mut names: Vec<String> = Vec::new();
    let has_articles = sections.iter().any(|section| section.kind == SectionKind::Article);
    let named: Vec<&SectionChange> =
        sections.iter().filter(|section| !(has_articles && section.kind.is_heading())).copied().collect();
    let groups = named.chunk_by(|a, b| a.kind == SectionKind::Article && b.kind == SectionKind::Article);
    for group in groups {
        let Some(first) = group.first() else { continue };
        let sides = || group.iter().filter_map(|section| pick(section));
        match first.kind {
            SectionKind::Article => {
                names.push(range(&sides().map(|side| side.place.clone()).collect::<Vec<_>>()))
            }
            kind if kind.is_heading() => names.extend(sides().map(|side| side.label.clone())),
            SectionKind::Preamble
            | SectionKind::Supplementary
            | SectionKind::Appendix
            | SectionKind::Heading => {
                names.extend(sides().map(|side| side.place.clone()));
            }
            _ => {}
        }
    }
    names.retain(|name| !name.is_empty());
    names.dedup();
    if names.len() > MOST_NAMES { range(&names) } else { names.join("、") }
}

/// 「2」, 「2・3」, 「2～4」
fn range(labels: &[String]) -> String {
    match labels {
        [] => String::new(),
        [one] => one.clone(),
        [first, last] => format!("{first}・{last}"),
        [first, .., last] => format!("{first}～{last}"),
    }
}
