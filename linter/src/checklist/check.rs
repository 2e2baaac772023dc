//! Reads a form back: which questions are not answered, and which are answered 「いいえ」 without a day.

use schemars::JsonSchema;
use serde::Serialize;

use crate::headed::{Headed, Headings, Unheaded, says};
use crate::message::{self, Lang};
use crate::read::{Grid, Limits, ReadError, read_grids};

/// The name of the sheet that remembers the questions.
pub(crate) const RECORD: &str = "sekisho-form";

const HEADINGS: Headings = Headings {
    prefix: "checklist-column-",
    needed: &["number", "question", "answer", "id"],
    optional: &["checked", "target", "answer-2", "checked-2", "done"],
    marks: &[&["answer", "id"], &["answer", "question"]],
    sheet: "checklist-sheet-yearly",
};

/// Why nothing of a form can be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CheckError {
    /// The file cannot be read.
    #[error(transparent)]
    Read(#[from] ReadError),
    /// It is no workbook.
    #[error("the file is no workbook")]
    NoWorkbook,
    /// No sheet has the headings of a form.
    #[error("no sheet holds questions")]
    NoQuestions,
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

impl CheckError {
    /// Every code of its own.
    pub const CODES: &'static [&'static str] =
        &["checklist-no-workbook", "checklist-no-questions", "matrix-no-columns", "matrix-column-twice"];

    /// The code of its message.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Read(error) => error.code(),
            Self::NoWorkbook => "checklist-no-workbook",
            Self::NoQuestions => "checklist-no-questions",
            Self::NoColumns { .. } => "matrix-no-columns",
            Self::ColumnTwice { .. } => "matrix-column-twice",
        }
    }

    /// The arguments of its message, headings in one language.
    pub fn args(&self, lang: Lang) -> Vec<(&'static str, String)> {
        match self {
            Self::Read(error) => error.args(),
            Self::NoWorkbook | Self::NoQuestions => Vec::new(),
            Self::NoColumns { sheet, columns } => {
                let names: Vec<String> = columns.iter().map(|name| HEADINGS.word(name, lang)).collect();
                let comma = message::text(lang, "report-comma", &[]);
                vec![("sheet", sheet.clone()), ("columns", names.join(&comma))]
            }
            Self::ColumnTwice { sheet, column } => {
                vec![("sheet", sheet.clone()), ("column", HEADINGS.word(column, lang))]
            }
        }
    }
}

impl From<Unheaded> for CheckError {
    fn from(error: Unheaded) -> Self {
        match error {
            Unheaded::Nowhere => Self::NoQuestions,
            Unheaded::Missing(sheet, columns) => Self::NoColumns { sheet, columns },
            Unheaded::Twice(sheet, column) => Self::ColumnTwice { sheet, column },
        }
    }
}

/// What a form says when it is read back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Checked {
    /// Id of the form, where the workbook remembers it.
    pub form: Option<String>,
    /// Number of questions.
    pub questions: usize,
    /// Those whose last answer is 「はい」.
    pub yes: usize,
    /// Those whose last answer is 「いいえ」.
    pub no: usize,
    /// Those that are answered 「対象外」.
    pub not_applicable: usize,
    /// Those that need no answer, because a question before them was answered 「いいえ」.
    pub skipped: usize,
    /// What is still open, in the order of the form.
    pub open: Vec<Open>,
}

/// A question with something still to do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Open {
    /// Its id.
    pub id: String,
    /// Its number.
    pub number: String,
    /// Its words.
    pub question: String,
    /// The cell to fill in: `F12`; none where the row is gone.
    pub cell: Option<String>,
    /// What is to do.
    pub problem: Problem,
}

/// What is to do about a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Problem {
    /// There is no answer.
    Unanswered,
    /// The answer is none of the three.
    UnknownAnswer,
    /// Answered 「いいえ」, and no day is set by which it will be 「はい」.
    NoWithoutDay,
    /// Answered, and not said when that was looked at.
    NotDated,
    /// What stands for a day is none.
    NoDay,
    /// The row of the question is not there any more.
    RowGone,
    /// The cell is merged with another question's.
    Merged,
}

impl Problem {
    /// All of them.
    pub const ALL: [Self; 7] = [
        Self::Unanswered,
        Self::UnknownAnswer,
        Self::NoWithoutDay,
        Self::NotDated,
        Self::NoDay,
        Self::RowGone,
        Self::Merged,
    ];

    /// The name in the message catalogue.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Unanswered => "unanswered",
            Self::UnknownAnswer => "unknown-answer",
            Self::NoWithoutDay => "no-without-day",
            Self::NotDated => "not-dated",
            Self::NoDay => "no-day",
            Self::RowGone => "row-gone",
            Self::Merged => "merged",
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Answer {
    Yes,
    No,
    NotApplicable,
}

impl Answer {
    fn read(text: &str) -> Option<Self> {
        let named = [("yes", Self::Yes), ("no", Self::No), ("not-applicable", Self::NotApplicable)];
        let found = named.into_iter().find(|(name, _)| says(text, &format!("checklist-answer-{name}")));
        found.map(|(_, answer)| answer)
    }
}

/// Reads a form that people filled in.
///
/// # Errors
/// The file is no form of ours, or lacks a column.
pub fn check(bytes: &[u8], limits: &Limits) -> Result<Checked, CheckError> {
    let grids = read_grids(bytes, limits)?.ok_or(CheckError::NoWorkbook)?;
    let table = Headed::find(&grids, &HEADINGS)?;
    let record = grids.iter().find(|grid| grid.name == RECORD);
    let mut checking = Checking {
        table: &table,
        checked: Checked {
            form: record.map(|grid| grid.text(1, 2).to_owned()).filter(|id| !id.is_empty()),
            questions: 0,
            yes: 0,
            no: 0,
            not_applicable: 0,
            skipped: 0,
            open: Vec::new(),
        },
        closed: false,
    };
    let rows: Vec<u32> = table.rows().into_iter().filter(|row| !table.text(*row, "id").is_empty()).collect();
    let gates = record.map(|grid| of_sort(grid, "gate")).unwrap_or_default();
    for row in &rows {
        checking.question(*row, gates.iter().any(|(id, ..)| *id == table.text(*row, "id")));
    }
    for (id, number, question) in record.map(all).unwrap_or_default() {
        if !rows.iter().any(|row| table.text(*row, "id") == id) {
            checking.checked.questions += 1;
            checking.checked.open.push(Open { id, number, question, cell: None, problem: Problem::RowGone });
        }
    }
    Ok(checking.checked)
}

/// Id, number and words of the questions that the workbook remembers.
fn all(grid: &Grid) -> Vec<(String, String, String)> {
    let items = grid.rows().into_iter().filter(|row| grid.text(*row, 1) == "item");
    let text = |row: u32, column: u32| grid.text(row, column).to_owned();
    items.map(|row| (text(row, 2), text(row, 4), text(row, 5))).collect()
}

fn of_sort(grid: &Grid, sort: &str) -> Vec<(String, String, String)> {
    let ids: Vec<&str> = grid
        .rows()
        .into_iter()
        .filter(|row| grid.text(*row, 3) == sort)
        .map(|row| grid.text(row, 2))
        .collect();
    all(grid).into_iter().filter(|(id, ..)| ids.contains(&id.as_str())).collect()
}

struct Checking<'a> {
    table: &'a Headed<'a>,
    checked: Checked,
    /// A gate was answered 「いいえ」: what follows needs no answer.
    closed: bool,
}

impl Checking<'_> {
    fn open(&mut self, row: u32, column: &str, problem: Problem) {
        let text = |name: &str| self.table.text(row, name).to_owned();
        self.checked.open.push(Open {
            id: text("id"),
            number: text("number"),
            question: text("question"),
            cell: Some(self.table.cell(row, column)),
            problem,
        });
    }

    fn question(&mut self, row: u32, gate: bool) {
        self.checked.questions += 1;
        for name in ["answer", "answer-2"] {
            if self.table.is_covered(row, name) {
                self.open(row, name, Problem::Merged);
                return;
            }
        }
        let first = self.answer(row, "answer");
        let second = self.answer(row, "answer-2");
        match second.or(first) {
            None if self.closed && self.table.text(row, "answer").is_empty() => self.checked.skipped += 1,
            None => {
                let told = !self.table.text(row, "answer").is_empty();
                let problem = if told { Problem::UnknownAnswer } else { Problem::Unanswered };
                self.open(row, "answer", problem);
            }
            Some(Answer::Yes) => self.checked.yes += 1,
            Some(Answer::NotApplicable) => self.checked.not_applicable += 1,
            Some(Answer::No) => {
                self.checked.no += 1;
                self.closed |= gate;
                // 「いいえ」 to a question that only opens the others is no shortcoming.
                if !gate {
                    self.planned(row);
                }
            }
        }
        if first.is_some() {
            self.dated(row, "checked");
        }
        if second.is_some() {
            self.dated(row, "checked-2");
        } else if !self.table.text(row, "answer-2").is_empty() {
            self.open(row, "answer-2", Problem::UnknownAnswer);
        }
    }

    fn answer(&self, row: u32, name: &str) -> Option<Answer> {
        Answer::read(self.table.text(row, name))
    }

    /// A yearly form wants the day by which it will be done, the 確認表 the day on which it was.
    fn planned(&mut self, row: u32) {
        let name = if self.table.column("target").is_some() { "target" } else { "done" };
        if self.table.text(row, name).is_empty() {
            self.open(row, name, Problem::NoWithoutDay);
        } else if self.table.day(row, name).is_none() {
            self.open(row, name, Problem::NoDay);
        }
    }

    /// A yearly form wants to know when a question was looked at.
    fn dated(&mut self, row: u32, name: &str) {
        if self.table.column(name).is_none() {
            return;
        }
        if self.table.text(row, name).is_empty() {
            self.open(row, name, Problem::NotDated);
        } else if self.table.day(row, name).is_none() {
            self.open(row, name, Problem::NoDay);
        }
    }
}

/// How many cells for answers hold something; none in a file that is no form.
pub fn answers(bytes: &[u8], limits: &Limits) -> usize {
    let Ok(Some(grids)) = read_grids(bytes, limits) else { return 0 };
    let Ok(table) = Headed::find(&grids, &HEADINGS) else { return 0 };
    let names = ["answer", "checked", "target", "answer-2", "checked-2", "done"];
    let rows = table.rows();
    let cells = rows.iter().flat_map(|row| names.iter().map(|name| table.text(*row, name)));
    cells.filter(|text| !text.is_empty()).count()
}
