//! Sentences that leave the matter to another document: 「…は、別に定める手順書による」.

use std::ops::Range;

use super::{Reason, RequirementStatus, Scene, Verdict, Witness};
use crate::language::units::Unit;

/// Documents that a sentence leaves the matter to.
const ELSEWHERE: &[&str] = &[
    "別紙",
    "別添",
    "仕様書",
    "手順書",
    "覚書",
    "ポリシ",
    "規程",
    "細則",
    "個別契約",
    "基本契約",
    "約款",
    "マニュアル",
    "sla",
    "計画書",
    "実施要領",
];
/// Words by which it leaves the matter open without naming a document.
const LATER: &[&str] = &["別途", "別に", "協議の上", "協議のうえ"];
/// Words of appendices, which are at hand where the document has one.
const APPENDED: &[&str] = &["別紙", "別添"];
/// How a sentence ends that leaves the matter to another document.
const SETTLED_ENDS: &[&str] = &[
    "定める",
    "定めます",
    "定めるものとする",
    "定めるものとします",
    "による",
    "によります",
    "よるものとする",
    "よるものとします",
    "に従う",
    "に従います",
    "とおりとする",
    "とおりとします",
    "定めるところによる",
    "準じる",
    "規定する",
    "記載する",
];

/// Where a sentence leaves the matter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Left {
    /// To a document that was not read.
    Outside,
    /// To a document or an appendix that was read.
    AtHand,
}

impl Scene<'_> {
    /// The verdict of a predicate that only says where the matter is settled; none where it settles it itself.
    ///
    /// What was read is asked about as a whole, so that a document at hand has nothing more to say here.
    pub(super) fn left_elsewhere(
        &self,
        index: u32,
        unit: &Unit,
        clause: &Range<usize>,
        from: usize,
        witness: Witness,
    ) -> Option<Verdict> {
        Some(match self.left(index, unit, clause, from)? {
            Left::Outside => Verdict::with(RequirementStatus::Delegated, Reason::Delegated, witness),
            Left::AtHand => Verdict::with(RequirementStatus::Missing, Reason::NotThere, witness),
        })
    }

    /// A document is named in the clause (from `from` on, else before), and a verb at its end settles the matter by it.
    fn left(&self, index: u32, unit: &Unit, clause: &Range<usize>, from: usize) -> Option<Left> {
        let after = unit.text.get(from..clause.end)?;
        let settled = SETTLED_ENDS.iter().any(|end| after.trim_end_matches(['。', '、']).ends_with(end));
        if !settled {
            return None;
        }
        self.named(index, unit, from..clause.end).or_else(|| self.named(index, unit, clause.start..from))
    }

    /// The documents named in a stretch: outside if one of them is, or if the matter is left open.
    fn named(&self, index: u32, unit: &Unit, stretch: Range<usize>) -> Option<Left> {
        let text = unit.text.get(stretch.clone())?;
        let mut found = None;
        for word in ELSEWHERE {
            for (at, _) in text.match_indices(word) {
                let at = stretch.start + at;
                let at_hand = self
                    .references_of(index)
                    .iter()
                    .find(|reference| reference.range.start <= at + word.len() && at <= reference.range.end)
                    .map_or_else(|| self.has_appendix() && APPENDED.contains(word), |one| one.is_at_hand());
                if !at_hand {
                    return Some(Left::Outside);
                }
                found = Some(Left::AtHand);
            }
        }
        found.or_else(|| LATER.iter().any(|word| text.contains(word)).then_some(Left::Outside))
    }
}
