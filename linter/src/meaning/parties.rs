//! Who is who: 甲/乙, 委託者/受託者, 当社/お客様 …, and which of them provides and which is the medical institution.
//!
//! Sources, in order of trust: definitions in the text (以下「甲」という。) with the name before them, who commissions
//! whom (甲は乙に…を委託する), and the habits of Japanese contracts (甲 commissions, 乙 performs).

mod commission;
mod names;

use std::collections::BTreeMap;
use std::ops::Range;

use regex::Regex;

use names::{
    BOTH_NAMES, HOSPITAL_NAMES, HOSPITAL_WORDS, OTHER_NAMES, ROLE, STAFF, VENDOR_NAMES, VENDOR_WORDS,
};

/// The role of a name in the document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// The provider: 受託者, 当社, usually 乙.
    Vendor,
    /// The medical institution or customer: 委託者, お客様, usually 甲.
    Hospital,
    /// Both sides: 双方, 当事者, 受領者 of a mutual agreement.
    Both,
    /// Somebody else: 再委託先, 丙.
    Other,
}

/// Who acts in a clause.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, schemars::JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Actor {
    /// The provider.
    Vendor,
    /// The medical institution.
    Hospital,
    /// Both.
    Both,
    /// Neither of the two.
    Other,
    /// Nobody is named.
    Unstated,
}

impl Actor {
    /// The name in JSON and the message catalogue.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Vendor => "vendor",
            Self::Hospital => "hospital",
            Self::Both => "both",
            Self::Other => "other",
            Self::Unstated => "unstated",
        }
    }
}

impl From<Role> for Actor {
    fn from(role: Role) -> Self {
        match role {
            Role::Vendor => Self::Vendor,
            Role::Hospital => Self::Hospital,
            Role::Both => Self::Both,
            Role::Other => Self::Other,
        }
    }
}

/// The particle that marks an actor.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TopicMark {
    /// は, も, においては: holds for the rest of the sentence.
    Wa,
    /// が: holds for its own clause.
    Ga,
    /// により, の手によって: the agent of a passive.
    Agent,
}

/// A party marked as actor somewhere in a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Topic {
    /// Bytes of the sentence, name and particle.
    pub range: Range<usize>,
    /// Who.
    pub actor: Actor,
    /// How it is marked.
    pub mark: TopicMark,
}

/// The parties of a document.
#[derive(Debug, Clone)]
pub struct Parties {
    /// What the document calls its provider first of all (乙, 当社), for advice.
    pub vendor: String,
    /// What it calls the medical institution (甲, お客様).
    pub hospital: String,
    names: BTreeMap<String, Role>,
    /// Names that the document defines, or that its words settle.
    defined: BTreeMap<String, Role>,
    topic: Option<Regex>,
    mention: Option<Regex>,
}

impl Parties {
    /// The parties that drafting habit suggests, without any document: 甲 commissions, 乙 performs.
    pub fn usual() -> Self {
        Self::with_roles(&BTreeMap::new(), "乙", "甲")
    }

    /// Reads the parties off the folded text of a whole document.
    pub fn read(folded: &str) -> Self {
        let mut roles = defined_roles(folded);
        commission::settle(folded, &mut roles);
        let vendor = preferred(folded, &roles, Role::Vendor, VENDOR_NAMES).unwrap_or_else(|| "乙".to_owned());
        let hospital =
            preferred(folded, &roles, Role::Hospital, HOSPITAL_NAMES).unwrap_or_else(|| "甲".to_owned());
        Self::with_roles(&roles, &vendor, &hospital)
    }

    /// Reads the parties of a document that belongs to another one: what that one says of its parties holds here, too,
    /// unless this one defines 甲 or 乙 itself.
    pub fn read_within(folded: &str, main: &Self) -> Self {
        let own = defined_roles(folded);
        if own.contains_key("甲") || own.contains_key("乙") {
            return Self::read(folded);
        }
        let mut roles = main.defined.clone();
        roles.extend(own);
        let vendor =
            preferred(folded, &roles, Role::Vendor, VENDOR_NAMES).unwrap_or_else(|| main.vendor.clone());
        let hospital = preferred(folded, &roles, Role::Hospital, HOSPITAL_NAMES)
            .unwrap_or_else(|| main.hospital.clone());
        Self::with_roles(&roles, &vendor, &hospital)
    }

    fn with_roles(defined: &BTreeMap<String, Role>, vendor: &str, hospital: &str) -> Self {
        let mut names = BTreeMap::new();
        let lists = [
            (VENDOR_NAMES, Role::Vendor),
            (HOSPITAL_NAMES, Role::Hospital),
            (BOTH_NAMES, Role::Both),
            (OTHER_NAMES, Role::Other),
        ];
        for (list, role) in lists {
            names.extend(list.iter().map(|name| ((*name).to_owned(), role)));
        }
        names.extend(defined.iter().map(|(name, role)| (name.clone(), *role)));
        let alternation = alternation(names.keys());
        let joints = "(?:双方|両者|等|ら|自身|自ら)?(?:及び|又は|と|並びに|若しくは|、|・|/)?";
        let topic = format!(
            "((?:(?:{alternation}){joints})+)(?:(?:その|の)?(?:{STAFF})(?:等)?|の(?<role>{ROLE})(?:等)?)?(?:\u{1}*)(?<mark>は|も|が|では|においては|において|側は|としては|の責任において|の責任と負担において|の責任で|の手によって|の手により|によって|により)"
        );
        Self {
            vendor: vendor.to_owned(),
            hospital: hospital.to_owned(),
            names,
            defined: defined.clone(),
            topic: Regex::new(&topic).ok(),
            mention: Regex::new(&alternation).ok(),
        }
    }

    /// The role of a name, if it is one.
    pub fn role(&self, name: &str) -> Option<Role> {
        self.names.get(name).copied()
    }

    /// Names with their roles, sorted by name.
    pub fn names(&self) -> impl Iterator<Item = (&str, Role)> {
        self.names.iter().map(|(name, role)| (name.as_str(), *role))
    }

    /// The actors marked in a folded, bracket-masked sentence, in order.
    pub fn topics(&self, masked: &str) -> Vec<Topic> {
        let Some(regex) = &self.topic else { return Vec::new() };
        regex
            .captures_iter(masked)
            .filter_map(|found| {
                let whole = found.get(0)?;
                if found.name("role").is_some_and(|role| names::is_outsider(role.as_str())) {
                    return None;
                }
                let before = masked.get(..whole.start()).unwrap_or_default();
                let actor = match names::is_somebody_else(before, whole.as_str()) {
                    true => Actor::Other,
                    false => self.actor_of_group(found.get(1)?.as_str())?,
                };
                let mark = match found.name("mark")?.as_str() {
                    "が" => TopicMark::Ga,
                    "の手によって" | "の手により" | "によって" | "により" => {
                        TopicMark::Agent
                    }
                    _ => TopicMark::Wa,
                };
                Some(Topic { range: whole.range(), actor, mark })
            })
            .collect()
    }

    /// Whether the provider speaks in the first person: 当社, 弊社, 私たち.
    pub fn is_told_by_vendor(&self) -> bool {
        names::FIRST_PERSON.contains(&self.vendor.as_str())
    }

    /// The two sides that a text mentions at all, as (vendor, hospital).
    pub fn mentioned(&self, folded: &str) -> (bool, bool) {
        let Some(regex) = &self.mention else { return (false, false) };
        let mut seen = (false, false);
        for found in regex.find_iter(folded) {
            if names::is_somebody_else(folded.get(..found.start()).unwrap_or_default(), found.as_str()) {
                continue;
            }
            match self.role(found.as_str()) {
                Some(Role::Vendor) => seen.0 = true,
                Some(Role::Hospital) => seen.1 = true,
                Some(Role::Both) => seen = (true, true),
                _ => {}
            }
        }
        seen
    }

    /// 「甲及び乙」 is both; 「乙」 is one side.
    fn actor_of_group(&self, group: &str) -> Option<Actor> {
        let mention = self.mention.as_ref()?;
        let mut actor: Option<Actor> = None;
        for found in mention.find_iter(group) {
            let next = Actor::from(self.role(found.as_str())?);
            actor = Some(match actor {
                None => next,
                Some(same) if same == next => same,
                Some(Actor::Vendor | Actor::Hospital | Actor::Both) if next != Actor::Other => Actor::Both,
                Some(first) => first,
            });
        }
        actor
    }
}

/// Longest names first, so that 利用契約者 is not read as 契約者.
fn alternation<'a>(names: impl Iterator<Item = &'a String>) -> String {
    let mut names: Vec<&String> = names.collect();
    names.sort_by(|a, b| b.chars().count().cmp(&a.chars().count()).then_with(|| a.cmp(b)));
    names.iter().map(|name| regex::escape(name)).collect::<Vec<_>>().join("|")
}

/// Names from 「…（以下「甲」という。）」, with the role that the words before them suggest.
fn defined_roles(folded: &str) -> BTreeMap<String, Role> {
    let mut roles = BTreeMap::new();
    let Ok(definition) = Regex::new(
        "以下、?(?:単に|総称して|それぞれ)?[「\"]([^」\"]{1,16})[」\"](?:と(?:い|総称|呼|記)|\\))",
    ) else {
        return roles;
    };
    for found in definition.captures_iter(folded) {
        let (Some(whole), Some(name)) = (found.get(0), found.get(1)) else { continue };
        let Some(role) = role_of_definition(folded, whole.start(), name.as_str()) else { continue };
        roles.entry(name.as_str().to_owned()).or_insert(role);
    }
    roles
}

/// How the names end that documents give to a party.
const PARTY_ENDS: &[&str] =
    &["者", "社", "院", "先", "側", "会", "局", "法人", "大学", "機関", "クリニック", "センタ", "診療所"];

/// Who the other side is, whatever it is called: 本サービスを利用する者（以下「パートナー」という。）.
const USERS: &[&str] = &[
    "利用する者",
    "利用する法人",
    "利用する個人",
    "利用するお客様",
    "利用を申し込む者",
    "申込みをした者",
    "登録をした者",
    "登録した者",
    "契約を締結した者",
    "契約を締結する者",
];

fn role_of_definition(folded: &str, at: usize, name: &str) -> Option<Role> {
    let known = VENDOR_NAMES.contains(&name) || HOSPITAL_NAMES.contains(&name);
    let before: String =
        folded.get(..at)?.chars().rev().take(40).collect::<Vec<_>>().into_iter().rev().collect();
    let before = before.rsplit(['」', '。']).next().unwrap_or_default();
    let last = |words: &[&str]| words.iter().filter_map(|word| before.rfind(word)).max();
    let by_words = match (last(HOSPITAL_WORDS), last(VENDOR_WORDS)) {
        (Some(hospital), Some(vendor)) => Some(if hospital > vendor { Role::Hospital } else { Role::Vendor }),
        (Some(_), None) => Some(Role::Hospital),
        (None, Some(_)) => Some(Role::Vendor),
        (None, None) => None,
    };
    let uses = USERS.iter().any(|words| before.trim_end_matches(['(', '、']).ends_with(words));
    match name {
        "甲" | "乙" => by_words.or(uses.then_some(Role::Hospital)),
        "丙" | "丁" => Some(Role::Other),
        _ if known => None,
        _ if uses => Some(Role::Hospital),
        _ if PARTY_ENDS.iter().any(|ending| name.ends_with(ending)) => by_words,
        _ => None,
    }
}

/// The name for a role that the text uses most as an actor.
fn preferred(folded: &str, defined: &BTreeMap<String, Role>, role: Role, usual: &[&str]) -> Option<String> {
    let usual = usual.iter().map(|name| (*name).to_owned()).filter(|name| !defined.contains_key(name));
    let own = defined.iter().filter(|(_, found)| **found == role).map(|(name, _)| name.clone());
    let mut best: Option<(usize, String)> = None;
    for name in own.chain(usual) {
        let count = ["は", "が", "に", "の"]
            .iter()
            .map(|mark| folded.matches(&format!("{name}{mark}")).count())
            .sum();
        if count > 0 && best.as_ref().is_none_or(|(most, _)| count > *most) {
            best = Some((count, name));
        }
    }
    let own_anyway = || defined.iter().find(|(_, found)| **found == role).map(|(name, _)| name.clone());
    best.map(|(_, name)| name).or_else(own_anyway)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::fold::fold_literal;

    #[test]
    fn reads_both_ways_round() {
        let usual = Parties::read(&fold_literal(
            "医療法人みなと会(以下「甲」という。)と株式会社北斗(以下「乙」という。)は",
        ));
        assert_eq!((usual.role("甲"), usual.role("乙")), (Some(Role::Hospital), Some(Role::Vendor)));
        let turned = Parties::read(&fold_literal(
            "株式会社北斗(以下「甲」という。)と医療法人みなと会(以下「乙」という。)は",
        ));
        assert_eq!((turned.role("甲"), turned.role("乙")), (Some(Role::Vendor), Some(Role::Hospital)));
        let companies = Parties::read(&fold_literal(
            "A株式会社(以下「甲」という。)とB株式会社(以下「乙」という。)は、次のとおり契約する。乙は甲に対し運用業務を委託する。",
        ));
        assert_eq!(companies.role("乙"), Some(Role::Hospital));
    }

    #[test]
    fn service_terms() {
        let parties = Parties::read(&fold_literal(
            "当社は、サービスを提供します。契約者は、料金を支払います。契約者は、守ります。",
        ));
        assert_eq!((parties.vendor.as_str(), parties.hospital.as_str()), ("当社", "契約者"));
    }

    #[test]
    fn somebody_else_with_the_name_of_a_party() {
        let parties = Parties::usual();
        let actor = |text: &str| parties.topics(text).last().map(|topic| topic.actor);
        let cases = [
            ("事業者は、引き継ぐ。", Actor::Vendor),
            ("後任の事業者は、引き継ぐ。", Actor::Other),
            ("甲が別に指定する事業者が、引き継ぐ。", Actor::Other),
            ("電気通信事業者が、復旧する。", Actor::Other),
            ("他の医療機関は、閲覧する。", Actor::Other),
            ("本サービスの利用者は、届け出る。", Actor::Hospital),
            ("次の乙は、報告する。", Actor::Vendor),
            ("甲の情報管理者は、判断する。", Actor::Hospital),
            ("乙の運用部が、復旧する。", Actor::Vendor),
        ];
        for (text, expected) in cases {
            assert_eq!(actor(text), Some(expected), "{text}");
        }
    }

    #[test]
    fn people_who_act_for_no_party() {
        assert_eq!(Parties::usual().topics("甲の患者は、申し出る。"), []);
    }

    #[test]
    fn finds_topics() {
        let parties = Parties::usual();
        let found = parties.topics("甲及び乙は、甲が求めた場合、乙の従業員は");
        let shown: Vec<_> = found.iter().map(|topic| (topic.actor, topic.mark)).collect();
        assert_eq!(
            shown,
            [(Actor::Both, TopicMark::Wa), (Actor::Hospital, TopicMark::Ga), (Actor::Vendor, TopicMark::Wa)]
        );
    }
}
