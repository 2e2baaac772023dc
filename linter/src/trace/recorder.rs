//! Writes down what the engine looks at, in the shape in which it looks.

use std::cell::RefCell;
use std::ops::Range;

use crate::evaluate::probe::{Answer, Probe};
use crate::evaluate::{Extent, Verdict};

/// One predicate that was asked about one extent.
#[derive(Debug, Clone)]
pub(super) struct Step {
    /// The units it was asked about.
    pub(super) extent: Extent,
    /// The answer.
    pub(super) verdict: Option<Verdict>,
    /// What was asked inside it, in the order asked.
    pub(super) inner: Vec<Step>,
    /// Units that an act looked at.
    pub(super) units: Vec<UnitStep>,
    /// It was not asked at all: the document holds nothing of it.
    pub(super) is_asleep: bool,
}

impl Step {
    fn new(extent: Extent) -> Self {
        Self { extent, verdict: None, inner: Vec::new(), units: Vec::new(), is_asleep: false }
    }
}

/// One unit that an act looked at.
#[derive(Debug, Clone)]
pub(super) struct UnitStep {
    pub(super) unit: u32,
    /// Matches of the action.
    pub(super) passages: Vec<Range<usize>>,
    pub(super) mentioned: Option<Verdict>,
    /// Clause, match of the action, and what came of it.
    pub(super) tries: Vec<(usize, Range<usize>, Answer)>,
    pub(super) verdict: Option<Verdict>,
}

/// A probe that keeps everything. Of the predicates asked outermost there is one for each requirement of a rule.
#[derive(Debug, Default)]
pub(super) struct Recorder {
    open: RefCell<Vec<Step>>,
    done: RefCell<Vec<Step>>,
}

impl Recorder {
    /// What was asked outermost, in order.
    pub(super) fn take(&self) -> Vec<Step> {
        self.done.take()
    }

    fn with_unit(&self, change: impl FnOnce(&mut UnitStep)) {
        if let Some(unit) = self.open.borrow_mut().last_mut().and_then(|step| step.units.last_mut()) {
            change(unit);
        }
    }
}

impl Probe for Recorder {
    fn asleep(&self) {
        let step = Step { is_asleep: true, ..Step::new(Extent::units(0..0)) };
        self.done.borrow_mut().push(step);
    }

    fn enter(&self, extent: &Extent) {
        self.open.borrow_mut().push(Step::new(extent.clone()));
    }

    fn leave(&self, verdict: &Verdict) {
        let mut open = self.open.borrow_mut();
        let Some(mut step) = open.pop() else { return };
        step.verdict = Some(verdict.clone());
        match open.last_mut() {
            Some(outer) => outer.inner.push(step),
            None => self.done.borrow_mut().push(step),
        }
    }

    fn unit(&self, unit: u32, passages: &[Range<usize>]) {
        if let Some(step) = self.open.borrow_mut().last_mut() {
            let passages = passages.to_vec();
            step.units.push(UnitStep { unit, passages, mentioned: None, tries: Vec::new(), verdict: None });
        }
    }

    fn tried(&self, clause: usize, passage: &Range<usize>, answer: &Answer) {
        self.with_unit(|unit| unit.tries.push((clause, passage.clone(), answer.clone())));
    }

    fn mentioned(&self, verdict: &Verdict) {
        self.with_unit(|unit| unit.mentioned = Some(verdict.clone()));
    }

    fn judged(&self, verdict: &Verdict) {
        self.with_unit(|unit| unit.verdict = Some(verdict.clone()));
    }
}
