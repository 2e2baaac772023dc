//! Leads: what a sentence hands down to the items it governs.

use crate::language::clauses::{Clause, Inherited};
use crate::language::heads::is_content;
use crate::language::sentences::mask_brackets;
use crate::language::strength::{Force, read_tail};
use crate::meaning::parties::{Actor, Parties, TopicMark};

/// The lead that governs the children of a node.
#[derive(Debug, Clone, Default)]
pub(super) struct Lead {
    pub(super) text: String,
    pub(super) origin: Vec<u32>,
    pub(super) inherited: Option<Inherited>,
    pub(super) is_case: bool,
    /// Its predicates, of which an item that is a bare noun is the object.
    pub(super) clauses: Vec<Clause>,
}

/// A lead longer than this (folded bytes) is cut: it is repeated for every item.
const LONGEST_LEAD: usize = 1_200;

impl Lead {
    /// The lead that a sentence makes for what stands below it, behind this one.
    pub(super) fn followed_by(&self, text: &str, origin: &[u32], parties: &Parties) -> Self {
        let mut lead_text = self.text.clone();
        let mut lead_origin = self.origin.clone();
        if lead_text.len() + text.len() <= LONGEST_LEAD {
            lead_text.push_str(text);
            // The closing entry marks the end of the text; the item's own entries follow instead.
            lead_origin.extend(origin.iter().take(text.len()).copied());
        }
        let (inherited, is_case) = read_lead(text, parties, self);
        Self {
            text: lead_text,
            origin: lead_origin,
            inherited: Some(inherited),
            is_case: is_case || self.is_case,
            clauses: Vec::new(),
        }
    }

    /// The same with the predicates of the sentence it was made of, those from where it points down:
    /// 「次の設備を備え、点検する」. `from` is where that sentence begins.
    pub(super) fn saying(mut self, clauses: &[Clause], from: usize) -> Self {
        let sentence = self.text.get(from..).unwrap_or_default();
        let Some(pointer) = POINTERS.iter().filter_map(|pointer| sentence.find(pointer)).min() else {
            return self;
        };
        if !self.is_case {
            let end = self.text.len();
            let governs = |clause: &&Clause| {
                let range = &clause.range;
                clause.force != Force::Unmarked && range.end > from + pointer && range.end <= end
            };
            self.clauses = clauses.iter().filter(governs).cloned().collect();
        }
        self
    }

    /// Whether it announces what stands below it.
    pub(super) fn points_down(&self) -> bool {
        POINTERS.iter().any(|pointer| self.text.contains(pointer))
    }
}

const POINTERS: &[&str] = &["次の", "以下", "下記", "各号", "左記", "掲げる", "次に", "次を", "次のとおり"];
const CASES: &[&str] = &[
    "該当する場合",
    "該当するとき",
    "該当するもの",
    "いずれかに該当",
    "場合を除",
    "ものを除",
    "除く。",
    "除きます。",
    "含まない",
    "含まれない",
    "含みません",
    "用語の意",
    "用語の定義",
    "意味は",
    "をいう。",
    "をいいます。",
    "とは、",
    "該当しない",
    "適用しない",
    "この限りでない",
    "この限りではない",
    "この限りではありません",
    "この限りでありません",
    "該当した場合",
    "場合には",
    "事由が生じた",
    "事由がある",
];

/// Whether an item is a bare noun (無停電電源装置): what its lead says is done to it.
pub(super) fn is_bare_noun(text: &str) -> bool {
    let masked = mask_brackets(text);
    let bare = masked.trim_end_matches(['。', ' ', '\u{1}', ';', '、']);
    let noun = bare.ends_with(is_content) || ["など", "とき", "もの"].iter().any(|word| bare.ends_with(word));
    noun && read_tail(&masked).force == Force::Unmarked
}

/// What items take over from their lead: actor and force; and whether they only list cases.
fn read_lead(text: &str, parties: &Parties, outer: &Lead) -> (Inherited, bool) {
    let masked = mask_brackets(text);
    let tail = read_tail(&masked);
    let topics = parties.topics(&masked);
    let outer_actor = outer.inherited.map_or(Actor::Unstated, |inherited| inherited.actor);
    let actor = topics
        .iter()
        .rev()
        .find(|topic| topic.mark == TopicMark::Wa)
        .or_else(|| topics.last())
        .map(|topic| topic.actor)
        .or_else(|| named_duty(&masked, parties))
        .unwrap_or(outer_actor);
    let pointed = POINTERS.iter().any(|pointer| masked.contains(pointer));
    let is_case = pointed && CASES.iter().any(|case| masked.contains(case)) && !binds_through_cases(&masked);
    let force = match tail.force {
        Force::Unmarked => outer.inherited.map_or(Force::Unmarked, |inherited| inherited.force),
        force => force,
    };
    (Inherited { actor, force }, is_case)
}

/// 「…の場合には、次の措置を講じる」: the items are the measures, not the cases.
fn binds_through_cases(masked: &str) -> bool {
    let last_case = CASES.iter().filter_map(|case| masked.rfind(case)).max().unwrap_or_default();
    let last_pointer = POINTERS.iter().filter_map(|pointer| masked.rfind(pointer)).max().unwrap_or_default();
    let after_case = masked.get(last_case..).unwrap_or_default();
    last_pointer > last_case && !after_case.contains("該当") && !masked.contains("いずれかに該当")
}

/// 「乙の責務は次のとおりとする」: the party named is the actor of the items.
fn named_duty(masked: &str, parties: &Parties) -> Option<Actor> {
    parties.names().find_map(|(name, role)| {
        [
            "の責務",
            "の義務",
            "の責任",
            "の役割",
            "の遵守事項",
            "の担当",
            "が行う",
            "が実施する",
            "が担う",
            "の業務",
        ]
        .iter()
        .any(|duty| masked.contains(&format!("{name}{duty}")))
        .then(|| Actor::from(role))
    })
}
