//! Short texts with what a careful reader answers about one topic.

use linter::lint::{Options, lint};
use linter::meaning::kind::Kind;
use linter::pack::RulePack;
use linter::read::{ReadOptions, read_document};
use linter::topic;
use serde::Deserialize;

use crate::harness::root;

/// A text and the answer of a reader.
#[derive(Deserialize)]
pub(crate) struct Case {
    pub(crate) id: String,
    pub(crate) kind: String,
    pub(crate) topic: String,
    pub(crate) expected: String,
    pub(crate) text: String,
    /// How it misleads, where it is made to.
    #[serde(default)]
    pub(crate) trick: String,
    /// `learn`: read while rules are mended; `guard`: only counted.
    #[serde(default)]
    pub(crate) half: String,
}

/// The cases of a file, one to a line.
pub(crate) fn cases(path: &str) -> Vec<Case> {
    let text = std::fs::read_to_string(root().join(path)).unwrap();
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// What the rules answer: `present`, `partial` or `absent`.
pub(crate) fn answer(case: &Case, pack: &RulePack) -> &'static str {
    let bytes = case.text.as_bytes();
    let document = read_document(bytes, &case.id, &ReadOptions::default()).unwrap();
    let kind = Kind::from_name(&case.kind);
    assert!(kind.is_some(), "{}: {}", case.id, case.kind);
    let report = lint(&document, bytes, &case.id, pack, &Options { kind, ..Options::default() });
    topic::level(&topic::outcomes_of(&case.topic, &report.outcomes)).name()
}

/// Answers counted against those of readers.
#[derive(Default, Clone, Copy)]
pub(crate) struct Count {
    pub(crate) all: u32,
    pub(crate) same: u32,
    /// Agreed whether anything is there, if not how much.
    pub(crate) there: u32,
    /// Called present though it is absent.
    pub(crate) trusted: u32,
    found: u32,
    wanted: u32,
    both: u32,
}

impl Count {
    pub(crate) fn add(&mut self, found: &str, expected: &str) {
        let (is, should) = (found != "absent", expected != "absent");
        self.all += 1;
        self.same += u32::from(found == expected);
        self.there += u32::from(is == should);
        self.trusted += u32::from(found == "present" && !should);
        self.found += u32::from(is);
        self.wanted += u32::from(should);
        self.both += u32::from(is && should);
    }

    /// F1 of there (present or partial) against absent.
    pub(crate) fn f1(&self) -> f64 {
        f64::from(2 * self.both) / f64::from((self.found + self.wanted).max(1))
    }
}
