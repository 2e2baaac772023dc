//! Which findings of a document come from what changed since an older version of it.
//!
//! A finding counts where the passage that decides it stands in a section whose words differ (added, changed, or with a
//! reference that leads elsewhere now), where the old document was better in it (a clause that was struck out is nowhere
//! in the new text), or where it rests on words that the old finding did not rest on. All others stood in the
//! old document as they stand in the new one: they are marked like those of a baseline.

use std::collections::BTreeMap;
use std::ops::Range;

use super::verdicts::{self, ClauseMove};
use super::{Change, Comparison};
use crate::report::{DocumentReport, EvidenceRole, OutcomeView, SinceView};

/// Marks the findings of `new` that do not come from its changes, and says how many there are.
///
/// Both reports have to be made by the same rules and options; `comparison` is that of their documents.
pub fn mark(new: &mut DocumentReport, old: &DocumentReport, comparison: &Comparison) {
    let moves: BTreeMap<String, ClauseMove> =
        verdicts::compare(old, new).into_iter().map(|change| (change.rule, change.change)).collect();
    let before: BTreeMap<&str, &OutcomeView> =
        old.outcomes.iter().map(|outcome| (outcome.rule.as_str(), outcome)).collect();
    let touched: Vec<Range<usize>> = comparison
        .sections
        .iter()
        .filter(|section| section.says_otherwise() && section.change != Change::Deleted)
        .filter_map(|section| section.new.as_ref().map(|side| side.bytes.clone()))
        .collect();
    let mut hidden = 0;
    for outcome in new.outcomes.iter_mut().filter(|outcome| outcome.status.is_finding()) {
        let worse =
            moves.get(&outcome.rule).is_some_and(|moved| moved.is_loss() || *moved == ClauseMove::Unclear);
        let is_new = before.get(outcome.rule.as_str()).is_none_or(|before| {
            !before.status.is_finding()
                || (before.fingerprint != outcome.fingerprint && decides(outcome).next().is_some())
        });
        let stands_in_change =
            decides(outcome).any(|bytes| touched.iter().any(|section| section.contains(&bytes.start)));
        if !worse && !is_new && !stands_in_change {
            outcome.in_baseline = true;
            hidden += 1;
        }
    }
    new.since = Some(SinceView {
        path: old.path.clone(),
        sha256: old.sha256.clone(),
        changed: comparison.sections.iter().filter(|section| section.says_otherwise()).count(),
        hidden,
    });
}

/// The passages that a verdict rests on.
fn decides(outcome: &OutcomeView) -> impl Iterator<Item = &Range<usize>> {
    let passages = outcome.evidence.iter().filter(|passage| passage.role != EvidenceRole::LookedHere);
    passages.map(|passage| &passage.bytes)
}
