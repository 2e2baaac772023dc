//! Counts: precision, recall and F1 of "something is there", and how often the three-way answer is the same.

use serde::Serialize;

use super::Pair;

/// Topics with fewer positives do not count in the macro average.
const LEAST_SUPPORT: usize = 3;

/// All figures.
#[derive(Debug, Serialize)]
pub(super) struct Tally {
    pub(super) pairs: usize,
    pub(super) micro: Figures,
    pub(super) macro_f1: f64,
    pub(super) macro_topics: usize,
    /// The same verdict and label of three.
    pub(super) same: usize,
    pub(super) present_verdicts: usize,
    /// Present verdicts that are labelled absent.
    pub(super) wrong_satisfied: usize,
    pub(super) silent: usize,
    pub(super) topics: Vec<Row>,
}

/// One topic.
#[derive(Debug, Serialize)]
pub(super) struct Row {
    pub(super) topic: String,
    pub(super) figures: Figures,
    pub(super) same: usize,
    pub(super) pairs: usize,
}

/// Counts and what follows from them.
#[derive(Debug, Clone, Copy, Default, Serialize)]
pub(super) struct Figures {
    pub(super) hits: usize,
    pub(super) false_alarms: usize,
    pub(super) misses: usize,
    pub(super) precision: f64,
    pub(super) recall: f64,
    pub(super) f1: f64,
}

impl Figures {
    fn of<'a>(pairs: impl Iterator<Item = &'a Pair>) -> Self {
        let mut figures = Self::default();
        for pair in pairs {
            match (pair.label != "absent", pair.verdict != "absent") {
                (true, true) => figures.hits += 1,
                (false, true) => figures.false_alarms += 1,
                (true, false) => figures.misses += 1,
                (false, false) => {}
            }
        }
        figures.precision = share(figures.hits, figures.hits + figures.false_alarms);
        figures.recall = share(figures.hits, figures.hits + figures.misses);
        let twice = 2 * figures.hits;
        figures.f1 = share(twice, twice + figures.false_alarms + figures.misses);
        figures
    }

    /// Positives among the labels.
    pub(super) fn support(&self) -> usize {
        self.hits + self.misses
    }
}

/// 1 where there is nothing to be wrong about.
pub(super) fn share(part: usize, whole: usize) -> f64 {
    if whole == 0 { 1.0 } else { part as f64 / whole as f64 }
}

impl Tally {
    /// Counts over all pairs.
    pub(super) fn of(pairs: &[Pair], topics: &[String]) -> Self {
        let rows: Vec<Row> = topics
            .iter()
            .map(|topic| {
                let own = || pairs.iter().filter(|pair| pair.topic == *topic);
                let same = own().filter(|pair| pair.label == pair.verdict).count();
                Row { topic: topic.clone(), figures: Figures::of(own()), same, pairs: own().count() }
            })
            .collect();
        let supported: Vec<&Row> = rows.iter().filter(|row| row.figures.support() >= LEAST_SUPPORT).collect();
        let sum: f64 = supported.iter().map(|row| row.figures.f1).sum();
        let count = |wanted: fn(&Pair) -> bool| pairs.iter().filter(|pair| wanted(pair)).count();
        Self {
            pairs: pairs.len(),
            micro: Figures::of(pairs.iter()),
            macro_f1: if supported.is_empty() { 0.0 } else { sum / supported.len() as f64 },
            macro_topics: supported.len(),
            same: count(|pair| pair.label == pair.verdict),
            present_verdicts: count(|pair| pair.verdict == "present"),
            wrong_satisfied: count(|pair| pair.verdict == "present" && pair.label == "absent"),
            silent: count(|pair| pair.silent),
            topics: rows,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pair(label: &str, verdict: &str) -> Pair {
        Pair {
            document: String::new(),
            topic: "t".to_owned(),
            label: label.to_owned(),
            verdict: verdict.to_owned(),
            places: Vec::new(),
            reasons: Vec::new(),
            labelled_where: None,
            note: None,
            silent: false,
        }
    }

    #[test]
    fn counts() {
        let pairs = [
            pair("present", "partial"),
            pair("absent", "present"),
            pair("partial", "absent"),
            pair("absent", "absent"),
        ];
        let tally = Tally::of(&pairs, &["t".to_owned()]);
        assert_eq!((tally.micro.hits, tally.micro.false_alarms, tally.micro.misses), (1, 1, 1));
        assert!((tally.micro.f1 - 0.5).abs() < 1e-9);
        assert_eq!((tally.wrong_satisfied, tally.present_verdicts, tally.same), (1, 1, 1));
        assert_eq!(tally.macro_topics, 0);
    }
}
