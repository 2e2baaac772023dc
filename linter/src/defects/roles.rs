//! Roles that have duties and that nobody is appointed to.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use regex::Regex;

use super::{Fault, Looked};
use crate::meaning::definitions;

/// Words by which a rule puts somebody into a role, or says who has it.
const APPOINTS: &[&str] = &[
    "置く",
    "置き",
    "おく",
    "任命",
    "指名",
    "選任",
    "充て",
    "あて",
    "兼ね",
    "兼務",
    "委嘱",
    "指定",
    "定める",
    "とする",
    "をいう",
    "務める",
];

/// Roles: 〜責任者, 〜管理者 and 〜担当者 that act (は) and that no sentence appoints, each where it acts first.
pub(super) fn unappointed(looked: Looked<'_>) -> Vec<Fault> {
    let defined = definitions::read(looked.document);
    let mut first: BTreeMap<String, Fault> = BTreeMap::new();
    let mut appointed: Vec<&str> = Vec::new();
    for (index, unit) in looked.sentences() {
        for found in acting_role().into_iter().flat_map(|regex| regex.captures_iter(&unit.text)) {
            let Some(role) = found.get(1).filter(|role| role.start() >= unit.own_start) else { continue };
            // 「その他責任者」
            let name = role.as_str().trim_start_matches('他');
            let fault = Fault { unit: index, passage: unit.span(role.end() - name.len()..role.end()) };
            first.entry(name.to_owned()).or_insert(fault);
        }
        if APPOINTS.iter().any(|word| unit.text.contains(word)) {
            appointed.push(&unit.text);
        }
    }
    let is_appointed = |role: &str| {
        let puts = |text: &&str| {
            [
                "を置",
                "をお",
                "に",
                "を任命",
                "を指名",
                "を選任",
                "を指定",
                "を定め",
                "を兼ね",
                "とは",
                "といい",
                "とい",
                "という",
            ]
            .iter()
            .any(|after| {
                text.contains(&format!("{role}{after}")) || text.contains(&format!("「{role}」{after}"))
            })
        };
        appointed.iter().any(puts)
            || defined.iter().any(|one| crate::language::fold::fold_literal(&one.term) == role)
    };
    first.into_iter().filter(|(role, _)| !is_appointed(role)).map(|(_, fault)| fault).collect()
}

fn acting_role() -> Option<&'static Regex> {
    static REGEX: OnceLock<Option<Regex>> = OnceLock::new();
    REGEX
        .get_or_init(|| Regex::new("([一-龠ァ-ヶーA-Za-z]{2,16}(?:責任者|管理者|担当者|統括者))は").ok())
        .as_ref()
}

/// Whether a sentence says of somebody what they do: a person, an office or a party before は, が, も, において or により.
pub(super) fn names_somebody(folded: &str) -> bool {
    static REGEX: OnceLock<Option<Regex>> = OnceLock::new();
    const SOMEBODY: &str = "(?:[者長員師官会部課室係社院所局人等的][(（]?[^、。は]{0,6}|[甲乙丙丁]|甲乙|双方|スタッフ|ユーザ|ベンダ|CISO|CSIRT|ciso|csirt|事業者|先|病院|センタ|チーム|グループ|自ら|全員|誰|何人)(?:は|が|も|において|にて|により|によって|に対し)";
    let regex = REGEX.get_or_init(|| Regex::new(SOMEBODY).ok());
    regex.as_ref().is_none_or(|regex| regex.is_match(folded))
}
