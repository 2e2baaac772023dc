//! Reads back a workbook in which people wrote what becomes of each finding.
//!
//! Columns are found by their headings, in either language and any order. Nothing is passed over in silence: what cannot be
//! acted on is a [`Mistake`] with its cell, and all mistakes are told at once.

pub(crate) mod record;

use std::collections::{BTreeMap, BTreeSet};

use schemars::JsonSchema;
use serde::Serialize;

use super::decision::{Choice, Decision, Entered, Key, RowPlace};
use crate::headed::{Headed, Headings, Unheaded, says};
use crate::message::{self, Arg, Lang};
use crate::pack::RulePack;
use crate::read::{Limits, ReadError, cell_name, read_grids};
use crate::report::DocumentReport;

pub use record::{Record, RecordedDocument};

/// The columns that are read.
const HEADINGS: Headings = Headings {
    prefix: "matrix-column-",
    needed: &["decision", "reason", "approver", "due", "rule", "document", "fingerprint"],
    optional: &[],
    marks: &[&["decision"], &["reason", "approver"]],
    sheet: "matrix-sheet-findings",
};

/// Why nothing of a workbook can be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ImportError {
    /// The file cannot be read.
    #[error(transparent)]
    Read(#[from] ReadError),
    /// It is no workbook.
    #[error("the file is no workbook")]
    NoWorkbook,
    /// No sheet has the headings of the findings.
    #[error("no sheet lists findings")]
    NoFindings,
    /// Some headings are not there.
    #[error("sheet `{sheet}` lacks the columns {columns:?}")]
    NoColumns {
        /// The sheet.
        sheet: String,
        /// The ends of the codes of the headings.
        columns: Vec<&'static str>,
    },
    /// A heading stands twice.
    #[error("sheet `{sheet}` has the column `{column}` twice")]
    ColumnTwice {
        /// The sheet.
        sheet: String,
        /// The end of the code of the heading.
        column: &'static str,
    },
}

impl ImportError {
    /// Every code of its own.
    pub const CODES: &'static [&'static str] =
        &["matrix-no-workbook", "matrix-no-findings", "matrix-no-columns", "matrix-column-twice"];

    /// The code of its message.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Read(error) => error.code(),
            Self::NoWorkbook => "matrix-no-workbook",
            Self::NoFindings => "matrix-no-findings",
            Self::NoColumns { .. } => "matrix-no-columns",
            Self::ColumnTwice { .. } => "matrix-column-twice",
        }
    }

    /// The arguments of its message, headings in one language.
    pub fn args(&self, lang: Lang) -> Vec<(&'static str, String)> {
        match self {
            Self::Read(error) => error.args(),
            Self::NoWorkbook | Self::NoFindings => Vec::new(),
            Self::NoColumns { sheet, columns } => {
                let names: Vec<String> = columns.iter().map(|name| HEADINGS.word(name, lang)).collect();
                vec![
                    ("sheet", sheet.clone()),
                    ("columns", names.join(&message::text(lang, "report-comma", &[]))),
                ]
            }
            Self::ColumnTwice { sheet, column } => {
                vec![("sheet", sheet.clone()), ("column", HEADINGS.word(column, lang))]
            }
        }
    }
}

impl From<Unheaded> for ImportError {
    fn from(error: Unheaded) -> Self {
        match error {
            Unheaded::Nowhere => Self::NoFindings,
            Unheaded::Missing(sheet, columns) => Self::NoColumns { sheet, columns },
            Unheaded::Twice(sheet, column) => Self::ColumnTwice { sheet, column },
        }
    }
}

/// Something in a cell that cannot be acted on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Mistake {
    /// The sheet.
    pub sheet: String,
    /// The cell: `F12`.
    pub cell: String,
    /// A code of the message catalogue.
    pub code: String,
    /// The arguments of its message.
    pub args: BTreeMap<String, String>,
}

impl Mistake {
    /// Every code.
    pub const CODES: &'static [&'static str] = &[
        "matrix-mistake-choice",
        "matrix-mistake-no-choice",
        "matrix-mistake-no-reason",
        "matrix-mistake-no-approver",
        "matrix-mistake-no-date",
        "matrix-mistake-date",
        "matrix-mistake-past-date",
        "matrix-mistake-no-finding",
        "matrix-mistake-unknown-rule",
        "matrix-mistake-not-recorded",
        "matrix-mistake-gone",
        "matrix-mistake-merged",
        "matrix-mistake-twice",
    ];

    /// What is wrong, as one sentence.
    pub fn message(&self, lang: Lang) -> String {
        message::text(lang, &self.code, &self.borrowed())
    }

    /// What to do about it.
    pub fn help(&self, lang: Lang) -> Option<String> {
        message::help(lang, &self.code, &self.borrowed())
    }

    fn borrowed(&self) -> Vec<Arg<'_>> {
        self.args.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect()
    }
}

/// What was read from a workbook.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Imported {
    /// The sheet that lists the findings.
    pub sheet: String,
    /// Decisions that can be acted on, in the order of the rows.
    pub decisions: Vec<Decision>,
    /// Findings about which nothing was written.
    pub undecided: usize,
    /// What cannot be acted on, in the order of the cells.
    pub mistakes: Vec<Mistake>,
    /// What the workbook remembers of the run that made it.
    pub record: Record,
    /// The column of fingerprints.
    #[serde(skip)]
    #[schemars(skip)]
    fingerprints: u32,
}

/// Reads the decisions of a workbook. `today` is YYYY-MM-DD: an exception must hold until that day at least.
///
/// # Errors
/// The file is no workbook of ours, or lacks a column.
pub fn import(bytes: &[u8], limits: &Limits, pack: &RulePack, today: &str) -> Result<Imported, ImportError> {
    let grids = read_grids(bytes, limits)?.ok_or(ImportError::NoWorkbook)?;
    let table = Table(Headed::find(&grids, &HEADINGS)?);
    let record = Record::read(&grids);
    let mut reading = Reading { table: &table, pack, record: &record, today, mistakes: Vec::new() };
    let mut decisions: Vec<Decision> = Vec::new();
    let mut undecided = 0;
    for row in table.0.rows() {
        reading.merged(row);
        let (key, entered) = (table.key(row), table.entered(row));
        match (key.is_empty(), entered.is_empty()) {
            (true, true) => {}
            (false, true) => undecided += 1,
            (true, false) => reading.mistake("no-finding", row, "rule", &[]),
            (false, false) => decisions.extend(reading.decision(row, key.into(), entered)),
        }
    }
    let mut mistakes = reading.mistakes;
    mistakes.extend(twice(&table, &decisions));
    let (sheet, fingerprints) = (table.name(), table.0.column("fingerprint").unwrap_or(1));
    Ok(Imported { sheet, decisions, undecided, mistakes, record, fingerprints })
}

/// What a workbook remembers of the run that made it; nothing where it does not, or is no workbook.
pub fn remembered(bytes: &[u8], limits: &Limits) -> Record {
    let grids = read_grids(bytes, limits).ok().flatten().unwrap_or_default();
    Record::read(&grids)
}

/// What people wrote into a workbook, by finding, as it stands there: to be carried over into a new one.
///
/// # Errors
/// As [`import`].
pub fn entered(bytes: &[u8], limits: &Limits) -> Result<BTreeMap<Key, Entered>, ImportError> {
    let grids = read_grids(bytes, limits)?.ok_or(ImportError::NoWorkbook)?;
    let table = Table(Headed::find(&grids, &HEADINGS)?);
    let written = table.0.rows().into_iter().map(|row| (Key::from(table.key(row)), table.entered(row)));
    Ok(written.filter(|(_, entered)| !entered.is_empty()).collect())
}

impl Imported {
    /// Adds a mistake for each exception whose finding a document, judged anew, does not have any more.
    pub fn check_against(&mut self, current: &[DocumentReport]) {
        let now: BTreeSet<(&str, &str, &str)> = current
            .iter()
            .flat_map(|document| document.outcomes.iter().map(|outcome| (document.path.as_str(), outcome)))
            .filter(|(_, outcome)| outcome.status.is_finding())
            .map(|(path, outcome)| (outcome.rule.as_str(), path, outcome.fingerprint.as_str()))
            .collect();
        let judged: BTreeSet<&str> = current.iter().map(|document| document.path.as_str()).collect();
        for decision in self.decisions.iter().filter(|decision| decision.choice == Choice::Waive) {
            let Key { rule, document, fingerprint } = &decision.key;
            if judged.contains(document.as_str()) && !now.contains(&(rule, document, fingerprint)) {
                self.mistakes.push(Mistake {
                    sheet: decision.place.sheet.clone(),
                    cell: cell_name(decision.place.row, self.fingerprints),
                    code: "matrix-mistake-gone".to_owned(),
                    args: BTreeMap::from([
                        ("rule".to_owned(), rule.clone()),
                        ("document".to_owned(), document.clone()),
                    ]),
                });
            }
        }
    }
}

/// The sheet of findings.
struct Table<'a>(Headed<'a>);

/// The words of the cells that name a finding.
struct RawKey<'a>([&'a str; 3]);

impl RawKey<'_> {
    fn is_empty(&self) -> bool {
        self.0.iter().all(|text| text.is_empty())
    }
}

impl From<RawKey<'_>> for Key {
    fn from(raw: RawKey<'_>) -> Self {
        let [rule, document, fingerprint] = raw.0.map(str::to_owned);
        Self { rule, document, fingerprint }
    }
}

impl<'a> Table<'a> {
    fn key(&self, row: u32) -> RawKey<'a> {
        RawKey(["rule", "document", "fingerprint"].map(|name| self.0.text(row, name)))
    }

    fn entered(&self, row: u32) -> Entered {
        let text = |name: &str| self.0.text(row, name).to_owned();
        let due = self.0.day(row, "due").unwrap_or_else(|| text("due"));
        Entered { choice: text("decision"), reason: text("reason"), approver: text("approver"), due }
    }

    fn name(&self) -> String {
        self.0.grid.name.clone()
    }
}

/// What is needed to judge one row after the other.
struct Reading<'a> {
    table: &'a Table<'a>,
    pack: &'a RulePack,
    record: &'a Record,
    today: &'a str,
    mistakes: Vec<Mistake>,
}

impl Reading<'_> {
    fn mistake(&mut self, code: &str, row: u32, column: &str, args: &[Arg<'_>]) {
        self.mistakes.push(mistake(self.table, code, row, column, args));
    }

    /// A cell that was merged with one above belongs to another finding, too: nobody can tell what was meant.
    fn merged(&mut self, row: u32) {
        for name in HEADINGS.needed {
            if self.table.0.is_covered(row, name) {
                self.mistake("merged", row, name, &[]);
            }
        }
    }

    /// The decision of a row; none where it cannot be acted on, which has been noted then.
    fn decision(&mut self, row: u32, key: Key, entered: Entered) -> Option<Decision> {
        let before = self.mistakes.len();
        let choice = self.choice(row, &entered);
        if self.pack.rule(&key.rule).is_none() {
            self.mistake("unknown-rule", row, "rule", &[("rule", &key.rule)]);
        } else if !self.record.knows(&key) {
            self.mistake("not-recorded", row, "fingerprint", &[("rule", &key.rule)]);
        }
        let due = crate::day::read(&entered.due);
        if due.is_none() && !entered.due.is_empty() {
            self.mistake("date", row, "due", &[("value", &entered.due)]);
        }
        if choice == Some(Choice::Waive) {
            self.exception(row, &entered, due.as_deref());
        }
        let some = |text: String| (!text.is_empty()).then_some(text);
        let sound = self.mistakes.len() == before;
        let choice = choice.filter(|_| sound)?;
        let place = RowPlace { sheet: self.table.name(), row };
        Some(Decision {
            choice,
            key,
            reason: some(entered.reason),
            approver: some(entered.approver),
            due,
            place,
        })
    }

    fn choice(&mut self, row: u32, entered: &Entered) -> Option<Choice> {
        let is = |choice: &Choice| says(&entered.choice, &format!("matrix-choice-{}", choice.name()));
        let choice = Choice::ALL.into_iter().find(is);
        if entered.choice.is_empty() {
            self.mistake("no-choice", row, "decision", &[]);
        } else if choice.is_none() {
            self.mistake("choice", row, "decision", &[("value", &entered.choice)]);
        }
        choice
    }

    /// An exception needs a reason, somebody who stands for it, and an end.
    fn exception(&mut self, row: u32, entered: &Entered, due: Option<&str>) {
        if entered.reason.is_empty() {
            self.mistake("no-reason", row, "reason", &[]);
        }
        if entered.approver.is_empty() {
            self.mistake("no-approver", row, "approver", &[]);
        }
        if entered.due.is_empty() {
            self.mistake("no-date", row, "due", &[]);
        }
        if let Some(day) = due.filter(|day| *day < self.today) {
            self.mistake("past-date", row, "due", &[("value", day), ("today", self.today)]);
        }
    }
}

fn mistake(table: &Table<'_>, code: &str, row: u32, column: &str, args: &[Arg<'_>]) -> Mistake {
    Mistake {
        sheet: table.name(),
        cell: table.0.cell(row, column),
        code: format!("matrix-mistake-{code}"),
        args: args.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect(),
    }
}

/// Rows that speak of a finding that an earlier row has decided about.
fn twice(table: &Table<'_>, decisions: &[Decision]) -> Vec<Mistake> {
    let mut seen: BTreeMap<&Key, u32> = BTreeMap::new();
    let mut mistakes = Vec::new();
    for decision in decisions {
        let row = decision.place.row;
        match seen.get(&decision.key) {
            Some(first) => {
                let first = table.0.cell(*first, "decision");
                mistakes.push(mistake(table, "twice", row, "decision", &[("first", &first)]));
            }
            None => {
                seen.insert(&decision.key, row);
            }
        }
    }
    mistakes
}

#[cfg(all(test, feature = "xlsx"))]
mod tests;
