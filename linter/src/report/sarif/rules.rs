//! The rules of a run as SARIF describes them: what is asked, and the clauses behind it in own words.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::{Words, level};
use crate::report::{OutcomeView, Report};

/// All rules that were considered, by id.
pub(super) struct Rules<'a> {
    words: Words,
    outcomes: BTreeMap<&'a str, &'a OutcomeView>,
}

impl<'a> Rules<'a> {
    pub(super) fn of(report: &'a Report, words: Words) -> Self {
        let mut outcomes: BTreeMap<&str, &OutcomeView> = BTreeMap::new();
        for outcome in report.documents.iter().flat_map(|document| &document.outcomes) {
            // Where a rule does not speak, its requirements are not listed.
            let known = outcomes.entry(&outcome.rule).or_insert(outcome);
            if known.requirements.len() < outcome.requirements.len() {
                *known = outcome;
            }
        }
        Self { words, outcomes }
    }

    pub(super) fn index(&self, rule: &str) -> Option<usize> {
        self.outcomes.keys().position(|id| *id == rule)
    }

    pub(super) fn descriptors(&self) -> Vec<Value> {
        self.outcomes.values().map(|outcome| self.descriptor(outcome)).collect()
    }

    fn descriptor(&self, outcome: &OutcomeView) -> Value {
        let gravest = outcome.requirements.iter().map(|requirement| requirement.severity).max();
        let asked: Vec<&str> =
            outcome.requirements.iter().map(|requirement| requirement.title.as_str()).collect();
        let list = asked.join(&self.words.say("report-comma"));
        let full = if asked.is_empty() {
            outcome.title.clone()
        } else {
            self.words.say_with("formats-asks", &[("title", &outcome.title), ("list", &list)])
        };
        json!({
            "id": outcome.rule,
            "name": name(&outcome.rule),
            "shortDescription": { "text": outcome.title },
            "fullDescription": { "text": full },
            "help": { "text": self.help(outcome, &full, false), "markdown": self.help(outcome, &full, true) },
            "defaultConfiguration": { "level": gravest.map_or("none", level) },
            "properties": { "clauses": outcome.basis, "topic": outcome.topic, "theme": outcome.theme },
        })
    }

    fn help(&self, outcome: &OutcomeView, full: &str, markdown: bool) -> String {
        let mut lines = vec![full.to_owned(), String::new()];
        for id in &outcome.basis {
            let clause = self.words.clause(id, outcome);
            lines.push(if markdown { format!("- **{clause}**") } else { clause });
            if let Some(entry) = self.words.entry(id) {
                lines.push(format!("  {}", entry.gist()));
            }
        }
        let rule = if markdown {
            format!("`sekisho explain {}`", outcome.rule)
        } else {
            format!("sekisho explain {}", outcome.rule)
        };
        lines.extend([String::new(), self.words.say_with("formats-explain", &[("command", &rule)])]);
        lines.join("\n")
    }
}

/// `contract/data-return` → `DataReturn`: viewers show a name in one word.
fn name(rule: &str) -> String {
    let words = rule.rsplit('/').next().unwrap_or(rule).split('-');
    words
        .map(|word| {
            let mut letters = word.chars();
            letters
                .next()
                .map(|first| first.to_ascii_uppercase())
                .into_iter()
                .chain(letters)
                .collect::<String>()
        })
        .collect()
}
