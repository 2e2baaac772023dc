//! Splits one sentence into predicates, each with its actor, its head and its strength.
//!
//! No dictionary: contracts mark the parts of a sentence with few, fixed forms (は、し、場合、ものとする), and the
//! words that matter are named by the rules. What this module finds is where a rule's action has to stand to *be*
//! the predicate, instead of being a word near it: in 「返却の方法を協議する」 the head is 協議.

mod ending;

use std::ops::Range;

use super::heads::{ends_in_joint, head_of, is_content, zones};
use super::relative::modifies_a_noun;
use super::sentences::mask_brackets;
use super::steps;
use super::strength::{Force, is_softened, read_end};
use super::wraps::{Wrap, Wrapped, wrapped_in};
use crate::meaning::parties::{Actor, Parties, Topic, TopicMark};
use ending::{Ending, ending, starts_alternative, starts_coordinated};

/// One predicate of a sentence. All ranges are bytes of the folded sentence it was made from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clause {
    /// The whole clause.
    pub range: Range<usize>,
    /// Where a match of the action must end to be the predicate (several for 「返却及び消去を行う」).
    pub heads: Vec<Range<usize>>,
    /// What is demanded, in 「返却を求めることができる」: the actor wants it done by the other side.
    pub demanded: Vec<Range<usize>>,
    /// Who acts.
    pub actor: Actor,
    /// How strongly.
    pub force: Force,
    /// Offered as one of two ways (返却し、又は消去する; 返却又は消去を行う).
    pub alternative: bool,
}

/// What a sentence takes over from its lead or from the sentence before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Inherited {
    /// The actor, if the sentence names none.
    pub actor: Actor,
    /// The force, if the sentence has none of its own.
    pub force: Force,
}

impl Inherited {
    /// Nothing to take over.
    pub const NONE: Self = Self { actor: Actor::Unstated, force: Force::Unmarked };
}

/// Finds the predicates of one folded sentence. A definition has none.
pub fn analyse(sentence: &str, parties: &Parties, inherited: Inherited) -> Vec<Clause> {
    let masked = mask_brackets(sentence);
    if is_definition(&masked) {
        return Vec::new();
    }
    let topics = parties.topics(&masked);
    let matter = matter_of(&masked, &topics);
    let mut readings: Vec<Reading> = predicates(&masked)
        .into_iter()
        .map(|part| read_clause(&masked, part, &topics, &matter, inherited.actor))
        .collect();
    spread_force(&masked, &mut readings, inherited.force);
    let own_topic = topics.iter().any(|topic| topic.mark == TopicMark::Wa && topic.actor != Actor::Other);
    let lead = if own_topic { Force::Unmarked } else { inherited.force };
    govern(&masked, &mut readings, lead);
    settle(readings)
}

/// 「Xとは、…を作成し、保存することをいう」: says what a word means, and binds nobody.
fn is_definition(masked: &str) -> bool {
    const MEANS: &[&str] = &[
        "をいう",
        "をいいます",
        "を指す",
        "を指します",
        "を意味する",
        "を意味します",
        "と定義する",
        "と定義します",
        "をいうものとする",
        "をいうものとします",
        "を指すものとする",
        "を総称する",
    ];
    const IS: &[&str] =
        &["である", "です", "こと", "もの", "を含む", "を含みます", "を含むものとする", "を除く"];
    let end = masked.trim_end_matches(['。', ' ', '\u{1}']);
    let ends = |list: &[&str]| list.iter().any(|word| end.ends_with(word));
    let names = masked.contains("とは、") || masked.contains("」とは");
    ends(MEANS) || (names && (ends(IS) || masked.contains("をいい、")))
}

/// The parts of a sentence that are predicates: conditions and exceptions are left out.
fn predicates(masked: &str) -> Vec<Part> {
    let mut found: Vec<Part> = Vec::new();
    let mut start = 0;
    for chunk in chunks(masked) {
        let text = masked.get(chunk.clone()).unwrap_or_default();
        let is_last = chunk.end >= masked.len();
        let pending = masked.get(start..chunk.start).unwrap_or_default();
        match if is_last { Ending::Continuative } else { ending(text, pending) } {
            Ending::Open => {}
            ending => {
                if ending == Ending::Condition && starts_coordinated(text) {
                    turn_into_condition(masked, &mut found, text.contains('が'));
                }
                found.push(Part { range: start..chunk.end, last_chunk: chunk.clone(), ending });
                start = chunk.end;
            }
        }
    }
    found.retain(|part| matches!(part.ending, Ending::Continuative | Ending::Step));
    found
}

/// A run of stretches that belong together, and how the last of them ends.
struct Part {
    range: Range<usize>,
    last_chunk: Range<usize>,
    ending: Ending,
}

/// 「本契約が終了し、又は解除された場合」: the part before the comma belongs to the condition, unless it has a topic and the
/// condition a subject of its own.
fn turn_into_condition(masked: &str, found: &mut [Part], has_subject: bool) {
    if let Some(part) = found.last_mut()
        && part.ending == Ending::Continuative
        && !(has_subject && masked.get(part.last_chunk.clone()).unwrap_or_default().contains('は'))
    {
        part.ending = Ending::Condition;
    }
}

/// A clause while it is being read.
struct Reading {
    clause: Clause,
    is_step: bool,
    /// 可能な限り makes an effort of it, and of it alone.
    is_softened: bool,
    /// What its verb forbids or demands: 持出し in 「持出しを禁止する」.
    wrapped: Option<Wrapped>,
}

/// Stretches between commas, the comma with what stands before it; a step (行ってから) ends one, too.
fn chunks(masked: &str) -> Vec<Range<usize>> {
    let mut chunks = Vec::new();
    let mut start = 0;
    for (index, character) in masked.char_indices() {
        if matches!(character, '、' | ';' | ',') {
            let end = index + character.len_utf8();
            push_chunk(masked, start..end, &mut chunks);
            start = end;
        }
    }
    if start < masked.len() {
        push_chunk(masked, start..masked.len(), &mut chunks);
    }
    chunks
}

fn push_chunk(masked: &str, chunk: Range<usize>, chunks: &mut Vec<Range<usize>>) {
    let text = masked.get(chunk.clone()).unwrap_or_default();
    let mut start = chunk.start;
    for end in steps::ends_inside(text) {
        chunks.push(start..chunk.start + end);
        start = chunk.start + end;
    }
    chunks.push(start..chunk.end);
}

/// What a sentence is about, if that is no party: 通報 in 「発注者への通報は、2時間以内に行う」.
fn matter_of(masked: &str, topics: &[Topic]) -> Vec<Range<usize>> {
    let is_party = |at: usize| topics.iter().any(|topic| topic.range.start <= at && at < topic.range.end);
    let marks = masked.match_indices('は').map(|(at, mark)| (at, at + mark.len()));
    let Some((at, _)) = marks.filter(|(_, end)| !ends_in_joint(masked, *end)).find(|(at, _)| !is_party(*at))
    else {
        return Vec::new();
    };
    let before = masked.get(..at).unwrap_or_default();
    let noun_before = before.chars().next_back().is_some_and(is_content);
    if noun_before { zones(before, before.len()).0 } else { Vec::new() }
}

fn read_clause(
    masked: &str,
    part: Part,
    topics: &[Topic],
    matter: &[Range<usize>],
    inherited: Actor,
) -> Reading {
    let range = part.range;
    let text = masked.get(range.clone()).unwrap_or_default();
    let tail = read_end(text);
    let stem = text.get(..tail.stem_end).unwrap_or_default();
    let head = head_of(stem);
    let shift = |zone: Range<usize>| zone.start + range.start..zone.end + range.start;
    let mut heads = head.zones;
    if let Some(last) = heads.last_mut() {
        last.end = text.len();
    }
    let actor = actor_of(&range, stem, topics).unwrap_or(inherited);
    let mut heads: Vec<Range<usize>> = heads.into_iter().map(shift).collect();
    if head.is_empty_verb {
        heads.extend(matter.iter().cloned());
    }
    let wrapped = wrapped_in(stem).map(|mut wrapped| {
        heads.clear();
        heads.push(range.start + wrapped.verb..range.end);
        wrapped.heads = wrapped.heads.into_iter().map(shift).collect();
        if wrapped.by_topic {
            wrapped.heads.extend(matter.iter().cloned());
        }
        wrapped
    });
    let clause = Clause {
        heads,
        demanded: head.demanded.into_iter().map(shift).collect(),
        actor,
        force: tail.force,
        alternative: head.alternative || text.contains("のいずれか") || offers_a_choice(text),
        range: range.clone(),
    };
    Reading { clause, is_step: part.ending == Ending::Step, is_softened: is_softened(text), wrapped }
}

/// 「返却するか、消去する」; 「誰が報告するかを定める」 is a question.
fn offers_a_choice(text: &str) -> bool {
    text.match_indices("するか").any(|(at, found)| {
        let after = text.get(at + found.len()..).unwrap_or_default();
        !["を", "に", "が", "は", "の", "どうか", "否か", "ら", "つ"]
            .iter()
            .any(|word| after.starts_with(word))
    })
}

/// The party that acts: the last は-topic before the predicate, else a が-subject of the clause itself.
fn actor_of(range: &Range<usize>, stem: &str, topics: &[Topic]) -> Option<Actor> {
    let passive = ["され", "られ", "される", "られる"].iter().any(|ending| stem.ends_with(ending));
    let head_at = range.start + stem.len();
    let agent = topics.iter().rev().find(|topic| {
        topic.mark == TopicMark::Agent && topic.range.start >= range.start && topic.range.end <= head_at
    });
    if let (true, Some(agent)) = (passive, agent) {
        return Some(agent.actor);
    }
    let topic = topics.iter().rev().find(|topic| topic.mark == TopicMark::Wa && topic.range.end <= head_at);
    let subject = topics.iter().rev().find(|subject| {
        let after = || stem.get(subject.range.end - range.start..).unwrap_or_default();
        subject.mark == TopicMark::Ga
            && subject.range.start >= range.start
            && subject.range.end <= head_at
            && !is_relative(after())
            && !(topic.is_some() && modifies_a_noun(after()))
    });
    match (topic, subject) {
        (Some(topic), Some(subject)) if !passive && subject.range.start >= topic.range.end => {
            Some(subject.actor)
        }
        (Some(topic), _) if !passive => Some(topic.actor),
        (None, Some(subject)) if !passive => Some(subject.actor),
        (Some(topic), None) => Some(topic.actor),
        _ => None,
    }
}

/// 「甲が提供した情報を…」: the verb right after the subject modifies a noun, so the subject is not the actor.
/// `after` is what stands between the subject and the end of the stem.
fn is_relative(after: &str) -> bool {
    let bound = [
        "ところ",
        "とおり",
        "場合",
        "とき",
        "もの",
        "ことに",
        "ように",
        "範囲",
        "限り",
        "ため",
        "承諾",
        "必要と",
        "かを",
        "か否か",
        "かどうか",
    ];
    if bound.iter().any(|word| after.contains(word)) {
        return true;
    }
    [
        "した",
        "する",
        "された",
        "される",
        "っている",
        "している",
        "った",
        "える",
        "める",
        "ける",
        "せる",
        "有する",
        "行う",
        "めた",
        "えた",
        "けた",
        "いた",
        "んだ",
        "れた",
        "定める",
    ]
    .iter()
    .any(|verb| {
        after.match_indices(verb).any(|(at, _)| {
            let next = after.get(at + verb.len()..).and_then(|rest| rest.chars().next());
            next.is_some_and(is_content)
        })
    })
}

/// Continuative clauses take the force of the predicate they lead to; items take that of their lead.
fn spread_force(masked: &str, readings: &mut [Reading], inherited: Force) {
    let mut next: Option<(Force, bool)> = None;
    for reading in readings.iter_mut().rev() {
        let clause = &mut reading.clause;
        let text = masked.get(clause.range.clone()).unwrap_or_default();
        let alternative = starts_alternative(text);
        if reading.is_step {
            clause.force = force_of_step(next.map_or(inherited, |(force, _)| force));
            clause.alternative |= alternative;
            continue;
        }
        if clause.force == Force::Unmarked {
            clause.force = match next {
                Some((Force::Prohibition, coordinated)) if !coordinated => Force::Duty,
                Some((Force::Disclaimer, coordinated)) if !coordinated => Force::Statement,
                Some((force, _)) => force,
                None => inherited,
            };
        }
        if let Some((_, true)) = next
            && clause.force != Force::Prohibition
        {
            clause.alternative = true;
        }
        if alternative && clause.force != Force::Prohibition {
            clause.alternative = true;
        }
        let bans = reading.wrapped.as_ref().filter(|wrapped| wrapped.wrap == Wrap::Ban && wrapped.is_verb);
        let coordinated = bans.filter(|_| alternative).and_then(|wrapped| wrapped.wrap.force(clause.force));
        next = Some((coordinated.unwrap_or(clause.force), alternative));
    }
}

/// What must come first is owed even where the rest is only allowed; before a ban it is not owed.
const fn force_of_step(next: Force) -> Force {
    match next {
        Force::Duty | Force::Statement | Force::Permission => Force::Duty,
        Force::Effort => Force::Effort,
        _ => Force::Unmarked,
    }
}

/// 「次の行為をしてはならない。(1) 開示すること。」: こと and plain verbs of an item say what is meant, the lead how it binds.
fn govern(masked: &str, readings: &mut [Reading], lead: Force) {
    if matches!(lead, Force::Unmarked | Force::Duty | Force::Statement) {
        return;
    }
    for clause in readings.iter_mut().map(|reading| &mut reading.clause) {
        let text = masked.get(clause.range.clone()).unwrap_or_default().trim_end_matches(['。', '、']);
        let nominal = text.ends_with("こと") || clause.force == Force::Statement;
        if nominal && matches!(clause.force, Force::Duty | Force::Statement) {
            clause.force = lead;
        }
    }
}

/// The clauses as they bind in the end; what a verb forbids or demands is a clause of its own behind the others.
fn settle(readings: Vec<Reading>) -> Vec<Clause> {
    let mut clauses = Vec::with_capacity(readings.len());
    let mut inner = Vec::new();
    for Reading { mut clause, is_step, is_softened, wrapped } in readings {
        if is_step && clause.force == Force::Unmarked {
            continue;
        }
        if wrapped.is_some() && clause.force == Force::Unmarked {
            // 「院外への持出しは禁止」: nothing else says how it binds.
            clause.force = Force::Statement;
        }
        if is_softened {
            clause.force = clause.force.softened();
        }
        if let Some(wrapped) = wrapped
            && let Some(force) = wrapped.wrap.force(clause.force)
        {
            let actor = if wrapped.wrap == Wrap::Imposed { Actor::Other } else { clause.actor };
            let heads = wrapped.heads;
            inner.push(Clause { heads, demanded: Vec::new(), force, actor, ..clause.clone() });
        }
        clauses.push(clause);
    }
    clauses.extend(inner);
    clauses
}

#[cfg(test)]
#[expect(clippy::string_slice, reason = "a test may fail loudly")]
mod tests {
    use super::*;
    use crate::language::fold::fold_literal;

    fn show(sentence: &str) -> Vec<String> {
        let folded = fold_literal(sentence);
        analyse(&folded, &Parties::usual(), Inherited::NONE)
            .into_iter()
            .map(|clause| {
                let heads: Vec<&str> = clause.heads.iter().map(|head| &folded[head.clone()]).collect();
                let alternative = if clause.alternative { " alt" } else { "" };
                format!("{:?} {:?}{} {}", clause.actor, clause.force, alternative, heads.join("|"))
            })
            .collect()
    }

    #[test]
    fn finds_actor_force_and_head() {
        let cases: &[(&str, &[&str])] = &[
            ("乙は、医療情報を甲に返却しなければならない。", &["Vendor Duty 返却しなければならない。"]),
            ("乙は返却の方法を協議しなければならない。", &["Vendor Duty 協議しなければならない。"]),
            (
                "甲が求めた場合、乙は、速やかに医療情報の返却及び消去を行うものとする。",
                &["Vendor Duty 返却|消去を行うものとする。"],
            ),
            (
                "乙は、秘密情報を第三者に開示し、又は漏えいしてはならない。",
                &["Vendor Prohibition 開示し、", "Vendor Prohibition 漏えいしてはならない。"],
            ),
            (
                "乙は、データを返却し、又は消去するものとする。",
                &["Vendor Duty alt 返却し、", "Vendor Duty alt 消去するものとする。"],
            ),
            ("甲及び乙は、秘密を保持する。", &["Both Statement 保持する。"]),
            ("甲は、乙に対し報告を求めることができる。", &["Hospital Permission 求めることができる。"]),
            (
                "乙は、情報を速やかに返還または廃棄し、その旨を通知する。",
                &["Vendor Statement alt 返還|廃棄し、", "Vendor Statement 通知する。"],
            ),
            (
                "発注者への通報は、2時間以内に行うものとする。",
                &["Unstated Duty 2時間以内に行うものとする。|通報"],
            ),
            ("乙の従業員は、秘密を保持するよう努める。", &["Vendor Effort 保持するよう努める。"]),
        ];
        for (sentence, expected) in cases {
            assert_eq!(&show(sentence), expected, "{sentence}");
        }
    }

    #[test]
    fn a_demand_is_no_act_of_its_own() {
        let folded = fold_literal("甲は、乙に対しデータの返却を求めることができる。");
        let clauses = analyse(&folded, &Parties::usual(), Inherited::NONE);
        let demanded: Vec<&str> = clauses[0].demanded.iter().map(|range| &folded[range.clone()]).collect();
        assert_eq!(demanded, ["返却"]);
    }
}
