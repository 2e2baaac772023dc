//! `act must(vendor) 返却 of 預託情報 when 契約終了`: true of one predicate of one unit.

use std::ops::Range;

use dsl::checked::{Act, Amount, Comparison, Party, Pattern, Strength};

use super::probe::{Answer, Link, Near, Test};
use super::{Extent, Mode, Reason, RequirementStatus, Scene, Verdict, Witness, names};
use crate::language::clauses::Clause;
use crate::language::quantity::{self, Found, Value};
use crate::language::strength::Force;
use crate::language::units::{Unit, UnitKind};
use crate::meaning::parties::Actor;

/// Words by which a sentence takes up what was said before.
const ANAPHORA: &[&str] = &[
    "これら",
    "これを",
    "これに",
    "それら",
    "それを",
    "当該",
    "前項",
    "同項",
    "前条",
    "上記",
    "その旨",
    "この場合",
    "その内容",
    "その状況",
    "前号",
    "同条",
    "本項",
    "かかる",
];

impl Scene<'_> {
    pub(super) fn act(&self, act: &Act, extent: &Extent, mode: Mode) -> Verdict {
        let mut best = Verdict::missing(Reason::NotFound);
        for index in self.hits.candidates(&act.action) {
            if !extent.units.contains(&index) {
                continue;
            }
            let Some(unit) = self.units.get(index) else { continue };
            best = best.or(self.act_in_unit(act, index, unit, extent, mode));
            if best.status == RequirementStatus::Satisfied {
                break;
            }
        }
        best
    }

    fn act_in_unit(&self, act: &Act, index: u32, unit: &Unit, extent: &Extent, mode: Mode) -> Verdict {
        if matches!(unit.kind, UnitKind::Caption | UnitKind::Title) {
            let heading = Verdict::missing(Reason::Mentioned);
            if let Some(probe) = self.probe {
                probe.unit(index, &[]);
                probe.judged(&heading);
            }
            return heading;
        }
        let mut found = self.hits.matches(&act.action, index);
        found.retain(|passage| extent.holds(index, passage));
        let mut best = self.mentioned(act, index, unit, &found);
        if let Some(probe) = self.probe {
            probe.unit(index, &found);
            probe.mentioned(&best);
        }
        for (number, clause) in unit.clauses.iter().enumerate() {
            for passage in found.iter().take(MOST_PASSAGES) {
                let answer = self.act_in_clause(act, index, unit, clause, passage, mode);
                if let Some(probe) = self.probe {
                    probe.tried(number, passage, &answer);
                }
                best = best.or(answer.verdict);
            }
        }
        if let Some(probe) = self.probe {
            probe.judged(&best);
        }
        best
    }

    fn act_in_clause(
        &self,
        act: &Act,
        index: u32,
        unit: &Unit,
        clause: &Clause,
        passage: &Range<usize>,
        mode: Mode,
    ) -> Answer {
        // A whole cell is what is done, whatever its words.
        let is_cell = |head: &Range<usize>| unit.cells.iter().any(|cell| cell.value == *head);
        let is_head = clause.heads.iter().any(|head| {
            ends_in(passage, head) && (is_cell(head) || carries_on(unit.text.get(passage.end..head.end)))
        });
        let is_demanded = clause.demanded.iter().any(|head| ends_in(passage, head));
        if !is_head && !is_demanded {
            return Answer::early(Verdict::missing(Reason::NotFound), Test::Head);
        }
        let witness = self.witness(index, passage.clone());
        let object = act.object.as_ref().map(|object| self.in_context(object, index, unit, passage.end));
        let occasion = act.condition.as_ref().map(|condition| self.on_occasion(condition, index, unit));
        let mut against = None;
        let (verdict, test) = 'tests: {
            if object == Some(None) || occasion == Some(None) {
                let test = if object == Some(None) { Test::Object } else { Test::Occasion };
                break 'tests (near_miss(object, occasion, witness), test);
            }
            let left = self.left_elsewhere(index, unit, &clause.range, passage.start, Some(&act.action));
            if let Some((status, reason)) = left {
                break 'tests (Verdict::with(status, reason, witness), Test::Elsewhere);
            }
            let demanded = is_demanded && !is_head;
            let (status, reason) = self.grade(act, index, clause, demanded, mode);
            if status != RequirementStatus::Satisfied {
                let reason = reason.unwrap_or(Reason::Mentioned);
                break 'tests (Verdict::with(status, reason, witness), graded_by(reason));
            }
            let own = unit.text.get(unit.own_start..).unwrap_or_default();
            let weak = |reason| Verdict::with(RequirementStatus::Weak, reason, witness);
            if !mode.forbidden && act.party == Party::Vendor && at_discretion(own, &self.parties.vendor) {
                break 'tests (weak(Reason::Discretion), Test::Discretion);
            }
            against = self.taken_back(act, index, mode);
            if against.is_some() {
                let lifted = Verdict::with(RequirementStatus::Missing, Reason::Mentioned, witness);
                let verdict = if mode.forbidden { lifted } else { weak(Reason::Exception) };
                break 'tests (verdict, Test::Exception);
            }
            if act.within.is_some_and(|most| !in_time(&unit.text, &clause.range, most)) {
                break 'tests (weak(Reason::TooLate), Test::Time);
            }
            (Verdict::satisfied(witness), Test::Passed)
        };
        Answer { verdict, test, object, occasion, against }
    }

    /// Strength and party of a clause whose action, object and occasion fit.
    fn grade(
        &self,
        act: &Act,
        index: u32,
        clause: &Clause,
        demanded: bool,
        mode: Mode,
    ) -> (RequirementStatus, Option<Reason>) {
        use RequirementStatus::{Missing, Satisfied, Weak};
        if mode.forbidden && act.strength == Strength::May && clause.force == Force::Duty {
            return (Missing, Some(Reason::Mentioned));
        }
        let by_force = grade_force(act.strength, clause.force);
        if by_force.0 == Missing {
            return by_force;
        }
        let other_side = match act.party {
            Party::Vendor => clause.actor == Actor::Hospital,
            Party::Hospital => clause.actor == Actor::Vendor,
            Party::Both | Party::Any => false,
        };
        if demanded {
            let may_demand = other_side && act.strength == Strength::Must;
            return if may_demand {
                (Weak, Some(Reason::OnDemand))
            } else {
                (Missing, Some(Reason::WrongParty))
            };
        }
        let by_party = match clause.actor {
            actor if names(act.party, actor) => (Satisfied, None),
            Actor::Unstated if self.article_names_only(act.party, index) => (Satisfied, None),
            Actor::Unstated if self.entrusted_to(act.party, index) => (Satisfied, None),
            _ if self.applied_to(act.party, index) => (Satisfied, None),
            Actor::Unstated if act.party == Party::Vendor && self.is_told_by_vendor(index, clause) => {
                (Satisfied, None)
            }
            Actor::Unstated => (Weak, Some(Reason::ActorUnstated)),
            _ => (Missing, Some(Reason::WrongParty)),
        };
        let by_choice = match clause.alternative && !mode.alternatives && clause.force != Force::Prohibition {
            true => (Weak, Some(Reason::Alternative)),
            false => (Satisfied, None),
        };
        [by_force, by_party, by_choice].into_iter().min().unwrap_or(by_force)
    }

    /// 「データは毎日複製しています」 in a document that the provider wrote in the first person: what it tells without naming
    /// anybody is what it does itself.
    fn is_told_by_vendor(&self, index: u32, clause: &Clause) -> bool {
        let Some(unit) = self.units.get(index) else { return false };
        let said = unit.text.get(clause.range.clone()).unwrap_or_default().trim_end_matches(['。', '、']);
        clause.force == Force::Statement && said.ends_with("ます") && self.parties.is_told_by_vendor()
    }

    /// Whether the article that holds the unit names no other party as an actor than this one.
    fn article_names_only(&self, party: Party, unit: u32) -> bool {
        let seen = self.acting.get(unit as usize).copied().unwrap_or_default();
        match party {
            Party::Vendor => seen == (true, false),
            Party::Hospital => seen == (false, true),
            Party::Both => false,
            Party::Any => true,
        }
    }

    /// Whether a proviso or the paragraph after takes back what a unit grants, or (for what is forbidden) binds it to
    /// the consent of the other side: the unit that does.
    fn taken_back(&self, act: &Act, index: u32, mode: Mode) -> Option<u32> {
        let article = self.places.article_of(index);
        (index + 1..article.end).take(3).find(|next| {
            let next = *next;
            let Some(unit) = self.units.get(next) else { return false };
            let own = unit.text.get(unit.own_start..).unwrap_or_default();
            let proviso = PROVISOS.iter().any(|start| own.starts_with(start));
            let consent = CONSENT.iter().any(|word| own.contains(word));
            if !proviso || (mode.forbidden && next > index + 1) {
                return false;
            }
            if mode.forbidden {
                return consent && own.contains('得');
            }
            let by_choice = own.contains("この限り") && CHOICE.iter().any(|word| own.contains(word));
            by_choice || (!consent && !own.contains("法令") && self.says_otherwise(act, next, unit))
        })
    }

    /// The same act, permitted where it was forbidden, or denied where it was owed.
    fn says_otherwise(&self, act: &Act, index: u32, unit: &Unit) -> bool {
        let found = self.hits.matches(&act.action, index);
        let against: &[Force] = match act.strength {
            Strength::MustNot => &[Force::Permission],
            _ => &[Force::Disclaimer, Force::Prohibition],
        };
        unit.clauses.iter().any(|clause| {
            against.contains(&clause.force)
                && found.iter().any(|passage| clause.heads.iter().any(|head| ends_in(passage, head)))
        })
    }

    /// The object stands in the unit before the action ends, in the caption, or in what the unit refers back to.
    fn in_context(&self, object: &Pattern, index: u32, unit: &Unit, action_end: usize) -> Option<Near> {
        // Of a predicate in the lead the item is the object; the cells of a row have no order.
        let anywhere = unit.kind == UnitKind::Row || action_end <= unit.own_start;
        if self.hits.matches(object, index).iter().any(|found| anywhere || found.start < action_end) {
            return Some(Near { unit: index, link: Link::Own });
        }
        self.by_term(object, index, action_end).or_else(|| self.around(object, index, unit))
    }

    /// The occasion stands in the unit, in the caption, or in what the unit refers back to.
    fn on_occasion(&self, condition: &Pattern, index: u32, unit: &Unit) -> Option<Near> {
        if !self.hits.matches(condition, index).is_empty() {
            return Some(Near { unit: index, link: Link::Own });
        }
        self.by_term(condition, index, usize::MAX).or_else(|| self.around(condition, index, unit))
    }

    /// A term of the unit whose meaning comes down to it.
    fn by_term(&self, pattern: &Pattern, index: u32, before: usize) -> Option<Near> {
        self.says_by_term(pattern, index, before).map(|unit| Near { unit, link: Link::Term })
    }

    /// In the caption, in a sentence that applies the provision, or in what the unit refers back to.
    fn around(&self, pattern: &Pattern, index: u32, unit: &Unit) -> Option<Near> {
        let near = |link| move |unit| Near { unit, link };
        let holds = |unit: &u32| !self.hits.matches(pattern, *unit).is_empty();
        let caption = || self.captions(index).find(holds).map(near(Link::Caption));
        let applied = || self.applied_by(index).iter().copied().find(holds).map(near(Link::Applied));
        let before = || {
            let back = refers_back(unit).then(|| self.earlier_in_article(index).find(holds));
            back.flatten().map(near(Link::Before))
        };
        caption().or_else(applied).or_else(before)
    }

    /// Captions stand at the head of their article.
    fn captions(&self, index: u32) -> impl Iterator<Item = u32> {
        let article = self.places.article_of(index);
        article
            .take_while(move |unit| *unit < index)
            .take(2)
            .filter(|unit| self.units.get(*unit).is_some_and(|unit| unit.kind == UnitKind::Caption))
    }

    /// The two sentences before, inside the same article.
    fn earlier_in_article(&self, index: u32) -> impl Iterator<Item = u32> {
        let first = self.places.article_of(index).start;
        (first..index).rev().take(2)
    }

    /// The words occur without being a predicate: a mention, or a reference to another document.
    fn mentioned(&self, act: &Act, index: u32, unit: &Unit, found: &[Range<usize>]) -> Verdict {
        let Some(passage) = found.first() else { return Verdict::missing(Reason::NotFound) };
        let witness = self.witness(index, passage.clone());
        let about = act
            .object
            .as_ref()
            .is_none_or(|object| self.in_context(object, index, unit, unit.text.len()).is_some())
            && act
                .condition
                .as_ref()
                .is_none_or(|condition| self.on_occasion(condition, index, unit).is_some());
        let after = unit.text.get(passage.start..).unwrap_or_default();
        let sentence = passage.start..passage.start + after.find('。').unwrap_or(after.len());
        let left = about.then(|| self.left_elsewhere(index, unit, &sentence, passage.start, None)).flatten();
        if let Some((status, reason)) = left {
            return Verdict::with(status, reason, witness);
        }
        if about {
            Verdict::with(RequirementStatus::Missing, Reason::Mentioned, witness)
        } else {
            Verdict::missing(Reason::NotFound)
        }
    }
}

/// The act is there, but about something else or on another occasion. It is shown only if one of the two fits: a bare
/// verb somewhere in the document comes near nothing.
fn near_miss(object: Option<Option<Near>>, occasion: Option<Option<Near>>, witness: Witness) -> Verdict {
    let reason = if object == Some(None) { Reason::OtherObject } else { Reason::OtherOccasion };
    if matches!(object, Some(Some(_))) || matches!(occasion, Some(Some(_))) {
        return Verdict::with(RequirementStatus::Missing, reason, witness);
    }
    Verdict::missing(Reason::NotFound)
}

/// Which of the tests of `grade` gave this reason.
fn graded_by(reason: Reason) -> Test {
    match reason {
        Reason::WrongParty | Reason::ActorUnstated | Reason::OnDemand => Test::Party,
        Reason::Alternative => Test::Choice,
        _ => Test::Strength,
    }
}

/// Matches of one action looked at in one unit; more say nothing new.
const MOST_PASSAGES: usize = 50;

/// Openings of a sentence that limits the one before it.
const PROVISOS: &[&str] = &[
    "ただし",
    "但し",
    "もっとも",
    "この場合",
    "前項の規定にかかわらず",
    "前項にかかわらず",
    "前項の定めにかかわらず",
    "前号の定めにかかわらず",
    "前二項の規定にかかわらず",
];
const CONSENT: &[&str] = &["承諾", "同意", "承認", "許可", "了承"];
/// Words by which the bound side itself decides.
const CHOICE: &[&str] = &["判断", "裁量", "不要と", "必要がないと", "都合"];

fn at_discretion(own: &str, name: &str) -> bool {
    let judged = ["が必要と認め", "が必要と判断", "が適当と認め", "が相当と認め"].iter();
    own.contains("裁量") || judged.into_iter().any(|words| own.contains(&format!("{name}{words}")))
}

/// What may follow an action inside its head: inflection, or a word that leaves it the action. 「返却準備を行う」 and
/// 「返却対象外とする」 are other matters.
fn carries_on(after: Option<&str>) -> bool {
    const SAME: &[&str] = &[
        "等", "業務", "作業", "義務", "手続", "処理", "措置", "対応", "責任", "行", "実施", "講", "努", "致",
        "並", "状況", "結果", "内容", "者", "書", "又", "及", "若", "先", "管理", "記録", "体制", "可能",
        "完了",
    ];
    // 「利用者とする」 makes somebody a 利用者 and is no 利用.
    const NAMES: &[&str] =
        &["者と", "者に任", "者に指名", "者を定", "者を置", "者を任", "者を指名", "者を選"];
    const OTHERWISE: &[&str] = &["まま", "予定", "かね", "不要", "対象外", "しない旨"];
    let after = after.unwrap_or_default();
    let content =
        after.chars().next().is_some_and(|next| matches!(next, '\u{4E00}'..='\u{9FFF}' | 'ァ'..='ヶ'));
    (!content || SAME.iter().any(|word| after.starts_with(word)))
        && !NAMES.iter().any(|word| after.starts_with(word))
        && !OTHERWISE.iter().any(|word| after.contains(word))
}

fn ends_in(passage: &Range<usize>, head: &Range<usize>) -> bool {
    head.start < passage.end && passage.end <= head.end
}

fn refers_back(unit: &Unit) -> bool {
    let own = unit.text.get(unit.own_start..).unwrap_or_default();
    ANAPHORA.iter().any(|word| own.contains(word))
}

/// What a force is worth where a strength is asked for.
fn grade_force(wanted: Strength, force: Force) -> (RequirementStatus, Option<Reason>) {
    use RequirementStatus::{Missing, Satisfied, Weak};
    let negated = (Missing, Some(Reason::Negated));
    match (wanted, force) {
        (Strength::MustNot, Force::Prohibition) => (Satisfied, None),
        (Strength::MustNot, Force::Restraint) => (Weak, Some(Reason::Effort)),
        (Strength::MustNot, Force::Permission) => (Missing, Some(Reason::Permitted)),
        (Strength::MustNot, Force::Disclaimer) => negated,
        (Strength::MustNot, _) => (Missing, Some(Reason::Mentioned)),
        (_, Force::Prohibition | Force::Restraint | Force::Disclaimer) => negated,
        (Strength::Any, _) | (_, Force::Duty | Force::Statement) => (Satisfied, None),
        (Strength::Must, Force::Effort) => (Weak, Some(Reason::Effort)),
        (Strength::Must, Force::Permission) => (Weak, Some(Reason::May)),
        (Strength::Should, Force::Effort) | (Strength::May, Force::Permission | Force::Effort) => {
            (Satisfied, None)
        }
        (Strength::Should, Force::Permission) => (Weak, Some(Reason::May)),
        (_, Force::Unmarked) => (Missing, Some(Reason::Mentioned)),
    }
}

/// A time that is short enough whatever the text allows: one in the predicate itself, or, where it names none, one
/// elsewhere in the sentence.
fn in_time(text: &str, clause: &Range<usize>, most: Amount) -> bool {
    let times: Vec<Found> = quantity::find(text)
        .into_iter()
        .filter(|found| matches!(found.value, Value::Time { .. } | Value::BusinessDays { .. }))
        .collect();
    let inside = |found: &&Found| clause.start <= found.range.start && found.range.end <= clause.end;
    let meets = |found: &Found| quantity::meets(found, Comparison::LessOrEqual, most, false);
    match times.iter().any(|found| inside(&found)) {
        true => times.iter().filter(inside).any(meets),
        false => times.iter().any(meets),
    }
}
