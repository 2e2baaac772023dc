//! Two companies: whoever commissions is the customer.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use super::Role;

/// Characters between the subject and 甲に of 「乙は、…甲に対し…委託する」.
const TO_RECIPIENT: usize = 80;
/// Characters between the recipient, or the subject, and the verb.
const TO_VERB: usize = 60;

const COMMISSIONS: &[&str] = &["委託", "発注", "依頼", "注文"];
const ACCEPTS: &[&str] = &["受託", "請け負"];
/// What a provider does for the other side.
const SERVES: &[&str] = &[
    "サービスを提供",
    "サービスの提供を行",
    "役務を提供",
    "使用を許諾",
    "利用を許諾",
    "使用権を許諾",
    "利用権を許諾",
];
/// What the other side pays for it.
const PRICES: &[&str] =
    &["料金", "対価", "報酬", "委託料", "使用料", "利用料", "保守料", "手数料", "委託費", "代金"];

/// Settles the roles of 甲 and 乙 by who commissions whom; the two never hold the same role.
pub(super) fn settle(folded: &str, roles: &mut BTreeMap<String, Role>) {
    let same = roles.get("甲").is_some() && roles.get("甲") == roles.get("乙");
    let incomplete = roles.contains_key("甲") != roles.contains_key("乙");
    if let Some(customer) = customer(folded) {
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

/// The side that commissions, if a sentence says so. What is said of commissioning counts before what is said of
/// accepting, and what is unusual (乙 commissions 甲) before the habit.
fn customer(folded: &str) -> Option<&'static str> {
    let says = |told: &dyn Fn(&str) -> bool| folded.split('。').any(told);
    if says(&|sentence| commissions(sentence, "乙", "甲")) {
        Some("乙")
    } else if says(&|sentence| commissions(sentence, "甲", "乙")) {
        Some("甲")
    } else if says(&|sentence| accepts(sentence, "甲")) {
        Some("乙")
    } else if says(&|sentence| accepts(sentence, "乙")) {
        Some("甲")
    } else {
        by_exchange(folded)
    }
}

/// The side that is served and pays, if the sentences that tell so agree by their number.
fn by_exchange(folded: &str) -> Option<&'static str> {
    let votes = |customer: &str, provider: &str| {
        let told =
            |sentence: &&str| serves(sentence, customer, provider) || pays(sentence, customer, provider);
        folded.split('。').filter(told).count()
    };
    match votes("甲", "乙").cmp(&votes("乙", "甲")) {
        Ordering::Greater => Some("甲"),
        Ordering::Less => Some("乙"),
        Ordering::Equal => None,
    }
}

fn serves(sentence: &str, customer: &str, provider: &str) -> bool {
    towards(sentence, provider, customer).any(|rest| {
        let reach = head(rest, TO_VERB);
        SERVES.iter().any(|words| reach.contains(words))
    })
}

fn pays(sentence: &str, customer: &str, provider: &str) -> bool {
    towards(sentence, customer, provider).any(|rest| {
        let reach = head(rest, TO_VERB);
        reach.split_once("支払").is_some_and(|(before, after)| {
            PRICES.iter().any(|price| before.contains(price) || after.starts_with(&format!("った{price}")))
        })
    })
}

/// What stands behind 「Aは、…Bに」 or 「Aは…Bに対し」.
fn towards<'a>(sentence: &'a str, from: &'a str, to: &'a str) -> impl Iterator<Item = &'a str> {
    behind_subject(sentence, from).flat_map(move |rest| {
        let reach = head(rest, TO_RECIPIENT + 1);
        reach.match_indices(to).filter_map(move |(at, name)| {
            let after = rest.get(at + name.len()..)?.strip_prefix('に')?;
            Some(after.strip_prefix("対し").unwrap_or(after))
        })
    })
}

fn commissions(sentence: &str, customer: &str, provider: &str) -> bool {
    towards(sentence, customer, provider).any(|rest| holds(rest, COMMISSIONS))
}

fn accepts(sentence: &str, provider: &str) -> bool {
    behind_subject(sentence, provider).any(|rest| holds(rest, ACCEPTS))
}

/// What stands behind each 「乙は」 or 「乙が」.
fn behind_subject<'a>(sentence: &'a str, name: &'a str) -> impl Iterator<Item = &'a str> {
    sentence.match_indices(name).filter_map(|(at, name)| {
        let rest = sentence.get(at + name.len()..)?;
        rest.strip_prefix('は').or_else(|| rest.strip_prefix('が'))
    })
}

/// Whether one of the verbs begins within reach, as a verb: 再委託の承諾 and 委託料 commission nothing.
fn holds(rest: &str, verbs: &[&str]) -> bool {
    let is_verb = |reach: &str, at: usize, verb: &str| {
        let again = reach.get(..at).is_some_and(|before| before.ends_with('再'));
        let after = rest.get(at + verb.len()..).unwrap_or_default();
        !again
            && (after.is_empty()
                || verb.ends_with('負')
                || after.starts_with(['し', 'す', 'さ', 'を', '、', '。']))
    };
    verbs.iter().any(|verb| {
        let reach = head(rest, TO_VERB + verb.chars().count());
        reach.match_indices(verb).any(|(at, verb)| is_verb(reach, at, verb))
    })
}

/// The first characters of a text.
fn head(text: &str, characters: usize) -> &str {
    text.char_indices().nth(characters).map_or(text, |(at, _)| text.get(..at).unwrap_or_default())
}

fn set_pair(roles: &mut BTreeMap<String, Role>, customer: &str) {
    let (hospital, vendor) = if customer == "甲" { ("甲", "乙") } else { ("乙", "甲") };
    roles.insert(hospital.to_owned(), Role::Hospital);
    roles.insert(vendor.to_owned(), Role::Vendor);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_commissions() {
        let far = "あ".repeat(100);
        let cases = [
            ("甲は、システムの保守を乙に委託し、乙はこれを受託する。", Some("甲")),
            ("乙は、甲に対し、データの入力を依頼する。", Some("乙")),
            ("甲が、乙の検査業務を受託する。", Some("乙")),
            ("乙が業務を請け負うものとする。", Some("甲")),
            ("乙は、甲に再委託の承諾を求めるときは、再委託先の名称を示す。", None),
            ("乙は、甲に委託料を請求する。", None),
            ("甲及び乙は、誠実に協議する。", None),
            ("甲は、乙に対し、次のサービスを提供する。乙は、甲に利用料金を支払う。", Some("乙")),
            ("責任の額は、乙が甲に支払った保守料を上限とする。", Some("乙")),
            ("甲は、乙に業務に必要な資料を提供する。", None),
            ("乙は、甲に損害賠償金を支払う。", None),
            ("甲は乙に報告する。委託に要する費用は乙が負担する。", None),
            (&format!("甲は、{far}乙に委託する。"), None),
            (&format!("甲は、乙に{far}委託する。"), None),
        ];
        for (text, expected) in cases {
            assert_eq!(customer(text), expected, "{text}");
        }
    }
}
