//! Sentences that leave the matter to another document: 「…は、別に定める手順書による」.

use std::ops::Range;

use dsl::checked::Pattern;

use super::{Reason, RequirementStatus, Scene};
use crate::language::units::Unit;
use crate::meaning::references::{Reference, ReferenceForm, Target};

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
    "要綱",
    "特約",
    "合意書",
    "協定書",
    "内規",
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
    "に従うものとする",
    "に従うものとします",
    "の例による",
    "とおりとする",
    "とおりとします",
    "定めるところによる",
    "準じる",
    "規定する",
    "記載する",
];

/// Where a sentence leaves the matter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Left {
    /// To a document that was not read.
    Outside,
    /// To a document or an appendix that was read.
    AtHand,
}

impl Scene<'_> {
    /// The verdict of a predicate that only says where the matter is settled; none where it settles it itself.
    ///
    /// What was read is asked about as a whole, so a document at hand need not be searched here. 「責任の分担は、別紙2の
    /// とおりとする」 settles it, though, where 別紙2 speaks of `settled` at all.
    pub(super) fn left_elsewhere(
        &self,
        index: u32,
        unit: &Unit,
        clause: &Range<usize>,
        from: usize,
        settled: Option<&Pattern>,
    ) -> Option<(RequirementStatus, Reason)> {
        match self.left(index, unit, clause, from)? {
            Left::Outside => Some((RequirementStatus::Delegated, Reason::Delegated)),
            Left::AtHand if settled.is_some_and(|matter| self.speaks_there(index, clause, matter)) => None,
            Left::AtHand => Some((RequirementStatus::Missing, Reason::NotThere)),
        }
    }

    /// Whether a provision or document that the clause refers to holds the words at all.
    fn speaks_there(&self, index: u32, clause: &Range<usize>, matter: &Pattern) -> bool {
        let near = |one: &&Reference| one.range.start < clause.end && clause.start < one.range.end;
        self.references_of(index).iter().filter(near).any(|reference| match &reference.target {
            Target::Inside(nodes) => nodes.iter().any(|node| {
                self.units.of(*node).any(|unit| unit != index && !self.hits.matches(matter, unit).is_empty())
            }),
            Target::InCase(document, _) => self.peers.get(*document).is_some_and(|hits| {
                hits.candidates(matter).iter().any(|unit| !hits.matches(matter, *unit).is_empty())
            }),
            _ => false,
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
        let left = |at_hand: bool| if at_hand { Left::AtHand } else { Left::Outside };
        let references = self.references_of(index).iter();
        let documents: Vec<_> = references
            .filter(|one| matches!(one.form, ReferenceForm::Document | ReferenceForm::Appendix))
            .filter(|one| one.range.start < stretch.end && stretch.start < one.range.end)
            .collect();
        let known = |at: usize, word: &str| {
            documents.iter().any(|one| one.range.start <= at + word.len() && at <= one.range.end)
        };
        let mut found: Vec<Left> = documents.iter().map(|one| left(one.is_at_hand())).collect();
        for word in ELSEWHERE {
            let unknown = text.match_indices(word).any(|(at, _)| !known(stretch.start + at, word));
            if unknown {
                found.push(left(self.has_appendix && APPENDED.contains(word)));
            }
        }
        let open = || LATER.iter().any(|word| text.contains(word)).then_some(Left::Outside);
        found.into_iter().min().or_else(open)
    }
}
