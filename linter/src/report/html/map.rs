//! Every clause of the guideline in one square, and what was found about it.

use std::collections::BTreeMap;

use kb::{ContentStatus, Kb, Part};
use serde::Serialize;

use super::{Mark, Page, file_name};
use crate::outcome::Status;
use crate::report::{DocumentReport, OutcomeView, RequirementKindView};

#[derive(Serialize)]
pub(super) struct PartMap {
    letter: char,
    title: String,
    chapters: Vec<Chapter>,
}

#[derive(Serialize)]
struct Chapter {
    number: u16,
    title: String,
    clauses: Vec<ClauseRow>,
}

#[derive(Serialize)]
struct ClauseRow {
    id: String,
    mark: Mark,
    /// Whether a rule asked about it in this run.
    asked: bool,
    title: String,
    citation: String,
    confirmed: bool,
    /// What it asks, in own words.
    gist: String,
    found: Vec<Found>,
}

/// An outcome that rests on the clause.
#[derive(Serialize)]
struct Found {
    mark: Mark,
    anchor: String,
    title: String,
    file: Option<String>,
}

/// What is shown of a clause.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum State {
    Asked(Status),
    /// All findings about it are covered by exceptions.
    Waived,
}

impl Page<'_> {
    pub(super) fn map(&self) -> Vec<PartMap> {
        let Ok(kb) = Kb::embedded() else { return Vec::new() };
        let states = self.states();
        Part::ALL
            .into_iter()
            .map(|part| PartMap {
                letter: part.letter(),
                title: part.title().to_owned(),
                chapters: kb
                    .chapters()
                    .filter(|chapter| chapter.part == part)
                    .map(|chapter| Chapter {
                        number: chapter.chapter,
                        title: chapter.title.clone(),
                        clauses: kb
                            .clauses()
                            .filter(|clause| {
                                (clause.chapter().part, clause.chapter().chapter) == (part, chapter.chapter)
                            })
                            .map(|clause| self.clause_row(clause, states.get(clause.id()).copied()))
                            .collect(),
                    })
                    .filter(|chapter| !chapter.clauses.is_empty())
                    .collect(),
            })
            .collect()
    }

    fn clause_row(&self, clause: kb::ClauseEntry<'_>, state: Option<State>) -> ClauseRow {
        let mark = match state {
            Some(State::Asked(status)) => self.mark(status),
            Some(State::Waived) => self.waived_mark(),
            None if clause.verification().content == ContentStatus::None => self.not_obtained_mark(),
            None => self.not_asked_mark(),
        };
        ClauseRow {
            id: clause.id().to_owned(),
            mark,
            asked: state.is_some_and(|state| state != State::Asked(Status::NotApplicable)),
            title: clause.title().to_owned(),
            citation: clause.citation(),
            confirmed: clause.is_confirmed(),
            gist: clause.gist().to_owned(),
            found: self.found(clause.id()),
        }
    }

    fn found(&self, id: &str) -> Vec<Found> {
        let several = self.report.documents.len() > 1;
        let mut found = Vec::new();
        for (document, numbered) in self.report.documents.iter().zip(self.numbered) {
            let resting = numbered.iter().filter(|one| one.outcome.basis.iter().any(|basis| basis == id));
            found.extend(resting.map(|one| Found {
                mark: self.mark_of(one.outcome),
                anchor: one.anchor.clone(),
                title: one.outcome.title.clone(),
                file: several.then(|| file_name(&document.path).to_owned()),
            }));
        }
        found
    }

    /// The gravest state of each clause over all documents.
    fn states(&self) -> BTreeMap<&str, State> {
        let mut states: BTreeMap<&str, State> = BTreeMap::new();
        for document in &self.report.documents {
            for (id, state) in states_in(document) {
                states.entry(id).and_modify(|known| *known = (*known).min_asked(state)).or_insert(state);
            }
        }
        states
    }
}

impl State {
    /// The graver of two: open findings, then exceptions, then what is in order, then what was not asked.
    fn min_asked(self, other: Self) -> Self {
        if self.rank() <= other.rank() { self } else { other }
    }

    fn rank(self) -> (u8, Option<Status>) {
        match self {
            Self::Asked(status) if status.is_finding() => (0, Some(status)),
            Self::Waived => (1, None),
            Self::Asked(status) => (2, Some(status)),
        }
    }
}

/// The state of each clause that the outcomes of one document rest on.
fn states_in(document: &DocumentReport) -> BTreeMap<&str, State> {
    let mut all: BTreeMap<&str, Vec<State>> = BTreeMap::new();
    for outcome in &document.outcomes {
        for id in &outcome.basis {
            all.entry(id).or_default().extend(states_of(outcome, id));
        }
    }
    all.into_iter().filter_map(|(id, states)| Some((id, joined(&states)?))).collect()
}

/// What an outcome says of a clause: the verdicts of the requirements that rest on it. Recommendations do not count.
fn states_of(outcome: &OutcomeView, id: &str) -> Vec<State> {
    if outcome.status.is_finding() && outcome.waiver.is_some() {
        return vec![State::Waived];
    }
    let resting = outcome.requirements.iter().filter(|requirement| {
        requirement.kind != RequirementKindView::Recommend
            && requirement.basis.iter().any(|basis| basis == id)
    });
    let statuses: Vec<State> = resting.map(|requirement| State::Asked(requirement.status)).collect();
    if statuses.is_empty() { vec![State::Asked(outcome.status)] } else { statuses }
}

/// One state of several: where a part is there and a part is missing, a part is there.
fn joined(states: &[State]) -> Option<State> {
    let gravest = states.iter().copied().reduce(State::min_asked)?;
    let is_there = |state: &State| {
        matches!(state, State::Asked(Status::Satisfied | Status::Weak | Status::Partial | Status::Delegated))
    };
    match gravest {
        State::Asked(Status::Missing) if states.iter().any(is_there) => Some(State::Asked(Status::Partial)),
        gravest => Some(gravest),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_several_states_the_gravest_is_shown() {
        use Status::*;
        let asked = |statuses: &[Status]| statuses.iter().copied().map(State::Asked).collect::<Vec<_>>();
        for (statuses, expected) in [
            (asked(&[Satisfied, Satisfied]), State::Asked(Satisfied)),
            (asked(&[Missing, Satisfied]), State::Asked(Partial)),
            (asked(&[Missing, NotApplicable]), State::Asked(Missing)),
            (asked(&[Weak, Satisfied]), State::Asked(Weak)),
            (asked(&[Conflicting, Satisfied]), State::Asked(Conflicting)),
            (asked(&[NotApplicable, Satisfied]), State::Asked(Satisfied)),
            (vec![State::Waived, State::Asked(Satisfied)], State::Waived),
            (vec![State::Waived, State::Asked(Unknown)], State::Asked(Unknown)),
        ] {
            assert_eq!(joined(&statuses), Some(expected), "{statuses:?}");
        }
    }
}
