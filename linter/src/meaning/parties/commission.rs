//! Two companies: whoever commissions is the customer.

use std::collections::BTreeMap;

use super::Role;

/// Characters between the subject and 甲に of 「乙は、…甲に対し…委託する」.
const TO_RECIPIENT: usize = 80;
/// Characters between the recipient, or the subject, and the verb.
const TO_VERB: usize = 60;

const COMMISSIONS: &[&str] = &["委託", "発注", "依頼", "注文"];
const ACCEPTS: &[&str] = &["受託", "請け負"];

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
        None
    }
}

fn commissions(sentence: &str, customer: &str, provider: &str) -> bool {
    behind_subject(sentence, customer).any(|rest| {
        let reach = head(rest, TO_RECIPIENT + 1);
        reach.match_indices(provider).any(|(at, name)| {
            let after = rest.get(at + name.len()..).and_then(|rest| rest.strip_prefix('に'));
            let after = after.map(|rest| rest.strip_prefix("対し").unwrap_or(rest));
            after.is_some_and(|rest| holds(rest, COMMISSIONS))
        })
    })
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
            ("甲は乙に報告する。委託に要する費用は乙が負担する。", None),
            (&format!("甲は、{far}乙に委託する。"), None),
            (&format!("甲は、乙に{far}委託する。"), None),
        ];
        for (text, expected) in cases {
            assert_eq!(customer(text), expected, "{text}");
        }
    }
}
