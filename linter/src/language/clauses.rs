//! Splits one sentence into predicates, each with its actor, its head and its strength.
//!
//! No dictionary: contracts mark the parts of a sentence with few, fixed forms (は、し、場合、ものとする), and the
//! words that matter are named by the rules. What this module finds is where a rule's action has to stand to *be*
//! the predicate, instead of being a word near it: in 「返却の方法を協議する」 the head is 協議.

use std::ops::Range;

use super::heads::{ends_in_joint, head_of, is_content, zones};
use super::relative::modifies_a_noun;
use super::sentences::mask_brackets;
use super::strength::{Force, read_tail};
use crate::meaning::parties::{Actor, Parties, Topic, TopicMark};

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

/// How a stretch between commas ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Ending {
    /// 場合, とき …: a condition.
    Condition,
    /// を除き …: an exception.
    Exception,
    /// し, 行い, て …: a predicate that goes on.
    Continuative,
    /// Anything else belongs to what follows.
    Open,
}

/// Finds the predicates of one folded sentence.
pub fn analyse(sentence: &str, parties: &Parties, inherited: Inherited) -> Vec<Clause> {
    let masked = mask_brackets(sentence);
    let topics = parties.topics(&masked);
    let matter = matter_of(&masked, &topics);
    let mut clauses: Vec<Clause> = predicates(&masked)
        .into_iter()
        .map(|range| read_clause(&masked, range, &topics, &matter, inherited.actor))
        .collect();
    spread_force(&masked, &mut clauses, inherited.force);
    let own_topic = topics.iter().any(|topic| topic.mark == TopicMark::Wa && topic.actor != Actor::Other);
    if !own_topic {
        govern(&masked, &mut clauses, inherited.force);
    }
    clauses
}

/// The ranges of the predicates: conditions and exceptions are left out.
fn predicates(masked: &str) -> Vec<Range<usize>> {
    let mut found: Vec<Part> = Vec::new();
    let mut start = 0;
    for chunk in chunks(masked) {
        let text = masked.get(chunk.clone()).unwrap_or_default();
        let is_last = chunk.end >= masked.len();
        match if is_last { Ending::Continuative } else { ending(text) } {
            Ending::Open => {}
            ending => {
                if ending == Ending::Condition && starts_coordinated(text) {
                    turn_into_condition(masked, &mut found);
                }
                found.push(Part { range: start..chunk.end, last_chunk: chunk.clone(), ending });
                start = chunk.end;
            }
        }
    }
    found.into_iter().filter(|part| part.ending == Ending::Continuative).map(|part| part.range).collect()
}

/// A run of stretches that belong together, and how the last of them ends.
struct Part {
    range: Range<usize>,
    last_chunk: Range<usize>,
    ending: Ending,
}

/// 「本契約が終了し、又は解除された場合」: the part before the comma belongs to the condition, unless it has a topic.
fn turn_into_condition(masked: &str, found: &mut [Part]) {
    if let Some(part) = found.last_mut()
        && part.ending == Ending::Continuative
        && !masked.get(part.last_chunk.clone()).unwrap_or_default().contains('は')
    {
        part.ending = Ending::Condition;
    }
}

/// Stretches between commas; the comma belongs to the stretch before it.
fn chunks(masked: &str) -> Vec<Range<usize>> {
    let mut chunks = Vec::new();
    let mut start = 0;
    for (index, character) in masked.char_indices() {
        if matches!(character, '、' | ';' | ',') {
            let end = index + character.len_utf8();
            chunks.push(start..end);
            start = end;
        }
    }
    if start < masked.len() {
        chunks.push(start..masked.len());
    }
    chunks
}

const CONDITION: &[&str] = &[
    "場合",
    "場合は",
    "場合に",
    "場合には",
    "場合において",
    "場合においては",
    "場合においても",
    "場合も",
    "場合にも",
    "とき",
    "ときは",
    "ときに",
    "ときには",
    "ときも",
    "際",
    "際は",
    "際に",
    "際には",
    "時",
    "時は",
    "時に",
    "時には",
    "後",
    "後は",
    "後に",
    "後も",
    "後においても",
    "限り",
    "限りにおいて",
    "たら",
    "れば",
    "以降",
    "以降は",
    "以後",
    "までに",
    "前に",
    "にあたり",
    "に当たり",
    "にあたって",
    "に当たって",
    "に際し",
    "に際して",
    "に伴い",
    "たびに",
    "都度",
];
const EXCEPTION: &[&str] = &["除き", "除いて", "除いては", "除くほか", "除くほかは", "除くものとし"];
const NOT_CONTINUATIVE: &[&str] = &[
    "対し",
    "対して",
    "関し",
    "関して",
    "対しては",
    "関しては",
    "際し",
    "従い",
    "従って",
    "基づき",
    "基づいて",
    "により",
    "よって",
    "よっては",
    "おいて",
    "おいては",
    "ついて",
    "ついては",
    "として",
    "としては",
    "もって",
    "わたり",
    "わたって",
    "応じ",
    "応じて",
    "あたり",
    "あたって",
    "とって",
    "通じて",
    "準じて",
    "限らず",
    "問わず",
    "かかわらず",
    "関わらず",
    "拘らず",
    "あわせて",
    "併せて",
    "はじめ",
    "伴い",
    "先立ち",
    "先立って",
    "必要に応じ",
    "加え",
    "加えて",
    "ただし",
    "但し",
    "なお",
    "また",
    "さらに",
    "更に",
    "若しくは",
    "又は",
    "及び",
    "ほか",
    "ため",
    "ために",
    "得ない限り",
    "まず",
    "必ず",
    "予め",
    "改めて",
    "めぐり",
    "代えて",
    "代わり",
    "経て",
    "因り",
    "より",
    "責任において",
    "おける",
];
const CONTINUATIVE: &[&str] = &[
    "し",
    "り",
    "い",
    "ち",
    "み",
    "び",
    "き",
    "ぎ",
    "え",
    "け",
    "げ",
    "せ",
    "て",
    "で",
    "ね",
    "べ",
    "め",
    "れ",
    "じ",
    "ず",
    "とともに",
    "と共に",
    "うえで",
    "上で",
    "うえ",
    "上",
    "ものとし",
    "こととし",
    "ならず",
    "できず",
    "ほか",
    "ものの",
    "が",
    "つつ",
    "のみならず",
    "だけでなく",
    "のうえ",
    "の上",
];

fn ending(chunk: &str) -> Ending {
    let text = chunk.trim_end_matches(['、', ',', ';', '\u{1}']);
    let ends = |list: &[&str]| list.iter().any(|ending| text.ends_with(ending));
    if ends(EXCEPTION) {
        return Ending::Exception;
    }
    if ends(CONDITION) && !text.ends_with("同時") {
        return Ending::Condition;
    }
    if ends(NOT_CONTINUATIVE) || !ends(CONTINUATIVE) {
        return Ending::Open;
    }
    // 「…取扱い、」 is a noun in a list; a verb in continuative form has a particle before it.
    let has_object = ["を", "に", "と", "が", "は", "で"].iter().any(|particle| text.contains(particle));
    if has_object { Ending::Continuative } else { Ending::Open }
}

fn starts_coordinated(text: &str) -> bool {
    ["又は", "若しくは", "及び", "並びに", "かつ"].iter().any(|word| text.starts_with(word))
}

fn starts_alternative(text: &str) -> bool {
    text.starts_with("又は") || text.starts_with("若しくは")
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
    range: Range<usize>,
    topics: &[Topic],
    matter: &[Range<usize>],
    inherited: Actor,
) -> Clause {
    let text = masked.get(range.clone()).unwrap_or_default();
    let tail = read_tail(text);
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
    Clause {
        heads,
        demanded: head.demanded.into_iter().map(shift).collect(),
        actor,
        force: tail.force,
        alternative: head.alternative || text.contains("のいずれか") || text.contains("するか"),
        range,
    }
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
fn spread_force(masked: &str, clauses: &mut [Clause], inherited: Force) {
    let mut next: Option<(Force, bool)> = None;
    for index in (0..clauses.len()).rev() {
        let Some(clause) = clauses.get_mut(index) else { continue };
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
        let text = masked.get(clause.range.clone()).unwrap_or_default();
        let alternative = starts_alternative(text);
        if alternative && clause.force != Force::Prohibition {
            clause.alternative = true;
        }
        next = Some((clause.force, alternative));
    }
}

/// 「次の行為をしてはならない。(1) 開示すること。」: こと and plain verbs of an item say what is meant, the lead how it binds.
fn govern(masked: &str, clauses: &mut [Clause], lead: Force) {
    if matches!(lead, Force::Unmarked | Force::Duty | Force::Statement) {
        return;
    }
    for clause in clauses {
        let text = masked.get(clause.range.clone()).unwrap_or_default().trim_end_matches(['。', '、']);
        let nominal = text.ends_with("こと") || clause.force == Force::Statement;
        if nominal && matches!(clause.force, Force::Duty | Force::Statement) {
            clause.force = lead;
        }
    }
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
