//! Who is who: 甲/乙, 委託者/受託者, 当社/お客様 …, and which of them provides and which is the medical institution.
//!
//! Sources, in order of trust: definitions in the text (以下「甲」という。) with the name before them, who commissions
//! whom (甲は乙に…を委託する), and the habits of Japanese contracts (甲 commissions, 乙 performs).

use std::collections::BTreeMap;
use std::ops::Range;

use regex::Regex;

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
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
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
    topic: Option<Regex>,
    mention: Option<Regex>,
}

const VENDOR_NAMES: &[&str] = &[
    "乙",
    "受託者",
    "受注者",
    "受任者",
    "請負人",
    "請負者",
    "処理者",
    "データ処理者",
    "プロセッサー",
    "当社",
    "弊社",
    "提供者",
    "サービス提供者",
    "提供事業者",
    "受託事業者",
    "サービス事業者",
    "事業者",
    "ベンダ",
    "保守業者",
    "保守事業者",
    "保守会社",
    "委託先",
    "委託先事業者",
    "クラウドサービス事業者",
    "システム関連事業者",
    "サービス提供事業者",
    "制作事業者",
    "再受託者",
    "運営者",
    "運営会社",
    "業者",
];
const HOSPITAL_NAMES: &[&str] = &[
    "甲",
    "委託者",
    "発注者",
    "注文者",
    "委任者",
    "メンバ",
    "メンバー",
    "データ管理者",
    "コントローラー",
    "お客様",
    "お客さま",
    "顧客",
    "契約者",
    "利用契約者",
    "利用者",
    "ユーザ",
    "会員",
    "申込者",
    "加入者",
    "当院",
    "本院",
    "病院",
    "医療機関",
    "医療機関等",
    "依頼者",
    "クライアント",
    "導入機関",
    "導入組織",
    "利用機関",
    "契約機関",
    "利用施設",
    "貴院",
];
const BOTH_NAMES: &[&str] = &[
    "甲乙",
    "両当事者",
    "当事者双方",
    "各当事者",
    "双方",
    "甲乙双方",
    "両者",
    "甲乙両者",
    "当事者",
    "本契約の当事者",
    "受領者",
    "受領当事者",
    "情報受領者",
    "被開示者",
    "秘密情報の受領者",
    "受領側",
    "情報を受領した者",
    "開示を受けた者",
    "開示を受けた当事者",
    "相手方から秘密情報を受領した者",
    "受領した当事者",
];
const OTHER_NAMES: &[&str] = &["再委託先", "丙", "第三者", "再委託先事業者", "本人", "患者", "下請負人"];

const STAFF: &str = "役員|役職員|従業員|従業者|従事者|社員|職員|使用人|作業員|作業者|作業担当者|要員|担当者|責任者|業務責任者|管理責任者|\
技術者|スタッフ|保守要員|作業従事者|保守担当者|運用責任者|業務従事者|総括責任者|代理人|関係者|派遣労働者|指定する者|役員及び従業員|役員又は従業員|\
役員及び従業者|役員若しくは従業員|役職員等";

impl Parties {
    /// The parties that drafting habit suggests, without any document: 甲 commissions, 乙 performs.
    pub fn usual() -> Self {
        Self::with_roles(&BTreeMap::new(), "乙", "甲")
    }

    /// Reads the parties off the folded text of a whole document.
    pub fn read(folded: &str) -> Self {
        let mut roles = defined_roles(folded);
        settle_by_commission(folded, &mut roles);
        let vendor = preferred(folded, &roles, Role::Vendor, VENDOR_NAMES).unwrap_or_else(|| "乙".to_owned());
        let hospital =
            preferred(folded, &roles, Role::Hospital, HOSPITAL_NAMES).unwrap_or_else(|| "甲".to_owned());
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
            "((?:(?:{alternation}){joints})+)(?:その(?:{STAFF})(?:等)?|の(?:{STAFF})(?:等)?)?(?:\u{1}*)(は|も|が|においては|において|側は|としては|の責任において|の責任と負担において|の責任で|の手によって|の手により|によって|により)"
        );
        Self {
            vendor: vendor.to_owned(),
            hospital: hospital.to_owned(),
            names,
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
                let actor = self.actor_of_group(found.get(1)?.as_str())?;
                let mark = match found.get(2)?.as_str() {
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

    /// The two sides that a text mentions at all, as (vendor, hospital).
    pub fn mentioned(&self, folded: &str) -> (bool, bool) {
        let Some(regex) = &self.mention else { return (false, false) };
        let mut seen = (false, false);
        for found in regex.find_iter(folded) {
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

const HOSPITAL_WORDS: &[&str] = &[
    "病院",
    "医療法人",
    "クリニック",
    "診療所",
    "医院",
    "医療センタ",
    "医師会",
    "地方独立行政法人",
    "国立大学法人",
    "市長",
    "町長",
    "村長",
    "県",
    "企業団",
    "組合",
    "社会福祉法人",
    "健診",
    "薬局",
    "訪問看護",
    "事業所",
    "お客様",
    "委託者",
    "発注者",
    "契約を締結する",
    "独立行政法人",
    "日本赤十字社",
    "済生会",
    "厚生連",
    "顧客",
    "契約する",
];
const VENDOR_WORDS: &[&str] = &[
    "株式会社",
    "有限会社",
    "合同会社",
    "(株)",
    "受託者",
    "受注者",
    "事業者",
    "運営者",
    "システムズ",
    "提供する者",
];

/// Names from 「…（以下「甲」という。）」, with the role that the words before them suggest.
fn defined_roles(folded: &str) -> BTreeMap<String, Role> {
    let mut roles = BTreeMap::new();
    let Ok(definition) =
        Regex::new("以下、?(?:単に|総称して|それぞれ)?[「\"]([^」\"]{1,16})[」\"]と(?:い|総称|呼|記)")
    else {
        return roles;
    };
    for found in definition.captures_iter(folded) {
        let (Some(whole), Some(name)) = (found.get(0), found.get(1)) else { continue };
        let Some(role) = role_of_definition(folded, whole.start(), name.as_str()) else { continue };
        roles.entry(name.as_str().to_owned()).or_insert(role);
    }
    roles
}

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
    match name {
        "甲" | "乙" => by_words,
        "丙" | "丁" => Some(Role::Other),
        _ if known => None,
        _ if name.ends_with('者') || name.ends_with("社") || name.ends_with("院") => by_words,
        _ => None,
    }
}

/// Two companies: whoever commissions is the customer; 甲 and 乙 never hold the same role.
fn settle_by_commission(folded: &str, roles: &mut BTreeMap<String, Role>) {
    let commission = [
        ("乙", r"乙(?:は|が)[^。]{0,80}甲に(?:対し)?[^。]{0,60}(?:委託|発注|依頼|注文)"),
        ("甲", r"甲(?:は|が)[^。]{0,80}乙に(?:対し)?[^。]{0,60}(?:委託|発注|依頼|注文)"),
        ("乙", r"甲(?:は|が)[^。]{0,60}(?:受託|請け負)"),
        ("甲", r"乙(?:は|が)、?(?:これを)?[^。]{0,60}(?:受託|請け負)"),
    ];
    let customer =
        commission.iter().find(|(_, pattern)| Regex::new(pattern).is_ok_and(|regex| regex.is_match(folded)));
    let same = roles.get("甲").is_some() && roles.get("甲") == roles.get("乙");
    let incomplete = roles.contains_key("甲") != roles.contains_key("乙");
    if let Some((customer, _)) = customer {
        set_pair(roles, customer);
    } else if same {
        set_pair(roles, "甲");
    } else if incomplete {
        let customer = match (roles.get("甲"), roles.get("乙")) {
            (Some(Role::Vendor), _) | (_, Some(Role::Hospital)) => "乙",
            _ => "甲",
        };
        set_pair(roles, customer);
    }
}

fn set_pair(roles: &mut BTreeMap<String, Role>, customer: &str) {
    let (hospital, vendor) = if customer == "甲" { ("甲", "乙") } else { ("乙", "甲") };
    roles.insert(hospital.to_owned(), Role::Hospital);
    roles.insert(vendor.to_owned(), Role::Vendor);
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
