//! What a workbook remembers of the run that made it, on a sheet that nobody sees: which findings there were, and how the
//! documents were judged.

use std::collections::{BTreeMap, BTreeSet};

use kb::SystemType;
use schemars::JsonSchema;
use serde::Serialize;

#[cfg(feature = "xlsx")]
use crate::matrix::Matrix;
use crate::matrix::decision::Key;
use crate::meaning::kind::Kind;
use crate::read::Grid;

/// The name of the sheet, the same in every language.
pub(crate) const SHEET: &str = "sekisho";
/// First words of its rows.
const EDITION: &str = "edition";
const DOCUMENT: &str = "document";
const FINDING: &str = "finding";
/// Columns of a row of the sheet.
#[cfg(feature = "xlsx")]
const WIDTH: usize = 7;

/// What is remembered. Empty for a workbook from which the sheet was taken away.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, JsonSchema)]
pub struct Record {
    /// Edition of the guideline that the verdicts spoke of.
    pub edition: Option<String>,
    /// The documents, in the order given.
    pub documents: Vec<RecordedDocument>,
    /// The findings.
    #[serde(skip)]
    #[schemars(skip)]
    findings: BTreeSet<Key>,
}

/// A document and how it was judged.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct RecordedDocument {
    /// The path as given.
    pub path: String,
    /// SHA-256 of the bytes, hexadecimal.
    pub sha256: String,
    /// The kind, where it was stated.
    pub kind: Option<Kind>,
    /// The pattern of the institution, where it was stated.
    pub institution_type: Option<SystemType>,
    /// Facts that were known.
    pub facts: BTreeMap<String, bool>,
    /// The main document that it was judged together with.
    pub case: Option<String>,
}

impl Record {
    /// The rows of the sheet.
    #[cfg(feature = "xlsx")]
    pub(crate) fn rows(matrix: &Matrix) -> Vec<[String; WIDTH]> {
        let documents = matrix.documents.iter().map(|document| {
            let facts: Vec<String> =
                document.profile.iter().map(|(fact, value)| format!("{fact}={value}")).collect();
            let kind = if document.kind_recognised { "" } else { document.kind.name() };
            [
                DOCUMENT.to_owned(),
                document.path.clone(),
                document.sha256.clone(),
                kind.to_owned(),
                document.institution_type.map(|found| found.numeral().to_owned()).unwrap_or_default(),
                facts.join(" "),
                document.case.clone().unwrap_or_default(),
            ]
        });
        let findings = matrix.findings.iter().map(|finding| {
            let empty = String::new;
            let (rule, document) = (finding.rule.clone(), finding.document.clone());
            [FINDING.to_owned(), rule, document, finding.fingerprint.clone(), empty(), empty(), empty()]
        });
        let mut edition: [String; WIDTH] = Default::default();
        edition[0] = EDITION.to_owned();
        edition[1].clone_from(&matrix.guideline);
        std::iter::once(edition).chain(documents).chain(findings).collect()
    }

    /// Reads the sheet, where it is there.
    pub(super) fn read(grids: &[Grid]) -> Self {
        let mut record = Self::default();
        let Some(grid) = grids.iter().find(|grid| grid.name == SHEET) else { return record };
        for row in grid.rows() {
            let cell = |column: u32| grid.text(row, column).to_owned();
            let some = |column: u32| Some(cell(column)).filter(|text| !text.is_empty());
            match grid.text(row, 1) {
                EDITION => record.edition = some(2),
                DOCUMENT => record.documents.push(RecordedDocument {
                    path: cell(2),
                    sha256: cell(3),
                    kind: some(4).and_then(|name| Kind::from_name(&name)),
                    institution_type: some(5).and_then(|name| SystemType::from_name(&name)),
                    facts: facts(&cell(6)),
                    case: some(7),
                }),
                FINDING => {
                    record.findings.insert(Key { rule: cell(2), document: cell(3), fingerprint: cell(4) });
                }
                _ => {}
            }
        }
        record
    }

    /// Whether there was such a finding; yes where nothing is remembered.
    pub(super) fn knows(&self, key: &Key) -> bool {
        self.findings.is_empty() || self.findings.contains(key)
    }
}

fn facts(text: &str) -> BTreeMap<String, bool> {
    let pairs = text.split_whitespace().filter_map(|fact| fact.split_once('='));
    pairs.map(|(fact, value)| (fact.to_owned(), value == "true")).collect()
}
